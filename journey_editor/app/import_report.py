"""What is shown after an import: where the map was found, what each label became, what was guessed, what was left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView, QDialog, QDialogButtonBox, QFrame, QHeaderView, QLabel, QPushButton, QScrollArea, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

from journey_editor.exchange import concepts
from journey_editor.model import Sentence
from journey_editor.panels import words

from .translation import translated

if TYPE_CHECKING:
    from journey_editor.exchange import ImportReport

translate = QCoreApplication.translate


def meaning(concept: str) -> str:
    """Return what a row or column of the table became."""
    if concept in concepts.TOUCHPOINT_FIELDS:
        return words.heading(concepts.TOUCHPOINT, concepts.TOUCHPOINT_FIELDS[concept].name)
    type_ = {concepts.SUBSTAGE: concepts.STAGE, concepts.STEP: concepts.TOUCHPOINT}.get(concept, concept)
    if type_ in (concepts.STAGE, concepts.TOUCHPOINT, concepts.FLOW, *concepts.LISTS):
        return words.group_name(type_)
    return {
        concepts.PERSONA: translate("ImportReport", "Persona of each journey"),
        concepts.NUMBER: translate("ImportReport", "Left out: only numbers"),
    }.get(concept, translate("ImportReport", "Kept as a lane"))


class ImportReportDialog(QDialog):
    """Shows an import report; all of it can be copied as text."""

    def __init__(self, report: ImportReport, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._file = file
        self.setObjectName("import_report")
        self.setWindowTitle(self.tr("What was imported from the workbook"))
        self.setSizeGripEnabled(True)
        self.page = QWidget(self)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self._fill(column)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 18, 10, 14)
        outer.setSpacing(12)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._buttons())
        self.resize(560, min(self.page.sizeHint().height() + 110, 640))

    def text(self) -> str:
        """Return the whole report as plain text."""
        return "\n".join([self._file, *(translated(line) for line in self._report.lines())])

    def _fill(self, column: QVBoxLayout) -> None:
        lines = [translated(line) for line in self._report.lines()]
        head = QLabel(self._file, self)
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        head.setFont(font)
        column.addWidget(head)
        for text in lines[:2]:
            column.addWidget(self._line(text))
        labels = [(label, concept) for label, concept in self._report.labels if label]
        if labels:
            column.addSpacing(8)
            column.addWidget(self._table(labels))
        self._section(column, self.tr("What was guessed"), self._report.guesses)
        self._section(column, self.tr("What was not imported"), self._report.unread)
        if not self._report.unread:
            column.addSpacing(6)
            column.addWidget(self._line(self.tr("Everything in the table was imported.")))

    def _line(self, text: str) -> QLabel:
        line = QLabel(text, self)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line

    def _section(self, column: QVBoxLayout, heading: str, lines: Sequence[Sentence]) -> None:
        if not lines:
            return
        column.addSpacing(10)
        label = QLabel(heading, self)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(label)
        for line in lines:
            column.addWidget(self._line(translated(line)))

    def _table(self, labels: Sequence[tuple[str, str]]) -> QTableWidget:
        table = QTableWidget(len(labels), 2, self)
        table.setObjectName("labels")
        table.setAccessibleName(self.tr("What each label became"))
        table.setHorizontalHeaderLabels([self.tr("In the workbook"), self.tr("In the journey")])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for row, (label, concept) in enumerate(labels):
            for at, text in enumerate((" ".join(label.split()), meaning(concept))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, at, item)
        rows = sum(table.rowHeight(row) for row in range(len(labels)))
        table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth())
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.copier = QPushButton(self.tr("Copy"), self)
        self.copier.clicked.connect(self._copy)
        buttons.addButton(self.copier, QDialogButtonBox.ButtonRole.ResetRole)
        self.closer = QPushButton(self.tr("Close"), self)
        self.closer.setObjectName("close")
        self.closer.setDefault(True)
        self.closer.clicked.connect(self.accept)
        buttons.addButton(self.closer, QDialogButtonBox.ButtonRole.AcceptRole)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self._copy)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
