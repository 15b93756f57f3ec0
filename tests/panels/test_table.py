import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from journey_editor.document import Document, Selection
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint, operations
from journey_editor.panels.table import TablePanel
from journey_editor.panels.table_columns import COLUMNS

KEY = Qt.Key
CONTROL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                       Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def panel(map_, qtbot):
    made = TablePanel(map_.document, map_.selection)
    qtbot.addWidget(made)
    made.resize(1400, 500)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.said = []
    made.refused.connect(lambda sentence: made.said.append(str(sentence)))
    return made


def place(panel, record, name):
    names = [column.name for column in COLUMNS[panel.model.type]]
    return panel.model.index(panel.model.row_of(record.id), names.index(name))


def text(panel, record, name):
    return place(panel, record, name).data(Qt.ItemDataRole.EditRole)


def titles(panel):
    return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]


def click(qtbot, panel, record, name, modifier=Qt.KeyboardModifier.NoModifier):
    index = place(panel, record, name)
    panel.view.scrollTo(index)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, panel.view.visualRect(index).center())


def type_in(qtbot, panel, words):
    """Type, as into any program: the keys go to what has the focus."""
    for key in words:
        qtbot.keyClicks(QApplication.focusWidget(), key)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def choose(qtbot, panel, type_):
    panel.types.setFocus()
    qtbot.keyClick(panel.types, KEY.Key_Home)
    for _ in range(panel.types.findData(type_)):
        qtbot.keyClick(panel.types, KEY.Key_Down)
    assert panel.model.type == type_


def test_rows_stand_in_the_order_of_the_map(panel, map_, qtbot):
    assert titles(panel) == ["Content marketing", "Messaging", "Registration form"]
    assert panel.types.currentText() == "Touch points (3)"
    assert text(panel, map_.content, "stage") == "Visit Website" and text(panel, map_.content, "roles") == "Buyer"
    assert text(panel, map_.content, "emotion") == "Pleasant (+1)"
    choose(qtbot, panel, "challenge")
    assert titles(panel) == ["Content ROI is hard to measure", "Awkward form"]
    choose(qtbot, panel, "flow")
    assert [panel.model.index(0, column).data() for column in range(4)] == [
        "Content marketing", "Registration form", "if interested", "35"]
    choose(qtbot, panel, "metric")
    assert text(panel, map_.bounce, "latest") == "58"


def test_every_type_has_a_table_with_headings(panel, map_, qtbot):
    for type_ in COLUMNS:
        choose(qtbot, panel, type_)
        assert all(panel.model.headerData(place, Qt.Orientation.Horizontal)
                   for place in range(panel.model.columnCount()))
        for row in range(panel.model.rowCount()):
            assert panel.model.index(row, 0).data()


def test_typing_takes_the_place_of_a_cell_and_enter_goes_to_the_row_below(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "title")
    type_in(qtbot, panel, "New title")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).title == "New title"
    assert map_.document.undo_stack.undoText() == "Change title" and map_.document.undo_stack.count() == 1
    type_in(qtbot, panel, "Second")
    press(qtbot, KEY.Key_Tab)
    assert map_.now(map_.messaging).title == "Second"
    assert panel.view.currentIndex() == place(panel, map_.messaging, "stage")
    assert panel.view.delegate.editor is None and panel.view.hasFocus()
    assert map_.selection.ids == {map_.messaging.id}


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_Return])
def test_f2_and_enter_go_on_from_what_stands_there(panel, map_, qtbot, key):
    click(qtbot, panel, map_.content, "title")
    press(qtbot, key)
    type_in(qtbot, panel, "!")
    press(qtbot, KEY.Key_Return, ALT)
    type_in(qtbot, panel, "and more")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).title == "Content marketing!\nand more"
    assert place(panel, map_.content, "title").data() == "Content marketing! and more"


def test_a_text_that_grows_stays_in_view(panel, map_, qtbot):
    panel.resize(1400, 220)
    click(qtbot, panel, map_.form, "notes")
    type_in(qtbot, panel, "one")
    for word in ("two", "three", "four"):
        press(qtbot, KEY.Key_Return, SHIFT)
        type_in(qtbot, panel, word)
    assert panel.view.viewport().rect().contains(panel.view.delegate.editor.geometry())
    press(qtbot, KEY.Key_Tab)
    assert map_.now(map_.form).notes == "one\ntwo\nthree\nfour"


