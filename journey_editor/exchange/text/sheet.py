"""Tables that were read from text, as a sheet that the recogniser reads like one of a workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model.records import BULLETS, LANGUAGES
from ...model.vocabulary import label
from ...spreadsheet.sheets import Book
from ...spreadsheet.grid import Area, Grid, column_letters, is_blank
from ..map_table import FORMAT_NAME, TABLE_NAME
from ...spreadsheet.texts import CONTINUATION

_NUMBERED = re.compile(r"\d+\. ")
_APART = 6
"""How many rows there are between two tables: more than the recogniser takes for a gap inside of one."""

_FIXED = ("touchpoints", "challenges", "metrics")


@dataclass(slots=True)
class TextTable:
    """Rows of texts, of whatever length; merged ranges, counted from 1; the lines of text above the table."""

    rows: list[list[str]]
    merges: dict[tuple[int, int], Area] = field(default_factory=dict)
    above: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TextSheet:
    """The tables of a text in their order, and the lines after the last."""

    tables: list[TextTable] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        """Return everything that stands in the text, cell by cell and line by line, in reading order."""
        found: list[str] = []
        for table in self.tables:
            found += table.above
            for row in table.rows:
                found += row
        return found + self.below


def book_of(sheet: TextSheet, name: str) -> Book:
    """Return the text as a workbook of one sheet; marked as our own, to be read exactly, if it has just that form."""
    grid = Grid(name, {})
    top = 1
    for table in sheet.tables:
        for line in table.above:
            _enter(grid, top, [line])
            top += 1
        for (row, column), area in table.merges.items():
            grid.merges[row + top - 1, column] = Area(area.top + top - 1, area.left, area.bottom + top - 1, area.right)
        for row, texts in enumerate(table.rows, top):
            _enter(grid, row, texts)
        top += len(table.rows) + _APART
    for line in sheet.below:
        _enter(grid, top, [line])
        top += 1
    book = Book([grid])
    _mark_own(book, sheet)
    return book


def _enter(grid: Grid, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        if text:
            (grid.blanks if is_blank(text) else grid.cells)[row, column] = text


def _mark_own(book: Book, sheet: TextSheet) -> None:
    """Give the workbook the names of our own if its one table is as `map_table` makes it, down to the last bullet."""
    if len(sheet.tables) != 1 or sheet.below or len(sheet.tables[0].above) > 1:
        return
    table = sheet.tables[0]
    rows = [[line] for line in table.above] + table.rows
    top = next((place for place in (1, 0) if _is_own(rows, place)), None)
    if top is None or top < len(table.above):
        return
    book.title = rows[0][0] if top else ""
    last = f"{column_letters(len(rows[top]))}{len(rows)}"
    quoted = book.grids[0].name.replace("'", "''")
    book.names = {FORMAT_NAME: "1", TABLE_NAME: f"'{quoted}'!A{top + 1}:{last}"}


def _is_own(rows: Sequence[Sequence[str]], top: int) -> bool:
    if len(rows) <= top + len(_FIXED) or any(any(row[1:]) for row in rows[:top]):
        return False
    header, body = rows[top], rows[top + 1:]
    language = next((one for one in LANGUAGES if header[:1] == [label("stages", one)]), None)
    if language is None or not all(map(_NUMBERED.match, header[1:])) or any(len(row) != len(header) for row in body):
        return False
    if [row[0] for row in body[:len(_FIXED)]] != [label(key, language) for key in _FIXED]:
        return False
    cells = [cell for row in body for cell in row[1:] if cell]
    bullet = next((one for one in BULLETS if cells and cells[0].startswith(one)), "")
    lines = [line for cell in cells for line in cell.split("\n")]
    return (all(cell.startswith(f"{bullet} ") for cell in cells)
            and all(line.startswith((f"{bullet} ", CONTINUATION)) for line in lines))
