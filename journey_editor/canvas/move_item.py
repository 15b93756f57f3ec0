"""Moving a challenge, metric, opportunity, note or cell to another card or stage, or within its list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.model import Change, Note
from journey_editor.model.operations import move, siblings

from .gesture import Gesture

if TYPE_CHECKING:
    from .view import CanvasView


class MoveItem(Gesture):
    """Carries one attached record; what it would be about is outlined."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, start: QPointF, id_: str) -> None:
        super().__init__(view, start)
        self.id = id_
        self.box = view.picture.rect(id_)
        self.target: tuple[str, int | None, QRectF] | None = None

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find what lies under the mouse: a card, a stage, or another record of the same kind."""
        super().drag(at, modifiers)
        self.target = self._place()

    def _place(self) -> tuple[str, int | None, QRectF] | None:
        journey = self.view.document.journey
        record = journey[self.id]
        hit = self.view.picture.hit(self.at.x(), self.at.y(), 0)
        if hit is None:
            return None
        if hit.kind in ("touchpoint", "stage", "column"):
            return hit.id, None, QRectF(*hit.box)
        other = journey.get(hit.id)
        if other is None or other.id == self.id or other.about is None:
            return None
        box = QRectF(*hit.box)
        if type(other) is not type(record):
            return other.about, None, box
        row = [one.id for one in siblings(journey, other) if one.id != self.id]
        return other.about, row.index(other.id) + (self.at.y() > box.center().y()), box

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the record; a note dropped on empty ground becomes a free one."""
        view, journey = self.view, self.view.document.journey
        record = journey[self.id]
        if self.target is not None:
            about, index, _ = self.target
            view.do(view.tr("Move"), move(journey, [self.id], about, index))
        elif isinstance(record, Note):
            at = self.box.topLeft() + self.at - self.start
            free = replace(record, about=None, position=(round(at.x()), round(at.y())))
            view.do(view.tr("Move note"), Change.updating([(record, free)]))

    def paint(self, painter: QPainter) -> None:
        """Paint the record's box under the mouse and outline its new place."""
        colour = QColor(self.view.look.selection)
        if self.target is not None:
            _, index, box = self.target
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2))
            if index is None:
                painter.drawRoundedRect(box, 7, 7)
            else:
                y = box.bottom() + 1.5 if self.at.y() > box.center().y() else box.top() - 1.5
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(QPen(colour, 1))
        tint = QColor(colour)
        tint.setAlpha(50)
        painter.setBrush(tint)
        painter.drawRoundedRect(self.box.translated(self.at - self.start), 4, 4)
