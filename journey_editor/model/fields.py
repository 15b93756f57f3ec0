"""What a field of a record is: told once where the record declares it, and asked by whatever shows or reads it.

A record class declares each field by one of the functions below, such as `owner: str = fields.line(suggests=True)`.
What that says is a `FieldSpec`: what the field takes, where it is shown, and by which names it is known. The order in
which a class declares its fields is that of the files and of the data sheets. The form, the table and the list of
details sort them by a place of their own; fields of the same place stand as declared.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field
from datetime import date
from functools import partial
from operator import itemgetter
from typing import Any

from .sentence import Sentence, Word
from .vocabulary import at_start, field_inside

TITLE, LINE, TEXT, LONG_TEXT, COLOR = "title", "line", "text", "long text", "color"
NUMBER, INTEGER, SCALE, EMOTION, ORDER = "number", "integer", "scale", "emotion", "order"
CHOICE, FLAG, POINT, OBSERVATIONS = "choice", "flag", "point", "observations"
REFERENCE, REFERENCES, ID = "reference", "references", "id"

TEXTS = frozenset((TITLE, LINE, TEXT, LONG_TEXT))
"""The kinds that take any text; a line has no line breaks in the form."""

NUMBERS = frozenset((NUMBER, INTEGER, SCALE, EMOTION, ORDER))
WHOLE_NUMBERS = frozenset((INTEGER, SCALE))
LISTS = frozenset((REFERENCES, OBSERVATIONS))
"""The kinds that hold several values."""

HOURS = "hours"
SHARE = "share"
"""The unit of a part of one, which people read in percent."""

METRIC_UNIT = "metric unit"
"""The unit that the record names in its field `unit`."""

FIRST, LAST, NOWHERE = 1, 50, 0
"""Places in the form, the table and the list of details: where a title stands, where others do, and not there."""

BY_NAME = "*"
"""The placeholder and the concept of a field that are called as the field is."""

Rule = Callable[[Any], bool]


@dataclass(slots=True, eq=False, repr=False)
class FieldSpec:
    """One field of a record type. Never changed once its class is there: see `bind`."""

    kind: str
    default: Any
    low: float = -math.inf
    high: float = math.inf
    unit: str = ""
    choices: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    """The types of the records that a reference may mean."""

    needed: bool = False
    """Whether a record cannot be without the reference, so that it goes when what it points at goes."""

    form: int = NOWHERE
    half: bool = False
    """Whether the form shows it beside its neighbour, if that is half as wide too."""

    table: int = NOWHERE
    details: int = NOWHERE
    width: int = 26
    """The width of its column in the list of details, in Excel's units."""

    placeholder: str = ""
    concept: str = ""
    """What importers call it (see `exchange.recogniser.synonyms`); empty if no label of a table means it."""

    suggests: bool = False
    """Whether the form and the table offer what other records have there."""

    listed: bool = False
    """Whether the data sheets offer that, too."""

    type: str = ""
    name: str = ""

    def bind(self, type_: str, name: str) -> FieldSpec:
        """Tell the spec which field of which type it is; return it."""
        self.type, self.name = type_, name
        self.placeholder = name if self.placeholder == BY_NAME else self.placeholder
        self.concept = name if self.concept == BY_NAME else self.concept
        return self

    @property
    def key(self) -> str:
        """The type and the name, which no other field has together."""
        return f"{self.type}.{self.name}"

    @property
    def is_reference(self) -> bool:
        """Whether it names other records."""
        return self.kind in (REFERENCE, REFERENCES)

    @property
    def factor(self) -> int:
        """What one unit is for people: 100 where they read a part of one in percent."""
        return 100 if self.unit == SHARE else 1

    @property
    def steps(self) -> tuple[int, ...]:
        """The values that are offered for a number of few steps, from the lowest on; empty for others."""
        return tuple(range(int(self.low), int(self.high) + 1)) if self.kind in (SCALE, EMOTION) else ()

    def rule(self) -> Rule:
        """Return what tells whether the field takes a value."""
        rule = self._rule()
        return rule if self.default is not None else lambda value: value is None or rule(value)

    def _rule(self) -> Rule:
        if self.kind in NUMBERS:
            return _number_between(self.low, self.high, self.kind in WHOLE_NUMBERS)
        if self.kind == CHOICE:
            choices = self.choices
            return lambda value: type(value) is str and value in choices
        return _RULES.get(self.kind, _is_text)


def refusal(type_: str, name: str, value: Any, choices: tuple[str, ...] = ()) -> Sentence:
    """Return the sentence that says that a record of a type cannot have a value in a field."""
    words = {"record": Word(at_start, type_), "field": Word(field_inside, type_, name), "value": value}
    if choices:
        return Sentence("model", "{record} cannot have the {field} {value}; it is one of {choices}.",
                        choices=", ".join(choices), **words)
    return Sentence("model", "{record} cannot have {value} as its {field}.", **words)


def in_places(specs: tuple[FieldSpec, ...], where: str) -> tuple[FieldSpec, ...]:
    """Return the fields that the `form`, the `table` or the `details` show, in their order there."""
    shown = [spec for spec in specs if getattr(spec, where) != NOWHERE]
    return tuple(sorted(shown, key=lambda spec: getattr(spec, where)))


