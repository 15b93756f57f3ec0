"""Small tables beside a map that go on about its stages or touchpoints: the scores under an emotion chart, for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Sentence
from ...spreadsheet.grid import Area, Grid, by_row
from .items import is_nothing
from .labels import bare, match_label
from ..concepts import EMOTION, LISTS, NUMBER, STAGE, TOUCHPOINT
from .draft import Draft
from .emotions import enter_emotions

_MOST_SUPPLEMENT = 2000
_LEAST_NAMES = 2
_MOSTLY = 0.6

Cells = dict[tuple[int, int], str]


@dataclass(slots=True)
class _Row:
    """A line of a small table: where, its label, what this means, and the texts by what they are about."""

    line: int
    label: str
    concept: str
    pairs: list[tuple[str, str]]


def supplement(grid: Grid, area: Area, draft: Draft) -> bool:
    """Add to a map what a small table tells of its stages or touchpoints; return whether it did.

    A table that says more than can be added is left alone as a whole.
    """
    cells = grid.within(area)
    if len(cells) > _MOST_SUPPLEMENT:
        return False
    known = _known_titles(draft)
    rows = _read(cells, known) or _read({(v, u): text for (u, v), text in cells.items()}, known)
    for row in rows:
        _enter(row, draft)
    if rows:
        draft.report.guess(Sentence(
            "exchange", "The cells {range} of the sheet “{sheet}” describe the same map and were added to it.",
            range=str(area), sheet=grid.name))
    return bool(rows)


def _read(cells: Cells, known: Iterable[dict[str, str]]) -> list[_Row]:
    """Return the lines of a small table; none if it names nothing of the map, or says more than can be added."""
    for u, line in by_row(cells).items():
        holders = _holders(line, known)
        if holders:
            rows = _rows(cells, u, holders)
            return rows if _says_all(cells, u, holders, rows) else []
    return []


def _known_titles(draft: Draft) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ids of the map's touchpoints and those of its stages, by title."""
    stages = {bare(stage.title): stage.id for stage in draft.stages}
    stages.update({bare(title): stage.id for title, stage in zip(draft.reading.stages, draft.stages)})
    return {bare(values["title"]): id_ for id_, values in draft.touchpoints.items()}, stages


def _holders(line: dict[int, str], known: Iterable[dict[str, str]]) -> dict[int, str]:
    """Return, by place, the touchpoints or else the stages whose titles stand in a line; none if most texts differ."""
    titles = {v: bare(text) for v, text in line.items()}
    for ids in known:
        found = {v: ids[title] for v, title in titles.items() if title in ids}
        if len(set(found.values())) >= _LEAST_NAMES and len(found) >= _MOSTLY * (len(line) - 1):
            return found
    return {}


def _rows(cells: Cells, names: int, holders: dict[int, str]) -> list[_Row]:
    """Return the other lines of the table that say something of what is named in one."""
    first = min(holders)
    heading = next((text for (_, v), text in sorted(cells.items()) if v < first and match_label(text)), "")
    rows = []
    for u, line in by_row(cells).items():
        pairs = [(holder, line[v]) for v, holder in holders.items() if not is_nothing(line.get(v, ""))]
        if pairs and u != names:
            rows.append(_row(u, line.get(first - 1) or line.get(first - 2, ""), heading, pairs))
    return rows


def _row(u: int, label: str, heading: str, pairs: list[tuple[str, str]]) -> _Row:
    match = match_label(label) or match_label(heading)
    return _Row(u, label.strip() or heading, match.concept if match else "", pairs)


def _says_all(cells: Cells, names: int, holders: dict[int, str], rows: list[_Row]) -> bool:
    """Tell whether nothing else stands in the table but texts alone in their line, such as a title."""
    first = min(holders)
    read = {*holders, first - 2, first - 1}
    lines = {row.line for row in rows}
    rest = [(u, v) for u, v in cells if u != names and not (u in lines and v in read)]
    in_line, across = Counter(u for u, _ in cells), Counter(v for _, v in cells)
    return all(in_line[u] == 1 or across[v] == 1 for u, v in rest)


def _enter(row: _Row, draft: Draft) -> None:
    """Enter a line of the table: emotions where they are that, challenges and the like, or else a lane."""
    if row.concept in (STAGE, TOUCHPOINT, NUMBER):
        return
    if row.concept == EMOTION and enter_emotions(draft, row.label, row.pairs):
        return
    if row.concept in LISTS:
        draft.note_label(row.label, row.concept)
        for holder, text in row.pairs:
            draft.enter_list(row.concept, [holder], text)
    else:
        lane = draft.add_lane(row.label)
        for holder, text in row.pairs:
            draft.enter_lane(lane, [holder], text)