def test_esc_takes_back_and_what_is_not_typed_is_no_step(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "need")
    type_in(qtbot, panel, "x")
    press(qtbot, KEY.Key_Escape)
    press(qtbot, KEY.Key_F2)
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content) == map_.content and map_.document.undo_stack.count() == 0


def test_numbers_are_checked_and_what_was_typed_stays_to_be_mended(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "duration_hours")
    type_in(qtbot, panel, "soon")
    press(qtbot, KEY.Key_Return)
    assert panel.said == ["“soon” is not a number from 0 to 1000000000."] and map_.document.undo_stack.count() == 0
    assert panel.view.findChild(QLineEdit).text() == "soon"
    qtbot.waitUntil(lambda: panel.view.findChild(QLineEdit).selectedText() == "soon")
    type_in(qtbot, panel, "1,5")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).duration_hours == 1.5
    press(qtbot, KEY.Key_Up)
    press(qtbot, KEY.Key_F2)
    QApplication.focusWidget().selectAll()
    press(qtbot, KEY.Key_Backspace)
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).duration_hours is None


def test_a_closed_set_is_typed_with_its_first_letters_or_as_a_number(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "automation")
    type_in(qtbot, panel, "auto")
    press(qtbot, KEY.Key_Tab)
    assert map_.now(map_.content).automation == "automatic"
    assert map_.document.undo_stack.undoText() == "Change automation"
    assert panel.view.currentIndex() == place(panel, map_.content, "emotion")
    type_in(qtbot, panel, "-1.5")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).emotion == -1.5
    type_in(qtbot, panel, "very p")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.messaging).emotion == 2
    type_in(qtbot, panel, "7")
    press(qtbot, KEY.Key_Return)
    assert panel.said == ["“7” is not a number from −2 to 2."]


def test_a_text_that_is_known_is_completed_but_its_capitals_can_be_mended(panel, map_, qtbot):
    click(qtbot, panel, map_.form, "channel")
    type_in(qtbot, panel, "w")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.form).channel == "Web"
    type_in(qtbot, panel, "web")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.form).channel == "web"


def test_a_value_is_chosen_from_the_list_with_the_mouse(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "automation")
    press(qtbot, KEY.Key_Down, ALT)
    box = panel.view.findChild(QComboBox)
    qtbot.waitUntil(box.view().isVisible)
    row = box.view().visualRect(box.model().index(box.findText("Manual"), 0))
    qtbot.mouseMove(box.view().viewport(), row.center())
    qtbot.mouseClick(box.view().viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.waitUntil(lambda: map_.now(map_.content).automation == "manual")
    qtbot.waitUntil(panel.view.hasFocus)


def test_a_touch_point_goes_to_another_stage_as_one_step_and_the_cell_goes_with_it(panel, map_, qtbot):
    click(qtbot, panel, map_.messaging, "stage")
    type_in(qtbot, panel, "reg")
    press(qtbot, KEY.Key_Tab)
    assert map_.now(map_.messaging).stage == map_.register.id
    assert map_.document.undo_stack.undoText() == "Move touch point" and map_.document.undo_stack.count() == 1
    assert titles(panel) == ["Content marketing", "Registration form", "Messaging"]
    assert panel.view.currentIndex() == place(panel, map_.messaging, "roles")
    map_.document.undo_stack.undo()
    assert titles(panel) == ["Content marketing", "Messaging", "Registration form"]


def test_a_reference_cannot_be_empty_or_to_nothing(panel, map_, qtbot):
    click(qtbot, panel, map_.messaging, "stage")
    type_in(qtbot, panel, "Nowhere")
    press(qtbot, KEY.Key_Return)
    press(qtbot, KEY.Key_Escape)
    panel.paste([[""]])
    assert panel.said == ["Nothing named “Nowhere” can be entered here.", "This cell cannot be empty."]
    assert map_.document.undo_stack.count() == 0


def test_things_of_the_same_title_are_told_apart_in_the_list(panel, map_, qtbot):
    twin = operations.add_touchpoint(map_.document.journey, map_.register.id, "Messaging")
    map_.document.execute("Add", twin)
    choose(qtbot, panel, "challenge")
    click(qtbot, panel, map_.roi, "about")
    press(qtbot, KEY.Key_F2)
    box = panel.view.findChild(QComboBox)
    words = [box.itemText(row) for row in range(box.count())]
    assert words == ["Visit Website", "Content marketing", "Messaging (Visit Website)", "Register",
                     "Registration form", "Messaging (Register)"]
    QApplication.focusWidget().lineEdit().selectAll()
    type_in(qtbot, panel, "Messaging")
    press(qtbot, KEY.Key_Delete)  # what was completed
    press(qtbot, KEY.Key_Return)
    assert panel.said == ["Several items are named “Messaging”: choose one from the list."]
    type_in(qtbot, panel, " (Reg")
    QApplication.focusWidget().lineEdit().selectAll()
    type_in(qtbot, panel, "Messaging (R")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.roi).about == twin.added[0].id
    assert map_.document.undo_stack.undoText() == "Move challenge"


