"""The sub-columns of the stages: which card stands in which.

They follow from the flows inside a stage, and from the order only where these run in circles. A stage whose arrows can
all run down, or all but one, is a single stack; others are spread so that their arrows run from left to right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np

from .arrays import MapArrays

Arc = tuple[int, int]

_SPLIT = 3000
_COLUMN_COST = 1.45
_COLUMN_POWER = 0.8
_CARD_COST = 0.4
"""What a further sub-column and a further card in the tallest one cost, in arrows that pass others in their stack."""


_FEW = 7
"""A stage of at most so many cards is a stack even if one arrow passes others in it."""

_PRINTED, _GROWTH, _OTHER_ROWS = ((80, 2.5), (160, 4.0), (400, 4.0)), 0.5, 400.0
"""Maps of up to so many cards are to fit a page, larger ones a poster: sub-columns may widen them to so many times
their height with what usually stands below, or by this share."""

_TALLEST = 1.8
"""How much taller than the mean column the tallest one usually is."""

_TURNS, _TOGETHER, _WEAK = 12, 60, 6

_MOST_LEVELS = 24
"""Above this, neighbouring levels are joined beforehand."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Each card's layer within its stage, the stages' numbers of layers, and the card that belongs right below (-1)."""

    within: np.ndarray
    counts: np.ndarray
    below: np.ndarray


class _Spread(NamedTuple):
    """A stage that may get several sub-columns: its cards by id, and by place among these, levels and kept arcs."""

    cards: list[int]
    level: list[int]
    arcs: list[Arc]
    options: list[_Option]


def split(arrays: MapArrays, loose: np.ndarray | None = None) -> Layers:
    """Return the layers; stages that are `loose` get one."""
    cards, count = len(arrays.card_ids), len(arrays.stage_ids)
    found = Layers(np.zeros(cards, dtype=np.intp), np.ones(count, dtype=np.intp), np.full(cards, -1, dtype=np.intp))
    if cards > _SPLIT:
        # A map of that size is never printed, and is laid out anew with every edit.
        return found
    inside, pull = _arcs_inside(arrays)
    # Where no stage has a cycle, there is no graph to be made: networkx takes as long to load as Qt.
    cycles = arrays.cycles() if any(map(_has_cycle, inside)) else {}
    spread: dict[int, _Spread] = {}
    bounds = np.searchsorted(arrays.stage, np.arange(count + 1)).tolist()
    for at, arcs in enumerate(inside):
        if len(arcs) > 1 and (loose is None or not loose[at]):
            by_id = sorted(range(bounds[at], bounds[at + 1]), key=arrays.card_ids.__getitem__)
            spread[at] = _spread_by_id(by_id, without_cycles(list(arcs), cycles), pull)
        elif arcs:
            source, target = next(iter(arcs))
            found.below[source] = target
    chosen = _columns(arrays, {at: stage.options for at, stage in spread.items()})
    for at, stage in spread.items():
        found.counts[at] = chosen[at]
        _enter(found, stage, stage.options[chosen[at] - 1].group, pull)
    return Layers(found.within[arrays.host], found.counts, found.below)


def _has_cycle(arcs: Collection[Arc]) -> bool:
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for a, b in arcs if any(a > b for a, b in arcs) else ():
        sorter.add(b, a)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False


def _spread_by_id(by_id: list[int], arcs: Sequence[Arc], pull: np.ndarray) -> _Spread:
    """Return the stage of these cards spread: the order has no say any more, they are taken as their ids are."""
    return _Spread(by_id, *_spread(len(by_id), tuple(renumbered(by_id, arcs)), tuple(pull[by_id].tolist())))


def renumbered(cards: Sequence[int], arcs: Iterable[Arc]) -> list[Arc]:
    """Return the arcs, sorted, with the places of cards among these as their ends."""
    place = {card: number for number, card in enumerate(cards)}
    return sorted((place[a], place[b]) for a, b in arcs)


