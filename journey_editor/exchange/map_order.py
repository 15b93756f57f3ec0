"""Records in the order in which the map shows them, which is that of their tables."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Flow, Journey, Record, Touchpoint
from .data_columns import columns_of


def rows_of(journey: Journey, cls: type[Record]) -> list[Record]:
    """Return the records of a type in the order of their table: as the map shows them."""
    if cls is Flow:
        ranks = {id_: place for place, id_ in enumerate(_holders(journey))}
        flows = sorted((ranks[flow.source], ranks[flow.target], flow.id) for flow in journey.all(Flow))
        return [journey[id_] for _source, _target, id_ in flows]
    if cls is Touchpoint:
        return [card for stage in journey.stages for card in journey.children(stage.id, Touchpoint)]
    if any(column.name == "about" for column in columns_of(cls)):
        found: list[Record] = [record for holder in _holders(journey) for record in journey.children(holder, cls)]
        seen = {record.id for record in found}
        return found + [record for record in journey.all(cls) if record.id not in seen]
    return list(journey.all(cls))


def _holders(journey: Journey) -> Iterator[str]:
    for stage in journey.stages:
        yield stage.id
        for card in journey.children(stage.id, Touchpoint):
            yield card.id
