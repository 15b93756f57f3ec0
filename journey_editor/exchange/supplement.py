"""Small tables beside a map that go on about its stages or touchpoints: the scores under an emotion chart, for one."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Sentence
from .draft import Draft
from .emotions import enter_emotions
from .grid import Area, Grid
from .items import is_nothing
from .labels import bare, match_label
from .purposes import LISTS
from .synonyms import EMOTION, NUMBER, STAGE, TOUCHPOINT

_MOST_SUPPLEMENT = 2000
_LEAST_NAMES = 2
_MOSTLY = 0.6


@dataclass(slots=True)
class _Names:
    """A line of a small table that names stages or touchpoints: where, and which holder each place means."""

    line: int
    holders: dict[int, str]


def supplement(grid: Grid, area: Area, draft: Draft) -> bool:
    """Add to a map what a small table tells of its stages or touchpoints; return whether it told anything."""
    cells = {place: text for place, text in grid.cells.items()
             if area.top <= place[0] <= area.bottom and area.left <= place[1] <= area.right}
    if len(cells) > _MOST_SUPPLEMENT:
        return False
    for view in (cells, {(v, u): text for (u, v), text in cells.items()}):
        names = _find_names(view, draft)
        if names and _enter(view, names, draft):
            draft.report.guess(Sentence(
                "exchange", "The cells {range} of the sheet “{sheet}” tell of the same map, and were added.",
                range=str(area), sheet=grid.name))
            return True
    return False


def _find_names(cells: dict[tuple[int, int], str], draft: Draft) -> _Names | None:
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


def _enter(cells: dict[tuple[int, int], str], names: _Names, draft: Draft) -> bool:
    """Enter each other line of the table: emotions where they are that, or else a lane."""
    first = min(names.holders)
    heading = next((text for (u, v), text in sorted(cells.items()) if v < first and match_label(text)), "")
    entered = False
    for u in sorted({u for u, _ in cells if u != names.line}):
        texts = [(holder, cells.get((u, v), "")) for v, holder in names.holders.items()]
        pairs = [(holder, text) for holder, text in texts if not is_nothing(text)]
        labels = [text for v in range(first - 1, first - 3, -1) if (text := cells.get((u, v)))]
        label = labels[0].strip() if labels else ""
        match = match_label(label) or match_label(heading)
        if not pairs or match and match.concept in (STAGE, TOUCHPOINT, NUMBER):
            continue
        concept = match.concept if match else ""
        if concept == EMOTION and enter_emotions(draft, label or heading, pairs):
            pass
        elif concept in LISTS:
            draft.tell(label or heading, concept)
            for holder, text in pairs:
                draft.enter_list(concept, [holder], text)
        else:
            lane = draft.add_lane(label or heading)
            for holder, text in pairs:
                draft.enter_lane(lane, [holder], text)
        entered = True
    return entered
