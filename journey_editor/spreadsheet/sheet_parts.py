"""The parts of a sheet's XML: groups in their order, rows and cells by their numbers, which they need not tell."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .grid import area_of
from .xml_part import XmlPart, tag_of

_ORDER = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
          "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews",
          "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks")
"""The elements of a sheet up to those that are put into it, as they have to follow one another."""

RUNNING = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
"""The elements with headers and footers."""


def sheet_group(part: XmlPart, tag: str) -> Element:
    """Return the first element with a tag right below a sheet's root, made where it has to be if it is not there."""
    return part.group(tag, _ORDER[:_ORDER.index(tag)])


def numbered_rows(data: Iterable[Element]) -> dict[int, Element]:
    """Return the rows among a sheet's data by number, counted from 1."""
    found, number = {}, 0
    for row in data:
        number = int(row.get("r") or number + 1)
        found[number] = row
    return found


def numbered_cells(row: Element) -> dict[int, Element]:
    """Return the cells of a row by column, counted from 1."""
    found, column = {}, 0
    for cell in row:
        if tag_of(cell.tag) == "c":
            area = area_of(cell.get("r") or "")
            column = area.left if area else column + 1
            found[column] = cell
    return found
