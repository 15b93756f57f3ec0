"""Our workbooks, come home: what was exported, and what was edited in them since."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from ...model import RECORD_TYPES, Cell, Journey, JourneyError, Lane, Sentence
from ...model.merge import Conflict, Merge
from ...spreadsheet.reader import WorkbookReader, with_workbook
from ...files.collector import gc_paused
from ...files.progress import NO_PROGRESS, Progress, ProgressCallback
from ..report import NATIVE, ImportReport
from ...spreadsheet.grid import Area
from .base import Base
from .base_sheet import BASE, read_base
from .columns import columns_of, sheet_name
from .details_sheet import DETAILS, changed_rows
from .map_edits import MapEdits
from .map_sheet import CONCEPTS, MAP, LocatedMap, locate_map
from .registry import our_sheets
from .table_edits import TableEdits
from .data_tables import DataTable, table_on

_FEW = 6
READ = 0.7
"""How much of the work it is to read the cells; the rest is to understand them."""


@dataclass(slots=True)
class Edits:
    """A workbook of ours: `base` is what was exported (None if that is gone), `theirs` what it says now.

    `clashes` are fields that were edited both in the tables and on the map, to different values: in `theirs` they are
    as in the table. `report` tells what could not be read. `sheets` are the names of the sheets that are ours.
    """

    base: Journey | None
    theirs: Journey
    report: ImportReport
    clashes: list[Conflict] = field(default_factory=list)
    sheets: set[str] = field(default_factory=set)


def read_edits(path: str | os.PathLike[str], progress: ProgressCallback | None = None,
               base: Journey | None = None) -> Edits:
    """Return what was exported into a workbook and what was edited in it; raise `JourneyError` if it is not ours.

    `progress` is told how much is done, and may raise `Cancelled`. `base` is what was exported, for a workbook whose
    own copy of that is gone, as it is after Excel's document inspector has removed hidden sheets.
    """
    with gc_paused():
        found = find_edits(path, Progress(progress), base)
    if found is not None and found.base is None:
        found.base = base
    if found is None or found.base is None:
        name = os.path.basename(os.fspath(path))
        raise JourneyError(Sentence("exchange", "“{name}” does not contain a copy of what Journey Editor exported, "
                                                "so its changes cannot be determined.", name=name))
    return found


def find_edits(path: str | os.PathLike[str], progress: Progress = NO_PROGRESS,
               exported: Journey | None = None) -> Edits | None:
    """Return what a workbook with a data part says; None if it has none, or too little of it is left.

    `exported` is what was exported, for a workbook whose own copy of that is gone.
    """
    return with_workbook(path, lambda book: edits_in(book, progress.part(READ, 1), exported)[0],
                         progress.part(0, READ))


def edits_in(book: WorkbookReader, progress: Progress = NO_PROGRESS,
             exported: Journey | None = None) -> tuple[Edits | None, set[str]]:
    """Return the same, and the names of the sheets that are ours even where too little is left to read the journey."""
    roles = our_sheets(book)
    ours = set(roles.values())
    base = read_base(book.sheet(roles[BASE])) if BASE in roles else None
    tables = {type_: table_on(book.sheet(roles[type_])) for type_ in RECORD_TYPES if type_ in roles}
    if base is None and not {"stage", "touchpoint"} <= tables.keys():
        # The map and its details are still there to be recognised.
        return None, ours - {roles.get(MAP), roles.get(DETAILS)}
    rows = TableEdits(book, tables, base.journey if base else exported, progress)
    report = ImportReport(book.sheets[0], str(Area(1, 1, 1, 1)), NATIVE)
    edits = Edits(base.journey if base else None, rows.journey, report, sheets=ours)
    for problem in rows.problems:
        report.guess(problem)
    if base is None:
        report.guess(Sentence("exchange", "The copy of what was exported is missing or damaged, so the journey was "
                                          "read from the tables; changes made on the map were not read."))
    else:
        _report_missing(tables, base, report)
        _add_map(book, base, edits)
        _report_changed_details(book, roles.get(DETAILS), base, report)
    report.lanes += [lane.title for lane in edits.theirs.all(Lane)]
    return edits, ours


def _report_missing(tables: dict[str, DataTable], base: Base, report: ImportReport) -> None:
    """Report sheets and columns that were removed: what they held is as it was."""
    language = base.journey.info.language
    for type_, cls in RECORD_TYPES.items():
        table = tables.get(type_)
        if table is None:
            report.guess(Sentence("exchange", "The sheet “{sheet}” is missing, so its contents were kept as they were "
                                              "exported.",
                                  sheet=sheet_name(type_, language)))
            continue
        gone = [column.header(language) for column in columns_of(cls) if column.name not in table.columns]
        if gone:
            report.guess(Sentence("exchange", "The sheet “{sheet}” is missing some columns, whose values were kept as "
                                              "they were exported: {names}.", sheet=table.sheet.name,
                                  names=", ".join(f"“{name}”" for name in gone)))


def _add_map(book: WorkbookReader, base: Base, edits: Edits) -> None:
    """Add what was edited on the map to what was edited in the tables."""
    place = locate_map(book, base.map, edits.sheets)
    if place is None:
        edits.report.guess(Sentence("exchange", "The sheet with the map is missing, so only the tables were read."))
        return
    edits.sheets.add(place.sheet.name)
    edits.report.sheet, edits.report.range = place.sheet.name, str(place.area)
    _label(edits.report, place, base)
    if place.is_untouched:
        return
    mapped = MapEdits(place, base)
    for problem in mapped.problems:
        edits.report.guess(problem)
    if mapped.journey == base.journey:
        return
    merge = Merge(base.journey, edits.theirs, mapped.journey)
    edits.theirs = edits.theirs.copy()
    edits.theirs.apply(merge.change())
    edits.clashes = merge.conflicts
    if merge.conflicts:
        edits.report.guess(Sentence("exchange", "Items changed differently in a table and on the map: {count}. "
                                                "The changes in the table were used.", count=len(merge.conflicts)))


def _label(report: ImportReport, place: LocatedMap, base: Base) -> None:
    for row in place.rows:
        number = place.written_rows.get(row)
        kind = base.map.rows[number].kind if number is not None else Cell.type
        report.labels.append((place.text(row, place.left), CONCEPTS[kind]))


def _report_changed_details(book: WorkbookReader, name: str | None, base: Base, report: ImportReport) -> None:
    """Report changes to the list of details, which only shows what stands in the tables."""
    if name is None:
        return
    changed = changed_rows(book.sheet(name), base)
    if changed:
        rows = ", ".join(map(str, changed[:_FEW])) + (", …" if len(changed) > _FEW else "")
        report.guess(Sentence("exchange", "The changes in these rows of the sheet “{sheet}” were not read, because it "
                                          "only shows what is on other sheets: {rows}.", sheet=name, rows=rows))
