"""The list of details, to filter: a row for each touchpoint with all that is attached to it, and for each whole stage.

Its columns are listed once, with what each shows and how wide it is; those of the lanes follow.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from ...files.progress import Progress
from ...model import Cell, Challenge, Journey, Lane, Metric, Note, Opportunity, Record, Stage, Touchpoint, fields
from ...model.fields import FieldSpec
from ...model.records import text_of
from ...model.vocabulary import headings, label
from ...spreadsheet.reader import Sheet, WorkbookReader
from ...spreadsheet.escapes import canonical
from ...spreadsheet.text_fit import TALLEST_ROW, height_of, width_for, width_that_fits
from ..map_table import FIGURES, Tidy, bullet_of, cell_items, cell_text, figures_of, shown_field, stage_title
from ..recogniser.scales import flag_of
from .base import Base
from .map_sheet import shown_title
from .sheet_kind import Export, Region, SheetKind
from .values import choice_of
from .workbook_styles import CELL, EMOTION, HEADER, NUMBER, WHOLE

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter, WorkbookWriter

DETAILS = "details"
Value = str | float | None

FIELDS = fields.in_places(Touchpoint.specs, "details")
"""The fields of touchpoints that have a column."""

_GOAL = "need"
"""The field in the column of which a whole stage has its goal."""

_KINDS = {fields.EMOTION: EMOTION, fields.NUMBER: NUMBER}
_LANE_WIDTH = 26
_HEADER_SPARE = 3
"""Width for the filter's button beside a column's name, in Excel's units."""

_LEAST = 1e-300
"""Numbers nearer to zero than this are zero to Excel."""


# -- what it shows -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DetailsRow:
    """What a row is about: a touchpoint or, without one, a stage as a whole; and what makes texts fit for a cell."""

    journey: Journey
    tidy: Tidy
    stage_number: int
    stage: Stage
    number: int | None = None
    touchpoint: Touchpoint | None = None

    @property
    def holder(self) -> Stage | Touchpoint:
        """What the records in the row are about."""
        return self.touchpoint or self.stage

    def listed(self, texts: Iterable[str]) -> str:
        """Return a list as one text."""
        return cell_text(texts, self.journey.info.bullet, self.tidy)

    def about(self, cls: type[Record]) -> str:
        """Return a list of the records of a type that are about the touchpoint or stage."""
        return self.listed(map(text_of, self.journey.children(self.holder.id, cls)))


@dataclass(frozen=True, slots=True)
class DetailsColumn:
    """A column: the key of its header, its width where there is something in it, and what it shows in a row."""

    key: str
    width: float
    value: Callable[[DetailsRow], Value]
    kind: str = CELL


def _of_field(field: FieldSpec) -> DetailsColumn:
    """Return the column of a field of touchpoints; of a whole stage, its goal is what is needed."""
    def value(row: DetailsRow) -> Value:
        if row.touchpoint is None:
            return row.tidy(row.stage.goal) if field.name == _GOAL else None
        return shown_field(row.journey, row.touchpoint, field, row.tidy)

    return DetailsColumn(field.name, field.width, value, _KINDS.get(field.kind, CELL))


def _title(row: DetailsRow) -> Value:
    return row.tidy(row.touchpoint.title) if row.touchpoint else label("about_stage", row.journey.info.language)


def _metrics(row: DetailsRow) -> Value:
    metrics = row.journey.children(row.holder.id, Metric)
    return row.listed(f"{metric.title}{figures_of(metric)}" for metric in metrics)


def _notes(row: DetailsRow) -> Value:
    notes = row.tidy(row.touchpoint.notes) if row.touchpoint else ""
    return "\n".join(filter(None, (notes, row.about(Note))))


COLUMNS = (
    DetailsColumn("number", 6, lambda row: row.number, NUMBER),
    DetailsColumn("stage", 19, lambda row: stage_title(row.stage, row.stage_number, row.tidy)),
    DetailsColumn("touchpoint", 25, _title),
    *map(_of_field, FIELDS),
    DetailsColumn("challenges", 32, lambda row: row.about(Challenge)),
    DetailsColumn("metrics", 30, _metrics),
    DetailsColumn("opportunities", 30, lambda row: row.about(Opportunity)),
    DetailsColumn("notes", Touchpoint.spec("notes").width, _notes),
)
KEYS = tuple(column.key for column in COLUMNS)
_STAGE, _EMOTION = KEYS.index("stage") + 1, KEYS.index("emotion") + 1


