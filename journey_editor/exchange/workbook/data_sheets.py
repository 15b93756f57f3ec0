"""The journey's data: a table of each type of record on a sheet of its own, every field a column, ids out of sight.

The first row, which is hidden, names the columns to the reader; the second is the table's header. The first column
holds the records' ids, and columns at the right those of the records that other columns name by title; all of these are
hidden. Behind them stands what is computed of a record: a metric's latest value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...analysis import metrics
from ...files.progress import Progress
from ...model import RECORD_TYPES, Journey, Metric, Record
from ...model.vocabulary import label, spellings
from ...spreadsheet.reader import Sheet, WorkbookReader
from ...spreadsheet.grid import Area, column_letters
from ...spreadsheet.text_fit import TALLEST_ROW, height_of
from .base import Base
from .columns import (
    CHOICE, FIRST_ROW, FLAG, HEADER_ROW, ID_HEADER, INTEGER, KEYS_ROW, NUMBER, REF, REFS, TEXT, Column, columns_of,
    id_key, rows_of, sheet_name, table_name,
)
from .lists_sheet import offer
from .sheet_kind import Export, Region, SheetKind
from .data_tables import find_by_headers, find_by_keys, table_on
from .values import shown_value
from .workbook_styles import CELL, HEADER, NUMBER as FIGURE

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter

LATEST = "latest"
"""The key of the column of metrics' latest values."""

_COMPUTED = {Metric.type: (LATEST,)}
"""The columns behind all others that show what is computed, as keys of their headers."""

_SELDOM = ("track", "lane", "cell", "note")
"""The types whose sheets are out of sight while they are empty."""

_FAR = 1 << 24
_WIDTHS = {TEXT: 26, NUMBER: 13, INTEGER: 13, CHOICE: 16, FLAG: 12, REF: 26, REFS: 26}
_BUTTON = 3
"""The width of the button that a header cell has, in Excel's units."""

_TITLE_WIDTH, _OTHER_WIDTH, _HIDDEN_WIDTH, _FIGURE_WIDTH = 34, 22, 4, 13
_ROOM_BELOW = 1000
"""How many rows below the last one are coloured as well."""


# -- the columns -------------------------------------------------------------------------------------------------------


def _references(cls: type[Record]) -> list[Column]:
    return [column for column in columns_of(cls) if column.field.is_reference]


def _keys(cls: type[Record]) -> list[str]:
    """Return the names of the columns that the hidden row gives to the reader, those computed left out."""
    return [id_key(cls.type), *(column.key for column in columns_of(cls)), *(one.ids_key for one in _references(cls))]


def _headers(cls: type[Record], language: str) -> list[str]:
    """Return the table's header, each text only once, as Excel wants it."""
    return unique([ID_HEADER, *(column.header(language) for column in columns_of(cls)),
                   *(f"{column.header(language)} {ID_HEADER}" for column in _references(cls)),
                   *(label(key, language) for key in _COMPUTED.get(cls.type, ()))])


def field_places(cls: type[Record]) -> dict[str, int]:
    """Return the columns of a type's fields by name, and of what is computed by key, counted from 1."""
    found = {column.name: place for place, column in enumerate(columns_of(cls), 2)}
    return found | {key: place for place, key in enumerate(_COMPUTED.get(cls.type, ()), len(_keys(cls)) + 1)}


def unique(texts: Iterable[str]) -> list[str]:
    """Return texts, of which the columns of a table want each only once, with numbers after those that repeat."""
    found: dict[str, None] = {}
    for text in texts:
        name, number = text, 1
        while name in found:
            number += 1
            name = f"{text} {number}"
        found[name] = None
    return list(found)


# -- writing -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns of a sheet with their widths and the styles of their cells."""

    columns: tuple[Column, ...]
    widths: list[float]
    styles: list[Any]


def _write(export: Export, sheet: SheetWriter, cls: type[Record], progress: Progress) -> None:
    count = export.journey.count(cls)
    last = FIRST_ROW + max(count, 1) - 1
    columns = columns_of(cls)
    text, figure = sheet.workbook.data_styles
    layout = _Layout(columns, [_TITLE_WIDTH if column.name == "title" else _WIDTHS.get(column.kind, _OTHER_WIDTH)
                               for column in columns],
                     [figure if column.kind in (NUMBER, INTEGER) else text for column in columns])
    headers, keys = _headers(cls, export.language), _keys(cls)
    for place, (key, header) in enumerate(zip(keys, headers), 1):
        sheet.exact(KEYS_ROW, place, key)
        sheet.text(HEADER_ROW, place, header, HEADER)
    for row, record in enumerate(progress.over(rows_of(export.journey, cls)), FIRST_ROW):
        _write_record(sheet, row, record, layout, export)
    _lay_out(sheet, layout, headers, len(keys))
    formulas = _add_latest(export, sheet, headers[-1], last) if cls is Metric else {}
    sheet.add_table(table_name(cls.type), Area(HEADER_ROW, 1, last, len(headers)), headers, formulas)
    if cls.type in _SELDOM and not count:
        # Still there for who wants to add one, but not among the sheets to leaf through and to print.
        sheet.worksheet.sheet_state = "hidden"
        # LibreOffice prints hidden sheets too, if they have a print area.
        sheet.worksheet.print_area = None
    for place, column in enumerate(columns, 2):
        offer(export, sheet, column, place, last)
        if column.name == "emotion":
            sheet.colour_emotions(place, FIRST_ROW, FIRST_ROW + count - 1)


