"""The order of the cards inside their stages, found from the flows.

A layered drawing after Sugiyama, Tagawa and Toda (1981), with the stages as layers: sweeps to and fro set each card
near its neighbours in the next stages (the median of Eades and Wormald, 1994), while arrows inside a stage keep
leading down.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from statistics import median

from .sheet import Sheet

Row = list[int]
Arc = tuple[int, int]
Neighbours = dict[int, list[int]]

_SWEEPS = 12
_ROUNDS = 4


def rows(sheet: Sheet) -> list[Row]:
    """Return the cards of each stage in the order found; where the flows leave it open, as they were."""
    cards = len(sheet.card_ids)
    column = sheet.column.tolist()
    after: Neighbours = {}
    inside: list[list[Arc]] = [[] for _ in sheet.stage_ids]
    for source, target in sorted(set(zip(sheet.source.tolist(), sheet.target.tolist()))):
        if source < cards and target < cards:
            if column[source] == column[target]:
                inside[column[source]].append((source, target))
            elif abs(column[source] - column[target]) == 1:
                after.setdefault(source, []).append(target)
                after.setdefault(target, []).append(source)
    first = sheet.first.tolist()
    found = [list(range(a, b)) for a, b in zip(first, first[1:])]
    for _ in range(_ROUNDS):
        better = _improve(found, column, inside, after)
        if better == found:
            break
        found = better
    return found


def _improve(found: list[Row], column: Sequence[int], inside: list[list[Arc]], beside: Neighbours) -> list[Row]:
    """Return rows in which the arrows inside a stage lead down where they can, with fewer crossings beside."""
    down = [_without_cycles(row, arcs) for row, arcs in zip(found, inside)]
    found = [_line_up(row, arcs, {card: float(at) for at, card in enumerate(row)}) for row, arcs in zip(found, down)]
    place = [0.0] * len(column)
    for row in found:
        for at, card in enumerate(row):
            place[card] = at
    quiet = 0
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        changed = False
        for stage in range(len(found)) if forward else reversed(range(len(found))):
            # The first sweep leaves the first stage alone: the others are to follow it.
            sides: list[tuple[int, ...]] = [(-1,) if forward else (1,), (-1, 1)][:2 if sweep else 1]
            row = _best_of(stage, found, down[stage], inside[stage], beside, column, place, sides)
            if row is not found[stage]:
                found[stage] = row
                changed = True
                for at, card in enumerate(row):
                    place[card] = at
        quiet = 0 if changed else quiet + 1
        if quiet == 2:
            break
    return found


def _best_of(stage: int, found: list[Row], down: list[Arc], inside: list[Arc], beside: Neighbours,
             column: Sequence[int], place: list[float], sides: list[tuple[int, ...]]) -> Row:
    """Return the stage's row itself, or one ordered after the neighbours on some sides if that is better."""
    row = found[stage]
    if not inside and not any(card in beside for card in row):
        return row
    best, least = row, _cost(row, inside, beside, column, place)
    for both in sides:
        key = {card: _middle(card, [place[other] for other in beside.get(card, ()) if column[other] - stage in both],
                             place) for card in row}
        for follow in (False, True):
            candidate = _line_up(row, down, key, follow)
            if candidate != best and (cost := _cost(candidate, inside, beside, column, place)) < least:
                best, least = candidate, cost
    return best


def _middle(card: int, places: list[float], place: Sequence[float]) -> float:
    return median(places) if places else place[card]


def _cost(row: Row, inside: list[Arc], beside: Neighbours, column: Sequence[int], place: Sequence[float]) -> float:
    """Return how bad a row is: crossings on either side, cards that its own arrows pass, and a little for length."""
    own = {card: at for at, card in enumerate(row)}
    passed = sum(max(own[b] - own[a] - 1, own[a] - own[b]) for a, b in inside)
    length, crossings = 0.0, 0
    if row:
        stage = column[row[0]]
        for side in (stage - 1, stage + 1):
            seen: list[float] = []
            for at, card in enumerate(row):
                places = sorted(place[other] for other in beside.get(card, ()) if column[other] == side)
                for there in places:
                    crossings += len(seen) - bisect_right(seen, there)
                    length += abs(there - at)
                for there in places:
                    insort(seen, there)
    return crossings + passed + length / 10


def _line_up(row: Row, arcs: list[Arc], key: dict[int, float], follow: bool = False) -> Row:
    """Return the row sorted by key as far as the arcs, which have no cycle, lead down; ties stay as they are.

    With `follow`, a card comes right below the one that leads to it if nothing else has to come first.
    """
    at = {card: index for index, card in enumerate(row)}
    waiting = dict.fromkeys(row, 0)
    after: Neighbours = {}
    for a, b in arcs:
        waiting[b] += 1
        after.setdefault(a, []).append(b)
    ready = [(key[card], at[card], card) for card in row if not waiting[card]]
    heapify(ready)
    placed: Row = []
    following: list[tuple[float, int, int]] = []
    while ready or following:
        card = heappop(following or ready)[2]
        placed.append(card)
        for entry in following:
            heappush(ready, entry)
        following.clear()
        for other in after.get(card, ()):
            waiting[other] -= 1
            if not waiting[other]:
                heappush(following if follow else ready, (key[other], at[other], other))
    return placed


def _without_cycles(row: Row, arcs: list[Arc]) -> list[Arc]:
    """Return the arcs without those that close cycles: those that lead up, or fewer if a greedy search finds them."""
    if not arcs:
        return []
    # networkx is slow to import, and not needed where the order is kept.
    import networkx as nx

    at = {card: index for index, card in enumerate(row)}
    graph = nx.DiGraph(arcs)
    part = {card: number for number, cards in enumerate(nx.strongly_connected_components(graph)) for card in cards}
    members: dict[int, list[int]] = {}
    for card in sorted(part, key=at.__getitem__):
        members.setdefault(part[card], []).append(card)
    closing: set[Arc] = set()
    for cards in members.values():
        if len(cards) > 1:
            own = [arc for arc in arcs if part[arc[0]] == part[arc[1]] == part[cards[0]]]
            searched = {card: index for index, card in enumerate(_greedy_order(cards, own))}
            leading_up, fewer = ([(a, b) for a, b in own if order[a] > order[b]] for order in (at, searched))
            closing.update(fewer if len(fewer) < len(leading_up) else leading_up)
    return [arc for arc in arcs if arc not in closing]


def _greedy_order(cards: Row, arcs: list[Arc]) -> Row:
    """Return an order against which few arcs lead (Eades, Lin and Smyth, 1993)."""
    out: dict[int, set[int]] = {card: set() for card in cards}
    into: dict[int, set[int]] = {card: set() for card in cards}
    for a, b in arcs:
        out[a].add(b)
        into[b].add(a)
    head: Row = []
    tail: Row = []
    left = list(cards)
    while left:
        sinks = [card for card in left if not out[card]]
        sources = [card for card in left if not into[card] and out[card]]
        taken = sinks[-1:] or sources[:1] or [max(left, key=lambda card: len(out[card]) - len(into[card]))]
        (tail if sinks else head).append(taken[0])
        left.remove(taken[0])
        for other in out.pop(taken[0]):
            into[other].discard(taken[0])
        for other in into.pop(taken[0]):
            out[other].discard(taken[0])
    return head + tail[::-1]
