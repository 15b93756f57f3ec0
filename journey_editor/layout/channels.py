"""The horizontal channels above and below the cards, where arrows run past whole columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .columns import GAP
from .arrays import MapArrays
from .tracks import pack
from .ways import Ends

UPPER, LOWER = 1, 2

_SPACING = 8.0
_TALLEST = 400.0
_TO_CARDS = 16.0
_TO_EDGE = 14.0
_ENOUGH = 40
_TO_HEADER = 12.0
_TO_LABEL = 3.0

_DETOUR = 600.0
"""How much longer the usual channel's way may be before the other channel is taken."""

_FAR, _FAR_IN_LANES, _NEAR = 700.0, 1600.0, 120.0
"""How much longer than straight a channel's way may be before an arrow passes between the cards instead.

For loops back in lanes it may be longer, as the map is higher. The shortest one holds where more than `_MANY` arrows
would run through channels: nobody could follow them there.
"""

_MANY = 12


@dataclass(frozen=True, slots=True)
class Channels:
    """Which channel each flow takes (0: none, it needs none), and how far from the cards it runs there.

    `upper_depth` and `lower_depth` tell how high the channels are, 0 for one that no flow takes.
    """

    channel: np.ndarray
    away: np.ndarray
    upper_depth: float
    lower_depth: float

    def cards_top(self, header_height: float, lead: float) -> float:
        """Return the y of the first cards, above which arrows between cards and channel need the room `lead`."""
        room = max(self.upper_depth + lead, GAP, lead + _TO_HEADER if lead else 0.0)
        # Below headers in steps: one arrow more must not move all cards.
        return header_height + (float(np.ceil(room / GAP)) * GAP if header_height else room)

    def map_bottom(self, cards_bottom: float) -> float:
        """Return the y at which all columns end."""
        return cards_bottom + (self.lower_depth or GAP)

    def level(self, cards_top: float, cards_bottom: float) -> np.ndarray:
        """Return the y of each flow's way through its channel (meaningless where it takes none)."""
        return np.where(self.channel == UPPER, cards_top - self.away, cards_bottom + self.away)


def choose(arrays: MapArrays, ends: Ends, y: np.ndarray, in_lanes: bool) -> Channels:
    """Return the channels for cards at about `y`: forward skips above, loops back below, unless that is a long detour.

    Skips inside a stage or into the next, and those whose detour would be long, pass between the cards, and so do
    loops. Nothing goes above the cards where a card is pinned in its way.
    """
    cards = len(arrays.card_ids)
    start, end = ends.start, ends.end
    stage = arrays.end_stage
    steps = stage[arrays.target] - stage[arrays.source]
    header = (arrays.source >= cards) | (arrays.target >= cards)
    loops = (end <= start) & ~ends.same
    skips = end > start + 1
    # Measured from the cards alone, as how deep the channels will be is not known yet.
    highest = float(y.min()) if len(y) else 0.0
    bottom = float((y + arrays.card_size[:, 1]).max(initial=highest))
    tops = np.concatenate([y, np.full(len(arrays.stage_ids), highest)])
    above = tops[arrays.source] + tops[arrays.target] - 2 * highest
    below = 2 * bottom - tops[arrays.source] - tops[arrays.target]
    upper = np.where(skips, above <= below + _DETOUR, above < below - _DETOUR)
    detour = np.where(upper, above, below) - np.abs(tops[arrays.source] - tops[arrays.target])
    low, high = np.minimum(start, end), np.maximum(start, end)
    loose = np.concatenate([[0], np.cumsum(arrays.loose[arrays.layer_stage])])
    blocked = loose[high] > loose[np.minimum(low + 1, high)]
    beside = np.abs(steps) < 2 - (loops & (steps < 0))
    must = (skips | loops) & (header | blocked)
    may = (skips | loops) & ~beside & (detour <= np.where(loops & in_lanes, _FAR_IN_LANES, _FAR))
    if np.count_nonzero(may) > _MANY:
        may &= detour <= _NEAR
    channel = np.where(must | may, np.where(upper, UPPER, LOWER), 0)
    # The gutters between which each flow is in its channel; gutter l is to the left of layer l.
    low, high = np.minimum(start + 1, end), np.maximum(start + 1, end)
    label = arrays.label_size[:, 1]
    away, depth = _levels(low, high, label, channel == UPPER)
    if depth and arrays.loose.any():
        channel[_pinned_in_the_way(arrays, low, high, arrays.header_height + depth) & (channel == UPPER)] = LOWER
        away, depth = _levels(low, high, label, channel == UPPER)
    lower_away, lower_depth = _levels(low, high, label, channel == LOWER)
    return Channels(channel, np.where(channel == UPPER, away, lower_away), depth, lower_depth)


def _pinned_in_the_way(arrays: MapArrays, low: np.ndarray, high: np.ndarray, cards_top: float) -> np.ndarray:
    """Return for each span of gutters whether a layer in it has a card pinned above `cards_top`."""
    blocked = np.zeros(arrays.layer_count, dtype=bool)
    blocked[arrays.layer[arrays.loose[arrays.stage] & (arrays.pin[:, 1] < cards_top)]] = True
    before = np.concatenate([[0], np.cumsum(blocked)])
    return before[high] > before[low]


def _levels(low: np.ndarray, high: np.ndarray, label: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, float]:
    """Return how far from the cards the chosen spans run, short ones next to them, and how deep a channel that takes.

    A span's `label`, of that height, has room above and below its line.
    """
    away = np.zeros(len(which))
    chosen = np.flatnonzero(which)
    if not len(chosen):
        return away, 0.0
    chosen = chosen[np.lexsort((low[chosen], (high - low)[chosen]))]
    tracks, count = pack(low[chosen].tolist(), high[chosen].tolist(), _ENOUGH)
    half = np.zeros(count)
    np.maximum.at(half, tracks, np.where(label[chosen] > 0, label[chosen] / 2 + _TO_LABEL, 0.0))
    steps = np.maximum(np.maximum(half[1:], half[:-1]), _SPACING)
    steps *= min(1.0, _TALLEST / (steps.sum() + _SPACING))
    at = np.cumsum(np.concatenate([half[:1].clip(min=_TO_CARDS), steps]))
    away[chosen] = at[tracks]
    return away, float(np.ceil(at[-1] + max(_TO_EDGE, half[-1])))
