"""Tables that hold several journeys, told apart by a column of personas or by groups of rows: a table for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, groupby

from .interpretation import only_counts
from .labels import bare
from ..concepts import NUMBER, PERSONA, ROLE, TOUCHPOINT
from .tables import Field, Table


def split_table(table: Table) -> Iterator[tuple[Table, str, str]]:
    """Yield a table for each journey, its name, and the label of the column that names it; empty if there is none."""
    for group in _by_groups(table):
        field = _people_field(group)
        if field is None:
            yield group, group.title, ""
            continue
        slots: dict[str, list[int]] = {}
        for u, name in zip(group.slots, _names(group, field)):
            slots.setdefault(name, []).append(u)
        for name, places in slots.items():
            yield _part(group, field, places), name, field.label


# -- by groups of rows ------------------------------------------------------------------------------------------------


def _by_groups(table: Table) -> list[Table]:
    """Return the table, or one for each group of its rows if these name the same things again: a persona each."""
    labels = [bare(one.label) for one in table.fields if not one.divider and one.concept == TOUCHPOINT]
    if table.key is None or len(set(labels)) == len(labels):
        return [table]
    groups = _groups(one for one in table.fields if one is not table.key)
    return [_group_table(table, table.key, fields) for fields in groups]


def _group_table(table: Table, key: Field, fields: list[Field]) -> Table:
    head = next((one for one in fields if one.divider), None)
    rest = [one for one in fields if one is not head]
    return replace(table, fields=[key, *rest], title=head.label if head else "")


def _groups(fields: Iterable[Field]) -> list[list[Field]]:
    """Return the fields by group: a label that comes again begins another, at the dividers before it."""
    groups: list[list[Field]] = [[]]
    seen: set[str] = set()
    for one in fields:
        word = "" if one.divider else bare(one.label)
        if not one.divider and word in seen:
            start = len(groups[-1])
            while start and groups[-1][start - 1].divider:
                start -= 1
            groups[-1:] = [groups[-1][:start], groups[-1][start:]]
            seen = set()
        groups[-1].append(one)
        if not one.divider:
            seen.add(word)
    return groups


# -- by a column ------------------------------------------------------------------------------------------------------


def _part(table: Table, field: Field, slots: list[int]) -> Table:
    """Return the table of some slots without the field that told them apart."""
    key = replace(table.key, lines=list(table.key.lines)) if table.key else None
    fields = [key if key and one is table.key else one for one in table.fields if one is not field]
    if len(field.lines) > 1:
        fields.insert(0, Field(field.label, None, field.lines[1:]))
    dividers = [(slots.index(table.slots[place]), text) for place, text in table.dividers
                if place < len(table.slots) and table.slots[place] in slots]
    return replace(table, slots=slots, fields=fields, key=key, dividers=dividers)


def _people_field(table: Table) -> Field | None:
    """Return the field that tells several journeys apart: leading, and each of its names in one run of slots."""
    for field in table.fields:
        if field is table.key or field.concept == TOUCHPOINT and not field.divider and field.weight >= 1:
            return None
        if _may_name_people(table, field) and _tells_apart(table, field):
            return field
    return None


def _may_name_people(table: Table, field: Field) -> bool:
    """Tell whether a field before the touchpoints can be one of names: labelled so, weakly or not at all."""
    if field.divider or field.concept == NUMBER and only_counts(table, field):
        return False
    return not field.label or field.concept in (PERSONA, ROLE, NUMBER, TOUCHPOINT)


def _tells_apart(table: Table, field: Field) -> bool:
    """Tell whether each name stands for several slots in a row, and stages come again from one to the next."""
    names = [name for name, _ in groupby(_names(table, field)) if name]
    if not len(names) == len(set(names)) > 1 or len(names) >= len(table.slots):
        return False
    return field.concept == PERSONA or _begins_anew(table, field)


def _begins_anew(table: Table, field: Field) -> bool:
    """Tell whether stages come again from one name to the next, as they do in journeys of the same kind."""
    if table.key is None:
        return False
    stages: dict[str, set[str]] = {}
    lines = [[table.view.text(u, one.lines[0]).strip() for u in table.slots] for one in (field, table.key)]
    for name, stage in zip(*map(_carried_down, lines)):
        stages.setdefault(name, set()).add(stage)
    return any(one & other for one, other in combinations(stages.values(), 2))


def _names(table: Table, field: Field) -> list[str]:
    """Return for each slot the name that stands there or, where none does, before."""
    return _carried_down([table.entry(u, field.lines[0]).strip() for u in table.slots])


def _carried_down(texts: Iterable[str]) -> list[str]:
    carried: list[str] = []
    for text in texts:
        carried.append(text or "".join(carried[-1:]))
    return carried
