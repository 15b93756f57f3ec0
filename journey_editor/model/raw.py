"""Records as plain dicts for files that keep them as JSON: type, id, and the fields that are not at their default."""

from __future__ import annotations

from typing import Any

from .fields import LISTS, POINT
from .records import RECORD_TYPES, Record

Raw = dict[str, Any]

_TUPLES = {cls: tuple(spec.name for spec in cls.specs if spec.kind in LISTS or spec.kind == POINT)
           for cls in RECORD_TYPES.values()}


def raw_of(record: Record) -> Raw:
    """Return a record as a dict of what JSON knows, fields at their default left out."""
    raw: Raw = {"type": record.type}
    for value, (name, _, default) in zip(type(record).values(record), record.rules):
        if value is not default and value != default:
            raw[name] = value
    return raw


def record_of(raw: Raw) -> Record:
    """Return the record of a dict that `raw_of` made and JSON carried; the dict is used up.

    Raise `KeyError` or `TypeError` if it is none. Whether its values are right is for `Journey` to see.
    """
    cls = RECORD_TYPES[raw.pop("type")]
    for name in _TUPLES[cls]:
        # What is no list stays as it is, for the field's rule to refuse; no field holds anything deeper.
        if type(value := raw.get(name)) is list:
            raw[name] = tuple([tuple(item) if type(item) is list else item for item in value])
    return cls(**raw)