def _enter(found: Layers, stage: _Spread, group: list[int], pull: np.ndarray) -> None:
    """Enter the sub-columns of a stage's cards, and which cards belong below others; `group` gives each level's."""
    found.within[stage.cards] = _placed(stage.level, stage.arcs, group, pull[stage.cards].tolist())
    together = [(a, b) for a, b in stage.arcs if group[stage.level[a]] == group[stage.level[b]]]
    for card, next_card in _chain(together, stage.level).items():
        found.below[stage.cards[card]] = stage.cards[next_card]


@lru_cache(maxsize=128)
def _spread(count: int, arcs: tuple[Arc, ...],
            pull: tuple[int, ...]) -> tuple[list[int], list[Arc], list[_Option]]:
    """Return levels, arcs and options of a stage's cards: most edits leave most stages as they were."""
    level = levels(count, arcs, pull)
    return level, list(arcs), _options(level, arcs)


def _arcs_inside(arrays: MapArrays) -> tuple[list[dict[Arc, None]], np.ndarray]:
    """Return the arcs between the cards of each stage, and by how many more arrows each card is drawn to the right."""
    cards = len(arrays.card_ids)
    stage = arrays.end_stage
    inside: list[dict[Arc, None]] = [{} for _ in arrays.stage_ids]
    pull = np.zeros(cards, dtype=np.intp)
    a, b = stage[arrays.source], stage[arrays.target]
    between = (arrays.source < cards) & (arrays.target < cards) & (a != b)
    ahead = np.where(a < b, 1, -1)[between]
    np.add.at(pull, arrays.source[between], ahead)
    np.add.at(pull, arrays.target[between], -ahead)
    within = (a == b) & (arrays.source < cards) & (arrays.target < cards)
    for source, target, at in zip(arrays.source[within].tolist(), arrays.target[within].tolist(), a[within].tolist()):
        inside[at][source, target] = None
    return inside, pull


def _columns(arrays: MapArrays, options: dict[int, list[_Option]]) -> dict[int, int]:
    """Return how many sub-columns each stage gets: those that win most by further ones first, while there is room."""
    found = dict.fromkeys(options, 1)
    left = _room(arrays)
    while True:
        wins = [(round((choices[more - 1].cost - choices[found[at] - 1].cost) / (more - found[at]), 6), at, more)
                for at, choices in options.items()
                for more in range(found[at] + 1, min(len(choices), found[at] + left) + 1)]
        win, at, more = min(wins, default=(0.0, 0, 0))
        if not win < 0:
            return found
        left -= more - found[at]
        found[at] = more


def _room(arrays: MapArrays) -> int:
    """Return how many more sub-columns than stages the map may have.

    From its numbers of cards and stages and from how tall the cards with arrows are together: if it mattered which
    stages these are in, a new arrow in one would take a sub-column from another, and nearly all cards would move.
    """
    cards, stages = len(arrays.card_ids), len(arrays.stage_ids)
    if cards > _PRINTED[-1][0]:
        return cards
    wide = float(np.interp(cards, *zip(*_PRINTED)))
    one = float(arrays.card_size[:, 0].max(initial=0.0)) + 70.0
    linked = np.zeros(cards + stages)     # A card without arrows must not move the others.
    linked[np.concatenate([arrays.source, arrays.target])] = 1.0
    height = float(linked[:cards] @ (arrays.card_size[:, 1] + 24.0))
    # The largest number n of columns with n · one = wide · (_TALLEST · height / n + _OTHER_ROWS).
    half = wide * _OTHER_ROWS / one / 2
    return max(int(half + sqrt(half * half + wide * _TALLEST * height / one)) - stages, int(stages * _GROWTH))


