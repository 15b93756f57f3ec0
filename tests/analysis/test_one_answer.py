"""What a metric came to last is the same wherever it is shown, and whichever way its observations came in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyqtgraph as pg
import pytest

from journey_editor.analysis.metrics import latest
from journey_editor.canvas.copy_paste import _packed, _unpacked
from journey_editor.charts.metric_chart import MetricChart
from journey_editor.document import Document, Selection
from journey_editor.drawing.blocks import item_text
from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.model import Journey, JourneyInfo, Metric, Stage
from journey_editor.model import operations as ops
from journey_editor.model.excerpts import excerpt
from journey_editor.model.merge import Merge
from journey_editor.model.vocabulary import label
from journey_editor.panels.table_cells import Cells
from journey_editor.panels.table_columns import COLUMNS
from journey_editor.panels.table_order import sorted_by
from journey_editor.storage.native import dumps, loads

STAGE = Stage(title="Visit")
DAYS = (("2024-05-01", 48), ("2024-01-01", 60))
BY_DAY = (("2024-01-01", 60), ("2024-05-01", 48))
LATEST = next(column for column in COLUMNS["metric"] if column.name == "latest")


def metric(observations: tuple[tuple[str, float], ...] = DAYS) -> Metric:
    return Metric(title="Bounce rate", about=STAGE.id, unit="%", baseline=72, target=40, direction="down",
                  observations=observations)


def journey_of(*metrics: Metric) -> Journey:
    return Journey([JourneyInfo(title="Map"), STAGE, *metrics])


# -- where it is shown -------------------------------------------------------------------------------------------------


def on_the_card(one: Metric, tmp_path: Path) -> float:
    return float(item_text(one).split("(")[1].split("\u00a0")[0])


def in_the_table(one: Metric, tmp_path: Path) -> float:
    return float(Cells(journey_of(one)).text(one, LATEST))


def copied_from_the_table(one: Metric, tmp_path: Path) -> float:
    return float(Cells(journey_of(one)).copied(one, LATEST))


def in_the_tables_order(one: Metric, tmp_path: Path) -> float:
    """The value between whose neighbours the table puts it when it is sorted by that column."""
    others = {number: metric((("2020-01-01", number),)) for number in range(40, 70)}
    cells = Cells(journey_of(one, *others.values()))
    ids = sorted_by(cells, [one.id, *(other.id for other in others.values())], LATEST, descending=False)
    after = ids[ids.index(one.id) + 1]
    return next(number for number, other in others.items() if other.id == after)


def in_the_chart(one: Metric, tmp_path: Path) -> float:
    document = Document(journey_of(one))
    selection = Selection(document)
    chart = MetricChart(document, selection)
    selection.set([one.id])
    times, values = chart.findChild(pg.PlotWidget).listDataItems()[0].getData()
    assert list(times) == sorted(times)
    return float(values[-1])


def in_the_workbook(one: Metric, tmp_path: Path) -> float:
    """What the cell of the latest value shows before anything is calculated again."""
    write_workbook(journey_of(one), tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx", data_only=True)["Metrics"]
    heads = [cell.value for cell in sheet[2]]
    return sheet.cell(3, heads.index(label("latest", "en")) + 1).value


def by_the_workbooks_formula(one: Metric, tmp_path: Path) -> float:
    """What the formula comes to: the number after the last colon of the observations."""
    write_workbook(journey_of(one), tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx")["Metrics"]
    heads = [str(cell.value) for cell in sheet[2]]
    assert str(sheet.cell(3, heads.index(label("latest", "en")) + 1).value).startswith("=IFERROR(")
    place = next(at for at, head in enumerate(heads, 1) if head.startswith("Observations"))
    return float(str(sheet.cell(3, place).value).rsplit(":", 1)[1])


@pytest.mark.parametrize("days", [DAYS, BY_DAY, (("2024-05-01", 61), *DAYS)], ids=["mixed up", "by day", "twice a day"])
@pytest.mark.parametrize("shown", [on_the_card, in_the_table, copied_from_the_table, in_the_tables_order, in_the_chart,
                                   in_the_workbook, by_the_workbooks_formula])
def test_the_latest_value_is_one_wherever_it_is_shown(shown: Callable[[Metric, Path], float],
                                                      days: tuple[tuple[str, float], ...], qapp: object,
                                                      tmp_path: Path) -> None:
    assert shown(metric(days), tmp_path) == 48 == latest(metric(days))


def test_a_card_shows_the_baseline_until_something_is_observed() -> None:
    assert "72" in item_text(metric(())) and latest(metric(())) is None


# -- how it comes in ---------------------------------------------------------------------------------------------------


def from_a_file(tmp_path: Path) -> Metric:
    one = metric()
    data = dumps(journey_of(one)).decode()
    mixed_up = data.replace(json.dumps(BY_DAY), json.dumps(DAYS))
    assert mixed_up != data
    return loads(mixed_up.encode())[one.id]     # type: ignore[return-value]


def from_a_workbook(tmp_path: Path) -> Metric:
    one, path = metric(), tmp_path / "map.xlsx"
    write_workbook(journey_of(one), path)
    book = openpyxl.load_workbook(path)
    cell = next(cell for cell in book["Metrics"][3] if "2024-05-01" in str(cell.value))
    cell.value = "2024-05-01: 48\n2024-01-01: 60\n2023-01-01: 75"
    book.save(path)
    found = read_workbook(path)[0][one.id]
    assert isinstance(found, Metric) and found.observations[0] == ("2023-01-01", 75)
    return replace(found, observations=found.observations[1:])


def from_an_edit(tmp_path: Path) -> Metric:
    one = metric(())
    journey = journey_of(one)
    journey.apply(ops.update(journey, [one.id], observations=DAYS))
    return journey[one.id]      # type: ignore[return-value]


def from_the_clipboard(tmp_path: Path) -> Metric:
    one = metric()
    packed = _packed(excerpt(journey_of(one), [one.id]))
    mixed_up = packed.replace(json.dumps(BY_DAY).encode(), json.dumps(DAYS).encode())
    assert mixed_up != packed
    part = _unpacked(mixed_up)
    assert part is not None
    return part.journey.all(Metric)[0]


def from_a_merge(tmp_path: Path) -> Metric:
    base = journey_of(metric(()))
    one = base.all(Metric)[0]
    ours, theirs = base.copy(), base.copy()
    ours.apply(ops.update(ours, [one.id], observations=DAYS[:1]))
    theirs.apply(ops.update(theirs, [one.id], observations=DAYS[1:]))
    base.apply(Merge(base, ours, theirs).change({}))
    return base[one.id]     # type: ignore[return-value]


@pytest.mark.parametrize("come_in", [from_a_file, from_a_workbook, from_an_edit, from_the_clipboard, from_a_merge])
def test_observations_are_in_the_order_of_their_days_wherever_they_come_in(come_in: Callable[[Path], Metric],
                                                                           tmp_path: Path) -> None:
    found = come_in(tmp_path)
    assert found.observations == BY_DAY and latest(found) == 48
