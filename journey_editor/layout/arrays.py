"""The journey as arrays: what the arithmetic of the layout works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

import numpy as np

from journey_editor.model import Flow, Journey, Touchpoint

from .arrangement import DEFAULT_CARD, DEFAULT_STAGE, MARK_HEIGHT, Size

_FARTHEST_PIN = 100_000.0
"""Pins beyond this are drawn in: one mistyped number must not make the map unusable."""


@dataclass(frozen=True, slots=True)
class MapArrays:
    """Cards are numbered layer by layer, each from top to bottom: layer l has `first[l]` to `first[l + 1] - 1`.

    A stage's layers, its sub-columns, are `layers[s]` to `layers[s + 1] - 1`; `stage` and `layer` are the cards'. The
    ends of a flow are card numbers, or `len(card_ids) + s` for stage s. `pin` has NaN for free cards, `label_size`
    zeros for flows without a label. `record` gives each card's place in the records' order. Cards of a `loose` stage
    stand anywhere in it, as some are pinned. `host` is the card that a card is a mark of, or its own number.
    """

    stage_ids: list[str]
    card_ids: list[str]
    stage: np.ndarray
    layer: np.ndarray
    first: np.ndarray
    layers: np.ndarray
    record: np.ndarray
    host: np.ndarray
    loose: np.ndarray
    stage_size: np.ndarray
    card_size: np.ndarray
    pin: np.ndarray
    flow_ids: list[str]
    source: np.ndarray
    target: np.ndarray
    label_size: np.ndarray
    journey: Journey

    def cycles(self) -> dict[int, int]:
        """Return a number for each card on a cycle of flows inside its stage, or between two, as `graph.cycles` does.
        """
        # networkx takes as long to load as Qt: only maps with flows inside stages need it.
        from journey_editor.analysis.graph import cycles_inside_stages

        found = cycles_inside_stages(self.journey)
        return {card: found[id_] for card, id_ in enumerate(self.card_ids) if id_ in found} if found else {}

    def ids_of(self, rows: Sequence[Sequence[int]]) -> list[list[str]]:
        """Return rows of cards by their ids."""
        return [[self.card_ids[card] for card in row] for row in rows]

    @property
    def header_height(self) -> float:
        """The height of all headers: the tallest one asked for."""
        return float(self.stage_size[:, 1].max(initial=0.0))

    @property
    def layer_count(self) -> int:
        """The number of layers of all stages together."""
        return len(self.first) - 1

    @property
    def layer_stage(self) -> np.ndarray:
        """The stage of each layer."""
        return np.repeat(np.arange(len(self.stage_ids)), np.diff(self.layers))

    @property
    def end_stage(self) -> np.ndarray:
        """The stage of every end of a flow."""
        return np.concatenate([self.stage, np.arange(len(self.stage_ids))])

    @property
    def pinned(self) -> np.ndarray:
        """Which cards are pinned."""
        return ~np.isnan(self.pin[:, 0])


def read(journey: Journey, sizes: Mapping[str, Size] | None = None, rows: Sequence[Sequence[str]] | None = None,
         marks: Mapping[str, tuple[str, str]] | None = None) -> MapArrays:
    """Return the journey's arrays with one layer a stage.

    `rows` are the cards' ids stage by stage, by default in the records' own order; `marks` tells which of them stand
    for which other card.
    """
    sizes = sizes or {}
    stage_ids = [stage.id for stage in journey.stages]
    cards, column = _in_order(journey, stage_ids) if rows is None else _in_rows(journey, rows)
    card_ids = [card.id for card in cards]
    ends = dict(zip([*card_ids, *stage_ids], count()))
    flows = journey.all(Flow)
    flow_ids = [flow.id for flow in flows]
    host, card_size = np.arange(len(card_ids)), _sizes(card_ids, sizes, DEFAULT_CARD)
    if marks:
        _enter_marks({ends[id_]: ends[card] for id_, (card, _) in marks.items()}, host, card_size)
    return MapArrays(
        stage_ids, card_ids, column, column, np.searchsorted(column, np.arange(len(stage_ids) + 1)),
        np.arange(len(stage_ids) + 1), np.arange(len(card_ids)), host,
        np.zeros(len(stage_ids), dtype=bool), _sizes(stage_ids, sizes, DEFAULT_STAGE), card_size, _pins(cards),
        flow_ids,
        np.array([ends[flow.source] for flow in flows], dtype=np.intp),
        np.array([ends[flow.target] for flow in flows], dtype=np.intp),
        _label_sizes(flow_ids, sizes), journey,
    )


def _in_rows(journey: Journey, rows: Sequence[Sequence[str]]) -> tuple[list[Touchpoint], np.ndarray]:
    """Return the cards row by row, and the number of each one's stage."""
    return ([journey.find(id_, Touchpoint) for row in rows for id_ in row],
            np.repeat(np.arange(len(rows)), [len(row) for row in rows]))


