"""The grid of the table: keys, the block of chosen cells, columns as wide as what stands in them needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, overload

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from journey_editor.model import Record, Sentence
from journey_editor.model.fields import (
    CHOICE, COLOR, EMOTION, FLAG, LONG_TEXT, REFERENCE, REFERENCES, TEXT, TITLE, FieldSpec,
)

from .lazy_tree import Index
from .table_columns import FIGURES, LATEST
from .table_delegate import CellDelegate
from .table_editors import ChoiceBox
from .table_model import TableModel

_TYPING = (QAbstractItemView.EditTrigger.DoubleClicked, QAbstractItemView.EditTrigger.EditKeyPressed,
           QAbstractItemView.EditTrigger.AnyKeyPressed)
_TRIGGERS = (QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
             | QAbstractItemView.EditTrigger.AnyKeyPressed)
_WIDEST = {TITLE: 34, TEXT: 30, LONG_TEXT: 30, CHOICE: 18, EMOTION: 20, FLAG: 11, REFERENCE: 28, REFERENCES: 28,
           **dict.fromkeys(FIGURES, 12)}
"""How many average characters wide a column is at most before somebody draws it wider, by its kind."""

_COMMON_WIDEST = 20
_MEASURED_ROWS = 100
_MEASURED_CHARACTERS = 60


class CellsView(QTableView):
    """The grid. `left()` comes where Esc leaves it; `copy`, `cut` and `paste` are for who knows the clipboard."""

    left = Signal()
    copied = Signal(bool)
    cut_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = model
        self.delegate = CellDelegate(model, self)
        self.delegate.ended.connect(self._go_on)
        self._widths: dict[str, list[int]] = {}
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(_TRIGGERS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_row_height()

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Make rows as high as another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    # -- columns -----------------------------------------------------------------------------------------------------

    def show_type(self, type_: str) -> None:
        """Show the records of another type, in the map's order, each type with the widths its columns had before."""
        self._widths[self.cells.type] = [self.columnWidth(column) for column in range(len(self.cells.columns))]
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.cells.show_type(type_)
        self.size_columns()

    def size_columns(self) -> None:
        """Give the columns the widths they had, or else those that what stands in them needs, within bounds."""
        known = self._widths.get(self.cells.type)
        for place in range(len(self.cells.columns)):
            self.setColumnWidth(place, known[place] if known else self._needed(place))

    def _needed(self, place: int) -> int:
        column = self.cells.columns[place]
        measure = self.fontMetrics()
        texts = (str(self.cells.index(row, place).data() or "")[:_MEASURED_CHARACTERS]
                 for row in range(min(_MEASURED_ROWS, self.cells.rowCount())))
        sign = 24 if column.kind == COLOR else 0
        widest = max(map(measure.horizontalAdvance, texts), default=0) + sign + 2 * measure.averageCharWidth()
        least = max(self.horizontalHeader().sectionSizeHint(place) + 6, 8 * measure.averageCharWidth())
        return max(least, min(widest, _WIDEST.get(column.kind, _COMMON_WIDEST) * measure.averageCharWidth()))

    # -- the chosen cells --------------------------------------------------------------------------------------------

    def _chosen(self) -> list[tuple[range, range]]:
        """Return the chosen cells as stretches of rows and of columns; the current one where none is chosen."""
        found = [(range(part.top(), part.bottom() + 1), range(part.left(), part.right() + 1))
                 for part in self.selectionModel().selection().toList()]
        row, column = self.currentIndex().row(), self.currentIndex().column()
        return found or ([(range(row, row + 1), range(column, column + 1))] if row >= 0 else [])

    def block(self) -> tuple[list[Record], list[FieldSpec], set[tuple[int, int]]]:
        """Return the records and columns of the block around the chosen cells, and which places in it are chosen."""
        chosen = self._chosen()
        rows, columns = _places(part for part, _ in chosen), _places(part for _, part in chosen)
        return ([self.cells.journey[self.cells.ids[row]] for row in rows],
                [self.cells.columns[column] for column in columns],
                {(rows[row], columns[column]) for part in chosen for row in part[0] for column in part[1]})

    def below_and_right(self) -> tuple[list[Record], list[FieldSpec]]:
        """Return the records and columns from the first chosen cell on."""
        chosen = self._chosen()
        if not chosen:
            return [], []
        row, column = min(rows[0] for rows, _ in chosen), min(columns[0] for _, columns in chosen)
        return [self.cells.journey[id_] for id_ in self.cells.ids[row:]], list(self.cells.columns[column:])

    def copy(self) -> None:
        """Copy the chosen cells."""
        self.copied.emit(False)

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.cut_wanted.emit()

    def paste(self) -> None:
        """Paste over the chosen cells."""
        self.paste_wanted.emit()

    # -- keys --------------------------------------------------------------------------------------------------------

    @overload
    def edit(self, index: Index, /) -> None: ...

    @overload
    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent, /) -> bool: ...

    # The event is None where no key or click begins it, which Qt's stubs leave out.
    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger | None = None,
             event: Any = None, /) -> bool | None:
        """Edit a cell: typing takes the place of what stands there, any other way in goes on from it."""
        typing = trigger is None or trigger in _TYPING
        if typing and index.isValid() and self.cells.columns[index.column()].kind == LATEST:
            self.delegate.refused.emit(Sentence("panels", "Enter observations in the inspector."))
            return True
        if trigger is None:
            self.delegate.mark = False
            super().edit(index)
            return True
        self.delegate.mark = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        return super().edit(index, trigger, event)

    def edit_cell(self) -> None:
        """Edit the current cell; one that holds yes or no is turned over instead."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            self.cells.setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked,
                               Qt.ItemDataRole.CheckStateRole)
        else:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter edits, Alt+Down opens the list of a cell, Esc leaves the grid."""
        index = self.currentIndex()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        down = event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if (enter or down) and index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.edit_cell()
            if down and isinstance(self.delegate.editor, ChoiceBox):
                self.delegate.editor.showPopup()
            return
        if event.key() == Qt.Key.Key_Escape and self.state() != QAbstractItemView.State.EditingState:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _go_on(self, step: int) -> None:
        """Go to the next cell, the one before, or the one below."""
        key = {0: Qt.Key.Key_Down, 1: Qt.Key.Key_Tab, -1: Qt.Key.Key_Backtab}[step]
        # By its key, because only then does Shift with an arrow key extend the selection from there.
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def _places(stretches: Iterable[range]) -> dict[int, int]:
    """Return the place of each row or column in the block around them all."""
    return {at: place for place, at in enumerate(sorted({at for stretch in stretches for at in stretch}))}
