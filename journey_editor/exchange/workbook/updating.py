"""A workbook's edits merged into an open journey."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ...model import RECORD_TYPES, Flow, Journey, Record, Sentence
from ...model.merge import Conflict, Merge
from ...model.records import text_of
from ...spreadsheet.texts import brief
from .edits import Edits, read_edits


@dataclass(slots=True)
class Update:
    """A merge of a workbook's edits, to be looked at before anything changes.

    `merge.conflicts` are to be chosen from, `merge.change(choices)` is what to do. `lines` tell what of the workbook
    could not be read, or was edited in it twice.
    """

    merge: Merge
    lines: list[Sentence] = field(default_factory=list)


def update_from(journey: Journey, path: str | os.PathLike[str]) -> Update:
    """Return the merge of what was edited in a workbook of ours into `journey`, based on what was exported into it.

    Raise `JourneyError` if the file cannot be read, or is no workbook that a journey was exported into.
    """
    edits = read_edits(path)
    assert edits.base is not None
    return merge_edits(edits.base, journey, edits)


def is_same_journey(one: Journey, other: Journey) -> bool:
    """Tell whether two journeys have anything in common, as two states of one journey have."""
    return len(one) < 2 or len(other) < 2 or any(record.id in other for record in one)


def merge_edits(base: Journey, ours: Journey, edits: Edits) -> Update:
    """Return the merge of a workbook's edits into `ours`. What was edited in it twice, differently, is a conflict."""
    theirs = adopted(base, ours, edits.theirs)
    merge = Merge(base, ours, theirs, [clash.key for clash in edits.clashes])
    return Update(merge, [*edits.report.guesses, *(_clash_sentence(clash, theirs, base) for clash in edits.clashes)])


def _clash_sentence(clash: Conflict, theirs: Journey, base: Journey) -> Sentence:
    record = base.get(clash.id) or theirs.get(clash.id)
    name = brief(text_of(record)) if record else ""
    if clash.field is None:
        return Sentence("exchange", "“{name}” was deleted in one place of the workbook and changed in another.",
                        name=name)
    return Sentence("exchange", "“{name}” was changed to “{table}” in the table and to “{map}” on the map.", name=name,
                    table=brief(str(clash.ours)), map=brief(str(clash.theirs)))


# -- rows without an id, read before -----------------------------------------------------------------------------------


def adopted(base: Journey, ours: Journey, theirs: Journey) -> Journey:
    """Return theirs with our ids for new records that we have as well: from the same workbook, read before.

    A row without an id gets another one each time it is read; without this, updating twice would double it.
    """
    ids: dict[str, str] = {}
    known: dict[Any, list[Record]] = {}
    for record in ours:
        if record.id not in base and record.id not in theirs:
            known.setdefault(_look(record, ids), []).append(record)
    orders: dict[str, float] = {}
    # A record comes after those that it hangs on, so that these have their ids by then.
    for type_ in ("lane", *RECORD_TYPES):
        for record in theirs.all(RECORD_TYPES[type_]):
            if record.id in base or record.id in ours or record.id in ids:
                continue
            found = known.get(_look(record, ids))
            if found:
                same = found.pop(0)
                ids[record.id] = same.id
                if same.ordered:
                    orders[same.id] = same.order
    if not ids:
        return theirs
    return Journey(_renamed(theirs, ids, orders))


def _look(record: Record, ids: dict[str, str]) -> Any:
    """Return what makes two new records one: the type, the text, and what it hangs on."""
    places = (record.source, record.target) if isinstance(record, Flow) else (record.parent,
                                                                              getattr(record, "lane", None))
    return record.type, text_of(record).strip(), *(ids.get(place or "", place) for place in places)


def _renamed(journey: Journey, ids: dict[str, str], orders: dict[str, float]) -> Iterator[Record]:
    """Yield the records with other ids, here and wherever they are named; where we have put them counts."""
    for record in journey:
        values: dict[str, Any] = {}
        if record.id in ids:
            values["id"] = ids[record.id]
            if values["id"] in orders:
                values["order"] = orders[values["id"]]
        for name, _types, _cascade, many in record.references:
            value = getattr(record, name)
            new = tuple(ids.get(ref, ref) for ref in value) if many else ids.get(value, value)
            if new != value:
                values[name] = new
        yield replace(record, **values) if values else record


# -- conflicts shown ---------------------------------------------------------------------------------------------------


def shown_conflict(conflict: Conflict, merge: Merge) -> dict[str, Any]:
    """Return a conflict as plain values: id, type, title, field (None for a whole record), base, ours, theirs.

    A whole record is a dict of its fields, or None where it is not there.
    """
    record = next((one for one in (merge.ours.get(conflict.id), conflict.base, conflict.theirs)
                   if isinstance(one, Record)), None)
    values = {side: _plain(getattr(conflict, side)) for side in ("base", "ours", "theirs")}
    return {"id": conflict.id, "type": record.type if record else "", "title": text_of(record) if record else "",
            "field": conflict.field, **values}


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return {"type": value.type, **{one.name: _plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    # Of a record that both sides added there is no earlier value.
    return value if value is None or isinstance(value, (str, int, float, bool)) else None
