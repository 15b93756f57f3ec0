"""What a user can do to a journey, each as a pure function (journey, …) -> Change.

Functions that make one record return a Change whose `added` holds it. All raise `JourneyError` where the request makes
no sense (an unknown id, the journey's own record deleted).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from .change import Change
from .journey import Journey
from .records import (
    Cell,
    Challenge,
    Flow,
    JourneyInfo,
    Lane,
    Metric,
    Note,
    Opportunity,
    Record,
    Role,
    Stage,
    Touchpoint,
    Track,
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


def parent_of(record: Record) -> str | None:
    """Return the id of what holds the record: a touchpoint's stage, what a challenge is about; None at the top."""
    return getattr(record, "stage", None) or getattr(record, "about", None)


def siblings(journey: Journey, record: Record) -> list[Record]:
    """Return the row that the record stands in, itself included, in order."""
    cls = type(record)
    parent = parent_of(record)
    row = journey.children(parent, cls) if parent else journey.all(cls)
    if isinstance(record, Cell):
        row = [cell for cell in row if cell.lane == record.lane]
    return row


def _insert(row: Sequence[Record], index: int | None, records: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Return (before, after) pairs that put `records` at `index` of `row`: middles, or a renumbered row when gaps ran out."""
    index = len(row) if index is None else max(0, min(index, len(row)))
    count = len(records)
    if not row:
        low, high = 0.0, float(count + 1)
    elif index == 0:
        high = row[0].order
        low = high - count - 1
    elif index == len(row):
        low = row[-1].order
        high = low + count + 1
    else:
        low, high = row[index - 1].order, row[index].order
    gap = (high - low) / (count + 1)
    if gap >= _SMALLEST_GAP:
        return [(record, replace(record, order=_tidy(low + gap * (i + 1)))) for i, record in enumerate(records)]
    renumbered = [*row[:index], *records, *row[index:]]
    return [(record, replace(record, order=i)) for i, record in enumerate(renumbered, 1)]


def _tidy(number: float) -> float:
    return int(number) if number == int(number) else number


def _add(journey: Journey, record: Record, row: Sequence[Record], index: int | None) -> Change:
    pairs = _insert(row, index, [record])
    return Change({before.id: (None if before is record else before, after)
                   for before, after in pairs if before is record or before != after})


def _existing(journey: Journey, id_: str) -> Record:
    record = journey.get(id_)
    if record is None:
        raise JourneyError(Sentence("model", "What this is about is no longer in the journey."))
    return record


# -- adding ------------------------------------------------------------------------------------------------------------


def add(journey: Journey, record: Record, index: int | None = None) -> Change:
    """Return the change that adds `record` at `index` of its row (at the end by default)."""
    for ref in record.refs():
        _existing(journey, ref)
    if isinstance(record, Flow):
        return Change.adding([record])
    return _add(journey, record, siblings(journey, record), index)


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
        pairs.append((record, replace(record, **fitting)))
    return Change.updating(pairs)


def rename(journey: Journey, id_: str, text: str) -> Change:
    """Return the change that sets what a record shows: a flow's label, any other record's title."""
    return update(journey, [id_], **{"label" if isinstance(_existing(journey, id_), Flow) else "title": text})


def pin(journey: Journey, positions: Mapping[str, tuple[float, float] | None]) -> Change:
    """Return the change that pins cards at positions (map units), or frees those given None."""
    return Change.updating((record := _existing(journey, id_), replace(record, position=position))
                           for id_, position in positions.items())


# -- moving ------------------------------------------------------------------------------------------------------------


def move(journey: Journey, ids: Iterable[str], parent: str | None, index: int | None = None) -> Change:
    """Return the change that moves records of one type to `index` of another row (counted without the moved ones).

    `parent` is the stage for touchpoints, the stage or touchpoint for what is attached, None for stages and other
    top rows. A card moved to another stage is no longer pinned.
    """
    moved = sorted((_existing(journey, id_) for id_ in dict.fromkeys(ids)), key=sort_key)
    if not moved:
        return Change()
    cls = type(moved[0])
    if any(type(record) is not cls for record in moved) or not hasattr(moved[0], "order"):
        raise JourneyError(Sentence("model", "Only things of one kind can be moved together."))
    field = "stage" if cls is Touchpoint else "about" if hasattr(moved[0], "about") else None
    if parent is not None:
        _existing(journey, parent)
    row = journey.children(parent, cls) if parent and field else journey.all(cls)
    if cls is Cell:
        row = [cell for cell in row if cell.lane == moved[0].lane]  # type: ignore[attr-defined]
    own = {record.id for record in moved}
    if [record.id for record in row[index:][:len(moved)] if index is not None] == [record.id for record in moved]:
        return Change()
    rest = [record for record in row if record.id not in own]
    placed = []
    for record in moved:
        values: dict[str, Any] = {}
        if field and getattr(record, field) != parent:
            values[field] = parent
            if cls is Touchpoint:
                values["position"] = None
        placed.append(replace(record, **values))
    after = {record.id: record for _, record in _insert(rest, index, placed)}
    return Change.updating((journey[id_], record) for id_, record in after.items())


def reorder(journey: Journey, rows: Iterable[Sequence[str]]) -> Change:
    """Return the change that numbers each row of ids 1, 2, 3 … in the order given."""
    return Change.updating((record := journey[id_], replace(record, order=place))
                           for row in rows for place, id_ in enumerate(row, 1))


# -- deleting ----------------------------------------------------------------------------------------------------------


def delete(journey: Journey, ids: Iterable[str]) -> Change:
    """Return the change that removes records with all that cannot be without them; other references are dropped."""
    doomed: dict[str, None] = {}
    todo = list(dict.fromkeys(ids))
    while todo:
        id_ = todo.pop()
        if id_ in doomed:
            continue
        if isinstance(_existing(journey, id_), JourneyInfo):
            raise JourneyError(Sentence("model", "The journey's own record cannot be deleted."))
        doomed[id_] = None
        for referrer in journey.referrers(id_):
            if any(cascade and not many and getattr(referrer, name) == id_
                   for name, _types, cascade, many in referrer.references):
                todo.append(referrer.id)
    edits: dict[str, tuple[Record | None, Record | None]] = {id_: (journey[id_], None) for id_ in doomed}
    for id_ in doomed:
        for referrer in journey.referrers(id_):
            if referrer.id not in doomed:
                current = edits.get(referrer.id, (referrer, referrer))[1]
                edits[referrer.id] = (referrer, _without(current, id_))  # type: ignore[arg-type]
    return Change(edits)


def _without(record: Record, id_: str) -> Record:
    values: dict[str, Any] = {}
    for name, _types, _cascade, many in record.references:
        value = getattr(record, name)
        if many and id_ in value:
            values[name] = tuple(ref for ref in value if ref != id_)
        elif value == id_:
            values[name] = None
    return replace(record, **values)
