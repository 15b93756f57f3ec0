"""What makes our workbooks readable without loss: the data sheets, and a copy of what was exported, out of sight."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from ...model import Cell, Challenge, Journey, Lane, Metric, Opportunity, Touchpoint
from ...model.vocabulary import label
from ...files.progress import NO_PROGRESS, Progress
from .base import BASE_SHEET, Base, MapRow, MapWritten, fill_base, row_mark
from ..map_table import attached
from .data_sheets import fill_data_sheets
from .pen import Pen

_MOST_ABOVE = 20
"""How many rows may stand above the map's header."""


def add_data_part(workbook: Workbook, journey: Journey, pen: Pen, map_sheet: Worksheet, map_range: str,
                  details: Worksheet, progress: Progress = NO_PROGRESS) -> None:
    """Add the data sheets and the copy of what was exported to a workbook whose other sheets are written."""
    fill_data_sheets(workbook, journey, pen, progress.part(0, 0.8))
    base = Base(journey, _written(map_sheet, map_range, journey), _marks(details))
    fill_base(workbook.create_sheet(BASE_SHEET), base)


def _marks(sheet: Worksheet) -> list[int]:
    """Return the mark of each row of a sheet."""
    rows: dict[int, list[object]] = {row: [] for row in range(1, sheet.max_row + 1)}
    for (row, _column), cell in sorted(sheet._cells.items()):
        rows[row].append(cell._value)
    return [row_mark(values) for values in rows.values()]


def map_items(journey: Journey) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Yield what each row of the map lists, as a type, a lane's id, and the items' ids per stage."""
    stages = journey.stages
    yield "touchpoint", "", [[card.id for card in journey.children(stage.id, Touchpoint)] for stage in stages]
    for cls in (Challenge, Metric, Opportunity):
        yield cls.type, "", [[record.id for record in attached(journey, stage, cls)] for stage in stages]
    lanes: dict[str, list[list[str]]] = {lane.id: [[] for _stage in stages] for lane in journey.all(Lane)}
    for place, stage in enumerate(stages):
        for cell in attached(journey, stage, Cell):
            lanes[cell.lane][place].append(cell.id)
    for lane, ids in lanes.items():
        yield "cell", lane, ids


def _written(sheet: Worksheet, reference: str, journey: Journey) -> MapWritten:
    """Return what the map's sheet says, with the ids of what it names."""
    left, top, right, bottom = range_boundaries(reference)
    corner = label("stages", journey.info.language)
    head = next(row for row in range(top, top + _MOST_ABOVE) if _text(sheet, row, left) == corner)
    items = list(map_items(journey))
    if bottom - head < len(items):
        # A map without opportunities has no row for them.
        items = [item for item in items if item[0] != Opportunity.type]
    across = range(left + 1, left + 1 + len(journey.stages))
    rows = [MapRow(kind, lane, _text(sheet, row, left), ids, [_text(sheet, row, column) for column in across])
            for row, (kind, lane, ids) in enumerate(items, head + 1)]
    return MapWritten(_text(sheet, head - 1, left), [stage.id for stage in journey.stages],
                      [_text(sheet, head, column) for column in (left, *across)], rows)


def _text(sheet: Worksheet, row: int, column: int) -> str:
    return str(sheet.cell(row, column)._value or "") if row else ""
