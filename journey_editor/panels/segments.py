"""Fields of a few buttons in a row: scales from 1 to 5, the faces of emotion, colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from journey_editor.drawing.glyphs import paint_face
from journey_editor.drawing.looks import SERIES, window_look

from .fields import SEVERAL, Field, NumberField
from .words import emotion_name, several_values, translate, word


def painted(widget: QWidget, size: int, paint: Any) -> QIcon:
    """Return an icon that `paint(painter, box)` paints, sharp on the widget's screen; `size` is its side in pixels."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(1.5, 1.5, size - 3, size - 3))
    painter.end()
    return QIcon(pixmap)


@dataclass(frozen=True, slots=True)
class Option:
    """One button: its value, its words for the tooltip and for screen readers, and the text on it (or an icon)."""

    value: Any
    words: str
    text: str = ""


class Segments(QWidget):
    """Buttons of which at most one is pressed. One stop on the Tab way; the arrow keys move within."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[Option], *, icon_size: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = list(options)
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for option in options:
            button = QToolButton(self)
            button.setText(option.text)
            button.setToolTip(option.words)
            button.setAccessibleName(option.words)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setProperty("tight", icon_size > 0)  # for the window's style sheet
            if icon_size:
                button.setIconSize(QSize(icon_size, icon_size))
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked, value=option.value: self.chosen.emit(value))
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self.show_value(SEVERAL)

    def show_value(self, value: Any) -> None:
        """Press the button of a value; none where no button has it."""
        pressed = [option.value == value and value is not SEVERAL for option in self._options]
        stop = pressed.index(True) if True in pressed else 0
        for i, button in enumerate(self.buttons):
            button.setChecked(pressed[i])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if i == stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])

    def name_buttons(self, name: str) -> None:
        """Tell screen readers what the buttons choose, and each button's own words."""
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {button.toolTip()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QToolButton):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                at = self.buttons.index(watched) + step
                self.buttons[at % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


class ScaleField(Field):
    """A grade from 1 to 5; pressing the grade that is set takes it away."""

    def __init__(self, lowest: str, highest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {1: f"1 ({lowest})", 5: f"5 ({highest})"}
        self.segments = Segments([Option(i, words.get(i, str(i)), str(i)) for i in range(1, 6)], parent=self)
        self.segments.chosen.connect(self._choose)
        self._several = QLabel(self)
        self._several.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.row.addWidget(self.segments)
        self.row.addWidget(self._several, 1)

    def show_value(self) -> None:
        """Show `self.value`."""
        self.segments.show_value(self.value)
        self._several.setText(several_values() if self.value is SEVERAL else "")

    def name_parts(self, name: str) -> None:
        """Tell screen readers what each grade is a grade of."""
        self.segments.name_buttons(name)

    def target(self) -> QWidget:
        """Return the row of buttons."""
        return self.segments

    def _choose(self, value: int) -> None:
        new = None if value == self.value else value
        self.segments.show_value(self.value)
        self.committed.emit(lambda _old: new)


class EmotionField(Field):
    """An emotion as one of five faces with the word for it, or as an exact number from −2 to +2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments([Option(i, emotion_name(i)) for i in range(-2, 3)], icon_size=22, parent=self)
        self.segments.chosen.connect(self._choose)
        self.exact = NumberField(-2, 2, parent=self)
        self.exact.setFixedWidth(58)
        self.exact.several = "…"
        self.exact.edit.setToolTip(translate("Words", "The exact value, from −2 to +2"))
        self.exact.committed.connect(self.committed)
        self.exact.refused.connect(self.refused)
        self._word = QLabel(self)
        self._word.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        faces = QHBoxLayout()
        faces.addWidget(self.segments, 1)
        faces.addWidget(self.exact)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(faces)
        column.addWidget(self._word)
        self.row.addLayout(column)
        self._paint_faces()

    def _paint_faces(self) -> None:
        look = window_look()
        for value, button in zip(range(-2, 3), self.segments.buttons, strict=True):
            button.setIcon(painted(self, 22, lambda painter, box, value=value: paint_face(painter, box, value, look)))

    def load(self, values: Iterable[Any]) -> None:
        """Show one value per selected record."""
        values = list(values)
        super().load(values)
        self.exact.load(values)

    def show_value(self) -> None:
        """Show `self.value`; an exact value between two faces presses the nearer."""
        if self.value is None or self.value is SEVERAL:
            self.segments.show_value(SEVERAL)
            self._word.setText(several_values() if self.value is SEVERAL else translate("Words", "Not rated"))
        else:
            self.segments.show_value(max(-2, min(2, round(self.value))))
            self._word.setText(emotion_name(self.value))

    def name_parts(self, name: str) -> None:
        """Tell screen readers what the faces and the number are."""
        self.segments.name_buttons(name)
        self.exact.name_parts(translate("Words", "{field}, exact value").format(field=name))

    def pending(self) -> Any:
        """Return what was typed as the exact value and not committed yet, or None."""
        return self.exact.pending()

    def commit(self) -> None:
        """Commit what was typed as the exact value."""
        self.exact.commit()

    def target(self) -> QWidget:
        """Return the row of faces."""
        return self.segments

    def _choose(self, value: int) -> None:
        new = None if value == self.value else value
        self.show_value()
        self.committed.emit(lambda _old: new)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_faces()
        super().changeEvent(event)


class ColorField(Field):
    """A colour out of a row that goes well together, any other, or none of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [Option("", translate("Words", "No custom colour"))]
        options += [Option(color, color) for color in SERIES]
        options.append(Option(SEVERAL, translate("Words", "Another colour…")))
        self.segments = Segments(options, icon_size=16, parent=self)
        self.segments.chosen.connect(self._choose)
        self.row.addWidget(self.segments)

    def show_value(self) -> None:
        """Show `self.value`; the last button shows a colour that is not in the row."""
        other = self.value if self.value not in (SEVERAL, "", *SERIES) else None
        for color, button in zip(["", *SERIES, other], self.segments.buttons, strict=True):
            button.setIcon(painted(self, 16, lambda painter, box, color=color: self._swatch(painter, box, color)))
        self.segments.show_value(self.value)
        if other:
            self.segments.buttons[-1].setChecked(True)

    def _swatch(self, painter: QPainter, box: QRectF, color: str | None) -> None:
        faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(faint, 1.2))
        if color:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(box, 4, 4)
        elif color is None:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "…")
        else:
            painter.drawRoundedRect(box, 4, 4)
            painter.drawLine(box.bottomLeft(), box.topRight())

    def name_parts(self, name: str) -> None:
        """Tell screen readers what each colour is for."""
        self.segments.name_buttons(name)

    def target(self) -> QWidget:
        """Return the row of colours."""
        return self.segments

    def _choose(self, color: Any) -> None:
        if color is SEVERAL:
            start = QColor(self.value if isinstance(self.value, str) and self.value else SERIES[0])
            chosen = QColorDialog.getColor(start, self, word("color"))
            if not chosen.isValid():
                self.show_value()
                return
            color = chosen.name()
        self.show_value()
        self.committed.emit(lambda _old: color)
