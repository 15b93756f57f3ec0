"""What stands in the cells of the table, as texts, and what the texts that people type there mean."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtGui import QColor

from journey_editor.model import (
    Challenge,
    Journey,
    JourneyError,
    Lane,
    Metric,
    Opportunity,
    Record,
    Role,
    Sentence,
    Stage,
    Touchpoint,
    Track,
)
from journey_editor.model.records import LANGUAGES
from journey_editor.model.vocabulary import label

from .fields import number_text, read_number
from .form import MOST_HOURS, MOST_VOTES, Spec, choices_of, known_values
from .surroundings import shown_text
from .table_columns import MANY, NUMBERS, ONE
from .words import emotion_name, translate

_BOUNDS = {"number": (-math.inf, math.inf), "hours": (0, MOST_HOURS), "percent": (0, 100), "votes": (0, MOST_VOTES),
           "scale": (1, 5)}
_WHOLE = {"votes", "scale"}
_EMPTY = {"votes": 0, "flag": False}
_FLAGS = {"1": True, "0": False, "true": True, "false": False}
_BETWEEN = ",;，；、\n"
"""What may stand between the titles of several records."""

_HOLDERS: dict[str, tuple[type[Record], ...]] = {
    "stage": (Stage,), "lane": (Lane,), "roles": (Role,), "tracks": (Track,), "challenges": (Challenge,)}


def emotion_text(value: float) -> str:
    """Return an emotion as its word and its number: "Pleasant (+1)"."""
    number = number_text(value)
    return translate("Words", "{name} ({number})").format(
        name=emotion_name(value), number=f"+{number}" if value > 0 else number)


def flag_text(value: bool) -> str:
    """Return yes or no."""
    return translate("Words", "Yes") if value else translate("Words", "No")


class Cells:
    """The cells of a journey as it is now. Much is made once, so take another one after each change."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._words: dict[tuple[str, str], dict[Any, str]] = {}
        self._shown: dict[str, str] = {}
        self._targets: dict[str, list[tuple[str, str]]] = {}
        self._by_title: dict[str, dict[str, list[str]]] = {}

    # -- showing -----------------------------------------------------------------------------------------------------

    def text(self, record: Record, column: Spec) -> str:
        """Return the whole text of a cell."""
        if column.kind == "latest":
            pairs = record.observations  # type: ignore[attr-defined]
            return number_text(max(pairs)[1]) if pairs else ""
        value = getattr(record, column.name)
        if isinstance(value, str) and column.kind not in (ONE, "choice"):
            return value
        if value is None or value == ():
            return ""
        if column.kind in NUMBERS:
            return number_text(value, 100 if column.kind == "percent" else 1)
        if column.kind == ONE:
            return self._title(value)
        if column.kind in MANY:
            return ", ".join(map(self._title, value))
        if column.kind == "emotion":
            return emotion_text(value)
        if column.kind == "flag":
            return flag_text(value)
        key = record.type, column.name
        if key not in self._words:
            self._words[key] = dict(choices_of((record.type,), column.name))
        return self._words[key][value]

    def _title(self, id_: str) -> str:
        text = self._shown.get(id_)
        if text is None:
            text = self._shown[id_] = shown_text(self.journey, self.journey[id_])
        return text

    def copied(self, record: Record, column: Spec) -> str:
        """Return the text of a cell for other programs, which know no sign for minus but the one on the keyboard."""
        text = self.text(record, column)
        return text.replace("\N{MINUS SIGN}", "-") if column.kind in NUMBERS or column.kind == "emotion" else text

    # -- choosing ----------------------------------------------------------------------------------------------------

    def choices(self, record: Record, column: Spec) -> list[tuple[Any, str]]:
        """Return the (value, text) pairs that a cell offers; texts that the journey has already are offered too."""
        if column.kind == "choice":
            return [(value, "" if value is None else word)
                    for value, word in choices_of((record.type,), column.name)]
        if column.kind == "emotion":
            return [(None, ""), *((value, emotion_text(value)) for value in (2, 1, 0, -1, -2))]
        if column.kind == "scale":
            return [(None, ""), *((value, str(value)) for value in (5, 4, 3, 2, 1))]
        if column.kind == "known":
            words = {word for word in known_values(self.journey, (record.type,), column.name) if word}
            return [(word, word) for word in sorted(words, key=str.casefold)]
        if column.kind == ONE or column.kind in MANY:
            found = self._targets_of(record, column)
            return [(None, ""), *found] if record.type == "note" else list(found)
        return []

    def _targets_of(self, record: Record, column: Spec) -> list[tuple[str, str]]:
        """Return the (id, text) pairs of what a reference may point at; each text stands there once."""
        key = _key(record, column)
        if key not in self._targets:
            self._targets[key] = _told_apart(self.journey, self._records_for(key))
        return self._targets[key]

    def _records_for(self, key: str) -> list[Record]:
        if key in _HOLDERS:
            return [record for cls in _HOLDERS[key] for record in self.journey.all(cls)]
        found: list[Record] = [record for stage in self.journey.stages
                               for record in (stage, *self.journey.children(stage.id, Touchpoint))]
        if key == "note":
            found += [record for cls in (Challenge, Metric, Opportunity) for record in self.journey.all(cls)]
        return found

    # -- reading -----------------------------------------------------------------------------------------------------

    def value(self, record: Record, column: Spec, text: str) -> Any:
        """Return what a text means in a cell of a record; raise `JourneyError` if nothing."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text == self.text(record, column) or text == self.copied(record, column):
            return None if column.kind == "latest" else getattr(record, column.name)
        if column.kind == "latest":
            raise JourneyError(Sentence("panels", "What was observed is entered in the inspector."))
        if column.kind in ("title", "text", "long", "known", "line"):
            return text
        text = " ".join(text.split()) if column.kind not in MANY else text.strip()
        if column.kind in MANY:
            return self._many(record, column, text)
        if column.kind == ONE:
            return self._one(record, column, text)
        if not text:
            return "" if column.kind == "color" else _EMPTY.get(column.kind)
        if column.kind in _BOUNDS:
            number = read_number(text, *_BOUNDS[column.kind], whole=column.kind in _WHOLE)
            return number / 100 if column.kind == "percent" else number
        if column.kind == "emotion":
            return _emotion(text)
        if column.kind == "color":
            return _color(text)
        return self._choice(record, column, text)

    def _choice(self, record: Record, column: Spec, text: str) -> Any:
        offered = [(True, flag_text(True)), (False, flag_text(False))] if column.kind == "flag" else [
            pair for pair in choices_of((record.type,), column.name) if pair[0] is not None]
        known: dict[str, Any] = dict(_FLAGS) if column.kind == "flag" else {}
        for value, word in offered:
            key: str = {True: "yes", False: "no"}.get(value) or str(value)
            # A workbook may come from somebody who works in another language.
            known |= {label(key, language).casefold(): value for language in LANGUAGES}
            known |= {key: value, word.casefold(): value}
        found = known.get(text.casefold())
        if found is None:
            raise JourneyError(Sentence("panels", "“{text}” cannot stand here, only one of: {choices}.", text=text,
                                        choices=", ".join(word for _, word in offered)))
        return found

    def _one(self, record: Record, column: Spec, text: str) -> str | None:
        if not text:
            if record.type == "note":
                return None
            raise JourneyError(Sentence("panels", "This cell cannot be empty."))
        return self._find(record, column, text)

    def _many(self, record: Record, column: Spec, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        titles = self._titles(record, column)
        rest = text.strip(_BETWEEN + " ")
        while rest:
            # The longest title first: a comma may be part of one.
            title = max((one for one in titles if _begins(rest, one)), key=len, default="")
            part = rest[:len(title)] if title else re.split(f"[{_BETWEEN}]", rest, maxsplit=1)[0]
            found[self._find(record, column, part.strip())] = None
            rest = rest[len(part):].strip(_BETWEEN + " ")
        return tuple(found)

    def _titles(self, record: Record, column: Spec) -> dict[str, list[str]]:
        key = _key(record, column)
        if key not in self._by_title:
            found: dict[str, list[str]] = {}
            for id_, text in self._targets_of(record, column):
                plain = shown_text(self.journey, self.journey[id_])
                for known in {text.casefold(), plain.casefold()}:
                    found.setdefault(known, []).append(id_)
            self._by_title[key] = found
        return self._by_title[key]

    def _find(self, record: Record, column: Spec, text: str) -> str:
        found = self._titles(record, column).get(text.casefold(), [])
        if not found:
            raise JourneyError(Sentence("panels", "There is nothing called “{text}” that could stand here.", text=text))
        current = getattr(record, column.name)
        kept = [id_ for id_ in found if id_ == current or (column.kind in MANY and id_ in current)]
        if len(found) > 1 and not kept:
            raise JourneyError(Sentence("panels", "Several things are called “{text}”: choose one from the list.",
                                        text=text))
        return (kept or found)[0]


def _key(record: Record, column: Spec) -> str:
    """Return under what name the list of what a reference may point at is kept."""
    if column.name in _HOLDERS:
        return column.name
    return "note" if record.type == "note" else "about"


def _told_apart(journey: Journey, records: Iterable[Record]) -> list[tuple[str, str]]:
    """Return (id, text) pairs; where two have the same title, what they stand in is told with it, then a number."""
    named = [(record, shown_text(journey, record)) for record in records]
    for again in (False, True):
        counts: dict[str, int] = {}
        for _, text in named:
            counts[text] = counts.get(text, 0) + 1
        if len(counts) == len(named):
            break
        seen: dict[str, int] = {}
        renamed = []
        for record, text in named:
            seen[text] = seen.get(text, 0) + 1
            if counts[text] > 1:
                holder = getattr(record, "stage", None)
                if again:
                    text = f"{text} {seen[text]}"
                elif holder is not None:
                    text = translate("Words", "{name} ({number})").format(
                        name=text, number=shown_text(journey, journey[holder]))
            renamed.append((record, text))
        named = renamed
    return [(record.id, text) for record, text in named]


def _begins(text: str, title: str) -> bool:
    return text[:len(title)].casefold() == title and not text[len(title):].strip(" ")[:1].strip(_BETWEEN)


def _emotion(text: str) -> float:
    known = {word.casefold(): value for value in (-2, -1, 0, 1, 2) for word in (emotion_name(value),
                                                                                emotion_text(value))}
    found = known.get(text.casefold().replace("-", "\N{MINUS SIGN}"), known.get(text.casefold()))
    number = re.search(r"[(（]([^()（）]+)[)）]$", text)
    return read_number(number[1] if number else text, -2, 2) if found is None else found


def _color(text: str) -> str:
    name = f"#{text}" if re.fullmatch(r"[0-9a-fA-F]{6}", text) else text
    if not QColor.isValidColorName(name):
        raise JourneyError(Sentence("panels", "“{text}” is not a colour, such as #3b6fb6.", text=text))
    return QColor(name).name()
