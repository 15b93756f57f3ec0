"""The vertical ways of the arrows in the gutters between columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ports import ARROW, Ports
from .channels import Channels
from .columns import MARGIN
from .arrays import MapArrays
from .tracks import pack
from .ways import Ends, Net

_NARROWEST, _BETWEEN_STAGES, _WIDEST = 40.0, 56.0, 160.0
_SPACING = 8.0
_STEP = 24.0
_LOOSE_SPACING = 12.0
_PADDING = ARROW + 2
_CLEARANCE = 8.0
_ENOUGH = 1000
_LABEL_MARGIN = 8.0
_TOO_NEAR = 3.0
_ASIDE = 6.0


@dataclass(frozen=True, slots=True)
class Runs:
    """Vertical ways: in which gutter, from which y (`start`) to which (`end`), and the tracks they are on.

    Gutter l is to the left of layer l; the last one is to the right of the last layer. `flow` tells whose each way is;
    a flow's ways stand one after the other as it runs. `counts` are the gutters' numbers of tracks. `enter` is the y
    at which each flow enters its target: its port's, or a little beside it to keep off other arrows.
    """

    flow: np.ndarray
    gutter: np.ndarray
    start: np.ndarray
    end: np.ndarray
    track: np.ndarray
    counts: np.ndarray
    enter: np.ndarray


def lay(arrays: MapArrays, ends: Ends, channels: Channels, net: Net, ports: Ports, y: np.ndarray,
        level: np.ndarray) -> Runs:
    """Return the vertical ways of all flows between ports, places in layers and channels, packed on tracks."""
    start, end = ends.start, ends.end
    far, back = channels.channel > 0, ports.back
    counts = np.where(far, 2, np.where(ports.down, 0, np.diff(net.begin) + 1))
    flow = np.repeat(np.arange(len(start)), counts)
    step = np.arange(len(flow)) - np.repeat(np.cumsum(counts) - counts, counts)
    first, last = step == 0, step == counts[flow] - 1
    far, back = far[flow], back[flow]
    # Through the layers, way i leads from place i - 1 to place i, or the other way round if the flow runs back.
    number = np.where(back, net.begin[flow + 1] - step, net.begin[flow] + step - 1)
    after = np.where(back, number - 1, number + 1)
    y = np.append(y, 0.0)
    y_start = np.where(first, ports.leave[flow], np.where(far, level[flow], y.take(number, mode="clip")))
    y_end = np.where(last, ports.enter[flow], np.where(far, level[flow], y.take(after, mode="clip")))
    gutter = np.where(back, start[flow] - step, start[flow] + 1 + step)
    gutter = np.where(far & last, end[flow], gutter)
    # Where each way's ends lead: to the left (True) or to the right of the gutter.
    ahead = (end > start)[flow]
    start_left = np.where(far & last, ahead, ~back)
    end_left = np.where(far, first & ~ahead, ports.on_right[flow])
    track = np.zeros(len(flow), dtype=np.intp)
    moving = y_start != y_end
    track[moving], tracks = _pack(gutter[moving], y_start[moving], y_end[moving], start_left[moving],
                                  end_left[moving], arrays.layer_count + 1)
    enter = ports.enter.copy()
    entering = np.flatnonzero(last & ~ports.on_right[flow] & moving)
    leaving = start_left & moving
    _keep_apart(enter, flow[entering], ports.slack, gutter[entering], track[entering],
                (gutter[leaving], y_start[leaving], track[leaving]))
    y_end = np.where(last & moving, enter[flow], y_end)
    return Runs(flow, gutter, y_start, y_end, track, tracks, enter)


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
    order = np.lexsort((key, gutter * 4 + kind))
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


def widths(arrays: MapArrays, runs: Runs, labels: np.ndarray) -> np.ndarray:
    """Return how wide each gutter should be, with `labels` as the room for labels at its left."""
    least = np.full(len(runs.counts), _NARROWEST)
    least[arrays.layers] = _BETWEEN_STAGES
    wanted = 2 * _PADDING + _SPACING * (runs.counts - 1)
    if arrays.header_height:
        # One arrow more must not move all that is to the right of it.
        wanted = np.ceil(wanted / _STEP) * _STEP
    return np.clip(wanted, least, _WIDEST) + labels


def label_room(arrays: MapArrays, ends: Ends, channels: Channels, ports: Ports) -> tuple[np.ndarray, np.ndarray]:
    """Return how much room the labels of the arrows that start into each gutter need at its left and its right.

    Arrows of the channels have room for their labels there, arrows to the card below have it beside them.
    """
    room = np.zeros((2, arrays.layer_count + 1))
    here = np.flatnonzero((channels.channel == 0) & ~ports.down & (arrays.label_size[:, 0] > 0))
    back = ports.back[here]
    gutter = ends.start[here] + ~back
    # Beside the outermost layers of a stage, the stage's own margin is free.
    outer = np.isin(gutter, arrays.layers)
    wide = arrays.label_size[here, 0] + _LABEL_MARGIN - np.where(outer, MARGIN, 0.0)
    np.maximum.at(room, (back.astype(np.intp), gutter), wide)
    return room[0], room[1]


def positions(runs: Runs, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the ways' x in gutters that have room for them from `left` to `right`."""
    gaps = np.maximum(runs.counts - 1, 1)
    spacing = np.minimum(_LOOSE_SPACING, (right - left - 2 * _PADDING) / gaps)
    begin = (left + right) / 2 - spacing * (runs.counts - 1) / 2
    return begin[runs.gutter] + spacing[runs.gutter] * runs.track
