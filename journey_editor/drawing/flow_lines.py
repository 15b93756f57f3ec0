"""The flows as arrays, and what of them an area shows: rounded, dashed and cut to it, many at once.

A map of thousands of arrows is painted from these arrays in a few calls; `arrows` turns single ones into paths.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from journey_editor.layout import Arrangement

CORNER = 8.0
HEAD = 9.0
HEAD_ROOM = 12.0
_BEND_PIECES = 4
_OVERLAP = 0.3
"""How far pieces of one arrow reach into one another, so that softened ends leave no gap."""


@dataclass(slots=True)
class Parallels:
    """Pieces along one axis: `places` (3, n) tell where they lie across it, from where to where; `owner` (n) whose."""

    places: np.ndarray
    owner: np.ndarray

    def within(self, across: tuple[float, float], along: tuple[float, float], hidden: np.ndarray | None) -> np.ndarray:
        """Return the places of those between two bounds across and along the axis, without `hidden` (n) arrows."""
        at, start, stop = self.places
        kept = (at >= across[0]) & (at < across[1]) & (start < along[1]) & (stop > along[0])
        if hidden is not None:
            kept &= ~hidden[self.owner]
        return self.places if kept.all() else self.places[:, kept]


@dataclass(slots=True)
class Shape:
    """What follows from the straight pieces (m): where each ends for its rounded corners, and how far along it lies.

    `cuts` (m, 2) are the lengths taken off at either end; `along` (m) is the way from the arrow's start to the piece's,
    after the cut; `low` and `high` (2, m) bound the pieces; `tips` (2, n) are the arrows' ends;
    `bounds` (x0 y0 x1 y1) hold all; `upright`, `level` and `slanting` tell the pieces apart.
    """

    length: np.ndarray
    ways: np.ndarray
    cuts: np.ndarray
    along: np.ndarray
    last: np.ndarray
    low: np.ndarray
    high: np.ndarray
    tips: np.ndarray
    bounds: list[float]
    upright: Parallels
    level: Parallels
    slanting: np.ndarray


@dataclass(slots=True)
class Arrows:
    """The flows as arrays: points (k, 2), each one's first in `starts` (n + 1), bounding boxes (n, 4: x0 y0 x1 y1).

    `segments` (m, 4: x0 y0 x1 y1) are all straight pieces, `owner` (m) tells whose; `label_boxes` (l, 4: x y w h)
    belong to the flows in `labelled`. `style` (n) tells which of the `styles` (track colours, whether it leads back)
    an arrow has.
    """

    ids: list[str] = field(default_factory=list)
    points: np.ndarray = field(default_factory=lambda: np.zeros((0, 2)))
    starts: np.ndarray = field(default_factory=lambda: np.zeros(1, int))
    bounds: np.ndarray = field(default_factory=lambda: np.zeros((0, 4)))
    segments: np.ndarray = field(default_factory=lambda: np.zeros((0, 4)))
    owner: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    labelled: list[int] = field(default_factory=list)
    label_boxes: np.ndarray = field(default_factory=lambda: np.zeros((0, 4)))
    colors: list[tuple[str, ...]] = field(default_factory=list)
    labels: list[tuple[str, ...]] = field(default_factory=list)
    back: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))
    index: dict[str, int] = field(default_factory=dict)
    styles: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)
    style: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    _shape: Shape | None = None

    def line(self, i: int) -> np.ndarray:
        """Return the i-th flow's points, (n, 2)."""
        return self.points[self.starts[i]:self.starts[i + 1]]

    def heads(self) -> np.ndarray:
        """Return boxes (n, 4: x y w h) around the arrow heads."""
        return np.hstack([self.points[self.starts[1:] - 1] - HEAD_ROOM / 2, np.full((len(self.ids), 2), HEAD_ROOM)])

    @property
    def shape(self) -> Shape:
        """What is needed to draw many at once, found when it is first asked for."""
        if self._shape is None:
            self._shape = _shape(self)
        return self._shape

    def set_colors(self, colors: list[tuple[str, ...]]) -> None:
        """Give each arrow the colours of its tracks."""
        self.colors = colors
        numbers: dict[tuple[tuple[str, ...], bool], int] = {}
        style = [numbers.setdefault(one, len(numbers)) for one in zip(colors, self.back.tolist())]
        self.styles, self.style = list(numbers), np.array(style, int)


