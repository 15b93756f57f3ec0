"""What each field of a table is for: which labels win where several mean the same, and who goes without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from .items import digits_of, split_items
from .labels import bare
from .scales import automation_of, feeling_of, flag_of, hours_of
from ..concepts import (
    AUTOMATION, BACKSTAGE, DURATION, EMOTION, FLOW, LANE, LISTS, NUMBER, PERSONA, ROLE, STAGE, STEP, SUBSTAGE,
    TEXT_FIELDS, TOUCHPOINT, TOUCHPOINT_FIELDS,
)
from ..report import STAGES_ACROSS, STAGES_DOWN, TOUCHPOINTS_ACROSS, TOUCHPOINTS_DOWN
from .tables import Field, Table

_OF_TOUCHPOINTS = {NUMBER, *TOUCHPOINT_FIELDS}
_MOSTLY = 0.6

_READERS: dict[str, Callable[[str, str], Any]] = {
    AUTOMATION: lambda text, hint: automation_of(text),
    BACKSTAGE: lambda text, hint: flag_of(text),
    DURATION: hours_of,
    **{concept: lambda text, hint: text.strip() for concept in TEXT_FIELDS},
}
"""What a cell's text gives the field of a touchpoint, None if nothing; the second text is the label's hint."""


@dataclass(slots=True)
class Slot:
    """A line that the labels count through: its place among the stages, and whether the stage is named there itself."""

    u: int
    stage: int
    named: bool


@dataclass(slots=True)
class Interpretation:
    """How a table is to be read: the stages' titles as written, the slots, and what each field is for, in order."""

    table: Table
    stages: list[str]
    slots: list[Slot]
    purposes: list[tuple[Field, str]]
    per_touchpoint: bool

    @property
    def layout(self) -> str:
        """The layout's name for the report."""
        if self.per_touchpoint:
            return TOUCHPOINTS_ACROSS if self.table.turned else TOUCHPOINTS_DOWN
        return STAGES_ACROSS if self.table.turned else STAGES_DOWN


def interpret(table: Table) -> Interpretation:
    """Return how to read a table."""
    fields = _with_substages(table)
    touchpoints = _touchpoint_fields(table, fields)
    stages, slots = _stages(table, touchpoints)
    per_touchpoint = _is_register(table, fields, touchpoints, slots)
    emotion = _emotion_field(table, fields)
    purposes = []
    for field in fields:
        if field is table.key or _repeats_key(table, field):
            continue
        if field.divider or field.concept == EMOTION and field is not emotion:
            purpose = LANE
        elif field in touchpoints:
            purpose = TOUCHPOINT
        else:
            purpose = _purpose(table, field, per_touchpoint, bool(touchpoints))
        purposes.append((field, purpose))
    return Interpretation(table, stages, slots, purposes, per_touchpoint)


def value_of(field: Field, concept: str, text: str) -> Any:
    """Return the value that a cell gives the touchpoint's field of a concept, or None if it gives none."""
    return _READERS[concept](text, field.hint)


def _repeats_key(table: Table, field: Field) -> bool:
    """Tell whether a field says nothing but the stages' titles again, as the head of a table of emotions below does."""
    if table.key is None or field.divider or len(table.slots) < 2:
        return False
    key = table.key.lines[0]
    view = table.view
    return all(view.text(u, v).strip() == view.text(u, key).strip() for u in table.slots for v in field.lines)


def _with_substages(table: Table) -> list[Field]:
    """Return the fields, the second and further lines under the stages' label as a field of their own."""
    fields = []
    for field in table.fields:
        fields.append(field)
        if field is table.key and len(field.lines) > 1:
            fields.append(Field("", replace(field.match, concept=SUBSTAGE) if field.match else None, field.lines[1:]))
    if table.key is not None:
        table.key.lines = table.key.lines[:1]
    return fields


def _touchpoint_fields(table: Table, fields: Iterable[Field]) -> list[Field]:
    """Return the field that lists the touchpoints: the most telling; with it those that differ in the actor alone."""
    listed = _meaning(TOUCHPOINT, table, fields)
    if not listed:
        return list(filter(table.entries, _meaning(STEP, table, fields)))[:1]
    fitting = list(filter(table.entries, listed)) or listed
    best = max(fitting, key=lambda field: field.match.worth if field.match else 0)
    return [field for field in fitting
            if field is best or field.actor and best.actor and field.weight == best.weight]


def _meaning(concept: str, table: Table, fields: Iterable[Field]) -> list[Field]:
    """Return the fields with this concept but for the stages' and those that only divide."""
    return [field for field in fields if field.concept == concept and not field.divider and field is not table.key]


