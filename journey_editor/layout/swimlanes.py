"""Swimlanes: horizontal bands across all stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from journey_editor.model import Change, Journey, Role, Touchpoint

from .arrangement import Box
from .rows import BAND_GAP, LEAST_BAND
from .arrays import MapArrays


@dataclass(frozen=True, slots=True)
class Swimlanes:
    """The bands' ids from top to bottom, and each card's band by its place in the records' order."""

    ids: list[str]
    of: np.ndarray

    def room_below(self) -> float:
        """Return how much room the bands below the last one with cards take."""
        return (len(self.ids) - 1 - int(self.of.max())) * (LEAST_BAND + BAND_GAP)

    def boxes(self, band: np.ndarray, cards: np.ndarray, y: tuple[float, float, float],
              width: float) -> dict[str, Box]:
        """Return the bands' boxes, which touch and fill the map. `band` is each card's.

        `y` is where the map begins, the bottom of the cards with the `room_below`, and where the map ends.
        """
        top, cards_bottom, bottom = y
        low = np.full(len(self.ids) + 1, np.inf)
        np.minimum.at(low, band, cards[:, 1])
        low[-1] = cards_bottom + BAND_GAP
        for at in range(len(self.ids) - 1, 0, -1):
            low[at] = min(low[at], low[at + 1] - LEAST_BAND - BAND_GAP)
        edges = [top, *(low[1:-1] - BAND_GAP / 2).tolist(), bottom]
        return {id_: (0.0, start, width, end - start) for id_, start, end in zip(self.ids, edges, edges[1:])}


def find(journey: Journey, arrays: MapArrays, lanes: str) -> Swimlanes | None:
    """Return the bands of "role" or "backstage", None for "none"; one for cards without a role if there are any."""
    if lanes == "none" or not arrays.card_ids:
        return None
    if lanes not in ("role", "backstage"):
        raise ValueError(f"unknown lanes: {lanes}")
    cards = [journey.find(id_, Touchpoint) for id_ in arrays.card_ids]
    all_ids, band = _by_visibility(cards) if lanes == "backstage" else _by_role(cards, _weights(journey))
    ids = [id_ for id_ in all_ids if id_ or "" in band]
    number = {id_: at for at, id_ in enumerate(ids)}
    return Swimlanes(ids, np.array([number[id_] for id_ in band], dtype=np.intp))


def _by_visibility(cards: Sequence[Touchpoint]) -> tuple[list[str], list[str]]:
    """Return the bands there may be, and each card's."""
    return ["onstage", "backstage"], ["backstage" if card.backstage else "onstage" for card in cards]


def _by_role(cards: Sequence[Touchpoint], weights: dict[str, float]) -> tuple[list[str], list[str]]:
    """Return the bands there may be, and each card's."""
    return [*weights, ""], [_main_role(card, weights) for card in cards]


def with_marks(journey: Journey) -> tuple[Journey, dict[str, tuple[str, str]]]:
    """Return the journey with a card more for each further role of a card, and which card and role each stands for.

    They have no flows, and come right after their card in the order.
    """
    weights = _weights(journey)
    marks: dict[str, tuple[str, str]] = {}
    edits = {}
    for card in journey.all(Touchpoint):
        main = _main_role(card, weights)
        for role in dict.fromkeys(card.roles):
            if role != main:
                mark = replace(card, id=f"{card.id} {role}", roles=(role,), position=None)
                marks[mark.id] = card.id, role
                edits[mark.id] = None, mark
    if not marks:
        return journey, marks
    marked = journey.copy()
    marked.apply(Change(edits))
    return marked, marks


def _weights(journey: Journey) -> dict[str, float]:
    return {role.id: role.influence or 0.0 for role in journey.all(Role)}


def _main_role(card: Touchpoint, weights: dict[str, float]) -> str:
    """Return the role in whose lane a card stands, "" if it has none; the first of those with equal weight."""
    return max(card.roles, key=weights.__getitem__) if card.roles else ""
