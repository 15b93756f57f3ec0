"""What writes our workbooks: the styles that their cells have, and the cells, sizes and layout of each sheet."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.formatting.rule import ColorScale, FormatObject, FormulaRule, Rule
from openpyxl.styles import Alignment, Border, Color, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from ..fonts import font_for
from ...spreadsheet.escapes import encoded, split_for_cell
from ...spreadsheet.grid import Area
from ...spreadsheet.sheet_xml import SheetTable
from ...spreadsheet.text_fit import TALLEST_ROW, Face
from ...spreadsheet.texts import Remarks, brief, escaped, looks_like_formula
from .images import add_logo, add_png
from .workbook_styles import (
    A3, A4, CELL, EMOTION, HEADER, ITEMS, LABEL, NUMBER, STRIPED, TITLE, WHOLE, CellStyle, PageSetup, Style,
)

_LARGEST_NUMBER = 9.99e307
"""The largest number that Excel knows; what is larger is written as text."""

_MUTED = "7B8794"
_MOST_FROZEN_HEIGHT, _MOST_FROZEN_WIDTH = 160, 90
"""How much may stay in sight when scrolling: points downwards, Excel's width units across."""

_WIDEST_ON_A4 = 210
"""The width of a table, in Excel's units, beyond which A4 paper would make the print too small to read."""

_FONT_SIZE = 8
_EMOTIONS = (-2, 0, 2)
_FILLED = 0.96
"""How much of a page a picture takes, so that the cells at its edge fit on it as well."""


@dataclass(slots=True)
class RowHeight:
    """As much of openpyxl's description of a row as is written here; its own takes long to make."""

    height: float | None
    hidden: bool = False
    index: int = 0


@dataclass(slots=True)
class ColumnWidth:
    """As much of openpyxl's description of a column as is written here; its own takes long to make, too."""

    width: float
    hidden: bool = False
    _style: Any = None
    index: str = ""


class WorkbookWriter:
    """A workbook that is being written in its named styles; `faces` tells the font of each kind of cell."""

    def __init__(self, workbook: Workbook, language: str, remarks: Remarks, style: Style) -> None:
        """Set the styles up in a workbook; what has to be altered goes to `remarks`."""
        self.workbook = workbook
        self.remarks = remarks
        self.style = style
        self._cell_styles = _cell_styles(style)
        self.faces = {}
        for kind, cell_style in self._cell_styles.items():
            font, leading = font_for(cell_style.font, language)
            self.faces[kind] = Face(font, cell_style.size, leading, cell_style.bold)
        self.results: dict[str, dict[str, float]] = {}
        """What formulas come to, by the sheet's name and the cell."""
        self._styles = {named.name: named for named in self._named_styles()}
        self._arrays: dict[tuple[str, bool], Any] = {}
        for named in self._styles.values():
            workbook.add_named_style(named)
            self._keep(named)

    def _keep(self, style: NamedStyle) -> None:
        self._arrays[style.name, False] = plain = style.as_tuple()
        self._arrays[style.name, True] = quoted = copy(plain)
        quoted.quotePrefix = 1

    def _named_styles(self) -> list[NamedStyle]:
        line, gap = (Side(style="thin", color=color) for color in (self.style.line, self.style.gap))
        grid = Border(left=line, right=line, top=line, bottom=line)
        # Header cells without a ground of their own need lines all around.
        band = Border(left=gap, right=gap) if self.style.header.fill else Border(gap, gap, gap, gap)
        start, number = _aligned("left", "center"), _aligned("center", "center", 0)
        borders = {TITLE: Border(), HEADER: band}
        return [
            self._named_style(kind, borders.get(kind, grid), number if kind in (NUMBER, EMOTION) else start,
                              "+General;-General;General" if kind == EMOTION else "General")
            for kind in self._cell_styles]

    def _named_style(self, name: str, border: Border, alignment: Alignment, number_format: str) -> NamedStyle:
        face, style = self.faces[name], self._cell_styles[name]
        return NamedStyle(
            name=name, border=border, alignment=alignment, number_format=number_format,
            font=Font(name=face.name, size=face.size, bold=face.bold, italic=style.italic, color=style.ink),
            fill=PatternFill("solid", fgColor=style.fill) if style.fill else PatternFill())

    def adapt(self, kind: str, size: float, top: bool) -> None:
        """Give a kind of cell another font size, and texts that begin at the top, before any of it is written."""
        style = self._styles[kind]
        face = self.faces[kind] = replace(self.faces[kind], size=size)
        style.font = Font(name=face.name, size=size, bold=face.bold, italic=style.font.italic, color=style.font.color)
        style.alignment = _aligned(style.alignment.horizontal, "top" if top else "center", style.alignment.indent)
        self._keep(style)

    def array(self, kind: str, text: str = "") -> Any:
        """Return openpyxl's form of a kind's style, for a cell with a text."""
        return self._arrays[kind, looks_like_formula(text)]

    @cached_property
    def data_styles(self) -> tuple[Any, Any]:
        """openpyxl's forms of the styles of texts and of numbers in the data sheets.

        Texts have Excel's format for text, so that 0012 may be typed in.
        """
        return self._data_style("Journey data", "@", "left"), self._data_style("Journey figure", "General", "center")

    def _data_style(self, name: str, number_format: str, horizontal: str) -> Any:
        face = self.faces[CELL]
        style = NamedStyle(name=name, font=Font(name=face.name, size=face.size, color=self.style.body.ink),
                           number_format=number_format,
                           alignment=_aligned(horizontal, "center", int(horizontal == "left")))
        self.workbook.add_named_style(style)
        return style.as_tuple()

    def sheet(self, name: str) -> SheetWriter:
        """Return a new sheet at the end of the workbook."""
        return SheetWriter(self, self.workbook.create_sheet(name))


