"""What stands around a record: what it belongs to, what is attached to it, where it leads. Plain data for lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from journey_editor.model import (
    Cell, Challenge, Flow, Journey, Lane, Metric, Note, Opportunity, Record, Role, Stage, Touchpoint, Track)
from journey_editor.model.records import text_of

from .words import group_name, translate, untitled

R = TypeVar("R", bound=Record)

MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, the first records under it with the text that each shows there, and how many more there are."""

    heading: str
    rows: tuple[tuple[Record, str], ...]
    more: int


def shown_text(journey: Journey, record: Record) -> str:
    """Return one line that names a record in a list: a flow by its ends, a lane's entry by itself."""
    text = " ".join(text_of(record).split())
    if isinstance(record, Flow):
        ends = f"{_end(journey, record.source)} → {_end(journey, record.target)}"
        return f"{ends}: {text}" if text else ends
    return text or untitled(record.type)


def _end(journey: Journey, id_: str) -> str:
    return shown_text(journey, journey[id_])


def ancestors(journey: Journey, record: Record) -> list[Record]:
    """Return what holds a record, the outermost first: the stage, then the touchpoint, of a challenge."""
    found: list[Record] = []
    parent = record.parent
    while parent is not None:
        record = journey[parent]
        found.insert(0, record)
        parent = record.parent
    return found


def surroundings(journey: Journey, record: Record) -> list[Group]:
    """Return what is attached to a record and what it is linked with, by heading; empty groups are left out."""
    def group(heading: str, records: Sequence[R], text: Callable[[R], str] | None = None) -> None:
        if records:
            text = text or (lambda found: shown_text(journey, found))
            rows = tuple((found, text(found)) for found in records[:MOST_ROWS])
            groups.append(Group(heading, rows, len(records) - len(rows)))

    groups: list[Group] = []
    id_ = record.id
    if isinstance(record, Stage):
        group(group_name(Touchpoint.type), journey.children(id_, Touchpoint))
    if isinstance(record, (Stage, Touchpoint)):
        group(group_name(Challenge.type), journey.children(id_, Challenge))
        group(group_name(Metric.type), journey.children(id_, Metric))
        group(group_name(Opportunity.type), journey.children(id_, Opportunity))
        group(group_name(Cell.type), journey.children(id_, Cell), lambda cell: _cell_text(journey, cell))
        group(translate("Words", "Leads to"), journey.flows_from(id_), lambda it: _flow_text(journey, it, it.target))
        group(translate("Words", "Comes from"), journey.flows_into(id_), lambda it: _flow_text(journey, it, it.source))
    elif isinstance(record, Challenge):
        group(translate("Words", "Answered by"), journey.children(id_, Opportunity))
    elif isinstance(record, Role):
        group(translate("Words", "Takes part in"), journey.children(id_, Touchpoint))
    elif isinstance(record, Track):
        group(group_name(Flow.type), journey.children(id_, Flow))
    elif isinstance(record, Lane):
        group(group_name(Cell.type), journey.children(id_, Cell))
    group(group_name(Note.type), journey.children(id_, Note))
    return groups


def _cell_text(journey: Journey, cell: Cell) -> str:
    return f"{shown_text(journey, journey[cell.lane])}: {shown_text(journey, cell)}"


def _flow_text(journey: Journey, flow: Flow, end: str) -> str:
    label = " ".join(flow.label.split())
    return f"{_end(journey, end)} ({label})" if label else _end(journey, end)
