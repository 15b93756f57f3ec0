"""How flows are painted: rounded lines with heads near, plain lines in bulk far away."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from shiboken6 import Shiboken

from .looks import Look
from .picture import Arrows
from .text import SMALL, advance, baseline, font

CORNER = 8.0
HEAD = 9.0


def flow_path(line: np.ndarray, *, headed: bool = True) -> QPainterPath:
    """Return the path along a polyline (n, 2) with rounded corners, ending where the head begins."""
    points = [tuple(point) for point in line.tolist()]
    if headed:
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


def head(line: np.ndarray) -> QPolygonF:
    """Return the arrow head at the end of a polyline."""
    (x0, y0), (x1, y1) = line[-2].tolist(), line[-1].tolist()
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    bx, by = x1 - ux * HEAD, y1 - uy * HEAD
    return QPolygonF([QPointF(x1, y1), QPointF(bx - uy * HEAD * 0.45, by + ux * HEAD * 0.45),
                      QPointF(bx + uy * HEAD * 0.45, by - ux * HEAD * 0.45)])


def paint_flow(painter: QPainter, arrows: Arrows, i: int, look: Look, colour: str | None = None, width: float = 1.6,
               part: tuple[int, int] | None = None) -> None:
    """Paint the i-th flow; a flow of several tracks is dashed in turn in their colours, a loop back is dashed.

    `part` names its first and last straight piece that are in view; the others are left out.
    """
    line = arrows.line(i)
    colours = (colour,) if colour else arrows.colors[i] or (look.flow,)
    dashed = len(colours) > 1 or bool(arrows.back[i])
    first, last = part if part and not dashed else (0, len(line) - 2)  # dashes must not wander while the map is panned
    path = flow_path(line[first:last + 2], headed=last == len(line) - 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for k, one in enumerate(colours):
        pen = QPen(QColor(one), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
        if len(colours) > 1:
            pen.setDashPattern([6, 6 * (len(colours) - 1)])
            pen.setDashOffset(-6 * k)
        elif dashed:
            pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[0]))
    painter.drawPolygon(head(line))


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


def paint_far(painter: QPainter, segments: np.ndarray, look: Look) -> None:
    """Paint many flows as hairlines at once, straight from the array's memory (m, 4: x0 y0 x1 y1)."""
    if not len(segments):
        return
    memory = np.ascontiguousarray(segments)
    painter.setPen(QPen(QColor(look.flow), 0))
    painter.drawLines(Shiboken.wrapInstance(memory.ctypes.data, QLineF), len(memory))
