"""Rows that were moved, inserted or appended in a table get an order that puts them where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...model import Cell, Journey, Record, Sentence
from ...model.records import sort_key
from ...spreadsheet.reader import WorkbookReader
from .row_order import Place, new_orders

if TYPE_CHECKING:
    from .table_edits import Row

Group = tuple[str | None, str | None]
_LEAST_SORTED = 6
"""How many rows have to stand in the order of a column to be taken for sorted rather than moved."""


def order_rows(book: WorkbookReader, base: Journey | None, rows: Sequence[Row],
               records: dict[str, Record]) -> list[Sentence]:
    """Give the records of a table's rows the orders that their places mean; return what is to be told of it.

    Records are compared with those of the same group: the touchpoints of a stage, for one. Rows that somebody sorted
    to look at them keep their order.
    """
    rows = [row for row in rows if row.id in records and records[row.id].ordered]
    if not rows or base is None:
        return []
    moved = _moved(rows, records)
    is_sorted = bool(moved) and _is_sorted(book, rows)
    at = dict(zip(map(id, rows), range(len(rows))))
    for group, found in _by_group(rows, records).items():
        settled = _settled(found, group, is_sorted)
        if is_sorted or group in moved or len(settled) < len(found):
            _give_orders(_places(_sequence(rows, found, settled, at), group, records), records)
    if not is_sorted:
        return []
    return [Sentence("exchange", "The rows of the sheet “{sheet}” were sorted; this was not treated as a new order.",
                     sheet=rows[0].table.sheet.name)]


def _by_group(rows: Sequence[Row], records: dict[str, Record]) -> dict[Group, list[Row]]:
    groups: dict[Group, list[Row]] = {}
    for row in rows:
        groups.setdefault(_group(records[row.id]), []).append(row)
    return groups


def _group(record: Record) -> Group:
    return record.parent, record.lane if isinstance(record, Cell) else None


def _is_settled(row: Row, group: Group) -> bool:
    """Tell whether a row was in this group before, and whether its order is for its place to say."""
    return row.known is not None and not row.given_order and _group(row.known) == group


def _settled(rows: Sequence[Row], group: Group, in_old_order: bool) -> list[Row]:
    """Return the rows of a group that are settled in it, as they stand or in their old order."""
    settled = [row for row in rows if _is_settled(row, group)]
    return sorted(settled, key=lambda row: sort_key(row.known)) if in_old_order else settled  # type: ignore[arg-type]


def _moved(rows: Sequence[Row], records: dict[str, Record]) -> set[Group]:
    """Return the groups whose settled rows do not stand in their old order."""
    last: dict[Group, Any] = {}
    moved = set()
    for row in rows:
        group = _group(records[row.id])
        if _is_settled(row, group):
            key = sort_key(row.known)  # type: ignore[arg-type]
            if group in last and key < last[group]:
                moved.add(group)
            last[group] = key
    return moved


def _sequence(rows: Sequence[Row], found: list[Row], settled: list[Row], at: dict[int, int]) -> list[Row]:
    """Return the members of a group as they follow one another: new ones where they stand among them, or at the end."""
    sequence = list(settled)
    inside = {id(row) for row in settled}
    for row in found:
        if id(row) in inside or row.given_order:
            continue
        place = at[id(row)]
        above, below = rows[place - 1:place] if place else [], rows[place + 1:place + 2]
        if above and id(above[0]) in inside:
            sequence.insert(sequence.index(above[0]) + 1, row)
        elif below and id(below[0]) in inside:
            sequence.insert(sequence.index(below[0]), row)
        else:
            sequence.append(row)
        inside.add(id(row))
    return sequence + [row for row in found if row.given_order]


def _places(sequence: Sequence[Row], group: Group, records: dict[str, Record]) -> list[Place]:
    """Return the ids of rows with the orders that they keep."""
    places: list[Place] = [
        (row.id, records[row.id].order if row.given_order or _is_settled(row, group) else None) for row in sequence]
    if any(row.given_order for row in sequence):
        # An order that was entered says where its row belongs, wherever it stands.
        known = sorted((place for place in places if place[1] is not None), key=lambda place: (place[1], place[0]))
        places = known + [place for place in places if place[1] is None]
    return places


def _give_orders(places: list[Place], records: dict[str, Record]) -> None:
    for id_, order in new_orders(places).items():
        records[id_] = records[id_].replace(order=order)


def _is_sorted(book: WorkbookReader, rows: Sequence[Row]) -> bool:
    """Tell whether Excel says so, or the rows stand in the order of what one of their columns shows."""
    table = rows[0].table
    if book.is_sorted(table.sheet):
        return True
    if len(rows) < _LEAST_SORTED:
        return False
    for field, place in table.columns.items():
        if field == "order":
            continue
        texts = [book.shown(table.sheet, row.number, place).casefold() for row in rows if row.known is not None]
        if len(set(texts)) >= _LEAST_SORTED and (texts == sorted(texts) or texts == sorted(texts, reverse=True)):
            return True
    return False
