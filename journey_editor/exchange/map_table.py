"""The journey as one table of texts, stages across and lanes down: the form in which the report delivers its map.

The map's sheet in a workbook, the text files and the clipboard are all this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..model import Cell, Challenge, Journey, Lane, Metric, Note, Opportunity, Record, Stage, Touchpoint
from ..model.fields import CHOICE, FLAG, REFERENCES, TEXTS, FieldSpec, in_places
from ..model.records import text_of
from ..model.vocabulary import choice_label, label
from ..spreadsheet.texts import bulleted

FORMAT_NAME, TABLE_NAME = "journey_map_format", "journey_map_table"
"""The names by which a workbook of our own tells its version and where its map is."""

DETAIL_FIELDS = in_places(Touchpoint.specs, "details")
"""The fields of touchpoints that have a column of their own in the list of details."""

DETAILS = ("number", "stage", "touchpoint", *(spec.name for spec in DETAIL_FIELDS),
           "challenges", "metrics", "opportunities", "notes")
"""The columns of the list of details, as keys of their labels; one for each lane follows."""

R = TypeVar("R", bound=Record)

Tidy = Callable[[str], str]
"""What makes a text fit for where it goes, such as `Remarks.tidy`."""


@dataclass(frozen=True, slots=True)
class MapTable:
    """A journey's title (empty if it has none), its header, and the rows below; all rows are equally long."""

    title: str
    header: list[str]
    rows: list[list[str]]


def map_table(journey: Journey, tidy: Tidy) -> MapTable:
    """Return the journey's table, with bulleted cells and numbered stages."""
    info = journey.info
    title = tidy(info.title)
    header = [label("stages", info.language)]
    header += [stage_title(stage, number, tidy) for number, stage in enumerate(journey.stages, 1)]
    rows = [[tidy(name), *(bulleted(map(tidy, items), info.bullet) for items in cells)]
            for name, cells in table_rows(journey)]
    return MapTable(title, header, rows)


def stage_title(stage: Stage, number: int, tidy: Tidy) -> str:
    """Return a stage's title with its number before it."""
    return f"{number}. {tidy(stage.title)}"


def attached(journey: Journey, stage: Stage, cls: type[R]) -> list[R]:
    """Return the records about a stage and then those about its touchpoints, in the touchpoints' order."""
    found = journey.children(stage.id, cls)
    for touchpoint in journey.children(stage.id, Touchpoint):
        found += journey.children(touchpoint.id, cls)
    return found


def table_rows(journey: Journey) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each row below the header as its label and, per stage, its items, all as they stand in the journey."""
    language, stages = journey.info.language, journey.stages
    yield (label("touchpoints", language),
           [list(map(text_of, journey.children(stage.id, Touchpoint))) for stage in stages])
    word = label("opportunities", language)
    # A lane of that name would be taken for the row, were the row not there.
    wanted = journey.count(Opportunity) or any(lane.title == word for lane in journey.all(Lane))
    for key, cls in (("challenges", Challenge), ("metrics", Metric), ("opportunities", Opportunity)):
        if cls is not Opportunity or wanted:
            yield label(key, language), [list(map(text_of, attached(journey, stage, cls))) for stage in stages]
    lanes: dict[str, list[list[str]]] = {lane.id: [[] for _stage in stages] for lane in journey.all(Lane)}
    for place, stage in enumerate(stages):
        for cell in attached(journey, stage, Cell):
            lanes[cell.lane][place].append(cell.title)
    for lane in journey.all(Lane):
        yield lane.title, lanes[lane.id]


def details_of(journey: Journey) -> Iterator[tuple[int, Stage, Touchpoint | None]]:
    """Yield what each row of the list of details is about: a stage, with its number, as a whole, or a touchpoint of it.

    A stage has a row of its own if something is about it as a whole, or if it has no touchpoints.
    """
    for number, stage in enumerate(journey.stages, 1):
        touchpoints = journey.children(stage.id, Touchpoint)
        kinds = (Challenge, Metric, Opportunity, Note, Cell)
        if stage.goal or not touchpoints or any(journey.children(stage.id, cls) for cls in kinds):
            yield number, stage, None
        for touchpoint in touchpoints:
            yield number, stage, touchpoint


def shown_field(journey: Journey, record: Record, field: FieldSpec, tidy: Tidy) -> str | float | None:
    """Return what a field of a record is to people: a text, a number, the titles of other records a line each."""
    value = getattr(record, field.name)
    if field.kind in TEXTS:
        return tidy(value)
    if field.kind == CHOICE:
        return choice_label(field.name, value, journey.info.language) if value else None
    if field.kind == FLAG:
        return label("yes", journey.info.language) if value else None
    if field.kind == REFERENCES:
        return "\n".join(tidy(text_of(journey[id_])) for id_ in value)
    number: float | None = value
    return number


def figures_of(metric: Metric) -> str:
    """Return a metric's baseline, target and unit in brackets, as far as they are known: ` (48 → 35 %)`."""
    if metric.baseline is None and metric.target is None:
        return ""
    baseline = "" if metric.baseline is None else f"{metric.baseline:g} "
    target = "" if metric.target is None else f"→ {metric.target:g} "
    figures = f"({baseline}{target}{metric.unit}".rstrip() + ")"
    return " " + figures.replace(" ", "\u00a0")
