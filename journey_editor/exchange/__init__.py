"""Journey to and from the files of other programs.

May import model, openpyxl and the like; knows no Qt. What its parts may import of one another is said in each of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .file.work import Cancelled
    from .own.edits import Edits, find_edits, read_edits
    from .own.updating import Update, merge_edits, shown_conflict, update_from
    from .reading.report import FoundMap, ImportReport, SeveralMaps
    from .style.house import read_house_style
    from .style.looks import STYLES, Style, style_named
    from .suffixes import read_file, write_file
    from .template.filling import fill_template
    from .text.clipboard import (
        Pasted, cells_from_clipboard, clipboard_cells, clipboard_list, clipboard_map, recognise_clipboard)
    from .workbooks import find_maps, read_workbook
    from .writing.keeping import what_would_be_lost
    from .writing.workbook import write_workbook

__all__ = [
    "STYLES", "Cancelled", "Edits", "FoundMap", "ImportReport", "Pasted", "SeveralMaps", "Style", "Update",
    "cells_from_clipboard", "clipboard_cells", "clipboard_list", "clipboard_map", "fill_template", "find_edits",
    "find_maps", "merge_edits", "read_edits", "read_file", "read_house_style", "read_workbook",
    "recognise_clipboard", "shown_conflict", "style_named", "update_from", "what_would_be_lost", "write_file",
    "write_workbook",
]

_HOMES = {
    "Cancelled": "file.work",
    "FoundMap": "reading.report", "ImportReport": "reading.report", "SeveralMaps": "reading.report",
    "find_maps": "workbooks", "read_workbook": "workbooks", "write_workbook": "writing.workbook",
    "STYLES": "style.looks", "Style": "style.looks", "style_named": "style.looks", "read_house_style": "style.house",
    "fill_template": "template.filling",
    "what_would_be_lost": "writing.keeping",
    "Edits": "own.edits", "find_edits": "own.edits", "read_edits": "own.edits",
    "Update": "own.updating", "merge_edits": "own.updating", "shown_conflict": "own.updating",
    "update_from": "own.updating",
    "read_file": "suffixes", "write_file": "suffixes",
    "Pasted": "text.clipboard", "cells_from_clipboard": "text.clipboard", "clipboard_cells": "text.clipboard",
    "clipboard_list": "text.clipboard", "clipboard_map": "text.clipboard", "recognise_clipboard": "text.clipboard",
}


def __getattr__(name: str) -> Any:
    """Return one of the names of this room, whose parts are imported at first use: the editor starts without them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
