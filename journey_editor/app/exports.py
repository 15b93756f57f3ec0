"""The document's way out: workbooks, tables and pictures for people who do not have this program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from journey_editor.files.kinds import (
    MACRO_WORKBOOK, PDF, PNG, SVG, WITH_MACROS, WORKBOOK, FileKind, kind_of, writable)
from journey_editor.files.progress import ProgressCallback
from journey_editor.model import Journey, JourneyError, Sentence

from .file_filters import filter_of
from .translation import translated

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from journey_editor.publish.pages import OnePage, Pages

    from .export_dialog import ExportOptions
    from .window import MainWindow


class Exports(QObject):
    """Asks where to and how, then writes beside the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._files = window.files
        self._document = window.document
        self._canvas = window.canvas

    def workbook(self) -> None:
        """Ask for a look and a name, and write the map and its data to an Excel workbook."""
        from .export_dialog import ask_export_options

        self._window.commit()
        options = ask_export_options(self._window.settings, self._window)
        if options is None:
            return
        # A template with macros makes workbooks with macros.
        kind = MACRO_WORKBOOK if options.template and kind_of(options.template) in WITH_MACROS else WORKBOOK
        path = self._ask("export_workbook", self.tr("Export to Excel"), [kind], may_exist=True)
        if path is None:
            return
        if not path.exists():
            self._write_workbook(path, options)
        elif options.template is not None:
            if self._ask_about(path, "replace", self.tr("Do you want to replace it?"), self.tr("Replace"),
                               destroys=True):
                self._write_workbook(path, options)
        else:
            from journey_editor.exchange import what_would_be_lost

            journey = self._document.journey.copy()
            self._window.jobs.run(self.tr("Reading {name}…").format(name=path.name),
                                  lambda progress: what_would_be_lost(path, journey),
                                  lambda lost: self._write_onto(path, options, lost),
                                  lambda error: self._files.failed.emit(error.sentence))

    def _write_onto(self, path: Path, options: ExportOptions, lost: list[Sentence]) -> None:
        """Ask about a workbook that is there already: whether it stays and how, not whether it is lost."""
        if lost:
            beside = self.tr("It is left as it is, and the map is written to a new workbook in the same folder.")
            may = self._ask_about(path, "beside", " ".join([*(translated(one) for one in lost), beside]),
                                  self.tr("Write a new workbook"))
        else:
            may = self._ask_about(
                path, "replace", self.tr("The sheets in it that Journey Editor created are replaced; anything written "
                                         "beside them and all other sheets are kept."),
                self.tr("Export into this workbook"))
        if may:
            self._write_workbook(path, options)

    def _write_workbook(self, path: Path, options: ExportOptions) -> None:
        journey = self._document.journey.copy()
        picture = None
        if options.picture and options.template is None:
            from journey_editor.publish.image_files import png_bytes

            # Here and not on a worker, as in picture().
            picture = png_bytes(journey, lanes=self._canvas.lanes, view=self._canvas.shape)
        self._write(path, lambda progress: _write_workbook(journey, path, options, picture, progress))

    def table(self) -> None:
        """Ask for a name and write the report's table as text."""
        path = self._ask("export_table", self.tr("Export a table"), writable("table"))
        if path is not None:
            journey = self._document.journey.copy()
            self._write(path, lambda progress: _write_file(journey, path, progress))

    def picture(self, kind: FileKind) -> None:
        """Ask for a name and write the map, laid out as it is shown, as a picture: of this kind, or of the other."""
        path = self._ask("export_picture", self.tr("Export a picture"), sorted((SVG, PNG), key=lambda one: one != kind))
        if path is None:
            return
        from journey_editor.publish.image_files import write_picture

        # Not on a worker: the fonts' measures that the picture is laid out with belong to this thread.
        if self._files.attempt(lambda: write_picture(self._document.journey, path, lanes=self._canvas.lanes,
                                                     view=self._canvas.shape)):
            self._written(path, [])

    def pdf(self) -> None:
        """Show the map on pages, and write them as a PDF under a name that is asked for."""
        self._show_pages(printing=False)

    def print(self) -> None:
        """Show the map on pages, and print them, or write them as a PDF."""
        self._show_pages(printing=True)

    def _show_pages(self, *, printing: bool) -> None:
        from journey_editor.files.disk import atomic_write
        from journey_editor.publish.image_files import pdf_bytes, picture_of

        from .pages_dialog import ask_pages

        self._window.commit()
        pictures: list[Any] = []
        if not self._files.attempt(lambda: pictures.append(picture_of(
                self._document.journey.copy(), self._canvas.lanes, self._canvas.shape))):
            return
        printed = ask_pages(pictures[0], self._window.settings, self._window, printing=printing)
        if printed is None:
            return
        pages, printer = printed
        if printer is not None:
            self.send(pages, printer)
            return
        path = self._ask("export_picture", self.tr("Save as PDF"), [PDF])
        if path is not None and self._files.attempt(lambda: atomic_write(path, pdf_bytes(pages))):
            self._written(path, [])

    def send(self, pages: Pages | OnePage, printer: QPrinter) -> None:
        """Print pages, and tell whether that was possible."""
        from journey_editor.publish.pages import paint_pages

        name = printer.printerName()

        def work() -> None:
            if not paint_pages(pages, printer):
                raise JourneyError(Sentence("app", "The printer “{name}” did not accept the pages.", name=name))

        if self._files.attempt(work):
            self._files.reported.emit(self.tr("Sent to the printer “{name}”").format(name=name))

    def _ask(self, name: str, title: str, kinds: Sequence[FileKind], *, may_exist: bool = False) -> Path | None:
        """Ask for the name of a file of one of these kinds, of the first unless another is chosen."""
        self._window.commit()
        filters = {filter_of(kind): kind for kind in kinds}
        dialog = self._files.dialog(name, title, list(filters))
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setOption(dialog.Option.DontConfirmOverwrite, may_exist)
        dialog.setDefaultSuffix(kinds[0].suffix[1:])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen].suffix[1:]))
        dialog.selectFile(self._files.safe_name() + kinds[0].suffix)
        return self._files.chosen(dialog)

    def _ask_about(self, path: Path, name: str, details: str, button: str, *, destroys: bool = False) -> bool:
        """Tell that a file is there already, and return whether the button was chosen and not Cancel."""
        from .questions import Role, ask

        role = Role.DestructiveRole if destroys else Role.AcceptRole
        return ask(self._window, name, self.tr("“{name}” already exists.").format(name=path.name), details,
                   [(name, button, role), ("cancel", self.tr("Cancel"), Role.RejectRole)]) == name

    def _write(self, path: Path, work: Any) -> None:
        self._window.jobs.run(
            self.tr("Writing {name}…").format(name=path.name), work, lambda remarks: self._written(path, remarks),
            lambda error: self._files.failed.emit(error.sentence))

    def _written(self, path: Path, remarks: list[Sentence]) -> None:
        words = [self.tr("Exported {name}").format(name=path.name), *(translated(sentence) for sentence in remarks)]
        self._files.reported.emit(" ".join(words))


def _write_file(journey: Journey, path: Path, progress: ProgressCallback) -> list[Sentence]:
    from journey_editor.exchange import write_file

    return write_file(journey, path, progress=progress)


def _write_workbook(journey: Journey, path: Path, options: ExportOptions, picture: bytes | None,
                    progress: ProgressCallback) -> list[Sentence]:
    from journey_editor.exchange import fill_template, read_house_style, style_named, write_workbook

    if options.template is not None:
        return fill_template(journey, options.template, path, progress=progress)
    style = read_house_style(options.house) if options.house is not None else style_named(options.style)
    return write_workbook(journey, path, style, picture, progress=progress)
