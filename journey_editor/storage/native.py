"""The native file `NAME.journey`: UTF-8 JSON, a header line and one record a line, sorted, defaults left out."""

from __future__ import annotations

import json
import os
import reprlib
from collections.abc import Iterable
from dataclasses import MISSING, fields
from itertools import chain
from typing import Any

from journey_editor import __version__
from journey_editor.files.disk import atomic_write, read_bytes
from journey_editor.files.errors import FilePath
from journey_editor.files.collector import gc_paused
from journey_editor.model import RECORD_TYPES, Journey, JourneyError, Record, Sentence, Word
from journey_editor.model.journey import RuleBroken
from journey_editor.model.raw import raw_of, record_of
from journey_editor.model.records import sort_key
from journey_editor.model.vocabulary import at_start, field_inside

from . import places
from .migrations import VERSION, Document, bring_up

FORMAT = "journey-map"

_HEADER = ("format", "version", "written_by", "records")

_EMPTY = Sentence("storage", "The file is empty.")
_NO_JOURNEY = Sentence("storage", "This is not a journey file.")
_BROAD_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""What a text in UTF-16 begins with: an editor may have saved a journey so."""


class BadFile(JourneyError):
    """A file that does not hold a journey: `reason`, and where they are known `line` (from 1) and `file`."""

    def __init__(self, reason: Sentence, line: int | None = None, file: str | None = None) -> None:
        name = os.path.basename(file) if file is not None else ""
        if file is not None and line is not None:
            sentence = Sentence("storage", "“{name}”, line {line}: {reason}", name=name, line=line, reason=reason)
        elif file is not None and reason == _EMPTY:
            sentence = Sentence("storage", "“{name}” is empty.", name=name)
        elif file is not None and reason == _NO_JOURNEY:
            sentence = Sentence("storage", "“{name}” is not a journey (.journey).", name=name)
        elif file is not None:
            sentence = Sentence("storage", "“{name}”: {reason}", name=name, reason=reason)
        elif line is not None:
            sentence = Sentence("storage", "Line {line}: {reason}", line=line, reason=reason)
        else:
            sentence = reason
        super().__init__(sentence)
        self.reason = reason
        self.line = line
        self.file = file


class _Refused(ValueError):
    """Something that JSON allows in a text and a journey does not."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


# -- whole files -------------------------------------------------------------------------------------------------------


def load(path: FilePath) -> Journey:
    """Return the journey that the file holds; raise `JourneyError` if it cannot be read, `BadFile` if it is not one."""
    data = read_bytes(path)
    try:
        return loads(data)
    except BadFile as error:
        raise BadFile(error.reason, error.line, os.fspath(path)) from error


def save(journey: Journey, path: FilePath) -> None:
    """Make the file hold the journey; raise `JourneyError` if it cannot, and then leave the file as it was."""
    atomic_write(path, dumps(journey))


# -- writing -----------------------------------------------------------------------------------------------------------


