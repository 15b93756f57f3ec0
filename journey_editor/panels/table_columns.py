"""The columns of the table: which fields of each record type stand in it, in which order, and what they are called."""

from __future__ import annotations

from .form import FORMS, Spec
from .words import change_name, count_of, field_name, things, translate, type_name

_NAMES: dict[str, tuple[str, ...]] = {
    "touchpoint": ("title", "stage", "roles", "channel", "owner", "automation", "emotion", "duration_hours", "need",
                   "notes", "backstage"),
    "challenge": ("title", "about", "severity", "driver"),
    "metric": ("title", "about", "unit", "direction", "baseline", "target", "latest", "formula"),
    "opportunity": ("title", "about", "impact", "effort", "status", "owner", "challenges"),
    "flow": ("source", "target", "label", "share", "duration_hours", "tracks"),
    "stage": ("title", "goal"),
    "role": ("title", "kind", "influence", "color"),
    "note": ("title", "about", "color", "votes"),
    "track": ("title", "rule", "color"),
    "lane": ("title",),
    "cell": ("title", "lane", "about"),
}
TYPES = tuple(_NAMES)
"""The record types that have a table, those first that people look at most."""

PLACES = {"stage", "about"}
"""Fields that say where a record stands on the map: to change one is to move the record."""

ONE = "one"
"""The kind of a column that points at one other record."""

MANY = {"roles", "tracks", "challenges"}
"""The kinds that point at several."""

NUMBERS = {"number", "hours", "percent", "votes", "scale", "latest"}
TEXTS = {"title", "text", "long"}
"""The kinds that take texts of several lines."""


def _column(type_: str, name: str) -> Spec:
    if name == "latest":
        return Spec(name, "latest")
    found = {spec.name: spec for spec in FORMS[type_]}.get(name)
    # What holds a record is no field of its form: the inspector shows it above.
    return found or Spec(name, ONE)


COLUMNS: dict[str, tuple[Spec, ...]] = {
    type_: tuple(_column(type_, name) for name in names) for type_, names in _NAMES.items()}


def heading(type_: str, column: Spec) -> str:
    """Return what stands over a column."""
    if column.kind == ONE:
        return {
            "stage": type_name("stage"),
            "lane": type_name("lane"),
            "about": translate("Words", "About"),
            "source": translate("Words", "From"),
            "target": translate("Words", "To"),
        }[column.name]
    if column.name == "latest":
        return translate("Words", "Latest value")
    return translate("Words", "Backstage") if column.name == "backstage" else field_name(column.name)


def step_name(type_: str, column: Spec, count: int) -> str:
    """Return the name of the undo step that changes one column of `count` records."""
    if column.name in PLACES:
        return translate("Words", "Move {things}").format(things=things(type_, count))
    if column.kind != ONE:
        return change_name(column.name, type_, count)
    step = {
        "lane": translate("Words", "Change lane"),
        "source": translate("Words", "Change start"),
        "target": translate("Words", "Change end"),
    }[column.name]
    if count == 1:
        return step
    return translate("Words", "{change} of {things}").format(change=step, things=count_of(type_, count))
