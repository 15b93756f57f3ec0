"""Arrows that would lie on one another, kept apart."""

from __future__ import annotations

from itertools import count

import numpy as np

_NEAR = 3.0
"""Level lines that are nearer than this are taken for one."""

_ASIDE = 4.0
"""How far one of them moves: half of what arrows between the same cards are apart."""


def move_level_pieces(points: np.ndarray, offsets: np.ndarray, sources: np.ndarray, targets: np.ndarray) -> None:
    """Move level pieces of routes, in place, that lie on one of another route, if uprights of their own end them.

    Which uprights there are is known only when each has its track; two arrows may then share a height in the gutter
    between them. `points` (m × 2) and `offsets` are as in an Arrangement; `sources` and `targets` (n × 4) are the boxes
    at the routes' ends, on whose sides first and last pieces may move.
    """
    route = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    same_route = route[:-1] == route[1:]
    piece = np.flatnonzero((points[:-1, 1] == points[1:, 1]) & (points[:-1, 0] != points[1:, 0]) & same_route)
    y, ends = points[piece, 1], np.sort(np.column_stack([points[piece, 0], points[piece + 1, 0]]))
    low, high = _range(points, offsets, piece, route[piece], (sources, targets))
    route = route[piece]

    def meet(a: np.ndarray | int, b: np.ndarray, at: np.ndarray | float) -> np.ndarray:
        """Return which pieces b piece a would lie on at some height."""
        return ((np.abs(y[b] - at) < _NEAR) & (ends[a, 0] < ends[b, 1] - 1) & (ends[b, 0] < ends[a, 1] - 1)
                & (route[a] != route[b]))

    order = np.argsort(y, kind="stable")
    heights = y[order]
    found: list[tuple[int, int]] = []
    for step in count(1):
        a, b = order[:-step], order[step:]
        if not (y[b] - y[a] < _NEAR).any():
            break
        hit = meet(a, b, y[a])
        found += zip(a[hit].tolist(), b[hit].tolist())
    for pair in sorted(found):
        # None has moved by more than that since they were sorted.
        around = order[slice(*np.searchsorted(heights, (y[pair[0]] - 3 * _ASIDE, y[pair[0]] + 3 * _ASIDE)))]
        if not meet(pair[0], np.array(pair[1:]), y[pair[0]])[0]:
            continue
        # Those between cards first: an end beside the others looks less even.
        for one in sorted(pair, key=lambda one: (np.isfinite(low[one]), -one)):
            free = [at for at in (y[one] + _ASIDE, y[one] - _ASIDE)
                    if low[one] <= at <= high[one] and not meet(one, around, at).any()]
            if free:
                y[one] = points[piece[one], 1] = points[piece[one] + 1, 1] = free[0]
                break


def _range(points: np.ndarray, offsets: np.ndarray, piece: np.ndarray, route: np.ndarray,
           boxes: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return between which heights each piece may move: any that uprights end, none where there is no upright."""
    low, high = np.full(len(piece), -np.inf), np.full(len(piece), np.inf)
    first, last = piece == offsets[route], piece + 2 == offsets[route + 1]
    for outer, box in zip((first, last), boxes):
        low[outer], high[outer] = box[route[outer], 1], box[route[outer], 1] + box[route[outer], 3]
    upright = np.concatenate([[False], points[:-1, 0] == points[1:, 0], [False]])
    low[~(first | upright[piece]) | ~(last | upright[piece + 2]) | (first & last)] = np.inf
    return low, high
