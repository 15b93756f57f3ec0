"""Tables in and out by menu, and the clipboard wherever the focus is."""

from __future__ import annotations

import pytest
from hands import wait
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from journey_editor.exchange import read_file
from journey_editor.model import Touchpoint

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = "Stages;1. Look;2. Buy\r\nTouchpoints;Ad;Counter\r\nChallenges;Noise;\r\n"


def id_of(window, title: str) -> str:
    return next(record.id for record in window.document.journey if getattr(record, "title", None) == title)


def titles(window) -> list[str]:
    return [one.title for one in window.document.journey.all(Touchpoint)]


def press(window, widget, key: Qt.Key) -> None:
    widget.setFocus()
    wait(widget.hasFocus)
    QTest.keyClick(widget, key, CONTROL)


def test_a_table_is_opened_as_a_new_journey(window, answers, home):
    path = home / "shop.csv"
    path.write_bytes(TABLE.encode("utf-16"))
    answers.choose_file("open_file", path)
    answers.act("import_report", lambda dialog: dialog.accept())
    window.menu_actions.by_name["open"].trigger()
    wait(lambda: len(window.document.journey.stages) == 2 and titles(window) == ["Ad", "Counter"])
    wait(lambda: "import_report" in answers.seen)
    assert window.document.path is None and window.document.modified and window.files.name == "shop"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".md"])
def test_a_table_is_exported(window, answers, home, suffix):
    path = home / f"out{suffix}"
    answers.choose_file("export_table", path)
    window.menu_actions.by_name["export_table"].trigger()
    wait(path.exists)
    wait(lambda: not window.jobs.busy)
    assert [stage.title for stage in read_file(path)[0].stages] == ["Visit", "Register"]


def test_what_is_selected_is_copied_and_pasted_by_keys(window):
    window.selection.set([id_of(window, "Chat")])
    press(window, window.canvas, Qt.Key.Key_C)
    window.selection.set([id_of(window, "Register")])
    press(window, window.canvas, Qt.Key.Key_V)
    assert titles(window).count("Chat") == 2
    assert window.document.undo_stack.undoText() == "Paste" and window.document.undo_stack.count() == 1
    press(window, window.canvas, Qt.Key.Key_X)
    assert titles(window).count("Chat") == 1


def test_the_outline_copies_the_same(window):
    window.selection.set([id_of(window, "Chat")])
    press(window, window.panels["outline"].tree, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Chat"
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_table_of_another_program_is_pasted_and_what_was_guessed_is_told(window):
    QGuiApplication.clipboard().setText(TABLE.replace(";", "\t") + "Weather\tgood\tbad\r\n")
    window.selection.clear()
    press(window, window.canvas, Qt.Key.Key_V)
    assert [stage.title for stage in window.document.journey.stages] == ["Visit", "Register", "Look", "Buy"]
    assert window.document.undo_stack.count() == 1


def test_fields_keep_their_own_clipboard(window):
    field = window.panels["outline"].search
    window.selection.set([id_of(window, "Chat")])
    QGuiApplication.clipboard().setText("site")
    press(window, field, Qt.Key.Key_V)
    assert field.text() == "site"
    field.selectAll()
    window.menu_actions.by_name["cut"].trigger()
    assert field.text() == "" and QGuiApplication.clipboard().text() == "site"
    window.menu_actions.by_name["paste"].trigger()
    assert field.text() == "site" and window.document.undo_stack.count() == 0
    field.clear()


def test_there_is_nothing_to_cut_where_nothing_is_selected(window):
    window.selection.clear()
    assert not window.menu_actions.by_name["cut"].isEnabled()
    window.selection.set([id_of(window, "Chat")])
    assert window.menu_actions.by_name["cut"].isEnabled()


def test_a_list_is_pasted_from_the_start_page(make_window):
    window = make_window()
    window.show_start_page()
    QGuiApplication.clipboard().setText("one\ntwo")
    window.menu_actions.by_name["paste"].trigger()
    assert window.center.cover is None and titles(window) == ["one", "two"]
