"""The native file: what is written, what is read back, what is refused and where."""

from __future__ import annotations

import gc
import json
import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from hypothesis import given, settings

from journey_editor import __version__
from journey_editor.model import RECORD_TYPES, Journey, JourneyError, JourneyInfo, Stage
from journey_editor.storage import BadFile, dumps, load, loads, save
from tests.storage.golden_records import VERSION_1, filled
from tests.strategies import journeys

GOLDEN = Path(__file__).parent / "golden" / "version-1.journey"

HEADER = '{"format": "journey-map", "version": 1, "written_by": "journey-editor 0.1.0", "records": ['
INFO = '{"type": "journey", "id": "00000000000000000000000000000001"}'
OPEN = '{"type": "stage", "id": "00000000000000000000000000000002"'
STAGE = OPEN + ', "title": "A"}'


def file_of(*lines: str, header: str = HEADER, end: str = "]}") -> bytes:
    """A file with its header on line 1 and these records on line 2, 3, …"""
    return (header + "\n" + ",\n".join(lines) + "\n" + end + "\n").encode()


def refused(data: bytes) -> tuple[str, int | None]:
    """The reason and the line with which these bytes are refused."""
    with pytest.raises(BadFile) as error:
        loads(data)
    reason, line = str(error.value.reason), error.value.line
    assert reason.endswith(".") and "\n" not in reason
    assert str(error.value) == (reason if line is None else f"Line {line}: {reason}")
    return reason, line


# -- golden files ------------------------------------------------------------------------------------------------------


def test_the_golden_file_loads_as_the_records_that_it_was_made_from():
    assert load(GOLDEN) == Journey(VERSION_1)


def test_the_golden_file_is_saved_byte_for_byte(tmp_path):
    save(load(GOLDEN), tmp_path / "again.journey")
    written = f'"written_by": "journey-editor {__version__}"'.encode()
    expected = re.sub(rb'"written_by": "[^"]*"', written, GOLDEN.read_bytes(), count=1)
    assert (tmp_path / "again.journey").read_bytes() == expected


def test_the_golden_records_set_every_field_of_every_type():
    for cls in RECORD_TYPES.values():
        for field in fields(cls):
            assert any(getattr(record, field.name) != field.default and field.default is not MISSING or
                       field.default is MISSING for record in filled() if type(record) is cls), (cls, field.name)


# -- there and back ----------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(journeys(most=2))
def test_a_journey_comes_back_equal_and_is_written_the_same_again(journey):
    data = dumps(journey)
    again = loads(data)
    assert again == journey and dumps(again) == data


def test_the_file_has_one_record_a_line_sorted_by_type_order_and_id():
    lines = dumps(Journey(VERSION_1)).decode().split("\n")
    assert lines[0] == HEADER.replace("0.1.0", __version__) and lines[-2:] == ["]}", ""]
    raws = [json.loads(line.rstrip(",")) for line in lines[1:-2]]
    assert len(raws) == len(VERSION_1)
    assert all(list(raw)[:2] == ["type", "id"] for raw in raws)
    keys = [(raw["type"], raw.get("order", 0), raw["id"]) for raw in raws]
    assert keys == sorted(keys)


def test_fields_at_their_default_are_left_out():
    journey = Journey([JourneyInfo(id="0" * 32), Stage(id="1" * 32, order=0.0, goal="")])
    assert dumps(journey).decode().split("\n")[1:3] == [
        f'{{"type": "journey", "id": "{"0" * 32}"}},', f'{{"type": "stage", "id": "{"1" * 32}"}}']


@pytest.mark.parametrize("rewrite", [
    lambda text: json.dumps(json.loads(text), indent=4),
    lambda text: json.dumps(json.loads(text), indent="\t", sort_keys=True, ensure_ascii=False),
    lambda text: json.dumps(json.loads(text), separators=(",", ":")),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
    lambda text: "\n\n " + text + "\n\n",
])
def test_a_file_that_was_reformatted_still_loads(rewrite):
    assert loads(rewrite(GOLDEN.read_text("utf-8")).encode()) == Journey(VERSION_1)


def test_the_records_may_stand_in_any_order():
    lines = GOLDEN.read_text("utf-8").split("\n")[1:-2]
    assert loads(file_of(*(line.rstrip(",") for line in reversed(lines)))) == Journey(VERSION_1)


