"""Exporting onto a workbook that somebody works with: our sheets are replaced, and all else stays as it was."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import PIL.Image
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, NamedStyle, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from journey_editor.exchange import find_maps, read_edits, read_workbook, what_would_be_lost, write_workbook
from journey_editor.model import Journey, JourneyInfo, Metric, Stage, Touchpoint, operations

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(path: Path, **more: tuple[str, bytes]) -> None:
    """Add parts to a file, or change them."""
    found = parts(path) | dict(more.values())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)


def add_budget(path: Path) -> None:
    """Add sheets of somebody's own to a workbook: before ours, and after."""
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Budget", 0)
    style = NamedStyle("House", font=Font(name="Georgia", bold=True, color="FF0000"), number_format="0.000 €")
    for row, (what, cost) in enumerate((("Site", 12.5), ("Mail", 7), ("Total", "=SUM(B1:B2)")), 1):
        sheet.cell(row, 1).value = what
        sheet.cell(row, 2).value = cost
        sheet.cell(row, 2).style = style
    sheet["A5"] = "=COUNTA('Touch points'!B3:B99)"
    sheet.column_dimensions["A"].width = 33.5
    sheet.conditional_formatting.add("B1:B3", CellIsRule(operator="greaterThan", formula=["10"],
                                                         fill=PatternFill("solid", bgColor="FFFF00")))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    sheet.add_chart(chart, "D2")
    last = book.create_sheet("Notes of mine")
    last.append(["what", "who"])
    last.append(["a", "b"])
    last.add_table(Table(displayName="mine", ref="A1:B2"))
    book.defined_names["rate"] = DefinedName("rate", attr_text="Budget!$B$1")
    sheet.print_title_rows = "1:1"
    book.save(path)


def of_others(path: Path) -> dict[str, bytes]:
    """The parts of a file that somebody's own sheets are made of, by what is in them."""
    book = parts(path)
    return {name: content for name, content in book.items() if b"Georgia" not in content and (
        b">Budget" in content or b"SUM(B1:B2)" in content or b"'Budget'!" in content or b'displayName="mine"' in content
        or b">who<" in content) and "workbook.xml" not in name and "docProps" not in name}


@pytest.fixture
def path(journey: Journey, tmp_path: Path) -> Path:
    """A workbook that a journey was exported into, and that somebody then worked with."""
    write_workbook(journey, tmp_path / "work.xlsx")
    add_budget(tmp_path / "work.xlsx")
    return tmp_path / "work.xlsx"


def longer(journey: Journey) -> Journey:
    result = journey.copy()
    result.apply(operations.add_stage(result, "Another"))
    result.apply(operations.add_touchpoint(result, result.stages[-1].id, "Call"))
    return result


def test_what_others_made_stays_byte_for_byte(journey: Journey, path: Path) -> None:
    before = of_others(path)
    assert len(before) == 4  # two sheets, a chart, a table
    assert what_would_be_lost(path, journey) == []
    assert write_workbook(longer(journey), path) == []
    after = parts(path)
    assert {name: after.get(name) for name in before} == before
    book = openpyxl.load_workbook(path)
    sheet = book["Budget"]
    assert book.sheetnames[:2] == ["Budget", "Journey map"] and book.sheetnames[-1] == "Notes of mine"
    assert sheet["B3"].value == "=SUM(B1:B2)" and sheet["A5"].value == "=COUNTA('Touch points'!B3:B99)"
    assert (sheet["B1"].style, sheet["B1"].font.name, sheet["B1"].number_format) == ("House", "Georgia", "0.000 €")
    assert sheet.column_dimensions["A"].width == 33.5 and sheet.print_title_rows == "$1:$1"
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert rules[0].dxf.fill.bgColor.rgb == "00FFFF00"
    assert book.defined_names["rate"].attr_text == "Budget!$B$1" and len(sheet._charts) == 1
    assert book["Notes of mine"].tables["mine"].ref == "A1:B2"


def test_the_journey_is_read_from_it(journey: Journey, path: Path) -> None:
    assert read_workbook(path)[0] == journey
    write_workbook(longer(journey), path)
    first = longer(journey)
    edits = read_edits(path)
    assert edits.theirs.count(Touchpoint) == first.count(Touchpoint) and edits.base == edits.theirs
    assert [found.sheet for found in find_maps(path)] == ["Journey map"]


def look(cell: openpyxl.cell.Cell) -> list[str]:
    """All that is to be seen of a cell."""
    names = ("value", "font", "fill", "border", "alignment", "number_format", "style", "quotePrefix")
    return [repr(getattr(cell, name)) for name in names]


