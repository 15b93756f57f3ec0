"""What the data sheets have a column for, each field of each record type, and a row for, each record in its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import RECORD_TYPES, Flow, Journey, JourneyInfo, Record, Touchpoint, fields
from ...model.fields import FieldSpec
from ...model.vocabulary import (
    LANGUAGES, choice_label, field_key, headings, label, language, plural_key, plural_label, type_label,
)

TEXT, NUMBER, INTEGER, CHOICE, FLAG, REF, REFS, OBSERVATIONS, POINT = (
    "text", "number", "integer", "choice", "flag", "ref", "refs", "observations", "point")

KEYS_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3
"""Where the data sheets have the names of the columns, the table's header, and its first record."""

ID = "id"
ID_HEADER = "ID"
"""What stands above the column of ids, and behind a field's name above those that it names."""

IDS_SUFFIX = "#ids"
"""What the key of a hidden column ends in that holds the ids of what the column of its field names by title."""

_KINDS = {
    fields.NUMBER: NUMBER, fields.EMOTION: NUMBER, fields.ORDER: NUMBER, fields.INTEGER: INTEGER, fields.SCALE: INTEGER,
    fields.CHOICE: CHOICE, fields.FLAG: FLAG, fields.OBSERVATIONS: OBSERVATIONS, fields.POINT: POINT,
    fields.REFERENCE: REF, fields.REFERENCES: REFS,
}

_HINTS = {fields.COLOR: "#rrggbb", fields.POINT: "x, y"}

PLACES = ("stage", "touchpoint", "challenge", "metric", "opportunity")
"""The types that `about` and the ends of flows may mean, which therefore share one set of names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column for a field of a record type: the field, and what kind of cells it has."""

    field: FieldSpec
    kind: str

    @property
    def type(self) -> str:
        """The type of the records."""
        return self.field.type

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.field.name

    @property
    def key(self) -> str:
        """What names the column in the hidden first row."""
        return self.field.key

    @property
    def ids_key(self) -> str:
        """What names the hidden column of the ids that this column's titles mean."""
        return self.key + IDS_SUFFIX

    def header(self, language: str) -> str:
        """Return the word above the column."""
        return self.headers(language)[0]

    def headers(self, language: str) -> list[str]:
        """Return what stands above the column, and what stood there in workbooks of earlier versions."""
        return headings(field_key(self.type, self.name), language, _hint(self.field))

    def shown_choices(self, language: str) -> dict[str, str]:
        """Return the values of a closed set with the words for them."""
        if self.kind == FLAG:
            return {"yes": label("yes", language), "no": label("no", language)}
        return {value: choice_label(self.name, value, language) for value in self.field.choices}


def _hint(spec: FieldSpec) -> str:
    """Return what a header says of the values of a field, if the vocabulary says nothing."""
    if spec.kind == fields.SCALE or spec.unit == fields.SHARE:
        return f"{spec.low}–{spec.high}"
    return _HINTS.get(spec.kind, "")


_COLUMNS = {type_: tuple(Column(spec, _KINDS.get(spec.kind, TEXT)) for spec in cls.specs)
            for type_, cls in RECORD_TYPES.items()}


def columns_of(cls: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a record type's sheet, in their order, its id left out."""
    return _COLUMNS[cls.type]


def id_key(type_: str) -> str:
    """Return what names the hidden column of a type's ids."""
    return f"{type_}.{ID}"


def table_name(type_: str) -> str:
    """Return the name of a type's table within the workbook."""
    return f"journey_{type_}"


def sheet_name(type_: str, language: str) -> str:
    """Return the name of a type's sheet."""
    return type_label(type_, language) if type_ == JourneyInfo.type else plural_label(type_, language)


def sheet_names(type_: str) -> set[str]:
    """Return what a type's sheet is called in any language, and was in workbooks of earlier versions."""
    former = (language(code).former.get(plural_key(type_), ()) for code in LANGUAGES)
    return {sheet_name(type_, code) for code in LANGUAGES}.union(*former)


def column_by_header(cls: type[Record], text: str) -> Column | None:
    """Return the column that a header names in any language; None if it is none of the type's."""
    for column in columns_of(cls):
        if any(text in column.headers(language) for language in LANGUAGES):
            return column
    return None


def rows_of(journey: Journey, cls: type[Record]) -> list[Record]:
    """Return the records of a type in the order of their table: as the map shows them."""
    if cls is Flow:
        return _flows_in_order(journey)
    if cls is Touchpoint:
        return [card for stage in journey.stages for card in journey.children(stage.id, Touchpoint)]
    if any(spec.name == "about" for spec in cls.specs):
        found: list[Record] = [record for holder in _holders(journey) for record in journey.children(holder, cls)]
        seen = {record.id for record in found}
        return found + [record for record in journey.all(cls) if record.id not in seen]
    return list(journey.all(cls))


def _flows_in_order(journey: Journey) -> list[Record]:
    ranks = {id_: place for place, id_ in enumerate(_holders(journey))}
    return [*sorted(journey.all(Flow), key=lambda flow: (ranks[flow.source], ranks[flow.target], flow.id))]


def _holders(journey: Journey) -> Iterator[str]:
    for stage in journey.stages:
        yield stage.id
        for card in journey.children(stage.id, Touchpoint):
            yield card.id
