"""A sheet as the recogniser sees it: the cells that hold something, and the merged ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_BLANK = re.compile(r"[\s\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2064\u3000\u3164\ufeff\u00ad]*")

Place = tuple[int, int]
"""A cell: its row and its column, counted from 1."""

REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
"""A cell's column and row, as in `B2` or `$B$2`."""


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: spaces of any kind and characters without a width."""
    return _BLANK.fullmatch(text) is not None


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 1: 28 is `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column, counted from 1, that has these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return the runs of numbers that follow one another without a gap, in order."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if not found or number > found[-1][-1] + 1:
            found.append([])
        found[-1].append(number)
    return found


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A rectangle of cells, its edges included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = f"{column_letters(self.left)}{self.top}"
        last = f"{column_letters(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def overlaps(self, other: Area) -> bool:
        """Tell whether the two share a cell."""
        return (self.top <= other.bottom and other.top <= self.bottom
                and self.left <= other.right and other.left <= self.right)

    def turned(self) -> Area:
        """Return the rectangle with rows and columns exchanged."""
        return Area(self.left, self.top, self.right, self.bottom)

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is in the rectangle."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def area_of(reference: str) -> Area | None:
    """Return the rectangle of a reference such as `B2:D5` or `$B$2`; None if it is none."""
    corners = [found for corner in reference.split(":") if (found := REFERENCE.fullmatch(corner))]
    if not 0 < len(corners) == reference.count(":") + 1 <= 2:
        return None
    rows = [int(corner[2]) for corner in corners]
    columns = [column_number(corner[1]) for corner in corners]
    return Area(min(rows), min(columns), max(rows), max(columns))


def sheet_of(reference: str) -> str:
    """Return the sheet that a reference such as `'My map'!$A$1` names; empty if it names none."""
    name = reference.rpartition("!")[0]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


@dataclass(slots=True)
class Grid:
    """The cells of a sheet that show something, by (row, column), and its merged ranges by their first cell.

    Nothing here is as large as a sheet says it is: lines without cells are simply not there.
    """

    name: str
    cells: dict[tuple[int, int], str]
    merges: dict[tuple[int, int], Area] = field(default_factory=dict)
    hidden: bool = False
    comments: int = 0
    unknown: int = 0
    """How many formulas have no result in the file."""
    drawings: bool = False
    blanks: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells of spaces alone: nothing to the recogniser, but text in a workbook of our own."""

    def enter(self, row: int, column: int, text: str) -> None:
        """Put a text into a cell."""
        (self.blanks if is_blank(text) else self.cells)[row, column] = text

    @classmethod
    def of_rows(cls, name: str, rows: Iterable[Iterable[str | None]]) -> Grid:
        """Return the grid of a plain table of texts, its first cell being A1."""
        return cls(name, {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)
                          if text is not None and not is_blank(text)})

    def turned(self) -> Grid:
        """Return the sheet with rows and columns exchanged."""
        return Grid(self.name, {(c, r): text for (r, c), text in self.cells.items()},
                    {(c, r): area.turned() for (r, c), area in self.merges.items()}, self.hidden)

    def by_row(self) -> dict[int, dict[int, str]]:
        """Return the texts by row and then column, both in order."""
        return by_row(self.cells)

    def within(self, area: Area) -> dict[tuple[int, int], str]:
        """Return the cells of a rectangle that show something."""
        return {(r, c): text for (r, c), text in self.cells.items() if area.holds(r, c)}


def by_row(cells: Mapping[tuple[int, int], str]) -> dict[int, dict[int, str]]:
    """Return the texts of cells by row and then column, both in order."""
    rows: dict[int, dict[int, str]] = {}
    for (r, c), text in sorted(cells.items()):
        rows.setdefault(r, {})[c] = text
    return rows


@dataclass(slots=True)
class Book:
    """What a workbook's sheets show, in their order, the names defined in it, and its title among its properties."""

    grids: list[Grid]
    names: dict[str, str] = field(default_factory=dict)
    title: str = ""
