"""What was exported, packed to be kept in the workbook itself: the records, and what the sheets for people said."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from ...model import Journey
from ...model.raw import raw_of, record_of
from ...model.sentence import JourneyError

_VERSION = 1
_CHUNK = 32_000
"""How many characters go into a line: as many as a cell holds."""

_MARK = re.compile(r"journey-map base (\d+) ([0-9a-f]{64}) (\d+)")
_MOST_BYTES = 250_000_000


@dataclass(slots=True)
class WrittenRow:
    """A row of the map as it was written: what it lists, its label, and per stage the ids of its items and its text."""

    kind: str
    lane: str
    label: str
    ids: list[list[str]]
    texts: list[str]


@dataclass(slots=True)
class WrittenMap:
    """The map's sheet as it was written; texts are as cells store them."""

    title: str = ""
    stages: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    rows: list[WrittenRow] = field(default_factory=list)


@dataclass(slots=True)
class Base:
    """What a workbook was exported from: the journey, the map's sheet, and a mark of each row of the details."""

    journey: Journey
    map: WrittenMap
    details: list[int]


def is_mark(text: object) -> bool:
    """Tell whether something is the first line of a packed base."""
    return isinstance(text, str) and _MARK.fullmatch(text) is not None


def packed(base: Base) -> list[str]:
    """Return what was exported as lines: one that marks it, with a checksum, and compressed JSON in base64."""
    content = {"version": _VERSION, "records": [raw_of(record) for record in base.journey],
               "map": asdict(base.map), "details": base.details}
    data = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 6)
    text = base64.b64encode(data).decode()
    chunks = [text[start:start + _CHUNK] for start in range(0, len(text), _CHUNK)]
    return [f"journey-map base {_VERSION} {hashlib.sha256(data).hexdigest()} {len(chunks)}", *chunks]


def unpacked(lines: Sequence[str]) -> Base | None:
    """Return what was exported; None if the lines are not whole or of a version that is not known here."""
    mark = _MARK.fullmatch(lines[0]) if lines else None
    if mark is None or int(mark[1]) != _VERSION:
        return None
    try:
        data = base64.b64decode("".join(lines[1:int(mark[3]) + 1]), validate=True)
        if hashlib.sha256(data).hexdigest() != mark[2]:
            return None
        unpack = zlib.decompressobj()
        content = json.loads(unpack.decompress(data, _MOST_BYTES))
        rows = [WrittenRow(**row) for row in content["map"].pop("rows")]
        return Base(Journey(map(record_of, content["records"])), WrittenMap(**content["map"], rows=rows),
                    content["details"])
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError, JourneyError):
        return None
