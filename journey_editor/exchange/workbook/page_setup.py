"""How the sheets of our workbooks are printed, and what of them stays in sight."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from .workbook_styles import A3, A4, HeaderFooter, PageSetup, Style

_MUTED = "7B8794"
_MOST_FROZEN_HEIGHT, _MOST_FROZEN_WIDTH = 160, 90
"""How much may stay in sight when scrolling: points downwards, Excel's width units across."""

_WIDEST_ON_A4 = 210
"""The width of a table, in Excel's units, beyond which A4 paper would make the print too small to read."""

_LONGEST_TITLE = 60
_FONT_SIZE = 8
_PIXELS_PER_INCH = 96
_PAPERS = {
    # Excel's number: width and height standing, in inches
    8: (11.69, 16.54), 9: (8.27, 11.69), 1: (8.5, 11.0), 5: (8.5, 14.0), 11: (5.83, 8.27), 3: (11.0, 17.0),
}


def set_up_page(sheet: Worksheet, font: str, title: str, style: Style) -> None:
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
    for content, part in ((style.head, sheet.oddHeader), (style.foot, sheet.oddFooter)):
        _fill(part, content, title, font)


def _fill(part: Any, content: HeaderFooter, title: str, font: str) -> None:
    """Fill a header or footer; one that has no fonts of its own is small and pale."""
    brief = " ".join(title.split())
    brief = (brief if len(brief) <= _LONGEST_TITLE else brief[:_LONGEST_TITLE - 1] + "…").replace("&", "&&")
    for item, text in ((part.left, content.left), (part.center, content.center), (part.right, content.right)):
        if text:
            item.text = text.replace("{{title}}", brief).replace("{title}", brief)
            item.font, item.size, item.color = font, _FONT_SIZE, _MUTED


def page_room(page: PageSetup) -> tuple[float, float]:
    """Return the width and height in pixels that a page has between its margins."""
    short, long = _PAPERS.get(page.paper or A4, _PAPERS[A4])
    width, height = (long, short) if page.orientation == "landscape" else (short, long)
    left, right, top, bottom, _head, _foot = page.margins
    return (width - left - right) * _PIXELS_PER_INCH, (height - top - bottom) * _PIXELS_PER_INCH


def freeze(sheet: Worksheet, rows: int, columns: int) -> None:
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
