from collections import Counter

import pytest
from hands import LEFT, find, select, trigger, wait
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolButton

from journey_editor.drawing.looks import DARK, LIGHT
from journey_editor.model import Challenge, Lane, Role, Stage, Touchpoint, Track
from journey_editor.panels.checklist import ChecklistField

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_title_names_the_file_and_marks_changes(window):
    assert window.windowTitle() == "small[*] — Journey Editor" and not window.isWindowModified()
    select(window, "Visit")
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert window.isWindowModified()
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
    assert not window.isWindowModified() and find(window, "Visit")


def test_the_status_bar_counts_and_shows_the_zoom(window):
    assert window.status.counts.text() == "2 stages · 3 touch points"
    window.canvas.select_all()
    assert window.status.counts.text().endswith("3 selected")
    QTest.mouseClick(window.status.zoom, LEFT)
    assert window.status.zoom.text() == "100 %"
    trigger(window, "zoom_in")
    assert window.status.zoom.text() == "120 %"


def test_undo_and_redo_say_in_the_menu_what_they_undo(window):
    select(window, "Chat")
    trigger(window, "delete")
    by_name = window.menu_actions.by_name
    assert by_name["undo"].text().startswith("Undo Delete")
    trigger(window, "undo")
    assert find(window, "Chat") and by_name["redo"].text().startswith("Redo Delete") and not by_name["undo"].isEnabled()
    trigger(window, "redo")
    assert window.document.journey.count(Touchpoint) == 2


def test_every_action_has_words_and_the_tool_bar_has_signs_and_tips(window):
    for action in window.menu_actions.by_name.values():
        assert action.text()
    bar = window.menu_actions.toolbar
    buttons = [bar.widgetForAction(action) for action in bar.actions() if not action.isSeparator()]
    assert len(buttons) > 10
    for button in buttons:
        assert isinstance(button, QToolButton) and not button.icon().isNull() and button.toolTip()


def test_no_two_actions_of_the_window_share_their_keys(window):
    keys = Counter(key.toString() for action in window.menu_actions.by_name.values() for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []
    # The keys of single letters and of Enter and Tab are the map's own.
    whole = [key for action in window.menu_actions.by_name.values() for key in action.shortcuts()
             if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut]
    ours = [QKeySequence(text) for text in ("F2", "Del", "Return", "Tab", "Ctrl+A")]
    assert not [key for key in whole if key in ours]


@pytest.mark.parametrize("where", ["inspector", "find"])
def test_keys_of_the_map_leave_text_fields_alone(window, where):
    select(window, "Chat")
    owner = window.panels["inspector"].form.fields["owner"].edit
    edit = owner if where == "inspector" else window.panels["outline"].search
    edit.setFocus()
    QTest.keyClicks(edit, "abc")
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_D, CTRL)
    QTest.keyClick(edit, Qt.Key.Key_F2)
    assert edit.text() == "bc" and edit.selectedText() == "bc" and window.canvas.editor is None
    assert window.document.undo_stack.count() == 0 and edit.hasFocus()
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.text() != "bc" and window.document.undo_stack.count() == 0


def test_keys_of_the_map_work_on_the_map(window):
    select(window, "Chat")
    QTest.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    assert window.document.journey.count(Touchpoint) == 4
    QTest.keyClick(window.canvas, Qt.Key.Key_A, CTRL)
    assert len(window.selection.ids) == 4
    select(window, "Registration form")
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    QTest.keyClicks(window.canvas.editor, "Sign-up form")
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_Return)
    assert find(window, "Sign-up form")


def test_what_is_being_typed_is_part_of_an_undo_from_the_menu(window):
    select(window, "Chat")
    edit = window.panels["inspector"].form.fields["owner"].edit
    edit.setFocus()
    QTest.keyClicks(edit, "Sales")
    button = window.menu_actions.toolbar.widgetForAction(window.menu_actions.by_name["undo"])
    window.menu_actions.menus["edit"].aboutToShow.emit()
    assert find(window, "Chat").owner == "Sales"
    QTest.mouseClick(button, LEFT)
    assert find(window, "Chat").owner == "" and edit.text() == ""


@pytest.mark.parametrize("name, cls, steps", [("stage", Stage, "Visit"), ("touchpoint", Touchpoint, "Visit"),
                                              ("challenge", Challenge, "Chat")])
def test_inserting_on_the_map_opens_the_editor_there(window, name, cls, steps):
    before = window.document.journey.count(cls)
    select(window, steps)
    trigger(window, name)
    QTest.keyClicks(window.canvas.editor, "New one")
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_Return)
    assert window.document.journey.count(cls) == before + 1 and isinstance(find(window, "New one"), cls)
    assert window.document.undo_stack.count() == 1


@pytest.mark.parametrize("name, cls", [("role", Role), ("track", Track), ("lane", Lane)])
def test_what_is_not_drawn_as_a_card_is_named_in_the_inspector(window, name, cls):
    window.docks["inspector"].hide()
    trigger(window, name)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    QTest.keyClicks(edit, "Named")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert isinstance(find(window, "Named"), cls)


def test_renaming_what_the_map_does_not_show_goes_to_the_inspector(window):
    select(window, "Buyer")
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Purchaser")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert find(window, "Purchaser")


