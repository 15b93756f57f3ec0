"""Which sheets of a workbook are ours, and what each of them is."""

from __future__ import annotations

from ...model import RECORD_TYPES
from ...model.vocabulary import spellings
from ...spreadsheet.cells import RawBook
from ..map_table import FORMAT_NAME, TABLE_NAME
from .base import is_base
from .columns import LISTS_SHEET, table_name
from .tables import HEAD, type_of_table

MAP, DETAILS, BASE, LISTS = "map", "details", "base", "lists"
COPY, SPOILT = "copy of ", "spoilt "
SHEET_MARK = "journey_sheet_"
"""What the hidden names begin with that mark sheets which are not known by what they hold; the rest is their role."""


def own_sheets(book: RawBook) -> dict[str, str]:
    """Return the names of our sheets by role: `map`, `details`, `base`, `lists`, a type of record, or what a mark says.

    A copy that somebody made of a sheet has a role that begins with `COPY`; a sheet that still has the table of a type
    of record, but no header that tells its columns, one that begins with `SPOILT`.
    """
    roles: dict[str, str] = {}
    for name, text in book.names.items():
        sheet = sheet_in(text)
        if sheet in book.sheets and name == TABLE_NAME:
            roles[MAP] = sheet
        elif sheet in book.sheets and name.startswith(SHEET_MARK):
            roles[name.removeprefix(SHEET_MARK)] = sheet
    for name in book.sheets:
        head = book.sheet(name, HEAD)
        role = BASE if is_base(head) else LISTS if name == LISTS_SHEET else type_of_table(head)
        # Tables have parts of their own, which are read where the cells do not tell enough.
        tables = book.tables(name) if role is None or role in roles else []
        table = next((type_ for type_ in RECORD_TYPES if table_name(type_) in tables), None)
        if role is None and table is not None:
            roles[SPOILT + table] = name
        elif role in roles and table == role:
            roles[f"{COPY}{role} {len(roles)}"], roles[role] = roles[role], name
        elif role:
            roles[f"{COPY}{role} {len(roles)}" if role in roles else role] = name
    if DETAILS not in roles and FORMAT_NAME in book.names:
        names = spellings(DETAILS)
        roles.update({DETAILS: name for name in book.sheets if name in names})
    return roles


def sheet_in(reference: str) -> str:
    """Return the sheet that a reference such as `'My map'!$A$1` names."""
    name = reference.rpartition("!")[0]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
