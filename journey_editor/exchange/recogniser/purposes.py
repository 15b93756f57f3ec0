"""What each field of a table is for: which labels win where several mean the same, and who goes without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .items import is_nothing, split_items
from .labels import bare
from .scales import automation_of, feeling_of, flag_of, hours_of
from .synonyms import (
    AUTOMATION, BACKSTAGE, CHALLENGE, CHANNEL, DURATION, EMOTION, FLOW, LANE, METRIC, NEED, NOTES, NUMBER, OPPORTUNITY,
    OWNER, PERSONA, ROLE, STAGE, STEP, SUBSTAGE, TOUCHPOINT,
)
from ..report import STAGES_ACROSS, STAGES_DOWN, TOUCHPOINTS_ACROSS, TOUCHPOINTS_DOWN
from .tables import Field, Table

LISTS = (CHALLENGE, METRIC, OPPORTUNITY)
SINGLE = (CHANNEL, OWNER, NEED, NOTES)
_PER_TOUCHPOINT = (CHANNEL, OWNER, NEED, AUTOMATION, DURATION, NOTES, ROLE, EMOTION, NUMBER, BACKSTAGE)
_MOSTLY = 0.6


@dataclass(slots=True)
class Slot:
    """A line that the labels count through: its place among the stages, and whether the stage is named there itself."""

    u: int
    stage: int
    named: bool


@dataclass(slots=True)
class Plan:
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


def field_texts(table: Table, field: Field) -> list[str]:
    """Return the texts of a field's cells."""
    return [text for u in table.slots for v in field.lines if (text := table.view.text(u, v)) and not is_nothing(text)]


def make_plan(table: Table) -> Plan:
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
        if field.divider:
            purpose = LANE
        elif field in touchpoints:
            purpose = TOUCHPOINT
        else:
            purpose = _purpose(table, field, field is emotion, per_touchpoint, bool(touchpoints))
        purposes.append((field, purpose))
    return Plan(table, stages, slots, purposes, per_touchpoint)


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
    def worth(field: Field) -> float:
        return field.match.weight * field.match.score if field.match else 0

    others = [field for field in fields if field is not table.key and not field.divider]
    fitting = [field for field in others if field.concept == TOUCHPOINT]
    fitting = [field for field in fitting if field_texts(table, field)] or fitting
    if not fitting:
        return [field for field in others if field.concept == STEP and field_texts(table, field)][:1]
    best = max(fitting, key=worth)
    return [field for field in fitting if field is best or _same_but_actor(field, best)]


def _same_but_actor(field: Field, best: Field) -> bool:
    if not (field.match and best.match):
        return False
    return bool(field.match.actor and best.match.actor) and field.match.weight == best.match.weight


def _stages(table: Table, touchpoints: list[Field]) -> tuple[list[str], list[Slot]]:
    """Return the stages' titles as written, and for each slot its stage."""
    if table.key is None:
        return _stages_without_names(table, touchpoints)
    key = table.key.lines[0]
    titles: list[str] = []
    slots: list[Slot] = []
    covered = 0
    for u in table.slots:
        text = table.view.text(u, key)
        named = bool(text) and not is_nothing(text)
        if named and (not titles or text.strip() != titles[slots[-1].stage if slots else -1].strip()):
            known = next((place for place, title in enumerate(titles) if title.strip() == text.strip()), None)
            if known is not None and not table.turned:
                slots.append(Slot(u, known, True))
            else:
                titles.append(text)
                slots.append(Slot(u, len(titles) - 1, True))
        elif not titles:
            titles.append("")
            slots.append(Slot(u, 0, False))
        else:
            slots.append(Slot(u, slots[-1].stage, named and u > covered))
        covered = max(covered, table.view.merge(u, key).bottom)
    return titles, slots


def _stages_without_names(table: Table, touchpoints: list[Field]) -> tuple[list[str], list[Slot]]:
    """Return a stage for each text that stood across the table or, where there is none, for each slot."""
    titles: list[str] = []
    slots: list[Slot] = []
    heads = dict(table.dividers)
    for place, u in enumerate(table.slots):
        if heads:
            head = heads.get(place)
            if head is not None or not titles:
                titles.append((head or "").strip())
            slots.append(Slot(u, len(titles) - 1, head is not None))
            continue
        first = next((text for field in [*table.fields, *touchpoints] if field.concept != NUMBER and not field.divider
                      for v in field.lines if (text := table.view.text(u, v))), "")
        items = split_items(first)
        titles.append(items[0].text if items else str(place + 1))
        slots.append(Slot(u, place, True))
    return titles, slots


def _is_register(table: Table, fields: list[Field], touchpoints: list[Field], slots: list[Slot]) -> bool:
    """Tell whether each slot is a touchpoint, rather than a stage."""
    if not touchpoints:
        return False
    counts: dict[int, int] = {}
    single = True
    for slot in slots:
        counts[slot.stage] = counts.get(slot.stage, 0) + 1
        texts = [table.view.text(slot.u, v) for field in touchpoints for v in field.lines]
        single &= sum(len(split_items(text)) for text in texts) <= 1
    if max(counts.values(), default=0) > 1:
        return True
    telling = {field.concept for field in fields if field.concept in _PER_TOUCHPOINT}
    return single and not table.turned and len(slots) > 1 and len(telling) > 2


