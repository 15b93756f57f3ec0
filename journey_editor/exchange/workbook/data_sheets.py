"""The journey's data: a table of each type of record on a sheet of its own, every field a column, ids out of sight.

The first row, which is hidden, names the columns to the reader; the second is the table's header. The first column
holds the records' ids, and columns at the right those of the records that other columns name by title; all of these are
hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...model import RECORD_TYPES, Journey, Record
from ...model.fields import EMOTION, FieldSpec
from ...model.vocabulary import label
from ...files.progress import NO_PROGRESS, Progress
from .columns import (
    CHOICE, FIRST_ROW, FLAG, HEADER_ROW, INTEGER, KEYS_ROW, LISTS_SHEET, NUMBER, REF, REFS, TEXT, Column, columns_of,
    id_key, rows_of, sheet_name, table_name,
)
from .names import Names, names_of
from .values import MOST_IN_EXCEL, Shown, shown_value
from ...spreadsheet.text_fit import TALLEST_ROW, height_of
from ...spreadsheet.escapes import encoded, split_for_cell
from .pen import CELL, HEADER, Pen, RowHeight, set_up_page, set_width
from ...spreadsheet.sheet_xml import SheetTable

_ROOM_BELOW = 1000
"""How many rows below the last one have drop-down lists as well."""

_SELDOM = ("track", "lane", "cell", "note")
"""The types whose sheets are out of sight while they are empty."""

_LAST_ROW = 1_048_576
_WIDTHS = {TEXT: 26, NUMBER: 13, INTEGER: 13, CHOICE: 16, FLAG: 12, REF: 26, REFS: 26}
_BUTTON = 3
"""The width of the button that a header cell has, in Excel's units."""

_TITLE_WIDTH, _OTHER_WIDTH = 34, 22
_TEXT_STYLE, _NUMBER_STYLE = "Journey data", "Journey figure"


def fill_data_sheets(workbook: Workbook, journey: Journey, pen: Pen, progress: Progress = NO_PROGRESS) -> None:
    """Add the data sheets to a workbook, and the hidden sheet of what their drop-down lists offer."""
    names, language = names_of(journey), journey.info.language
    lists, styles = _Lists(journey, names, language), _add_styles(workbook, pen)
    done, whole = 0, max(len(journey), 1)
    for type_, cls in RECORD_TYPES.items():
        start, done = done, done + journey.count(cls)
        sheet = workbook.create_sheet(sheet_name(type_, language))
        _fill(sheet, journey, cls, names, pen, styles, progress.part(start / whole, done / whole))
        if type_ in _SELDOM and not journey.count(cls):
            # Still there for who wants to add one, but not among the sheets to leaf through and to print.
            # LibreOffice prints hidden sheets too, if they have a print area.
            sheet.sheet_state, sheet.print_area = "hidden", None
        for place, column in enumerate(columns_of(cls), 2):
            lists.offer(sheet, column, place, FIRST_ROW + max(journey.count(cls), 1) - 1)
    lists.write(workbook.create_sheet(LISTS_SHEET))


def _add_styles(workbook: Workbook, pen: Pen) -> dict[str, Any]:
    """Return the styles of texts and of numbers. Texts have Excel's format for text, so that 0012 may be typed in."""
    face = pen.faces[CELL]
    found = {}
    for name, code, side in ((_TEXT_STYLE, "@", "left"), (_NUMBER_STYLE, "General", "center")):
        style = NamedStyle(name=name, font=Font(name=face.name, size=face.size, color=pen.style.body.ink),
                           number_format=code, alignment=Alignment(horizontal=side, vertical="center", wrap_text=True,
                                                                   indent=int(side == "left")))
        workbook.add_named_style(style)
        found[name] = style.as_tuple()
    return found


def _fill(sheet: Worksheet, journey: Journey, cls: type[Record], names: Names, pen: Pen, looks: dict[str, Any],
          progress: Progress) -> None:
    """Write the table of a type of record."""
    language, columns = journey.info.language, columns_of(cls)
    referring = [column for column in columns if column.field.is_reference]
    keys = [id_key(cls.type), *(column.key for column in columns), *(column.ids_key for column in referring)]
    headers = unique(["ID", *(column.header(language) for column in columns),
                      *(f"{column.header(language)} ID" for column in referring)])
    for place, (key, text) in enumerate(zip(keys, headers), 1):
        sheet.cell(KEYS_ROW, place, key)
        pen.text(sheet, HEADER_ROW, place, text, HEADER)
    styles = [looks[_NUMBER_STYLE if column.kind in (NUMBER, INTEGER) else _TEXT_STYLE] for column in columns]
    widths, face = [_width_of(column) for column in columns], pen.faces[CELL]
    least, row = height_of("", 0, face), HEADER_ROW
    for row, record in enumerate(progress.over(rows_of(journey, cls)), FIRST_ROW):
        _put(sheet, row, 1, record.id, None)
        values = [shown_value(record, column, names, language) for column in columns]
        for place, (value, style) in enumerate(zip(values, styles), 2):
            _put(sheet, row, place, value, style)
        height = max([least, *(height_of(value, width, face) for value, width in zip(values, widths)
                               if value and isinstance(value, str))])
        sheet.row_dimensions[row] = RowHeight(min(height, TALLEST_ROW))  # type: ignore[assignment]
        for place, column in enumerate(referring, len(columns) + 2):
            value = getattr(record, column.name)
            _put(sheet, row, place, " ".join(value) if column.kind == REFS else value, None)
    last = max(row, FIRST_ROW)
    _dress(sheet, columns, styles, len(keys), pen)
    add_table(sheet, cls.type, headers, last)


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


