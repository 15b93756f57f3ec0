"""What is measured of a drawing: crossings, length, arrows through cards, cards on cards."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

_AT_ONCE = 4_000_000


class Drawing(NamedTuple):
    """Boxes (n × 4: x, y, width, height), the routes' points and where each begins, and each route's ends."""

    boxes: np.ndarray
    points: np.ndarray
    offsets: np.ndarray
    ends: np.ndarray


class Measures(NamedTuple):
    """Seconds, numbers, and the total length in the units of the boxes."""

    seconds: float
    crossings: int
    length: float
    through: int
    overlaps: int


def measure(seconds: float, drawing: Drawing) -> Measures:
    """Return the measures of a drawing that took so long."""
    segments, owner = _segments(drawing)
    length = float(np.hypot(*(segments[:, 2:] - segments[:, :2]).T).sum())
    return Measures(seconds, crossings(segments, owner), length, _through(segments, owner, drawing),
                    _overlaps(drawing.boxes))


def _segments(drawing: Drawing) -> tuple[np.ndarray, np.ndarray]:
    points, offsets = drawing.points, drawing.offsets
    counts = np.diff(offsets) - 1
    owner = np.repeat(np.arange(len(counts)), counts)
    starts = np.arange(len(owner)) + owner
    return np.hstack([points[starts], points[starts + 1]]), owner


def _pairs(low: np.ndarray, high: np.ndarray, other_low: np.ndarray, other_high: np.ndarray):
    """Yield in portions the index pairs of intervals that overlap: the first of one kind, the second of the other."""
    order = np.argsort(other_low, kind="stable")
    sorted_low = other_low[order]
    widest = float((other_high - other_low).max(initial=0.0))
    first = np.searchsorted(sorted_low, low - widest, side="left")
    counts = np.searchsorted(sorted_low, high, side="right") - first
    start = 0
    total = np.cumsum(counts)
    while start < len(low):
        end = max(start + 1, int(np.searchsorted(total, (total[start - 1] if start else 0) + _AT_ONCE)))
        n = counts[start:end]
        a = np.repeat(np.arange(start, end), n)
        b = order[np.repeat(first[start:end] - np.cumsum(n) + n, n) + np.arange(n.sum())]
        keep = other_high[b] >= low[a]
        yield a[keep], b[keep]
        start = end


def crossings(segments: np.ndarray, owner: np.ndarray) -> int:
    """Return how many times two arrows properly cross: each segment's ends strictly on either side of the other."""
    # By their longer extent, so that neither long level nor long upright segments meet all the others.
    x0, y0, x1, y1 = segments.T
    upright = np.abs(y1 - y0) > np.abs(x1 - x0)
    kinds = np.flatnonzero(upright), np.flatnonzero(~upright)
    total = 0
    for number, (first, second) in enumerate(((kinds[0], kinds[0]), (kinds[1], kinds[1]), (kinds[0], kinds[1]))):
        axis = (x0, x1) if number != 1 else (y0, y1)
        low, high = np.minimum(*axis), np.maximum(*axis)
        for a, b in _pairs(low[first], high[first], low[second], high[second]):
            a, b = first[a], second[b]
            keep = owner[a] != owner[b] if number == 2 else owner[a] < owner[b]
            a, b = a[keep], b[keep]
            keep = ((np.minimum(y0[a], y1[a]) <= np.maximum(y0[b], y1[b]))
                    & (np.minimum(y0[b], y1[b]) <= np.maximum(y0[a], y1[a])))
            total += int(_cross(segments[a[keep]], segments[b[keep]]).sum())
    return total


def _cross(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    def side(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.sign((a[:, 2] - a[:, 0]) * (b[:, 1] - a[:, 1]) - (a[:, 3] - a[:, 1]) * (b[:, 0] - a[:, 0]))

    ends = q[:, [2, 3, 0, 1]], p[:, [2, 3, 0, 1]]
    return (side(p, q) * side(p, ends[0]) < 0) & (side(q, p) * side(q, ends[1]) < 0)


def _through(segments: np.ndarray, owner: np.ndarray, drawing: Drawing) -> int:
    """Return how many arrows pass through the inside of a card that is none of their ends."""
    slack = 1.5
    x, y, width, height = drawing.boxes.T
    low, high = np.minimum(segments[:, 0], segments[:, 2]), np.maximum(segments[:, 0], segments[:, 2])
    found = set()
    for a, b in _pairs(low, high, x + slack, x + width - slack):
        other = (drawing.ends[owner[a], 0] != b) & (drawing.ends[owner[a], 1] != b)
        a, b = a[other], b[other]
        near = ((np.minimum(segments[a, 1], segments[a, 3]) < (y + height)[b] - slack)
                & (np.maximum(segments[a, 1], segments[a, 3]) > y[b] + slack))
        a, b = a[near], b[near]
        hit = _clipped(segments[a], np.column_stack([x, y, x + width, y + height])[b], slack)
        found.update(zip(owner[a[hit]].tolist(), b[hit].tolist()))
    return len(found)


def _clipped(p: np.ndarray, box: np.ndarray, slack: float) -> np.ndarray:
    """Return which segments meet the inside of their box (Liang and Barsky, 1984)."""
    enter, leave = np.zeros(len(p)), np.ones(len(p))
    inside = np.ones(len(p), dtype=bool)
    for axis in 0, 1:
        step = p[:, 2 + axis] - p[:, axis]
        low, high = box[:, axis] + slack - p[:, axis], box[:, 2 + axis] - slack - p[:, axis]
        still = np.abs(step) < 1e-9
        inside &= ~still | ((low < 0) & (high > 0))
        step = np.where(still, 1.0, step)
        t = np.stack([low / step, high / step])
        enter = np.where(still, enter, np.maximum(enter, t.min(axis=0)))
        leave = np.where(still, leave, np.minimum(leave, t.max(axis=0)))
    return inside & (enter < leave)


def covered(boxes: np.ndarray, others: np.ndarray, own: np.ndarray, owner: np.ndarray) -> int:
    """Return how many boxes (n, 4: x y w h) lie on some of the others (m, 4) whose `owner` (m) is not their `own` (n).
    """
    found = np.zeros(len(boxes), bool)
    for a, b in _pairs(boxes[:, 0], boxes[:, 0] + boxes[:, 2], others[:, 0], others[:, 0] + others[:, 2]):
        apart = (boxes[a, :2] >= others[b, :2] + others[b, 2:]) | (boxes[a, :2] + boxes[a, 2:] <= others[b, :2])
        found[a[~apart.any(axis=1) & (own[a] != owner[b])]] = True
    return int(found.sum())


def _overlaps(boxes: np.ndarray) -> int:
    x, y, width, height = boxes.T
    total = 0
    for a, b in _pairs(x, x + width, x, x + width):
        a, b = a[a < b], b[a < b]
        apart = ((x + width)[a] <= x[b] + 0.5) | ((x + width)[b] <= x[a] + 0.5)
        apart |= ((y + height)[a] <= y[b] + 0.5) | ((y + height)[b] <= y[a] + 0.5)
        total += int((~apart).sum())
    return total