def test_several_roles_stand_in_one_cell(panel, map_, qtbot):
    click(qtbot, panel, map_.messaging, "roles")
    type_in(qtbot, panel, "buy")
    assert QApplication.focusWidget().currentText() == "buyer"
    press(qtbot, KEY.Key_End)
    type_in(qtbot, panel, ", f")
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.messaging).roles == (map_.buyer.id, map_.finance.id)
    assert text(panel, map_.messaging, "roles") == "Buyer, Finance"


def test_roles_are_ticked_in_the_list(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "roles")
    press(qtbot, KEY.Key_F2)
    press(qtbot, KEY.Key_Down)
    box = panel.view.findChild(QComboBox)
    qtbot.waitUntil(box.view().isVisible)
    for row in (1, 0):
        box.view().setCurrentIndex(box.model().index(row, 0))
        qtbot.keyClick(box.view(), KEY.Key_Space)
    qtbot.keyClick(box.view(), KEY.Key_Return)
    assert box.currentText() == "Finance"
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).roles == (map_.finance.id,)


def test_yes_and_no_are_ticked_with_the_space_bar(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "backstage")
    press(qtbot, KEY.Key_Space)
    assert map_.now(map_.content).backstage is True
    assert map_.document.undo_stack.undoText() == "Change backstage"


def test_what_is_typed_with_an_input_method_takes_the_place_of_a_cell(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "title")
    assert panel.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(panel.view, QInputMethodEvent("xin", []))
    done = QInputMethodEvent("", [])
    done.setCommitString("新")
    QApplication.sendEvent(QApplication.focusWidget(), done)
    press(qtbot, KEY.Key_Return)
    assert map_.now(map_.content).title == "新"


def test_what_was_observed_is_only_shown(panel, map_, qtbot):
    choose(qtbot, panel, "metric")
    click(qtbot, panel, map_.bounce, "latest")
    type_in(qtbot, panel, "5")
    press(qtbot, KEY.Key_Return)
    assert panel.said == ["Enter observations in the inspector."] * 2 and panel.view.delegate.editor is None


def test_enter_turns_yes_and_no_over_and_screen_readers_are_told(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "backstage")
    press(qtbot, KEY.Key_Return)
    index = place(panel, map_.content, "backstage")
    assert map_.now(map_.content).backstage is True and index.data(Qt.ItemDataRole.AccessibleTextRole) == "Yes"


def test_after_enter_shift_with_an_arrow_key_extends_from_there(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "title")
    type_in(qtbot, panel, "x")
    press(qtbot, KEY.Key_Return)
    press(qtbot, KEY.Key_Down, SHIFT)
    assert map_.selection.ids == {map_.messaging.id, map_.form.id}


def test_esc_leaves_for_the_line_on_top_and_enter_comes_back(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "title")
    press(qtbot, KEY.Key_Escape)
    assert panel.search.hasFocus()
    type_in(qtbot, panel, "form")
    press(qtbot, KEY.Key_Return)
    assert panel.view.hasFocus() and panel.view.currentIndex().data() == "Registration form"


def test_selection_goes_both_ways(panel, map_, qtbot):
    with qtbot.waitSignal(panel.chosen) as told:
        click(qtbot, panel, map_.messaging, "owner")
    assert map_.selection.ids == {map_.messaging.id} and told.args == [map_.messaging.id]
    click(qtbot, panel, map_.form, "owner", CONTROL)
    assert map_.selection.ids == {map_.messaging.id, map_.form.id}
    map_.selection.set({map_.content.id, map_.roi.id})
    assert {index.row() for index in panel.view.selectionModel().selectedIndexes()} == {0}
    map_.selection.clear()
    assert not panel.view.selectionModel().hasSelection()
    map_.selection.set({map_.roi.id})
    choose(qtbot, panel, "challenge")
    assert panel.view.selectionModel().isRowSelected(0) and map_.selection.ids == {map_.roi.id}


