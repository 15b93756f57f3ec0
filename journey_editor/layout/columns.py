"""Where the cards stand in their columns, and the columns beside one another."""

from __future__ import annotations

import numpy as np

from .sheet import Sheet

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


def stack(sheet: Sheet, top: float) -> np.ndarray:
    """Return the cards' y: free cards one below the other from `top`, around the rows that pinned cards take."""
    gaps = _gaps_below(sheet)
    step = sheet.card_size[:, 1] + gaps
    before = np.cumsum(step) - step
    starts = before[np.minimum(sheet.first[:-1], len(step) - 1)] if len(step) else before
    y = np.round(top + before - starts[sheet.column], 3)
    for column in np.unique(sheet.column[sheet.pinned]).tolist():
        part = slice(sheet.first[column], sheet.first[column + 1])
        y[part] = _stack_around(sheet.card_size[part, 1].tolist(), gaps[part].tolist(), sheet.pin[part, 1].tolist(),
                                top, sheet.header_height + _BELOW_HEADER)
    return y


def _gaps_below(sheet: Sheet) -> np.ndarray:
    """Return the room below each card: more where the arrow to the next card has a label."""
    gaps = np.full(len(sheet.card_ids), GAP)
    labelled = (sheet.target == sheet.source + 1) & (sheet.label_size[:, 1] > 0) & (sheet.target < len(gaps))
    np.maximum.at(gaps, sheet.source[labelled], sheet.label_size[labelled, 1] + _LABEL_ROOM)
    return gaps


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


def place(sheet: Sheet, gutters: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the columns' x, their widths and the cards' x. `gutters[c]` is the room to the right of column c.

    The first column is at 0. A column is widened to hold its pinned cards, or moved to the right if all of them are
    beyond it; a pin that is left of its column cannot be kept and is drawn in.
    """
    widths = sheet.card_size[:, 0]
    x, width = np.zeros(len(sheet.stage_ids)), sheet.stage_size[:, 0].copy()
    np.maximum.at(width, sheet.column, widths + 2 * MARGIN)
    natural = width.copy()
    pinned = sheet.pinned
    low, high = np.full(len(x), np.inf), np.full(len(x), -np.inf)
    np.minimum.at(low, sheet.column[pinned], sheet.pin[pinned, 0])
    np.maximum.at(high, sheet.column[pinned], (sheet.pin[:, 0] + widths)[pinned])
    right = 0.0
    for column in range(len(x)):
        if column:
            right += gutters[column - 1]
            if np.inf > low[column] >= right + natural[column]:
                right = low[column] - MARGIN
        x[column] = right
        if high[column] > right + natural[column]:
            width[column] = high[column] + MARGIN - right
        right += width[column]
    edge = x[sheet.column]
    free = edge + (natural[sheet.column] - widths) / 2
    held = np.clip(sheet.pin[:, 0], edge, edge + width[sheet.column] - widths)
    return x, width, np.where(pinned, held, free)
