"""The journey as an Excel workbook: the map as a table, and a second sheet that tells what hangs on each touchpoint."""

from __future__ import annotations

import os
from typing import Any

from ...model import RECORD_TYPES, Journey, JourneyError, Lane, Sentence, Stage, Touchpoint
from ...files.errors import not_written
from ...model.vocabulary import label
from ...files.replacing import replace_file
from ...files.collector import gc_paused
from ...files.progress import NO_PROGRESS, Progress, ProgressCallback
from .base import BASE_SHEET
from .columns import LISTS_SHEET, sheet_name
from .sheets import BASE, DETAILS, LISTS, MAP, SHEET_MARK
from .styles import CLASSIC, Style
from .keeping import beside, existing, names_in

FORMAT = 2
"""The version of our own workbooks, in the defined name `journey_map_format`."""

MARKED = (DETAILS, "charts", "picture")
"""The sheets beside the map that are marked by name, since nothing in them tells what they are."""

_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_CHECKED = 0.6
"""How much of the work is done when the workbook is made, and only has to be read back."""

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
    said: list[Sentence] = []
    if there is not None and there.obstacles:
        other = beside(path, journey)
        said += [*there.obstacles, Sentence("exchange",
                                            "So “{name}” stays as it was, and “{other}” was written beside it.",
                                            name=os.path.basename(os.fspath(path)), other=other.name)]
        path, there = other, existing(other, journey)
    try:
        with gc_paused():
            content, roles, remarks = _workbook(journey, style, picture, done.part(0, _CHECKED))
        if there is not None and there.has_others:
            from .grafting import grafted

            with open(path, "rb") as file:
                content = grafted(file.read(), content, set(there.roles.values()), names_in(there, roles),
                                  there.kept)
        checked = done.part(_CHECKED, 1)
        replace_file(os.fspath(path), content, lambda written: _check(written, journey, os.fspath(path), checked))
    except OSError as error:
        raise JourneyError(not_written(error, os.fspath(path))) from error
    return said + remarks


def _check(written: str, journey: Journey, path: str, progress: Progress = NO_PROGRESS) -> None:
    """Read a workbook back; raise `JourneyError` if it does not hold the journey."""
    from .edits import find_edits

    try:
        with gc_paused():
            found = find_edits(written, progress)
    except JourneyError:
        found = None
    if found is None or found.base != journey or found.theirs != journey or found.clashes:
        raise JourneyError(Sentence("exchange", "“{name}” was not written, because it could not be read back as it "
                                    "should "
                                    "be. Please tell the makers of this program.", name=os.path.basename(path)))


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
    from openpyxl.utils import absolute_coordinate, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    from ...spreadsheet.texts import Remarks
    from .charts_sheet import add_charts_part
    from .data_part import add_data_part
    from .details_sheet import fill_details
    from .map_sheet import fill_map
    from .pictures import fill_picture
    from ...spreadsheet.saving import saved
    from .pen import LABEL, Pen

    info, remarks, workbook = journey.info, Remarks(), Workbook()
    pen = Pen(workbook, info.language, remarks, style)
    sheet = workbook.active
    sheet.title = label("map", info.language)
    table, details = fill_map(sheet, journey, pen), workbook.create_sheet(label("details", info.language))
    fill_details(details, journey, pen, progress.part(0, 0.3))
    if picture:
        title = remarks.tidy(info.title) or label("journey", info.language)
        fill_picture(workbook.create_sheet(label("picture", info.language)), picture, title, pen.faces[LABEL], style)
    add_data_part(workbook, journey, pen, sheet, table, details, progress.part(0.3, 0.6))
    results = add_charts_part(workbook, journey, pen, workbook.index(details) + 1)
    roles = _roles(workbook, info.language)
    names = {SHEET_MARK + role: f"{quote_sheetname(name)}!$A$1" for role, name in roles.items() if role in MARKED}
    names |= {"journey_map_format": str(FORMAT),
              "journey_map_table": f"{quote_sheetname(sheet.title)}!{absolute_coordinate(table)}"}
    for name, value in names.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=value, hidden=name.startswith(SHEET_MARK) or None)
    workbook.properties.title = " ".join(remarks.tidy(info.title).split())
    workbook.properties.creator = "Journey Editor"
    return saved(workbook, results, progress.part(0.6, 1)), roles, remarks.sentences()


def _roles(workbook: Any, language: str) -> dict[str, str]:
    """Return the names of a fresh workbook's sheets by what they are."""
    known = {label(role, language): role for role in (MAP, *MARKED)}
    known |= {sheet_name(type_, language): type_ for type_ in RECORD_TYPES} | {BASE_SHEET: BASE, LISTS_SHEET: LISTS}
    return {known[name]: name for name in workbook.sheetnames}
