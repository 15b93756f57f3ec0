"""The formats of a template's cells: what is needed to know how much room a text takes, and formats that wrap."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ..fonts import font_for
from ...spreadsheet.xml_part import XmlPart, tag_of
from ...spreadsheet.text_fit import Face

_USUAL_SIZE = 11.0
_DATE_FORMATS = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}


@dataclass(frozen=True, slots=True)
class Format:
    """What is to be known of one cell format."""

    face: Face
    wrapped: bool
    indent: int
    is_date: bool


class TemplateStyles:
    """The part of a workbook that holds its formats."""

    def __init__(self, part: XmlPart | None, language: str) -> None:
        self.part = part
        self._language = language
        self._fonts: list[Element] = []
        self._xfs: Element | None = None
        self._wrapped: dict[int, int] = {}
        self._formats: dict[int, Format] = {}
        self._codes: dict[int, str] = {}
        if part is not None:
            groups = {tag_of(group.tag): group for group in part.root}
            self._fonts = list(groups.get("fonts", ()))
            self._xfs = groups.get("cellXfs")
            self._codes = {int(node.get("numFmtId", "0")): node.get("formatCode", "")
                           for node in groups.get("numFmts", ())}

    def format(self, style: int) -> Format:
        """Return what is known of a cell format, by its number."""
        if style not in self._formats:
            self._formats[style] = self._read(style)
        return self._formats[style]

    def _read(self, style: int) -> Format:
        xf = self._xfs[style] if self._xfs is not None and style < len(self._xfs) else None
        number = int(xf.get("fontId", "0")) if xf is not None else 0
        values = {tag_of(node.tag): node for node in (self._fonts[number] if number < len(self._fonts) else ())}
        size = float(values["sz"].get("val", _USUAL_SIZE)) if "sz" in values else _USUAL_SIZE
        bold = "b" in values and values["b"].get("val", "1") not in ("0", "false")
        name = values["name"].get("val", "") if "name" in values else ""
        # Chinese in a font without it is shown in another, with that one's higher lines.
        face = Face(name, size, font_for(name, self._language)[1], bold)
        alignment = next((node for node in xf if tag_of(node.tag) == "alignment"), None) if xf is not None else None
        told = alignment.attrib if alignment is not None else {}
        code = int(xf.get("numFmtId", "0")) if xf is not None else 0
        return Format(face, told.get("wrapText") in ("1", "true"), int(told.get("indent", "0")), self._is_date(code))

    def _is_date(self, code: int) -> bool:
        text = self._codes.get(code, "").split(";")[0].casefold()
        return code in _DATE_FORMATS or "yy" in text or "m" in text and "d" in text

    def wrapping(self, style: int) -> int:
        """Return the number of the same format with its lines wrapped."""
        if self._xfs is None or style >= len(self._xfs) or self.format(style).wrapped:
            return style
        if style not in self._wrapped:
            xf = deepcopy(self._xfs[style])
            alignment = next((node for node in xf if tag_of(node.tag) == "alignment"), None)
            if alignment is None:
                assert self.part is not None
                alignment = SubElement(xf, self.part.name("alignment"), {"vertical": "top"})
                xf.remove(alignment)
                xf.insert(0, alignment)
            alignment.set("wrapText", "1")
            xf.set("applyAlignment", "1")
            self._xfs.append(xf)
            self._xfs.set("count", str(len(self._xfs)))
            self._wrapped[style] = len(self._xfs) - 1
        return self._wrapped[style]
