"""Our sheets put into a person's workbook: every other part of the file stays as it was, byte for byte.

The parts of the file are moved here rather than through openpyxl, which would drop what it does not know: macros,
slicers, text boxes, charts and pivot tables of others, and the results of formulas.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from posixpath import basename, dirname, join, normpath, splitext
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from openpyxl.utils import quote_sheetname

from ...spreadsheet.package import tag_of
from ...spreadsheet.xml_part import XmlPart
from .sheet_kind import MARK
from ..map_table import FORMAT_NAME, TABLE_NAME
from .additions import Place
from .restoring import restored
from ...spreadsheet.style_graft import StyleGraft, table_numbers

_TYPES, _ROOT_RELS = "[Content_Types].xml", "_rels/.rels"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STYLE = re.compile(rb'(<(?:c|row)\b[^>]*?\ss=")(\d+)(?=")')
_COLUMN_STYLE = re.compile(rb'(<col\b[^>]*?\sstyle=")(\d+)(?=")')
_DIFFERENTIAL = re.compile(rb'(\s(?:dxfId|headerRowDxfId|dataDxfId|totalsRowDxfId)=")(\d+)(?=")')
_FORMULA = re.compile(rb"<(?:c:)?(?:f|formula[12]?)>[^<]*<")
_TABLE_NUMBER = re.compile(rb'(<table\b[^>]*?\sid=")(\d+)(?=")')
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_BEFORE_CALCULATION = (*_BEFORE_NAMES, "definedNames")


class _File:
    """The parts of a workbook by name, with what links to what."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        self._names = {name.lower(): name for name in self.parts}
        self.types = XmlPart(self.parts[self.key(_TYPES)])
        main = next(target for kind, target in self.links("").values() if kind == "officeDocument")
        self.main = self.key(main)
        self.workbook = XmlPart(self.parts[self.main])
        self.rels = XmlPart(self.parts[self.key(rels_of(self.main))])

    def key(self, name: str) -> str:
        """Return how a part is written in the file; raise `KeyError` if there is none."""
        return self._names[name.lstrip("/").lower()]

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part (the file if empty) links to: id -> (kind, name); links out of the file are left out."""
        found = {}
        for node in self._relations(part):
            if node.get("TargetMode") != "External":
                target = node.get("Target", "").replace("\\", "/")
                target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
                found[node.get("Id", "")] = (node.get("Type", "").rpartition("/")[2], target)
        return found

    def links_out(self, part: str) -> dict[str, Element]:
        """Return the links that a part has out of the file, by id."""
        return {node.get("Id", ""): node for node in self._relations(part) if node.get("TargetMode") == "External"}

    def _relations(self, part: str) -> list[Element]:
        rels = self._names.get((rels_of(part) if part else _ROOT_RELS).lower())
        return [] if rels is None else list(XmlPart(self.parts[rels]).root)

    def reach(self, starts: Iterable[str]) -> set[str]:
        """Return all parts that can be come to from some, these included."""
        found: set[str] = set()
        todo = list(starts)
        while todo:
            part = todo.pop()
            if part and part.lower() not in self._names:
                continue
            part = self.key(part) if part else part
            if part not in found:
                found.add(part)
                todo += [target for _kind, target in self.links(part).values()]
        return found - {""}

    def sheets(self) -> list[Element]:
        """Return the sheets' elements in their order."""
        return list(child(self.workbook, "sheets"))

    def part_of(self, sheet: Element) -> str:
        """Return the part that holds a sheet."""
        return self.key(self.links(self.main)[sheet.get(_LINK, "")][1])

    def linked(self, kind: str) -> str | None:
        """Return the part of a kind that the workbook links to."""
        return next((self.key(target) for one, target in self.links(self.main).values() if one == kind), None)


def rels_of(part: str) -> str:
    """Return the name of the part that holds a part's links."""
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def child(part: XmlPart, tag: str) -> Element:
    """Return the element of a part's root that has a tag; it is empty, and not in the part, if there is none."""
    found = next((node for node in part.root if tag_of(node.tag) == tag), None)
    return Element(part.name(tag)) if found is None else found


def grafted(theirs: bytes, ours: bytes, replaced: set[str], names: Mapping[str, str],
            kept: Mapping[str, set[Place]]) -> bytes:
    """Return a person's workbook with our sheets in the place of some of its sheets, named in `replaced`.

    `names` are what sheets of ours are to be called there, where that is another name. `kept` are the cells of replaced
    sheets that stay where they are, on ours of the same name.
    """
    graft = _Graft(_File(theirs), _File(ours), names)
    graft.add_styles()
    graft.exchange(replaced, kept)
    return graft.content()


