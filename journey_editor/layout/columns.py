"""Where the cards stand in their columns, and the columns beside one another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .arrays import MapArrays

MARGIN = 20.0
"""Between a column's edge and its cards."""

GAP = 24.0
"""Between two cards of a column, and between the header and what comes below it."""

_LABEL_ROOM = 8.0
"""What a label between two cards needs above and below it, together."""

LEAST_ROOM = 64.0
"""How much room for cards even an empty map shows below the headers."""

_BELOW_HEADER = 12.0
"""How near to the header a card may be pinned."""


def stack(arrays: MapArrays, top: float) -> np.ndarray:
    """Return the cards' y: free cards one below the other from `top`, around the rows that pinned cards take."""
    gaps = gaps_below(arrays)
    step = arrays.card_size[:, 1] + gaps
    before = np.cumsum(step) - step
    starts = before[np.minimum(arrays.first[:-1], len(step) - 1)] if len(step) else before
    y = np.round(top + before - starts[arrays.layer], 3)
    for stage in np.flatnonzero(arrays.loose).tolist():
        layer = arrays.layers[stage]
        part = slice(arrays.first[layer], arrays.first[layer + 1])
        y[part] = _stack_around(arrays.card_size[part, 1].tolist(), gaps[part].tolist(), arrays.pin[part, 1].tolist(),
                                top, arrays.header_height + _BELOW_HEADER)
    return y


def gaps_below(arrays: MapArrays) -> np.ndarray:
    """Return the room below each card: more where the arrow to the next card has a label."""
    return np.maximum(label_room(arrays), GAP)


def label_room(arrays: MapArrays) -> np.ndarray:
    """Return what the label of the arrow from each card to the next one takes below it, 0 for no label."""
    room = np.zeros(len(arrays.card_ids))
    labelled = (arrays.target == arrays.source + 1) & (arrays.label_size[:, 1] > 0) & (arrays.target < len(room))
    np.maximum.at(room, arrays.source[labelled], arrays.label_size[labelled, 1] + _LABEL_ROOM)
    return room


def _stack_around(heights: list[float], gaps: list[float], pins: list[float], top: float,
                  highest: float) -> list[float]:
    """Return the y of one column's cards; a pin is NaN for a free card."""
    ys = [max(pin, highest) for pin in pins]
    taken = sorted((y, y + height) for y, height in zip(ys, heights) if y == y)
    cursor, next_taken = top, 0
    for index, (pin, height, gap) in enumerate(zip(pins, heights, gaps)):
        if pin == pin:
            continue
        while next_taken < len(taken) and taken[next_taken][0] < cursor + height + GAP:
            cursor = max(cursor, taken[next_taken][1] + GAP)
            next_taken += 1
        ys[index] = round(cursor, 3)
        cursor += height + gap
    return ys


class Places(NamedTuple):
    """The stages' x and widths, the cards' x, and the layers' left and right edges (at a stage's sides, its own)."""

    x: np.ndarray
    width: np.ndarray
    card_x: np.ndarray
    left: np.ndarray
    right: np.ndarray


def place(arrays: MapArrays, gutters: np.ndarray) -> Places:
    """Return where the stages, layers and cards are. `gutters[l]` is the room to the right of layer l.

    The first stage is at 0. A stage is widened to hold its pinned cards, or moved to the right if all of them are
    beyond it; a pin that is left of its stage cannot be kept and is drawn in.
    """
    widths = arrays.card_size[:, 0]
    inner = np.zeros(arrays.layer_count)
    np.maximum.at(inner, arrays.layer, widths)
    stages = len(arrays.stage_ids)
    x, width = np.zeros(stages), np.zeros(stages)
    left, right = np.zeros(len(inner)), np.zeros(len(inner))
    middle = np.zeros(len(inner))
    pinned = arrays.pinned & arrays.loose[arrays.stage]
    low, high = np.full(stages, np.inf), np.full(stages, -np.inf)
    np.minimum.at(low, arrays.stage[pinned], arrays.pin[pinned, 0])
    np.maximum.at(high, arrays.stage[pinned], (arrays.pin[:, 0] + widths)[pinned])
    at = 0.0
    for stage in range(stages):
        first, end = arrays.layers[stage:stage + 2].tolist()
        between = float(gutters[first:end - 1].sum())
        natural = max(float(inner[first:end].sum()) + between + 2 * MARGIN, float(arrays.stage_size[stage, 0]))
        if stage and np.inf > low[stage] >= at + natural:
            at = low[stage] - MARGIN
        x[stage] = at
        width[stage] = max(natural, high[stage] + MARGIN - at if high[stage] > at + natural else 0.0)
        cursor = at + (natural - float(inner[first:end].sum()) - between) / 2
        for layer in range(first, end):
            left[layer], right[layer] = cursor, cursor + inner[layer]
            middle[layer] = cursor + inner[layer] / 2
            cursor += inner[layer] + gutters[layer]
        left[first], right[end - 1] = at, at + width[stage]
        at += width[stage] + gutters[end - 1]
    edge = x[arrays.stage]
    held = np.clip(arrays.pin[:, 0], edge, edge + width[arrays.stage] - widths)
    return Places(x, width, np.where(pinned, held, middle[arrays.layer] - widths / 2), left, right)
