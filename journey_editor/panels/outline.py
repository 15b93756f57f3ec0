"""The outline: the whole journey as a tree, for finding, renaming and moving, and for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from journey_editor.document import Document, Selection
from journey_editor.model import Change, JourneyError, Record, Touchpoint, operations

from .marks import mark
from .outline_model import OutlineModel
from .words import one_type, things, translate

_MOST_EXPANDED = 300


class OutlinePanel(QWidget):
    """The tree with a line to find by text on top.

    `refused(Sentence)` tells what could not be done, `chosen(id)` what the user went to, so that the map shows it.
    """

    refused = Signal(object)
    chosen = Signal(str)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._listening = True
        self._opened: list[str] = []
        self._build()
        self.model = OutlineModel(document.journey, self._mark, self)
        self.model.rename = self._rename
        self.model.move = self._move
        self.tree.setModel(self.model)
        self.tree.selectionModel().selectionChanged.connect(self._chosen_in_tree)
        document.changed.connect(self._follow)
        document.reset.connect(self._show_journey)
        selection.changed.connect(self._show_selection)
        self._show_journey()

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("Words", "Find…"))
        self.search.setAccessibleName(translate("Words", "Find in the outline"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeView(self)
        self.tree.setAccessibleName(translate("Words", "Outline of the journey"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(16)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(translate("Words", "Nothing found."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.nothing.setForegroundRole(self.nothing.palette().ColorRole.PlaceholderText)
        self.nothing.hide()
        self._add_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)

    def _add_actions(self) -> None:
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, keys, slot in (
                (translate("Words", "Rename"), QKeySequence(Qt.Key.Key_F2), self.rename_selected),
                (translate("Words", "Delete"), QKeySequence(Qt.Key.Key_Delete), self.delete_selected)):
            action = QAction(words, self.tree)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.tree.addAction(action)

    # -- for the window ----------------------------------------------------------------------------------------------

    def start_finding(self) -> None:
        """Put the cursor into the line that finds by text."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def rename_selected(self) -> None:
        """Type another title for the current row."""
        index = self.tree.currentIndex()
        if self.model.id_at(index) is not None:
            self.tree.edit(index)

    def delete_selected(self) -> None:
        """Delete what is selected, with all that cannot be without it, as one step."""
        records = self._selected()
        if not records:
            return
        words = translate("Words", "Delete {things}").format(things=things(one_type(records), len(records)))
        self._do(words, lambda: operations.delete(self._document.journey, [record.id for record in records]))

    # -- following ---------------------------------------------------------------------------------------------------

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """While this lasts, the panel does not answer what it did itself."""
        before, self._listening = self._listening, False
        try:
            yield
        finally:
            self._listening = before

    def _mark(self, record: Record) -> QIcon:
        return mark(record.type, self, record.color)

    def _show_journey(self) -> None:
        with self._unheard():
            self.search.clear()
            self.model.show_journey(self._document.journey)
        if self._document.journey.count(Touchpoint) <= _MOST_EXPANDED:
            for stage in self._document.journey.stages:
                self.tree.expand(self.model.index_of(stage.id))
        self._show_selection()

    def _follow(self, change: Change) -> None:
        opened = self._expanded() if len(change) > 1 else []
        with self._unheard():
            self.model.follow(change)
        if self.model.filtered:
            self._expand_found()
        elif opened:
            for key in opened:
                self.tree.expand(self.model.index_of(key))
        for stage in change.added:
            if stage.type == "stage":
                self.tree.expand(self.model.index_of(stage.id))
        self._show_selection()

    def _expanded(self) -> list[str]:
        """Return the records whose rows are open: a card that moves, or a tree built afresh, opens again."""
        found = []
        rows = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        while rows:
            index = rows.pop()
            id_ = self.model.id_at(index)
            if id_ is not None and self.tree.isExpanded(index):
                found.append(id_)
                rows += [self.model.index(row, 0, index) for row in range(self.model.rowCount(index))]
        return found

    def _expand_found(self) -> None:
        if self.model.found <= _MOST_EXPANDED:
            self.tree.expandAll()

    def _filter(self, words: str) -> None:
        if not self._listening:
            return
        if not self.model.filtered:
            self._opened = self._expanded()
        with self._unheard():
            self.model.show_only(words)
        self.nothing.setVisible(self.model.filtered and not self.model.found)
        if self.model.filtered:
            self._expand_found()
        else:
            for id_ in self._opened:
                self.tree.expand(self.model.index_of(id_))
        self._show_selection()

    def _show_selection(self) -> None:
        """Select in the tree what is selected elsewhere; a single record is brought into view."""
        if not self._listening:
            return
        with self._unheard():
            selection = self.tree.selectionModel()
            chosen = self.model.selection_of(self._selection.ids)
            if self.model.ids_in(chosen) == self.model.ids_in(selection.selection()):
                return
            selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if len(self._selection.ids) == 1 and not chosen.isEmpty():
                index = chosen.indexes()[0]
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.tree.scrollTo(index)

    def _selected(self) -> list[Record]:
        journey = self._document.journey
        return [journey[id_] for id_ in self.model.ids_in(self.tree.selectionModel().selection())]

    def _chosen_in_tree(self) -> None:
        if not self._listening:
            return
        records = self._selected()
        with self._unheard():
            self._selection.set(record.id for record in records)
        if len(records) == 1:
            self.chosen.emit(records[0].id)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint the signs in the colours of another look."""
        if event.type() == QEvent.Type.PaletteChange:
            self.tree.viewport().update()
        super().changeEvent(event)

    # -- editing -----------------------------------------------------------------------------------------------------

    def _rename(self, id_: str, text: str) -> bool:
        record = self._document.journey[id_]
        words = translate("Words", "Rename {thing}").format(thing=things(record.type, 1))
        return self._do(words, lambda: operations.rename(self._document.journey, id_, text))

    def _move(self, ids: Sequence[str], parent: str | None, index: int | None) -> bool:
        journey = self._document.journey
        words = translate("Words", "Move {things}").format(things=things(journey[ids[0]].type, len(ids)))
        return self._do(words, lambda: operations.move(journey, ids, parent, index))

    def _do(self, words: str, make: Callable[[], Change]) -> bool:
        try:
            return self._document.execute(words, make())
        except JourneyError as error:
            self.refused.emit(error.sentence)
            return False
