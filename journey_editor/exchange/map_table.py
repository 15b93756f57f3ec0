"""The journey as one table of texts, stages across and lanes down: the form in which the report delivers its map.

The map's sheet in a workbook, the text files and the clipboard are all this table. What stands in its cells is made
here, and understood again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..model import Cell, Challenge, Journey, Lane, Metric, Opportunity, Record, Stage, Touchpoint
from ..model.fields import CHOICE, FLAG, REFERENCES, TEXTS, FieldSpec
from ..model.records import BULLETS, text_of
from ..model.vocabulary import choice_label, label
from ..spreadsheet.texts import CONTINUATION, bulleted
from .recogniser.items import split_items

FORMAT_NAME, TABLE_NAME = "journey_map_format", "journey_map_table"
"""The names by which a workbook of ours tells its version and where its map is."""

CORNER = "stages"
"""The key of the word in the table's first cell."""

ROWS: dict[str, type[Record]] = {
    "touchpoints": Touchpoint, "challenges": Challenge, "metrics": Metric, "opportunities": Opportunity,
}
"""What each row below the header lists, by the key of its label; those of the lanes follow."""

R = TypeVar("R", bound=Record)

Tidy = Callable[[str], str]
"""What makes a text fit for where it goes, such as `Remarks.tidy`."""

FIGURES = re.compile(r" \([^()\n]*\)")
"""What `figures_of` returns, if it returns anything."""

_STAGE_NUMBER = re.compile(r"\s*\d+\.(?:\s|$)")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: the type of record that it lists, its lane's id if it is a lane's, its label, its records.

    The label is as it stands in the journey, the records are in a list for each stage.
    """

    type: str
    lane: str
    label: str
    records: list[list[Record]]

    @property
    def ids(self) -> list[list[str]]:
        """The ids of the records, in a list for each stage."""
        return [[record.id for record in records] for records in self.records]


@dataclass(frozen=True, slots=True)
class MapTable:
    """A journey's title (empty if it has none), its header, and the rows below; all rows are equally long."""

    title: str
    header: list[str]
    rows: list[list[str]]
    contents: list[TableRow]
    """What each of the rows lists."""


def map_table(journey: Journey, tidy: Tidy) -> MapTable:
    """Return the journey's table, with bulleted cells and numbered stages."""
    info, contents = journey.info, list(table_rows(journey))
    title = tidy(info.title)
    header = [label(CORNER, info.language)]
    header += [stage_title(stage, number, tidy) for number, stage in enumerate(journey.stages, 1)]
    rows = [[tidy(row.label), *(cell_text(map(text_of, records), info.bullet, tidy) for records in row.records)]
            for row in contents]
    return MapTable(title, header, rows, contents)


def table_rows(journey: Journey) -> Iterator[TableRow]:
    """Yield each row below the header."""
    language, stages = journey.info.language, journey.stages
    for key, cls in ROWS.items():
        if cls is not Opportunity or _shows_opportunities(journey):
            yield TableRow(cls.type, "", label(key, language), [listed(journey, stage, cls) for stage in stages])
    lanes: dict[str, list[list[Record]]] = {lane.id: [[] for _stage in stages] for lane in journey.all(Lane)}
    for place, stage in enumerate(stages):
        for cell in attached(journey, stage, Cell):
            lanes[cell.lane][place].append(cell)
    for lane in journey.all(Lane):
        yield TableRow(Cell.type, lane.id, lane.title, lanes[lane.id])


def _shows_opportunities(journey: Journey) -> bool:
    """Tell whether the table has their row: a lane of that name would be taken for it, were it not there."""
    word = label("opportunities", journey.info.language)
    return bool(journey.count(Opportunity)) or any(lane.title == word for lane in journey.all(Lane))


def listed(journey: Journey, stage: Stage, cls: type[Record]) -> list[Record]:
    """Return the records of a type that the table lists below a stage."""
    if cls is Touchpoint:
        return list(journey.children(stage.id, Touchpoint))
    return attached(journey, stage, cls)


def attached(journey: Journey, stage: Stage, cls: type[R]) -> list[R]:
    """Return the records about a stage and then those about its touchpoints, in the touchpoints' order."""
    found = journey.children(stage.id, cls)
    for touchpoint in journey.children(stage.id, Touchpoint):
        found += journey.children(touchpoint.id, cls)
    return found


# -- what stands in its cells ------------------------------------------------------------------------------------------


def stage_title(stage: Stage, number: int, tidy: Tidy) -> str:
    """Return a stage's title with its number before it."""
    return f"{number}. {tidy(stage.title)}"


def stage_name(header: str) -> str:
    """Return a stage's title without the number before it."""
    number = _STAGE_NUMBER.match(header)
    return header[number.end():] if number else header.strip()


def cell_text(items: Iterable[str], bullet: str, tidy: Tidy) -> str:
    """Return what a cell shows of its items: a bullet before each, further lines indented."""
    return bulleted(map(tidy, items), bullet)


def bullet_of(text: str) -> str | None:
    """Return the bullet that a cell's items have; None if they have none of ours."""
    return next((bullet for bullet in BULLETS if text.startswith(f"{bullet} ")), None)


def cell_items(text: str) -> list[str]:
    """Return the items of a cell that `cell_text` made.

    A line without a bullet that is not indented was entered by hand, and is an item of its own; a cell without bullets
    is read like a stranger's.
    """
    bullet = bullet_of(text)
    if bullet is None:
        return [item.text for item in split_items(text)]
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith(f"{bullet} "):
            items.append(line[len(bullet) + 1:])
        elif line.startswith(CONTINUATION):
            items[-1] += "\n" + line[len(CONTINUATION):]
        elif line.strip():
            items.append(line)
    return items


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
