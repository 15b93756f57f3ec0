"""What the Help menu shows: the keys, and what this program is."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QDialog, QDialogButtonBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget)

from journey_editor import __version__
from journey_editor.drawing.icons import app_icon

from .actions import Actions


def _closing(dialog: QDialog, words: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(dialog)
    closer = QPushButton(words, dialog)
    closer.setObjectName("close")
    closer.setDefault(True)
    closer.clicked.connect(dialog.accept)
    buttons.addButton(closer, QDialogButtonBox.ButtonRole.AcceptRole)
    return buttons


def _plain(words: str) -> str:
    """Return a menu's words without the mark of their letter, which Chinese has in brackets behind them."""
    return re.sub(r"\(&.\)|&", "", words)


class ShortcutsDialog(QDialog):
    """All keys: those of the menus from the menus themselves, those of the map and of the table."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(520, 600)
        page = QWidget(self)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._section(self.tr("On the map"), self._on_map())
        self._section(self.tr("In the table"), self._in_table())
        for menu in actions.menus.values():
            rows = [(self._keys(action.shortcuts()), _plain(action.text()).rstrip("…"))
                    for action in menu.actions() if action.shortcuts()]
            self._section(_plain(menu.title()), rows)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 12, 14)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addWidget(_closing(self, self.tr("Close")))

    @staticmethod
    def _keys(sequences: list[QKeySequence]) -> str:
        return sequences[0].toString(QKeySequence.SequenceFormat.NativeText)

    def _on_map(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Enter"), self.tr("Add another item of the same kind as the selected one")),
            (self.tr("Tab"), self.tr("Add a touch point and connect it to the selected one")),
            (self.tr("F2, or simply type"), self.tr("Rename the selected item")),
            (self.tr("Arrow keys"), self.tr("Select the next item in that direction")),
            (self.tr("Ctrl+arrow keys"), self.tr("Move the selected items")),
            (self.tr("Esc"), self.tr("Cancel the current action; clear the selection")),
            (self.tr("Shift+Enter"), self.tr("Start a new line while typing")),
            (self.tr("Space and drag"), self.tr("Move the map")),
            (self.tr("Ctrl+wheel"), self.tr("Zoom")),
            (self.tr("Double-click"), self.tr("Rename; in an empty area, add")),
        ]

    def _in_table(self) -> list[tuple[str, str]]:
        def keys(*wanted: str | QKeySequence.StandardKey) -> str:
            return ", ".join(self._keys([QKeySequence(one)]) for one in wanted)

        standard = QKeySequence.StandardKey
        return [
            (self.tr("Enter or F2"), self.tr("Edit the cell")),
            (self.tr("Simply type"), self.tr("Replace the contents of the cell")),
            (self.tr("Enter while typing"), self.tr("Confirm the cell and move to the one below")),
            (self.tr("Tab, Shift+Tab"), self.tr("Confirm the cell and move to the next or previous one")),
            (self.tr("Alt+Enter"), self.tr("Start a new line in a long text")),
            (self.tr("Alt+Down"), self.tr("Open the drop-down list of the cell, if it has one")),
            (self.tr("Esc"), self.tr("Discard what is being typed; leave the table")),
            (self.tr("Shift+arrow keys"), self.tr("Select several cells")),
            (keys(standard.Cut, standard.Copy, standard.Paste), self.tr("Cut, copy and paste cells, also to and from "
                                                                        "Excel")),
            (keys("Ctrl+Shift+C"), self.tr("Copy cells with their headings")),
            (keys("Ins"), self.tr("Add a row below")),
            (keys("Del"), self.tr("Clear the selected cells")),
            (keys("Ctrl+Del"), self.tr("Delete the selected rows")),
        ]

    def _section(self, heading: str, rows: list[tuple[str, str]]) -> None:
        if not rows:
            return
        label = QLabel(heading, self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        line = self._grid.rowCount()
        label.setContentsMargins(0, 10 if line > 1 else 0, 0, 2)
        self._grid.addWidget(label, line, 0, 1, 2)
        for offset, (keys, words) in enumerate(rows, 1):
            key = QLabel(keys, self)
            key.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._grid.addWidget(key, line + offset, 0)
            self._grid.addWidget(QLabel(words, self), line + offset, 1)


class AboutDialog(QDialog):
    """Name, version, what it is for, and under which terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Journey Editor"))
        sign = QLabel(self)
        sign.setPixmap(app_icon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        name = QLabel("Journey Editor", self)
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.6)
        name.setFont(font)
        version = QLabel(self.tr("Version {version}").format(version=__version__), self)
        version.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        about = QLabel(self.tr(
            "Customer journey maps as directed graphs: drawn here, exchanged with Excel, kept as plain text.\n\n"
            "Free software under the MIT licence. Made with Qt (LGPL 3), Noto Sans CJK and Source Sans (OFL), and "
            "Lucide icons (ISC)."), self)
        about.setWordWrap(True)
        about.setMinimumWidth(360)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (name, version):
            words.addWidget(label)
        words.addSpacing(10)
        words.addWidget(about)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 22, 18, 14)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(_closing(self, self.tr("Close")))
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
