"""The sub-columns of the stages: which card stands in which.

They follow from the flows inside a stage, and from the order only where these run in circles. A stage whose arrows can
all run down, or all but one, is a single stack; others are spread so that their arrows run from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np

from .sheet import Sheet

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


def split(sheet: Sheet, loose: np.ndarray | None = None) -> Layers:
    """Return the layers; stages that are `loose` get one."""
    cards = len(sheet.card_ids)
    count = len(sheet.stage_ids)
    within = np.zeros(cards, dtype=np.intp)
    counts = np.ones(count, dtype=np.intp)
    below = np.full(cards, -1, dtype=np.intp)
    if cards > _SPLIT:
        # A map of that size is never printed, and is laid out anew with every edit.
        return Layers(within, counts, below)
    inside, pull = _arcs_inside(sheet)
    spread: dict[int, tuple[list[int], list[int], list[Arc], list[_Option]]] = {}
    bounds = np.searchsorted(sheet.stage, np.arange(count + 1)).tolist()
    for at, arcs in enumerate(inside):
        if len(arcs) > 1 and not (loose is not None and loose[at]):
            start, end = bounds[at], bounds[at + 1]
            kept = without_cycles(end - start, [(source - start, target - start) for source, target in arcs])
            # From here on the order has no say: the cards are taken as their ids are.
            cards_by_id = sorted(range(start, end), key=sheet.card_ids.__getitem__)
            place = {card - start: number for number, card in enumerate(cards_by_id)}
            local = sorted((place[a], place[b]) for a, b in kept)
            level, options = _spread(end - start, tuple(local), tuple(pull[cards_by_id].tolist()))
            spread[at] = cards_by_id, level, local, options
        elif arcs:
            (source, target), = list(arcs)[:1]
            below[source] = target
    chosen = _columns(sheet, {at: found[-1] for at, found in spread.items()})
    for at, (cards_by_id, level, local, options) in spread.items():
        option = options[chosen[at] - 1]
        within[cards_by_id] = _placed(level, local, option.group, pull[cards_by_id].tolist())
        counts[at] = chosen[at]
        group = [option.group[one] for one in level]
        chain = _chain([(a, b) for a, b in local if group[a] == group[b]], level)
        below[[cards_by_id[card] for card in chain]] = [cards_by_id[card] for card in chain.values()]
    return Layers(within[sheet.host], counts, below)


@lru_cache(maxsize=128)
def _spread(count: int, arcs: tuple[Arc, ...], pull: tuple[int, ...]) -> tuple[list[int], list[_Option]]:
    """Return the levels of a stage's cards and the options there are: most edits leave most stages as they were."""
    level = levels(count, arcs, pull)
    return level, _options(level, arcs)


def _arcs_inside(sheet: Sheet) -> tuple[list[dict[Arc, None]], np.ndarray]:
    """Return the arcs between the cards of each stage, and by how many more arrows each card is drawn to the right."""
    cards = len(sheet.card_ids)
    stage = sheet.end_stage
    inside: list[dict[Arc, None]] = [{} for _ in sheet.stage_ids]
    pull = np.zeros(cards, dtype=np.intp)
    a, b = stage[sheet.source], stage[sheet.target]
    between = (sheet.source < cards) & (sheet.target < cards) & (a != b)
    ahead = np.where(a < b, 1, -1)[between]
    np.add.at(pull, sheet.source[between], ahead)
    np.add.at(pull, sheet.target[between], -ahead)
    own = (a == b) & (sheet.source < cards) & (sheet.target < cards)
    for source, target, at in zip(sheet.source[own].tolist(), sheet.target[own].tolist(), a[own].tolist()):
        inside[at][source, target] = None
    return inside, pull


def _columns(sheet: Sheet, options: dict[int, list[_Option]]) -> dict[int, int]:
    """Return how many sub-columns each stage gets: those that win most by further ones first, while there is room."""
    found = dict.fromkeys(options, 1)
    left = _room(sheet)
    while True:
        wins = [(round((own[more - 1].cost - own[found[at] - 1].cost) / (more - found[at]), 6), at, more)
                for at, own in options.items() for more in range(found[at] + 1, min(len(own), found[at] + left) + 1)]
        win, at, more = min(wins, default=(0.0, 0, 0))
        if not win < 0:
            return found
        left -= more - found[at]
        found[at] = more


