"""What an empty start offers: a new map, a file, what was open lately, the examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import (
    QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget)

from journey_editor.drawing.icons import app_icon, icon
from journey_editor.drawing.looks import LIGHT, Look
from journey_editor.files.kinds import WORKBOOK, kind_of
from journey_editor.model import Journey

_CARD = QSize(224, 140)
_MOST_RECENT = 5


def thumbnail(journey: Journey, size: QSize, ratio: float, look: Look) -> QPixmap:
    """Return a small picture of a map's beginning, in a frame with round corners."""
    from journey_editor.drawing.painter import paint
    from journey_editor.drawing.picture import Picture

    picture = Picture(journey)
    x, y, width, height = picture.bounds
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    outline = QPainterPath()
    outline.addRoundedRect(frame, 6, 6)
    painter.setClipPath(outline)
    painter.fillPath(outline, QColor(look.background))
    zoom = max(size.width() / width, 0.14)
    painter.save()
    painter.scale(zoom, zoom)
    painter.translate(-x, -y)
    area = QRectF(x, y, min(width, size.width() / zoom), min(height, size.height() / zoom))
    paint(picture, painter, area, zoom, look, device_ratio=ratio)
    painter.restore()
    painter.setClipping(False)
    painter.setPen(QColor(look.border))
    painter.drawPath(outline)
    painter.end()
    return pixmap


class StartPage(QScrollArea):
    """Lies over the empty map; its signals `new_wanted`, `open_wanted`, `file_wanted(Path)`, `example_wanted(Path)`
    tell what the user wants."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    example_wanted = Signal(object)

    def __init__(self, examples: Sequence[Path], recent: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAutoFillBackground(True)
        self.look: Look = LIGHT
        self._journeys: dict[Path, Journey] = {}
        self.example_buttons: dict[Path, QToolButton] = {}
        page = QWidget(self)
        self.setWidget(page)
        middle = QHBoxLayout(page)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(10)
        middle.addLayout(column)
        middle.addStretch(1)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addSpacing(18)
        column.addLayout(self._begin())
        self._add_examples(column, examples)
        self._add_recent(column, recent[:_MOST_RECENT])
        column.addStretch(3)

    # -- its parts ---------------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        sign = QLabel(self)
        sign.setPixmap(app_icon().pixmap(QSize(56, 56), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label("Journey Editor", 2.0, bold=True))
        words.addWidget(self._label(self.tr("Customer journey maps, from Excel and back to Excel"), 1.1, faint=True))
        row.addWidget(sign)
        row.addLayout(words)
        row.addStretch(1)
        return row

    def _begin(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.new_button = QPushButton(self.tr("New map"), self)
        self.new_button.setDefault(True)
        self.new_button.setProperty("main", True)
        self.open_button = QPushButton(self.tr("Open a map or a workbook…"), self)
        for button, wanted in ((self.new_button, self.new_wanted), (self.open_button, self.open_wanted)):
            button.setMinimumHeight(36)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_examples(self, column: QVBoxLayout, examples: Sequence[Path]) -> None:
        if not examples:
            return
        column.addSpacing(22)
        column.addWidget(self._label(self.tr("Start with an example"), faint=True))
        row = QHBoxLayout()
        row.setSpacing(14)
        for path in examples:
            button = QToolButton(self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(_CARD)
            button.setFixedSize(_CARD.width() + 16, _CARD.height() + 40)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setText(path.stem)
            button.clicked.connect(lambda _checked=False, path=path: self.example_wanted.emit(path))
            self.example_buttons[path] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _add_recent(self, column: QVBoxLayout, recent: Sequence[str]) -> None:
        if not recent:
            return
        column.addSpacing(14)
        column.addWidget(self._label(self.tr("Recent files"), faint=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.recent_buttons: list[QToolButton] = []
        for line, text in enumerate(recent):
            path = Path(text)
            button = QToolButton(self)
            button.setText(path.name)
            button.setToolTip(text)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, path=path: self.file_wanted.emit(path))
            self.recent_buttons.append(button)
            folder = self._label("", faint=True)
            folder.setText(folder.fontMetrics().elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, 420))
            grid.addWidget(button, line, 0)
            grid.addWidget(folder, line, 1)
        column.addLayout(grid)

    def _label(self, text: str, scale: float = 1.0, *, bold: bool = False, faint: bool = False) -> QLabel:
        label = QLabel(text, self)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        label.setFont(font)
        if faint:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    # -- pictures ----------------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self.look = look
        ink = QColor(look.window_text)
        self.new_button.setIcon(icon("plus", "#ffffff"))
        self.open_button.setIcon(icon("folder-open", ink))
        for button in getattr(self, "recent_buttons", []):
            kind = "file-spreadsheet" if kind_of(button.text()) == WORKBOOK else "file-text"
            button.setIcon(icon(kind, QColor(look.muted)))
        for path in self._journeys:
            self._show_picture(path)

    def draw_examples(self) -> None:
        """Draw the examples one after the other, once the page itself is seen: this loads what maps are drawn with."""
        from journey_editor import storage
        from journey_editor.model import JourneyError

        left = [path for path in self.example_buttons if path not in self._journeys]
        if not left or not self.isVisible():
            return
        try:
            self._journeys[left[0]] = storage.load(left[0])
        except JourneyError:
            self.example_buttons.pop(left[0]).hide()
        else:
            self._show_picture(left[0])
        QTimer.singleShot(0, self, self.draw_examples)

    def _show_picture(self, path: Path) -> None:
        button = self.example_buttons[path]
        journey = self._journeys[path]
        button.setIcon(QIcon(thumbnail(journey, _CARD, self.devicePixelRatioF(), self.look)))
        title = journey.info.title or path.stem
        button.setText(button.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _CARD.width()))
        button.setToolTip(title)
        button.setAccessibleName(self.tr("Example: {title}").format(title=title))
