"""How our workbooks look, and the pen that puts texts and numbers into their cells."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from .cell_texts import Remarks, escaped, looks_like_formula
from .text_fit import TALLEST_ROW, Face

TITLE, HEADER, LABEL, ITEMS = "Journey title", "Journey header", "Journey label", "Journey items"
CELL, WHOLE, NUMBER, EMOTION = "Journey cell", "Journey whole stage", "Journey number", "Journey emotion"

_INK, _BAND, _TINT, _LINE, _WHITE, _MUTED = "1F2933", "1F3A5F", "EEF2F7", "C9D1DC", "FFFFFF", "7B8794"
_A4_LANDSCAPE, _A3_LANDSCAPE = 9, 8
_MOST_FROZEN_HEIGHT, _MOST_FROZEN_WIDTH = 160, 90
"""How much may stay in sight when scrolling: points downwards, Excel's width units across."""
_WIDEST_ON_A4 = 210
"""The width of a table, in Excel's units, beyond which A4 paper would make the print too small to read."""

_FACES = {
    # language: the font and its line height; the Chinese ones come with Windows and with Office for the Mac.
    "en": ("Arial", 1.3),
    "zh_CN": ("Microsoft YaHei", 1.5),
    "zh_TW": ("Microsoft JhengHei", 1.5),
}


class Pen:
    """Writes into the cells of one workbook in its named styles; `faces` tells the font of each style."""

    def __init__(self, workbook: Workbook, language: str, remarks: Remarks) -> None:
        """Set the styles up in a workbook; what has to be altered goes to `remarks`."""
        name, leading = _FACES[language]
        body = Face(name, 10, leading)
        strong = replace(body, bold=True)
        self.remarks = remarks
        self.faces = {TITLE: replace(strong, size=20), HEADER: replace(strong, size=11), LABEL: strong, ITEMS: body,
                      CELL: body, WHOLE: body, NUMBER: body, EMOTION: body}
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
        line = Side(style="thin", color=_LINE)
        grid = Border(left=line, right=line, top=line, bottom=line)
        band = Border(left=Side(style="thin", color=_WHITE), right=Side(style="thin", color=_WHITE))
        start, number = _aligned("left", "center"), _aligned("center", "center", 0)
        return [
            self._style(TITLE, _BAND, None, Border(), start),
            self._style(HEADER, _WHITE, _BAND, band, start),
            self._style(LABEL, _BAND, _TINT, grid, start),
            self._style(ITEMS, _INK, None, grid, start),
            self._style(CELL, _INK, None, grid, start),
            self._style(WHOLE, _INK, _TINT, grid, start),
            self._style(NUMBER, _INK, None, grid, number),
            self._style(EMOTION, _INK, None, grid, number, "+General;-General;General"),
        ]

    def _style(self, name: str, ink: str, fill: str | None, border: Border, alignment: Alignment,
               number_format: str = "General") -> NamedStyle:
        face = self.faces[name]
        return NamedStyle(
            name=name, font=Font(name=face.name, size=face.size, bold=face.bold, color=ink), border=border,
            alignment=alignment, fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
            number_format=number_format)

    def adapt(self, name: str, size: float, top: bool) -> None:
        """Give a style another font size, and texts that begin at the top of their cells, before it is written in."""
        style = self._styles[name]
        face = self.faces[name] = replace(self.faces[name], size=size)
        style.font = Font(name=face.name, size=size, bold=face.bold, color=style.font.color)
        style.alignment = _aligned(style.alignment.horizontal, "top" if top else "center", style.alignment.indent)
        self._keep(style)

    def text(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Write a text (tidied before) into a cell, as text whatever it looks like."""
        cell = sheet.cell(row, column)
        if text:
            text = self.remarks.shortened(text, sheet.title, f"{get_column_letter(column)}{row}")
            # Not through `value`, which makes formulas and error values of texts and knows no escapes.
            cell._value, cell.data_type = escaped(text), "s"
        cell._style = self._arrays[style, looks_like_formula(text)]

    def number(self, sheet: Worksheet, row: int, column: int, number: float | None, style: str) -> None:
        """Write a number, or leave the cell empty."""
        cell = sheet.cell(row, column)
        cell._value = number
        cell._style = self._arrays[style, False]

    def row_height(self, sheet: Worksheet, row: int, heights: list[float]) -> float:
        """Make a row as high (points) as its highest cell wants, as far as Excel can; return its height."""
        height = min(max(heights), TALLEST_ROW)
        sheet.row_dimensions[row].height = height
        for column, wanted in enumerate(heights, 1):
            if wanted > TALLEST_ROW:
                self.remarks.hidden(sheet.title, f"{get_column_letter(column)}{row}")
        return height


def _aligned(horizontal: str, vertical: str, indent: int = 1) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


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


def set_up_page(sheet: Worksheet, face: Face, title: str) -> None:
    """Lay a sheet out for print: landscape, one page wide, with the title and the page's number at the foot."""
    width = sum(column.width for column in sheet.column_dimensions.values())
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4_LANDSCAPE if width <= _WIDEST_ON_A4 else _A3_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = sheet.dimensions
    brief = " ".join(title.split())
    footer = sheet.oddFooter
    footer.left.text = (brief if len(brief) <= 60 else brief[:59] + "…").replace("&", "&&")
    footer.right.text = "&P / &N"
    for part in (footer.left, footer.right):
        part.font, part.size, part.color = face.name, 8, _MUTED
