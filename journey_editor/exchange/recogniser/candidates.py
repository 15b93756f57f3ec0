"""Where on a sheet journey maps are: lines of labels, found by what their cells say, not by where they stand.

A table is looked at so that its labels stand in one line (`line`, the first coordinate u) and what they label goes on
from there: for labels in a header row that is the sheet as it is, for labels in a column the sheet turned about its
diagonal. The second coordinate v counts along the labels. One code reads both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...spreadsheet.grid import Area, Grid
from .items import digits_of, without_numbers
from .labels import LONGEST, Match, bare, match_label, says_journey
from ..concepts import (
    BACKSTAGE, CHALLENGE, EMOTION, LANE, NUMBER, OTHER, PERSONA, STAGE, STEP, SUBSTAGE, TIME, TOUCHPOINT,
)
from .synonyms import NAMES

ENOUGH = 4.0
"""The evidence (sum of the labels' weights) from which a table is taken for a journey map, if a label is telling."""

ENOUGH_IN_FULL = 3.5
"""The same for a table that has stages, touchpoints and challenges, even under words that other tables use as well."""

_ENOUGH_UNPLACED = 5.0
_LEAST = 2.0
_COMMON_BONUS, _NUMBERED_BONUS = 1.5, 1.0
_HEADS_LOOKED_AT = 20
_TITLE_BONUS = 2.5
_LEAST_WITH_TITLE = 2.0
_TELLING = 1.9
_NAMES_THE_JOURNEY = 2.9
"""What a label of the stages must weigh to be as telling as "pain points": no "phase", but "journey phase"."""

_GAP = 4
_HEAD_REACH = 8
_ROWS_SEARCHED_WHOLE = 200
_MOST_FUZZY = 4000
_TITLE_ROWS = 8
_LONG_TITLE = 80
_MOST_BESIDE_TITLE = 2
_STAGE_NAMES = frozenset(NAMES["stages"])

Line = dict[int, str]
Hit = tuple[int, Match]
"""Where along a line a label stands, and what it means."""


class View:
    """A sheet, or a sheet turned, by lines."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.cells = grid.cells
        self.lines: dict[int, Line] = grid.by_row()
        self.across: dict[int, list[int]] = {}
        for u, line in self.lines.items():
            for v in line:
                self.across.setdefault(v, []).append(u)

    def text(self, u: int, v: int) -> str:
        """Return a cell's text; empty if it has none."""
        return self.cells.get((u, v), "")

    def merge(self, u: int, v: int) -> Area:
        """Return the merged range that begins at a cell, or the cell alone."""
        return self.grid.merges.get((u, v)) or Area(u, v, u, v)

    def reach(self, u: int, v: int, slots: list[int]) -> list[int]:
        """Return those of the slots over which the cell goes that begins here, which is in one itself."""
        bottom = self.merge(u, v).bottom
        return [slot for slot in slots if u <= slot <= bottom] if bottom > u else [u]

    def filled(self, v: int, after: int) -> list[int]:
        """Return the lines beyond `after` that have a text at v."""
        return [u for u in self.across.get(v, ()) if u > after]


@dataclass(slots=True)
class Candidate:
    """A line of labels that may be a map's: where it is, what it says, and how much that tells."""

    view: View
    turned: bool
    line: int
    hits: list[Hit]
    score: float = 0.0
    key: int | None = None
    box: Area = field(default_factory=lambda: Area(0, 0, 0, 0))

    @property
    def first(self) -> int:
        """Where the labels begin."""
        return self.hits[0][0]

    @property
    def last(self) -> int:
        """Where the labels that are known end."""
        return self.hits[-1][0]

    def sheet_area(self) -> Area:
        """Return the labels and the stage's line as a rectangle of the sheet."""
        return self.box.turned() if self.turned else self.box

    def row(self, row: int) -> list[tuple[int, int]]:
        """Return the places (u, v) of the texts in a row of the sheet."""
        if self.turned:
            return [(u, row) for u in self.view.across.get(row, ())]
        return [(row, v) for v in self.view.lines.get(row, ())]

    def stands_apart(self) -> bool:
        """Tell whether the row above the labels is empty, or a title."""
        area = self.sheet_area()
        columns = [u if self.turned else v for u, v in self.row(area.top - 1)]
        return sum(area.left <= column and (self.turned or column <= area.right) for column in columns) < 2


def find_candidates(grid: Grid) -> list[Candidate]:
    """Return the lines of labels that tell of a journey map, the most telling first."""
    plain, turned = View(grid), View(grid.turned())
    hits = _hits(plain)
    found = []
    for view, is_turned in ((plain, False), (turned, True)):
        lines: dict[int, list[Hit]] = {}
        for (row, column), match in hits.items():
            u, v = (column, row) if is_turned else (row, column)
            lines.setdefault(u, []).append((v, match))
        for u, line in lines.items():
            found += _on_line(view, is_turned, u, sorted(line, key=lambda hit: hit[0]))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.sheet_area()))


