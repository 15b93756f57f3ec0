"""What records are called in cells that refer to them: their titles on one line, told apart where they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from ...model import RECORD_TYPES, Journey
from ...model.vocabulary import label
from .columns import PLACES, Column, rows_of

_LONGEST = 120
"""How many characters of a title make a name: more would hide the rest of a drop-down list."""

_SHAPELESS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd-\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What programs may drop from a cell, or take for something else."""

GROUPS = (PLACES, ("role",), ("track",), ("lane",))
"""The sets of types within which every name is there once."""


class Named(Protocol):
    """As much of a record as it takes to name it."""

    @property
    def type(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


class Names:
    """The name of each record that others may refer to, and which record a name means."""

    def __init__(self, records: Iterable[Named], language: str, kept: Mapping[str, str] = MappingProxyType({})) -> None:
        """Name records, of each type in the order given; those in `kept` have their names (by id) already."""
        self.by_id: dict[str, str] = {}
        self._ids: dict[tuple[str, ...], dict[str, str]] = {}
        self._folded: dict[tuple[str, ...], dict[str, list[str]]] = {}
        self._kept = kept
        by_type: dict[str, list[Named]] = {}
        for record in records:
            by_type.setdefault(record.type, []).append(record)
        for group in GROUPS:
            self._name([record for type_ in group for record in by_type.get(type_, ())], group,
                       label("untitled", language))
        self._types = {record.id: record.type for found in by_type.values() for record in found}

    def _name(self, records: list[Named], group: tuple[str, ...], untitled: str) -> None:
        taken = self._ids[group] = {self._kept[record.id]: record.id for record in records if record.id in self._kept}
        self.by_id.update({id_: name for name, id_ in taken.items()})
        records = [record for record in records if record.id not in self._kept]
        titles = [_line(record.title) or untitled for record in records]
        for record, title in zip(records, titles):
            taken.setdefault(title, record.id)
        self._tell_apart(records, titles, taken)
        folded = self._folded[group] = {}
        for name, id_ in taken.items():
            folded.setdefault(name.casefold(), []).append(id_)

    def _tell_apart(self, records: list[Named], titles: list[str], taken: dict[str, str]) -> None:
        """Give records their titles as names, with numbers behind those that repeat; enter these in `taken`."""
        counts: dict[str, int] = {}
        for record, title in zip(records, titles):
            name = title
            if taken[title] != record.id:
                number = counts.get(title, 1)
                while name in taken:
                    number += 1
                    name = f"{title} ({number})"
                counts[title] = number
                taken[name] = record.id
            self.by_id[record.id] = name

    def find(self, text: str, column: Column) -> str | None:
        """Return the id of the record that a text names in a column; None if none or several have that name."""
        group = next(group for group in GROUPS if column.field.refs[0] in group)
        name = _line(text)
        id_ = self._ids[group].get(name)
        if id_ is not None and self._types[id_] in column.field.refs:
            return id_
        fitting = [id_ for id_ in self._folded[group].get(name.casefold(), ()) if self._types[id_] in column.field.refs]
        return fitting[0] if len(fitting) == 1 else None

    def of_types(self, types: tuple[str, ...]) -> Iterator[str]:
        """Yield the names of all records of some types."""
        for id_, name in self.by_id.items():
            if self._types[id_] in types:
                yield name


def names_of(journey: Journey) -> Names:
    """Return the names of a journey's records."""
    named = (cls for type_, cls in RECORD_TYPES.items() if any(type_ in group for group in GROUPS))
    records = (record for cls in named for record in rows_of(journey, cls))
    return Names(records, journey.info.language)  # type: ignore[arg-type]


def _line(title: str) -> str:
    line = " ".join(_SHAPELESS.sub(" ", title).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST - 1].rstrip() + "…"
