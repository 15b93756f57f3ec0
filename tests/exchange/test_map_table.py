"""The report's table: what stands in its cells, made and understood again."""

from __future__ import annotations

import pytest

from journey_editor.exchange.map_table import cell_items, stage_name, stage_title
from journey_editor.model import Stage


@pytest.mark.parametrize(("text", "items"), [
    ("Ø one\nØ two", ["one", "two"]), ("- one; two", ["one; two"]), ("- - x", ["- x"]), ("Ø 1. x\nØ —", ["1. x", "—"]),
    ("• two\n  lines\n• Ø x", ["two\nlines", "Ø x"]), ("Ø ", [""]), ("Ø one\ntyped by hand", ["one", "typed by hand"]),
    ("typed; by hand", ["typed", "by hand"]), ("", [])])
def test_our_own_cells_are_split_at_their_bullet_alone(text: str, items: list[str]) -> None:
    assert cell_items(text) == items


@pytest.mark.parametrize("title", ["Order", "3. Order", "", "two\nlines", "12 months"])
def test_a_stage_loses_the_number_that_it_was_given(title: str) -> None:
    assert stage_name(stage_title(Stage(title=title), 7, str)) == title


@pytest.mark.parametrize(("header", "title"), [
    ("2.", ""), (" 2. Order", "Order"), (" Order ", "Order"), ("2.5", "2.5")])
def test_a_stage_is_found_in_a_header_that_somebody_typed(header: str, title: str) -> None:
    assert stage_name(header) == title
