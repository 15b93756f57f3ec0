"""A sheet's XML, read without making a tree of it, which would take twice as long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import isfinite
from typing import Protocol
from xml.parsers import expat

from .escapes import decoded
from .grid import Area, area_of, column_number
from .package import TooLarge

Value = str | int | float | bool


class Unknown:
    """The result of a formula that nobody has computed."""


UNKNOWN = Unknown()

_CHUNK = 1 << 16
_DIGITS = "0123456789"
_MOST_DIGITS = 300


class Bytes(Protocol):
    """What can be read."""

    def read(self, size: int, /) -> bytes: ...


class _Handlers(dict[str, Callable[..., None] | None]):
    """What to call for an element by its name, of which the parser is not asked to look up the namespace."""

    def __missing__(self, name: str) -> Callable[..., None] | None:
        tag = name.rpartition(":")[2]
        found = self[name] = self.get(tag) if tag != name else None
        return found


class _Columns(dict[str, int]):
    """The numbers of columns by their letters; 0 for what is no column."""

    def __missing__(self, letters: str) -> int:
        known = letters.isascii() and letters.isalpha() and letters.isupper()
        number = self[letters] = column_number(letters) if known else 0
        return number


_COLUMNS = _Columns()


class SheetReader:
    """Takes in a sheet's XML.

    `rows` has its values by row and column, `styles` the style of each cell with a number, `merges` its merged ranges.
    `most_rows` is the last row to be read, after which nothing is; `room` how many cells, rows and merged ranges there
    may be.
    """

    def __init__(self, text_at: Callable[[int], str], room: int, most_rows: int | None = None) -> None:
        self.rows: dict[int, dict[int, Value | Unknown]] = {}
        self.styles: dict[tuple[int, int], int] = {}
        self.merges: list[Area] = []
        self.room = room
        self._text_at = text_at
        self._last = most_rows if most_rows is not None else 1 << 30
        self._done = False
        self._number, self._digits, self._column = 0, "", 0
        self._values: dict[int, Value | Unknown] = {}
        self._kind, self._style = "n", ""
        self._formula = self._phonetic = self._heard = False
        self._inline: str | None = None
        self._value: str | None = None
        self._parts: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._starts = _Handlers({
            "c": self._start_cell, "v": self._start_text, "t": self._start_text, "is": self._start_inline,
            "f": self._start_formula, "rPh": self._start_phonetic, "row": self._start_row})
        self._ends = _Handlers({
            "c": self._end_cell, "v": self._end_value, "t": self._end_text, "rPh": self._end_phonetic,
            "row": self._end_row, "sheetData": self._leave_rows})

    def read(self, source: Bytes) -> None:
        """Read a sheet; raise `TooLarge` if it holds more than there is room for, `ExpatError` or `ValueError` if it is
        damaged.
        """
        self._parser.StartElementHandler = self._start_outside
        while not self._done:
            chunk = source.read(_CHUNK)
            self._parser.Parse(chunk, not chunk)
            if not chunk:
                break

    def _start_outside(self, name: str, attributes: dict[str, str]) -> None:
        """Take in an element before or after the rows."""
        tag = name.rpartition(":")[2]
        if tag == "sheetData":
            self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
            self._parser.CharacterDataHandler = self._hear
        elif tag == "mergeCell" and (area := area_of(attributes.get("ref", ""))):
            self.merges.append(area)
            self._take_room()
        elif tag == "c" and not self._number:
            raise ValueError("a cell outside of the rows")

    def _leave_rows(self) -> None:
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_outside, None
        self._parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self._starts[name]
        if start is not None:
            start(attributes)

    def _end(self, name: str) -> None:
        end = self._ends[name]
        if end is not None:
            end()

    def _hear(self, text: str) -> None:
        if self._heard:
            self._parts.append(text)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._column = 0
        self._enter_row(attributes.get("r") or str(self._number + 1))

    def _enter_row(self, digits: str) -> None:
        self._digits, self._number = digits, int(digits)
        self._values = self.rows.get(self._number) or {}
        if self._number > self._last:
            self._done = True
            self._leave_rows()

    def _end_row(self) -> None:
        if self._values:
            self.rows[self._number] = self._values
        self._take_room()

    def _take_room(self) -> None:
        self.room -= 1
        if self.room < 0:
            raise TooLarge

    # -- cells -------------------------------------------------------------------------------------------------------

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "")
        letters = place.rstrip(_DIGITS)
        self._column = _COLUMNS[letters] or self._column + 1
        if place and place != letters + self._digits:
            self._change_row(place[len(letters):])
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula, self._inline, self._value = False, None, None

    def _change_row(self, digits: str) -> None:
        """Follow a cell that says that it is in another row than the one that it stands in: a row need not say."""
        if digits:
            if self._values:
                self.rows[self._number] = self._values
            self._enter_row(digits)

    def _start_text(self, _attributes: dict[str, str]) -> None:
        self._heard = not self._phonetic
        self._parts.clear()

    def _start_inline(self, _attributes: dict[str, str]) -> None:
        self._inline = ""

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self._formula = True

    def _start_phonetic(self, _attributes: dict[str, str]) -> None:
        # The reading aids of East Asian texts.
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _end_text(self) -> None:
        if self._heard and self._inline is not None:
            self._inline += "".join(self._parts)
        self._heard = False

    def _end_value(self) -> None:
        self._value = "".join(self._parts) or None
        self._heard = False

    def _end_cell(self) -> None:
        self.room -= 1
        if self.room < 0:
            raise TooLarge
        text, kind = self._value, self._kind
        if self._inline is not None:
            value: Value | Unknown = decoded(self._inline)
        elif text is None:
            if not self._formula:
                return
            value = UNKNOWN
        elif kind == "s":
            value = self._text_at(int(text))
        elif kind == "n":
            value = _as_number(text)
            if self._style:
                self.styles[self._number, self._column] = int(self._style)
        else:
            value = _other_value(text, kind)
        if value != "":
            self._values[self._column] = value


def _as_number(text: str) -> Value:
    """Return the number that a text writes; the text itself if it writes none, or one beyond reason."""
    try:
        number = int(text) if text.strip().lstrip("-").isdecimal() and len(text) < _MOST_DIGITS else float(text)
    except ValueError:
        return decoded(text)
    return number if isfinite(number) else text


def _other_value(text: str, kind: str) -> Value:
    if kind == "b":
        return text.strip() == "1"
    return _iso_date(text) if kind == "d" else decoded(text)


def _iso_date(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value.rstrip("Z"))
    except ValueError:
        return value
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return str(moment.date()) if midnight else f"{moment:%Y-%m-%d %H:%M}"