def test_our_sheets_look_the_same_within_it(journey: Journey, path: Path, tmp_path: Path) -> None:
    write_workbook(journey, path)
    write_workbook(journey, tmp_path / "alone.xlsx")
    mixed, alone = openpyxl.load_workbook(path), openpyxl.load_workbook(tmp_path / "alone.xlsx")
    for sheet in alone.worksheets:
        same = mixed[sheet.title]
        assert same.sheet_state == sheet.sheet_state and same.dimensions == sheet.dimensions
        assert same.print_area == sheet.print_area and set(same.tables) == set(sheet.tables)
        for row, others in zip(sheet.iter_rows(), same.iter_rows()):
            for one, other in zip(row, others):
                assert look(one) == look(other)
    ids = [table.id for sheet in mixed.worksheets for table in sheet.tables.values()]
    assert len(ids) == len(set(ids))


def test_exporting_again_and_again_adds_nothing(journey: Journey, path: Path) -> None:
    write_workbook(journey, path)
    first = {name: len(content) for name, content in parts(path).items()}
    for _ in range(3):
        write_workbook(journey, path)
    again = {name: len(content) for name, content in parts(path).items()}
    assert set(again) == set(first)
    assert again["xl/styles.xml"] == first["xl/styles.xml"] and again["xl/workbook.xml"] == first["xl/workbook.xml"]


def test_a_workbook_without_a_journey_gets_one(journey: Journey, tmp_path: Path) -> None:
    path = tmp_path / "plain.xlsx"
    openpyxl.Workbook().save(path)
    add_budget(path)
    assert write_workbook(journey, path) == []
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[:2] == ["Budget", "Sheet"] and "Journey map" in book.sheetnames
    assert read_workbook(path)[0] == journey


def test_sheets_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "taken.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Metrics"
    book.active["A1"] = "mine"
    book.create_sheet("journey map")["A1"] = "mine too"
    book.save(path)
    stage = Stage(title="Visit")
    journey = Journey([JourneyInfo(), stage, Metric(title="Rate", about=stage.id, baseline=1, target=2)])
    assert write_workbook(journey, path) == []
    book = openpyxl.load_workbook(path)
    assert book["Metrics"]["A1"].value == "mine" and book["journey map"]["A1"].value == "mine too"
    assert book["Metrics (2)"]["A1"].value == "metric.id" and "Journey map (2)" in book.sheetnames
    charts = [content.decode() for name, content in parts(path).items() if "/charts/" in name]
    assert charts and all("'Metrics (2)'!" in chart and "'Metrics'!" not in chart for chart in charts)
    assert read_workbook(path)[0] == journey
    write_workbook(journey, path)
    assert openpyxl.load_workbook(path).sheetnames == book.sheetnames


