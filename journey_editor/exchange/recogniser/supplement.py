"""Small tables beside a map that go on about its stages or touchpoints: the scores under an emotion chart, for one."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Sentence
from ...spreadsheet.grid import Area, Grid
from .items import is_nothing
from .labels import bare, match_label
from .synonyms import EMOTION, NUMBER, STAGE, TOUCHPOINT
from .draft import Draft
from .emotions import enter_emotions
from .purposes import LISTS

_MOST_SUPPLEMENT = 2000
_LEAST_NAMES = 2
_MOSTLY = 0.6


Cells = dict[tuple[int, int], str]


@dataclass(slots=True)
class _Names:
    """A line of a small table that names stages or touchpoints: where, and which holder each place means."""

    line: int
    holders: dict[int, str]


@dataclass(slots=True)
class _Row:
    """A line of a small table: where, its label, and the texts by what they are about."""

    line: int
    label: str
    pairs: list[tuple[str, str]]


def supplement(grid: Grid, area: Area, draft: Draft) -> bool:
    """Add to a map what a small table tells of its stages or touchpoints; return whether it did.

    A table that says more than can be added is left alone as a whole.
    """
    cells = {place: text for place, text in grid.cells.items()
             if area.top <= place[0] <= area.bottom and area.left <= place[1] <= area.right}
    if len(cells) > _MOST_SUPPLEMENT:
        return False
    for view in (cells, {(v, u): text for (u, v), text in cells.items()}):
        names = _find_names(view, draft)
        rows = _rows(view, names) if names else []
        if names and rows and _says_all(view, names, rows):
            first = min(names.holders)
            heading = next((text for (_, v), text in sorted(view.items()) if v < first and match_label(text)), "")
            for row in rows:
                _enter(row, heading, draft)
            draft.report.guess(Sentence(
                "exchange", "The cells {range} of the sheet “{sheet}” tell of the same map, and were added.",
                range=str(area), sheet=grid.name))
            return True
    return False


def _find_names(cells: Cells, draft: Draft) -> _Names | None:
    """Return the first line along which most texts are titles of the map's stages, or of its touchpoints."""
    stages = {bare(stage.title): stage.id for stage in draft.stages}
    stages.update({bare(title): stage.id for title, stage in zip(draft.plan.stages, draft.stages)})
    touchpoints = {bare(values["title"]): id_ for id_, values in draft.touchpoints.items()}
    lines: dict[int, dict[int, str]] = {}
    for (u, v), text in cells.items():
        lines.setdefault(u, {})[v] = text
    for u, line in sorted(lines.items()):
        for known in (touchpoints, stages):
            found = {v: known[bare(text)] for v, text in line.items() if bare(text) in known}
            if len(set(found.values())) >= _LEAST_NAMES and len(found) >= _MOSTLY * (len(line) - 1):
                return _Names(u, found)
    return None


def _rows(cells: Cells, names: _Names) -> list[_Row]:
    """Return the other lines of the table that say something of what is named."""
    first = min(names.holders)
    rows = []
    for u in sorted({u for u, _ in cells if u != names.line}):
        texts = [(holder, cells.get((u, v), "")) for v, holder in names.holders.items()]
        label = next((text for v in (first - 1, first - 2) if (text := cells.get((u, v)))), "")
        pairs = [(holder, text) for holder, text in texts if not is_nothing(text)]
        if pairs:
            rows.append(_Row(u, label.strip(), pairs))
    return rows


def _says_all(cells: Cells, names: _Names, rows: list[_Row]) -> bool:
    """Tell whether nothing else stands in the table but texts alone in their line, such as a title."""
    first = min(names.holders)
    lines = {row.line for row in rows}
    rest = [(u, v) for u, v in cells
            if u != names.line and not (u in lines and (v in names.holders or first - 2 <= v < first))]
    return all(sum(one == u for one, _ in cells) == 1 or sum(one == v for _, one in cells) == 1 for u, v in rest)


def _enter(row: _Row, heading: str, draft: Draft) -> None:
    """Enter a line of the table: emotions where they are that, challenges and the like, or else a lane."""
    match = match_label(row.label) or match_label(heading)
    concept = match.concept if match else ""
    if concept in (STAGE, TOUCHPOINT, NUMBER):
        return
    if concept == EMOTION and enter_emotions(draft, row.label or heading, row.pairs):
        return
    if concept in LISTS:
        draft.tell(row.label or heading, concept)
        for holder, text in row.pairs:
            draft.enter_list(concept, [holder], text)
        return
    lane = draft.add_lane(row.label or heading)
    for holder, text in row.pairs:
        draft.enter_lane(lane, [holder], text)
