"""Workbooks of our own after somebody has worked in them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from workbook_cases import outline, said

from journey_editor.exchange import find_maps, read_workbook, write_workbook
from journey_editor.exchange.map_table import FORMAT_NAME, TABLE_NAME
from journey_editor.model import (
    Cell, Challenge, Journey, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage, Touchpoint)


@pytest.fixture
def journey() -> Journey:
    """Two stages with touchpoints, of which some have something attached and fields filled."""
    visit, order = Stage(title="Visit", order=1, goal="Be found"), Stage(title="3. Order", order=2)
    role, lane = Role(title="Buyer"), Lane(title="Thoughts")
    ad = Touchpoint(title="Ad; banner", stage=visit.id, order=1, channel="Web", emotion=1.5, roles=(role.id,))
    call = Touchpoint(title="- Call", stage=visit.id, order=2, automation="manual", backstage=True, duration_hours=0.25)
    form = Touchpoint(title="—", stage=order.id, order=1, owner="Sales", need="Be quick", notes="Seen in June")
    records: list[Record] = [
        JourneyInfo(title="Map", bullet="•"), visit, order, role, lane, ad, call, form,
        Challenge(title="about the stage", about=visit.id), Challenge(title="about the ad", about=ad.id),
        Metric(title="Clicks", about=ad.id, baseline=3, target=5, unit="%"), Metric(title="two\nlines", about=form.id),
        Opportunity(title="Shorter", about=form.id), Cell(title="Hm; well", lane=lane.id, about=call.id),
        Note(title="Ask Ann", about=ad.id)]
    return Journey(records)


def bare(journey: Journey, path: Path, marks: bool = True, **cells: str) -> Path:
    """Write a journey, then leave only the map and its details, with other values in some of the map's cells.

    This is what is left where a person deletes the data sheets; without marks, what some programs leave.
    """
    write_workbook(journey, path)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[2:]:
        book.remove(sheet)
    for name in list(book.defined_names):
        if not marks or name not in (FORMAT_NAME, TABLE_NAME):
            del book.defined_names[name]
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)
    return path


def about(journey: Journey, title: str) -> str:
    """What the record with a title is about."""
    return next(journey[record.about].title for record in journey if getattr(record, "title", None) == title)


def test_what_belongs_to_a_touchpoint_comes_back_to_it(journey: Journey, tmp_path: Path) -> None:
    path = bare(journey, tmp_path / "map.xlsx")
    found, report = read_workbook(path)
    assert outline(found) == outline(journey)
    for title in ("about the stage", "about the ad", "Clicks", "two\nlines", "Shorter", "Hm; well", "Ask Ann"):
        assert about(found, title) == about(journey, title)
    ad, call, form = found.all(Touchpoint)
    assert (ad.channel, ad.emotion, [found[role].title for role in ad.roles]) == ("Web", 1.5, ["Buyer"])
    assert (call.automation, call.backstage, call.duration_hours) == ("manual", True, 0.25)
    assert (form.owner, form.need, form.notes) == ("Sales", "Be quick", "Seen in June")
    assert found.stages[0].goal == "Be found"
    assert [one.name for one in find_maps(path)] == [report.sheet]


def test_edits_of_the_map_are_read(journey: Journey, tmp_path: Path) -> None:
    path = bare(journey, tmp_path / "map.xlsx", B4="• about the ad\n• entered by hand\nwithout a bullet",
                B5="first; second")
    found, _ = read_workbook(path)
    first = outline(found)["stages"][0]
    assert first["challenges"] == ["about the ad", "entered by hand", "without a bullet"]
    assert first["metrics"] == ["first", "second"]


def test_a_touchpoint_renamed_in_the_map_loses_what_only_its_old_name_tells(journey: Journey, tmp_path: Path) -> None:
    found, report = read_workbook(bare(journey, tmp_path / "map.xlsx", B3="• Advert\n• - Call"))
    assert [touchpoint.title for touchpoint in found.all(Touchpoint)] == ["Advert", "- Call", "—"]
    assert about(found, "about the ad") == "Visit"
    assert "The sheets differ in some places; the values of the sheet “Journey map” were used." in said(report)


def test_a_new_row_below_and_a_new_stage_beside_are_read(journey: Journey, tmp_path: Path) -> None:
    path = bare(journey, tmp_path / "map.xlsx", D2="3. Pay", D3="• Card", A8="A new lane", B8="• seen")
    stages = outline(read_workbook(path)[0])["stages"]
    assert stages[0]["lanes"]["A new lane"] == ["seen"]
    assert (stages[2]["title"], stages[2]["touchpoints"]) == ("Pay", ["Card"])


def test_without_its_marks_it_is_one_map_still(tmp_path: Path) -> None:
    stage, other, lane = Stage(title="Visit", order=1), Stage(title="Order", order=2), Lane(title="Thoughts")
    ad = Touchpoint(title="Ad", stage=stage.id, channel="Web")
    form = Touchpoint(title="Form", stage=other.id, emotion=-1)
    journey = Journey([JourneyInfo(title="Map"), stage, other, ad, form, lane, Challenge(title="Slow", about=form.id),
                       Metric(title="Clicks", about=ad.id), Cell(title="Hm", lane=lane.id, about=stage.id)])
    path = bare(journey, tmp_path / "map.xlsx", marks=False)
    assert len(find_maps(path)) == 1
    found, report = read_workbook(path)
    assert outline(found) == outline(journey)
    assert found.all(Touchpoint)[0].channel == "Web"
    assert "lists the same stages and touch points; it was read as details" in said(report)
