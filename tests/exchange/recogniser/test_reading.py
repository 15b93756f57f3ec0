"""The fixtures, read exactly, and what a caller gets: one map, a choice of several, a report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from workbook_cases import FIXTURES, all_outlines, build, outline, said

from journey_editor.exchange import SeveralMaps, find_maps, read_workbook
from journey_editor.model import Cell, Challenge, JourneyError, Lane, Sentence, Touchpoint

EXPECTED = json.loads((FIXTURES / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in EXPECTED if "maps" in EXPECTED[name]])
def test_fixtures_are_read_exactly(name: str) -> None:
    assert all_outlines(FIXTURES / name, scale=(1, 5)) == EXPECTED[name]["maps"]


@pytest.mark.parametrize("name", [name for name in EXPECTED if "error" in EXPECTED[name]])
def test_fixtures_without_a_journey_are_refused(name: str) -> None:
    assert find_maps(FIXTURES / name) == []
    with pytest.raises(JourneyError, match="There is no journey map in “not_a_journey.xlsx”."):
        read_workbook(FIXTURES / name)


def test_several_maps_are_named_and_one_is_chosen() -> None:
    path = FIXTURES / "several_sheets.xlsx"
    with pytest.raises(SeveralMaps, match="Choose one of: “Buyer”, “User”") as caught:
        read_workbook(path)
    assert [(found.name, found.sheet, found.range, found.stages) for found in caught.value.maps] == [
        ("Buyer", "Buyer", "A1:C3", ("Try", "Pay")), ("User", "User", "A1:C3", ("Receive", "Use"))]
    for name in ("User", "user", " USER "):
        journey, report = read_workbook(path, name)
        assert (journey.info.title, report.sheet) == ("User", "User")


def test_a_map_is_chosen_by_name_sheet_or_title(tmp_path: Path) -> None:
    path = build(tmp_path / "two.xlsx", {"name": "Maps", "rows": [
        ["Trial journey"], ["Stage", "Try", "Pay"], ["Touchpoints", "Trial", "Card"], ["Challenges", "Seats", "Fees"],
        [],
        ["Care journey"], ["Stage", "Call", "Wait"], ["Touchpoints", "Hotline", "Music"],
        ["Challenges", "Menu", "Long"]]})
    first, second = find_maps(path)
    assert (first.name, second.name) == ("Maps: Trial journey", "Maps: Care journey")
    assert read_workbook(path, first.name)[0].info.title == "Trial journey"
    assert read_workbook(path, "care journey")[0].info.title == "Care journey"
    with pytest.raises(SeveralMaps) as caught:
        read_workbook(path, "Maps")
    assert caught.value.maps == (first, second)


def test_what_a_wrong_name_is_told() -> None:
    path = FIXTURES / "several_sheets.xlsx"
    choices = "“Buyer”, “User”, “Budget”, “Empty”"
    with pytest.raises(JourneyError, match=rf"has no sheet named “Seller”\. Choose one of: {choices}"):
        read_workbook(path, "Seller")
    with pytest.raises(JourneyError, match="There is no journey map on the sheet “Budget”"):
        read_workbook(path, "budget")


def test_the_report_tells_where_what_and_what_was_kept_as_a_lane() -> None:
    _, report = read_workbook(FIXTURES / "transposed.xlsx")
    assert (report.sheet, report.range, report.layout, report.lanes) == (
        "Sheet1", "A1:E5", "stages down", ["Customer thoughts"])
    assert report.labels == [
        ("Stage", "stage"), ("Touchpoints", "touchpoint"), ("Customer thoughts", "lane"), ("Pain Points", "challenge"),
        ("KPIs", "metric")]
    assert all(isinstance(line, Sentence) for line in report.lines())
    assert said(report).split("\n") == [
        "The journey was read from the sheet “Sheet1”, cells A1:E5.",
        "The stages are one below the other, one in each row.",
        "“Stage” was read as the stages.",
        "“Touchpoints” was read as touch points.",
        "“Customer thoughts” was kept as a lane.",
        "“Pain Points” was read as challenges.",
        "“KPIs” was read as metrics."]


def test_the_report_tells_what_was_guessed_and_what_was_left(tmp_path: Path) -> None:
    path = build(
        tmp_path / "book.xlsx",
        {"name": "Map", "blocks": [
            ["A1", [[None, "Discover", "Buy"], ["Touchpoints", "Ad", "Shop"], ["Emotion", 2, 4],
                    ["Pain points", "a", "b"]]],
            ["A8", [["Budget", "2024"], ["Travel", 100]]]]},
        {"name": "Team", "rows": [["Ann", "Ben"]]})
    _, report = read_workbook(path)
    told = said(report)
    assert "No label contains “stage”, so the first row or column was read as the stages." in told
    assert "The emotions of “Emotion” were read on a scale from 1 to 5." in told
    assert "The cells A8:B9 are not part of the map and were not read." in told
    assert "Other sheets, which contain no journey map, were not read: “Team”." in told


def test_rows_and_lanes_keep_their_order(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"rows": [
        ["Our own row", "z", "y"], ["Stage", "A", "B"], ["Systems", "s", "t"], ["Pain points", "1\n2\n3", "4"],
        ["Evidence", "e\nf", "g"], ["Touchpoints", "q\np", "o"], ["Another row", "m", "n"]]})
    journey, report = read_workbook(path)
    assert [lane.title for lane in journey.all(Lane)] == ["Our own row", "Systems", "Evidence", "Another row"]
    assert report.lanes == ["Our own row", "Systems", "Evidence", "Another row"]
    assert outline(journey)["stages"][0] == {
        "title": "A", "touchpoints": ["q", "p"], "challenges": ["1", "2", "3"], "metrics": [],
        "lanes": {"Our own row": ["z"], "Systems": ["s"], "Evidence": ["e", "f"], "Another row": ["m"]}}


def test_records_of_a_row_per_touchpoint_are_about_the_touchpoint() -> None:
    journey, _ = read_workbook(FIXTURES / "register_merged_stages.xlsx")
    about = {challenge.title: journey[challenge.about].title for challenge in journey.all(Challenge)}
    assert about == {"Looks like an advert": "LinkedIn post", "Takes three weeks": "Sample request",
                     "Two logins": "Portal order"}
    assert [touchpoint.channel for touchpoint in journey.all(Touchpoint)] == [
        "In person", "Digital", "Web", "Phone", "Web"]
    assert not journey.count(Cell)


def test_importing_the_room_loads_no_library() -> None:
    code = ("import sys, journey_editor.exchange as room; room.SeveralMaps; "
            "print(sorted({'openpyxl', 'rapidfuzz', 'numpy', 'PySide6'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_reading_loads_no_openpyxl() -> None:
    path = str(FIXTURES / "report.xlsx")
    code = (f"import sys; from journey_editor.exchange import read_workbook; read_workbook({path!r}); "
            "print('openpyxl' in sys.modules)")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
