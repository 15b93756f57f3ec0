"""What stands in the cells of the table, as texts, and what the texts that people type there mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from PySide6.QtGui import QColor

from journey_editor.analysis import metrics
from journey_editor.model import Journey, JourneyError, Metric, Record, Sentence, Touchpoint
from journey_editor.model.fields import (
    CHOICE, COLOR, EMOTION, FLAG, REFERENCE, REFERENCES, TEXTS, WHOLE_NUMBERS, FieldSpec,
)
from journey_editor.model.records import RECORD_TYPES
from journey_editor.model.vocabulary import choice_spellings

from .fields import number_text, read_number
from .form import choices_of, known_values
from .surroundings import shown_text
from .table_columns import FIGURES, LATEST
from .words import emotion_name, translate, word

_FLAGS = {"1": True, "0": False, "true": True, "false": False}
_BETWEEN = ",;，；、\n"
"""What may stand between the titles of several records."""


def emotion_text(value: float) -> str:
    """Return an emotion as its word and its number: "Pleasant (+1)"."""
    number = number_text(value)
    return translate("Words", "{name} ({number})").format(
        name=emotion_name(value), number=f"+{number}" if value > 0 else number)


def flag_text(value: bool) -> str:
    """Return yes or no."""
    return word("yes" if value else "no")


class Cells:
    """The cells of a journey as it is now. Much is made once, so take another one after each change."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._words: dict[str, dict[Any, str]] = {}
        self._shown: dict[str, str] = {}
        self._targets: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._by_title: dict[tuple[str, ...], dict[str, list[str]]] = {}

    # -- showing -----------------------------------------------------------------------------------------------------

    def text(self, record: Record, column: FieldSpec) -> str:
        """Return the whole text of a cell."""
        value: Any = metrics.latest(record) if isinstance(record, Metric) and column.kind == LATEST else (
            getattr(record, column.name))
        if value is None or value == ():
            return ""
        if column.kind in FIGURES:
            return number_text(value, column.factor)
        if column.is_reference:
            return ", ".join(map(self._title, value if column.kind == REFERENCES else (value,)))
        if column.kind == EMOTION:
            return emotion_text(value)
        if column.kind == FLAG:
            return flag_text(value)
        return self._word(column, value) if column.kind == CHOICE else str(value)

    def _word(self, column: FieldSpec, value: str) -> str:
        if column.key not in self._words:
            self._words[column.key] = dict(choices_of((column.type,), column.name))
        return self._words[column.key][value]

    def _title(self, id_: str) -> str:
        text = self._shown.get(id_)
        if text is None:
            text = self._shown[id_] = shown_text(self.journey, self.journey[id_])
        return text

    def copied(self, record: Record, column: FieldSpec) -> str:
        """Return the text of a cell for other programs, which know no sign for minus but the one on the keyboard."""
        text = self.text(record, column)
        return text.replace("\N{MINUS SIGN}", "-") if column.kind in FIGURES or column.kind == EMOTION else text

    # -- choosing ----------------------------------------------------------------------------------------------------

    def choices(self, record: Record, column: FieldSpec) -> list[tuple[Any, str]]:
        """Return the (value, text) pairs that a cell offers; texts that the journey has already are offered too."""
        if column.kind == CHOICE:
            offered = choices_of((record.type,), column.name)
            return [(None, ""), *offered[1:]] if column.default is None else offered
        if column.steps:
            shown = emotion_text if column.kind == EMOTION else str
            return [(None, ""), *((value, shown(value)) for value in reversed(column.steps))]
        if column.suggests:
            words = set(filter(None, known_values(self.journey, (record.type,), column.name)))
            return [(word, word) for word in sorted(words, key=str.casefold)]
        if column.is_reference:
            found = self._targets_of(column)
            return [(None, ""), *found] if column.default is None else list(found)
        return []

    def _targets_of(self, column: FieldSpec) -> list[tuple[str, str]]:
        """Return the (id, text) pairs of what a reference may point at; each text stands there once."""
        if column.refs not in self._targets:
            self._targets[column.refs] = _told_apart(self.journey, self._records_of(column.refs))
        return self._targets[column.refs]

    def _records_of(self, types: tuple[str, ...]) -> list[Record]:
        """Return the records of these types; touchpoints follow the stage that they stand in."""
        if "touchpoint" not in types:
            return [record for type_ in types for record in self.journey.all(RECORD_TYPES[type_])]
        found: list[Record] = [record for stage in self.journey.stages
                               for record in (stage, *self.journey.children(stage.id, Touchpoint))]
        return found + self._records_of(tuple(type_ for type_ in types if type_ not in ("stage", "touchpoint")))

    # -- reading -----------------------------------------------------------------------------------------------------

    def value(self, record: Record, column: FieldSpec, text: str) -> Any:
        """Return what a text means in a cell of a record; raise `JourneyError` if nothing."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text == self.text(record, column) or text == self.copied(record, column):
            return None if column.kind == LATEST else getattr(record, column.name)
        if column.kind == LATEST:
            raise JourneyError(Sentence("panels", "Enter observations in the inspector."))
        if column.kind in TEXTS:
            return text
        if column.kind == REFERENCES:
            return self._many(record, column, text.strip())
        text = " ".join(text.split())
        return self._one(record, column, text) if column.kind == REFERENCE else self._plain(record, column, text)

    def _plain(self, record: Record, column: FieldSpec, text: str) -> Any:
        """Return the number, the colour, the word of a closed set or the flag that a text means; "" is the default."""
        if not text:
            return column.default
        if column.kind in FIGURES:
            number = read_number(text, column.low * column.factor, column.high * column.factor,
                                 whole=column.kind in WHOLE_NUMBERS)
            return number if column.factor == 1 else number / column.factor
        if column.kind == EMOTION:
            return _emotion(text, column)
        if column.kind == COLOR:
            return _color(text)
        return self._choice(record, column, text)

    def _choice(self, record: Record, column: FieldSpec, text: str) -> Any:
        is_flag = column.kind == FLAG
        offered = [(True, flag_text(True)), (False, flag_text(False))] if is_flag else [
            pair for pair in choices_of((record.type,), column.name) if pair[0] is not None]
        known: dict[str, Any] = dict(_FLAGS) if is_flag else {}
        for value, _word in offered:
            # A workbook may come from somebody who works in another language.
            key = ("yes" if value else "no") if is_flag else str(value)
            known |= dict.fromkeys(choice_spellings(column.name, key), value)
        found = known.get(text.casefold())
        if found is None:
            raise JourneyError(Sentence("panels", "“{text}” is not possible here. Enter one of: {choices}.", text=text,
                                        choices=", ".join(word for _, word in offered)))
        return found

    def _one(self, record: Record, column: FieldSpec, text: str) -> str | None:
        if not text:
            if column.needed:
                raise JourneyError(Sentence("panels", "This cell cannot be empty."))
            return None
        return self._find(record, column, text)

    def _many(self, record: Record, column: FieldSpec, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        titles = self._titles(column)
        rest = text.strip(_BETWEEN + " ")
        while rest:
            # The longest title first: a comma may be part of one.
            title = max((one for one in titles if _begins(rest, one)), key=len, default="")
            part = rest[:len(title)] if title else re.split(f"[{_BETWEEN}]", rest, maxsplit=1)[0]
            found[self._find(record, column, part.strip())] = None
            rest = rest[len(part):].strip(_BETWEEN + " ")
        return tuple(found)

    def _titles(self, column: FieldSpec) -> dict[str, list[str]]:
        if column.refs not in self._by_title:
            found: dict[str, list[str]] = {}
            for id_, text in self._targets_of(column):
                plain = shown_text(self.journey, self.journey[id_])
                for known in {text.casefold(), plain.casefold()}:
                    found.setdefault(known, []).append(id_)
            self._by_title[column.refs] = found
        return self._by_title[column.refs]

    def _find(self, record: Record, column: FieldSpec, text: str) -> str:
        found = self._titles(column).get(text.casefold(), [])
        if not found:
            raise JourneyError(Sentence("panels", "Nothing named “{text}” can be entered here.", text=text))
        current = getattr(record, column.name)
        kept = [id_ for id_ in found if id_ == current or (column.kind == REFERENCES and id_ in current)]
        if len(found) > 1 and not kept:
            raise JourneyError(Sentence("panels", "Several items are named “{text}”: choose one from the list.",
                                        text=text))
        return (kept or found)[0]


def _told_apart(journey: Journey, records: Iterable[Record]) -> list[tuple[str, str]]:
    """Return (id, text) pairs; where two have the same title, what they stand in comes with it, then a number."""
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


def _emotion(text: str, column: FieldSpec) -> float:
    known = {word.casefold(): value for value in column.steps for word in (emotion_name(value), emotion_text(value))}
    found = known.get(text.casefold().replace("-", "\N{MINUS SIGN}"), known.get(text.casefold()))
    number = re.search(r"[(（]([^()（）]+)[)）]$", text)
    return read_number(number[1] if number else text, column.low, column.high) if found is None else found


def _color(text: str) -> str:
    name = f"#{text}" if re.fullmatch(r"[0-9a-fA-F]{6}", text) else text
    if not QColor.isValidColorName(name):
        raise JourneyError(Sentence("panels", "“{text}” is not a colour, such as #3b6fb6.", text=text))
    return QColor(name).name()