def _placed(level: list[int], kept: list[Arc], group: list[int], pull: list[int]) -> list[int]:
    """Return the sub-column of each of a stage's cards; `group` gives each level's."""
    layer = [group[one] for one in level]
    linked = {card for arc in kept for card in arc}
    heights = [0] * (max(group) + 1)
    for card in linked:
        heights[layer[card]] += 1
    for card in range(len(level)):
        if card not in linked:
            # Nothing in the stage says where: on the side of its flows, or where the stacks are short.
            if len(heights) > 1 and pull[card]:
                order = range(len(heights)) if pull[card] < 0 else range(len(heights) - 1, -1, -1)
            else:
                order = range(len(heights))
            best = min(order, key=heights.__getitem__)
            layer[card] = best
            heights[best] += 1
    return layer


def without_cycles(arcs: Sequence[Arc], cycles: Mapping[int, int], in_order: bool = False) -> list[Arc]:
    """Return the arcs without some that close cycles: those that lead up, or fewer if a greedy search finds them.

    `cycles` are those of the arcs, or of more than these. `in_order`, always those that lead up: what is left begins
    where the cards do.
    """
    core = [(a, b) for a, b in arcs if a in cycles and b in cycles]
    if not core:
        return list(arcs)
    closing = {(a, b) for a, b in core if a > b and cycles[a] == cycles[b]} if in_order else _closing(core)
    return [arc for arc in arcs if arc not in closing]


def _closing(core: Sequence[Arc]) -> set[Arc]:
    """Return the arcs that lead up, or fewer that close all cycles if a greedy search finds them."""
    place = {card: at for at, card in enumerate(_greedy_order(core))}
    up, against = {(a, b) for a, b in core if a > b}, {(a, b) for a, b in core if place[a] > place[b]}
    return against if len(against) < len(up) else up


def _greedy_order(arcs: Sequence[Arc]) -> list[int]:
    """Return an order of the cards against which few arcs lead (Eades, Lin and Smyth, 1993)."""
    cards = sorted(set(chain.from_iterable(arcs)))
    out: dict[int, set[int]] = {card: set() for card in cards}
    into: dict[int, set[int]] = {card: set() for card in cards}
    for a, b in arcs:
        out[a].add(b)
        into[b].add(a)
    head: list[int] = []
    tail: list[int] = []
    while out:
        sinks = [card for card in out if not out[card]]
        card = sinks[-1] if sinks else _next_source(out, into)
        (tail if sinks else head).append(card)
        for other in out.pop(card):
            into[other].discard(card)
        for other in into.pop(card):
            out[other].discard(card)
    return head + tail[::-1]


def _next_source(out: Mapping[int, set[int]], into: Mapping[int, set[int]]) -> int:
    """Return the first card to which no arc leads, or else one from which most more lead than to it."""
    source = next((card for card in out if not into[card]), None)
    return max(out, key=lambda card: len(out[card]) - len(into[card])) if source is None else source


def levels(count: int, arcs: Sequence[Arc], pull: Sequence[int]) -> list[int]:
    """Return levels such that all arcs, which have no cycle, lead to a higher one, and that few are long.

    The longest path from the left, then cards are moved to the side that has more of their arrows, with those that
    have to make way for them (the vertex promotion of Nikolov and Tarassov, 2006, both ways).
    """
    after, before, longest = _longest_paths(count, arcs)
    level = [longest[card] for card in range(count)]
    last = max(level, default=0)
    lean = [pull[card] + len(after[card]) - len(before[card]) for card in range(count)]
    linked = [card for card in longest if before[card] or after[card]]
    for _ in range(_TURNS):
        moved = [_shift(card, level, after, lean, last, 1) for card in reversed(linked)]
        moved += [_shift(card, level, before, lean, 0, -1) for card in linked]
        if not any(moved):
            break
    return level


def _longest_paths(count: int, arcs: Sequence[Arc]) -> tuple[list[list[int]], list[list[int]], dict[int, int]]:
    """Return the cards after each card, those before it, and in topological order how long a path leads to it at most.
    """
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    sorter = TopologicalSorter(dict.fromkeys(range(count), ()))
    for a, b in arcs:
        after[a].append(b)
        before[b].append(a)
        sorter.add(b, a)
    sorter.prepare()
    longest: dict[int, int] = {}
    number = 0
    while ready := sorter.get_ready():
        longest |= dict.fromkeys(ready, number)
        sorter.done(*ready)
        number += 1
    return after, before, longest


