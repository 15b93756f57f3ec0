"""Tables as people make them, in every layout that is met in the wild, and tables that are something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from workbook_cases import all_outlines, build

from journey_editor.exchange import find_maps, read_workbook
from journey_editor.model import JourneyError

CASES: dict[str, Any] = json.loads(Path(__file__).with_name("reading_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "maps" in case])
def test_tables_are_read_exactly(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    path = build(tmp_path / "book.xlsx", *case["sheets"])
    assert all_outlines(path, case.get("scale")) == case["maps"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "error" in case])
def test_tables_about_something_else_are_refused(name: str, tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", *CASES[name]["sheets"])
    assert find_maps(path) == []
    with pytest.raises(JourneyError, match="There is no journey map"):
        read_workbook(path)
