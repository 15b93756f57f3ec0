"""What was exported, kept in the workbook itself: the records and what the sheets for people said, out of sight.

A sheet of one column: a line that marks it, with a checksum, and below it the JSON, compressed and in base64, in cells.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from ...model import Journey
from ...model.raw import raw_of, record_of
from ...model.sentence import JourneyError
from ...spreadsheet.cells import RawSheet
from ...spreadsheet.escapes import canonical

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BASE_SHEET = "journey_base"
_VERSION = 1
_CHUNK = 32_000
_MARK = re.compile(r"journey-map base (\d+) ([0-9a-f]{64}) (\d+)")
_MOST_BYTES = 250_000_000
_LEAST = 1e-300
"""Numbers nearer to zero than this are zero to Excel."""


@dataclass(slots=True)
class MapRow:
    """A row of the map as it was written: what it lists, its label, and per stage the ids of its items and its text."""

    kind: str
    lane: str
    label: str
    ids: list[list[str]]
    texts: list[str]


@dataclass(slots=True)
class MapWritten:
    """The map's sheet as it was written."""

    title: str = ""
    stages: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    rows: list[MapRow] = field(default_factory=list)


@dataclass(slots=True)
class Base:
    """What a workbook was exported from: the journey, the map's sheet, and a mark of each row of the details."""

    journey: Journey
    map: MapWritten
    details: list[int]


def fill_base(sheet: Worksheet, base: Base) -> None:
    """Write what was exported into an empty sheet, and hide it."""
    content = {"version": _VERSION, "records": [raw_of(record) for record in base.journey],
               "map": asdict(base.map), "details": base.details}
    data = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 6)
    text = base64.b64encode(data).decode()
    chunks = [text[start:start + _CHUNK] for start in range(0, len(text), _CHUNK)]
    checksum = hashlib.sha256(data).hexdigest()
    for row, value in enumerate([f"journey-map base {_VERSION} {checksum} {len(chunks)}", *chunks], 1):
        sheet.cell(row, 1, value)
    sheet.sheet_state = "veryHidden"


def is_base(sheet: RawSheet) -> bool:
    """Tell whether a sheet, of which the first row is enough, is the one that keeps what was exported."""
    first = sheet.rows.get(1, {}).get(1)
    return isinstance(first, str) and _MARK.fullmatch(first) is not None


def read_base(sheet: RawSheet) -> Base | None:
    """Return what was exported; None if the sheet is not whole or of a version that is not known here."""
    mark = _MARK.fullmatch(str(sheet.rows.get(1, {}).get(1, "")))
    if mark is None or int(mark[1]) != _VERSION:
        return None
    text = "".join(str(sheet.rows.get(row, {}).get(1, "")) for row in range(2, int(mark[3]) + 2))
    try:
        data = base64.b64decode(text, validate=True)
        if hashlib.sha256(data).hexdigest() != mark[2]:
            return None
        unpack = zlib.decompressobj()
        content = json.loads(unpack.decompress(data, _MOST_BYTES))
        rows = [MapRow(**row) for row in content["map"].pop("rows")]
        return Base(Journey(map(record_of, content["records"])), MapWritten(**content["map"], rows=rows),
                    content["details"])
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError, JourneyError):
        return None


def row_mark(values: Iterable[object]) -> int:
    """Return a number that tells whether a row still says the same, however a program saves it; 0 if it is empty."""
    said = [f"{value if abs(value) > _LEAST else 0:.12g}" if isinstance(value, (int, float))
            else canonical(str(value or "")).strip() for value in values]
    while said and not said[-1]:
        said.pop()
    return zlib.crc32("\x1f".join(said).encode("utf-8", "replace")) if said else 0
