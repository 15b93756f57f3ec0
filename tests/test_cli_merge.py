"""journey-editor merge: three states of one journey, in files of either kind, become one."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from journey_editor.cli import main
from journey_editor.exchange import read_edits, update_from, write_workbook
from journey_editor.model import Journey, Stage, Touchpoint
from journey_editor.storage import load, save


def changed(journey: Journey, called: str, /, **values: Any) -> Journey:
    """The journey with one record changed."""
    return Journey(replace(record, **values) if getattr(record, "title", None) == called else record
                   for record in journey)


def edit_cell(path: Path, sheet: str, old: str, new: object) -> None:
    book = openpyxl.load_workbook(path)
    cell = next(cell for row in book[sheet].iter_rows(min_row=3) for cell in row if cell.value == old)
    cell.value = new
    book.save(path)


def titles(journey: Journey) -> set[str]:
    return {getattr(record, "title", "") for record in journey}


@pytest.fixture
def book(journey: Journey, tmp_path: Path) -> Path:
    """The workbook that `journey` was exported into."""
    write_workbook(journey, tmp_path / "table 1.xlsx")
    return tmp_path / "table 1.xlsx"


def test_edits_of_a_workbook_come_home(journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    save(changed(journey, "Chat", emotion=2), tmp_path / "ours.journey")
    edit_cell(book, "Touch points", "Web site", "Home page")
    out = tmp_path / "out.journey"
    assert main(["merge", str(book), str(tmp_path / "ours.journey"), str(book), "--out", str(out)]) == 0
    assert load(out) == changed(changed(journey, "Chat", emotion=2), "Web site", title="Home page")
    assert capsys.readouterr().out == "Added: 0, changed: 1, removed: 0.\n"


@pytest.mark.parametrize("kinds", [("journey", "journey", "journey"), ("xlsx", "xlsx", "xlsx"),
                                   ("journey", "xlsx", "journey"),
                                   ("xlsx", "journey", "journey"), ("journey", "journey", "xlsx")])
@pytest.mark.parametrize("out", ["journey", "xlsx"])
def test_any_mix_of_files(kinds: tuple[str, ...], out: str, journey: Journey, tmp_path: Path) -> None:
    ours, theirs = changed(journey, "Chat", title="Ours"), changed(journey, "Web site", title="Theirs", emotion=-2)
    paths = []
    for name, kind, state in zip(("base", "ours", "theirs"), kinds, (journey, ours, theirs)):
        path = tmp_path / f"{name}.{kind}"
        (save if kind == "journey" else write_workbook)(state, path)
        paths.append(str(path))
    target = tmp_path / f"out.{out}"
    assert main(["merge", *paths, "--out", str(target)]) == 0
    found = load(target) if out == "journey" else read_edits(target).theirs
    assert found == changed(ours, "Web site", title="Theirs", emotion=-2)


def test_several_tables_are_merged_one_after_the_other(journey: Journey, book: Path, tmp_path: Path) -> None:
    other, ours = tmp_path / "table 2.xlsx", tmp_path / "ours.journey"
    shutil.copy(book, other)
    save(journey, ours)
    edit_cell(book, "Touch points", "Web site", "Home page")
    edit_cell(other, "Touch points", "Chat", "Live chat")
    for path in (book, other):
        assert main(["merge", str(path), str(ours), str(path), "--out", str(ours)]) == 0
    assert {"Home page", "Live chat"} <= titles(load(ours))


def test_conflicts_write_nothing(journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    save(changed(journey, "Web site", title="Our site"), tmp_path / "ours.journey")
    edit_cell(book, "Touch points", "Web site", "Their site")
    out = tmp_path / "out.journey"
    arguments = ["merge", str(book), str(tmp_path / "ours.journey"), str(book), "--out", str(out)]
    assert main(arguments) == 1 and not out.exists()
    told = capsys.readouterr().out
    assert "Web site" in told and "Our site" in told and "Their site" in told and "Nothing was written" in told
    assert "Conflict: Touch point “Our site”, title (" in told
    assert main([*arguments, "--json"]) == 1 and not out.exists()
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    site = next(card for card in journey.all(Touchpoint) if card.title == "Web site")
    assert conflict == {"id": site.id, "type": "touchpoint", "title": "Our site", "field": "title", "base": "Web site",
                        "ours": "Our site", "theirs": "Their site"}
    for side, title in (("ours", "Our site"), ("theirs", "Their site")):
        assert main([*arguments, "--prefer", side]) == 0
        assert title in titles(load(out))


def test_what_hangs_on_what_was_deleted_is_a_conflict(journey: Journey, book: Path, tmp_path: Path,
                                                      capsys: Any) -> None:
    from journey_editor.model.operations import delete

    ours = journey.copy()
    site = next(card for card in journey.all(Touchpoint) if card.title == "Web site")
    ours.apply(delete(ours, [site.id]))
    save(ours, tmp_path / "ours.journey")
    sheet_book = openpyxl.load_workbook(book)
    sheet = sheet_book["Metrics"]
    row = sheet.max_row + 1
    sheet.cell(row, 2).value, sheet.cell(row, 3).value = "Visits", "Web site"
    sheet_book.save(book)
    arguments = ["merge", str(book), str(tmp_path / "ours.journey"), str(book), "--out", str(tmp_path / "out.journey")]
    assert main([*arguments, "--json"]) == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["id"], conflict["field"], conflict["ours"]) == (site.id, None, None)
    assert conflict["theirs"]["title"] == "Web site"
    assert main([*arguments, "--prefer", "theirs"]) == 0
    assert {"Web site", "Visits"} <= titles(load(tmp_path / "out.journey"))


def test_a_workbook_that_contradicts_itself_is_a_conflict(journey: Journey, book: Path, tmp_path: Path,
                                                          capsys: Any) -> None:
    save(journey, tmp_path / "ours.journey")
    edit_cell(book, "Touch points", "Web site", "In the table")
    edit_cell(book, "Journey map", "Ø Web site\nØ Chat", "Ø On the map\nØ Chat")
    arguments = ["merge", str(book), str(tmp_path / "ours.journey"), str(book), "--out", str(tmp_path / "out.journey")]
    assert main(arguments) == 1 and not (tmp_path / "out.journey").exists()
    assert "On the map" in capsys.readouterr().err
    assert main([*arguments, "--prefer", "ours"]) == 0
    assert load(tmp_path / "out.journey") == journey


def test_bad_values_are_told(journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    save(journey, tmp_path / "ours.journey")
    edit_cell(book, "Touch points", "Web site", "Home")
    sheet_book = openpyxl.load_workbook(book)
    sheet_book["Touch points"]["H3"].value = "banana"
    sheet_book.save(book)
    out = tmp_path / "out.journey"
    assert main(["merge", str(book), str(tmp_path / "ours.journey"), str(book), "--out", str(out)]) == 0
    assert "banana" in capsys.readouterr().err and "Home" in titles(load(out))


@pytest.mark.parametrize("name", ["other.xlsx", "missing.xlsx", "missing.journey", "text.txt"])
def test_errors(name: str, journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    other = openpyxl.Workbook()
    other.save(tmp_path / "other.xlsx")
    save(journey, tmp_path / "ours.journey")
    assert main(["merge", str(book), str(tmp_path / "ours.journey"), str(tmp_path / name), "--out",
                 str(tmp_path / "o.journey")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main(["merge", str(book), str(book), str(book), "--out", str(tmp_path / "o.pdf")]) == 2


def test_reading_the_same_workbook_twice_doubles_nothing(journey: Journey, book: Path) -> None:
    sheet_book = openpyxl.load_workbook(book)
    sheet, late = sheet_book["Touch points"], sheet_book["Challenges"]
    row = sheet.max_row + 1
    sheet.cell(row, 2).value, sheet.cell(row, 3).value = "Call", "Visit"
    late.cell(late.max_row + 1, 2).value = "Nobody answers"
    late.cell(late.max_row, 3).value = "Call"
    sheet_book.save(book)
    edit_cell(book, "Journey map", "Ø Registration form", "Ø Registration form\nØ Welcome letter")
    ours = journey.copy()
    ours.apply(update_from(ours, book).merge.change())
    assert {"Call", "Nobody answers", "Welcome letter"} <= titles(ours) and len(ours) == len(journey) + 3
    again = update_from(ours, book)
    assert not again.merge.conflicts and not again.merge.change()
    edit_cell(book, "Stages", "Visit", "Discover")
    change = update_from(ours, book).merge.change()
    assert [after.title for _, after in change.updated if isinstance(after, Stage)] == ["Discover"] and len(change) == 1


def test_a_workbook_without_hidden_sheets_is_merged_with_the_base_that_is_given(
        journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    save(journey, tmp_path / "base.journey")
    inspected = openpyxl.load_workbook(book)
    del inspected["journey_base"]
    inspected.save(book)
    edit_cell(book, "Stages", "Visit", "Discover")
    out = tmp_path / "o.journey"
    assert main(["merge", str(tmp_path / "base.journey"), str(tmp_path / "base.journey"), str(book),
                 "--out", str(out)]) == 0
    assert load(out) == changed(journey, "Visit", title="Discover")
    assert "copy of what was exported" in capsys.readouterr().err
    assert main(["merge", str(book), str(book), str(book), "--out", str(out)]) == 2


def test_another_journey_is_refused(journey: Journey, book: Path, tmp_path: Path, capsys: Any) -> None:
    other = Journey([type(journey.info)(title="Another"), Stage(title="Elsewhere")])
    save(other, tmp_path / "other.journey")
    out = tmp_path / "o.journey"
    for files in ((book, tmp_path / "other.journey", book), (tmp_path / "other.journey", book, book)):
        assert main(["merge", *map(str, files), "--out", str(out)]) == 2
        assert "contains a different journey from" in capsys.readouterr().err and not out.exists()
