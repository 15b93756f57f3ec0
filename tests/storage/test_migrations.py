"""Older files are brought up one step at a time."""

from __future__ import annotations

from pathlib import Path

from journey_editor.storage.migrations import STEPS, VERSION, bring_up

STEPS_TO_4 = {
    2: lambda document: {**document, "records": [{**raw, "two": 2} for raw in document["records"]]},
    3: lambda document: {**document, "records": [{**raw, "three": raw["two"] + 1} for raw in document["records"]]},
}


def test_an_old_document_takes_every_step_in_turn_and_is_itself_left_alone():
    old = {"format": "journey-map", "version": 2, "records": [{"type": "x"}]}
    assert bring_up(old, STEPS_TO_4, 4) == {
        "format": "journey-map", "version": 4, "records": [{"type": "x", "two": 2, "three": 3}]}
    assert old == {"format": "journey-map", "version": 2, "records": [{"type": "x"}]}
    assert bring_up({**old, "version": 3, "records": []}, STEPS_TO_4, 4)["version"] == 4


def test_a_document_of_this_version_is_given_back():
    document = {"version": VERSION, "records": []}
    assert bring_up(document) is document


def test_every_older_version_has_a_step_and_every_version_a_golden_file():
    assert sorted(STEPS) == list(range(1, VERSION))
    golden = Path(__file__).parent / "golden"
    assert sorted(path.name for path in golden.iterdir()) == [f"version-{n}.journey" for n in range(1, VERSION + 1)]
