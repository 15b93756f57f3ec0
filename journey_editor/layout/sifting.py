"""Orders of nodes in layers, improved one node at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from .crossings import Graph, ranks


_NEVER = -10**9
_PASSES = 20


class Links(NamedTuple):
    """The nodes of a layer that have neighbours on a side, these one after the other, where each node's begin, and
    how many each has."""

    nodes: np.ndarray
    there: np.ndarray
    starts: np.ndarray
    degree: np.ndarray


class _Side:
    """All neighbours on one side, `there`, one layer after the other; where each node's begin and how many it has."""

    def __init__(self, layer: np.ndarray, here: np.ndarray, there: np.ndarray, count: int) -> None:
        nodes = len(layer)
        real = np.flatnonzero(here < nodes)
        real = real[np.lexsort((here[real], layer[here[real]]))]
        here, self.there = here[real], there[real]
        self.degree = np.bincount(here, minlength=nodes)
        first = np.flatnonzero(np.diff(here, prepend=-1))
        linked = here[first]
        self.begin = np.zeros(nodes, dtype=np.intp)
        self.begin[linked] = first
        bounds = np.searchsorted(layer[linked], np.arange(count + 1))
        ends = np.append(first, len(here))[bounds].tolist()
        degree = self.degree[linked]
        self.layers = [Links(linked[a:b], self.there[start:end], first[a:b] - start, degree[a:b])
                       for a, b, start, end in zip(bounds.tolist(), bounds[1:].tolist(), ends, ends[1:])]


class Placing:
    """An order of a graph's nodes, layer by layer, and their places in it. `held` nodes are not moved singly."""

    def __init__(self, graph: Graph, order: np.ndarray, held: np.ndarray, below: np.ndarray) -> None:
        """`below` gives for each card the one that has to follow it at once, or -1."""
        self.graph, self.order, self.held, self.below = graph, order.copy(), held, below
        self.place = ranks(graph, order)
        nodes = len(order)
        self.count = int(graph.layer.max(initial=-1)) + 1
        self.bounds = np.searchsorted(graph.layer[order], np.arange(self.count + 1)).tolist()
        self.offset = np.array(self.bounds)
        self.nodes = nodes
        # For both sides: each node's neighbours, one after the other; those of node n on the right are at n + nodes.
        sides = [_Side(graph.layer, here, there, self.count)
                 for here, there in ((graph.right, graph.left), (graph.left, graph.right))]
        self.there = np.concatenate([side.there for side in sides])
        self.begin = np.concatenate([sides[0].begin, sides[1].begin + len(sides[0].there)])
        self.degree = np.concatenate([side.degree for side in sides])
        self.links = [side.layers for side in sides]

    def put(self, part: slice, nodes: np.ndarray) -> None:
        """Give nodes of one layer, or of several whole ones, their order."""
        self.order[part] = nodes
        self.place[nodes] = np.arange(part.start, part.stop) - self.offset[self.graph.layer[nodes]]

    def linked_to(self, nodes: np.ndarray) -> np.ndarray:
        """Return the neighbours of nodes on both sides, one after the other."""
        nodes = np.concatenate([nodes, nodes + self.nodes])
        degree = self.degree[nodes]
        steps = np.cumsum(degree)
        return self.there[np.arange(steps[-1]) + np.repeat(self.begin[nodes] - steps + degree, degree)]

    def sift(self, turns: int, layers: Iterable[int], from_right: bool = False) -> None:
        """Move single nodes to where they cross least in their layer, both sides considered, as long as it helps.

        Sifting (Matuszewski, Schönfeld and Molitor, 1999), the node that wins most first.
        """
        waiting = set(layers)
        for turn in range(turns):
            chosen = sorted(waiting, reverse=(turn % 2 == 1) != from_right)
            waiting.clear()
            for layer in chosen:
                if self._sift(layer):
                    waiting.update(other for other in (layer - 1, layer + 1) if 0 <= other < self.count)
            if not waiting:
                break

    def _sift(self, layer: int) -> bool:
        part = slice(self.bounds[layer], self.bounds[layer + 1])
        nodes = self.order[part]
        free = np.flatnonzero(~self.held[nodes])
        if len(nodes) < 2 or not len(free):
            return False
        costs = self._pair_costs(layer, free)
        order = np.arange(len(nodes))
        place = order.copy()
        followed = self.below[nodes] if (self.below[nodes] >= 0).any() else None
        moves = 0
        for _ in range(_PASSES):
            reach = self._reach(costs[:, order], nodes, order, followed)
            won = reach.max(axis=1) - reach[np.arange(len(free)), place[free]]
            chosen = np.flatnonzero(won > 0)
            before = moves
            for row in chosen[np.argsort(-won[chosen], kind="stable")].tolist():
                one = int(free[row])
                reach = self._reach(costs[row, order][None], nodes, order, followed)[0]
                source, target = int(place[one]), int(reach.argmax())
                if reach[target] <= reach[source]:
                    continue
                if target > source:
                    order[source:target] = np.append(order[source + 1:target], one)
                    place[order[source:target]] = np.arange(source, target)
                else:
                    order[target:source + 1] = np.append(one, order[target:source])
                    place[order[target:source + 1]] = np.arange(target, source + 1)
                moves += 1
            if moves == before:
                break
        if moves:
            self.put(part, nodes[order])
        return moves > 0

    @staticmethod
    def _reach(costs: np.ndarray, nodes: np.ndarray, order: np.ndarray, followed: np.ndarray | None) -> np.ndarray:
        """Return what each row would win before each node and at the end; never between two that belong together."""
        reach = np.zeros((len(costs), len(order) + 1), dtype=np.int32)
        costs.cumsum(axis=1, out=reach[:, 1:])
        if followed is not None:
            reach[:, 1:-1][:, followed[order[:-1]] == nodes[order[1:]]] = _NEVER
        return reach

    def _pair_costs(self, layer: int, free: np.ndarray) -> np.ndarray:
        """Return how many crossings more there are with a free node (row) above another node (column) than below."""
        count = self.bounds[layer + 1] - self.bounds[layer]
        total = np.zeros((count, count), dtype=np.int32)
        for links in self.links:
            linked, there, starts, degree = links[layer]
            if not len(linked):
                continue
            places, rank = self.place[there] + 1, self.place[linked]
            # Who has how many neighbours above each place that has any.
            used = np.zeros(int(places.max()) + 1, dtype=bool)
            used[places] = True
            column = (np.cumsum(used) - 1)[places]
            width = int(column.max()) + 1
            has = np.bincount(column * count + np.repeat(rank, degree), minlength=count * width).reshape(width, count)
            has = has.astype(np.int32)
            crossed = np.add.reduceat((has.cumsum(axis=0, dtype=np.int32) - has)[column], starts, axis=0)
            total[rank] += crossed
            total[:, rank] -= crossed.T
        return total[free]