def test_delete_takes_the_records_of_all_selected_rows_as_one_step(panel, map_, qtbot):
    click(qtbot, panel, map_.messaging, "title")
    click(qtbot, panel, map_.form, "owner", SHIFT)
    press(qtbot, KEY.Key_Delete, CONTROL)
    assert titles(panel) == ["Content marketing"] and panel.types.currentText() == "Touch points (1)"
    assert map_.document.undo_stack.undoText() == "Delete 2 touch points"
    press(qtbot, KEY.Key_Delete, CONTROL)
    assert titles(panel) == ["Content marketing"]
    map_.document.undo_stack.undo()
    assert titles(panel) == ["Content marketing", "Messaging", "Registration form"]


def test_delete_empties_cells_and_leaves_their_records(panel, map_, qtbot):
    map_.document.execute("Set", operations.update(map_.document.journey, [map_.form.id], owner="Sales"))
    click(qtbot, panel, map_.form, "owner")
    press(qtbot, KEY.Key_Delete)
    assert map_.now(map_.form).owner == "" and len(titles(panel)) == 3


def test_insert_adds_a_row_below_and_lets_its_title_be_typed(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "owner")
    press(qtbot, KEY.Key_Insert)
    type_in(qtbot, panel, "Newsletter")
    press(qtbot, KEY.Key_Tab)
    assert titles(panel) == ["Content marketing", "Newsletter", "Messaging", "Registration form"]
    new = next(record for record in map_.document.journey if getattr(record, "title", "") == "Newsletter")
    assert new.stage == map_.visit.id and map_.selection.ids == {new.id}
    map_.document.undo_stack.undo()
    assert map_.document.undo_stack.undoText() == "Add touch point"


@pytest.mark.parametrize("type_", list(COLUMNS))
def test_a_row_can_be_added_to_every_table(panel, map_, qtbot, type_):
    choose(qtbot, panel, type_)
    count = panel.model.rowCount()
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    press(qtbot, KEY.Key_Insert)
    press(qtbot, KEY.Key_Escape)
    assert panel.model.rowCount() == count + 1 and panel.view.currentIndex().row() == 1 or type_ == "flow"


def test_the_first_of_what_belongs_to_something_is_added_on_the_map(panel, map_, qtbot):
    map_.document.open(Journey([JourneyInfo()]), None)
    panel.add_row()
    panel.show_type("role")
    panel.add_row()
    assert panel.said == ["Add the first one on the map, where you can see what it belongs to."]
    assert panel.model.rowCount() == 1


def test_a_click_on_a_heading_sorts_and_a_third_one_shows_the_map_again(panel, map_, qtbot):
    header = panel.view.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(header.sectionViewportPosition(0) + 20)
    shown = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        shown.append(titles(panel))
    assert shown == [["Content marketing", "Messaging", "Registration form"],
                     ["Registration form", "Messaging", "Content marketing"],
                     ["Content marketing", "Messaging", "Registration form"]]
    assert map_.document.undo_stack.count() == 0


def test_empty_cells_are_sorted_last_and_an_edited_row_stays(panel, map_, qtbot):
    names = [column.name for column in panel.model.columns]
    panel.view.sortByColumn(names.index("emotion"), Qt.SortOrder.DescendingOrder)
    assert titles(panel) == ["Content marketing", "Messaging", "Registration form"]
    map_.document.execute("Set", operations.update(map_.document.journey, [map_.form.id], emotion=2))
    map_.document.execute("Add", operations.add_touchpoint(map_.document.journey, map_.visit.id, "New"))
    assert titles(panel) == ["Content marketing", "Messaging", "Registration form", "New"]


def test_the_line_on_top_finds_in_all_columns(panel, map_, qtbot):
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "sales")
    assert titles(panel) == ["Messaging"] and panel.found.text() == "1 found"
    qtbot.keyClicks(panel.search, "!")
    assert titles(panel) == [] and panel.found.text() == "Nothing found."
    panel.search.clear()
    assert len(titles(panel)) == 3 and panel.found.text() == ""


