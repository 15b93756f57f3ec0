"""The journey as a list to filter: a row per touchpoint with all that is attached to it, and one per whole stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.worksheet.worksheet import Worksheet

from ...model import Cell, Challenge, Journey, Lane, Metric, Note, Opportunity, Stage, Touchpoint, fields
from ...model.vocabulary import headings, label
from ...files.progress import NO_PROGRESS, Progress
from ...spreadsheet.text_fit import TALLEST_ROW, height_of, width_for, width_that_fits
from ..map_table import DETAIL_FIELDS, DETAILS, details_of, figures_of, shown_field, stage_title
from ...spreadsheet.texts import bulleted
from .pen import CELL, EMOTION, HEADER, NUMBER, WHOLE, Pen, colour_emotions, keep_in_sight, set_up_page, set_width

Value = str | float | None

_WIDTHS = {
    # width in Excel's units where there is something in the column
    "number": 6, "stage": 19, "touchpoint": 25, "challenges": 32, "metrics": 30, "opportunities": 30,
    **{spec.name: spec.width for spec in (*DETAIL_FIELDS, Touchpoint.spec("notes"))},
}
_LANE_WIDTH = 26
_HEADER_SPARE = 3
"""Width for the filter's button beside a column's name, in Excel's units."""

_NUMBERS = {"number": NUMBER, **{spec.name: EMOTION if spec.kind == fields.EMOTION else NUMBER
                                 for spec in DETAIL_FIELDS if spec.kind in fields.NUMBERS}}


def fill_details(sheet: Worksheet, journey: Journey, pen: Pen, progress: Progress = NO_PROGRESS) -> None:
    """Write the list into an empty sheet."""
    info = journey.info
    lanes = journey.all(Lane)
    header = [headings(key, info.language)[0] for key in DETAILS] + [pen.remarks.tidy(lane.title) for lane in lanes]
    styles = [_NUMBERS.get(key, CELL) for key in DETAILS] + [CELL] * len(lanes)
    rows = list(_rows(journey, lanes, pen))
    progress(0.2)
    widths, heights = _fit(header, [values for _touchpoint, values in rows], pen)
    for column, (text, width) in enumerate(zip(header, widths), 1):
        set_width(sheet, column, width)
        pen.text(sheet, 1, column, text, HEADER)
    pen.row_height(sheet, 1, [height_of(text, width - _HEADER_SPARE, pen.faces[HEADER]) + 4
                              for text, width in zip(header, widths)])
    if any(max(row) > TALLEST_ROW for row in heights):
        for style in {CELL, WHOLE, *_NUMBERS.values()}:
            pen.adapt(style, pen.faces[style].size, top=True)
    for number, ((touchpoint, values), wanted) in enumerate(
            progress.part(0.5, 1).over(list(zip(rows, heights))), 2):
        for column, (value, style) in enumerate(zip(values, styles if touchpoint else [WHOLE] * len(styles)), 1):
            if isinstance(value, str):
                pen.text(sheet, number, column, value, style)
            else:
                pen.number(sheet, number, column, value, style)
        pen.row_height(sheet, number, wanted)
    sheet.auto_filter.ref = sheet.dimensions
    keep_in_sight(sheet, rows=1, columns=3)
    title = f"{pen.remarks.tidy(info.title) or label('journey', info.language)} · {label('details', info.language)}"
    set_up_page(sheet, pen.faces[CELL], title, pen.style)
    colour_emotions(sheet, DETAILS.index("emotion") + 1, 2, len(rows) + 1, pen.style)


def _rows(journey: Journey, lanes: list[Lane], pen: Pen) -> Iterator[tuple[bool, list[Value]]]:
    """Yield whether a row is a touchpoint's (or else a stage's) and its values."""
    count = 0
    for number, stage, touchpoint in details_of(journey):
        title = stage_title(stage, number, pen.remarks.tidy)
        if touchpoint is None:
            head = [None, title, label("about_stage", journey.info.language)]
            # What a stage is for stands in the column of what its touchpoints are needed for.
            goal = {"need": pen.remarks.tidy(stage.goal)}
            yield False, [*head, *(goal.get(spec.name) for spec in DETAIL_FIELDS),
                          *_attached(journey, stage, lanes, pen)]
        else:
            count += 1
            shown = (shown_field(journey, touchpoint, spec, pen.remarks.tidy) for spec in DETAIL_FIELDS)
            yield True, [count, title, pen.remarks.tidy(touchpoint.title), *shown,
                         *_attached(journey, touchpoint, lanes, pen)]


def _attached(journey: Journey, record: Stage | Touchpoint, lanes: list[Lane], pen: Pen) -> list[Value]:
    tidy, bullet = pen.remarks.tidy, journey.info.bullet

    def listed(items: Iterable[str]) -> str:
        return bulleted(map(tidy, items), bullet)

    notes = listed(note.title for note in journey.children(record.id, Note))
    own_notes = tidy(record.notes) if isinstance(record, Touchpoint) else ""
    cells: dict[str, list[str]] = {lane.id: [] for lane in lanes}
    for cell in journey.children(record.id, Cell):
        cells[cell.lane].append(cell.title)
    return [
        listed(challenge.title for challenge in journey.children(record.id, Challenge)),
        listed(f"{metric.title}{figures_of(metric)}" for metric in journey.children(record.id, Metric)),
        listed(opportunity.title for opportunity in journey.children(record.id, Opportunity)),
        "\n".join(filter(None, (own_notes, notes))),
        *map(listed, cells.values())]


def _fit(header: list[str], rows: list[list[Value]], pen: Pen) -> tuple[list[float], list[list[float]]]:
    """Return the columns' widths and the heights that the rows' cells want."""
    wanted = [*(_WIDTHS[key] for key in DETAILS), *[_LANE_WIDTH] * (len(header) - len(DETAILS))]
    widths: list[float] = []
    columns = []
    for column, (text, usual) in enumerate(zip(header, wanted)):
        word = max(width_for(word, pen.faces[HEADER]) for word in text.split() or [""])
        least = min(word + _HEADER_SPARE, _LANE_WIDTH)
        values = [row[column] for row in rows]
        used = any(value not in (None, "") for value in values)
        least, _heights = width_that_fits([text], round(max(least, usual if used else 0), 1), pen.faces[HEADER])
        texts = [value if isinstance(value, str) else "" for value in values]
        width, heights = width_that_fits(texts, least, pen.faces[CELL])
        widths.append(width)
        columns.append(heights)
    return widths, [list(heights) for heights in zip(*columns)]
