"""One sheet of a template workbook: its placeholders found, its lines repeated, its cells filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from ...model import Touchpoint
from ...spreadsheet.xml_part import XmlPart, named, tag_of
from ...spreadsheet.number_formats import kind_of
from ...spreadsheet.reader import stored_text
from ...spreadsheet.sheet_parts import numbered_cells, numbered_rows
from ...spreadsheet.styles import Styles
from ...spreadsheet.text_fit import TALLEST_ROW, Face, height_of
from ...spreadsheet.grid import Area, area_of, column_letters
from ..fonts import font_for
from .cell_texts import text_of_value, with_texts
from .placeholders import PLACEHOLDER, Values, is_of_a_line, known_name
from .plan import SheetPlan, make_plan
from .references import Axis, Growth, Spot, refers_to, shifted
from .sheet_ranges import LAST_COLUMN, move_columns, move_ranges, new_merges, put_merges, unshare_formulas

_USUAL_HEIGHT, _USUAL_WIDTH, _USUAL_SIZE = 15.0, 9.14, 11.0
_EPOCH = date(1899, 12, 30)


@dataclass(slots=True)
class Book:
    """What the sheets of a template share while it is filled."""

    strings: Sequence[Element]
    styles: Styles
    values: Values
    growths: dict[str, Growth] = field(default_factory=dict)
    """What becomes of each sheet's lines, by its name in small letters."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Sheet and cell of texts that no row is high enough for."""


