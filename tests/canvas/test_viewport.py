"""Zooming, scrolling, and the layer that is kept between frames."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from journey_editor.canvas.view import CanvasView
from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import DARK
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint


def wheel(hand, at: QPoint, delta: int, modifiers) -> None:
    port = hand.view.viewport()
    QApplication.sendEvent(port, QWheelEvent(QPointF(at), QPointF(port.mapToGlobal(at)), QPoint(), QPoint(0, delta),
                                             Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False))


def test_control_and_wheel_zoom_around_the_mouse(hand):
    at = hand.pixel("Form")
    before = hand.view.to_map(at)
    zoom = hand.view.zoom
    wheel(hand, at, 240, Qt.KeyboardModifier.ControlModifier)
    assert hand.view.zoom > zoom * 1.2
    moved = hand.view.to_map(at) - before
    assert abs(moved.x()) < 2 and abs(moved.y()) < 2


def test_the_wheel_scrolls(hand):
    hand.view.set_zoom(2.0)
    before = hand.view.to_map(QPoint(0, 0))
    wheel(hand, QPoint(50, 50), -120, Qt.KeyboardModifier.NoModifier)
    after = hand.view.to_map(QPoint(0, 0))
    assert after.y() > before.y() and after.x() == before.x()


def test_fit_shows_the_whole_map(hand):
    hand.view.set_zoom(3.0)
    hand.view.zoom_fit()
    x, y, width, height = hand.view.picture.bounds
    area = hand.view.visible_area()
    assert area.left() <= x + 2 and area.top() <= y + 2
    assert area.right() >= x + width - 2 and area.bottom() >= y + height - 2


def test_a_scrolled_layer_equals_one_painted_afresh(hand):
    view = hand.view
    view.set_zoom(1.3)
    view.grab()
    for dx, dy in ((37, 0), (0, 23), (-61, 45)):
        view.scroll_by(dx / view.zoom, dy / view.zoom)
        scrolled = view.viewport().grab().toImage()
        view.set_look(view.look)  # forgets the layer
        fresh = view.viewport().grab().toImage()
        different = sum(scrolled.pixel(px, py) != fresh.pixel(px, py)
                        for px in range(0, fresh.width(), 7) for py in range(0, fresh.height(), 7))
        assert different < 20  # arrows that cross the strip's edge differ in a few softened pixels


def test_looks_change_the_ground(hand):
    before = hand.view.grab().toImage().pixelColor(3, 3)
    hand.view.set_look(DARK)
    assert hand.view.grab().toImage().pixelColor(3, 3).name() == DARK.background != before.name()


def test_reveal_scrolls_to_what_is_outside(hand):
    hand.view.set_zoom(3.0)
    hand.view.reveal(hand.id("Visit"))
    hand.view.reveal(hand.id("Use"))
    x, y, width, height = hand.view.picture.box(hand.id("Use"))
    assert hand.view.visible_area().intersects(hand.view.visible_area().__class__(x, y, width, height))


def high_map(qtbot, count: int) -> tuple[CanvasView, list[Touchpoint]]:
    """A view on one column of so many cards, and the cards."""
    stage = Stage(title="One", order=1)
    cards = [Touchpoint(title=f"Card {i}", stage=stage.id, order=i) for i in range(count)]
    document = Document(Journey([JourneyInfo(title="High"), stage, *cards]))
    view = CanvasView(document, Selection(document))
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view, cards


def test_a_map_of_any_size_fits(qtbot):
    view, _ = high_map(qtbot, 700)
    view.zoom_fit()
    assert view.visible_area().height() >= view.picture.bounds[3]


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.1])
def test_hundreds_of_selected_cards_are_seen_to_be_selected(qtbot, zoom):
    view, cards = high_map(qtbot, 300)
    view.set_zoom(zoom)
    view.reveal(cards[150].id)
    before = view.viewport().grab().toImage()
    view.select_all()
    assert view.viewport().grab().toImage() != before
    x, y, width, _ = view.picture.box(cards[150].id)
    edge = view.from_map(QPointF(x + width / 2, y)).toPoint()
    near = [view.viewport().grab().toImage().pixelColor(edge.x(), edge.y() + dy) for dy in range(-4, 4)]
    assert any(colour.blue() > colour.red() + 60 for colour in near)


def test_an_empty_map_says_in_its_middle_how_to_begin(qtbot):
    document = Document(Journey([JourneyInfo()]))
    view = CanvasView(document, Selection(document))
    qtbot.addWidget(view)
    view.resize(600, 400)
    with qtbot.waitExposed(view):
        view.show()
    image = view.viewport().grab().toImage()
    ground = image.pixel(5, 5)
    ink = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    assert ink and abs((ink[0] + ink[-1]) / 2 - image.height() / 2) < 6
