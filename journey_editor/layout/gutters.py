"""The vertical ways of the arrows in the gutters between columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ports import ARROW, Ports
from .channels import Channels
from .columns import MARGIN
from .sheet import Sheet
from .tracks import pack

_NARROWEST = 56.0
_WIDEST = 240.0
_SPACING = 8.0
_LOOSE_SPACING = 12.0
_PADDING = ARROW + 2
_CLEARANCE = 8.0
_ENOUGH = 24
_LABEL_MARGIN = 8.0
_TOO_NEAR = 3.0
_ASIDE = 6.0


@dataclass(frozen=True, slots=True)
class Runs:
    """Vertical ways: in which gutter, from which y (`start`) to which (`end`), and the tracks they are on.

    Gutter c is to the left of column c; the last one is to the right of the last column. `first` and `second` give each
    flow's ways, first the one near its source; -1 where it has none. `counts` are the gutters' numbers of tracks.
    `enter` is the y at which each flow enters its target: its port's, or a little beside it to keep off other arrows.
    """

    gutter: np.ndarray
    start: np.ndarray
    end: np.ndarray
    track: np.ndarray
    counts: np.ndarray
    first: np.ndarray
    second: np.ndarray
    enter: np.ndarray


def lay(sheet: Sheet, channels: Channels, ports: Ports, level: np.ndarray) -> Runs:
    """Return the vertical ways of all flows between their ports and channels at `level`, packed on tracks."""
    column = sheet.end_column
    start, end = column[sheet.source], column[sheet.target]
    far = channels.channel > 0
    near = ~far & ~ports.down & (ports.same | (ports.leave != ports.enter))
    near, far = np.flatnonzero(near), np.flatnonzero(far)
    none = np.full(len(start), -1)
    first, second = none.copy(), none
    first[near] = np.arange(len(near))
    first[far] = len(near) + np.arange(len(far))
    second[far] = len(near) + len(far) + np.arange(len(far))
    gutter = np.concatenate([start[near] + 1, start[far] + 1, end[far]])
    y_start = np.concatenate([ports.leave[near], ports.leave[far], level[far]])
    y_end = np.concatenate([ports.enter[near], level[far], ports.enter[far]])
    forward = end[far] > start[far]
    to_left = np.ones(len(far), dtype=bool)
    # Where each way's ends lead: to the left (True) or to the right of the gutter.
    start_left = np.concatenate([np.ones(len(near), dtype=bool), to_left, forward])
    end_left = np.concatenate([ports.same[near], ~forward, ~to_left])
    track, counts = _pack(gutter, y_start, y_end, start_left, end_left, len(sheet.stage_ids) + 1)
    enter = ports.enter.copy()
    last = np.where(second < 0, first, second)
    entering = np.flatnonzero((last >= 0) & ~ports.same)
    _keep_apart(enter, entering, ports.slack, gutter[last[entering]], track[last[entering]],
                (gutter[start_left], y_start[start_left], track[start_left]))
    return Runs(gutter, y_start, y_end, track, counts, first, second, enter)


def _keep_apart(enter: np.ndarray, flows: np.ndarray, slack: np.ndarray, gutter: np.ndarray, track: np.ndarray,
                leaving: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    """Move the `enter` of flows that would lie on an arrow which comes out opposite and goes on beyond their track."""
    count = len(flows)
    gutters = np.concatenate([gutter, leaving[0]])
    ys = np.concatenate([enter[flows], leaving[1]])
    tracks = np.concatenate([track, leaving[2]])
    order = np.lexsort((ys, gutters))
    for a, b in (order[:-1], order[1:]), (order[1:], order[:-1]):
        clash = (a < count) & (b >= count) & (gutters[a] == gutters[b]) & (tracks[a] < tracks[b])
        clash &= np.abs(ys[a] - ys[b]) < _TOO_NEAR
        moved = flows[a[clash]]
        enter[moved] += np.minimum(_ASIDE, slack[moved] * 0.4)


def _pack(gutter: np.ndarray, start: np.ndarray, end: np.ndarray, start_left: np.ndarray, end_left: np.ndarray,
          gutters: int) -> tuple[np.ndarray, np.ndarray]:
    """Return each way's track, counted from the left, and the gutters' numbers of tracks.

    From the left: those that turn back to the left, short ones first; those that rise, from top to bottom; those that
    fall, from bottom to top; those that turn back to the right, long ones first. No two of one of these kinds then
    cross, unless they must.
    """
    low, high = np.minimum(start, end), np.maximum(start, end)
    middle = low + high
    rising = (start > end) == start_left
    kind = np.select([start_left & end_left, ~start_left & ~end_left, rising], [0, 3, 1], 2)
    key = np.select([kind == 0, kind == 3, kind == 1], [high - low, low - high, middle], -middle)
    order = np.lexsort((np.arange(len(gutter)), key, kind, gutter))
    bounds = np.searchsorted(gutter[order], np.arange(gutters + 1)).tolist()
    lows, highs = low[order].tolist(), (high[order] + _CLEARANCE).tolist()
    counts, tracks = [], []
    for a, b in zip(bounds, bounds[1:]):
        found, count = pack(lows[a:b], highs[a:b], _ENOUGH)
        tracks += found
        counts.append(count)
    track = np.empty(len(gutter), dtype=np.intp)
    track[order] = tracks
    return track, np.array(counts, dtype=np.intp)


def widths(runs: Runs, labels: np.ndarray) -> np.ndarray:
    """Return how wide each gutter should be, with `labels` as the room for labels at its left."""
    return np.clip(2 * _PADDING + _SPACING * (runs.counts - 1), _NARROWEST, _WIDEST) + labels


def label_room(sheet: Sheet, channels: Channels, ports: Ports) -> np.ndarray:
    """Return how much room the labels of the arrows that start into each gutter need at its left.

    Arrows of the channels have room for their labels there, arrows to the card below have it beside them.
    """
    room = np.zeros(len(sheet.stage_ids) + 1)
    here = (channels.channel == 0) & ~ports.down & (sheet.label_size[:, 0] > 0)
    wide = sheet.label_size[here, 0] + _LABEL_MARGIN - MARGIN
    np.maximum.at(room, sheet.end_column[sheet.source[here]] + 1, wide)
    return room


def positions(runs: Runs, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the ways' x in gutters that have room for them from `left` to `right`."""
    gaps = np.maximum(runs.counts - 1, 1)
    spacing = np.minimum(_LOOSE_SPACING, (right - left - 2 * _PADDING) / gaps)
    begin = (left + right) / 2 - spacing * (runs.counts - 1) / 2
    return begin[runs.gutter] + spacing[runs.gutter] * runs.track
