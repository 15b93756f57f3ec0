"""The same cells written and read by bare libraries, and by us; as a program, how much memory one of these takes."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.model import Journey

from .journeys import make_journey

Sheets = list[tuple[str, list[tuple[Any, ...]]]]
"""What a workbook holds: its sheets' names and their rows of values, None where nothing is."""


def journey_of(touchpoints: int) -> Journey:
    """Return a journey with this many touchpoints and a third more flows."""
    return make_journey(touchpoints, touchpoints * 13 // 10, 20 if touchpoints >= 1000 else 6)


def export(journey: Journey, path: Path) -> None:
    """Write a journey as a workbook, where there was none."""
    path.unlink(missing_ok=True)
    write_workbook(journey, path)


def cells_of(path: Path) -> Sheets:
    """Return all values of a workbook."""
    from openpyxl import load_workbook

    return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(path).worksheets]


def openpyxl_write(sheets: Sheets, path: Path) -> None:
    """Write values with nothing but openpyxl."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def xlsxwriter_write(sheets: Sheets, path: Path) -> None:
    """Write values with nothing but XlsxWriter."""
    from xlsxwriter import Workbook

    with Workbook(path) as book:
        for title, rows in sheets:
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)


def openpyxl_read(path: Path) -> None:
    """Read a workbook with nothing but openpyxl."""
    from openpyxl import load_workbook

    load_workbook(path)


def memory_of(action: str, touchpoints: int, path: Path) -> float | None:
    """Return how many bytes an action's process grows by at its most; None where the system does not tell."""
    found = subprocess.run([sys.executable, "-m", __name__, action, str(touchpoints), str(path)],
                           capture_output=True, text=True, check=True)
    return float(found.stdout) if found.stdout.strip() else None


def _action(name: str, touchpoints: int, path: Path) -> Callable[[], object]:
    """Return an action of one of these names, all it needs at hand.

    `path` is a workbook of ours; beside it is a file of its cells, pickled.
    """
    new = path.with_name(f"{name}.xlsx")
    if name == "export":
        journey = journey_of(touchpoints)
        export(journey_of(20), new)
        return lambda: export(journey, new)
    if name == "import":
        return lambda: read_workbook(path)
    if name == "openpyxl read":
        return lambda: openpyxl_read(path)
    # Not read from the workbook here: that alone would take more than what is measured.
    sheets = pickle.loads(path.with_suffix(".cells").read_bytes())
    write = openpyxl_write if name == "openpyxl write" else xlsxwriter_write
    return lambda: write(sheets, new)


def main(name: str, touchpoints: str, path: str) -> None:
    """Print the growth in bytes, on systems that tell it."""
    import openpyxl  # noqa: F401  both, so that nobody pays for the import
    import xlsxwriter  # noqa: F401

    action = _action(name, int(touchpoints), Path(path))
    gc.collect()
    before = _peak()
    action()
    after = _peak()
    if before is not None and after is not None:
        print(after - before)


def _peak() -> int | None:
    """Return the most bytes that this process has had in memory; not `ru_maxrss`, which begins with its parent's."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(*sys.argv[1:])
