"""Any journey exported and read back is the same, record for record, with the ids."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_editor import shipped
from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.exchange.workbook.edits import find_edits, read_edits
from journey_editor.model import (
    RECORD_TYPES, Challenge, Journey, JourneyError, JourneyInfo, Metric, Opportunity, Role, Stage, Touchpoint)
from journey_editor.model.vocabulary import LANGUAGES
from journey_editor.storage import load
from strategies import journeys

LONG = ("x" * 32_766 + "yz", "中" * 32_767, "😀" * 16_384, "a\n" * 20_000, "=" * 32_768 + "_x0041_", "end" * 40_000)
ODD = ("=1+2", "+3", "-4", "@x", "0012", "1e5", "TRUE", "#N/A", " both ends ", "\n\nlines\r\nand\rmore\n", "_x0041_",
       "_x005F_x0041_", "a\x00b\x1f", "\ufffe\uffff\ufffd", "\t", "Search; Search", "“,”", "👩🏽‍💻", "\u2028\u2029\x85",
       "' quoted", "'", "<&>\"")


def written(journey: Journey, path: Path) -> Path:
    write_workbook(journey, path)
    return path


def without_copy(path: Path) -> Path:
    """Make unreadable what a workbook keeps of what was exported, and nothing else."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"journey-map base", b"something else"))
    return path


@pytest.mark.slow
@given(journeys())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_journey_comes_back(journey: Journey) -> None:
    with tempfile.TemporaryDirectory() as folder:
        edits = read_edits(written(journey, Path(folder, "map.xlsx")))
        assert edits.theirs == journey and edits.base == journey and not edits.clashes
        assert not edits.report.guesses


@pytest.mark.slow
@given(journeys())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_journey_comes_back_from_the_tables_alone(journey: Journey) -> None:
    with tempfile.TemporaryDirectory() as folder:
        edits = find_edits(without_copy(written(journey, Path(folder, "map.xlsx"))))
        assert edits is not None and edits.base is None
        assert edits.theirs == journey


@pytest.mark.slow
@given(journeys())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_journey_survives_openpyxl(journey: Journey) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(journey, Path(folder, "map.xlsx"))
        book = openpyxl.load_workbook(path)
        book.save(path)
        edits = read_edits(path)
        assert edits.theirs == journey and not edits.report.guesses


@pytest.mark.parametrize("texts", [LONG, ODD], ids=["long", "odd"])
def test_texts_that_are_hard_on_cells_come_back(texts: tuple[str, ...], tmp_path: Path) -> None:
    stages = [Stage(title=text, goal=text, order=i) for i, text in enumerate(texts)]
    cards = [Touchpoint(title=text, stage=stages[0].id, order=i, need=text, notes=text) for i, text in enumerate(texts)]
    journey = Journey([JourneyInfo(title=texts[0], vision=texts[-1]), *stages, *cards])
    edits = read_edits(written(journey, tmp_path / "map.xlsx"))
    assert edits.theirs == journey and not edits.report.guesses


@pytest.mark.slow
@given(st.lists(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-2**80, 2**80)), min_size=1,
                max_size=20))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_numbers_come_back_to_the_last_digit(numbers: list[float]) -> None:
    stage = Stage(title="S")
    metrics = [Metric(title="M", about=stage.id, order=number, baseline=number, target=number,
                      observations=(("2026-01-31", number),)) for number in numbers]
    journey = Journey([JourneyInfo(), stage, *metrics])
    with tempfile.TemporaryDirectory() as folder:
        found = read_edits(written(journey, Path(folder, "map.xlsx"))).theirs
    for metric in metrics:
        again: Any = found[metric.id]
        assert [repr(value) for value in (again.baseline, again.observations)] == [
            repr(value) for value in (metric.baseline, metric.observations)]


