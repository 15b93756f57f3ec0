"""The journey as an Excel workbook: sheets for people, its data, and a copy of it, all in one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...files.collector import gc_paused
from ...files.disk import atomic_write
from ...files.progress import NO_PROGRESS, Progress, ProgressCallback
from ...model import Journey, JourneyError, Lane, Sentence, Stage, Touchpoint
from ..map_table import FORMAT_NAME, TABLE_NAME
from .edits import find_edits
from .keeping import beside, existing, names_in
from .map_sheet import MAP
from .registry import SHEET_KINDS
from .sheet_kind import FORMAT, MARK, Export
from .workbook_styles import CLASSIC, Style

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_CHECKED = 0.6
"""How much of the work is done when the workbook is made, and only has to be read back."""

_FILLED = 0.6
"""How much of the work of making it is done when the sheets are filled."""

_SPARE = 20
"""More than our sheets have of columns and rows beside those of stages, touchpoints and lanes."""


def write_workbook(journey: Journey, path: str | os.PathLike[str], style: Style = CLASSIC,
                   picture: bytes | None = None, progress: ProgressCallback | None = None) -> list[Sentence]:
    """Write a journey to an `.xlsx` file; return what had to be altered or stays out of sight, empty if nothing.

    `picture` is the map as a PNG, for a sheet of its own. `progress` is told how much is done, and may raise
    `Cancelled`: then nothing is left behind, and what was there stays as it was.

    The file is replaced as a whole or not at all, after it was read back and found to be the same journey. In a
    workbook that is there only our sheets are replaced, and all else stays as it was, even what somebody wrote on our
    sheets; where that cannot be, a workbook is written beside it, as `what_would_be_lost` tells beforehand. Raise
    `JourneyError` if it cannot be written.
    """
    _check_size(journey)
    done = Progress(progress)
    done(0)
    there = existing(path, journey)
    remarks: list[Sentence] = []
    if there is not None and there.obstacles:
        other, there_beside = beside(path, journey)
        remarks += [*there.obstacles, Sentence("exchange",
                                               "Therefore “{name}” was left as it was, and “{other}” was written to "
                                               "the same folder.",
                                               name=os.path.basename(os.fspath(path)), other=other.name)]
        path, there = other, there_beside
    with gc_paused():
        content, roles, altered = _workbook(journey, style, picture, done.part(0, _CHECKED))
    if there is not None and there.package is not None:
        # Imported here, since it brings openpyxl, which takes as long to import as the editor takes to start.
        from ...spreadsheet.grafting import grafted

        content = grafted(there.package, content, set(there.roles.values()), names_in(there, roles), there.kept,
                          (FORMAT_NAME, TABLE_NAME, MARK))
    checked = done.part(_CHECKED, 1)
    atomic_write(path, content, lambda written: _check(written, journey, os.fspath(path), checked))
    return remarks + altered


def _check(written: str, journey: Journey, path: str, progress: Progress = NO_PROGRESS) -> None:
    """Read a workbook back; raise `JourneyError` if it does not hold the journey."""
    try:
        with gc_paused():
            found = find_edits(written, progress)
    except JourneyError:
        found = None
    if found is None or found.base != journey or found.theirs != journey or found.clashes:
        raise JourneyError(Sentence(
            "exchange", "“{name}” was not written because it could not be read back correctly. Please report this "
                        "to the developers of Journey Editor.", name=os.path.basename(path)))


def _check_size(journey: Journey) -> None:
    columns = max(journey.count(Stage), journey.count(Lane)) + _SPARE
    rows = max(journey.count(Stage) + journey.count(Touchpoint), journey.count(Lane)) + _SPARE
    if columns > _MOST_COLUMNS or rows > _MOST_ROWS:
        raise JourneyError(Sentence(
            "exchange", "The journey is too large for Excel, which has {columns} columns and {rows} rows.",
            columns=f"{_MOST_COLUMNS:,}", rows=f"{_MOST_ROWS:,}"))


def _workbook(journey: Journey, style: Style, picture: bytes | None,
              progress: Progress = NO_PROGRESS) -> tuple[bytes, dict[str, str], list[Sentence]]:
    """Return a workbook's bytes, its sheets' names by role, and what had to be altered."""
    # Imported here, since openpyxl alone takes as long to import as the whole editor takes to start.
    from openpyxl import Workbook

    from ...spreadsheet.saving import saved
    from ...spreadsheet.texts import Remarks
    from .sheet_writer import WorkbookWriter

    workbook, remarks = Workbook(), Remarks()
    workbook.remove(workbook.active)
    writer = WorkbookWriter(workbook, journey.info.language, remarks, style)
    export = Export(journey, writer, picture)
    roles = _fill(export, progress.part(0, _FILLED))
    _define_names(workbook, export, roles)
    workbook.properties.title = " ".join(remarks.tidy(journey.info.title).split())
    workbook.properties.creator = "Journey Editor"
    return saved(workbook, writer.results, progress.part(_FILLED, 1)), roles, remarks.sentences()


def _fill(export: Export, progress: Progress) -> dict[str, str]:
    """Write all sheets that the journey wants; return their names by role."""
    kinds = [kind for kind in SHEET_KINDS if kind.is_wanted(export)]
    done, whole = 0, max(sum(kind.work(export.journey) for kind in kinds), 1)
    roles = {}
    for kind in kinds:
        start, done = done, done + kind.work(export.journey)
        sheet = export.writer.sheet(kind.name(export.language))
        roles[kind.role] = sheet.name
        kind.write(export, sheet, progress.part(start / whole, done / whole))
    return roles


def _define_names(workbook: Workbook, export: Export, roles: dict[str, str]) -> None:
    """Define the names that mark our sheets, tell our format, and point at the map."""
    # Imported here for the same reason.
    from openpyxl.utils import absolute_coordinate, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    for kind in SHEET_KINDS:
        if kind.is_marked and kind.role in roles:
            name, mark = MARK + kind.role, f"{quote_sheetname(roles[kind.role])}!$A$1"
            workbook.defined_names[name] = DefinedName(name, attr_text=mark, hidden=True)
    table = f"{quote_sheetname(roles[MAP])}!{absolute_coordinate(str(export.map_range))}"
    for name, text in ((FORMAT_NAME, str(FORMAT)), (TABLE_NAME, table)):
        workbook.defined_names[name] = DefinedName(name, attr_text=text)