def test_the_collector_is_left_as_it_was():
    assert gc.isenabled()
    loads(GOLDEN.read_bytes())
    assert gc.isenabled()
    with pytest.raises(BadFile):
        loads(b"")
    assert gc.isenabled()
    gc.disable()
    try:
        loads(GOLDEN.read_bytes())
        assert not gc.isenabled()
    finally:
        gc.enable()


# -- what is no journey ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [
    b"hello", b"PK\x03\x04", b"[1, 2]", b'"text"', b"{}", b'{"format": "journey-map"}', b"<html>", b"\n\nnull",
    b'{"format": "other", "version": 1, "records": []}', b'{"format": "journey-map", "version": "1", "records": []}',
    b'{"format": "journey-map", "version": true, "records": []}',
    b'{"format": "journey-map", "version": 0, "records": []}',
    b'{"format": ["journey-map"], "version": 1, "records": []}', b"[" * 100_000, b'{"a":' * 100_000,
])
def test_another_kind_of_file_is_told_so(data):
    assert refused(data) == ("This is not a journey file.", None)


@pytest.mark.parametrize(("data", "reason", "line"), [
    (b"", "The file is empty.", None),
    (b" \r\n\t\n", "The file is empty.", None),
    (b"\xef\xbb\xbf", "The file is empty.", None),
    (file_of(INFO, STAGE).decode().encode("utf-16"),
     "This is not a journey file, because it is not UTF-8 text.", 1),
    (file_of(INFO, STAGE).replace(b'"A"', b'"\xff"'), "This is not a journey file, because it is not UTF-8 text.", 3),
    (file_of(INFO, STAGE).replace(b'"A"', b'"A'), "This is not valid JSON: Invalid control character at.", 3),
    (file_of(INFO, STAGE + " x"), "This is not valid JSON: Expecting ',' delimiter.", 3),
    (file_of(INFO, end="]"), "The file is cut off here.", 3),
    (file_of(INFO, end="]} x"), "This is not valid JSON: Extra data.", 3),
    (b'{"format": "journey-map", "version": 1, "records": {}}', "The file has no list of records.", None),
    (b'{"format": "journey-map", "version": 1}', "The file has no list of records.", None),
])
def test_a_broken_file_is_refused_where_it_is_broken(data, reason, line):
    assert refused(data) == (reason, line)


def test_a_file_cut_off_anywhere_is_refused():
    data = GOLDEN.read_bytes()
    for end in range(0, len(data) - 2, 7):
        reason, line = refused(data[:end])
        if end > 3:
            assert reason in ("The file is cut off here.", "This is not a journey file, because it is not UTF-8 text.")
            assert line is not None and line in (data[:end].count(b"\n"), data[:end].count(b"\n") + 1), (end, line)
    assert loads(data[:-1])


def test_a_newer_version_is_refused_in_plain_words():
    header = HEADER.replace('"version": 1', '"version": 7, "tail": 1').replace("0.1.0", "4.0")
    reason = ("This file was written by a newer version (journey-editor 4.0) in format 7; this version reads formats "
              "up to 1. Please update Journey Editor.")
    assert refused(file_of(INFO, '{"type": "comet"}', header=header)) == (reason, None)


