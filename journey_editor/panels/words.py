"""What the panels call things: the words of `model.vocabulary` in the language of the window, and in its sentences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from journey_editor.model import RECORD_TYPES, Record, vocabulary
from journey_editor.model.fields import SHARE

translate = QCoreApplication.translate
_window = {"language": vocabulary.SOURCE}


def language() -> str:
    """Return the language of the window."""
    return _window["language"]


def set_language(code: str) -> None:
    """Speak another language from now on."""
    _window["language"] = code


def word(key: str) -> str:
    """Return a word of the vocabulary by its key."""
    return vocabulary.label(key, language())


def type_name(type_: str) -> str:
    """Return the word for one record of a type."""
    return vocabulary.type_label(type_, language())


def count_of(type_: str, count: int) -> str:
    """Return a number of records in words: "3 touch points"; the type "" is for things of several types."""
    return vocabulary.counted(type_, count, language())


def things(type_: str, count: int) -> str:
    """Return what an undo step is done to: "touch point", "3 touch points"."""
    return vocabulary.inside(type_name(type_), language()) if count == 1 else count_of(type_, count)


def group_name(type_: str) -> str:
    """Return the heading over all records of a type."""
    return vocabulary.plural_label(type_, language())


def field_name(type_: str, field: str) -> str:
    """Return the word for a field, with what a person should know of what it takes: "Duration (hours)"."""
    if field == "observations":
        return heading(type_, field)  # a table with headings of its own
    unit = next((spec.unit for spec in RECORD_TYPES[type_].specs if spec.name == field), "")
    hint = "%" if unit == SHARE else translate("Words", "not visible to the client") if field == "backstage" else ""
    return vocabulary.headings(vocabulary.field_key(type_, field), language(), hint)[0]


def heading(type_: str, field: str) -> str:
    """Return the bare word for a field."""
    return vocabulary.field_label(type_, field, language())


def change_name(field: str, type_: str, count: int) -> str:
    """Return the name of the undo step that changes a field of `count` records ("" as type: of several types)."""
    step = {
        ("", "position"): translate("Words", "Unpin"),
        ("flow", "source"): translate("Words", "Change start"),
        ("flow", "target"): translate("Words", "Change end"),
    }.get((type_ if field != "position" else "", field)) or translate("Words", "Change {field}").format(
        field=vocabulary.inside(heading(type_, field), language()))
    if count == 1:
        return step
    return translate("Words", "{change} of {things}").format(change=step, things=count_of(type_, count))


def choice_name(field: str, value: str) -> str:
    """Return the word for one value of a closed set."""
    return vocabulary.choice_label(field, value, language())


def emotion_name(value: float) -> str:
    """Return the word for the step of the emotion scale that is nearest to a value from −2 to +2."""
    return word(f"emotion.{max(-2, min(2, round(value)))}")


def several_values() -> str:
    """Return what a field shows when the selected records differ in it."""
    return translate("Words", "several values")


def untitled(type_: str) -> str:
    """Return what stands for a record that has no text of its own."""
    return translate("Words", "Untitled {type}").format(type=things(type_, 1))


def one_type(records: Iterable[Record]) -> str:
    """Return the type that all records share, or "" where they are of several types."""
    types = {record.type for record in records}
    return types.pop() if len(types) == 1 else ""