def _hits(view: View) -> dict[tuple[int, int], Match]:
    """Return what the cells mean that may be labels. In a long sheet these begin a row, or stand after an empty row."""
    found: dict[tuple[int, int], Match] = {}
    previous = 0
    fuzzy = _MOST_FUZZY
    for u, line in view.lines.items():
        whole = u <= _ROWS_SEARCHED_WHOLE or u > previous + 1 or len(view.lines.get(previous, ())) == 1
        before = -1
        for v, text in line.items():
            if len(text) <= 2 * LONGEST and (whole or v > before + 2):
                fuzzy -= 1
                match = match_label(text, fuzzy > 0)
                if match:
                    found[u, v] = match
            before = v
        previous = u
    return found


def _on_line(view: View, turned: bool, u: int, line: list[Hit]) -> list[Candidate]:
    known = [hit for hit in line if hit[1].concept != OTHER]
    foreign = [hit for hit in line if hit[1].concept == OTHER]
    candidates = [Candidate(view, turned, u, hits) for hits in _segments(view, u, known)]
    return [candidate for candidate in candidates if _weigh(candidate, foreign)]


def _weigh(candidate: Candidate, foreign: Iterable[Hit]) -> bool:
    """Find a candidate's score, key and place; return whether it may be a map's. `foreign` labels speak against it."""
    named = _named(candidate)
    against = {bare(candidate.view.text(candidate.line, v)): match.weight for v, match in foreign
               if candidate.first - _GAP <= v <= candidate.last + _GAP}
    candidate.score = _evidence(candidate.hits) + sum(against.values()) + (_TITLE_BONUS if named else 0)
    if candidate.score < _LEAST:
        return False
    candidate.key = find_key(candidate)
    common = _common_names(candidate)
    candidate.score += _COMMON_BONUS * common + _NUMBERED_BONUS * _is_numbered(candidate)
    # Labels in a column that stand above the stages may be those of front matter.
    key = candidate.first if candidate.key is None else candidate.key
    top = key if candidate.turned else min(candidate.first, key)
    candidate.box = Area(candidate.line, top, candidate.line, candidate.last)
    return _credible(candidate, named, common)


def _segments(view: View, u: int, hits: list[Hit]) -> list[list[Hit]]:
    """Return the labels of a line by table: a label that comes again, or a wide gap, begins another one."""
    parts: list[list[Hit]] = [[]]
    seen: dict[str, int] = {}
    for v, match in hits:
        part, word = parts[-1], bare(view.text(u, v))
        far = part and v - part[-1][0] > _GAP
        cut = v if far else _next_header(view, u, seen[word], v, match) if word in seen else None
        if cut is not None:
            place = sum(at < cut for at, _ in part)
            parts[-1:] = [part[:place], part[place:]]
            seen = {bare(view.text(u, at)): at for at, _ in parts[-1]}
        parts[-1].append((v, match))
        seen[word] = v
    return [part for part in parts if part]


def _next_header(view: View, u: int, before: int, v: int, match: Match) -> int | None:
    """Return where another table begins if a label comes again; None if it is one more row of the same table."""
    return v if match.concept == STAGE and before < v - 1 else _header_between(view, u, before, v)


def _header_between(view: View, u: int, low: int, high: int) -> int | None:
    """Return where another table's own header begins between two equal labels; None if both go with the same header."""
    for v in range(high - 1, low, -1):
        label = view.text(u, v)
        filled = view.filled(v, u)
        if not label and len(filled) > 1 and not view.text(u, v - 1) and not view.filled(v - 1, u):
            return v
        match = match_label(label) if label else None
        if match and match.concept == STAGE and filled:
            return v
    return None


def _evidence(hits: Iterable[Hit]) -> float:
    best: dict[str, float] = {}
    lanes: list[float] = []
    for _, match in hits:
        if match.concept in (LANE, BACKSTAGE):
            lanes.append(match.worth)
        else:
            best[match.concept] = max(best.get(match.concept, 0), match.worth)
    return sum(best.values()) + sum(sorted(lanes)[-2:])


def _named(candidate: Candidate) -> bool:
    """Tell whether the sheet's name or a title above the table says that it is a journey map."""
    view = candidate.view
    if says_journey(view.grid.name):
        return True
    row = candidate.first if candidate.turned else candidate.line
    for line in range(max(1, row - _TITLE_ROWS), row + 1):
        places = candidate.row(line)
        # A title stands alone, or with one more text; or it is the corner of the table.
        if len(places) > _MOST_BESIDE_TITLE:
            places = places[:1] if line == row else []
        if any(_is_title(view.text(*place)) for place in places):
            return True
    return False


def _is_title(text: str) -> bool:
    """Tell whether a text says that a journey map follows, and is not just one of the map's labels."""
    if len(text) > _LONG_TITLE or not says_journey(text):
        return False
    match = match_label(text)
    return match is None or match.concept == PERSONA


def _credible(candidate: Candidate, named: bool, common: bool) -> bool:
    """Tell whether a line of labels is a journey map's; `named` if a title says so, `common` if its stages sound so."""
    concepts = {match.concept for _, match in candidate.hits} - {NUMBER}
    if len(concepts) < 2 or not any(_filled(candidate, v) for v, _ in candidate.hits):
        return False
    if named:
        return candidate.score - _TITLE_BONUS >= _LEAST_WITH_TITLE
    return candidate.score >= _score_needed(candidate, concepts, common)


