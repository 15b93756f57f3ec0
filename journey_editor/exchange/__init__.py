"""Journey to and from the files of other programs.

May import model, files, analysis, spreadsheet, openpyxl and rapidfuzz; knows no Qt. Each part says what it may import.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..files.progress import Cancelled
    from .workbook.edits import Edits, find_edits, read_edits
    from .workbook.updating import Update, merge_edits, shown_conflict, update_from
    from .report import FoundMap, ImportReport, SeveralMaps
    from .workbook.house_style import read_house_style
    from .workbook.workbook_styles import STYLES, Style, style_named
    from .suffixes import read_file, write_file
    from .template.filling import fill_template
    from .text.clipboard_formats import (
        Pasted, cells_from_clipboard, clipboard_cells, clipboard_list, clipboard_map, recognise_clipboard)
    from .workbooks import find_maps, read_workbook
    from .workbook.keeping import what_would_be_lost
    from .workbook.exporting import write_workbook

__all__ = [
    "STYLES", "Cancelled", "Edits", "FoundMap", "ImportReport", "Pasted", "SeveralMaps", "Style", "Update",
    "cells_from_clipboard", "clipboard_cells", "clipboard_list", "clipboard_map", "fill_template", "find_edits",
    "find_maps", "merge_edits", "read_edits", "read_file", "read_house_style", "read_workbook",
    "recognise_clipboard", "shown_conflict", "style_named", "update_from", "what_would_be_lost", "write_file",
    "write_workbook",
]

_HOMES = {
    "Cancelled": ".files.progress",
    "FoundMap": "report", "ImportReport": "report", "SeveralMaps": "report",
    "find_maps": "workbooks", "read_workbook": "workbooks", "write_workbook": "workbook.exporting",
    "STYLES": "workbook.workbook_styles", "Style": "workbook.workbook_styles",
    "style_named": "workbook.workbook_styles",
    "read_house_style": "workbook.house_style",
    "fill_template": "template.filling",
    "what_would_be_lost": "workbook.keeping",
    "Edits": "workbook.edits", "find_edits": "workbook.edits", "read_edits": "workbook.edits",
    "Update": "workbook.updating", "merge_edits": "workbook.updating", "shown_conflict": "workbook.updating",
    "update_from": "workbook.updating",
    "read_file": "suffixes", "write_file": "suffixes",
    "Pasted": "text.clipboard_formats", "cells_from_clipboard": "text.clipboard_formats",
    "clipboard_cells": "text.clipboard_formats", "clipboard_list": "text.clipboard_formats",
    "clipboard_map": "text.clipboard_formats", "recognise_clipboard": "text.clipboard_formats",
}


def __getattr__(name: str) -> Any:
    """Return one of the names of this room, whose parts are imported at first use: the editor starts without them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