@pytest.mark.parametrize(("record", "reason"), [
    (OPEN + ', "titel": ""}', "A stage has no field 'titel' in this version of Journey Editor."),
    ('{"type": "comet", "id": "00000000000000000000000000000002"}',
     "This version of Journey Editor does not know records of type 'comet'."),
    ('{"type": null, "id": "00000000000000000000000000000002"}',
     "This version of Journey Editor does not know records of type None."),
    ('{"type": ["stage"], "id": ""}',
     "This version of Journey Editor does not know records of type ['stage']."),
    ('{"id": "00000000000000000000000000000002"}', "A record must be a JSON object with a type."),
    ('["stage"]', "A record must be a JSON object with a type."),
    ("null", "A record must be a JSON object with a type."),
    ('{"type": "stage"}', "A stage is missing its ID."),
    ('{"type": "stage", "id": 7}', "A stage is missing its ID."),
    ('{"type": "stage", "id": []}', "A stage is missing its ID."),
    ('{"type": "stage", "id": "xyz"}', "A stage cannot have 'xyz' as its ID."),
    ('{"type": "touchpoint", "id": "00000000000000000000000000000002"}', "A touch point is missing its stage."),
    (INFO.replace("journey", "stage"), "Two records have the same ID."),
    (OPEN + ', "title": 5}', "A stage cannot have 5 as its title."),
    (OPEN + ', "title": null}', "A stage cannot have None as its title."),
    (OPEN + ', "title": "\\ud800"}', "A stage cannot have '\\ud800' as its title."),
    (OPEN + ', "order": "1"}', "A stage cannot have '1' as its order."),
    (OPEN + ', "order": true}', "A stage cannot have True as its order."),
    (OPEN + ', "order": 1e999}', "A stage cannot have inf as its order."),
    (OPEN + ', "order": NaN}', "NaN is not a number that a journey can hold."),
    (OPEN + ', "order": -Infinity}', "-Infinity is not a number that a journey can hold."),
    (OPEN + f', "order": {"9" * 5000}}}', "A number has too many digits."),
    (OPEN + ', "title": "a", "title": "b"}', "A field occurs twice."),
    ('{"type": "note", "id": "00000000000000000000000000000002", "position": [1, [2]]}',
     "A note cannot have (1, (2,)) as its position."),
    ('{"type": "note", "id": "00000000000000000000000000000002", "position": ' + "[" * 900 + "]" * 900 + "}",
     "A note cannot have (([[[[[...]]]]],),) as its position."),
    ('{"type": "note", "id": "00000000000000000000000000000002", "position": {"x": 1}}',
     "A note cannot have {'x': 1} as its position."),
    ('{"type": "touchpoint", "id": "00000000000000000000000000000002", "stage": "00000000000000000000000000000003"}',
     "A touch point refers to something that is not in the journey, in its field “Stage”."),
    ('{"type": "touchpoint", "id": "00000000000000000000000000000002", "stage": "00000000000000000000000000000001"}',
     "A touch point cannot refer to a journey in its field “Stage”."),
    ('{"type": "touchpoint", "id": "00000000000000000000000000000002", "stage": {}}',
     "A touch point cannot have {} as its stage."),
])
def test_a_wrong_record_is_refused_with_its_line(record, reason):
    more = STAGE.replace("2", "9").replace('"A"', r'"]}, {\" 🏳️‍🌈 "')
    assert refused(file_of(INFO, more, record, more.replace("9", "8"))) == (reason, 4)
    pretty = file_of("\n  " + INFO, "\n\n" + more, "\n\n\n" + record, end="\n]}")
    assert refused(pretty) == (reason, 10)


def test_two_records_about_the_journey_or_none_are_refused():
    reason = "A journey must have exactly one record of type “journey”, not {}."
    assert refused(file_of(INFO, INFO.replace("1", "2"))) == (reason.format(2), None)
    assert refused(file_of(STAGE)) == refused(file_of()) == (reason.format(0), None)


def test_an_unknown_or_repeated_field_of_the_header_is_refused():
    data = HEADER.replace('"version"', '\n"comment": [1, {}],\n"version"')
    assert refused(file_of(INFO, header=data)) == (
        "This version of Journey Editor does not know the field 'comment' of a file.", 2)
    assert refused(file_of(INFO, end='], "records": []}')) == ("A field occurs twice.", None)
    assert refused(file_of(INFO, end='],\n"written_by": NaN}'))[0] == "NaN is not a number that a journey can hold."


# -- files on the disk -------------------------------------------------------------------------------------------------


def test_a_broken_file_is_told_with_its_name(tmp_path):
    path = tmp_path / "café {0}.journey"
    path.write_bytes(file_of(INFO, "7"))
    with pytest.raises(BadFile) as error:
        load(path)
    assert str(error.value) == f"“{path.name}”, line 3: A record must be a JSON object with a type."
    assert error.value.file == str(path)
    path.write_bytes(b"")
    with pytest.raises(JourneyError) as error:
        load(str(path))
    assert str(error.value) == f"“{path.name}” is empty."
    path.write_bytes(b"PK\x03\x04\xff")
    with pytest.raises(JourneyError) as error:
        load(path)
    assert str(error.value) == f"“{path.name}” is not a journey (.journey)."
