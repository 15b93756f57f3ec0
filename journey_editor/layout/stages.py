"""The usual view: the stages side by side, with the cards in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from journey_editor.model import Journey

from . import layers, ordering, swimlanes
from .arrangement import Arrangement, Options, Size
from .arrays import MapArrays, read
from .assembly import MOST_SIFTED, draw_layers

_TURNS = 4
"""So often are cards arranged anew around pinned ones, until they stay."""

Marks = Mapping[str, tuple[str, str]]
"""The ids of marks to the touchpoints and roles that they stand for."""


def arrange_stages(journey: Journey, sizes: Mapping[str, Size] | None,
                   options: Options) -> tuple[Arrangement, list[list[str]]]:
    """Return the arrangement in stages, and the cards' ids stage by stage in the order found (none if it is kept)."""
    marked, marks = swimlanes.with_marks(journey) if options.lanes == "role" else (journey, {})
    arrays_of = partial(_arrays, journey, marked, marks, sizes, options.lanes)
    if options.keep_order:
        return _without_marks(_draw(*arrays_of()), marks), []
    cards, lanes = arrays_of()
    rows: list[list[str]] = []
    for _ in range(_TURNS if cards.pinned.any() and len(cards.card_ids) <= MOST_SIFTED else 1):
        before, rows = rows, cards.ids_of(ordering.rows(cards, bands=lanes and lanes.of))
        cards, lanes = arrays_of(rows)
        found = _draw(cards, lanes)
        if cards.pinned.any():
            rows = _with_pinned_in_place(cards, found, rows)
            cards, lanes = arrays_of(rows)
            found = _draw(cards, lanes)
        if rows == before:
            break
    return _without_marks(found, marks), [[id_ for id_ in row if id_ not in marks] for row in rows]


def _arrays(journey: Journey, marked: Journey, marks: Marks, sizes: Mapping[str, Size] | None, lanes: str,
            rows: Sequence[Sequence[str]] | None = None) -> tuple[MapArrays, swimlanes.Swimlanes | None]:
    """Return the arrays and their bands. With bands nothing is pinned: a card's lane says where it stands."""
    # Marks have no flows, so the graph is that of the journey itself.
    found = replace(read(marked, sizes, rows, marks), journey=journey)
    if lanes != "none":
        found.pin.fill(float("nan"))
    return found, swimlanes.find(marked, found, lanes)


def _with_pinned_in_place(cards: MapArrays, found: Arrangement, rows: list[list[str]]) -> list[list[str]]:
    """Return the rows by height where cards are pinned: these stand there whatever place the flows would give them."""
    y = {id_: rect[1] for id_, rect in found.boxes.items()}
    pinned = set(cards.stage[cards.pinned].tolist())
    return [sorted(row, key=y.__getitem__) if stage in pinned else row for stage, row in enumerate(rows)]


def _without_marks(found: Arrangement, marks: Marks) -> Arrangement:
    """Return the arrangement with the marks set apart from the cards."""
    if not marks:
        return found
    kept = [at for at, id_ in enumerate(found.box_ids) if id_ not in marks]
    rects = found.box_rects[kept]
    rects.flags.writeable = False
    return replace(found, box_ids=[found.box_ids[at] for at in kept], box_rects=rects,
                   marks=[(*marks[id_], found.boxes[id_]) for id_ in found.box_ids if id_ in marks])


def _draw(cards: MapArrays, lanes: swimlanes.Swimlanes | None) -> Arrangement:
    """Return the arrangement of cards in their order.

    A pinned card that stands where it would stand anyway changes nothing; only the stages of others are `loose`.
    """
    loose = np.zeros(len(cards.stage_ids), dtype=bool)
    while True:
        found = draw_layers(cards, layers.split(cards, loose), loose, lanes)
        if not cards.pinned.any():
            return found
        at = found.box_rects[len(loose):, :2]
        moved = cards.pinned & (np.abs(at - cards.pin) > 1e-6).any(axis=1) & ~loose[cards.stage]
        if not moved.any():
            return found
        loose[cards.stage[moved]] = True
