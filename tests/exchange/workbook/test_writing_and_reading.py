"""What is written is read again: the same texts in the same order."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.model import Cell, Journey, JourneyInfo, Lane, Stage
from journey_editor.model.records import BULLETS
from journey_editor.model.vocabulary import LANGUAGES
from tests.exchange.odd_tables import table, tables
from tests.strategies import journeys


def again(journey: Journey) -> Journey:
    """The journey as it comes back from a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "map.xlsx")
        write_workbook(journey, path)
        return read_workbook(path)[0]


@pytest.mark.slow
@given(tables())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_odd_texts_come_back_in_their_places(journey: Journey) -> None:
    found = again(journey)
    assert table(found) == table(journey)
    assert found.info.language == journey.info.language


@pytest.mark.slow
@given(journeys())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_journey_comes_back(journey: Journey) -> None:
    assert table(again(journey)) == table(journey)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bullet", BULLETS)
def test_lanes_may_be_called_like_the_fixed_rows(language: str, bullet: str) -> None:
    stage = Stage(title="1. First")
    lanes = [Lane(title=title, order=i) for i, title in enumerate(
        ("Opportunities", "机会点", "機會點", "Challenges", "挑战", "Touch points", "", "Metrics", ""))]
    journey = Journey([JourneyInfo(title="T", language=language, bullet=bullet), stage, *lanes,
                       *(Cell(title=f"cell {i}", lane=lane.id, about=stage.id) for i, lane in enumerate(lanes))])
    found = again(journey)
    assert table(found) == table(journey)
    assert found.info.title == "T" and found.info.bullet == bullet


def test_a_large_journey_comes_back(make_journey: Any) -> None:
    journey = make_journey(300)
    assert table(again(journey)) == table(journey)
