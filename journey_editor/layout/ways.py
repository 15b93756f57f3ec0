"""Which way each flow takes: straight to the next layer, through corridors between cards, or through a channel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import MapArrays


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


def ends(arrays: MapArrays) -> Ends:
    """Return the flows' layers; an arrow leaves a header on the right of its stage and enters it on the left."""
    cards = len(arrays.card_ids)
    first, last = arrays.layers[:-1], arrays.layers[1:] - 1
    start = np.concatenate([arrays.layer, last])[arrays.source]
    end = np.concatenate([arrays.layer, first])[arrays.target]
    stage = arrays.end_stage
    same_stage = stage[arrays.source] == stage[arrays.target]
    # In its own stage, a header is joined on the right to the cards of the last layer.
    beside = same_stage & (arrays.target >= cards) & (start == last[stage[arrays.target]])
    end = np.where(beside, start, end)
    same = beside | (same_stage & (arrays.target < cards) & (start == end))
    return Ends(start, end, same)


def net(arrays: MapArrays, found: Ends, channel: np.ndarray) -> Net:
    """Return the net of the flows between cards that take no channel."""
    cards = len(arrays.card_ids)
    flows = np.flatnonzero((channel == 0) & ~found.same & (arrays.source < cards) & (arrays.target < cards))
    ahead = (found.start < found.end)[flows]
    low = np.minimum(found.start, found.end)[flows]
    places = np.abs(found.end - found.start)[flows] - 1
    counts = np.zeros(len(arrays.source), dtype=np.intp)
    counts[flows] = places
    begin = cards + np.concatenate([[0], np.cumsum(counts)])
    owner = np.repeat(flows, places)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(places) - places, places)
    layer = np.concatenate([arrays.layer, np.repeat(low, places) + 1 + step])
    number = cards + np.arange(len(owner))
    a = np.where(ahead, arrays.source[flows], arrays.target[flows])
    b = np.where(ahead, arrays.target[flows], arrays.source[flows])
    # One segment into each place, and one into the right end.
    into = np.where(step > 0, number - 1, np.repeat(a, places))
    last = np.where(places > 0, begin[flows] + places - 1, a)
    return Net(layer, np.concatenate([into, last]), np.concatenate([number, b]), begin,
               np.concatenate([owner, flows]))
