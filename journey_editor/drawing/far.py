"""Arrows seen from far away: how many cross each pixel, so that thousands cost no more than a few.

A line thinner than a pixel covers a part of it, and lines upon one another cover more. Painted one by one, softened,
that takes long; counted in an array and painted as one image it looks the same.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor

_FAINTEST = 0.06
_MOST = 255
_ONE = np.int16(1)
_NARROW = 600


def counts(upright: np.ndarray, level: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Return how many lines cross each pixel, (height, width).

    `upright` (3, u: x, y0, y1) and `level` (3, l: y, x0, x1) are lines in pixels, from low to high, that touch the
    picture. `size` is (width, height).
    """
    width, height = size
    x, start, stop = _cells(upright, (width, height, height))
    down = np.zeros((height + 1, width), np.int16)
    np.add.at(down.reshape(-1), start * width + x, _ONE)
    np.subtract.at(down.reshape(-1), (stop + 1) * width + x, _ONE)
    if width < _NARROW:
        np.cumsum(down, axis=0, dtype=np.int16, out=down)
    else:
        for before, row in zip(down, down[1:], strict=False):
            row += before
    y, start, stop = _cells(level, (height, width, width))
    across = np.zeros((height, width + 1), np.int16)
    np.add.at(across.reshape(-1), y * (width + 1) + start, _ONE)
    np.subtract.at(across.reshape(-1), y * (width + 1) + stop + 1, _ONE)
    # What each row adds it takes away again at its end, so that all rows can be summed up in one go.
    found = np.cumsum(across.reshape(-1), dtype=np.int16).reshape(height, width + 1)[:, :width]
    found += down[:height]
    return found


def _cells(places: np.ndarray, sizes: tuple[int, int, int]) -> np.ndarray:
    """Return the pixels at places (3, n), between 0 and each row's size."""
    # Indexing with any other kind of number takes far longer.
    cells = np.floor(places).astype(np.intp)
    for row, size in zip(cells, sizes, strict=True):
        np.clip(row, 0, size - 1, out=row)
    return cells


def pixels(upright: np.ndarray, level: np.ndarray, size: tuple[int, int], width: float, colour: QColor) -> np.ndarray:
    """Return lines as `counts` takes them, each `width` pixels wide, as premultiplied ARGB, (height, width)."""
    inks = _inks(min(max(width, _FAINTEST), 1.0), colour.rgb())
    return inks.take(np.minimum(counts(upright, level, size), _MOST).astype(np.uint8))


@lru_cache(16)
def _inks(part: float, rgb: int) -> np.ndarray:
    """Return the premultiplied colour of a pixel that 0, 1, 2, … lines cover to a `part` each."""
    colour = QColor(rgb)
    alpha = 1 - (1 - part) ** np.arange(_MOST + 1)
    channels = np.rint(np.outer(alpha, (255, colour.red(), colour.green(), colour.blue()))).astype(np.uint32)
    return (channels << np.array([24, 16, 8, 0], np.uint32)).sum(axis=1, dtype=np.uint32)