def dumps(journey: Iterable[Record]) -> bytes:
    """Return the bytes of the native file that holds the journey, or just these records."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    header = encode({"format": FORMAT, "version": VERSION, "written_by": f"journey-editor {__version__}"})
    records = sorted(journey, key=lambda record: (record.type, *sort_key(record)))
    lines = ",\n".join([encode(raw_of(record)) for record in records])
    return f'{header[:-1]}, "records": [\n{lines}\n]}}\n'.encode()


# -- reading -----------------------------------------------------------------------------------------------------------


def loads(data: bytes) -> Journey:
    """Return the journey that the bytes of a native file hold; raise `BadFile` with the reason, and where if known."""
    with gc_paused():
        text = _decode(data)
        return journey_from(_parse(text), text)


def parse(data: bytes) -> Document:
    """Return the raw document that the bytes hold, its header checked; raise `BadFile`."""
    return _parse(_decode(data))


def journey_from(document: Document, text: str | None = None) -> Journey:
    """Return the journey that a raw document of any known version holds; raise `BadFile`, with lines if given its text.

    The document's records are used up.
    """
    if document["version"] != VERSION:
        text = None  # The steps to this version may move records.
    records: list[Record] = []
    try:
        for raw in bring_up(document)["records"]:
            records.append(_record(raw))
        return Journey(records)
    except _Refused as error:
        raise BadFile(error.reason, _record_line(text, len(records))) from error
    except RuleBroken as error:
        raise BadFile(error.sentence, _record_line(text, _culprit(records, error))) from error


def _culprit(records: list[Record], error: RuleBroken) -> int | None:
    """Return the index of the record that breaks the rule; of the second one, where two have the same id."""
    seen = set()
    for index, record in enumerate(records):
        if record.id == error.record_id or record.id in seen:
            return index
        seen.add(record.id)
    return None


def _record(raw: Any) -> Record:
    if type(raw) is not dict or "type" not in raw:
        raise _Refused(Sentence("storage", "A record must be a JSON object with a type."))
    kind = raw["type"]
    cls = RECORD_TYPES.get(kind) if type(kind) is str else None
    if cls is None:
        raise _Refused(Sentence("storage", "This version of Journey Editor does not know records of type {type}.",
                                type=reprlib.repr(kind)))
    if type(raw.get("id")) is not str:
        raise _Refused(Sentence("storage", "{record} is missing its ID.", record=Word(at_start, kind)))
    try:
        return record_of(raw)
    except TypeError as error:
        raise _Refused(_misfit(cls, raw)) from error


def _misfit(cls: type[Record], raw: Document) -> Sentence:
    """Return which field there is too many or too few."""
    known = {f.name: f.default for f in fields(cls)}
    for name in raw.keys() - known.keys():
        return Sentence("storage", "{record} has no field {field} in this version of Journey Editor.",
                        field=reprlib.repr(name), record=Word(at_start, cls.type))
    missing = next(name for name, default in known.items() if default is MISSING and name not in raw)
    return Sentence("storage", "{record} is missing its {field}.", record=Word(at_start, cls.type),
                    field=Word(field_inside, cls.type, missing))


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", *_BROAD_MARKS)):
            raise BadFile(_NO_JOURNEY) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile(Sentence("storage", "This is not a journey file, because it is not UTF-8 text."), line) from error
    if not text.strip():
        raise BadFile(_EMPTY)
    return text


def _parse(text: str) -> Document:
    """Return the raw document, its header checked."""
    if not text.lstrip().startswith("{"):
        raise BadFile(_NO_JOURNEY)
    try:
        document = _STRICT.decode(text)
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from error
    except RecursionError as error:
        raise BadFile(_NO_JOURNEY) from error
    except ValueError as error:
        raise _refused(text, error) from error
    _check_header(document, text)
    return document


def _check_header(document: Document, text: str) -> None:
    version = document.get("version")
    if document.get("format") != FORMAT or type(version) is not int or version < 1:
        raise BadFile(_NO_JOURNEY)
    if version > VERSION:
        raise BadFile(Sentence(
            "storage", "This file was written by a newer version ({program}) in format {version}; this version "
                       "reads formats up to {known}. Please update Journey Editor.",
            program=str(document.get("written_by", "?"))[:60], version=version, known=VERSION))
    for key, offset, _ in places.keys(text) if not document.keys() <= set(_HEADER) else ():
        if key not in _HEADER:
            reason = Sentence("storage", "This version of Journey Editor does not know the field {field} of a file.",
                              field=reprlib.repr(key))
            raise BadFile(reason, places.line_at(text, offset))
    if type(document.get("records")) is not list:
        raise BadFile(Sentence("storage", "The file has no list of records."))


def _not_json(text: str, error: json.JSONDecodeError) -> BadFile:
    end = text.rstrip()
    if error.pos >= len(end) or not end.endswith("}") and error.msg != "Extra data":
        return BadFile(Sentence("storage", "The file is cut off here."), places.line_at(text, len(end)))
    return BadFile(Sentence("storage", "This is not valid JSON: {reason}.", reason=error.msg), error.lineno)


def _refused(text: str, error: ValueError) -> BadFile:
    """Return what a value that JSON can write and a journey cannot hold is, with its line."""
    reason = getattr(error, "reason", None) or Sentence("storage", "A number has too many digits.")
    for _, offset, value in places.keys(text):
        for start in chain(places.items(text, value), [value]):
            try:
                _STRICT.raw_decode(text, start)
            except ValueError:
                return BadFile(reason, places.line_at(text, start))
    return BadFile(reason)


def _record_line(text: str | None, index: int | None) -> int | None:
    if text is None or index is None:
        return None
    for key, _, value in places.keys(text):
        if key == "records":
            for number, start in enumerate(places.items(text, value)):
                if number == index:
                    return places.line_at(text, start)
    return None


def _unique(pairs: list[tuple[str, Any]]) -> Document:
    raw = dict(pairs)
    if len(raw) != len(pairs):
        raise _Refused(Sentence("storage", "A field occurs twice."))
    return raw


def _no_constant(name: str) -> Any:
    raise _Refused(Sentence("storage", "{value} is not a number that a journey can hold.", value=name))


_STRICT = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)