class TemplateSheet:
    """A sheet's cells, merged ranges and placeholders, and its XML to be filled."""

    def __init__(self, name: str, part: XmlPart, book: Book) -> None:
        self.name, self.part, self._book = name, part, book
        self._data = next(named(part.root, "sheetData"))
        self._rows = numbered_rows(self._data)
        self._cells = {row: numbered_cells(node) for row, node in self._rows.items()}
        self.merges = [area for node in named(part.root, "mergeCell") if (area := area_of(node.get("ref", "")))]
        self.names: dict[tuple[int, int], set[str]] = {}
        self.unknown: list[tuple[str, str]] = []
        self._find_names()
        self.plan = (make_plan(self.names, self.merges, book.values.journey) if self.names
                     else SheetPlan(Growth(Axis(), Axis())))

    def _find_names(self) -> None:
        for row, cells in self._cells.items():
            for column, cell in cells.items():
                item = self._item(cell)
                if item is None:
                    continue
                for found in PLACEHOLDER.finditer(stored_text(item)):
                    name = known_name(found[1], self._book.values.journey)
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
        """Tell whether a cell of the sheet has a formula."""
        return next(named(self._data, "f"), None) is not None

    def fill(self) -> None:
        """Fill the sheet; the plans of all sheets must have been made."""
        unshare_formulas(self._cells)
        growth = self.plan.growth
        move_columns(self.part, growth.columns)
        widths = self._column_widths()
        merges = [*new_merges(self.merges, self.plan), *self._merged_labels()]
        spans = {(area.top, area.left): area for area in merges}
        self._data[:] = []
        lines = {new: (row, spot) for row in self._rows for new, spot in growth.rows.lines(row)}
        for new, (row, spot) in sorted(lines.items()):
            self._data.append(self._new_row(new, row, spot, widths, spans))
        put_merges(self.part, merges)
        move_ranges(self.part, self.name.casefold(), self._book.growths)

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
            span = spans.get((new, to), Area(new, to, new, to))
            if (row, column) in self.names and span.top == span.bottom:
                width = sum(widths.get(at, widths[0]) for at in range(span.left, span.right + 1))
                wanted = max(wanted, self._height(cell, width))
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
        touchpoints = self._book.values.journey.children(across.stage.id, Touchpoint)
        return Spot(across.stage, touchpoints[down.rank]) if down.rank < len(touchpoints) else Spot(blank=True)

    def _filled(self, old: Element, spot: Spot, of_a_line: bool) -> Element:
        """Return a cell with its placeholders replaced, or an empty one in a line about nothing."""
        cell = Element(old.tag, {key: value for key, value in old.items() if key in ("s", "ph", "cm", "vm")})
        item = self._item(old)
        if item is None or of_a_line and spot.blank:
            return cell
        number = self._number_for(stored_text(item), spot, int(cell.get("s", "0")))
        if number is not None:
            SubElement(cell, self.part.name("v")).text = repr(number)
            return cell
        new = with_texts(item, lambda text: PLACEHOLDER.sub(lambda one: self._text_for(one, spot), text), self.part)
        text = stored_text(new)
        if text:
            cell.set("t", "inlineStr")
            cell.append(new)
            if "\n" in text:
                cell.set("s", str(self._book.styles.wrapping(int(cell.get("s", "0")))))
        return cell

    def _number_for(self, text: str, spot: Spot, style: int) -> float | None:
        """Return the number that a placeholder stands for which is all that a cell has; None if it is none."""
        whole = PLACEHOLDER.fullmatch(text.strip())
        name = known_name(whole[1], self._book.values.journey) if whole else None
        value = self._book.values.of(name, spot) if name else None
        if isinstance(value, date) and kind_of(self._book.styles.code(style)) == "date":
            return (value - _EPOCH).days
        return value if isinstance(value, (int, float)) else None

    def _text_for(self, found: re.Match[str], spot: Spot) -> str:
        name = known_name(found[1], self._book.values.journey)
        if name is None:
            return found[0]
        return text_of_value(self._book.values.of(name, spot), name, self._book.values.journey.info.language)

    # -- sizes ---------------------------------------------------------------------------------------------------------

    def _usual(self, name: str, other: float) -> float:
        node = next(named(self.part.root, "sheetFormatPr"), None)
        return float(node.get(name) or other) if node is not None else other

    def _height(self, cell: Element, width: float) -> float:
        """Return the height in points that a filled cell takes, as far as Excel has it; 0 if its lines do not wrap."""
        item = next((node for node in cell if tag_of(node.tag) == "is"), None)
        style = self._book.styles.format(int(cell.get("s", "0")))
        if item is None or not style.wrapped:
            return 0.0
        # Chinese in a font without it is shown in another, with that one's higher lines.
        leading = font_for(style.font, self._book.values.journey.info.language)[1]
        height = height_of(stored_text(item), width,
                           Face(style.font, style.size or _USUAL_SIZE, leading, style.bold))
        if height > TALLEST_ROW:
            self._book.hidden.append((self.name, cell.get("r", "")))
        return min(height, TALLEST_ROW)

    def _column_widths(self) -> dict[int, float]:
        """Return the columns' widths in Excel's units; that of all others by 0."""
        widths = {0: self._usual("defaultColWidth", _USUAL_WIDTH)}
        for node in named(self.part.root, "col"):
            if node.get("width"):
                first, last = int(node.get("min", "1")), int(node.get("max", "1"))
                widths.update(dict.fromkeys(range(first, min(last, LAST_COLUMN) + 1), float(node.get("width", "0"))))
        return widths

    # -- ranges --------------------------------------------------------------------------------------------------------

    def _merged_labels(self) -> Iterator[Area]:
        """Yield the cells beside rows of touchpoints that hold a text for all these rows."""
        growth = self.plan.growth
        for inner in self.plan.inner:
            top, bottom = growth.rows.span(inner.top)[0], growth.rows.span(inner.bottom)[1]
            for column, cell in self._cells[inner.top].items():
                free = not any(area.overlaps(Area(inner.top, column, inner.bottom, column)) for area in self.merges)
                if top < bottom and free and not growth.columns.unit(column) and len(cell):
                    at = growth.columns.span(column)[0]
                    yield Area(top, at, bottom, at)

    def distinct_heads(self, row: int, columns: Sequence[int]) -> list[str]:
        """Return the texts of a filled row in some columns, made different as an Excel table wants its heads."""
        cells = {cell.get("r"): cell for node in self._data if node.get("r") == str(row) for cell in node}
        heads: list[str] = []
        for number, column in enumerate(columns, 1):
            cell = cells.get(f"{column_letters(column)}{row}")
            text = self._text(cell)
            heads.append(head := _distinct(text, number, {one.casefold() for one in heads}))
            if head != text and cell is not None:
                cell[:] = []
                cell.set("t", "inlineStr")
                SubElement(SubElement(cell, self.part.name("is")), self.part.name("t")).text = head
        return heads

    def _text(self, cell: Element | None) -> str:
        item = self._item(cell) if cell is not None else None
        return stored_text(item) if item is not None else ""


def _distinct(text: str, number: int, taken: set[str]) -> str:
    """Return a text, or what it becomes with a number behind it, or a number alone, that is not taken already."""
    head, count = text, 1
    while not head or head.casefold() in taken:
        count += 1
        head = f"{text} ({count})" if text else f"({number})"
        number += 1
    return head


def _drop_results(cell: Element) -> None:
    """Leave out what a formula came to: it is computed anew when the file is opened."""
    cell.attrib.pop("t", None)
    for node in [node for node in cell if tag_of(node.tag) == "v"]:
        cell.remove(node)
