"""A field that points at other records: a list of titles to tick, and a line to add one more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from .fields import Field

_MOST_ROWS = 6


class TickModel(QAbstractListModel):
    """Titles with ticks; a tick is half set where only some of the selected records have it."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: list[tuple[str, str]] = []
        self._states: dict[str, Qt.CheckState] = {}

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (id, title) pairs."""
        if list(choices) != self.choices:
            self.beginResetModel()
            self.choices = list(choices)
            self.endResetModel()

    def set_states(self, states: dict[str, Qt.CheckState]) -> None:
        """Set the ticks; an id that is not named has none."""
        if states != self._states:
            self._states = states
            if self.choices:
                last = self.index(len(self.choices) - 1)
                self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802
        """Return how many titles there are."""
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a title or its tick."""
        if not index.isValid():
            return None
        id_, title = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._states.get(id_, Qt.CheckState.Unchecked)
        return None

    def setData(self, index: QModelIndex | QPersistentModelIndex, value: Any,  # noqa: N802
                role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick to be set or taken away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        id_ = self.choices[index.row()][0]
        # A half-set tick becomes a full one, so that a click always says the same of all selected records.
        self.ticked.emit(id_, self._states.get(id_) != Qt.CheckState.Checked)
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Every title can be ticked."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class ChecklistField(Field):
    """Ids of other records. `added(str)` asks for a new record of this title, to be ticked at once."""

    added = Signal(str)

    def __init__(self, add_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListView(self)
        self.list.setProperty("field", True)
        self.list.setUniformItemSizes(True)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = TickModel(self)
        self.list.setModel(self.model)
        self.model.ticked.connect(self._tick)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.list)
        self.row.addLayout(column)
        self.adder = QLineEdit(self)
        self.adder.setPlaceholderText(add_words)
        self.adder.setAccessibleName(add_words)
        self.adder.setVisible(bool(add_words))
        self.adder.returnPressed.connect(self._add)
        self.adder.installEventFilter(self)
        column.addWidget(self.adder)
        self.set_choices([])

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, title) pairs."""
        self.model.set_choices(choices)
        rows = min(len(choices), _MOST_ROWS)
        self.list.setVisible(rows > 0)
        if rows:
            self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)

    def load(self, values: Iterable[Any]) -> None:
        """Tick what all selected records point at, half-tick what only some do."""
        rows = list(values)
        counts: dict[str, int] = {}
        for ids in rows:
            for id_ in ids:
                counts[id_] = counts.get(id_, 0) + 1
        self.model.set_states({
            id_: Qt.CheckState.Checked if count == len(rows) else Qt.CheckState.PartiallyChecked
            for id_, count in counts.items()})

    def show_value(self) -> None:
        """The ticks are all there is to show, and `load` sets them."""

    def target(self) -> QWidget:
        """Return the list, or the line where there is nothing to tick yet."""
        return self.adder if self.list.isHidden() else self.list

    def name_parts(self, name: str) -> None:
        """Tell screen readers what is ticked here."""
        self.list.setAccessibleName(name)

    def _tick(self, id_: str, on: bool) -> None:
        self.committed.emit(lambda old: (*(ref for ref in old if ref != id_), *((id_,) if on else ())))

    def _add(self) -> None:
        title = self.adder.text().strip()
        self.adder.clear()
        if title:
            self.added.emit(title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.adder.text())
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() == QEvent.Type.KeyPress:
            self.adder.clear()
            return True
        return super().eventFilter(watched, event)
