"""The examples open, say the same as a journey and as a workbook, and are written as we would write them today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journey_editor import shipped
from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.model import (
    Cell, Challenge, Flow, Journey, Lane, Metric, Opportunity, Role, Stage, Touchpoint, Track)
from journey_editor.storage import dumps, load

EXAMPLES = ("alibaba-b2b", "industrial-purchase-zh", "loan-approval")

REPORT = {
    # stage: touchpoints, challenges, metrics of the report's table
    "Visit Website": (
        {"Messaging", "Content Marketing"},
        {"Content ROI is hard to measure", "Small content size", "Undifferentiated messaging"},
        {"Bounce rate", "CTA button click rate", "Conversion rate in registration"}),
    "Register": (
        {"Registration form", "Calls-to-action (CTA)"}, {"Untested CTAs", "Awkward registration form"},
        {"Percentage of registrations"}),
    "Onboarding": (
        {"Self-serve", "Integration", "Documentation"},
        {"Thin documentation, so too little data for marketing and sales"},
        {"Percentage of clients who invite others"}),
    "Convert": (
        {"Nurture emails", "Payment Process", "Pricing and discount policies"},
        {"Impersonal, system-sent emails", "Untested discount and pricing policies"},
        {"Churn rate", "User-to-paid conversion rate"}),
}


def example(name: str) -> Path:
    return Path(shipped.find("examples", name))


def rows(journey: Journey) -> list[Any]:
    """What each stage and lane lists, as texts."""
    found: list[Any] = []
    for stage in journey.stages:
        cards = journey.children(stage.id, Touchpoint)
        kinds = [[record.title for holder in (stage, *cards) for record in journey.children(holder.id, cls)]
                 for cls in (Challenge, Metric, Opportunity)]
        found.append((stage.title, [card.title for card in cards], *kinds))
    for lane in journey.all(Lane):
        found.append((lane.title, [
            [cell.title for holder in (stage, *journey.children(stage.id, Touchpoint))
             for cell in journey.children(holder.id, Cell) if cell.lane == lane.id] for stage in journey.stages]))
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_journey_and_workbook_say_the_same(name: str) -> None:
    journey, read = load(example(f"{name}.journey")), read_workbook(example(f"{name}.xlsx"))[0]
    assert rows(read) == rows(journey)
    assert (read.info.title, read.info.language, read.info.bullet) == (
        journey.info.title, journey.info.language, journey.info.bullet)


@pytest.mark.parametrize("name", EXAMPLES)
def test_journeys_are_files_of_the_present_form(name: str) -> None:
    content = example(f"{name}.journey").read_bytes()
    assert dumps(load(example(f"{name}.journey"))).splitlines()[1:] == content.splitlines()[1:]


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_can_be_written_without_remarks(name: str, tmp_path: Path) -> None:
    assert write_workbook(load(example(f"{name}.journey")), tmp_path / "map.xlsx") == []


def test_the_first_example_is_the_reports_map() -> None:
    journey = load(example("alibaba-b2b.journey"))
    assert [stage.title for stage in journey.stages] == list(REPORT)
    for title, touchpoints, challenges, metrics, _opportunities in rows(journey):
        wanted = REPORT[title]
        assert wanted[0] <= set(touchpoints) and (set(challenges), set(metrics)) == wanted[1:]
    assert 11 <= journey.count(Touchpoint) <= 14


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_touchpoint_is_reached_and_shares_add_up(name: str) -> None:
    journey = load(example(f"{name}.journey"))
    for card in journey.all(Touchpoint):
        assert journey.flows_from(card.id) or journey.flows_into(card.id)
        for track in (None, *journey.all(Track)):
            shares = [flow.share or 0 for flow in journey.flows_from(card.id)
                      if track is None or not flow.tracks or track.id in flow.tracks]
            assert sum(shares) <= 1.0001
    places = {card.id: (stage, place) for stage, column in enumerate(journey.stages)
              for place, card in enumerate(journey.children(column.id, Touchpoint))}
    assert any(places[flow.target] < places[flow.source] for flow in journey.all(Flow)), "a journey that never loops"


def test_examples_show_roles_and_tracks() -> None:
    chinese, loan = load(example("industrial-purchase-zh.journey")), load(example("loan-approval.journey"))
    assert chinese.count(Role) == 6 and chinese.count(Lane) == 1 and chinese.info.language == "zh_CN"
    assert [track.title for track in loan.all(Track)] == ["Fast", "Standard", "Advanced"]
    for journey in (chinese, loan):
        used = {role for card in journey.all(Touchpoint) for role in card.roles}
        assert used == {role.id for role in journey.all(Role)}
        assert abs(sum(role.influence or 0 for role in journey.all(Role)) - 1) < 1e-9
        assert all(journey.children(stage.id, Touchpoint) for stage in journey.all(Stage))
