"""Editing in the cells of the table: which editor a cell gets, what its keys do, when it is closed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.model import JourneyError
from journey_editor.model.fields import CHOICE, REFERENCE, REFERENCES

from .lazy_tree import Index
from .table_cells import Cells
from .table_columns import PARAGRAPHS, heading
from .table_editors import CellLine, CellText, ChoiceBox, Editor, TickBox
from .table_model import TableModel

_LEAST_WIDTH = 26
"""How many average characters wide a text is while it is edited, at the least."""

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Opens an editor over a cell and sets the cell from it.

    `ended(int)` comes when a key has ended the typing: 0 for the row below, 1 for the next cell, -1 for the one before.
    `refused(Sentence)` tells why what was typed cannot stand there; what Enter or Tab cannot set stays in the editor.
    """

    ended = Signal(int)
    refused = Signal(object)

    def __init__(self, model: TableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.editor: Editor | None = None
        self.mark = True
        self._index = QPersistentModelIndex()
        self._cells: Cells | None = None
        self._loaded = ""
        self._done = False

    # -- what the view asks ------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Return an editor for a cell."""
        record = self.model.record_at(index)
        assert record is not None
        column = self.model.columns[index.column()]
        self._cells = cells = Cells(self.model.journey)
        self._index = QPersistentModelIndex(index)
        if column.kind == REFERENCES:
            self.editor = TickBox(cells.choices(record, column), lambda text: cells.value(record, column, text), parent)
        elif column.kind in PARAGRAPHS:
            self.editor = CellText(parent)
        elif column.suggests or column.steps or column.kind in (CHOICE, REFERENCE):
            self.editor = box = ChoiceBox(cells.choices(record, column), parent)
            box.activated.connect(lambda _row: self.submit(box))
        else:
            self.editor = CellLine(parent)
            self.editor.setAlignment(self.model.headerData(index.column(), Qt.Orientation.Horizontal,
                                                           Qt.ItemDataRole.TextAlignmentRole))
        self.editor.setAccessibleName(heading(self.model.type, column))
        self._loaded = _NEVER
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show in the editor what stands in the cell. What is being typed stays, unless the cell itself has changed."""
        text = self._text(index)
        if text != self._loaded and editor is self.editor:
            self._loaded = text
            self.editor.show_text(text, self.mark)

    def _text(self, index: Index) -> str:
        """Return what stands in a cell as the editor shows it: where two have the same title, what tells them apart."""
        record = self.model.record_at(index)
        column = self.model.columns[index.column()]
        if record is None:
            return ""
        if column.kind == REFERENCE and isinstance(self.editor, ChoiceBox):
            value = getattr(record, column.name)
            if value in self.editor.values:
                return self.editor.itemText(self.editor.values.index(value))
        return str(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Set the cell, unless nothing was typed."""
        self._done = True
        if editor is not self.editor or self.editor.shown() == self._loaded:
            return
        try:
            value = self._value(index)
        except JourneyError as error:
            self._done = False
            self.refused.emit(error.sentence)
            return
        self._done = bool(model.setData(index, value, Qt.ItemDataRole.EditRole))

    def _value(self, index: Index) -> Any:
        record, column = self.model.record_at(index), self.model.columns[index.column()]
        assert record is not None and self.editor is not None
        if isinstance(self.editor, ChoiceBox) and (place := self.editor.chosen()) >= 0:
            return self.editor.values[place]
        return Cells(self.model.journey).value(record, column, self.editor.shown())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Lay the editor over its cell; it may be larger, but stays in view."""
        box = option.rect
        around = editor.parentWidget()
        room = box if around is None else around.rect()
        if isinstance(editor, CellText):
            box.setWidth(max(box.width(), min(editor.fontMetrics().averageCharWidth() * _LEAST_WIDTH, room.width())))
            box.setLeft(max(0, min(box.left(), room.right() - box.width())))
            editor.setGeometry(box)
            box.setHeight(editor.height())
        least = editor.minimumSizeHint().width() if isinstance(editor, ChoiceBox) else 0
        if box.width() < least:
            box.setWidth(least)
        if box.bottom() > room.bottom():
            box.moveBottom(max(room.bottom(), box.height() - 1))
        editor.setGeometry(box)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Forget the editor."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    # -- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab end the typing and go on; Alt or Shift with Enter begins a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and editor is self.editor:
            assert self.editor is not None
            if event.key() in _ENDS:
                return self._end(self.editor, event)
            if isinstance(editor, ChoiceBox) and event.key() == Qt.Key.Key_Down and (
                    event.modifiers() & Qt.KeyboardModifier.AltModifier):
                editor.showPopup()
                return True
        return super().eventFilter(editor, event)

    def _end(self, editor: Editor, event: QKeyEvent) -> bool:
        enter = event.key() in _ENDS[:2]
        new_line = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if enter and isinstance(editor, CellText) and event.modifiers() & new_line:
            editor.insertPlainText("\n")
            return True
        if self.submit(editor):
            self.ended.emit(0 if enter else 1 if event.key() == Qt.Key.Key_Tab else -1)
        return True

    def submit(self, editor: Editor) -> bool:
        """Set the cell and close the editor; if that cannot be, what was typed stays, marked."""
        if editor is not self.editor:
            return False
        self.setModelData(editor, self.model, self._index)
        if self._done:
            self._close(editor)
            return True
        line = editor.line if isinstance(editor, ChoiceBox) else editor
        # After the list has closed, which takes the marks away.
        QTimer.singleShot(0, line, line.selectAll)
        return False

    def commit(self) -> None:
        """Set the cell from what is being typed, if anything is."""
        if self.editor is not None:
            editor = self.editor
            self.setModelData(editor, self.model, self._index)
            self._close(editor)

    def _close(self, editor: Editor) -> None:
        # First: a list that loses the focus tells once more what was chosen in it.
        self.editor = None
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


_NEVER = "\0"
"""What no cell shows: nothing was loaded into the editor yet."""
