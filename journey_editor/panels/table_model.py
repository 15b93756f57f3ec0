"""The records of one type as rows, patched by each Change. No row is built before it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QItemSelectionRange, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from journey_editor.model import Change, Journey, Record
from journey_editor.model.fields import COLOR, FLAG, FieldSpec
from journey_editor.model.records import text_of

from .lazy_tree import Index
from .table_cells import Cells
from .table_columns import COLUMNS, FIGURES, LATEST, heading
from .table_order import map_order, may_move_rows, rows_that_tell, sorted_by

_ROLE = Qt.ItemDataRole
_NONE = QModelIndex()
_MOST_RUNS = 20
"""How many stretches of rows come or go one by one; where there are more, all rows are shown afresh."""

_SHORT = 18
"""How long a text is at most that every column shows whole."""

_MOST_TOLD = 50


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising numbers as (first, last) stretches without gaps."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


class TableModel(QAbstractTableModel):
    """Rows in the order of the map, or sorted by a column; all of them, or those that hold certain words.

    Sorted or filtered rows stay where they are while they are edited; what is added then comes last.
    `write(record, column, value)` is called where the user edits a cell, and returns whether that was possible.
    """

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.write: Callable[[Record, FieldSpec, Any], bool] = lambda record, column, value: False
        self.type = "touchpoint"
        self.words = ""
        self._sorting: tuple[int, bool] | None = None
        self._texts: dict[str, str] = {}
        self._roles = {int(_ROLE.DisplayRole): self._shown, int(_ROLE.EditRole): self._whole,
                       int(_ROLE.ToolTipRole): self._tip, int(_ROLE.AccessibleTextRole): self._whole,
                       int(_ROLE.TextAlignmentRole): self._alignment, int(_ROLE.CheckStateRole): self._check,
                       int(_ROLE.DecorationRole): self._swatch}
        self.show_journey(journey)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_journey(self, journey: Journey) -> None:
        """Show another journey: all rows of the same type, in the map's order."""
        self.journey = journey
        self.show_type(self.type)

    def show_type(self, type_: str) -> None:
        """Show the records of a type, all of them, in the map's order."""
        self._texts.clear()
        self._show(type_, "", None)

    def show_only(self, words: str) -> None:
        """Show only rows that hold the words; "" shows all."""
        self._show(self.type, words.strip().casefold(), self._sorting)

    def _show(self, type_: str, words: str, sorting: tuple[int, bool] | None) -> None:
        self.beginResetModel()
        self.type, self.words, self._sorting = type_, words, sorting
        self.columns = COLUMNS[type_]
        self.texts = Cells(self.journey)
        self._flags = [_flags(column) for column in self.columns]
        self._alignments = [_alignment(column) for column in self.columns]
        self._take(self._arranged())
        self.endResetModel()

    def _take(self, ids: Sequence[str]) -> None:
        self.ids = list(ids)
        self._row_of = {id_: row for row, id_ in enumerate(self.ids)}

    def _arranged(self) -> list[str]:
        ids = map_order(self.journey, self.type)
        found = [id_ for id_ in ids if self.words in self._text(id_)] if self.words else ids
        if self._sorting is not None:
            found = sorted_by(self.texts, found, self.columns[self._sorting[0]], self._sorting[1])
        return found

    def _text(self, id_: str) -> str:
        """Return all that stands in a row, to be searched; kept until something changes."""
        text = self._texts.get(id_)
        if text is None:
            record = self.journey[id_]
            text = self._texts[id_] = "\n".join(self.texts.text(record, column) for column in self.columns).casefold()
        return text

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows sorted by a column, or in the order of the map if there is none; the journey stays."""
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder) if 0 <= column < len(self.columns) else None
        self._patch(self._arranged())

    def record_at(self, index: Index) -> Record | None:
        """Return the record in whose row an index is."""
        return self.journey.get(self.ids[index.row()]) if index.isValid() and index.row() < len(self.ids) else None

    def row_of(self, id_: str) -> int | None:
        """Return the row of a record, None where it has none here."""
        return self._row_of.get(id_)

    def selection_of(self, ids: Iterable[str]) -> QItemSelection:
        """Return the whole rows of those ids that are here."""
        chosen = QItemSelection()
        last = len(self.columns) - 1
        for first, end in runs(sorted(row for id_ in ids if (row := self._row_of.get(id_)) is not None)):
            chosen.append(QItemSelectionRange(self.index(first, 0), self.index(end, last)))
        return chosen

    def ids_in(self, chosen: QItemSelection) -> set[str]:
        """Return the ids of the records of which at least one cell is chosen."""
        return {id_ for part in chosen.toList() for id_ in self.ids[part.top():part.bottom() + 1]}

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802
        """Return how many records are shown."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802
        """Return how many fields are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: N802
        """Return the names of fields, the numbers of rows."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return heading(self.type, self.columns[section])
        if role == _ROLE.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what stands in a cell."""
        answer = self._roles.get(role)
        record = self.record_at(index) if answer is not None else None
        return None if answer is None or record is None else answer(record, index.column())

    def _shown(self, record: Record, place: int) -> str:
        column = self.columns[place]
        return "" if column.kind == FLAG else self.texts.text(record, column).replace("\n", " ")

    def _whole(self, record: Record, place: int) -> str:
        return self.texts.text(record, self.columns[place])

    def _tip(self, record: Record, place: int) -> str | None:
        text = self._whole(record, place)
        return text if len(text) > _SHORT or "\n" in text else None

    def _alignment(self, record: Record, place: int) -> Qt.AlignmentFlag:
        return self._alignments[place]

    def _check(self, record: Record, place: int) -> Qt.CheckState | None:
        column = self.columns[place]
        if column.kind != FLAG:
            return None
        return Qt.CheckState.Checked if getattr(record, column.name) else Qt.CheckState.Unchecked

    def _swatch(self, record: Record, place: int) -> QColor | None:
        column = self.columns[place]
        return QColor(getattr(record, column.name)) if column.kind == COLOR and getattr(record, column.name) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        """Set a cell; the value is one of the field's own, not a text."""
        record = self.record_at(index)
        if record is None:
            return False
        if role == _ROLE.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role != _ROLE.EditRole:
            return False
        return self.write(record, self.columns[index.column()], value)

    # -- following a change ------------------------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Patch the rows that a change names."""
        self._texts.clear()
        self.texts = Cells(self.journey)
        if may_move_rows(change, self.type):
            self._patch(self._moved(change))
        rows = sorted(row for id_ in rows_that_tell(self.journey, change, self.type, text_of)
                      if (row := self._row_of.get(id_)) is not None)
        if len(rows) > _MOST_TOLD:
            rows = [rows[0], rows[-1]]
            self._tell(rows[0], rows[-1])
        else:
            for first, last in runs(rows):
                self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _moved(self, change: Change) -> list[str]:
        """Return the ids in the order that they have after a change."""
        if self._sorting is None and not self.words:
            return map_order(self.journey, self.type)
        kept = [id_ for id_ in self.ids if id_ in self.journey]
        return kept + [record.id for record in change.added if record.type == self.type]

    def _patch(self, ids: list[str]) -> None:
        """Show these rows: what is no longer there goes, the rest is put in order, then comes what is new."""
        wanted = set(ids)
        gone = runs(row for row, id_ in enumerate(self.ids) if id_ not in wanted)
        come = runs(row for row, id_ in enumerate(ids) if id_ not in self._row_of)
        if len(gone) + len(come) > _MOST_RUNS:
            self.beginResetModel()
            self._take(ids)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(_NONE, first, last)
            self._take(self.ids[:first] + self.ids[last + 1:])
            self.endRemoveRows()
        self._reorder([id_ for id_ in ids if id_ in self._row_of])
        for first, last in come:
            self.beginInsertRows(_NONE, first, last)
            self._take(self.ids[:first] + ids[first:last + 1] + self.ids[first:])
            self.endInsertRows()

    def _reorder(self, ids: list[str]) -> None:
        if ids == self.ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.ids[index.row()], index.column()) for index in before]
        self._take(ids)
        self.changePersistentIndexList(before, [self.index(self._row_of[id_], column) for id_, column in keys])
        self.layoutChanged.emit()


def _flags(column: FieldSpec) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if column.kind == FLAG:
        return flags | Qt.ItemFlag.ItemIsUserCheckable
    return flags if column.kind == LATEST else flags | Qt.ItemFlag.ItemIsEditable


def _alignment(column: FieldSpec) -> Qt.AlignmentFlag:
    number = column.kind in FIGURES
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft)
