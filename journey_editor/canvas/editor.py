"""Typing on the map: a real text widget laid over what is being renamed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journey_editor.drawing.looks import Look


class InPlaceEditor(QPlainTextEdit):
    """Enter commits, Shift+Enter breaks the line, Esc gives up, losing the focus commits.

    `committed(str, int)` carries the text and the key that ended the typing (0 for none); `cancelled()` nothing.
    """

    committed = Signal(str, int)
    cancelled = Signal()

    def __init__(self, parent: QWidget, box: QRect, text: str, font: QFont, look: Look) -> None:
        super().__init__(parent)
        self._done = False
        self._least = box.height()
        self.setObjectName("in_place_editor")
        self.setAccessibleName(self.tr("Text"))
        self.setFont(font)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(3)
        self.setStyleSheet(f"QPlainTextEdit {{ background: {look.card}; color: {look.text}; "
                           f"border: 2px solid {look.selection}; border-radius: 4px; }}")
        self.setPlainText(text)
        self.setGeometry(box.adjusted(-6, -6, 6, 6))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.selectAll()
        self.show()
        self._grow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self) -> None:
        lines = self.document().size().height()
        height = int(lines * self.fontMetrics().lineSpacing() + 14)
        self.resize(self.width(), max(self._least + 12, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """End the typing on Enter, Tab or Esc; everything else is typed."""
        key = event.key()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self._end(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._end(self.toPlainText(), key)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep keys such as Delete from window shortcuts while typing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.accept()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste plain text only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Commit, unless only a menu of the editor's own is open."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def commit(self) -> None:
        """End the typing with what stands there."""
        # What an input method is still composing belongs to the text.
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self._end(self.toPlainText())

    def _end(self, text: str | None, key: int = 0) -> None:
        if self._done:
            return
        self._done = True
        self.hide()
        if text is None:
            self.cancelled.emit()
        else:
            self.committed.emit(text.replace("\u2029", "\n").strip(), int(key))
        self.deleteLater()
