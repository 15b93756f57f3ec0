"""The values of fields as cells of the data sheets show them, and what somebody entered there instead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, TypeVar

from ...model import Record
from ...model.fields import COLOR, HOURS, METRIC_UNIT, FieldSpec
from ...model.vocabulary import choice_label, choice_spellings, label
from ...spreadsheet.reader import Value
from ...spreadsheet.escapes import canonical, is_same_text, split_for_cell
from ..recogniser.scales import flag_of
from .columns import CHOICE, FLAG, INTEGER, NUMBER, OBSERVATIONS, POINT, REF, REFS, TEXT, Column
from .names import Names

Shown = str | int | float | None
V = TypeVar("V")

_LEAST_IN_EXCEL = 1e-300
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.I)
_OBSERVATION = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*[:：=\t ]\s*(\S.*?)\s*")
_PERCENT = re.compile(r"[ \u00a0]?[%％](?=\s*$)", re.M)
_SEPARATORS = re.compile(r"[;；,，、]")


class BadValue(ValueError):
    """A cell holds what its field does not take; `what` is the part that is wrong."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


# -- out ---------------------------------------------------------------------------------------------------------------


def shown_value(record: Record, column: Column, names: Names, language: str) -> Shown:
    """Return what the cell of a record's field shows: a text as it is, a number, or nothing."""
    value, kind = getattr(record, column.name), column.kind
    if value is None or value == () or value is False:
        return None
    if kind in (TEXT, NUMBER, INTEGER):
        return value
    if kind in (REF, REFS):
        return "\n".join(names.by_id[id_] for id_ in ((value,) if kind == REF else value))
    if kind == OBSERVATIONS:
        return "\n".join(f"{day}: {number!r}" for day, number in value)
    if kind == POINT:
        return ", ".join(map(repr, value))
    return label("yes", language) if kind == FLAG else choice_label(column.name, value, language)


def is_same(shown: Shown, found: Value | None) -> bool:
    """Tell whether a cell still holds what was written, as far as programs that save a workbook keep it."""
    if shown is None or shown == "":
        return found is None or found == ""
    if isinstance(shown, str):
        if found is None:
            return not canonical(shown)
        return shown == found or isinstance(found, str) and is_same_text(split_for_cell(shown)[0], found)
    number = _as_number(found) if isinstance(found, str) else found
    return number is not None and not isinstance(number, bool) and _same_number(shown, number)


def _same_number(one: int | float, other: int | float) -> bool:
    # LibreOffice writes fifteen digits.
    return (one == other or math.isclose(one, other, rel_tol=1e-14)
            or abs(one) < _LEAST_IN_EXCEL and abs(other) < _LEAST_IN_EXCEL)


# -- in ----------------------------------------------------------------------------------------------------------------


def meant(number: int | float, kind: str, text: str, column: Column, in_percent: bool) -> int | float:
    """Return the number that somebody meant who typed what Excel took for a date, a time or a percentage.

    `kind` is what the cell's format makes of it; `in_percent` tells that the field counts in percent. Raise `BadValue`
    if it is a date: Excel makes one of `1/2`.
    """
    if column.kind in (NUMBER, INTEGER):
        if kind == "time" and column.field.unit == HOURS:
            return round(number * 24, 9)
        if kind in ("date", "time"):
            raise BadValue(text)
        if kind == "percent" and in_percent and column.field.unit == METRIC_UNIT:
            return round(number * 100, 9)
    return number


def parsed(text: str, number: int | float | None, column: Column, names: tuple[Names, ...],
           in_percent: bool = False) -> Any:
    """Return the value that a cell means for its field, or raise `BadValue`.

    `text` is what the cell shows, `number` its value if it holds one, `names` are asked in turn for what it names.
    `in_percent` tells that the field counts in percent, so that `48%` is 48 there.
    """
    if in_percent and number is None and column.field.unit == METRIC_UNIT:
        text = _PERCENT.sub("", text)
    kind = column.kind
    if kind == TEXT:
        return _color(text) if column.field.kind == COLOR else text
    text = text.strip()
    if not text and number is None:
        return _NOTHING.get(kind)
    if kind in (NUMBER, INTEGER):
        return _number(text, number, kind == INTEGER)
    return _PARSERS[kind](text, column, names)


def _color(text: str) -> str:
    text = text.strip().lower()
    return f"#{text}" if re.fullmatch("[0-9a-f]{6}", text) else text


def _as_number(text: str) -> int | float | None:
    """Return the number that a text writes, with a decimal comma or a percent sign as well; None if it is none."""
    text = text.strip().replace("−", "-").replace("\u00a0", "").replace(" ", "")
    percent = text.endswith(("%", "％"))
    text = text.rstrip("%％")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    elif text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text) or len(text) > 400:
        return None
    number = float(text) if re.search("[.eE]", text) else int(text)
    return number / 100 if percent else number


def _number(text: str, number: int | float | None, whole: bool) -> int | float:
    value = _known(_as_number(text) if number is None else number, text)
    if whole and abs(value) < 1e15 and value == int(value):
        value = int(value)
    return value


def _known(value: V | None, text: str) -> V:
    """Return what a text means; raise `BadValue` if it means nothing."""
    if value is None:
        raise BadValue(text)
    return value


def choice_of(text: str, field: FieldSpec) -> str | None:
    """Return which of a field's values a text is a word for, in any language; None if it is none."""
    wanted = text.casefold()
    return next((value for value in field.choices if wanted in choice_spellings(field.name, value)), None)


def _find(text: str, column: Column, names: tuple[Names, ...]) -> str | None:
    return next((id_ for one in names if (id_ := one.find(text, column)) is not None), None)


def _all_named(text: str, column: Column, names: tuple[Names, ...]) -> tuple[str, ...]:
    """Return the ids of a list, one name a line; a line that is no name may be several, with semicolons or commas."""
    found: dict[str, None] = {}
    for line in filter(str.strip, text.splitlines()):
        whole = _find(line, column, names)
        if whole is not None:
            found[whole] = None
            continue
        parts = [part for part in _SEPARATORS.split(line) if part.strip()]
        if len(parts) == 1 and parts[0] == line:
            raise BadValue(line)
        for part in parts:
            found[_known(_find(part.strip(), column, names), part.strip())] = None
    return tuple(found)


def _observations(text: str, *_of_column: object) -> tuple[tuple[str, int | float], ...]:
    found = []
    for line in filter(str.strip, text.splitlines()):
        match = _OBSERVATION.fullmatch(line)
        value = _as_number(match[4]) if match else None
        if match is None or value is None:
            raise BadValue(line)
        found.append((f"{match[1]}-{match[2]:>02}-{match[3]:>02}", value))
    return tuple(found)


def _point(text: str, *_of_column: object) -> tuple[int | float, int | float]:
    values = [_as_number(part) for part in re.split(r"\s*[,;，；]\s*|\s+", text)]
    if len(values) != 2 or None in values:
        raise BadValue(text)
    return values[0], values[1]  # type: ignore[return-value]


_NOTHING: dict[str, Any] = {FLAG: False, REFS: (), OBSERVATIONS: ()}
"""What an empty cell means, where that is not None."""

_PARSERS: dict[str, Callable[[str, Column, tuple[Names, ...]], Any]] = {
    CHOICE: lambda text, column, _names: _known(choice_of(text, column.field), text),
    FLAG: lambda text, _column, _names: _known(flag_of(text), text),
    REF: lambda text, column, names: _known(_find(text, column, names), text),
    REFS: _all_named, OBSERVATIONS: _observations, POINT: _point,
}