def from_arrangement(arrangement: Arrangement) -> Arrows:
    """Return the arrows of a layout."""
    ids, points, starts = arrangement.route_ids, arrangement.route_points, arrangement.route_offsets
    if not ids:
        return Arrows()
    inner = np.ones(len(points) - 1, bool)
    inner[starts[1:-1] - 1] = False  # no segment leads from one flow's end to the next one's start
    return Arrows(
        ids, points, starts,
        np.hstack([np.minimum.reduceat(points, starts[:-1]), np.maximum.reduceat(points, starts[:-1])]),
        np.hstack([points[:-1], points[1:]]).compress(inner, axis=0),
        owner=np.repeat(np.arange(len(ids)), np.diff(starts) - 1), back=arrangement.route_back,
        index=dict(zip(ids, range(len(ids)))))


def _shape(arrows: Arrows) -> Shape:
    # Columns apart: arithmetic on pairs takes several times as long.
    places = arrows.segments.T.copy()
    start, end = places[:2], places[2:]
    length = np.hypot(*(end - start))
    last = np.append(arrows.owner[1:] != arrows.owner[:-1], True)[:len(length)]
    first = np.append(True, last[:-1])[:len(length)]
    tip = np.where(last, np.minimum(HEAD * 0.8, length * 0.9), 0.0)
    corner = np.minimum(CORNER, (length - tip) / 2)
    cuts = np.stack([np.where(first, 0.0, corner), np.where(last, tip, corner)], 1)
    ways = np.stack((end - start) / np.maximum(length, 1e-9), 1)
    low, high = np.minimum(start, end), np.maximum(start, end)
    upright = low[0] == high[0]
    level = (low[1] == high[1]) & ~upright
    shape = Shape(length, ways, cuts, np.zeros(len(length)), last, low, high, end.compress(last, axis=1),
                  [*low.min(axis=1, initial=0.0).tolist(), *high.max(axis=1, initial=0.0).tolist()],
                  _parallels((low[0], low[1], high[1]), arrows.owner, upright),
                  _parallels((low[1], low[0], high[0]), arrows.owner, level),
                  np.flatnonzero(~upright & ~level))
    steps = length - cuts[:, 0] - cuts[:, 1]
    bent = np.flatnonzero(~last)
    steps[bent] += _bend_lengths(shape, bent)
    way = np.cumsum(steps) - steps
    shape.along = way - way[first][arrows.owner] if len(way) else way
    return shape


def _parallels(places: tuple[np.ndarray, ...], owner: np.ndarray, which: np.ndarray) -> Parallels:
    return Parallels(np.stack(places, dtype=np.float32).compress(which, axis=1), owner[which])


def _bend_lengths(shape: Shape, which: np.ndarray) -> np.ndarray:
    """Return how long (b) the rounded corners at the ends of some straight pieces are, as `_bends` draws them."""
    before, after = shape.cuts[which, 1], shape.cuts[which + 1, 0]
    (x0, y0), (x1, y1) = shape.ways[which].T, shape.ways[which + 1].T
    turn = x0 * x1 + y0 * y1
    found = np.zeros(len(which))
    t = np.linspace(0, 1, _BEND_PIECES + 1)
    # Each chord is so much of the way in and so much of the way out, which `turn` tells the angle between.
    for a, b in zip(-np.diff((1 - t) ** 2), np.diff(t ** 2), strict=True):
        one, other = a * before, b * after
        found += np.sqrt(np.maximum(one * one + other * other + 2 * one * other * turn, 0.0))
    return found


def _bends(segments: np.ndarray, shape: Shape, which: np.ndarray) -> np.ndarray:
    """Return points (b, 5, 2) along the rounded corners at the ends of some straight pieces."""
    corner = segments[which, 2:]
    before = corner - shape.ways[which] * shape.cuts[which, 1:]
    after = corner + shape.ways[which + 1] * shape.cuts[which + 1, :1]
    t = np.linspace(0, 1, _BEND_PIECES + 1)[None, :, None]
    return (1 - t) ** 2 * before[:, None] + 2 * t * (1 - t) * corner[:, None] + t ** 2 * after[:, None]


def touching(shape: Shape, area: np.ndarray) -> np.ndarray:
    """Return which straight pieces touch an area (x0 y0 x1 y1)."""
    return _between(shape.low, shape.high, area)


def ending_in(shape: Shape, area: np.ndarray) -> np.ndarray:
    """Return which arrows end in an area (x0 y0 x1 y1)."""
    return _between(shape.tips, shape.tips, area)


def _between(low: np.ndarray, high: np.ndarray, area: np.ndarray) -> np.ndarray:
    # Columns apart: a test of whole rows takes ten times as long.
    return np.flatnonzero((low[0] < area[2]) & (high[0] > area[0]) & (low[1] < area[3]) & (high[1] > area[1]))


