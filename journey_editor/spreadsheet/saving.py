"""A workbook as the bytes of its file, what its formulas come to included.

The sheets are written here rather than by openpyxl, which makes an XML element of every cell: that takes ten times as
long, and leaves formulas without results, so that a program that only shows the file, as Excel does with what came by
mail, would show nothing for them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from operator import itemgetter
from posixpath import splitext
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.manifest import DEFAULT_OVERRIDE, DEFAULT_TYPES, Manifest, mimetypes
from openpyxl.packaging.relationship import get_rels_path
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from journey_editor.files.progress import NO_PROGRESS, Progress
from .sheet_xml import content_types_xml, escaped, relations_xml, sheet_head, sheet_tail, table_xml

_LEVEL = 3
"""How hard zip tries, of 9: less than usual, for a file a little larger, packed in two thirds of the time."""

_CHUNK = 200
"""How many rows go into the file at once."""

Results = Mapping[str, float]
"""What formulas come to, by cell."""


def saved(workbook: Workbook, results: Mapping[str, Results], progress: Progress = NO_PROGRESS) -> bytes:
    """Return a workbook's file; `results` tells what formulas come to, by the sheet's name and the cell."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        writer = _Writer(workbook, archive)
        writer.results, writer.progress = results, progress
        writer.save()
    return content.getvalue()


class _Manifest(Manifest):
    """The kinds of the file's parts; openpyxl's own makes three descriptions of each."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = [(part.PartName, part.ContentType) for part in DEFAULT_OVERRIDE]

    def append(self, obj: Any) -> None:
        """Enter a part."""
        self.kinds.append((obj.path, obj.mime_type))

    def _write(self, archive: ZipFile, workbook: Workbook) -> None:
        self.append(workbook)
        endings = sorted({splitext(name)[1] for name in archive.namelist()} - {".rels", ".xml", ""})
        kinds = [(part.Extension, part.ContentType) for part in DEFAULT_TYPES]
        kinds += [(ending[1:], mimetypes.types_map[True][ending]) for ending in endings]
        archive.writestr(self.path, content_types_xml(kinds, self.kinds))


class _Writer(ExcelWriter):
    """Writes a workbook of our own, whose cells hold texts, numbers and formulas."""

    results: Mapping[str, Results] = {}
    progress = NO_PROGRESS

    def __init__(self, workbook: Workbook, archive: ZipFile) -> None:
        super().__init__(workbook, archive)
        self.archive = archive
        self.manifest = _Manifest()

    def _write_worksheets(self) -> None:
        """Write all sheets with what is linked to them."""
        tables = 0
        for number, sheet in enumerate(self.workbook.worksheets, 1):
            sheet._id = number
            links = []
            if sheet._charts or sheet._images:
                drawing = SpreadsheetDrawing()
                drawing.charts, drawing.images = sheet._charts, sheet._images
                self._write_drawing(drawing)
                links.append(("drawing", drawing.path))
            for table in sheet.tables.values():
                tables += 1
                table.path = f"/xl/tables/table{tables}.xml"
                self.archive.writestr(table.path[1:], table_xml(table, tables))
                self.manifest.append(table)
                links.append(("table", table.path))
            if links:
                # Too small to be worth packing.
                self.archive.writestr(get_rels_path(sheet.path)[1:], relations_xml(links), ZIP_STORED)
            self._write_sheet(sheet, [kind for kind, _path in links])
            self.manifest.append(sheet)

    def _write_sheet(self, sheet: Worksheet, links: list[str]) -> None:
        """Write a sheet that is linked to parts of these kinds."""
        ids = [(kind, f"rId{number}") for number, kind in enumerate(links, 1)]
        drawing = next((id_ for kind, id_ in ids if kind == "drawing"), "")
        count = len(self.workbook.worksheets)
        progress = self.progress.part((sheet._id - 1) / count, sheet._id / count)
        styles = _Styles(self.workbook)
        head = sheet_head(sheet, styles.of)
        with self.archive.open(sheet.path[1:], "w", force_zip64=True) as file:
            file.write(f"{head}<sheetData>".encode())
            for text in _rows(sheet, self.results.get(sheet.title, {}), styles, progress):
                file.write(text.encode())
            tail = sheet_tail(sheet, drawing, [id_ for kind, id_ in ids if kind == "table"])
            file.write(f"</sheetData>{tail}".encode())


def _rows(sheet: Worksheet, results: Results, styles: _Styles, progress: Progress) -> Iterator[str]:
    """Yield the rows of a sheet as XML, some at a time."""
    rows: dict[int, list[tuple[int, Any]]] = {row: [] for row in sorted(
        {row for row, _column in sheet._cells} | sheet.row_dimensions.keys())}
    for (row, column), cell in sheet._cells.items():
        rows[row].append((column, cell))
    letters = [get_column_letter(column) for column in range(1, sheet.max_column + 1)]
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
        return f'<c r="{place}"{style} t="inlineStr"><is><t{space}>{escaped(value)}</t></is></c>'
    if kind == "f":
        result = results.get(place)
        return (f'<c r="{place}"{style}><f>{escaped(value[1:])}</f>'
                + ("<v/></c>" if result is None else f"<v>{result!r}</v></c>"))
    return f'<c r="{place}"{style} t="n"><v>{value}</v></c>'
