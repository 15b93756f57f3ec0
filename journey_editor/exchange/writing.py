"""The journey as an Excel workbook: the map as a table, and a second sheet that tells what hangs on each touchpoint."""

from __future__ import annotations

import os

from ..model import Journey, JourneyError, Lane, Sentence, Stage, Touchpoint
from ..model.vocabulary import label
from .replacing import not_written, replace_file
from .styles import CLASSIC, Style

FORMAT = 2
"""The version of our own workbooks, in the defined name `journey_map_format`."""

_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576
_SPARE = 20
"""More than our sheets have of columns and rows beside those of stages, touchpoints and lanes."""


def write_workbook(journey: Journey, path: str | os.PathLike[str], style: Style = CLASSIC,
                   picture: bytes | None = None) -> list[Sentence]:
    """Write a journey to an `.xlsx` file; return what had to be altered or stays out of sight, empty if nothing.

    `picture` is the map as a PNG, for a sheet of its own.

    The file is replaced as a whole or not at all. Raise `JourneyError` if it cannot be written.
    """
    _check_size(journey)
    try:
        content, remarks = _workbook(journey, style, picture)
        replace_file(os.fspath(path), content)
    except OSError as error:
        raise JourneyError(not_written(error, os.fspath(path))) from error
    return remarks


def _check_size(journey: Journey) -> None:
    columns = max(journey.count(Stage), journey.count(Lane)) + _SPARE
    rows = max(journey.count(Stage) + journey.count(Touchpoint), journey.count(Lane)) + _SPARE
    if columns > _MOST_COLUMNS or rows > _MOST_ROWS:
        raise JourneyError(Sentence(
            "exchange", "The journey is too large for Excel, which has {columns} columns and {rows} rows.",
            columns=f"{_MOST_COLUMNS:,}", rows=f"{_MOST_ROWS:,}"))


def _workbook(journey: Journey, style: Style, picture: bytes | None) -> tuple[bytes, list[Sentence]]:
    """Return a workbook's bytes and what had to be altered."""
    # Imported here, since openpyxl alone takes as long to import as the whole editor takes to start.
    from openpyxl import Workbook
    from openpyxl.utils import absolute_coordinate, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    from .cell_texts import Remarks
    from .charts_part import add_charts_part
    from .data_part import add_data_part
    from .details_sheet import fill_details
    from .map_sheet import fill_map
    from .pictures import fill_picture
    from .saving import saved
    from .sheet_styles import LABEL, Pen

    info, remarks, workbook = journey.info, Remarks(), Workbook()
    pen = Pen(workbook, info.language, remarks, style)
    sheet = workbook.active
    sheet.title = label("map", info.language)
    table, details = fill_map(sheet, journey, pen), workbook.create_sheet(label("details", info.language))
    fill_details(details, journey, pen)
    if picture:
        title = remarks.tidy(info.title) or label("journey", info.language)
        fill_picture(workbook.create_sheet(label("picture", info.language)), picture, title, pen.faces[LABEL], style)
    add_data_part(workbook, journey, pen, sheet, table, details)
    results = add_charts_part(workbook, journey, pen, workbook.index(details) + 1)
    names = {"journey_map_format": str(FORMAT),
             "journey_map_table": f"{quote_sheetname(sheet.title)}!{absolute_coordinate(table)}"}
    for name, value in names.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=value)
    workbook.properties.title = " ".join(remarks.tidy(info.title).split())
    workbook.properties.creator = "Journey Editor"
    return saved(workbook, results), remarks.sentences()
