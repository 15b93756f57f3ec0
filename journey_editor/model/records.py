"""The records a journey is made of (file format version 1).

Each class is frozen and knows three things about its fields, told once in the field's metadata: what values it takes
(`rule`), which records it points at (`ref`), and what happens to the record when one of those goes (`cascade`: it
goes too; otherwise only the reference is dropped).
"""

from __future__ import annotations

import math
import os
import re
import reprlib
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar

from .sentence import Sentence

LANGUAGES = ("en", "zh_CN", "zh_TW")
BULLETS = ("Ø", "•", "-")
AUTOMATIONS = ("manual", "assisted", "automatic")
DRIVERS = ("product", "price", "performance", "ease", "value", "trust")
DIRECTIONS = ("up", "down")
STATUSES = ("idea", "planned", "doing", "done", "dropped")

_ID = re.compile(r"[0-9a-f]{32}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COLOR = re.compile(r"#[0-9a-f]{6}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

Rule = Callable[[Any], bool]


def new_id() -> str:
    """Return a fresh record id: 32 hex digits, random, so that two people's records never share one."""
    return os.urandom(16).hex()


def _is_text(value: Any) -> bool:
    # A lone surrogate cannot be written as UTF-8, so no file could hold it.
    return type(value) is str and (value.isascii() or not _SURROGATE.search(value))


def _is_number(value: Any) -> bool:
    return (type(value) is int and -1e300 < value < 1e300) or (type(value) is float and math.isfinite(value))


def _number_between(low: float, high: float) -> Rule:
    return lambda value: _is_number(value) and low <= value <= high


def _integer_between(low: int, high: int) -> Rule:
    return lambda value: type(value) is int and low <= value <= high


def _one_of(values: tuple[str, ...]) -> Rule:
    return lambda value: type(value) is str and value in values


def _or_none(rule: Rule) -> Rule:
    return lambda value: value is None or rule(value)


def _is_flag(value: Any) -> bool:
    return type(value) is bool


def _is_color(value: Any) -> bool:
    return type(value) is str and (value == "" or bool(_COLOR.fullmatch(value)))


def _is_point(value: Any) -> bool:
    return type(value) is tuple and len(value) == 2 and all(map(_is_number, value))


def _is_date(value: Any) -> bool:
    # fromisoformat alone takes week dates as well from Python 3.11 on.
    if type(value) is not str or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_observations(value: Any) -> bool:
    return type(value) is tuple and all(
        type(pair) is tuple and len(pair) == 2 and _is_date(pair[0]) and _is_number(pair[1]) for pair in value)


def _is_id(value: Any) -> bool:
    return type(value) is str and _ID.fullmatch(value) is not None


def _is_reference(value: Any) -> bool:
    # That it is the id of a record is for Journey.check to see.
    return type(value) is str


def _are_references(value: Any) -> bool:
    return type(value) is tuple and all(map(_is_reference, value)) and len(set(value)) == len(value)


def _text() -> Any:
    return field(default="", metadata={"rule": _is_text})


def _optional(rule: Rule) -> Any:
    return field(default=None, metadata={"rule": _or_none(rule)})


def _choice(values: tuple[str, ...]) -> Any:
    return field(default=None, metadata={"rule": _or_none(_one_of(values)), "choices": values})


def _order() -> Any:
    return field(default=0, metadata={"rule": _is_number})


def _owner_of(*types: str) -> Any:
    """A reference that the record cannot live without."""
    return field(metadata={"rule": _is_reference, "ref": types, "cascade": True})


def _refs_to(*types: str) -> Any:
    return field(default=(), metadata={"rule": _are_references, "ref": types})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: an id made once at birth and never derived."""

    type: ClassVar[str] = ""
    rules: ClassVar[tuple[tuple[str, Rule, Any], ...]] = ()  # field, what it takes, its default
    values: ClassVar[Callable[[Record], tuple[Any, ...]]]  # what its fields hold, in the order of the rules
    keeps_rules: ClassVar[Callable[[Record], bool]]
    references: ClassVar[tuple[tuple[str, tuple[str, ...], bool, bool], ...]] = ()

    id: str = field(default_factory=new_id, metadata={"rule": _is_id})

    def problems(self) -> list[Sentence]:
        """Return a sentence for each field whose value this type does not allow."""
        if type(self).keeps_rules(self):
            return []
        return [
            Sentence("model", "A {type} cannot have {value} as its {field}.", type=self.type, field=name,
                     value=reprlib.repr(value))
            for value, (name, rule, _) in zip(type(self).values(self), self.rules) if not rule(value)
        ]

    def refs(self) -> Iterator[str]:
        """Yield the ids that this record points at."""
        for name, _types, _cascade, many in self.references:
            value = getattr(self, name)
            if many:
                yield from value
            elif value is not None:
                yield value


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyInfo(Record):
    """The journey as a whole (type `journey`, exactly one)."""

    type: ClassVar[str] = "journey"
    title: str = _text()
    organisation: str = _text()
    vision: str = _text()
    context: str = _text()
    language: str = field(default="en", metadata={"rule": _one_of(LANGUAGES), "choices": LANGUAGES})
    bullet: str = field(default="Ø", metadata={"rule": _one_of(BULLETS), "choices": BULLETS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Record):
    """A life-cycle stage: a column of the map."""

    type: ClassVar[str] = "stage"
    title: str = _text()
    order: float = _order()
    goal: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Record):
    """A contact of the client with the service. Emotion −2…+2; duration in hours; position in map units."""

    type: ClassVar[str] = "touchpoint"
    title: str = _text()
    stage: str = _owner_of("stage")
    order: float = _order()
    roles: tuple[str, ...] = _refs_to("role")
    channel: str = _text()
    automation: str | None = _choice(AUTOMATIONS)
    backstage: bool = field(default=False, metadata={"rule": _is_flag})
    emotion: float | None = _optional(_number_between(-2, 2))
    duration_hours: float | None = _optional(_number_between(0, 1e9))
    owner: str = _text()
    need: str = _text()
    notes: str = _text()
    position: tuple[float, float] | None = _optional(_is_point)


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Record):
    """What stands in the client's way, about a stage or a touchpoint."""

    type: ClassVar[str] = "challenge"
    title: str = _text()
    about: str = _owner_of("stage", "touchpoint")
    order: float = _order()
    severity: int | None = _optional(_integer_between(1, 5))
    driver: str | None = _choice(DRIVERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Record):
    """What is measured of a stage or a touchpoint; observations are (ISO date, value) pairs."""

    type: ClassVar[str] = "metric"
    title: str = _text()
    about: str = _owner_of("stage", "touchpoint")
    order: float = _order()
    unit: str = _text()
    direction: str | None = _choice(DIRECTIONS)
    baseline: float | None = _optional(_is_number)
    target: float | None = _optional(_is_number)
    observations: tuple[tuple[str, float], ...] = field(default=(), metadata={"rule": _is_observations})
    formula: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Record):
    """An improvement, about a stage or a touchpoint, answering some challenges."""

    type: ClassVar[str] = "opportunity"
    title: str = _text()
    about: str = _owner_of("stage", "touchpoint")
    order: float = _order()
    challenges: tuple[str, ...] = _refs_to("challenge")
    impact: int | None = _optional(_integer_between(1, 5))
    effort: int | None = _optional(_integer_between(1, 5))
    owner: str = _text()
    status: str | None = _choice(STATUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """Somebody who takes part; influence is a weight from 0 to 1."""

    type: ClassVar[str] = "role"
    title: str = _text()
    order: float = _order()
    kind: str = _text()
    influence: float | None = _optional(_number_between(0, 1))
    color: str = field(default="", metadata={"rule": _is_color})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Record):
    """A directed link between touchpoints or stages; share is the part of the clients who take it, 0 to 1."""

    type: ClassVar[str] = "flow"
    source: str = _owner_of("touchpoint", "stage")
    target: str = _owner_of("touchpoint", "stage")
    label: str = _text()
    share: float | None = _optional(_number_between(0, 1))
    duration_hours: float | None = _optional(_number_between(0, 1e9))
    tracks: tuple[str, ...] = _refs_to("track")

    def problems(self) -> list[Sentence]:
        """Return the broken rules; a flow must also lead somewhere else."""
        found = Record.problems(self)
        if self.source == self.target:
            found.append(Sentence("model", "A flow cannot lead back to where it starts."))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Record):
    """A named variant of the journey with the rule that says who takes it."""

    type: ClassVar[str] = "track"
    title: str = _text()
    order: float = _order()
    rule: str = _text()
    color: str = field(default="", metadata={"rule": _is_color})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Record):
    """A row of the user's own."""

    type: ClassVar[str] = "lane"
    title: str = _text()
    order: float = _order()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Record):
    """One entry of a lane, about a stage or a touchpoint."""

    type: ClassVar[str] = "cell"
    lane: str = _owner_of("lane")
    about: str = _owner_of("stage", "touchpoint")
    order: float = _order()
    title: str = _text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A sticky note, free or about something."""

    type: ClassVar[str] = "note"
    title: str = _text()
    order: float = _order()
    color: str = field(default="", metadata={"rule": _is_color})
    votes: int = field(default=0, metadata={"rule": _integer_between(0, 10**9)})
    position: tuple[float, float] | None = _optional(_is_point)
    about: str | None = field(default=None, metadata={
        "rule": _or_none(_is_reference), "ref": ("stage", "touchpoint", "challenge", "metric", "opportunity")})


RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls for cls in (JourneyInfo, Stage, Touchpoint, Challenge, Metric, Opportunity, Role, Flow, Track, Lane,
                              Cell, Note)
}


def _rules_kept(cls: type[Record]) -> Callable[[Record], bool]:
    """Return what tells whether a record keeps all its rules, written out as one expression.

    Loading asks this of every record, and a loop over the rules takes twice as long. Most fields hold their default:
    seen by identity, this spares a call for each.
    """
    names: dict[str, Any] = {}
    terms = []
    for number, (name, rule, default) in enumerate(cls.rules):
        names |= {f"rule_{number}": rule, f"default_{number}": default}
        terms.append(f"((value := record.{name}) is default_{number} or rule_{number}(value))")
    kept: Callable[[Record], bool] = eval(f"lambda record: {' and '.join(terms)}", names)
    return kept


for _cls in RECORD_TYPES.values():
    _cls.rules = tuple((f.name, f.metadata["rule"], f.default) for f in fields(_cls))
    _cls.values = attrgetter(*(f.name for f in fields(_cls)))
    _cls.keeps_rules = _rules_kept(_cls)
    _cls.references = tuple(
        (f.name, f.metadata["ref"], f.metadata.get("cascade", False), f.default == () and f.default is not MISSING)
        for f in fields(_cls) if "ref" in f.metadata)


def sort_key(record: Record) -> tuple[float, str]:
    """Return the key that puts records of a row in their order; ties are broken by id."""
    return getattr(record, "order", 0), record.id


def text_of(record: Record) -> str:
    """Return the text a record shows: a flow's label, any other record's title."""
    return record.label if isinstance(record, Flow) else record.title  # type: ignore[attr-defined]
