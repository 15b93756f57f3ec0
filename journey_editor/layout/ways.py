"""Which way each flow takes: straight to the next layer, through corridors between cards, or through a channel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Ends:
    """Each flow's layers at its source and target, and whether it comes back to the side from which it starts."""

    start: np.ndarray
    end: np.ndarray
    same: np.ndarray


@dataclass(frozen=True, slots=True)
class Net:
    """The flows that run from layer to layer, cut into segments between neighbouring layers.

    Nodes are the cards, then the places (of no height) at which flows pass through layers in between. Segment i leads
    from node `left[i]` to `right[i]` in the next layer, whichever way the flow runs. Flow f's places are
    `begin[f]` to `begin[f + 1] - 1`, from left to right.
    """

    layer: np.ndarray
    left: np.ndarray
    right: np.ndarray
    begin: np.ndarray
    flow: np.ndarray


def ends(sheet: Sheet) -> Ends:
    """Return the flows' layers; an arrow leaves a header on the right of its stage and enters it on the left."""
    cards = len(sheet.card_ids)
    first, last = sheet.layers[:-1], sheet.layers[1:] - 1
    start = np.concatenate([sheet.layer, last])[sheet.source]
    end = np.concatenate([sheet.layer, first])[sheet.target]
    stage = sheet.end_stage
    own = stage[sheet.source] == stage[sheet.target]
    # In its own stage, a header is joined on the right to the cards of the last layer.
    beside = own & (sheet.target >= cards) & (start == last[stage[sheet.target]])
    end = np.where(beside, start, end)
    same = beside | (own & (sheet.target < cards) & (start == end))
    return Ends(start, end, same)


def net(sheet: Sheet, found: Ends, channel: np.ndarray) -> Net:
    """Return the net of the flows between cards that take no channel."""
    cards = len(sheet.card_ids)
    flows = np.flatnonzero((channel == 0) & ~found.same & (sheet.source < cards) & (sheet.target < cards))
    ahead = (found.start < found.end)[flows]
    low = np.minimum(found.start, found.end)[flows]
    places = np.abs(found.end - found.start)[flows] - 1
    counts = np.zeros(len(sheet.source), dtype=np.intp)
    counts[flows] = places
    begin = cards + np.concatenate([[0], np.cumsum(counts)])
    owner = np.repeat(flows, places)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(places) - places, places)
    layer = np.concatenate([sheet.layer, np.repeat(low, places) + 1 + step])
    number = cards + np.arange(len(owner))
    a = np.where(ahead, sheet.source[flows], sheet.target[flows])
    b = np.where(ahead, sheet.target[flows], sheet.source[flows])
    # One segment into each place, and one into the right end.
    into = np.where(step > 0, number - 1, np.repeat(a, places))
    last = np.where(places > 0, begin[flows] + places - 1, a)
    return Net(layer, np.concatenate([into, last]), np.concatenate([number, b]), begin,
               np.concatenate([owner, flows]))