def _write_record(sheet: SheetWriter, row: int, record: Record, layout: _Layout, export: Export) -> None:
    face = sheet.workbook.faces[CELL]
    sheet.exact(row, 1, record.id)
    heights = [height_of("", 0, face)]
    for place, (column, width, style) in enumerate(zip(layout.columns, layout.widths, layout.styles), 2):
        value = shown_value(record, column, export.names, export.language)
        sheet.exact(row, place, value, style)
        if value and isinstance(value, str):
            heights.append(height_of(value, width, face))
    sheet.exact_height(row, min(max(heights), TALLEST_ROW))
    for place, column in enumerate(_references(type(record)), len(layout.columns) + 2):
        ids = getattr(record, column.name)
        sheet.exact(row, place, " ".join(ids) if column.kind == REFS else ids)


def _lay_out(sheet: SheetWriter, layout: _Layout, headers: list[str], count: int) -> None:
    """Set widths and what new rows look like, hide what is not for people, and lay the sheet out for print."""
    face, shown = sheet.workbook.faces[HEADER], headers[1:len(layout.columns) + 1]
    sheet.exact_height(KEYS_ROW, None, hidden=True)
    sheet.row_height(HEADER_ROW, [height_of(text, width - _BUTTON, face) for text, width in zip(shown, layout.widths)])
    for place in (1, *range(len(layout.columns) + 2, count + 1)):
        sheet.width(place, _HIDDEN_WIDTH, hidden=True)
    for place, (width, style) in enumerate(zip(layout.widths, layout.styles), 2):
        sheet.width(place, width, style)
    sheet.set_up_page(CELL, sheet.name)
    sheet.worksheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.worksheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


# -- latest values -----------------------------------------------------------------------------------------------------


def _add_latest(export: Export, sheet: SheetWriter, header: str, last: int) -> dict[str, str]:
    """Add the column of metrics' latest values, coloured by whether they are on target; return its formula."""
    place, language = field_places(Metric)[LATEST], export.language
    observations = next(column.header(language) for column in columns_of(Metric) if column.name == "observations")
    formula = _latest_formula(observations)
    sheet.text(HEADER_ROW, place, header, HEADER)
    sheet.width(place, _FIGURE_WIDTH)
    sheet.worksheet.print_area = str(Area(1, 1, last, place))
    for row, metric in enumerate(rows_of(export.journey, Metric), FIRST_ROW):
        assert isinstance(metric, Metric)
        sheet.formula(row, place, formula, metrics.latest(metric), FIGURE)
    for signs, colour in ((("<", ">"), export.writer.style.off_target), ((">=", "<="), export.writer.style.on_target)):
        sheet.colour_where(place, FIRST_ROW, last + _ROOM_BELOW, _is_beyond_target(signs, language), colour)
    return {header: formula}


def _latest_formula(header: str) -> str:
    """Return the formula of what stands after the last colon of the observations: `2024-05-01: 48`, a line each."""
    cell = f"{table_name(Metric.type)}[[#This Row],[{header}]]"
    last = f'FIND("|",SUBSTITUTE({cell},":","|",LEN({cell})-LEN(SUBSTITUTE({cell},":",""))))'
    return f'IFERROR(_xlfn.NUMBERVALUE(TRIM(MID({cell},{last}+1,99)),"."),"")'


def _is_beyond_target(signs: tuple[str, str], language: str) -> str:
    """Return the formula that compares the latest value with the target by a sign for each direction, up and down."""
    latest, target, better = (f"${column_letters(field_places(Metric)[field])}{FIRST_ROW}"
                              for field in (LATEST, "target", "direction"))
    up, down = (f'{better}="{label(word, language)}"' for word in ("up", "down"))
    return (f"AND(ISNUMBER({latest}),ISNUMBER({target}),"
            f"OR(AND({up},{latest}{signs[0]}{target}),AND({down},{latest}{signs[1]}{target})))")


# -- what of the sheets is ours ----------------------------------------------------------------------------------------


def _region(_book: WorkbookReader, sheet: Sheet, base: Base | None, _ours: Collection[str]) -> Region:
    table = table_on(sheet)
    keys = next((row for row, values in sheet.rows.items() if id_key(table.cls.type) in values.values()), KEYS_ROW)
    places = {*table.columns.values(), *table.ids.values(), *_computed_in(sheet.rows.get(keys + 1, {}), table.cls)}
    ids = {row: table.id_at(row) for row in table.rows}
    about: dict[int, object] = {row: id_ for row, id_ in ids.items() if id_ and (base is None or id_ in base.journey)}
    texts = {table.columns[column.name] for column in table.known_fields if column.kind == TEXT}
    return Region({keys, keys + 1, *about}, places, about, frozenset(places - texts))


def _computed_in(header: Mapping[int, object], cls: type[Record]) -> list[int]:
    """Return the columns of a header that show what is computed."""
    words = {word for key in _COMPUTED.get(cls.type, ()) for word in spellings(key)}
    return [column for column, value in header.items() if value in words]


def _planned(journey: Journey, cls: type[Record]) -> Region:
    ids = [record.id for record in rows_of(journey, cls)]
    # Whatever stands below, in these columns, would be read as one more record.
    return Region(range(1, _FAR), range(1, len(_headers(cls, journey.info.language)) + 1),
                  dict(enumerate(ids, FIRST_ROW)))


def _data_sheet(cls: type[Record]) -> SheetKind:
    return SheetKind(
        cls.type, lambda language: sheet_name(cls.type, language),
        lambda export, sheet, progress: _write(export, sheet, cls, progress),
        work=lambda journey: journey.count(cls),
        tests=(lambda head: find_by_keys(head, cls) is not None, lambda head: find_by_headers(head, cls) is not None),
        table=table_name(cls.type), region=_region, planned=lambda journey: _planned(journey, cls))


DATA_SHEETS = tuple(map(_data_sheet, RECORD_TYPES.values()))