def _stages(table: Table, touchpoints: list[Field]) -> tuple[list[str], list[Slot]]:
    """Return the stages' titles as written, and for each slot its stage."""
    if table.key is None:
        return _stages_by_dividers(table) if table.dividers else _stages_by_slots(table, touchpoints)
    key = table.key.lines[0]
    titles: list[str] = []
    slots: list[Slot] = []
    covered = 0
    for u in table.slots:
        title = table.entry(u, key)
        if not slots or title and title.strip() != titles[slots[-1].stage].strip():
            slots.append(Slot(u, _place_of(title, titles, again=not table.turned), bool(title)))
        else:
            slots.append(Slot(u, slots[-1].stage, bool(title) and u > covered))
        covered = max(covered, table.view.merge(u, key).bottom)
    return titles, slots


def _place_of(title: str, titles: list[str], again: bool) -> int:
    """Return the place of a stage, which is added to the titles if it is new, or if stages do not come `again`."""
    known = [one.strip() for one in titles] if again else []
    if title.strip() in known:
        return known.index(title.strip())
    titles.append(title)
    return len(titles) - 1


def _stages_by_dividers(table: Table) -> tuple[list[str], list[Slot]]:
    """Return a stage for each text that stood across the table."""
    heads = dict(table.dividers)
    titles = [""] if 0 not in heads and table.slots else []
    slots: list[Slot] = []
    for place, u in enumerate(table.slots):
        if place in heads:
            titles.append(heads[place].strip())
        slots.append(Slot(u, len(titles) - 1, place in heads))
    return titles, slots


def _stages_by_slots(table: Table, touchpoints: list[Field]) -> tuple[list[str], list[Slot]]:
    """Return a stage for each slot, called by the first entry that stands in it."""
    fields = [field for field in (*table.fields, *touchpoints) if field.concept != NUMBER and not field.divider]
    titles = []
    for place, u in enumerate(table.slots, 1):
        texts = (text for field in fields for v in field.lines if (text := table.view.text(u, v)))
        titles.append(next((item.text for item in split_items(next(texts, ""))), str(place)))
    return titles, [Slot(u, place, True) for place, u in enumerate(table.slots)]


def _is_register(table: Table, fields: list[Field], touchpoints: list[Field], slots: list[Slot]) -> bool:
    """Tell whether each slot is a touchpoint, rather than a stage."""
    if not touchpoints:
        return False
    if max(Counter(slot.stage for slot in slots).values(), default=0) > 1:
        return True
    telling = _OF_TOUCHPOINTS.intersection(field.concept for field in fields)
    return not table.turned and len(slots) > 1 and len(telling) > 2 and _are_single(table, touchpoints)


def _are_single(table: Table, touchpoints: list[Field]) -> bool:
    return all(sum(len(split_items(table.view.text(u, v))) for field in touchpoints for v in field.lines) <= 1
               for u in table.slots)


def _emotion_field(table: Table, fields: Iterable[Field]) -> Field | None:
    """Return the field whose cells tell emotions best, of those that are labelled so."""
    return max(_meaning(EMOTION, table, fields), default=None,
               key=lambda field: (_share_of_emotions(table.entries(field)), field.weight))


def _share_of_emotions(texts: list[str]) -> float:
    """Return how much of the texts are emotions, each line of them."""
    known = sum(all(feeling_of(part) for part in text.split("\n") if part.strip()) for text in texts)
    return known / len(texts) if texts else 0


def _purpose(table: Table, field: Field, per_touchpoint: bool, touchpoints: bool) -> str:
    """Return what a field is for that does not list touchpoints; `touchpoints` tells whether another does."""
    concept = field.concept
    if concept in LISTS:
        return concept
    if concept in (EMOTION, FLOW):
        return concept if touchpoints else LANE
    if concept == NUMBER or concept == STAGE and table.key is not None:
        return NUMBER if only_counts(table, field) else LANE
    if concept == PERSONA and not names_journeys(field.label):
        concept = ROLE
    return concept if per_touchpoint and _fits_touchpoints(concept, table, field) else LANE


def _fits_touchpoints(concept: str, table: Table, field: Field) -> bool:
    """Tell whether most of a field's cells can be values of a touchpoint's field."""
    if concept == ROLE or concept not in _READERS:
        return concept == ROLE
    texts = table.entries(field)
    return sum(value_of(field, concept, text) is not None for text in texts) >= _MOSTLY * len(texts)


def only_counts(table: Table, field: Field) -> bool:
    """Tell whether a field is nothing but 1, 2, 3 … or begins anew in places."""
    numbers = [digits_of(text) for text in table.entries(field)]
    if not all(numbers):
        return False
    values = list(map(int, numbers))
    return all(value == 1 or before is None or value in (before, before + 1)
               for before, value in zip([None, *values], values))


def names_journeys(label: str) -> bool:
    """Tell whether a label that tells journeys apart does so by the journeys' names, rather than by people."""
    word = bare(label)
    return "map" in word.split() or any(
        known in word for known in ("journey", "旅程", "jornada", "recorrido", "parcours", "путь"))
