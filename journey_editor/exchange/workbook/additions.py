"""What somebody wrote on our sheets beside what is ours, and whether it can stay there when they are written anew."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import count

from ...model import RECORD_TYPES, Journey, Lane, Metric, Sentence
from ...model.vocabulary import label, spellings
from ...spreadsheet.cells import RawBook, RawSheet
from .base import Base
from .columns import FIRST_ROW, KEYS_ROW, TEXT, columns_of, id_key, rows_of
from .map_now import find_map, items_of, stage_name
from .sheets import DETAILS, MAP
from .tables import table_on
from ...spreadsheet.escapes import canonical
from ...spreadsheet.grid import area_of, column_letters
from ..map_table import DETAILS as COLUMNS
from ..map_table import TABLE_NAME, details_of, stage_title, table_rows

Place = tuple[int, int]
"""A cell: its row and its column."""

_FEW = 6
_FAR = 1 << 24
_PICTURES = ("charts", "picture")
"""The sheets that have no text of ours."""


@dataclass(slots=True)
class Additions:
    """What stands on our sheets and is not ours, by sheet: the cells that can stay, and those that cannot."""

    kept: dict[str, set[Place]] = field(default_factory=dict)
    lost: list[Sentence] = field(default_factory=list)


@dataclass(slots=True)
class _Ours:
    """What of a sheet is ours: the cells of some rows and columns.

    `about` is what its rows are about: what somebody wrote beside one of them says something of that.
    """

    rows: Container[int]
    columns: Collection[int]
    about: dict[int, object] = field(default_factory=dict)
    unsaid: frozenset[int] = frozenset()
    """Those columns in which the row of a record that somebody added holds numbers and words of ours, not texts."""


def additions_in(book: RawBook, roles: dict[str, str], base: Base | None, journey: Journey) -> Additions:
    """Return what somebody wrote on our sheets, given by role, that would have to make room for a journey.

    What the journey itself says by now is not told of: it was read from there before.
    """
    found, words = Additions(), cache(lambda: _words(journey, base))
    for role, name in roles.items():
        sheet = book.sheet(name)
        old = _found(book, role, sheet, set(roles.values()), base)
        if old is None:
            continue
        new, kept, lost = _planned(role, journey), set(), []
        for row, column in _outside(sheet, old):
            if not (row in new.rows and column in new.columns) and old.about.get(row) == new.about.get(row):
                kept.add((row, column))
            elif not _is_known(sheet.rows[row], column, old, words()):
                lost.append(f"{column_letters(column)}{row}")
        if kept:
            found.kept[name] = kept
        if lost:
            cells = ", ".join(lost[:_FEW]) + (f", … ({len(lost)})" if len(lost) > _FEW else "")
            found.lost.append(Sentence("exchange", "What somebody wrote on the sheet “{sheet}” cannot stay where it "
                                                   "is: {cells}.", sheet=name, cells=cells))
    return found


def _outside(sheet: RawSheet, ours: _Ours) -> Iterator[Place]:
    columns = frozenset(ours.columns)
    for row, values in sheet.rows.items():
        inside = row in ours.rows
        if not inside or not values.keys() <= columns:
            yield from ((row, column) for column in values if not (inside and column in columns))


# -- what is ours, and will be ----------------------------------------------------------------------------------------


def _found(book: RawBook, role: str, sheet: RawSheet, ours: set[str], base: Base | None) -> _Ours | None:
    """Return what of a sheet is ours; None where all of it is, or where that cannot be told."""
    if role in _PICTURES:
        return _Ours((), ())
    if role == MAP:
        return _map_in(book, sheet, ours, base)
    if role == DETAILS:
        return _details_in(sheet, base)
    return _data_in(sheet, base) if role in RECORD_TYPES else None


def _map_in(book: RawBook, sheet: RawSheet, ours: set[str], base: Base | None) -> _Ours | None:
    now = find_map(book, base.map, ours) if base else None
    if now is not None and now.sheet.name == sheet.name:
        return _Ours({now.top - 1, now.top, *now.kinds}, {now.left, *now.stages})
    area = area_of(book.names.get(TABLE_NAME, "").rpartition("!")[2])
    return _Ours(range(area.top, area.bottom + 1), range(area.left, area.right + 1)) if area else None


def _details_in(sheet: RawSheet, base: Base | None) -> _Ours:
    head = sheet.rows.get(1, {})
    stage, row = COLUMNS.index("stage") + 1, 2
    about: dict[int, object] = {}
    while stage in sheet.rows.get(row, ()):
        values = sheet.rows[row]
        about[row] = tuple(canonical(str(values.get(column, ""))) for column in (stage, stage + 1))
        row += 1
    width = _details_width(base.journey) if base else next(place for place in count(1) if place + 1 not in head)
    return _Ours(range(1, row), range(1, width + 1), about)


def _data_in(sheet: RawSheet, base: Base | None) -> _Ours:
    table = table_on(sheet)
    places = {*table.columns.values(), *table.ids.values()}
    keys = next((row for row, values in sheet.rows.items() if id_key(table.cls.type) in values.values()), KEYS_ROW)
    latest = spellings("latest")
    places |= {column for column, value in sheet.rows.get(keys + 1, {}).items() if value in latest}
    ids = {row: table.id_at(row) for row in table.rows}
    about: dict[int, object] = {row: id_ for row, id_ in ids.items() if id_ and (base is None or id_ in base.journey)}
    titled = {table.columns[column.name] for column in table.known_fields if column.kind == TEXT}
    return _Ours({keys, keys + 1, *about}, places, about, frozenset(places - titled))


def _planned(role: str, journey: Journey) -> _Ours:
    """Return what of a sheet will be ours."""
    if role in _PICTURES:
        return _Ours((), ())
    if role == MAP:
        # Title and header, the rows, and one more of rows and columns: what stands so close would be read as the map's.
        return _Ours(range(1, len(list(table_rows(journey))) + 4), range(1, len(journey.stages) + 3))
    if role == DETAILS:
        whole = label("about_stage", journey.info.language)
        titles = [(stage_title(stage, number, canonical), canonical(touchpoint.title if touchpoint else whole))
                  for number, stage, touchpoint in details_of(journey)]
        return _Ours(range(1, len(titles) + 2), range(1, _details_width(journey) + 1), dict(enumerate(titles, 2)))
    cls = RECORD_TYPES[role]
    columns = columns_of(cls)
    width = 1 + len(columns) + sum(column.field.is_reference for column in columns) + (cls is Metric)
    ids = [record.id for record in rows_of(journey, cls)]
    # Whatever stands below, in these columns, would be read as one more record.
    return _Ours(range(1, _FAR), range(1, width + 1), dict(enumerate(ids, FIRST_ROW)))


def _details_width(journey: Journey) -> int:
    return len(COLUMNS) + journey.count(Lane)


# -- what the journey says --------------------------------------------------------------------------------------------


def _words(journey: Journey, base: Base | None) -> set[str]:
    """Return all texts in a journey, the labels of its map's rows, and the title that the map had."""
    found = {value for record in journey for one in fields(record)
             if isinstance(value := getattr(record, one.name), str)}
    found |= {name for name, _cells in table_rows(journey)} | ({base.map.title} if base else set())
    return {canonical(text).strip() for text in found}


def _is_known(values: Mapping[int, object], column: int, ours: _Ours, words: set[str]) -> bool:
    """Tell whether a journey that has these words has what stands in a column of a row."""
    if column not in ours.unsaid:
        return _is_said(values[column], words)
    return any(_is_said(value, words) for place, value in values.items() if place in ours.columns)


def _is_said(value: object, words: set[str]) -> bool:
    if not isinstance(value, str):
        return False
    texts = [value, stage_name(value)]
    return (any(canonical(text).strip() in words for text in texts)
            or all(canonical(item).strip() in words for item in items_of(value)))