# -- what the kinds take -----------------------------------------------------------------------------------------------


def _is_text(value: Any) -> bool:
    if type(value) is not str:
        return False
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:  # a lone surrogate, which no file could hold
            return False
    return True


def _is_number(value: Any) -> bool:
    return (type(value) is int and -1e300 < value < 1e300) or (type(value) is float and math.isfinite(value))


def _number_between(low: float, high: float, whole: bool) -> Rule:
    if whole:
        return lambda value: type(value) is int and low <= value <= high
    return lambda value: _is_number(value) and low <= value <= high


def _is_hexadecimal(text: str, digits: int) -> bool:
    return len(text) == digits and not text.strip("0123456789abcdef")


def _is_color(value: Any) -> bool:
    return type(value) is str and (value == "" or value[0] == "#" and _is_hexadecimal(value[1:], 6))


def _is_point(value: Any) -> bool:
    return type(value) is tuple and len(value) == 2 and all(map(_is_number, value))


def _is_date(value: Any) -> bool:
    if type(value) is not str:
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_observations(value: Any) -> bool:
    return type(value) is tuple and all(
        type(pair) is tuple and len(pair) == 2 and _is_date(pair[0]) and _is_number(pair[1]) for pair in value)


def by_day(value: Any) -> Any:
    """Return observations in the order of their days, those of one day as they were given; what is none, as it is."""
    return tuple(sorted(value, key=itemgetter(0))) if _is_observations(value) else value


def _is_id(value: Any) -> bool:
    return type(value) is str and _is_hexadecimal(value, 32)


def _is_reference(value: Any) -> bool:
    # That it is the id of a record is for Journey.check to see.
    return type(value) is str


def _are_references(value: Any) -> bool:
    return type(value) is tuple and all(map(_is_reference, value)) and len(set(value)) == len(value)


_RULES: dict[str, Rule] = {
    COLOR: _is_color, FLAG: lambda value: type(value) is bool, POINT: _is_point, OBSERVATIONS: _is_observations,
    ID: _is_id, REFERENCE: _is_reference, REFERENCES: _are_references,
}


# -- declaring ---------------------------------------------------------------------------------------------------------


def _declared(kind: str, default: Any, **said: Any) -> Any:
    return field(default=default, metadata={"spec": FieldSpec(kind, default, **said)})


def id_(make: Callable[[], str]) -> Any:
    """A record's id, made by a function."""
    return field(default_factory=make, metadata={"spec": FieldSpec(ID, MISSING)})


def choice(choices: tuple[str, ...], default: str | None = None, **said: Any) -> Any:
    """One of a closed set of words; none too, if that is the default."""
    return _shown(CHOICE, default, **{"choices": choices, "width": 13} | said)


def holder(*types: str, table: int = LAST) -> Any:
    """What a record belongs to: a reference that it cannot be without."""
    return _declared(REFERENCE, MISSING, refs=types, needed=True, table=table)


def reference(*types: str, table: int = LAST) -> Any:
    """A reference, or none."""
    return _declared(REFERENCE, None, refs=types, table=table)


def references(*types: str, **said: Any) -> Any:
    """References to several records."""
    return _shown(REFERENCES, (), **{"refs": types, "width": 15} | said)


# What a declaration says replaces what is told here.

_shown = partial(_declared, form=LAST, table=LAST, details=LAST, placeholder=BY_NAME, concept=BY_NAME)
"""A field that is shown everywhere."""

title = partial(_declared, TITLE, "", form=FIRST, table=FIRST)
"""The text that a record shows: in one paragraph, broken into lines where it is long."""

line = partial(_shown, LINE, "")
"""A short text without line breaks."""

text = partial(_shown, TEXT, "")
"""A text of some lines."""

long_text = partial(_shown, LONG_TEXT, "")
"""A text of some paragraphs."""

number = partial(_shown, NUMBER, None, width=10)
"""A number, or none."""

hours = partial(number, low=0, high=1e9, unit=HOURS)
"""A duration in hours, or none."""

share = partial(number, low=0, high=1, unit=SHARE)
"""A part of one, from 0 to 1, or none."""

count = partial(_shown, INTEGER, 0, low=0, high=10**9, width=10)
"""How many there are of something."""

scale = partial(_shown, SCALE, None, low=1, high=5, width=10)
"""A whole number from 1 to 5, or none."""

emotion = partial(_shown, EMOTION, None, low=-2, high=2, width=10)
"""A number from −2, very unpleasant, to +2, very pleasant, or none."""

flag = partial(_shown, FLAG, False, width=10)
"""Yes or no."""

color = partial(_declared, COLOR, "", form=LAST, table=LAST)
"""A colour as #rrggbb, empty for none."""

order = partial(_declared, ORDER, 0)
"""The number that tells where a record stands in its row."""

position = partial(_declared, POINT, None, form=LAST)
"""Where a card or note is pinned, in map units; none if it is laid out."""

observations = partial(_declared, OBSERVATIONS, (), form=LAST, table=LAST, unit=METRIC_UNIT)
"""Pairs of an ISO date and a number. The table shows the latest."""
