"""Selecting with a rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from .gesture import Gesture

if TYPE_CHECKING:
    from .view import CanvasView


class RubberBand(Gesture):
    """Selects the cards that the rectangle touches; with Ctrl or Shift, beside those selected before."""

    def __init__(self, view: CanvasView, start: QPointF, *, keep: bool) -> None:
        super().__init__(view, start)
        self.before = view.selection.ids if keep else frozenset()

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Select what is inside so far."""
        super().drag(at, modifiers)
        box = QRectF(self.start, at).normalized()
        self.view.selection.set(self.before | self.view.cards_within(box))

    def paint(self, painter: QPainter) -> None:
        """Paint the rectangle."""
        colour = QColor(self.view.look.selection)
        painter.setPen(QPen(colour, 0))
        colour.setAlpha(36)
        painter.setBrush(colour)
        painter.drawRect(QRectF(self.start, self.at).normalized())
