"""One sheet of a template workbook: its placeholders found, its lines repeated, its cells filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from xml.etree.ElementTree import Element, SubElement

from ...model import Journey, Touchpoint
from ...spreadsheet.package import named, tag_of
from ...spreadsheet.xml_part import XmlPart
from ...spreadsheet.text_fit import TALLEST_ROW, height_of
from ...spreadsheet.grid import Area, area_of, column_letters
from ...spreadsheet.texts import escaped
from .placeholders import PLACEHOLDER, Value, Values, is_of_a_line, known_name, today
from .plan import Plan, make_plan
from .references import Axis, Growth, Spot, refers_to, shifted
from .styles import TemplateStyles

_LAST_COLUMN = 16_384
_USUAL_HEIGHT, _USUAL_WIDTH = 15.0, 9.14
_EPOCH = date(1899, 12, 30)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Book:
    """What the sheets of a template share while it is filled."""

    strings: Sequence[Element]
    styles: TemplateStyles
    values: Values
    growths: dict[str, Growth] = field(default_factory=dict)
    """What becomes of each sheet's lines, by its name in small letters."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Sheet and cell of texts that no row is high enough for."""

    @property
    def journey(self) -> Journey:
        """Return the journey that fills the template."""
        return self.values.journey


class TemplateSheet:
    """A sheet's cells, merged ranges and placeholders, and its XML to be filled."""

    def __init__(self, name: str, part: XmlPart, book: Book) -> None:
        self.name, self.part, self._book = name, part, book
        self._data = next(named(part.root, "sheetData"))
        self._rows: dict[int, Element] = {}
        self._cells: dict[int, dict[int, Element]] = {}
        self._read()
        self.merges = [area for node in named(part.root, "mergeCell") if (area := area_of(node.get("ref", "")))]
        self.names: dict[tuple[int, int], set[str]] = {}
        self.unknown: list[tuple[str, str]] = []
        self._find_names()
        self.plan = (make_plan(self.names, self.merges, book.journey) if self.names
                     else Plan(Growth(Axis(), Axis())))

    def _read(self) -> None:
        row = 0
        for node in self._data:
            row = int(node.get("r") or row + 1)
            self._rows[row] = node
            cells: dict[int, Element] = {}
            column = 0
            for cell in node:
                if tag_of(cell.tag) != "c":
                    continue
                area = area_of(cell.get("r", ""))
                column = area.left if area else column + 1
                cells[column] = cell
            self._cells[row] = cells

    def _find_names(self) -> None:
        for row, cells in self._cells.items():
            for column, cell in cells.items():
                item = self._item(cell)
                if item is None:
                    continue
                for found in PLACEHOLDER.finditer(_text(item)):
                    name = known_name(found[1], self._book.journey)
                    if name:
                        self.names.setdefault((row, column), set()).add(name)
                    else:
                        self.unknown.append((found[0], f"{column_letters(column)}{row}"))

    def _item(self, cell: Element) -> Element | None:
        """Return the text of a cell as an element of `t` or of runs; None if it has none."""
        kind = cell.get("t", "n")
        if kind == "s":
            value = next((node.text for node in cell if tag_of(node.tag) == "v"), None)
            return self._book.strings[int(value)] if value else None
        return next((node for node in cell if tag_of(node.tag) == "is"), None) if kind == "inlineStr" else None

    def used(self) -> Area:
        """Return the rectangle of all cells that the template's sheet has."""
        columns = [column for cells in self._cells.values() for column in cells]
        return Area(1, 1, max(self._cells, default=1), max(columns, default=1))

    # -- filling -------------------------------------------------------------------------------------------------------

    @property
    def has_formulas(self) -> bool:
        """Tell whether a cell of the sheet is reckoned."""
        return next(named(self._data, "f"), None) is not None

    def fill(self) -> None:
        """Fill the sheet; the plans of all sheets must have been made."""
        _unshare_formulas(self._cells)
        growth = self.plan.growth
        _fill_columns(self.part, growth.columns)
        widths = self._column_widths()
        merges = list(self._new_merges())
        spans = {(area.top, area.left): area for area in merges}
        self._data[:] = []
        lines = {new: (row, spot) for row in self._rows for new, spot in growth.rows.lines(row)}
        for new, (row, spot) in sorted(lines.items()):
            self._data.append(self._new_row(new, row, spot, widths, spans))
        self._put_merges(merges)
        self._move_areas()

    def _new_row(self, new: int, row: int, spot: Spot | None, widths: dict[int, float],
                 spans: dict[tuple[int, int], Area]) -> Element:
        growth = self.plan.growth
        node = Element(self._rows[row].tag, {key: value for key, value in self._rows[row].items() if key != "spans"})
        node.set("r", str(new))
        wanted = 0.0
        places = {to: (column, across) for column in self._cells[row] for to, across in growth.columns.lines(column)}
        for to, (column, across) in sorted(places.items()):
            first = (new == growth.rows.span(row)[0], to == growth.columns.span(column)[0])
            cell = self._new_cell((row, column), spot, across, first)
            cell.set("r", f"{column_letters(to)}{new}")
            node.append(cell)
            if (row, column) in self.names:
                span = spans.get((new, to), Area(new, to, new, to))
                if span.top == span.bottom:
                    width = sum(widths.get(at, widths[0]) for at in range(span.left, span.right + 1))
                    height = self._height(cell, width)
                    if height > TALLEST_ROW:
                        self._book.hidden.append((self.name, cell.get("r", "")))
                    wanted = max(wanted, min(height, TALLEST_ROW))
        if wanted > float(node.get("ht") or self._usual("defaultRowHeight", _USUAL_HEIGHT)):
            node.set("ht", f"{wanted:g}")
            node.set("customHeight", "1")
        return node

    def _new_cell(self, place: tuple[int, int], spot: Spot | None, across: Spot | None,
                  first: tuple[bool, bool]) -> Element:
        """Return the cell that an old one becomes in lines about these spots."""
        old = self._cells[place[0]][place[1]]
        of_a_line = any(map(is_of_a_line, self.names.get(place, ())))
        if not of_a_line and not self._is_kept(place, old, first):
            return Element(old.tag, {key: value for key, value in old.items() if key == "s"})
        if place in self.names:
            return self._filled(old, self._spot(spot, across), of_a_line)
        cell = deepcopy(old)
        for node in list(cell):
            if tag_of(node.tag) == "f":
                home = self.name.casefold()
                node.text = shifted(node.text or "", home, self._book.growths, spot, across)
                if node.get("ref"):
                    node.set("ref", self.plan.growth.reference(node.get("ref", ""), spot, across, False))
                _drop_results(cell)
        return cell

    def _is_kept(self, place: tuple[int, int], cell: Element, first: tuple[bool, bool]) -> bool:
        """Tell whether a cell without placeholders of its lines is written again in them."""
        row, column = place
        if not first[0] and not self.plan.repeats_down(row, column):
            return False
        extent = self.plan.extent(column)
        if first[1] or extent is None or extent.top <= row <= extent.bottom:
            return True
        formula = next((node.text for node in cell if tag_of(node.tag) == "f"), None)
        return bool(formula) and refers_to(formula or "", extent)

    def _spot(self, down: Spot | None, across: Spot | None) -> Spot:
        """Return what a cell is about that stands in lines about these."""
        if down is None:
            return across or Spot()
        if down.rank is None:
            return down
        if across is None or across.stage is None:
            return Spot(blank=True)
        touchpoints = self._book.journey.children(across.stage.id, Touchpoint)
        return Spot(across.stage, touchpoints[down.rank]) if down.rank < len(touchpoints) else Spot(blank=True)

    def _filled(self, old: Element, spot: Spot, of_a_line: bool) -> Element:
        """Return a cell with its placeholders replaced, or an empty one in a line about nothing."""
        cell = Element(old.tag, {key: value for key, value in old.items() if key in ("s", "ph", "cm", "vm")})
        item = self._item(old)
        if item is None or of_a_line and spot.blank:
            return cell
        whole = PLACEHOLDER.fullmatch(_text(item).strip())
        name = known_name(whole[1], self._book.journey) if whole else None
        if name:
            value = self._book.values.of(name, spot)
            if isinstance(value, date) and self._book.styles.format(int(cell.get("s", "0"))).is_date:
                value = (value - _EPOCH).days
            if isinstance(value, (int, float)):
                SubElement(cell, self.part.name("v")).text = repr(value)
                return cell
        new = _with_texts(item, lambda text: PLACEHOLDER.sub(lambda one: self._text_for(one, spot), text), self.part)
        text = _text(new)
        if text:
            cell.set("t", "inlineStr")
            cell.append(new)
            if "\n" in text:
                cell.set("s", str(self._book.styles.wrapping(int(cell.get("s", "0")))))
        return cell

    def _text_for(self, found: re.Match[str], spot: Spot) -> str:
        name = known_name(found[1], self._book.journey)
        if name is None:
            return found[0]
        return text_of_value(self._book.values.of(name, spot), name, self._book.journey.info.language)

    # -- sizes ---------------------------------------------------------------------------------------------------------

    def _usual(self, name: str, other: float) -> float:
        node = next(named(self.part.root, "sheetFormatPr"), None)
        return float(node.get(name) or other) if node is not None else other

    def _height(self, cell: Element, width: float) -> float:
        """Return the height in points that a filled cell takes; 0 if its lines do not wrap."""
        item = next((node for node in cell if tag_of(node.tag) == "is"), None)
        told = self._book.styles.format(int(cell.get("s", "0")))
        return height_of(_text(item), width, told.face) if item is not None and told.wrapped else 0.0

    def _column_widths(self) -> dict[int, float]:
        """Return the columns' widths in Excel's units; that of all others by 0."""
        widths = {0: self._usual("defaultColWidth", _USUAL_WIDTH)}
        for node in named(self.part.root, "col"):
            if node.get("width"):
                first, last = int(node.get("min", "1")), int(node.get("max", "1"))
                widths.update(dict.fromkeys(range(first, min(last, _LAST_COLUMN) + 1), float(node.get("width", "0"))))
        return widths

    # -- ranges --------------------------------------------------------------------------------------------------------

    def _new_merges(self) -> Iterator[Area]:
        growth = self.plan.growth
        for area in self.merges:
            columns, rows = growth.columns.unit(area.left), growth.rows.unit(area.top)
            across = [(growth.columns.span(area.left)[0], growth.columns.span(area.right)[1])]
            down = [(growth.rows.span(area.top)[0], growth.rows.span(area.bottom)[1])]
            extent = self.plan.extent(area.left)
            if columns and area.right <= columns.end and extent and area.overlaps(extent):
                across = _pairs(growth.columns, area.left, area.right)
            if rows and area.bottom <= rows.end and self.plan.repeats_down(area.top, area.left):
                down = _pairs(growth.rows, area.top, area.bottom)
            for (left, right), (top, bottom) in product(across, down):
                yield Area(top, left, bottom, right)
        for inner in self.plan.inner:
            yield from self._merged_labels(inner)

    def _merged_labels(self, inner: Area) -> Iterator[Area]:
        """Yield the cells beside rows of touchpoints that hold a text for all these rows."""
        growth = self.plan.growth
        top, bottom = growth.rows.span(inner.top)[0], growth.rows.span(inner.bottom)[1]
        for column, cell in self._cells[inner.top].items():
            free = not any(area.overlaps(Area(inner.top, column, inner.bottom, column)) for area in self.merges)
            if top < bottom and free and not growth.columns.unit(column) and len(cell):
                at = growth.columns.span(column)[0]
                yield Area(top, at, bottom, at)

    def _put_merges(self, merges: list[Area]) -> None:
        node = next(named(self.part.root, "mergeCells"), None)
        merges = [area for area in merges if (area.top, area.left) != (area.bottom, area.right)]
        if node is None and merges:
            node = Element(self.part.name("mergeCells"))
            self.part.root.insert(self._place_after("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
                                                    "scenarios", "autoFilter", "sortState", "dataConsolidate",
                                                    "customSheetViews"), node)
        if node is not None:
            node[:] = []
            for area in merges:
                SubElement(node, self.part.name("mergeCell"), {"ref": str(area)})
            node.set("count", str(len(merges)))

    def _place_after(self, *tags: str) -> int:
        return 1 + max(place for place, node in enumerate(self.part.root) if tag_of(node.tag) in tags)

    def _move_areas(self) -> None:
        """Let formats, drop-downs, filters, links and page breaks follow their cells."""
        root, growth = self.part.root, self.plan.growth
        for node in list(root):
            if tag_of(node.tag) == "dimension":
                root.remove(node)
        for tag in ("conditionalFormatting", "dataValidation", "ignoredError", "protectedRange"):
            for node in named(root, tag):
                node.set("sqref", moved_areas(node.get("sqref", ""), growth))
        for tag in ("formula", "formula1", "formula2"):
            for node in named(root, tag):
                node.text = shifted(node.text or "", self.name.casefold(), self._book.growths, widen=False)
        for tag in ("autoFilter", "sortState", "sortCondition", "hyperlink"):
            for node in named(root, tag):
                node.set("ref", moved_areas(node.get("ref", ""), growth))
        for tag, axis in (("rowBreaks", growth.rows), ("colBreaks", growth.columns)):
            for node in (one for group in named(root, tag) for one in group):
                node.set("id", str(axis.span(int(node.get("id", "0")))[1]))

    def distinct_heads(self, row: int, columns: Sequence[int]) -> list[str]:
        """Return the texts of a filled row in some columns, made different as an Excel table wants its heads."""
        cells = {cell.get("r"): cell for node in self._data if node.get("r") == str(row) for cell in node}
        taken: set[str] = set()
        heads = []
        for number, column in enumerate(columns, 1):
            cell = cells.get(f"{column_letters(column)}{row}")
            item = self._item(cell) if cell is not None else None
            head = text = _text(item) if item is not None else ""
            count = 1
            while not head or head.casefold() in taken:
                count += 1
                head = f"{text} ({count})" if text else f"({number})"
                number += 1
            taken.add(head.casefold())
            heads.append(head)
            if head != text and cell is not None:
                cell[:] = []
                cell.set("t", "inlineStr")
                SubElement(SubElement(cell, self.part.name("is")), self.part.name("t")).text = head
        return heads