def pieces(arrows: Arrows, seen: np.ndarray, area: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what the `seen` straight pieces and the corners at their ends show of arrows in an area (x0 y0 x1 y1).

    Straight lines (k, 4), how far along its arrow each starts (k), and whose it is (k).
    """
    shape = arrows.shape
    ways, cuts, last = shape.ways[seen], shape.cuts[seen], shape.last[seen]
    reach = np.where(cuts > 0, _OVERLAP, 0.0) * np.stack([np.ones(len(seen)), ~last], 1)
    begin = arrows.segments[seen, :2] + ways * (cuts - reach)[:, :1]
    end = arrows.segments[seen, 2:] - ways * (cuts - reach)[:, 1:]
    straight = np.hstack([begin, end])
    along = shape.along[seen] - reach[:, 0]
    bent = seen[~last]
    points = _bends(arrows.segments, shape, bent)
    chords = np.diff(points, axis=1)
    lengths = np.hypot(chords[..., 0], chords[..., 1])
    more = chords / np.maximum(lengths, 1e-9)[..., None] * _OVERLAP
    curved = np.concatenate([points[:, :-1] - more, points[:, 1:] + more], axis=2).reshape(-1, 4)
    begins = (shape.along[bent] + shape.length[bent] - shape.cuts[bent].sum(1))[:, None]
    curve_along = begins + np.cumsum(lengths, axis=1) - lengths - _OVERLAP
    lines = np.concatenate([straight, curved])
    lines, skipped, kept = _cut(lines, area)
    owner = np.concatenate([arrows.owner[seen], np.repeat(arrows.owner[bent], _BEND_PIECES)])
    return lines, np.concatenate([along, curve_along.ravel()])[kept] + skipped, owner[kept]


def _cut(lines: np.ndarray, area: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut lines to an area; return them, the length taken off at each start, and which are left."""
    start, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (area[:2] - start) / along, (area[2:] - start) / along
    enter, leave = np.minimum(one, other), np.maximum(one, other)
    # A line along an axis never crosses the sides along that axis; whether it is between them was asked before.
    still = along == 0
    enter[still], leave[still] = -np.inf, np.inf
    first = np.maximum(enter[:, 0], enter[:, 1]).clip(0, 1)
    final = np.minimum(leave[:, 0], leave[:, 1]).clip(0, 1)
    kept = np.flatnonzero(final > first)
    start, along, first, final = start[kept], along[kept], first[kept, None], final[kept, None]
    return (np.hstack([start + along * first, start + along * final]), np.hypot(*(along * first).T), kept)


def dashed(lines: np.ndarray, along: np.ndarray, drawn: float, period: float, shift: float) -> np.ndarray:
    """Return the dashes (k, 4) of lines that start `along` their arrows, `drawn` long every `period` from `shift`."""
    ways = lines[:, 2:] - lines[:, :2]
    length = np.hypot(*ways.T)
    start = along - shift
    first = np.floor(start / period)
    counts = (np.floor((start + length) / period) - first).astype(int) + 1
    which = np.repeat(np.arange(len(lines)), counts)
    number = first[which] + np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    begin = np.maximum(number * period - start[which], 0)
    end = np.minimum(number * period + drawn - start[which], length[which])
    kept = end > begin
    which, begin, end = which[kept], begin[kept, None], end[kept, None]
    ways = ways[which] / np.maximum(length[which], 1e-9)[:, None]
    return np.hstack([lines[which, :2] + ways * begin, lines[which, :2] + ways * end])


def stretched(line: np.ndarray, first_by: tuple[float, float], last_by: tuple[float, float]) -> np.ndarray:
    """Return a polyline (n, 2) whose ends have moved; the pieces at its ends stay upright or level, as they were."""
    if first_by == last_by:
        return line + first_by
    points = line.tolist()
    upright = points[0][0] == points[1][0], points[-1][0] == points[-2][0]
    if len(points) == 2:
        # One straight piece becomes a step.
        (x0, y0), (x1, y1) = points
        middle = (x0 + x1) / 2, (y0 + y1) / 2
        points[1:1] = [list(middle), list(middle)]
    for end, beside, (dx, dy), along_y in ((0, 1, first_by, upright[0]), (-1, -2, last_by, upright[1])):
        points[end][0] += dx
        points[end][1] += dy
        points[beside][0 if along_y else 1] += dx if along_y else dy
    return np.array(points)


def head_corners(arrows: Arrows, which: np.ndarray) -> np.ndarray:
    """Return the corners (n, 3, 2) of arrow heads."""
    ends = arrows.starts[which + 1] - 1
    tips, before = arrows.points[ends], arrows.points[ends - 1]
    ways = tips - before
    ways = ways / np.maximum(np.hypot(*ways.T), 1e-9)[:, None]
    base = tips - ways * HEAD
    aside = ways[:, ::-1] * (-1, 1) * HEAD * 0.45
    return np.stack([tips, base + aside, base - aside], 1)
