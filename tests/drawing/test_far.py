"""The map from far away: details come and go by and by, and arrows become shades."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journey_editor.drawing import far
from journey_editor.drawing.looks import DARK, LIGHT
from journey_editor.drawing.painter import CardCache, paint
from journey_editor.drawing.picture import GAP, Picture
from journey_editor.model import Flow, Journey, JourneyInfo, Role, Stage, Touchpoint


@pytest.fixture
def picture(qapp) -> Picture:
    """A map of four stages with six cards each, and arrows among them."""
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(4)]
    role = Role(title="Buyer")
    cards = [Touchpoint(title=f"Touch point {i}", stage=stages[i // 6].id, order=i, roles=(role.id,), emotion=i % 3 - 1)
             for i in range(24)]
    flows = [Flow(source=cards[i].id, target=cards[(i * 7 + 5) % 24].id, label="often" if i % 5 == 0 else "")
             for i in range(24) if i != (i * 7 + 5) % 24]
    return Picture(Journey([JourneyInfo(title="Map"), role, *stages, *cards, *flows]))


def painted(picture: Picture, zoom: float, *, scale: float | None = None, strips: int = 1, look=LIGHT) -> np.ndarray:
    """Return the picture at `scale` (that of the zoom by default) with the details of `zoom`."""
    scale = scale or zoom
    x, y, width, height = picture.bounds
    image = QImage(int(width * scale) + 1, int(height * scale) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor(look.background))
    painter = QPainter(image)
    cache = CardCache()
    edges = np.linspace(0, image.width(), strips + 1).astype(int).tolist()
    for left, right in zip(edges, edges[1:], strict=False):
        painter.save()
        painter.setClipRect(left, 0, right - left, image.height())
        painter.scale(scale, scale)
        painter.translate(-x, -y)
        area = QRectF(x + left / scale, y, (right - left) / scale, image.height() / scale)
        paint(picture, painter, area, zoom, look, cache=cache)
        painter.restore()
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_lines_are_counted_in_each_pixel(qapp):
    chance = np.random.default_rng(3)
    for width, height in ((40, 30), (700, 20)):
        upright = np.array([chance.uniform(0, width, 50), chance.uniform(-5, height, 50), np.zeros(50)])
        level = np.array([chance.uniform(0, height, 50), chance.uniform(-5, width, 50), np.zeros(50)])
        upright[2], level[2] = upright[1] + 12, level[1] + 15
        expected = np.zeros((height, width), int)
        for x, low, high in np.floor(upright.T).astype(int):
            expected[max(low, 0):high + 1, x] += 1
        for y, low, high in np.floor(level.T).astype(int):
            expected[y, max(low, 0):high + 1] += 1
        inside = (upright[1] < height) & (upright[2] >= 0), (level[1] < width) & (level[2] >= 0)
        assert (far.counts(upright[:, inside[0]], level[:, inside[1]], (width, height)) == expected).all()


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [0.024, 0.05, 0.09, 0.14, 0.2, 0.28, 0.36, 0.42, 0.53, 0.58, 0.9])
def test_no_detail_comes_or_goes_with_a_jump(picture, zoom, look):
    before = painted(picture, zoom - 1e-6, scale=zoom, look=look)
    after = painted(picture, zoom + 1e-6, scale=zoom, look=look)
    blurred = [sum(np.roll(one, (dy, dx), (0, 1)) for dy in range(3) for dx in range(3)) / 9 for one in (before, after)]
    assert abs(blurred[0] - blurred[1]).mean() < 1.5


@pytest.mark.parametrize("zoom", [0.14, 0.2, 0.3, 0.355, 0.365, 0.5, 0.6, 1.0])
@pytest.mark.parametrize("title", ["Buyer", "Head of Purchasing", "采购经理"])
def test_the_lanes_names_can_be_read_at_every_zoom(qapp, title, zoom):
    role, stage = Role(title=title), Stage(title="Stage")
    cards = [Touchpoint(title=f"Touch point {i}", stage=stage.id, order=i, roles=(role.id,)) for i in range(5)]
    rest = [JourneyInfo(title=""), stage, *cards]
    named, nameless = (Picture(Journey([one, *rest]), lanes="role") for one in (role, replace(role, title=" ")))
    x, y, width, height = next(box for word, box in named.row_labels() if word == title)
    left, top = x - named.bounds[0], y - named.bounds[1]
    beside = int((left + width + GAP / 2) * zoom)
    ink = abs(painted(named, zoom) - painted(nameless, zoom))[:, :beside].max(2) > 50
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    # Letters at least as high as those of small print, within the box.
    assert min(np.ptp(rows), np.ptp(columns)) >= 5
    assert top * zoom <= rows[0] and rows[-1] <= (top + height) * zoom
    assert left * zoom <= columns[0] and columns[-1] <= (left + width) * zoom


@pytest.mark.parametrize("zoom", [0.05, 0.15, 0.25])
def test_strips_from_far_away_make_the_whole(picture, zoom):
    away = abs(painted(picture, zoom) - painted(picture, zoom, strips=7)).max(2)
    assert (away > 40).mean() < 0.002


def test_the_cards_being_dragged_are_left_out_from_far_away_too(picture):
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    shown = []
    for without in ((), (*picture.card_ids, *picture.arrows.ids)):
        image.fill(QColor(LIGHT.background))
        painter = QPainter(image)
        painter.scale(0.1, 0.1)
        paint(picture, painter, QRectF(0, 0, 6000, 4000), 0.1, LIGHT, cache=CardCache(), without=without)
        painter.end()
        colours = {image.pixelColor(x, y).name() for x in range(0, 200, 2) for y in range(20, 100)}
        shown.append(LIGHT.card in colours)
    assert shown == [True, False]
