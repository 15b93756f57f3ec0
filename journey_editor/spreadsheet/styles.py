"""The formats of a workbook's cells: what they look like, and others added to them."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .number_formats import BUILT_IN
from .xml_part import XmlPart, named, tag_of

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
          "colors", "extLst")
_FIRST_CUSTOM_FORMAT = 164
_PARTS_OF_A_FORMAT = (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"))
_SIDES = ("left", "right", "top", "bottom")
_FALSE = ("0", "false")

_THEME = {"lt1": "FFFFFF", "dk1": "000000", "lt2": "E7E6E6", "dk2": "44546A", "accent1": "4472C4", "accent2": "ED7D31",
          "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
          "folHlink": "954F72"}
"""The colours of a theme in the order of their numbers, as Office has them."""

ACCENT = list(_THEME).index("accent1")
"""The number of a theme's first accent."""


@dataclass(frozen=True, slots=True)
class CellFormat:
    """What a format makes of a cell. Colours are as the file tells them: see `colour_of`; None where it tells none."""

    font: str
    size: float | None
    bold: bool
    italic: bool
    ink: Element | None
    solid: bool
    """Whether the cell has a ground of one colour."""
    ground: Element | None
    lines: Mapping[str, Element | None]
    """The colours of the lines around the cell by their sides, as far as there are lines."""
    wrapped: bool
    code: str
    """The number format."""


class Added(NamedTuple):
    """Which numbers the formats of another workbook have in this one: those of cells, and differential ones."""

    cells: list[int]
    differential: list[int]


class Styles:
    """The formats of one workbook, by their numbers; `part` is their XML, None if the workbook has none."""

    def __init__(self, part: XmlPart | None) -> None:
        """Take in the formats; raise `ValueError` if they are damaged."""
        self.part = part
        self._groups = {tag_of(group.tag): group for group in (part.root if part is not None else ())}
        self._formats: dict[int, CellFormat] = {}
        self._wrapping: dict[int, int] = {}
        self._codes: list[str] = []
        self._settle()

    def code(self, style: int) -> str:
        """Return the number format of a format."""
        return self._codes[style] if style < len(self._codes) else "General"

    def format(self, style: int) -> CellFormat:
        """Return what a format makes of a cell."""
        if style not in self._formats:
            self._formats[style] = self._read(style)
        return self._formats[style]

    def _read(self, style: int) -> CellFormat:
        formats = self._group("cellXfs")
        attributes: Mapping[str, str] = formats[style].attrib if style < len(formats) else {}
        font, fill, border = (
            _children(group[number]) if (number := int(attributes.get(attribute, "0"))) < len(group) else {}
            for attribute, group in ((attribute, self._group(name)) for attribute, name in _PARTS_OF_A_FORMAT))
        pattern = fill.get("patternFill", Element(""))
        size = _value(font, "sz")
        return CellFormat(
            font=_value(font, "name") or "", size=float(size) if size else None, bold=_is_set(font, "b"),
            italic=_is_set(font, "i"), ink=font.get("color"), solid=pattern.get("patternType") == "solid",
            ground=_children(pattern).get("fgColor"),
            lines={side: _children(border[side]).get("color") for side in _SIDES
                   if side in border and border[side].get("style", "none") != "none"},
            wrapped=style < len(formats) and _wraps(formats[style]), code=self.code(style))

    def _group(self, name: str) -> Sequence[Element]:
        return self._groups.get(name, ())  # type: ignore[return-value]  # an element is as good as a sequence

    # -- adding ------------------------------------------------------------------------------------------------------

    def wrapping(self, style: int) -> int:
        """Return the number of the same format with its lines wrapped."""
        formats = self._group("cellXfs")
        if style >= len(formats) or self.format(style).wrapped:
            return style
        if style not in self._wrapping:
            assert self.part is not None
            new = deepcopy(formats[style])
            alignment = _children(new).get("alignment")
            if alignment is None:
                alignment = Element(self.part.name("alignment"), {"vertical": "top"})
                new.insert(0, alignment)
            alignment.set("wrapText", "1")
            new.set("applyAlignment", "1")
            (self._wrapping[style],) = self._add("cellXfs", [new])
            self._settle()
        return self._wrapping[style]

    def add(self, other: Styles) -> Added:
        """Add all formats of another workbook; what is there already is not added again."""
        codes = self._add_number_formats(other)
        parts = {name: self._add(name, other._group(name)) for _attribute, name in _PARTS_OF_A_FORMAT}

        def moved(node: Element) -> Element:
            """Return a format with the numbers that its parts have here."""
            node = deepcopy(node)
            for attribute, group in _PARTS_OF_A_FORMAT:
                if (number := node.get(attribute)) is not None and int(number) < len(parts[group]):
                    node.set(attribute, str(parts[group][int(number)]))
            if (number := node.get("numFmtId")) in codes:
                node.set("numFmtId", codes[number])
            return node

        base = self._add_named([moved(node) for node in other._group("cellStyleXfs")], other._group("cellStyles"))
        formats = [moved(node) for node in other._group("cellXfs")]
        for node in formats:
            if base and (number := node.get("xfId")) is not None:
                node.set("xfId", str(base[int(number)]))
        added = Added(self._add("cellXfs", formats), self._add("dxfs", other._group("dxfs")))
        self._settle()
        return added

    def _add(self, name: str, nodes: Sequence[Element]) -> list[int]:
        """Add elements to a group; return the place of each in it."""
        if not nodes:
            return []
        group = self._made(name)
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

    def _made(self, name: str) -> Element:
        """Return a group, made where it has to be if there is none."""
        if name not in self._groups:
            assert self.part is not None
            self._groups[name] = self.part.group(name, _ORDER[:_ORDER.index(name)])
            self._groups[name].set("count", "0")
        return self._groups[name]

    def _add_number_formats(self, other: Styles) -> dict[str | None, str]:
        """Return the number that each of the added number formats has."""
        found: dict[str | None, str] = {}
        for node in other._group("numFmts"):
            group = self._made("numFmts")
            known = {one.get("formatCode"): one.get("numFmtId", "") for one in group}
            code = node.get("formatCode", "")
            if code not in known:
                known[code] = str(max([_FIRST_CUSTOM_FORMAT - 1, *map(int, known.values())]) + 1)
                group.append(Element(group.tag[:-1], {"numFmtId": known[code], "formatCode": code}))
            found[node.get("numFmtId", "")] = known[code]
        return found

    def _add_named(self, formats: Sequence[Element], styles: Iterable[Element]) -> list[int]:
        """Add named styles; return the number of each one's format.

        One of the same name is made like the added one, or kept if it is Excel's.
        """
        here, names = self._made("cellStyleXfs"), self._made("cellStyles")
        known = {node.get("name"): node for node in names}
        places: dict[int, int] = {}
        for style in styles:
            number = int(style.get("xfId", "0"))
            there = known.get(style.get("name"))
            if there is not None:
                places[number] = int(there.get("xfId", "0"))
                if style.get("builtinId") is None and places[number] < len(here):
                    here[places[number]] = formats[number]
                continue
            places[number] = len(here)
            here.append(formats[number])
            copy = deepcopy(style)
            copy.set("xfId", str(places[number]))
            names.append(copy)
        return [places.get(number, 0) for number in range(len(formats))]

    def _settle(self) -> None:
        """Bring up to date what depends on how many formats there are."""
        for group in self._groups.values():
            if group.get("count") is not None:
                group.set("count", str(len(group)))
        codes = {int(node.get("numFmtId", "0")): node.get("formatCode", "") for node in self._group("numFmts")}
        numbers = (int(node.get("numFmtId", "0")) for node in self._group("cellXfs"))
        self._codes = [codes.get(number, BUILT_IN.get(number, "General")) for number in numbers]


