"""Tables that were read from text, as a sheet that the recogniser reads like one of a workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model.records import BULLETS
from ...model.vocabulary import LANGUAGES, label
from ...spreadsheet.grid import Area, Book, Grid, column_letters, is_blank
from ..map_table import FORMAT_NAME, TABLE_NAME
from ...spreadsheet.texts import CONTINUATION

_NUMBERED = re.compile(r"\d+\. ")
_APART = 6
"""How many rows there are between two tables: more than the recogniser takes for a gap inside of one."""

_FIXED = ("touchpoints", "challenges", "metrics")
"""The rows that every exported table begins with."""


@dataclass(slots=True)
class TextTable:
    """Rows of texts, of whatever length; merged ranges, counted from 1; the lines of text above the table."""

    rows: list[list[str]]
    merges: dict[tuple[int, int], Area] = field(default_factory=dict)
    above: list[str] = field(default_factory=list)

    def with_above(self) -> list[list[str]]:
        """Return the rows after the lines above them, a row of one cell each."""
        return [*([line] for line in self.above), *self.rows]


@dataclass(slots=True)
class TextSheet:
    """The tables of a text in their order, and the lines after the last."""

    tables: list[TextTable] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        """Return everything that stands in the text, cell by cell and line by line, in reading order."""
        return [text for table in self.tables for row in table.with_above() for text in row] + self.below


def book_of(sheet: TextSheet, name: str) -> Book:
    """Return the text as a workbook of one sheet; marked as our own, to be read exactly, if it has just that form."""
    grid = Grid(name, {})
    top = 1
    for table in (*sheet.tables, TextTable([[line] for line in sheet.below])):
        before = top + len(table.above) - 1
        for (row, column), area in table.merges.items():
            grid.merges[row + before, column] = Area(area.top + before, area.left, area.bottom + before, area.right)
        rows = table.with_above()
        for row, texts in enumerate(rows, top):
            for column, text in enumerate(texts, 1):
                if text:
                    (grid.blanks if is_blank(text) else grid.cells)[row, column] = text
        top += len(rows) + _APART
    book = Book([grid])
    _mark_if_exported(book, sheet)
    return book


def _mark_if_exported(book: Book, sheet: TextSheet) -> None:
    """Give the workbook the names of our own if its one table is as `map_table` makes it, down to the last bullet."""
    if len(sheet.tables) != 1 or sheet.below:
        return
    table = sheet.tables[0]
    rows = table.with_above()
    for top in (1, 0):  # below a title, or without one
        if len(table.above) <= top and not any(any(row[1:]) for row in rows[:top]) and _is_map_table(rows[top:]):
            book.title = rows[0][0] if top else ""
            last = f"{column_letters(len(rows[top]))}{len(rows)}"
            quoted = book.grids[0].name.replace("'", "''")
            book.names = {FORMAT_NAME: "1", TABLE_NAME: f"'{quoted}'!A{top + 1}:{last}"}
            return


def _is_map_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have the form of `map_table`: numbered stages, the fixed rows, bullets before every item."""
    if len(rows) <= len(_FIXED):
        return False
    header, *body = rows
    language = _language_of(header)
    if language is None or len(set(map(len, rows))) > 1:
        return False
    return ([row[0] for row in body[:len(_FIXED)]] == [label(key, language) for key in _FIXED]
            and _are_bulleted([cell for row in body for cell in row[1:] if cell]))


def _language_of(header: Sequence[str]) -> str | None:
    """Return the language of a header of numbered stages; None if it is none."""
    numbered = all(map(_NUMBERED.match, header[1:]))
    return next((one for one in LANGUAGES if numbered and header[:1] == [label("stages", one)]), None)


def _are_bulleted(cells: Sequence[str]) -> bool:
    """Tell whether every line of the cells begins with the same bullet, or goes on with the item above it."""
    bullet = next((one for one in BULLETS if cells and cells[0].startswith(one)), "")
    return all(cell.startswith(f"{bullet} ") and all(line.startswith((f"{bullet} ", CONTINUATION))
                                                     for line in cell.split("\n")) for cell in cells)
