"""The field for a card's place: pinned by hand or laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from .fields import SEVERAL, Field, number_text
from .words import translate


class PinField(Field):
    """Tells where a card was pinned, and frees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = QLabel(self)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.button = QPushButton(translate("Words", "Unpin"), self)
        self.button.clicked.connect(lambda: self.committed.emit(lambda _old: None))
        self.row.addWidget(self._told, 1)
        self.row.addWidget(self.button)

    def show_value(self) -> None:
        """Show `self.value`."""
        if self.value is SEVERAL:
            self._told.setText(translate("Words", "Some are pinned"))
        elif self.value is None:
            self._told.setText(translate("Words", "Positioned automatically"))
        else:
            x, y = (number_text(round(value)) for value in self.value)
            self._told.setText(translate("Words", "Pinned at {x}, {y}").format(x=x, y=y))
        self.button.setVisible(self.value is not None)

    def target(self) -> QWidget:
        """Return the button."""
        return self.button
