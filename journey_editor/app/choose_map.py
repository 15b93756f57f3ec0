"""The question which of several maps in a workbook to open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from .questions import accept_and_cancel

if TYPE_CHECKING:
    from journey_editor.exchange import FoundMap


class ChooseMapDialog(QDialog):
    """Lists the maps of a workbook; `name` is the chosen one's."""

    def __init__(self, maps: Sequence[FoundMap], file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choose_map")
        self.setWindowTitle(self.tr("Choose a map"))
        self.resize(520, 360)
        question = self.tr("“{file}” contains several journey maps. Which one do you want to open?")
        head = QLabel(question.format(file=file), self)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Maps"))
        self.list.setSpacing(3)
        # The rows are widgets of several colours, which would not be read on the ground of a selected text.
        self.list.setStyleSheet("QListWidget::item { border: 1px solid transparent; border-radius: 5px; }"
                                "QListWidget::item:selected { background: palette(alternate-base);"
                                " border: 1px solid palette(highlight); }")
        for found in maps:
            self._add(found)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        buttons, self.opener = accept_and_cancel(self, self.tr("Open"), self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    @property
    def name(self) -> str:
        """The name that chooses the map."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _add(self, found: FoundMap) -> None:
        where = self.tr("Sheet “{sheet}”, cells {range}").format(sheet=found.sheet, range=found.range)
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, found.name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.title or found.name}. {where}")
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        title = QLabel(found.title or found.name, card)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        column.addWidget(title)
        for text in (where, " · ".join(found.stages)):
            line = QLabel(text, card)
            line.setWordWrap(True)
            line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(line)
        item.setSizeHint(card.sizeHint())
        self.list.setItemWidget(item, card)
