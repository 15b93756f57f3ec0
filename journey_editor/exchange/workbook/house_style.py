"""A style taken from a workbook of the user's: what its titles, headers, labels and cells look like, and its pages.

What a cell is for is told by where it stands: the title is the widest or largest text at the top, the header the first
row below it with several cells of a look of their own, the labels are the first column, and the rest is body.
"""

from __future__ import annotations

import colorsys
import os
import re
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median
from typing import Any
from xml.etree import ElementTree

from ...model import JourneyError, Sentence
from ...spreadsheet.package import Package, TooLarge, with_package
from ...spreadsheet.xml_part import named, tag_of
from .workbook_styles import CLASSIC, CellStyle, HeaderFooter, PageSetup, Style

_MOST_ROWS, _MOST_COLUMNS = 60, 40
"""How much of a sheet is looked at."""

_SCHEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
           "folHlink")
"""The colours of a theme in the order of their numbers."""

_FEWEST_HEADS = 2
_LEAST_WIDTH = 6.0
_USUAL_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class _Parts:
    """The cells of a sheet by what they are for."""

    title: Any
    header: list[Any]
    labels: list[Any]
    body: list[Any]


def read_house_style(path: str | os.PathLike[str]) -> Style:
    """Return the style of a workbook: fonts, colours, logo, column widths, print set-up, header and footer.

    Raise `JourneyError` if the file cannot be read, or has no sheet with a header row and cells below it.
    """
    name = os.path.basename(os.fspath(path))
    with_package(path, lambda package: _check(package))
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl cannot keep does not matter here: nothing is written back.
        warnings.simplefilter("ignore")
        try:
            workbook = load_workbook(path)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, ElementTree.ParseError) as error:
            raise JourneyError(Sentence("exchange", "“{name}” is damaged and cannot be read.", name=name)) from error
    theme = _theme_colours(workbook.loaded_theme)
    for sheet in sorted(workbook.worksheets, key=lambda sheet: sheet.sheet_state != "visible"):
        parts = _parts(sheet)
        if parts:
            return _style(sheet, parts, theme, os.path.splitext(name)[0], workbook.worksheets)
    raise JourneyError(Sentence(
        "exchange", "No style can be taken from “{name}”: no sheet has a header row with cells below it.", name=name))


def _check(package: Package) -> None:
    """Look at what openpyxl would take minutes to read: merged ranges over whole columns."""
    for part in (name for name in package.names() if re.fullmatch(r"xl/worksheets/[^/]*\.xml", name, re.IGNORECASE)):
        for node in named(package.root(part), "mergeCell"):
            if re.search(r"\d{6}|^[A-Z]+:[A-Z]+$", node.get("ref", "")):
                raise TooLarge


# -- finding -----------------------------------------------------------------------------------------------------------


def _parts(sheet: Any) -> _Parts | None:
    """Return a sheet's cells by what they are for; None if it is no table."""
    rows = _filled_cells(sheet)
    header = _header(rows)
    if header is None:
        return None
    first = min(cell.column for cell in rows[header])
    below = [cell for row in rows[header + 1:] for cell in row]
    labels = [cell for cell in below if cell.column == first]
    body = [cell for cell in below if cell.column > first] or labels
    return _Parts(_title(sheet, rows[:header]), rows[header], labels, body) if body else None


def _filled_cells(sheet: Any) -> list[list[Any]]:
    """Return the cells with something in them by row, as far as a sheet is looked at."""
    rows = sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS))
    return [[cell for cell in row if cell.value not in (None, "")] for row in rows]


def _title(sheet: Any, rows: list[list[Any]]) -> Any:
    """Return the cell of the title in the rows above the header: the largest of those that span columns, or of all."""
    merged = {area.min_row: area.min_col for area in sheet.merged_cells.ranges if area.max_col > area.min_col}
    texts = [cell for row in rows for cell in row if isinstance(cell.value, str)]
    wide = [cell for cell in texts if merged.get(cell.row) == cell.column]
    return max(wide or texts, key=lambda cell: float(cell.font.sz or 0), default=None)


def _header(rows: list[list[Any]]) -> int | None:
    """Return the first row of several cells with a ground or in bold or, if there is none, of several cells."""
    several = [place for place, row in enumerate(rows[:-1]) if len(row) >= _FEWEST_HEADS and rows[place + 1]]
    marked = [place for place in several
              if 2 * sum(map(_is_marked, rows[place])) > len(rows[place])]
    return next(iter(marked or several), None)


def _is_marked(cell: Any) -> bool:
    return bool(cell.font.b) or cell.fill.fill_type == "solid"


# -- reading -----------------------------------------------------------------------------------------------------------


def _style(sheet: Any, parts: _Parts, theme: list[str], name: str, sheets: Iterable[Any]) -> Style:
    header, label, body = (
        _cell_style(cells, theme) for cells in (parts.header, parts.labels or parts.header, parts.body))
    usual, stripe = _grounds(parts.body, theme)
    body = replace(body, fill=usual)
    title, title_text = replace(header, size=max(header.size + 6, 16)), ""
    if parts.title is not None:
        title, title_text = _cell_style([parts.title], theme), str(parts.title.value)
    line = _line(parts.body, theme) or _line(parts.header, theme) or CLASSIC.line
    accent = _accent(header, title, label, theme)
    labels, columns = _widths(sheet, parts)
    logo, size = _logo([sheet, *sheets])
    return Style(
        name=name, title=title, header=header, label=label, body=body, line=line,
        gap=_line(parts.header, theme) or ("FFFFFF" if header.fill else line),
        tint=label.fill or body.fill or _mixed(accent, 0.88), stripe=stripe,
        series=(_mixed(accent, 0.65), accent, _tinted(accent, -0.45)), label_width=labels, column_width=columns,
        page=_page(sheet), head=_header_footer(sheet.oddHeader, title_text),
        foot=_header_footer(sheet.oddFooter, title_text), logo=logo, logo_size=size)


