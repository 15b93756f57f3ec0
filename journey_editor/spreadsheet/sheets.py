"""The sheets of an .xlsx file as grids of texts.

The parts of the file are read here rather than through openpyxl, which fills every merged range cell by cell (a range
over whole columns keeps it busy for minutes), or else knows no merged ranges at all, refuses workbooks for styles that
it does not expect, takes Chinese dates for numbers, and has no "Strict" workbooks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree

from .cells import stored_text
from .package import Package, TooLarge, named, tag_of, with_package
from journey_editor.files.progress import NO_PROGRESS, Progress
from .grid import REFERENCE, Grid, area_of, column_number
from .number_formats import BUILT_IN, shown

MOST_CELLS = 4_000_000
"""How many cells, empty ones included, a workbook may have; a sheet of this size is read in about ten seconds."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Book:
    """A workbook's sheets in their order, the names defined in it, and its title among the file's properties."""

    grids: list[Grid]
    names: dict[str, str] = field(default_factory=dict)
    title: str = ""


@dataclass(slots=True)
class _Look:
    """What cells refer to: number formats by style, shared strings, the calendar; and how many cells may still come."""

    codes: list[str]
    strings: list[str]
    epoch_1904: bool
    room: int = MOST_CELLS


def read_book(path: str | os.PathLike[str], without: Container[str] = (), progress: Progress = NO_PROGRESS) -> Book:
    """Return what is in a workbook, some sheets left out by name; raise `JourneyError` if it cannot be read."""
    return with_package(path, lambda package: _book(package, without), progress)


def _book(package: Package, without: Container[str]) -> Book:
    main = package.main or ""
    links = package.links(main)
    root = package.root(main)
    parts = {kind: part for kind, part in links.values()}
    look = _Look(_codes(package, parts.get("styles", "")), _strings(package, parts.get("sharedStrings", "")),
                 any(node.get("date1904") in ("1", "true") for node in named(root, "workbookPr")))
    names = {node.get("name", ""): node.text or "" for node in named(root, "definedName")
             if node.get("localSheetId") is None}
    book = Book([], names, _title(package))
    for node in named(root, "sheet"):
        link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
        kind, part = links.get(link, ("", ""))
        if kind == "worksheet" and node.get("name", "") not in without:
            book.grids.append(_grid(package, part, node, look))
    return book


def _grid(package: Package, part: str, node: ElementTree.Element, look: _Look) -> Grid:
    grid = Grid(node.get("name", ""), {}, hidden=node.get("state", "visible") != "visible")
    _fill(grid, package, part, look)
    for kind, target in package.links(part).values():
        grid.drawings |= kind == "drawing"
        if kind == "comments" and target in package:
            grid.comments += sum(1 for _ in named(package.root(target), "comment"))
    return grid


def _title(package: Package) -> str:
    try:
        return next((node.text or "" for node in named(package.root("docProps/core.xml"), "title")), "")
    except (KeyError, ElementTree.ParseError):
        return ""


def _codes(package: Package, part: str) -> list[str]:
    """Return the number format of each cell style."""
    if part not in package:
        return []
    root = package.root(part)
    own = {int(node.get("numFmtId", "0")): node.get("formatCode", "") for node in named(root, "numFmt")}
    numbers = [int(style.get("numFmtId", "0")) for group in named(root, "cellXfs") for style in group]
    return [own.get(number, BUILT_IN.get(number, "General")) for number in numbers]


def _strings(package: Package, part: str) -> list[str]:
    if part not in package:
        return []
    texts: list[str] = []
    with package.open(part) as source:
        events = ElementTree.iterparse(source, ("start", "end"))
        _, root = next(events)
        for event, node in events:
            if event == "end" and tag_of(node.tag) == "si":
                texts.append(_clean(stored_text(node)))
                root.clear()
                if len(texts) > MOST_CELLS:
                    raise TooLarge
    return texts


def _clean(text: str) -> str:
    """Return a text with its escapes resolved and `\\n` as its only line break."""
    if "_x" in text:
        text = _SURROGATE.sub("\ufffd", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _fill(grid: Grid, package: Package, part: str, look: _Look) -> None:
    """Enter a sheet's texts and merged ranges into its grid."""
    row = column = 0
    unplaced: list[tuple[int, str]] = []
    with package.open(part) as source:
        for _, node in ElementTree.iterparse(source):
            tag = tag_of(node.tag)
            if tag == "c":
                place = REFERENCE.fullmatch(node.get("r") or "")
                column = column_number(place[1]) if place else column + 1
                text = _shown_in(node, look, grid)
                if text and place:
                    grid.enter(int(place[2]), column, text)
                elif text:
                    unplaced.append((column, text))
                node.clear()
                _take_room(look)
            elif tag == "row":
                row = int(node.get("r") or row + 1)
                for column, text in unplaced:
                    grid.enter(row, column, text)
                column = 0
                unplaced.clear()
                node.clear()
                _take_room(look)
            elif tag == "mergeCell" and (area := area_of(node.get("ref", ""))):
                grid.merges[area.top, area.left] = area
                _take_room(look)


def _take_room(look: _Look) -> None:
    look.room -= 1
    if look.room < 0:
        raise TooLarge


def _shown_in(node: ElementTree.Element, look: _Look, grid: Grid) -> str:
    """Return what a cell shows; a formula whose result is not in the file shows nothing, and is counted."""
    kind = node.get("t", "n")
    value = None
    formula = False
    for child in node:
        tag = tag_of(child.tag)
        if tag == "v":
            value = child.text
        elif tag == "f":
            formula = True
        elif tag == "is":
            return _clean(stored_text(child))
    if value is None:
        grid.unknown += formula
        return ""
    if kind == "s":
        return look.strings[int(value)]
    if kind == "b":
        return ("FALSE", "TRUE")[value.strip() == "1"]
    if kind in ("str", "e"):
        return _clean(value)
    if kind == "d":
        return _iso_date(value)
    style = int(node.get("s") or 0)
    code = look.codes[style] if style < len(look.codes) else "General"
    try:
        return shown(float(value), code, look.epoch_1904)
    except (ValueError, OverflowError):
        return _clean(value)


def _iso_date(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value.rstrip("Z"))
    except ValueError:
        return value
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return str(moment.date()) if midnight else f"{moment:%Y-%m-%d %H:%M}"
