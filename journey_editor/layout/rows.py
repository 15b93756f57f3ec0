"""How high everything stands: cards, and the places where arrows pass between them."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

import numpy as np

from .columns import GAP, label_room
from .arrays import MapArrays
from .ways import Net

BAND_GAP = 40.0
"""Between the lowest card of a band and the highest of the next."""

LEAST_BAND = 40.0
"""The height of a band without cards."""

_TO_CARD = 12.0
_BETWEEN = 8.0

_CARD, _PLACE, _LONG, _ALONE = 1.0, 1.2, 2.0, 1e-6
"""How much it matters that an arrow is level between cards, next to a card, and between places; and that what has no
arrows stays."""

_STRETCH = 0.3
"""How much taller than its fullest layer a map may be if its arrows are shorter then."""


def lead(arrays: MapArrays, net: Net, order: np.ndarray) -> float:
    """Return how much room arrows that pass above the first cards need there."""
    layer = net.layer[order]
    card = order < len(arrays.card_ids)
    index = np.arange(len(order)) - np.searchsorted(layer, layer)
    first = np.full(arrays.layer_count, len(order))
    np.minimum.at(first, layer[card], index[card])
    most = int(first[first < len(order)].max(initial=0))
    return _TO_CARD + _BETWEEN * (most - 1) if most else 0.0


def banded(arrays: MapArrays, net: Net, order: np.ndarray, bands: np.ndarray | None) -> np.ndarray:
    """Return the band of each node; arrows pass through that of the card above them, or through the first one."""
    found = np.zeros(len(order), dtype=np.intp)
    if bands is None:
        return found
    cards = len(arrays.card_ids)
    above = np.maximum.accumulate(np.where(order < cards, np.arange(len(order)), -1))
    card = order[above.clip(min=0)]
    beside = (above >= 0) & (net.layer[card] == net.layer[order])
    of_card = bands[arrays.record][card.clip(max=cards - 1)] if cards else found
    found[order] = np.where(beside, of_card, 0)
    return found


def place(arrays: MapArrays, net: Net, order: np.ndarray, band: np.ndarray, bands: int, top: float,
          sweeps: tuple[int, int]) -> np.ndarray:
    """Return the y of all nodes: cards' tops and the levels of places, so that arrows are short, no higher than `top`.

    Layer by layer, the least sum of the distances from the levels of the neighbours, in order and with the gaps kept
    (isotonic regression by pooling adjacent violators, Ayer et al., 1955). `sweeps` to and fro are made of those with
    the distances squared, which move whole chains to the middle between their ends, and of those with the distances
    themselves, which make them straight. Without sweeps each layer follows the one to its left alone: the columns
    begin at the same height, and an edit moves only what it must.
    """
    height = np.concatenate([arrays.card_size[:, 1], np.zeros(len(net.layer) - len(arrays.card_ids))])
    group = net.layer * bands + band
    natural = _natural(arrays, group, order, height)
    # Each band begins below the lowest of the one before.
    depth = np.full(bands, LEAST_BAND if bands > 1 else 0.0)
    np.maximum.at(depth, band, natural + height)
    begin = np.concatenate([[0.0], np.cumsum(depth + BAND_GAP)[:-1]])
    natural += begin[band]
    if not len(net.left):
        return natural + top
    bottom = begin + depth * (1 + (_STRETCH if any(sweeps) and len(depth) == 1 else 0.0))
    unit = _units(arrays, order, group)
    links = _links(net, order, height, natural, unit, any(sweeps))
    parts = _parts(arrays, net, order, group, unit, bottom[band] - natural - height)
    moved = _moved(links, parts, int(unit[-1]) + 1, sweeps)
    found = np.empty(len(order))
    found[order] = np.round(natural[order] + top + moved[unit], 3)
    return found


_Part = tuple[int, int, float]
"""The first of the units of a layer's band, the first beyond them, and how far they can move down."""


def _parts(arrays: MapArrays, net: Net, order: np.ndarray, group: np.ndarray, unit: np.ndarray,
           below: np.ndarray) -> list[_Part]:
    """Return the parts that can move; `below` is each node's room. Loose stages stay as they are."""
    bounds = np.append(np.flatnonzero(np.diff(group[order], prepend=-1)), len(order))
    room = np.minimum.reduceat(below[order], bounds[:-1])
    room[arrays.loose[arrays.layer_stage[net.layer[order[bounds[:-1]]]]]] = 0.0
    ends = np.append(unit, unit[-1] + 1)[bounds].tolist()
    return [part for part in zip(ends, ends[1:], room.tolist()) if part[2] > 0]


def _moved(links: _Links, parts: list[_Part], units: int, sweeps: tuple[int, int]) -> np.ndarray:
    """Return how far each unit moves down from where it would stand without any room to spare."""
    moved = np.zeros(units)
    for turn in range(max(sum(sweeps), 1)):
        settle = _settle if turn < sweeps[0] else _settle_straight
        for start, end, most in parts if turn % 2 == 0 else reversed(parts):
            moved[start:end] = np.clip(settle(*links.of(start, end, moved)), 0.0, most)
    return moved - moved.min() if any(sweeps) else moved


