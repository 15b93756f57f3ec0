"""Which lines of a template's sheet are repeated: columns or rows per stage, rows per touchpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...model import Journey, Touchpoint
from ...spreadsheet.grid import Area
from .placeholders import TOUCHPOINT, is_of_a_line
from .references import Axis, Growth, Spot, Unit

_REACH = 3
"""How far apart, in rows or columns, placeholders may stand that belong together."""

Names = Mapping[tuple[int, int], set[str]]
"""The known placeholders of each cell that has any, by row and column."""


@dataclass(slots=True)
class SheetPlan:
    """What becomes of a sheet's lines, and which cells are written again with them."""

    growth: Growth
    extents: list[Area] = field(default_factory=list)
    """For each unit of columns the cells that are repeated with it; what else is in these columns stays single."""
    inner: list[Area] = field(default_factory=list)
    """For each row of touchpoints inside columns of stages the cells that are repeated; others stay single."""

    def repeats_down(self, row: int, column: int) -> bool:
        """Tell whether the cell is written again in each copy of its row."""
        area = next((area for area in self.inner if area.top <= row <= area.bottom), None)
        return area is None or area.left <= column <= area.right

    def extent(self, column: int) -> Area | None:
        """Return the cells that are repeated with a column."""
        return next((area for area in self.extents if area.left <= column <= area.right), None)


def make_plan(names: Names, merges: Iterable[Area], journey: Journey) -> SheetPlan:
    """Return what becomes of the sheet's lines when it is filled with a journey."""
    whole = {(area.top, area.left): area for area in merges}
    areas = {place: whole.get(place, Area(*place, *place)) for place in names}
    inner_rows = _touchpoint_rows(names, areas)
    across, down = _stage_areas(names, areas, inner_rows)
    nested = _nested_areas(names, inner_rows, across)
    units = list(_row_units(down, inner_rows, nested, names, journey))
    of_columns = [_stage_unit(area.left, area.right, journey) for area in across]
    extents = [_around([area, *(one for one in nested.values() if one.left == area.left)]) for area in across]
    return SheetPlan(Growth(Axis(units), Axis(of_columns)), extents, list(nested.values()))


def _stage_areas(names: Names, areas: Mapping[tuple[int, int], Area],
                 inner_rows: list[tuple[int, int]]) -> tuple[list[Area], list[Area]]:
    """Return the cells that are repeated per stage: those whose columns are, and those whose rows are."""
    of_stages = [area for place, area in sorted(areas.items())
                 if any(map(is_of_a_line, names[place])) and not _row_in(place[0], inner_rows)]
    across: list[Area] = []
    down: list[Area] = []
    for group in _groups(of_stages):
        (across if _goes_across(group, inner_rows, names) else down).append(_around(group))
    return (_joined(across, lambda one, other: one.left <= other.right and other.left <= one.right),
            _joined(down, lambda one, other: one.top <= other.bottom and other.top <= one.bottom))


def _nested_areas(names: Names, inner_rows: list[tuple[int, int]], across: list[Area]) -> dict[int, Area]:
    """Return the rows of touchpoints that stand inside columns of stages, by the first row, as far as these go."""
    nested = {}
    for top, bottom in inner_rows:
        columns = [column for row, column in names if row == top and TOUCHPOINT in names[row, column]]
        holder = next((area for area in across if all(area.left <= column <= area.right for column in columns)), None)
        if holder:
            nested[top] = Area(top, holder.left, bottom, holder.right)
    return nested


def _touchpoint_rows(names: Names, areas: Mapping[tuple[int, int], Area]) -> list[tuple[int, int]]:
    """Return the first and last row of each unit that has a touchpoint's placeholder."""
    found: list[tuple[int, int]] = []
    for row in sorted({row for (row, _), found in names.items() if TOUCHPOINT in found}):
        if not found or row > found[-1][1]:
            found.append((row, max(area.bottom for area in areas.values() if area.top == row)))
    return found


