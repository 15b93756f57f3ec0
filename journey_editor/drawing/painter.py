"""The one painter: screen, pictures and print all call `paint`."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap
from shiboken6 import Shiboken

from . import arrows as flows
from .blocks import Block
from .cards import paint_card, paint_header, paint_lines, paint_note, paint_part
from .curve import Curve
from .glyphs import paint_face
from .looks import Look, blend
from .picture import GAP, Picture
from .text import LABEL, baseline, font, wrap

TEXT_FROM = 0.36
BOXES_BELOW = 0.2


class CardCache:
    """Cards as pixmaps for one zoom and look: painting one again costs a twentieth of drawing it."""

    def __init__(self) -> None:
        self._key: tuple[float, str] = (0.0, "")
        self._pixmaps: dict[int, tuple[Block, QPixmap]] = {}

    def pixmap(self, block: Block, scale: float, look: Look, colours: dict[str, str]) -> QPixmap:
        """Return the card's picture in device pixels at `scale`, with a margin of `MARGIN` map units around it."""
        if self._key != (scale, look.name) or len(self._pixmaps) > 4000:
            self._key = (scale, look.name)
            self._pixmaps.clear()
        # The block itself is kept beside its picture, so that its address stays its own.
        found = self._pixmaps.get(id(block))
        if found is None:
            pixmap = QPixmap(int(np.ceil((block.width + 2) * scale)) + 1, int(np.ceil((block.height + 2) * scale)) + 1)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            painter.translate(1, 1)
            paint_card(painter, block, look, colours)
            painter.end()
            found = self._pixmaps[id(block)] = (block, pixmap)
        return found[1]

    def clear(self) -> None:
        """Forget all pictures (colours have changed)."""
        self._pixmaps.clear()


def paint(picture: Picture, painter: QPainter, area: QRectF, zoom: float, look: Look, *, cache: CardCache | None = None,
          without: Collection[str] = (), device_ratio: float = 1.0) -> None:
    """Paint the part of the picture in `area` (map units) with a painter that is already in map units.

    `zoom` decides how much is told: below 0.36 titles become boxes. `without` leaves out cards and flows that are being
    dragged. `cache` is for the screen only; files are drawn in full.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    near = zoom >= TEXT_FROM
    _paint_columns(picture, painter, area, look)
    _paint_rows(picture, painter, area, look, near)
    _paint_flows(picture, painter, area, zoom, look, without, on_screen=cache is not None)
    _paint_headers(picture, painter, area, look, zoom)
    visible = within(picture.card_boxes, area)
    if near:
        _paint_cards(picture, painter, visible, zoom * device_ratio, look, cache, without)
    else:
        _paint_boxes(picture, painter, visible, look, zoom)
    if near:
        _paint_labels(picture, painter, area, look, without)
    for part in picture.notes:
        if area.intersects(QRectF(part.x, part.y, part.width, part.height)):
            paint_note(painter, part, picture.note_colors.get(part.id, ""), look)
    for part in picture.title:
        paint_lines(painter, part, part.x, part.y, QColor(look.text if part.kind == "title" else look.muted))


def within(boxes: np.ndarray, area: QRectF) -> np.ndarray:
    """Return the indices of the boxes (n, 4) that an area touches."""
    return np.flatnonzero((boxes[:, 0] < area.right()) & (boxes[:, 0] + boxes[:, 2] > area.left())
                          & (boxes[:, 1] < area.bottom()) & (boxes[:, 1] + boxes[:, 3] > area.top()))


def _paint_columns(picture: Picture, painter: QPainter, area: QRectF, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.column))
    for left, _, width, _ in picture.stage_boxes:
        top = picture.header_height + GAP / 2
        box = QRectF(left, top, width, picture.bottom - top)
        if box.intersects(area):
            painter.drawRoundedRect(box, 8, 8)


def _paint_headers(picture: Picture, painter: QPainter, area: QRectF, look: Look, zoom: float) -> None:
    for id_, (left, top, width, _) in zip(picture.stage_ids, picture.stage_boxes, strict=True):
        box = QRectF(left, top, width, picture.header_height)
        if not box.intersects(area):
            continue
        if zoom < BOXES_BELOW:
            painter.fillRect(box, QColor(look.header))
            continue
        painter.save()
        painter.translate(left, top)
        paint_header(painter, picture.blocks[id_], width, picture.header_height, look)
        painter.restore()


def _paint_rows(picture: Picture, painter: QPainter, area: QRectF, look: Look, near: bool) -> None:
    for word, (left, top, width, height) in picture.row_labels():
        box = QRectF(left, top, width, height)
        if box.intersects(area):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.label))
            painter.drawRoundedRect(box, 8, 8)
            if near:
                _paint_row_label(painter, word, box, look)
    for band in picture.bands:
        for i, (left, _, width, _) in enumerate(picture.stage_boxes):
            box = QRectF(left, band.top, width, band.height)
            if not box.intersects(area):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.column))
            painter.drawRoundedRect(box, 8, 8)
            if near and band.blocks:
                for part in band.blocks[i].parts:
                    paint_part(painter, part, left + part.x, band.top + part.y, look, picture.colors)
    if picture.curve and picture.curve.points:
        _paint_curve(picture, picture.curve, painter, area, look)


def _paint_row_label(painter: QPainter, word: str, box: QRectF, look: Look) -> None:
    lines = wrap(word, LABEL, box.width() - 20, 6)
    painter.setFont(font(LABEL))
    painter.setPen(QColor(look.label_text))
    y = box.y() + max(8.0, min((box.height() - len(lines) * LABEL.line) / 2, 16.0)) + baseline(LABEL)
    for line in lines:
        painter.drawText(QPointF(box.x() + 10, y), line)
        y += LABEL.line


def _paint_curve(picture: Picture, curve: Curve, painter: QPainter, area: QRectF, look: Look) -> None:
    band = next(band for band in picture.bands if band.key == "emotion")
    if not area.intersects(QRectF(area.x(), band.top, area.width(), band.height)):
        return
    left, right = picture.stage_boxes[0, 0], picture.stage_boxes[-1, 0] + picture.stage_boxes[-1, 2]
    painter.setPen(QPen(QColor(look.border), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(left, curve.middle), QPointF(right, curve.middle))
    path = curve_path(curve.points)
    if len(curve.points) > 1:
        fill = QPainterPath(path)
        fill.lineTo(QPointF(curve.points[-1][0], curve.middle))
        fill.lineTo(QPointF(curve.points[0][0], curve.middle))
        shade = QLinearGradient(0, band.top, 0, band.top + band.height)
        # Mixed, not transparent: PDF readers paint a gradient's transparency as none.
        for at, colour, part in ((0.0, look.pleasant, 0.3), (0.5, look.neutral, 0.06), (1.0, look.unpleasant, 0.3)):
            shade.setColorAt(at, blend(QColor(look.column), QColor(colour), part))
        painter.fillPath(fill, shade)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(blend(QColor(look.text), QColor(look.muted), 0.5), 2))
    painter.drawPath(path)
    for (x, y), value in zip(curve.points, curve.values, strict=True):
        if area.left() - 9 < x < area.right() + 9:
            paint_face(painter, QRectF(x - 9, y - 9, 18, 18), value, look)


def curve_path(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """Return a smooth path through points whose x grows; it never swings past a point's height."""
    path = QPainterPath(QPointF(*points[0]))
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        half = (x0 + x1) / 2
        path.cubicTo(QPointF(half, y0), QPointF(half, y1), QPointF(x1, y1))
    return path


