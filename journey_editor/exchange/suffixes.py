"""Files of all the kinds that a journey is exchanged in, told by their suffix."""

from __future__ import annotations

import os

from ..model import Journey, JourneyError, Sentence
from ..files.errors import wrong_suffix
from ..files.kinds import WORKBOOK, kind_of, readable, suffixes_of, writable
from ..files.progress import ProgressCallback
from .report import ImportReport


def read_file(path: str | os.PathLike[str], sheet: str | None = None,
              progress: ProgressCallback | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey in a workbook or text file, and the report of its reading.

    `sheet` names the map where there are several. Raise `SeveralMaps` if there are several and none is named,
    `JourneyError` if there is none, the file cannot be read, or no journey is read from files of its kind.
    `progress` is told how much of a workbook is done, and may raise `Cancelled`.
    """
    kind = kind_of(path)
    if kind == WORKBOOK:
        from .workbooks import read_workbook

        return read_workbook(path, sheet, progress)
    if kind in readable("table"):
        from .text.files import read_text_file

        return read_text_file(path, sheet)
    raise JourneyError(Sentence("exchange", "“{name}” cannot be read: its name must end in {suffixes}.",
                                name=os.path.basename(os.fspath(path)),
                                suffixes=", ".join(suffixes_of(readable("workbook", "table")))))


def write_file(journey: Journey, path: str | os.PathLike[str],
               progress: ProgressCallback | None = None) -> list[Sentence]:
    """Write a journey to a workbook or text file; return what had to be altered, empty if nothing.

    Raise `JourneyError` if it cannot be written, or none is written to files of that kind. `progress` is told how much
    of a workbook is done, and may raise `Cancelled`, which leaves nothing behind.
    """
    kind = kind_of(path)
    if kind == WORKBOOK:
        from .workbook.exporting import write_workbook

        return write_workbook(journey, path, progress=progress)
    if kind in writable("table"):
        from .text.files import write_text_file

        return write_text_file(journey, path)
    raise JourneyError(wrong_suffix(path, writable("workbook", "table")))