class SheetWriter:
    """A sheet that is being written: rows and columns are counted from 1, widths are in Excel's units."""

    def __init__(self, workbook: WorkbookWriter, sheet: Worksheet) -> None:
        self.workbook = workbook
        self.worksheet = sheet

    @property
    def name(self) -> str:
        """What the sheet is called."""
        return str(self.worksheet.title)

    # -- cells -------------------------------------------------------------------------------------------------------

    def text(self, row: int, column: int, text: str, kind: str) -> str:
        """Write a text (tidied before) into a cell, as text whatever it looks like; return it as it is stored."""
        cell = self._new_cell(row, column)
        stored = ""
        if text:
            text = self.workbook.remarks.shortened(text, self.name, f"{get_column_letter(column)}{row}")
            # Not through `value`, which makes formulas and error values of texts and knows no escapes.
            stored = escaped(text)
            cell._value, cell.data_type = stored, "s"
        cell._style = self.workbook.array(kind, text)
        return stored

    def number(self, row: int, column: int, number: float | None, kind: str) -> None:
        """Write a number, or leave the cell empty."""
        cell = self._new_cell(row, column)
        cell._value = number
        cell._style = self.workbook.array(kind)

    def exact(self, row: int, column: int, value: str | float | None, style: Any = None) -> None:
        """Write a text or number so that it is read back to the last character and digit; what is empty gets no cell.

        `style` is openpyxl's form of it; None: the workbook's usual one.
        """
        if value is None or value == "":
            return
        cell = self._new_cell(row, column)
        if not isinstance(value, str) and abs(value) <= _LARGEST_NUMBER:
            # As text, since openpyxl would write sixteen digits.
            cell._value, cell.data_type = repr(value), "n"
        else:
            text = split_for_cell(value)[0] if isinstance(value, str) else repr(value)
            cell._value, cell.data_type = encoded(text), "s"
        if style is not None:
            cell._style = style

    def formula(self, row: int, column: int, formula: str, result: float | None, kind: str) -> None:
        """Write a formula with what it comes to; None: nothing that a cell could keep."""
        self.number(row, column, None, kind)
        cell = self.worksheet._cells[row, column]
        cell._value, cell.data_type = f"={formula}", "f"
        if result is not None:
            self.workbook.results.setdefault(self.name, {})[f"{get_column_letter(column)}{row}"] = result

    def _new_cell(self, row: int, column: int) -> ExcelCell:
        """Return a cell put into the sheet, which `sheet.cell` takes three times as long for."""
        cell = self.worksheet._cells[row, column] = ExcelCell(self.worksheet, row, column)
        return cell

    # -- sizes -------------------------------------------------------------------------------------------------------

    def row_height(self, row: int, heights: list[float]) -> None:
        """Make a row as high (points) as its highest cell wants, as far as Excel can."""
        self.exact_height(row, min(max(heights), TALLEST_ROW))
        for column, wanted in enumerate(heights, 1):
            if wanted > TALLEST_ROW:
                self.workbook.remarks.hidden(self.name, f"{get_column_letter(column)}{row}")

    def exact_height(self, row: int, height: float | None, hidden: bool = False) -> None:
        """Give a row a height in points; None: what Excel makes it."""
        self.worksheet.row_dimensions[row] = RowHeight(height, hidden)

    def width(self, column: int, width: float, style: Any = None, hidden: bool = False) -> None:
        """Give a column a width, and the style that its empty cells have."""
        described = ColumnWidth(width, hidden, style)
        self.worksheet.column_dimensions[get_column_letter(column)] = described

    # -- layout ------------------------------------------------------------------------------------------------------

    def freeze(self, rows: int, columns: int) -> None:
        """Freeze the first rows and columns and repeat them on every page, unless that leaves no room for the rest."""
        sheet = self.worksheet
        if sum(sheet.row_dimensions[row].height for row in range(1, rows + 1)) > _MOST_FROZEN_HEIGHT:
            rows = 0
        letters = [get_column_letter(column) for column in range(1, columns + 1)]
        if sum(sheet.column_dimensions[letter].width for letter in letters) > _MOST_FROZEN_WIDTH:
            columns = 0
        sheet.freeze_panes = f"{get_column_letter(columns + 1)}{rows + 1}"
        sheet.print_title_rows = f"1:{rows}" if rows else None
        # Repeated columns that are all there is would be printed twice.
        sheet.print_title_cols = f"A:{letters[-1]}" if 0 < columns < sheet.max_column else None

    def set_up_page(self, kind: str, title: str, style: Style | None = None) -> None:
        """Lay the sheet out for print: one page wide, between a header and footer in the font of a kind of cell."""
        sheet, style = self.worksheet, style or self.workbook.style
        width = sum(column.width for column in sheet.column_dimensions.values())
        sheet.sheet_view.showGridLines = False
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.orientation = style.page.orientation
        sheet.page_setup.paperSize = style.page.paper or (A4 if width <= _WIDEST_ON_A4 else A3)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.page_margins = PageMargins(*style.page.margins)
        sheet.print_options.horizontalCentered = True
        sheet.print_area = sheet.dimensions
        shown = brief(title).replace("&", "&&")
        for part, content in ((sheet.oddHeader, style.head), (sheet.oddFooter, style.foot)):
            for item, text in zip((part.left, part.center, part.right), (content.left, content.center, content.right)):
                if text:
                    item.text = text.replace("{{title}}", shown).replace("{title}", shown)
                    # What has no fonts of its own is small and pale.
                    item.font, item.size, item.color = self.workbook.faces[kind].name, _FONT_SIZE, _MUTED

    def add_logo(self, widths: Sequence[float]) -> tuple[float, float]:
        """Put the style's logo, if there is one, at the right end of the first row; return its width and height."""
        return add_logo(self.worksheet, widths, self.workbook.style)

    def add_picture(self, content: bytes, page: PageSetup) -> None:
        """Put a PNG into the sheet, as large as fits on a page."""
        add_png(self.worksheet, content, *(_FILLED * side for side in page.room))

    def colour_emotions(self, column: int, first: int, last: int) -> None:
        """Colour a column's cells in the rows from `first` to `last` by emotion, from −2 to +2; empty ones stay."""
        if last < first:
            return
        scale = ColorScale(cfvo=[FormatObject(type="num", val=value) for value in _EMOTIONS],
                           color=[Color(rgb=f"FF{color}") for color in self.workbook.style.emotion])
        self.worksheet.conditional_formatting.add(str(Area(first, column, last, column)),
                                                  Rule(type="colorScale", colorScale=scale))

    def drop_down(self, column: int, first: int, last: int, source: str, refusal: str = "") -> None:
        """Let a column's cells in these rows offer what stands in the range `source`.

        Whoever enters something else is told so: `refusal` is `stop` or `warning`; empty: nobody is.
        """
        rule = DataValidation(type="list", formula1=source, allow_blank=True)
        rule.showErrorMessage, rule.errorStyle = bool(refusal), refusal or "warning"
        rule.add(str(Area(first, column, last, column)))
        self.worksheet.add_data_validation(rule)

    def colour_where(self, column: int, first: int, last: int, condition: str, colour: str) -> None:
        """Colour a column's cells in these rows where a formula, written for the first of them, is true."""
        fill = PatternFill(bgColor=f"FF{colour}", fill_type="solid")
        self.worksheet.conditional_formatting.add(str(Area(first, column, last, column)),
                                                  FormulaRule(formula=[condition], fill=fill))

    def add_table(self, name: str, area: Area, headers: list[str], formulas: dict[str, str]) -> None:
        """Make cells a table; `formulas` are those of its computed columns, by header."""
        self.worksheet.tables[name] = SheetTable(name, str(area), headers, formulas)


def _cell_styles(style: Style) -> dict[str, CellStyle]:
    body = style.body
    found = {TITLE: style.title, HEADER: style.header, LABEL: style.label, ITEMS: body, CELL: body,
             WHOLE: replace(body, fill=style.tint or body.fill), NUMBER: body, EMOTION: body}
    if style.stripe:
        found[STRIPED] = replace(body, fill=style.stripe)
    return found


def _aligned(horizontal: str, vertical: str, indent: int = 1) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)
