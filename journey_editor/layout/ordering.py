"""The order of the cards inside their stages, found from the flows so that arrows cross little.

A layered drawing after Sugiyama, Tagawa and Toda (1981) with the sub-columns as layers. Sweeps to and fro set each
node near its neighbours in the next layer, at their mean or their median (Eades and Wormald, 1994; both kinds help,
as Jünger and Mutzel found, 1997), each followed by exchanges of neighbours as long as these save crossings (Gansner,
Koutsofios, North and Vo, 1993). Several starts are made, and the best order is kept: the user's own if none is better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import heapify, heappop, heappush
from zlib import crc32

import numpy as np

from . import channels, columns, corridors, layers, ways
from .crossings import cost, graph, ranks
from .arrays import MapArrays, in_layers, reorder
from .sifting import Placing

Row = list[int]
Arc = tuple[int, int]
Split = Callable[[MapArrays], layers.Layers]

_ROUNDS = 6
_IDLE = 6
_EXCHANGES = 12
_CHECKED = 2

_FREE_STARTS = 16
_AFRESH, _STIRRED = 4, 8.0
"""So many starts are made afresh, the others from the best order so far, its nodes moved by up to so many places."""

_WORTH, _SETTLED, _FEW = 0.85, 0.2, 3
"""A map that a few moves of single cards better is only arranged anew if that leaves but so much of its cost."""

_CLEARLY, _WORTH_ONCE, _FEW_SIFTS = 0.5, 0.95, 2
"""A large map is only arranged anew if that leaves but so much of its cost; else so often are single cards moved."""


def rows(arrays: MapArrays, split: Split = layers.split, bands: np.ndarray | None = None) -> list[Row]:
    """Return the cards of each stage in the order found; where the flows leave it open, as they were.

    `split` gives the layers of a map; `bands` each card's band, by its place in the records' order.
    """
    best = np.arange(len(arrays.card_ids))
    bounds = np.searchsorted(arrays.stage, np.arange(len(arrays.stage_ids) + 1)).tolist()
    least, worth = np.inf, _WORTH
    for round in range(_ROUNDS):
        layered, before = _Layered(reorder(arrays, best), split, bands), best
        starts, sweeps, sifts = _effort(len(layered.order), round)
        if not sifts:
            break
        if starts == 1:
            # On a large map, seeing how the one order found would be drawn takes too long.
            best = _with_hosts(arrays, before[layered.cards(layered.found_once(sweeps, sifts))])
            break
        found = layered.search(starts, sweeps, sifts)
        near = layered.improved(sifts)
        if round == 0:
            least = layered.cost()
        if not layered.is_near(near):
            # Asked in each round: the last one has to leave what it would leave if the map were arranged once more.
            worth = 1.0
        for at, order in enumerate([near, *found]):
            cards = _with_hosts(arrays, before[layered.cards(order)])
            reached = _Layered(reorder(arrays, cards), split, bands).cost()
            if reached < least * (worth if at else 1.0) - 1e-9:
                best, least = cards, reached
        if best is before:
            break
    return [best[a:b].tolist() for a, b in zip(bounds, bounds[1:])]


def _with_hosts(arrays: MapArrays, cards: np.ndarray) -> np.ndarray:
    """Return an order of the cards with each mark right after its card: it has no place of its own in the journey."""
    place = np.empty(len(cards), dtype=np.intp)
    place[cards] = np.arange(len(cards))
    return cards[np.lexsort((cards, place[arrays.host[cards]]))]


def free_order(arrays: MapArrays, split: Split) -> tuple[MapArrays, layers.Layers, np.ndarray]:
    """Return a map with its cards in the order found, their layers, and all nodes in order, places included.

    Where nothing but this one picture depends on the order, places need not follow from the order of the cards.
    """
    layered = _Layered(arrays, split, None)
    starts, sweeps, sifts = _effort(len(layered.order), 0)
    found = layered.search(max(2 * starts, _FREE_STARTS if starts > 2 else 0), sweeps, sifts)
    if found:
        layered.order = found[-1]
    order = layered.order
    is_card = order < len(layered.number)
    cards = order[is_card]
    order = order.copy()
    order[is_card] = np.arange(len(cards))
    numbers = layered.stacked_number[cards]
    within, counts = layered.split.within[numbers], layered.split.counts
    below = np.full(len(numbers), -1, dtype=np.intp)
    return reorder(arrays, numbers), layers.Layers(within, counts, below), order


_EFFORTS: tuple[tuple[float, tuple[tuple[int, int, int], ...]], ...] = (
    (100, ((4, 24, 20),)),
    (500, ((8, 24, 20), (2, 24, 20))),
    (1000, ((2, 24, 20), (0, 0, 8))),
    (2000, ((2, 12, 12), (0, 0, 4), (0, 0, 4), (0, 0, 0))),
    (8000, ((1, 8, 8), (0, 0, 0))),
    (np.inf, ((1, 2, 2), (0, 0, 0))))
"""For fewer nodes than so many: starts, sweeps and turns of sifting, round by round, the last for further ones."""


def _effort(nodes: int, round: int) -> tuple[int, int, int]:
    """Return how many starts, sweeps and turns of sifting so many nodes are worth in a round."""
    rounds = next(rounds for most, rounds in _EFFORTS if nodes < most)
    return rounds[min(round, len(rounds) - 1)]


class _Layered:
    """A map in layers with the ways of its flows."""

    def __init__(self, stacked: MapArrays, split: Split, bands: np.ndarray | None) -> None:
        self.split = found = split(stacked)
        self.arrays = arrays = in_layers(stacked, found.within, found.counts, stacked.loose, bands)
        stacked_at = np.empty(len(stacked.record), dtype=np.intp)
        stacked_at[stacked.record] = np.arange(len(stacked_at))
        self.stacked_number = stacked_at[arrays.record]
        self.number = np.argsort(self.stacked_number)
        ends = ways.ends(arrays)
        rough = columns.stack(arrays, arrays.header_height + columns.GAP)
        channel = channels.choose(arrays, ends, rough, bands is not None).channel
        net = ways.net(arrays, ends, channel)
        self.graph = graph(arrays, ends, net, channel)
        self.ways = arrays, net, rough
        self.order = corridors.order(*self.ways, self.graph if _effort(len(net.layer), 0)[0] > 1 else None)
        below = found.below[self.stacked_number]
        self.below = np.where(below >= 0, self.number[below], -1)
        self.down = self._leading_down()
        # From the ids alone, so that a card more leaves the chances of the others as they were.
        flows = np.array([crc32(id_.encode()) for id_ in arrays.flow_ids], dtype=float)
        places = len(net.layer) - len(arrays.card_ids)
        self.seed = np.concatenate([np.array([crc32(id_.encode()) for id_ in arrays.card_ids], dtype=float),
                                    flows[net.flow[:places]] + net.layer[len(arrays.card_ids):]])

    def _leading_down(self) -> dict[int, list[Arc]]:
        """Return the arrows inside each layer that are to lead down."""
        found: dict[int, list[Arc]] = {}
        for a, b in self.graph.inside.tolist():
            found.setdefault(int(self.graph.layer[a]), []).append((a, b))
        # Where no arrow leads up, there is no cycle, and no graph to be made.
        cycles = self.arrays.cycles() if (self.graph.inside[:, 0] > self.graph.inside[:, 1]).any() else {}
        for layer, arcs in found.items():
            # In one layer there may be fewer cycles than in its stage, never others.
            if any(a in cycles and b in cycles for a, b in arcs):
                from journey_editor.analysis.graph import cycles as cycles_of   # See MapArrays.cycles.

                found[layer] = layers.without_cycles(arcs, cycles_of(arcs))
        return found

    def cost(self) -> float:
        """Return what the order costs as it will be drawn."""
        return cost(self.graph, ranks(self.graph, self.order))

    def cards(self, order: np.ndarray) -> np.ndarray:
        """Return the cards of an order of nodes by their numbers in the stacked arrays."""
        return self.stacked_number[order[order < len(self.number)]]

    def improved(self, sifts: int) -> np.ndarray:
        """Return the order there is with single nodes moved to where they cross less."""
        return _Search(self, 0, self.order).improved(sifts)

    def found_once(self, sweeps: int, sifts: int) -> np.ndarray:
        """Return the order found from one start, or what is near the one there is if that is nearly as good."""
        found = self.search(1, sweeps, sifts)
        reached = cost(self.graph, ranks(self.graph, found[-1])) if found else np.inf
        if reached > _CLEARLY * self.cost():
            # Only now is it worth to put all places as well as they can be.
            self.order = corridors.order(*self.ways, self.graph)
            if reached > _WORTH_ONCE * self.cost():
                return self.improved(_FEW_SIFTS)
        return found[-1]

    def is_near(self, order: np.ndarray) -> bool:
        """Return whether nearly all cards follow the same one in an order as they do now."""
        after = np.full((2, len(self.number) + 1), -1)
        for one, cards in zip(after, (self.cards(self.order), self.cards(order))):
            one[cards[:-1]] = cards[1:]
        changed = int(np.count_nonzero(after[0] != after[1]))
        return changed <= max(_FEW, _SETTLED * len(self.number))

    def search(self, starts: int, sweeps: int, sifts: int) -> list[np.ndarray]:
        """Return the best orders found from several starts that are better than what there is, the best one last."""
        least = self.cost() - 1e-9
        found: list[tuple[np.ndarray, float]] = []
        for start in range(starts):
            best = min(found, key=lambda one: one[1])[0] if start >= _AFRESH else self.order
            found.append(_Search(self, start, best).best(sweeps, sifts))
        return [order for order, reached in sorted(found, key=lambda one: -one[1]) if reached < least][-_CHECKED:]


class _Search(Placing):
    """One descent from a start."""

    def __init__(self, layered: _Layered, start: int, order: np.ndarray) -> None:
        graph = layered.graph
        held = np.zeros(len(layered.order), dtype=bool)
        held[graph.inside.ravel()] = True
        below = np.full(len(layered.order), -1)
        below[:len(layered.below)] = layered.below
        super().__init__(graph, order, held, below)
        self.start, self.down, self.seed = start, layered.down, layered.seed
        self.linked = np.zeros(len(layered.order) + 2, dtype=bool)
        self.linked[np.concatenate([graph.left, graph.right, graph.inside.ravel()])] = True
        layer = graph.layer[order]
        upper = np.flatnonzero(layer[:-1] == layer[1:])
        kind = layer[upper] % 2 + 2 * ((upper - self.offset[layer[upper]]) % 2)
        self.pairs = [upper[kind == (one - 1) % 4] for one in range(4)]

    def best(self, sweeps: int, sifts: int) -> tuple[np.ndarray, float]:
        """Sweep and exchange until nothing is won any more, and sift; return the order and its cost."""
        best, least, idle = self.order, float("inf"), 0
        if self.start >= 2:
            self._shuffle()
        for sweep in range(sweeps):
            forward = (sweep + self.start) % 2 == 0
            self._sweep(forward, median=(sweep // 2 + self.start) % 3 == 0, equal=sweep % 4 >= 2)
            self._exchange()
            reached = cost(self.graph, self.place)
            idle = 0 if reached < least * 0.998 else idle + 1
            if reached < least - 1e-9:
                best, least = self.order.copy(), reached
            if idle >= _IDLE:
                break
        self.put(slice(0, len(best)), best)
        self.sift(sifts, range(self.count))
        return self.order, cost(self.graph, self.place)

    def improved(self, sifts: int) -> np.ndarray:
        """Return the order with single nodes moved as long as that saves crossings, the first ones last."""
        self._line_up(range(self.count))
        self.sift(sifts, range(self.count), from_right=True)
        return self.order

    def _shuffle(self) -> None:
        """Start from an order that is the same on every machine, but none that anybody chose; later ones are near."""
        key = (self.seed * (0.6180339887 + 0.1 * self.start)) % 1.0
        if self.start >= _AFRESH:
            key = self.place[:len(key)] + _STIRRED * key
        # Nodes without arrows stay where they are among the others.
        slots = np.flatnonzero(self.linked[self.order])
        nodes, fresh = self.order[slots], self.order.copy()
        fresh[slots] = nodes[np.lexsort((key[nodes], self.graph.layer[nodes]))]
        self.put(slice(0, len(fresh)), fresh)
        self._line_up(range(self.count))

    def _sweep(self, forward: bool, median: bool, equal: bool) -> None:
        for layer in range(self.count) if forward else reversed(range(self.count)):
            nodes, there, starts, degree = self.links[0 if forward else 1][layer]
            if not len(nodes):
                continue
            places, slots = self.place[there], self.place[nodes]
            if median:
                places = places[np.lexsort((places, np.repeat(np.arange(len(nodes)), degree)))]
                key = (places[starts + (degree - 1) // 2] + places[starts + degree // 2]) / 2
            else:
                key = np.add.reduceat(places, starts) / degree
            # Those with equal keys change places where that is wanted, to get out of a rut.
            nodes = nodes[np.lexsort((-slots if equal else slots, key))]
            slots.sort()
            self.place[nodes] = slots
            self.order[self.bounds[layer] + slots] = nodes
            if layer in self.down:
                self._line_up([layer])

    def _line_up(self, chosen: list[int] | range) -> None:
        """Make the arrows inside layers lead down, the next card of a stack right below the one before."""
        for layer in chosen:
            if layer in self.down:
                part = slice(self.bounds[layer], self.bounds[layer + 1])
                self.put(part, np.array(_stacked(self.order[part].tolist(), self.down[layer], self.below)))

    def _exchange(self) -> None:
        """Exchange neighbours in their layers as long as that saves crossings."""
        # The turn in which each node, or one that it is linked to, moved last: other pairs were looked at since.
        touched = np.ones(len(self.place), dtype=np.intp)
        for turn in range(1, 4 * _EXCHANGES + 1):
            moved = self._exchange_some(self.pairs[turn % 4], touched > turn - 4)
            if len(moved):
                touched[moved] = turn
                touched[self.linked_to(moved)] = turn
            elif turn % 4 == 0 and int(touched.max()) <= turn - 4:
                break

    def _exchange_some(self, pairs: np.ndarray, changed: np.ndarray) -> np.ndarray:
        """Exchange those pairs with changed nodes that cross less then; return the nodes that moved."""
        order = self.order
        upper, lower = order[pairs], order[pairs + 1]
        chosen = np.flatnonzero((changed[upper] | changed[lower]) & ~(self.held[upper] | self.held[lower]))
        upper, lower = upper[chosen], lower[chosen]
        swap = self._saved(upper, lower) > 0
        pairs, upper, lower = pairs[chosen[swap]], upper[swap], lower[swap]
        order[pairs], order[pairs + 1] = lower, upper
        self.place[lower] -= 1
        self.place[upper] += 1
        return np.concatenate([upper, lower])

    def _saved(self, upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
        """Return how many crossings exchanging each pair saves."""
        begin, degree, count = self.begin, self.degree, len(upper)
        upper, lower = np.concatenate([upper, upper + self.nodes]), np.concatenate([lower, lower + self.nodes])
        downs = degree[lower]
        counts = degree[upper] * downs
        total = np.cumsum(counts)
        pair = np.repeat(np.arange(len(upper)), counts)
        step = np.arange(len(pair)) - (total - counts)[pair]
        over, under = np.divmod(step, downs[pair])
        a = self.place[self.there[begin[upper][pair] + over]]
        b = self.place[self.there[begin[lower][pair] + under]]
        return np.bincount(pair, weights=np.sign(a - b), minlength=len(upper)).reshape(2, count).sum(axis=0)


def _stacked(row: Row, arcs: list[Arc], below: np.ndarray) -> Row:
    """Return a layer's nodes in their order as far as its arrows lead down, stacks in one piece."""
    stack = {card: int(below[card]) for arc in arcs for card in arc}
    top = {card: one for one in stack.keys() - set(stack.values()) for card in _down_from(one, stack)}
    found = [node for one in _downward(_mean_places(row, top), [(top.get(a, a), top.get(b, b)) for a, b in arcs])
             for node in _down_from(one, stack)]
    placed = set(found)     # Stacks may lead to one another in a circle.
    return found + [node for node in row if node not in placed]


