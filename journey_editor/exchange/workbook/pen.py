"""How our workbooks look, and the pen that puts texts and numbers into their cells."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Alignment, Border, Color, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from ...spreadsheet.text_fit import TALLEST_ROW, Face
from .styles import A3, A4, CLASSIC, Dress, Running, Style, font_for
from ...spreadsheet.texts import Remarks, escaped, looks_like_formula

TITLE, HEADER, LABEL, ITEMS = "Journey title", "Journey header", "Journey label", "Journey items"
STRIPED = "Journey items on a stripe"
CELL, WHOLE, NUMBER, EMOTION = "Journey cell", "Journey whole stage", "Journey number", "Journey emotion"

_MUTED = "7B8794"
_MOST_FROZEN_HEIGHT, _MOST_FROZEN_WIDTH = 160, 90
"""How much may stay in sight when scrolling: points downwards, Excel's width units across."""
_WIDEST_ON_A4 = 210
"""The width of a table, in Excel's units, beyond which A4 paper would make the print too small to read."""

_EMOTIONS = (-2, 0, 2)


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


class Pen:
    """Writes into the cells of one workbook in its named styles; `faces` tells the font of each style."""

    def __init__(self, workbook: Workbook, language: str, remarks: Remarks, style: Style = CLASSIC) -> None:
        """Set the styles up in a workbook; what has to be altered goes to `remarks`."""
        self.remarks = remarks
        self.style = style
        self._dresses = _dresses(style)
        self.faces = {}
        for kind, dress in self._dresses.items():
            font, leading = font_for(dress.font, language)
            self.faces[kind] = Face(font, dress.size, leading, dress.bold)
        self._styles = {style.name: style for style in self._named_styles()}
        self._arrays: dict[tuple[str, bool], Any] = {}
        for style in self._styles.values():
            workbook.add_named_style(style)
            self._keep(style)

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
            self._style(kind, borders.get(kind, grid), number if kind in (NUMBER, EMOTION) else start,
                        "+General;-General;General" if kind == EMOTION else "General")
            for kind in self._dresses]

    def _style(self, name: str, border: Border, alignment: Alignment, number_format: str) -> NamedStyle:
        face, dress = self.faces[name], self._dresses[name]
        return NamedStyle(
            name=name, border=border, alignment=alignment, number_format=number_format,
            font=Font(name=face.name, size=face.size, bold=face.bold, italic=dress.italic, color=dress.ink),
            fill=PatternFill("solid", fgColor=dress.fill) if dress.fill else PatternFill())

    def adapt(self, name: str, size: float, top: bool) -> None:
        """Give a style another font size, and texts that begin at the top of their cells, before it is written in."""
        style = self._styles[name]
        face = self.faces[name] = replace(self.faces[name], size=size)
        style.font = Font(name=face.name, size=size, bold=face.bold, italic=style.font.italic, color=style.font.color)
        style.alignment = _aligned(style.alignment.horizontal, "top" if top else "center", style.alignment.indent)
        self._keep(style)

    def text(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Write a text (tidied before) into a cell, as text whatever it looks like."""
        cell = _new_cell(sheet, row, column)
        if text:
            text = self.remarks.shortened(text, sheet.title, f"{get_column_letter(column)}{row}")
            # Not through `value`, which makes formulas and error values of texts and knows no escapes.
            cell._value, cell.data_type = escaped(text), "s"
        cell._style = self._arrays[style, looks_like_formula(text)]

    def number(self, sheet: Worksheet, row: int, column: int, number: float | None, style: str) -> None:
        """Write a number, or leave the cell empty."""
        cell = _new_cell(sheet, row, column)
        cell._value = number
        cell._style = self._arrays[style, False]

    def row_height(self, sheet: Worksheet, row: int, heights: list[float]) -> float:
        """Make a row as high (points) as its highest cell wants, as far as Excel can; return its height."""
        height = min(max(heights), TALLEST_ROW)
        sheet.row_dimensions[row] = RowHeight(height)  # type: ignore[assignment]
        for column, wanted in enumerate(heights, 1):
            if wanted > TALLEST_ROW:
                self.remarks.hidden(sheet.title, f"{get_column_letter(column)}{row}")
        return height


def _new_cell(sheet: Worksheet, row: int, column: int) -> ExcelCell:
    """Return a cell put into a sheet, which `sheet.cell` takes three times as long for."""
    cell = sheet._cells[row, column] = ExcelCell(sheet, row, column)
    return cell


def _dresses(style: Style) -> dict[str, Dress]:
    """Return how each kind of cell looks in a style."""
    body = style.body
    dresses = {TITLE: style.title, HEADER: style.header, LABEL: style.label, ITEMS: body, CELL: body,
               WHOLE: replace(body, fill=style.tint or body.fill), NUMBER: body, EMOTION: body}
    if style.stripe:
        dresses[STRIPED] = replace(body, fill=style.stripe)
    return dresses


def _aligned(horizontal: str, vertical: str, indent: int = 1) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


def set_width(sheet: Worksheet, column: int, width: float, style: Any = None, hidden: bool = False) -> None:
    """Give a column a width in Excel's units, and the style that its empty cells have."""
    sheet.column_dimensions[get_column_letter(column)] = ColumnWidth(width, hidden, style)  # type: ignore[assignment]


def keep_in_sight(sheet: Worksheet, rows: int, columns: int) -> None:
    """Freeze the first rows and columns and repeat them on every page, unless that leaves no room for the rest."""
    if sum(sheet.row_dimensions[row].height for row in range(1, rows + 1)) > _MOST_FROZEN_HEIGHT:
        rows = 0
    letters = [get_column_letter(column) for column in range(1, columns + 1)]
    if sum(sheet.column_dimensions[letter].width for letter in letters) > _MOST_FROZEN_WIDTH:
        columns = 0
    sheet.freeze_panes = f"{get_column_letter(columns + 1)}{rows + 1}"
    sheet.print_title_rows = f"1:{rows}" if rows else None
    # Repeated columns that are all there is would be printed twice.
    sheet.print_title_cols = f"A:{letters[-1]}" if 0 < columns < sheet.max_column else None


def set_up_page(sheet: Worksheet, face: Face, title: str, style: Style = CLASSIC) -> None:
    """Lay a sheet out for print: one page wide, on the style's paper, between its header and footer."""
    width = sum(column.width for column in sheet.column_dimensions.values())
    page = style.page
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = page.orientation
    sheet.page_setup.paperSize = page.paper or (A4 if width <= _WIDEST_ON_A4 else A3)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(*page.margins)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = sheet.dimensions
    for running, part in ((style.head, sheet.oddHeader), (style.foot, sheet.oddFooter)):
        _run(part, running, title, face)


def _run(part: Any, running: Running, title: str, face: Face) -> None:
    """Enter a header or footer; one that has no fonts of its own is small and pale."""
    brief = " ".join(title.split())
    brief = (brief if len(brief) <= 60 else brief[:59] + "…").replace("&", "&&")
    for item, text in ((part.left, running.left), (part.center, running.center), (part.right, running.right)):
        if text:
            item.text = text.replace("{{title}}", brief).replace("{title}", brief)
            item.font, item.size, item.color = face.name, 8, _MUTED


def colour_emotions(sheet: Worksheet, column: int, first: int, last: int, style: Style) -> None:
    """Colour a column's cells in the rows from `first` to `last` by emotion, from −2 to +2; empty ones stay."""
    if last < first:
        return
    scale = ColorScale(cfvo=[FormatObject(type="num", val=value) for value in _EMOTIONS],
                       color=[Color(rgb=f"FF{color}") for color in style.emotion])
    letter = get_column_letter(column)
    sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", Rule(type="colorScale", colorScale=scale))
