"""Excel's own charts, the metrics' latest values, and the colours of those off target."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from journey_editor import shipped
from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.model import Journey, JourneyInfo, Metric, Stage, Touchpoint
from journey_editor.storage import load

REFERENCE = re.compile(r"<(?:c:)?f>([^<]*)</(?:c:)?f>")


@pytest.fixture
def journey() -> Journey:
    """A stage with three touchpoints, one without an emotion, and metrics in percent and days."""
    stage = Stage(title="Visit")
    cards = [Touchpoint(title=title, stage=stage.id, order=order, emotion=emotion)
             for order, (title, emotion) in enumerate((("Site", 1), ("Chat", None), ("Cart", -1.5)))]
    days = (("2024-01-01", 30.5), ("2024-02-01", 41))
    return Journey([
        JourneyInfo(title="Charts"), stage, *cards,
        Metric(title="Rate", about=stage.id, order=1, unit="%", baseline=20, target=40, direction="up",
               observations=days),
        Metric(title="Nothing known", about=stage.id, order=2, unit="%"),
        Metric(title="Bounces", about=stage.id, order=3, unit="%", baseline=60, target=30, direction="down",
               observations=days),
        Metric(title="Wait", about=stage.id, order=4, unit="days", target=3, observations=tuple(reversed(days)))])


def charts(path: Path) -> list[str]:
    """The charts' parts of a workbook, as text."""
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode() for name in sorted(archive.namelist()) if "charts/chart" in name]


def values(workbook: openpyxl.Workbook, reference: str) -> list[object]:
    """What the cells of a reference hold, which may be a list of ranges in brackets."""
    found: list[object] = []
    for part in reference.strip("()").split(","):
        sheet, _, cells = part.rpartition("!")
        left, top, right, bottom = range_boundaries(cells)
        for row in workbook[sheet.strip("'")].iter_rows(top, bottom, left, right, values_only=True):
            found += row
    return found


def test_the_curve_reads_the_touchpoints_data(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "map.xlsx", data_only=True)
    curve = charts(tmp_path / "map.xlsx")[0]
    head, titles, emotions = REFERENCE.findall(curve)
    assert values(workbook, head) == ["Emotion"] and values(workbook, titles) == ["Site", "Chat", "Cart"]
    assert values(workbook, emotions) == [1, None, -1.5]
    assert all(place.startswith("'Touch points'!$") for place in (head, titles, emotions))
    for setting in ('<smooth val="1"', '<min val="-2"', '<max val="2"', '<dispBlanksAs val="gap"', "Emotion curve"):
        assert setting in curve
    assert "numLit" not in curve and "strLit" not in curve


def test_metrics_stand_against_their_targets_by_unit(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "map.xlsx", data_only=True)
    _curve, percent, days = charts(tmp_path / "map.xlsx")
    assert "Metrics against targets (%)" in percent and "Metrics against targets (days)" in days
    found = [values(workbook, reference) for reference in REFERENCE.findall(percent)]
    titles = ["Rate", "Bounces"]
    assert found == [["Baseline"], titles, [20, 60], ["Latest value"], titles, [41, 41], ["Target"], titles, [40, 30]]
    found = [values(workbook, reference) for reference in REFERENCE.findall(days)]
    assert found == [["Baseline"], ["Wait"], [None], ["Latest value"], ["Wait"], [41], ["Target"], ["Wait"], [3]]
    assert '<barDir val="bar"' in percent and '<grouping val="clustered"' in percent


def test_the_latest_value_is_reckoned_from_the_observations(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx")["Metrics"]
    table = sheet.tables["journey_metric"]
    column = table.tableColumns[-1]
    left, top, right, _bottom = range_boundaries(table.ref)
    heads = [sheet.cell(top, place).value for place in range(left, right + 1)]
    assert heads == [one.name for one in table.tableColumns]
    assert column.name == "Latest value" and "[Observations" in column.calculatedColumnFormula.attr_text
    cells = [sheet.cell(row, right).value for row in range(top + 1, top + 5)]
    assert set(cells) == {f"={column.calculatedColumnFormula.attr_text}"}
    # What the formulas come to stands beside them; the last metric's observations were given out of order.
    shown = openpyxl.load_workbook(tmp_path / "map.xlsx", data_only=True)["Metrics"]
    assert [shown.cell(row, right).value for row in range(top + 1, top + 5)] == [41, None, 41, 41]


def test_metrics_off_target_are_coloured(journey: Journey, tmp_path: Path) -> None:
    write_workbook(journey, tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx")["Metrics"]
    ((area, rules),) = [(str(one.sqref), one.rules) for one in sheet.conditional_formatting]
    assert sheet[f"{area.split(':')[0][:-1]}2"].value == "Latest value" and len(rules) == 2
    assert all("ISNUMBER" in rule.formula[0] and '"Up"' in rule.formula[0] for rule in rules)


@pytest.mark.parametrize("name", ["alibaba-b2b", "industrial-purchase-zh", "loan-approval"])
def test_charts_of_the_examples_name_cells_that_are_there(name: str, tmp_path: Path) -> None:
    journey = load(shipped.find("examples", f"{name}.journey"))
    write_workbook(journey, tmp_path / "map.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "map.xlsx", data_only=True)
    drawn = charts(tmp_path / "map.xlsx")
    assert drawn and workbook.worksheets[2].title in ("Charts", "图表")
    for content in drawn:
        for head, titles, numbers in zip(*[iter(REFERENCE.findall(content))] * 3):
            assert isinstance(values(workbook, head)[0], str)
            assert len(values(workbook, titles)) == len(values(workbook, numbers))
            assert all(isinstance(value, (int, float, type(None))) for value in values(workbook, numbers))
    found, report = read_workbook(tmp_path / "map.xlsx")
    assert len(found) == len(journey)
    assert not any("Charts" in str(line) or "图表" in str(line) for line in report.lines())


def test_a_journey_without_figures_has_no_charts(tmp_path: Path) -> None:
    stage = Stage(title="Visit")
    write_workbook(Journey([JourneyInfo(), stage, Touchpoint(title="Site", stage=stage.id),
                            Metric(title="Rate", about=stage.id)]), tmp_path / "map.xlsx")
    assert charts(tmp_path / "map.xlsx") == []
    assert "Charts" not in openpyxl.load_workbook(tmp_path / "map.xlsx").sheetnames


def test_many_metrics_share_several_charts(tmp_path: Path) -> None:
    stage = Stage(title="Visit")
    write_workbook(Journey([JourneyInfo(), stage, *(
        Metric(title=f"M{number}", about=stage.id, order=number, baseline=number) for number in range(30))]),
        tmp_path / "map.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "map.xlsx")
    titles = [values(workbook, REFERENCE.findall(content)[1]) for content in charts(tmp_path / "map.xlsx")]
    assert sum(titles, []) == [f"M{number}" for number in range(30)] and len(titles) == 3
