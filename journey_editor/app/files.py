"""New, open, import and save, with the questions that keep anything from being lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from journey_editor.document import Document
from journey_editor.files.errors import unknown_kind
from journey_editor.files.kinds import JOURNEY, WORKBOOK, kind_of, readable
from journey_editor.files.progress import ProgressCallback
from journey_editor.model import Journey, JourneyError, Sentence
from journey_editor.model.operations import new_journey

from .file_filters import all_files, filter_of, name_filter
from .jobs import Jobs, unexpected
from .settings import Settings

if TYPE_CHECKING:
    from journey_editor.exchange import ImportReport

Stamp = tuple[int, int]


def _save(journey: Journey, path: Path) -> None:
    from journey_editor import storage

    storage.save(journey, path)


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells whether a file was written anew, None where it cannot be seen."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size


class Files(QObject):
    """The document's way from and to files.

    `reported(str)` and `failed(Sentence)` are for the user; `opened()` comes after another journey is shown. `commit`
    is called before anything looks at the document, so that what is still being typed is part of it; `prepare` with
    what was read, beside the window, before it is shown.
    """

    reported = Signal(str)
    failed = Signal(object)
    opened = Signal()

    def __init__(self, window: QWidget, document: Document, settings: Settings, jobs: Jobs,
                 commit: Callable[[], None], prepare: Callable[[Journey], None], language: str) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._settings = settings
        self._jobs = jobs
        self._commit = commit
        self._prepare = prepare
        self._language = language
        self._stamp: Stamp | None = None
        self.suggested: Path | None = None

    @property
    def name(self) -> str:
        """What the journey is called: its file's name, else what it was imported from, else its title."""
        path = self._document.path or self.suggested
        return path.stem if path else self._document.journey.info.title or self.tr("Untitled")

    # -- new and open ------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin an empty journey."""
        if self.may_go():
            self._show(new_journey(language=self._language), None)

    def open(self) -> None:
        """Ask for a file and open it."""
        dialog = self.dialog("open_file", self.tr("Open"), [
            name_filter(self.tr("Journeys, workbooks and tables"), readable()), filter_of(JOURNEY), filter_of(WORKBOOK),
            name_filter(self.tr("Tables"), readable("table")), all_files()])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if path := self.chosen(dialog):
            self.open_path(path)

    def open_path(self, path: Path, sheet: str | None = None) -> None:
        """Open a journey, a workbook or a table; what is open stays where that is not possible or not wanted."""
        if self._jobs.busy:
            self.failed.emit(Sentence("app", "Please wait until the previous file is finished."))
            return
        kind = kind_of(path)
        if kind == JOURNEY:
            stamp = stamp_of(path)
            self._jobs.run(self.tr("Opening {name}…").format(name=path.name), lambda progress: self._load(path),
                           lambda journey: self._show_file(journey, path, stamp),
                           lambda error: self._not_opened(path, error))
            return
        if kind in readable():
            self._jobs.run(self.tr("Reading {name}…").format(name=path.name),
                           lambda progress: self._read(path, sheet, progress),
                           lambda read: self._show_workbook(read, path),
                           lambda error: self._not_opened(path, error))
        else:
            self.failed.emit(unknown_kind(path, tables=True))

    def open_example(self, path: Path) -> None:
        """Open a copy of an example: it gets a file of the user's own when it is saved."""
        self._jobs.run(self.tr("Opening {name}…").format(name=path.name), lambda progress: self._load(path),
                       lambda journey: self._show_copy(journey, path), lambda error: self.failed.emit(error.sentence))

    def _load(self, path: Path) -> Journey:
        # Only now: the window is painted before anything is read.
        from journey_editor import storage

        journey = storage.load(path)
        self._prepare(journey)
        return journey

    def _read(self, path: Path, sheet: str | None, progress: ProgressCallback) -> tuple[Journey, ImportReport]:
        from journey_editor.exchange import read_file

        read = read_file(path, sheet=sheet, progress=progress)
        self._prepare(read[0])
        return read

    def _show_copy(self, journey: Journey, path: Path) -> None:
        if self.may_go():
            self._show(journey, None, suggested=Path(self._settings.folder) / path.name)

    def _not_opened(self, path: Path, error: JourneyError) -> None:
        maps = getattr(error, "maps", None)
        if maps:
            from .choose_map import ChooseMapDialog

            dialog = ChooseMapDialog(maps, path.name, self._window)
            if dialog.exec():
                self.open_path(path, dialog.name)
            dialog.deleteLater()
            return
        if not path.exists():
            self._settings.drop_recent(path)
        self.failed.emit(error.sentence)

    def _show_file(self, journey: Journey, path: Path, stamp: Stamp | None) -> None:
        if self.may_go():
            self._show(journey, path, stamp=stamp)
            self._settings.add_recent(path)

    def _show_workbook(self, read: tuple[Journey, ImportReport], path: Path) -> None:
        journey, report = read
        if not self.may_go():
            return
        self._show(journey, None, saved=False, suggested=path.with_suffix(JOURNEY.suffix))
        self._settings.add_recent(path)
        from .import_report import ImportReportDialog

        dialog = ImportReportDialog(report, path.name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_recovered(self, journey: Journey, path: Path | None) -> None:
        """Show what an earlier session left: not saved yet, its file as it is on the disk."""
        self._show(journey, path, saved=False, stamp=stamp_of(path) if path else None)

    def _show(self, journey: Journey, path: Path | None, *, saved: bool = True, suggested: Path | None = None,
              stamp: Stamp | None = None) -> None:
        self.suggested = suggested
        self._stamp = stamp
        self._document.open(journey, path, saved=saved)
        self.opened.emit()

    # -- save --------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save under the journey's own name; ask for one where it has none. Return whether it is saved."""
        self._commit()
        path = self._document.path
        if path is None:
            return self.save_as()
        if self._stamp is not None and stamp_of(path) not in (None, self._stamp):
            from .questions import Role, ask

            answer = ask(self._window, "changed_on_disk",
                         self.tr("“{name}” was changed by another program.").format(name=path.name),
                         self.tr("Saving would replace those changes with yours."), [
                             ("save_as", self.tr("Save as…"), Role.AcceptRole),
                             ("replace", self.tr("Replace"), Role.DestructiveRole),
                             ("cancel", self.tr("Cancel"), Role.RejectRole)])
            if answer == "save_as":
                return self.save_as()
            if answer == "cancel":
                return False
        return self._save_to(path)

    def save_as(self) -> bool:
        """Ask for a name and save under it. Return whether it is saved."""
        self._commit()
        dialog = self.dialog("save_file", self.tr("Save as"), [filter_of(JOURNEY)])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(JOURNEY.suffix[1:])
        path = self._document.path or self.suggested
        if path is not None:
            dialog.setDirectory(str(path.parent))
        dialog.selectFile((path or Path(self.safe_name() + JOURNEY.suffix)).name)
        chosen = self.chosen(dialog)
        if chosen is None:
            return False
        if kind_of(chosen) != JOURNEY:
            # Under the name of a workbook a journey would be taken for one, and could overwrite it.
            chosen = chosen.with_name(chosen.name + JOURNEY.suffix)
            if chosen.exists() and not self._may_replace(chosen):
                return False
        return self._save_to(chosen)

    def _may_replace(self, path: Path) -> bool:
        from .questions import Role, ask

        return ask(self._window, "replace", self.tr("“{name}” already exists.").format(name=path.name),
                   self.tr("Do you want to replace it?"), [
                       ("replace", self.tr("Replace"), Role.DestructiveRole),
                       ("cancel", self.tr("Cancel"), Role.RejectRole)]) == "replace"

    def _save_to(self, path: Path) -> bool:
        if not self.attempt(lambda: _save(self._document.journey, path)):
            return False
        self.suggested = None
        self._stamp = stamp_of(path)
        self._document.mark_saved(path)
        self._settings.add_recent(path)
        self.reported.emit(self.tr("Saved {name}").format(name=path.name))
        return True

    # -- before anything is lost -------------------------------------------------------------------------------------

    def may_go(self) -> bool:
        """Ask what to do with changes that were not saved; return whether the open journey may be left."""
        self._commit()
        if not self._document.modified:
            return True
        from .questions import Role, ask

        answer = ask(self._window, "unsaved_changes", self.tr("“{name}” has unsaved changes.").format(
            name=self.name), self.tr("Do you want to save them?"), [
                ("save", self.tr("Save"), Role.AcceptRole),
                ("dont_save", self.tr("Don't save"), Role.DestructiveRole),
                ("cancel", self.tr("Cancel"), Role.RejectRole)])
        return answer == "dont_save" or (answer == "save" and self.save())

    # -- dialogs -----------------------------------------------------------------------------------------------------

    def safe_name(self) -> str:
        """Return what the journey is called, as a name that every system takes for a file."""
        name = "".join("_" if sign in '<>:"/\\|?*' or sign < " " else sign for sign in self.name)
        return name.strip(" .")[:80] or "map"

    def dialog(self, name: str, title: str, kinds: list[str]) -> QFileDialog:
        """Return a dialog that asks for a file, in the folder where the last one was."""
        dialog = QFileDialog(self._window, title, self._settings.folder)
        dialog.setObjectName(name)
        dialog.setNameFilters(kinds)
        return dialog

    def chosen(self, dialog: QFileDialog) -> Path | None:
        """Show such a dialog; return the file that was chosen, None where none was."""
        accepted = dialog.exec()
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        if not accepted or not chosen:
            return None
        path = Path(chosen[0])
        self._settings.folder = str(path.parent)
        return path

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may fail while the user waits; return whether it was done, else tell why not."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            work()
            return True
        except JourneyError as error:
            self.failed.emit(error.sentence)
        except OSError as error:
            self.failed.emit(unexpected(error).sentence)
        finally:
            QGuiApplication.restoreOverrideCursor()
        return False