def _emotion_field(table: Table, fields: Iterable[Field]) -> Field | None:
    """Return the field whose cells tell emotions best, of those that are labelled so."""
    best: tuple[float, float, Field] | None = None
    for field in fields:
        if field.concept != EMOTION or field is table.key or field.divider or field.match is None:
            continue
        texts = field_texts(table, field)
        told = sum(all(feeling_of(part) for part in text.split("\n") if part.strip()) for text in texts)
        share = told / len(texts) if texts else 0
        if best is None or (share, field.match.weight) > best[:2]:
            best = (share, field.match.weight, field)
    return best[2] if best else None


def _purpose(table: Table, field: Field, is_emotion: bool, per_touchpoint: bool, touchpoints: bool) -> str:
    concept = field.concept
    if concept in LISTS:
        return concept
    if concept == EMOTION:
        return EMOTION if is_emotion and touchpoints else LANE
    if concept == NUMBER or concept == STAGE and table.key is not None:
        return NUMBER if _counts(table, field) else LANE
    if concept == FLOW:
        return FLOW if touchpoints else LANE
    if not per_touchpoint:
        return LANE
    if concept in (*SINGLE, ROLE):
        return concept
    if concept == PERSONA:
        return LANE if names_journeys(field.label) else ROLE
    texts = field_texts(table, field)
    readers = {AUTOMATION: automation_of, BACKSTAGE: flag_of,
               DURATION: lambda text: hours_of(text, f"{field.label} {field.match.hint if field.match else ''}")}
    reader = readers.get(concept)
    if reader and sum(reader(text) is not None for text in texts) >= _MOSTLY * len(texts):
        return concept
    return LANE


def _counts(table: Table, field: Field) -> bool:
    """Tell whether a field is nothing but 1, 2, 3 … or begins anew in places."""
    numbers = [text.strip(" .)") for text in field_texts(table, field)]
    if not all(number.isdecimal() for number in numbers):
        return False
    values = list(map(int, numbers))
    return all(value == 1 or before is None or value in (before, before + 1)
               for before, value in zip([None, *values], values))


def names_journeys(label: str) -> bool:
    """Tell whether a label that tells journeys apart does so by the journeys' names, rather than by people."""
    word = bare(label)
    return "map" in word.split() or any(
        known in word for known in ("journey", "旅程", "jornada", "recorrido", "parcours", "путь"))


def split_by_people(table: Table) -> list[tuple[Table, str, Field | None]]:
    """Return a table for each persona or journey that a leading column names, with the name; or the table alone."""
    field = _people_field(table)
    if field is None:
        return [(table, table.title, None)]
    v = field.lines[0]
    groups: dict[str, list[int]] = {}
    name = ""
    for u in table.slots:
        text = table.view.text(u, v).strip()
        name = text if text and not is_nothing(text) else name
        groups.setdefault(name, []).append(u)
    parts: list[tuple[Table, str, Field | None]] = []
    for name, slots in groups.items():
        key = replace(table.key, lines=list(table.key.lines)) if table.key else None
        fields = [key if key and one is table.key else one for one in table.fields if one is not field]
        if len(field.lines) > 1:
            fields.insert(0, Field(field.label, None, field.lines[1:]))
        dividers = [(slots.index(table.slots[place]), text) for place, text in table.dividers
                    if place < len(table.slots) and table.slots[place] in slots]
        parts.append((replace(table, slots=slots, fields=fields, key=key, dividers=dividers), name, field))
    return parts


def _people_field(table: Table) -> Field | None:
    """Return the field that tells several journeys apart: leading, and each of its names in one run of slots."""
    for field in table.fields:
        if field.divider or field is table.key:
            if field is table.key:
                return None
            continue
        weak = field.concept == TOUCHPOINT and field.match is not None and field.match.weight < 1
        if field.concept == TOUCHPOINT and not weak:
            return None
        if not weak and field.label and field.concept not in (PERSONA, ROLE, NUMBER):
            continue
        if field.concept == NUMBER and _counts(table, field):
            continue
        names = _runs(table, field)
        if len(names) == len(set(names)) > 1 and len(names) < len(table.slots) and (
                field.concept == PERSONA or _begins_anew(table, field)):
            return field
    return None


def _runs(table: Table, field: Field) -> list[str]:
    names: list[str] = []
    for u in table.slots:
        text = table.view.text(u, field.lines[0]).strip()
        if text and not is_nothing(text) and (not names or names[-1] != text):
            names.append(text)
    return names


def _begins_anew(table: Table, field: Field) -> bool:
    """Tell whether stages come again from one name to the next, as they do in journeys of the same kind."""
    if table.key is None:
        return False
    stages: dict[str, set[str]] = {}
    name = stage = ""
    for u in table.slots:
        name = table.view.text(u, field.lines[0]).strip() or name
        stage = table.view.text(u, table.key.lines[0]).strip() or stage
        stages.setdefault(name, set()).add(stage)
    sets = list(stages.values())
    return any(one & other for place, one in enumerate(sets) for other in sets[place + 1:])
