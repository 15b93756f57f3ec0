"""The map's sheet: the journey's table, its columns wide and its rows high enough; and where it is in a workbook now.

The title stands in the row above the table's header. Both may have been moved since, and lines added or taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...model import Cell, Challenge, Journey, Metric, Opportunity, Touchpoint
from ...model.records import BULLETS
from ...model.vocabulary import label
from ...spreadsheet.reader import Sheet, WorkbookReader
from ...spreadsheet.escapes import canonical, decoded, is_same_text
from ...spreadsheet.grid import Area, area_of, column_letters, sheet_of
from ...spreadsheet.text_fit import height_of, size_that_fits, width_for, width_that_fits
from ..concepts import CHALLENGE, LANE, METRIC, OPPORTUNITY, TOUCHPOINT
from ..map_table import TABLE_NAME, MapTable, cell_items, map_table, stage_name, table_rows
from .alignment import Line, align_lines
from .base import Base, WrittenMap, WrittenRow
from .sheet_kind import Export, Region, SheetKind
from .workbook_styles import HEADER, ITEMS, LABEL, STRIPED, TITLE

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter, WorkbookWriter

MAP = "map"
CONCEPTS = {Touchpoint.type: TOUCHPOINT, Challenge.type: CHALLENGE, Metric.type: METRIC, Opportunity.type: OPPORTUNITY,
            Cell.type: LANE}
"""What reports call the rows of the map, by the type that each lists."""

_TITLE_ROW, _HEADER_ROW, _FIRST_COLUMN = 1, 2, 1

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


# -- writing -----------------------------------------------------------------------------------------------------------


def shown_title(journey: Journey, writer: WorkbookWriter) -> str:
    """Return the title that the sheets show: a word for it, where the journey has none."""
    return writer.remarks.tidy(journey.info.title) or label("journey", journey.info.language)


def _write(export: Export, sheet: SheetWriter, _progress: Progress) -> None:
    journey, writer = export.journey, export.writer
    table, title = map_table(journey, writer.remarks.tidy), shown_title(journey, writer)
    widths, heights = _fit(table, writer)
    for column, width in enumerate(widths, _FIRST_COLUMN):
        sheet.width(column, width)
    written_title = _write_title(sheet, title, widths)
    lines = [_write_line(sheet, row, texts, wanted)
             for row, (texts, wanted) in enumerate(zip([table.header, *table.rows], heights), _HEADER_ROW)]
    sheet.freeze(rows=_HEADER_ROW, columns=_FIRST_COLUMN)
    sheet.set_up_page(LABEL, title)
    rows = [WrittenRow(row.type, row.lane, texts[0], row.ids, texts[1:])
            for row, texts in zip(table.contents, lines[1:])]
    export.map = WrittenMap(written_title, [stage.id for stage in journey.stages], lines[0], rows)
    export.map_range = Area(_TITLE_ROW, _FIRST_COLUMN, _TITLE_ROW + len(lines), len(widths))


def _write_line(sheet: SheetWriter, row: int, texts: list[str], heights: list[float]) -> list[str]:
    """Write the header or a row below it; return the texts as they are stored."""
    items = STRIPED if STRIPED in sheet.workbook.faces and row % 2 else ITEMS
    kinds = [HEADER] * len(texts) if row == _HEADER_ROW else [LABEL, *[items] * (len(texts) - 1)]
    written = [sheet.text(row, column, text, kind)
               for column, (text, kind) in enumerate(zip(texts, kinds), _FIRST_COLUMN)]
    sheet.row_height(row, heights)
    return written


def _write_title(sheet: SheetWriter, title: str, widths: list[float]) -> str:
    """Write the title across the table, beside the logo; return it as it is stored."""
    written = [sheet.text(_TITLE_ROW, column, "" if place else title, TITLE)
               for place, column in enumerate(range(_FIRST_COLUMN, _FIRST_COLUMN + len(widths)))]
    if len(widths) > 1:
        sheet.worksheet.merge_cells(str(Area(_TITLE_ROW, _FIRST_COLUMN, _TITLE_ROW, len(widths))))
    logo_width, logo_height = sheet.add_logo(widths)
    room = max(sum(widths) - logo_width, _LABEL_WIDEST)
    sheet.row_height(_TITLE_ROW, [max(height_of(title, room, sheet.workbook.faces[TITLE]) + 4, logo_height)])
    return written[0]


def _fit(table: MapTable, writer: WorkbookWriter) -> tuple[list[float], list[list[float]]]:
    """Return the columns' widths, and the heights that the header's and the rows' cells want, in the print chosen."""
    first, base = _usual_widths(table, writer)
    _choose_print([text for row in table.rows for text in row[1:]], base, writer)
    widths: list[float] = []
    columns = []
    for place, texts in enumerate(zip(table.header, *table.rows)):
        face = writer.faces[ITEMS if place else LABEL]
        body, _heights = width_that_fits(texts[1:], base if place else first, face)
        width, top = width_that_fits(texts[:1], body, writer.faces[HEADER])
        widths.append(width)
        columns.append(top + [max(height_of(text, width, face), _LEAST_HEIGHT) for text in texts[1:]])
    return widths, [list(heights) for heights in zip(*columns)]


