"""Edits made in an exported workbook come home."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from hands import find, rename_stage, trigger, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journey_editor.exchange import write_workbook
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint


def edited(window, home: Path, old: str, new: str) -> Path:
    """The open journey as a workbook, with one text of its map changed by somebody."""
    path = home / "client.xlsx"
    write_workbook(window.document.journey, path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and old in cell.value]
    cells[0].value = cells[0].value.replace(old, new)
    book.save(path)
    return path


def update(window, answers, path: Path, conflicts=None) -> None:
    answers.choose_file("update_from", path)
    if conflicts is not None:
        answers.act("conflicts", conflicts)
    trigger(window, "update")
    wait(lambda: not window.jobs.busy)


def click(dialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_a_changed_text_comes_home_as_one_step(window, home, answers):
    path = edited(window, home, "Chat", "Live chat")
    update(window, answers, path)
    assert find(window, "Live chat") and window.document.undo_stack.count() == 1
    assert "client.xlsx" in window.notice.text
    window.document.undo_stack.undo()
    assert find(window, "Chat")


def test_a_text_changed_on_both_sides_is_asked_about_before_anything_changes(window, home, answers):
    stage = window.document.journey.stages[0]
    path = edited(window, home, stage.title, "Their stage")
    rename_stage(window, "Our stage")

    def choose(dialog) -> None:
        assert window.document.journey[stage.id].title == "Our stage"
        click(dialog, "all_theirs")
        click(dialog, "merge")

    update(window, answers, path, choose)
    assert window.document.journey[stage.id].title == "Their stage"


def test_giving_up_changes_nothing(window, home, answers):
    stage = window.document.journey.stages[0]
    path = edited(window, home, stage.title, "Their stage")
    rename_stage(window, "Our stage")
    update(window, answers, path, lambda dialog: click(dialog, "cancel"))
    assert window.document.journey[stage.id].title == "Our stage" and window.document.undo_stack.count() == 1


def test_a_workbook_of_somebody_elses_is_refused_in_one_sentence(window, home, answers):
    path = home / "other.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Budget"
    book.save(path)
    update(window, answers, path)
    assert "other.xlsx" in window.notice.text and not window.document.modified


def test_a_workbook_of_another_journey_is_refused(window, home, answers):
    path = home / "other.xlsx"
    stage = Stage(title="Elsewhere")
    write_workbook(Journey([JourneyInfo(title="Other"), stage, Touchpoint(title="Far", stage=stage.id)]), path)
    before = window.document.journey.copy()
    update(window, answers, path)
    assert "a different journey than the one that is open" in window.notice.text and window.document.journey == before
