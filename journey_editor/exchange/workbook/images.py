"""Images on the sheets of our workbooks: where they are bound to cells, and the logo beside the title."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils.units import pixels_to_EMU
from openpyxl.worksheet.worksheet import Worksheet

from .workbook_styles import Style

_LOGO_HEIGHT, _LOGO_WIDTH = 64, 220
"""The most that a logo takes beside the title, in pixels."""

_LOGO_MARGIN = 6
_PIXELS_PER_UNIT = 7
_POINTS_PER_PIXEL = 0.75


class _Png(Image):
    """A PNG that goes into a workbook as it is; openpyxl would unpack it, and refuse a large one as an attack."""

    def __init__(self, content: bytes) -> None:
        self.ref = content
        self.width, self.height = struct.unpack(">II", content[16:24])
        self.format = "png"

    def _data(self) -> bytes:
        return self.ref


def add_logo(sheet: Worksheet, widths: Sequence[float], style: Style) -> tuple[float, float]:
    """Put the style's logo, if it has one, at the right end of the first row, above columns of these widths.

    Return the width (Excel's units) and the height (points) that it takes there.
    """
    if not style.logo:
        return 0.0, 0.0
    image = Image(io.BytesIO(style.logo))
    if all(style.logo_size):
        image.width, image.height = style.logo_size
    _scale(image, min(_LOGO_HEIGHT / image.height, _LOGO_WIDTH / image.width, 1.0))
    left = max(sum(map(_pixels_of, widths)) - image.width - _LOGO_MARGIN, 0)
    column = 0
    while column < len(widths) - 1 and left >= _pixels_of(widths[column]):
        left -= _pixels_of(widths[column])
        column += 1
    _add(sheet, image, column, left, _LOGO_MARGIN)
    return ((image.width + 2 * _LOGO_MARGIN) / _PIXELS_PER_UNIT, (image.height + 2 * _LOGO_MARGIN) * _POINTS_PER_PIXEL)


def add_png(sheet: Worksheet, content: bytes, width: float, height: float) -> None:
    """Put a PNG at a sheet's first cell, as large as fits into a width and height in pixels, in its own proportions."""
    image = _Png(content)
    _scale(image, min(width / image.width, height / image.height))
    _add(sheet, image, 0, 0, 0)


def _pixels_of(width: float) -> int:
    """Return how wide a column of a width in Excel's units is on the screen."""
    return round(width * _PIXELS_PER_UNIT)


def _scale(image: Image, scale: float) -> None:
    image.width, image.height = max(round(image.width * scale), 1), max(round(image.height * scale), 1)


def _add(sheet: Worksheet, image: Image, column: int, left: int, top: int) -> None:
    """Put an image `left` and `top` pixels into a cell of the first row."""
    size = XDRPositiveSize2D(pixels_to_EMU(image.width), pixels_to_EMU(image.height))
    marker = AnchorMarker(col=column, colOff=pixels_to_EMU(left), row=0, rowOff=pixels_to_EMU(top))
    image.anchor = OneCellAnchor(_from=marker, ext=size)
    sheet.add_image(image)
