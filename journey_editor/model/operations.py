"""What a user can do to a journey, each as a pure function (journey, …) -> Change.

Functions that make one record return a Change whose `added` holds it. All raise `JourneyError` where the request makes
no sense (an unknown id, the journey's own record deleted).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from .change import Change
from .journey import Journey
from .records import (
    Cell, Challenge, Flow, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage, Touchpoint, Track,
    sort_key,
)
from .sentence import JourneyError, Sentence

ATTACHED = (Challenge, Metric, Opportunity, Cell)
"""The types that hang on a stage or a touchpoint through `about`, in the order in which they are shown."""

_SMALLEST_GAP = 1e-6


def new_journey(title: str = "", language: str = "en") -> Journey:
    """Return a journey with nothing in it but its own record."""
    return Journey([JourneyInfo(title=title, language=language)])


# -- rows: siblings and the places between them ------------------------------------------------------------------------


def siblings(journey: Journey, record: Record) -> list[Record]:
    """Return the row that the record stands in, itself included where it is in the journey, in order."""
    row = record.row
    held = journey.children(record.parent, type(record)) if record.parent else journey.all(type(record))
    return [other for other in held if other.row == row]


def _insert(row: Sequence[Record], index: int | None, records: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Return (before, after) pairs that put `records` at `index` of `row`: at middles, or renumbering the row."""
    index = len(row) if index is None else max(0, min(index, len(row)))
    low = row[index - 1].order if index > 0 else None
    high = row[index].order if index < len(row) else None
    orders = orders_between(low, high, len(records))
    if orders:
        return [(record, record.replace(order=order)) for record, order in zip(records, orders)]
    renumbered = [*row[:index], *records, *row[index:]]
    return [(record, record.replace(order=i)) for i, record in enumerate(renumbered, 1)]


def orders_between(low: float | None, high: float | None, count: int) -> list[float]:
    """Return `count` rising orders with room around each, or nothing where there is too little; None is an open end."""
    if low is None:
        low = 0 if high is None else high - count - 1
    if high is None:
        high = low + count + 1
    gap = (high - low) / (count + 1)
    if not _SMALLEST_GAP <= gap < math.inf:
        return []
    orders = [_tidy(low + gap * place) for place in range(1, count + 1)]
    # Far from zero a float has no room for what the gap promises.
    return orders if all(a < b for a, b in zip([low, *orders], [*orders, high])) else []


def _tidy(number: float) -> float:
    return int(number) if abs(number) < 1e15 and number == int(number) else number


def _existing(journey: Journey, id_: str) -> Record:
    record = journey.get(id_)
    if record is None:
        raise JourneyError(Sentence("model", "What this belongs to is no longer in the journey."))
    return record


# -- adding ------------------------------------------------------------------------------------------------------------


def add(journey: Journey, record: Record, index: int | None = None) -> Change:
    """Return the change that adds `record` at `index` of its row (at the end by default)."""
    for ref in record.refs():
        _existing(journey, ref)
    return add_row(journey, [record], index)


def add_row(journey: Journey, records: Sequence[Record], index: int | None = None) -> Change:
    """Return the change that adds records of one row, in their order, at `index` of it (at the end by default)."""
    if not records or not records[0].ordered:
        return Change.adding(records)
    new = {record.id for record in records}
    pairs = _insert(siblings(journey, records[0]), index, records)
    return Change({before.id: (None if before.id in new else before, after)
                   for before, after in pairs if before.id in new or before != after})


def add_stage(journey: Journey, title: str, index: int | None = None) -> Change:
    """Return the change that adds a stage."""
    return add(journey, Stage(title=title), index)


def add_touchpoint(journey: Journey, stage: str, title: str, index: int | None = None) -> Change:
    """Return the change that adds a touchpoint to a stage."""
    return add(journey, Touchpoint(title=title, stage=stage), index)


def add_challenge(journey: Journey, about: str, title: str, index: int | None = None) -> Change:
    """Return the change that adds a challenge about a stage or touchpoint."""
    return add(journey, Challenge(title=title, about=about), index)


def add_metric(journey: Journey, about: str, title: str, index: int | None = None) -> Change:
    """Return the change that adds a metric about a stage or touchpoint."""
    return add(journey, Metric(title=title, about=about), index)


def add_opportunity(journey: Journey, about: str, title: str, index: int | None = None) -> Change:
    """Return the change that adds an opportunity about a stage or touchpoint."""
    return add(journey, Opportunity(title=title, about=about), index)


def add_cell(journey: Journey, lane: str, about: str, title: str, index: int | None = None) -> Change:
    """Return the change that adds an entry to a lane, about a stage or touchpoint."""
    return add(journey, Cell(title=title, lane=lane, about=about), index)


def add_lane(journey: Journey, title: str, index: int | None = None) -> Change:
    """Return the change that adds a lane."""
    return add(journey, Lane(title=title), index)


def add_role(journey: Journey, title: str, index: int | None = None) -> Change:
    """Return the change that adds a role."""
    return add(journey, Role(title=title), index)


def add_track(journey: Journey, title: str, index: int | None = None) -> Change:
    """Return the change that adds a track."""
    return add(journey, Track(title=title), index)


def add_note(journey: Journey, title: str, about: str | None = None) -> Change:
    """Return the change that adds a note, free or about something."""
    return add(journey, Note(title=title, about=about))


