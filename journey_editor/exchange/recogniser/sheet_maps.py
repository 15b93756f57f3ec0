"""The maps on one sheet: its tables, what stands around each, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ...model import Journey, Sentence
from ...spreadsheet.grid import Area, Grid
from ..concepts import PERSONA
from ..report import FoundMap, ImportReport
from .assemble import assemble
from .candidates import Candidate, find_candidates
from .draft import Draft
from .front_matter import FrontMatter, notes_around, read_front_matter, title_of_sheet
from .interpretation import interpret, names_journeys
from .labels import says_journey
from .personas import split_table
from .tables import Table, build_table

FAR = 1 << 24
"""No row or column of a sheet is as far away."""

_RIVAL = 0.75


@dataclass(slots=True)
class ReadMap:
    """A map that was found: what one may want to know before choosing it, the report, and the journey to be made.

    `unread` are the areas of its sheet that are no part of a map, `details` the other sheets that told of it.
    """

    found: FoundMap
    report: ImportReport
    journey: Journey | None = None
    draft: Draft | None = None
    front: FrontMatter = field(default_factory=FrontMatter)
    area: Area | None = None
    unread: list[Area] = field(default_factory=list)
    details: set[str] = field(default_factory=set)

    def finish(self) -> Journey:
        """Return the journey, its records made when first asked for."""
        if self.journey is None and self.draft is not None:
            front = self.front
            records = self.draft.all()
            info = replace(
                self.draft.info(), title=self.found.title, organisation=front.organisation, vision=front.vision,
                context="\n".join([*front.context, *self.draft.context]))
            self.journey = Journey([info, *records])
        assert self.journey is not None
        return self.journey


def maps_on(grid: Grid) -> list[ReadMap]:
    """Return the maps on a sheet, in the order in which one reads their tables."""
    tables = find_tables(grid)
    areas = [table.area for table in tables]
    maps = []
    for table in tables:
        front, unread = _surroundings(grid, table.area, areas)
        for part, name, people in split_table(table):
            one = _read(grid, part, replace(front, context=list(front.context)), name, people)
            one.unread = unread
            maps.append(one)
    maps = [one for one in maps if one.found.stages]
    for one in maps:
        if len(maps) > 1 and not one.found.title:
            one.found = replace(one.found, title=one.front.person)
    return maps


def find_tables(grid: Grid) -> list[Table]:
    """Return the tables of journey maps on a sheet, in the order in which one reads them."""
    candidates = find_candidates(grid)
    tables: list[Table] = []
    for candidate in candidates:
        if _is_free(candidate.sheet_area(), tables):
            table = build_table(candidate, _rivals(candidate, candidates))
            if table and _is_free(table.area, tables):
                tables.append(table)
    return sorted(tables, key=lambda table: table.area)


def _is_free(area: Area, tables: list[Table]) -> bool:
    return not any(area.overlaps(table.area) for table in tables)


def _rivals(candidate: Candidate, others: list[Candidate]) -> list[Area]:
    """Return where other tables have their labels, in the candidate's view."""
    areas = [other.sheet_area() for other in others if other is not candidate and _is_rival(other, candidate)]
    return [area.turned() for area in areas] if candidate.turned else areas


def _is_rival(other: Candidate, candidate: Candidate) -> bool:
    """Tell whether another line of labels is another table's: not just cells of this one that read like labels."""
    if other.sheet_area().overlaps(candidate.sheet_area()):
        return False
    return other.score >= _RIVAL * candidate.score or other.stands_apart()


# -- what stands around a table ---------------------------------------------------------------------------------------


def _surroundings(grid: Grid, area: Area, areas: list[Area]) -> tuple[FrontMatter, list[Area]]:
    """Return what stands above and below a table, and the areas of what is no part of a map."""
    room = _room(area, [other for other in areas if other is not area])
    front = read_front_matter(grid, Area(room.top, room.left, area.top - 1, room.right), room.top == 1)
    notes, unread = notes_around(grid, areas, Area(area.top, room.left, room.bottom, room.right))
    if room.bottom < FAR:
        # What stands between two tables is the lower one's front matter.
        return front, [left for left in unread if left.bottom <= area.bottom]
    front.context += notes
    return front, unread


def _room(area: Area, others: list[Area]) -> Area:
    """Return how far it is around a table to the next ones beside, above and below it; FAR where there is none."""
    beside = [other.turned() for other in others if other.top <= area.bottom and area.top <= other.bottom]
    left, right = _between(area.turned(), beside)
    top, bottom = _between(area, [other for other in others if other.left <= right and left <= other.right])
    return Area(top, left, bottom, right)


def _between(area: Area, others: list[Area]) -> tuple[int, int]:
    """Return the first and the last row that are free above and below an area."""
    first = max([other.bottom + 1 for other in others if other.bottom < area.top], default=1)
    return first, min([other.top - 1 for other in others if other.top > area.bottom], default=FAR)


# -- from a table to a map --------------------------------------------------------------------------------------------


def _read(grid: Grid, table: Table, front: FrontMatter, name: str, people: str) -> ReadMap:
    """Return a table's map; `name` is whose journey it is, `people` the label of the column that says so."""
    reading = interpret(table)
    report = ImportReport(grid.name, str(table.area), reading.layout)
    draft = assemble(reading, report, name if people and not names_journeys(people) else "")
    if people:
        report.labels.insert(0, (people, PERSONA))
    _keep_dividers(draft, table)
    if name and front.title:
        front.context.insert(0, front.title)
    title = name or front.title or _title_beside(grid, table)
    found = FoundMap("", title, grid.name, str(table.area), tuple(stage.title for stage in draft.stages))
    return ReadMap(found, report, draft=draft, front=front, area=table.area)


def _title_beside(grid: Grid, table: Table) -> str:
    """Return the title of a table that has none above: in its corner, or the sheet's name; empty if these tell none."""
    corner = table.corner.strip() if says_journey(table.corner) else ""
    return corner or title_of_sheet(grid.name)


def _keep_dividers(draft: Draft, table: Table) -> None:
    """Keep the texts that stand across the table, where they did not become stages, in the journey's context."""
    stages = {} if table.key else dict(table.dividers)
    for place, text in table.dividers:
        if stages.get(place) is not text or place >= len(table.slots):
            draft.context.append(text.strip())
            draft.report.guess(Sentence(
                "exchange", "“{text}” spans the table and was entered in the journey's context.",
                text=text.strip()))


def unread_on(grid: Grid, areas: Iterable[Area]) -> list[Sentence]:
    """Return what a sheet holds beside its maps, some cells among it."""
    found = [Sentence("exchange", "The cells {range} are not part of the map and were not read.", range=str(area))
             for area in areas]
    if grid.comments:
        found.append(Sentence("exchange", "The sheet has comments, which were not read: {count}.", count=grid.comments))
    if grid.drawings:
        found.append(Sentence("exchange", "The sheet has pictures, charts or text boxes, which were not read."))
    if grid.unknown:
        found.append(Sentence(
            "exchange", "The sheet has formulas whose results are not in the file, so they were left out: {count}. To "
                        "include them, save the workbook in Excel and open it again.", count=grid.unknown))
    return found