def _mean_places(row: Row, top: dict[int, int]) -> dict[int, tuple[float, int, int]]:
    """Return for the top of each stack the mean place of its nodes, its own place, and itself."""
    members: dict[int, list[int]] = {}
    place = {}
    for at, node in enumerate(row):
        place[node] = at
        members.setdefault(top.get(node, node), []).append(at)
    return {one: (sum(places) / len(places), place[one], one) for one, places in members.items()}


def _down_from(card: int, stack: dict[int, int]) -> Iterator[int]:
    """Yield a card and those below it in its stack."""
    while card != -1:
        yield card
        card = stack.get(card, -1)


def _downward(key: dict[int, tuple[float, int, int]], arcs: list[Arc]) -> Iterator[int]:
    """Yield nodes so that arcs lead from earlier to later ones, of those that may come next always the least by key.

    Nodes on a cycle, and what comes after these, are left out.
    """
    waiting = dict.fromkeys(key, 0)
    after: dict[int, Row] = {}
    for a, b in arcs:
        if a != b:
            waiting[b] += 1
            after.setdefault(a, []).append(b)
    ready = [key[node] for node in key if not waiting[node]]
    heapify(ready)
    while ready:
        node = heappop(ready)[2]
        yield node
        for other in after.get(node, ()):
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, key[other])
