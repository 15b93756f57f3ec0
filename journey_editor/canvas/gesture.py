"""What all gestures share: one object from press to release, then gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from .view import CanvasView


class Gesture:
    """A drag in progress. `start` and later points are in map units; nothing changes in the journey before `finish`."""

    cursor: Qt.CursorShape | None = None
    scrolls_at_edge = True
    hidden: frozenset[str] = frozenset()
    """What the still layer leaves out, because the gesture paints it."""
    moved: QRect | None = None
    """The pixels of the viewport that the last `drag` has made untrue; None for all."""

    def __init__(self, view: CanvasView, start: QPointF) -> None:
        self.view = view
        self.start = start
        self.at = start

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the mouse."""
        self.at = at

    def carried(self) -> dict[str, QPointF]:
        """Return where the cards that it carries are now (top left)."""
        return {}

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Do it: at most one Change."""

    def paint(self, painter: QPainter) -> None:
        """Show what would happen, with a painter in map units."""
