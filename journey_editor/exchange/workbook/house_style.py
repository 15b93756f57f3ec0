"""A style taken from a workbook of the user's: what its titles, headers, labels and cells look like, and its pages.

What a cell is for is told by where it stands: the title is the widest or largest text at the top, the header the first
row below it with several cells of a look of their own, the labels are the first column, and the rest is body.
"""

from __future__ import annotations

import io
import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.drawing.image import Image
from openpyxl.worksheet.header_footer import HeaderFooterItem

from ...model import JourneyError, Sentence
from ...spreadsheet.grid import Area, area_of
from ...spreadsheet.package import Package
from ...spreadsheet.reader import Sheet, Value, WorkbookReader, with_workbook
from ...spreadsheet.sheet_parts import numbered_cells, numbered_rows
from ...spreadsheet.sheet_reader import Unknown
from ...spreadsheet.styles import ACCENT, CellFormat, colour_of, theme_colours, tinted
from ...spreadsheet.xml_part import named, tag_of
from .workbook_styles import CLASSIC, CellStyle, HeaderFooter, PageSetup, Style

_MOST_ROWS, _MOST_COLUMNS = 60, 40
"""How much of a sheet is looked at."""

_FEWEST_HEADS = 2
_LEAST_WIDTH = 6.0
_USUAL_SIZE = 10.0
_MARGINS = {"left": 0.75, "right": 0.75, "top": 1.0, "bottom": 1.0, "header": 0.5, "footer": 0.5}
"""The margins of a sheet that tells none, in inches."""

_EMU_PER_PIXEL = 9525
_ANCHORS = ("absoluteAnchor", "oneCellAnchor", "twoCellAnchor")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with something in it; a merged one has the lines of its last one as well, by their sides."""

    row: int
    column: int
    value: Value | Unknown
    format: CellFormat
    lines: dict[str, Element | None]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The cells of a sheet by what they are for."""

    title: _Cell | None
    header: list[_Cell]
    labels: list[_Cell]
    body: list[_Cell]


def read_house_style(path: str | os.PathLike[str]) -> Style:
    """Return the style of a workbook: fonts, colours, logo, column widths, print set-up, header and footer.

    Raise `JourneyError` if the file cannot be read, or has no sheet with a header row and cells below it.
    """
    name = os.path.basename(os.fspath(path))
    style = with_workbook(path, lambda book: _style_of(book, os.path.splitext(name)[0]))
    if style is None:
        raise JourneyError(Sentence(
            "exchange", "No style can be taken from “{name}”: no sheet has a header row with cells below it.",
            name=name))
    return style


def _style_of(book: WorkbookReader, name: str) -> Style | None:
    """Return the style of the first sheet that is a table, of those that are shown at first; None if none is."""
    for title in sorted(book.sheets, key=book.hidden.__contains__):
        sheet = book.sheet(title, _MOST_ROWS)
        root = book.package.root(sheet.part)
        merges = [area for node in named(root, "mergeCell") if (area := area_of(node.get("ref", "")))]
        parts = _parts(_filled_cells(book, sheet, root, merges), merges)
        if parts:
            theme = book.package.linked("theme")
            colours = theme_colours(book.package.root(theme) if theme else None)
            return replace(_style(root, parts, colours, name), **_logo(book, [sheet.name, *book.sheets]))
    return None


# -- finding -----------------------------------------------------------------------------------------------------------


def _parts(rows: list[list[_Cell]], merges: list[Area]) -> _Parts | None:
    """Return a sheet's cells by what they are for; None if it is no table."""
    header = _header(rows)
    if header is None:
        return None
    first = min(cell.column for cell in rows[header])
    below = [cell for row in rows[header + 1:] for cell in row]
    labels = [cell for cell in below if cell.column == first]
    body = [cell for cell in below if cell.column > first] or labels
    return _Parts(_title(rows[:header], merges), rows[header], labels, body) if body else None


def _filled_cells(book: WorkbookReader, sheet: Sheet, root: Element, merges: list[Area]) -> list[list[_Cell]]:
    """Return the cells with something in them by row, as far as a sheet is looked at."""
    rows = {row: numbered_cells(node) for row, node in numbered_rows(next(named(root, "sheetData"), ())).items()
            if row <= _MOST_ROWS}
    values = sheet.rows

    def format_of(row: int, column: int) -> CellFormat:
        cell = rows.get(row, {}).get(column)
        return book.package.styles.format(int(cell.get("s", "0")) if cell is not None else 0)

    def lines(row: int, column: int) -> dict[str, Element | None]:
        area = next((area for area in merges if (area.top, area.left) == (row, column)), None)
        last = format_of(area.bottom, area.right).lines if area else {}
        return {side: line for side, line in last.items() if side in ("right", "bottom")} | dict(
            format_of(row, column).lines)

    def is_covered(row: int, column: int) -> bool:
        return any(area.holds(row, column) and (area.top, area.left) != (row, column) for area in merges)

    return [[_Cell(row, column, value, format_of(row, column), lines(row, column))
             for column, value in sorted(values.get(row, {}).items())
             if column <= _MOST_COLUMNS and not is_covered(row, column)]
            for row in range(1, max(values, default=0) + 1)]


