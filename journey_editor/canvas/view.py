"""The view on the map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from journey_editor.document import Document, Selection


class CanvasView(QAbstractScrollArea):
    """Shows the journey and turns mouse and keys into Changes.

    `refused(Sentence)` tells why a gesture was not possible; `zoomed(float)` the new zoom (1.0 is 100 %).
    """

    refused = Signal(object)
    zoomed = Signal(float)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.selection = selection
