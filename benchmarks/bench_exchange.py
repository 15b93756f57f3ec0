"""Workbooks out and in, beside bare libraries that write and read the same cells in the same run."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

from journey_editor.exchange import read_workbook

from .measure import Row, medians, timed
from .workbooks import (
    cells_of,
    export,
    journey_of,
    memory_of,
    openpyxl_read,
    openpyxl_write,
    xlsxwriter_write,
)

SIZES = {50: 15, 1_000: 7, 10_000: 5}
"""Numbers of touchpoints, and how often each is measured."""

EXPORT, IMPORT = 1.5, 0.75
"""The most that is allowed, as a multiple of what bare openpyxl takes."""


def rows() -> list[Row]:
    """Measure time and memory for journeys of several sizes."""
    found = []
    for touchpoints, rounds in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            found += _rows(touchpoints, rounds, Path(folder))
    return found


def _rows(touchpoints: int, rounds: int, folder: Path) -> list[Row]:
    ours, other = folder / "ours.xlsx", folder / "other.xlsx"
    journey = journey_of(touchpoints)
    export(journey, ours)
    sheets = cells_of(ours)
    ours.with_suffix(".cells").write_bytes(pickle.dumps(sheets))
    names = ("export", "openpyxl write", "XlsxWriter write", "import", "openpyxl read")
    times = dict(zip(names, medians(
        timed(lambda: export(journey, ours)), timed(lambda: openpyxl_write(sheets, other)),
        timed(lambda: xlsxwriter_write(sheets, other)), timed(lambda: read_workbook(ours)),
        timed(lambda: openpyxl_read(ours)), rounds=rounds)))
    return [*_compared(touchpoints, times), *_memory(touchpoints, names, ours)]


def _compared(touchpoints: int, values: dict[str, float], memory: bool = False) -> list[Row]:
    """Return ours beside each library's, with bounds on the times."""
    what = f"{touchpoints:,} touchpoints" + (", memory" if memory else "")
    out, back = (None, None) if memory else (EXPORT, IMPORT)
    return [
        Row(f"export {what}", values["export"], "openpyxl", values["openpyxl write"], out, True, memory),
        Row(f"export {what}", values["export"], "XlsxWriter", values["XlsxWriter write"], None, True, memory),
        Row(f"import {what}", values["import"], "openpyxl", values["openpyxl read"], back, True, memory)]


def _memory(touchpoints: int, names: tuple[str, ...], path: Path) -> list[Row]:
    found = {name: memory_of(name, touchpoints, path) for name in names}
    values = {name: value for name, value in found.items() if value is not None}
    return _compared(touchpoints, values, memory=True) if len(values) == len(found) else []