def test_sheets_of_ours_keep_the_names_that_they_were_given(journey: Journey, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["Journey map"].title = "The map"
    book["Touch points"].title = "Contacts"
    book["Touch point details"].title = "Details"
    book.defined_names["journey_map_table"].attr_text = "'The map'!$A$1:$C$6"
    book.defined_names["journey_sheet_details"].attr_text = "'Details'!$A$1"
    book.save(path)
    assert read_workbook(path)[0] == journey
    write_workbook(journey, path)
    names = openpyxl.load_workbook(path).sheetnames
    assert {"The map", "Contacts", "Details"} <= set(names) and not {"Journey map", "Touch points"} & set(names)
    assert read_workbook(path)[0] == journey and not read_edits(path).report.guesses


def test_macros_stay(journey: Journey, path: Path) -> None:
    macros = path.with_suffix(".xlsm")
    shutil.copy(path, macros)
    found = parts(macros)
    types = found["[Content_Types].xml"].replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml", 1)
    types = types.replace(b"spreadsheetml.sheet.macroEnabled", b"excel.sheet.macroEnabled")
    types = types.replace(b"application/vnd.openxmlformats-officedocument.excel", b"application/vnd.ms-excel")
    types = types.replace(b"</Types>", b'<Override PartName="/xl/vbaProject.bin" ContentType='
                          b'"application/vnd.ms-office.vbaProject"/></Types>')
    rels = found["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'vbaProject" Target="vbaProject.bin"/></Relationships>')
    with_parts(macros, types=("[Content_Types].xml", types), rels=("xl/_rels/workbook.xml.rels", rels),
               code=("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 code"))
    assert what_would_be_lost(macros, journey) == [] and write_workbook(longer(journey), macros) == []
    after = parts(macros)
    assert after["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 code"
    assert b"vbaProject" in after["[Content_Types].xml"] and b"macroEnabled" in after["[Content_Types].xml"]


def strict(path: Path) -> None:
    content = parts(path)["xl/workbook.xml"].replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    with_parts(path, book=("xl/workbook.xml", content))


def protected(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.security.lockStructure = True
    book.save(path)


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def encrypted(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("spoil", [strict, protected, damaged, encrypted])
def test_what_cannot_be_changed_without_harm_is_written_beside(
        spoil: Callable[[Path], None], journey: Journey, path: Path) -> None:
    spoil(path)
    before = path.read_bytes()
    assert len(what_would_be_lost(path, journey)) == 1
    told = write_workbook(journey, path)
    assert len(told) == 2 and "work (journey).xlsx" in str(told[1]) and path.read_bytes() == before
    assert read_workbook(path.with_name("work (journey).xlsx"))[0] == journey
    assert sorted(one.name for one in path.parent.iterdir()) == ["work (journey).xlsx", "work.xlsx"]


def commented(book: openpyxl.Workbook) -> None:
    book["Journey map"]["B3"].comment = Comment("Is that so?", "A client")


def charted(book: openpyxl.Workbook) -> None:
    chart = BarChart()
    chart.add_data(Reference(book["Touch points"], min_col=9, min_row=3, max_row=5))
    book["Touch points"].add_chart(chart, "R3")


@pytest.mark.parametrize("add, sheet", [(commented, "Journey map"), (charted, "Touch points")])
def test_what_somebody_put_on_our_sheets_is_not_lost(
        add: Callable[[openpyxl.Workbook], None], sheet: str, journey: Journey, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    add(book)
    book.save(path)
    before = path.read_bytes()
    (told,) = what_would_be_lost(path, journey)
    assert sheet in str(told)
    assert len(write_workbook(journey, path)) == 2 and path.read_bytes() == before


def test_charts_and_the_picture_are_ours(journey: Journey, tmp_path: Path) -> None:
    cards = [Touchpoint(title=f"{number}", stage=journey.stages[0].id, emotion=number) for number in (-1, 0, 2)]
    journey = Journey([*journey, *cards])
    picture = io.BytesIO()
    PIL.Image.new("RGB", (30, 20)).save(picture, "PNG")
    path = tmp_path / "pictured.xlsx"
    write_workbook(journey, path, picture=picture.getvalue())
    add_budget(path)
    for _ in range(2):
        assert what_would_be_lost(path, journey) == []
        write_workbook(journey, path, picture=picture.getvalue())
        names = openpyxl.load_workbook(path).sheetnames
        assert names.count("Charts") == names.count("Picture") == 1 and not any("(2)" in name for name in names)


def test_a_copy_of_our_sheet_is_somebody_s_own(journey: Journey, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    copied = book.copy_worksheet(book["Stages"])
    copied.title = "Stages in May"
    book.move_sheet(copied, -len(book.sheetnames))
    book["Stages"]["B3"].value = "Now"
    book.save(path)
    assert [stage.title for stage in read_edits(path).theirs.stages][0] == "Now"
    write_workbook(journey, path)
    assert openpyxl.load_workbook(path)["Stages in May"]["B3"].value == journey.stages[0].title
    assert read_workbook(path)[0] == journey


def test_a_table_that_lost_its_header_is_replaced(journey: Journey, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["Stages"].delete_rows(1, 2)
    book.save(path)
    assert read_edits(path).theirs == journey
    write_workbook(journey, path)
    tables = [name for sheet in openpyxl.load_workbook(path).worksheets for name in sheet.tables]
    assert len(tables) == len(set(tables))
    assert read_edits(path).theirs == journey


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_mixture(journey: Journey, path: Path, tmp_path: Path) -> None:
    write_workbook(longer(journey), path)
    subprocess.run([str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
                    "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(path)],
                   check=True, capture_output=True, timeout=180)
    book = openpyxl.load_workbook(tmp_path / "out" / path.name, data_only=True)
    assert book["Budget"]["B3"].value == 19.5 and book["Budget"]["A5"].value == 4
    assert len(book["Budget"]._charts) == 1
    edits = read_edits(tmp_path / "out" / path.name)
    assert edits.theirs == edits.base and edits.theirs.count(Stage) == 3


def test_parts_are_there_once(journey: Journey, path: Path) -> None:
    write_workbook(journey, path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        names = [name.lower() for name in archive.namelist()]
    assert len(names) == len(set(names))