def _usual_widths(table: MapTable, writer: WorkbookWriter) -> tuple[float, float]:
    """Return the widths of the labels' column and of the stages', before their texts are looked at."""
    labels = [table.header[0], *(row[0] for row in table.rows)]
    wanted = max(width_for(line, writer.faces[HEADER]) for text in labels for line in text.split("\n"))
    first = writer.style.label_width or round(min(max(wanted, _LABEL_NARROWEST), _LABEL_WIDEST), 1)
    share = (_PAGE_WIDTH - first) / max(len(table.header) - 1, 1)
    return first, writer.style.column_width or round(min(max(share, _NARROWEST), _WIDEST), 1)


def _choose_print(texts: list[str], width: float, writer: WorkbookWriter) -> None:
    face = writer.faces[ITEMS]
    long = any(height_of(text, width, face) > _LONG for text in texts)
    for items in {ITEMS, STRIPED} & set(writer.faces):
        writer.adapt(items, size_that_fits(texts, face, _SMALLER) if long else face.size, long)


# -- finding -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class LocatedMap:
    """Where the map is in a workbook, and which of the columns and rows that were written its columns and rows are."""

    book: WorkbookReader
    sheet: Sheet
    top: int
    left: int
    columns: list[int]
    rows: list[int]
    written_columns: dict[int, int]
    """Which of the written columns each column is, by its place in the sheet; new ones are not there."""
    written_rows: dict[int, int]
    """Which of the written rows each row is, by its place in the sheet."""
    is_untouched: bool = False
    """Whether every cell says what was written into it."""

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        return self.book.shown(self.sheet, row, column)

    @property
    def area(self) -> Area:
        """The cells that the map takes, its title included."""
        return Area(max(self.top - 1, 1), self.left, max([self.top, *self.rows]), max([self.left, *self.columns]))

    def cell(self, row: int, column: int) -> str:
        """Return a cell's name for people, such as `D7`."""
        return f"{column_letters(column)}{row}"


