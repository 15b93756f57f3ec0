"""The maps on the sheets of a workbook, each with its report and, for the asking, its journey."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from ...model import Journey, JourneyError, Sentence
from ...spreadsheet.grid import Area, Grid
from .labels import bare, says_journey
from .synonyms import EMOTION, PERSONA
from .assemble import assemble
from .draft import Draft
from .front import Front, notes_around, read_front, title_of_sheet
from .purposes import make_plan, names_journeys, split_by_people
from .recognise import Candidate, find_candidates
from ..report import FoundMap, ImportReport, SeveralMaps
from .supplement import supplement
from .tables import Table, build_table, split_by_groups
from .twins import outline, take_over
from ...spreadsheet.sheets import Book

FAR = 1 << 24
_RIVAL = 0.75


@dataclass(slots=True)
class ReadMap:
    """A map that was found: what one may want to know before choosing it, the report, and the journey to be made."""

    found: FoundMap
    report: ImportReport
    journey: Journey | None = None
    draft: Draft | None = None
    front: Front = field(default_factory=Front)
    area: Area | None = None
    left: list[Area] = field(default_factory=list)
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


def one_of(maps: list[ReadMap], book: Book, file: str, sheet: str | None) -> tuple[Journey, ImportReport]:
    """Return the journey of one map of a workbook, and its report; `file` is what the workbook is called.

    `sheet` names the map where there are several. Raise `SeveralMaps` if there are several and none is named,
    `JourneyError` if there is none.
    """
    if sheet is not None:
        maps = _chosen(maps, sheet, book, file)
    if not maps:
        raise JourneyError(Sentence("exchange", "There is no journey map in “{file}”.", file=file))
    if len(maps) > 1:
        raise SeveralMaps([one.found for one in maps], file)
    return maps[0].finish(), maps[0].report


def _chosen(maps: list[ReadMap], wanted: str, book: Book, file: str) -> list[ReadMap]:
    """Return the maps that a name means: exactly written first, then without regard to capital letters."""
    for same in (lambda text: text == wanted, lambda text: text.strip().casefold() == wanted.strip().casefold()):
        for name in ("name", "sheet", "title"):
            fitting = [one for one in maps if same(getattr(one.found, name))]
            if fitting:
                return fitting
    names = [grid.name for grid in book.grids]
    empty = next((name for name in names if name.strip().casefold() == wanted.strip().casefold()), None)
    if empty is not None:
        raise JourneyError(Sentence(
            "exchange", "There is no journey map on the sheet “{sheet}” of “{file}”.", sheet=empty, file=file))
    known = dict.fromkeys([*(one.found.name for one in maps), *names])
    raise JourneyError(Sentence(
        "exchange", "There is no sheet “{sheet}” in “{file}”; there are: {names}.", sheet=wanted, file=file,
        names=", ".join(f"“{name}”" for name in known)))


def maps_in(book: Book, exact: ReadMap | None = None, sheets: Collection[str] = ()) -> list[ReadMap]:
    """Return the maps on the sheets that are shown or, where these hold none, on the hidden ones.

    `exact` is a map that was read without guessing, and comes first; the `sheets` that it was read from are left out.
    """
    first = [exact] if exact else []
    grids = [grid for grid in book.grids if grid.name not in sheets]
    for hidden in (False, True):
        maps = [*first, *(one for grid in grids if grid.hidden is hidden for one in _on_sheet(grid))]
        if maps:
            maps = _without_parts(_without_twins(maps), grids)
            _supplement(maps, grids)
            return _named(maps)
    return []


def exact_map(journey: Journey, report: ImportReport) -> ReadMap:
    """Return a journey that was read without guessing as a map beside those that are recognised."""
    stages = tuple(stage.title for stage in journey.stages)
    return ReadMap(FoundMap("", journey.info.title, report.sheet, report.range, stages), report, journey)


def _without_twins(maps: list[ReadMap]) -> list[ReadMap]:
    """Return the maps without those that list another's stages and touchpoints again, in another layout: its details.

    In the same layout they are rather two maps, such as that of today and that to be.
    """
    kept: list[ReadMap] = []
    for one in maps:
        twin = next((other for other in kept if other.draft and one.draft and other.found.sheet != one.found.sheet
                     and other.draft.plan.per_touchpoint != one.draft.plan.per_touchpoint
                     and outline(other.draft) == outline(one.draft)), None)
        if twin is None or twin.draft is None or one.draft is None:
            kept.append(one)
        else:
            take_over(twin.draft, one.draft)
            twin.details.add(one.found.sheet)
            twin.report.guess(Sentence(
                "exchange", "The sheet “{sheet}” lists the same stages and touch points; it was read as details.",
                sheet=one.found.sheet))
    return kept


def _without_parts(maps: list[ReadMap], grids: list[Grid]) -> list[ReadMap]:
    """Return the maps without tables that only go on about another map's stages, which are added to that map."""
    kept = list(maps)
    for one in maps:
        whole = next((other for other in kept if other is not one and _is_part(one, other)), None)
        grid = next(grid for grid in grids if grid.name == one.found.sheet) if whole else None
        if whole and whole.draft and grid and one.area and supplement(grid, one.area, whole.draft):
            kept.remove(one)
            whole.details.add(one.found.sheet)
    return kept


