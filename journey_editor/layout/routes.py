"""The arrows from box to box, put together from ports, gutters and channels."""

from __future__ import annotations

import numpy as np

from .escapes import Escapes
from .gutters import Runs
from .ports import Ports
from .sheet import Sheet

_BESIDE = 16.0
"""Between arrows that go down from one card to the same next one."""


def draw(sheet: Sheet, ports: Ports, runs: Runs, run_x: np.ndarray, level: np.ndarray,
         rects: np.ndarray, escapes: Escapes) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of all routes, m × 2, and where each flow's begin (with m at the end).

    `rects` are the ends' x, y, width, height; `run_x` the x of the vertical ways.
    """
    a, b = rects[sheet.source], rects[sheet.target]
    points = np.empty((len(a), 6, 2))
    used = np.zeros((len(a), 6), dtype=bool)
    used[:, [0, 5]] = True
    points[:, 0, 0] = a[:, 0] + a[:, 2]
    points[:, 5, 0] = b[:, 0] + np.where(ports.same, b[:, 2], 0.0)
    points[:, :2, 1] = ports.leave[:, None]
    points[:, 4:, 1] = runs.enter[:, None]
    points[:, 2:4, 1] = level[:, None]
    near, far = (runs.first >= 0) & (runs.second < 0), runs.second >= 0
    used[near, 1] = used[near, 4] = True
    used[far, 1:5] = True
    turning = near | far
    points[turning, 1:3, 0] = run_x[runs.first[turning], None]
    points[near, 4, 0] = points[near, 1, 0]
    points[far, 3:5, 0] = run_x[runs.second[far], None]
    _draw_down(points, np.flatnonzero(ports.down), a, b, sheet)
    offsets = np.concatenate([[0], np.cumsum(used.sum(axis=1))])
    return _with_escapes(sheet, ports, points[used], offsets, escapes) if escapes else (points[used], offsets)


def _draw_down(points: np.ndarray, flows: np.ndarray, a: np.ndarray, b: np.ndarray, sheet: Sheet) -> None:
    """Enter the straight arrows to the next card below, beside one another where there are several."""
    a, b, source = a[flows], b[flows], sheet.source[flows]
    low = np.maximum(a[:, 0], b[:, 0])
    high = np.minimum(a[:, 0] + a[:, 2], b[:, 0] + b[:, 2])
    order = np.argsort(source, kind="stable")
    starts = np.searchsorted(source[order], source)
    place = np.empty(len(flows), dtype=np.intp)
    place[order] = np.arange(len(flows))
    count = np.searchsorted(source[order], source, side="right") - starts
    spacing = np.minimum(_BESIDE, (high - low) / (count + 1))
    x = (low + high) / 2 + spacing * (place - starts - (count - 1) / 2)
    points[flows, 0, 0] = points[flows, 5, 0] = x
    points[flows, 0, 1] = a[:, 1] + a[:, 3]
    points[flows, 5, 1] = b[:, 1]


def _with_escapes(sheet: Sheet, ports: Ports, points: np.ndarray, offsets: np.ndarray,
                  escapes: Escapes) -> tuple[np.ndarray, np.ndarray]:
    """Return the routes with the ways out of their columns in place of their first and last points."""
    routes = np.split(points, offsets[1:-1])
    for flow in np.flatnonzero(~ports.down).tolist():
        way_out = escapes.get((int(sheet.source[flow]), True))
        way_in = escapes.get((int(sheet.target[flow]), bool(ports.same[flow])))
        if way_out:
            routes[flow] = np.concatenate([way_out, routes[flow][1:]])
        if way_in:
            routes[flow] = np.concatenate([routes[flow][:-1], way_in[::-1]])
    return np.concatenate(routes), np.concatenate([[0], np.cumsum([len(route) for route in routes])])
