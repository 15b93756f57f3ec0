"""Flows whose cards are carried by the mouse: found once, then moved and painted in a few operations a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform

from .arrows import WIDTH, head
from .bulk import draw_pixel_boxes
from .flow_lines import Arrows, stretched
from .looks import Look


class CarriedFlows:
    """Flows (place in `arrows`, whether the source is carried, whether the target is), which `move` takes along.

    They are neither rounded nor dashed, which would take most of the time of a frame.
    """

    def __init__(self, arrows: Arrows, flows: Iterable[tuple[int, bool, bool]], look: Look) -> None:
        found = sorted((arrows.colors[i][:1] or (look.flow,), i, first, last) for i, first, last in flows)
        still: list[np.ndarray] = [np.empty((0, 2))]
        moves: list[np.ndarray] = [np.empty((0, 2))]
        for _, i, first, last in found:
            line = arrows.line(i)
            # A stretched line follows its ends in proportion: two of them tell where it is for all.
            one, two = (stretched(line, (by * first, by * first), (by * last, by * last)) for by in (1.0, 2.0))
            still.append(2 * one - two)
            moves.append(two - one)
        self._still, self._moves = np.concatenate(still), np.concatenate(moves)
        self._ends = np.cumsum([len(line) for line in still])[1:] - 1
        whose = np.repeat(np.arange(len(found)), [len(line) for line in still[1:]])
        self._pieces = np.flatnonzero(whose[:-1] == whose[1:])
        after = self._pieces + 1
        straight = (self._still[self._pieces] == self._still[after]) & (self._moves[self._pieces] == self._moves[after])
        self._slanting = np.flatnonzero(~straight.any(axis=1))
        # Of a straight piece that becomes longer, only what its end passes looks other than before.
        self._changing = np.union1d(np.flatnonzero(self._moves.any(axis=1)),
                                    self._pieces[self._slanting, None] + np.arange(2))
        self._inks = list(_inks([colour for (colour,), *_ in found], whose[self._pieces]))
        self.points = self._still

    def move(self, by: QPointF) -> QRectF:
        """Follow the cards that have gone so far; return the box around all that looks other than before."""
        self.points = self._still + self._moves * by.toTuple()
        if not len(self._changing):
            return QRectF()
        around = self.points[self._changing]
        (left, top), (right, bottom) = around.min(axis=0).tolist(), around.max(axis=0).tolist()
        return QRectF(left, top, right - left, bottom - top)

    def paint(self, painter: QPainter, device_ratio: float = 1.0) -> None:
        """Paint them with a painter in map units that does not soften edges.

        Level and upright pieces are bars of whole pixels: broad lines take ten times as long, and a piece whose end
        moves must not change elsewhere.
        """
        if not self._inks:
            return
        transform = painter.transform()
        scale = transform.m11() * device_ratio
        corner = np.array((transform.dx(), transform.dy())) * device_ratio
        width = max(round(WIDTH * scale), 1)
        pixels = np.rint(self.points * scale + (corner - width / 2)).astype(np.int32)
        begin, end = pixels[self._pieces], pixels[self._pieces + 1]
        # A QRect is its first and its last pixel.
        bars = np.concatenate([np.minimum(begin, end), np.maximum(begin, end) + (width - 1)], axis=1)
        bars[self._slanting, 2:] = bars[self._slanting, :2] - 1
        before, tips = self.points[self._ends - 1].tolist(), self.points[self._ends].tolist()
        painter.setPen(Qt.PenStyle.NoPen)
        for brush, first, last, mine in self._inks:
            painter.setBrush(brush)
            painter.setTransform(QTransform.fromScale(1 / device_ratio, 1 / device_ratio))
            draw_pixel_boxes(painter, bars[first:last])
            painter.setTransform(transform)
            for k in mine:
                painter.drawConvexPolygon(head(before[k], tips[k]))
            for k in self._slanting:
                if first <= k < last:
                    painter.setPen(QPen(brush, WIDTH))
                    painter.drawLine(QPointF(*self.points[self._pieces[k]]), QPointF(*self.points[self._pieces[k] + 1]))
                    painter.setPen(Qt.PenStyle.NoPen)


def _inks(colours: list[str], owners: np.ndarray) -> Iterator[tuple[QBrush, int, int, list[int]]]:
    """Yield each colour's brush, where its straight pieces begin and end, and which of the flows have it.

    The flows are sorted by colour; `owners` are those of the pieces.
    """
    for colour in dict.fromkeys(colours):
        mine = [k for k, one in enumerate(colours) if one == colour]
        pieces = np.flatnonzero((owners >= mine[0]) & (owners <= mine[-1]))
        yield QBrush(QColor(colour)), int(pieces[0]), int(pieces[-1]) + 1, mine
