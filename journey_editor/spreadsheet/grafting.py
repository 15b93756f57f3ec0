"""Sheets of one workbook put into another: every other part of the file stays as it was, byte for byte.

The parts of the file are moved here rather than through openpyxl, which would drop what it does not know: macros,
slicers, text boxes, charts and pivot tables of others, and the results of formulas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from openpyxl.utils import quote_sheetname

from .grid import Place
from .package import BEFORE_NAMES, Package
from .restoring import LINK, restored
from .styles import Added
from .xml_part import XmlPart, named

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_STYLE = re.compile(rb'(<(?:c|row)\b[^>]*?\ss=")(\d+)(?=")')
_COLUMN_STYLE = re.compile(rb'(<col\b[^>]*?\sstyle=")(\d+)(?=")')
_DIFFERENTIAL = re.compile(rb'(\s(?:dxfId|headerRowDxfId|dataDxfId|totalsRowDxfId)=")(\d+)(?=")')
_FORMULA = re.compile(rb"<(?:c:)?(?:f|formula[12]?)>[^<]*<")
_TABLE_NUMBER = re.compile(rb'(<table\b[^>]*?\sid=")(\d+)(?=")')


def grafted(into: Package, added: bytes, replaced: set[str], names: Mapping[str, str],
            kept: Mapping[str, set[Place]], marks: tuple[str, ...]) -> bytes:
    """Return a workbook with the sheets of another in the place of some of its sheets, named in `replaced`.

    `names` are what added sheets are to be called there, where that is another name. `kept` are the cells of replaced
    sheets that stay where they are, on an added one of the same name. Defined names of the whole workbook that begin
    with one of the `marks` give way to those that are added.
    """
    graft = _Graft(into, Package.of(added), names)
    graft.add_styles()
    graft.exchange(replaced, kept, marks)
    return into.content()


class _Graft:
    def __init__(self, into: Package, added: Package, names: Mapping[str, str]) -> None:
        self.into = into
        self.added = added
        self._main = into.main or ""
        self._workbook = into.edit(self._main)
        self._names = {name: new for name, new in names.items() if name != new}
        self._new: list[Element] = []
        self._renamed: dict[str, str] = {}
        self._places: dict[str, str] = {}
        """The part of each added sheet by the name that it has now."""
        self._formats: Added | None = None

    def add_styles(self) -> None:
        """Add the formats of the other workbook to this one's."""
        if self.into.linked("styles"):
            self._formats = self.into.styles.add(self.added.styles)
            self.into.put_styles()
        else:
            self.into.put("xl/styles.xml", self.added.read(self.added.linked("styles")), _STYLES_TYPE)
            self.into.link(self._main, "styles", "xl/styles.xml")

    # -- sheets ------------------------------------------------------------------------------------------------------

    def exchange(self, replaced: set[str], kept: Mapping[str, set[Place]], marks: tuple[str, ...]) -> None:
        """Take sheets out, and put the others where the first of them was, or at the end, with the cells kept."""
        old = _sheets(self._workbook)
        parts = {node.get("name", ""): part for node, part in self.into.worksheets()}
        theirs = {name: (self.into.read(parts[name]), self.into.links_out(parts[name])) for name in kept}
        self._take_out([sheet for sheet in old if sheet.get("name") in replaced])
        new = [self._add_sheet(sheet, part) for sheet, part in self.added.worksheets()]
        for name, (content, links) in theirs.items():
            self._restore(self._places[name], content, links, kept[name])
        others = [sheet for sheet in old if sheet.get("name") not in replaced]
        first = next((at for at, sheet in enumerate(old) if sheet.get("name") in replaced), len(old))
        at = sum(sheet in others for sheet in old[:first])
        final = [*others[:at], *new, *others[at:]]
        self._workbook.group("sheets", ())[:] = final
        self._move_names(old, new, final, marks)
        self._move_views(old, new, final)
        # Formulas of others that look at replaced sheets have to be computed again.
        self.into.recalculate()

    def _take_out(self, sheets: list[Element]) -> None:
        """Take sheets out of the file, with all that nothing else links to."""
        before = self.into.reach([""])
        for sheet in sheets:
            self.into.unlink(self._main, sheet.get(LINK, ""))
        for part in before - self.into.reach([""]):
            self.into.drop(part)

    def _add_sheet(self, sheet: Element, part: str) -> Element:
        """Copy a sheet with all that hangs on it; return its element for the workbook."""
        parts = self.added.reach([part])
        for name in sorted(parts):
            self._renamed[name] = self.into.free_name(name)
            self.into.put(self._renamed[name], b"", self.added.content_type(name))
        for name in parts:
            self._copy(name)
        number = max(int(one.get("sheetId", "0")) for one in [*_sheets(self._workbook), *self._new]) + 1
        new = Element(self._workbook.name("sheet"), {
            "name": self._names.get(sheet.get("name", ""), sheet.get("name", "")), "sheetId": str(number),
            "state": sheet.get("state", "visible"),
            LINK: self.into.link(self._main, "worksheet", self._renamed[part])})
        self._new.append(new)
        self._places[new.get("name", "")] = self._renamed[part]
        return new

    def _restore(self, part: str, theirs: bytes, links: dict[str, Element], cells: set[Place]) -> None:
        """Put cells of the sheet that an added one took the place of where they were."""
        content, ids = restored(self.into.read(part), theirs, cells)
        self.into.put(part, content)
        for new, id_ in ids.items():
            self.into.link_out(part, links[id_], new)

    def _copy(self, name: str) -> None:
        target = self._renamed[name]
        self.into.put(target, self._fitted(name, self.added.read(name)))
        for id_, (kind, part) in self.added.links(name).items():
            self.into.link(target, kind, self._renamed[self.added.name_of(part)], id_)

    def _fitted(self, name: str, content: bytes) -> bytes:
        """Return an added part with the numbers of formats and tables, and the names of sheets, that hold here."""
        if self._formats is not None and name.endswith(".xml"):
            cells, differential = self._formats
            for pattern, numbers in ((_STYLE, cells), (_COLUMN_STYLE, cells), (_DIFFERENTIAL, differential)):
                content = pattern.sub(lambda found: found[1] + b"%d" % numbers[int(found[2])], content)  # noqa: B023
        if self._names:
            content = _FORMULA.sub(lambda found: self._pointed(found[0].decode(), escape).encode(), content)
        content = content.replace(b' tabSelected="1"', b"").replace(b' tabSelected="true"', b"")
        if "/tables/" not in name:
            return content
        number = max(map(int, self._table_numbers()), default=0) + 1
        return _TABLE_NUMBER.sub(lambda found: found[1] + b"%d" % number, content, count=1)

    def _table_numbers(self) -> Iterator[str]:
        for part in self.into.names():
            # One that is still to be copied has a name already, but nothing in it.
            if "/tables/" in part and part.endswith(".xml") and self.into.read(part):
                yield from (node.get("id", "0") for node in named(self.into.root(part), "table"))

    def _pointed(self, formula: str, written: Callable[[str], str] = str) -> str:
        """Return a formula that names the added sheets as they are called here."""
        for name, new in self._names.items():
            old, now = (written(f"{quote_sheetname(one)}!") for one in (name, new))
            formula = formula.replace(old, now)
        return formula

    # -- the workbook's part -----------------------------------------------------------------------------------------

    def _move_names(self, old: list[Element], new: list[Element], final: list[Element], marks: tuple[str, ...]) -> None:
        """Drop the names of what is gone, let the others follow their sheets, and add those of the added sheets."""
        names = self._workbook.group("definedNames", BEFORE_NAMES)
        for node in list(names):
            place = node.get("localSheetId")
            if place is not None and old[int(place)] in final:
                node.set("localSheetId", str(final.index(old[int(place)])))
            elif place is not None or node.get("name", "").startswith(marks):
                names.remove(node)
        for node in named(self.added.root(self.added.main or ""), "definedName"):
            copy = Element(self._workbook.name("definedName"), dict(node.attrib))
            copy.text = self._pointed(node.text or "")
            if (place := node.get("localSheetId")) is not None:
                copy.set("localSheetId", str(final.index(new[int(place)])))
            names.append(copy)

    def _move_views(self, old: list[Element], new: list[Element], final: list[Element]) -> None:
        """Let the sheet that is in front stay there, or else put the first added one there."""
        views = self._workbook.find("bookViews")
        for view in views if views is not None else ():
            for attribute in ("activeTab", "firstSheet"):
                place = int(view.get(attribute, "0"))
                sheet = old[place] if place < len(old) else None
                view.set(attribute, str(final.index(sheet if sheet in final else new[0])))  # type: ignore[arg-type]


def _sheets(workbook: XmlPart) -> list[Element]:
    """Return the elements of a workbook's sheets, charts on sheets of their own included, in order."""
    return list(workbook.group("sheets", ()))
