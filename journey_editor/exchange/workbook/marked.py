"""Workbooks of our own, which carry a mark: read exactly, with nothing guessed.

The map's sheet is what counts: its stages, touchpoints, challenges, metrics, opportunities and lanes, in its order. The
sheet of details tells which touchpoint they are about, and the touchpoints' other fields, as far as its titles are
still those of the map.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...model import (
    Cell, Challenge, Journey, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Sentence, Stage, Touchpoint,
)
from ...model.fields import CHOICE, FLAG, NUMBERS, REFERENCES, FieldSpec
from ...model.records import BULLETS
from ...model.vocabulary import LANGUAGES, choice_spellings, headings, label
from ...spreadsheet.grid import Area, Grid, area_of
from ..map_table import DETAIL_FIELDS, DETAILS, FORMAT_NAME, TABLE_NAME
from ..recogniser.items import split_bulleted
from ..recogniser.scales import flag_of
from ..concepts import CHALLENGE, METRIC, OPPORTUNITY, TOUCHPOINT
from ..report import OWN, ImportReport
from ...spreadsheet.sheets import Book

_STAGE_NUMBER = re.compile(r"\d+\. ")
_FIGURES = re.compile(r" \([^()\n]*\)")
_ROWS = (("challenges", Challenge), ("metrics", Metric), ("opportunities", Opportunity))
_CONCEPTS = {"touchpoints": TOUCHPOINT, "challenges": CHALLENGE, "metrics": METRIC, "opportunities": OPPORTUNITY}


@dataclass(slots=True)
class _Details:
    """What the second sheet tells of one touchpoint, or of a stage as a whole, by column; the lanes' cells by place."""

    title: str
    texts: dict[str, str]
    lanes: list[str]


@dataclass(slots=True)
class _Sheet:
    """The map's sheet: where its rows are and in which language its labels."""

    grid: Grid
    top: int
    left: int
    language: str
    columns: list[int]
    rows: list[int]
    lanes: int | None = None
    details: dict[str, list[_Details]] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        return _text(self.grid, row, column)


def read_marked(book: Book) -> tuple[Journey, ImportReport, set[str]] | None:
    """Return the journey of a marked workbook, its report, and the sheets that it took; None if it has no mark."""
    sheet = _find(book)
    if sheet is None:
        return None
    taken = {sheet.grid.name, *_read_details(book, sheet)}
    bottom = sheet.rows[-1] if sheet.rows else sheet.top
    right = sheet.columns[-1] if sheet.columns else sheet.left
    report = ImportReport(sheet.grid.name, str(Area(max(sheet.top - 1, 1), sheet.left, bottom, right)), OWN)
    return Journey(_records(sheet, book.title, report)), report, taken


def _text(grid: Grid, row: int, column: int) -> str:
    return grid.cells.get((row, column)) or grid.blanks.get((row, column), "")


def _find(book: Book) -> _Sheet | None:
    """Return where the marked table is; None if the mark is missing or what it points at is no longer our table."""
    if FORMAT_NAME not in book.names:
        return None
    name, _, cells = book.names.get(TABLE_NAME, "").rpartition("!")
    name = name[1:-1].replace("''", "'") if name.startswith("'") else name
    area = area_of(cells)
    grid = next((grid for grid in book.grids if grid.name == name), None)
    if area is None or grid is None:
        return None
    stages = {label("stages", language): language for language in LANGUAGES}
    top = next((row for row in range(area.top, area.top + 3) if grid.cells.get((row, area.left)) in stages), None)
    if top is None:
        return None
    language = stages[grid.cells[top, area.left]]
    right = _last(grid, area.right, lambda place: (top, place))
    bottom = _last(grid, area.bottom, lambda place: (place, area.left))
    columns, rows = list(range(area.left + 1, right + 1)), list(range(top + 1, bottom + 1))
    return _Sheet(grid, top, area.left, language, columns, rows)


def _last(grid: Grid, last: int, cell: Any) -> int:
    """Return the last line of the table, which somebody may have added to."""
    while cell(last + 1) in grid.cells:
        last += 1
    return last


# -- the map ----------------------------------------------------------------------------------------------------------