def header_words(language: str) -> dict[str, str]:
    """Return the keys of the columns by their headers in a language, those of earlier versions included."""
    return {word: key for key in KEYS for word in headings(key, language)}


def _columns(journey: Journey) -> list[DetailsColumn]:
    """Return the columns, with one of no key for each lane."""
    def of_lane(lane: Lane) -> Callable[[DetailsRow], Value]:
        return lambda row: row.listed(
            cell.title for cell in row.journey.children(row.holder.id, Cell) if cell.lane == lane.id)

    return [*COLUMNS, *(DetailsColumn("", _LANE_WIDTH, of_lane(lane)) for lane in journey.all(Lane))]


def _rows(journey: Journey, tidy: Tidy) -> Iterator[DetailsRow]:
    """Yield the rows. A stage has one of its own if something is about it as a whole, or if it has no touchpoints."""
    numbers = count(1)
    for stage_number, stage in enumerate(journey.stages, 1):
        touchpoints = journey.children(stage.id, Touchpoint)
        kinds = (Challenge, Metric, Opportunity, Note, Cell)
        if stage.goal or not touchpoints or any(journey.children(stage.id, cls) for cls in kinds):
            yield DetailsRow(journey, tidy, stage_number, stage)
        for touchpoint in touchpoints:
            yield DetailsRow(journey, tidy, stage_number, stage, next(numbers), touchpoint)


# -- writing -----------------------------------------------------------------------------------------------------------


def _write(export: Export, sheet: SheetWriter, progress: Progress) -> None:
    journey, writer = export.journey, export.writer
    columns, rows = _columns(journey), list(_rows(journey, writer.remarks.tidy))
    header = [headings(key, export.language)[0] for key in KEYS]
    header += [writer.remarks.tidy(lane.title) for lane in journey.all(Lane)]
    values = [[column.value(row) for column in columns] for row in rows]
    progress(0.2)
    widths, heights = _fit(columns, header, values, writer)
    if any(max(row) > TALLEST_ROW for row in heights):
        for kind in dict.fromkeys([WHOLE, *(column.kind for column in columns)]):
            writer.adapt(kind, writer.faces[kind].size, top=True)
    export.details.append(_write_header(sheet, header, widths))
    lines = progress.part(0.5, 1).over(list(zip(rows, values, heights)))
    for number, (row, shown, wanted) in enumerate(lines, 2):
        kinds = [column.kind if row.touchpoint else WHOLE for column in columns]
        export.details.append(_write_row(sheet, number, shown, kinds))
        sheet.row_height(number, wanted)
    sheet.worksheet.auto_filter.ref = sheet.worksheet.dimensions
    sheet.freeze(rows=1, columns=3)
    sheet.set_up_page(CELL, f"{shown_title(journey, writer)} · {label(DETAILS, export.language)}")
    sheet.colour_emotions(_EMOTION, 2, len(rows) + 1)


def _write_header(sheet: SheetWriter, header: list[str], widths: list[float]) -> int:
    """Write the header and set the columns' widths; return the row's mark."""
    for column, width in enumerate(widths, 1):
        sheet.width(column, width)
    face = sheet.workbook.faces[HEADER]
    sheet.row_height(1, [height_of(text, width - _HEADER_SPARE, face) + 4 for text, width in zip(header, widths)])
    return _write_row(sheet, 1, header, [HEADER] * len(header))


def _write_row(sheet: SheetWriter, number: int, values: Iterable[Value], kinds: Iterable[str]) -> int:
    """Write a row; return its mark."""
    stored: list[Value] = []
    for column, (value, kind) in enumerate(zip(values, kinds), 1):
        if isinstance(value, str):
            stored.append(sheet.text(number, column, value, kind))
        else:
            sheet.number(number, column, value, kind)
            stored.append(value)
    return row_mark(stored)


