"""What is on the clipboard becomes cells in LibreOffice: its own import of HTML, and of CSV, run without a display."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from journey_editor.exchange import clipboard_list, clipboard_map, write_file
from journey_editor.model import Challenge, Journey, JourneyInfo, Lane, Stage, Touchpoint

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ODD = ["0012", "=1+2", "+1", "-3", "@SUM(A1)", "1/2", "2024-01-02", "1e5", "TRUE", "two\nlines", "a  b", "<b>&amp;",
       "价格", "50%", "  indented", "'quoted"]

# One process, so that LibreOffice sets up its profile once.
pytestmark = [pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
              pytest.mark.xdist_group("clipboard_in_libreoffice")]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


def sheet_of(path: Path, profile: Path, filter_: str) -> openpyxl.worksheet.worksheet.Worksheet:
    """The sheet that LibreOffice makes of a file."""
    assert SOFFICE is not None
    subprocess.run([SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
                    f"--infilter={filter_}", "--convert-to", "xlsx", "--outdir", str(path.parent), str(path)],
                   check=True, capture_output=True, timeout=180)
    workbook = openpyxl.load_workbook(path.with_suffix(".xlsx"))
    return workbook.worksheets[0]


def values(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[list[object]]:
    """What the cells hold."""
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def test_a_list_gives_cells_of_text(tmp_path: Path, profile: Path) -> None:
    path = tmp_path / "list.html"
    path.write_text(clipboard_list(ODD)[0], "utf-8")
    sheet = sheet_of(path, profile, "HTML (StarCalc)")
    assert [str(row[0]).replace("\u00a0", " ") for row in values(sheet)] == ODD
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row)


def test_a_map_gives_the_table(tmp_path: Path, profile: Path) -> None:
    stages = [Stage(title="Look", order=1), Stage(title="=1+2", order=2)]
    journey = Journey([
        JourneyInfo(title="0012", bullet="-"), *stages, Touchpoint(title="Ad", stage=stages[0].id, order=1),
        Touchpoint(title="Shop\nwindow", stage=stages[0].id, order=2), Challenge(title="Noise", about=stages[1].id),
        Lane(title="=2*3", order=1)])
    html, text = clipboard_map(journey)
    path = tmp_path / "map.html"
    path.write_text(html, "utf-8")
    sheet = sheet_of(path, profile, "HTML (StarCalc)")
    assert [[str(value).replace("\u00a0", " ") for value in row] for row in values(sheet)] == [
        ["0012", "", ""], ["Life-cycle stages", "1. Look", "2. =1+2"],
        ["Touch points", "- Ad\n- Shop\n  window", ""],
        ["Challenges", "", "- Noise"], ["Metrics", "", ""], ["=2*3", "", ""]]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert "A1:C1" in map(str, sheet.merged_cells.ranges)


def test_a_csv_file_runs_no_formula(tmp_path: Path, profile: Path) -> None:
    stage = Stage(title="=1+2")
    journey = Journey([JourneyInfo(title="=1+2", bullet="-"), stage, Touchpoint(title="触点", stage=stage.id),
                       Lane(title="@SUM(1)", order=1), Lane(title="+1", order=2)])
    write_file(journey, tmp_path / "map.csv")
    # 44: a comma; 34: quotes; 76: UTF-8; 1: from the first line
    sheet = sheet_of(tmp_path / "map.csv", profile, "Text - txt - csv (StarCalc):44,34,76,1")
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert [str(row[1]) for row in values(sheet)][:3] == ["", "1. =1+2", "'- 触点"]