def test_cells_are_given_away_as_rows_of_texts(panel, map_, qtbot):
    told = []
    panel.copied.connect(told.append)
    click(qtbot, panel, map_.content, "title")
    click(qtbot, panel, map_.messaging, "roles", SHIFT)
    press(qtbot, KEY.Key_C, CONTROL)
    press(qtbot, KEY.Key_C, CONTROL | SHIFT)
    rows = [["Content marketing", "Visit Website", "Buyer"], ["Messaging", "Visit Website", ""]]
    assert told == [rows, [["Title", "Stage", "Roles"], *rows]]


def test_a_block_is_pasted_as_one_step(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "channel")
    panel.paste([["Mail", "Ann", "half automatic", "-2"], ["", "Bob", "Manual", "Pleasant"]])
    content, messaging = map_.now(map_.content), map_.now(map_.messaging)
    assert (content.channel, content.owner, content.automation, content.emotion) == ("Mail", "Ann", "assisted", -2)
    assert (messaging.channel, messaging.owner, messaging.automation, messaging.emotion) == ("", "Bob", "manual", 1)
    assert map_.document.undo_stack.count() == 1 and map_.document.undo_stack.undoText() == "Change 7 cells"
    map_.document.undo_stack.undo()
    assert map_.now(map_.content) == map_.content and map_.now(map_.messaging) == map_.messaging


def test_a_block_that_does_not_fit_changes_nothing(panel, map_, qtbot):
    click(qtbot, panel, map_.form, "emotion")
    panel.paste([["1"], ["2"]])
    panel.paste([["1", "3 h"]])
    assert panel.said == ["The table has too few cells here for what is to be pasted.",
                          "“3 h” is not a number from 0 to 1000000000."]
    assert map_.document.undo_stack.count() == 0


def test_one_text_goes_into_all_selected_cells(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "stage")
    click(qtbot, panel, map_.form, "stage", SHIFT)
    panel.paste([["Register"]])
    assert [map_.now(one).stage for one in (map_.content, map_.messaging, map_.form)] == [map_.register.id] * 3
    assert titles(panel) == ["Registration form", "Content marketing", "Messaging"]
    assert map_.document.undo_stack.undoText() == "Move 2 touch points"


def test_cutting_empties_cells(panel, map_, qtbot):
    told = []
    panel.copied.connect(told.append)
    click(qtbot, panel, map_.content, "channel")
    click(qtbot, panel, map_.content, "owner", SHIFT)
    press(qtbot, KEY.Key_X, CONTROL)
    assert told == [[["Web", "Marketing"]]]
    assert (map_.now(map_.content).channel, map_.now(map_.content).owner) == ("", "")


def test_what_is_being_typed_can_be_committed_by_the_window(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "notes")
    type_in(qtbot, panel, "kept")
    panel.commit()
    assert map_.now(map_.content).notes == "kept" and panel.view.delegate.editor is None


def test_the_focus_that_leaves_commits(panel, map_, qtbot):
    click(qtbot, panel, map_.content, "owner")
    type_in(qtbot, panel, "Zoe")
    qtbot.mouseClick(panel.search, Qt.MouseButton.LeftButton)
    panel.search.setFocus()
    qtbot.waitUntil(lambda: map_.now(map_.content).owner == "Zoe")


def test_another_journey_is_shown_when_it_is_opened(panel, map_):
    panel.search.setText("x")
    stage = Stage(title="Only", order=1)
    map_.document.open(Journey([JourneyInfo(), stage, Touchpoint(title="One", stage=stage.id)]), None)
    assert titles(panel) == ["One"] and panel.search.text() == "" and panel.types.currentText() == "Touch points (1)"


def test_ten_thousand_rows_follow_without_being_built_afresh(qtbot, make_journey):
    document = Document(make_journey(10_000))
    selection = Selection(document)
    panel = TablePanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(1200, 500)
    panel.show()
    qtbot.waitExposed(panel)
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    card = document.journey.all(Touchpoint)[7777]
    selection.set({card.id})
    document.execute("Rename", operations.rename(document.journey, card.id, "Found"))
    document.execute("Add", operations.add_touchpoint(document.journey, card.stage, "New"))
    document.execute("Delete", operations.delete(document.journey, [card.id]))
    document.undo_stack.undo()
    assert not resets and panel.model.rowCount() == 10_001
    assert panel.model.index(panel.model.row_of(card.id), 0).data() == "Found"
    document.execute("Delete", operations.delete(document.journey, [s.id for s in document.journey.stages[:400]]))
    assert panel.model.rowCount() == len(document.journey.all(Touchpoint))
