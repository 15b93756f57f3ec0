"""From the interpretation of a table to the records of a journey: each field is read for what it is for."""

from __future__ import annotations

import re
from typing import Any

from ...model import Sentence, Stage
from ...model.vocabulary import label
from .items import digits_of, split_items, without_numbers
from ..concepts import (
    EMOTION, FLOW, LANE, LISTS, NUMBER, ROLE, STAGE, STEP, SUBSTAGE, TOUCHPOINT, TOUCHPOINT_FIELDS,
)
from .draft import Draft
from .emotions import read_emotions
from .interpretation import Interpretation, Slot, value_of
from ..report import ImportReport
from .tables import Field
from .touchpoints import read_flows, read_jumps, read_touchpoints

_FIRST_NUMBER = re.compile(r"\D{0,12}?(\d{1,3})")
_BETWEEN_ROLES = re.compile(r"\s*[、/]\s*")


def assemble(reading: Interpretation, report: ImportReport, role: str = "") -> Draft:
    """Return what a table says, as records; `role` takes part in every touchpoint."""
    draft = Draft(reading, report)
    titles = without_numbers(reading.stages)
    draft.stages = [Stage(title=title, order=place) for place, title in enumerate(titles, 1)]
    _tell_stages(draft)
    _read_numbers(draft)
    for field, purpose in reading.purposes:
        if purpose == TOUCHPOINT:
            read_touchpoints(draft, field)
    for field, purpose in reading.purposes:
        _read_field(draft, field, purpose)
    read_jumps(draft)
    if role:
        id_ = draft.role(role)
        for values in draft.touchpoints.values():
            values["roles"] = tuple(dict.fromkeys((id_, *values["roles"])))
    return draft


def _tell_stages(draft: Draft) -> None:
    table = draft.reading.table
    key = table.key
    if key is None and table.dividers:
        draft.report.guess(Sentence("exchange", "The rows that span the table were read as the stages."))
    elif key is None:
        draft.report.guess(Sentence("exchange", "The table names no stages, so each row or column became a stage."))
    else:
        draft.note_label(key.label, STAGE)
        if not (key.means(STAGE) or key.concept in (STEP, SUBSTAGE)):
            draft.report.guess(Sentence(
                "exchange", "No label contains “stage”, so the first row or column was read as the stages."))


def _read_numbers(draft: Draft) -> None:
    """Remember under which number a slot or stage is known, for texts such as "→ step 4"."""
    for field, purpose in draft.reading.purposes:
        if purpose == NUMBER:
            for slot, _, text in draft.cells(field):
                draft.numbers.setdefault(int(digits_of(text)), f"slot {slot.u}")
    for place, (title, stage) in enumerate(zip(draft.reading.stages, draft.stages), 1):
        found = _FIRST_NUMBER.match(title) if title.strip() != stage.title else None
        draft.numbers.setdefault(int(found[1]) if found else place, stage.id)


def _read_field(draft: Draft, field: Field, purpose: str) -> None:
    kept: list[str] = []
    if purpose in (NUMBER, TOUCHPOINT):
        draft.note_label(field.label, purpose)
    elif purpose in LISTS:
        _read_list(draft, field, purpose)
    elif purpose == EMOTION:
        kept = read_emotions(draft, field)
    elif purpose == FLOW:
        kept = read_flows(draft, field)
    elif purpose in TOUCHPOINT_FIELDS:
        kept = _read_values(draft, field, purpose)
    else:
        _read_lane(draft, field)
    if kept:
        _read_lane(draft, field, kept)
    if kept or purpose in (*LISTS, TOUCHPOINT, LANE):
        _tell_spread(draft, field)


def _tell_spread(draft: Draft, field: Field) -> None:
    if any(len({slot.stage for slot in covered}) > 1 for _, covered, _ in draft.cells(field) if len(covered) > 1):
        draft.report.guess(Sentence(
            "exchange", "“{label}” has cells that span several stages: their texts were entered in each stage.",
            label=field.label))


def _read_list(draft: Draft, field: Field, purpose: str) -> None:
    """Read challenges, metrics or opportunities."""
    draft.note_label(field.label, purpose)
    lines = []
    for slot, covered, text in draft.cells(field):
        items = draft.enter_list(purpose, draft.about(covered), text)
        lines.append(f"{draft.stages[slot.stage].title}: {'; '.join(items)}")
    if field.match and field.match.also:
        draft.report.guess(Sentence(
            "exchange", "“{label}” names more than one kind of item; all of them were entered as one kind.",
                        label=field.label))
    if field.actor:
        draft.role(field.actor)
        draft.report.guess(Sentence("exchange", "“{label}” says who it is about: “{actor}” was added as a role.",
                                    label=field.label, actor=field.actor))
        if sum(other.concept == field.concept for other, _ in draft.reading.purposes) > 1:
            # The records cannot tell whose each of them is.
            draft.context.append("\n".join([f"{field.label}:", *lines]))


def _read_lane(draft: Draft, field: Field, only: list[str] | None = None) -> None:
    """Make a lane of a field, with all its cells or only those with the texts given."""
    lane = draft.add_lane(field.label or _name_of(draft, field))
    if field.divider:
        return
    wanted = None if only is None else set(only)
    for _, covered, text in draft.cells(field):
        if wanted is None or text in wanted:
            items = draft.enter_lane(lane, draft.about(covered), text)
            if field.concept == SUBSTAGE:
                _note_substage(draft, covered, f"{lane.title}: {', '.join(items)}")


def _name_of(draft: Draft, field: Field) -> str:
    """Return a title for a lane that the table gives none; empty where there is nothing to say."""
    if field.concept == SUBSTAGE:
        return label("substage", draft.language)
    key = draft.reading.table.key
    return label("stage_group", draft.language) if key and field.lines[0] < key.lines[0] else ""


def _note_substage(draft: Draft, covered: list[Slot], note: str) -> None:
    """Tell touchpoints that share a sub-stage where they belong, since its lane can only tell it of the stage."""
    for slot in covered:
        if len(ids := draft.at.get(slot.u, [])) > 1:
            for id_ in ids:
                draft.touchpoints[id_]["notes"] = note


def _read_values(draft: Draft, field: Field, purpose: str) -> list[str]:
    """Enter a field's cells at the touchpoints of their slots; return the texts that fit no touchpoint."""
    kept: list[str] = []
    name = TOUCHPOINT_FIELDS[purpose].name
    for _, covered, text in draft.cells(field):
        value = _roles(draft, text) if purpose == ROLE else value_of(field, purpose, text)
        fits = value is not None and draft.one_each(covered)
        if not fits or not _enter(draft, draft.touchpoints_of(covered), name, value):
            kept.append(text)
    if any(name in values for values in draft.touchpoints.values()):
        draft.note_label(field.label, purpose)
    return kept


def _enter(draft: Draft, ids: list[str], name: str, value: Any) -> bool:
    """Enter a value at touchpoints, roles beside those there are; return whether none of them has another value."""
    touchpoints = [draft.touchpoints[id_] for id_ in ids]
    if name != "roles" and any(values.get(name, value) != value for values in touchpoints):
        return False
    for values in touchpoints:
        values[name] = tuple(dict.fromkeys((*values["roles"], *value))) if name == "roles" else value
    return True


def _roles(draft: Draft, text: str) -> tuple[str, ...]:
    titles = [title for item in split_items(text) for title in _BETWEEN_ROLES.split(item.text)]
    return tuple(draft.role(title) for title in titles if title)