def _units(arrays: MapArrays, order: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return numbers for the nodes in order, the same for cards that are linked to the next one below: they stay so."""
    place = np.empty(len(order) + len(arrays.stage_ids), dtype=np.intp)
    place[order] = np.arange(len(order))
    place[len(order):] = -2
    cards = len(arrays.card_ids)
    flows = np.flatnonzero((arrays.source < cards) & (arrays.target < cards))
    above, below = place[arrays.source[flows]], place[arrays.target[flows]]
    below = below[(below == above + 1)]
    joined = np.zeros(len(order), dtype=bool)
    joined[below[group[order[below]] == group[order[below - 1]]]] = True
    return np.cumsum(~joined) - 1


@dataclass(frozen=True, slots=True)
class _Links:
    """The neighbours of units, nodes that move together: unit i has `first[i]` to `first[i + 1] - 1`.

    It is level with neighbour `other[k]` when it has moved `step[k]` further than that.
    """

    first: np.ndarray
    other: np.ndarray
    step: np.ndarray
    weight: np.ndarray

    def of(self, start: int, end: int, moved: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return where some units are level with their neighbours, how much that matters, and where each begins."""
        first = self.first[start:end + 1]
        part = slice(first[0], first[-1])
        return moved[self.other[part]] + self.step[part], self.weight[part], first[:-1] - first[0]


def _links(net: Net, order: np.ndarray, height: np.ndarray, natural: np.ndarray, unit: np.ndarray,
           both: bool) -> _Links:
    """Return the links of all units, those without neighbours linked to themselves; unless `both`, to the left only."""
    cards = int(net.begin[0])
    unit_of = np.empty(len(order), dtype=np.intp)
    unit_of[order] = unit
    kind = (net.left >= cards).astype(np.intp) + (net.right >= cards)
    here, there, weight = net.right, net.left, np.array([_CARD, _PLACE, _LONG])[kind]
    if both:
        here, there, weight = np.append(here, net.left), np.append(there, net.right), np.append(weight, weight)
    else:
        # Stacks stay at the top, or from stage to stage everything would sink to the bottom.
        single = np.bincount(unit)[unit_of[here]] == 1
        here, there, weight = here[single], there[single], weight[single]
    middle = natural + height / 2
    step = middle[there] - middle[here]
    alone = np.flatnonzero(np.bincount(unit_of[here], minlength=int(unit[-1]) + 1) == 0)
    here, there = np.append(unit_of[here], alone), np.append(unit_of[there], alone)
    step, weight = np.append(step, np.zeros(len(alone))), np.append(weight, np.full(len(alone), _ALONE))
    chosen = np.argsort(here, kind="stable")
    return _Links(np.searchsorted(here[chosen], np.arange(unit[-1] + 2)), there[chosen], step[chosen], weight[chosen])


def _settle(wanted: np.ndarray, weight: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Return the rising sequence with the least sum of squared distances from what is wanted."""
    total = np.add.reduceat(weight, first)
    mean = np.add.reduceat(wanted * weight, first) / total
    if (mean[1:] >= mean[:-1]).all():
        return mean
    values: list[float] = []
    weights: list[float] = []
    counts: list[int] = []
    for value, amount in zip(mean.tolist(), total.tolist()):
        count = 1
        while values and values[-1] > value:
            other = weights.pop()
            value = (value * amount + values.pop() * other) / (amount + other)
            amount += other
            count += counts.pop()
        values.append(value)
        weights.append(amount)
        counts.append(count)
    return np.repeat(values, counts)


def _settle_straight(wanted: np.ndarray, weight: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Return the rising sequence with the least sum of distances from what is wanted; the middle of those as good.

    The sum up to each place, as a function of the last value, falls and then is level: the heap holds where it bends,
    and by how much; the highest bend, which nearly every entry makes smaller, is kept beside it. Where it becomes level
    is the best value, unless a later one is smaller. n log n for n entries.
    """
    bends: list[tuple[float, float]] = []
    values: list[float] = []
    bounds = first.tolist()
    entries = list(zip((-wanted).tolist(), weight.tolist()))
    highest, bend = inf, inf
    for start, end in zip(bounds, [*bounds[1:], len(entries)]):
        excess = 0.0
        for minus, amount in entries[start:end]:
            if minus < highest:
                heappush(bends, (highest, bend))
                highest, bend = minus, 2 * amount
            else:
                heappush(bends, (minus, 2 * amount))
            excess += amount
        high = highest
        while excess > 1e-9:
            high = highest
            if bend > excess + 1e-9:
                bend -= excess
                break
            excess -= bend
            highest, bend = heappop(bends)
        values.append(-(highest + high) / 2)
    return np.minimum.accumulate(np.array(values)[::-1])[::-1]


def _natural(arrays: MapArrays, group: np.ndarray, order: np.ndarray, height: np.ndarray) -> np.ndarray:
    """Return the y of all nodes stacked without any room to spare, the first cards at 0."""
    cards = len(arrays.card_ids)
    is_place = order >= cards
    follows = np.concatenate([[False], group[order[1:]] == group[order[:-1]]])[:len(order)]
    before = np.concatenate([order[:1], order[:-1]])
    both = is_place & (before >= cards)
    below_card = before < cards
    gap = np.where(both, _BETWEEN, _TO_CARD)
    least = np.where(is_place[below_card], _TO_CARD, GAP)
    gap[below_card] = np.maximum(label_room(arrays)[before[below_card]], least)
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