def _fill_columns(part: XmlPart, axis: Axis) -> None:
    """Let the columns' widths and formats follow."""
    cols = next(named(part.root, "cols"), None)
    if cols is None:
        return
    inside = {line for unit in axis.units for line in range(unit.start, unit.end + 1)}
    found: list[tuple[int, int, dict[str, str]]] = []
    for node in cols:
        first, last = int(node.get("min", "1")), int(node.get("max", "1"))
        # Between the units' columns, ranges stay ranges.
        edges = {cut for line in inside for cut in (line, line + 1) if first < cut <= last}
        cuts = sorted({first, last + 1, *edges})
        for start, end in zip(cuts, cuts[1:]):
            if start in inside:
                found += [(new, new, node.attrib) for new, _ in axis.lines(start)]
            else:
                found.append((axis.span(start)[0], axis.span(end - 1)[1], node.attrib))
    cols[:] = []
    for start, end, attributes in sorted(found, key=lambda one: one[0]):
        if start <= _LAST_COLUMN:
            SubElement(cols, part.name("col"), {
                **attributes, "min": str(start), "max": str(min(end, _LAST_COLUMN))})


def _unshare_formulas(rows: dict[int, dict[int, Element]]) -> None:
    """Give each cell of a shared formula one of its own: the cells will not stay side by side."""
    from openpyxl.formula.translate import Translator

    masters: dict[str, tuple[str, str]] = {}
    for row, cells in rows.items():
        for column, cell in cells.items():
            for node in cell:
                if tag_of(node.tag) != "f" or node.get("t") != "shared":
                    continue
                here, key = f"{column_letters(column)}{row}", node.get("si", "")
                if node.text:
                    masters[key] = (node.text, here)
                elif key in masters:
                    text, origin = masters[key]
                    node.text = Translator(f"={text}", origin).translate_formula(here)[1:]
                for attribute in ("t", "si", "ref"):
                    node.attrib.pop(attribute, None)


