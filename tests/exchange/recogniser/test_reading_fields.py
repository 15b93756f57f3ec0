"""What a table tells beside its lists: fields of touchpoints, roles, flows, emotions, front matter, language."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from workbook_cases import build, outline, rows_read, said, touchpoint_of

from journey_editor.exchange import read_workbook
from journey_editor.model import Cell, Challenge, Flow, Journey, Lane, Metric, Opportunity, Role, Touchpoint


def flows(journey: Journey) -> set[tuple[str, str]]:
    """The flows as pairs of titles."""
    return {(journey[flow.source].title, journey[flow.target].title) for flow in journey.all(Flow)}


def emotions(journey: Journey) -> list[float | None]:
    """The touchpoints' emotions in their order."""
    return [touchpoint.emotion for touchpoint in journey.all(Touchpoint)]


def column(path: Path, label: str, *values: Any) -> Journey:
    """A table with a row per touchpoint and one more column of these values."""
    return rows_read(path, ["Stage", "Touchpoint", label, "Pain point"],
                     *(["A", f"t{place}", value, "p"] for place, value in enumerate(values)))


def lane(journey: Journey, title: str) -> list[str]:
    """The texts of a lane's cells."""
    return [cell.title for cell in journey.all(Cell) if journey[cell.lane].title == title]


def test_columns_of_a_touchpoint_fill_its_fields(tmp_path: Path) -> None:
    journey = rows_read(
        tmp_path,
        ["No.", "Stage", "Touchpoint", "Role", "Channel", "Owner", "Need", "Automation", "Backstage", "Duration (min)",
         "Notes", "Opportunity", "Priority"],
        [1, "Order", "Portal", "Buyer; Finance", "Web", "Sales", "Be quick", "half automatic", "no", 30, "see log",
         "SSO", "high"],
        [2, "Order", "Invoice", "Finance", "Mail", "Ops", None, "manual", "yes", "2 days", None, None, "low"])
    portal, invoice = touchpoint_of(journey, "Portal"), touchpoint_of(journey, "Invoice")
    assert (portal.channel, portal.owner, portal.need, portal.automation, portal.backstage, portal.duration_hours,
            portal.notes) == ("Web", "Sales", "Be quick", "assisted", False, 0.5, "see log")
    assert (invoice.automation, invoice.backstage, invoice.duration_hours) == ("manual", True, 48)
    assert [role.title for role in journey.all(Role)] == ["Buyer", "Finance"]
    assert [journey[role].title for role in portal.roles] == ["Buyer", "Finance"]
    assert [journey[one.about].title for one in journey.all(Opportunity)] == ["Portal"]
    assert [one.title for one in journey.all(Lane)] == ["Priority"]


def test_fields_that_fit_no_single_touchpoint_become_a_lane(tmp_path: Path) -> None:
    journey = rows_read(tmp_path, ["Stage", "Touchpoints", "Channel", "Automation", "Pain points"],
                        ["A", "t1\nt2", "Web", "manual", "p"], ["A", "t3", "Shop", "who knows", "q"])
    assert touchpoint_of(journey, "t3").channel == "Shop"
    assert (lane(journey, "Channel"), lane(journey, "Automation")) == (["Web"], ["manual", "who knows"])


def test_rows_of_the_stages_keep_channel_and_owner_as_lanes(tmp_path: Path) -> None:
    journey = rows_read(tmp_path, ["Stage", "A", "B"], ["Touchpoints", "t1", "t2"], ["Channel", "Web", "Shop"],
                        ["Owner", "IT", None], ["Pain points", "p", "q"])
    assert (lane(journey, "Channel"), lane(journey, "Owner")) == (["Web", "Shop"], ["IT"])
    assert [touchpoint.channel for touchpoint in journey.all(Touchpoint)] == ["", ""]


def test_a_row_without_touchpoint_goes_on_with_the_one_above(tmp_path: Path) -> None:
    journey = rows_read(tmp_path, ["Stage", "Touchpoint", "Pain point"], ["A", "t1", "p1"], [None, None, "p2"],
                        [None, "t2", "p3"], ["B", None, "p4"], [None, "t3", None])
    about = {challenge.title: journey[challenge.about].title for challenge in journey.all(Challenge)}
    assert about == {"p1": "t1", "p2": "t1", "p3": "t2", "p4": "B"}