def _put(sheet: Worksheet, row: int, place: int, value: Shown, style: Any) -> None:
    """Enter a value exactly; what is empty gets no cell."""
    if value is None or value == "":
        return
    cell = ExcelCell(sheet, row, place)
    if not isinstance(value, str) and abs(value) <= MOST_IN_EXCEL:
        # As text, since openpyxl would write sixteen digits.
        cell._value, cell.data_type = repr(value), "n"
    else:
        cell._value, cell.data_type = encoded(split_for_cell(value)[0] if isinstance(value, str) else repr(value)), "s"
    if style is not None:
        cell._style = style
    sheet._cells[row, place] = cell


def _dress(sheet: Worksheet, columns: tuple[Column, ...], styles: list[Any], count: int, pen: Pen) -> None:
    """Set widths and what new rows look like, hide what is not for people, and lay the sheet out for print."""
    sheet.row_dimensions[KEYS_ROW] = RowHeight(None, hidden=True)  # type: ignore[assignment]
    headers = [str(sheet.cell(HEADER_ROW, place).value) for place in range(2, len(columns) + 2)]
    pen.row_height(sheet, HEADER_ROW, [height_of(text, _width_of(column) - _BUTTON, pen.faces[HEADER])
                                       for text, column in zip(headers, columns)])
    for place in range(1, count + 1):
        if 2 <= place <= len(columns) + 1:
            set_width(sheet, place, _width_of(columns[place - 2]), styles[place - 2])
        else:
            set_width(sheet, place, 4, hidden=True)
    sheet.freeze_panes = f"C{FIRST_ROW}"
    set_up_page(sheet, pen.faces[CELL], sheet.title, pen.style)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _width_of(column: Column) -> float:
    return _TITLE_WIDTH if column.name == "title" else _WIDTHS.get(column.kind, _OTHER_WIDTH)


def add_table(sheet: Worksheet, type_: str, headers: list[str], last: int) -> SheetTable:
    """Make a table of a type's columns, down to a row; return it. One that is there already gives way to it."""
    name = table_name(type_)
    table = SheetTable(name, f"A{HEADER_ROW}:{get_column_letter(len(headers))}{last}", headers)
    sheet.tables[name] = table  # type: ignore[assignment]
    return table


class _Lists:
    """What drop-down lists offer, a column each on a sheet that nobody sees."""

    def __init__(self, journey: Journey, names: Names, language: str) -> None:
        self._journey, self._names, self._language = journey, names, language
        self._places: dict[tuple[str, ...], int] = {}
        self._lists: list[tuple[str | int, ...]] = []

    def offer(self, sheet: Worksheet, column: Column, place: int, last: int) -> None:
        """Give the cells of a column a drop-down list, if its field has a set of values to choose from."""
        values = self._values(column)
        if not values:
            return
        index = next((i for i, known in enumerate(self._lists) if known == values), None)
        if index is None:
            index = len(self._lists)
            self._lists.append(values)
        letter = get_column_letter(index + 1)
        closed = column.kind in (CHOICE, FLAG)
        rule = DataValidation(type="list", formula1=f"{LISTS_SHEET}!${letter}$2:${letter}${len(values) + 1}",
                              allow_blank=True)
        # Other texts are for the user to decide: a new channel, two roles at once, an emotion of a half.
        rule.showErrorMessage, rule.errorStyle = closed or column.field.kind == EMOTION, "stop" if closed else "warning"
        own = get_column_letter(place)
        rule.add(f"{own}{FIRST_ROW}:{own}{min(last + _ROOM_BELOW, _LAST_ROW)}")
        sheet.add_data_validation(rule)

    def _values(self, column: Column) -> tuple[str | int, ...]:
        if column.kind in (CHOICE, FLAG):
            return tuple(column.shown_choices(self._language).values())
        if column.field.is_reference:
            return tuple(self._names.of_types(column.field.refs))
        return self._entered(column.field) if column.field.listed else column.field.steps

    def _entered(self, field: FieldSpec) -> tuple[str, ...]:
        """Return what the records have in a field, as far as it fits into a list."""
        texts = (getattr(record, field.name) for record in self._journey.all(RECORD_TYPES[field.type]))
        return tuple(dict.fromkeys(text for text in texts if text.strip() and len(text) < 100))

    def write(self, sheet: Worksheet) -> None:
        """Write the lists into an empty sheet, and hide it."""
        for place, values in enumerate(self._lists, 1):
            sheet.cell(1, place, f"{label('journey', self._language)} {place}")
            for row, value in enumerate(values, 2):
                _put(sheet, row, place, value, None)
        sheet.sheet_state = "veryHidden"


@dataclass(frozen=True, slots=True)
class DataPlaces:
    """Where a record type's fields stand in the data sheets."""

    sheet: str
    columns: dict[str, str]
    """The letters of the columns by field."""

    def cells(self, field: str, rows: Iterable[int]) -> str:
        """Return the cells of a field in some rows as a reference; rows that follow one another make one range."""
        name, letter = quote_sheetname(self.sheet), self.columns[field]
        ranges = []
        for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
            found = [row for _, row in run]
            ranges.append(f"{name}!${letter}${found[0]}" + (f":${letter}${found[-1]}" if len(found) > 1 else ""))
        return ranges[0] if len(ranges) == 1 else f"({','.join(ranges)})"

    def head(self, field: str) -> str:
        """Return the cell of a field's header as a reference."""
        return f"{quote_sheetname(self.sheet)}!${self.columns[field]}${HEADER_ROW}"


def places_of(cls: type[Record], language: str) -> DataPlaces:
    """Return where the data sheets have the fields of a record type."""
    columns = columns_of(cls)  # type: ignore[arg-type]
    return DataPlaces(sheet_name(cls.type, language),
                      {column.name: get_column_letter(place) for place, column in enumerate(columns, 2)})
