"""The rows and cells in a sheet's XML by their numbers, which they need not tell."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .grid import area_of
from .xml_part import tag_of


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
