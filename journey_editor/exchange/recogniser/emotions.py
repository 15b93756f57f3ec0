"""Emotions out of a row or column of numbers, words or faces, on the scale that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...model import Sentence
from ...spreadsheet.grid import is_blank
from .items import is_nothing
from .labels import Match, match_label
from .scales import Feeling, Scale, emotion_of, feeling_of, scale_of
from ..concepts import EMOTION
from .draft import Draft
from .interpretation import Slot
from .tables import Field

_PLUS = {"+", "++"}
_MINUS = {"-": ":(", "–": ":(", "−": ":("}


@dataclass(slots=True)
class _EmotionCell:
    """A cell of emotions: the slots that it covers, its text, and what each of its lines tells, None if nothing."""

    covered: list[Slot]
    text: str
    feelings: list[Feeling | None]

    def says_more(self) -> bool:
        """Tell whether the cell has words beside the emotions."""
        return any(feeling and feeling.rest for feeling in self.feelings)

    def is_worded(self) -> bool:
        """Tell whether a line tells its emotion by a word or face rather than a number."""
        return any(feeling and feeling.number is None for feeling in self.feelings)


def read_emotions(draft: Draft, field: Field) -> list[str]:
    """Enter the emotions of a field at the touchpoints; return the texts that say more than that, or something else."""
    cells = list(_cells(draft, field))
    scale = _scale(field.label, field.match, [feeling for cell in cells for feeling in cell.feelings if feeling])
    emotions, kept = _by_touchpoint(draft, cells, scale)
    if not draft.reading.per_touchpoint and not all(map(_EmotionCell.says_more, kept)):
        # A row of the map's whole stages is one thing: rather a lane than half of it.
        return [cell.text for cell in cells]
    if emotions:
        _enter(draft, field.label, emotions, scale)
    if kept:
        # Where some of the words are kept, all are.
        kept += filter(_EmotionCell.is_worded, cells)
    return [cell.text for cell in kept]


def enter_emotions(draft: Draft, title: str, pairs: list[tuple[str, str]]) -> bool:
    """Enter emotions told of touchpoints, or of stages with one touchpoint each; return whether that could be done."""
    found: list[tuple[str, Feeling]] = []
    for holder, text in pairs:
        touchpoint, feelings = _touchpoint_without_emotion(draft, holder), _feelings(text)
        if touchpoint is None or len(feelings) != 1 or feelings[0] is None:
            return False
        found.append((touchpoint, feelings[0]))
    scale = _scale(title, match_label(title), [feeling for _, feeling in found])
    emotions = {touchpoint: emotion_of(feeling, scale) for touchpoint, feeling in found}
    if None in emotions.values():
        return False
    _enter(draft, title, emotions, scale)
    return True


def _touchpoint_without_emotion(draft: Draft, holder: str) -> str | None:
    """Return the one touchpoint that an id means, its own or that of its stage; None if its emotion is known."""
    ids = [id_ for id_, values in draft.touchpoints.items() if holder in (id_, values["stage"])]
    return ids[0] if len(ids) == 1 and draft.touchpoints[ids[0]].get("emotion") is None else None


def _enter(draft: Draft, label: str, emotions: Mapping[str, float | None], scale: Scale | None) -> None:
    for id_, emotion in emotions.items():
        draft.touchpoints[id_]["emotion"] = emotion
    draft.note_label(label, EMOTION)
    if scale and scale.guessed:
        draft.report.guess(Sentence(
            "exchange", "The emotions of “{label}” were read on a scale from {low} to {high}.", label=label,
            low=f"{scale.low:g}", high=f"{scale.high:g}"))


def _by_touchpoint(draft: Draft, cells: Iterable[_EmotionCell],
                   scale: Scale | None) -> tuple[dict[str, float], list[_EmotionCell]]:
    """Return the touchpoints' emotions, and the cells that these do not say in full."""
    emotions: dict[str, float] = {}
    kept: list[_EmotionCell] = []
    for cell in cells:
        found = _emotions(draft, cell, scale)
        fits = found and emotions.keys().isdisjoint(found)
        if fits:
            emotions |= found
        if not fits or cell.says_more():
            kept.append(cell)
    return emotions, kept


def _emotions(draft: Draft, cell: _EmotionCell, scale: Scale | None) -> dict[str, float]:
    """Return the emotions of the touchpoints that a cell covers; empty if it does not tell one for each."""
    emotions = [emotion for feeling in cell.feelings
                if feeling and (emotion := emotion_of(feeling, scale)) is not None]
    ids = draft.touchpoints_of(cell.covered)
    if len(emotions) < len(cell.feelings):
        return {}
    if len(emotions) == 1 and draft.reading.per_touchpoint and draft.one_each(cell.covered):
        emotions *= len(ids)
    return dict(zip(ids, emotions)) if len(ids) == len(emotions) else {}


def _cells(draft: Draft, field: Field) -> Iterator[_EmotionCell]:
    """Yield the field's cells; lone minus signs count among them where others are plus signs."""
    signs = not _PLUS.isdisjoint(text.strip() for _, _, text in draft.cells(field))
    for _, covered, text in draft.cells(field, is_blank if signs else is_nothing):
        text = _MINUS.get(text.strip(), text) if signs else text
        yield _EmotionCell(covered, text, _feelings(text))


def _scale(label: str, match: Match | None, feelings: list[Feeling]) -> Scale | None:
    return scale_of([match.hint if match else "", label], feelings)


def _feelings(text: str) -> list[Feeling | None]:
    """Return the emotions of a cell's lines, with None for a line that tells none."""
    whole = feeling_of(text)
    if whole and "\n" not in text.strip():
        return [whole]
    parts = [part for part in re.split(r"[\n;；]", text) if not is_nothing(part)]
    return [feeling_of(part) or feeling_of(part.lstrip(" •·*Ø-–\t")) for part in parts]
