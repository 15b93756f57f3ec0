import math
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from journey_editor.drawing.fonts import FAMILY, load_fonts
from journey_editor.model import Journey, JourneyInfo, Role, Touchpoint, operations
from journey_editor.panels.fields import number_text, read_number
from journey_editor.panels.form import FORMS
from journey_editor.panels.growing import GrowingEdit
from journey_editor.panels.inspector import InspectorPanel


@pytest.fixture
def panel(map_, qtbot):
    made = InspectorPanel(map_.document, map_.selection)
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def show(panel, map_):
    """Select records by name; return the panel."""
    def select(*names):
        map_.selection.set(getattr(map_, name).id for name in names)
        return panel
    return select


def field(panel, name):
    return panel.form.fields[name]


def write(qtbot, panel, name, text, key=Qt.Key.Key_Return):
    """Type over what stands in a field."""
    edit = field(panel, name).target()
    edit.setFocus()
    edit.selectAll()
    if text:
        qtbot.keyClicks(edit, text)
    else:
        qtbot.keyClick(edit, Qt.Key.Key_Delete)
    if key:
        qtbot.keyClick(edit, key)


def undo_text(map_):
    return map_.document.undo_stack.undoText()


def test_every_field_of_every_type_has_its_place():
    from dataclasses import fields

    from journey_editor.model.records import RECORD_TYPES

    # What is chosen by where a record stands is not a field of a form.
    by_place = {"id", "order", "stage", "about", "lane", "source", "target"}
    for type_, cls in RECORD_TYPES.items():
        known = {one.name for one in fields(cls)} - by_place | ({"target"} if type_ == "metric" else set())
        assert {spec.name for spec in FORMS[type_]} == known, type_


@pytest.mark.parametrize("name", ["info", "visit", "content", "roi", "bounce", "studies", "buyer", "flow", "fast",
                                  "quotes", "quote", "idea"])
def test_every_type_can_be_shown_and_each_field_has_a_name_for_screen_readers(show, name, map_):
    panel = show(name)
    assert panel.form.types == (getattr(map_, name).type,)
    for label in panel.form.findChildren(QLabel):
        if label.buddy() is not None:
            assert label.text()
    for one in panel.form.fields.values():
        for widget in one.findChildren(QToolButton) or [one.target()]:
            assert widget.accessibleName() or widget.property("text"), (name, widget)
    assert panel.widget().minimumSizeHint().width() <= 280


def test_nothing_selected_shows_the_journey_itself(panel, map_, qtbot):
    assert panel.heading.text() == "Journey"
    write(qtbot, panel, "organisation", "Alibaba Group")
    assert map_.document.journey.info.organisation == "Alibaba Group" and undo_text(map_) == "Change organisation"


def test_enter_commits_one_step_that_can_be_undone(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "Sales team")
    assert map_.now(map_.content).owner == "Sales team"
    assert undo_text(map_) == "Change owner" and map_.document.undo_stack.count() == 1
    map_.document.undo_stack.undo()
    assert field(panel, "owner").edit.text() == "Marketing"


def test_leaving_a_field_commits_and_leaving_it_unchanged_does_not(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "Sales team", Qt.Key.Key_Tab)
    assert map_.now(map_.content).owner == "Sales team"
    edit = field(panel, "need").edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Find suppliers")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "quickly")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert map_.now(map_.content).need == "Find suppliers\nquickly" and not edit.hasFocus()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert map_.document.undo_stack.count() == 2


def test_esc_takes_typing_back(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "Nobody", Qt.Key.Key_Escape)
    assert field(panel, "owner").edit.text() == "Marketing" and map_.document.undo_stack.count() == 0
    write(qtbot, panel, "title", "Nothing", Qt.Key.Key_Escape)
    assert field(panel, "title").edit.toPlainText() == "Content marketing" and map_.document.undo_stack.count() == 0


def test_a_title_is_committed_by_enter_and_may_have_lines(show, map_, qtbot):
    panel = show("content")
    edit = field(panel, "title").edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Content")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "marketing")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert map_.now(map_.content).title == "Content\nmarketing" and undo_text(map_) == "Change title"


