"""The map's picture on a sheet of its own, as large as a page lying holds.

The sheet has no text in its cells: a reader of the workbook finds no second map there. The title is in the header.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...model.vocabulary import label
from .map_sheet import shown_title
from .sheet_kind import Export, SheetKind, no_text
from .workbook_styles import A4, LABEL, HeaderFooter

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter

_PICTURE = "picture"
_TITLED = HeaderFooter(left="{title}")


def _write(export: Export, sheet: SheetWriter, _progress: Progress) -> None:
    assert export.picture is not None
    style = export.writer.style
    page = replace(style.page, orientation="landscape", paper=style.page.paper or A4)
    titled = any((style.head.left, style.head.center, style.head.right))
    sheet.add_picture(export.picture, page)
    sheet.set_up_page(LABEL, shown_title(export.journey, export.writer),
                      replace(style, page=page, head=style.head if titled else _TITLED))
    # On one page, however wide a program makes the columns below the drawing.
    sheet.worksheet.page_setup.fitToHeight = 1
    sheet.worksheet.print_area = None


PICTURE_SHEET = SheetKind(
    _PICTURE, lambda language: label(_PICTURE, language), _write, is_wanted=lambda export: export.picture is not None,
    is_marked=True, drawings=frozenset({"pic"}), region=no_text)
