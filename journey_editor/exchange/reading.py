"""Journeys out of workbooks: the maps that a workbook holds, and one of them read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import Journey, JourneyError, Sentence
from .assemble import Assembly
from .front import Front, notes_around, read_front, title_of_sheet
from .grid import Area, Grid
from .own import read_own
from .purposes import make_plan, split_by_people
from .recognise import Candidate, find_candidates
from .report import FoundMap, ImportReport, SeveralMaps
from .synonyms import PERSONA
from .tables import Table, build_table, split_by_groups
from .workbook import Book, read_book

_FAR = 1 << 24


@dataclass(slots=True)
class _Map:
    """A map that was read, with what a caller may want to know before choosing it."""

    found: FoundMap
    journey: Journey
    report: ImportReport


def find_maps(path: str | os.PathLike[str]) -> list[FoundMap]:
    """Return the journey maps that a workbook holds, in order; none if it holds none.

    Raise `JourneyError` in plain words if the file cannot be read.
    """
    return [one.found for one in _read_all(read_book(path))]


def read_workbook(path: str | os.PathLike[str], sheet: str | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey in a workbook, and a report of what was recognised and guessed.

    `sheet` names the map where there are several: by the name that `find_maps` gives it, by its sheet, or by its title.
    Raise `SeveralMaps` if there are several and none is named, `JourneyError` if there is none or the file cannot be
    read.
    """
    file = os.path.basename(os.fspath(path))
    book = read_book(path)
    maps = _read_all(book)
    if sheet is not None:
        maps = _chosen(maps, sheet, book, file)
    if not maps:
        raise JourneyError(Sentence("exchange", "There is no journey map in “{file}”.", file=file))
    if len(maps) > 1:
        raise SeveralMaps([one.found for one in maps], file)
    return maps[0].journey, maps[0].report


def _chosen(maps: list[_Map], wanted: str, book: Book, file: str) -> list[_Map]:
    """Return the maps that a name means: exactly written first, then without regard to capital letters."""
    for same in (lambda text: text == wanted, lambda text: text.strip().casefold() == wanted.strip().casefold()):
        for name in ("name", "sheet", "title"):
            fitting = [one for one in maps if same(getattr(one.found, name))]
            if fitting:
                return fitting
    names = [grid.name for grid in book.grids]
    if any(name.strip().casefold() == wanted.strip().casefold() for name in names):
        raise JourneyError(Sentence("exchange", "There is no journey map on the sheet “{sheet}” of “{file}”.", sheet=wanted,
                                    file=file))
    known = dict.fromkeys([*(one.found.name for one in maps), *names])
    raise JourneyError(Sentence("exchange", "There is no sheet “{sheet}” in “{file}”; there are: {names}.", sheet=wanted,
                                file=file, names=", ".join(f"“{name}”" for name in known)))


def _read_all(book: Book) -> list[_Map]:
    """Return the maps on the sheets that are shown or, where these hold none, on the hidden ones."""
    own = read_own(book)
    first = [_of_own(*own[:2])] if own else []
    taken = own[2] if own else set()
    for grids in ([grid for grid in book.grids if not grid.hidden], [grid for grid in book.grids if grid.hidden]):
        maps = [*first, *(one for grid in grids if grid.name not in taken for one in _on_sheet(grid))]
        if maps:
            return _named(maps)
    return []


def _of_own(journey: Journey, report: ImportReport) -> _Map:
    stages = tuple(stage.title for stage in journey.stages)
    return _Map(FoundMap("", journey.info.title, report.sheet, report.range, stages), journey, report)


def _named(maps: list[_Map]) -> list[_Map]:
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
        rivals = [other for other in candidates if other is not candidate
                  and not other.sheet_area().overlaps(candidate.sheet_area())]
        areas = [_seen_from(candidate, other.sheet_area()) for other in rivals]
        table = build_table(candidate, areas)
        if table and not any(table.area.overlaps(other.area) for _, other in chosen):
            chosen.append((candidate, table))
    return sorted((table for _, table in chosen), key=lambda table: (table.area.top, table.area.left))


def _seen_from(candidate: Candidate, area: Area) -> Area:
    return area.turned() if candidate.turned else area


def _on_sheet(grid: Grid) -> list[_Map]:
    tables = find_tables(grid)
    areas = [table.area for table in tables]
    maps = []
    for table in tables:
        front, unread = _surroundings(grid, table, areas)
        for part in split_by_groups(table):
            for own, name, field in split_by_people(part):
                maps.append(_read(grid, own, replace(front, context=list(front.context)), unread, name,
                                  field.label if field else ""))
    return [one for one in maps if one.journey.stages]


def _surroundings(grid: Grid, table: Table, areas: list[Area]) -> tuple[Front, list[Area]]:
    """Return what stands above and below a table, and the areas that are left."""
    own = table.area
    beside = [area for area in areas if area is not own and area.top <= own.bottom and own.top <= area.bottom]
    left = max((area.right + 1 for area in beside if area.right < own.left), default=1)
    right = min((area.left - 1 for area in beside if area.left > own.right), default=_FAR)
    before = [area.bottom for area in areas if area.bottom < own.top and area.left <= right and left <= area.right]
    after = [area.top for area in areas if area.top > own.bottom and area.left <= right and left <= area.right]
    above = Area(max(before, default=0) + 1, left if beside else 1, own.top - 1, right)
    front = read_front(grid, above, not before)
    notes, unread = notes_around(grid, areas, Area(own.top, left, min(after, default=_FAR) - 1, right))
    if after:
        # What stands between two tables is the lower one's front matter.
        below = min(after)
        unread = [area for area in unread if area.bottom <= own.bottom]
        notes = [] if below else notes
    front.context += notes
    return front, unread


def _read(grid: Grid, table: Table, front: Front, unread: list[Area], name: str, people: str) -> _Map:
    plan = make_plan(table)
    report = ImportReport(grid.name, str(table.area), plan.layout)
    assembly = Assembly(plan, report)
    records = assembly.make(name if people else "")
    title = front.title or title_of_sheet(grid.name)
    context = [*front.context, *assembly.context]
    if name:
        if front.title:
            context.insert(0, front.title)
        title = name
    if people:
        report.labels.insert(0, (people, PERSONA))
    context += [f"{text}" for _, text in table.dividers] if table.key is not None else []
    info = replace(assembly.info(), title=title, organisation=front.organisation, vision=front.vision, context="\n".join(context))
    report.unread += _left(grid, unread)
    journey = Journey([info, *records])
    found = FoundMap("", title, grid.name, str(table.area), tuple(stage.title for stage in journey.stages))
    return _Map(found, journey, report)


def _left(grid: Grid, unread: Iterable[Area]) -> list[Sentence]:
    """Return what the sheet holds beside the map."""
    told = [Sentence("exchange", "The cells {range} are not part of the map and were not read.", range=str(area)) for area in unread]
    if grid.comments:
        told.append(Sentence("exchange", "The sheet has comments, which were not read: {count}.", count=grid.comments))
    if grid.drawings:
        told.append(Sentence("exchange", "The sheet has pictures, charts or text boxes, which were not read."))
    if grid.unknown:
        told.append(Sentence("exchange", "The sheet has formulas whose results are not in the file, so they were left out: "
                             "{count}. Saving it in Excel enters them.", count=grid.unknown))
    return told
