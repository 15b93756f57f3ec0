"""How high everything stands: cards, and the places where arrows pass between them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .columns import gaps_below
from .sheet import Sheet
from .ways import Net

BAND_GAP = 40.0
"""Between the lowest card of a band and the highest of the next."""

_TO_CARD = 12.0
_BETWEEN = 8.0

_CARD, _PLACE, _LONG, _STACKED = 1.0, 2.0, 8.0, 0.05
"""How much it matters that a card, a place next to a card, and a place next to another is level with its neighbours."""


def lead(sheet: Sheet, net: Net, order: np.ndarray) -> float:
    """Return how much room arrows that pass above the first cards need there."""
    layer = net.layer[order]
    card = order < len(sheet.card_ids)
    index = np.arange(len(order)) - np.searchsorted(layer, layer)
    first = np.full(sheet.layer_count, len(order))
    np.minimum.at(first, layer[card], index[card])
    most = int(first[first < len(order)].max(initial=0))
    return _TO_CARD + _BETWEEN * (most - 1) if most else 0.0


def banded(sheet: Sheet, order: np.ndarray, bands: np.ndarray | None) -> np.ndarray:
    """Return the band of each node; arrows pass through that of the card above them."""
    found = np.zeros(len(order), dtype=np.intp)
    if bands is None:
        return found
    cards = len(sheet.card_ids)
    above = np.maximum.accumulate(np.where(order < cards, np.arange(len(order)), -1))
    own = bands[sheet.record][order[above.clip(min=0)].clip(max=cards - 1)] if cards else found
    found[order] = np.where(above >= 0, own, 0)
    return found


def place(sheet: Sheet, net: Net, order: np.ndarray, band: np.ndarray, top: float,
          both: bool = False) -> np.ndarray:
    """Return the y of all nodes: cards' tops and the levels of places, as near as they can to their neighbours' level.

    Each layer is settled after the one to its left: the least weighted squares of the distances from the level of the
    neighbours on the left, in order and with the gaps kept (isotonic regression by pooling adjacent violators, Ayer et
    al., 1955), no higher than `top` and no lower than the lowest layer needs. So an edit moves only what it must.
    With `both`, the neighbours on the right are followed too, for shorter arrows.
    """
    cards = len(sheet.card_ids)
    height = np.concatenate([sheet.card_size[:, 1], np.zeros(len(net.layer) - cards)])
    group = net.layer * (int(band.max(initial=0)) + 1) + band
    natural = _natural(sheet, group, order, height)
    # Each band begins below the lowest of the one before.
    depth = np.zeros(int(band.max(initial=0)) + 1)
    np.maximum.at(depth, band, natural + height)
    begin = np.concatenate([[0.0], np.cumsum(depth + BAND_GAP)[:-1]])
    natural += begin[band]
    bottom = begin + depth
    y = natural + top
    if not len(net.left):
        return y
    sides = [_wishes(sheet, net.right, net.left, order), _wishes(sheet, net.left, net.right, order)]
    bounds = [*np.flatnonzero(np.diff(group[order], prepend=-1)).tolist(), len(order)]
    parts = [order[start:end] for start, end in zip(bounds, bounds[1:])]
    slack = [float(bottom[band[nodes[0]]] - (natural[nodes] + height[nodes]).max()) for nodes in parts]
    for level, weight in (sides[0], sides[1], sides[0])[:3 if both else 1]:
        for nodes, most in zip(parts, slack):
            if most > 0 and not sheet.loose[sheet.layer_stage[net.layer[nodes[0]]]]:
                wanted = level(nodes, y, height) - natural[nodes] - top
                y[nodes] = np.round(natural[nodes] + top + np.clip(_settle(wanted, weight[nodes]), 0.0, most), 3)
        parts, slack = parts[::-1], slack[::-1]
    return y


def _natural(sheet: Sheet, group: np.ndarray, order: np.ndarray, height: np.ndarray) -> np.ndarray:
    """Return the y of all nodes stacked without any room to spare, the first cards at 0."""
    cards = len(sheet.card_ids)
    is_place = order >= cards
    follows = np.concatenate([[False], group[order[1:]] == group[order[:-1]]])[:len(order)]
    before = np.concatenate([order[:1], order[:-1]])
    both = is_place & (before >= cards)
    neither = ~is_place & (before < cards)
    gap = np.where(both, _BETWEEN, _TO_CARD)
    gap[neither] = gaps_below(sheet)[before[neither]]
    step = np.where(follows, height[before] + gap, 0.0)
    total = np.cumsum(step)
    starts = np.flatnonzero(~follows)
    layer_of = np.cumsum(~follows) - 1
    total -= total[starts][layer_of]
    # The first card of a layer (of its part in a band) is its zero, unless there is none.
    card_first = np.full(len(starts), np.inf)
    np.minimum.at(card_first, layer_of[~is_place], total[~is_place])
    total -= np.where(np.isfinite(card_first), card_first, 0.0)[layer_of]
    found = np.empty(len(order))
    found[order] = total
    return found


def _wishes(sheet: Sheet, here: np.ndarray, there: np.ndarray,
            order: np.ndarray) -> tuple[Callable[..., np.ndarray], np.ndarray]:
    """Return a function that gives nodes' wished y, and the weights of the wishes; segments lead `there`."""
    cards, nodes = len(sheet.card_ids), len(order)
    place = np.empty(nodes, dtype=np.intp)
    place[order] = np.arange(nodes)
    chosen = np.lexsort((place[there], here))
    other = there[chosen]
    first = np.searchsorted(here[chosen], np.arange(nodes + 1))
    counts = np.diff(first)
    weight = np.where(np.arange(nodes) < cards, _CARD, _PLACE)
    weight[here[(here >= cards) & (there >= cards)]] = _LONG
    stacked = (sheet.target == sheet.source + 1) & (sheet.target < cards)
    stacked[stacked] = sheet.layer[sheet.source[stacked]] == sheet.layer[sheet.target[stacked]]
    still = counts == 0
    for end in (sheet.source, sheet.target):
        still[end[stacked]] = True
    weight[still] = _STACKED

    def level(nodes: np.ndarray, y: np.ndarray, height: np.ndarray) -> np.ndarray:
        """Return where nodes would be level with their neighbour there, the middle one of several."""
        middle = first[nodes] + np.maximum(counts[nodes] - 1, 0) // 2
        leader = other[np.minimum(middle, len(other) - 1)]
        wished = y[leader] + height[leader] / 2 - height[nodes] / 2
        return np.where(still[nodes], y[nodes], wished)

    return level, weight


def _settle(wanted: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the rising sequence nearest to what is wanted."""
    values: list[float] = []
    weights: list[float] = []
    counts: list[int] = []
    for value, own in zip(wanted.tolist(), weight.tolist()):
        count = 1
        while values and values[-1] > value:
            other = weights.pop()
            value = (value * own + values.pop() * other) / (own + other)
            own += other
            count += counts.pop()
        values.append(value)
        weights.append(own)
        counts.append(count)
    return np.repeat(values, counts)