def test_merged_cells_of_a_register_count_for_all_their_rows(tmp_path: Path) -> None:
    journey = rows_read(
        tmp_path, ["Stage", "Touchpoint", "Channel", "Pain point", "Systems"], ["A", "t1", "Web", "p", "CRM"],
        [None, "t2", None, None, None], ["B", "t3", "Shop", "q", None], merge=("A2:A3", "C2:C3", "D2:D3", "E2:E4"))
    assert [touchpoint.channel for touchpoint in journey.all(Touchpoint)] == ["Web", "Web", "Shop"]
    assert [journey[challenge.about].title for challenge in journey.all(Challenge)] == ["A", "t3"]
    assert [(cell.title, journey[cell.about].title) for cell in journey.all(Cell)] == [("CRM", "A"), ("CRM", "B")]


@pytest.mark.parametrize(("label", "values", "wanted"), [
    ("Emotion (1-5)", [1, 3, 5], [-2, 0, 2]),
    ("Emotion 1–10", [1, 10, 5.5], [-2, 2, 0]),
    ("Satisfaction (−5…+5)", [-5, 5, 0], [-2, 2, 0]),
    ("Feeling (-2 to +2)", [-2, 1, 0], [-2, 1, 0]),
    ("Score (1 = bad, 7 = good)", [1, 4, 7], [-2, 0, 2]),
    ("情绪（1-5分）", [2, 4, 5], [-1, 1, 2]),
    ("Emotion", [1, 2, 5], [-2, -1, 2]),
    ("Emotion", [0, 5, 10], [-2, 0, 2]),
    ("Emotion", [-2, 0, 1], [-2, 0, 1]),
    ("Emotion", [-5, 0, 3], [-2, 0, 1.2]),
    ("Emotion", ["4/5", "1/5", "3/5"], [1, -2, 0]),
    ("Satisfaction", ["50%", "100%", "0%"], [0, 2, -2]),
    ("Emotion", ["High", "Medium", "Low"], [2, 0, -2]),
    ("情绪", ["高", "中", "低"], [2, 0, -2]),
    ("Mood", ["positive", "neutral", "very negative"], [1, 0, -2]),
    ("满意度", ["非常满意", "一般", "不满意"], [2, 0, -1]),
    ("Emotion", ["😀", "😐", "😡"], [2, 0, -2]),
    ("Emotion", ["🙂 4", "😡 1", "3"], [1, -2, 0]),
    ("Emotion", ["★★★★★", "★☆☆☆☆", "★★★☆☆"], [2, -2, 0]),
    ("Emotion", ["++", "-", "+"], [2, -1, 1]),
    ("Emotion", ["−1", "+2", "0"], [-1, 2, 0]),
])
def test_emotions_come_onto_one_scale(label: str, values: list[Any], wanted: list[float], tmp_path: Path) -> None:
    journey = column(tmp_path, label, *values)
    assert emotions(journey) == wanted
    assert not journey.count(Lane)


def test_emotions_that_say_more_are_entered_and_kept(tmp_path: Path) -> None:
    journey = column(tmp_path, "Emotion (1-5)", "4 – friendly staff", "2", "no idea", "9")
    assert emotions(journey) == [1, -1, None, None]
    assert lane(journey, "Emotion (1-5)") == ["4 – friendly staff", "no idea", "9"]


def test_moods_are_entered_and_kept(tmp_path: Path) -> None:
    journey = rows_read(tmp_path, ["Stage", "A", "B"], ["Touchpoints", "t1", "t2"],
                        ["Feelings", "Frustrated", "Excited"], ["Pain points", "p", "q"])
    assert emotions(journey) == [-1, 2]
    assert lane(journey, "Feelings") == ["Frustrated", "Excited"]


