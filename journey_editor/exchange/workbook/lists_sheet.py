"""The sheet of what the drop-down lists of the data sheets offer, a column each, which nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...model import RECORD_TYPES, Journey
from ...model.fields import EMOTION, FieldSpec
from ...model.vocabulary import label
from ...spreadsheet.reader import Sheet
from ...spreadsheet.grid import column_letters
from .columns import CHOICE, FIRST_ROW, FLAG, Column
from .sheet_kind import Export, SheetKind

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter

LISTS = "lists"
_NAME = "journey_lists"
_ROOM_BELOW = 1000
"""How many rows below the last one have drop-down lists as well."""

_LAST_ROW = 1_048_576
_LONGEST = 99
"""How long the texts are, at most, that are offered since other records have them."""


def offer(export: Export, sheet: SheetWriter, column: Column, place: int, last: int) -> None:
    """Give the cells of a column of a data sheet a drop-down list, if its field has a set of values to choose from."""
    values = _values(export, column)
    if not values:
        return
    if values not in export.lists:
        export.lists.append(values)
    letters = column_letters(export.lists.index(values) + 1)
    # Other texts are for the user to decide: a new channel, two roles at once, an emotion of a half.
    refusal = "stop" if column.kind in (CHOICE, FLAG) else "warning" if column.field.kind == EMOTION else ""
    sheet.drop_down(place, FIRST_ROW, min(last + _ROOM_BELOW, _LAST_ROW),
                    f"{_NAME}!${letters}$2:${letters}${len(values) + 1}", refusal)


def _values(export: Export, column: Column) -> tuple[str | int, ...]:
    if column.kind in (CHOICE, FLAG):
        return tuple(column.shown_choices(export.language).values())
    if column.field.is_reference:
        return tuple(export.names.of_types(column.field.refs))
    return _texts_of(export.journey, column.field) if column.field.listed else column.field.steps


def _texts_of(journey: Journey, spec: FieldSpec) -> tuple[str, ...]:
    texts = (getattr(record, spec.name) for record in journey.all(RECORD_TYPES[spec.type]))
    return tuple(dict.fromkeys(text for text in texts if text.strip() and len(text) <= _LONGEST))


def _write(export: Export, sheet: SheetWriter, _progress: Progress) -> None:
    for place, values in enumerate(export.lists, 1):
        sheet.exact(1, place, f"{label('journey', export.language)} {place}")
        for row, value in enumerate(values, 2):
            sheet.exact(row, place, value)
    sheet.worksheet.sheet_state = "veryHidden"


def _is_lists(head: Sheet) -> bool:
    return head.name == _NAME


LISTS_SHEET = SheetKind(LISTS, lambda _language: _NAME, _write, tests=(_is_lists,))
