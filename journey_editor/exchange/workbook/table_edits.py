"""What the tables of the data sheets say: the journey that was exported, with everything that was edited since.

A cell that still says what was written stands for the value that was exported, to the last digit and character; only
others are read. So nothing is lost by programs that save a workbook in their own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from ...model import RECORD_TYPES, Flow, Journey, JourneyInfo, Record, Sentence, Touchpoint, new_id
from ...model.operations import delete
from ...model.records import text_of
from ...spreadsheet.reader import UNKNOWN, WorkbookReader
from ...files.progress import NO_PROGRESS, Progress
from ...spreadsheet.escapes import split_for_cell
from ...spreadsheet.number_formats import kind_of
from ...spreadsheet.texts import brief
from .columns import ID, REFS, TEXT, Column
from .names import Names, names_of
from .table_order import order_rows
from .data_tables import DataTable
from .values import BadValue, is_same, meant, parsed, shown_value


@dataclass(slots=True, frozen=True)
class Stub:
    """As much of a record as others need to name it."""

    type: str
    id: str
    title: str


@dataclass(slots=True)
class Row:
    """A row of a table: the record that it was, if any, and the values that its fields have now."""

    table: DataTable
    number: int
    id: str
    known: Record | None
    values: dict[str, Any]
    copied: bool = False
    """Whether it was made by copying another row, ids and all."""

    def value(self, field: str) -> Any:
        """Return the value that a field has now; None if it has none."""
        return self.values.get(field, getattr(self.known, field, None))

    @property
    def given_order(self) -> bool:
        """Whether somebody entered an order, or the record came with one from elsewhere."""
        return "order" in self.values


class TableEdits:
    """The journey that a workbook's tables hold; `problems` tells what in them could not be understood."""

    def __init__(self, book: WorkbookReader, tables: dict[str, DataTable], base: Journey | None,
                 progress: Progress = NO_PROGRESS) -> None:
        self.book = book
        self.tables = tables
        self.base = base
        self.problems: list[Sentence] = []
        self._language = base.info.language if base else "en"
        self._was = names_of(base) if base else Names([], self._language)
        rows = {type_: self._rows(table) for type_, table in tables.items()}
        stubs = list(self._stubs(rows))
        kept = {stub.id: self._was.by_id[stub.id] for stub in stubs
                if base and stub.id in self._was.by_id and stub.title == text_of(base[stub.id])}
        self._now = Names(stubs, self._language, kept)
        for row in progress.over(list(chain.from_iterable(rows.values()))):
            self._read(row)
        self.journey = self._journey(rows)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _rows(self, table: DataTable) -> list[Row]:
        """Return a table's rows with the records that they are; a copied row is a record of its own."""
        if ID not in table.ids and self.base:
            return self._rows_by_text(table)
        found: dict[str, list[int]] = {}
        for number in table.rows:
            if id_ := table.id_at(number):
                found.setdefault(id_, []).append(number)
        originals = {self._original(table, id_, numbers) for id_, numbers in found.items()}
        return [self._row(table, number, number in originals) for number in table.rows]

    def _row(self, table: DataTable, number: int, is_original: bool) -> Row:
        """Return a row with its record or, if it is not that record's own row, with a new one."""
        id_ = table.id_at(number)
        known = self.base.get(id_) if self.base and id_ else None
        if id_ is None or not is_original or known is not None and type(known) is not table.cls:
            return Row(table, number, new_id(), None, {}, id_ is not None)
        return Row(table, number, id_, known, {})

    def _original(self, table: DataTable, id_: str, numbers: list[int]) -> int:
        """Return which of the rows with one id is the record itself: of several the first that is as it was."""
        known = self.base.get(id_) if self.base else None
        if len(numbers) == 1 or known is None or type(known) is not table.cls:
            return numbers[0]
        return max(numbers, key=lambda number: (self._likeness(table, number, known), -number))

    def _likeness(self, table: DataTable, number: int, known: Record) -> int:
        cells = table.sheet.rows[number]
        return sum(is_same(shown_value(known, column, self._was, self._language),
                           _plain(cells.get(table.columns[column.name])))
                   for column in table.known_fields)

    def _rows_by_text(self, table: DataTable) -> list[Row]:
        """Return the rows of a table whose ids are gone: the records are those that look most like them, in order."""
        assert self.base is not None
        self.problems.append(Sentence("exchange", "The hidden ID column of the sheet “{sheet}” is missing, so its rows "
                                                  "were identified by their texts.", sheet=table.sheet.name))
        left: dict[str, list[Record]] = {}
        field = _text_field(table.cls)
        for record in self.base.all(table.cls):
            left.setdefault(text_of(record).strip(), []).append(record)
        rows = []
        for number in table.rows:
            pool = left.get(self._text(table, number, field).strip() if field in table.columns else "", [])
            known = max(pool, key=lambda record: self._likeness(table, number, record), default=None)
            if known:
                pool.remove(known)
            rows.append(Row(table, number, known.id if known else new_id(), known, {}))
        return rows

    def _text(self, table: DataTable, number: int, field: str) -> str:
        return self.book.shown(table.sheet, number, table.columns[field])

    def _stubs(self, rows: dict[str, list[Row]]) -> Iterable[Stub]:
        """Yield what all records are called now, whether their sheet is still there or not."""
        for type_, cls in RECORD_TYPES.items():
            if type_ in rows:
                yield from (Stub(type_, row.id, self._title(row)) for row in rows[type_])
            elif self.base:
                yield from (Stub(type_, record.id, text_of(record)) for record in self.base.all(cls))

    def _title(self, row: Row) -> str:
        """Return what a row's record is called now: as before, if its cell still says so."""
        table, field = row.table, _text_field(row.table.cls)
        before = text_of(row.known) if row.known else ""
        if field not in table.columns:
            return before
        found = _plain(table.sheet.rows[row.number].get(table.columns[field]))
        return before if row.known and is_same(before, found) else self._text(table, row.number, field)

    # -- values ------------------------------------------------------------------------------------------------------

    def _read(self, row: Row) -> None:
        """Enter what a row says of its record, where that is not what was exported."""
        cells = row.table.sheet.rows[row.number]
        for column in row.table.known_fields:
            found = cells.get(row.table.columns[column.name])
            if not self._says_something(row, column, found):
                continue
            if found is UNKNOWN:
                self._refuse(row, column, Sentence("exchange", "a formula whose result is not in the file"))
                continue
            try:
                value = self._value(row, column)
            except BadValue as error:
                self._refuse(row, column, Sentence("exchange", "“{text}”", text=brief(error.what)))
                self._fall_back(row, column)
                continue
            if row.known is None or value != getattr(row.known, column.name):
                row.values[column.name] = value

    def _says_something(self, row: Row, column: Column, found: Any) -> bool:
        """Tell whether a cell is to be read: it is not as it was written, or has something for a new record."""
        if row.known is None:
            return found is not None and not (row.copied and column.name == "order")
        return found is UNKNOWN or not is_same(shown_value(row.known, column, self._was, self._language), found)

    def _value(self, row: Row, column: Column) -> Any:
        """Return what a cell means; raise `BadValue` if its field takes no such thing."""
        table, text = row.table, self._text(row.table, row.number, column.name)
        if column.field.is_reference and row.known is None:
            ids = table.ids_at(row.number, column.name)
            if ids and text == "\n".join(self._now.by_id.get(id_, "") for id_ in ids):
                return ids if column.kind == REFS else ids[0]
        in_percent = "%" in self._unit(row)
        number = self._number(row, column, text, in_percent)
        value = parsed(text, number, column, (self._now, self._was), in_percent)
        if column.kind == TEXT and row.known is not None:
            # A cell holds only the beginning of a very long text.
            value += split_for_cell(getattr(row.known, column.name))[1]
        if not column.field.rule()(value):
            raise BadValue(text)
        return value

    def _number(self, row: Row, column: Column, text: str, in_percent: bool) -> int | float | None:
        """Return the number that a cell means; None if it holds none."""
        table, place = row.table, row.table.columns[column.name]
        found = table.sheet.rows[row.number].get(place)
        if isinstance(found, bool) or not isinstance(found, (int, float)):
            return None
        return meant(found, kind_of(self.book.code(table.sheet, row.number, place)), text, column, in_percent)

    def _unit(self, row: Row) -> str:
        if "unit" in row.table.columns:
            return self._text(row.table, row.number, "unit").replace("％", "%")
        return getattr(row.known, "unit", "")

    def _fall_back(self, row: Row, column: Column) -> None:
        """Take what the hidden ids say where a name is not understood and there is no old value to keep."""
        ids = row.table.ids_at(row.number, column.name)
        if row.known is None and column.field.is_reference and ids and all(id_ in self._now.by_id for id_ in ids):
            row.values[column.name] = ids if column.kind == REFS else ids[0]

    def _refuse(self, row: Row, column: Column, what: Sentence) -> None:
        values = {"sheet": row.table.sheet.name, "cell": row.table.cell(row.number, column.name), "what": what,
                  "field": column.header(self._language)}
        self.problems.append(
            Sentence("exchange", "Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so it was "
                     "left out.", **values) if row.known is None else
            Sentence("exchange", "Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so the "
                     "previous value was kept.", **values))

    # -- records -----------------------------------------------------------------------------------------------------

    def _journey(self, rows: dict[str, list[Row]]) -> Journey:
        records: dict[str, Record] = {record.id: record for record in self.base} if self.base else {}
        info = self._info(rows.pop(JourneyInfo.type, []))
        records[info.id] = info
        for type_ in RECORD_TYPES:
            found = rows.get(type_, [])
            for above, row in zip([None, *found], found):
                if row.known is None:
                    self._give_places(row, above, records)
        for row in chain.from_iterable(rows.get(type_, ()) for type_ in RECORD_TYPES):
            record = self._record(row)
            if record is not None:
                records[row.id] = record
        for type_, found in rows.items():
            self.problems += order_rows(self.book, self.base, found, records)
        return self._without_gone(Journey(_whole(records)), rows)

    def _info(self, rows: list[Row]) -> Record:
        """Return the journey's own record: as its table's first row has it, as it was, or a new one."""
        known = self.base.info if self.base else None
        if not rows:
            return known or JourneyInfo()
        rows[0].known = known
        return _made(rows[0])

    def _give_places(self, row: Row, above: Row | None, records: dict[str, Record]) -> None:
        """Give a new record the references that it cannot be without, from the row above where they were left out."""
        if row.table.cls is Flow:
            return
        for column in row.table.known_fields:
            if not column.field.needed or row.values.get(column.name) is not None:
                continue
            place = above.value(column.name) if above else None
            if place is None:
                place = _first_of(column.field.refs, records)
            if place is not None:
                row.values[column.name] = place
                self.problems.append(Sentence(
                    "exchange", "Sheet “{sheet}”, row {row}: “{field}” is empty, so “{name}” was used.",
                    sheet=row.table.sheet.name, row=row.number, field=column.header(self._language),
                    name=self._name(place)))

    def _name(self, id_: str) -> str:
        return self._now.by_id.get(id_) or self._was.by_id.get(id_, "")

    def _record(self, row: Row) -> Record | None:
        """Return a row's record as it is now; None, and a sentence, if it cannot be one."""
        try:
            record = _made(row)
        except TypeError:
            record = None
        if record is not None and not record.problems():
            return record
        sheet = row.table.sheet.name
        if row.known is None:
            self.problems.append(Sentence(
                "exchange", "Sheet “{sheet}”, row {row} was not read: it does not say what it belongs to.",
                sheet=sheet, row=row.number))
            return None
        self.problems.append(Sentence("exchange", "Sheet “{sheet}”, row {row} would lead back to where it starts, so "
                                                  "it was left as it was.", sheet=sheet, row=row.number))
        row.values.clear()
        return row.known

    def _without_gone(self, journey: Journey, rows: dict[str, list[Row]]) -> Journey:
        """Return the journey without the records whose rows are gone, and without what hangs on them."""
        if self.base is None:
            return journey
        gone: list[str] = []
        for type_, found in rows.items():
            still = {row.id for row in found}
            gone += [record.id for record in self.base.all(RECORD_TYPES[type_]) if record.id not in still]
        journey.apply(delete(journey, gone))
        return journey


