"""Emotions out of a row or column of numbers, words or faces, on the scale that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Sentence
from ...spreadsheet.grid import is_blank
from .items import is_nothing
from .labels import match_label
from .scales import Feeling, Scale, emotion_of, feeling_of, scale_of
from .synonyms import EMOTION
from .draft import Draft
from .purposes import Slot
from .tables import Field

_PLUS = {"+", "++"}
_MINUS = {"-": ":(", "–": ":(", "−": ":("}

Told = tuple[list[Slot], str, list[Feeling | None]]


def read_emotions(draft: Draft, field: Field) -> list[str]:
    """Enter the emotions of a field at the touchpoints; return the texts that say more than that, or something else."""
    told: list[Told] = [(covered, text, _feelings(text)) for covered, text in _cells(draft, field)]
    scale = scale_of([field.match.hint if field.match else "", field.label],
                     [feeling for _, _, feelings in told for feeling in feelings if feeling])
    entered: dict[str, float] = {}
    kept: list[str] = []
    for covered, text, feelings in told:
        emotions = [emotion_of(feeling, scale) if feeling else None for feeling in feelings]
        ids = draft.touchpoints_of(covered)
        if len(emotions) == 1 and len(ids) > 1 and _one_each(draft, covered):
            emotions = emotions * len(ids)
        fitting = len(emotions) == len(ids) > 0 and None not in emotions and not any(id_ in entered for id_ in ids)
        if fitting:
            entered.update((id_, emotion) for id_, emotion in zip(ids, emotions) if emotion is not None)
        if not fitting or any(feeling and feeling.rest for feeling in feelings):
            kept.append(text)
    if not draft.plan.per_touchpoint and not all(_has_rest(one) for one in told if one[1] in kept):
        # A row of the map's whole stages is one thing: rather a lane than half of it.
        return [text for _, text, _ in told]
    for id_, emotion in entered.items():
        draft.touchpoints[id_]["emotion"] = emotion
    if entered:
        draft.tell(field.label, EMOTION)
        _tell_scale(draft, field.label, scale)
    if kept:
        # Where some of the words are kept, all are.
        kept += [text for _, text, feelings in told if any(feeling and feeling.number is None for feeling in feelings)]
    return kept


def enter_emotions(draft: Draft, title: str, pairs: list[tuple[str, str]]) -> bool:
    """Enter emotions told of touchpoints, or of stages with one touchpoint each; return whether that could be done."""
    told: list[tuple[str, Feeling]] = []
    for holder, text in pairs:
        ids = [id_ for id_, values in draft.touchpoints.items() if holder in (id_, values["stage"])]
        feeling, *others = _feelings(text) or [None]
        if len(ids) != 1 or feeling is None or others or draft.touchpoints[ids[0]].get("emotion") is not None:
            return False
        told.append((ids[0], feeling))
    match = match_label(title)
    scale = scale_of([match.hint if match else "", title], [feeling for _, feeling in told])
    emotions = {id_: emotion_of(feeling, scale) for id_, feeling in told}
    if None in emotions.values():
        return False
    for id_, emotion in emotions.items():
        draft.touchpoints[id_]["emotion"] = emotion
    draft.tell(title, EMOTION)
    _tell_scale(draft, title, scale)
    return True


def _cells(draft: Draft, field: Field) -> Iterator[tuple[list[Slot], str]]:
    """Yield the field's cells; lone minus signs count among them where others are plus signs."""
    view = draft.plan.table.view
    if not {view.text(slot.u, v).strip() for slot in draft.plan.slots for v in field.lines} & _PLUS:
        for _, covered, text in draft.cells(field):
            yield covered, text
        return
    for slot in draft.plan.slots:
        for v in field.lines:
            text = view.text(slot.u, v)
            if not is_blank(text):
                yield draft.covered(slot, v), _MINUS.get(text.strip(), text)


def _feelings(text: str) -> list[Feeling | None]:
    """Return the emotions of a cell's lines, with None for a line that tells none."""
    whole = feeling_of(text)
    if whole and "\n" not in text.strip():
        return [whole]
    parts = [part for part in re.split(r"[\n;；]", text) if not is_nothing(part)]
    return [feeling_of(part) or feeling_of(part.lstrip(" •·*Ø-–\t")) for part in parts]


def _one_each(draft: Draft, covered: list[Slot]) -> bool:
    return draft.plan.per_touchpoint and all(len(draft.at.get(slot.u, ())) == 1 for slot in covered)


def _has_rest(told: Told) -> bool:
    return any(feeling and feeling.rest for feeling in told[2])


def _tell_scale(draft: Draft, label: str, scale: Scale | None) -> None:
    if scale and scale.guessed:
        draft.report.guess(Sentence(
            "exchange", "The emotions of “{label}” were taken to be on a scale from {low} to {high}.", label=label,
            low=f"{scale.low:g}", high=f"{scale.high:g}"))
