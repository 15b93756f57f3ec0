"""What of a template's sheet lies about its cells and follows them: merged ranges, columns, formats, filters, links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from xml.etree.ElementTree import Element, SubElement

from ...spreadsheet.grid import Area, column_letters
from ...spreadsheet.sheet_parts import sheet_group
from ...spreadsheet.xml_part import XmlPart, named, tag_of
from .plan import SheetPlan
from .references import Axis, Growth, shifted

LAST_COLUMN = 16_384
_REFERRING = {"conditionalFormatting": "sqref", "dataValidation": "sqref", "ignoredError": "sqref",
              "protectedRange": "sqref", "autoFilter": "ref", "sortState": "ref", "sortCondition": "ref",
              "hyperlink": "ref"}
"""The elements of a sheet that are about ranges, by the attribute that names them."""


def new_merges(merges: list[Area], plan: SheetPlan) -> Iterator[Area]:
    """Yield what becomes of merged ranges: copies where they are repeated, else ranges that have grown."""
    rows, columns = plan.growth.rows, plan.growth.columns
    for area in merges:
        extent = plan.extent(area.left)
        repeated = extent is not None and area.overlaps(extent)
        across = _spans(columns, area.left, area.right, repeated)
        down = _spans(rows, area.top, area.bottom, plan.repeats_down(area.top, area.left))
        for (left, right), (top, bottom) in product(across, down):
            yield Area(top, left, bottom, right)


def _spans(axis: Axis, first: int, last: int, repeated: bool) -> list[tuple[int, int]]:
    """Return the first and last new place of each copy of some lines, or of them all if they are not repeated."""
    unit = axis.unit(first)
    if repeated and unit is not None and last <= unit.end:
        return [(start, end) for (start, _), (end, _) in zip(axis.lines(first), axis.lines(last))]
    return [(axis.span(first)[0], axis.span(last)[1])]


def put_merges(part: XmlPart, merges: list[Area]) -> None:
    """Give a sheet these merged ranges; those of a single cell are none."""
    merges = [area for area in merges if (area.top, area.left) != (area.bottom, area.right)]
    if not merges and part.find("mergeCells") is None:
        return
    node = sheet_group(part, "mergeCells")
    node[:] = [Element(part.name("mergeCell"), {"ref": str(area)}) for area in merges]
    node.set("count", str(len(merges)))


def move_ranges(part: XmlPart, name: str, growths: dict[str, Growth]) -> None:
    """Let a sheet's formats, drop-downs, filters, links and page breaks follow its cells; `name` is in small letters.
    """
    root, growth = part.root, growths[name]
    dimension = part.find("dimension")
    if dimension is not None:
        root.remove(dimension)
    for node in root.iter():
        tag = tag_of(node.tag)
        if tag in _REFERRING:
            node.set(_REFERRING[tag], growth.areas(node.get(_REFERRING[tag], "")))
        elif tag in ("formula", "formula1", "formula2"):
            node.text = shifted(node.text or "", name, growths, widen=False)
    for tag, axis in (("rowBreaks", growth.rows), ("colBreaks", growth.columns)):
        for node in (one for group in named(root, tag) for one in group):
            node.set("id", str(axis.span(int(node.get("id", "0")))[1]))


def move_columns(part: XmlPart, axis: Axis) -> None:
    """Let the columns' widths and formats follow."""
    cols = part.find("cols")
    if cols is None:
        return
    found = [(start, end, node.attrib) for node in cols for start, end in _new_columns(node, axis)]
    cols[:] = []
    for start, end, attributes in sorted(found, key=lambda one: one[0]):
        if start <= LAST_COLUMN:
            SubElement(cols, part.name("col"), {**attributes, "min": str(start), "max": str(min(end, LAST_COLUMN))})


def _new_columns(node: Element, axis: Axis) -> Iterator[tuple[int, int]]:
    """Yield the ranges that a range of columns becomes; between the units' columns, ranges stay ranges."""
    first, last = int(node.get("min", "1")), int(node.get("max", "1"))
    inside = {line for unit in axis.units for line in range(unit.start, unit.end + 1)}
    edges = {cut for line in inside for cut in (line, line + 1) if first < cut <= last}
    cuts = sorted({first, last + 1, *edges})
    for start, end in zip(cuts, cuts[1:]):
        if start in inside:
            yield from ((new, new) for new, _ in axis.lines(start))
        else:
            yield axis.span(start)[0], axis.span(end - 1)[1]


def unshare_formulas(rows: dict[int, dict[int, Element]]) -> None:
    """Give each cell that shares a formula the whole of it: the cells will not stay side by side."""
    from openpyxl.formula.translate import Translator  # here, since openpyxl takes long to import

    masters: dict[str, tuple[str, str]] = {}
    for here, node in _shared_formulas(rows):
        key = node.get("si", "")
        if node.text:
            masters[key] = (node.text, here)
        elif key in masters:
            text, origin = masters[key]
            node.text = Translator(f"={text}", origin).translate_formula(here)[1:]
        for attribute in ("t", "si", "ref"):
            node.attrib.pop(attribute, None)


def _shared_formulas(rows: dict[int, dict[int, Element]]) -> Iterator[tuple[str, Element]]:
    for row, cells in rows.items():
        for column, cell in cells.items():
            yield from ((f"{column_letters(column)}{row}", node) for node in cell
                        if tag_of(node.tag) == "f" and node.get("t") == "shared")
