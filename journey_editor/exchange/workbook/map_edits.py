"""What somebody changed on the map's sheet: the journey that was exported, with those edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...model import RECORD_TYPES, Cell, Journey, Lane, Record, Sentence, Stage, Touchpoint, new_id
from ...model.operations import delete
from ...model.vocabulary import spellings
from ...spreadsheet.escapes import canonical, decoded, is_same_text
from ..map_table import ROWS, stage_name
from .alignment import align_items
from .base import Base, WrittenRow
from .map_sheet import LocatedMap, stored_items
from .row_order import new_orders

_ROW_WORDS = {cls.type: spellings(key) for key, cls in ROWS.items()}
"""The labels of the rows, in every language, by the type that each lists."""


@dataclass(slots=True)
class _Item:
    """An item of a cell: the record that it was, if it was there before, and its text if that is new."""

    id: str | None
    text: str | None
    at: str


@dataclass(slots=True)
class _List:
    """The items of an edited cell: what they are, the lane and the stage they are in."""

    kind: str
    lane: str
    stage: str
    items: list[_Item]


class MapEdits:
    """The journey that the map's sheet makes of the one that was exported; `problems` tells what was not read."""

    def __init__(self, place: LocatedMap, base: Base) -> None:
        self.place = place
        self.base = base
        self.problems: list[Sentence] = []
        self._records = {record.id: record for record in base.journey}
        self._gone: list[tuple[str, str, str]] = []
        """The kind, the id and the text of each item that is no longer where it was."""
        self._doomed: list[str] = []
        self._read_title()
        stages, rows = self._read_stages(), self._read_rows()
        lists = [found for row, (kind, lane) in rows.items() for column, stage in stages.items()
                 if (found := self._read_cell(row, column, kind, lane, stage))]
        self._follow_moves(lists)
        for one in sorted(lists, key=lambda one: one.kind != Touchpoint.type):
            self._enter(one)
        journey = Journey(self._records.values())
        journey.apply(delete(journey, dict.fromkeys(self._doomed)))
        self.journey = journey

    # -- title, header, labels ---------------------------------------------------------------------------------------

    def _read_title(self) -> None:
        place, info = self.place, self.base.journey.info
        rows = [row for row in range(1, place.top) if place.text(row, place.left)]
        text = place.text(rows[-1], place.left) if rows else ""
        if text and canonical(text) != canonical(decoded(self.base.map.title)):
            self._records[info.id] = replace(info, title=text)

    def _read_stages(self) -> dict[int, str]:
        """Return the stage of each column; stages whose column is gone are doomed, new ones made."""
        place, written = self.place, self.base.map
        found = {column: id_ for column in place.columns if (id_ := self._stage_of(column))}
        for number, id_ in enumerate(written.stages):
            if id_ not in found.values():
                self._doomed.append(id_)
                for row in written.rows:
                    self._gone += zip([row.kind] * len(row.ids[number]), row.ids[number], _texts(row, number))
        self._order(list(found.values()))
        return found

    def _stage_of(self, column: int) -> str | None:
        """Return the stage that a column is, with its title of now, or a new one; None if no stage stands above it."""
        place, written = self.place, self.base.map
        header = place.text(place.top, column)
        number = place.written_columns.get(column)
        if number is not None:
            id_ = written.stages[number]
            if canonical(stage_name(header)) != canonical(stage_name(decoded(written.header[number + 1]))):
                self._set(id_, title=stage_name(header))
            return id_
        if header.strip():
            return self._new(Stage(title=stage_name(header)))
        filled = [row for row in place.rows if place.text(row, column)]
        if filled:
            self._unread(place.cell(filled[0], column), Sentence("exchange", "there is no stage above it"))
        return None

    def _read_rows(self) -> dict[int, tuple[str, str]]:
        """Return what each row lists, and the lane that it is; lanes whose row is gone are doomed, new ones made."""
        found: dict[int, tuple[str, str]] = {}
        for row in self.place.rows:
            listed = self._listed_in(row, {kind for kind, _lane in found.values()})
            if listed:
                found[row] = listed
        lanes = [lane for _kind, lane in found.values() if lane]
        # A lane without a word in it is an empty row, which is there whether it is found or not.
        self._doomed += [row.lane for row in self.base.map.rows
                         if row.lane and row.lane not in lanes and (row.label.strip() or any(row.texts))]
        self._order(lanes)
        return found

    def _listed_in(self, row: int, known: set[str]) -> tuple[str, str] | None:
        """Return what a row lists and its lane, with its title of now, or a new one; None if it has no label."""
        place, text = self.place, self.place.text(row, self.place.left)
        number = place.written_rows.get(row)
        if number is not None:
            old = self.base.map.rows[number]
            if old.lane and canonical(text) != canonical(decoded(old.label)):
                self._set(old.lane, title=text)
            return old.kind, old.lane
        if text.strip():
            kind = next((kind for kind, words in _ROW_WORDS.items()
                         if kind not in known and text.strip() in words), None)
            return (kind, "") if kind else (Cell.type, self._new(Lane(title=text)))
        filled = [column for column in place.columns if place.text(row, column)]
        # A label of blanks, or a formula whose result is not in the file, is nothing to be told of.
        if filled:
            self._unread(place.cell(row, filled[0]), Sentence("exchange", "there is no label before it"))
        return None

    def _order(self, ids: Sequence[str]) -> None:
        """Give stages or lanes the orders that their places mean."""
        places = [(id_, self._records[id_].order if id_ in self.base.journey else None) for id_ in ids]
        for id_, order in new_orders(places).items():
            self._set(id_, order=order)

    # -- cells -------------------------------------------------------------------------------------------------------

    def _read_cell(self, row: int, column: int, kind: str, lane: str, stage: str) -> _List | None:
        """Return the items of a cell that was edited; None if it says what was written."""
        text, at = self.place.text(row, column), self.place.cell(row, column)
        row_number, number = self.place.written_rows.get(row), self.place.written_columns.get(column)
        if row_number is None or number is None:
            items = [_Item(None, item, at) for item in stored_items(text) if item.strip()]
            return _List(kind, lane, stage, items) if items else None
        old = self.base.map.rows[row_number]
        if is_same_text(decoded(old.texts[number]), text):
            return None
        ids, texts = old.ids[number], _texts(old, number)
        items, kept = _matched(ids, texts, stored_items(text), at)
        self._gone += [(kind, id_, texts[i]) for i, id_ in enumerate(ids[:len(texts)]) if i not in kept]
        return _List(kind, lane, stage, items)

    def _follow_moves(self, lists: list[_List]) -> None:
        """Find items that were taken out of one cell and put into another; what is nowhere any more is doomed."""
        left: dict[tuple[str, str], list[str]] = {}
        for kind, id_, text in self._gone:
            left.setdefault((kind, canonical(text)), []).append(id_)
        for one in lists:
            for item in one.items:
                if item.id is None and (found := left.get((one.kind, canonical(item.text or "")))):
                    item.id, item.text = found.pop(0), None
        self._doomed += [id_ for found in left.values() for id_ in found]

    def _enter(self, one: _List) -> None:
        """Enter an edited cell's items: new texts, new items, those that came from elsewhere, and their order."""
        holders: dict[str | None, list[tuple[str, float | None]]] = {}
        before = dict(self._records)
        for item in one.items:
            record, came = self._placed(self._record_of(item, one), one)
            self._records[record.id] = record
            is_new = came or record.id not in self.base.journey
            holders.setdefault(record.parent, []).append((record.id, None if is_new else record.order))
        for places in holders.values():
            for id_, order in new_orders(places).items():
                self._set(id_, order=order)
        if self._is_unchanged(one, before):
            self.problems.append(Sentence(
                "exchange", "Sheet “{sheet}”, cell {cell}: the order follows the touch points that the items are "
                "about, so it was not changed.", sheet=self.place.sheet.name, cell=one.items[0].at))

    def _is_unchanged(self, one: _List, before: dict[str, Record]) -> bool:
        """Tell whether an edited cell came to nothing: its items are those of before."""
        ids = {item.id for item in one.items if item.id}
        return (bool(one.items) and len(ids) == len(one.items)
                and all(before.get(id_) == self._records[id_] for id_ in ids)
                and not any(kind == one.kind for kind, _id, _text in self._gone))

    def _record_of(self, item: _Item, one: _List) -> Record:
        """Return an item's record with its text of now, or a new one."""
        record = self._records.get(item.id or "")
        if record is not None:
            return record if item.text is None else record.replace(title=item.text)
        values: dict[str, Any] = {"id": new_id(), "title": item.text or ""}
        if one.kind == Touchpoint.type:
            return Touchpoint(stage=one.stage, **values)
        if one.kind == Cell.type:
            values["lane"] = one.lane
        values["about"] = one.stage
        return RECORD_TYPES[one.kind](**values)

    def _placed(self, record: Record, one: _List) -> tuple[Record, bool]:
        """Return a record as it is in this cell, and whether it came from another one."""
        if isinstance(record, Touchpoint):
            came = record.stage != one.stage
            return (replace(record, stage=one.stage, position=None) if came else record), came
        about = self._records[record.about or ""]
        home = self.base.journey.get(about.id)
        came = (home.stage if isinstance(home, Touchpoint) else about.id) != one.stage
        values: dict[str, Any] = {"about": one.stage} if came else {}
        if isinstance(record, Cell) and record.lane != one.lane:
            values["lane"], came = one.lane, True
        return (replace(record, **values) if values else record), came

    # -- records -----------------------------------------------------------------------------------------------------

    def _new(self, record: Record) -> str:
        """Enter a new record; return its id."""
        self._records[record.id] = record
        return record.id

    def _set(self, id_: str, **values: Any) -> None:
        self._records[id_] = replace(self._records[id_], **values)

    def _unread(self, cell: str, why: Sentence) -> None:
        self.problems.append(Sentence("exchange", "Sheet “{sheet}”, cell {cell} was not read because {why}.",
                                      sheet=self.place.sheet.name, cell=cell, why=why))


def _texts(row: WrittenRow, place: int) -> list[str]:
    """Return the items that a cell was written with, as far as all of each went in."""
    texts = stored_items(decoded(row.texts[place]))
    return texts if len(texts) == len(row.ids[place]) else texts[:max(min(len(texts), len(row.ids[place])) - 1, 0)]


def _matched(ids: Sequence[str], texts: Sequence[str], new: Sequence[str], at: str) -> tuple[list[_Item], set[int]]:
    """Return the items of an edited cell, and which of the old ones, by place, are still there.

    `ids` are those of all old items, `texts` of as many of them as the cell had room for.
    """
    pairs = align_items([canonical(one) for one in texts], [canonical(one) for one in new])
    items = []
    for number, item in enumerate(new):
        if number in pairs:
            is_same = canonical(item) == canonical(texts[pairs[number]])
            items.append(_Item(ids[pairs[number]], None if is_same else item, at))
        elif item.strip() and not (len(texts) < len(ids) and item.endswith("…")):
            items.append(_Item(None, item, at))
    # What a cell was too small for has not been seen, so nobody can have removed it.
    items += [_Item(id_, None, at) for id_ in ids[len(texts):]]
    return items, set(pairs.values())
