"""Touchpoints out of the cells that list them, and the flows that these cells draw."""

from __future__ import annotations

from ...model import Sentence
from ...model.vocabulary import label
from .items import goto_number, goto_title, split_items, split_path
from .labels import bare
from ..concepts import FLOW
from .draft import Draft
from .interpretation import Slot
from .tables import Field

_ARROWS = Sentence("exchange", "Arrows between touch points in one cell were read as flows.")


def read_touchpoints(draft: Draft, field: Field) -> None:
    """Read the cells that list touchpoints. Whoever the label names takes part in them."""
    roles = (draft.role(field.actor),) if field.actor else ()
    at: dict[int, list[str]] = {}
    stage, title, ids = -1, "", list[str]()
    for slot in draft.reading.slots:
        texts = _texts(draft, slot, field)
        if slot.u in at and not texts:
            continue  # a merged cell reaches here
        if slot.stage == stage and _goes_on(draft, slot, list(texts.values()), title):
            at[slot.u] = ids
            continue
        made = [id_ for v, text in texts.items() for id_ in _enter(draft, slot, v, text, roles, at)]
        if made or slot.stage != stage:
            stage, title, ids = slot.stage, next(iter(texts.values()), "").strip(), made
    for u, found in at.items():
        draft.at.setdefault(u, []).extend(found)


def _texts(draft: Draft, slot: Slot, field: Field) -> dict[int, str]:
    """Return what the cells of a slot say, by line of the field."""
    return {v: text for v in field.lines if (text := draft.reading.table.entry(slot.u, v))}


def _goes_on(draft: Draft, slot: Slot, texts: list[str], title: str) -> bool:
    """Tell whether a row goes on with the touchpoint above it: it names none, nor a stage, or names the same again."""
    if not draft.reading.per_touchpoint or draft.reading.table.turned:
        return False
    return texts == [title] or len(texts) == 1 and texts[0].strip() == title if texts else not slot.named


def _enter(draft: Draft, slot: Slot, v: int, text: str, roles: tuple[str, ...], at: dict[int, list[str]]) -> list[str]:
    """Make the touchpoints of a cell, in each of the stages that it covers; return those of the first one."""
    if text.strip() == label("about_stage", draft.language):
        return []
    covered = draft.covered(slot, v)
    first: list[str] = []
    for stage in dict.fromkeys(one.stage for one in covered):
        ids = _touchpoints(draft, text, stage, roles)
        for one in covered:
            if one.stage == stage:
                at.setdefault(one.u, []).extend(ids)
        first = first or ids
    return first


def _touchpoints(draft: Draft, text: str, stage: int, roles: tuple[str, ...]) -> list[str]:
    ids: list[str] = []
    for item in split_items(text):
        if ids and (goto_title(item.text) or goto_number(item.text) is not None):
            draft.jumps.append((ids[-1], item.text))
            continue
        steps = [draft.add_touchpoint(title, stage, roles) for title in split_path(item.text)]
        for source, target in zip(steps, steps[1:]):
            draft.add_flow(source, target)
            draft.report.guess(_ARROWS)
        ids += steps
    return ids


def read_jumps(draft: Draft) -> None:
    """Make flows of what stood after an arrow; what leads nowhere is kept in the touchpoint's notes."""
    for source, text in draft.jumps:
        target = _target(draft, text)
        if target and target != source:
            draft.add_flow(source, target)
            draft.report.guess(_ARROWS)
        else:
            values = draft.touchpoints[source]
            values["notes"] = "\n".join(filter(None, (values.get("notes", ""), text)))


def read_flows(draft: Draft, field: Field) -> list[str]:
    """Read a field that says where touchpoints lead; return the texts that lead nowhere."""
    kept: list[str] = []
    for _, covered, text in draft.cells(field):
        ids = draft.touchpoints_of(covered)
        targets = [_target(draft, item.text) for item in split_items(text)]
        if ids and targets and None not in targets:
            for target in targets:
                draft.add_flow(ids[-1], target or "")
        else:
            kept.append(text)
    if not kept:
        draft.note_label(field.label, FLOW)
    return kept


def _target(draft: Draft, text: str) -> str | None:
    """Return the id of the touchpoint or stage that a text names, by title or by number."""
    number = goto_number(text, bare=True)
    if number is not None:
        known = draft.numbers.get(number, "")
        return next(iter(draft.at.get(int(known[5:]), [])), None) if known.startswith("slot ") else known or None
    wanted = bare(goto_title(text) or text)
    touchpoint = next((id_ for id_, values in draft.touchpoints.items() if bare(values["title"]) == wanted), None)
    return touchpoint or next((stage.id for stage in draft.stages if bare(stage.title) == wanted), None)
