"""Long exports and imports tell how far they are, and leave nothing behind when they are called off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from journey_editor import shipped
from journey_editor.exchange import (
    Cancelled, fill_template, read_edits, read_file, read_workbook, write_file, write_workbook)
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint

TEMPLATE = shipped.find("examples", "template.xlsx")


@pytest.fixture
def long() -> Journey:
    stages = [Stage(title=f"Stage {number}", order=number) for number in range(4)]
    cards = [Touchpoint(title=f"Card {number}", stage=stages[number % 4].id, order=number, need="x" * 200)
             for number in range(900)]
    return Journey([JourneyInfo(title="Long"), *stages, *cards])


class Caller:
    """Counts what it is told, and calls the work off at a certain time."""

    def __init__(self, at: int | None = None) -> None:
        self.told: list[float] = []
        self.at = at

    def __call__(self, done: float) -> None:
        self.told.append(done)
        if len(self.told) == self.at:
            raise Cancelled


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def foreign(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["Stage", "Touchpoint", "Pain points"])
    for number in range(3000):
        book.active.append([f"Stage {number // 500}", f"Card {number}", "slow " * 10])
    book.save(path)
    return path


def is_steady(told: list[float]) -> bool:
    return told == sorted(told) and 0 <= told[0] and told[-1] <= 1 and len(told) >= 5


@pytest.mark.parametrize("write", [
    write_workbook, write_file, lambda journey, path, progress: fill_template(journey, TEMPLATE, path, progress)])
def test_an_export_tells_how_far_it_is(write: Callable[..., Any], long: Journey, tmp_path: Path) -> None:
    caller = Caller()
    write(long, tmp_path / "map.xlsx", progress=caller)
    assert caller.told[0] == 0 and caller.told[-1] == 1 and is_steady(caller.told)


@pytest.mark.parametrize("read", [read_workbook, read_file, read_edits])
def test_an_import_tells_how_far_it_is(read: Callable[..., Any], long: Journey, tmp_path: Path) -> None:
    write_workbook(long, tmp_path / "map.xlsx")
    caller = Caller()
    read(tmp_path / "map.xlsx", progress=caller)
    assert caller.told[-1] > 0.9 and is_steady(caller.told)


def test_the_import_of_somebody_s_table_tells_how_far_it_is(tmp_path: Path) -> None:
    caller = Caller()
    journey, _report = read_workbook(foreign(tmp_path / "table.xlsx"), progress=caller)
    assert journey.count(Touchpoint) == 3000
    assert caller.told[-1] > 0.9 and is_steady(caller.told)


@pytest.mark.parametrize("there", ["nothing", "ours", "others"])
def test_an_export_that_is_called_off_leaves_nothing_behind(there: str, long: Journey, tmp_path: Path) -> None:
    path = tmp_path / "map.xlsx"
    if there != "nothing":
        write_workbook(Journey([JourneyInfo(title="Before")]), path)
    if there == "others":
        book = openpyxl.load_workbook(path)
        book.create_sheet("Mine").append([1, "=A1"])
        book.save(path)
    before = files(tmp_path)
    whole = Caller()
    write_workbook(long, tmp_path / "whole.xlsx", progress=whole)
    (tmp_path / "whole.xlsx").unlink()
    for at in {*range(1, len(whole.told), max(len(whole.told) // 12, 1)), len(whole.told) - 1}:
        with pytest.raises(Cancelled):
            write_workbook(long, path, progress=Caller(at))
        assert files(tmp_path) == before


def test_a_template_that_is_called_off_leaves_nothing_behind(long: Journey, tmp_path: Path) -> None:
    for at in (1, 2, 3):
        with pytest.raises(Cancelled):
            fill_template(long, TEMPLATE, tmp_path / "filled.xlsx", Caller(at))
        assert files(tmp_path) == {}


@pytest.mark.parametrize("read", [read_workbook, read_file, read_edits])
def test_an_import_can_be_called_off(read: Callable[..., Any], long: Journey, tmp_path: Path) -> None:
    path = tmp_path / "map.xlsx"
    write_workbook(long, path)
    whole = Caller()
    read(path, progress=whole)
    for at in range(1, len(whole.told), 3):
        with pytest.raises(Cancelled):
            read(path, progress=Caller(at))


def test_other_files_take_the_same_argument(long: Journey, tmp_path: Path) -> None:
    write_file(long, tmp_path / "map.csv", progress=Caller())
    assert read_file(tmp_path / "map.csv", progress=Caller())[0].count(Touchpoint) == 900