def _row_in(row: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(top <= row <= bottom for top, bottom in spans)


def _groups(areas: list[Area]) -> list[list[Area]]:
    """Return the cells that belong together: near one another in the same row or the same column."""
    groups: list[list[Area]] = []
    for area in areas:
        near = [group for group in groups if any(_near(area, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([area, *(one for group in near for one in group)])
    return groups


def _near(one: Area, other: Area) -> bool:
    rows = max(one.top - other.bottom, other.top - one.bottom)
    columns = max(one.left - other.right, other.left - one.right)
    return rows <= 0 and columns <= _REACH or columns <= 0 and rows <= _REACH


def _around(areas: Iterable[Area]) -> Area:
    areas = list(areas)
    return Area(min(area.top for area in areas), min(area.left for area in areas),
                max(area.bottom for area in areas), max(area.right for area in areas))


def _goes_across(group: list[Area], inner_rows: list[tuple[int, int]], names: Names) -> bool:
    """Tell whether placeholders stand below one another, so that their columns are repeated, or beside one another."""
    rows, columns = len({area.top for area in group}), len({area.left for area in group})
    if rows != columns or rows > 1:
        return rows >= columns
    area = group[0]
    # A stage's name alone heads either a column, or the rows of its touchpoints below.
    below = next((top for top, _ in inner_rows if top == area.bottom + 1), None)
    return below is None or all(area.left <= column <= area.right for row, column in names if row == below)


def _joined(areas: list[Area], meet: Callable[[Area, Area], bool]) -> list[Area]:
    found: list[Area] = []
    for area in areas:
        touching = [one for one in found if meet(one, area)]
        found = [one for one in found if one not in touching] + [_around([area, *touching])]
    return found


def _stage_unit(start: int, end: int, journey: Journey) -> Unit:
    spots = [Spot(stage) for stage in journey.stages] or [Spot(blank=True)]
    return Unit(start, end, tuple((line, spot) for spot in spots for line in range(start, end + 1)))


def _row_units(down: list[Area], inner_rows: list[tuple[int, int]], nested: Mapping[int, Area], names: Names,
               journey: Journey) -> Iterator[Unit]:
    left = dict(inner_rows)
    for area in down:
        below = area.bottom + 1
        if below in left and below not in nested and not _names_stages(below, names):
            yield _outline_unit(area.top, area.bottom, left.pop(below), journey)
        else:
            yield _stage_unit(area.top, area.bottom, journey)
    for top, bottom in left.items():
        spots = _ranked_spots(journey) if top in nested else _touchpoint_spots(journey)
        yield Unit(top, bottom, tuple(
            (line, spot) for spot in spots or [Spot(blank=True)] for line in range(top, bottom + 1)))


def _names_stages(row: int, names: Names) -> bool:
    return any("stage" in found for (one, _), found in names.items() if one == row)


def _ranked_spots(journey: Journey) -> list[Spot]:
    """Return the first touchpoint of each stage, the second of each, and so on."""
    counts = [len(journey.children(stage.id, Touchpoint)) for stage in journey.stages]
    return [Spot(rank=rank) for rank in range(max([*counts, 1]))]


def _touchpoint_spots(journey: Journey) -> list[Spot]:
    return [Spot(stage, one) for stage in journey.stages for one in journey.children(stage.id, Touchpoint)]


def _outline_unit(top: int, head: int, bottom: int, journey: Journey) -> Unit:
    """Return the rows of each stage followed by those of its touchpoints."""
    lines: list[tuple[int, Spot]] = []
    for stage in journey.stages:
        lines += [(row, Spot(stage)) for row in range(top, head + 1)]
        for one in journey.children(stage.id, Touchpoint):
            lines += [(row, Spot(stage, one)) for row in range(head + 1, bottom + 1)]
    there = {row for row, _ in lines}
    lines += [(row, Spot(blank=True)) for row in range(top, bottom + 1) if row not in there]
    return Unit(top, bottom, tuple(lines))
