"""How flows are painted: rounded lines with heads near, many at once on the screen, shades far away."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from . import far, flow_lines
from .bulk import draw_lines
from .flow_lines import CORNER, HEAD, HEAD_ROOM, Arrows
from .looks import Look
from .text import SMALL, advance, baseline, font

WIDTH = 1.6
BACK_DASHES = [5.0, 3.0]
_TRACK_DASH = 6.0
"""Dashes are measured in widths of the line."""


def flow_path(line: np.ndarray) -> QPainterPath:
    """Return the path along a polyline (n, 2) with rounded corners, ending where the head begins."""
    points = [tuple(point) for point in line.tolist()]
    (x0, y0), (x1, y1) = points[-2:]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    cut = min(HEAD * 0.8, length * 0.9)
    points[-1] = (x1 - (x1 - x0) / length * cut, y1 - (y1 - y0) / length * cut)
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before), _towards(corner, after)
        path.lineTo(QPointF(*start))
        path.quadTo(QPointF(*corner), QPointF(*end))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = math.hypot(dx, dy) or 1.0
    part = min(CORNER, length / 2) / length
    return corner[0] + dx * part, corner[1] + dy * part


def head(before: Sequence[float], tip: Sequence[float]) -> list[QPointF]:
    """Return the corners of the head of an arrow that ends in `tip`, coming from `before` (x, y)."""
    (x0, y0), (x1, y1) = before, tip
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    bx, by = x1 - ux * HEAD, y1 - uy * HEAD
    dx, dy = -uy * HEAD * 0.45, ux * HEAD * 0.45
    return [QPointF(x1, y1), QPointF(bx + dx, by + dy), QPointF(bx - dx, by - dy)]


def paint_flow(painter: QPainter, arrows: Arrows, i: int, look: Look, colour: str | None = None,
               width: float = WIDTH, line: np.ndarray | None = None) -> None:
    """Paint the i-th flow; a flow of several tracks is dashed in turn in their colours, a loop back is dashed.

    `line` (n, 2) is where it runs, if not where the layout put it.
    """
    line = arrows.line(i) if line is None else line
    colours = (colour,) if colour else arrows.colors[i] or (look.flow,)
    path = flow_path(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k, one in enumerate(colours):
        pen = QPen(QColor(one), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
        if len(colours) > 1:
            pen.setDashPattern([_TRACK_DASH, _TRACK_DASH * (len(colours) - 1)])
            pen.setDashOffset(-_TRACK_DASH * k)
        elif arrows.back[i]:
            pen.setDashPattern(BACK_DASHES)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[0]))
    painter.drawConvexPolygon(head(*line[-2:].tolist()))


def paint_near(painter: QPainter, arrows: Arrows, area: QRectF, look: Look, without: Collection[str] = ()) -> None:
    """Paint what an area shows of the flows, as `paint_flow` does, in few calls: by colour, and no further than it."""
    if not arrows.ids:
        return
    box = _corners(area, HEAD_ROOM)
    shape = arrows.shape
    seen = _shown(arrows, flow_lines.touching(shape, box), without)
    ends = flow_lines.ending_in(shape, box)
    if without:
        ends = ends[~_hidden(arrows, without)[ends]]
    lines, along, owner = flow_lines.pieces(arrows, seen, box)
    style = arrows.style[owner]
    for number in np.unique(style).tolist():
        colours, back = arrows.styles[number]
        mine = style == number
        for k, colour in enumerate(colours or (look.flow,)):
            some = lines[mine]
            if len(colours) > 1:
                dash = _TRACK_DASH * WIDTH
                some = flow_lines.dashed(some, along[mine], dash, dash * len(colours), dash * k)
            elif back:
                some = flow_lines.dashed(some, along[mine], BACK_DASHES[0] * WIDTH, sum(BACK_DASHES) * WIDTH, 0)
            painter.setPen(QPen(QColor(colour), WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            draw_lines(painter, some)
    _paint_heads(painter, arrows, ends, look)


def _paint_heads(painter: QPainter, arrows: Arrows, which: np.ndarray, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    before = -1
    for i, corners in zip(which.tolist(), flow_lines.head_corners(arrows, which).tolist()):
        if arrows.style[i] != before:
            before = arrows.style[i]
            painter.setBrush(QColor(next(iter(arrows.colors[i]), look.flow)))
        painter.drawConvexPolygon([QPointF(*corner) for corner in corners])  # as a QPolygonF it takes twice as long


def paint_label(painter: QPainter, arrows: Arrows, i: int, box: QRectF, look: Look) -> None:
    """Paint the i-th flow's label in its box, on ground of its own."""
    colour = QColor(arrows.colors[i][0] if arrows.colors[i] else look.flow)
    painter.setPen(QPen(colour, 0.8))
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(font(SMALL))
    painter.setPen(QColor(look.text))
    y = box.y() + 1 + baseline(SMALL)
    for text in arrows.labels[i]:
        painter.drawText(QPointF(box.center().x() - advance(text, SMALL) / 2, y), text)
        y += SMALL.line


