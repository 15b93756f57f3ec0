"""The map's sheet as it stands in a workbook of our own: its columns and rows, and which of those written they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...model.records import BULLETS
from ...spreadsheet.cells import RawBook, RawSheet
from ...spreadsheet.escapes import canonical, decoded, is_same_text
from ...spreadsheet.grid import Area, column_letters
from ..map_table import TABLE_NAME
from ..recogniser.items import split_bulleted
from .alignment import Line, align_lines
from .base import MapWritten
from .sheets import sheet_in

_STAGE_NUMBER = re.compile(r"\s*\d+\.\s")


@dataclass(slots=True)
class MapNow:
    """Where the map is, and the columns and rows of it that hold something: in the sheet, and as they were written."""

    book: RawBook
    sheet: RawSheet
    top: int
    left: int
    columns: list[int]
    rows: list[int]
    stages: dict[int, int]
    """Which of the written columns each column is, by its place in the sheet."""
    kinds: dict[int, int]
    """Which of the written rows each row is, by its place in the sheet."""
    untouched: bool = False
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


def items_of(text: str) -> list[str]:
    """Return the items of a cell of the map, of which a program may have dropped the space after an empty bullet."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return split_bulleted("\n".join(f"{line} " if line in BULLETS else line for line in lines))


def stage_name(header: str) -> str:
    """Return a stage's title without the number before it."""
    match = _STAGE_NUMBER.match(header)
    return header[match.end():] if match else header.strip() if re.fullmatch(r"\s*\d+\.", header) is None else ""


def find_map(book: RawBook, written: MapWritten, taken: set[str]) -> MapNow | None:
    """Return where the map that was exported is now; None if its sheet is gone or its corner not to be found."""
    marked = sheet_in(book.names.get(TABLE_NAME, ""))
    others = [name for name in book.sheets if name not in taken and name != marked]
    for name in [marked, *others] if marked in book.sheets else others:
        sheet = book.sheet(name)
        corner = next(((row, column) for row, values in sheet.rows.items() for column, value in values.items()
                       if value == written.header[0]), None)
        if corner:
            return (_as_written(book, sheet, *corner, written)
                    or _look_around(book, sheet, *corner, written))
    return None


def _as_written(book: RawBook, sheet: RawSheet, top: int, left: int, written: MapWritten) -> MapNow | None:
    """Return where the map is if nothing of it was changed, which needs no comparing; None if something was."""
    columns = list(range(left + 1, left + 1 + len(written.stages)))
    rows = list(range(top + 1, top + 1 + len(written.rows)))
    texts = {top: written.header, **{row: [old.label, *old.texts] for row, old in zip(rows, written.rows)}}
    if top > 1:
        texts[top - 1] = [written.title]
    below = sheet.rows.get(top + 1 + len(rows), ())
    beside = left + 1 + len(columns)
    if any(column >= left for column in below) or any(beside in sheet.rows.get(row, ()) for row in (top, *rows)):
        return None
    for row, said in texts.items():
        for column, text in enumerate(said, left):
            if not is_same_text(decoded(text), book.shown(sheet, row, column)):
                return None
    return MapNow(book, sheet, top, left, columns, rows, {column: place for place, column in enumerate(columns)},
                  {row: place for place, row in enumerate(rows)}, True)


def _look_around(book: RawBook, sheet: RawSheet, top: int, left: int, written: MapWritten) -> MapNow:
    rows, columns = _lines(sheet, top, left, len(written.rows)), []
    blank = 0
    column = left + 1
    while column <= left + len(written.stages) or not blank:
        filled = any(column in sheet.rows.get(row, ()) for row in (top, *rows))
        if filled:
            columns.append(column)
        blank = 0 if filled else blank + 1
        column += 1
    now = MapNow(book, sheet, top, left, columns, rows, {}, {})
    old_columns = [Line(canonical(stage_name(decoded(header))),
                        _items([decoded(row.texts[place]) for row in written.rows]))
                   for place, header in enumerate(written.header[1:])]
    new_columns = [Line(canonical(stage_name(now.text(top, column))), _items([now.text(row, column) for row in rows]))
                   for column in columns]
    old_rows = [Line(canonical(decoded(row.label)), _items(map(decoded, row.texts))) for row in written.rows]
    new_rows = [Line(canonical(now.text(row, left)), _items([now.text(row, column) for column in columns]))
                for row in rows]
    now.stages = {columns[new]: old for new, old in align_lines(old_columns, new_columns).items()}
    now.kinds = {rows[new]: old for new, old in align_lines(old_rows, new_rows).items()}
    return now


def _lines(sheet: RawSheet, top: int, left: int, count: int) -> list[int]:
    """Return the rows below the header, up to the first that is empty once there are as many as were written."""
    rows: list[int] = []
    row = top + 1
    last = max(sheet.rows, default=top)
    while row <= last:
        if any(column >= left for column in sheet.rows.get(row, ())):
            rows.append(row)
        elif row > top + count:
            break
        row += 1
    return rows


def _items(texts: Iterable[str]) -> Counter[str]:
    return Counter(canonical(item) for text in texts for item in items_of(text))