class _Graft:
    def __init__(self, into: _File, added: _File, names: Mapping[str, str]) -> None:
        self.into = into
        self.added = added
        self._names = {name: new for name, new in names.items() if name != new}
        self._new: list[Element] = []
        self._renamed: dict[str, str] = {}
        self._places: dict[str, str] = {}
        """The part of each of our sheets by the name that it has now."""
        self._styles: StyleGraft | None = None

    # -- formats -----------------------------------------------------------------------------------------------------

    def add_styles(self) -> None:
        """Add our formats to the workbook's."""
        here, there = self.into.linked("styles"), self.added.linked("styles")
        assert there is not None
        if here is None:
            here = "xl/styles.xml"
            self.into.parts[here] = self.added.parts[there]
            self._link("styles", here)
            self._declare(here, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
            return
        self._styles = StyleGraft(XmlPart(self.into.parts[here]), XmlPart(self.added.parts[there]))
        self.into.parts[here] = self._styles.part.content()

    # -- sheets ------------------------------------------------------------------------------------------------------

    def exchange(self, replaced: set[str], kept: Mapping[str, set[Place]]) -> None:
        """Take sheets out, and put ours where the first of them was, or at the end, with the cells that are kept."""
        old = self.into.sheets()
        parts = {name: self.into.part_of(sheet) for sheet in old if (name := sheet.get("name", "")) in kept}
        theirs = {name: (self.into.parts[part], self.into.links_out(part)) for name, part in parts.items()}
        gone = [sheet for sheet in old if sheet.get("name") in replaced]
        self._take_out(gone)
        new = [self._add_sheet(sheet) for sheet in self.added.sheets()]
        for name, (content, links) in theirs.items():
            self._restore(self._places[name], content, links, kept[name])
        others = [sheet for sheet in old if sheet not in gone]
        at = old.index(gone[0]) if gone else len(others)
        final = [*others[:at], *new, *others[at:]]
        child(self.into.workbook, "sheets")[:] = final
        self._move_names(old, new, final)
        self._move_views(old, new, final)
        calculation = self._element("calcPr", _BEFORE_CALCULATION)
        # Formulas of others that look at our sheets have to be computed again.
        calculation.set("fullCalcOnLoad", "1")

    def _take_out(self, sheets: Iterable[Element]) -> None:
        """Drop sheets with all that only they lead to."""
        before = self.into.reach([""])
        for sheet in sheets:
            self._unlink(sheet.get(_LINK, ""))
        self._save_rels()
        for part in before - self.into.reach([""]):
            self._drop(part)
        self._drop_chain()

    def _add_sheet(self, sheet: Element) -> Element:
        """Copy a sheet of ours with all that hangs on it; return its element for the workbook."""
        part = self.added.part_of(sheet)
        for name in sorted(self.added.reach([part])):
            self._renamed[name] = self._free(name)
            self.into.parts[self._renamed[name]] = b""
        for name in self.added.reach([part]):
            self._copy(name)
        number = max(int(one.get("sheetId", "0")) for one in [*self.into.sheets(), *self._new]) + 1
        new = Element(self.into.workbook.name("sheet"), {
            "name": self._names.get(sheet.get("name", ""), sheet.get("name", "")), "sheetId": str(number),
            "state": sheet.get("state", "visible"), _LINK: self._link("worksheet", self._renamed[part])})
        self._new.append(new)
        self._places[new.get("name", "")] = self._renamed[part]
        return new

    def _restore(self, part: str, theirs: bytes, links: dict[str, Element], cells: set[Place]) -> None:
        """Put cells of the sheet that one of ours took the place of where they were."""
        self.into.parts[part], ids = restored(self.into.parts[part], theirs, cells)
        if ids:
            rels = XmlPart(self.into.parts.get(rels_of(part), f'<Relationships xmlns="{_RELATIONS}"/>'.encode()))
            for new, id_ in ids.items():
                rels.root.append(Element(rels.name("Relationship"), dict(links[id_].attrib, Id=new)))
            self.into.parts[rels_of(part)] = rels.content()

    def _copy(self, name: str) -> None:
        content, target = self.added.parts[name], self._renamed[name]
        if self._styles is not None and name.endswith(".xml"):
            cells, differential = self._styles.cells, self._styles.differential
            for pattern, numbers in ((_STYLE, cells), (_COLUMN_STYLE, cells), (_DIFFERENTIAL, differential)):
                content = pattern.sub(lambda found: found[1] + b"%d" % numbers[int(found[2])], content)  # noqa: B023
        if self._names:
            content = _FORMULA.sub(lambda found: self._pointed(found[0].decode(), escape).encode(), content)
        content = content.replace(b' tabSelected="1"', b"").replace(b' tabSelected="true"', b"")
        if "/tables/" in name:
            tables = [part for key, part in self.into.parts.items() if "/tables/" in key and part
                      and key.endswith(".xml")]
            number = max(table_numbers(tables), default=0) + 1
            content = _TABLE_NUMBER.sub(lambda found: found[1] + b"%d" % number, content, count=1)
        self.into.parts[target] = content
        links = self.added.links(name)
        if links:
            lines = [f'<Relationship Id="{escape(id_)}" Type="{_OFFICE}{kind}" '
                     f'Target="/{escape(self._renamed[self.added.key(part)])}"/>'
                     for id_, (kind, part) in links.items()]
            root = f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'
            self.into.parts[rels_of(target)] = root.encode()
        self._declare(target, self._type_of(name))

    def _pointed(self, formula: str, written: Callable[[str], str] = str) -> str:
        """Return a formula that names our sheets as they are called here."""
        for name, new in self._names.items():
            old, now = (written(f"{quote_sheetname(one)}!") for one in (name, new))
            formula = formula.replace(old, now)
        return formula

    def _free(self, name: str) -> str:
        """Return a name like this that no part has."""
        stem, suffix = splitext(name)
        stem, number = stem.rstrip("0123456789"), 1
        taken = {part.lower() for part in self.into.parts}
        while f"{stem}{number}{suffix}".lower() in taken:
            number += 1
        return f"{stem}{number}{suffix}"

    # -- links and types ---------------------------------------------------------------------------------------------

    def _link(self, kind: str, part: str) -> str:
        root = self.into.rels.root
        taken = {node.get("Id") for node in root}
        id_ = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        root.append(Element(self.into.rels.name("Relationship"),
                            {"Id": id_, "Type": _OFFICE + kind, "Target": f"/{part}"}))
        return id_

    def _unlink(self, id_: str) -> None:
        for node in [node for node in self.into.rels.root if node.get("Id") == id_]:
            self.into.rels.root.remove(node)

    def _save_rels(self) -> None:
        self.into.parts[self.into.key(rels_of(self.into.main))] = self.into.rels.content()

    def _type_of(self, name: str) -> str:
        root = self.added.types.root
        own = next((node for node in root if node.get("PartName", "").lower() == f"/{name}".lower()), None)
        if own is None:
            suffix = splitext(name)[1][1:].lower()
            own = next(node for node in root if node.get("Extension", "").lower() == suffix)
        return own.get("ContentType", "")

    def _declare(self, name: str, kind: str) -> None:
        root = self.into.types.root
        for node in [node for node in root if node.get("PartName", "").lower() == f"/{name}".lower()]:
            root.remove(node)
        root.append(Element(self.into.types.name("Override"), {"PartName": f"/{name}", "ContentType": kind}))

    def _drop(self, part: str) -> None:
        for name in (part, rels_of(part)):
            for key in [key for key in self.into.parts if key.lower() == name.lower()]:
                del self.into.parts[key]
        for node in [node for node in self.into.types.root if node.get("PartName", "").lower() == f"/{part}".lower()]:
            self.into.types.root.remove(node)

    def _drop_chain(self) -> None:
        """Leave out the order in which formulas were computed, which names cells that are gone."""
        for id_, (kind, part) in self.into.links(self.into.main).items():
            if kind == "calcChain":
                self._unlink(id_)
                self._drop(part)

    # -- the workbook's own part -------------------------------------------------------------------------------------

    def _element(self, tag: str, after: tuple[str, ...]) -> Element:
        """Return an element of the workbook's part, made in its place if it is not there."""
        root = self.into.workbook.root
        found = next((node for node in root if tag_of(node.tag) == tag), None)
        if found is None:
            found = Element(self.into.workbook.name(tag))
            root.insert(1 + max(at for at, node in enumerate(root) if tag_of(node.tag) in after), found)
        return found

    def _move_names(self, old: list[Element], new: list[Element], final: list[Element]) -> None:
        """Drop the names of what is gone, let the others follow their sheets, and add ours."""
        names = self._element("definedNames", _BEFORE_NAMES)
        for node in list(names):
            place = node.get("localSheetId")
            if place is not None and old[int(place)] in final:
                node.set("localSheetId", str(final.index(old[int(place)])))
            elif place is not None or node.get("name", "").startswith((FORMAT_NAME, TABLE_NAME, MARK)):
                names.remove(node)
        for node in child(self.added.workbook, "definedNames"):
            copy = Element(self.into.workbook.name("definedName"), dict(node.attrib))
            copy.text = self._pointed(node.text or "")
            if (place := node.get("localSheetId")) is not None:
                copy.set("localSheetId", str(final.index(new[int(place)])))
            names.append(copy)

    def _move_views(self, old: list[Element], new: list[Element], final: list[Element]) -> None:
        """Let the sheet that is in front stay there, or else put our first one there."""
        for view in child(self.into.workbook, "bookViews"):
            for attribute in ("activeTab", "firstSheet"):
                place = int(view.get(attribute, "0"))
                sheet = old[place] if place < len(old) else None
                view.set(attribute, str(final.index(sheet if sheet in final else new[0])))  # type: ignore[arg-type]

    def content(self) -> bytes:
        """Return the whole file's bytes."""
        self._save_rels()
        parts = self.into.parts
        parts[self.into.main] = self.into.workbook.content()
        parts[self.into.key(_TYPES)] = self.into.types.content()
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parts, key=lambda name: name != self.into.key(_TYPES)):
                archive.writestr(name, parts[name])
        return result.getvalue()