def _key(node: Element) -> object:
    return (tag_of(node.tag), tuple(sorted(node.attrib.items())), tuple(map(_key, node)))


def _children(node: Element) -> dict[str, Element]:
    return {tag_of(child.tag): child for child in node}


def _value(nodes: Mapping[str, Element], tag: str) -> str | None:
    return nodes[tag].get("val") if tag in nodes else None


def _is_set(nodes: Mapping[str, Element], tag: str) -> bool:
    return tag in nodes and nodes[tag].get("val", "1") not in _FALSE


def _wraps(format_: Element) -> bool:
    alignment = _children(format_).get("alignment")
    return alignment is not None and alignment.get("wrapText", "0") not in _FALSE


# -- colours -----------------------------------------------------------------------------------------------------------


def theme_colours(theme: Element | None) -> list[str]:
    """Return a theme's colours as `RRGGBB` by number; Office's for what it lacks, or if there is none."""
    colours = dict(_THEME)
    for scheme in named(theme, "clrScheme") if theme is not None else ():
        for node in scheme:
            value = next((child.get("lastClr") or child.get("val") for child in node), None)
            if tag_of(node.tag) in colours and value and re.fullmatch("[0-9A-Fa-f]{6}", value):
                colours[tag_of(node.tag)] = value.upper()
    return list(colours.values())


def colour_of(node: Element | None, theme: Sequence[str], untold: str | None = None) -> str | None:
    """Return a colour as `RRGGBB` with its theme, number and tint resolved; None if it is automatic.

    `untold` is the colour where the file tells none.
    """
    from openpyxl.styles.colors import COLOR_INDEX  # here: without house styles it would only cost start-up time

    if node is None:
        return untold
    base = None
    if number := node.get("indexed"):
        base = COLOR_INDEX[int(number)][-6:] if int(number) < len(COLOR_INDEX) else None
    elif number := node.get("theme"):
        base = theme[int(number)] if int(number) < len(theme) else None
    elif node.get("auto", "0") in _FALSE:
        base = node.get("rgb", "000000")[-6:].upper()
    return tinted(base, float(node.get("tint", "0"))) if base else None


def tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter (tint up to 1) or darker (down to −1), as Excel does it."""
    hue, light, full = colorsys.rgb_to_hls(*(int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))
