"""The simple fields of a form: text, numbers, choices, flags. Each shows one value, or that the records differ."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from journey_editor.model import JourneyError, Sentence

from .growing import GrowingEdit
from .words import several_values, translate

SEVERAL = object()
"""Stands for the value of a field in which the selected records differ."""

Update = Callable[[Any], Any]
"""What a field commits: takes a record's value and returns the new one."""


def number_text(value: float, factor: float = 1) -> str:
    """Return a number without needless decimals."""
    text = f"{value * factor:.10g}"
    if math.isinf(float(text)):  # the largest numbers, rounded up
        text = repr(value * factor)
    return text.replace("-", "\N{MINUS SIGN}")


def parse_number(text: str) -> float | None:
    """Return the number that a person wrote (point or comma, a percent sign is ignored), or None if it is none."""
    plain = text.replace("\N{MINUS SIGN}", "-").replace(",", ".").replace("%", "").replace(" ", "").replace("\xa0", "")
    try:
        value = float(plain)
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def read_number(text: str, low: float, high: float, *, whole: bool = False) -> float:
    """Return the number that a person wrote; raise `JourneyError` if it is none, or none from `low` to `high`."""
    number = parse_number(text)
    if number is not None and low <= number <= high and not (whole and number != int(number)):
        return number
    if math.isinf(high):
        raise JourneyError(Sentence("panels", "“{text}” is not a number.", text=text))
    least, most = number_text(low), number_text(high)
    if whole:
        raise JourneyError(Sentence("panels", "“{text}” is not a whole number from {low} to {high}.",
                                    text=text, low=least, high=most))
    raise JourneyError(Sentence("panels", "“{text}” is not a number from {low} to {high}.",
                                text=text, low=least, high=most))


class Field(QWidget):
    """One field of a form. `committed(Update)` carries what the user did; `refused(Sentence)` why it makes no sense."""

    committed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: Any = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def load(self, values: Iterable[Any]) -> None:
        """Show one value per selected record. What is being typed stays, unless the value itself has changed."""
        distinct = list(dict.fromkeys(values))
        value = distinct[0] if len(distinct) == 1 else SEVERAL
        if value is not self.value and value != self.value:
            self.value = value
            self.show_value()
        elif self.pending() is None:
            self.show_value()

    def show_value(self) -> None:
        """Show `self.value`."""
        raise NotImplementedError

    def pending(self) -> Update | None:
        """Return what was typed and not committed yet, or None; raise `JourneyError` if it makes no sense."""
        return None

    def commit(self) -> None:
        """Commit what was typed."""

    def name_parts(self, name: str) -> None:
        """Tell screen readers what the field is called."""
        self.target().setAccessibleName(name)

    def target(self) -> QWidget:
        """Return the widget that takes the focus for this field."""
        return self


