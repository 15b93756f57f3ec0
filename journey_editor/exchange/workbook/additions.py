"""What somebody wrote on our sheets beside what is ours, and whether it can stay there when they are written anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from ...model import Journey, Sentence
from ...spreadsheet.reader import Sheet, WorkbookReader
from ...spreadsheet.escapes import canonical
from ...spreadsheet.grid import Place, column_letters
from ...spreadsheet.texts import listed
from ..map_table import stage_name, table_rows
from .base import Base
from .map_sheet import stored_items
from .registry import BY_ROLE
from .sheet_kind import Region


@dataclass(slots=True)
class Additions:
    """What stands on our sheets and is not ours, by sheet: the cells that can stay, and those that cannot."""

    kept: dict[str, set[Place]] = field(default_factory=dict)
    lost: list[Sentence] = field(default_factory=list)


def additions_in(book: WorkbookReader, roles: dict[str, str], base: Base | None, journey: Journey) -> Additions:
    """Return what somebody wrote on our sheets, given by role, that would have to make room for a journey.

    What the journey itself says by now is not told of: it was read from there before.
    """
    found, words = Additions(), _Words(journey, base)
    for role, name in roles.items():
        sheet, kind = book.sheet(name), BY_ROLE.get(role)
        old = kind.region(book, sheet, base, set(roles.values())) if kind else None
        if kind is None or old is None:
            continue
        kept, lost = _sorted_out(sheet, old, kind.planned(journey), words)
        if kept:
            found.kept[name] = kept
        if lost:
            found.lost.append(Sentence("exchange", "What was written on the sheet “{sheet}” cannot stay where it "
                                                   "is: {cells}.", sheet=name, cells=listed(lost)))
    return found


def _sorted_out(sheet: Sheet, old: Region, new: Region, words: _Words) -> tuple[set[Place], list[str]]:
    """Return which cells outside of a region that is ours can stay, and the names of those that cannot."""
    kept, lost = set(), []
    for row, column in _outside(sheet, old):
        if not new.has(row, column) and old.about.get(row) == new.about.get(row):
            kept.add((row, column))
        elif not words.say(sheet.rows[row], column, old):
            lost.append(f"{column_letters(column)}{row}")
    return kept, lost


def _outside(sheet: Sheet, region: Region) -> Iterator[Place]:
    columns = frozenset(region.columns)
    for row, values in sheet.rows.items():
        if row not in region.rows or not values.keys() <= columns:
            yield from ((row, column) for column in values if not region.has(row, column))


class _Words:
    """All that a journey says: its texts, the labels of its map's rows, and the title that the map had."""

    def __init__(self, journey: Journey, base: Base | None) -> None:
        self._journey = journey
        self._base = base

    @cached_property
    def _known(self) -> set[str]:
        found = {value for record in self._journey for one in fields(record)
                 if isinstance(value := getattr(record, one.name), str)}
        found |= {row.label for row in table_rows(self._journey)} | ({self._base.map.title} if self._base else set())
        return {canonical(text).strip() for text in found}

    def say(self, values: Mapping[int, object], column: int, region: Region) -> bool:
        """Tell whether the journey says what stands in a column of a row."""
        if column not in region.not_texts:
            return self._have(values[column])
        return any(self._have(value) for place, value in values.items() if place in region.columns)

    def _have(self, value: object) -> bool:
        if not isinstance(value, str):
            return False
        return (any(canonical(text).strip() in self._known for text in (value, stage_name(value)))
                or all(canonical(item).strip() in self._known for item in stored_items(value)))
