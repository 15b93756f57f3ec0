"""Blocks of cells on the clipboard come back as they were, from HTML and from text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_editor.exchange import cells_from_clipboard, clipboard_cells

FOLDER = Path(__file__).parent / "clipboard"
ODD = [["0012", "=1+2", ""], ["two\nlines", "a  b", '"'], ["", "<b>&amp;", "  indented"], ["'quoted", "价格", "Ø x"]]


def test_cells_come_back_from_html_and_from_text() -> None:
    html, text = clipboard_cells(ODD)
    assert cells_from_clipboard("", text) == ODD
    assert cells_from_clipboard(html, "") == ODD


def test_one_cell_is_plain_text_too() -> None:
    assert clipboard_cells([["one"]])[1] == "one"
    assert cells_from_clipboard(*clipboard_cells([["one"]])) == [["one"]]
    assert cells_from_clipboard("", "") == []


@pytest.mark.parametrize("name", ["excel", "wps", "libreoffice", "google_sheets"])
def test_spreadsheets_give_a_block(name: str) -> None:
    rows = cells_from_clipboard((FOLDER / f"{name}.html").read_text("utf-8"), "unused")
    assert len(rows) > 1 and len({len(row) for row in rows}) == 1
    assert any("\n" in cell for row in rows for cell in row)


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(
    st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)))
def test_any_text_comes_back_from_text(rows: list[list[str]]) -> None:
    # A row of nothing in a single column at the end looks like no row at all.
    assert cells_from_clipboard("", clipboard_cells([*rows, ["x"] * len(rows[0])])[1])[:-1] == rows
