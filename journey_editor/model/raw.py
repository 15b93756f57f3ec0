"""Records as plain dicts for files that keep them as JSON: type, id, and the fields that are not at their default."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from .records import RECORD_TYPES, Record

Raw = dict[str, Any]

_TUPLES = {cls: tuple(f.name for f in fields(cls) if "tuple" in str(f.type)) for cls in RECORD_TYPES.values()}


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