def test_actions_are_offered_where_they_make_sense(window):
    by_name = window.menu_actions.by_name
    window.selection.clear()
    assert not any(by_name[name].isEnabled() for name in ("rename", "delete", "duplicate", "connect", "unpin"))
    select(window, "Chat")
    assert by_name["rename"].isEnabled() and not by_name["connect"].isEnabled()
    select(window, "Chat", "Web site")
    assert by_name["connect"].isEnabled() and not by_name["rename"].isEnabled()


def test_what_the_map_refuses_is_told_in_one_sentence(window):
    window.selection.clear()
    trigger(window, "challenge")
    assert window.notice.text.startswith("Select the stage or touch point")
    QTest.mouseClick(window.notice.closer, LEFT)
    assert window.notice.text == ""


def test_the_inspector_refuses_in_the_same_place(window):
    select(window, "Chat")
    edit = window.panels["inspector"].form.fields["duration_hours"].edit
    edit.setFocus()
    QTest.keyClicks(edit, "long")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.notice.text == "“long” is not a number from 0 to 1000000000."


def test_find_goes_to_the_outline_even_if_it_was_closed(window):
    window.docks["outline"].hide()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "form")
    outline = window.panels["outline"]
    assert outline.search.text() == "form" and outline.model.filtered


def test_going_to_a_record_in_the_outline_shows_it_on_the_map(window):
    window.canvas.set_zoom(4.0)
    window.canvas.scroll_by(-3000, -3000)
    outline = window.panels["outline"]
    box = outline.tree.visualRect(outline.model.index_of(find(window, "Registration form").id))
    QTest.mouseClick(outline.tree.viewport(), LEFT, pos=box.center())
    x, y, _, _ = window.canvas.picture.box(find(window, "Registration form").id)
    assert window.canvas.visible_area().contains(x + 5, y + 5)


def test_history_lists_the_steps_and_goes_back_to_one(window):
    select(window, "Chat")
    trigger(window, "delete")
    window.docks["history"].toggleViewAction().trigger()
    history = window.panels["history"]
    assert not window.docks["history"].isHidden() and history.stack() is window.document.undo_stack
    history.setCurrentIndex(history.model().index(0, 0))
    assert find(window, "Chat")


def test_the_chart_shows_the_selected_metric(window, qtbot):
    import pyqtgraph as pg

    dock = window.docks["chart"]
    assert dock.isHidden() and dock.widget() is None
    dock.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: dock.widget() is not None)
    plot = dock.widget().findChild(pg.PlotWidget)
    select(window, "Chat")
    assert not plot.isVisible()
    window.canvas.add_metric()
    assert plot.isVisible()


def test_the_look_is_chosen_and_kept(window, make_window, qapp):
    window.choose_look("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 80 and window.canvas.look.name == "dark"
    window.choose_look("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() > 200 and window.canvas.look.name == "light"
    window.choose_look("dark")
    assert make_window().canvas.look.name == "dark"


def test_the_look_follows_the_system(window, qapp):
    assert window.settings.look == "system"
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert window.canvas.look.name == "light"


def test_another_language_is_kept_for_the_next_start(window):
    window.choose_language("zh_CN")
    assert window.settings.language == "zh_CN" and "takes effect the next time" in window.notice.text


def test_a_new_map_is_in_the_language_of_the_window(make_window):
    window = make_window("zh_TW")
    assert window.document.journey.info.language == "zh_TW"
    window.files.new()
    assert window.document.journey.info.language == "zh_TW" and not window.document.modified


def test_full_screen_and_back(window):
    trigger(window, "full_screen")
    assert window.isFullScreen()
    trigger(window, "full_screen")
    assert not window.isFullScreen()


def test_size_and_panels_are_as_they_were(window, make_window):
    window.resize(900, 640)
    window.docks["outline"].hide()
    window.docks["history"].show()
    window.close()
    again = make_window()
    assert again.docks["outline"].isHidden() and not again.docks["history"].isHidden()
    assert window.settings.window()[0] and not window.settings.window()[0].isEmpty()


@pytest.mark.parametrize("name", ["shortcuts", "about"])
def test_keys_and_about_are_shown(window, answers, name):
    answers.click(name, "close")
    trigger(window, name)
    wait(lambda: answers.seen == [name])


def test_the_context_menu_of_the_map_holds_the_maps_actions(window):
    names = [action.objectName() for action in window.canvas.actions()]
    assert {"rename", "duplicate", "delete", "stage", "touchpoint", "connect", "unpin", "select_all"} <= set(names)


def test_swimlanes_and_views_are_chosen_in_the_menu(window, make_window):
    def choose(menu, value):
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.data() == value).trigger()

    actions = window.menu_actions
    choose(actions.lanes, "role")
    choose(actions.shapes, "outline")
    assert (window.canvas.lanes, window.canvas.shape) == ("role", "outline")
    actions.shapes.aboutToShow.emit()
    assert [action.data() for action in actions.shapes.actions() if action.isChecked()] == ["outline"]
    assert make_window().canvas.lanes == "role" and make_window().canvas.shape == "stages"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_lists_and_lines_of_the_inspector_have_the_same_frame(window, look):
    window.choose_look(look.name)
    select(window, "Web site")
    wait(lambda: window.findChild(ChecklistField) is not None)
    field = next(one for one in window.findChildren(ChecklistField) if one.list.isVisible())
    for widget in field.list, field.adder:
        image = widget.grab().toImage()
        assert image.pixelColor(image.width() // 2, 0).name() == look.border
    assert field.list.verticalScrollBar().maximum() == 0