def _accent(header: CellStyle, title: CellStyle, label: CellStyle, theme: list[str]) -> str:
    """Return the colour that stands out: of a ground that is not pale, of a text that is not dark, or the theme's."""
    grounds = [style.fill for style in (header, title, label) if style.fill and not _is_pale(style.fill)]
    inks = [style.ink for style in (title, header) if not _is_dark(style.ink)]
    return next(iter([*grounds, *inks]), theme[_SCHEME.index("accent1")])


def _cell_style(cells: list[Any], theme: list[str]) -> CellStyle:
    """Return the look that most of some cells have."""
    looks = Counter(_look(cell, theme) for cell in cells)
    return looks.most_common(1)[0][0]


def _grounds(cells: list[Any], theme: list[str]) -> tuple[str | None, str | None]:
    """Return the grounds of the body's usual rows, and of every second one if it has another."""
    found = [Counter(_look(cell, theme).fill for cell in cells if cell.row % 2 == odd) for odd in (0, 1)]
    if not all(found):
        return _cell_style(cells, theme).fill, None
    first, second = (counter.most_common(1)[0][0] for counter in found)
    usual, stripe = sorted((first, second), key=lambda ground: -_lightness(ground or "FFFFFF"))
    return usual, stripe if stripe != usual else None


def _look(cell: Any, theme: list[str]) -> CellStyle:
    font, fill = cell.font, cell.fill
    ground = _colour(fill.fgColor, theme) if fill.fill_type == "solid" else None
    if fill.fill_type is None and getattr(fill, "stop", None):
        ground = _colour(fill.stop[0].color, theme)
    return CellStyle(_colour(font.color, theme) or "000000", None if ground == "FFFFFF" else ground,
                     float(font.sz or _USUAL_SIZE), bool(font.b), bool(font.i), font.name or "")


def _line(cells: list[Any], theme: list[str]) -> str | None:
    found = Counter(
        _colour(side.color, theme) or "000000" for cell in cells
        for side in (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom) if side and side.style)
    return found.most_common(1)[0][0] if found else None


def _widths(sheet: Any, parts: _Parts) -> tuple[float | None, float | None]:
    """Return the width of the labels' column and of most others, where the sheet has set them."""
    columns = _set_widths(sheet)
    first = min(cell.column for cell in parts.header)
    others = [columns[cell.column] for cell in parts.header if cell.column != first and cell.column in columns]
    return columns.get(first), round(median(others), 2) if others else None


def _set_widths(sheet: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in sheet.column_dimensions.values():
        if column.width and column.width >= _LEAST_WIDTH and column.customWidth and not column.hidden:
            column.reindex()
            found.update(dict.fromkeys(range(column.min, min(column.max, _MOST_COLUMNS) + 1), float(column.width)))
    return found


def _page(sheet: Any) -> PageSetup:
    paper = sheet.page_setup.paperSize
    margins = sheet.page_margins
    orientation = sheet.page_setup.orientation
    return PageSetup(int(paper) if paper else None,
                     orientation if orientation in ("portrait", "landscape") else "landscape",
                     (margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer))


def _header_footer(part: Any, title: str) -> HeaderFooter:
    """Return a header or footer, open for other titles; its picture stays away, as no library writes one."""
    items = (part.left, part.center, part.right)
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


def _logo(sheets: list[Any]) -> tuple[bytes, tuple[int, int]]:
    """Return the first picture of the sheets and its size in pixels as it is shown."""
    for sheet in sheets:
        for image in sheet._images:
            extent = getattr(image.anchor, "ext", None)
            size = (round(extent.width / 9525), round(extent.height / 9525)) if extent else (image.width, image.height)
            return image._data(), size
    return b"", (0, 0)


# -- colours -----------------------------------------------------------------------------------------------------------


def _theme_colours(content: bytes | None) -> list[str]:
    """Return a theme's colours as `RRGGBB` by number; Office's own for what it lacks."""
    colours = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
               "0563C1", "954F72"]
    if content:
        for scheme in named(ElementTree.fromstring(content), "clrScheme"):
            for node in scheme:
                value = next((child.get("lastClr") or child.get("val") for child in node), None)
                if tag_of(node.tag) in _SCHEME and value and re.fullmatch("[0-9A-Fa-f]{6}", value):
                    colours[_SCHEME.index(tag_of(node.tag))] = value.upper()
    return colours


def _colour(color: Any, theme: list[str]) -> str | None:
    """Return a colour as `RRGGBB` with its theme, number and tint resolved; None if it is automatic."""
    from openpyxl.styles.colors import COLOR_INDEX

    if color is None:
        return None
    base = None
    if color.type == "rgb" and isinstance(color.rgb, str):
        base = color.rgb[-6:].upper()
    elif color.type == "theme" and color.theme < len(theme):
        base = theme[color.theme]
    elif color.type == "indexed" and color.indexed < len(COLOR_INDEX):
        base = COLOR_INDEX[color.indexed][-6:]
    return _tinted(base, color.tint or 0) if base else None


def _tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter (tint up to 1) or darker (down to −1), as Excel does it."""
    hue, light, full = colorsys.rgb_to_hls(*(int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))


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
