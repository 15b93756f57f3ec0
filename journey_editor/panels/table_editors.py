"""What one types into in the table: a line, a text that grows, a list to choose from, a list to tick in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from journey_editor.model import JourneyError

from .growing import GrowingEdit

_MOST_LINES = 8
_LAST = re.compile(r"(?s)(?:.*[,;，；、]\s*)?")
_NOTHING = "\0"
_EXACTLY = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive


class CellLine(QLineEdit):
    """A line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the window

    def shown(self) -> str:
        """Return what is typed."""
        return self.text()

    def show_text(self, text: str, mark: bool) -> None:
        """Show a text, all of it marked if what is typed shall take its place."""
        self.setText(text)
        self.selectAll() if mark else self.end(False)


class CellText(GrowingEdit):
    """A text that grows over the cells below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(1, _MOST_LINES, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Grow upwards where there is no more room below."""
        super().resizeEvent(event)
        around = self.parentWidget()
        if around is not None and self.geometry().bottom() >= around.height():
            self.move(self.x(), max(0, around.height() - self.height()))
        # What was scrolled away while there was less room comes back.
        self.verticalScrollBar().setValue(0)
        self.ensureCursorVisible()

    def shown(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def show_text(self, text: str, mark: bool) -> None:
        """Show a text, all of it marked if what is typed shall take its place."""
        self.setPlainText(text)
        self.selectAll() if mark else self.moveCursor(QTextCursor.MoveOperation.End)


class ChoiceBox(QComboBox):
    """Texts to choose from; typing completes to the first that begins so."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFrame(False)
        self.setAcceptDrops(False)
        self.line.setAcceptDrops(False)
        # Measuring ten thousand titles for the width of a cell would take longer than all else.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setMaxVisibleItems(14)
        self.values = [value for value, _ in choices]
        self.setModel(self._model([word for _, word in choices]))
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)

    def _model(self, words: Sequence[str]) -> QStandardItemModel:
        model = QStandardItemModel(0, 1, self)
        for word in words:
            model.appendRow(QStandardItem(word))
        return model

    def shown(self) -> str:
        """Return what is typed or chosen."""
        return self.currentText()

    def chosen(self) -> int:
        """Return which of the texts it is, -1 if none. Small letters may stand for capitals in what was completed."""
        completed = self.line.hasSelectedText()
        return self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString if completed else _EXACTLY)

    def show_text(self, text: str, mark: bool) -> None:
        """Show a text, all of it marked if what is typed shall take its place."""
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)
        self.line.selectAll() if mark else self.line.end(False)

    def showPopup(self) -> None:  # noqa: N802
        """Show the list, as wide as its texts."""
        view = self.view()
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(row))
                      for row in range(min(self.count(), 300))), default=0)
        view.setMinimumWidth(min(420, widest + 48))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Turning the wheel scrolls the table; it must not change a cell."""
        event.ignore()


class _LastCompleter(QCompleter):
    """Completes the last of several titles in a line."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        """Return the title that is being typed; where none is begun, nothing is offered."""
        return [path[self._start(path):] or _NOTHING]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        """Return the whole line with the title in its place."""
        box = self.widget()
        typed = box.currentText() if isinstance(box, QComboBox) else ""
        return typed[:self._start(typed)] + str(index.data())

    @staticmethod
    def _start(text: str) -> int:
        found = _LAST.match(text)
        return found.end() if found else 0


class TickBox(ChoiceBox):
    """Several titles in one line, or ticked in the list; `read(text)` returns the ids that a line names."""

    def __init__(self, choices: Sequence[tuple[Any, str]], read: Callable[[str], tuple[str, ...]],
                 parent: QWidget) -> None:
        super().__init__(choices, parent)
        self._read = read
        completer = _LastCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.setCompleter(completer)
        self.view().installEventFilter(self)
        self.view().viewport().installEventFilter(self)

    def chosen(self) -> int:
        """Return -1: what stands here is always read as a text."""
        return -1

    def show_text(self, text: str, mark: bool) -> None:
        """Show a text, all of it marked if what is typed shall take its place."""
        # What is current in the list would take the place of the line whenever its tick changes.
        self.setCurrentIndex(-1)
        self.setEditText(text)
        self.line.selectAll() if mark else self.line.end(False)

    def _ids(self) -> tuple[str, ...]:
        try:
            return self._read(self.currentText())
        except JourneyError:
            return ()

    def showPopup(self) -> None:  # noqa: N802
        """Show the list with its ticks."""
        self._show_ticks(self._ids())
        super().showPopup()

    def _show_ticks(self, ids: tuple[str, ...]) -> None:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for row, value in enumerate(self.values):
            model.item(row).setData(Qt.CheckState.Checked if value in ids else Qt.CheckState.Unchecked,
                                    Qt.ItemDataRole.CheckStateRole)

    def _toggle(self, row: int) -> None:
        if not 0 <= row < len(self.values):
            return
        id_ = self.values[row]
        ids = self._ids()
        ids = tuple(one for one in ids if one != id_) if id_ in ids else (*ids, id_)
        words = {value: self.itemText(place) for place, value in enumerate(self.values)}
        # In this order: a list whose current row changes shows that row's text in the line.
        self._show_ticks(ids)
        self.setEditText(", ".join(words[one] for one in ids))

    def hidePopup(self) -> None:  # noqa: N802
        """Close the list; the line stays as it is, whatever row of the list was current."""
        text = self.currentText()
        super().hidePopup()
        self.setCurrentIndex(-1)
        self.setEditText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the list with the arrow keys, which would put one title in the place of all."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tick without closing the list."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.view().viewport():
            self._toggle(self.view().currentIndex().row())
            return True
        if isinstance(event, QKeyEvent) and watched is self.view():
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            # Qt's own list takes Enter as early as here.
            if enter and event.type() == QEvent.Type.ShortcutOverride:
                self.hidePopup()
                return True
            if event.key() == Qt.Key.Key_Space and event.type() == QEvent.Type.KeyPress:
                self._toggle(self.view().currentIndex().row())
                return True
        return super().eventFilter(watched, event)


Editor = CellLine | CellText | ChoiceBox
