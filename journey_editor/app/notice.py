"""One sentence over the map: what was refused, what went wrong, what has been done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from journey_editor.drawing.icons import icon

_SHOWN_MS = 7000
_WIDEST = 640


class Notice(QFrame):
    """A sentence with a button to close it. An error stays until it is closed or another sentence comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAutoFillBackground(True)
        self._error = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 6, 8)
        row.setSpacing(10)
        self._sign = QLabel(self)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.closer = QToolButton(self)
        self.closer.setAutoRaise(True)
        self.closer.setToolTip(self.tr("Close"))
        self.closer.setAccessibleName(self.tr("Close"))
        self.closer.clicked.connect(self.hide)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(self.closer, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._around = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, "" where none is."""
        return "" if self.isHidden() else self.label.text()

    def show_message(self, text: str, *, error: bool = False) -> None:
        """Show a sentence."""
        self._error = error
        self.label.setText(text)
        self._paint_signs()
        self._place()
        self.show()
        self.raise_()
        self._timer.stop() if error else self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))

    def _paint_signs(self) -> None:
        palette = self.palette()
        ink = palette.color(QPalette.ColorRole.ToolTipText)
        self._sign.setPixmap(icon("triangle-alert" if self._error else "info", ink).pixmap(
            QSize(18, 18), self.devicePixelRatioF()))
        self.closer.setIcon(icon("x", ink))

    def _place(self) -> None:
        around = self._around
        width = min(_WIDEST, around.width() - 32)
        text = self.label.fontMetrics().horizontalAdvance(self.label.text())
        width = min(width, text + 110)
        self.resize(width, self.heightForWidth(width))
        self.move((around.width() - width) // 2, around.height() - self.height() - 20)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the middle of the window's foot."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow another look."""
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._paint_signs()
        super().changeEvent(event)