def connect(journey: Journey, source: str, target: str, label: str = "") -> Change:
    """Return the change that adds a flow; empty if the same flow is there already."""
    if any(flow.target == target and flow.label == label for flow in journey.flows_from(source)):
        return Change()
    return add(journey, Flow(source=source, target=target, label=label))


# -- updating ----------------------------------------------------------------------------------------------------------


def update(journey: Journey, ids: Iterable[str], **values: Any) -> Change:
    """Return the change that sets fields of all named records that have them; empty where nothing would differ."""
    pairs = []
    for id_ in ids:
        record = _existing(journey, id_)
        known = {f.name for f in fields(record)}
        fitting = {name: value for name, value in values.items() if name in known}
        pairs.append((record, record.replace(**fitting)))
    return Change.updating(pairs)


def rename(journey: Journey, id_: str, text: str) -> Change:
    """Return the change that sets what a record shows: a flow's label, any other record's title."""
    return update(journey, [id_], **{"label" if isinstance(_existing(journey, id_), Flow) else "title": text})


def pin(journey: Journey, positions: Mapping[str, tuple[float, float] | None]) -> Change:
    """Return the change that pins cards and notes at positions (map units), or frees those given None."""
    records = [_existing(journey, id_) for id_ in positions]
    if not all(isinstance(record, (Touchpoint, Note)) for record in records):
        raise JourneyError(Sentence("model", "Only touch points and notes can be pinned."))
    return Change.updating((record, record.replace(position=positions[record.id])) for record in records)


# -- moving ------------------------------------------------------------------------------------------------------------


def move(journey: Journey, ids: Iterable[str], parent: str | None, index: int | None = None) -> Change:
    """Return the change that moves records of one type to `index` of another row (counted without the moved ones).

    `parent` is the stage for touchpoints, the stage or touchpoint for what is attached, None for stages and other
    top rows. What comes from several rows keeps the order of the map. A card moved to another stage loses its pin.
    """
    moved = _of_one_kind(journey, ids)
    if not moved:
        return Change()
    if parent is not None:
        _existing(journey, parent)
    placed = [_held_by(parent, record) for record in moved]
    row = siblings(journey, placed[0])
    moving = {record.id for record in moved}
    rest = [record for record in row if record.id not in moving]
    index = len(rest) if index is None else max(0, min(index, len(rest)))
    if [*rest[:index], *moved, *rest[index:]] == row:
        return Change()
    return Change.updating((journey[record.id], record) for _, record in _insert(rest, index, placed))


def _of_one_kind(journey: Journey, ids: Iterable[str]) -> list[Record]:
    """Return records that can be moved together, in the order of the map."""
    found = sorted((_existing(journey, id_) for id_ in dict.fromkeys(ids)), key=lambda record: _place(journey, record))
    if len({type(record) for record in found}) > 1 or not all(record.ordered for record in found):
        raise JourneyError(Sentence("model", "Only items of the same kind can be moved together."))
    return found


def _held_by(parent: str | None, record: Record) -> Record:
    """Return a record as another one holds it; what nothing holds stays as it is."""
    if record.parent == parent:
        return record
    if isinstance(record, Touchpoint):
        return record.replace(stage=parent, position=None)
    return record.replace(about=parent) if isinstance(record, (*ATTACHED, Note)) else record


def _place(journey: Journey, record: Record) -> tuple[tuple[float, str], ...]:
    """Return a key that sorts records as the map shows them: by what holds them first."""
    parent = record.parent
    return (*(_place(journey, journey[parent]) if parent else ()), sort_key(record))


def reorder(journey: Journey, rows: Iterable[Sequence[str]]) -> Change:
    """Return the change that numbers each row of ids 1, 2, 3 … in the order given."""
    places = [(_existing(journey, id_), place) for row in rows for place, id_ in enumerate(row, 1)]
    if not all(record.ordered for record, _ in places):
        raise JourneyError(Sentence("model", "Only items that stand in a row can be reordered."))
    return Change.updating((record, record.replace(order=place)) for record, place in places)


# -- deleting ----------------------------------------------------------------------------------------------------------


def delete(journey: Journey, ids: Iterable[str]) -> Change:
    """Return the change that removes records with all that cannot be without them; other references are dropped."""
    doomed = _with_what_needs_them(journey, ids)
    left: dict[str, Record] = {}
    for id_ in doomed:
        for referrer in journey.referrers(id_):
            if referrer.id not in doomed:
                # What cannot be without it is doomed, too, so there is something left.
                left[referrer.id] = without(left.get(referrer.id, referrer), id_) or referrer
    return Change({id_: (journey[id_], left.get(id_)) for id_ in (*doomed, *left)})


def _with_what_needs_them(journey: Journey, ids: Iterable[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    todo = list(dict.fromkeys(ids))
    while todo:
        id_ = todo.pop()
        if id_ in found:
            continue
        if isinstance(_existing(journey, id_), JourneyInfo):
            raise JourneyError(Sentence("model", "The journey itself cannot be deleted."))
        found[id_] = None
        todo += [referrer.id for referrer in journey.referrers(id_) if without(referrer, id_) is None]
    return found


def without(record: Record, id_: str) -> Record | None:
    """Return the record with its references to `id_` dropped, or None if it cannot be without it."""
    values: dict[str, Any] = {}
    for name, _types, cascade, many in record.references:
        value = getattr(record, name)
        if many and id_ in value:
            values[name] = tuple(ref for ref in value if ref != id_)
        elif value == id_:
            if cascade:
                return None
            values[name] = None
    return replace(record, **values)
