"""The Change that sets cells of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from journey_editor.model import Change, Journey, JourneyError, Record, Sentence, operations
from journey_editor.model.fields import FieldSpec
from journey_editor.model.records import RECORD_TYPES

from .table_cells import Cells
from .table_columns import LATEST, PLACES

Edit = tuple[Record, FieldSpec, Any]
"""A record, the column that is set, and the value it gets."""


def read_block(cells: Cells, records: Sequence[Record], columns: Sequence[FieldSpec],
               texts: Sequence[Sequence[str]]) -> list[Edit]:
    """Return the edits that put a block of texts into these cells; raise `JourneyError` if one cannot stand there."""
    if len(texts) > len(records) or max(map(len, texts), default=0) > len(columns):
        raise JourneyError(Sentence("panels", "The table has too few cells here for what is to be pasted."))
    return [(record, column, cells.value(record, column, text))
            for record, row in zip(records, texts) for column, text in zip(columns, row)]


def change_of(journey: Journey, edits: Iterable[Edit]) -> Change:
    """Return the change that makes these edits; what is put elsewhere goes to the end of the row there."""
    values: dict[str, dict[str, Any]] = {}
    moves: dict[str | None, list[str]] = {}
    for record, column, value in edits:
        if column.kind == LATEST or value == getattr(record, column.name):
            continue
        if column.name in PLACES:
            moves.setdefault(value, []).append(record.id)
        else:
            values.setdefault(record.id, {})[column.name] = value
    change = Change.updating((journey[id_], replace(journey[id_], **fields)) for id_, fields in values.items())
    if not moves:
        return change
    _refuse_problems(journey, change)
    # Each row that takes something in may be numbered anew, so each is filled as the one before has left things.
    after = journey.copy()
    after.apply(change)
    for parent, ids in moves.items():
        moved = operations.move(after, ids, parent)
        _refuse_problems(after, moved)
        after.apply(moved)
        change = change.then(moved)
    return change


def adding_below(journey: Journey, type_: str, above: Record | None) -> Change:
    """Return the change that adds a record of a type below another one, about the same.

    Raise `JourneyError` where there is no other one, and the new one cannot be by itself.
    """
    cls = RECORD_TYPES[type_]
    if above is None:
        if any(cascade for _name, _types, cascade, _many in cls.references):
            raise JourneyError(Sentence("panels", "Add the first one on the map, where you can see what it belongs "
                                                  "to."))
        return operations.add(journey, cls())
    row = [record.id for record in operations.siblings(journey, above)] if above.ordered else []
    return operations.add(journey, above.sibling(), row.index(above.id) + 1 if row else None)


def _refuse_problems(journey: Journey, change: Change) -> None:
    for problem in journey.check(change):
        raise JourneyError(problem)