def _fit(columns: list[DetailsColumn], header: list[str], rows: list[list[Value]],
         writer: WorkbookWriter) -> tuple[list[float], list[list[float]]]:
    """Return the columns' widths and the heights that the rows' cells want."""
    fits = [_fit_column(column, text, [row[place] for row in rows], writer)
            for place, (column, text) in enumerate(zip(columns, header))]
    return [width for width, _heights in fits], [list(heights) for heights in zip(*(heights for _, heights in fits))]


def _fit_column(column: DetailsColumn, header: str, values: list[Value],
                writer: WorkbookWriter) -> tuple[float, list[float]]:
    word = max(width_for(word, writer.faces[HEADER]) for word in header.split() or [""])
    usual = column.width if any(value not in (None, "") for value in values) else 0
    least = round(max(min(word + _HEADER_SPARE, _LANE_WIDTH), usual), 1)
    least, _heights = width_that_fits([header], least, writer.faces[HEADER])
    return width_that_fits([value if isinstance(value, str) else "" for value in values], least, writer.faces[CELL])


# -- reading -----------------------------------------------------------------------------------------------------------


def row_mark(values: Iterable[object]) -> int:
    """Return a number that tells whether a row still says the same, however a program saves it; 0 if it is empty."""
    shown = [f"{value if abs(value) > _LEAST else 0:.12g}" if isinstance(value, (int, float))
             else canonical(str(value or "")).strip() for value in values]
    while shown and not shown[-1]:
        shown.pop()
    return zlib.crc32("\x1f".join(shown).encode("utf-8", "replace")) if shown else 0


def field_read(text: str, field: FieldSpec) -> Any:
    """Return the value that the cell of a field shows, its default if that cannot be told; titles for references."""
    if field.kind in fields.NUMBERS:
        number = _number(text)
        return number if field.rule()(number) else field.default
    if field.kind == fields.CHOICE:
        return choice_of(text, field) or field.default
    if field.kind == fields.FLAG:
        return bool(flag_of(text))
    if field.kind == fields.REFERENCES:
        return tuple(dict.fromkeys(title for title in text.split("\n") if title))
    return text


def _number(text: str) -> float | None:
    try:
        number = float(text.replace("−", "-"))
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def notes_read(text: str) -> tuple[str, list[str]]:
    """Return the notes on a touchpoint that a cell shows, and the note cards listed below them."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines) if bullet_of(line)), len(lines))
    rest = "\n".join(lines[start:])
    return "\n".join(lines[:start]), cell_items(rest) if rest else []


def take_listed(title: str, listed: list[str], cls: type[Record]) -> bool:
    """Take a title out of those that a cell lists (metrics with their figures); return whether it was there."""
    for place, text in enumerate(listed):
        if text == title or cls is Metric and text.startswith(title) and FIGURES.fullmatch(text, len(title)):
            del listed[place]
            return True
    return False


def changed_rows(sheet: Sheet, base: Base) -> list[int]:
    """Return the rows that do not say what was exported."""
    known = set(base.details)
    return [row for row, values in sorted(sheet.rows.items())
            if row_mark(values.get(column) for column in range(1, max(values) + 1)) not in known]


def _region(_book: WorkbookReader, sheet: Sheet, base: Base | None, _ours: Collection[str]) -> Region:
    head, row = sheet.rows.get(1, {}), 2
    about: dict[int, object] = {}
    while _STAGE in sheet.rows.get(row, ()):
        values = sheet.rows[row]
        about[row] = tuple(canonical(str(values.get(column, ""))) for column in (_STAGE, _STAGE + 1))
        row += 1
    width = len(_columns(base.journey)) if base else next(place for place in count(1) if place + 1 not in head)
    return Region(range(1, row), range(1, width + 1), about)


def _planned(journey: Journey) -> Region:
    about: dict[int, object] = {
        number: tuple(str(column.value(row)) for column in COLUMNS[_STAGE - 1:_STAGE + 1])
        for number, row in enumerate(_rows(journey, canonical), 2)}
    return Region(range(1, len(about) + 2), range(1, len(_columns(journey)) + 1), about)


def _work(journey: Journey) -> int:
    return journey.count(Stage) + journey.count(Touchpoint)


DETAILS_SHEET = SheetKind(DETAILS, lambda language: label(DETAILS, language), _write, work=_work, is_marked=True,
                          region=_region, planned=_planned)