def _records(sheet: _Sheet, file_title: str, report: ImportReport) -> list[Record]:
    language = sheet.language
    title = _text(sheet.grid, sheet.top - 1, sheet.left)
    if title == label("journey", language) and not file_title:
        title = ""  # the exporter's word for a journey without one
    info = JourneyInfo(title=title, language=language, bullet=_bullet(sheet))
    heads = [sheet.text(sheet.top, column) for column in sheet.columns]
    stages = [Stage(title=_STAGE_NUMBER.sub("", head, count=1) if _STAGE_NUMBER.match(head) else head, order=place)
              for place, head in enumerate(heads, 1)]
    reader = _Reader(sheet, stages, heads)
    for row, kind in zip(sheet.rows, _kinds(sheet)):
        reader.read_row(row, kind)
        report.labels.append((sheet.text(row, sheet.left), _CONCEPTS.get(kind, kind)))
    report.lanes += [lane.title for lane in reader.lanes]
    if reader.astray:
        report.guess(Sentence("exchange", "The sheets differ in some places; the sheet “{sheet}” was followed.",
                              sheet=sheet.grid.name))
    return [info, *reader.all()]


def _bullet(sheet: _Sheet) -> str:
    for row in sheet.rows:
        for column in sheet.columns:
            for bullet in BULLETS:
                if sheet.text(row, column).startswith(f"{bullet} "):
                    return bullet
    return BULLETS[0]


def _kinds(sheet: _Sheet) -> list[str]:
    """Return what each row lists. A lane may be called like one of the fixed rows, which stand before all lanes."""
    fixed = {label(key, sheet.language): key for key in ("touchpoints", "challenges", "metrics", "opportunities")}
    if sheet.lanes is not None and len(sheet.rows) == 3 + sheet.lanes:
        del fixed[label("opportunities", sheet.language)]
    kinds = []
    for row in sheet.rows:
        kinds.append(fixed.pop(sheet.text(row, sheet.left), "lane"))
    return kinds


class _Reader:
    """The records of the map while its rows are read."""

    def __init__(self, sheet: _Sheet, stages: list[Stage], heads: list[str]) -> None:
        self.sheet = sheet
        self.stages = stages
        self.heads = heads
        self.lanes: list[Lane] = []
        self.touchpoints: dict[str, list[Touchpoint]] = {stage.id: [] for stage in stages}
        self.roles: dict[str, Role] = {}
        self.records: list[Record] = []
        self.told: dict[str, _Details] = {}
        self.astray = False

    def all(self) -> list[Record]:
        """Return everything that was read, the journey's own record left out."""
        touchpoints = [one for row in self.touchpoints.values() for one in row]
        return [*self.stages, *self.roles.values(), *touchpoints, *self.lanes, *self.records]

    def read_row(self, row: int, kind: str) -> None:
        """Read one row of the map. Touchpoints come first, since the others may be about them."""
        if kind == "lane":
            self.lanes.append(Lane(title=self.sheet.text(row, self.sheet.left), order=len(self.lanes) + 1))
        for place, (stage, column) in enumerate(zip(self.stages, self.sheet.columns)):
            items = split_bulleted(self.sheet.text(row, column))
            if kind == "touchpoints":
                self._touchpoints(place, items)
            else:
                self._attach(stage, kind, items)

    def _touchpoints(self, place: int, items: Sequence[str]) -> None:
        """Make a stage's touchpoints, and match them with the details of the same stage and title."""
        stage = self.stages[place]
        details = list(self.sheet.details.get(self.heads[place], ()))
        whole = next((one for one in details if not one.texts.get("number")), None)
        if whole:
            details.remove(whole)
            self.told[stage.id] = whole
            self.stages[place] = stage = replace(stage, goal=whole.texts.get("need", ""))
            self._notes(stage.id, whole.texts.get("notes", ""))
        before = sum(map(len, self.touchpoints.values()))
        for order, title in enumerate(items, before + 1):
            told = next((one for one in details if one.title == title), None)
            values = {}
            if told:
                details.remove(told)
                values = self._fields(told)
            touchpoint = Touchpoint(title=title, stage=stage.id, order=order, **values)
            self.touchpoints[stage.id].append(touchpoint)
            if told:
                self.told[touchpoint.id] = told
                self._notes(touchpoint.id, told.texts.get("notes", ""))
            self.astray |= told is None and bool(self.sheet.details)
        self.astray |= bool(details)

    def _fields(self, told: _Details) -> dict[str, Any]:
        """Return a touchpoint's fields as the details tell them; what cannot be read is left at its default."""
        values = {spec.name: self._value(spec, told.texts.get(spec.name, "")) for spec in DETAIL_FIELDS}
        return {**values, "notes": _own_notes(told.texts.get("notes", ""))[0]}

    def _value(self, spec: FieldSpec, text: str) -> Any:
        if spec.kind in NUMBERS:
            number = _number(text)
            return number if spec.rule()(number) else spec.default
        if spec.kind == CHOICE:
            wanted = text.casefold()
            return next((one for one in spec.choices if wanted in choice_spellings(spec.name, one)), spec.default)
        if spec.kind == FLAG:
            return bool(flag_of(text))
        if spec.kind == REFERENCES:
            return tuple(self._role(title) for title in dict.fromkeys(text.split("\n")) if title)
        return text

    def _role(self, title: str) -> str:
        return self.roles.setdefault(title, Role(title=title, order=len(self.roles) + 1)).id

    def _notes(self, about: str, text: str) -> None:
        for title in _own_notes(text)[1]:
            self.records.append(Note(title=title, about=about, order=len(self.records) + 1))

    def _attach(self, stage: Stage, kind: str, items: Sequence[str]) -> None:
        """Make the records of a cell, each about what the details say, as long as that keeps them in order."""
        holders = [stage.id, *(touchpoint.id for touchpoint in self.touchpoints[stage.id])]
        pools = {holder: self._listed(holder, kind) for holder in holders}
        abouts = []
        for title in items:
            abouts.append(next((holder for holder, pool in pools.items() if _take(title, pool, kind)), stage.id))
        ranks = [holders.index(about) for about in abouts]
        if ranks != sorted(ranks):
            abouts = [stage.id] * len(items)
        for title, about in zip(items, abouts):
            order = len(self.records) + 1
            if kind == "lane":
                self.records.append(Cell(title=title, lane=self.lanes[-1].id, about=about, order=order))
            else:
                self.records.append(dict(_ROWS)[kind](title=title, about=about, order=order))

    def _listed(self, holder: str, kind: str) -> list[str]:
        """Return what the details list for a touchpoint or stage in this row of the map."""
        told = self.told.get(holder)
        if told is None:
            return []
        if kind != "lane":
            return split_bulleted(told.texts.get(kind, ""))
        place = len(self.lanes) - 1
        return split_bulleted(told.lanes[place]) if place < len(told.lanes) else []


