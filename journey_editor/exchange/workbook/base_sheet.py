"""The sheet that keeps what was exported, out of sight: one column of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...spreadsheet.reader import Sheet
from .base import Base, is_mark, packed, unpacked
from .sheet_kind import Export, SheetKind

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter

BASE = "base"
_NAME = "journey_base"


def _write(export: Export, sheet: SheetWriter, _progress: Progress) -> None:
    for row, line in enumerate(packed(Base(export.journey, export.map, export.details)), 1):
        sheet.exact(row, 1, line)
    sheet.worksheet.sheet_state = "veryHidden"


def _is_base(head: Sheet) -> bool:
    return is_mark(head.rows.get(1, {}).get(1))


def read_base(sheet: Sheet) -> Base | None:
    """Return what was exported; None if the sheet is not whole or of a version that is not known here."""
    return unpacked([str(sheet.rows.get(row, {}).get(1, "")) for row in range(1, max(sheet.rows, default=0) + 1)])


BASE_SHEET = SheetKind(BASE, lambda _language: _NAME, _write, tests=(_is_base,))
