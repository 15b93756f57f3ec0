"""What somebody changed on the map's sheet: the journey that was exported, with those edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...model import RECORD_TYPES, Cell, Journey, Lane, Record, Sentence, Stage, Touchpoint, new_id
from ...model.operations import delete
from ...model.vocabulary import spellings
from ...spreadsheet.escapes import canonical, decoded, is_same_text
from .alignment import align_items
from .base import Base, MapRow
from .map_now import MapNow, items_of, stage_name
from .row_order import new_orders

_FIXED = {"touchpoints": "touchpoint", "challenges": "challenge", "metrics": "metric", "opportunities": "opportunity"}


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

    def __init__(self, now: MapNow, base: Base) -> None:
        self.now = now
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
        for one in sorted(lists, key=lambda one: one.kind != "touchpoint"):
            self._enter(one)
        journey = Journey(self._records.values())
        journey.apply(delete(journey, dict.fromkeys(self._doomed)))
        self.journey = journey

    # -- title, header, labels ---------------------------------------------------------------------------------------

    def _read_title(self) -> None:
        now, info = self.now, self.base.journey.info
        rows = [row for row in range(1, now.top) if now.text(row, now.left)]
        said = now.text(rows[-1], now.left) if rows else ""
        if said and canonical(said) != canonical(decoded(self.base.map.title)):
            self._records[info.id] = replace(info, title=said)

    def _read_stages(self) -> dict[int, str]:
        """Return the stage of each column; stages whose column is gone are doomed, new ones made."""
        now, written, found = self.now, self.base.map, {}
        for column in now.columns:
            header = now.text(now.top, column)
            place = now.stages.get(column)
            if place is not None:
                found[column] = id_ = written.stages[place]
                old = decoded(written.header[place + 1])
                if canonical(stage_name(header)) != canonical(stage_name(old)):
                    self._set(id_, title=stage_name(header))
            elif header.strip():
                stage = Stage(title=stage_name(header))
                self._records[stage.id] = stage
                found[column] = stage.id
            else:
                filled = [row for row in now.rows if now.text(row, column)]
                if filled:
                    self._unread(now.cell(filled[0], column), Sentence("exchange", "no stage stands above it"))
        self._doomed += [id_ for id_ in written.stages if id_ not in found.values()]
        for place, id_ in enumerate(written.stages):
            if id_ in self._doomed:
                for row in written.rows:
                    self._gone += zip([row.kind] * len(row.ids[place]), row.ids[place], _texts(row, place))
        self._order(list(found.values()))
        return found

    def _read_rows(self) -> dict[int, tuple[str, str]]:
        """Return what each row lists, and the lane that it is; lanes whose row is gone are doomed, new ones made."""
        now, written, found = self.now, self.base.map, {}
        for row in now.rows:
            text = now.text(row, now.left)
            place = now.kinds.get(row)
            if place is not None:
                old = written.rows[place]
                found[row] = old.kind, old.lane
                if old.lane and canonical(text) != canonical(decoded(old.label)):
                    self._set(old.lane, title=text)
            elif text.strip():
                found[row] = self._new_row(text, {kind for kind, _lane in found.values()})
            else:
                filled = [column for column in now.columns if now.text(row, column)]
                # A label of blanks, or a formula whose result is not in the file, is nothing to be told of.
                if filled:
                    self._unread(now.cell(row, filled[0]), Sentence("exchange", "no label stands before it"))
        lanes = [lane for _kind, lane in found.values() if lane]
        # A lane without a word in it is an empty row, which is there whether it is found or not.
        self._doomed += [row.lane for row in written.rows
                         if row.lane and row.lane not in lanes and (row.label.strip() or any(row.texts))]
        self._order(lanes)
        return found

    def _new_row(self, text: str, known: set[str]) -> tuple[str, str]:
        for key, kind in _FIXED.items():
            if kind not in known and text.strip() in spellings(key):
                return kind, ""
        lane = Lane(title=text)
        self._records[lane.id] = lane
        return Cell.type, lane.id

    def _order(self, ids: Sequence[str]) -> None:
        """Give stages or lanes the orders that their places mean."""
        places = [(id_, self._records[id_].order if id_ in self.base.journey else None) for id_ in ids]  # type: ignore
        for id_, order in new_orders(places).items():
            self._set(id_, order=order)

    # -- cells -------------------------------------------------------------------------------------------------------

    def _read_cell(self, row: int, column: int, kind: str, lane: str, stage: str) -> _List | None:
        """Return the items of a cell that was edited; None if it says what was written."""
        now, place = self.now, self.now.kinds.get(row)
        text, at = now.text(row, column), now.cell(row, column)
        old_row = self.base.map.rows[place] if place is not None else None
        old_place = now.stages.get(column)
        if old_row is None or old_place is None:
            items = [_Item(None, item, at) for item in items_of(text) if item.strip()]
            return _List(kind, lane, stage, items) if items else None
        old = decoded(old_row.texts[old_place])
        if is_same_text(old, text):
            return None
        ids, texts = old_row.ids[old_place], _texts(old_row, old_place)
        new = items_of(text)
        pairs = align_items([canonical(one) for one in texts], [canonical(one) for one in new])
        items = []
        for number, item in enumerate(new):
            if number not in pairs:
                if item.strip() and not (len(texts) < len(ids) and item.endswith("…")):
                    items.append(_Item(None, item, at))
                continue
            same = canonical(item) == canonical(texts[pairs[number]])
            items.append(_Item(ids[pairs[number]], None if same else item, at))
        kept = set(pairs.values())
        self._gone += [(kind, id_, texts[i]) for i, id_ in enumerate(ids[:len(texts)]) if i not in kept]
        # What a cell was too small for has not been seen, so nobody can have removed it.
        items += [_Item(id_, None, at) for id_ in ids[len(texts):]]
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
            record = self._records.get(item.id or "")
            if record is None:
                record = self._new(one, item)
            elif item.text is not None:
                record = record.replace(title=item.text)
            record, came = self._placed(record, one)
            self._records[record.id] = record
            new = came or record.id not in self.base.journey
            holders.setdefault(record.parent, []).append((record.id, None if new else record.order))
        for places in holders.values():
            for id_, order in new_orders(places).items():
                self._set(id_, order=order)
        ids = {item.id for item in one.items if item.id}
        if len(ids) == len(one.items) and all(before.get(id_) == self._records[id_]
                                              for id_ in ids) and self._nothing_gone(one):
            self.problems.append(Sentence(
                "exchange", "Sheet “{sheet}”, cell {cell}: the order follows the touch points that the items are "
                            "about, so it "
                "was not changed.", sheet=self.now.sheet.name, cell=one.items[0].at))

    def _nothing_gone(self, one: _List) -> bool:
        return bool(one.items) and not any(kind == one.kind for kind, _id, _text in self._gone)

    def _new(self, one: _List, item: _Item) -> Record:
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

    def _set(self, id_: str, **values: Any) -> None:
        self._records[id_] = replace(self._records[id_], **values)

    def _unread(self, cell: str, why: Sentence) -> None:
        self.problems.append(Sentence("exchange", "Sheet “{sheet}”, cell {cell} was not read, since {why}.",
                                      sheet=self.now.sheet.name, cell=cell, why=why))


def _texts(row: MapRow, place: int) -> list[str]:
    """Return the items that a cell was written with, as far as all of each went in."""
    texts = items_of(decoded(row.texts[place]))
    return texts if len(texts) == len(row.ids[place]) else texts[:max(min(len(texts), len(row.ids[place])) - 1, 0)]
