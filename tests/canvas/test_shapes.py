"""The same map in swimlanes and in other views: what can be done there, and that nothing is lost by looking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from journey_editor.drawing.picture import Picture
from journey_editor.model import Flow, Role, Touchpoint, Track
from journey_editor.model import operations as ops

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def busy(hand):
    """The small map with roles, a backstage card and a track."""
    journey = hand.document.journey
    buyer, clerk = Role(title="Buyer", influence=0.9), Role(title="Clerk", influence=0.2)
    track = Track(title="Fast")
    flow = journey.all(Flow)[0]
    for record in (buyer, clerk, track):  # one after the other, so that each stands behind the one before
        journey.apply(ops.add(journey, record))
    hand.document.execute("Roles", ops.update(journey, [hand.id("Search")], roles=(clerk.id,)).then(
        ops.update(journey, [hand.id("Advert")], roles=(buyer.id,), backstage=True)).then(
        ops.update(journey, [flow.id], tracks=(track.id,))))
    yield hand
    assert hand.view.picture.same_as(Picture(journey, hand.view.lanes, hand.view.shape))
    while hand.document.undo_stack.canUndo():
        hand.undo()
    assert hand.view.picture.same_as(Picture(journey, hand.view.lanes, hand.view.shape))


def top(hand, title: str) -> float:
    return hand.view.picture.box(hand.id(title))[1]


def test_lanes_by_role_stand_in_the_order_of_the_roles_and_are_named(busy):
    busy.view.show_as(lanes="role")
    assert top(busy, "Advert") < top(busy, "Search")
    words = [word for word, _ in busy.view.picture.row_labels()]
    assert words[1:4] == ["Buyer", "Clerk", "No role"] and "Touch points" not in words
    busy.document.execute("Other role", ops.update(busy.document.journey, [busy.id("Advert")], roles=()))
    assert top(busy, "Advert") > top(busy, "Search")
    busy.view.show_as(lanes="none")
    assert [word for word, _ in busy.view.picture.row_labels()][1] == "Touch points"


def test_what_is_backstage_stands_below_the_line(busy):
    busy.view.show_as(lanes="backstage")
    assert top(busy, "Advert") > top(busy, "Search")
    assert [word for word, _ in busy.view.picture.row_labels()][1:3] == ["Onstage", "Backstage"]
    assert not busy.view.grab().isNull()


def test_a_card_is_dropped_before_the_one_below_it_in_lanes_too(busy):
    busy.view.show_as(lanes="role")
    x, y, width, _ = busy.view.picture.box(busy.id("Search"))
    busy.drag(busy.pixel("Form"), busy.pixel((x + width / 2, y - 4)))
    visit = busy.titles("Visit")
    assert visit.index("Form") == visit.index("Search") - 1 and busy.steps == 2


def over(hand, lane: str, title: str) -> QPointF:
    """Return where a drag of a card ends so that it is in another lane, in its own stage."""
    x, _, width, _ = hand.view.picture.box(hand.id(title))
    _, top, _, height = hand.view.picture.lanes[lane]
    return hand.pixel((x + width * 0.3, top + height / 2 + 6))


def test_in_another_lane_a_card_gets_its_role(busy):
    busy.view.show_as(lanes="role")
    clerk, buyer = busy.record("Search").roles[0], busy.record("Advert").roles[0]
    busy.drag(busy.pixel("Search"), over(busy, buyer, "Search"))
    assert busy.record("Search").roles == (buyer,) and busy.steps == 2
    busy.drag(busy.pixel("Form"), over(busy, buyer, "Form"))
    assert busy.record("Form").roles == (buyer,)
    busy.undo()
    busy.undo()
    assert busy.record("Search").roles == (clerk,) and busy.record("Form").roles == ()
    busy.drag(busy.pixel("Search"), over(busy, "", "Search"))
    assert busy.record("Search").roles == ()


def test_in_another_lane_of_one_track_a_card_gets_its_role(busy):
    clerk = busy.record("Search").roles
    busy.view.show_as(shape=f"track:{busy.id('Fast')}", lanes="role")
    assert clerk and busy.record("Form").roles == ()
    busy.drag(busy.pixel("Form"), over(busy, clerk[0], "Form"))
    assert busy.record("Form").roles == clerk and busy.steps == 2
    assert busy.titles("Visit") == ["Search", "Advert"] and busy.titles("Register") == ["Form"]


def test_a_role_that_no_card_has_yet_has_a_lane_to_drop_cards_in(busy):
    busy.document.execute("Roles", ops.add(busy.document.journey, Role(title="Nobody yet")))
    busy.view.show_as(lanes="role")
    nobody, order = busy.id("Nobody yet"), busy.titles("Visit")
    busy.drag(busy.pixel("Search"), over(busy, nobody, "Search"))
    assert busy.record("Search").roles == (nobody,) and busy.titles("Visit") == order == ["Search", "Advert"]


def test_a_pin_outlives_a_look_at_the_lanes(busy):
    busy.document.execute("Pin", ops.pin(busy.document.journey, {busy.id("Search"): (30, 400)}))
    busy.view.show_as(lanes="backstage")
    busy.drag(busy.pixel("Search"), over(busy, "backstage", "Search"))
    assert busy.record("Search").position == (30, 400) and busy.record("Search").backstage
    x, _, width, _ = busy.view.picture.box(busy.id("Register"))
    busy.drag(busy.pixel("Search"), busy.pixel((x + width / 2, top(busy, "Search") + 10)))
    assert busy.record("Search").position is None


def test_in_the_lane_below_the_line_a_card_is_backstage(busy):
    busy.view.show_as(lanes="backstage")
    busy.drag(busy.pixel("Search"), over(busy, "backstage", "Search"))
    assert busy.record("Search").backstage and busy.steps == 2
    assert top(busy, "Search") > busy.view.picture.lanes["backstage"][1]


def test_a_card_of_several_roles_has_marks_and_does_not_change_lanes(busy):
    clerk, buyer = busy.record("Search").roles[0], busy.record("Advert").roles[0]
    busy.document.execute("Roles", ops.update(busy.document.journey, [busy.id("Search")], roles=(clerk, buyer)))
    view = busy.view
    plain = view.viewport().grab().toImage()
    view.show_as(lanes="role")
    (card, role, box), = view.picture.marks
    assert (card, role) == (busy.id("Search"), clerk) and view.viewport().grab().toImage() != plain
    busy.drag(busy.pixel("Search"), over(busy, clerk, "Search"))
    assert busy.record("Search").roles == (clerk, buyer) and "several roles" in busy.refused[-1] and busy.steps == 2
    view.selection.clear()
    unselected = view.viewport().grab().toImage()
    middle = busy.pixel((box[0] + box[2] / 2, box[1] + box[3] / 2))
    busy.click(middle)
    assert view.selection.ids == {card}
    corner = view.from_map(QPointF(box[0], box[1] + box[3] / 2)).toPoint() - QPoint(2, 0)
    assert view.viewport().grab().toImage().pixelColor(corner) != unselected.pixelColor(corner)


@pytest.mark.parametrize(("shown", "word"), [
    ({"lanes": "role"}, "swimlanes"), ({"shape": "outline"}, "outline"), ({"shape": "track"}, "one track")])
def test_only_where_stages_are_whole_columns_are_cards_pinned(busy, shown, word):
    if shown.get("shape") == "track":
        shown = {"shape": f"track:{busy.id('Fast')}"}
    busy.view.show_as(**shown)
    busy.drag(busy.pixel("Search"), busy.pixel("Search") + QPoint(0, 70), Qt.KeyboardModifier.AltModifier)
    assert busy.record("Search").position is None and word in busy.refused[-1]


@pytest.mark.parametrize("shape", ["flow", "loop", "outline"])
def test_other_views_show_all_cards_and_change_nothing(busy, shape):
    view, journey = busy.view, busy.document.journey
    before = journey.copy()
    view.show_as(shape=shape)
    assert set(view.picture.card_ids) == {card.id for card in journey.all(Touchpoint)}
    busy.click(busy.pixel("Form"))
    assert view.selection.ids == {busy.id("Form")}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        busy.key(key)
        assert len(view.selection.ids) == 1
    busy.double_click(busy.pixel((-300.0, -200.0)))
    view.select_all()
    assert not view.grab().isNull() and busy.document.journey == before
    view.show_as(shape="stages")
    assert view.picture.same_as(Picture(journey))


def test_a_card_is_renamed_and_deleted_in_another_view(busy):
    busy.view.show_as(shape="loop")
    busy.double_click(busy.pixel("Search"))
    busy.type("Look")
    busy.key(Qt.Key.Key_Return)
    assert busy.record("Look")
    busy.view.delete_selected()
    assert all(card.title != "Look" for card in busy.document.journey.all(Touchpoint))


def test_arrow_keys_walk_to_the_next_card_in_a_direction(busy):
    busy.view.show_as(shape="outline")
    busy.view.selection.set([busy.id("Search")])
    middle = QPointF(*busy.view.picture.box(busy.id("Search"))[:2])
    busy.key(Qt.Key.Key_Down)
    (chosen,) = busy.view.selection.ids
    assert busy.view.picture.box(chosen)[1] > middle.y()


def test_a_heading_of_the_outline_is_a_stage(busy):
    busy.view.show_as(shape="outline")
    busy.click(busy.pixel("Visit"))
    assert busy.view.selection.ids == {busy.id("Visit")}


def test_one_track_shows_what_it_touches_until_it_is_gone(busy):
    view, journey = busy.view, busy.document.journey
    track = journey.all(Track)[0]
    flow = next(flow for flow in journey.all(Flow) if flow.tracks)
    view.show_as(shape=f"track:{track.id}")
    assert set(view.picture.card_ids) == {flow.source, flow.target} and view.picture.arrows.ids == [flow.id]
    busy.document.execute("Delete", ops.delete(journey, [track.id]))
    assert view.shape == "stages" and len(view.picture.card_ids) == journey.count(Touchpoint)


def test_what_is_added_to_a_track_that_alone_is_shown_is_on_it(busy):
    view, journey = busy.view, busy.document.journey
    track = journey.all(Track)[0]
    view.show_as(shape=f"track:{track.id}")
    view.selection.set([busy.id("Search")])
    busy.key(Qt.Key.Key_Tab)
    busy.type("Next")
    view.editor.commit()
    assert busy.id("Next") in view.picture.card_ids
    assert next(flow for flow in journey.all(Flow) if flow.target == busy.id("Next")).tracks == (track.id,)
    steps = busy.steps
    busy.key(Qt.Key.Key_Return)
    assert busy.steps == steps and "Only one track is shown" in busy.refused[-1]


@pytest.mark.parametrize("modifier", [PLAIN, Qt.KeyboardModifier.AltModifier])
@pytest.mark.parametrize("shape, why", [("flow", "the flows determine"), ("loop", "follow the order of the journey")])
def test_where_a_card_cannot_be_moved_cursor_and_sentence_say_so(busy, shape, why, modifier):
    view, before = busy.view, busy.document.journey.copy()
    view.show_as(shape=shape)
    busy.press(busy.pixel("Search"), busy.pixel("Form"), modifier)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert len(busy.refused) == 1 and why in busy.refused[0] and "Show As > Stages" in busy.refused[0]
    busy.release(busy.pixel("Form"), modifier)
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    assert len(busy.refused) == 1 and busy.document.journey == before


def test_a_card_is_moved_up_and_down_the_outline(busy):
    busy.view.show_as(shape="outline")
    steps = busy.steps
    x, y, width, height = busy.view.picture.box(busy.id("Search"))
    busy.drag(busy.pixel("Advert"), busy.pixel((x + width * 0.3, y - 30)))
    assert busy.titles("Visit") == ["Advert", "Search"] and busy.steps == steps + 1
    x, y, width, height = busy.view.picture.box(busy.id("Use"))
    busy.drag(busy.pixel("Advert"), busy.pixel((x + width * 0.3, y + height + 60)))
    assert busy.titles("Visit") == ["Search"] and busy.titles("Use") == ["Advert"]
    x, y, width, height = busy.view.picture.box(busy.id("Form"))
    x, y, width, height = busy.view.picture.box(busy.id("Form"))
    busy.drag(busy.pixel("Search"), busy.pixel((x + width * 0.3, y + height + 12)))
    assert busy.titles("Register") == ["Form", "Search"] and not busy.refused


def test_a_card_is_not_pinned_in_the_outline(busy):
    busy.view.show_as(shape="outline")
    before = busy.document.journey.copy()
    busy.press(busy.pixel("Search"), busy.pixel("Form"), Qt.KeyboardModifier.AltModifier)
    assert busy.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    busy.release(busy.pixel("Form"), Qt.KeyboardModifier.AltModifier)
    assert "cannot be pinned in the outline" in busy.refused[0] and busy.document.journey == before
    busy.drag(busy.pixel("Visit"), busy.pixel("Form"))
    assert "Stages cannot be moved in the outline" in busy.refused[1] and busy.document.journey == before


def test_on_a_track_a_card_is_moved_beside_the_one_that_is_shown(busy):
    view, journey = busy.view, busy.document.journey
    track, visit = journey.all(Track)[0], busy.id("Visit")
    for title in ("Hidden", "Also hidden", "Shown"):
        busy.document.execute("Add", ops.add(journey, Touchpoint(title=title, stage=visit)))
    busy.document.execute("Flow", ops.add(journey, Flow(source=busy.id("Shown"), target=busy.id("Form"),
                                                        tracks=(track.id,))))
    view.show_as(shape=f"track:{track.id}")
    x, y, width, height = view.picture.box(busy.id("Shown"))
    busy.drag(busy.pixel("Search"), busy.pixel((x + width * 0.3, y + height + 30)))
    assert busy.titles("Visit") == ["Advert", "Hidden", "Also hidden", "Shown", "Search"]
    x, y, width, height = view.picture.box(busy.id("Shown"))
    busy.drag(busy.pixel("Search"), busy.pixel((x + width * 0.3, y - 30)))
    assert busy.titles("Visit") == ["Advert", "Hidden", "Also hidden", "Search", "Shown"]
