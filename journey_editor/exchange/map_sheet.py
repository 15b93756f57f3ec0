"""The journey as one table, stages across and lanes down: the form in which the report delivers its map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..model import Cell, Challenge, Journey, Lane, Metric, Opportunity, Record, Stage, Touchpoint
from ..model.records import text_of
from ..model.vocabulary import label
from .cell_texts import bulleted
from .sheet_styles import HEADER, ITEMS, LABEL, TITLE, Pen, keep_in_sight, set_up_page
from .text_fit import height_of, size_that_fits, width_for, width_that_fits

R = TypeVar("R", bound=Record)

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


def stage_title(stage: Stage, number: int, pen: Pen) -> str:
    """Return a stage's title with its number before it."""
    return f"{number}. {pen.remarks.tidy(stage.title)}"


def attached(journey: Journey, stage: Stage, cls: type[R]) -> list[R]:
    """Return the records about a stage and then those about its touchpoints, in the touchpoints' order."""
    found = journey.children(stage.id, cls)
    for touchpoint in journey.children(stage.id, Touchpoint):
        found += journey.children(touchpoint.id, cls)
    return found


def table_rows(journey: Journey) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each row below the header as its label and, per stage, its items, all as they stand in the journey."""
    language, stages = journey.info.language, journey.stages
    yield (label("touchpoints", language),
           [list(map(text_of, journey.children(stage.id, Touchpoint))) for stage in stages])
    word = label("opportunities", language)
    # A lane of that name would be taken for the row, were the row not there.
    wanted = journey.count(Opportunity) or any(lane.title == word for lane in journey.all(Lane))
    for key, cls in (("challenges", Challenge), ("metrics", Metric), ("opportunities", Opportunity)):
        if cls is not Opportunity or wanted:
            yield label(key, language), [list(map(text_of, attached(journey, stage, cls))) for stage in stages]
    lanes: dict[str, list[list[str]]] = {lane.id: [[] for _stage in stages] for lane in journey.all(Lane)}
    for place, stage in enumerate(stages):
        for cell in attached(journey, stage, Cell):
            lanes[cell.lane][place].append(cell.title)
    for lane in journey.all(Lane):
        yield lane.title, lanes[lane.id]


def fill_map(sheet: Worksheet, journey: Journey, pen: Pen) -> str:
    """Write the journey's table into an empty sheet; return the range it takes, such as `A1:E5`."""
    tidy, info = pen.remarks.tidy, journey.info
    title = tidy(info.title) or label("journey", info.language)
    header = [label("stages", info.language)]
    header += [stage_title(stage, number, pen) for number, stage in enumerate(journey.stages, 1)]
    rows = [[tidy(name), *(bulleted(map(tidy, items), info.bullet) for items in cells)]
            for name, cells in table_rows(journey)]
    widths, heights = _fit(header, rows, pen)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _write_title(sheet, title, widths, pen)
    for number, (row, wanted) in enumerate(zip([header, *rows], heights), 2):
        for column, text in enumerate(row, 1):
            pen.text(sheet, number, column, text, HEADER if number == 2 else LABEL if column == 1 else ITEMS)
        pen.row_height(sheet, number, wanted)
    keep_in_sight(sheet, rows=2, columns=1)
    set_up_page(sheet, pen.faces[LABEL], title)
    return sheet.dimensions


def _fit(header: list[str], rows: list[list[str]], pen: Pen) -> tuple[list[float], list[list[float]]]:
    """Return the columns' widths, and the heights that the header's and the rows' cells want, in the print chosen."""
    labels = [header[0], *(row[0] for row in rows)]
    wanted = max(width_for(line, pen.faces[HEADER]) for text in labels for line in text.split("\n"))
    first = round(min(max(wanted, _LABEL_NARROWEST), _LABEL_WIDEST), 1)
    base = round(min(max((_PAGE_WIDTH - first) / max(len(header) - 1, 1), _NARROWEST), _WIDEST), 1)
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
    pen.adapt(ITEMS, size_that_fits(texts, face, _SMALLER) if long else face.size, long)


def _write_title(sheet: Worksheet, title: str, widths: list[float], pen: Pen) -> None:
    for column in range(1, len(widths) + 1):
        pen.text(sheet, 1, column, title if column == 1 else "", TITLE)
    if len(widths) > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(widths))
    pen.row_height(sheet, 1, [height_of(title, sum(widths), pen.faces[TITLE]) + 4])
