"""How a workbook is to look: one of our styles, as another workbook, or a template that is filled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup, QCheckBox, QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy,
    QToolButton, QVBoxLayout, QWidget)

from journey_editor.drawing.icons import icon

from .file_filters import all_files, workbook_filter
from .questions import accept_and_cancel
from .translation import translated
from .workbook_check import HOUSE, TEMPLATE, WorkbookCheck

if TYPE_CHECKING:
    from journey_editor.exchange import Style

    from .settings import Settings

_PREVIEW = QSize(132, 84)
_TYPING_MS = 400
"""How long nothing must be typed before the file of that name is looked at."""


class ExportOptions(NamedTuple):
    """What was chosen: a style's name, or the workbook that it is taken from, or a template; and the picture."""

    style: str = "classic"
    house: Path | None = None
    template: Path | None = None
    picture: bool = True


def ask_export_options(settings: Settings, parent: QWidget) -> ExportOptions | None:
    """Ask how a workbook is to look, beginning with what was chosen last; return None where the user does not go on."""
    dialog = ExportDialog(settings, parent)
    accepted, options = dialog.exec(), dialog.options()
    dialog.deleteLater()
    if not accepted:
        return None
    settings.export = dialog.chosen, dialog.files[HOUSE], dialog.files[TEMPLATE], options.picture
    return options


class ExportDialog(QDialog):
    """Shows the looks side by side. `chosen` is a style's name, `HOUSE` or `TEMPLATE`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from journey_editor.exchange import STYLES

        self.setObjectName("export_options")
        self.setWindowTitle(self.tr("Export to Excel"))
        self._settings = settings
        self._looks = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        names = {"classic": self.tr("Classic"), "plain": self.tr("Plain"), "fresh": self.tr("Fresh")}
        for name, style in STYLES.items():
            row.addWidget(self._look(name, names.get(name, name), style))
        row.addWidget(self._look(HOUSE, self.tr("From a workbook…"), "Aa"))
        row.addWidget(self._look(TEMPLATE, self.tr("Fill a template…"), "{{…}}"))
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.picture = QCheckBox(self.tr("Add a picture of the map on a separate sheet"), self)
        buttons, self.go = accept_and_cancel(self, self.tr("Export…"), self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addLayout(self._file_rows())
        column.addWidget(self.picture)
        column.addStretch(1)
        column.addWidget(buttons)
        self._begin()

    def _file_rows(self) -> QVBoxLayout:
        """Return where a workbook is chosen, and the message about it."""
        self.file = QLineEdit(self)
        self.file.setAccessibleName(self.tr("Workbook"))
        self.file.textEdited.connect(self._take_file)
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.clicked.connect(self._choose_file)
        self._sign, self.message = QLabel(self), QLabel(self)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._check = WorkbookCheck(self)
        self._check.found.connect(self._show_ready)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._show_ready)
        for widget in self.file, self.browse:
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        files = QHBoxLayout()
        files.addWidget(self.file, 1)
        files.addWidget(self.browse)
        message_row = QHBoxLayout()
        message_row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        message_row.addWidget(self.message, 1)
        rows = QVBoxLayout()
        rows.addLayout(files)
        rows.addLayout(message_row)
        return rows

    def _begin(self) -> None:
        chosen, house, template, picture = self._settings.export
        self.picture.setChecked(picture)
        self.files = {kind: file if Path(file).is_file() else ""
                      for kind, file in ((HOUSE, house), (TEMPLATE, template))}
        if chosen not in self._buttons or not self.files.get(chosen, "-"):
            chosen = "classic"
        self._buttons[chosen].setChecked(True)
        self._buttons[chosen].setFocus()
        self._looks.buttonToggled.connect(lambda _button, on: self._show_chosen() if on else None)
        self._show_chosen()

    def _look(self, name: str, words: str, style: Style | str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIcon(QIcon(_preview(style, self.palette().color(self.foregroundRole()), self.devicePixelRatioF())))
        button.setIconSize(_PREVIEW)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._looks.addButton(button)
        self._buttons[name] = button
        return button

    @property
    def chosen(self) -> str:
        """The name of what is chosen."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.hint.setText({
            HOUSE: self.tr("Takes fonts, colours, widths, logo, page set-up, header and footer from this workbook:"),
            TEMPLATE: self.tr("Fills the placeholders, such as {{stage}}, of this workbook:"),
        }.get(chosen, self.tr("The map as a table, its details, charts, and all fields as data that can be edited in "
                              "Excel and read back.")))
        of_file = chosen in (HOUSE, TEMPLATE)
        self.file.setVisible(of_file)
        self.browse.setVisible(of_file)
        self.file.setText(self.files.get(chosen, ""))
        self.picture.setEnabled(chosen != TEMPLATE)
        self._show_ready()

    def _show_ready(self) -> None:
        """Let go on what can be used, and say of a workbook why it cannot."""
        file = self.files.get(self.chosen)
        finding = self._check.finding(self.chosen, Path(file)) if file else None
        self.go.setEnabled(file is None or finding is not None and finding.usable)
        words = translated(finding.remark) if finding is not None and finding.remark is not None else ""
        if file and finding is None:
            words = self.tr("Checking the workbook…")
        self._show_message(words, problem=finding is not None and finding.remark is not None)

    def _show_message(self, words: str, *, problem: bool) -> None:
        self.message.setText(words)
        self.file.setAccessibleDescription(words)
        ink = self.palette().color(self.foregroundRole())
        sign = icon("triangle-alert" if problem else "info", ink).pixmap(QSize(16, 16), self.devicePixelRatioF())
        self._sign.setPixmap(sign if words else QPixmap())

    def _take_file(self, text: str) -> None:
        self.files[self.chosen] = text.strip().strip('"')
        # Not yet looked at.
        self.go.setEnabled(False)
        self._typing.start()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a workbook"), self._settings.folder)
        dialog.setObjectName("choose_workbook")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([workbook_filter(), all_files()])
        accepted, chosen = dialog.exec(), dialog.selectedFiles()
        dialog.deleteLater()
        if accepted and chosen:
            self.files[self.chosen] = chosen[0]
            self._show_chosen()

    def done(self, result: int) -> None:
        """Close, once nothing is looked at any more."""
        self._typing.stop()
        self._check.stop()
        super().done(result)

    def options(self) -> ExportOptions:
        """Return what is chosen now."""
        chosen = self.chosen
        file = Path(self.files[chosen]) if chosen in self.files else None
        return ExportOptions("classic" if file else chosen, file if chosen == HOUSE else None,
                             file if chosen == TEMPLATE else None, self.picture.isChecked())


