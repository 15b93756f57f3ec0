"""Workbooks of ours whose data is gone, but not the mark of the map: read exactly, with nothing guessed.

The map's sheet is what counts: its stages, touchpoints, challenges, metrics, opportunities and lanes, in its order. The
sheet of details tells which touchpoint they are about, and the touchpoints' other fields, as far as its titles are
still those of the map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...model import Cell, Journey, JourneyInfo, Lane, Note, Record, Role, Sentence, Stage, Touchpoint, fields
from ...model.records import BULLETS
from ...model.vocabulary import LANGUAGES, label
from ...spreadsheet.grid import Area, Book, Grid, area_of, sheet_of
from ..map_table import CORNER, FORMAT_NAME, ROWS, TABLE_NAME, bullet_of, cell_items, stage_name
from ..report import NATIVE, ImportReport
from .details_sheet import FIELDS, KEYS, field_read, header_words, notes_read, take_listed
from .map_sheet import CONCEPTS


@dataclass(slots=True)
class _Details:
    """What the second sheet says of one touchpoint, or of a stage as a whole, by column; the lanes' cells by place."""

    texts: dict[str, str]
    lanes: list[str]

    def text(self, key: str) -> str:
        return self.texts.get(key, "")


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
    """How many lanes the details have; None if that cannot be told."""
    details: dict[str, list[_Details]] = field(default_factory=dict)
    """What the details say by the header of the stage."""

    def text(self, row: int, column: int) -> str:
        return _text(self.grid, row, column)

    @property
    def area(self) -> Area:
        return Area(max(self.top - 1, 1), self.left, max([self.top, *self.rows]), max([self.left, *self.columns]))


def read_marked(book: Book) -> tuple[Journey, ImportReport, set[str]] | None:
    """Return the journey of a marked workbook, its report, and the sheets that it took; None if it has no mark."""
    sheet = _find(book)
    if sheet is None:
        return None
    used = {sheet.grid.name, *_read_details(book, sheet)}
    report = ImportReport(sheet.grid.name, str(sheet.area), NATIVE)
    return Journey(_records(sheet, book.title, report)), report, used


def _text(grid: Grid, row: int, column: int) -> str:
    return grid.cells.get((row, column)) or grid.blanks.get((row, column), "")


def _find(book: Book) -> _Sheet | None:
    """Return where the marked table is; None if the mark is missing or what it points at is no longer our table."""
    reference = book.names.get(TABLE_NAME, "")
    area = area_of(reference.rpartition("!")[2])
    grid = next((grid for grid in book.grids if grid.name == sheet_of(reference)), None)
    if FORMAT_NAME not in book.names or area is None or grid is None:
        return None
    corners = {label(CORNER, language): language for language in LANGUAGES}
    top = next((row for row in range(area.top, area.top + 3) if grid.cells.get((row, area.left)) in corners), None)
    if top is None:
        return None
    language = corners[grid.cells[top, area.left]]
    right = _last(grid, area.right, lambda place: (top, place))
    bottom = _last(grid, area.bottom, lambda place: (place, area.left))
    columns, rows = list(range(area.left + 1, right + 1)), list(range(top + 1, bottom + 1))
    return _Sheet(grid, top, area.left, language, columns, rows)


def _last(grid: Grid, last: int, cell: Callable[[int], tuple[int, int]]) -> int:
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
    texts = (sheet.text(row, column) for row in sheet.rows for column in sheet.columns)
    bullet = next((bullet for text in texts if (bullet := bullet_of(text))), BULLETS[0])
    reader = _Reader(sheet)
    for row, cls in zip(sheet.rows, _listed(sheet)):
        reader.read_row(row, cls)
        report.labels.append((sheet.text(row, sheet.left), CONCEPTS[cls.type]))
    report.lanes += [lane.title for lane in reader.lanes]
    if reader.differs:
        report.guess(Sentence("exchange", "The sheets differ in some places; the values of the sheet “{sheet}” were "
                                          "used.",
                              sheet=sheet.grid.name))
    return [JourneyInfo(title=title, language=language, bullet=bullet), *reader.all()]


def _listed(sheet: _Sheet) -> list[type[Record]]:
    """Return what each row lists. A lane may be called like one of the fixed rows, which stand before all lanes."""
    fixed = {label(key, sheet.language): cls for key, cls in ROWS.items()}
    if sheet.lanes is not None and len(sheet.rows) == len(ROWS) - 1 + sheet.lanes:
        del fixed[label("opportunities", sheet.language)]
    return [fixed.pop(sheet.text(row, sheet.left), Cell) for row in sheet.rows]


