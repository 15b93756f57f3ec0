"""The list of sheets: what is in it is written, known again and replaced, with nothing said of it elsewhere."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from journey_editor.exchange import find_edits, what_would_be_lost, write_workbook
from journey_editor.exchange.workbook import exporting, registry
from journey_editor.exchange.workbook.sheet_kind import Export, SheetKind, no_text
from journey_editor.files.progress import Progress
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint


@pytest.fixture
def journey() -> Journey:
    stage = Stage(title="Visit", order=1)
    return Journey([JourneyInfo(title="Map"), stage, Touchpoint(title="Ad", stage=stage.id, order=1)])


def test_a_new_sheet_is_a_line_in_the_list(journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(export: Export, sheet, _progress: Progress) -> None:  # type: ignore[no-untyped-def]
        sheet.exact(1, 1, f"Of {export.journey.info.title}")

    kind = SheetKind("extra", lambda language: f"Extra {language}", write, is_marked=True, region=no_text)
    kinds = (*registry.SHEET_KINDS, kind)
    for module in (registry, exporting):
        monkeypatch.setattr(module, "SHEET_KINDS", kinds)
    monkeypatch.setitem(registry.BY_ROLE, kind.role, kind)
    path = tmp_path / "map.xlsx"
    for _time in range(2):
        assert what_would_be_lost(path, journey) == []
        write_workbook(journey, path)
        workbook = openpyxl.load_workbook(path)
        assert [name for name in workbook.sheetnames if "Extra" in name] == ["Extra en"]
        assert workbook["Extra en"]["A1"].value == "Of Map"
        edits = find_edits(path)
        assert edits is not None and "Extra en" in edits.sheets and edits.theirs == journey
        # With a sheet of somebody else's, ours are put into the file instead of written afresh.
        workbook.create_sheet("Mine")["A1"] = 1
        workbook.save(path)


def test_roles_names_and_tables_are_each_there_once() -> None:
    kinds = registry.SHEET_KINDS
    assert len({kind.role for kind in kinds}) == len(kinds)
    assert len({kind.name("en") for kind in kinds}) == len(kinds)
    tables = [kind.table for kind in kinds if kind.table]
    assert len(set(tables)) == len(tables)
