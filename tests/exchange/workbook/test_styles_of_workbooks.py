"""The looks of workbooks: the built-in styles, those taken from a user's workbook, pictures and colours."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from PIL import Image as Drawing

from journey_editor import shipped
from journey_editor.exchange import STYLES, read_house_style, read_workbook, style_named, write_workbook
from journey_editor.exchange.workbook.workbook_styles import CLASSIC, style_in
from journey_editor.model import Journey, JourneyError, JourneyInfo, Stage
from journey_editor.storage import load

EXAMPLES = ("alibaba-b2b", "industrial-purchase-zh", "loan-approval")


def png(width: int, height: int) -> bytes:
    content = io.BytesIO()
    Drawing.new("RGB", (width, height), "#1f3a5f").save(content, "PNG")
    return content.getvalue()


def example(name: str) -> Journey:
    return load(shipped.find("examples", f"{name}.journey"))


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_style_says_the_same(name: str, style: object, tmp_path: Path) -> None:
    journey = example(name)
    assert write_workbook(journey, tmp_path / "map.xlsx", style, png(800, 300)) == []  # type: ignore[arg-type]
    found, _report = read_workbook(tmp_path / "map.xlsx")
    assert [stage.title for stage in found.stages] == [stage.title for stage in journey.stages]
    assert found.count(type(journey.stages[0])) == journey.count(type(journey.stages[0]))


def test_styles_look_different(tmp_path: Path) -> None:
    looks = set()
    for name, style in STYLES.items():
        write_workbook(example("alibaba-b2b"), tmp_path / f"{name}.xlsx", style)
        sheet = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").worksheets[0]
        looks.add((sheet["A1"].fill.fgColor.rgb, sheet["A2"].fill.fgColor.rgb, sheet["A2"].font.color.rgb))
        assert (sheet["B3"].fill.fgColor.rgb != sheet["B4"].fill.fgColor.rgb) == bool(style.stripe)
    assert len(looks) == len(STYLES) == 3


def test_a_style_is_a_file(tmp_path: Path) -> None:
    files = shipped.find("resources", "workbook_styles")
    assert {path.stem for path in files.iterdir()} == set(STYLES)
    fresh = (files / "fresh.json").read_text(encoding="utf-8")
    loud = fresh.replace("0F8A7E", "FF0000").replace('"place": 3', '"place": 4')
    (tmp_path / "loud.json").write_text(loud, encoding="utf-8")
    style = style_in(tmp_path / "loud.json")
    assert (style.name, style.place, style.header.fill, style.series[1]) == ("loud", 4, "FF0000", "FF0000")
    assert style.on_target == CLASSIC.on_target, "what a file leaves out is as usual"


def test_an_unknown_style_is_named() -> None:
    assert style_named("plain") is STYLES["plain"]
    with pytest.raises(JourneyError, match="There is no style named “loud”. Choose one of: classic, plain, fresh."):
        style_named("loud")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A workbook as a company has it: theme colours with tints, a logo, portrait Letter paper, header and footer."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "Notes"
    workbook.active["A1"] = "Nothing of a table"
    sheet = workbook.create_sheet("Report")
    sheet["B2"], sheet["B2"].font = "Quarterly report", Font(name="Georgia", size=22, color=Color(theme=4))
    sheet.merge_cells("B2:D2")
    line = Side(style="thin", color="FFCC8800")
    for column, text in zip("BCD", ("Region", "Sales", "Costs")):
        cell = sheet[f"{column}4"]
        cell.value, cell.font = text, Font(name="Georgia", size=12, bold=True, color=Color(theme=0))
        cell.fill = PatternFill("solid", fgColor=Color(theme=5, tint=-0.25))
        sheet.column_dimensions[column].width = 18.5 if column == "B" else 31
    for row in (5, 6, 7):
        for column in "BCD":
            cell = sheet[f"{column}{row}"]
            cell.value, cell.font = f"{column}{row}", Font(name="Verdana", size=9, bold=column == "B", color="FF333333")
            cell.border, cell.alignment = Border(bottom=line), Alignment(wrap_text=True)
            if column == "B":
                cell.fill = PatternFill("solid", fgColor=Color(theme=5, tint=0.8))
    image = Image(io.BytesIO(png(400, 100)))
    image.width, image.height = 200, 50
    sheet.add_image(image, "D1")
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 1, "portrait"
    sheet.page_margins = PageMargins(0.5, 0.6, 0.7, 0.8, 0.2, 0.25)
    sheet.oddHeader.center.text = "ACME & Sons".replace("&", "&&")
    sheet.oddFooter.left.text = "Quarterly report"
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = "Page &P", 9
    workbook.save(tmp_path / "house.xlsx")
    return tmp_path / "house.xlsx"


def test_a_house_style_is_found_by_where_things_stand(house: Path) -> None:
    style = read_house_style(house)
    assert style.name == "house"
    assert (style.title.font, style.title.size, style.title.ink) == ("Georgia", 22, "4F81BD")
    header = style.header
    assert (header.font, header.size, header.bold, header.ink) == ("Georgia", 12, True, "FFFFFF")
    assert style.header.fill == "953735"  # the theme's C0504D, a quarter darker
    assert style.label.fill == "F2DCDB" and style.label.bold and style.label.font == "Verdana"
    assert (style.body.font, style.body.size, style.body.fill, style.body.ink) == ("Verdana", 9, None, "333333")
    assert style.line == "CC8800" and (style.label_width, style.column_width) == (18.5, 31)
    assert (style.page.paper, style.page.orientation) == (1, "portrait")
    assert style.page.margins == (0.5, 0.6, 0.7, 0.8, 0.2, 0.25)
    assert style.head.center.endswith("ACME && Sons") and style.foot.left == "{title}"
    assert style.logo == png(400, 100) and style.logo_size == (200, 50)


def test_a_house_style_is_written(house: Path, tmp_path: Path) -> None:
    journey = example("alibaba-b2b")
    write_workbook(journey, tmp_path / "map.xlsx", read_house_style(house))
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0]
    assert (sheet["A1"].font.name, sheet["B3"].font.name, sheet["B2"].fill.fgColor.rgb) == (
        "Georgia", "Verdana", "00953735")
    assert sheet.column_dimensions["A"].width == 18.5 and sheet.column_dimensions["B"].width >= 31
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (1, "portrait")
    assert sheet.oddFooter.left.text == "B2B Customer Journey Map" and "ACME && Sons" in sheet.oddHeader.center.text
    (logo,) = sheet._images
    assert logo.anchor.ext.width / logo.anchor.ext.height == pytest.approx(4, rel=0.02)
    assert sheet.row_dimensions[1].height >= 50 * 0.75
    assert read_workbook(tmp_path / "map.xlsx")[0].info.title == journey.info.title


def test_a_chinese_journey_in_a_latin_house_style_is_in_chinese_type(house: Path, tmp_path: Path) -> None:
    write_workbook(example("industrial-purchase-zh"), tmp_path / "map.xlsx", read_house_style(house))
    assert openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0]["B3"].font.name == "Microsoft YaHei"


@pytest.mark.parametrize("name", list(STYLES))
def test_a_style_of_ours_is_read_back(name: str, tmp_path: Path) -> None:
    write_workbook(example("alibaba-b2b"), tmp_path / "map.xlsx", STYLES[name])
    found, style = read_house_style(tmp_path / "map.xlsx"), STYLES[name]
    for one, other in ((found.title, style.title), (found.header, style.header), (found.body, style.body)):
        assert (one.ink, one.fill, one.size, one.bold) == (other.ink, other.fill, other.size, other.bold)
    assert found.stripe == style.stripe and found.page.orientation == "landscape"


def test_what_has_no_style_is_refused(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "alone"
    workbook.save(tmp_path / "empty.xlsx")
    with pytest.raises(JourneyError, match="No style can be taken from “empty.xlsx”"):
        read_house_style(tmp_path / "empty.xlsx")
    (tmp_path / "text.xlsx").write_text("no workbook")
    with pytest.raises(JourneyError, match="not an Excel workbook"):
        read_house_style(tmp_path / "text.xlsx")
    with pytest.raises(JourneyError, match="There is no file"):
        read_house_style(tmp_path / "missing.xlsx")


@pytest.mark.parametrize("size", [(3000, 600), (400, 900), (40, 40)])
def test_the_picture_keeps_its_proportions_on_one_page(size: tuple[int, int], tmp_path: Path) -> None:
    content = png(*size)
    write_workbook(example("alibaba-b2b"), tmp_path / "map.xlsx", picture=content)
    workbook = openpyxl.load_workbook(tmp_path / "map.xlsx")
    sheet = workbook["Picture"]
    (image,) = sheet._images
    extent = image.anchor.ext
    assert extent.width / extent.height == pytest.approx(size[0] / size[1], rel=0.01)
    assert extent.width <= 10.9 * 914_400 and extent.height <= 7.2 * 914_400
    assert max(extent.width / (10.9 * 914_400), extent.height / (7.2 * 914_400)) > 0.9
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 1
    assert image._data() == content
    assert not any(cell.value for row in sheet.iter_rows() for cell in row)


def test_emotions_are_coloured_by_excel(tmp_path: Path) -> None:
    write_workbook(example("alibaba-b2b"), tmp_path / "map.xlsx")
    details = openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[1]
    ((area, (rule,)),) = [(str(one.sqref), one.rules) for one in details.conditional_formatting]
    assert area == f"G2:G{details.max_row}" and details["G1"].value == "Emotion"
    assert [point.val for point in rule.colorScale.cfvo] == [-2, 0, 2]
    assert [color.rgb[2:] for color in rule.colorScale.color] == list(CLASSIC.emotion)


def test_an_empty_journey_is_written_in_every_style(tmp_path: Path) -> None:
    for style in STYLES.values():
        assert write_workbook(Journey([JourneyInfo()]), tmp_path / "map.xlsx", style) == []
        assert read_workbook(tmp_path / "map.xlsx")[0].stages == []


def test_rows_grow_when_somebody_enters_more(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    with zipfile.ZipFile(tmp_path / "map.xlsx") as archive:
        sheets = {name: archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name}
    fixed = {(name, row) for name, content in sheets.items()
             for row in re.findall(r'<row r="(\d+)"[^>]*customHeight', content)}
    assert fixed == {("xl/worksheets/sheet1.xml", "1")}  # the title, whose cells are merged


@pytest.mark.parametrize("name", STYLES)
def test_data_sheets_are_as_high_as_their_texts_and_in_the_style(name: str, tmp_path: Path) -> None:
    stage = Stage(title="S", goal="a goal of many words " * 20)
    write_workbook(Journey([JourneyInfo(), stage, Stage(title="T")]), tmp_path / "map.xlsx", STYLES[name])
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx")["Stages"]
    long, short = sorted((sheet.row_dimensions[row].height for row in (3, 4)), reverse=True)
    assert long > 4 * short and short < 30
    assert sheet["B3"].font.color.rgb.endswith(STYLES[name].body.ink) and sheet["C3"].alignment.horizontal == "center"


def test_empty_sheets_that_are_seldom_wanted_are_hidden_and_not_printed(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    book = openpyxl.load_workbook(tmp_path / "map.xlsx")
    assert book["Tracks"].sheet_state == "hidden" and not book["Tracks"].print_area
    assert book["Challenges"].sheet_state == "visible" and book["Challenges"].print_area
    latest = next(cell.column_letter for cell in book["Metrics"][2] if cell.value == "Latest value")
    assert f"${latest}$" in book["Metrics"].print_area
