"""The model: one edit, and a change of every touchpoint."""

from __future__ import annotations

from dataclasses import replace

from journey_editor.model import Change, Touchpoint, operations

from .journeys import make_journey
from .measure import Row, medians, timed

EDITS = 500


def rows() -> list[Row]:
    """Measure on 10,000 touchpoints and 13,000 flows."""
    return [*_one_edit(), *_all_touchpoints()]


def _one_edit() -> list[Row]:
    journey = make_journey()
    cards = [card.id for card in journey.all(Touchpoint)[:EDITS]]
    bare = dict((record.id, record) for record in journey)
    number = 0

    def edit() -> None:
        nonlocal number
        number += 1
        for id_ in cards:
            change = operations.rename(journey, id_, f"Renamed {number}")
            assert not journey.check(change)
            journey.apply(change)

    def edit_bare() -> None:
        for id_ in cards:
            bare[id_] = replace(bare[id_], title=f"Renamed {number}")

    measured, floor = medians(timed(edit), timed(edit_bare))
    return [Row("one checked edit", measured / EDITS, "replace() in a dict", floor / EDITS, 50e-6)]


def _all_touchpoints() -> list[Row]:
    journey = make_journey()
    cards = journey.all(Touchpoint)
    there = Change.updating((card, replace(card, position=(float(i), 0.5))) for i, card in enumerate(cards))
    back = there.inverse()
    bare = dict((record.id, record) for record in journey)

    def apply() -> float:
        seconds = timed(lambda: journey.apply(there))()
        journey.apply(back)
        return seconds

    def check_and_undo() -> None:
        assert not journey.check(there)
        journey.apply(there)
        assert not journey.check(there.inverse())
        journey.apply(there.inverse())

    def apply_bare() -> None:
        for id_, (_, after) in there.edits.items():
            bare[id_] = after

    measured, undone, floor = medians(apply, timed(check_and_undo), timed(apply_bare))
    return [Row("apply 10,000 touchpoints", measured, "the same into a dict", floor, 50e-3),
            Row("check, apply, check and undo them", undone)]
