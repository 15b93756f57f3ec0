"""What is selected, for the canvas and the panels alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from journey_editor.model import Change

from .document import Document


class Selection(QObject):
    """A frozen set of record ids with one signal; ids that leave the journey leave the selection."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: frozenset[str] = frozenset()
        document.changed.connect(self._follow)
        document.reset.connect(self.clear)

    def set(self, ids: Iterable[str]) -> None:
        """Select exactly these records."""
        ids = frozenset(ids)
        if ids != self.ids:
            self.ids = ids
            self.changed.emit()

    def toggle(self, id_: str) -> None:
        """Select the record if it is not, or leave it out if it is."""
        self.set(self.ids ^ {id_})

    def clear(self) -> None:
        """Select nothing."""
        self.set(())

    def _follow(self, change: Change) -> None:
        if self.ids:
            self.set(self.ids - {record.id for record in change.removed})