def _preview(style: Style | str, ink: QColor, ratio: float) -> QPixmap:
    """Return a small drawing of a map in a style, or of a sheet with a text on it."""
    made = QPixmap(_PREVIEW * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    sheet = QRectF(0.5, 0.5, _PREVIEW.width() - 1, _PREVIEW.height() - 1)
    if isinstance(style, str):
        ink.setAlphaF(0.45)
        painter.setPen(ink)
        painter.drawRect(sheet)
        font = painter.font()
        font.setPixelSize(26)
        painter.setFont(font)
        painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, style)
    else:
        _draw_style(painter, sheet, style)
    painter.end()
    return made


def _draw_style(painter: QPainter, sheet: QRectF, style: Style) -> None:
    def box(x: float, y: float, width: float, height: float, fill: str | None, line: str | None = None) -> None:
        painter.setPen(QColor(f"#{line}") if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(f"#{fill}") if fill else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(sheet.left() + x, sheet.top() + y, width, height))

    box(0, 0, sheet.width(), sheet.height(), "FFFFFF", style.line)
    box(6, 6, sheet.width() - 12, 13, style.title.fill)
    box(10, 10, 46, 5, style.title.ink)
    heading, body = (style.header,) * 4, (style.label, style.body, style.body, style.body)
    for top, height, line, row, striped in ((23, 13, style.gap, heading, False), (36, 18, style.line, body, False),
                                            (54, 18, style.line, body, True)):
        for column, dress in enumerate(row):
            left, width = (6, 25) if column == 0 else (31 + (column - 1) * 31.5, 31.5)
            box(left, top, width, height, style.stripe if striped and column else dress.fill, line)
            for k in range(2 if dress is style.body else 1):
                box(left + 4, top + 5 + k * 6, width * (0.6 - 0.15 * k), 2.5, dress.ink)
