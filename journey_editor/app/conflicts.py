"""What both sides changed, side by side, to be settled before anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView, QButtonGroup, QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QRadioButton,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)

from journey_editor.drawing.text import BODY, wrap
from journey_editor.model import RECORD_TYPES, Journey, Record
from journey_editor.model.merge import Conflict, Side
from journey_editor.model.records import text_of
from journey_editor.panels import words

from .questions import accept_and_cancel

_SIDES: tuple[Side, Side] = ("ours", "theirs")
_COLUMN = 150.0


class ConflictsDialog(QDialog):
    """A row a conflict: what it is, what was sent out, what stands here, what comes back, and a choice between these.

    `choices` has a side for the `key` of each conflict once the dialog is accepted, which it can be when all are made.
    """

    def __init__(self, conflicts: Sequence[Conflict], journey: Journey, file: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflicts")
        self.setWindowTitle(self.tr("Changed on both sides"))
        self.setSizeGripEnabled(True)
        self.resize(860, 460)
        self._conflicts = list(conflicts)
        self._journey = journey
        self._groups: list[QButtonGroup] = []
        question = QLabel(self.tr("The following were changed both here and in “{file}” since it was exported. Nothing "
                                  "is changed until you have chosen a version of each.").format(file=file))
        question.setWordWrap(True)
        self._table = self._make_table()
        buttons, self._merge = accept_and_cancel(self, self.tr("Merge"), self.tr("Cancel"))
        self._merge.setObjectName("merge")
        self._merge.setProperty("main", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(question)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._row_for_all())
        layout.addWidget(buttons)
        self._show_what_is_left()

    @property
    def choices(self) -> dict[tuple[str, str | None], Side]:
        """The side chosen for each conflict so far, by its key."""
        return {conflict.key: _SIDES[group.checkedId()]
                for conflict, group in zip(self._conflicts, self._groups, strict=True) if group.checkedId() >= 0}

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._conflicts), 4, self)
        table.setObjectName("table")
        table.setHorizontalHeaderLabels([
            self.tr("Item"), self.tr("As exported"), self.tr("Here"), self.tr("In the file")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, conflict in enumerate(self._conflicts):
            what = QTableWidgetItem(self._what(conflict))
            before = QTableWidgetItem(_short(text_of(conflict.base)) if isinstance(conflict.base, Record)
                                      else self._shown(conflict, conflict.base))
            before.setForeground(self.palette().brush(QPalette.ColorRole.PlaceholderText))
            table.setItem(row, 0, what)
            table.setItem(row, 1, before)
            group = QButtonGroup(self)
            for side, name in enumerate(_SIDES):
                # A radio button breaks no lines of its own accord.
                lines = wrap(self._shown(conflict, getattr(conflict, name)), BODY, _COLUMN)
                button = QRadioButton("\n".join(lines))
                button.setObjectName(f"{name}_{row}")
                button.setAccessibleName(f"{self._what(conflict)}: {' '.join(lines)}")
                group.addButton(button, side)
                table.setCellWidget(row, 2 + side, button)
            group.idClicked.connect(self._show_what_is_left)
            self._groups.append(group)
        table.resizeRowsToContents()
        return table

    def _row_for_all(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._left = QLabel(self)
        row.addWidget(self._left, 1)
        for side, text in enumerate((self.tr("Use all from here"), self.tr("Use all from the file"))):
            button = QPushButton(text, self)
            button.setObjectName(f"all_{_SIDES[side]}")
            button.clicked.connect(lambda _checked=False, side=side: self._choose_all(side))
            row.addWidget(button)
        return row

    def _choose_all(self, side: int) -> None:
        for group in self._groups:
            group.button(side).setChecked(True)
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        left = len(self._conflicts) - len(self.choices)
        self._left.setText(self.tr("%n conflicts are not resolved yet.", None, left) if left else
                           self.tr("All conflicts are resolved."))
        self._merge.setEnabled(not left)

    # -- words -------------------------------------------------------------------------------------------------------

    def _what(self, conflict: Conflict) -> str:
        record = next((one for one in (self._journey.get(conflict.id), conflict.ours, conflict.theirs, conflict.base)
                       if isinstance(one, Record)), None)
        if record is None:
            return conflict.field or ""
        name = f"{words.type_name(record.type)} “{_short(text_of(record)) or words.untitled(record.type)}”"
        return name if conflict.field is None else f"{name}\n{words.heading(record.type, conflict.field)}"

    def _shown(self, conflict: Conflict, value: Any) -> str:
        """Return a value as people read it: ids by their titles, closed sets by their words."""
        if isinstance(value, Record):
            return self._shown_record(conflict, value)
        if isinstance(value, str):
            return self._shown_text(conflict, value)
        if value is None:
            return self.tr("Deleted") if conflict.field is None else self.tr("(none)")
        if isinstance(value, bool):
            return words.word("yes" if value else "no")
        if isinstance(value, tuple):
            return ", ".join(self._shown(conflict, one) for one in value) or self.tr("(none)")
        return f"{value:.10g}" if isinstance(value, (int, float)) else str(value)

    def _shown_record(self, conflict: Conflict, record: Record) -> str:
        if record != conflict.base:
            return self.tr("Changed: {title}").format(title=_short(text_of(record)))
        if conflict.ours is None or conflict.theirs is None:
            # One side deleted it; the other, which left it as it was, attached something to it.
            return self.tr("Unchanged, but with something new added to it")
        return self.tr("Unchanged")

    def _shown_text(self, conflict: Conflict, text: str) -> str:
        known = self._journey.get(text)
        if known is not None:
            return _short(text_of(known))
        if conflict.field and text in _choices(conflict.field):
            return words.choice_name(conflict.field, text)
        return _short(text) or self.tr("(empty)")


def _choices(field: str) -> set[str]:
    """Return the values of a closed set; none where the field is no such set."""
    return {value for cls in RECORD_TYPES.values() for spec in cls.specs if spec.name == field
            for value in spec.choices}


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:159] + "…"