def text_of_value(value: Value, name: str, language: str) -> str:
    """Return a placeholder's value inside a text."""
    if value is None:
        return ""
    if isinstance(value, date):
        return today(language, value)
    if isinstance(value, (int, float)):
        return f"{value:+g}" if name == "emotion" and value else f"{value:g}"
    return value


def moved_areas(references: str, growth: Growth) -> str:
    """Return a list of ranges, parted by spaces, with all copies of their lines taken in."""
    areas = [(text, area_of(text)) for text in references.split()]
    return " ".join(str(growth.area(area)) if area else text for text, area in areas)


def _pairs(axis: Axis, first: int, last: int) -> list[tuple[int, int]]:
    return [(start, end) for (start, _), (end, _) in zip(axis.lines(first), axis.lines(last))]


def _drop_results(cell: Element) -> None:
    """Leave out what a formula came to: it is reckoned anew when the file is opened."""
    cell.attrib.pop("t", None)
    for node in [node for node in cell if tag_of(node.tag) == "v"]:
        cell.remove(node)


def _texts(item: Element) -> list[Element]:
    """Return the elements that hold a text: its own or its runs', not the reading aids of East Asian texts."""
    return [text for child in item for text in ([child] if tag_of(child.tag) == "t" else
                                                child if tag_of(child.tag) == "r" else ()) if tag_of(text.tag) == "t"]


