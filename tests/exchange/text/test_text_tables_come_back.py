"""Whatever is in a map's table comes back from every kind of text: the same texts in the same places and order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from journey_editor.exchange import clipboard_map, read_file, recognise_clipboard, write_file
from journey_editor.model import Journey
from strategies import journeys
from tests.exchange.odd_tables import table, tables, written


def through_file(journey: Journey, suffix: str) -> Journey:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"map{suffix}")
        write_file(journey, path)
        return read_file(path)[0]


def through_html(journey: Journey) -> Journey:
    return recognise_clipboard(clipboard_map(journey)[0], "").journeys[0]


def through_text(journey: Journey) -> Journey:
    return recognise_clipboard("", clipboard_map(journey)[1]).journeys[0]


def plain(rows: Any, alter: Callable[[str], str]) -> Any:
    """The texts of a table, each altered."""
    if isinstance(rows, str):
        return alter(rows)
    return [plain(row, alter) for row in rows]


def in_html(text: str) -> str:
    """What becomes of a text in HTML, where all spaces are of one kind, and empty lines around a text are not seen."""
    return text.replace("\t", " ").replace("\u00a0", " ").strip("\n")


WAYS: dict[str, tuple[Callable[[Journey], Journey], Callable[[str], str]]] = {
    ".csv": (lambda journey: through_file(journey, ".csv"), str),
    ".tsv": (lambda journey: through_file(journey, ".tsv"), str),
    ".md": (lambda journey: through_file(journey, ".md"), str),
    "html": (through_html, in_html),
    "text": (through_text, str),
}


def check(journey: Journey, way: str) -> None:
    if way == "text" and not journey.stages:
        return  # without a tab, a text on the clipboard is lines, in which quotation marks mean just themselves
    there_and_back, alter = WAYS[way]
    found = there_and_back(journey)
    assert plain(table(found), alter) == plain(table(journey), alter)
    assert alter(found.info.title) == alter(written(journey.info.title))
    assert found.info.language == journey.info.language


@pytest.mark.parametrize("way", WAYS)
@given(journey=tables())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_odd_texts_come_back_in_their_places(way: str, journey: Journey) -> None:
    check(journey, way)


@pytest.mark.parametrize("way", WAYS)
@given(journey=journeys())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_journey_comes_back(way: str, journey: Journey) -> None:
    check(journey, way)


@pytest.mark.parametrize("way", WAYS)
def test_a_large_journey_comes_back(way: str, make_journey: Any) -> None:
    check(make_journey(300), way)
