"""A workbook that is open: its sheets' stored values, to the last character and digit, and the texts that they show.

The parts of the file are read here rather than through openpyxl, which fills every merged range cell by cell (a range
over whole columns keeps it busy for minutes), or else knows no merged ranges at all, refuses workbooks for styles that
it does not expect, takes Chinese dates for numbers, and has no "Strict" workbooks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from xml.etree import ElementTree

from journey_editor.files.progress import NO_PROGRESS, Progress
from .escapes import decoded
from .grid import Area, Book, Grid
from .number_formats import shown
from .package import Package, TooLarge, with_package
from .sheet_reader import UNKNOWN, SheetReader, Unknown, Value
from .xml_part import named, tag_of

__all__ = ["UNKNOWN", "Sheet", "Value", "WorkbookReader", "with_workbook"]

R = TypeVar("R")

MOST_CELLS = 4_000_000
"""How many cells, empty ones included, a workbook may have; a sheet of this size is read in about ten seconds."""

_SMALL = 100_000
"""Up to how many bytes a sheet has that is read as a whole even for its first rows."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Sheet:
    """A sheet's name, and its values by row and column, both counted from 1; what is empty is not there."""

    name: str
    part: str
    rows: dict[int, dict[int, Value | Unknown]]
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    """The style of each cell with a number, which may make it a date."""
    merges: list[Area] = field(default_factory=list)


def with_workbook(path: str | os.PathLike[str], read: Callable[[WorkbookReader], R],
                  progress: Progress = NO_PROGRESS) -> R:
    """Return what `read` makes of a workbook while it is open; raise `JourneyError` if it cannot be read.

    `progress` is told how much of the sheets has been read.
    """
    return with_package(path, lambda package: read(WorkbookReader(package)), progress)


class WorkbookReader:
    """A workbook that is open: each part is parsed when it is first asked for.

    `sheets` has the names of the worksheets in their order, `hidden` those of the hidden ones, `names` the names that
    are defined for the whole workbook.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.root = root = package.root(package.main or "")
        self.names = {node.get("name", ""): node.text or "" for node in named(root, "definedName")
                      if node.get("localSheetId") is None}
        self.epoch_1904 = any(node.get("date1904") in ("1", "true") for node in named(root, "workbookPr"))
        sheets = package.worksheets()
        self._parts = {node.get("name", ""): part for node, part in sheets}
        self.hidden = {node.get("name", "") for node, _part in sheets if node.get("state", "visible") != "visible"}
        self._small: dict[str, Sheet] = {}
        self._room = MOST_CELLS

    @property
    def sheets(self) -> list[str]:
        """The names of the worksheets in their order."""
        return list(self._parts)

    @cached_property
    def title(self) -> str:
        """The title among the file's properties; empty if there is none."""
        try:
            return next((node.text or "" for node in named(self.package.root("docProps/core.xml"), "title")), "")
        except (KeyError, ElementTree.ParseError):
            return ""

    # -- values ------------------------------------------------------------------------------------------------------

    def sheet(self, name: str, most_rows: int | None = None) -> Sheet:
        """Return a sheet, or its first rows; raise what the package raises where it is damaged."""
        part = self._parts[name]
        small = self.package.size(part) < _SMALL
        found = self._small.get(name)
        if found is None:
            reader = SheetReader(lambda index: self._texts[index], self._room, None if small else most_rows)
            with self.package.open(part) as source:
                reader.read(source)
            found = Sheet(name, part, reader.rows, reader.styles, reader.merges)
            if small:
                # To be asked for again: first for what it is, then for what it says.
                self._small[name] = found
            if small or most_rows is None:
                self._room = reader.room
        if most_rows is None:
            return found
        return Sheet(name, part, {row: values for row, values in found.rows.items() if row <= most_rows},
                     found.styles, found.merges)

    def shown(self, sheet: Sheet, row: int, column: int) -> str:
        """Return a value as its cell shows it; a result that nobody has computed shows nothing."""
        value = sheet.rows.get(row, {}).get(column, "")
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return ("FALSE", "TRUE")[value]
        if isinstance(value, Unknown):
            return ""
        return shown(float(value), self.code(sheet, row, column), self.epoch_1904)

    def code(self, sheet: Sheet, row: int, column: int) -> str:
        """Return the number format of a cell that holds a number."""
        return self.package.styles.code(sheet.styles.get((row, column), 0))

    def grid(self, name: str) -> Grid:
        """Return what a sheet shows: texts whose only line break is `\\n`, and merged ranges."""
        sheet = self.sheet(name)
        grid = Grid(name, {}, {(area.top, area.left): area for area in sheet.merges}, name in self.hidden)
        for row, values in sheet.rows.items():
            for column, value in values.items():
                if value is UNKNOWN:
                    grid.unknown += 1
                elif value.__class__ is str:
                    grid.enter(row, column, _readable(value))  # type: ignore[arg-type]
                else:
                    grid.enter(row, column, self.shown(sheet, row, column))
        for kind, part in self.links(name):
            grid.drawings |= kind == "drawing"
            if kind == "comments" and part in self.package:
                grid.comments += sum(1 for _ in named(self.package.root(part), "comment"))
        return grid

    def book(self, without: Container[str] = ()) -> Book:
        """Return what all sheets show, some left out by name; raise what the package raises where it is damaged."""
        # Read even if no cell refers to them: a file in which they are damaged is refused.
        self._texts, self.package.styles
        return Book([self.grid(name) for name in self.sheets if name not in without], self.names, self.title)

    # -- what sheets link to -----------------------------------------------------------------------------------------

    def links(self, name: str) -> list[tuple[str, str]]:
        """Return what a sheet links to, as kinds and parts."""
        return list(self.package.links(self._parts[name]).values())

    def tables(self, name: str) -> list[str]:
        """Return the names of a sheet's tables."""
        return [root.get("displayName", "") for root in self._tables(name)]

    def is_sorted(self, sheet: Sheet) -> bool:
        """ProgressCallback whether Excel left a note that the sheet's table was sorted by a column."""
        return any(any(named(root, "sortState")) for root in self._tables(sheet.name))

    def _tables(self, name: str) -> list[ElementTree.Element]:
        return [self.package.root(part) for kind, part in self.links(name) if kind == "table" and part in self.package]

    # -- what cells refer to -----------------------------------------------------------------------------------------

    @cached_property
    def _texts(self) -> list[str]:
        """The texts that cells refer to by number."""
        part, texts = self.package.linked("sharedStrings"), list[str]()
        if not part:
            return texts
        with self.package.open(part) as source:
            events = ElementTree.iterparse(source, ("start", "end"))
            _, root = next(events)
            for event, node in events:
                if event == "end" and tag_of(node.tag) == "si":
                    texts.append(decoded(stored_text(node)))
                    root.clear()
                    if len(texts) > MOST_CELLS:
                        raise TooLarge
        return texts


def stored_text(node: ElementTree.Element) -> str:
    """Return a string item's text as it is stored: plain or in runs, without the reading aids of East Asian texts."""
    if len(node) == 1 and not len(node[0]):
        return node[0].text or ""
    return "".join(text.text or "" for text in text_nodes(node))


def text_nodes(node: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the elements that hold a string item's text: its own or its runs'."""
    found = []
    for child in node:
        tag = tag_of(child.tag)
        if tag == "t":
            found.append(child)
        elif tag == "r":
            found += [text for text in child if tag_of(text.tag) == "t"]
    return found


def _readable(text: str) -> str:
    """Return a text with `\\n` as its only line break, and no half of a character."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
