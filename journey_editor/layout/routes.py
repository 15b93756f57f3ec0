"""The arrows from box to box, put together from ports, gutters and channels."""

from __future__ import annotations

import numpy as np

from .escapes import Escapes
from .gutters import Runs
from .ports import Ports
from .arrays import MapArrays

_BESIDE = 16.0
"""Between arrows that go down from one card to the same next one."""


def draw(arrays: MapArrays, ports: Ports, runs: Runs, run_x: np.ndarray, rects: np.ndarray,
         escapes: Escapes) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of all routes, m × 2, and where each flow's begin (with m at the end).

    `rects` are the ends' x, y, width, height; `run_x` the x of the vertical ways.
    """
    a, b = rects[arrays.source], rects[arrays.target]
    moving = runs.start != runs.end
    flow = runs.flow[moving]
    counts = np.bincount(flow, minlength=len(a))
    offsets = np.concatenate([[0], np.cumsum(2 * counts + 2)])
    points = np.empty((offsets[-1], 2))
    first, last = offsets[:-1], offsets[1:] - 1
    points[first, 0] = a[:, 0] + np.where(ports.back, 0.0, a[:, 2])
    points[first, 1] = ports.leave
    points[last, 0] = b[:, 0] + np.where(ports.on_right, b[:, 2], 0.0)
    points[last, 1] = runs.enter
    upper = offsets[flow] + 1 + 2 * (np.arange(len(flow)) - (np.cumsum(counts) - counts)[flow])
    points[upper, 0] = points[upper + 1, 0] = run_x[moving]
    points[upper, 1], points[upper + 1, 1] = runs.start[moving], runs.end[moving]
    _draw_down(points, first, np.flatnonzero(ports.down), a, b, arrays)
    return _with_escapes(arrays, ports, points, offsets, escapes) if escapes else (points, offsets)


def _draw_down(points: np.ndarray, first: np.ndarray, flows: np.ndarray, a: np.ndarray, b: np.ndarray,
               arrays: MapArrays) -> None:
    """Enter the straight arrows to the next card below, beside one another where there are several."""
    a, b, source = a[flows], b[flows], arrays.source[flows]
    low = np.maximum(a[:, 0], b[:, 0])
    high = np.minimum(a[:, 0] + a[:, 2], b[:, 0] + b[:, 2])
    order = np.argsort(source, kind="stable")
    starts = np.searchsorted(source[order], source)
    place = np.empty(len(flows), dtype=np.intp)
    place[order] = np.arange(len(flows))
    count = np.searchsorted(source[order], source, side="right") - starts
    spacing = np.minimum(_BESIDE, (high - low) / (count + 1))
    x = (low + high) / 2 + spacing * (place - starts - (count - 1) / 2)
    start = first[flows]
    points[start, 0] = points[start + 1, 0] = x
    points[start, 1] = a[:, 1] + a[:, 3]
    points[start + 1, 1] = b[:, 1]


def _with_escapes(arrays: MapArrays, ports: Ports, points: np.ndarray, offsets: np.ndarray,
                  escapes: Escapes) -> tuple[np.ndarray, np.ndarray]:
    """Return the routes with the ways out of their columns in place of their first and last points."""
    routes = np.split(points, offsets[1:-1])
    for flow in np.flatnonzero(~ports.down).tolist():
        way_out = escapes.get((int(arrays.source[flow]), not ports.back[flow]))
        way_in = escapes.get((int(arrays.target[flow]), bool(ports.on_right[flow])))
        if way_out:
            routes[flow] = np.concatenate([way_out, routes[flow][1:]])
        if way_in:
            routes[flow] = np.concatenate([routes[flow][:-1], way_in[::-1]])
    return np.concatenate(routes), np.concatenate([[0], np.cumsum([len(route) for route in routes])])