def _title(rows: list[list[_Cell]], merges: list[Area]) -> _Cell | None:
    """Return the cell of the title in the rows above the header: the largest of those that span columns, or of all."""
    merged = {area.top: area.left for area in merges if area.right > area.left}
    texts = [cell for row in rows for cell in row if isinstance(cell.value, str)]
    wide = [cell for cell in texts if merged.get(cell.row) == cell.column]
    return max(wide or texts, key=lambda cell: cell.format.size or 0, default=None)


def _header(rows: list[list[_Cell]]) -> int | None:
    """Return the first row of several cells with a ground or in bold or, if there is none, of several cells."""
    several = [place for place, row in enumerate(rows[:-1]) if len(row) >= _FEWEST_HEADS and rows[place + 1]]
    marked = [place for place in several
              if 2 * sum(cell.format.bold or cell.format.solid for cell in rows[place]) > len(rows[place])]
    return next(iter(marked or several), None)


# -- reading -----------------------------------------------------------------------------------------------------------


def _style(root: Element, parts: _Parts, theme: list[str], name: str) -> Style:
    header, label, body = (
        _cell_style(cells, theme) for cells in (parts.header, parts.labels or parts.header, parts.body))
    usual, stripe = _grounds(parts.body, theme)
    body = replace(body, fill=usual)
    title, title_text = replace(header, size=max(header.size + 6, 16)), ""
    if parts.title is not None:
        title, title_text = _cell_style([parts.title], theme), str(parts.title.value)
    line = _line(parts.body, theme) or _line(parts.header, theme) or CLASSIC.line
    accent = _accent(header, title, label, theme)
    labels, columns = _widths(root, parts)
    return Style(
        name=name, title=title, header=header, label=label, body=body, line=line,
        gap=_line(parts.header, theme) or ("FFFFFF" if header.fill else line),
        tint=label.fill or body.fill or _mixed(accent, 0.88), stripe=stripe,
        series=(_mixed(accent, 0.65), accent, tinted(accent, -0.45)), label_width=labels, column_width=columns,
        page=_page(root), head=_header_footer(root, "oddHeader", title_text),
        foot=_header_footer(root, "oddFooter", title_text))


def _accent(header: CellStyle, title: CellStyle, label: CellStyle, theme: list[str]) -> str:
    """Return the colour that stands out: of a ground that is not pale, of a text that is not dark, or the theme's."""
    grounds = [style.fill for style in (header, title, label) if style.fill and not _is_pale(style.fill)]
    inks = [style.ink for style in (title, header) if not _is_dark(style.ink)]
    return next(iter([*grounds, *inks]), theme[ACCENT])


def _cell_style(cells: list[_Cell], theme: list[str]) -> CellStyle:
    """Return the look that most of some cells have."""
    looks = Counter(_look(cell, theme) for cell in cells)
    return looks.most_common(1)[0][0]


def _grounds(cells: list[_Cell], theme: list[str]) -> tuple[str | None, str | None]:
    """Return the grounds of the body's usual rows, and of every second one if it has another."""
    found = [Counter(_look(cell, theme).fill for cell in cells if cell.row % 2 == odd) for odd in (0, 1)]
    if not all(found):
        return _cell_style(cells, theme).fill, None
    first, second = (counter.most_common(1)[0][0] for counter in found)
    usual, stripe = sorted((first, second), key=lambda ground: -_lightness(ground or "FFFFFF"))
    return usual, stripe if stripe != usual else None


def _look(cell: _Cell, theme: list[str]) -> CellStyle:
    look = cell.format
    ground = colour_of(look.ground, theme, "000000") if look.solid else None
    return CellStyle(colour_of(look.ink, theme) or "000000", None if ground == "FFFFFF" else ground,
                     look.size or _USUAL_SIZE, look.bold, look.italic, look.font)


