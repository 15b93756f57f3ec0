"""Journeys out of workbooks, be they ours or a stranger's: the maps that a workbook holds, and one of them read."""

from __future__ import annotations

import os

from ..model import Journey, Sentence
from ..files.progress import NOBODY, Progress, Tell, collector_off
from .workbook.edits import find_own
from .recogniser.maps import ReadMap, maps_in, one_of
from .report import FoundMap, ImportReport
from ..spreadsheet.sheets import Book, read_book


def find_maps(path: str | os.PathLike[str]) -> list[FoundMap]:
    """Return the journey maps that a workbook holds, in order; none if it holds none.

    Raise `JourneyError` in plain words if the file cannot be read.
    """
    with collector_off():
        return [one.found for one in _maps_of(path)[0]]


def read_workbook(path: str | os.PathLike[str], sheet: str | None = None,
                  progress: Tell | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey in a workbook, and a report of what was recognised and guessed.

    `sheet` names the map where there are several: by the name that `find_maps` gives it, by its sheet, or by its title.
    Raise `SeveralMaps` if there are several and none is named, `JourneyError` if there is none or the file cannot be
    read. `progress` is told how much is done, and may raise `Cancelled`.
    """
    with collector_off():
        maps, book = _maps_of(path, Progress(progress))
        return one_of(maps, book, os.path.basename(os.fspath(path)), sheet)


def _maps_of(path: str | os.PathLike[str], progress: Progress = NOBODY) -> tuple[list[ReadMap], Book]:
    """Return the maps of a file: that of our own data part first, which says all, and those on other sheets."""
    own, ours = find_own(path, progress.part(0, 0.9))
    book = read_book(path, ours, progress.part(0.05 if own is None else 0.9, 0.95))
    if own is not None:
        return maps_in(book, (own.theirs, own.report)), book
    maps = maps_in(book)
    if ours:
        for one in maps:
            one.report.guess(Sentence(
                "exchange", "The workbook's data part is gone or damaged, so the journey was read from what the other "
                "sheets show."))
    return maps, book