def _room(sheet: Sheet) -> int:
    """Return how many more sub-columns than stages the map may have.

    From its numbers of cards and stages and from how tall the cards with arrows are together: if it mattered which
    stages these are in, a new arrow in one would take a sub-column from another, and nearly all cards would move.
    """
    cards, stages = len(sheet.card_ids), len(sheet.stage_ids)
    if cards > _PRINTED[-1][0]:
        return cards
    wide = float(np.interp(cards, *zip(*_PRINTED)))
    one = float(sheet.card_size[:, 0].max(initial=0.0)) + 70.0
    linked = np.zeros(cards + stages)     # A card without arrows must not move the others.
    linked[np.concatenate([sheet.source, sheet.target])] = 1.0
    height = float(linked[:cards] @ (sheet.card_size[:, 1] + 24.0))
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


def without_cycles(count: int, arcs: Sequence[Arc], in_order: bool = False) -> list[Arc]:
    """Return the arcs without some that close cycles: those that lead up, or fewer if a greedy search finds them.

    `in_order`, always those that lead up: what is left begins where the cards do.
    """
    core = _core(count, arcs)
    if not core:
        return list(arcs)
    if in_order:
        part = _circles(count, core)
        return [arc for arc in arcs if arc[0] < arc[1] or part[arc[0]] != part[arc[1]]]
    place = {card: at for at, card in enumerate(_greedy_order(sorted({card for arc in core for card in arc}), core))}
    up = {arc for arc in core if arc[0] > arc[1]}
    fewer = {arc for arc in core if place[arc[0]] > place[arc[1]]}
    closing = fewer if len(fewer) < len(up) else up
    return [arc for arc in arcs if arc not in closing]


def _circles(count: int, arcs: Sequence[Arc]) -> list[int]:
    """Return a number for each card, the same for those that can be reached from one another (Kosaraju, Sharir)."""
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for a, b in arcs:
        after[a].append(b)
        before[b].append(a)
    # The cards in the order in which all that follows them has been seen.
    seen = [False] * count
    done: list[int] = []
    for start in range(count):
        path = [] if seen[start] else [(start, iter(after[start]))]
        seen[start] = True
        while path:
            card, others = path[-1]
            other = next((other for other in others if not seen[other]), None)
            if other is None:
                done.append(path.pop()[0])
            else:
                seen[other] = True
                path.append((other, iter(after[other])))
    part = [-1] * count
    for start in reversed(done):
        todo = [start] if part[start] < 0 else []
        for card in todo:
            if part[card] < 0:
                part[card] = start
                todo += [other for other in before[card] if part[other] < 0]
    return part