def _line(cells: list[_Cell], theme: list[str]) -> str | None:
    found = Counter(colour_of(colour, theme) or "000000" for cell in cells for colour in cell.lines.values())
    return found.most_common(1)[0][0] if found else None


def _widths(root: Element, parts: _Parts) -> tuple[float | None, float | None]:
    """Return the width of the labels' column and of most others, where the sheet has set them."""
    columns: dict[int, float] = {}
    for node in named(root, "col"):
        width, last = float(node.get("width", "0")), min(int(node.get("max", "0")), _MOST_COLUMNS)
        if width >= _LEAST_WIDTH and node.get("hidden", "0") in ("0", "false"):
            columns.update(dict.fromkeys(range(int(node.get("min", "1")), last + 1), width))
    first = min(cell.column for cell in parts.header)
    others = [columns[cell.column] for cell in parts.header if cell.column != first and cell.column in columns]
    return columns.get(first), round(median(others), 2) if others else None


def _page(root: Element) -> PageSetup:
    found = {tag_of(node.tag): node for node in root}
    setup, margins = (found.get(tag, Element("")) for tag in ("pageSetup", "pageMargins"))
    orientation = setup.get("orientation", "")
    left, right, top, bottom, header, footer = (
        float(margins.get(side, usual)) for side, usual in _MARGINS.items())
    return PageSetup(int(setup.get("paperSize", "0")) or None,
                     orientation if orientation in ("portrait", "landscape") else "landscape",
                     (left, right, top, bottom, header, footer))


def _header_footer(root: Element, tag: str, title: str) -> HeaderFooter:
    """Return a header or footer, open for other titles; its picture stays away, as no library writes one."""
    node = next((node for group in root if tag_of(group.tag) == "headerFooter" for node in named(group, tag)), None)
    with warnings.catch_warnings():
        # One that cannot be understood stays away.
        warnings.simplefilter("ignore")
        found = HeaderFooterItem.from_tree(node) if node is not None else None
    items = [found.left, found.center, found.right] if found else []
    texts = [(item.text or "").replace("&G", "").replace("&[Picture]", "") for item in items]
    if title:
        texts = [text.replace(title.replace("&", "&&"), "{title}") for text in texts]
    return HeaderFooter(*(_codes(item) + text if text else "" for item, text in zip(items, texts)))


def _codes(item: Any) -> str:
    """Return the codes of a header's font."""
    font = f'&"{item.font}"' if item.font else ""
    # A number right after a size would be read as part of it.
    size = f"&{item.size} " if item.size else ""
    return font + size + (f"&K{item.color}" if item.color else "")


def _logo(book: WorkbookReader, sheets: Iterable[str]) -> dict[str, Any]:
    """Return the first picture of the sheets and its size in pixels as it is shown, as a style has them."""
    drawings = (part for sheet in sheets for kind, part in book.links(sheet) if kind == "drawing")
    for anchor, part in (picture for drawing in drawings for picture in _pictures(book.package, drawing)):
        try:
            image = Image(io.BytesIO(book.package.read(part)))
        except OSError:  # a picture of a kind that cannot be read
            continue
        if image.format == "wmf":
            continue
        extent = next((node for node in anchor if tag_of(node.tag) == "ext"), None)
        size = (image.width, image.height) if extent is None else (
            round(int(extent.get("cx", "0")) / _EMU_PER_PIXEL), round(int(extent.get("cy", "0")) / _EMU_PER_PIXEL))
        return {"logo": image._data(), "logo_size": size}
    return {}


def _pictures(package: Package, drawing: str) -> Iterator[tuple[Element, str]]:
    """Yield the anchors of a drawing's pictures, those that are bound to fewest cells first, and the pictures' parts.
    """
    links = package.links(drawing)
    anchors = sorted((node for node in package.root(drawing) if tag_of(node.tag) in _ANCHORS),
                     key=lambda node: _ANCHORS.index(tag_of(node.tag)))
    for anchor in anchors:
        blip = next(named(anchor, "blip"), None)
        id_ = next((value for name, value in blip.items() if tag_of(name) == "embed"), "") if blip is not None else ""
        if id_ in links:
            yield anchor, links[id_][1]


# -- colours -----------------------------------------------------------------------------------------------------------


def _mixed(colour: str, white: float) -> str:
    """Return a colour with this part of white in it."""
    return "".join(f"{round(int(colour[i:i + 2], 16) * (1 - white) + 255 * white):02X}" for i in (0, 2, 4))


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _is_pale(colour: str) -> bool:
    return _lightness(colour) > 0.8


def _is_dark(colour: str) -> bool:
    return _lightness(colour) < 0.12
