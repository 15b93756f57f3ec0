"""What is bound to a sheet's cells in other parts of the file, and follows them: pictures, comments and tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from ...spreadsheet.grid import area_of
from ...spreadsheet.xml_part import XmlPart, named, tag_of
from .references import Axis, Growth
from .template_sheet import TemplateSheet


def _drawing(content: bytes, sheet: TemplateSheet) -> bytes:
    part = XmlPart(content)
    for anchor in part.root:
        _move_anchor(anchor, sheet.plan.growth)
    return part.content()


def _move_anchor(anchor: Element, growth: Growth) -> None:
    """Let a picture, a chart or a text box follow the cell that it begins in; its size changes only if it is to."""
    ends = {tag_of(node.tag): {tag_of(child.tag): child for child in node} for node in anchor}
    for tag, axis in (("col", growth.columns), ("row", growth.rows)):
        start, end = ends.get("from", {}).get(tag), ends.get("to", {}).get(tag)
        if start is None:
            continue
        old = int(start.text or 0)
        new = axis.span(old + 1)[0] - 1
        start.text = str(new)
        if end is not None:
            last = int(end.text or 0)
            stretched = anchor.get("editAs", "twoCell") == "twoCell" and axis.unit(last + 1) is None
            end.text = str(axis.span(last + 1)[0] - 1 if stretched else last + new - old)


def _comments(content: bytes, sheet: TemplateSheet) -> bytes:
    part = XmlPart(content)
    for node in (*named(part.root, "comment"), *named(part.root, "threadedComment")):
        node.set("ref", sheet.plan.growth.areas(node.get("ref", "")).split(":")[0])
    return part.content()


def _comment_boxes(content: bytes, sheet: TemplateSheet) -> bytes:
    """Return a drawing of comments with their boxes bound to the cells' new places."""
    growth = sheet.plan.growth
    for tag, axis in ((b"Row", growth.rows), (b"Column", growth.columns)):
        pieces = re.split(rb"(?<=<x:%s>)(\d+)(?=</x:%s>)" % (tag, tag), content)
        pieces[1::2] = [b"%d" % (axis.span(int(number) + 1)[0] - 1) for number in pieces[1::2]]
        content = b"".join(pieces)
    return content


def _table(content: bytes, sheet: TemplateSheet) -> bytes:
    """Return an Excel table that has grown with its cells, its columns called what now stands in its header."""
    part, growth = XmlPart(content), sheet.plan.growth
    area = area_of(part.root.get("ref", ""))
    for node in (part.root, *named(part.root, "autoFilter")):
        node.set("ref", growth.areas(node.get("ref", "")))
    columns = next(named(part.root, "tableColumns"), None)
    if area is None or columns is None:
        return part.content()
    old = dict(zip(range(area.left, area.right + 1), columns))
    places = sorted((new, column) for column in old for new, _ in growth.columns.lines(column))
    headed = part.root.get("headerRowCount") != "0"
    heads = sheet.distinct_heads(growth.rows.span(area.top)[0], [new for new, _ in places]) if headed else None
    columns[:] = _table_columns(places, old, growth.columns, heads)
    columns.set("count", str(len(places)))
    return part.content()


def _table_columns(places: list[tuple[int, int]], old: dict[int, Element], axis: Axis,
                   heads: list[str] | None) -> list[Element]:
    """Return the columns of a table for its new places, each given with the old column that it is made of."""
    columns = []
    for number, (new, column) in enumerate(places):
        first = new == axis.span(column)[0]
        node = old[column] if first else Element(old[column].tag, {"name": old[column].get("name", "")})
        if heads is not None:
            node.set("name", heads[number])
        elif not first:
            node.set("name", f"{node.get('name')}{number}")
        if len(places) > len(old):
            node.set("id", str(number + 1))
        columns.append(node)
    return columns


FOLLOWING: dict[str, Callable[[bytes, TemplateSheet], bytes]] = {
    "drawing": _drawing, "comments": _comments, "threadedComment": _comments, "vmlDrawing": _comment_boxes,
    "table": _table}
"""By the kind of a part that a filled sheet links to: what returns the part as it must be now."""