def _made(row: Row) -> Record:
    """Return a row's record, with old values where it says nothing new; raise `TypeError` if too little is known."""
    cls = row.table.cls
    if row.known is None:
        return cls(id=row.id, **{name: value for name, value in row.values.items() if value is not None})
    if not row.values:
        return row.known
    values = {one.name: getattr(row.known, one.name) for one in fields(row.known)}
    if cls is Touchpoint and row.values.get("stage",
                                            values["stage"]) != values["stage"] and "position" not in row.values:
        # As when a card is dragged to another stage: where it was pinned is not there.
        values["position"] = None
    return cls(**{**values, **row.values})


def _whole(records: dict[str, Record]) -> Iterable[Record]:
    """Yield the records that all they need is there for: without a base, tables may name what they do not hold."""
    todo = dict(records)
    while True:
        short = [id_ for id_, record in todo.items() for name, types, cascade, many in record.references
                 if cascade and getattr(todo.get(getattr(record, name)), "type", "") not in types]
        if not short:
            break
        for id_ in short:
            todo.pop(id_, None)
    return todo.values()


def _text_field(cls: type[Record]) -> str:
    """Return the field of the text by which records of a type are called."""
    return "label" if cls is Flow else "title"


def _first_of(types: Sequence[str], records: dict[str, Record]) -> str | None:
    """Return the id of the first record, in their order, of the first of some types that there is any of."""
    in_order = sorted(records.values(), key=lambda one: one.order)
    return next((record.id for type_ in types for record in in_order if record.type == type_), None)


def _plain(value: Any) -> Any:
    return None if value is UNKNOWN else value
