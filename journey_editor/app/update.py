"""Edits made in an exported workbook come home into the open journey."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from journey_editor.files.kinds import WORKBOOK
from journey_editor.files.progress import ProgressCallback
from journey_editor.model import Change, JourneyError, Record, Sentence
from journey_editor.model.records import text_of

from .file_filters import all_files, filter_of
from .translation import translated

if TYPE_CHECKING:
    from .window import MainWindow

translate = QCoreApplication.translate


def ask_and_update(window: MainWindow) -> None:
    """Ask for a workbook that was exported, and take in what was changed in it."""
    window.commit()
    dialog = QFileDialog(window, translate("Update", "Update from workbook"), window.settings.folder)
    dialog.setObjectName("update_from")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([filter_of(WORKBOOK), all_files()])
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    if accepted and chosen:
        update_from(window, Path(chosen[0]))


def update_from(window: MainWindow, path: Path) -> None:
    """Read a workbook beside the window, then merge it: conflicts are settled before anything changes."""
    window.jobs.run(translate("Update", "Reading {name}…").format(name=path.name),
                    lambda progress: _read_edits(path, progress),
                    lambda edits: _merge(window, path, edits), lambda error: window.fail(error.sentence))


def _read_edits(path: Path, progress: ProgressCallback) -> Any:
    from journey_editor.exchange import read_edits

    return read_edits(path, progress=progress)


def _merge(window: MainWindow, path: Path, edits: Any) -> None:
    from journey_editor.exchange.workbook.updating import is_same_journey, merge_edits

    window.commit()
    if not is_same_journey(edits.base, window.document.journey):
        window.fail(Sentence("app", "“{name}” was exported from a different journey than the one that is open.",
                             name=path.name))
        return
    update = merge_edits(edits.base, window.document.journey, edits)
    choices = {}
    if update.merge.conflicts:
        from .conflicts import ConflictsDialog

        dialog = ConflictsDialog(update.merge.conflicts, window.document.journey, path.name, window)
        accepted, choices = dialog.exec(), dialog.choices
        dialog.deleteLater()
        if not accepted:
            return
    change = update.merge.change(choices)
    try:
        done = window.document.execute(translate("Update", "Update from {name}").format(name=path.name), change)
    except JourneyError as error:
        window.fail(error.sentence)
        return
    words = _summary(path, change if done else None, update.merge.left_out(choices))
    window.notice.show_message(" ".join([words, *(translated(line) for line in update.lines)]))


def _summary(path: Path, change: Change | None, left_out: Iterable[Record]) -> str:
    """Return what was taken in (`change`; None for nothing), and what was left out of it."""
    from journey_editor.spreadsheet.texts import brief

    if change is not None:
        words = translate("Update", "Updated from {name}: {added} added, {changed} changed, {removed} removed.")
        words = words.format(name=path.name, added=len(change.added), changed=len(change.updated),
                             removed=len(change.removed))
    else:
        words = translate("Update", "{name} contains no new changes.")
        words = words.format(name=path.name)
    left = [text_of(record) for record in left_out]
    if left:
        words += " " + translate("Update", "Left out because what they belong to was deleted: {titles}.").format(
            titles=", ".join(f"“{brief(text)}”" for text in left[:5]) + ("…" if len(left) > 5 else ""))
    return words
