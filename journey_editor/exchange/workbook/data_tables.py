"""The tables of the data sheets as they stand in a workbook: where their columns and rows are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import RECORD_TYPES, Record
from ...spreadsheet.reader import Sheet
from ...spreadsheet.grid import column_letters
from .columns import ID, ID_HEADER, IDS_SUFFIX, Column, column_by_header, columns_of, id_key, sheet_names

_ID = re.compile(r"[0-9a-f]{32}")
_LEAST_KNOWN = 2
HEAD = 20
"""In which rows, at most, the names of the columns are looked for."""


@dataclass(slots=True)
class DataTable:
    """The table of a type of record: its columns by field, those of ids by field, and the rows below the header."""

    cls: type[Record]
    sheet: Sheet
    columns: dict[str, int]
    ids: dict[str, int]
    rows: list[int]

    @property
    def known_fields(self) -> list[Column]:
        """The columns that are still there."""
        return [column for column in columns_of(self.cls) if column.name in self.columns]

    def id_at(self, row: int) -> str | None:
        """Return the id of a row's record, or None where there is none."""
        value = self.sheet.rows[row].get(self.ids.get(ID, 0))
        return value if isinstance(value, str) and _ID.fullmatch(value) else None

    def ids_at(self, row: int, field: str) -> tuple[str, ...]:
        """Return the ids that the hidden column of a field holds."""
        value = self.sheet.rows[row].get(self.ids.get(field, 0))
        return tuple(_ID.findall(value)) if isinstance(value, str) else ()

    def cell(self, row: int, field: str) -> str:
        """Return a cell's name for people, such as `D7`."""
        return f"{column_letters(self.columns[field])}{row}"


@dataclass(slots=True)
class FoundColumns:
    """The columns of a table by field, those of ids by field, and the last row above the data."""

    columns: dict[str, int]
    ids: dict[str, int]
    last_row: int


def table_on(sheet: Sheet) -> DataTable:
    """Return the table of a data sheet."""
    head = Sheet(sheet.name, sheet.part, {row: values for row, values in sheet.rows.items() if row <= HEAD})
    cls, found = next((cls, found) for find in (find_by_keys, find_by_headers) for cls in RECORD_TYPES.values()
                      if (found := find(head, cls)) is not None)
    places = list(found.columns.values())
    # A row that shows nothing is none, even if its id is still there: its cells were cleared.
    rows = [row for row, values in sheet.rows.items()
            if row > found.last_row and any(place in values for place in places)]
    return DataTable(cls, sheet, found.columns, found.ids, rows)


def find_by_keys(head: Sheet, cls: type[Record]) -> FoundColumns | None:
    """Return the columns of a type's table by the hidden row of names; None if a sheet's first rows have none."""
    known = {column.key: column.name for column in columns_of(cls)}
    ids = {id_key(cls.type): ID, **{f"{key}{IDS_SUFFIX}": name for key, name in known.items()}}
    for row, values in head.rows.items():
        columns = _named_places(values, known)
        if len(columns) >= min(_LEAST_KNOWN, len(known)):
            return FoundColumns(columns, _named_places(values, ids), row + 1)
    return None


def _named_places(values: Mapping[int, object], names: Mapping[str, str]) -> dict[str, int]:
    """Return the columns of a row whose texts are known, by what the texts mean."""
    return {names[value]: place for place, value in values.items() if isinstance(value, str) and value in names}


def find_by_headers(head: Sheet, cls: type[Record]) -> FoundColumns | None:
    """Return the same by the table's header, where the hidden row is gone and the sheet still has its name."""
    if head.name not in sheet_names(cls.type):
        return None
    for row, values in head.rows.items():
        found = FoundColumns({}, {}, row)
        for place, value in values.items():
            _enter_header(found, place, str(value), cls)
        if len(found.columns) >= _LEAST_KNOWN and ID in found.ids:
            return found
    return None


def _enter_header(found: FoundColumns, place: int, text: str, cls: type[Record]) -> None:
    column = column_by_header(cls, text)
    of_ids = column_by_header(cls, text.removesuffix(f" {ID_HEADER}"))
    if column and column.name not in found.columns:
        found.columns[column.name] = place
    elif of_ids:
        found.ids[of_ids.name] = place
    elif text == ID_HEADER:
        found.ids[ID] = place
