"""The horizontal channels above and below the cards, where arrows run past whole columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .columns import GAP
from .sheet import Sheet
from .tracks import pack

UPPER, LOWER = 1, 2

_SPACING = 8.0
_TALLEST = 400.0
_TO_CARDS = 16.0
_TO_EDGE = 14.0
_ENOUGH = 40

_DETOUR = 600.0
"""How much longer the usual channel's way may be before the other channel is taken."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Which channel each flow takes (0: none, it needs none), and on which track, counted from the cards."""

    channel: np.ndarray
    track: np.ndarray
    upper_count: int
    lower_count: int

    def cards_top(self, header_height: float) -> float:
        """Return the y of the first cards."""
        return header_height + (_depth(self.upper_count) or GAP)

    def map_bottom(self, cards_bottom: float) -> float:
        """Return the y at which all columns end."""
        return cards_bottom + (_depth(self.lower_count) or GAP)

    def level(self, cards_top: float, cards_bottom: float) -> np.ndarray:
        """Return the y of each flow's way through its channel (meaningless where it takes none)."""
        upper = cards_top - _TO_CARDS - self.track * _spacing(self.upper_count)
        lower = cards_bottom + _TO_CARDS + self.track * _spacing(self.lower_count)
        return np.where(self.channel == UPPER, upper, lower)


def _spacing(count: int) -> float:
    return min(_SPACING, _TALLEST / count) if count else 0.0


def _depth(count: int) -> float:
    return float(np.ceil(_TO_EDGE + (count - 1) * _spacing(count) + _TO_CARDS)) if count else 0.0


def choose(sheet: Sheet, y: np.ndarray) -> Channels:
    """Return the channels for cards at about `y`: forward skips above, loops back below, unless that is a long detour.

    Nothing goes above the cards where a card is pinned in its way.
    """
    columns = sheet.end_column
    start, end = columns[sheet.source], columns[sheet.target]
    skips, loops = end > start + 1, end < start
    # Measured from the cards alone, as how deep the channels will be is not known yet.
    highest = float(y.min()) if len(y) else 0.0
    bottom = float((y + sheet.card_size[:, 1]).max(initial=highest))
    tops = np.concatenate([y, np.full(len(sheet.stage_ids), highest)])
    lower_is_longer_by = 2 * (bottom + highest - tops[sheet.source] - tops[sheet.target])
    channel = np.where(skips, np.where(lower_is_longer_by < -_DETOUR, LOWER, UPPER), 0)
    channel[loops] = np.where(lower_is_longer_by[loops] > _DETOUR, UPPER, LOWER)
    # The gutters between which each flow is in its channel; gutter c is to the left of column c.
    low, high = np.minimum(start + 1, end), np.maximum(start + 1, end)
    tracks, count = _tracks(low, high, channel == UPPER)
    if count:
        channel[_pinned_in_the_way(sheet, low, high, sheet.header_height + _depth(count)) & (channel == UPPER)] = LOWER
        tracks, count = _tracks(low, high, channel == UPPER)
    lower_tracks, lower_count = _tracks(low, high, channel == LOWER)
    return Channels(channel, np.where(channel == UPPER, tracks, lower_tracks), count, lower_count)


def _pinned_in_the_way(sheet: Sheet, low: np.ndarray, high: np.ndarray, cards_top: float) -> np.ndarray:
    """Return for each span of gutters whether a column in it has a card pinned above `cards_top`."""
    blocked = np.zeros(len(sheet.stage_ids), dtype=bool)
    blocked[sheet.column[sheet.pin[:, 1] < cards_top]] = True
    before = np.concatenate([[0], np.cumsum(blocked)])
    return before[high] > before[low]


def _tracks(low: np.ndarray, high: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, int]:
    """Return the tracks of the chosen spans, short ones next to the cards, and how many there are."""
    chosen = np.flatnonzero(which)
    chosen = chosen[np.lexsort((low[chosen], (high - low)[chosen]))]
    found, count = pack(low[chosen].tolist(), high[chosen].tolist(), _ENOUGH)
    tracks = np.zeros(len(which), dtype=np.intp)
    tracks[chosen] = found
    return tracks, count