class _Reader:
    """The records of the map while its rows are read."""

    def __init__(self, sheet: _Sheet) -> None:
        self.sheet = sheet
        self.headers = [sheet.text(sheet.top, column) for column in sheet.columns]
        self.stages = [Stage(title=stage_name(header), order=place) for place, header in enumerate(self.headers, 1)]
        self.lanes: list[Lane] = []
        self.touchpoints: dict[str, list[Touchpoint]] = {stage.id: [] for stage in self.stages}
        self.roles: dict[str, Role] = {}
        self.records: list[Record] = []
        self.details: dict[str, _Details] = {}
        """What the second sheet says, by the id of the touchpoint or stage."""
        self.differs = False
        """Whether the two sheets do not say the same."""

    def all(self) -> list[Record]:
        """Return everything that was read, the journey's record left out."""
        touchpoints = [one for row in self.touchpoints.values() for one in row]
        return [*self.stages, *self.roles.values(), *touchpoints, *self.lanes, *self.records]

    def read_row(self, row: int, cls: type[Record]) -> None:
        """Read one row of the map. Touchpoints come first, since the others may be about them."""
        if cls is Cell:
            self.lanes.append(Lane(title=self.sheet.text(row, self.sheet.left), order=len(self.lanes) + 1))
        for place, column in enumerate(self.sheet.columns):
            items = cell_items(self.sheet.text(row, column))
            if cls is Touchpoint:
                self._add_touchpoints(place, items)
            else:
                self._attach(self.stages[place], cls, items)

    def _add_touchpoints(self, place: int, items: Sequence[str]) -> None:
        """Make a stage's touchpoints, and match them with the details of the same stage and title."""
        details = list(self.sheet.details.get(self.headers[place], ()))
        whole = next((one for one in details if not one.text("number")), None)
        if whole:
            details.remove(whole)
            self.stages[place] = replace(self.stages[place], goal=whole.text("need"))
            self._keep(self.stages[place].id, whole)
        stage = self.stages[place]
        before = sum(map(len, self.touchpoints.values()))
        for order, title in enumerate(items, before + 1):
            found = next((one for one in details if one.text("touchpoint") == title), None)
            values = self._fields(found) if found else {}
            touchpoint = Touchpoint(title=title, stage=stage.id, order=order, **values)
            self.touchpoints[stage.id].append(touchpoint)
            if found:
                details.remove(found)
                self._keep(touchpoint.id, found)
            self.differs |= found is None and bool(self.sheet.details)
        self.differs |= bool(details)

    def _fields(self, details: _Details) -> dict[str, Any]:
        """Return a touchpoint's fields as the details say; what cannot be read is left at its default."""
        values: dict[str, Any] = {"notes": notes_read(details.text("notes"))[0]}
        for spec in FIELDS:
            value = field_read(details.text(spec.name), spec)
            values[spec.name] = tuple(map(self._role, value)) if spec.kind == fields.REFERENCES else value
        return values

    def _role(self, title: str) -> str:
        return self.roles.setdefault(title, Role(title=title, order=len(self.roles) + 1)).id

    def _keep(self, about: str, details: _Details) -> None:
        """Remember what the details say of a touchpoint or stage, and make its note cards."""
        self.details[about] = details
        for title in notes_read(details.text("notes"))[1]:
            self.records.append(Note(title=title, about=about, order=len(self.records) + 1))

    def _attach(self, stage: Stage, cls: type[Record], items: Sequence[str]) -> None:
        """Make the records of a cell, each about what the details say, as long as that keeps them in order."""
        holders = [stage.id, *(touchpoint.id for touchpoint in self.touchpoints[stage.id])]
        pools = {holder: self._in_details(holder, cls) for holder in holders}
        abouts = [next((holder for holder, pool in pools.items() if take_listed(title, pool, cls)), stage.id)
                  for title in items]
        ranks = [holders.index(about) for about in abouts]
        if ranks != sorted(ranks):
            abouts = [stage.id] * len(items)
        of_lane = {"lane": self.lanes[-1].id} if cls is Cell else {}
        for title, about in zip(items, abouts):
            values: dict[str, Any] = {"title": title, "about": about, "order": len(self.records) + 1, **of_lane}
            self.records.append(cls(**values))

    def _in_details(self, holder: str, cls: type[Record]) -> list[str]:
        """Return what the details list for a touchpoint or stage in this row of the map."""
        details = self.details.get(holder)
        if details is None:
            return []
        if cls is not Cell:
            return cell_items(details.text(next(key for key, listed in ROWS.items() if listed is cls)))
        place = len(self.lanes) - 1
        return cell_items(details.lanes[place]) if place < len(details.lanes) else []


# -- the details ------------------------------------------------------------------------------------------------------


def _read_details(book: Book, sheet: _Sheet) -> list[str]:
    """Enter what the sheet of details says; return its name, whatever the user may have called it."""
    words = header_words(sheet.language)
    for grid in book.grids:
        head = [words.get(_text(grid, 1, column), "") for column in range(1, len(KEYS) + 1)]
        if grid is not sheet.grid and head[:3] == list(KEYS[:3]):
            _enter_details(grid, head, sheet)
            return [grid.name]
    return []


def _enter_details(grid: Grid, head: list[str], sheet: _Sheet) -> None:
    """Enter the rows of the sheet of details; `head` are the keys of its columns, empty for those of lanes."""
    columns = {key: head.index(key) + 1 for key in KEYS if key in head}
    # A workbook of before a field was there has fewer columns.
    lanes = range(max(columns.values()) + 1, max(column for row, column in grid.cells if row == 1) + 1)
    if head == list(KEYS):
        sheet.lanes = len(lanes)
    for row in sorted({row for row, _ in grid.cells if row > 1}):
        details = _Details({key: _text(grid, row, column) for key, column in columns.items()},
                           [_text(grid, row, column) for column in lanes])
        sheet.details.setdefault(details.text("stage"), []).append(details)
