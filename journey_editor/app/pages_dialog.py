"""The pages of a map as they will be: on which paper, which way round, by which printer or as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtWidgets import (
    QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget)

from journey_editor.drawing.icons import icon
from journey_editor.drawing.picture import Picture
from journey_editor.publish.pages import PAPERS, OnePage, Pages

from .pages_view import PagesView
from .settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TURNED = {"portrait": QPageLayout.Orientation.Portrait, "landscape": QPageLayout.Orientation.Landscape}
_SIDE = 230


def ask_pages(picture: Picture, settings: Settings, parent: QWidget, *,
              printing: bool) -> tuple[Pages | OnePage, QPrinter | None] | None:
    """Show the pages; return them with the printer that is to print them, None for a PDF, or None if neither is."""
    dialog = PagesDialog(picture, settings, parent, printing=printing)
    accepted = dialog.exec()
    chosen = dialog.pages, dialog.chosen_printer() if dialog.to_printer else None
    dialog.deleteLater()
    if not accepted:
        return None
    settings.pages = dialog.paper.currentData(), dialog.turned.currentData()
    return chosen


def usual_paper() -> str:
    """Return the paper that most people use where the user is."""
    inches = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "Letter" if inches else "A4"


class PagesDialog(QDialog):
    """A preview of `pages` beside what they are made with. `to_printer` tells what it was left with."""

    def __init__(self, picture: Picture, settings: Settings, parent: QWidget | None = None, *, printing: bool) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setWindowTitle(self.tr("Print") if printing else self.tr("Export to PDF"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._picture = picture
        self.to_printer = False
        self.view = PagesView(self)
        self.view.turned.connect(self._show_number)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        shown = QVBoxLayout()
        shown.addWidget(self.view, 1)
        shown.addLayout(self._flipper())
        row.addLayout(shown, 1)
        row.addLayout(self._choices(settings, printing))
        self.resize(980, 680)
        self._lay_out()
        self.paper.currentIndexChanged.connect(self._lay_out)
        self.turned.currentIndexChanged.connect(self._lay_out)

    # -- making ------------------------------------------------------------------------------------------------------

    def _flipper(self) -> QHBoxLayout:
        """Return what leads from page to page."""
        self.back, self.forth = QToolButton(self), QToolButton(self)
        ink = self.palette().color(self.foregroundRole())
        for button, sign, words, by in ((self.back, "chevron-left", self.tr("Previous page"), -1),
                                        (self.forth, "chevron-right", self.tr("Next page"), 1)):
            button.setIcon(icon(sign, ink))
            button.setIconSize(QSize(18, 18))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, by=by: self.view.go_to(self.view.current + by))
        self.number = QLabel(self)
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self.back, self.number, self.forth):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _choices(self, settings: Settings, printing: bool) -> QVBoxLayout:
        """Return what the pages are made with, and the buttons."""
        paper, turned = settings.pages
        self.paper = self._combo([(name, name) for name in PAPERS])
        if not printing:
            self.paper.insertItem(0, self.tr("One page as large as the map"), "")
        elif paper not in PAPERS:
            paper = usual_paper()
        self.turned = self._combo([("", self.tr("Automatic")), ("portrait", self.tr("Portrait")),
                                   ("landscape", self.tr("Landscape"))])
        self.paper.setCurrentIndex(max(self.paper.findData(paper), 0))
        self.turned.setCurrentIndex(max(self.turned.findData(turned), 0))
        column = QVBoxLayout()
        column.setSpacing(4)
        self._add(column, self.tr("&Paper:"), self.paper)
        self._add(column, self.tr("&Orientation:"), self.turned)
        if printing:
            self._add_printers(column)
        column.addStretch(1)
        column.addLayout(self._buttons(printing))
        return column

    def _add_printers(self, column: QVBoxLayout) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        names = QPrinterInfo.availablePrinterNames()
        self.printer = self._combo([(name, name) for name in names])
        self.printer.setCurrentIndex(max(self.printer.findData(QPrinterInfo.defaultPrinterName()), 0))
        self.copies = QSpinBox(self)
        self.copies.setRange(1, 999)
        if names:
            self._add(column, self.tr("P&rinter:"), self.printer)
            self._add(column, self.tr("&Copies:"), self.copies)
            return
        self.printer.hide()
        self.copies.hide()
        self.message = QLabel(
            self.tr("There is no printer on this computer, but the pages can be saved as a PDF."), self)
        self.message.setWordWrap(True)
        column.addWidget(self.message)

    def _buttons(self, printing: bool) -> QVBoxLayout:
        save = QPushButton(self.tr("Save as PDF…"), self)
        save.setObjectName("save")
        save.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        buttons = [save, cancel]
        if printing:
            go = QPushButton(self.tr("Print"), self)
            go.setObjectName("print")
            go.setEnabled(self.printer.count() > 0)
            go.clicked.connect(self._accept_printer)
            buttons.insert(0, go)
        first = next(button for button in buttons if button.isEnabled())
        first.setDefault(True)
        first.setFocus()
        column = QVBoxLayout()
        column.setSpacing(8)
        for button in buttons:
            column.addWidget(button)
        return column

    def _combo(self, choices: list[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setFixedWidth(_SIDE)
        for value, words in choices:
            combo.addItem(words, value)
        return combo

    def _add(self, column: QVBoxLayout, words: str, widget: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)
        column.addSpacing(12)

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Make the pages anew, and show them."""
        paper, turned = self.paper.currentData(), self.turned.currentData()
        self.turned.setEnabled(bool(paper))
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.pages: Pages | OnePage = (Pages(self._picture, paper, _TURNED.get(turned)) if paper
                                       else OnePage(self._picture))
        self.view.show_pages(self.pages)
        QGuiApplication.restoreOverrideCursor()

    def _show_number(self, page: int) -> None:
        pages = len(self.pages)
        self.number.setText(self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages))
        self.back.setEnabled(page > 0)
        self.forth.setEnabled(page < pages - 1)

    def _accept_printer(self) -> None:
        self.to_printer = True
        self.accept()

    def chosen_printer(self) -> QPrinter:
        """Return the chosen printer, set up for the pages."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        printer = QPrinter(QPrinterInfo.printerInfo(self.printer.currentData()), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._picture.journey.info.title)
        printer.setPageLayout(self.pages.layout)
        printer.setCopyCount(self.copies.value())
        return printer
