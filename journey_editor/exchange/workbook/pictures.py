"""Pictures in a workbook: the logo beside the title, and the map's picture on a sheet of its own."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import replace

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils.units import pixels_to_EMU
from openpyxl.worksheet.worksheet import Worksheet

from ...spreadsheet.text_fit import Face
from .styles import A4, Page, Running, Style
from .pen import set_up_page

_LOGO_HEIGHT, _LOGO_WIDTH = 64, 220
"""The most that a logo takes beside the title, in pixels."""

_LOGO_MARGIN = 6
_PIXELS_PER_UNIT = 7
_POINTS_PER_PIXEL = 0.75
_PIXELS_PER_INCH = 96
_FILLED = 0.96
"""How much of a page the picture takes, so that the cells at its edge fit on it as well."""

_TITLED = Running(left="{title}")

_PAPERS = {
    # Excel's number: width and height standing, in inches
    8: (11.69, 16.54), 9: (8.27, 11.69), 1: (8.5, 11.0), 5: (8.5, 14.0), 11: (5.83, 8.27), 3: (11.0, 17.0),
}


class _Png(Image):
    """A PNG that goes into a workbook as it is; openpyxl would unpack it, and refuse a large one as an attack."""

    def __init__(self, content: bytes) -> None:
        self.ref = content
        self.width, self.height = struct.unpack(">II", content[16:24])
        self.format = "png"

    def _data(self) -> bytes:
        return self.ref  # type: ignore[no-any-return]


def pixels_of(width: float) -> int:
    """Return how wide a column of a width in Excel's units is on the screen."""
    return round(width * _PIXELS_PER_UNIT)


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
    image = _Png(picture)
    width, height = (_FILLED * side for side in room_of_page(style.page))
    scale = min(width / image.width, height / image.height)
    image.width, image.height = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    _anchor(image, 0, 0, 0)
    sheet.add_image(image)
    set_up_page(sheet, face, title, style)
    sheet.page_setup.fitToHeight = 1
    # Without a print area: what is printed is the picture, however wide a program makes the columns below it.
    sheet.print_area = None


def room_of_page(page: Page) -> tuple[float, float]:
    """Return the width and height in pixels that a page has between its margins."""
    short, long = _PAPERS.get(page.paper or A4, _PAPERS[A4])
    width, height = (long, short) if page.orientation == "landscape" else (short, long)
    left, right, top, bottom, _head, _foot = page.margins
    return (width - left - right) * _PIXELS_PER_INCH, (height - top - bottom) * _PIXELS_PER_INCH