def test_a_row_of_emotions_fits_touchpoints_one_to_one_or_stays_a_lane(tmp_path: Path) -> None:
    rows = [["Stage", "A", "B"], ["Touchpoints", "t1\nt2", "t3"], ["Pain points", "p", "q"]]
    fitting = rows_read(tmp_path, *rows, ["Emotion", "5\n1", "3"])
    assert (emotions(fitting), fitting.count(Lane)) == ([2, -2, 0], 0)
    single = rows_read(tmp_path, *rows, ["Emotion", "5", "3"])
    assert (emotions(single), lane(single, "Emotion")) == ([None, None, None], ["5", "3"])


def test_arrows_in_cells_and_a_column_of_next_steps_become_flows(tmp_path: Path) -> None:
    path = rows_read(tmp_path, ["Stage", "Touchpoints", "Pain points"], ["Web", "Home > Log in → Cart", "p"],
                     ["Care", "Call\n→ step 1", "q"])
    assert flows(path) == {("Home", "Log in"), ("Log in", "Cart"), ("Call", "Web")}
    table = rows_read(tmp_path, ["No.", "Stage", "Touchpoint", "Next step", "Pain point"],
                      [1, "A", "Home", "2; 3", None], [2, "A", "Log in", "→ step 4", "p"],
                      [3, "B", "Help", "home", None], [4, "B", "Cart", None, "q"])
    assert flows(table) == {("Home", "Log in"), ("Home", "Help"), ("Log in", "Cart"), ("Help", "Home")}


def test_an_arrow_that_leads_nowhere_is_not_lost(tmp_path: Path) -> None:
    journey = rows_read(tmp_path, ["Stage", "Touchpoint", "Next step", "Pain point"],
                        ["A", "Home\n→ step 99", None, "p"], ["A", "Cart", "the bank", "q"])
    assert touchpoint_of(journey, "Home").notes == "→ step 99"
    assert lane(journey, "Next step") == ["the bank"]


def test_front_matter_fills_the_journey_or_goes_to_its_context(tmp_path: Path) -> None:
    journey = rows_read(
        tmp_path, ["Pump buyers' journey"], ["Company", "ACME Ltd", "Persona", "Petra, buyer"],
        ["Goal: fewer complaints"], ["Date", datetime.date(2025, 3, 1)], ["Workshop with 12 customers"], [],
        ["Stage", "A", "B"], ["Touchpoints", "t1", "t2"], ["Pain points", "p", "q"], [], ["Source: interviews"])
    info = journey.info
    assert (info.title, info.organisation, info.vision) == ("Pump buyers' journey", "ACME Ltd", "fewer complaints")
    assert info.context == "Persona: Petra, buyer\nDate: 2025-03-01\nWorkshop with 12 customers\nSource: interviews"


@pytest.mark.parametrize(("rows", "language", "bullet"), [
    ([["Stage", "A", "B"], ["Touchpoints", "- x\n- y", "z"], ["Pain points", "- p", "q"]], "en", "-"),
    ([["阶段", "甲", "乙"], ["触点", "• x\n• y", "z"], ["痛点", "p", "q"]], "zh_CN", "•"),
    ([["階段", "甲", "乙"], ["觸點", "Ø x\nØ y", "z"], ["痛點", "p", "q"]], "zh_TW", "Ø"),
    ([["Etapa", "A", "B"], ["Puntos de contacto", "x", "z"], ["Dolores", "p", "q"]], "en", "Ø"),
])
def test_language_and_bullet_are_those_of_the_table(
        rows: list[list[str]], language: str, bullet: str, tmp_path: Path) -> None:
    info = rows_read(tmp_path, *rows).info
    assert (info.language, info.bullet) == (language, bullet)


def test_dates_and_formats_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"rows": [
        ["Date", "Customer actions", "Metrics", "Thoughts"], [datetime.date(2024, 5, 1), "calls", 0.125, "hm"],
        [datetime.date(2024, 5, 2), "waits", 4.0, "oh"]]})
    import openpyxl
    book = openpyxl.load_workbook(path)
    book.active["A2"].number_format = "d mmm yyyy"
    book.active["C2"].number_format = "0.0%"
    book.save(path)
    journey, report = read_workbook(path)
    assert [stage.title for stage in journey.stages] == ["1 May 2024", "2024-05-02"]
    assert [metric.title for metric in journey.all(Metric)] == ["12.5%", "4"]
    assert "“Date” was read as the stages." in said(report)