def test_undo_in_a_text_field_undoes_typing(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "Sales", key=None)
    qtbot.keyClick(field(panel, "owner").edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field(panel, "owner").edit.text() != "Sales" and map_.document.undo_stack.count() == 0


@pytest.mark.parametrize("name", ["owner", "need"])
def test_typing_goes_to_what_was_edited_when_the_selection_moves_on(show, map_, qtbot, name):
    panel = show("content")
    write(qtbot, panel, name, "typed", key=None)
    map_.selection.set({map_.messaging.id})
    assert getattr(map_.now(map_.content), name) == "typed" and map_.now(map_.messaging).owner == "Sales"
    assert map_.document.undo_stack.count() == 1
    write(qtbot, panel, name, "again", key=None)
    map_.selection.set({map_.visit.id})
    assert getattr(map_.now(map_.messaging), name) == "again"


def test_typing_into_what_is_deleted_goes_with_it(show, map_, qtbot):
    panel = show("content", "messaging")
    write(qtbot, panel, "owner", "typed", key=None)
    map_.document.execute("Delete", operations.delete(map_.document.journey, [map_.content.id]))
    # Nothing may be edited while the deletion is still being announced.
    assert map_.document.undo_stack.count() == 1
    qtbot.waitUntil(lambda: map_.document.undo_stack.count() == 2)
    assert map_.now(map_.messaging).owner == "typed"
    map_.selection.set({map_.messaging.id})
    write(qtbot, panel, "owner", "gone", key=None)
    map_.document.execute("Delete", operations.delete(map_.document.journey, [map_.messaging.id]))
    qtbot.wait(1)
    assert map_.document.undo_stack.count() == 3


def test_typing_never_reaches_another_journey(panel, map_, qtbot):
    write(qtbot, panel, "vision", "typed", key=None)
    map_.document.open(Journey([JourneyInfo(id=map_.info.id, title="Another")]), None)
    panel.commit()
    assert map_.document.journey.info.vision == "" and field(panel, "vision").edit.toPlainText() == ""


def test_commit_takes_what_is_being_typed(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "typed", key=None)
    panel.commit()
    panel.commit()
    assert map_.now(map_.content).owner == "typed" and map_.document.undo_stack.count() == 1


def test_several_of_one_type_are_edited_together(show, map_, qtbot):
    panel = show("content", "messaging")
    assert panel.heading.text() == "2 touch points"
    edit = field(panel, "owner").edit
    assert edit.text() == "" and edit.placeholderText() == "several values"
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert map_.document.undo_stack.count() == 0
    write(qtbot, panel, "owner", "Sales team")
    assert {map_.now(map_.content).owner, map_.now(map_.messaging).owner} == {"Sales team"}
    assert undo_text(map_) == "Change owner of 2 touch points" and map_.document.undo_stack.count() == 1
    assert edit.placeholderText() == ""


def test_several_types_show_what_they_have_in_common(show, map_, qtbot):
    panel = show("content", "studies")
    assert list(panel.form.fields) == ["title", "owner"]
    write(qtbot, panel, "owner", "Sales")
    assert map_.now(map_.studies).owner == map_.now(map_.content).owner == "Sales"
    assert undo_text(map_) == "Change owner of 2 items"


def test_numbers_may_be_missing_and_are_refused_in_words(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "duration_hours", "1,5")
    assert map_.now(map_.content).duration_hours == 1.5
    write(qtbot, panel, "duration_hours", "36")
    assert map_.now(map_.content).duration_hours == 36 and isinstance(map_.now(map_.content).duration_hours, int)
    with qtbot.waitSignal(panel.refused) as told:
        write(qtbot, panel, "duration_hours", "soon")
    assert str(told.args[0]) == "“soon” is not a number from 0 to 1000000000."
    assert field(panel, "duration_hours").edit.text() == "36"
    with qtbot.waitSignal(panel.refused):
        write(qtbot, panel, "duration_hours", "-1")
    write(qtbot, panel, "duration_hours", "")
    assert map_.now(map_.content).duration_hours is None


def test_shares_and_influence_are_percent(show, map_, qtbot):
    panel = show("flow")
    assert field(panel, "share").edit.text() == "35"
    write(qtbot, panel, "share", "7 %")
    assert map_.now(map_.flow).share == 0.07 and field(panel, "share").edit.text() == "7"
    with qtbot.waitSignal(panel.refused):
        write(qtbot, panel, "share", "101")
    panel = show("buyer")
    write(qtbot, panel, "influence", "40")
    assert map_.now(map_.buyer).influence == 0.4


def test_votes_are_whole_numbers_and_none_of_them_is_zero(show, map_, qtbot):
    panel = show("idea")
    write(qtbot, panel, "votes", "3")
    assert map_.now(map_.idea).votes == 3
    with qtbot.waitSignal(panel.refused):
        write(qtbot, panel, "votes", "2.5")
    write(qtbot, panel, "votes", "")
    assert map_.now(map_.idea).votes == 0


def test_a_closed_set_is_a_list_with_none_in_it(show, map_, qtbot):
    panel = show("content", "messaging")
    box = field(panel, "automation").box
    assert [box.itemText(i) for i in range(box.count())] == ["(none)", "Manual", "Semi-automatic", "Automatic"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert map_.now(map_.content).automation == map_.now(map_.messaging).automation == "manual"
    assert undo_text(map_) == "Change automation of 2 touch points"
    show("content")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert map_.now(map_.content).automation is None
    panel = show("content", "messaging")
    assert field(panel, "automation").box.currentIndex() == -1
    assert field(panel, "automation").box.placeholderText() == "several values"


def test_the_wheel_scrolls_the_form_and_changes_nothing(show, map_, qtbot):
    panel = show("content")
    panel.resize(280, 200)
    box = field(panel, "automation").box
    event = QWheelEvent(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(box, event)
    assert map_.document.undo_stack.count() == 0 and not event.isAccepted()


def test_emotion_by_face_and_by_exact_value(show, map_, qtbot):
    panel = show("content")
    emotion = field(panel, "emotion")
    faces = emotion.segments.buttons
    assert [face.isChecked() for face in faces] == [False, False, False, True, False]
    qtbot.mouseClick(faces[0], Qt.MouseButton.LeftButton)
    assert map_.now(map_.content).emotion == -2 and undo_text(map_) == "Change emotion"
    assert emotion.exact.edit.text() == "−2"
    emotion.exact.edit.setFocus()
    emotion.exact.edit.selectAll()
    qtbot.keyClicks(emotion.exact.edit, "-0.5")
    qtbot.keyClick(emotion.exact.edit, Qt.Key.Key_Return)
    assert map_.now(map_.content).emotion == -0.5
    qtbot.mouseClick(faces[2], Qt.MouseButton.LeftButton)
    assert map_.now(map_.content).emotion == 0
    qtbot.mouseClick(faces[2], Qt.MouseButton.LeftButton)
    assert map_.now(map_.content).emotion is None and not any(face.isChecked() for face in faces)


def test_faces_are_one_stop_on_the_tab_way_and_arrows_move_within(show, map_, qtbot):
    panel = show("content")
    faces = field(panel, "emotion").segments.buttons
    assert [bool(face.focusPolicy() & Qt.FocusPolicy.TabFocus) for face in faces] == [False, False, False, True, False]
    faces[3].setFocus()
    qtbot.keyClick(faces[3], Qt.Key.Key_Right)
    assert faces[4].hasFocus() and map_.document.undo_stack.count() == 0
    qtbot.keyClick(faces[4], Qt.Key.Key_Space)
    assert map_.now(map_.content).emotion == 2


def test_grades_are_pressed_and_taken_away(show, map_, qtbot):
    panel = show("roi")
    grades = field(panel, "severity").segments.buttons
    qtbot.mouseClick(grades[4], Qt.MouseButton.LeftButton)
    assert map_.now(map_.roi).severity == 5
    qtbot.mouseClick(grades[4], Qt.MouseButton.LeftButton)
    assert map_.now(map_.roi).severity is None
    panel = show("roi", "awkward")
    assert not any(grade.isChecked() for grade in field(panel, "severity").segments.buttons)


def tick(qtbot, listed, row):
    box = listed.list.visualRect(listed.model.index(row))
    qtbot.mouseClick(listed.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 11, box.center().y()))


def test_roles_are_ticked_by_title(show, map_, qtbot):
    panel = show("content", "messaging")
    roles = field(panel, "roles")
    states = [roles.model.index(i).data(Qt.ItemDataRole.CheckStateRole) for i in range(2)]
    assert states == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked]
    tick(qtbot, roles, 0)
    assert map_.now(map_.messaging).roles == (map_.buyer.id,) == map_.now(map_.content).roles
    tick(qtbot, roles, 1)
    tick(qtbot, roles, 0)
    assert map_.now(map_.messaging).roles == (map_.finance.id,) == map_.now(map_.content).roles
    assert undo_text(map_) == "Change roles of 2 touch points"


def test_a_role_can_be_added_where_it_is_needed(show, map_, qtbot):
    panel = show("messaging")
    adder = field(panel, "roles").adder
    adder.setFocus()
    qtbot.keyClicks(adder, "Decider")
    qtbot.keyClick(adder, Qt.Key.Key_Return)
    decider = map_.document.journey.all(Role)[-1]
    assert decider.title == "Decider" and map_.now(map_.messaging).roles == (decider.id,)
    assert undo_text(map_) == "Add role" and map_.document.undo_stack.count() == 1
    qtbot.keyClicks(adder, "buyer")
    qtbot.keyClick(adder, Qt.Key.Key_Return)
    assert map_.document.journey.count(Role) == 3 and map_.buyer.id in map_.now(map_.messaging).roles
    map_.document.undo_stack.undo()
    map_.document.undo_stack.undo()
    assert map_.document.journey.count(Role) == 2 and map_.now(map_.messaging).roles == ()


def test_an_opportunity_answers_challenges_of_its_stage(show, map_, qtbot):
    answers = field(show("studies"), "challenges")
    assert answers.model.choices == [(map_.roi.id, "Content ROI is hard to measure")]
    tick(qtbot, answers, 0)
    assert map_.now(map_.studies).challenges == ()


def test_a_role_renamed_elsewhere_is_renamed_in_the_list(show, map_):
    panel = show("content")
    map_.document.execute("Rename", operations.rename(map_.document.journey, map_.buyer.id, "Purchaser"))
    assert field(panel, "roles").model.choices[0][1] == "Purchaser"


def test_a_colour_is_one_click(show, map_, qtbot):
    panel = show("buyer")
    buttons = field(panel, "color").segments.buttons
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert map_.now(map_.buyer).color == "#d9650b" and undo_text(map_) == "Change colour"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert map_.now(map_.buyer).color == ""


def test_unpin_frees_a_card(show, map_, qtbot):
    panel = show("messaging")
    qtbot.mouseClick(field(panel, "position").button, Qt.MouseButton.LeftButton)
    assert map_.now(map_.messaging).position is None and undo_text(map_) == "Unpin"
    assert field(panel, "position").button.isHidden()


def test_backstage_is_a_tick(show, map_, qtbot):
    panel = show("content")
    qtbot.mouseClick(field(panel, "backstage").box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert map_.now(map_.content).backstage is True
    panel = show("content", "messaging")
    assert field(panel, "backstage").box.checkState() == Qt.CheckState.PartiallyChecked


def edit_cell(qtbot, table, row, column, text):
    table.setFocus()
    table.setCurrentCell(row, column)
    table.editItem(table.item(row, column))
    editor = table.viewport().focusWidget() or QApplication.focusWidget()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # the table takes what an editor holds one turn later


def test_observations_are_a_table_in_the_order_of_dates(show, map_, qtbot):
    panel = show("bounce")
    observed = field(panel, "observations")
    edit_cell(qtbot, observed.table, 0, 1, "57,5")
    assert map_.now(map_.bounce).observations == (("2024-01-31", 57.5),)
    qtbot.mouseClick(observed.add_button, Qt.MouseButton.LeftButton)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "55")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert map_.now(map_.bounce).observations == (("2024-01-31", 57.5), (date.today().isoformat(), 55))
    edit_cell(qtbot, observed.table, 1, 0, "2023/12/1")
    assert map_.now(map_.bounce).observations == (("2023-12-01", 55), ("2024-01-31", 57.5))
    with qtbot.waitSignal(panel.refused) as told:
        edit_cell(qtbot, observed.table, 0, 0, "2023-02-30")
    assert "“2023-02-30” is not a date" in str(told.args[0]) and observed.table.item(0, 0).text() == "2023-12-01"
    observed.table.selectRow(0)
    qtbot.keyClick(observed.table, Qt.Key.Key_Delete)
    assert map_.now(map_.bounce).observations == (("2024-01-31", 57.5),)
    assert undo_text(map_) == "Change observations"


def test_what_is_attached_is_listed_and_a_click_goes_there(show, map_, qtbot):
    panel = show("content")
    listed = {button.text(): button for button in panel.links.buttons}
    assert list(listed) == ["Content ROI is hard to measure", "Bounce rate", "Publish case studies",
                            "Registration form (if interested)"]
    qtbot.mouseClick(listed["Bounce rate"], Qt.MouseButton.LeftButton)
    assert map_.selection.ids == {map_.bounce.id}
    assert "Visit Website" in panel.trail.text() and "Content marketing" in panel.trail.text()
    panel.trail.linkActivated.emit(map_.content.id)
    assert map_.selection.ids == {map_.content.id}


def test_what_is_attached_follows_changes(show, map_):
    panel = show("messaging")
    assert panel.links.buttons == []
    map_.document.execute("Add", operations.add_metric(map_.document.journey, map_.messaging.id, "Reply rate"))
    assert [button.text() for button in panel.links.buttons] == ["Reply rate"]


def test_a_change_elsewhere_leaves_typing_alone(show, map_, qtbot):
    panel = show("content")
    write(qtbot, panel, "owner", "typed", key=None)
    map_.document.execute("Rename", operations.rename(map_.document.journey, map_.form.id, "Sign-up"))
    map_.document.execute("Change", operations.update(map_.document.journey, [map_.content.id], channel="Mail"))
    assert field(panel, "owner").edit.text() == "typed" and field(panel, "channel").edit.text() == "Mail"


def test_known_owners_are_offered(show, map_, qtbot):
    panel = show("content")
    edit = field(panel, "owner").edit
    edit.setFocus()
    assert edit.completer().model().stringList() == ["Marketing", "Sales"]


def test_the_keyboard_goes_through_the_fields_in_their_order(show, qtbot):
    panel = show("content")
    field(panel, "title").edit.setFocus()
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        name = next((name for name, one in panel.form.fields.items() if one.isAncestorOf(focused)), None)
        if name and (not seen or seen[-1] != name):
            seen.append(name)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[:len(panel.form.fields) - 1] == [name for name in panel.form.fields if name != "position"]


def test_a_new_title_is_typed_over_the_old_one(show, map_, qtbot):
    panel = show("fast")
    panel.edit_title()
    qtbot.keyClicks(QApplication.focusWidget(), "Quick")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert map_.now(map_.fast).title == "Quick"


def test_ten_thousand_cards_are_edited_at_once(map_, panel, qtbot):
    from journey_editor.model import Change

    cards = [Touchpoint(title=f"Card {i}", stage=map_.visit.id, order=i) for i in range(10_000)]
    map_.document.execute("Add", Change.adding(cards))
    map_.selection.set(card.id for card in cards)
    write(qtbot, panel, "owner", "Everybody")
    assert {map_.now(card).owner for card in cards} == {"Everybody"}


@pytest.mark.parametrize("number", [0, -1.5, 0.1, 1234567, 1e22, 1.7976931348623157e308, -1.7976931348623157e308])
def test_a_number_that_is_shown_can_be_read_again(number):
    assert read_number(number_text(number), -math.inf, math.inf) == pytest.approx(number)


@pytest.mark.parametrize("least, most", [(2, 8), (2, 3), (9, 12)])
def test_a_long_text_is_shown_in_whole_lines_whatever_fonts_its_signs_come_from(qtbot, least, most):
    load_fonts()
    edit = GrowingEdit(least, most)
    qtbot.addWidget(edit)
    edit.setFont(QFont(["DejaVu Sans", FAMILY], 10))
    edit.setFixedWidth(240)
    edit.show()
    edit.setPlainText("Company: 中型装备制造企业，年采购备件约三千种。\nExperience: 一次采购通常有六到十人参与，每人手里有四五条信息。")
    qtbot.waitExposed(edit)
    heights = []
    block = edit.document().begin()
    while block.isValid():
        heights += [block.layout().lineAt(i).height() for i in range(block.lineCount())]
        block = block.next()
    around = 2 * (edit.document().documentMargin() + edit.frameWidth())
    blank = max(least - len(heights), 0) * edit.fontMetrics().lineSpacing()
    assert len(heights) > 3 and edit.height() - around == pytest.approx(sum(heights[:most]) + blank, abs=2.01)
    if most >= len(heights):
        assert edit.verticalScrollBar().maximum() == 0