class LineField(Field):
    """A line of text. Enter or leaving commits, Esc takes back; `completions` offers what the journey has already."""

    def __init__(self, completions: Callable[[], Iterable[str]] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self.several = several_values()
        self.row.addWidget(self.edit)
        self._completions = completions
        self._words = QStringListModel(self.edit)
        if completions is not None:
            completer = QCompleter(self._words, self.edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.edit.setCompleter(completer)
        self.edit.editingFinished.connect(self.commit)
        self.edit.installEventFilter(self)

    def text_of(self, value: Any) -> str:
        """Return what the line shows for a value."""
        return value

    def show_value(self) -> None:
        """Show `self.value`."""
        several = self.value is SEVERAL
        text = "" if several else self.text_of(self.value)
        self.edit.setPlaceholderText(self.several if several else "")
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        self.edit.setModified(False)
        self.edit.setToolTip(text if "\n" in text or len(text) > 24 else "")

    def pending(self) -> Update | None:
        """Return what was typed and not committed yet, or None."""
        text = self.edit.text()
        if not self.edit.isModified() or (self.value is not SEVERAL and text == self.text_of(self.value)):
            return None
        return lambda _old: text

    def commit(self) -> None:
        """Commit what was typed."""
        update = self.pending()
        self.edit.setModified(False)
        if update is not None:
            self.committed.emit(update)

    def target(self) -> QWidget:
        """Return the line edit."""
        return self.edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusIn and self._completions is not None:
            words = sorted({word for word in self._completions() if word}, key=str.casefold)
            self._words.setStringList(words)
        return _takes_back(self, event, self.edit.isModified()) or super().eventFilter(watched, event)


class NumberField(LineField):
    """A number or nothing. `factor` is what one unit of the record is in the line (100 where it shows percent)."""

    def __init__(self, low: float, high: float, *, factor: float = 1, whole: bool = False, empty: float | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._low, self._high = low, high
        self._factor = factor
        self._whole = whole
        self._empty = empty

    def text_of(self, value: Any) -> str:
        """Return what the line shows for a value."""
        return "" if value is None else number_text(value, self._factor)

    def commit(self) -> None:
        """Commit the number, or say why it is none and show the old one."""
        update = self.pending()
        self.edit.setModified(False)
        if update is None:
            return
        text = update(None).strip()
        if not text:
            self.committed.emit(lambda _old: self._empty)
            return
        try:
            number = read_number(text, self._low, self._high, whole=self._whole)
        except JourneyError as error:
            self.show_value()
            self.refused.emit(error.sentence)
            return
        value = number if self._factor == 1 else number / self._factor
        self.committed.emit(lambda _old: value)


class TextField(Field):
    """Text of several lines that grows with what stands in it. Tab moves on; with `one_line`, Enter commits."""

    def __init__(self, most_lines: int, *, one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self.edit = GrowingEdit(1 if one_line else 2, most_lines, self)
        self.edit.installEventFilter(self)
        self.row.addWidget(self.edit)

    def show_value(self) -> None:
        """Show `self.value`."""
        several = self.value is SEVERAL
        self.edit.setPlaceholderText(several_values() if several else "")
        text = "" if several else self.value
        if self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
        self.edit.document().setModified(False)

    def pending(self) -> Update | None:
        """Return what was typed and not committed yet, or None."""
        text = self.edit.toPlainText()
        if not self.edit.document().isModified() or (self.value is not SEVERAL and text == self.value):
            return None
        return lambda _old: text

    def commit(self) -> None:
        """Commit what was typed."""
        update = self.pending()
        self.edit.document().setModified(False)
        if update is not None:
            self.committed.emit(update)

    def target(self) -> QWidget:
        """Return the text edit."""
        return self.edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in (
                Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._ends_typing(event):
            self.commit()
            return True
        return _takes_back(self, event, self.edit.document().isModified()) or super().eventFilter(watched, event)

    def _ends_typing(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return control or (self._one_line and not shift)


def _takes_back(field: Field, event: QEvent, typed: bool) -> bool:
    """Return whether the event was Esc after something was typed; the field then shows its value again."""
    if not typed or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
        return False
    if event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() == QEvent.Type.KeyPress:
        field.show_value()
        return True
    return False


class ChoiceField(Field):
    """One of a closed set of values, or none of them."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(5)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        for value, word in choices:
            self.box.addItem(word, value)
        self.box.activated.connect(self._choose)
        self.row.addWidget(self.box)

    def show_value(self) -> None:
        """Show `self.value`."""
        several = self.value is SEVERAL
        with QSignalBlocker(self.box):
            self.box.setPlaceholderText(several_values() if several else "")
            self.box.setCurrentIndex(-1 if several else self.box.findData(self.value))

    def target(self) -> QWidget:
        """Return the combo box."""
        return self.box

    def _choose(self, index: int) -> None:
        value = self.box.itemData(index)
        if self.value is SEVERAL or value != self.value:
            self.committed.emit(lambda _old: value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # Turning the wheel over a form scrolls the form; it must never change what it passes over.
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class FlagField(Field):
    """Yes or no. The words stand beside the box."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words, self)
        self.box.clicked.connect(self._choose)
        self.row.addWidget(self.box)

    def show_value(self) -> None:
        """Show `self.value`."""
        several = self.value is SEVERAL
        self.box.setTristate(several)
        state = Qt.CheckState.Checked if self.value else Qt.CheckState.Unchecked
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if several else state)
        self.box.setToolTip(several_values() if several else "")

    def target(self) -> QWidget:
        """Return the check box."""
        return self.box

    def _choose(self) -> None:
        value = self.value is SEVERAL or not self.value
        self.committed.emit(lambda _old: value)


def none_word() -> str:
    """Return what stands for no value in a list of choices."""
    return translate("Words", "(none)")
