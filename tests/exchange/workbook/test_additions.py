"""Exporting onto a workbook on whose sheets of ours somebody wrote: that stays where it is, or the workbook does."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Font, PatternFill, Side

from journey_editor.exchange import read_edits, read_workbook, what_would_be_lost, write_workbook
from journey_editor.exchange.workbook.keeping import existing
from journey_editor.model import Journey, Lane, Touchpoint, operations
from tests.exchange.odd_tables import tables
from tests.strategies import journeys

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MAP, DETAILS, CARDS = "Journey map", "Touch point details", "Touch points"


@pytest.fixture
def path(journey: Journey, tmp_path: Path) -> Path:
    """A workbook that a journey was exported into."""
    write_workbook(journey, tmp_path / "work.xlsx")
    return tmp_path / "work.xlsx"


def edit(path: Path, change: Callable[[openpyxl.Workbook], None]) -> None:
    """Open a workbook, do something in it, and save it."""
    book = openpyxl.load_workbook(path, rich_text=True)
    change(book)
    book.save(path)


def enter(path: Path, sheet: str, **cells: object) -> None:
    """Type into cells of a sheet."""
    def change(book: openpyxl.Workbook) -> None:
        for place, value in cells.items():
            book[sheet][place] = value

    edit(path, change)


def room(path: Path, sheet: str = MAP) -> tuple[int, int]:
    """The last row and column of a sheet."""
    found = openpyxl.load_workbook(path)[sheet]
    return found.max_row, found.max_column


def longer(journey: Journey) -> Journey:
    """The journey with one more stage, at the end."""
    result = journey.copy()
    result.apply(operations.add_stage(result, "Another"))
    result.apply(operations.add_touchpoint(result, result.stages[-1].id, "Call"))
    return result


def remark(book: openpyxl.Workbook) -> None:
    """Write beside and below the map what somebody may write there, in formats of their own."""
    sheet = book[MAP]
    sheet["J2"] = "To do"
    sheet["J2"].font = Font(name="Georgia", bold=True, color="FF0000")
    sheet["J2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["J4"] = datetime.date(2024, 5, 1)
    sheet["J4"].number_format = "d mmmm yyyy"
    sheet["K4"] = 12.5
    sheet["K4"].border = Border(left=Side("thick"))
    sheet["K5"] = "=K4*2"
    sheet["J6"] = CellRichText("Ask ", TextBlock(InlineFont(b=True), "Li"), " & <Wang>")
    sheet["J7"] = "The site"
    sheet["J7"].hyperlink = "https://example.org/a?b=1&c=2"
    sheet["A30"] = "Agreed on Monday,\nby all"
    sheet.merge_cells("A30:B31")
    sheet.column_dimensions["J"].width = 41.5
    sheet.row_dimensions[30].height = 77


def look(cell: openpyxl.cell.Cell) -> list[str]:
    """All that is to be seen of a cell."""
    names = ("value", "font", "fill", "border", "number_format", "alignment")
    return [*(repr(getattr(cell, name)) for name in names), repr(cell.hyperlink and cell.hyperlink.target)]


def remarks(path: Path) -> dict[str, list[str]]:
    sheet = openpyxl.load_workbook(path, rich_text=True)[MAP]
    return {place: look(sheet[place]) for place in ("J2", "J4", "K4", "K5", "J6", "J7", "A30")}


@pytest.mark.parametrize("change", [lambda journey: journey, longer])
def test_what_stands_beside_and_below_the_map_stays(
        change: Callable[[Journey], Journey], journey: Journey, path: Path) -> None:
    edit(path, remark)
    before, now = remarks(path), change(journey)
    for _ in range(3):
        assert what_would_be_lost(path, now) == []
        assert write_workbook(now, path) == []
        assert remarks(path) == before
        sheet = openpyxl.load_workbook(path)[MAP]
        assert "A30:B31" in sheet.merged_cells and sheet.row_dimensions[30].height == 77
        assert sheet.column_dimensions["J"].width == 41.5
        assert sheet.cell(2, len(now.stages) + 1).value == f"{len(now.stages)}. {now.stages[-1].title}"
        assert read_workbook(path)[0] == now and not read_edits(path).report.guesses
    assert [one.name for one in path.parent.iterdir()] == ["work.xlsx"]


def test_exporting_again_and_again_adds_nothing(journey: Journey, path: Path) -> None:
    edit(path, remark)
    sizes = []
    for _ in range(3):
        write_workbook(journey, path)
        with zipfile.ZipFile(path) as archive:
            sizes.append({info.filename: info.file_size for info in archive.infolist()})
    assert sizes[0] == sizes[1] == sizes[2]


def add_below(path: Path) -> None:
    enter(path, MAP, **{f"A{room(path)[0] + 1}": "Who agreed", f"B{room(path)[0] + 1}": "all but one"})


def add_beside(path: Path) -> None:
    letter = openpyxl.utils.get_column_letter(room(path)[1] + 1)
    enter(path, MAP, **{f"{letter}2": "Remarks", f"{letter}4": "We heard that twice"})


def add_beside_without_header(path: Path) -> None:
    letter = openpyxl.utils.get_column_letter(room(path)[1] + 1)
    enter(path, MAP, **{f"{letter}4": 17})


def add_between(path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book[MAP]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_cols(3)
        sheet["C2"], sheet["C3"] = "In between", "Ø Call us\nØ Wait"

    edit(path, change)


@pytest.mark.parametrize("add", [add_below, add_beside, add_beside_without_header, add_between])
def test_what_stands_too_close_to_the_map_is_not_lost(
        add: Callable[[Path], None], journey: Journey, path: Path) -> None:
    add(path)
    before = path.read_bytes()
    (told,) = what_would_be_lost(path, journey)
    assert MAP in str(told)
    assert write_workbook(journey, path)[0] == told and path.read_bytes() == before
    assert read_workbook(path.with_name("work (journey).xlsx"))[0] == journey


@pytest.mark.parametrize("add", [add_below, add_beside, add_between])
def test_what_was_read_into_the_journey_is_not_told_of(
        add: Callable[[Path], None], journey: Journey, path: Path) -> None:
    add(path)
    now = read_edits(path).theirs
    assert now.count(Lane) + len(now.stages) > journey.count(Lane) + len(journey.stages)
    assert what_would_be_lost(path, now) == [] and write_workbook(now, path) == []
    assert read_workbook(path)[0] == now


def test_a_map_that_grows_over_a_remark_is_written_beside(journey: Journey, path: Path) -> None:
    letter = openpyxl.utils.get_column_letter(room(path)[1] + 2)
    enter(path, MAP, **{f"{letter}4": "We heard that twice"})
    assert what_would_be_lost(path, journey) == []
    before = path.read_bytes()
    (told,) = what_would_be_lost(path, longer(journey))
    assert f"{letter}4" in str(told)
    assert len(write_workbook(longer(journey), path)) == 2 and path.read_bytes() == before


def test_what_stands_above_a_map_that_was_moved_is_not_lost(journey: Journey, path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        for area in list(book[MAP].merged_cells.ranges):
            book[MAP].unmerge_cells(str(area))
        book[MAP].insert_rows(1, 2)
        book[MAP]["A1"] = "Confidential"

    edit(path, change)
    (told,) = what_would_be_lost(path, journey)
    assert "A1" in str(told)


def beside(path: Path, sheet: str, row: int) -> str:
    return f"{openpyxl.utils.get_column_letter(room(path, sheet)[1] + 1)}{row}"


@pytest.mark.parametrize("sheet", [DETAILS, CARDS, "Stages", "Metrics"])
def test_what_stands_beside_a_row_stays_with_it(sheet: str, journey: Journey, path: Path) -> None:
    first = beside(path, sheet, 3)
    enter(path, sheet, **{first: "Ask Li", beside(path, sheet, 40): 12})
    assert what_would_be_lost(path, journey) == [] and write_workbook(journey, path) == []
    assert openpyxl.load_workbook(path)[sheet][first].value == "Ask Li"
    assert read_workbook(path)[0] == journey
    now = journey.copy()
    for cls in (type(journey.stages[0]), Touchpoint):
        gone = journey.all(cls)[0]
        if gone.id in now:
            now.apply(operations.delete(now, [gone.id]))
    (told,) = what_would_be_lost(path, now)
    assert sheet in str(told) and first in str(told)


def test_what_stands_below_a_table_is_not_lost(journey: Journey, path: Path) -> None:
    enter(path, CARDS, B50="Sum of all hours", F50="in all", F51=4)
    (told,) = what_would_be_lost(path, journey)
    assert CARDS in str(told) and "B50, F50, F51" in str(told)
    before = path.read_bytes()
    write_workbook(journey, path)
    assert path.read_bytes() == before


def test_a_column_put_into_a_table_is_not_lost(journey: Journey, path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[CARDS].insert_cols(4)
        book[CARDS]["D2"], book[CARDS]["D3"] = "Ours", "Ask Li"

    edit(path, change)
    (told,) = what_would_be_lost(path, journey)
    assert CARDS in str(told) and "D2, D3" in str(told)


def test_what_stands_above_a_table_is_not_lost(journey: Journey, path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book[CARDS].insert_rows(1)
        book[CARDS]["A1"], book[CARDS]["B1"] = "As of May", "by Li"

    edit(path, change)
    (told,) = what_would_be_lost(path, journey)
    assert CARDS in str(told) and "A1, B1" in str(told)


def test_rows_that_were_read_are_not_told_of(journey: Journey, path: Path) -> None:
    row = room(path, CARDS)[0] + 1
    enter(path, CARDS, **{f"B{row}": "Call back", f"G{row}": "yes"})
    now = read_edits(path).theirs
    assert now.count(Touchpoint) == journey.count(Touchpoint) + 1
    assert what_would_be_lost(path, now) == [] and write_workbook(now, path) == []


def test_what_stands_below_the_details_stays(journey: Journey, path: Path) -> None:
    enter(path, DETAILS, A60="Agreed on Monday")
    assert write_workbook(longer(journey), path) == []
    assert openpyxl.load_workbook(path)[DETAILS]["A60"].value == "Agreed on Monday"


def test_what_stands_among_the_charts_stays(journey: Journey, path: Path) -> None:
    cards = [Touchpoint(title=f"{number}", stage=journey.stages[0].id, emotion=number) for number in (-1, 0, 2)]
    journey = Journey([*journey, *cards])
    write_workbook(journey, path)
    enter(path, "Charts", N5="Better than last year")
    assert write_workbook(journey, path) == []
    sheet = openpyxl.load_workbook(path)["Charts"]
    assert sheet["N5"].value == "Better than last year" and sheet._charts


def test_remarks_stay_where_the_copy_of_what_was_exported_is_gone(journey: Journey, path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        remark(book)
        del book["journey_base"]

    edit(path, change)
    before = remarks(path)
    assert write_workbook(journey, path) == []
    assert remarks(path) == before and read_workbook(path)[0] == journey


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_is_taken_for_nobody_s_remarks(journey: Journey, path: Path, tmp_path: Path) -> None:
    def again(source: Path, folder: str) -> Path:
        subprocess.run([str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
                        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / folder), str(source)],
                       check=True, capture_output=True, timeout=180)
        return tmp_path / folder / source.name

    saved = again(path, "saved")
    assert what_would_be_lost(saved, longer(journey)) == []
    edit(path, remark)
    remarked = again(path, "remarked")
    assert write_workbook(longer(journey), remarked) == []
    sheet = openpyxl.load_workbook(remarked)[MAP]
    assert (sheet["J2"].value, sheet["J2"].font.name, sheet["J2"].font.b) == ("To do", "Georgia", True)
    assert sheet["J7"].hyperlink.target == "https://example.org/a?b=1&c=2"
    book = openpyxl.load_workbook(again(remarked, "once more"), data_only=True)
    assert book[MAP]["K5"].value == 25 and book[MAP]["A30"].value == "Agreed on Monday,\nby all"


@given(st.one_of(journeys(), tables()), st.one_of(journeys(), tables()))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_ours_is_taken_for_somebody_s(journey: Journey, other: Journey) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "map.xlsx")
        write_workbook(journey, path)
        for now in (journey, other):
            there = existing(path, now)
            assert there is not None and not there.obstacles and not there.kept