def _text(item: Element) -> str:
    return "".join(node.text or "" for node in _texts(item))


def _with_texts(item: Element, change: Callable[[str], str], part: XmlPart) -> Element:
    """Return a cell's own text made of another, changed run by run, so that each keeps its font."""
    new = deepcopy(item)
    new.tag = part.name("is")
    for child in [child for child in new if tag_of(child.tag) in ("rPh", "phoneticPr")]:
        new.remove(child)
    texts = _texts(new)
    whole = "".join(node.text or "" for node in texts)
    if sum(len(PLACEHOLDER.findall(node.text or "")) for node in texts) != len(PLACEHOLDER.findall(whole)):
        # One begins in a run and ends in another: the first run's font is everything's.
        for child in list(new)[1:]:
            new.remove(child)
        texts = texts[:1]
        texts[0].text = whole
    for node in texts:
        node.text = escaped(change(node.text or ""))
        node.set(_SPACE, "preserve")
    return new


def journey_texts(text: str, values: Values, ampersand: str = "&") -> str:
    """Return a text outside of cells with the placeholders replaced that mean the whole journey.

    `ampersand` is what a plain `&` is written as: doubled in headers and footers.
    """
    def put(found: re.Match[str]) -> str:
        name = known_name(found[1], values.journey)
        if name is None or is_of_a_line(name):
            return found[0]
        value = text_of_value(values.of(name, Spot()), name, values.journey.info.language)
        return value.replace("&", ampersand)

    return PLACEHOLDER.sub(put, text)


def is_filled(sheets: Iterable[TemplateSheet]) -> bool:
    """Tell whether any of the sheets has a placeholder that is known."""
    return any(sheet.names for sheet in sheets)
