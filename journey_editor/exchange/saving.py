"""A workbook as the bytes of its file, what its formulas come to included.

The rows of the sheets are written here rather than by openpyxl, which makes an XML element of every cell: that takes
ten times as long, and leaves formulas without results, so that a program that only shows the file, as Excel does with
what came by mail, would show nothing for them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from .progress import NOBODY, Progress

_ROWS = b"<sheetData></sheetData>"
_CHUNK = 200
"""How many rows go into the file at once."""

Results = Mapping[str, float]
"""What formulas come to, by cell."""


def saved(workbook: Workbook, results: Mapping[str, Results], progress: Progress = NOBODY) -> bytes:
    """Return a workbook's file; `results` tells what formulas come to, by the sheet's name and the cell."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        writer = _Writer(workbook, archive)
        writer.results, writer.progress = results, progress
        writer.save()
    return content.getvalue()


class _Head(WorksheetWriter):
    """Writes a sheet without its rows."""

    def write_rows(self) -> None:
        """Leave a place for the rows."""
        xf = self.xf.send(True)
        with xf.element("sheetData"):
            pass
        self.xf.send(None)


class _Writer(ExcelWriter):
    """Writes a workbook of our own, whose cells hold texts, numbers and formulas."""

    results: Mapping[str, Results] = {}
    progress = NOBODY

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write a sheet into the file."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        head = _Head(ws, io.BytesIO())
        head.write()
        ws._rels = head._rels
        start, end = head.out.getvalue().split(_ROWS)
        count = len(self.workbook.worksheets)
        progress = self.progress.part((ws._id - 1) / count, ws._id / count)
        with self._archive.open(ws.path[1:], "w", force_zip64=True) as file:
            file.write(start + b"<sheetData>")
            for text in _rows(ws, self.results.get(ws.title, {}), progress):
                file.write(text.encode())
            file.write(b"</sheetData>" + end)
        self.manifest.append(ws)


def _rows(sheet: Worksheet, results: Results, progress: Progress) -> Iterator[str]:
    """Yield the rows of a sheet as XML, some at a time."""
    rows: dict[int, list[tuple[int, Any]]] = {row: [] for row in sorted(
        {row for row, _column in sheet._cells} | sheet.row_dimensions.keys())}
    for (row, column), cell in sheet._cells.items():
        rows[row].append((column, cell))
    letters = [get_column_letter(column) for column in range(1, sheet.max_column + 1)]
    styles = _Styles(sheet.parent)
    # Merged cells do not tell Excel how high their row should be.
    fixed = {row for area in sheet.merged_cells.ranges for row in range(area.min_row, area.max_row + 1)}
    lines: list[str] = []
    for row, cells in progress.over(list(rows.items())):
        cells.sort(key=itemgetter(0))
        texts = [text for column, cell in cells
                 if (text := _cell(f"{letters[column - 1]}{row}", cell, styles, results))]
        lines.append(f'<row r="{row}"{_dimension(sheet, row, row in fixed)}>{"".join(texts)}</row>')
        if len(lines) == _CHUNK:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


class _Styles(dict[int, str]):
    """The attribute that gives a cell its style, by the identity of the style, which many cells share."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__()
        self._known = workbook._cell_styles
        self._kept: list[Any] = []

    def of(self, cell: Any) -> str:
        style = cell._style
        found = self.get(id(style))
        if found is None:
            # Kept, so that no other style gets its identity.
            self._kept.append(style)
            found = self[id(style)] = f' s="{self._known.add(style)}"' if style and any(style) else ""
        return found


def _dimension(sheet: Worksheet, row: int, fixed: bool) -> str:
    """Return a row's attributes; one that is not fixed grows when somebody enters more."""
    dimension = sheet.row_dimensions.get(row)
    if dimension is None:
        return ""
    height = "" if dimension.height is None else f' ht="{dimension.height:g}"' + ' customHeight="1"' * fixed
    return height + (' hidden="1"' if dimension.hidden else "")


def _cell(place: str, cell: Any, styles: _Styles, results: Results) -> str:
    """Return a cell as XML; nothing if it is empty and looks like none."""
    value, kind, style = cell._value, cell.data_type, styles.of(cell)
    if value is None or value == "":
        return f'<c r="{place}"{style}/>' if style else ""
    if kind == "s":
        space = ' xml:space="preserve"' if "\n" in value or value != value.strip() else ""
        return f'<c r="{place}"{style} t="inlineStr"><is><t{space}>{_escaped(value)}</t></is></c>'
    if kind == "f":
        result = results.get(place)
        return (f'<c r="{place}"{style}><f>{_escaped(value[1:])}</f>'
                + ("<v/></c>" if result is None else f"<v>{result!r}</v></c>"))
    return f'<c r="{place}"{style} t="n"><v>{value}</v></c>'


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text
