"""Workbooks for the tests of the reader, made from plain rows, and journeys as plain data to compare them with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import coordinate_to_tuple

from journey_editor.exchange import find_maps, read_workbook
from journey_editor.model import Cell, Challenge, Journey, Lane, Metric, Stage, Touchpoint

FIXTURES = Path(__file__).parent / "fixtures"


def build(path: Path, *sheets: dict[str, Any]) -> Path:
    """Write a workbook of sheets given as name, blocks of rows with their first cell, and merged ranges."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.get("name", "Sheet1"))
        for corner, rows in sheet.get("blocks", [["A1", sheet.get("rows", [])]]):
            top, left = coordinate_to_tuple(corner)
            for r, row in enumerate(rows, top):
                for c, value in enumerate(row, left):
                    if value is not None:
                        page.cell(r, c).value = value
        for area in sheet.get("merge", []):
            page.merge_cells(area)
    book.save(path)
    return path


def rows_read(path: Path, *rows: list[Any], merge: tuple[str, ...] = (), name: str = "Sheet1") -> Journey:
    """Return the journey of a workbook of one sheet with these rows."""
    return read_workbook(build(path / "book.xlsx", {"name": name, "rows": rows, "merge": merge}))[0]


def outline(journey: Journey, scale: tuple[float, float] | None = None) -> dict[str, Any]:
    """Return a journey in the shape of `expected.json`, emotions as numbers of the scale given."""
    return {"title": journey.info.title or None, "stages": [_stage(journey, stage, scale) for stage in journey.stages]}


def _stage(journey: Journey, stage: Stage, scale: tuple[float, float] | None) -> dict[str, Any]:
    touchpoints = journey.children(stage.id, Touchpoint)
    holders = [stage.id, *(touchpoint.id for touchpoint in touchpoints)]

    def titles(cls: Any, lane: str | None = None) -> list[str]:
        return [record.title for holder in holders for record in journey.children(holder, cls)
                if lane is None or record.lane == lane]

    lanes = {lane.title: titles(Cell, lane.id) for lane in journey.all(Lane)}
    return {"title": stage.title, "touchpoints": [_touchpoint(touchpoint, scale) for touchpoint in touchpoints],
            "challenges": titles(Challenge), "metrics": titles(Metric),
            "lanes": {title: texts for title, texts in lanes.items() if texts}}


def _touchpoint(touchpoint: Touchpoint, scale: tuple[float, float] | None) -> Any:
    if touchpoint.emotion is None:
        return touchpoint.title
    low, high = scale or (-2, 2)
    written = round((touchpoint.emotion + 2) / 4 * (high - low) + low, 2)
    return {"title": touchpoint.title, "emotion": int(written) if written == int(written) else written}


def all_outlines(path: Path, scale: tuple[float, float] | None = None) -> list[dict[str, Any]]:
    """Return all maps of a workbook, each read by its name, as `outline` gives them."""
    return [outline(read_workbook(path, found.name)[0], scale) for found in find_maps(path)]


def said(report: Any) -> str:
    """Return an import report as one text."""
    return "\n".join(map(str, report.lines()))


def touchpoint_of(journey: Journey, title: str) -> Touchpoint:
    """Return the touchpoint with a title."""
    return next(touchpoint for touchpoint in journey.all(Touchpoint) if touchpoint.title == title)