def _paint_flows(picture: Picture, painter: QPainter, area: QRectF, zoom: float, look: Look,
                 without: Collection[str], *, on_screen: bool) -> None:
    arrows = picture.arrows
    if zoom < BOXES_BELOW:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        flows.paint_far(painter, arrows.segments, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        return
    if on_screen:
        flows.paint_near(painter, arrows, area, look, without)
        return
    for i, id_ in enumerate(arrows.ids):
        if id_ not in without:
            flows.paint_flow(painter, arrows, i, look)


def _paint_labels(picture: Picture, painter: QPainter, area: QRectF, look: Look, without: Collection[str]) -> None:
    arrows = picture.arrows
    for k in within(arrows.label_boxes, area).tolist():
        i = arrows.labelled[k]
        if arrows.ids[i] not in without:
            flows.paint_label(painter, arrows, i, QRectF(*arrows.label_boxes[k]), look)


def _paint_cards(picture: Picture, painter: QPainter, visible: np.ndarray, scale: float, look: Look,
                 cache: CardCache | None, without: Collection[str]) -> None:
    colours = picture.colors
    transform = painter.transform()
    shown = [int(i) for i in visible if picture.card_ids[i] not in without]
    if cache is None:
        for i in shown:
            painter.save()
            painter.translate(*picture.card_boxes[i, :2])
            paint_card(painter, picture.blocks[picture.card_ids[i]], look, colours)
            painter.restore()
        return
    # The painter's unit is the logical pixel; pictures are in device pixels and must fall on whole ones.
    ratio = scale / transform.m11()
    painter.save()
    painter.resetTransform()
    for i in shown:
        block = picture.blocks[picture.card_ids[i]]
        x, y = picture.card_boxes[i, :2]
        pixmap = cache.pixmap(block, scale, look, colours)
        pixmap.setDevicePixelRatio(ratio)
        at = transform.map(QPointF(x - 1, y - 1))
        painter.drawPixmap(QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio), pixmap)
    painter.restore()


def _paint_boxes(picture: Picture, painter: QPainter, visible: np.ndarray, look: Look, zoom: float) -> None:
    if not len(visible):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    boxes = np.ascontiguousarray(picture.card_boxes[visible])
    painter.setPen(Qt.PenStyle.NoPen if zoom < BOXES_BELOW else QPen(QColor(look.border), 0))
    painter.setBrush(QColor(look.card))
    painter.drawRects(Shiboken.wrapInstance(boxes.ctypes.data, QRectF), len(boxes))
    if zoom >= BOXES_BELOW / 2:
        bars = boxes.copy()
        bars[:, 0] += 10
        bars[:, 1] += 14
        bars[:, 2] = np.maximum(boxes[:, 2] * 0.62, 1)
        bars[:, 3] = 9
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(QColor(look.card), QColor(look.muted), 0.55))
        painter.drawRects(Shiboken.wrapInstance(bars.ctypes.data, QRectF), len(bars))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
