"""The middle of the window: the map, and the start page over it while there is nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from journey_editor.canvas.view import CanvasView

if TYPE_CHECKING:
    from .start_page import StartPage


class Center(QWidget):
    """The map over the whole place, with the start page over it where there is one."""

    def __init__(self, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        canvas.setParent(self)
        self._canvas = canvas
        self.cover: StartPage | None = None
        self.setMinimumSize(320, 240)

    def set_cover(self, cover: StartPage | None) -> None:
        """Lay a page over the map, or take it away."""
        if self.cover is not None:
            self.cover.hide()
            self.cover.deleteLater()
        self.cover = cover
        # What cannot be seen must not be reached by Tab either.
        self._canvas.setVisible(cover is None)
        if cover is not None:
            cover.setParent(self)
            cover.setGeometry(self.rect())
            cover.show()
        else:
            self._canvas.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the place."""
        self._canvas.setGeometry(self.rect())
        if self.cover is not None:
            self.cover.setGeometry(self.rect())
        super().resizeEvent(event)
