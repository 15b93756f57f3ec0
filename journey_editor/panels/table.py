"""The table: all records of a type with their fields in rows and columns, for typing fast and for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from journey_editor.document import Document, Selection
from journey_editor.model import Change, JourneyError, Record, operations
from journey_editor.model.fields import FieldSpec
from journey_editor.model.records import RECORD_TYPES

from .marks import mark
from .table_cells import Cells
from .table_changes import Edit, adding_below, change_of, read_block
from .table_columns import LATEST, TYPES, heading, step_name
from .table_model import TableModel
from .table_view import CellsView
from .words import group_name, one_type, things, translate


class TablePanel(QWidget):
    """The grid with a list of record types and a line to find by text on top.

    `refused(Sentence)` tells what could not be done, `chosen(id)` what the user went to, so that the map shows it.
    `copied(rows)` carries rows of texts for the clipboard; `paste_wanted()` asks for a call of `paste(rows)`.
    """

    refused = Signal(object)
    chosen = Signal(str)
    copied = Signal(object)
    paste_wanted = Signal()

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._listening = True
        self.model = TableModel(document.journey, self)
        self.model.write = self._write
        self._build()
        self._add_actions()
        self.view.selectionModel().selectionChanged.connect(self._chosen_in_table)
        document.changed.connect(self._follow)
        document.reset.connect(self._show_journey)
        selection.changed.connect(self._show_selection)
        self._show_counts()
        self._show_selection()

    def _build(self) -> None:
        self.types = QComboBox(self)
        self.types.setAccessibleName(translate("Words", "What the table shows"))
        self.types.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.types.setIconSize(QSize(16, 16))
        self.types.setMaxVisibleItems(len(TYPES))
        for type_ in TYPES:
            self.types.addItem(mark(type_, self), group_name(type_), type_)
        self.types.activated.connect(lambda row: self.show_type(self.types.itemData(row)))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("Words", "Find…"))
        self.search.setAccessibleName(translate("Words", "Find in the table"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._go_to_found)
        self.found = QLabel(self)
        self.found.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.view = CellsView(self.model, self)
        self.view.setAccessibleName(translate("Words", "Table of the journey"))
        self.view.size_columns()
        self.view.left.connect(self.search.setFocus)
        self.view.copied.connect(self.copy_selected)
        self.view.cut_wanted.connect(self.cut_selected)
        self.view.paste_wanted.connect(self.paste_wanted)
        self.view.delegate.refused.connect(self.refused)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.types)
        line.addWidget(self.search, 1)
        line.addWidget(self.found)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _add_actions(self) -> None:
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy_all = QKeySequence("Ctrl+Shift+C")
        for words, keys, slot in (
                (translate("Words", "Edit"), QKeySequence(Qt.Key.Key_F2), self.view.edit_cell),
                (translate("Words", "Cut"), QKeySequence(QKeySequence.StandardKey.Cut), self.cut_selected),
                (translate("Words", "Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_selected),
                (translate("Words", "Copy with headings"), copy_all, lambda: self.copy_selected(True)),
                (translate("Words", "Paste"), QKeySequence(QKeySequence.StandardKey.Paste), self.paste_wanted.emit),
                (translate("Words", "Add row below"), QKeySequence(Qt.Key.Key_Insert), self.add_row),
                (translate("Words", "Clear"), QKeySequence(Qt.Key.Key_Delete), self.empty_selected),
                (translate("Words", "Delete rows"), QKeySequence("Ctrl+Del"), self.delete_selected)):
            action = QAction(words, self.view)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            self.view.addAction(action)

    # -- for the window ----------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Set the cell in which something is being typed."""
        self.view.delegate.commit()

    def show_type(self, type_: str) -> None:
        """Show the records of another type."""
        with self._unheard():
            with QSignalBlocker(self.types), QSignalBlocker(self.search):
                self.types.setCurrentIndex(TYPES.index(type_))
                self.search.clear()
            self.view.show_type(type_)
        self._show_found()
        self._show_selection()

    def add_row(self) -> None:
        """Add a record below the current row, and let its first cell be typed."""
        journey = self._document.journey
        words = translate("Words", "Add {thing}").format(thing=things(self.model.type, 1))
        try:
            change = adding_below(journey, self.model.type, self.model.record_at(self.view.currentIndex()))
            self._document.execute(words, change)
        except JourneyError as error:
            self.refused.emit(error.sentence)
            return
        row = self.model.row_of(change.added[0].id)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))
            self.view.edit_cell()

    def delete_selected(self) -> None:
        """Delete the records of the selected rows, with all that cannot be without them, as one step."""
        chosen = self.model.ids_in(self.view.selectionModel().selection())
        records = [self._document.journey[id_] for id_ in chosen]
        if records:
            words = translate("Words", "Delete {things}").format(things=things(one_type(records), len(records)))
            self._do(words, lambda: operations.delete(self._document.journey, [record.id for record in records]))

    # -- the clipboard -----------------------------------------------------------------------------------------------

    def copy_selected(self, headings: bool = False) -> None:
        """Give the texts of the selected cells away, under the names of their columns if these are wanted."""
        records, columns, chosen = self.view.block()
        if not records:
            return
        cells = Cells(self._document.journey)
        rows = [[cells.copied(record, column) if (row, place) in chosen else "" for place, column in enumerate(columns)]
                for row, record in enumerate(records)]
        names = [[heading(self.model.type, column) for column in columns]] if headings else []
        self.copied.emit(names + rows)

    def cut_selected(self) -> None:
        """Give the texts of the selected cells away and empty the cells, as one step."""
        self.copy_selected()
        self.empty_selected()

    def empty_selected(self) -> None:
        """Empty the selected cells, as one step."""
        records, columns, chosen = self.view.block()
        self._set(lambda cells: [(records[row], columns[place], cells.value(records[row], columns[place], ""))
                                 for row, place in sorted(chosen)])

    def paste(self, rows: Sequence[Sequence[str]]) -> None:
        """Set the cells from the first selected one on, as one step; one text alone goes into all that are selected."""
        records, columns, chosen = self.view.block()
        if len(rows) == 1 and len(rows[0]) == 1 and len(chosen) > 1:
            text = rows[0][0]
            self._set(lambda cells: [(records[row], columns[place], cells.value(records[row], columns[place], text))
                                     for row, place in sorted(chosen)])
        elif rows and records:
            self._set(lambda cells: read_block(cells, *self.view.below_and_right(), rows))

    # -- editing -----------------------------------------------------------------------------------------------------

    def _write(self, record: Record, column: FieldSpec, value: Any) -> bool:
        return self._set(lambda cells: [(record, column, value)])

    def _set(self, read: Callable[[Cells], list[Edit]]) -> bool:
        """Set cells as one step; return whether that was possible."""
        journey = self._document.journey
        try:
            edits = [edit for edit in read(Cells(journey)) if edit[1].kind != LATEST]
            changed = [(record, column) for record, column, value in edits if getattr(record, column.name) != value]
            if changed:
                self._document.execute(self._step_name(changed), change_of(journey, edits))
        except JourneyError as error:
            self.refused.emit(error.sentence)
            return False
        return True

    def _step_name(self, changed: Sequence[tuple[Record, FieldSpec]]) -> str:
        column = changed[0][1]
        if all(other is column for _, other in changed):
            return step_name(self.model.type, column, len(changed))
        return translate("Words", "Change %n cells", None, len(changed))

    def _do(self, words: str, make: Callable[[], Change]) -> None:
        try:
            self._document.execute(words, make())
        except JourneyError as error:
            self.refused.emit(error.sentence)

    # -- following ---------------------------------------------------------------------------------------------------

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """While this lasts, the panel does not answer what it did itself."""
        before, self._listening = self._listening, False
        try:
            yield
        finally:
            self._listening = before

    def _show_journey(self) -> None:
        with self._unheard(), QSignalBlocker(self.search):
            self.search.clear()
            self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.model.show_journey(self._document.journey)
        self._show_counts()
        self._show_selection()

    def _follow(self, change: Change) -> None:
        place = self.view.currentIndex()
        record, row, column = self.model.record_at(place), place.row(), place.column()
        with self._unheard():
            self.model.follow(change)
            if record is not None and self.model.row_of(record.id) != row:
                self._stay_with(record, column)
        if change.added or change.removed:
            self._show_counts()
        self._show_selection()

    def _stay_with(self, record: Record, column: int) -> None:
        """Stay in the cell of a record whose row has gone elsewhere."""
        row = self.model.row_of(record.id)
        if row is not None:
            index = self.model.index(row, column)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(index)

    def _show_counts(self) -> None:
        for row, type_ in enumerate(TYPES):
            count = self._document.journey.count(RECORD_TYPES[type_])
            self.types.setItemText(row, translate("Words", "{name} ({number})").format(
                name=group_name(type_), number=count))
        self._show_found()

    def _show_found(self) -> None:
        count = self.model.rowCount()
        words = translate("Words", "%n found", None, count) if count else translate("Words", "Nothing found.")
        self.found.setText(words if self.model.words else "")

    def _filter(self, words: str) -> None:
        with self._unheard():
            self.model.show_only(words)
        self._show_found()
        self._show_selection()

    def _go_to_found(self) -> None:
        self.view.setFocus()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, max(0, self.view.currentIndex().column())))

    def _show_selection(self) -> None:
        """Select the rows of what is selected elsewhere; a single record is brought into view."""
        if not self._listening:
            return
        selection = self.view.selectionModel()
        ids = {id_ for id_ in self._selection.ids if self.model.row_of(id_) is not None}
        if ids == self.model.ids_in(selection.selection()):
            return
        with self._unheard():
            chosen = self.model.selection_of(ids)
            selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if len(ids) == 1:
                column = max(0, self.view.currentIndex().column())
                index = self.model.index(self.model.row_of(next(iter(ids))) or 0, column)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.view.scrollTo(index)

    def _chosen_in_table(self) -> None:
        if not self._listening:
            return
        ids = self.model.ids_in(self.view.selectionModel().selection())
        if ids == self._selection.ids:
            return
        with self._unheard():
            self._selection.set(ids)
        if len(ids) == 1:
            self.chosen.emit(next(iter(ids)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint the signs in the colours of another look."""
        if event.type() == QEvent.Type.PaletteChange:
            for row, type_ in enumerate(TYPES):
                self.types.setItemIcon(row, mark(type_, self))
        super().changeEvent(event)