def _in_order(journey: Journey, stage_ids: Sequence[str]) -> tuple[list[Touchpoint], np.ndarray]:
    """Return the cards stage by stage in the records' own order, and the number of each one's stage."""
    cards = journey.all(Touchpoint)
    number = {id_: index for index, id_ in enumerate(stage_ids)}
    column = np.array([number[card.stage] for card in cards], dtype=np.intp)
    order = np.argsort(column, kind="stable")
    return [cards[index] for index in order.tolist()], column[order]


def _enter_marks(hosts: Mapping[int, int], host: np.ndarray, card_size: np.ndarray) -> None:
    """Enter which cards are marks of which, and that they are as wide."""
    marked = np.array(list(hosts))
    host[marked] = list(hosts.values())
    card_size[marked, 0], card_size[marked, 1] = card_size[host[marked], 0], MARK_HEIGHT


def in_layers(arrays: MapArrays, within: np.ndarray, counts: np.ndarray, loose: np.ndarray,
              bands: np.ndarray | None = None) -> MapArrays:
    """Return the arrays with each card in its stage's layer `within`; `counts` are the stages' numbers of layers.

    Where there are `bands` (by the cards' places in the records' order), cards of the first stand above the others.
    """
    layers = np.concatenate([[0], np.cumsum(counts)])
    layer = layers[arrays.stage] + within
    order = np.lexsort((layer,) if bands is None else (bands[arrays.record], layer))
    layer = layer[order]
    return replace(reorder(arrays, order), layer=layer, first=np.searchsorted(layer, np.arange(layers[-1] + 1)),
                   layers=layers, loose=loose)


def reorder(arrays: MapArrays, order: np.ndarray) -> MapArrays:
    """Return the arrays with the cards numbered in another order, in which their layers are the same."""
    place = np.arange(len(order) + len(arrays.stage_ids))
    place[order] = np.arange(len(order))
    return replace(
        arrays, card_ids=[arrays.card_ids[card] for card in order.tolist()], stage=arrays.stage[order],
        record=arrays.record[order], host=place[arrays.host[order]], card_size=arrays.card_size[order],
        pin=arrays.pin[order], source=place[arrays.source], target=place[arrays.target])


def _sizes(ids: list[str], sizes: Mapping[str, Size], default: Size) -> np.ndarray:
    if not sizes:
        return np.tile(np.array(default), (len(ids), 1))
    found = np.fromiter(chain.from_iterable([sizes.get(id_, default) for id_ in ids]), float, 2 * len(ids))
    return np.maximum(found.reshape(-1, 2), 1.0)


def _label_sizes(ids: list[str], sizes: Mapping[str, Size]) -> np.ndarray:
    found = np.zeros((len(ids), 2))
    labelled = [index for index, id_ in enumerate(ids) if id_ in sizes]
    found[labelled] = np.array([sizes[ids[index]] for index in labelled]).reshape(-1, 2)
    return found


def _pins(cards: Sequence[Touchpoint]) -> np.ndarray:
    pins = np.full((len(cards), 2), np.nan)
    for index in [index for index, card in enumerate(cards) if card.position is not None]:
        pins[index] = cards[index].position
    return np.clip(pins, -_FARTHEST_PIN, _FARTHEST_PIN)