def _take(title: str, pool: list[str], kind: str) -> bool:
    """Take a text out of those that the details list (metrics with their figures); return whether it was there."""
    for place, told in enumerate(pool):
        if told == title or kind == "metrics" and told.startswith(title) and _FIGURES.fullmatch(told, len(title)):
            del pool[place]
            return True
    return False


def _own_notes(text: str) -> tuple[str, list[str]]:
    """Return the notes on a touchpoint, and the note cards listed below them with bullets."""
    lines = text.split("\n")
    bullets = tuple(f"{bullet} " for bullet in BULLETS)
    start = next((place for place, line in enumerate(lines) if line.startswith(bullets)), len(lines))
    rest = "\n".join(lines[start:])
    return "\n".join(lines[:start]), split_bulleted(rest) if rest else []


def _number(text: str) -> float | None:
    try:
        number = float(text.replace("−", "-"))
    except ValueError:
        return None
    return int(number) if number == int(number) else number


# -- the details ------------------------------------------------------------------------------------------------------


def _read_details(book: Book, sheet: _Sheet) -> Iterable[str]:
    """Enter what the sheet of details tells; return its name, whatever the user may have called it."""
    words = {word: key for key in DETAILS for word in headings(key, sheet.language)}
    for grid in book.grids:
        head = [words.get(_text(grid, 1, column), "") for column in range(1, len(DETAILS) + 1)]
        if grid is sheet.grid or head[:3] != list(DETAILS[:3]):
            continue
        columns = {key: head.index(key) + 1 for key in DETAILS if key in head}
        last = max((column for row, column in grid.cells if row == 1), default=0)
        # A workbook of before a field was there has fewer columns.
        lanes = range(max(columns.values()) + 1, last + 1)
        if head == list(DETAILS):
            sheet.lanes = len(lanes)
        for row in sorted({row for row, _ in grid.cells if row > 1}):
            texts = {key: _text(grid, row, column) for key, column in columns.items()}
            details = _Details(texts["touchpoint"], texts, [_text(grid, row, column) for column in lanes])
            sheet.details.setdefault(texts["stage"], []).append(details)
        return [grid.name]
    return []
