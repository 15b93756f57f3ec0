"""Where in a file's text things stand, for messages: worked out only once something is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\n\r]*")
# Numbers are not converted: what is looked for may be one that cannot be.
_READER = json.JSONDecoder(parse_int=str, parse_float=str)


def line_at(text: str, offset: int) -> int:
    """Return the number of the line, from 1, that holds the character at `offset`."""
    return text.count("\n", 0, offset) + 1


def keys(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each key of the JSON object that `text` is, with the offsets of the key and of its value."""
    offset = _skip(text, _skip(text, 0) + 1)
    while text[offset] != "}":
        key, end = _READER.raw_decode(text, offset)
        value = _skip(text, _skip(text, end) + 1)
        yield key, offset, value
        _, end = _READER.raw_decode(text, value)
        offset = _next(text, end)


def items(text: str, offset: int) -> Iterator[int]:
    """Yield the offset of each item of the JSON list at `offset`; nothing if no list is there."""
    if text[offset] != "[":
        return
    offset = _skip(text, offset + 1)
    while text[offset] != "]":
        yield offset
        _, end = _READER.raw_decode(text, offset)
        offset = _next(text, end)


def _skip(text: str, offset: int) -> int:
    return _SPACE.match(text, offset).end()  # type: ignore[union-attr]  # It matches no space, too.


def _next(text: str, end: int) -> int:
    """Return the offset of what follows a value and its comma, or of the bracket that closes."""
    offset = _skip(text, end)
    return _skip(text, offset + 1) if text[offset] == "," else offset