def test_references_are_shown_by_title_and_told_apart(tmp_path: Path) -> None:
    stage = Stage(title="Find", order=1)
    cards = [Touchpoint(title="Search", stage=stage.id, order=i) for i in range(3)] + [
        Touchpoint(title="Search (2)", stage=stage.id, order=3)]
    late = [Challenge(title="Slow", about=card.id) for card in cards]
    answers = Opportunity(title="Cache", about=cards[1].id, challenges=tuple(one.id for one in late[:2]))
    journey = Journey([JourneyInfo(), stage, *cards, *late, answers])
    path = written(journey, tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(path)["Challenges"]
    assert [row[2].value for row in sheet.iter_rows(min_row=3)] == ["Search", "Search (3)", "Search (4)", "Search (2)"]
    assert openpyxl.load_workbook(path)["Opportunities"]["E3"].value == "Slow\nSlow (2)"
    assert read_edits(path).theirs == journey


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_table_with_every_field(language: str, tmp_path: Path) -> None:
    path = written(Journey([JourneyInfo(language=language)]), tmp_path / "map.xlsx")
    book = openpyxl.load_workbook(path)
    tables = {name: sheet for sheet in book.worksheets for name in sheet.tables}
    assert set(tables) == {f"journey_{type_}" for type_ in RECORD_TYPES}
    for type_, cls in RECORD_TYPES.items():
        sheet = tables[f"journey_{type_}"]
        keys = [cell.value for cell in sheet[1]]
        assert {f"{type_}.{name}" for name, *_ in cls.rules} <= set(keys)
        headers = [cell.value for cell in sheet[2]]
        assert len(set(headers)) == len(headers) and all(headers)
        assert sheet.row_dimensions[1].hidden and sheet.column_dimensions["A"].hidden
    assert book["journey_base"].sheet_state == book["journey_lists"].sheet_state == "veryHidden"


def test_closed_sets_have_drop_down_lists(tmp_path: Path) -> None:
    stage, role = Stage(title="Visit"), Role(title="Buyer")
    card = Touchpoint(title="Site", stage=stage.id, channel="Web", roles=(role.id,))
    path = written(Journey([JourneyInfo(), stage, role, card]), tmp_path / "map.xlsx")
    book = openpyxl.load_workbook(path)
    sheet, lists = book["Touch points"], book["journey_lists"]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        place = next(iter(rule.sqref.ranges))
        cells = lists[rule.formula1.split("!")[1].replace("$", "")]
        cells = cells if isinstance(cells, tuple) else ((cells,),)
        offered[sheet.cell(2, place.min_col).value] = [cell.value for row in cells for cell in row]
    assert offered == {
        "Stage": ["Visit"], "Roles": ["Buyer"], "Channel": ["Web"], "Backstage": ["Yes", "No"],
        "Automation": ["Manual", "Semi-automatic", "Automatic"], "Emotion": [-2, -1, 0, 1, 2]}


@pytest.mark.parametrize("name", ("alibaba-b2b", "industrial-purchase-zh", "loan-approval"))
def test_examples_come_back(name: str, tmp_path: Path) -> None:
    journey = load(shipped.find("examples", f"{name}.journey"))
    path = written(journey, tmp_path / "map.xlsx")
    found, report = read_workbook(path)
    assert found == journey and not report.guesses and not report.unread


def test_a_workbook_of_somebody_else_has_no_edits(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Stage", "A"])
    book.save(tmp_path / "other.xlsx")
    assert find_edits(tmp_path / "other.xlsx") is None
    with pytest.raises(JourneyError, match="what Journey Editor exported"):
        read_edits(tmp_path / "other.xlsx")


def test_a_damaged_copy_is_not_believed(journey: Journey, tmp_path: Path) -> None:
    path = written(journey, tmp_path / "map.xlsx")
    book = openpyxl.load_workbook(path)
    cell = book["journey_base"]["A2"]
    cell.value = cell.value[:50] + ("A" if cell.value[50] != "A" else "B") + cell.value[51:]
    book.save(path)
    edits = find_edits(path)
    assert edits is not None and edits.base is None and edits.theirs == journey
    assert "missing or damaged" in str(edits.report.guesses[0])


def test_large_journeys_come_back(make_journey: Any, tmp_path: Path) -> None:
    journey = make_journey(600)
    journey = Journey([replace(record, title="Same") if isinstance(record, Touchpoint) else record
                       for record in journey])
    assert read_edits(written(journey, tmp_path / "map.xlsx")).theirs == journey
