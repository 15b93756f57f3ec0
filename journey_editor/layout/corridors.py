"""Where arrows pass between the cards of the layers on their way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .crossings import Graph
from .arrays import MapArrays
from .sifting import Placing
from .ways import Net

_SWEEPS = 3
_SIFTS = 1
_UNDECIDED = 1e-6
_AT_ONCE = 30_000
"""So many pairs of a place and a slot are weighed in one go: larger arrays do not stay in the processor's cache."""


def order(arrays: MapArrays, net: Net, y: np.ndarray, graph: Graph | None) -> np.ndarray:
    """Return all nodes layer by layer from top to bottom: cards as they are numbered, places where they cross least.

    `y` are the cards' rough tops, which decide where crossings do not. Each sweep puts the places of a layer where
    they cross the arrows of the cards least, given the layers on one side or both. At the end they are sifted in their
    `graph`, if it is given: not where a search will do so anyway.
    """
    cards = len(arrays.card_ids)
    places = len(net.layer) - cards
    if not places:
        return np.arange(cards)
    middle = np.concatenate([y + arrays.card_size[:, 1] / 2, np.zeros(places)])
    rows = _Rows(arrays, net, middle)
    layers = np.unique(net.layer[cards:]).tolist()
    for sweep in range(_SWEEPS if graph else 1):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            rows.settle(layer, sweep)
    keys = np.concatenate([np.arange(cards), np.zeros(places)])
    found = np.lexsort((keys, rows.at, net.layer))
    if not graph:
        return found
    held = np.arange(len(net.layer)) < cards
    below = np.full(len(net.layer), -1)
    below[:cards] = np.where(rows.step_down[1:] > 0, np.arange(1, cards + 1), -1)
    placing = Placing(graph, found, held, below)
    placing.sift(_SIFTS, layers)
    return placing.order


class _Rows:
    """The nodes' places in their layers, `at`: cards have whole numbers, what passes above card c a bit less."""

    def __init__(self, arrays: MapArrays, net: Net, middle: np.ndarray) -> None:
        cards = len(arrays.card_ids)
        self.cards, self.arrays, self.middle = cards, arrays, middle
        self.at = np.concatenate([np.arange(cards) - arrays.first[arrays.layer], np.zeros(len(net.layer) - cards)])
        places = np.argsort(net.layer[cards:], kind="stable") + cards
        bounds = np.searchsorted(net.layer[places], np.arange(arrays.layer_count + 1)).tolist()
        self.places = [places[a:b] for a, b in zip(bounds, bounds[1:])]
        # Each place has one neighbour on each side, cards may have many: `card_links` are those of a layer's cards, one
        # card after the other, and how many the first none, one, two … cards have.
        self.neighbour = np.zeros((2, len(net.layer)), dtype=np.intp)
        self.neighbour[0, net.right] = net.left
        self.neighbour[1, net.left] = net.right
        self.card_links: list[list[tuple[np.ndarray, np.ndarray]]] = []
        for here, there in ((net.right, net.left), (net.left, net.right)):
            chosen = np.flatnonzero(here < cards)
            chosen = chosen[np.argsort(here[chosen], kind="stable")]
            limits = np.searchsorted(here[chosen], np.arange(cards + 1))
            others = there[chosen]
            self.card_links.append([(others[limits[a]:limits[b]], limits[a:b + 1] - limits[a])
                                    for a, b in zip(arrays.first.tolist(), arrays.first[1:].tolist())])
        self.step_down = np.zeros(cards + 1)
        down = (arrays.target == arrays.source + 1) & (arrays.target < cards)
        down[down] = arrays.layer[arrays.source[down]] == arrays.layer[arrays.target[down]]
        np.add.at(self.step_down, arrays.target[down], 1.0)

    def settle(self, layer: int, sweep: int) -> None:
        """Put the places of a layer between its cards."""
        places = self.places[layer]
        first, end = self.arrays.first[layer:layer + 2].tolist()
        sides = (0,) if sweep == 0 else (0, 1)
        beside = self.neighbour[list(sides)][:, places]
        wanted = self.middle[beside].mean(axis=0)
        edges = self._edges(first, end)
        reached = self.at[beside]
        block = _AT_ONCE // len(edges) + 1
        slot = np.concatenate([self._slots(layer, sides, reached[:, at:at + block], wanted[at:at + block], edges)
                               for at in range(0, len(places), block)])
        self.middle[places] = np.where(slot == end - first, np.maximum(wanted, edges[slot]),
                                       np.where(slot == 0, np.minimum(wanted, edges[slot]), edges[slot]))
        # Within a slot: as their neighbours are, those of the side that was settled just now first.
        keys = reached[::-1] if len(sides) == 2 and sweep % 2 else reached
        order = np.lexsort((*keys[::-1], slot))
        fraction = np.empty(len(places))
        fraction[order] = (np.arange(len(places)) + 1) / (len(places) + 1)
        self.at[places] = slot - 1 + fraction

    def _slots(self, layer: int, sides: Sequence[int], reached: np.ndarray, wanted: np.ndarray,
               edges: np.ndarray) -> np.ndarray:
        """Return above how many cards of a layer places cross least whose neighbours on the sides are `reached`."""
        first, end = self.arrays.first[layer:layer + 2].tolist()
        cost = np.zeros((len(wanted), len(edges)))
        for side, mine in zip(sides, reached):
            others, counts = self.card_links[side][layer]
            if len(others):
                # Below each card, so many more arrows are crossed, or fewer, than above all.
                crossed = np.zeros((len(mine), len(others) + 1))
                np.sign(self.at[others] - mine[:, None]).cumsum(axis=1, out=crossed[:, 1:])
                cost += crossed.take(counts, axis=1)
        # An arrow to the next card below would be crossed.
        cost += self.step_down[first:end + 1] * (np.arange(first, end + 1) < end)
        cost += _UNDECIDED * np.abs(edges - wanted[:, None])
        return cost.argmin(axis=1)

    def _edges(self, first: int, end: int) -> np.ndarray:
        """Return the y between the cards of a layer, and a bit beyond them."""
        if first == end:
            return np.zeros(1)
        middle = self.middle[first:end]
        half = self.arrays.card_size[first:end, 1] / 2
        return np.concatenate([[middle[0] - half[0]], (middle[1:] - half[1:] + middle[:-1] + half[:-1]) / 2,
                               [middle[-1] + half[-1]]])