def _score_needed(candidate: Candidate, concepts: set[str], common: bool) -> float:
    """Return the score that a table needs without a title that says what it is; infinity if none is enough."""
    in_full = {TOUCHPOINT, CHALLENGE} <= concepts and not concepts.isdisjoint((STAGE, STEP))
    telling = _telling_concepts(candidate.hits)
    if not (in_full or common or telling):
        return math.inf
    if common or TOUCHPOINT in telling or not concepts.isdisjoint((STAGE, STEP, SUBSTAGE, TIME)):
        return ENOUGH_IN_FULL if in_full else ENOUGH
    return _ENOUGH_UNPLACED if candidate.key is not None and TOUCHPOINT in concepts else math.inf


def _telling_concepts(hits: Iterable[Hit]) -> set[str]:
    return {match.concept for _, match in hits if _is_telling(match)}


def _is_telling(match: Match) -> bool:
    """Tell whether a label is seldom met elsewhere than in journey maps."""
    if match.concept == STAGE:
        return match.worth >= _NAMES_THE_JOURNEY
    return match.concept in (TOUCHPOINT, CHALLENGE, EMOTION, LANE, BACKSTAGE) and match.worth >= _TELLING


def _heads(candidate: Candidate) -> list[str]:
    """Return the different titles of the stages, the first of them, as they are written."""
    key = candidate.key
    heads: dict[str, None] = {}
    for u in [] if key is None else _filled(candidate, key):
        heads[candidate.view.text(u, key or 0)] = None
        if len(heads) == _HEADS_LOOKED_AT:
            break
    return list(heads)


def _common_names(candidate: Candidate) -> bool:
    heads = _heads(candidate)
    common = sum(bare(title) in _STAGE_NAMES for title in without_numbers(heads))
    return common >= 2 and 2 * common >= len(heads)


def _is_numbered(candidate: Candidate) -> bool:
    heads = _heads(candidate)
    return len(heads) > 1 and all(title.strip() != rest for title, rest in zip(heads, without_numbers(heads)))


def _filled(candidate: Candidate, v: int) -> list[int]:
    return candidate.view.filled(v, candidate.line)


def find_key(candidate: Candidate) -> int | None:
    """Return the v of what names the stages: a line labelled so, or one that stands where it must; or None."""
    def best(*concepts: str) -> int | None:
        fitting = [(_only_numbers(candidate, v), -match.worth, v) for v, match in candidate.hits
                   if (match.means(*concepts) if v == candidate.first else match.concept in concepts)
                   and _filled(candidate, v)]
        return min(fitting)[-1] if fitting else None

    stage = best(STAGE)
    if stage is not None:
        return stage
    has_touchpoints = any(match.concept == TOUCHPOINT for _, match in candidate.hits)
    step = best(STEP, SUBSTAGE)
    if step is not None and has_touchpoints:
        return step
    leading = _leading(candidate)
    if leading is not None:
        return leading
    time = best(TIME)
    if time is not None:
        return time
    first, match = candidate.hits[0]
    is_journey = match.concept == PERSONA and "journey" in bare(candidate.view.text(candidate.line, first))
    return first if is_journey and _filled(candidate, first) else None


def _only_numbers(candidate: Candidate, v: int) -> bool:
    return all(digits_of(candidate.view.text(u, v)) for u in _filled(candidate, v))


def _leading(candidate: Candidate) -> int | None:
    """Return the line before the known labels that looks like stage titles: the one without a label, or else the first.

    In a table whose labels stand in a column, empty rows may part the head from the rest.
    """
    known = {v for v, _ in candidate.hits}
    first = _first_of_map(candidate)
    slots = {u for v in known for u in _filled(candidate, v)}
    found = None
    touches = True
    for v in range(first - 1, max(first - _HEAD_REACH, 0), -1):
        label, filled = candidate.view.text(candidate.line, v), _filled(candidate, v)
        if not label and not filled:
            if not candidate.turned:
                break
            touches = found is None
        elif v not in known and _may_name_stages(candidate, slots.intersection(filled), v, len(slots)):
            if not label:
                return v
            found = v if touches else found
    return found


def _first_of_map(candidate: Candidate) -> int:
    """Return where the first label stands that is not about the lines themselves, as numbers and dates are."""
    return next((v for v, match in candidate.hits if match.concept not in (NUMBER, PERSONA, TIME)), candidate.first)


def _may_name_stages(candidate: Candidate, filled: Iterable[int], v: int, slots: int) -> bool:
    """Tell whether the texts of a line are as many and as short as stage titles, and more than numbers."""
    texts = [candidate.view.text(u, v) for u in filled]
    enough = len(texts) >= min(2, slots) and 2 * len(texts) >= slots if candidate.turned else True
    if not texts or not enough or max(map(len, texts)) > _LONG_TITLE:
        return False
    return not all(text.isdecimal() for text in texts)
