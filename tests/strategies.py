"""Hypothesis strategies for journeys: every record type, every field, texts of all scripts."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

from journey_editor.model import RECORD_TYPES, Journey, JourneyInfo, Record, fields

SAMPLES = (
    "", " ", "Visit Website", "注册表单", "訂單確認", "お問い合わせ", "결제", "Оплата заказа", "الدفع", "תשלום", "भुगतान",
    "Zürich – naïve café", "👩🏽‍💻 🏳️‍🌈 ⚡️", "𠮷野家",
    "e\u0301\u200b\u202ex", "two\nlines", "tab\there", "Ø bullet", "=1+2", "-3", "@x",
    "a\x00b", "\ufeff", "\u2028", "\\u0041 \"quoted\" {braces}", "</text>&amp;", "0012",
)

NOWHERE = "f" * 32
"""An id that no record has."""


def texts() -> st.SearchStrategy[str]:
    """Any text that a field may hold."""
    return st.one_of(st.sampled_from(SAMPLES), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))


def ids() -> st.SearchStrategy[str]:
    """Well-formed ids, but never `NOWHERE`."""
    return st.integers(0, 2**128 - 2).map(lambda number: f"{number:032x}")


def numbers() -> st.SearchStrategy[float]:
    """Any number that a field without limits may hold."""
    return st.one_of(st.integers(-5, 5), st.integers(-2**70, 2**70), st.floats(allow_nan=False, allow_infinity=False))


def _between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.one_of(st.integers(int(low), int(high)), st.floats(low, high))


def _subset(pool: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(pool), unique=True, max_size=3).map(tuple) if pool else st.just(())


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


_POINTS = st.tuples(numbers(), numbers())
_COLORS = st.one_of(st.just(""), st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
_DATES = st.dates().map(lambda day: day.isoformat())


def _values(spec: fields.FieldSpec) -> st.SearchStrategy[Any]:
    """Any value that a field may hold; for a reference, see `references`."""
    if spec.kind in fields.NUMBERS:
        found: st.SearchStrategy[Any] = numbers() if math.isinf(spec.low) else (
            st.integers(int(spec.low), int(spec.high)) if spec.kind in fields.WHOLE_NUMBERS
            else _between(spec.low, spec.high))
    elif spec.kind == fields.CHOICE:
        found = st.sampled_from(spec.choices)
    else:
        found = _BY_KIND.get(spec.kind, texts())
    return found if spec.default is not None else _optional(found)


_BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    fields.FLAG: st.booleans(), fields.POINT: _POINTS, fields.COLOR: _COLORS,
    fields.OBSERVATIONS: st.lists(st.tuples(_DATES, numbers()), max_size=3).map(tuple),
}


def plain_values(cls: type[Record]) -> dict[str, st.SearchStrategy[Any]]:
    """A strategy for each field of a record type that is neither its id nor a reference."""
    return {spec.name: _values(spec) for spec in cls.specs if not spec.is_reference}


def references(cls: type[Record], pools: dict[str, list[str]]) -> dict[str, st.SearchStrategy[Any]] | None:
    """A strategy for each reference of a record type into the ids by type in `pools`; None where there are too few."""
    found: dict[str, st.SearchStrategy[Any]] = {}
    for name, types, cascade, many in cls.references:
        pool = [id_ for type_ in types for id_ in pools.get(type_, ())]
        if many:
            found[name] = _subset(pool)
        elif cascade and not pool:
            return None
        else:
            found[name] = st.sampled_from(pool) if cascade else _optional(st.sampled_from(pool)) if pool else st.none()
    return found


@st.composite
def records(draw: st.DrawFn, cls: type[Record], id_: str, pools: dict[str, list[str]]) -> Record | None:
    """A record of a type with references into `pools`; None where that lacks what it cannot be without."""
    pointing = references(cls, pools)
    if pointing is None:
        return None
    values = {name: draw(strategy) for name, strategy in {**plain_values(cls), **pointing}.items()}
    if cls.type == "flow" and values["source"] == values["target"]:
        return None
    return cls(id=id_, **values)


# What is pointed at comes before what points.
_ORDER = ("role", "track", "lane", "stage", "touchpoint", "challenge", "metric", "opportunity", "cell", "note", "flow")


@st.composite
def journeys(draw: st.DrawFn, most: int = 4) -> Journey:
    """Whole journeys with up to `most` records of each type."""
    counts = {type_: draw(st.integers(0, most)) for type_ in _ORDER}
    total = sum(counts.values()) + 1
    fresh = iter(draw(st.lists(ids(), min_size=total, max_size=total, unique=True)))
    found: list[Record] = [draw(records(JourneyInfo, next(fresh), {}))]  # type: ignore[list-item]
    pools: dict[str, list[str]] = {}
    for type_, count in counts.items():
        for _ in range(count):
            record = draw(records(RECORD_TYPES[type_], next(fresh), pools))
            if record is not None:
                found.append(record)
                pools.setdefault(type_, []).append(record.id)
    return Journey(found)
