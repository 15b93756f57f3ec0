"""The rows of a sheet's XML, read without making a tree of it, which would take twice as long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from .escapes import decoded

Value = str | int | float | bool


class Unknown:
    """The result of a formula that nobody has computed."""


UNKNOWN = Unknown()

_CHUNK = 1 << 16


class Bytes(Protocol):
    """What can be read."""

    def read(self, size: int, /) -> bytes: ...


class _Tags(dict[str, str]):
    """Names of elements without the prefix of their namespace, which the parser is not asked to look up."""

    def __missing__(self, name: str) -> str:
        tag = self[name] = name.rpartition(":")[2]
        return tag


class RowReader:
    """Takes in a sheet's XML; `rows` has its values by row and column, `styles` the style of each cell with a number.

    `most_rows` is the last row to be read, `most_cells` how many cells and rows there may be; `crowded` tells that
    there are more.
    """

    def __init__(self, text_at: Callable[[int], str], most_rows: int | None, most_cells: int) -> None:
        self.rows: dict[int, dict[int, Value | Unknown]] = {}
        self.styles: dict[tuple[int, int], int] = {}
        self.crowded = False
        self._text_at = text_at
        self._last = most_rows if most_rows is not None else 1 << 30
        self._room = most_cells
        self._tags = _Tags()
        self._inside = self._done = False
        self._number = self._column = 0
        self._values: dict[int, Value | Unknown] = {}
        self._kind, self._style = "n", ""
        self._formula = self._phonetic = self._heard = False
        self._inline: str | None = None
        self._value: str | None = None
        self._parts: list[str] = []

    def read(self, source: Bytes) -> None:
        """Read a sheet up to the end of its rows; raise `ExpatError` if it is no XML."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._hear
        while not (self._done or self.crowded):
            chunk = source.read(_CHUNK)
            parser.Parse(chunk, not chunk)
            if not chunk:
                break

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = self._tags[name]
        if not self._inside:
            self._inside = tag == "sheetData" and not self._done
        elif tag == "c":
            place = attributes.get("r")
            self._column = _column(place) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._formula, self._inline, self._value = False, None, None
        elif tag == "v" or tag == "t":
            self._heard = not self._phonetic
            self._parts.clear()
        elif tag == "is":
            self._inline = ""
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            # The reading aids of East Asian texts.
            self._phonetic = True
        elif tag == "row":
            self._number = int(attributes.get("r") or self._number + 1)
            self._column, self._values = 0, {}
            if self._number > self._last:
                self._stop()

    def _hear(self, text: str) -> None:
        if self._heard:
            self._parts.append(text)

    def _end(self, name: str) -> None:
        if not self._inside:
            return
        tag = self._tags[name]
        if tag == "c":
            self._end_cell()
        elif tag == "t":
            if self._heard and self._inline is not None:
                self._inline += "".join(self._parts)
            self._heard = False
        elif tag == "v":
            self._value = "".join(self._parts) or None
            self._heard = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "row":
            if self._values:
                self.rows[self._number] = self._values
            self._take_room()
        elif tag == "sheetData":
            self._stop()

    def _stop(self) -> None:
        self._inside, self._done = False, True

    def _end_cell(self) -> None:
        self._take_room()
        text, kind = self._value, self._kind
        value: Value | Unknown
        if self._inline is not None:
            value = decoded(self._inline)
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
        elif kind == "b":
            value = text.strip() == "1"
        else:
            value = decoded(text)
        if value != "":
            self._values[self._column] = value

    def _take_room(self) -> None:
        self._room -= 1
        if self._room < 0:
            self.crowded = True
            self._stop()


def _as_number(text: str) -> int | float:
    text = text.strip()
    return int(text) if text.lstrip("-").isdecimal() else float(text)


_COLUMNS: dict[str, int] = {}


def _column(place: str) -> int:
    letters = place.rstrip("0123456789")
    number = _COLUMNS.get(letters)
    if number is None:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - 64
        _COLUMNS[letters] = number
    return number