def stored_items(text: str) -> list[str]:
    """Return the items of a cell, of which a program may have dropped the space after an empty bullet."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return cell_items("\n".join(f"{line} " if line in BULLETS else line for line in lines))


def locate_map(book: WorkbookReader, written: WrittenMap, ours: Collection[str]) -> LocatedMap | None:
    """Return where the map that was exported is now; None if its sheet is gone or its corner not to be found.

    `ours` are the names of the sheets that hold something else of ours.
    """
    marked = sheet_of(book.names.get(TABLE_NAME, ""))
    others = [name for name in book.sheets if name not in ours and name != marked]
    for name in [marked, *others] if marked in book.sheets else others:
        sheet = book.sheet(name)
        corner = next(((row, column) for row, values in sheet.rows.items() for column, value in values.items()
                       if value == written.header[0]), None)
        if corner:
            return _as_written(book, sheet, *corner, written) or _compared(book, sheet, *corner, written)
    return None


def _as_written(book: WorkbookReader, sheet: Sheet, top: int, left: int, written: WrittenMap) -> LocatedMap | None:
    """Return where the map is if nothing of it was changed, which needs no comparing; None if something was."""
    columns = list(range(left + 1, left + 1 + len(written.stages)))
    rows = list(range(top + 1, top + 1 + len(written.rows)))
    found = LocatedMap(book, sheet, top, left, columns, rows, {column: place for place, column in enumerate(columns)},
                       {row: place for place, row in enumerate(rows)}, True)
    return None if _has_more(found) or not _says(found, written) else found


def _has_more(place: LocatedMap) -> bool:
    """Tell whether something stands right below or right beside the cells that were written."""
    rows = place.sheet.rows
    below, beside = place.top + 1 + len(place.rows), place.left + 1 + len(place.columns)
    return (any(column >= place.left for column in rows.get(below, ()))
            or any(beside in rows.get(row, ()) for row in (place.top, *place.rows)))


def _says(place: LocatedMap, written: WrittenMap) -> bool:
    """Tell whether every cell says what was written."""
    texts = {place.top: written.header,
             **{row: [old.label, *old.texts] for row, old in zip(place.rows, written.rows)}}
    if place.top > 1:
        texts[place.top - 1] = [written.title]
    return all(is_same_text(decoded(text), place.text(row, column))
               for row, line in texts.items() for column, text in enumerate(line, place.left))


def _compared(book: WorkbookReader, sheet: Sheet, top: int, left: int, written: WrittenMap) -> LocatedMap:
    """Return where the map is, its lines compared with those that were written."""
    rows = _filled_rows(sheet, top, left, len(written.rows))
    columns = _filled_columns(sheet, [top, *rows], left, len(written.stages))
    found = LocatedMap(book, sheet, top, left, columns, rows, {}, {})
    old_columns = [Line(canonical(stage_name(decoded(header))),
                        _items(decoded(row.texts[place]) for row in written.rows))
                   for place, header in enumerate(written.header[1:])]
    new_columns = [Line(canonical(stage_name(found.text(top, column))), _items(found.text(row, column) for row in rows))
                   for column in columns]
    old_rows = [Line(canonical(decoded(row.label)), _items(map(decoded, row.texts))) for row in written.rows]
    new_rows = [Line(canonical(found.text(row, left)), _items(found.text(row, column) for column in columns))
                for row in rows]
    found.written_columns = {columns[new]: old for new, old in align_lines(old_columns, new_columns).items()}
    found.written_rows = {rows[new]: old for new, old in align_lines(old_rows, new_rows).items()}
    return found


def _filled_columns(sheet: Sheet, rows: list[int], left: int, count: int) -> list[int]:
    """Return the columns with something in them, up to the first that is empty beyond as many as were written."""
    columns: list[int] = []
    column = left + 1
    filled = True
    while column <= left + count or filled:
        filled = any(column in sheet.rows.get(row, ()) for row in rows)
        if filled:
            columns.append(column)
        column += 1
    return columns


def _filled_rows(sheet: Sheet, top: int, left: int, count: int) -> list[int]:
    """Return the rows below the header, up to the first that is empty once there are as many as were written."""
    rows: list[int] = []
    for row in range(top + 1, max(sheet.rows, default=top) + 1):
        if any(column >= left for column in sheet.rows.get(row, ())):
            rows.append(row)
        elif row > top + count:
            break
    return rows


def _items(texts: Iterable[str]) -> Counter[str]:
    return Counter(canonical(item) for text in texts for item in stored_items(text))


# -- what of the sheet is ours -----------------------------------------------------------------------------------------


def _region(book: WorkbookReader, sheet: Sheet, base: Base | None, ours: Collection[str]) -> Region | None:
    found = locate_map(book, base.map, ours) if base else None
    if found is not None and found.sheet.name == sheet.name:
        return Region({found.top - 1, found.top, *found.written_rows}, {found.left, *found.written_columns})
    area = area_of(book.names.get(TABLE_NAME, "").rpartition("!")[2])
    return Region(range(area.top, area.bottom + 1), range(area.left, area.right + 1)) if area else None


def _planned(journey: Journey) -> Region:
    rows, columns = len(list(table_rows(journey))) + 1, len(journey.stages) + 1
    # One more of rows and columns: what stands so close would be read as the map's.
    return Region(range(_TITLE_ROW, _HEADER_ROW + rows + 1), range(_FIRST_COLUMN, _FIRST_COLUMN + columns + 1))


MAP_SHEET = SheetKind(MAP, lambda language: label(MAP, language), _write, drawings=frozenset({"pic"}), region=_region,
                      planned=_planned)
