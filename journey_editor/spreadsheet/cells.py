"""The cells of a sheet as they are stored, to the last character and digit, where `workbook` has what they show."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree import ElementTree

from .escapes import decoded
from .number_formats import BUILT_IN, shown
from .package import Package, TooLarge, named, tag_of
from .rows import UNKNOWN, RowReader, Unknown, Value

__all__ = ["UNKNOWN", "RawBook", "RawSheet", "Value"]

_MOST_CELLS = 4_000_000
_SMALL = 100_000
"""Up to how many bytes a sheet has that is read as a whole even for its first rows."""


@dataclass(slots=True)
class RawSheet:
    """A sheet's name, and its values by row and column, both counted from 1; what is empty is not there."""

    name: str
    part: str
    rows: dict[int, dict[int, Value | Unknown]] = field(default_factory=dict)
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    """The style of each cell with a number, which may make it a date."""


class RawBook:
    """The sheets of a workbook that is open, read one by one as they are asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = package.main or ""
        self._links = package.links(main)
        root = package.root(main)
        self.names = {node.get("name", ""): node.text or "" for node in named(root, "definedName")
                      if node.get("localSheetId") is None}
        self.epoch_1904 = any(node.get("date1904") in ("1", "true") for node in named(root, "workbookPr"))
        self._parts: dict[str, str] = {}
        for node in named(root, "sheet"):
            link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
            kind, part = self._links.get(link, ("", ""))
            if kind == "worksheet":
                self._parts[node.get("name", "")] = part
        self._small: dict[str, RawSheet] = {}
        self._texts: list[str] | None = None
        self._formats: list[str] | None = None

    @property
    def sheets(self) -> list[str]:
        """The names of the worksheets in their order."""
        return list(self._parts)

    def sheet(self, name: str, most_rows: int | None = None) -> RawSheet:
        """Return a sheet, or its first rows; raise what the package raises where it is damaged."""
        part = self._parts[name]
        small = self._package.size(part) < _SMALL
        found = self._small.get(name)
        if found is None:
            found = RawSheet(name, part)
            with self._package.open(part) as source:
                reader = RowReader(self._text, None if small else most_rows, _MOST_CELLS)
                reader.read(source)
            if reader.crowded:
                raise TooLarge
            found.rows, found.styles = reader.rows, reader.styles
            if small:
                # To be asked for again: first for what it is, then for what it says.
                self._small[name] = found
        if most_rows is None:
            return found
        return RawSheet(name, part, {row: values for row, values in found.rows.items() if row <= most_rows},
                        found.styles)

    def links(self, name: str) -> list[tuple[str, str]]:
        """Return what a sheet links to, as kinds and parts."""
        return list(self._package.links(self._parts[name]).values())

    def tables(self, name: str) -> list[str]:
        """Return the names of a sheet's tables."""
        return [self._package.root(part).get("displayName", "") for kind, part in self.links(name)
                if kind == "table" and part in self._package]

    def is_sorted(self, sheet: RawSheet) -> bool:
        """Tell whether Excel left a note that the sheet's table was sorted by a column."""
        for kind, part in self._package.links(sheet.part).values():
            if kind == "table" and part in self._package and any(named(self._package.root(part), "sortState")):
                return True
        return False

    def shown(self, sheet: RawSheet, row: int, column: int) -> str:
        """Return a value as its cell shows it."""
        value = sheet.rows.get(row, {}).get(column, "")
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return ("FALSE", "TRUE")[value]
        if isinstance(value, Unknown):
            return ""
        return shown(float(value), self.code(sheet, row, column), self.epoch_1904)

    def code(self, sheet: RawSheet, row: int, column: int) -> str:
        """Return the number format of a cell that holds a number."""
        style = sheet.styles.get((row, column), 0)
        formats = self._number_formats()
        return formats[style] if style < len(formats) else "General"

    def _number_formats(self) -> list[str]:
        if self._formats is None:
            self._formats = []
            part = next((part for kind, part in self._links.values() if kind == "styles"), "")
            if part in self._package:
                root = self._package.root(part)
                own = {int(node.get("numFmtId", "0")): node.get("formatCode", "") for node in named(root, "numFmt")}
                numbers = [int(style.get("numFmtId", "0")) for group in named(root, "cellXfs") for style in group]
                self._formats = [own.get(number, BUILT_IN.get(number, "General")) for number in numbers]
        return self._formats

    def _text(self, index: int) -> str:
        if self._texts is None:
            self._texts = []
            part = next((part for kind, part in self._links.values() if kind == "sharedStrings"), "")
            if part in self._package:
                with self._package.open(part) as source:
                    events = ElementTree.iterparse(source, ("start", "end"))
                    _, root = next(events)
                    for event, node in events:
                        if event == "end" and tag_of(node.tag) == "si":
                            self._texts.append(decoded(stored_text(node)))
                            root.clear()
                            if len(self._texts) > _MOST_CELLS:
                                raise TooLarge
        return self._texts[index]


def stored_text(node: ElementTree.Element) -> str:
    """Return a string item's text as it is stored: plain or in runs, without the reading aids of East Asian texts."""
    if len(node) == 1 and not len(node[0]):
        return node[0].text or ""
    parts = []
    for child in node:
        tag = tag_of(child.tag)
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            parts += [text.text or "" for text in child if tag_of(text.tag) == "t"]
    return "".join(parts)
