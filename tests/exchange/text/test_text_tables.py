"""Tables as text: HTML of many makers, separators, Markdown, encodings; and what becomes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journey_editor.exchange import SeveralMaps, read_file, recognise_clipboard, write_file
from journey_editor.exchange.text.decoding import decoded
from journey_editor.exchange.text.delimited import guard, likely_separators, read_delimited, unguard, write_delimited
from journey_editor.exchange.text.html import read_html
from journey_editor.exchange.text.markdown import read_markdown
from journey_editor.model import Challenge, Journey, JourneyError, JourneyInfo, Metric, Stage, Touchpoint
from tests.exchange.odd_tables import items

ALL = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "clipboard").glob("*.html"))}
"""The same small map as several programs put it on the clipboard."""

ROWS = [
    ["Stages", "1. Search", "2. Order & pay"],
    ["Touchpoints", "Web site\nCatalogue, printed", "Basket\nBank transfer"],
    ["Pain points", "Too many results", "2"],
    ["KPIs", "", "=B2/B3"],
]
CHINESE = [
    ["阶段", "1. 搜索", "2. 下单与付款"],
    ["触点", "官方网站\n纸质目录，印刷版", "购物车\n银行转账"],
    ["痛点", "搜索结果太多", "2"],
    ["指标", "", "转化率"],
]


def outline(journey: Journey) -> list[Any]:
    """A journey's stages with their touchpoints, challenges and metrics, as texts."""
    return [(stage.title, [one.title for one in journey.children(stage.id, Touchpoint)],
             *([one.title for one in items(journey, stage, cls)] for cls in (Challenge, Metric)))
            for stage in journey.stages]


MAP = [("Search", ["Web site", "Catalogue, printed"], ["Too many results"], []),
       ("Order & pay", ["Basket", "Bank transfer"], ["2"], ["=B2/B3"])]


# -- HTML --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("maker", ALL)
def test_a_map_on_the_clipboard_becomes_a_map(maker: str) -> None:
    found = recognise_clipboard(ALL[maker], "what stands in the text does not matter")
    assert [outline(journey) for journey in found.journeys] == [MAP]
    assert found.journeys[0].info.title == "Office Supplies Journey Map"
    assert not found.lines


def test_spans_move_cells_and_are_merged_ranges() -> None:
    table, = read_html("<table><tr><td rowspan=2>a</td><td colspan='2'>b</td><tr><td>c<td>d</td></tr>"
                       "<tr><td colspan=3 style='mso-ignore:colspan'>e</table>").tables
    assert table.rows == [["a", "b", ""], ["", "c", "d"], ["e", "", ""]]
    assert {str(area) for area in table.merges.values()} == {"A1:A2", "B1:C1"}


def test_absurd_spans_cost_nothing() -> None:
    table, = read_html("<table><tr><td colspan=999999999 rowspan=0>a<tr><td rowspan='x'>b</table>").tables
    assert len(table.rows) == 2 and len(table.rows[0]) < 5000
    assert max(area.bottom for area in table.merges.values()) == 2


@pytest.mark.parametrize("html, text", [
    ("a<br>b", "a\nb"), ("<p>a</p><p>b</p>", "a\nb"), ("a\n   b", "a b"), ("<div>a<div>b</div>c</div>", "a\nb\nc"),
    ("<ul><li>a<li>b</ul>", "• a\n• b"), ("<pre>a\n  b</pre>", "a\n  b"), ("a&nbsp;&nbsp;b", "a  b"),
    ("a<br><br>b", "a\n\nb"), ("a<br>", "a"), ("&lt;b&gt; &amp; &#20013;", "<b> & 中"), ("<b>a</b><i>b</i>", "ab"),
    ("<style>x</style>a<!-- y -->", "a"), ("a<span style='display:none'>b</span>c", "ac"),
    ('<img alt="😀"><img alt="logo">', "😀"), ("<![if !x]>a<![endif]>", "a"), ("<![strange a", "<![strange a"),
    ("<span style='white-space:pre-wrap'>a\nb</span>", "a\nb"),
])
def test_what_a_cell_shows(html: str, text: str) -> None:
    table, = read_html(f"<table><tr><td>{html}</td><td>next</td></tr></table>").tables
    assert table.rows == [[text, "next"]]


def test_tables_inside_layout_tables_are_read() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    html = f"<table><tr><td>menu</td><td>Journey map<table>{rows}</table></td></tr></table>"
    found = recognise_clipboard(html, "")
    assert [stage.title for stage in found.journeys[0].stages] == ["Search", "Order & pay"]


def test_unfinished_html_is_read_as_far_as_it_goes() -> None:
    html = ALL["libreoffice"]
    for end in range(0, len(html), 97):
        read_html(html[:end])
        read_html(html[end:])


def test_several_maps_on_one_page_are_all_found() -> None:
    found = recognise_clipboard(ALL["google_sheets"] + "<p>Second Journey Map</p>" + ALL["libreoffice"], "")
    assert [outline(journey) for journey in found.journeys] == [MAP, MAP]