def _shift(card: int, level: list[int], neighbours: list[list[int]], lean: list[int], last: int, step: int) -> bool:
    """Move a card one level, with all that have to make way for it, as often as that shortens more arrows than not."""
    moved = False
    while lean[card] * step > -_WEAK:
        together = _making_way(card, level, neighbours, last, step)
        if sum(lean[one] for one in together) * step <= 0:
            break
        for one in together:
            level[one] += step
        moved = True
    return moved


def _making_way(card: int, level: list[int], neighbours: list[list[int]], last: int, step: int) -> Sequence[int]:
    """Return a card with those that have to move with it by one level; none if they cannot, or are too many."""
    together = {card: None}
    todo = [card]
    for one in todo:
        if level[one] == last or len(todo) > _TOGETHER:
            return ()
        fresh = dict.fromkeys(other for other in neighbours[one]
                              if level[other] == level[one] + step and other not in together)
        together |= fresh
        todo += fresh
    return todo


class _Option(NamedTuple):
    """What so many sub-columns of a stage cost, and each level's sub-column."""

    cost: float
    group: list[int]


def _options(level: list[int], arcs: Sequence[Arc]) -> list[_Option]:
    """Return the best ways to join neighbouring levels in one sub-column, two, three, and so on."""
    count = max(level) + 1
    if len(arcs) - len(_chain(arcs, level)) <= (1 if len(level) <= _FEW else 0):
        return [_Option(0.0, [0] * count)]
    while count > _MOST_LEVELS:
        level[:] = [one // 2 for one in level]
        count = max(level) + 1
    most = max(2, ceil(sqrt(0.8 * len(level))), 3 if len(level) >= 4 else 0)
    found = []
    for columns, (cost, cuts) in enumerate(_best_cuts(_joined(level, arcs, count), count, min(count, most))):
        group = [number for number, (first, end) in enumerate(zip(cuts, cuts[1:])) for _ in range(first, end)]
        found.append(_Option(cost + _COLUMN_COST * columns**_COLUMN_POWER, group))
    return found


def _best_cuts(costs: Mapping[Arc, tuple[float, float]], count: int, most: int) -> Iterator[tuple[float, list[int]]]:
    """Yield, for one sub-column and more, the least cost and the levels between which it cuts; `costs` as `_joined`."""
    # best[end]: the least number of passing arrows of so many sub-columns up to a level, with the tallest one's cost.
    best: dict[int, tuple[float, float, float, list[int]]] = {0: (0.0, 0.0, 0.0, [0])}
    for columns in range(1, most + 1):
        before, best = best, {}
        for end in range(columns, count + 1):
            options = []
            for first, (_, passing, tall, cuts) in before.items():
                if first < end:
                    more, height = costs[first, end]
                    options.append((passing + more + max(tall, height), passing + more, max(tall, height),
                                    [*cuts, end]))
            best[end] = min(options)
        yield best[count][0], best[count][3]


def _joined(level: list[int], arcs: Sequence[Arc], count: int) -> dict[Arc, tuple[float, float]]:
    """Return for levels from one up to another, as one sub-column: the passing arrows and its height."""
    sizes = [0] * count
    for card in {card for arc in arcs for card in arc}:
        sizes[level[card]] += 1
    found: dict[Arc, tuple[float, float]] = {}
    for first in range(count):
        for end in range(first + 1, count + 1):
            together = [(a, b) for a, b in arcs if first <= level[a] and level[b] < end]
            found[first, end] = float(len(together) - len(_chain(together, level))), _CARD_COST * sum(sizes[first:end])
    return found


def _chain(arcs: Sequence[Arc], level: list[int]) -> dict[int, int]:
    """Return which of the arcs can lead to the card right below: at most one from and one to each card."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in sorted(arcs, key=lambda arc: (level[arc[1]] - level[arc[0]], arc)):
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found
