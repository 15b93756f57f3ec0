"""Journeys out of workbooks and tables, be they in our form or a stranger's: the maps there are, and one of them read.

Whether a map is read exactly, by the workbook's data part or its mark, or is recognised, is decided here.
"""

from __future__ import annotations

import os

from ..model import Journey, Sentence
from ..files.collector import gc_paused
from ..files.progress import NO_PROGRESS, Progress, ProgressCallback
from .workbook.edits import READ, Edits, edits_in
from .workbook.marked import read_marked
from .recogniser.maps import exact_map, maps_in, one_of
from .recogniser.sheet_maps import ReadMap
from .report import FoundMap, ImportReport
from ..spreadsheet.grid import Book
from ..spreadsheet.reader import WorkbookReader, with_workbook


def find_maps(path: str | os.PathLike[str]) -> list[FoundMap]:
    """Return the journey maps that a workbook holds, in order; none if it holds none.

    Raise `JourneyError` in plain words if the file cannot be read.
    """
    with gc_paused():
        return [one.found for one in _maps_of(path)[0]]


def read_workbook(path: str | os.PathLike[str], sheet: str | None = None,
                  progress: ProgressCallback | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey in a workbook, and a report of what was recognised and guessed.

    `sheet` names the map where there are several: by the name that `find_maps` gives it, by its sheet, or by its title.
    Raise `SeveralMaps` if there are several and none is named, `JourneyError` if there is none or the file cannot be
    read. `progress` is told how much is done, and may raise `Cancelled`.
    """
    with gc_paused():
        maps, book = _maps_of(path, Progress(progress))
        return one_of(maps, book, os.path.basename(os.fspath(path)), sheet)


def journeys_in(book: Book) -> list[tuple[Journey, ImportReport]]:
    """Return all the journeys that a workbook's sheets hold, with their reports; none if they hold none."""
    return [(one.finish(), one.report) for one in _maps_in(book)]


def journey_in(book: Book, file: str, sheet: str | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey of a workbook that was read before; `file` is what it is called. See `one_of`."""
    return one_of(_maps_in(book), book, file, sheet)


def _maps_in(book: Book) -> list[ReadMap]:
    """Return the maps of a workbook without a data part: that which its mark points at first, then recognised ones."""
    marked = read_marked(book)
    if marked is None:
        return maps_in(book)
    journey, report, sheets = marked
    return maps_in(book, exact_map(journey, report), sheets)


def _maps_of(path: str | os.PathLike[str], progress: Progress = NO_PROGRESS) -> tuple[list[ReadMap], Book]:
    """Return the maps of a file: that of our own data part first, which says all, and those on other sheets."""
    edits, ours, book = with_workbook(path, lambda reader: _contents(reader, progress.part(READ, 0.95)),
                                      progress.part(0, READ))
    if edits is not None:
        return maps_in(book, exact_map(edits.theirs, edits.report)), book
    maps = _maps_in(book)
    if ours:
        for one in maps:
            one.report.guess(Sentence(
                "exchange", "The workbook's data part is missing or damaged, so the journey was read from what the "
                            "other sheets show."))
    return maps, book


def _contents(reader: WorkbookReader, progress: Progress) -> tuple[Edits | None, set[str], Book]:
    """Return what an open workbook of ours says, the names of our sheets, and what all others show."""
    edits, ours = edits_in(reader, progress)
    book = reader.book(ours)
    progress(1)
    return edits, ours, book
