"""The maps on the sheets of a workbook, each with its report and, for the asking, its journey."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...model import Journey, JourneyError, Sentence
from ...spreadsheet.grid import Area, Book, Grid
from ..concepts import EMOTION
from ..report import FoundMap, ImportReport, SeveralMaps
from .draft import Draft
from .front_matter import notes_around
from .labels import bare
from .merging import merge_details, outline
from .sheet_maps import FAR, ReadMap, maps_on, unread_on
from .supplement import supplement


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
    for spelling in (str, _loosely):
        for name in ("name", "sheet", "title"):
            fitting = [one for one in maps if spelling(getattr(one.found, name)) == spelling(wanted)]
            if fitting:
                return fitting
    raise JourneyError(_not_found(maps, wanted, [grid.name for grid in book.grids], file))


def _not_found(maps: list[ReadMap], wanted: str, sheets: list[str], file: str) -> Sentence:
    """Return what somebody is told who named something that is no map: another sheet, or nothing of the workbook."""
    empty = next((name for name in sheets if _loosely(name) == _loosely(wanted)), None)
    if empty is not None:
        return Sentence(
            "exchange", "There is no journey map on the sheet “{sheet}” of “{file}”.", sheet=empty, file=file)
    known = dict.fromkeys([*(one.found.name for one in maps), *sheets])
    return Sentence(
        "exchange", "“{file}” has no sheet named “{sheet}”. Choose one of: {names}.", sheet=wanted, file=file,
        names=", ".join(f"“{name}”" for name in known))


def _loosely(text: str) -> str:
    return text.strip().casefold()


def maps_in(book: Book, exact: ReadMap | None = None, sheets: Collection[str] = ()) -> list[ReadMap]:
    """Return the maps on the sheets that are shown or, where these hold none, on the hidden ones.

    `exact` is a map that was read without guessing, and comes first; the `sheets` that it was read from are left out.
    """
    first = [exact] if exact else []
    grids = [grid for grid in book.grids if grid.name not in sheets]
    for hidden in (False, True):
        maps = [*first, *(one for grid in grids if grid.hidden is hidden for one in maps_on(grid))]
        if maps:
            maps = _without_parts(_without_details(maps), grids)
            _supplement(maps, grids)
            return _named(maps)
    return []


def exact_map(journey: Journey, report: ImportReport) -> ReadMap:
    """Return a journey that was read without guessing as a map beside those that are recognised."""
    stages = tuple(stage.title for stage in journey.stages)
    return ReadMap(FoundMap("", journey.info.title, report.sheet, report.range, stages), report, journey)


def _without_details(maps: list[ReadMap]) -> list[ReadMap]:
    """Return the maps without those that list another's stages and touchpoints again, in another layout: its details.

    In the same layout they are rather two maps, such as that of today and that to be.
    """
    kept: list[ReadMap] = []
    for one in maps:
        whole = next((other for other in kept if _has_details(other, one)), None)
        if whole is None or whole.draft is None or one.draft is None:
            kept.append(one)
            continue
        merge_details(whole.draft, one.draft)
        whole.details.add(one.found.sheet)
        whole.report.guess(Sentence(
            "exchange", "The sheet “{sheet}” lists the same stages and touch points; it was read as details.",
            sheet=one.found.sheet))
    return kept


def _has_details(whole: ReadMap, one: ReadMap) -> bool:
    """Tell whether a map on another sheet has the same stages and touchpoints in another layout."""
    if whole.draft is None or one.draft is None or whole.found.sheet == one.found.sheet:
        return False
    return (whole.draft.reading.per_touchpoint != one.draft.reading.per_touchpoint
            and outline(whole.draft) == outline(one.draft))


def _without_parts(maps: list[ReadMap], grids: list[Grid]) -> list[ReadMap]:
    """Return the maps without tables that only go on about another map's stages, which are added to that map."""
    kept = list(maps)
    for one in maps:
        whole = next((other for other in kept if other is not one and _is_part(one, other)), None)
        if whole and whole.draft and one.area and supplement(_grid_of(one, grids), one.area, whole.draft):
            kept.remove(one)
            whole.details.add(one.found.sheet)
    return kept


def _grid_of(one: ReadMap, grids: list[Grid]) -> Grid:
    return next(grid for grid in grids if grid.name == one.found.sheet)


def _is_part(one: ReadMap, whole: ReadMap) -> bool:
    """Tell whether a table without touchpoints names another map's stages: on its sheet, or with scores alone."""
    if not (one.draft and whole.draft) or one.draft.touchpoints or not whole.draft.touchpoints:
        return False
    near = one.found.sheet == whole.found.sheet
    if not near and any(field.concept != EMOTION for field, _ in one.draft.reading.purposes):
        return False
    return len(one.draft.stages) > 1 and _titles(one.draft) <= _titles(whole.draft)


def _titles(draft: Draft) -> set[str]:
    return {bare(stage.title) for stage in draft.stages}


def _supplement(maps: list[ReadMap], grids: list[Grid]) -> None:
    """Add to the maps what small tables on their sheets tell; where there is one map alone, also those elsewhere."""
    for one in maps:
        if one.draft is not None:
            _supplement_from_around(one, one.draft, _grid_of(one, grids))
    others = _other_sheets(maps, grids)
    if len(maps) == 1:
        others = [grid for grid in others if not _supplement_from(grid, maps[0].draft)]
    if others:
        names = ", ".join(f"“{grid.name}”" for grid in others)
        for one in maps:
            one.report.unread.append(Sentence(
                "exchange", "Other sheets, which contain no journey map, were not read: {names}.", names=names))


def _other_sheets(maps: list[ReadMap], grids: list[Grid]) -> list[Grid]:
    """Return the sheets that are shown, hold something, and told of no map."""
    sheets = {one.found.sheet for one in maps}.union(*(one.details for one in maps))
    return [grid for grid in grids if grid.name not in sheets and not grid.hidden and grid.cells]


def _supplement_from_around(one: ReadMap, draft: Draft, grid: Grid) -> None:
    """Add to a map what small tables beside it tell; what these leave on the sheet is reported."""
    one.unread = [area for area in one.unread
                  if one.area and area.overlaps(one.area) or not supplement(grid, area, draft)]
    one.report.unread = unread_on(grid, one.unread)


def _supplement_from(grid: Grid, draft: Draft | None) -> bool:
    """Add to a map what the tables of another sheet tell of it; return whether that was all that the sheet holds."""
    areas = notes_around(grid, [], Area(1, 1, FAR, FAR))[1]
    return bool(areas and draft) and all([supplement(grid, area, draft) for area in areas if draft])


def _named(maps: list[ReadMap]) -> list[ReadMap]:
    """Return the maps with a name each: the sheet's where it holds one map, else with the map's title or its place."""
    for sheet in dict.fromkeys(one.found.sheet for one in maps):
        here = [one for one in maps if one.found.sheet == sheet]
        titles = [one.found.title for one in here]
        for place, one in enumerate(here, 1):
            title = one.found.title
            which = title if title and titles.count(title) == 1 else str(place)
            one.found = replace(one.found, name=sheet if len(here) == 1 else f"{sheet}: {which}")
    return maps
