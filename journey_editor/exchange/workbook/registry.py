"""The sheets that a workbook of ours has, each listed once, and which sheets of a workbook they are."""

from __future__ import annotations

from ...model.vocabulary import spellings
from ...spreadsheet.reader import WorkbookReader
from ...spreadsheet.grid import sheet_of
from ..map_table import FORMAT_NAME, TABLE_NAME
from .base_sheet import BASE_SHEET
from .charts_sheet import CHARTS_SHEET
from .data_sheets import DATA_SHEETS
from .details_sheet import DETAILS, DETAILS_SHEET
from .lists_sheet import LISTS_SHEET
from .map_sheet import MAP, MAP_SHEET
from .picture_sheet import PICTURE_SHEET
from .sheet_kind import MARK, SheetKind
from .data_tables import HEAD

SHEET_KINDS: tuple[SheetKind, ...] = (
    MAP_SHEET, DETAILS_SHEET, CHARTS_SHEET, PICTURE_SHEET, *DATA_SHEETS, LISTS_SHEET, BASE_SHEET,
)
"""The kinds in the order of their sheets. The base comes last: it keeps what the others were written with."""

BY_ROLE = {kind.role: kind for kind in SHEET_KINDS}
COPY, SPOILT = "copy of ", "spoilt "


def our_sheets(book: WorkbookReader) -> dict[str, str]:
    """Return the names of our sheets by the role of their kind, or by what a mark says.

    A copy that somebody made of a sheet has a role that begins with `COPY`; a sheet that still has the table of a type
    of record, but no header that tells its columns, one that begins with `SPOILT`.
    """
    roles = _marked(book)
    for name in book.sheets:
        _enter(book, name, roles)
    if DETAILS not in roles and FORMAT_NAME in book.names:
        # In workbooks of format 1 it had no mark.
        roles.update({DETAILS: name for name in book.sheets if name in spellings(DETAILS)})
    return roles


def _enter(book: WorkbookReader, name: str, roles: dict[str, str]) -> None:
    role = _role_of(book, name)
    if role is not None and role not in roles:
        roles[role] = name
        return
    # Tables have parts of their own, which are read where the cells do not tell enough.
    table = _role_of_table(book, name)
    if role is not None:
        copy = f"{COPY}{role} {len(roles)}"
        roles[copy], roles[role] = (roles[role], name) if table == role else (name, roles[role])
    elif table is not None:
        roles[SPOILT + table] = name


def _marked(book: WorkbookReader) -> dict[str, str]:
    """Return the sheets that defined names mark."""
    roles: dict[str, str] = {}
    for name, reference in book.names.items():
        sheet = sheet_of(reference)
        if sheet in book.sheets and (name == TABLE_NAME or name.startswith(MARK)):
            roles[MAP if name == TABLE_NAME else name.removeprefix(MARK)] = sheet
    return roles


def _role_of(book: WorkbookReader, name: str) -> str | None:
    """Return the role of a sheet by its name and its first rows, the surest tests of all kinds first."""
    head = book.sheet(name, HEAD)
    sure = max(len(kind.tests) for kind in SHEET_KINDS)
    return next((kind.role for place in range(sure) for kind in SHEET_KINDS
                 if place < len(kind.tests) and kind.tests[place](head)), None)


def _role_of_table(book: WorkbookReader, name: str) -> str | None:
    tables = book.tables(name)
    return next((kind.role for kind in SHEET_KINDS if kind.table and kind.table in tables), None)
