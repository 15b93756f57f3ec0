"""Files that are no workbook, or none that can be read: one plain sentence each, never a traceback, never long."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from workbook_cases import FIXTURES, all_outlines, build

from journey_editor.exchange import find_maps, read_workbook
from journey_editor.spreadsheet.reader import WorkbookReader, with_workbook
from journey_editor.model import JourneyError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
SHEET = "xl/worksheets/sheet1.xml"
STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
MAP = [["Stage", "A", "B"], ["Touchpoints", "t1", "t2"], ["Pain points", "p", "q"]]


def refused(path: Path, sheet: str | None = None) -> str:
    """Return the one sentence that a file is refused with."""
    with pytest.raises(JourneyError) as caught:
        read_workbook(path, sheet)
    sentence = str(caught.value)
    assert sentence == str(caught.value.sentence) and "\n" not in sentence and sentence.endswith(".")
    return sentence


def changed(tmp_path: Path, part: str, change: object, source: Path = FIXTURES / "report.xlsx") -> Path:
    """Return a copy of a workbook with one part replaced (by what `change` makes of it), or left out if None."""
    path = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                content = change(content) if callable(change) else change
            if content is not None:
                new.writestr(name, content)
    return path


@pytest.mark.parametrize(("content", "told"), [
    (b"", "“book.xlsx” is empty."),
    (b"Stage,Touchpoints\nA,B\n", "“book.xlsx” is not an Excel workbook (.xlsx)."),
    (b"<html><table></table></html>", "“book.xlsx” is not an Excel workbook (.xlsx)."),
    (b"%PDF-1.7", "“book.xlsx” is not an Excel workbook (.xlsx)."),
    (OLE + "Workbook".encode("utf-16-le"),
     "“book.xlsx” is in the old Excel format (.xls): save it as .xlsx, then open it again."),
    (OLE + "EncryptedPackage".encode("utf-16-le"),
     "“book.xlsx” is encrypted: remove its password in Excel, then open it again."),
    (OLE + "WordDocument".encode("utf-16-le"), "“book.xlsx” is not an Excel workbook (.xlsx)."),
    (b"PK\x03\x04 and then nothing", "“book.xlsx” is damaged and cannot be read."),
])
def test_other_files_are_refused(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refused(path) == told
    with pytest.raises(JourneyError):
        find_maps(path)


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.xlsx") == "There is no file “no.xlsx”."
    (tmp_path / "map.xlsx").mkdir()
    assert refused(tmp_path / "map.xlsx") == "“map.xlsx” is a folder, not a file."


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind here")
def test_files_that_may_not_be_read_are_refused(tmp_path: Path) -> None:
    path = build(tmp_path / "map.xlsx", {"rows": MAP})
    path.chmod(0)
    assert "you do not have permission to read it" in refused(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_half_a_file_is_damaged(share: float, tmp_path: Path) -> None:
    content = (FIXTURES / "report.xlsx").read_bytes()
    path = tmp_path / "half.xlsx"
    path.write_bytes(content[:int(len(content) * share)])
    assert refused(path) == "“half.xlsx” is damaged and cannot be read."


def test_flipped_bytes_are_damage_or_read_but_never_a_crash(tmp_path: Path) -> None:
    content = bytearray((FIXTURES / "report.xlsx").read_bytes())
    path = tmp_path / "flipped.xlsx"
    for place in range(0, len(content), 61):
        broken = bytearray(content)
        broken[place] ^= 0xff
        path.write_bytes(broken)
        try:
            read_workbook(path)
        except JourneyError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize("content", [
    b"", b"<worksheet><sheetData><row>", b"not xml", b'<worksheet><c r="ZZZ99" t="s"><v>999</v></c></worksheet>'])
def test_damaged_parts_are_told(content: bytes, tmp_path: Path) -> None:
    assert refused(changed(tmp_path, SHEET, content)) == "“changed.xlsx” is damaged and cannot be read."


def test_missing_parts_are_told(tmp_path: Path) -> None:
    for part in (SHEET, "xl/workbook.xml"):
        assert refused(changed(tmp_path, part, None)) == "“changed.xlsx” is damaged and cannot be read."


def test_other_zip_files_are_refused(tmp_path: Path) -> None:
    for name, part in (("letter.docx", "word/document.xml"), ("notes.zip", "notes.txt"), ("table.ods", "mimetype")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(part, "x")
        assert refused(tmp_path / name) == f"“{name}” is not an Excel workbook (.xlsx)."
    with zipfile.ZipFile(tmp_path / "binary.xlsb", "w") as archive:
        archive.writestr("xl/workbook.bin", "x")
    assert "binary workbook (.xlsb)" in refused(tmp_path / "binary.xlsb")


def test_zip_members_with_a_password_are_told(tmp_path: Path) -> None:
    content = bytearray((FIXTURES / "report.xlsx").read_bytes())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1  # the flag of an encrypted member, in the directory and before the member
        start = int.from_bytes(content[place + 42:place + 46], "little")
        content[start + 6] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    path = tmp_path / "locked.xlsx"
    path.write_bytes(content)
    assert "is encrypted" in refused(path)


@pytest.mark.slow
def test_files_made_to_fill_the_memory_are_refused_quickly(tmp_path: Path) -> None:
    start = time.monotonic()
    head = b'<worksheet xmlns="%s"><sheetData>' % STRICT[0][0]
    many = head + b"<row><c/></row>" * 2_100_000 + b"</sheetData></worksheet>"
    assert "too large" in refused(changed(tmp_path, SHEET, many))
    huge = b"<worksheet>" + b" " * 260_000_000 + b"</worksheet>"
    assert "too large" in refused(changed(tmp_path, SHEET, huge))
    styles = changed(tmp_path, "xl/styles.xml", b"<styleSheet>" + b"<a/>" * 8_000_000 + b"</styleSheet>")
    assert "too large" in refused(styles)
    assert time.monotonic() - start < 120


def test_entities_that_grow_are_not_expanded(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY l{i} "&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};">'
                    for i in range(1, 30))
    bomb = (f'<!DOCTYPE x [<!ENTITY l0 "lol">{lines}]><worksheet><sheetData><row><c t="str"><v>&l29;</v></c></row>'
            "</sheetData></worksheet>")
    assert refused(changed(tmp_path, SHEET, bomb.encode())) == "“changed.xlsx” is damaged and cannot be read."


def test_wide_claims_and_merges_cost_nothing(tmp_path: Path) -> None:
    def claim(content: bytes) -> bytes:
        content = content.replace(b'ref="A1:E5"', b'ref="A1:XFD1048576"')
        merges = b'<mergeCell ref="G1:XFD1048576"/><mergeCell ref="A900000:E1048576"/></mergeCells>'
        return content.replace(b"</mergeCells>", merges)

    path = changed(tmp_path, SHEET, claim)
    assert with_workbook(path, WorkbookReader.book).grids[0].merges
    assert all_outlines(path) == all_outlines(FIXTURES / "report.xlsx")


def test_far_away_cells_cost_nothing(tmp_path: Path) -> None:
    path = build(tmp_path / "far.xlsx", {"blocks": [["A1", MAP], ["XFD1048576", [["\xa0"]]], ["ZZ90000", [["stray"]]]]})
    journey, _ = read_workbook(path)
    assert [stage.title for stage in journey.stages] == ["A", "B"] and journey.info.context == "stray"


def test_strict_workbooks_are_read(tmp_path: Path) -> None:
    source = FIXTURES / "transposed.xlsx"
    path = tmp_path / "strict.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for transitional, strict in STRICT:
                content = content.replace(transitional, strict)
            new.writestr(name, content)
    assert all_outlines(path) == all_outlines(source)


def test_odd_styles_and_missing_references_do_no_harm(tmp_path: Path) -> None:
    path = changed(tmp_path, "xl/styles.xml", b"<styleSheet><fills><fill>odd</fill></fills></styleSheet>")
    assert all_outlines(path) == all_outlines(FIXTURES / "report.xlsx")

    def bare(content: bytes) -> bytes:
        import re
        return re.sub(rb' r="[A-Z]+\d+"', b"", content)

    assert len(all_outlines(changed(tmp_path, SHEET, bare))) == 1


def test_rich_text_formulas_and_reading_aids(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"rows": [
        ["Stage", "A", "B"], ["Touchpoints", "t1", '="x"&"y"'], ["Pain points", "p", "q"]]})
    rich = ('<c r="B2" t="inlineStr"><is><r><t>two </t></r><r><rPr><b/></rPr><t>runs_x000D_</t></r>'
            '<rPh sb="0" eb="1"><t>aid</t></rPh></is></c>').encode()

    def inline(content: bytes) -> bytes:
        import re
        return re.sub(rb'<c r="B2"[^>]*>.*?</c>', rich, content)

    path = changed(tmp_path, SHEET, inline, source=path)
    journey, report = read_workbook(path)
    assert [touchpoint["title"] if isinstance(touchpoint, dict) else touchpoint
            for stage in all_outlines(path)[0]["stages"] for touchpoint in stage["touchpoints"]] == ["two runs"]
    assert any("formulas whose results are not in the file" in str(line) for line in report.lines())


def test_hidden_sheets_are_read_only_if_no_other_holds_a_map(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"name": "Old", "rows": MAP}, {"name": "New", "rows": MAP})
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)
    assert [found.sheet for found in find_maps(path)] == ["New"]
    book["New"].delete_rows(1, 3)
    book.save(path)
    assert [found.sheet for found in find_maps(path)] == ["Old"]


def test_comments_and_pictures_are_told(tmp_path: Path) -> None:
    from openpyxl.chart import LineChart, Reference
    from openpyxl.comments import Comment
    path = build(tmp_path / "book.xlsx", {"rows": [*MAP, ["Emotion", 3, 4]]})
    book = openpyxl.load_workbook(path)
    book.active["B2"].comment = Comment("ask Ann", "Ben")
    chart = LineChart()
    chart.add_data(Reference(book.active, min_col=2, max_col=3, min_row=4), from_rows=True)
    book.active.add_chart(chart, "F1")
    book.save(path)
    told = [str(line) for line in read_workbook(path)[1].lines()]
    assert "The sheet has comments, which were not read: 1." in told
    assert "The sheet has pictures, charts or text boxes, which were not read." in told
