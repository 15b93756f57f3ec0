"""Text measured and broken into lines once per (text, style, width), so that measuring and painting agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import local

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from .fonts import font as font_of_size

MOST_LINES = 14
_VALUES = re.compile(r"\([^()\s]*\u00a0[^()]*\)$")
"""Values in brackets at the end, such as a metric's, which should stand in one line."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A size in pixels at 100 %, the height of a line, and the weight. There is one of each kind."""

    name: str
    size: float
    line: float
    bold: bool = False


MAP_TITLE = Style("map title", 24, 32, bold=True)
HEADER = Style("header", 15, 20, bold=True)
TITLE = Style("title", 13, 18, bold=True)
BODY = Style("body", 12, 16)
LABEL = Style("label", 12, 16, bold=True)
SMALL = Style("small", 11, 15)

_broken: dict[tuple[str, str, float], tuple[str, ...]] = {}


class _Fonts(local):
    """The fonts of one thread: Qt keeps what it draws and measures letters with apart for each."""

    def __init__(self) -> None:
        self.fonts: dict[Style, QFont] = {}
        self.metrics: dict[Style, QFontMetricsF] = {}


_own = _Fonts()


def font(style: Style) -> QFont:
    """Return the font of a style, at 100 %."""
    found = _own.fonts.get(style)
    if found is None:
        found = _own.fonts[style] = font_of_size(style.size, bold=style.bold)
    return found


def _metrics(style: Style) -> QFontMetricsF:
    found = _own.metrics.get(style)
    if found is None:
        found = _own.metrics[style] = QFontMetricsF(font(style))
    return found


@cache
def baseline(style: Style) -> float:
    """Return how far below the top of its line a style's baseline lies, in pixels."""
    metrics = _metrics(style)
    return (style.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


@lru_cache(20_000)
def advance(text: str, style: Style) -> float:
    """Return the width of one line of text, in pixels."""
    return _metrics(style).horizontalAdvance(text)


def wrap(text: str, style: Style, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
    """Return the lines that `text` takes in `width` pixels; what is over `most` lines ends in an ellipsis."""
    key = (text, style.name, width)
    lines = _broken.get(key)
    if lines is None:
        if len(_broken) > 200_000:
            _broken.clear()
        found: list[str] = []
        # A text of thirty thousand characters is legal; no card shows more than its first lines.
        for paragraph in text[:4000].split("\n"):
            if len(found) > MOST_LINES:
                break
            if advance(paragraph, style) <= width:
                found.append(paragraph)
            else:
                found += _break(paragraph, style, width)
        lines = _broken[key] = tuple(found)
    if len(lines) > most:
        lines = (*lines[:most - 1], elide(lines[most - 1] + "…", style, width))
    return lines


@lru_cache(20_000)
def elide(text: str, style: Style, width: float) -> str:
    """Return the text cut with an ellipsis where it is wider than `width` pixels."""
    from PySide6.QtCore import Qt

    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _break(paragraph: str, style: Style, width: float) -> list[str]:
    layout = QTextLayout(paragraph, font(style))
    option = QTextOption()
    # Keeps words together, and Chinese line-breaking rules, and still breaks a word that is too long.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = paragraph.encode("utf-16-le")  # Qt counts UTF-16 units, Python characters
    values = _VALUES.search(paragraph)
    lines = []
    # Qt breaks between Chinese characters even where spaces are not to be broken at.
    begin, end = ((len(paragraph[:at].encode("utf-16-le")) // 2 for at in values.span()) if values else (0, 0))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if line.textStart() < begin < line.textStart() + line.textLength() < end:
            line.setNumColumns(begin - line.textStart(), width)
        start = 2 * line.textStart()
        lines.append(units[start:start + 2 * line.textLength()].decode("utf-16-le", "replace").rstrip())
        if len(lines) > MOST_LINES:
            break
    layout.endLayout()
    return lines
