"""Dragging the map under the window (middle button, or Space and left)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from .gesture import Gesture


class Pan(Gesture):
    """Keeps the grabbed point under the mouse."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls_at_edge = False

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Scroll by what the mouse has moved."""
        moved = at - self.start
        self.view.scroll_by(-moved.x(), -moved.y())
