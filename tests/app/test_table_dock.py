"""The table in its dock: made when first shown, its cells on the clipboard."""

from __future__ import annotations

import pytest
from hands import find, trigger, wait
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from journey_editor.app.translation import install
from journey_editor.model import operations
from journey_editor.panels.table import TablePanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(window):
    """The table, brought up by its entry in the menu."""
    assert window.findChild(TablePanel) is None
    window.docks["table"].toggleViewAction().trigger()
    wait(lambda: window.findChild(TablePanel) is not None)
    return window.findChild(TablePanel)


def choose(table, row: int, column: int, last_row: int, last_column: int) -> None:
    """Choose a block of cells with the keys."""
    table.view.setFocus()
    wait(table.view.hasFocus)
    QTest.keyClick(table.view, Qt.Key.Key_Home, CONTROL)
    for _ in range(row):
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    for _ in range(column):
        QTest.keyClick(table.view, Qt.Key.Key_Right)
    for _ in range(last_row - row):
        QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(last_column - column):
        QTest.keyClick(table.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_cells_are_copied_as_cells_typed_as_text(window, table):
    journey = window.document.journey
    web, chat = find(window, "Web site"), find(window, "Chat")
    window.document.execute("Set", operations.update(journey, [web.id], title="=1+2\nsecond \"line\"", channel="0012"))
    choose(table, 0, 0, 1, 3)
    QTest.keyClick(table.view, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == '"=1+2\nsecond ""line"""\tVisit\tBuyer\t0012\r\nChat\tVisit\t\t\r\n'
    assert data.html().count('mso-number-format:"\\@"') == 8
    assert '=1+2<br style="mso-data-placement:same-cell">second "line"</td>' in data.html()
    assert journey[chat.id] == chat


def test_cells_of_a_spreadsheet_are_pasted_over_cells_as_one_step(window, table):
    data = QMimeData()
    data.setHtml("<table><tr><td>one<br>more</td><td>Register</td></tr><tr><td>two</td><td>Visit</td></tr></table>")
    data.setText("one more\tRegister\r\ntwo\tVisit\r\n")
    QGuiApplication.clipboard().setMimeData(data)
    choose(table, 0, 0, 0, 0)
    QTest.keyClick(table.view, Qt.Key.Key_V, CONTROL)
    wait(lambda: window.document.undo_stack.count() == 1)
    cards = {card.title: window.document.journey[card.stage].title for card in window.document.journey if
             card.type == "touchpoint"}
    assert cards == {"one\nmore": "Register", "two": "Visit", "Registration form": "Register"}


def test_text_of_an_editor_is_pasted_too(window, table):
    QGuiApplication.clipboard().setText('"a\nb"\tVisit\r\nc\tVisit\r\n')
    choose(table, 0, 0, 0, 0)
    QTest.keyClick(table.view, Qt.Key.Key_V, CONTROL)
    assert [table.model.index(row, 0).data() for row in range(3)] == ["a b", "c", "Registration form"]


def test_the_menu_copies_and_pastes_cells_where_the_table_has_the_focus(window, table):
    choose(table, 0, 0, 1, 0)
    trigger(window, "copy")
    assert QGuiApplication.clipboard().text() == "Web site\r\nChat\r\n"
    choose(table, 1, 0, 2, 0)
    trigger(window, "paste")
    assert [table.model.index(row, 0).data() for row in range(3)] == ["Web site", "Web site", "Chat"]
    trigger(window, "cut")
    assert [table.model.index(row, 0).data() for row in range(3)] == ["Web site", "", ""]
    assert QGuiApplication.clipboard().text() == "Web site\r\nChat\r\n"


def test_what_cannot_be_is_told(window, table):
    QGuiApplication.clipboard().setText("nowhere")
    choose(table, 0, 1, 0, 1)
    QTest.keyClick(table.view, Qt.Key.Key_V, CONTROL)
    assert "nowhere" in window.notice.text
    assert window.document.undo_stack.count() == 0


def test_a_row_that_is_chosen_is_shown_on_the_map(window, table):
    choose(table, 2, 0, 2, 0)
    assert window.selection.ids == {find(window, "Registration form").id}


def test_the_table_is_as_high_again_as_somebody_has_drawn_it(window, table, make_window):
    window.resizeDocks([window.docks["table"]], [360], Qt.Orientation.Vertical)
    wait(lambda: window.docks["table"].height() == 360)
    window.document.undo_stack.setClean()
    window.close()
    again = make_window()
    wait(lambda: again.findChild(TablePanel) is not None)
    assert again.docks["table"].height() == 360


def test_what_is_being_typed_in_a_cell_is_saved(window, table, home):
    choose(table, 0, 0, 0, 0)
    for sign in "Shop window":
        QTest.keyClick(QApplication.focusWidget(), sign)
    trigger(window, "save")
    assert "Shop window" in (home / "small.journey").read_text("utf-8")


def test_the_list_of_keys_has_all_of_the_tables(window, table, answers):
    def act(dialog):
        shown = {key.strip() for label in dialog.findChildren(QLabel) for key in label.text().split(",")}
        keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in table.view.actions()]
        assert len(keys) > 6 and [key for key in keys if key not in shown and key != "F2"] == []
        assert {"In the table", "Enter or F2", "Clear the selected cells", "Delete the selected rows"} <= shown
        dialog.accept()

    answers.act("shortcuts", act)
    trigger(window, "shortcuts")
    wait(lambda: answers.seen == ["shortcuts"])


def test_the_list_of_keys_has_no_marks_of_letters(make_window, answers, qapp):
    def act(dialog):
        shown = [label.text() for label in dialog.findChildren(QLabel)]
        assert "保存" in shown and "文件" in shown and not [text for text in shown if "(" in text or "&" in text]
        dialog.accept()

    install(qapp, "zh_CN")
    try:
        window = make_window("zh_CN")
        window.files.new()
        answers.act("shortcuts", act)
        trigger(window, "shortcuts")
        wait(lambda: answers.seen == ["shortcuts"])
    finally:
        install(qapp, "en")
