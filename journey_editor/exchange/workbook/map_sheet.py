"""The journey's table as a sheet of a workbook: its columns wide and its rows high enough for what they hold."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from ...model import Journey
from ...model.vocabulary import label
from ...spreadsheet.text_fit import height_of, size_that_fits, width_for, width_that_fits
from ..map_table import map_table
from .pen import HEADER, ITEMS, LABEL, STRIPED, TITLE, Pen, keep_in_sight, set_up_page, set_width
from .pictures import place_logo

_PAGE_WIDTH = 150
"""What a table of few stages spreads to, in Excel's width units: the width of an A4 page lying."""

_NARROWEST, _WIDEST = 26, 60
_LABEL_NARROWEST, _LABEL_WIDEST = 14, 26
_LEAST_HEIGHT = 30
"""The height in points of a row of single lines."""

_LONG = 150
"""The height in points of a list that is too long to stand in the middle of its cell."""

_SMALLER = (9, 8)
"""The sizes of print, in points, for a table whose cells are too full for its usual one."""


def fill_map(sheet: Worksheet, journey: Journey, pen: Pen) -> str:
    """Write the journey's table into an empty sheet; return the range it takes, such as `A1:E5`."""
    table = map_table(journey, pen.remarks.tidy)
    title = table.title or label("journey", journey.info.language)
    header, rows = table.header, table.rows
    widths, heights = _fit(header, rows, pen)
    for column, width in enumerate(widths, 1):
        set_width(sheet, column, width)
    _write_title(sheet, title, widths, pen)
    for number, (row, wanted) in enumerate(zip([header, *rows], heights), 2):
        items = STRIPED if STRIPED in pen.faces and number % 2 else ITEMS
        for column, text in enumerate(row, 1):
            pen.text(sheet, number, column, text, HEADER if number == 2 else LABEL if column == 1 else items)
        pen.row_height(sheet, number, wanted)
    keep_in_sight(sheet, rows=2, columns=1)
    set_up_page(sheet, pen.faces[LABEL], title, pen.style)
    return sheet.dimensions


def _fit(header: list[str], rows: list[list[str]], pen: Pen) -> tuple[list[float], list[list[float]]]:
    """Return the columns' widths, and the heights that the header's and the rows' cells want, in the print chosen."""
    labels = [header[0], *(row[0] for row in rows)]
    wanted = max(width_for(line, pen.faces[HEADER]) for text in labels for line in text.split("\n"))
    first = pen.style.label_width or round(min(max(wanted, _LABEL_NARROWEST), _LABEL_WIDEST), 1)
    base = pen.style.column_width or round(
        min(max((_PAGE_WIDTH - first) / max(len(header) - 1, 1), _NARROWEST), _WIDEST), 1)
    _choose_print([text for row in rows for text in row[1:]], base, pen)
    widths: list[float] = []
    columns = []
    for place, texts in enumerate(zip(header, *rows)):
        face = pen.faces[ITEMS if place else LABEL]
        body, _heights = width_that_fits(texts[1:], base if place else first, face)
        width, top = width_that_fits(texts[:1], body, pen.faces[HEADER])
        widths.append(width)
        columns.append(top + [max(height_of(text, width, face), _LEAST_HEIGHT) for text in texts[1:]])
    return widths, [list(heights) for heights in zip(*columns)]


def _choose_print(texts: list[str], width: float, pen: Pen) -> None:
    face = pen.faces[ITEMS]
    long = any(height_of(text, width, face) > _LONG for text in texts)
    for items in {ITEMS, STRIPED} & set(pen.faces):
        pen.adapt(items, size_that_fits(texts, face, _SMALLER) if long else face.size, long)


def _write_title(sheet: Worksheet, title: str, widths: list[float], pen: Pen) -> None:
    for column in range(1, len(widths) + 1):
        pen.text(sheet, 1, column, title if column == 1 else "", TITLE)
    if len(widths) > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(widths))
    logo_width, logo_height = place_logo(sheet, widths, pen.style)
    room = max(sum(widths) - logo_width, _LABEL_WIDEST)
    pen.row_height(sheet, 1, [max(height_of(title, room, pen.faces[TITLE]) + 4, logo_height)])
