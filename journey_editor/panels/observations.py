"""The field for what was measured: a small table of dates and values."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from journey_editor.model import Sentence

from .fields import SEVERAL, Field, number_text, parse_number
from .words import several_values, translate

_MOST_ROWS = 8


def parse_date(text: str) -> str | None:
    """Return the ISO date that a person wrote, year first or in the system's short form, or None if it is none."""
    parts = text.strip().replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and len(parts[0]) == 4 and all(part.isdecimal() for part in parts):
        try:
            return date(*map(int, parts)).isoformat()
        except ValueError:
            return None
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in form:
        form = form.replace("yy", "yyyy")  # two digits of a year would mean 1924
    found = QLocale().toDate(text.strip(), form)
    return found.toString(Qt.DateFormat.ISODate) if found.isValid() and found.year() >= 1000 else None


class ObservationsField(Field):
    """(ISO date, value) pairs by date. A cell is edited in place; Delete removes the chosen rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 2, self)
        self.table.setHorizontalHeaderLabels([translate("Words", "Date"), translate("Words", "Value")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.itemChanged.connect(self._edited)
        self.table.installEventFilter(self)
        self.add_button = QPushButton(translate("Words", "Add observation"), self)
        self.add_button.clicked.connect(self._add)
        self._several = QLabel(several_values(), self)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._several)
        column.addWidget(self.table)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(column)

    def show_value(self) -> None:
        """Show `self.value`; where the selected records differ there is nothing to edit."""
        several = self.value is SEVERAL
        pairs = () if several else self.value
        self._several.setVisible(several)
        self.table.setVisible(bool(pairs))
        self.add_button.setVisible(not several)
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(pairs))
            for row, (day, value) in enumerate(pairs):
                self._put(row, 0, day)
                self._put(row, 1, number_text(value))
        height = self.table.verticalHeader().defaultSectionSize() * min(len(pairs), _MOST_ROWS)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(height + header + 2 * self.table.frameWidth())

    def _put(self, row: int, column: int, text: str) -> None:
        # An item that is being edited must outlive its own signal, so items are used again.
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter
                                  | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft))
            self.table.setItem(row, column, item)
        item.setText(text)

    def target(self) -> QWidget:
        """Return the table, or the button where there is no row yet."""
        return self.add_button if self.table.isHidden() else self.table

    def name_parts(self, name: str) -> None:
        """Tell screen readers what the table holds."""
        self.table.setAccessibleName(name)

    def _add(self) -> None:
        # The new row repeats the last value under today's date, so that one number is all there is to type.
        last = self.value[-1][1] if self.value else 0
        today = date.today().isoformat()
        self.committed.emit(lambda old: (*old, (today, last)))
        rows = [row for row, (day, _) in enumerate(self.value) if day == today]
        if rows:
            self.table.setCurrentCell(rows[-1], 1)
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def _edited(self, item: QTableWidgetItem) -> None:
        row, text = item.row(), item.text()
        pairs = list(self.value)
        parsed: Any = parse_date(text) if item.column() == 0 else parse_number(text)
        if parsed is None:
            self.show_value()
            self.refused.emit(Sentence("panels", "“{text}” is not a date, such as 2024-05-31.", text=text)
                              if item.column() == 0 else Sentence("panels", "“{text}” is not a number.", text=text))
            return
        pairs[row] = (parsed, pairs[row][1]) if item.column() == 0 else (pairs[row][0], parsed)
        self._commit(pairs)

    def _commit(self, pairs: list[tuple[str, float]]) -> None:
        new = tuple(pairs)
        if new == self.value:
            self.show_value()
        else:
            self.committed.emit(lambda _old: new)

    def _delete(self) -> None:
        gone = {index.row() for index in self.table.selectedIndexes()}
        if gone:
            self._commit([pair for row, pair in enumerate(self.value) if row not in gone])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (watched is self.table and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
                and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)):
            if event.type() == QEvent.Type.KeyPress:
                self._delete()
            event.accept()
            return True
        return super().eventFilter(watched, event)
