"""Cells that Excel colours by what is in them: emotions, and metrics off target."""

from __future__ import annotations

from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
from openpyxl.styles import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .styles import Style

_SCALE = (-2, 0, 2)


def colour_emotions(sheet: Worksheet, column: int, first: int, last: int, style: Style) -> None:
    """Colour a column's cells in the rows from `first` to `last` by emotion, from −2 to +2; empty ones stay."""
    if last < first:
        return
    scale = ColorScale(cfvo=[FormatObject(type="num", val=value) for value in _SCALE],
                       color=[Color(rgb=f"FF{color}") for color in style.emotion])
    letter = get_column_letter(column)
    sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", Rule(type="colorScale", colorScale=scale))
