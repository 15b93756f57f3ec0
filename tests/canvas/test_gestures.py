"""The canvas under real mouse and key events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journey_editor.drawing.picture import Picture
from journey_editor.model import Cell, Challenge, Change, Flow, Metric, Stage, Touchpoint

CONTROL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                       Qt.KeyboardModifier.AltModifier)


@pytest.fixture(autouse=True)
def the_picture_follows(hand):
    """Whatever a gesture does is one step, and what is shown afterwards is the journey."""
    yield
    assert hand.view.picture.same_as(Picture(hand.document.journey))
    while hand.document.undo_stack.canUndo():
        hand.undo()
    assert hand.view.picture.same_as(Picture(hand.document.journey))


def handle(hand, title: str) -> QPoint:
    x, y, width, height = hand.view.picture.box(hand.id(title))
    return hand.pixel((x + width, y + height / 2))


# -- selecting ---------------------------------------------------------------------------------------------------------


def test_a_click_selects_and_a_click_on_empty_ground_selects_nothing(hand):
    hand.click(hand.pixel("Search"))
    assert hand.view.selection.ids == {hand.id("Search")}
    hand.click(hand.pixel("Slow"))
    assert hand.view.selection.ids == {hand.id("Slow")}
    hand.click(hand.pixel((-400, -300)))
    assert not hand.view.selection.ids


def test_control_adds_to_the_selection_and_takes_away(hand):
    hand.click(hand.pixel("Search"))
    hand.click(hand.pixel("Form"), CONTROL)
    assert hand.view.selection.ids == {hand.id("Search"), hand.id("Form")}
    hand.click(hand.pixel("Search"), CONTROL)
    assert hand.view.selection.ids == {hand.id("Form")}


def test_a_rectangle_selects_the_cards_that_it_touches(hand):
    x, y, width, height = hand.view.picture.box(hand.id("Advert"))
    hand.drag(hand.pixel((x - 15, y + height + 6)), hand.pixel((x + 40, y + height - 4)))
    assert hand.view.selection.ids == {hand.id("Advert")}
    assert hand.steps == 0


# -- moving ------------------------------------------------------------------------------------------------------------


def test_a_card_is_dragged_below_another_in_its_stage(hand):
    hand.drag(hand.pixel("Search"), hand.pixel("Advert", down=2.5))
    assert hand.titles("Visit") == ["Advert", "Search"]
    assert hand.steps == 1 and "Move" in hand.document.undo_stack.undoText()


def test_a_card_is_dragged_to_another_stage_with_all_that_hangs_on_it(hand):
    hand.drag(hand.pixel("Search"), hand.pixel("Form", down=-0.5))
    assert hand.titles("Register") == ["Search", "Form"] and hand.titles("Visit") == ["Advert"]
    assert hand.record("Slow").about == hand.id("Search")
    hand.undo()
    assert hand.titles("Visit") == ["Search", "Advert"]


def test_selected_cards_move_together_in_their_order(hand):
    hand.click(hand.pixel("Advert"))
    hand.click(hand.pixel("Search"), CONTROL)
    x, y, width, _ = hand.view.picture.stage_boxes[2]
    hand.drag(hand.pixel("Search"), hand.pixel((x + width / 2, y + 100)))
    assert hand.titles("Use") == ["Search", "Advert"] and hand.steps == 1


def test_escape_lets_a_carried_card_fall_back(hand):
    hand.press(hand.pixel("Search"), hand.pixel("Form"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.pixel("Form"))
    assert hand.steps == 0 and hand.titles("Visit") == ["Search", "Advert"]


def test_alt_pins_a_card_where_it_is_dropped_and_a_plain_drag_frees_it(hand):
    start = hand.pixel("Advert")
    hand.drag(start, start + QPoint(0, 150), ALT)
    advert = hand.record("Advert")
    assert advert.position is not None and hand.steps == 1
    assert hand.view.picture.box(advert.id)[:2] == advert.position
    hand.drag(hand.pixel("Advert"), hand.pixel("Search", down=-0.2))
    assert hand.record("Advert").position is None and hand.titles("Visit") == ["Advert", "Search"]


def test_a_card_is_pinned_too_where_the_map_was_scrolled_under_it(hand, qtbot):
    hand.view.set_zoom(1.0)
    bar = hand.view.verticalScrollBar()
    before, start = bar.value(), hand.pixel("Advert")
    edge = QPoint(start.x(), hand.view.viewport().height() - 4)
    hand.press(start, edge, ALT)
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    hand.release(edge, ALT)
    assert hand.record("Advert").position is not None


def test_a_pinned_card_is_unpinned_by_the_command(hand):
    start = hand.pixel("Advert")
    hand.drag(start, start + QPoint(0, 150), ALT)
    hand.view.unpin_selected()
    assert hand.record("Advert").position is None


def test_a_stage_is_dragged_along_the_row(hand):
    hand.drag(hand.pixel("Visit"), hand.pixel("Use", across=0.9))
    assert [stage.title for stage in hand.document.journey.stages] == ["Register", "Use", "Visit"]
    assert hand.steps == 1


def test_a_challenge_is_dragged_to_another_card_and_to_a_stage(hand):
    hand.drag(hand.pixel("Slow"), hand.pixel("Form"))
    assert hand.record("Slow").about == hand.id("Form")
    hand.drag(hand.pixel("Slow"), hand.pixel("Use"))
    assert hand.record("Slow").about == hand.id("Use")
    hand.drag(hand.pixel("Leads"), hand.pixel("Search"))
    assert hand.record("Leads").about == hand.id("Search")
    assert hand.steps == 3


# -- connecting --------------------------------------------------------------------------------------------------------


def test_a_flow_is_drawn_from_the_handle(hand):
    hand.click(hand.pixel("Advert"))
    hand.drag(handle(hand, "Advert"), hand.pixel("Form"))
    new = [flow for flow in hand.document.journey.all(Flow) if flow.source == hand.id("Advert")]
    assert [flow.target for flow in new] == [hand.id("Form")]
    assert hand.view.selection.ids == {new[0].id} and hand.steps == 1


def test_the_handle_shows_under_the_mouse_without_a_click(hand):
    hand.move(hand.pixel("Advert"))
    hand.drag(handle(hand, "Advert"), hand.pixel("Search"))
    assert any(flow.target == hand.id("Search") for flow in hand.document.journey.flows_from(hand.id("Advert")))


def test_flows_are_drawn_from_one_handle_one_after_the_other(hand):
    hand.click(hand.pixel("Advert"))
    for target, words in (("Form", "yes"), ("Search", "no")):
        hand.move(hand.pixel("Advert"))
        hand.drag(handle(hand, "Advert"), hand.pixel(target))
        hand.type(words)
        hand.key(Qt.Key.Key_Return)
    found = {flow.target: flow.label for flow in hand.document.journey.flows_from(hand.id("Advert"))}
    assert found == {hand.id("Form"): "yes", hand.id("Search"): "no"}


def test_the_start_of_a_flow_is_put_on_another_card(hand):
    flow = hand.document.journey.all(Flow)[0]
    line = hand.view.picture.arrows.line(0)
    hand.click(hand.pixel(tuple((line[0] + line[1]) / 2)))
    hand.drag(hand.pixel((line[0][0] + 24, line[0][1])), hand.pixel("Advert", down=0.6))
    assert hand.document.journey[flow.id].source == hand.id("Advert") and hand.steps == 1


def test_the_label_of_a_selected_flow_is_read(hand):
    flow = hand.document.journey.all(Flow)[0]
    hand.document.execute("Label", Change.updating([(flow, replace(flow, label="mmmm"))]))
    hand.view.motion.stop()
    arrows = hand.view.picture.arrows
    box = hand.view.rect_from_map(QRectF(*arrows.label_boxes[0])).adjusted(6, 3, -6, -3)
    before = hand.view.viewport().grab(box).toImage()
    hand.view.selection.set([flow.id])
    assert hand.view.viewport().grab(box).toImage() == before


def test_the_same_flow_is_not_drawn_twice(hand):
    hand.click(hand.pixel("Search"))
    hand.drag(handle(hand, "Search"), hand.pixel("Form"))
    assert hand.document.journey.count(Flow) == 1 and hand.steps == 0


def test_a_flow_let_go_over_an_empty_column_adds_a_card(hand):
    hand.click(hand.pixel("Advert"))
    x, y, width, _ = hand.view.picture.stage_boxes[2]
    hand.drag(handle(hand, "Advert"), hand.pixel((x + width / 2, y + 110)))
    hand.type("Welcome")
    hand.key(Qt.Key.Key_Return)
    assert hand.titles("Use") == ["Welcome"]
    assert [flow.target for flow in hand.document.journey.flows_from(hand.id("Advert"))] == [hand.id("Welcome")]
    assert hand.steps == 1


def test_the_end_of_a_flow_is_put_on_another_card(hand):
    flow = hand.document.journey.all(Flow)[0]
    line = hand.view.picture.arrows.line(0)
    hand.click(hand.pixel(tuple((line[0] + line[1]) / 2)))
    assert hand.view.selection.ids == {flow.id}
    hand.drag(hand.pixel(tuple(line[-1])), hand.pixel("Advert", down=0.6))
    assert hand.document.journey[flow.id].target == hand.id("Advert") and hand.steps == 1


def test_selected_cards_are_connected_in_a_chain(hand):
    hand.view.select_all()
    hand.view.connect_selected()
    pairs = {(flow.source, flow.target) for flow in hand.document.journey.all(Flow)}
    assert (hand.id("Search"), hand.id("Advert")) in pairs and (hand.id("Advert"), hand.id("Form")) in pairs


# -- renaming ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["Search", "Visit", "Slow", "Leads", "Map", "Thoughts"])
def test_a_double_click_renames_in_place(hand, title):
    hand.double_click(hand.pixel(title))
    hand.type("Other")
    hand.key(Qt.Key.Key_Return)
    assert hand.record("Other") and hand.steps == 1
    hand.undo()
    assert hand.record(title)


def test_a_flow_is_labelled_by_double_click(hand):
    line = hand.view.picture.arrows.line(0)
    hand.double_click(hand.pixel(tuple((line[0] + line[1]) / 2)))
    hand.type("60 %")
    hand.key(Qt.Key.Key_Return)
    assert hand.document.journey.all(Flow)[0].label == "60 %"


def test_f2_renames_escape_gives_up_and_shift_return_breaks_the_line(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_F2)
    hand.type("Nothing")
    hand.key(Qt.Key.Key_Escape)
    assert hand.record("Search") and hand.steps == 0
    hand.key(Qt.Key.Key_F2)
    hand.type("Two")
    hand.key(Qt.Key.Key_Return, SHIFT)
    hand.type("lines")
    hand.key(Qt.Key.Key_Return)
    assert hand.record("Two\nlines") and hand.steps == 1


def test_typing_replaces_the_title_and_a_click_elsewhere_commits(hand):
    hand.click(hand.pixel("Search"))
    QTest.keyClicks(hand.view, "G")
    hand.type("oogle")
    hand.click(hand.pixel("Form"))
    assert hand.record("Google") and hand.steps == 1


def test_renaming_to_the_same_is_no_step(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_F2)
    hand.key(Qt.Key.Key_Return)
    assert hand.steps == 0


# -- adding ------------------------------------------------------------------------------------------------------------


def test_return_adds_another_below_and_is_one_step_with_what_is_typed(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_Return)
    hand.type("Newsletter")
    hand.key(Qt.Key.Key_Return)
    assert hand.titles("Visit") == ["Search", "Newsletter", "Advert"] and hand.steps == 1
    hand.undo()
    assert hand.titles("Visit") == ["Search", "Advert"]


def test_a_new_card_whose_typing_is_given_up_was_never_there(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Escape)
    assert hand.titles("Visit") == ["Search", "Advert"]
    assert hand.steps == 0 and not hand.document.undo_stack.canRedo() and not hand.document.modified


def test_tab_adds_a_connected_card_again_and_again(hand):
    hand.click(hand.pixel("Form"))
    hand.key(Qt.Key.Key_Tab)
    hand.type("Mail")
    hand.key(Qt.Key.Key_Tab)
    hand.type("Call")
    hand.key(Qt.Key.Key_Return)
    assert hand.titles("Register") == ["Form", "Mail", "Call"] and hand.steps == 2
    assert [flow.target for flow in hand.document.journey.flows_from(hand.id("Mail"))] == [hand.id("Call")]


def test_a_double_click_on_empty_ground_adds_what_belongs_there(hand):
    x, y, width, _ = hand.view.picture.stage_boxes[2]
    hand.double_click(hand.pixel((x + width / 2, y + 100)))
    hand.type("Support")
    hand.key(Qt.Key.Key_Return)
    assert hand.titles("Use") == ["Support"]
    metrics = next(band for band in hand.view.picture.bands if band.key == "metrics")
    hand.double_click(hand.pixel((x + width / 2, metrics.top + 20)))
    hand.type("Churn")
    hand.key(Qt.Key.Key_Return)
    assert [one.title for one in hand.document.journey.children(hand.id("Use"), Metric)] == ["Churn"]
    lane = next(band for band in hand.view.picture.bands if band.lane)
    hand.double_click(hand.pixel((x + width / 2, lane.top + 20)))
    hand.type("Is it worth it?")
    hand.key(Qt.Key.Key_Return)
    assert [one.title for one in hand.document.journey.all(Cell)] == ["Is it worth it?"]
    assert hand.steps == 3


def test_the_ghost_at_the_end_adds_a_stage(hand):
    from journey_editor.canvas.overlay import new_stage_box

    box = new_stage_box(hand.view)
    hand.click(hand.view.from_map(box.center()).toPoint())
    hand.type("Stay")
    hand.key(Qt.Key.Key_Return)
    assert [stage.title for stage in hand.document.journey.stages] == ["Visit", "Register", "Use", "Stay"]


def test_the_buttons_over_a_card_add_what_they_show(hand):
    from journey_editor.canvas.overlay import buttons

    for place, cls in ((1, Challenge), (2, Metric)):
        hand.click(hand.pixel("Form"))
        hand.click(hand.view.from_map(buttons(hand.view)[place][0].center()).toPoint())
        hand.type("Typed")
        hand.key(Qt.Key.Key_Return)
        assert [one.title for one in hand.document.journey.children(hand.id("Form"), cls)] == ["Typed"]


def test_nothing_selected_and_no_stage_is_said_in_a_sentence(hand):
    hand.view.add_challenge()
    assert hand.refused == ["Select the stage or touch point that this belongs to."]


def test_duplicating_a_card_copies_what_hangs_on_it(hand):
    hand.click(hand.pixel("Search"))
    hand.view.duplicate_selected()
    assert hand.titles("Visit") == ["Search", "Search", "Advert"]
    assert [one.title for one in hand.document.journey.all(Challenge)] == ["Slow", "Slow"] and hand.steps == 1


# -- deleting and walking ----------------------------------------------------------------------------------------------


def test_delete_removes_with_all_that_hangs_on_it_and_undo_brings_all_back(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_Delete)
    journey = hand.document.journey
    assert hand.titles("Visit") == ["Advert"] and not journey.all(Flow) and not journey.all(Challenge)
    assert hand.view.selection.ids == {hand.id("Advert")}
    hand.undo()
    assert hand.titles("Visit") == ["Search", "Advert"] and journey.all(Flow) and journey.all(Challenge)


@pytest.mark.parametrize("title", ["Slow", "Leads", "Register", "Thoughts"])
def test_delete_removes_whatever_is_selected(hand, title):
    hand.click(hand.pixel(title))
    hand.key(Qt.Key.Key_Delete)
    assert all(getattr(record, "title", "") != title for record in hand.document.journey)
    assert hand.steps == 1


def test_a_flow_is_deleted(hand):
    line = hand.view.picture.arrows.line(0)
    hand.click(hand.pixel(tuple((line[0] + line[1]) / 2)))
    hand.key(Qt.Key.Key_Delete)
    assert not hand.document.journey.all(Flow)


def test_arrow_keys_walk_the_map(hand):
    def selected() -> str:
        return hand.document.journey[next(iter(hand.view.selection.ids))].title

    hand.key(Qt.Key.Key_Right)
    assert selected() == "Visit"
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        hand.key(key)
        walked.append(selected())
    assert walked[:4] == ["Search", "Slow", "Advert", "Slow"] and walked[4] in ("Form", "Register")


def test_control_and_arrows_move_the_selected_card(hand):
    hand.click(hand.pixel("Search"))
    hand.key(Qt.Key.Key_Down, CONTROL)
    assert hand.titles("Visit") == ["Advert", "Search"]
    hand.key(Qt.Key.Key_Right, CONTROL)
    assert "Search" in hand.titles("Register")
    hand.click(hand.pixel("Use"))
    hand.key(Qt.Key.Key_Left, CONTROL)
    assert [stage.title for stage in hand.document.journey.stages] == ["Visit", "Use", "Register"]


def test_arrange_is_one_step_and_keeps_every_card_in_its_stage(hand):
    hand.drag(hand.pixel("Search"), hand.pixel("Advert", down=2.5))
    stages = {one.id: one.stage for one in hand.document.journey.all(Touchpoint)}
    before = hand.steps
    hand.view.arrange()
    assert hand.steps <= before + 1
    assert stages == {one.id: one.stage for one in hand.document.journey.all(Touchpoint)}
    hand.view.arrange()
    hand.view.arrange()
    assert hand.refused[-1] == "The map is already arranged." and hand.steps <= before + 1


def test_the_first_stage_comes_from_a_double_click_on_the_empty_canvas(hand):
    from journey_editor.model.operations import new_journey

    hand.document.open(new_journey(), None)
    hand.double_click(QPoint(400, 300))
    hand.type("Start")
    hand.key(Qt.Key.Key_Return)
    assert [stage.title for stage in hand.document.journey.all(Stage)] == ["Start"]


def test_arrows_follow_the_card_that_is_carried(hand):
    start, end = hand.pixel("Search"), hand.pixel("Search") + QPoint(40, 160)
    flow = hand.view.picture.arrows.line(0)
    hand.press(start, end)
    line = hand.view.mouse.gesture.flows.points
    assert (line[-1] == flow[-1]).all()
    assert abs((line[0] - flow[0]) * hand.view.zoom - (40, 160)).max() < 2
    shown = hand.view.viewport().grab().toImage()
    middle = hand.view.from_map(QPointF(*(line[0] + line[1]) / 2)).toPoint()
    around = {shown.pixelColor(middle.x() + dx, middle.y() + dy).name() for dx in range(-2, 3) for dy in range(-2, 3)}
    assert hand.view.look.flow in around
    hand.release(end)


def test_undo_during_a_drag_ends_it(hand, make_journey):
    hand.click(hand.pixel("Search"))
    hand.view.add_touchpoint()
    hand.type("New one")
    hand.key(Qt.Key.Key_Return)
    start = hand.pixel("New one")
    hand.press(start, start + QPoint(40, 30))
    hand.undo()
    assert hand.view.mouse.gesture is None
    hand.move(start + QPoint(60, 60))
    QApplication.processEvents()
    hand.release(start + QPoint(60, 60))
    assert hand.steps == 0 and hand.document.undo_stack.canRedo()


def shows_the_whole(hand) -> bool:
    """Return whether the window, painted in parts, shows what it shows when painted at once."""
    port = hand.view.viewport()
    in_parts = hand.view.screen().grabWindow(hand.view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    whole = port.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return in_parts.copy(QRect(port.mapTo(hand.view, QPoint(0, 0)), port.size())) == whole


def test_a_drag_leaves_nothing_behind(hand):
    start = hand.pixel("Search")
    hand.press(start, start + QPoint(80, 90))
    QApplication.processEvents()
    for way in (10, 30, 55, 20, 3):
        hand.move(start + QPoint(80 + way, 90 - 2 * way))
        QApplication.processEvents()
    assert hand.view.mouse.gesture.moved is not None
    assert shows_the_whole(hand)
    hand.release(start)


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.2])
@pytest.mark.parametrize("carried", [1, 3])
def test_a_drag_among_many_arrows_leaves_nothing_behind(hand, make_journey, zoom, carried):
    view = hand.view
    hand.document.open(make_journey(80), None)
    ids = view.picture.card_ids[40:40 + 2 * carried:2]
    view.selection.set(ids)
    view.set_zoom(zoom)
    box = QRectF(*view.picture.box(ids[0]))
    away = box.center() - view.visible_area().center()
    view.scroll_by(away.x(), away.y())      # at the window's edge, the map would be scrolled
    start = hand.pixel((box.center().x(), box.top() + 14))
    hand.press(start, start + QPoint(9, 9))
    assert len(view.mouse.gesture.hidden) > 2 * carried
    for way in (QPoint(31, -17), QPoint(-64, 23), QPoint(4, 90), QPoint(350, 40), QPoint(345, 60), QPoint(0, 12)):
        hand.move(start + way)
        QApplication.processEvents()
        assert view.mouse.gesture.moved is not None
        assert shows_the_whole(hand)
    hand.release(start)
