"""Where cells come to stand when lines of a sheet are repeated, and the references that follow them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...model import Stage, Touchpoint
from ...spreadsheet.grid import Area, area_of, column_letters, column_number, sheet_of

_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
_COLUMN = re.compile(r"(\$?)([A-Za-z]{1,3})")
_ROW = re.compile(r"(\$?)(\d{1,7})")
_MANY = {"SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "COUNTIF", "SUMIF", "AVERAGEIF", "MIN", "MAX", "MEDIAN",
         "PRODUCT", "STDEV", "VAR", "SUBTOTAL", "AGGREGATE", "TEXTJOIN", "CONCAT", "SUMPRODUCT", "STDEV.S", "VAR.S"}
"""Functions that take ranges: a single cell in them that is repeated becomes the range of its copies."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a new line is about: a stage, a touchpoint, or the n-th touchpoint of whichever stage; or nothing."""

    stage: Stage | None = None
    touchpoint: Touchpoint | None = None
    rank: int | None = None
    blank: bool = False

    def near(self, other: Spot) -> bool:
        """Tell whether a line about another spot is meant by a formula that stands in a line about this one."""
        if self.touchpoint and other.touchpoint:
            return self.touchpoint is other.touchpoint
        if self.rank is not None and other.rank is not None:
            return self.rank == other.rank
        return self.stage is not None and self.stage is other.stage


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines from `start` to `end` of a sheet, and the new ones: for each its old one and what it is about."""

    start: int
    end: int
    lines: tuple[tuple[int, Spot], ...]


class Axis:
    """The rows, or the columns, of a sheet before and after units of them are repeated; both counted from 1."""

    def __init__(self, units: Sequence[Unit] = ()) -> None:
        self.units = sorted(units, key=lambda unit: unit.start)
        self._starts = [unit.start for unit in self.units]
        self._before = [0]
        for unit in self.units:
            self._before.append(self._before[-1] + len(unit.lines) - (unit.end - unit.start + 1))

    def unit(self, line: int) -> Unit | None:
        """Return the unit that an old line is in."""
        place = bisect_right(self._starts, line) - 1
        return self.units[place] if place >= 0 and line <= self.units[place].end else None

    def lines(self, line: int) -> list[tuple[int, Spot | None]]:
        """Return what becomes of an old line: its new places with what each is about."""
        place = bisect_right(self._starts, line) - 1
        if place < 0 or line > self.units[place].end:
            return [(line + self._before[place + 1], None)]
        first = self.units[place].start + self._before[place]
        return [(first + number, spot) for number, (old, spot) in enumerate(self.units[place].lines) if old == line]

    def span(self, line: int, seen_from: Spot | None = None) -> tuple[int, int]:
        """Return the first and the last new place of an old line, of those that are meant when seen from a spot."""
        found = self.lines(line)
        near = [new for new, spot in found if seen_from and spot and seen_from.near(spot)] or [new for new, _ in found]
        return near[0], near[-1]


@dataclass(frozen=True, slots=True)
class Growth:
    """What becomes of a sheet's rows and columns."""

    rows: Axis
    columns: Axis

    def area(self, area: Area) -> Area:
        """Return the rectangle that takes in all copies of another's lines."""
        return Area(self.rows.span(area.top)[0], self.columns.span(area.left)[0],
                    self.rows.span(area.bottom)[1], self.columns.span(area.right)[1])

    def reference(self, reference: str, row: Spot | None, column: Spot | None, many: bool) -> str:
        """Return a reference without its sheet, such as `$B$2:D5`, as it must be now; unchanged if it is a name."""
        corners = reference.split(":")
        for pattern, moved in ((_CELL, self._cell), (_COLUMN, self._column), (_ROW, self._row)):
            found = [match for corner in corners if (match := pattern.fullmatch(corner))]
            if len(found) == len(corners) <= 2 and (pattern is _CELL or len(found) == 2):
                texts = [moved(one, row, column, last) for last, one in enumerate((found[0], found[-1]))]
                return ":".join(texts if len(found) == 2 or many and texts[0] != texts[1] else texts[:1])
        return reference

    def areas(self, references: str) -> str:
        """Return a list of ranges, parted by spaces, with all copies of their lines taken in."""
        found = [(text, area_of(text)) for text in references.split()]
        return " ".join(str(self.area(area)) if area else text for text, area in found)

    def _cell(self, found: re.Match[str], row: Spot | None, column: Spot | None, last: int) -> str:
        new_column = self.columns.span(_number(found[2]), column)[last]
        return f"{found[1]}{column_letters(new_column)}{found[3]}{self.rows.span(int(found[4]), row)[last]}"

    def _column(self, found: re.Match[str], _row: Spot | None, column: Spot | None, last: int) -> str:
        return f"{found[1]}{column_letters(self.columns.span(_number(found[2]), column)[last])}"

    def _row(self, found: re.Match[str], row: Spot | None, _column: Spot | None, last: int) -> str:
        return f"{found[1]}{self.rows.span(int(found[2]), row)[last]}"


def _number(letters: str) -> int:
    return column_number(letters.upper())


def shifted(formula: str, home: str, growths: Mapping[str, Growth], row: Spot | None = None, column: Spot | None = None,
            widen: bool | None = None) -> str:
    """Return a formula (without its `=`) with its references following what became of the sheets' lines.

    `home` is the sheet that it stands on, by its name in small letters like the keys of `growths`; `row` and `column`
    are what the lines of its cell are about. A single cell that is repeated becomes a
    range where `widen`; if that is None, in functions such as SUM.
    """
    def moved(value: str, many: bool) -> str:
        key, cells = sheet_of(value).casefold() or home, value.rpartition("!")[2]
        if key not in growths:
            return value
        spots = (row, column) if key == home else (None, None)
        return value[:len(value) - len(cells)] + growths[key].reference(cells, *spots, many if widen is None else widen)

    return _each_reference(formula, moved)


def refers_to(formula: str, area: Area) -> bool:
    """Tell whether a formula (without its `=`) refers to a cell of its own sheet in an area."""
    hits: list[bool] = []

    def look(value: str, _many: bool) -> str:
        found = area_of(value.upper())
        hits.append(found is not None and area.overlaps(found))
        return value

    _each_reference(formula, look)
    return any(hits)


def _each_reference(formula: str, change: Callable[[str, bool], str]) -> str:
    """Return a formula with each reference changed; `change` is told if it stands alone in a function of ranges."""
    from openpyxl.formula import Tokenizer  # here, since openpyxl takes long to import
    from openpyxl.formula.tokenizer import Token, TokenizerError

    try:
        tokens = Tokenizer("=" + formula).items
    except (TokenizerError, IndexError):
        return formula
    parts: list[str] = []
    functions: list[str] = []
    kinds = ["", *(token.type for token in tokens), ""]
    for token, *around in zip(tokens, kinds, kinds[2:]):
        text = token.value
        if token.type in (Token.FUNC, Token.PAREN) and token.subtype == Token.OPEN:
            functions.append(text.rstrip("(").upper().removeprefix("_XLFN."))
        elif token.type in (Token.FUNC, Token.PAREN):
            functions = functions[:-1]
        elif token.type == Token.OPERAND and token.subtype == Token.RANGE:
            alone = all(kind in (Token.FUNC, Token.SEP) for kind in around)
            text = change(text, alone and bool(functions) and functions[-1] in _MANY)
        parts.append(text)
    return "".join(parts)