def _core(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """Return the arcs that are left when cards without arcs in, or without arcs out, are taken off again and again."""
    left = list(arcs)
    for forward in (True, False):
        waiting = [0] * count
        after: list[list[int]] = [[] for _ in range(count)]
        for arc in left:
            a, b = arc if forward else arc[::-1]
            waiting[b] += 1
            after[a].append(b)
        ready = [card for card in range(count) if not waiting[card]]
        for card in ready:
            for other in after[card]:
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
        if len(ready) == count:
            return []
        left = [(a, b) for a, b in left if waiting[a] and waiting[b]]
    return left


def _greedy_order(cards: list[int], arcs: Sequence[Arc]) -> list[int]:
    """Return an order against which few arcs lead (Eades, Lin and Smyth, 1993)."""
    out: dict[int, set[int]] = {card: set() for card in cards}
    into: dict[int, set[int]] = {card: set() for card in cards}
    for a, b in arcs:
        out[a].add(b)
        into[b].add(a)
    head: list[int] = []
    tail: list[int] = []
    left = dict.fromkeys(cards)
    while left:
        sinks = [card for card in left if not out[card]]
        sources = [card for card in left if not into[card] and out[card]]
        taken = sinks[-1:] or sources[:1] or [max(left, key=lambda card: len(out[card]) - len(into[card]))]
        (tail if sinks else head).append(taken[0])
        del left[taken[0]]
        for other in out.pop(taken[0]):
            into[other].discard(taken[0])
        for other in into.pop(taken[0]):
            out[other].discard(taken[0])
    return head + tail[::-1]


def levels(count: int, arcs: Sequence[Arc], pull: Sequence[int]) -> list[int]:
    """Return levels such that all arcs, which have no cycle, lead to a higher one, and that few are long.

    The longest path from the left, then cards are moved to the side that has more of their arrows, with those that
    have to make way for them (the vertex promotion of Nikolov and Tarassov, 2006, both ways).
    """
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for a, b in arcs:
        after[a].append(b)
        before[b].append(a)
    waiting = [len(cards) for cards in before]
    order = [card for card in range(count) if not waiting[card]]
    level = [0] * count
    for card in order:
        for other in after[card]:
            level[other] = max(level[other], level[card] + 1)
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    last = max(level, default=0)
    lean = [pull[card] + len(after[card]) - len(before[card]) for card in range(count)]
    linked = [card for card in order if before[card] or after[card]]
    for turn in range(_TURNS):
        moved = [_shift(card, level, after, lean, last, 1) for card in reversed(linked)]
        moved += [_shift(card, level, before, lean, 0, -1) for card in linked]
        if not any(moved):
            break
    return level


def _shift(card: int, level: list[int], neighbours: list[list[int]], lean: list[int], last: int, step: int) -> bool:
    """Move a card one level, with all that have to make way for it, as often as that shortens more arrows than not."""
    moved = False
    while True:
        if level[card] == last or not lean[card] * step > -_WEAK:
            return moved
        together = {card}
        todo = [card]
        won = 0
        for one in todo:
            if level[one] == last or len(todo) > _TOGETHER:
                return moved
            won += lean[one] * step
            for other in neighbours[one]:
                if level[other] == level[one] + step and other not in together:
                    together.add(other)
                    todo.append(other)
        if won <= 0:
            return moved
        for one in together:
            level[one] += step
        moved = True


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
    costs = _joined(level, arcs, count)
    most = max(2, ceil(sqrt(0.8 * len(level))), 3 if len(level) >= 4 else 0)
    # best[k, end]: the least number of passing arrows of k sub-columns up to a level, with the tallest one's cost.
    best: dict[Arc, tuple[float, float, float, list[int]]] = {(0, 0): (0.0, 0.0, 0.0, [0])}
    found = []
    for columns in range(1, min(count, most) + 1):
        for end in range(columns, count + 1):
            options = []
            for first in range(columns - 1, end):
                if (columns - 1, first) in best:
                    _, passing, tall, cuts = best[columns - 1, first]
                    more, height = costs[first, end]
                    options.append((passing + more + max(tall, height), passing + more, max(tall, height),
                                    [*cuts, end]))
            best[columns, end] = min(options)
        cost, _, _, cuts = best[columns, count]
        group = [number for number, (first, end) in enumerate(zip(cuts, cuts[1:])) for _ in range(first, end)]
        cost += _COLUMN_COST * (columns - 1)**_COLUMN_POWER
        found.append(_Option(cost, group))
    return found


def _joined(level: list[int], arcs: Sequence[Arc], count: int) -> dict[Arc, tuple[float, float]]:
    """Return for levels from one up to another, as one sub-column: the passing arrows and its height."""
    sizes = [0] * count
    for card in {card for arc in arcs for card in arc}:
        sizes[level[card]] += 1
    found: dict[Arc, tuple[float, float]] = {}
    for first in range(count):
        for end in range(first + 1, count + 1):
            own = [(a, b) for a, b in arcs if first <= level[a] and level[b] < end]
            found[first, end] = float(len(own) - len(_chain(own, level))), _CARD_COST * sum(sizes[first:end])
    return found


def _chain(arcs: Sequence[Arc], level: list[int]) -> dict[int, int]:
    """Return which of the arcs can lead to the card right below: at most one from and one to each card."""
    chain: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in sorted(arcs, key=lambda arc: (level[arc[1]] - level[arc[0]], arc)):
        if a not in chain and b not in taken:
            chain[a] = b
            taken.add(b)
    return chain
