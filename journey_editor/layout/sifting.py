"""Orders of nodes in layers, bettered one node at a time."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .crossings import Graph, ranks


_NEVER = -10**9
_PASSES = 20


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
        # For both sides: each node's neighbours, one after the other.
        self.sides = []
        for here, there in ((graph.right, graph.left), (graph.left, graph.right)):
            real = here < nodes
            here, there = here[real], there[real]
            by_node = np.argsort(here, kind="stable")
            self.sides.append((there[by_node], np.searchsorted(here[by_node], np.arange(nodes + 1))))
        # Both sides in one: those of node n on the right are at n + nodes.
        self.nodes = nodes
        self.there = np.concatenate([there for there, _ in self.sides])
        self.first = np.concatenate([self.sides[0][1][:-1], self.sides[1][1] + len(self.sides[0][0])])

    def put(self, part: slice, nodes: np.ndarray) -> None:
        """Give nodes of one layer, or of several whole ones, their order."""
        self.order[part] = nodes
        self.place[nodes] = np.arange(part.start, part.stop) - self.offset[self.graph.layer[nodes]]

    def neighbours(self, nodes: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the places of the nodes' neighbours on a side, whose (index) they are, and how many each has."""
        there, first = self.sides[side]
        starts = first[nodes]
        degree = first[nodes + 1] - starts
        steps = np.cumsum(degree)
        owner = np.repeat(np.arange(len(nodes)), degree)
        return self.place[there[np.arange(len(owner)) + np.repeat(starts - steps + degree, degree)]], owner, degree

    def linked_to(self, nodes: np.ndarray) -> np.ndarray:
        """Return the neighbours of nodes on both sides, one after the other."""
        nodes = np.concatenate([nodes, nodes + self.nodes])
        starts = self.first[nodes]
        degree = self.first[nodes + 1] - starts
        steps = np.cumsum(degree)
        return self.there[np.arange(steps[-1]) + np.repeat(starts - steps + degree, degree)]

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
        costs = self._pair_costs(nodes, free)
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

    def _pair_costs(self, nodes: np.ndarray, free: np.ndarray) -> np.ndarray:
        """Return how many crossings more there are with a free node (row) above another node (column) than below."""
        count = len(nodes)
        total = np.zeros((count, count), dtype=np.int32)
        for side in 0, 1:
            places, owner, degree = self.neighbours(nodes, side)
            if not len(places):
                continue
            # Who has how many neighbours above each place that has any.
            used = np.zeros(int(places.max()) + 2, dtype=bool)
            used[places.astype(np.intp) + 1] = True
            column = (np.cumsum(used) - 1)[places.astype(np.intp) + 1]
            width = int(column.max()) + 1
            own = np.bincount(column * count + owner, minlength=count * width).reshape(width, count).astype(np.int32)
            above = own.cumsum(axis=0, dtype=np.int32) - own
            linked = np.flatnonzero(degree)
            starts = (np.cumsum(degree) - degree)[linked]
            crossed = np.add.reduceat(above[column], starts, axis=0)
            total[linked] += crossed
            total[:, linked] -= crossed.T
        return total[free]
