"""Where the words of flows stand: on their arrows, beside cards and not on them."""

from __future__ import annotations

import numpy as np

from . import text
from .text import SMALL

LABEL_WIDTH = 84.0
_MOST_TRIED = 400


def place_labels(lines: list[np.ndarray], words: list[tuple[str, ...]], obstacles: np.ndarray) -> np.ndarray:
    """Return a box (l, 4: x y w h) for each label, on its polyline (n, 2), off the `obstacles` (m, 4) if it can.

    Tried are the middles, thirds and ends of the straight pieces, long ones first, a little to either side; labels
    placed before are obstacles too. A map with hundreds of labels gets the middles at once: nobody reads them all.
    """
    boxes = np.zeros((len(lines), 4))
    for k, (line, lines_of_text) in enumerate(zip(lines, words, strict=True)):
        width = max(text.advance(one, SMALL) for one in lines_of_text) + 10
        height = len(lines_of_text) * SMALL.line + 2
        size = np.array([width, height])
        spots = _spots(line) if len(lines) <= _MOST_TRIED else _spots(line)[:1]
        corners = spots - size / 2
        taken = np.concatenate([obstacles, boxes[:k]]) if len(spots) > 1 else obstacles[:0]
        boxes[k] = *corners[int(_overlap(corners, size, taken).argmin())], width, height
    return boxes


def _spots(line: np.ndarray) -> np.ndarray:
    """Return points for a label's middle, the best ones first."""
    lengths = np.abs(np.diff(line, axis=0)).sum(1)
    found = []
    for part in (0.5, 0.33, 0.67):
        for piece in np.argsort(-lengths, kind="stable"):
            if lengths[piece] >= 16:
                found.append(line[piece] + (line[piece + 1] - line[piece]) * part)
    spots = np.array(found or [line[0]])
    sideways = np.array([[0, 0], [-14, 0], [14, 0], [-28, 0], [28, 0]])
    return (spots[None] + sideways[:, None]).reshape(-1, 2)


def _overlap(corners: np.ndarray, size: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Return how much of `taken` a label at each of the corners would cover, in square pixels."""
    low = np.maximum(corners[:, None], taken[None, :, :2] - 2)
    high = np.minimum(corners[:, None] + size, taken[None, :, :2] + taken[None, :, 2:] + 2)
    return np.prod(np.maximum(high - low, 0), axis=2).sum(1)
