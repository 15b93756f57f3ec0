"""The data of the recogniser names only what the program knows."""

from __future__ import annotations

from journey_editor.exchange import concepts
from journey_editor.exchange.recogniser.synonyms import NAMES, read
from journey_editor.model import JourneyInfo
from journey_editor.model.records import AUTOMATIONS


def test_labels_have_concepts_that_there_are() -> None:
    known = {value for name, value in vars(concepts).items() if name.isupper() and isinstance(value, str)}
    assert {entry["concept"] for entry in read("labels")} <= known


def test_only_labels_of_other_tables_speak_against_a_journey_map() -> None:
    assert {entry["concept"] for entry in read("labels") if entry["weight"] < 0} == {concepts.OTHER}


def test_front_matter_fills_fields_of_the_journey() -> None:
    assert NAMES["front_matter"].keys() <= {spec.name for spec in JourneyInfo.specs}


def test_cells_name_the_grades_of_automation_that_there_are() -> None:
    assert set(read("cells")["automation"]) == set(AUTOMATIONS)


def test_each_traditional_character_has_its_simplified_one() -> None:
    assert all(len(traditional) == len(simplified) for traditional, simplified in read("chinese"))
