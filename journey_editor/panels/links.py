"""Lists of records that can be clicked: what is attached, what is around."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QLabel, QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QVBoxLayout, QWidget)

from journey_editor.model import Record

from .marks import mark
from .surroundings import Group
from .words import translate, type_name


class LinkButton(QToolButton):
    """One record in a list: its sign and its text, cut with an ellipsis where the panel is narrow."""

    def __init__(self, record: Record, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.record = record
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(f"{type_name(record.type)}: {text}")
        self.setIconSize(QSize(16, 16))
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_mark()

    def _show_mark(self) -> None:
        self.setIcon(mark(self.record.type, self, self.record.color))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        # The style draws the button; sign and text are drawn here, because a tool button centres them and cuts nothing.
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        box = self.rect().adjusted(6, 0, -6, 0)
        self.icon().paint(painter, box.x(), (self.height() - 16) // 2, 16, 16)
        box.setLeft(box.left() + 22)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._show_mark()
        super().changeEvent(event)


class Links(QWidget):
    """Headings with records under them; `chosen(id)` when one is clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LinkButton] = []
        self._groups: Sequence[Group] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def load(self, groups: Sequence[Group]) -> None:
        """Show these groups."""
        if groups == self._groups:
            return
        self._groups = groups
        self.buttons = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for group in groups:
            heading = QLabel(group.heading, self)
            heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            heading.setContentsMargins(0, 8, 0, 2)
            self._column.addWidget(heading)
            for record, text in group.rows:
                button = LinkButton(record, text, self)
                button.clicked.connect(lambda _checked=False, id_=record.id: self.chosen.emit(id_))
                self._column.addWidget(button)
                self.buttons.append(button)
            if group.more:
                self._column.addWidget(QLabel(translate("Words", "and %n more", None, group.more), self))


def link_text(rows: Sequence[tuple[Record, str]], between: str) -> str:
    """Return rich text of links, each to a record's id."""
    return f" {between} ".join(f'<a href="{record.id}">{escape(text)}</a>' for record, text in rows)
