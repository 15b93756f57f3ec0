"""A text edit as high as its text."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class GrowingEdit(QPlainTextEdit):
    """Plain text that takes from `least` to `most` lines, and scrolls beyond. Tab moves on."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines anew."""
        super().resizeEvent(event)
        self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Take text; a file that is dropped here is meant for the window."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    def _grow(self) -> None:
        layout = self.document().documentLayout()
        lines, tall = 0, 0.0
        block = self.document().begin()
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)  # breaks the block's lines for the width as it is now
            if shown := min(block.lineCount(), self._most - lines):
                # Measured, since signs that come from another font can make a line higher than the font says.
                last = block.layout().lineAt(shown - 1)
                tall += last.y() + last.height()
            lines += block.lineCount()
            block = block.next()
        fits = lines <= self._most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        tall += max(self._least - lines, 0) * self.fontMetrics().lineSpacing()
        # Qt lets a text scroll that fills the space to the last pixel.
        around = 2 * (self.document().documentMargin() + self.frameWidth()) + 1
        self.setFixedHeight(math.ceil(tall + around))