def _is_part(one: ReadMap, other: ReadMap) -> bool:
    """Tell whether a table without touchpoints names another map's stages: on its sheet, or with scores alone."""
    if not (one.draft and other.draft) or one.draft.touchpoints or not other.draft.touchpoints:
        return False
    scores = all(field.concept == EMOTION for field, _ in one.draft.plan.purposes)
    near = one.found.sheet == other.found.sheet or scores
    stages = {bare(stage.title) for stage in other.draft.stages}
    return near and len(one.draft.stages) > 1 and all(bare(stage.title) in stages for stage in one.draft.stages)


def _supplement(maps: list[ReadMap], grids: list[Grid]) -> None:
    """Add to the maps what small tables on their sheets tell; where there is one map alone, also those elsewhere."""
    sheets = {one.found.sheet for one in maps}.union(*(one.details for one in maps))
    others = [grid for grid in grids if grid.name not in sheets and not grid.hidden and grid.cells]
    for one in maps:
        own = next((grid for grid in grids if grid.name == one.found.sheet), None)
        unused = others
        if one.draft is not None and own is not None:
            one.left = [area for area in one.left
                        if one.area and area.overlaps(one.area) or not supplement(own, area, one.draft)]
            one.report.unread = _unread(own, one.left)
            if len(maps) == 1:
                unused = [grid for grid in others if not _supplement_from(grid, one.draft)]
        if unused:
            one.report.unread.append(Sentence(
                "exchange", "Other sheets that hold no journey map were not read: {names}.",
                names=", ".join(f"“{grid.name}”" for grid in unused)))


def _supplement_from(grid: Grid, draft: Draft) -> bool:
    """Add to a map what the tables of another sheet tell of it; return whether that was all that the sheet holds."""
    areas = notes_around(grid, [], Area(1, 1, FAR, FAR))[1]
    return bool(areas) and all([supplement(grid, area, draft) for area in areas])


def _named(maps: list[ReadMap]) -> list[ReadMap]:
    """Return the maps with a name each: the sheet's where it holds one map, else with the map's title or its place."""
    for sheet in dict.fromkeys(one.found.sheet for one in maps):
        here = [one for one in maps if one.found.sheet == sheet]
        titles = [one.found.title for one in here]
        for place, one in enumerate(here, 1):
            title = one.found.title
            alone = len(here) == 1
            told = title if title and titles.count(title) == 1 else str(place)
            one.found = replace(one.found, name=sheet if alone else f"{sheet}: {told}")
    return maps


def find_tables(grid: Grid) -> list[Table]:
    """Return the tables of journey maps on a sheet, in the order in which one reads them."""
    candidates = find_candidates(grid)
    chosen: list[tuple[Candidate, Table]] = []
    for candidate in candidates:
        if any(candidate.sheet_area().overlaps(table.area) for _, table in chosen):
            continue
        rivals = [other for other in candidates if other is not candidate and _is_rival(other, candidate)]
        areas = [_seen_from(candidate, other.sheet_area()) for other in rivals]
        table = build_table(candidate, areas)
        if table and not any(table.area.overlaps(other.area) for _, other in chosen):
            chosen.append((candidate, table))
    return sorted((table for _, table in chosen), key=lambda table: (table.area.top, table.area.left))


