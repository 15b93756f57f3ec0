"""Pictures in a workbook: the logo beside the title, and the map's picture on a sheet of its own."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import replace

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils import get_column_letter
from openpyxl.utils.units import pixels_to_EMU
from openpyxl.worksheet.worksheet import Worksheet

from .sheet_styles import set_up_page
from .styles import A4, Running, Style
from .text_fit import Face

_LOGO_HEIGHT, _LOGO_WIDTH = 64, 220
"""The most that a logo takes beside the title, in pixels."""

_LOGO_MARGIN = 6
_PIXELS_PER_UNIT, _PIXELS_OF_COLUMN = 7, 5
_POINTS_PER_PIXEL = 0.75
_PIXELS_PER_INCH = 96
_TITLED = Running(left="{title}")

_PAPERS = {
    # Excel's number: width and height standing, in inches
    8: (11.69, 16.54), 9: (8.27, 11.69), 1: (8.5, 11.0), 5: (8.5, 14.0), 11: (5.83, 8.27), 3: (11.0, 17.0),
}
_ROW_HEIGHT, _COLUMN_WIDTH = 15.0, 10.0


def pixels_of(width: float) -> int:
    """Return how wide a column of a width in Excel's units is on the screen."""
    return round(width * _PIXELS_PER_UNIT) + _PIXELS_OF_COLUMN


def place_logo(sheet: Worksheet, widths: Sequence[float], style: Style) -> tuple[float, float]:
    """Put the style's logo, if it has one, at the right end of the first row.

    Return the width (Excel's units) and the height (points) that it takes there.
    """
    if not style.logo:
        return 0.0, 0.0
    image = Image(io.BytesIO(style.logo))
    width, height = style.logo_size if all(style.logo_size) else (image.width, image.height)
    scale = min(_LOGO_HEIGHT / height, _LOGO_WIDTH / width, 1.0)
    image.width, image.height = max(round(width * scale), 1), max(round(height * scale), 1)
    left = max(sum(map(pixels_of, widths)) - image.width - _LOGO_MARGIN, 0)
    column = 0
    while column < len(widths) - 1 and left >= pixels_of(widths[column]):
        left -= pixels_of(widths[column])
        column += 1
    _anchor(image, column, left, _LOGO_MARGIN)
    sheet.add_image(image)
    return ((image.width + 2 * _LOGO_MARGIN) / _PIXELS_PER_UNIT, (image.height + 2 * _LOGO_MARGIN) * _POINTS_PER_PIXEL)


def _anchor(image: Image, column: int, left: int, top: int) -> None:
    """Put a picture `left` and `top` pixels into a cell of the first row."""
    size = XDRPositiveSize2D(pixels_to_EMU(image.width), pixels_to_EMU(image.height))
    marker = AnchorMarker(col=column, colOff=pixels_to_EMU(left), row=0, rowOff=pixels_to_EMU(top))
    image.anchor = OneCellAnchor(_from=marker, ext=size)


def fill_picture(sheet: Worksheet, picture: bytes, title: str, face: Face, style: Style) -> None:
    """Put a PNG into an empty sheet, as large as one page lying holds, in its own proportions.

    The sheet has no text in its cells: a reader of the workbook finds no second map there. The title is in the header.
    """
    style = replace(style, page=replace(style.page, orientation="landscape", paper=style.page.paper or A4),
                    head=style.head if any((style.head.left, style.head.center, style.head.right)) else _TITLED)
    image = Image(io.BytesIO(picture))
    width, height = _room(style)
    scale = min(width / image.width, height / image.height)
    image.width, image.height = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    _anchor(image, 0, 0, 0)
    sheet.add_image(image)
    set_up_page(sheet, face, title, style)
    sheet.page_setup.fitToHeight = 1
    columns = math.ceil(image.width / pixels_of(_COLUMN_WIDTH))
    rows = math.ceil(image.height * _POINTS_PER_PIXEL / _ROW_HEIGHT)
    sheet.sheet_format.defaultColWidth, sheet.sheet_format.defaultRowHeight = _COLUMN_WIDTH, _ROW_HEIGHT
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH
    sheet.print_area = f"A1:{get_column_letter(columns)}{rows}"


def _room(style: Style) -> tuple[float, float]:
    """Return the width and height in pixels that a page lying has between its margins."""
    short, long = _PAPERS.get(style.page.paper or A4, _PAPERS[A4])
    left, right, top, bottom, _head, _foot = style.page.margins
    return (long - left - right) * _PIXELS_PER_INCH, (short - top - bottom) * _PIXELS_PER_INCH
