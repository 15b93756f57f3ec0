"""Cards that a change moves are seen to move, and stand where they belong afterwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from journey_editor.model import operations as ops


def test_cards_glide_to_their_places_and_then_stand_still(hand, qtbot):
    journey, view = hand.document.journey, hand.view
    search, advert = hand.id("Search"), hand.id("Advert")
    hand.document.execute("Move", ops.move(journey, [search], hand.id("Visit"), 1))
    flow = view.picture.arrows.ids[0]
    assert view.motion.hidden >= {search, advert, flow}
    early = view.viewport().grab().toImage()
    qtbot.waitUntil(lambda: not view.motion.hidden)
    assert view.viewport().grab().toImage() != early
    assert hand.titles("Visit") == ["Advert", "Search"]


def test_a_carried_card_goes_on_from_where_it_was_let_go(hand, qtbot):
    seen = []
    hand.document.changed.connect(lambda _change: seen.append(dict(hand.view.carried)))
    start, end = hand.pixel("Form"), hand.pixel("Advert")
    x, y, _, _ = hand.view.picture.box(hand.id("Form"))
    hand.drag(start, end)
    moved = QPointF(end - start) / hand.view.zoom
    assert (seen[0][hand.id("Form")] - QPointF(x, y) - moved).manhattanLength() < 2 and not hand.view.carried


def test_a_press_ends_a_glide(hand):
    hand.document.execute("Move", ops.move(hand.document.journey, [hand.id("Search")], hand.id("Visit"), 1))
    assert hand.view.motion.hidden
    hand.click(hand.pixel("Form"))
    assert not hand.view.motion.hidden and hand.view.selection.ids == {hand.id("Form")}


def test_nothing_glides_where_cards_are_only_boxes(hand):
    hand.view.set_zoom(0.2)
    hand.document.execute("Move", ops.move(hand.document.journey, [hand.id("Search")], hand.id("Visit"), 1))
    assert not hand.view.motion.hidden
