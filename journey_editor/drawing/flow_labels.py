"""Where the words of flows stand: on their arrows, beside cards and not on them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from journey_editor.model import Flow

from . import text
from .flow_lines import Arrows
from .text import SMALL

_WIDEST = 84.0
_MOST_TRIED = 600
_ASIDE = 9.0
_MARGIN = 2.0
_AT_ONCE = 8
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
    return max(text.advance(one, SMALL) for one in lines) + 10, label_height(len(lines))


def label_height(lines: int) -> float:
    """Return the height of a label's box."""
    return lines * SMALL.line + 2


def place_labels(arrows: Arrows, obstacles: np.ndarray) -> np.ndarray:
    """Return a box (l, 4: x y w h) for each label, on its arrow, off other arrows and the `obstacles` (m, 4) if it can.

    The layout keeps room where an arrow starts, so a label stands there if that is free: on its first piece, or beside
    an arrow that only leads to the next card below. The others are tried at the middles and thirds of all pieces, long
    ones first, a little to either side, and at other places on them. A map with hundreds of labels gets the first at
    once: nobody reads them all.
    """
    sizes = np.array([label_size(arrows.labels[i]) for i in arrows.labelled]).reshape(-1, 2)
    starts, room = _starts(arrows, sizes)
    boxes = np.hstack([starts, sizes])
    if len(boxes) > _MOST_TRIED:
        return boxes
    taken = _Taken(arrows, obstacles, len(boxes))
    left = []
    for k, i in enumerate(arrows.labelled):
        if room[k] and not len(taken.near(i, *boxes[k])):
            taken.add(boxes[k])
        else:
            left.append(k)
    for k in left:
        boxes[k, :2] = _freest(taken, arrows, arrows.labelled[k], sizes[k], starts[k:k + 1] if room[k] else starts[:0])
        taken.add(boxes[k])
    return boxes


def _freest(taken: _Taken, arrows: Arrows, i: int, size: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Return the top left of the box for the i-th flow's label that covers least; `start` (0 or 1, 2) is tried first.
    """
    best, least = np.empty(2), np.inf
    for parts in _PARTS:
        corner, covered = taken.freest(i, np.concatenate([start, _corners(arrows.line(i), size, parts)]), size)
        if covered < least:
            best, least = corner, covered
        if least < _SOLID:
            break
    return best


class _Taken:
    """What labels are not to cover: the level and upright pieces of arrows, obstacles, and labels placed before."""

    def __init__(self, arrows: Arrows, obstacles: np.ndarray, labels: int) -> None:
        x0, y0, x1, y1 = arrows.segments.T
        straight = (x0 == x1) | (y0 == y1)
        strokes = arrows.segments[straight]
        solid = len(obstacles) + labels
        self._owner = np.concatenate([arrows.owner[straight], np.full(solid, -1)])
        self._weights = np.repeat((1.0, _SOLID), (len(strokes), solid))
        self._next = len(strokes) + len(obstacles)
        # Columns apart: a test of whole rows takes many times as long. Those of labels are filled when they are placed.
        self._low = np.full((2, self._next + labels), np.inf)
        self._high = np.full((2, self._next + labels), -np.inf)
        self._low[:, :self._next] = np.concatenate(
            [np.minimum(strokes[:, :2], strokes[:, 2:]), obstacles[:, :2]]).T - _MARGIN
        self._high[:, :self._next] = np.concatenate(
            [np.maximum(strokes[:, :2], strokes[:, 2:]), obstacles[:, :2] + obstacles[:, 2:]]).T + _MARGIN

    def add(self, box: np.ndarray) -> None:
        """Take in the box of a label."""
        self._low[:, self._next], self._high[:, self._next] = box[:2] - _MARGIN, box[:2] + box[2:] + _MARGIN
        self._next += 1

    def near(self, flow: int, x: float, y: float, width: float, height: float) -> np.ndarray:
        """Return which of all that is taken touch a box, without the pieces of the `flow` arrow."""
        (left, top), (right, bottom) = self._low, self._high
        found = np.flatnonzero((left < x + width) & (right > x) & (top < y + height) & (bottom > y))
        return found[self._owner[found] != flow]

    def freest(self, flow: int, corners: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, float]:
        """Return the first of the corners at which a label covers nothing, or else least, and how much it covers."""
        corner = corners.min(axis=0)
        near = self.near(flow, *corner, *(corners.max(axis=0) + size - corner))
        lows, highs, weights = self._low.T[near], self._high.T[near], self._weights[near]
        best, least = corners[0], np.inf
        # Nearly every label fits at one of the first places, so few are looked at beyond them.
        for some in np.split(corners, range(_AT_ONCE, len(corners), _AT_ONCE)):
            low = np.maximum(some[:, None], lows)
            high = np.minimum(some[:, None] + size, highs)
            covered = np.prod(np.maximum(high - low, 0), axis=2) @ weights
            i = int(covered.argmin())
            if covered[i] < least:
                best, least = some[i], covered[i]
            if not least:
                break
        return best, float(least)


def _starts(arrows: Arrows, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners (l, 2) of labels at the starts of their arrows, and where there is room for them (l)."""
    first = arrows.starts[arrows.labelled]
    single = arrows.starts[np.array(arrows.labelled, int) + 1] - first == 2
    (x0, y0), (x1, y1) = arrows.points[first].T, arrows.points[first + 1].T
    width, height = sizes.T
    upright = x0 == x1
    room = np.where(upright, single & (abs(y1 - y0) < 3 * height), abs(x1 - x0) >= width + 4)
    return np.column_stack([np.where(upright, x0 + _ASIDE, np.where(x1 > x0, x0 + 4, x0 - 4 - width)),
                            np.where(upright, np.minimum(y0, y1) + 4, y0 - height / 2)]), room


def _corners(line: np.ndarray, size: np.ndarray, parts: tuple[float, ...]) -> np.ndarray:
    """Return where a label's corner may be to have the label on its line, the best ones first."""
    steps = np.diff(line, axis=0)
    lengths = np.abs(steps).sum(1)
    middles = []
    if len(line) == 2 and not steps[0, 0] and lengths[0] < 3 * size[1]:
        # Beside a short arrow down, on its other side; on a long one there is room.
        middles.append((line[0] + line[1]) / 2 - (size[0] / 2 + _ASIDE, 0))
    for part in parts:
        middles += [line[piece] + steps[piece] * part for piece in np.argsort(-lengths, kind="stable")
                    if lengths[piece] >= 16]
    found = np.array(middles or [line[0]])
    sideways = np.array([[0, 0], [-14, 0], [14, 0], [-28, 0], [28, 0]])
    return (found[None] + sideways[:, None]).reshape(-1, 2) - size / 2
