"""The arrows between neighbouring layers as a graph, and how often they cross."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .channels import UPPER
from .arrays import MapArrays
from .ways import Ends, Net

_LENGTH = 1e-4
_PASSING = 1.0


@dataclass(frozen=True, slots=True)
class Graph:
    """Segments through the gutters: `gap` is the gutter, `left` and `right` are nodes.

    Nodes are those of a net, then one that is always above all others and one that is below. `inside` are the arrows
    between cards of one layer, as source and target.
    """

    layer: np.ndarray
    gap: np.ndarray
    left: np.ndarray
    right: np.ndarray
    inside: np.ndarray


def graph(arrays: MapArrays, ends: Ends, net: Net, channel: np.ndarray) -> Graph:
    """Return the graph of a map whose flows take these ways."""
    nodes = len(net.layer)
    cards = len(arrays.card_ids)
    edge = np.where(channel == UPPER, nodes, nodes + 1)
    out = np.flatnonzero((channel > 0) & (arrays.source < cards))
    into = np.flatnonzero((channel > 0) & (arrays.target < cards))
    # Into the channel to the right of the source, and out of it to the left of the target.
    gap = np.concatenate([net.layer[net.left] + 1, ends.start[out] + 1, ends.end[into]])
    left = np.concatenate([net.left, arrays.source[out], edge[into]])
    right = np.concatenate([net.right, edge[out], arrays.target[into]])
    same = np.flatnonzero(ends.same & (arrays.source < cards) & (arrays.target < cards))
    # One key: to sort pairs takes eight times as long.
    inside = np.unique(arrays.source[same] * cards + arrays.target[same])
    return Graph(net.layer, gap, left, right, np.column_stack(np.divmod(inside, max(cards, 1))))


def ranks(graph: Graph, order: np.ndarray) -> np.ndarray:
    """Return each node's place in its layer; `order` are the nodes layer by layer from top to bottom."""
    layers = graph.layer[order]
    place = np.empty(len(order) + 2, dtype=np.intp)
    place[order] = np.arange(len(order)) - np.searchsorted(layers, layers)
    place[-2:] = -1, len(order)
    return place


def cost(graph: Graph, place: np.ndarray) -> float:
    """Return how bad an order is: crossings, arrows that pass others in their layer, and a little for length."""
    a, b = place[graph.left], place[graph.right]
    # What is beyond all nodes need not be further away than the next place. One sort of one key is the fastest.
    most = int(place[:-2].max(initial=0)) + 1
    below = most + 2
    key = np.sort((graph.gap * below + np.minimum(a, most) + 1) * below + np.minimum(b, most) + 1)
    total = float(inversions(key // below**2, key % below))
    total += _LENGTH * float(np.minimum(np.abs(a - b), 1000.0).sum())
    if len(graph.inside):
        one, other = place[graph.inside].T
        total += _PASSING * float(np.where(one < other, other - one - 1, one - other).sum())
    return total


def inversions(group: np.ndarray, values: np.ndarray) -> int:
    """Return how many pairs of a group, which stand together, have the larger value first.

    Bit by bit, as in a wavelet tree: of two values that first differ in a bit, the larger one has it.
    """
    total = 0
    for bit in reversed(range(int(values.max(initial=0)).bit_length())):
        ones = (values >> bit) & 1
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        before = np.cumsum(ones) - ones
        before -= np.repeat(before[starts], np.diff(starts, append=len(group)))
        total += int(before[ones == 0].sum())
        group = (group << 1) | ones
        order = np.argsort(group, kind="stable")
        group, values = group[order], values[order]
    return total