# -- lists -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("html, text, lines", [
    ("", "Search\r\nOrder\r\n", ["Search", "Order"]),
    ("", "one", ["one"]),
    ("", "• one\n• two\n\n• three", ["one", "two", "three"]),
    ("", '"first\nsecond"\r\n', ["first", "second"]),
    ("", '"Hello" said the buyer, and left', ['"Hello" said the buyer, and left']),
    ("", "a\tb\r\nc\td\r\n", ["a", "b", "c", "d"]),
    ("", "Slow, costly, late\nNo price, no order", ["Slow, costly, late", "No price, no order"]),
    ("<p>ignored, as there is no table</p>", "Search\nOrder", ["Search", "Order"]),
    ("<table><tr><td>Search<tr><td>Or<br>der</table>", "Search\nOr der", ["Search", "Or", "der"]),
    ("<table><tr><td>0012</td></tr></table>", "0012", ["0012"]),
    ("<table><tr><td></td></tr></table>", "kept", ["kept"]),
    ("", "", []), ("", " \n\u00a0\r\n", []),
])
def test_what_is_no_map_becomes_lines(html: str, text: str, lines: list[str]) -> None:
    found = recognise_clipboard(html, text)
    assert (found.journeys, found.lines) == ([], lines)


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_map_as_text_is_recognised(separator: str) -> None:
    found = recognise_clipboard("", write_delimited(ROWS, separator, guarded=False))
    assert [outline(journey) for journey in found.journeys] == [MAP]


def test_a_map_in_markdown_is_recognised() -> None:
    lines = ["# Supplies", "", *("| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in ROWS)]
    lines.insert(3, "|:--|:-:|--:|")
    found, = recognise_clipboard("", "\n".join(lines)).journeys
    assert outline(found) == MAP and found.info.title == "Supplies"


# -- Markdown ----------------------------------------------------------------------------------------------------------


def test_marks_of_markdown_are_taken_away() -> None:
    sheet = read_markdown("Some _prose_\n\na | **b** | `c`\n-|-|-\n"
                          "[d](http://x) | e\\|f | \\*g\\* &amp; h<br/>i\n\nafter")
    assert sheet.tables[0].rows == [["a", "b", "c"], ["d", "e|f", "*g* & h\ni"]]
    assert (sheet.tables[0].above, sheet.below) == (["Some prose"], ["after"])


# -- separators and quotes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text, rows", [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a\rb", [["a"], ["b"]]), ('"a\r\nb","c ""d"""', [["a\nb", 'c "d"']]),
    ('a "b", 5" disk', [['a "b"', ' 5" disk']]),
    ('"a, b', [['"a', " b"]]), ('"a" b,c', [['"a" b', "c"]]), ("a,", [["a", ""]]), (",", [["", ""]]), ("", []),
    ('"a" , "b"', [["a", "b"]]), ("sep=,\r\na,b", [["a", "b"]]), ("\n\na", [[""], [""], ["a"]]),
])
def test_fields_are_told_apart(text: str, rows: list[list[str]]) -> None:
    assert read_delimited(text, ",", guarded=False) == rows


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    assert likely_separators(write_delimited(ROWS, separator, guarded=False))[0] == separator
    prose = [["a; b; c", "d, e, f, g"], ["h, i", "j; k"], ["l", "m, n; o"]]
    assert likely_separators(write_delimited(prose, separator, guarded=False), first=separator)[0] == separator
    assert likely_separators(f"sep={separator}\r\nx,y;z") == [separator]


@pytest.mark.parametrize("text", [
    "=1+2", "+1", "-1", "@SUM(A1)", "\tx", "'=1", "''-", "- bullet", "'plain", "a=b", "", "'"])
def test_what_is_guarded_is_no_formula_and_comes_back(text: str) -> None:
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguard(guard(text)) == text
    assert guard(text) == text or text.lstrip("'")[0] in "=+-@\t"


# -- encodings ---------------------------------------------------------------------------------------------------------

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("suffix, separator", [(".csv", ","), (".csv", ";"), (".csv", "\t"), (".csv", "|"),
                                               (".tsv", "\t"), (".txt", "\t"), (".txt", ",")])
@pytest.mark.parametrize("rows", [ROWS, CHINESE], ids=["english", "chinese"])
def test_encoding_and_separator_are_found(tmp_path: Path, encoding: str, suffix: str, separator: str,
                                          rows: list[list[str]]) -> None:
    path = tmp_path / f"Supplies{suffix}"
    path.write_bytes(write_delimited(rows, separator, guarded=False).encode(encoding))
    journey, report = read_file(path)
    assert outline(journey) == [
        (rows[0][column][3:], rows[1][column].split("\n"), [rows[2][column]], list(filter(None, [rows[3][column]])))
        for column in (1, 2)]
    assert journey.info.language == ("zh_CN" if rows is CHINESE else "en")
    assert report.sheet == "Supplies"


