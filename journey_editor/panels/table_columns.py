"""The columns of the table: the fields of each record type that it shows, and what they are called."""

from __future__ import annotations

from journey_editor.model.fields import (
    EMOTION, LONG_TEXT, NUMBERS, OBSERVATIONS, REFERENCE, TEXT, TITLE, FieldSpec, in_places,
)
from journey_editor.model.records import RECORD_TYPES

from .words import change_name, field_name, things, translate
from .words import heading as word_for

TYPES = ("touchpoint", "challenge", "metric", "opportunity", "flow", "stage", "role", "note", "track", "lane", "cell")
"""The record types that have a table, those first that people look at most."""

PLACES = {"stage", "about"}
"""Fields that say where a record stands on the map: to change one is to move the record."""

LATEST = "latest"
"""The name and the kind of the column that a metric's observations have: the latest of them."""

FIGURES = NUMBERS - {EMOTION} | {LATEST}
"""The kinds that are shown as a figure; an emotion is shown with its word."""

PARAGRAPHS = {TITLE, TEXT, LONG_TEXT}
"""The kinds that take texts of several lines."""

COLUMNS: dict[str, tuple[FieldSpec, ...]] = {
    type_: tuple(FieldSpec(LATEST, None, type=type_, name=LATEST) if spec.kind == OBSERVATIONS else spec
                 for spec in in_places(RECORD_TYPES[type_].specs, "table")) for type_ in TYPES}


def heading(type_: str, column: FieldSpec) -> str:
    """Return what stands over a column."""
    bare = column.kind == REFERENCE or column.name == "backstage"
    return word_for(type_, column.name) if bare else field_name(type_, column.name)


def step_name(type_: str, column: FieldSpec, count: int) -> str:
    """Return the name of the undo step that changes one column of `count` records."""
    if column.name in PLACES:
        return translate("Words", "Move {things}").format(things=things(type_, count))
    return change_name(column.name, type_, count)