def _is_rival(other: Candidate, own: Candidate) -> bool:
    """Tell whether another line of labels is a table's of its own: not just cells of ours that read like labels."""
    if other.sheet_area().overlaps(own.sheet_area()):
        return False
    return other.score >= _RIVAL * own.score or other.stands_apart()


def _seen_from(candidate: Candidate, area: Area) -> Area:
    return area.turned() if candidate.turned else area


def _on_sheet(grid: Grid) -> list[ReadMap]:
    tables = find_tables(grid)
    areas = [table.area for table in tables]
    maps = []
    for table in tables:
        front, left = _surroundings(grid, table, areas)
        for part in split_by_groups(table):
            for own, name, people in split_by_people(part):
                own_front = replace(front, context=list(front.context))
                one = _read(grid, own, own_front, name, people.label if people else "")
                one.left = left
                maps.append(one)
    maps = [one for one in maps if one.found.stages]
    for one in maps:
        if len(maps) > 1 and not one.found.title:
            one.found = replace(one.found, title=one.front.person)
    return maps


def _surroundings(grid: Grid, table: Table, areas: list[Area]) -> tuple[Front, list[Area]]:
    """Return what stands above and below a table, and the areas that are left."""
    own = table.area
    beside = [area for area in areas if area is not own and area.top <= own.bottom and own.top <= area.bottom]
    left = max((area.right + 1 for area in beside if area.right < own.left), default=1)
    right = min((area.left - 1 for area in beside if area.left > own.right), default=FAR)
    before = [area.bottom for area in areas if area.bottom < own.top and area.left <= right and left <= area.right]
    after = [area.top for area in areas if area.top > own.bottom and area.left <= right and left <= area.right]
    above = Area(max(before, default=0) + 1, left if beside else 1, own.top - 1, right)
    front = read_front(grid, above, not before)
    notes, unread = notes_around(grid, areas, Area(own.top, left, min(after, default=FAR) - 1, right))
    if after:
        # What stands between two tables is the lower one's front matter.
        below = min(after)
        unread = [area for area in unread if area.bottom <= own.bottom]
        notes = [] if below else notes
    front.context += notes
    return front, unread


def _read(grid: Grid, table: Table, front: Front, name: str, people: str) -> ReadMap:
    """Return a table's map; `name` is whose journey it is, `people` the label of the column that says so."""
    plan = make_plan(table)
    report = ImportReport(grid.name, str(table.area), plan.layout)
    draft = assemble(plan, report, name if people and not names_journeys(people) else "")
    corner = table.corner.strip() if says_journey(table.corner) else ""
    title = front.title or corner or title_of_sheet(grid.name)
    if name:
        if front.title:
            front.context.insert(0, front.title)
        title = name
    if people:
        report.labels.insert(0, (people, PERSONA))
    named = {} if table.key else dict(table.dividers)  # these became stages
    for place, text in table.dividers:
        if named.get(place) is not text or place >= len(table.slots):
            draft.context.append(text.strip())
            report.guess(Sentence(
                "exchange", "“{text}” stands across the table, and was entered in the journey's context.",
                text=text.strip()))
    found = FoundMap("", title, grid.name, str(table.area), tuple(stage.title for stage in draft.stages))
    return ReadMap(found, report, draft=draft, front=front, area=table.area)


def _unread(grid: Grid, unread: Iterable[Area]) -> list[Sentence]:
    """Return what the sheet holds beside the map."""
    told = [Sentence("exchange", "The cells {range} are not part of the map and were not read.", range=str(area))
            for area in unread]
    if grid.comments:
        told.append(Sentence("exchange", "The sheet has comments, which were not read: {count}.", count=grid.comments))
    if grid.drawings:
        told.append(Sentence("exchange", "The sheet has pictures, charts or text boxes, which were not read."))
    if grid.unknown:
        told.append(Sentence(
            "exchange", "The sheet has formulas whose results are not in the file, so they were left out: {count}. "
            "Saving it in Excel enters them.", count=grid.unknown))
    return told
