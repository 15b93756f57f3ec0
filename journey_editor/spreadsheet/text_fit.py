"""How much room a text takes in a cell, reckoned without a font at hand.

The widths are those of DejaVu Sans, the widest of the fonts that commonly stand in for a missing Arial: what fits here
fits in Excel and in LibreOffice with any of them.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

TALLEST_ROW = 409
"""The greatest row height that Excel has, in points."""

WIDEST_COLUMN = 250
"""How far a column is widened to keep its cells under `TALLEST_ROW`, in Excel's width units."""

_WIDTHS_TRIED = (50, 65, 80, 110, 150, WIDEST_COLUMN)

_PIXELS_PER_UNIT, _PIXELS_OF_COLUMN, _PIXELS_OF_INDENT = 7, 5, 10
_WIDENING_STEP = 4
_TALL_LEADING = 1.5
_AIR = 8
"""What a row has above and below its text, in points."""

_SPARE = 0.97
"""The part of a cell's width that is reckoned with; the rest covers rounding and printers."""

_ASCII = (  # from the space to the tilde, in thousandths of the font's size
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656,
    557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
    592, 592, 525, 636, 337, 636, 838)
_TALL_SCRIPT = re.compile("[\u0590-\u1dff\u2600-\U0010ffff]")
"""Characters beyond Latin, Greek, Cyrillic and punctuation, which come from fonts with higher lines."""

_TAB, _OTHER, _WIDE, _EMOJI = 2.6, 0.75, 1.0, 1.4


@dataclass(frozen=True, slots=True)
class Face:
    """A font as the cells use it: its name, its size in points, and the height of a line as a multiple of the size."""

    name: str
    size: float
    leading: float
    bold: bool = False


class _Widths(dict[str, float]):
    def __missing__(self, char: str) -> float:
        width = self[char] = _width_of(char)
        return width


def _width_of(char: str) -> float:
    code = ord(char)
    if 32 <= code < 127:
        return _ASCII[code - 32] / 1000
    if char == "\t":
        return _TAB
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return _EMOJI if 0x1F000 <= code < 0x20000 else _WIDE
    return _OTHER


_widths = _Widths()


def text_width(text: str) -> float:
    """Return the width of one line of text as a multiple of the font's size."""
    return sum(map(_widths.__getitem__, text))


def room_in(width: float, face: Face, indent: int = 1) -> float:
    """Return what a column of this width (Excel's units) holds of a line, as a multiple of the font's size."""
    pixels = width * _PIXELS_PER_UNIT - _PIXELS_OF_COLUMN - indent * _PIXELS_OF_INDENT
    return max(pixels * _SPARE / (face.size * 4 / 3) / (1.1 if face.bold else 1), 2.0)


def width_for(line: str, face: Face, indent: int = 1) -> float:
    """Return the column width (Excel's units) at which a line stands unbroken."""
    pixels = text_width(line) * face.size * 4 / 3 * (1.1 if face.bold else 1) / _SPARE
    return (pixels + _PIXELS_OF_COLUMN + indent * _PIXELS_OF_INDENT) / _PIXELS_PER_UNIT


def line_count(line: str, room: float) -> int:
    """Return how many lines a line becomes, wrapped at `room` between words, and inside Chinese and overlong ones."""
    if text_width(line) <= room:
        return 1
    count, used, space = 1, 0.0, _widths[" "]
    for word in line.split(" "):
        width = text_width(word)
        if used + width <= room:
            used += width + space
        elif width <= room and not _breaks_anywhere(word):
            count += 1
            used = width + space
        else:
            if not _breaks_anywhere(word) and used:
                count += 1
                used = 0.0
            # A line broken inside a word may leave the place of one character empty.
            more = math.ceil((width - (room - used)) / (room - 1))
            count += max(more, 0)
            used = min(width, room - 1) + space
    return count


def _breaks_anywhere(word: str) -> bool:
    return not word.isascii() and any(_widths[char] == _WIDE for char in word)


def height_of(text: str, width: float, face: Face) -> float:
    """Return the height in points that a wrapped text takes in a column of this width, with some air about it."""
    if not text:
        return face.leading * face.size + _AIR
    room = room_in(width, face)
    if len(text) <= room and text.isascii() and "\n" not in text and "\t" not in text:
        # No character of these is wider than the font's size.
        return face.leading * face.size + _AIR
    lines = 0.0
    for line in text.split("\n"):
        tall = not line.isascii() and _TALL_SCRIPT.search(line)
        lines += line_count(line, room) * (max(face.leading, _TALL_LEADING) if tall else face.leading)
    return lines * face.size + _AIR


def fits(text: str, width: float, face: Face) -> bool:
    """Tell whether a row can be high enough for a text in a column of this width."""
    return height_of(text, width, face) <= TALLEST_ROW


def width_that_fits(texts: Sequence[str], width: float, face: Face) -> tuple[float, list[float]]:
    """Return the least column width from `width` up at which the texts fit, and their heights then in points.

    Texts that fit no column at all do not count.
    """
    heights = [height_of(text, width, face) for text in texts]
    tall = [text for text, height in zip(texts, heights) if height > TALLEST_ROW and fits(text, WIDEST_COLUMN, face)]
    if not tall:
        return width, heights
    while not all(fits(text, width, face) for text in tall):
        width = min(width + _WIDENING_STEP, WIDEST_COLUMN)
    return width, [height_of(text, width, face) for text in texts]


def size_that_fits(texts: Collection[str], face: Face, smaller: Iterable[float]) -> float:
    """Return the face's size, or the first of the `smaller` ones at which all texts fit in some column.

    A somewhat smaller print is better than a much wider column; where neither helps, the size stays.
    """
    sizes = [face.size, *smaller]
    for width in _WIDTHS_TRIED:
        for size in sizes:
            if all(fits(text, width, replace(face, size=size)) for text in texts):
                return size
    return face.size
