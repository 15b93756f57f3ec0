"""The tables of the data sheets as they stand in a workbook: where their columns and rows are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import RECORD_TYPES, Record
from ...spreadsheet.cells import RawSheet
from ...spreadsheet.grid import column_letters
from .columns import ID, IDS_SUFFIX, Column, column_by_header, columns_of, id_key, sheet_names

_ID = re.compile(r"[0-9a-f]{32}")
_LEAST_KNOWN = 2
HEAD = 20
"""In which rows, at most, the names of the columns are looked for."""


@dataclass(slots=True)
class DataTable:
    """The table of a type of record: its columns by field, those of ids by field, and the rows below the header."""

    cls: type[Record]
    sheet: RawSheet
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


def type_of_table(head: RawSheet) -> str | None:
    """Return the type of record whose table a sheet holds, by its first rows; None if it is no data sheet."""
    found = _by_keys(head) or _by_headers(head)
    return found[0].type if found else None


def table_on(sheet: RawSheet) -> DataTable:
    """Return the table of a data sheet."""
    head = RawSheet(sheet.name, sheet.part, {row: values for row, values in sheet.rows.items() if row <= HEAD})
    found = _by_keys(head) or _by_headers(head)
    assert found is not None
    cls, columns, ids, last = found
    places = list(columns.values())
    # A row that shows nothing is none, even if its id is still there: its cells were cleared.
    rows = [row for row, values in sheet.rows.items() if row > last and any(place in values for place in places)]
    return DataTable(cls, sheet, columns, ids, rows)


_Found = tuple[type[Record], dict[str, int], dict[str, int], int]


def _by_keys(head: RawSheet) -> _Found | None:
    """Return the type, the columns, those of ids, and the last row above the data, by the hidden row of names."""
    for row, values in head.rows.items():
        keys = {value: place for place, value in values.items() if isinstance(value, str) and "." in value}
        if not keys:
            continue
        for type_, cls in RECORD_TYPES.items():
            known = {column.key: column for column in columns_of(cls)}
            columns = {known[key].name: place for key, place in keys.items() if key in known}
            if len(columns) >= min(_LEAST_KNOWN, len(known)):
                ids = {known[key.removesuffix(IDS_SUFFIX)].name: place for key, place in keys.items()
                       if key.endswith(IDS_SUFFIX) and key.removesuffix(IDS_SUFFIX) in known}
                if id_key(type_) in keys:
                    ids[ID] = keys[id_key(type_)]
                return cls, columns, ids, row + 1
    return None


def _by_headers(head: RawSheet) -> _Found | None:
    """Return the same by the table's header, where the hidden row is gone and the sheet still has its name."""
    cls = next((cls for type_, cls in RECORD_TYPES.items() if head.name in sheet_names(type_)), None)
    if cls is None:
        return None
    for row, values in head.rows.items():
        columns, ids = {}, {}
        for place, value in values.items():
            column = column_by_header(cls, str(value))
            hidden = column_by_header(cls, str(value).removesuffix(" ID"))
            if column and column.name not in columns:
                columns[column.name] = place
            elif hidden:
                ids[hidden.name] = place
            elif value == "ID":
                ids[ID] = place
        if len(columns) >= _LEAST_KNOWN and ID in ids:
            return cls, columns, ids, row
    return None
