"""The formats of one workbook added to those of another."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from .xml_part import XmlPart, named, tag_of

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
          "colors", "extLst")
_FIRST_OWN_FORMAT = 164
_PARTS_OF_A_FORMAT = (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"))


class StyleGraft:
    """Adds formats to a workbook's styles; `cells` and `differential` tell which numbers they have there."""

    def __init__(self, into: XmlPart, added: XmlPart) -> None:
        """Add all formats of `added`; what is there already is not added again."""
        self.part = into
        self._groups = {tag_of(node.tag): node for node in into.root}
        source = {tag_of(node.tag): node for node in added.root}
        self._formats = self._add_number_formats(source.get("numFmts"))
        self._maps = {name: self._add(name, list(source.get(name, ()))) for name in ("fonts", "fills", "borders")}
        self._base = self._add_named(list(source.get("cellStyleXfs", ())), list(source.get("cellStyles", ())))
        self.cells = self._add("cellXfs", [self._moved(node, self._base) for node in source.get("cellXfs", ())])
        self.differential = self._add("dxfs", list(source.get("dxfs", ())))
        for group in self._groups.values():
            if group.get("count") is not None:
                group.set("count", str(len(group)))

    def _group(self, name: str) -> Element:
        if name not in self._groups:
            group = Element(self.part.name(name), {"count": "0"})
            later = _ORDER[_ORDER.index(name) + 1:]
            place = next((at for at, node in enumerate(self.part.root) if tag_of(node.tag) in later),
                         len(self.part.root))
            self.part.root.insert(place, group)
            self._groups[name] = group
        return self._groups[name]

    def _add(self, name: str, nodes: Sequence[Element]) -> list[int]:
        """Add elements to a group; return the place of each in it."""
        if not nodes:
            return []
        group = self._group(name)
        places: dict[object, int] = {}
        for at, node in enumerate(group):
            places.setdefault(_key(node), at)
        found = []
        for node in nodes:
            key = _key(node)
            if key not in places:
                places[key] = len(group)
                group.append(deepcopy(node))
            found.append(places[key])
        return found

    def _add_number_formats(self, source: Element | None) -> dict[str, str]:
        """Return the number that each of the added number formats has."""
        found: dict[str, str] = {}
        for node in source if source is not None else ():
            group = self._group("numFmts")
            known = {one.get("formatCode"): one.get("numFmtId", "") for one in group}
            code = node.get("formatCode", "")
            if code not in known:
                number = max([_FIRST_OWN_FORMAT - 1, *(int(one) for one in known.values())]) + 1
                group.append(Element(self.part.name("numFmt"), {"numFmtId": str(number), "formatCode": code}))
                known[code] = str(number)
            found[node.get("numFmtId", "")] = known[code]
        return found

    def _moved(self, node: Element, base: Sequence[int] = ()) -> Element:
        """Return a format with the numbers that its parts have here."""
        node = deepcopy(node)
        for attribute, group in _PARTS_OF_A_FORMAT:
            if (number := node.get(attribute)) is not None and int(number) < len(self._maps[group]):
                node.set(attribute, str(self._maps[group][int(number)]))
        if (number := node.get("numFmtId")) in self._formats:
            node.set("numFmtId", self._formats[number])
        if base and (number := node.get("xfId")) is not None:
            node.set("xfId", str(base[int(number)]))
        return node

    def _add_named(self, formats: Sequence[Element], styles: Sequence[Element]) -> list[int]:
        """Add named styles; return the number of each one's format.

        One of the same name is made like ours, or kept if it is Excel's.
        """
        own, names = self._group("cellStyleXfs"), self._group("cellStyles")
        here = {node.get("name"): node for node in names}
        places: dict[int, int] = {}
        for style in styles:
            number = int(style.get("xfId", "0"))
            there = here.get(style.get("name"))
            if there is not None:
                places[number] = int(there.get("xfId", "0"))
                if style.get("builtinId") is None and places[number] < len(own):
                    own[places[number]] = self._moved(formats[number])
                continue
            places[number] = len(own)
            own.append(self._moved(formats[number]))
            copy = deepcopy(style)
            copy.set("xfId", str(places[number]))
            names.append(copy)
        return [places.get(number, 0) for number in range(len(formats))]


def _key(node: Element) -> object:
    return (tag_of(node.tag), tuple(sorted(node.attrib.items())), tuple(map(_key, node)))


def table_numbers(parts: Sequence[bytes]) -> list[int]:
    """Return the numbers of tables, which each workbook has only once."""
    found = []
    for content in parts:
        root = XmlPart(content).root
        found += [int(root.get("id", "0"))] if tag_of(root.tag) == "table" else [
            int(node.get("id", "0")) for node in named(root, "table")]
    return found