@pytest.mark.parametrize("text, encoding", [
    ("Café;Menü;naïve façade\nPrüfung;Größe;Straße\n", "cp1252"), ("价格，服务\r\n交期", "gb18030"),
    ("价格" * 50 + "a,b", "gb18030"),
    ("𠮷野家,😀,价格", "gb18030"), ("阶段\t触点", "utf-16-le"), ("", "utf-8"), ("a", "utf-8"), ("\ufeffa", "utf-8-sig"),
])
def test_texts_are_decoded(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_a_broken_byte_does_not_spoil_a_file() -> None:
    data = ("触点,挑战\n" * 40).encode() + b"\xff,end"
    assert decoded(data) == "触点,挑战\n" * 40 + "\ufffd,end"
    assert decoded(("触点,挑战\n" * 40).encode("gb18030") + b"\xb4") == "触点,挑战\n" * 40 + "\ufffd"


# -- files -------------------------------------------------------------------------------------------------------------


def small() -> Journey:
    stage = Stage(title="-Search")
    return Journey([JourneyInfo(title="=1+2", bullet="-"), stage, Touchpoint(title="Web site", stage=stage.id)])


def test_csv_is_as_excel_wants_it(tmp_path: Path) -> None:
    assert write_file(small(), tmp_path / "map.csv") == []
    assert (tmp_path / "map.csv").read_bytes().decode() == (
        "\ufeff'=1+2,\r\nLife-cycle stages,1. -Search\r\nTouch points,'- Web site\r\nChallenges,\r\nMetrics,\r\n")
    journey, report = read_file(tmp_path / "map.csv")
    assert journey.info.title == "=1+2" and outline(journey) == [("-Search", ["Web site"], [], [])]
    assert "nothing had to be guessed" in " ".join(map(str, report.lines()))


def test_what_a_file_cannot_hold_is_told(tmp_path: Path) -> None:
    journey = Journey([JourneyInfo(title="a\x00b")])
    remarks = write_file(journey, tmp_path / "map.md")
    assert len(remarks) == 1 and "“a\ufffdb”" in str(remarks[0])
    assert (tmp_path / "map.md").read_text("utf-8").startswith("# a\ufffdb\n\n| Life-cycle stages |\n")


def test_two_maps_in_a_file_are_to_be_chosen_from(tmp_path: Path) -> None:
    path = tmp_path / "two.md"
    table = ["|".join(cell.replace("\n", "<br>") for cell in row) for row in ROWS]
    table.insert(1, "---|---|---")
    path.write_text("\n".join(["# First journey", "", *table, "", "# Second journey", "", *table]), "utf-8")
    with pytest.raises(SeveralMaps) as error:
        read_file(path)
    assert [found.title for found in error.value.maps] == ["First journey", "Second journey"]
    journey, _ = read_file(path, error.value.maps[1].name)
    assert journey.info.title == "Second journey"


@pytest.mark.parametrize("name, content, words", [
    ("a.csv", b"", "“a.csv” is empty."), ("a.csv", b"\xef\xbb\xbf \r\n", "“a.csv” is empty."),
    ("a.csv", b"PK\x03\x04" + bytes(50), "“a.csv” is not a text file."),
    ("a.tsv", bytes(range(256)) * 4, "“a.tsv” is not a text file."),
    ("a.md", b"# A heading\n\nand prose", "There is no journey map in “a.md”."),
    ("a.csv", b"name,price\npen,2\n", "There is no journey map in “a.csv”."),
    ("a.doc", b"x", "“a.doc” cannot be read: its name must end in .xlsx, .csv, .tsv, .txt, .md, .markdown."),
])
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(JourneyError) as error:
        read_file(tmp_path / name)
    assert str(error.value) == words


def test_files_that_are_not_there_or_not_possible(tmp_path: Path) -> None:
    with pytest.raises(JourneyError, match="There is no file “none.csv”."):
        read_file(tmp_path / "none.csv")
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(JourneyError, match="“folder.md” is a folder"):
        read_file(tmp_path / "folder.md")
    with pytest.raises(JourneyError, match="there is no folder"):
        write_file(small(), tmp_path / "none" / "a.csv")
    with pytest.raises(JourneyError, match="must end in .xlsx, .csv, .tsv, .md"):
        write_file(small(), tmp_path / "a.txt")
    assert not (tmp_path / "a.txt").exists()


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.csv"
    path.write_text("before")

    def fail(*_arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(JourneyError, match="the disk is full"):
        write_file(small(), path)
    assert path.read_text() == "before" and [one.name for one in tmp_path.iterdir()] == ["map.csv"]


def test_workbooks_go_through_the_same_door(tmp_path: Path, journey: Journey) -> None:
    write_file(journey, tmp_path / "map.xlsx")
    assert outline(read_file(tmp_path / "map.xlsx")[0]) == outline(journey)
