"""The words at the left of the rows: small beside cards that can be read, larger the smaller the map is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from .looks import Look
from .text import LABEL, advance, baseline, font, wrap

_PIXELS = 11.0
"""How large the words stay on the screen, where their box has room for it."""
_OVERVIEW = 0.2
"""Below this zoom they become smaller, so that they do not outweigh a small picture."""
_UNREADABLE, _READABLE = 2.5, 4.0
"""Between which sizes on the screen words come in by and by."""
_SMALL = 7.0
"""How small words across high boxes become on the screen before they go over into words along them."""
_UNLIKE = 1.25
"""How many times as large as others words may be."""
_OVER = 0.02
"""The share of the zoom within which they do."""
_SIDE, _END, _TOP = 10.0, 8.0, 6.0


class _Setting(NamedTuple):
    """How a word is set: in which lines, how many times its size has room in the box, in its middle and turned or not.
    """

    lines: tuple[str, ...]
    most: float
    middle: bool = False
    turned: bool = False


Row = tuple[str, tuple[float, float, float, float]]


class Scale(NamedTuple):
    """What rows have in common, since words that stand now so and now so would look like a fault.

    The zoom below which the words of high boxes stand along them (0 where there are none), which words are lanes', and
    how many times their size the other words may be at most.
    """

    turning: float
    lanes: frozenset[str]
    most: float


def scale_of(rows: Sequence[Row], lanes: int) -> Scale:
    """Return what the rows of a map have in common: that of the stages, so many lanes, and those below."""
    settings = [_settings(word, float(box[2]), float(box[3])) for word, box in rows]
    least = min((across.most for across, along in settings if along is not None), default=0.0)
    others = min((across.most for across, _ in settings[:1] + settings[1 + lanes:]), default=0.0)
    return Scale(_SMALL / (LABEL.size * least) if least else 0.0, frozenset(word for word, _ in rows[1:1 + lanes]),
                 others * _UNLIKE)


def paint_row_label(painter: QPainter, word: str, box: QRectF, look: Look, zoom: float, scale: Scale) -> None:
    """Paint a row's word in its box (map units). `scale` is that of all rows.

    The smaller the map is shown, the larger it is on the map, until its box is full; along the box, if it is high.
    """
    across, along = _settings(word, box.width(), box.height())
    level = 1.0 if along is None else min(max((zoom / scale.turning - 1) / _OVER + 0.5, 0.0), 1.0)
    painter.setFont(font(LABEL))
    painter.setPen(QColor(look.label_text))
    if level:
        most = across.most if word in scale.lanes else min(across.most, scale.most)
        _paint(painter, across._replace(most=most), box, zoom, level)
    if along is not None and level < 1:
        _paint(painter, along, box, zoom, 1 - level)
    painter.setOpacity(1.0)


@lru_cache(2_000)
def _settings(word: str, width: float, height: float) -> tuple[_Setting, _Setting | None]:
    """Return how a word is set across its box and, if that gives it more room, along it."""
    # A word a line may leave room for larger ones.
    room = width - 2 * _SIDE, height - 2 * _TOP
    lines = max((wrap(text, LABEL, room[0], 6) for text in (word, "\n".join(word.split()))),
                key=lambda lines: _room(lines, *room))
    across = _Setting(lines, max(_room(lines, *room), 1.0))
    signs = tuple(sign for sign in word if not sign.isspace())
    if signs and all(unicodedata.east_asian_width(sign) in "WF" for sign in signs):
        upright = _Setting(signs, _room(signs, width - 2 * _END, height - 2 * _END), middle=True)
    else:
        ways = ((" ".join(word.split()),), lines)
        upright = max((_Setting(lines, _room(lines, height - 2 * _END, width - 2 * _END), middle=True, turned=True)
                       for lines in ways), key=lambda setting: setting.most)
    return across, upright if upright.most > 1.3 * across.most else None


def _room(lines: tuple[str, ...], width: float, height: float) -> float:
    """Return how many times as large lines may be to fit."""
    longest = max((advance(line, LABEL) for line in lines), default=0.0)
    return min(width / max(longest, 1.0), height / (len(lines) * LABEL.line or 1.0))


def _paint(painter: QPainter, setting: _Setting, box: QRectF, zoom: float, opacity: float) -> None:
    lines, most, middle, turned = setting
    pixels = _PIXELS * min(zoom / _OVERVIEW, 1.0) ** 0.5
    size = min(max(pixels / (LABEL.size * zoom), 1.0), most)
    opacity *= min(max((LABEL.size * size * zoom - _UNREADABLE) / (_READABLE - _UNREADABLE), 0.0), 1.0)
    if not opacity:
        return
    painter.save()
    painter.setOpacity(opacity)
    tall = len(lines) * LABEL.line * size
    if turned:
        painter.translate(box.center().x() - tall / 2, box.center().y())
        painter.rotate(-90)
    elif middle:
        painter.translate(box.center().x(), box.center().y() - tall / 2)
    else:
        painter.translate(box.x() + _SIDE, box.y() + max(_TOP, min((box.height() - tall) / 2, 16.0)))
    painter.scale(size, size)
    for i, line in enumerate(lines):
        left = -advance(line, LABEL) / 2 if middle else 0.0
        painter.drawText(QPointF(left, i * LABEL.line + baseline(LABEL)), line)
    painter.restore()
