"""Ways out of a column for cards that others, pinned beside them, shut in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from .arrays import MapArrays

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
Escapes = dict[tuple[int, bool], list[Point]]
"""(card, whether on the right) to the points from the card's border to the column's edge."""

_MOST = 60
"""Groups of more cards than this are not searched: their arrows may cross a card."""

_TURN = 30.0
_HUGGING = 4.0
_NEAR = 8.0
_BESIDE_GROUP = 10.0


def find(arrays: MapArrays, y: np.ndarray, card_x: np.ndarray, x: np.ndarray, width: np.ndarray) -> Escapes:
    """Return the ways out for all cards from which none leads straight to the gutter."""
    found: Escapes = {}
    rects = np.column_stack([card_x, y, card_x + arrays.card_size[:, 0], y + arrays.card_size[:, 1]])
    for stage in np.flatnonzero(arrays.loose).tolist():
        cards = np.arange(*arrays.first[arrays.layers[stage:stage + 2]])
        edges = float(x[stage]), float(x[stage] + width[stage])
        for group, above, below in _groups(cards, rects, arrays.header_height):
            if len(group) > _MOST:
                continue
            grid = _grid(rects[group], edges, (above, below))
            for on_right in (True, False):
                shut_in = _shut_in(rects[group], on_right)
                if shut_in.any():
                    ways = _ways(rects[group], shut_in, grid, edges[on_right])
                    found.update({(int(group[card]), on_right): way for card, way in ways.items()})
    return found


def _groups(cards: np.ndarray, rects: np.ndarray, top: float) -> Iterator[tuple[np.ndarray, float, float]]:
    """Yield the cards that stand beside one another, with the free y just above and below them."""
    cards = cards[np.argsort(rects[cards, 1], kind="stable")]
    lowest = np.maximum.accumulate(rects[cards, 3])
    starts = np.flatnonzero(np.concatenate([[True], rects[cards[1:], 1] >= lowest[:-1]])).tolist()
    for start, end in zip(starts, [*starts[1:], len(cards)]):
        if end - start > 1:
            first, last = float(rects[cards[start], 1]), float(lowest[end - 1])
            before = float(lowest[start - 1]) if start else top
            after = float(rects[cards[end], 1]) if end < len(cards) else last + 2 * _BESIDE_GROUP
            yield (cards[start:end], max(first - _BESIDE_GROUP, (before + first) / 2),
                   min(last + _BESIDE_GROUP, (last + after) / 2))


def _shut_in(rects: np.ndarray, on_right: bool) -> np.ndarray:
    """Return which cards have another one before their right or left side."""
    beside = (rects[:, None, 1] < rects[None, :, 3]) & (rects[:, None, 3] > rects[None, :, 1])
    outside = rects[None, :, 2] > rects[:, None, 2] if on_right else rects[None, :, 0] < rects[:, None, 0]
    return (beside & outside).any(axis=1)


_State = tuple[int, int, bool]
"""A crossing of two lines by their numbers, and whether the way runs across there (or up and down)."""


class _Grid(NamedTuple):
    """Lines on which ways may run, and the steps along them with what these cost: more near a card's border."""

    xs: np.ndarray
    ys: np.ndarray
    steps: nx.Graph


def _grid(rects: np.ndarray, edges: tuple[float, float], rows: tuple[float, float]) -> _Grid:
    import networkx as nx   # It takes as long to load as Qt: only maps with pinned cards need it.

    xs = _lines(np.concatenate([rects[:, 0], rects[:, 2], edges]), (rects[:, 0] + rects[:, 2]) / 2)
    ys = _lines(np.concatenate([rects[:, 1], rects[:, 3], rows]), (rects[:, 1] + rects[:, 3]) / 2)
    across = _costs(xs, ys, rects[:, [0, 2]], rects[:, [1, 3]])
    down = _costs(ys, xs, rects[:, [1, 3]], rects[:, [0, 2]]).T
    steps = nx.Graph()
    steps.add_weighted_edges_from(((i, j, True), (i, j, False), _TURN) for i, j in np.ndindex(len(xs), len(ys)))
    steps.add_weighted_edges_from(((i, j, True), (i + 1, j, True), cost)
                                  for i, costs in enumerate(across.tolist()) for j, cost in enumerate(costs)
                                  if cost < np.inf)
    steps.add_weighted_edges_from(((i, j, False), (i, j + 1, False), cost)
                                  for i, costs in enumerate(down.tolist()) for j, cost in enumerate(costs)
                                  if cost < np.inf)
    return _Grid(xs, ys, steps)


def _lines(borders: np.ndarray, middles: np.ndarray) -> np.ndarray:
    borders = np.unique(borders)
    return np.unique(np.concatenate([borders, (borders[1:] + borders[:-1]) / 2, middles]))


def _costs(along: np.ndarray, at: np.ndarray, spans: np.ndarray, borders: np.ndarray) -> np.ndarray:
    """Return what the steps between neighbours of `along` cost at each of `at`."""
    middle = (along[1:] + along[:-1])[:, None, None] / 2
    beside = (spans[:, 0] < middle) & (middle < spans[:, 1])
    line = at[None, :, None]
    inside = (beside & (borders[:, 0] < line) & (line < borders[:, 1])).any(axis=2)
    hugging = (beside & (np.abs(borders - line[..., None]).min(axis=3) < _NEAR)).any(axis=2)
    return np.diff(along)[:, None] * np.where(inside, np.inf, np.where(hugging, _HUGGING, 1.0))


def _ways(rects: np.ndarray, wanted: np.ndarray, grid: _Grid, edge: float) -> dict[int, list[Point]]:
    """Return the shortest ways with few turns from the wanted cards' sides to the column's edge (Dijkstra, 1959)."""
    cost, previous = _search(grid, int(np.searchsorted(grid.xs, edge)))
    ways = {}
    for card in np.flatnonzero(wanted).tolist():
        left, top, right, bottom = rects[card].tolist()
        i, j = np.searchsorted(grid.xs, (left + right) / 2), np.searchsorted(grid.ys, (top + bottom) / 2)
        sides = [(np.searchsorted(grid.xs, right), j, True), (np.searchsorted(grid.xs, left), j, True),
                 (i, np.searchsorted(grid.ys, bottom), False), (i, np.searchsorted(grid.ys, top), False)]
        states = [(int(i), int(j), across) for i, j, across in sides]
        best = min(states, key=lambda state: cost.get(state, np.inf))
        if best in cost:
            ways[card] = _points(grid, previous, best)
    return ways


def _search(grid: _Grid, edge: int) -> tuple[dict[_State, float], dict[_State, _State]]:
    """Return what it costs to reach the edge from everywhere, and the next state on the way there."""
    import networkx as nx   # As above.

    outside = -1, -1, False
    grid.steps.add_weighted_edges_from((outside, (edge, j, True), 0.0) for j in range(len(grid.ys)))
    previous, cost = nx.dijkstra_predecessor_and_distance(grid.steps, outside)
    grid.steps.remove_node(outside)
    # Of several ways that cost the same, the first by number, so that it is one everywhere.
    return cost, {state: min(before) for state, before in previous.items() if before and outside not in before}


def _points(grid: _Grid, previous: dict[_State, _State], state: _State) -> list[Point]:
    """Return the corners of the way from a state to the edge."""
    points = [(float(grid.xs[state[0]]), float(grid.ys[state[1]]))]
    while state in previous:
        after = previous[state]
        if after[2] != state[2] or after not in previous:
            point = (float(grid.xs[after[0]]), float(grid.ys[after[1]]))
            if point != points[-1]:
                points.append(point)
        state = after
    return points