def paint_far(painter: QPainter, arrows: Arrows, area: QRectF, look: Look, without: Collection[str] = (),
              device_ratio: float = 1.0) -> None:
    """Paint what an area shows of the flows where their lines are thinner than a pixel, with heads too small to see."""
    if not arrows.ids:
        return
    shape = arrows.shape
    transform = painter.transform()
    around = QRectF(QPointF(*shape.bounds[:2]), QPointF(*shape.bounds[2:]))
    place = transform.mapRect(area) & transform.mapRect(around).adjusted(-1, -1, 1, 1)
    pixels = QRectF(place.topLeft() * device_ratio, place.size() * device_ratio).toAlignedRect()
    if pixels.isEmpty():
        return
    hidden = _hidden(arrows, without) if without else None
    wide, high = (area.left(), area.right()), (area.top(), area.bottom())
    scale = transform.m11() * device_ratio
    x, y = transform.dx() * device_ratio - pixels.x(), transform.dy() * device_ratio - pixels.y()
    inks = far.pixels(_scaled(shape.upright.within(wide, high, hidden), scale, (x, y, y)),
                      _scaled(shape.level.within(high, wide, hidden), scale, (y, x, x)),
                      (pixels.width(), pixels.height()), WIDTH * scale, QColor(look.flow))
    painted = QImage(inks.data, pixels.width(), pixels.height(), pixels.width() * 4,
                     QImage.Format.Format_ARGB32_Premultiplied)
    painted.setDevicePixelRatio(device_ratio)
    painter.save()
    painter.resetTransform()
    painter.drawImage(QPointF(pixels.topLeft()) / device_ratio, painted)
    painter.restore()
    if len(shape.slanting):
        painter.setPen(QPen(QColor(look.flow), WIDTH))
        draw_lines(painter, arrows.segments[_shown(arrows, shape.slanting, without)])


def _scaled(places: np.ndarray, scale: float, offsets: tuple[float, float, float]) -> np.ndarray:
    return places * np.float32(scale) + np.array(offsets, np.float32)[:, None]


def _corners(area: QRectF, room: float = 0.0) -> np.ndarray:
    return np.array([area.left() - room, area.top() - room, area.right() + room, area.bottom() + room])


def _shown(arrows: Arrows, seen: np.ndarray, without: Collection[str]) -> np.ndarray:
    """Return those of the `seen` straight pieces whose flows are not left out."""
    return seen[~_hidden(arrows, without)[arrows.owner[seen]]] if without else seen


def _hidden(arrows: Arrows, without: Collection[str]) -> np.ndarray:
    hidden = np.zeros(len(arrows.ids), bool)
    hidden[[arrows.index[id_] for id_ in without if id_ in arrows.index]] = True
    return hidden
