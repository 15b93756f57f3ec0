"""In which order the records of a type stand in the table: that of the map, or that of a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from journey_editor.analysis import metrics
from journey_editor.model import Cell, Change, Flow, Journey, Lane, Metric, Record, Stage, Touchpoint
from journey_editor.model.fields import CHOICE, EMOTION, FLAG, FieldSpec
from journey_editor.model.records import RECORD_TYPES, sort_key

from .table_cells import Cells
from .table_columns import FIGURES, LATEST

_TOP = {"stage", "role", "track", "lane"}
_HOLDERS = {"touchpoint": ("stage",), "cell": ("lane", "stage", "touchpoint"),
            "note": ("stage", "touchpoint", "challenge", "metric", "opportunity")}
_DIGITS = re.compile(r"(\d{1,18})")


def map_order(journey: Journey, type_: str) -> list[str]:
    """Return the ids of the records of a type as the map shows them: by what holds them, then by their own order."""
    cls = RECORD_TYPES[type_]
    records: list[Record] = journey.all(cls)
    if type_ in _TOP:
        return [record.id for record in records]
    stages = {stage.id: place for place, stage in enumerate(journey.all(Stage))}
    if cls is Touchpoint:
        return [card.id for card in sorted(journey.all(Touchpoint), key=lambda card: stages[card.stage])]
    places = _places(journey, stages)
    lanes = {lane.id: place for place, lane in enumerate(journey.all(Lane))}

    def place(record: Record) -> tuple[Any, ...]:
        if isinstance(record, Flow):
            return places[record.source], places[record.target]
        if isinstance(record, Cell):
            return lanes[record.lane], places[record.about]
        parent = record.parent
        if parent is None:
            return ((-1,),)
        if parent in places:
            return (places[parent],)
        above = journey[parent]  # a note's challenge, metric or opportunity, which never stands by itself
        return (places[above.parent or ""], above.type, sort_key(above))

    return [record.id for record in sorted(records, key=place)]


def _places(journey: Journey, stages: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Return where each stage and touchpoint stands: the stage's place, then that of the touchpoint."""
    places = {id_: (place, -1) for id_, place in stages.items()}
    for place, card in enumerate(journey.all(Touchpoint)):
        places[card.id] = (stages[card.stage], place)
    return places


def may_move_rows(change: Change, type_: str) -> bool:
    """Return whether a change may add, remove or move rows of the table of a type."""
    holders = () if type_ in _TOP else _HOLDERS.get(type_, ("stage", "touchpoint"))
    return any(_place(before) != _place(after) for before, after in change.edits.values()
               if (known := after or before) is not None
               and (known.type == type_ or before is not None and after is not None and known.type in holders))


def _place(record: Record | None) -> object:
    """Return what says where a record's row is."""
    if isinstance(record, Flow):
        return record.source, record.target
    return record and (record.row, record.order)


def sorted_by(cells: Cells, ids: Sequence[str], column: FieldSpec, descending: bool) -> list[str]:
    """Return ids sorted by what stands in a column; empty cells are last either way, equal ones keep their order."""
    keyed = [(_key(cells, cells.journey[id_], column), id_) for id_ in ids]
    filled = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=descending)
    return [id_ for _, id_ in filled] + [id_ for key, id_ in keyed if key is None]


def _key(cells: Cells, record: Record, column: FieldSpec) -> Any:
    if column.kind == LATEST and isinstance(record, Metric):
        return metrics.latest(record)
    if column.kind in FIGURES or column.kind in (EMOTION, FLAG):
        return getattr(record, column.name)
    if column.kind == CHOICE:
        value = getattr(record, column.name)
        return None if value is None else _rank(record, column, value)
    text = cells.text(record, column)
    return natural(text) if text else None


def _rank(record: Record, column: FieldSpec, value: str) -> int:
    """Return the place of a value in its closed set: manual, half automatic, automatic."""
    return record.spec(column.name).choices.index(value)


def natural(text: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts texts as people do: "Stage 2" before "Stage 10"."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part)
            for part in _DIGITS.split(text.casefold()) if part]


def rows_that_tell(journey: Journey, change: Change, type_: str, title: Callable[[Record], str]) -> list[str]:
    """Return the ids of the records of a type that show something else after a change."""
    found: dict[str, None] = {}
    for id_, (before, after) in change.edits.items():
        if after is None:
            continue
        if after.type == type_:
            found[id_] = None
        if before is not None and title(before) != title(after):
            found.update((one.id, None) for one in journey.referrers(id_) if one.type == type_)
    return list(found)
