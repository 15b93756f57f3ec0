"""The journey as arrays: what the arithmetic of the layout works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from journey_editor.model import Flow, Journey, Touchpoint

from .arrangement import DEFAULT_CARD, DEFAULT_STAGE, Size

_FARTHEST_PIN = 100_000.0
"""Pins beyond this are drawn in: one mistyped number must not make the map unusable."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cards are numbered column by column in order: column c has the cards `first[c]` to `first[c + 1] - 1`.

    The ends of a flow are card numbers, or `len(card_ids) + c` for the stage of column c. `pin` has NaN for free cards,
    `label_size` zeros for flows without a label.
    """

    stage_ids: list[str]
    card_ids: list[str]
    column: np.ndarray
    first: np.ndarray
    stage_size: np.ndarray
    card_size: np.ndarray
    pin: np.ndarray
    flow_ids: list[str]
    source: np.ndarray
    target: np.ndarray
    label_size: np.ndarray

    @property
    def header_height(self) -> float:
        """The height of all headers: the tallest one asked for."""
        return float(self.stage_size[:, 1].max(initial=0.0))

    @property
    def end_column(self) -> np.ndarray:
        """The column of every end of a flow."""
        return np.concatenate([self.column, np.arange(len(self.stage_ids))])

    @property
    def pinned(self) -> np.ndarray:
        """Which cards are pinned."""
        return ~np.isnan(self.pin[:, 0])


def read(journey: Journey, sizes: Mapping[str, Size] | None = None,
         rows: Sequence[Sequence[str]] | None = None) -> Sheet:
    """Return the journey as a sheet; `rows` are the cards' ids stage by stage, by default in the records' own order."""
    sizes = sizes or {}
    stage_ids = [stage.id for stage in journey.stages]
    if rows is None:
        cards = journey.all(Touchpoint)
        number = {id_: index for index, id_ in enumerate(stage_ids)}
        column = np.array([number[card.stage] for card in cards], dtype=np.intp)
        order = np.argsort(column, kind="stable")
        column = column[order]
        cards = [cards[index] for index in order.tolist()]
    else:
        column = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        cards = [journey[id_] for row in rows for id_ in row]   # type: ignore[misc]
    card_ids = [card.id for card in cards]
    ends = {id_: index for index, id_ in enumerate([*card_ids, *stage_ids])}
    flows = journey.all(Flow)
    return Sheet(
        stage_ids, card_ids, column, np.searchsorted(column, np.arange(len(stage_ids) + 1)),
        _sizes(stage_ids, sizes, DEFAULT_STAGE), _sizes(card_ids, sizes, DEFAULT_CARD), _pins(cards),
        [flow.id for flow in flows],
        np.array([ends[flow.source] for flow in flows], dtype=np.intp),
        np.array([ends[flow.target] for flow in flows], dtype=np.intp),
        _label_sizes([flow.id for flow in flows], sizes),
    )


def _sizes(ids: list[str], sizes: Mapping[str, Size], default: Size) -> np.ndarray:
    if not sizes:
        return np.tile(np.array(default), (len(ids), 1))
    found = np.array([sizes.get(id_, default) for id_ in ids], dtype=float).reshape(-1, 2)
    return np.maximum(found, 1.0)


def _label_sizes(ids: list[str], sizes: Mapping[str, Size]) -> np.ndarray:
    found = np.zeros((len(ids), 2))
    for index, id_ in enumerate(ids):
        if id_ in sizes:
            found[index] = sizes[id_]
    return found


def _pins(cards: Sequence[Touchpoint]) -> np.ndarray:
    pins = np.full((len(cards), 2), np.nan)
    for index, card in enumerate(cards):
        if card.position is not None:
            pins[index] = card.position
    return np.clip(pins, -_FARTHEST_PIN, _FARTHEST_PIN)
