"""The records a journey is made of (file format version 1).

Each class is frozen and declares each of its fields once: see `fields` for what a declaration tells. From it come what
values a field takes, which records it points at, and what happens to the record when one of those goes (where it is
`needed`, it goes too; otherwise only the reference is dropped).
"""

from __future__ import annotations

import os
import reprlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from . import fields
from .fields import FIRST, LAST, METRIC_UNIT, NOWHERE, REFERENCES, FieldSpec, Rule
from .sentence import Sentence
from .vocabulary import LANGUAGES

BULLETS = ("Ø", "•", "-")
AUTOMATIONS = ("manual", "assisted", "automatic")
DRIVERS = ("product", "price", "performance", "ease", "value", "trust")
DIRECTIONS = ("up", "down")
STATUSES = ("idea", "planned", "doing", "done", "dropped")


def new_id() -> str:
    """Return a fresh record id: 32 hex digits, random, so that two people's records never share one."""
    return os.urandom(16).hex()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record:
    """What all records share: an id made once at birth and never derived."""

    type: ClassVar[str] = ""
    specs: ClassVar[tuple[FieldSpec, ...]] = ()
    """Its fields as declared, without the id."""

    rules: ClassVar[tuple[tuple[str, Rule, Any], ...]] = ()
    """Each field, what it takes, and its default."""

    values: ClassVar[Callable[[Record], tuple[Any, ...]]] = lambda record: _written_out(record).values(record)
    """What its fields hold, in the order of the rules."""

    keeps_rules: ClassVar[Callable[[Record], bool]] = lambda record: _written_out(record).keeps_rules(record)
    references: ClassVar[tuple[tuple[str, tuple[str, ...], bool, bool], ...]] = ()
    """Each field that names records, the types that it may name, whether it is needed, whether it names several."""

    id: str = fields.id_(new_id)

    # What `dataclass` would write for each class at start-up takes longer than all else that this module does.
    def __eq__(self, other: object) -> bool:
        return _written_out(self).__eq__(self, other)

    def __hash__(self) -> int:
        return hash(type(self).values(self))

    def __repr__(self) -> str:
        values = zip((name for name, *_ in self.rules), type(self).values(self))
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"

    @classmethod
    def spec(cls, name: str) -> FieldSpec:
        """Return the field of a name; raise `KeyError` if there is none."""
        for spec in cls.specs:
            if spec.name == name:
                return spec
        raise KeyError(name)

    def problems(self) -> list[Sentence]:
        """Return a sentence for each field whose value this type does not allow."""
        if type(self).keeps_rules(self):
            return []
        choices = {spec.name: spec.choices for spec in self.specs}
        return [fields.refusal(self.type, name, reprlib.repr(value), choices.get(name, ()))
                for value, (name, rule, _) in zip(type(self).values(self), self.rules) if not rule(value)]

    def refs(self) -> Iterator[str]:
        """Yield the ids that this record points at."""
        for name, _types, _cascade, many in self.references:
            value = getattr(self, name)
            if many:
                yield from value
            elif value is not None:
                yield value

    # -- what can be asked of any record, whether its type has such a field or not ------------------------------------

    ordered: ClassVar[bool] = True  # whether it stands in a row, at the place that `order` tells

    @property
    def order(self) -> float:
        """Its place in its row; 0 for what stands in none."""
        return 0

    @property
    def about(self) -> str | None:
        """The id of what it is about, None for what is about nothing."""
        return None

    @property
    def parent(self) -> str | None:
        """The id of what holds it: a touchpoint's stage, what a challenge is about; None at the top."""
        return self.about

    @property
    def row(self) -> tuple[object, ...]:
        """What all records of its row have in common: their type, what holds them and, of cells, the lane."""
        return type(self), self.parent

    @property
    def color(self) -> str:
        """Its colour as `#rrggbb`, "" for what has none of its own."""
        return ""

    def sibling(self, **values: Any) -> Self:
        """Return a new record for the same row, which has these values and no others."""
        places = {name: getattr(self, name) for name, _types, cascade, _many in self.references
                  if cascade or name == "about"}
        return type(self)(**places, **values)

    def replace(self, **values: Any) -> Self:
        """Return the record with other values in some fields, which may be named as the program runs."""
        return replace(self, **values)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class JourneyInfo(Record):
    """The journey as a whole (type `journey`, exactly one)."""

    type: ClassVar[str] = "journey"
    ordered: ClassVar[bool] = False
    title: str = fields.title(placeholder="title")
    organisation: str = fields.line()
    vision: str = fields.text()
    context: str = fields.long_text()
    language: str = fields.choice(LANGUAGES, "en", half=True, placeholder="")
    bullet: str = fields.choice(BULLETS, "Ø", half=True, placeholder="")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Stage(Record):
    """A life-cycle stage: a column of the map."""

    type: ClassVar[str] = "stage"
    title: str = fields.title(placeholder="stage")
    order: float = fields.order()
    goal: str = fields.text()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Touchpoint(Record):
    """A contact of the client with the service. Emotion −2…+2; duration in hours; position in map units."""

    type: ClassVar[str] = "touchpoint"
    title: str = fields.title(placeholder="touchpoint")
    stage: str = fields.holder("stage", table=2)
    order: float = fields.order()
    roles: tuple[str, ...] = fields.references("role", form=8, table=3, details=1, concept="role")
    channel: str = fields.line(suggests=True, listed=True, form=3, half=True, table=4, details=2, width=14)
    automation: str | None = fields.choice(AUTOMATIONS, form=4, half=True, table=6, details=5)
    backstage: bool = fields.flag(form=10, table=11, details=6)
    emotion: float | None = fields.emotion(form=2, table=7, details=4)
    duration_hours: float | None = fields.hours(form=6, half=True, table=8, details=7, placeholder="duration",
                                                concept="duration")
    owner: str = fields.line(suggests=True, form=5, half=True, table=5, details=3, width=15)
    need: str = fields.text(form=7, table=9, details=8)
    notes: str = fields.text(form=9, table=10, details=NOWHERE, width=28)  # the list has them last, after note cards
    position: tuple[float, float] | None = fields.position(form=11)

    @property
    def parent(self) -> str:
        """The id of its stage."""
        return self.stage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Challenge(Record):
    """What stands in the client's way, about a stage or a touchpoint."""

    type: ClassVar[str] = "challenge"
    title: str = fields.title()
    about: str = fields.holder("stage", "touchpoint")
    order: float = fields.order()
    severity: int | None = fields.scale()
    driver: str | None = fields.choice(DRIVERS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Metric(Record):
    """What is measured of a stage or a touchpoint.

    Observations are (ISO date, value) pairs by day, in whatever order they are given; several a day keep theirs.
    """

    type: ClassVar[str] = "metric"
    title: str = fields.title()
    about: str = fields.holder("stage", "touchpoint")
    order: float = fields.order()
    unit: str = fields.line(suggests=True, half=True)
    direction: str | None = fields.choice(DIRECTIONS, half=True)
    baseline: float | None = fields.number(unit=METRIC_UNIT, half=True)
    target: float | None = fields.number(unit=METRIC_UNIT, half=True)
    observations: tuple[tuple[str, float], ...] = fields.observations()
    formula: str = fields.text()

    def __post_init__(self) -> None:
        # Wherever they come in, from a file, a form, a merge: the last one is the latest.
        object.__setattr__(self, "observations", fields.by_day(self.observations))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Opportunity(Record):
    """An improvement, about a stage or a touchpoint, answering some challenges."""

    type: ClassVar[str] = "opportunity"
    title: str = fields.title()
    about: str = fields.holder("stage", "touchpoint")
    order: float = fields.order()
    challenges: tuple[str, ...] = fields.references("challenge", form=LAST + 2, table=LAST + 2)
    impact: int | None = fields.scale()
    effort: int | None = fields.scale()
    owner: str = fields.line(suggests=True, half=True, form=LAST + 1, table=LAST + 1)
    status: str | None = fields.choice(STATUSES, half=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Role(Record):
    """Somebody who takes part; influence is a weight from 0 to 1."""

    type: ClassVar[str] = "role"
    title: str = fields.title()
    order: float = fields.order()
    kind: str = fields.line(suggests=True, half=True)
    influence: float | None = fields.share(half=True)
    color: str = fields.color()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Flow(Record):
    """A directed link between touchpoints or stages; share is the part of the clients who take it, 0 to 1."""

    type: ClassVar[str] = "flow"
    ordered: ClassVar[bool] = False
    source: str = fields.holder("touchpoint", "stage")
    target: str = fields.holder("touchpoint", "stage")
    label: str = fields.title(table=LAST)
    share: float | None = fields.share(half=True)
    duration_hours: float | None = fields.hours(half=True)
    tracks: tuple[str, ...] = fields.references("track")

    def problems(self) -> list[Sentence]:
        """Return the broken rules; a flow must also lead somewhere else."""
        found = Record.problems(self)
        if self.source == self.target:
            found.append(Sentence("model", "A flow cannot lead back to where it starts."))
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Track(Record):
    """A named variant of the journey with the rule that says who takes it."""

    type: ClassVar[str] = "track"
    title: str = fields.title()
    order: float = fields.order()
    rule: str = fields.text()
    color: str = fields.color()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lane(Record):
    """A row of the user's own."""

    type: ClassVar[str] = "lane"
    title: str = fields.title()
    order: float = fields.order()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Cell(Record):
    """One entry of a lane, about a stage or a touchpoint."""

    type: ClassVar[str] = "cell"
    lane: str = fields.holder("lane")
    about: str = fields.holder("stage", "touchpoint")
    order: float = fields.order()
    title: str = fields.title()

    @property
    def row(self) -> tuple[object, ...]:
        """What all cells of its row have in common: what they are about, and the lane."""
        return type(self), self.about, self.lane


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Note(Record):
    """A sticky note, free or about something."""

    type: ClassVar[str] = "note"
    title: str = fields.title()
    order: float = fields.order()
    color: str = fields.color(form=LAST + 1)
    votes: int = fields.count()
    position: tuple[float, float] | None = fields.position(form=LAST + 2)
    about: str | None = fields.reference("stage", "touchpoint", "challenge", "metric", "opportunity", table=FIRST)


RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls for cls in (JourneyInfo, Stage, Touchpoint, Challenge, Metric, Opportunity, Role, Flow, Track, Lane,
                              Cell, Note)
}


def _written_out(record: Record) -> type[Record]:
    """Return the record's class, with what is asked of all its records written out as expressions.

    Loading asks this of every record, and loops over the fields would take twice as long. Most fields hold their
    default: seen by identity, this spares a call for each. At start-up nobody asks yet.
    """
    cls = type(record)
    names: dict[str, Any] = {}
    terms = []
    for number, (name, rule, default) in enumerate(cls.rules):
        names |= {f"rule_{number}": rule, f"default_{number}": default}
        terms.append(f"((value := record.{name}) is default_{number} or rule_{number}(value))")
    cls.keeps_rules = eval(f"lambda record: {' and '.join(terms)}", names)
    mine, others = ("".join(f"{one}.{name}, " for name, *_ in cls.rules) for one in ("record", "other"))
    cls.values = eval(f"lambda record: ({mine})")
    cls.__eq__ = eval(  # type: ignore[method-assign]
        f"lambda record, other: record is other or type(record) is type(other) and ({mine}) == ({others})")
    return cls


def _prepare(cls: type[Record]) -> None:
    """Enter what a class's declarations tell where it is asked for most."""
    declared = {name: one.metadata["spec"] for name, one in cls.__dataclass_fields__.items() if one.metadata}
    cls.rules = tuple([(name, spec.rule(), spec.default) for name, spec in declared.items()])
    cls.specs = tuple([spec.bind(cls.type, name) for name, spec in declared.items() if name != "id"])
    cls.references = tuple([(spec.name, spec.refs, spec.needed, spec.kind == REFERENCES)
                            for spec in cls.specs if spec.is_reference])


for _cls in RECORD_TYPES.values():
    _prepare(_cls)


def sort_key(record: Record) -> tuple[float, str]:
    """Return the key that puts records of a row in their order; ties are broken by id."""
    return record.order, record.id


def text_of(record: Record) -> str:
    """Return the text a record shows: a flow's label, any other record's title."""
    text: str = getattr(record, "label" if isinstance(record, Flow) else "title")
    return text
