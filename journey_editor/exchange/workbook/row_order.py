"""Orders for rows whose place somebody changed, as few as possible of them new."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...model.operations import orders_between

Place = tuple[str, float | None]
"""A record's id and the order it has; None where it has yet to get one."""


def new_orders(places: Sequence[Place]) -> dict[str, float]:
    """Return the orders by id that put records in the sequence given; those that may keep theirs are left out."""
    kept = _kept(places)
    found: dict[str, float] = {}
    low: float | None = None
    waiting: list[str] = []
    for id_, order in [*places, ("", None)]:
        if id_ in kept or not id_:
            high = order if id_ else None
            between = orders_between(low, high, len(waiting)) if waiting else []
            if len(between) < len(waiting):
                # No room: the row is numbered afresh.
                return {other: number for number, (other, had) in enumerate(places, 1) if had != number}
            found.update(zip(waiting, between))
            waiting, low = [], high
        else:
            waiting.append(id_)
    return found


def _kept(places: Sequence[Place]) -> set[str]:
    """Return the ids of the longest run of records that stand in the order of their numbers (ties by id) already."""
    known = [((order, id_), id_) for id_, order in places if order is not None]
    tails: list[tuple[float, str]] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, (key, _id) in enumerate(known):
        length = bisect_left(tails, key)
        before.append(ends[length - 1] if length else None)
        if length == len(tails):
            tails.append(key)
            ends.append(place)
        else:
            tails[length], ends[length] = key, place
    kept = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        kept.add(known[last][1])
        last = before[last]
    return kept
