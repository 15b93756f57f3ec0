"""Where the words of flows stand: on their arrows, beside cards and not on them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from journey_editor.model import Flow

from . import text
from .flow_lines import Arrows
from .text import SMALL

_WIDEST = 84.0
_MOST_TRIED = 400
_ASIDE = 9.0
_AT_ONCE = 4
_PARTS = (0.5, 0.33, 0.67), (0.2, 0.8, 0.1, 0.9)
"""How far along its pieces a label is tried; at the later ones if it would else cover something solid."""
_SOLID = 1e4
"""How much worse it is to cover a square pixel of a card or of another label than of an arrow."""


def flow_words(flow: Flow) -> tuple[str, ...]:
    """Return the lines of a flow's label: its words and its share; none where it has neither."""
    if not flow.label and flow.share is None:
        return ()
    share = f"{flow.share:.0%}" if flow.share is not None else ""
    words = " ".join(filter(None, (flow.label, share)))
    return text.wrap(words, SMALL, _WIDEST, 3) if words else ()


@lru_cache(20_000)
def label_size(lines: tuple[str, ...]) -> tuple[float, float]:
    """Return the width and height of a label's box."""
    return max(text.advance(one, SMALL) for one in lines) + 10, len(lines) * SMALL.line + 2


def place_labels(arrows: Arrows, obstacles: np.ndarray) -> np.ndarray:
    """Return a box (l, 4: x y w h) for each label, on its arrow, off other arrows and the `obstacles` (m, 4) if it can.

    The layout keeps room where an arrow starts, so that is tried first: on its first piece, or beside an arrow that
    only leads to the next card below. Then come the middles and thirds of all pieces, long ones first, a little to
    either side, and other places on them. Labels placed before are obstacles too. A map with hundreds of labels gets
    the first at once: nobody reads them all.
    """
    sizes = np.array([label_size(arrows.labels[i]) for i in arrows.labelled]).reshape(-1, 2)
    if len(sizes) > _MOST_TRIED:
        return np.hstack([_starts(arrows, sizes) - sizes / 2, sizes])
    strokes = _Strokes(arrows)
    boxes = np.zeros((len(sizes), 4))
    for k, (i, size) in enumerate(zip(arrows.labelled, sizes, strict=True)):
        line = arrows.line(i)
        least = np.inf
        for parts in _PARTS:
            corners = _spots(line, size, parts) - size / 2
            others = strokes.of_others(i, corners, size)
            weights = np.repeat((_SOLID, 1.0), (len(obstacles) + k, len(others)))
            corner, covered = _freest(corners, size, np.concatenate([obstacles, boxes[:k], others]), weights)
            if covered < least:
                boxes[k], least = (*corner, *size), covered
            if least < _SOLID:
                break
    return boxes


class _Strokes:
    """The level and upright pieces of all arrows as boxes without breadth (n, 4: x y w h)."""

    def __init__(self, arrows: Arrows) -> None:
        x0, y0, x1, y1 = arrows.segments.T
        straight = (x0 == x1) | (y0 == y1)
        low = np.minimum(arrows.segments[straight, :2], arrows.segments[straight, 2:])
        high = np.maximum(arrows.segments[straight, :2], arrows.segments[straight, 2:])
        self._owner = arrows.owner[straight]
        self._boxes, self._high = np.hstack([low, high - low]), high

    def of_others(self, own: int, corners: np.ndarray, size: np.ndarray) -> np.ndarray:
        """Return the pieces of other arrows that a label of a size at one of the corners might cover."""
        near = ((self._boxes[:, :2] <= corners.max(axis=0) + size) & (self._high >= corners.min(axis=0))).all(axis=1)
        return self._boxes[near & (self._owner != own)]


def _starts(arrows: Arrows, sizes: np.ndarray) -> np.ndarray:
    """Return the middles (l, 2) of labels at the starts of their arrows."""
    first = arrows.starts[arrows.labelled]
    (x0, y0), (x1, y1) = arrows.points[first].T, arrows.points[first + 1].T
    upright, half = x0 == x1, sizes[:, 0] / 2
    return np.column_stack([np.where(upright, x0 + half + _ASIDE, x0 + (half + 4) * np.where(x1 > x0, 1, -1)),
                            np.where(upright, (y0 + y1) / 2, y0)])


def _freest(corners: np.ndarray, size: np.ndarray, taken: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the first of the corners at which a label covers nothing of `taken`, or else least, and how much."""
    best, least = corners[0], np.inf
    # Nearly every label fits at one of the first places, so few are looked at beyond them.
    for start in range(0, len(corners), _AT_ONCE):
        some = corners[start:start + _AT_ONCE]
        covered = _overlap(some, size, taken) @ weights
        i = int(covered.argmin())
        if covered[i] < least:
            best, least = some[i], covered[i]
        if least == 0:
            break
    return best, float(least)


def _spots(line: np.ndarray, size: np.ndarray, parts: tuple[float, ...]) -> np.ndarray:
    """Return points for a label's middle, the best ones first: at the start, and at these parts of all pieces."""
    steps = np.diff(line, axis=0)
    lengths = np.abs(steps).sum(1)
    middles = []
    if len(line) == 2 and abs(steps[0, 0]) < 1 and lengths[0] < 3 * size[1]:
        beside = np.array([size[0] / 2 + _ASIDE, 0])
        middles += [(line[0] + line[1]) / 2 + beside, (line[0] + line[1]) / 2 - beside]
    elif abs(steps[0, 0]) >= size[0] + 4:
        middles.append(line[0] + np.array([np.sign(steps[0, 0]) * (size[0] / 2 + 4), 0]))
    for part in parts:
        middles += [line[piece] + steps[piece] * part for piece in np.argsort(-lengths, kind="stable")
                    if lengths[piece] >= 16]
    found = np.array(middles or [line[0]])
    sideways = np.array([[0, 0], [-14, 0], [14, 0], [-28, 0], [28, 0]])
    return (found[None] + sideways[:, None]).reshape(-1, 2)


def _overlap(corners: np.ndarray, size: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Return how much of each of `taken` (m) a label at each of the corners (n) would cover, as pixels (n, m)."""
    low = np.maximum(corners[:, None], taken[None, :, :2] - 2)
    high = np.minimum(corners[:, None] + size, taken[None, :, :2] + taken[None, :, 2:] + 2)
    return np.prod(np.maximum(high - low, 0), axis=2)