def test_actors_in_labels_become_roles(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"rows": [
        ["Stage", "A", "B"], ["Touchpoints: buyer", "t1", "t2"], ["Touchpoints: user", "u1", None],
        ["😣 Pain points: resident", "p", None], ["Pain points: staff", "q", None],
        ["👤 Human: counter staff", "h", "i"]]})
    journey, report = read_workbook(path)
    assert [journey[role].title for role in touchpoint_of(journey, "u1").roles] == ["user"]
    assert {role.title for role in journey.all(Role)} == {"buyer", "user", "resident", "staff"}
    assert journey.info.context == "😣 Pain points: resident:\nA: p\nPain points: staff:\nA: q"
    assert outline(journey)["stages"][0]["lanes"] == {"👤 Human: counter staff": ["h"]}
    assert "“Pain points: staff” says who it is about: “staff” was added as a role." in said(report)


def test_dividers_stay_in_the_order_of_the_lanes(tmp_path: Path) -> None:
    journey = rows_read(
        tmp_path, ["Phase", "A", "B"], ["Customer actions", "a", "b"], ["Line of visibility"], ["Our people", "c", "d"],
        ["Pain points", "e", "f"], merge=("A3:C3",))
    assert [(one.title, [cell.title for cell in journey.children(one.id, Cell)]) for one in journey.all(Lane)] == [
        ("Line of visibility", []), ("Our people", ["c", "d"])]


def test_sub_stages_tell_their_touchpoints(tmp_path: Path) -> None:
    journey = rows_read(
        tmp_path, ["Stage", "Aware", None, "Buy"], ["Sub-stage", "Search", "Compare", "Order"],
        ["Touchpoints", "Google", "Forum\nReviews", "Shop"], ["Pain points", "Ads", None, "Slow"], merge=("B1:C1",))
    assert [(cell.title, journey[cell.about].title) for cell in journey.all(Cell)] == [
        ("Search", "Google"), ("Compare", "Aware"), ("Order", "Shop")]
    assert [touchpoint_of(journey, title).notes for title in ("Forum", "Reviews", "Google")] == [
        "Sub-stage: Compare", "Sub-stage: Compare", ""]


def test_scores_on_another_sheet_are_read_with_the_map(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"name": "Map", "rows": [
        ["Stage", "A", "B"], ["Touchpoints", "Ad", "Shop"], ["Pain points", "p", "q"]]},
        {"name": "Curve", "rows": [["Touchpoint", "Score"], ["Ad", 2], ["Shop", 5]]})
    journey, report = read_workbook(path)
    assert emotions(journey) == [-1, 2]
    assert "The cells A1:B3 of the sheet “Curve” describe the same map and were added to it." in said(report)


def test_details_of_the_same_map_on_another_sheet_are_merged(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"name": "Map", "rows": [
        ["Stage", "A", "B"], ["Touchpoints", "Ad\nFair", "Shop"], ["Pain points", "p", "q"]]},
        {"name": "List", "rows": [["Stage", "Touchpoint", "Channel", "Pain point", "Systems"],
                                  ["A", "Ad", "Web", "p", "CRM"], ["A", "Fair", "Live", "new", None],
                                  ["B", "Shop", "Web", "q", None]]})
    journey, _ = read_workbook(path)
    assert [touchpoint.channel for touchpoint in journey.all(Touchpoint)] == ["Web", "Live", "Web"]
    assert [challenge.title for challenge in journey.all(Challenge)] == ["p", "q", "new"]
    assert lane(journey, "Systems") == ["CRM"]


def test_groups_above_the_stages_are_no_people_where_a_stage_has_no_name(tmp_path: Path) -> None:
    path = build(tmp_path / "book.xlsx", {"merge": ["B1:C1"], "rows": [
        [None, "Pre", None, "Post"], ["Stage", "Search", "Compare", "n/a"], ["Pain points", "Ads", None, "Slow"],
        ["Touchpoints", "low", "Review", "App"]]})
    journey, _ = read_workbook(path)
    assert [stage.title for stage in journey.stages] == ["Search", "Compare"]
    assert lane(journey, "Stage group") == ["Pre", "Pre", "Post"]
