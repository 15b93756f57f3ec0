"""Many arrows at once look as each painted alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journey_editor.drawing.arrows import paint_flow, paint_near
from journey_editor.drawing.flow_lines import stretched
from journey_editor.drawing.looks import LIGHT
from journey_editor.drawing.picture import Picture
from journey_editor.model import Flow, Journey, JourneyInfo, Stage, Touchpoint, Track


@pytest.fixture
def picture(qapp) -> Picture:
    """A map with bends, a loop back, and arrows of no, one and two tracks."""
    stages = [Stage(title=f"S{i}", order=i) for i in range(3)]
    cards = [Touchpoint(title=f"T{i}", stage=stages[i % 3].id, order=i) for i in range(9)]
    tracks = [Track(title="Fast", order=1), Track(title="Slow", order=2)]
    pairs = [(0, 4, ()), (0, 8, (0,)), (3, 7, (0, 1)), (8, 0, ()), (1, 4, ()), (2, 3, (1, 0))]
    flows = [Flow(source=cards[a].id, target=cards[b].id, tracks=tuple(tracks[t].id for t in which))
             for a, b, which in pairs]
    return Picture(Journey([JourneyInfo(title="Map"), *stages, *cards, *tracks, *flows]))


def painted(picture: Picture, zoom: float, paint) -> np.ndarray:
    x, y, width, height = picture.bounds
    image = QImage(int(width * zoom), int(height * zoom), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(-x, -y)
    paint(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_together_they_look_as_alone(picture, zoom):
    def alone(painter):
        for i in range(len(picture.arrows.ids)):
            paint_flow(painter, picture.arrows, i, LIGHT)

    def at_once(painter):
        paint_near(painter, picture.arrows, QRectF(*picture.bounds), LIGHT)
    together = painted(picture, zoom, at_once)
    away = abs(together - painted(picture, zoom, alone)).max(2)
    assert away.mean() < 0.05 and (away > 100).sum() < 30  # where two colours cross, either may be on top


def test_a_part_looks_as_in_the_whole(picture):
    x, y, width, height = picture.bounds
    whole = painted(picture, 1.5, lambda painter: paint_near(painter, picture.arrows, QRectF(*picture.bounds), LIGHT))

    def in_strips(painter):
        for left in np.arange(x, x + width, 70):
            strip = QRectF(left, y, 70, height)
            painter.save()
            painter.setClipRect(strip)
            paint_near(painter, picture.arrows, strip, LIGHT)
            painter.restore()
    away = abs(whole - painted(picture, 1.5, in_strips)).max(2)
    assert (away > 60).sum() < 40


def test_those_that_are_dragged_are_left_out(picture):
    def none(painter):
        paint_near(painter, picture.arrows, QRectF(*picture.bounds), LIGHT, without=picture.arrows.ids)
    assert painted(picture, 1.0, none).min(axis=(0, 1))[:3].min() == 255


@pytest.mark.parametrize("line", [[(0, 0), (0, 50)], [(0, 0), (30, 0)], [(0, 0), (30, 0), (30, 40)],
                                  [(0, 0), (30, 0), (30, 40), (90, 40)], [(0, 0), (0, 9), (30, 9), (30, 40), (90, 40)]])
@pytest.mark.parametrize("moves", [((0, 0), (7, 5)), ((-8, 3), (0, 0)), ((4, 4), (4, 4))])
def test_a_stretched_arrow_ends_where_its_cards_are_and_keeps_to_the_axes(line, moves):
    found = stretched(np.array(line, float), *moves)
    assert (found[0] == np.add(line[0], moves[0])).all() and (found[-1] == np.add(line[-1], moves[1])).all()
    assert ((np.diff(found, axis=0) == 0).any(axis=1)).all()
