"""Cells of a sheet that is replaced, put where they stood on the sheet that takes its place."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from xml.etree.ElementTree import Element

from .grid import Place, area_of, column_letters
from .package import RELATIONS
from .sheet_parts import numbered_cells, numbered_rows, sheet_group
from .xml_part import XmlPart, named, tag_of

LINK = f"{{{RELATIONS}}}id"
"""The attribute with the id of a link."""
_XML = "{http://www.w3.org/XML/1998/namespace}"


def restored(ours: bytes, theirs: bytes, cells: set[Place]) -> tuple[bytes, dict[str, str]]:
    """Return a sheet of ours with cells of theirs: what they say, their formats, merged ranges, widths and links.

    Also return the ids of the links out of the file that these have now, with those that they had. Both sheets are of
    one workbook: they share its texts and formats.
    """
    here, there = XmlPart(ours), XmlPart(theirs)
    _put_cells(here, there, cells)
    _put_widths(here, there)
    merged = [node for node in named(there.root, "mergeCell") if _first(node) in cells]
    _add(here, "mergeCells", merged)
    links = [node for node in named(there.root, "hyperlink") if _first(node) in cells]
    here.declare("r", RELATIONS)
    ids = {}
    for number, node in enumerate(_add(here, "hyperlinks", links), 1):
        if (id_ := node.get(LINK)) is not None:
            node.set(LINK, f"kept{number}")
            ids[f"kept{number}"] = id_
    for node in [node for node in here.root if tag_of(node.tag) == "dimension"]:
        # It is for who wants to know before reading, may be left out, and is no longer true.
        here.root.remove(node)
    return here.content(), ids


def _put_cells(here: XmlPart, there: XmlPart, cells: set[Place]) -> None:
    data = sheet_group(here, "sheetData")
    rows = numbered_rows(data)
    for number, old in numbered_rows(sheet_group(there, "sheetData")).items():
        wanted = {column: cell for column, cell in numbered_cells(old).items() if (number, column) in cells}
        if wanted:
            row = rows.get(number)
            if row is None:
                row = rows[number] = Element(here.name("row"), {
                    name: value for name, value in old.attrib.items() if "}" not in name})
            _put_into_row(row, number, wanted)
    data[:] = [rows[number] for number in sorted(rows)]


def _put_into_row(row: Element, number: int, cells: dict[int, Element]) -> None:
    """Put copies of cells into a row, in the place of what is there."""
    row.set("r", str(number))
    row.attrib.pop("spans", None)
    found = numbered_cells(row)
    for column, cell in cells.items():
        found[column] = _plain(cell)
        found[column].set("r", f"{column_letters(column)}{number}")
    row[:] = [found[column] for column in sorted(found)]


def _put_widths(here: XmlPart, there: XmlPart) -> None:
    """Give the columns beyond those of ours the widths that they had."""
    last = max((int(node.get("max", "0")) for node in named(here.root, "col")), default=0)
    for node in _add(here, "cols", [node for node in named(there.root, "col") if int(node.get("max", "0")) > last]):
        node.set("min", str(max(int(node.get("min", "1")), last + 1)))


def _first(node: Element) -> Place | None:
    """Return the first cell of what an element is about."""
    area = area_of(node.get("ref", ""))
    return (area.top, area.left) if area else None


def _add(here: XmlPart, tag: str, nodes: Iterable[Element]) -> list[Element]:
    """Add copies of elements to a group of a sheet; return them."""
    copies = [_plain(node) for node in nodes]
    if copies:
        group = sheet_group(here, tag)
        group.extend(copies)
        if tag == "mergeCells":
            group.set("count", str(len(group)))
    return copies


def _plain(node: Element) -> Element:
    """Return a copy without what belongs to extensions of the format, whose namespaces our sheet does not know."""
    copy = deepcopy(node)
    main = node.tag.rpartition("}")[0]
    for one in copy.iter():
        for name in [name for name in one.attrib if "}" in name and name != LINK and not name.startswith(_XML)]:
            del one.attrib[name]
        for child in [child for child in one if child.tag.rpartition("}")[0] != main]:
            one.remove(child)
    return copy
