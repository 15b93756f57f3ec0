"""Journey to and from the files of other programs.

May import model, openpyxl and the like; knows no Qt.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clipboard import (
        Pasted, cells_from_clipboard, clipboard_cells, clipboard_list, clipboard_map, recognise_clipboard)
    from .edits import Edits, find_edits, read_edits
    from .files import read_file, write_file
    from .house_style import read_house_style
    from .keeping import what_would_be_lost
    from .progress import Cancelled
    from .reading import find_maps, read_workbook
    from .report import FoundMap, ImportReport, SeveralMaps
    from .styles import STYLES, Style, style_named
    from .templates import fill_template
    from .updating import Update, merge_edits, shown_conflict, update_from
    from .writing import write_workbook

__all__ = [
    "STYLES", "Cancelled", "Edits", "FoundMap", "ImportReport", "Pasted", "SeveralMaps", "Style", "Update",
    "cells_from_clipboard", "clipboard_cells", "clipboard_list", "clipboard_map", "fill_template", "find_edits",
    "find_maps", "merge_edits", "read_edits", "read_file", "read_house_style", "read_workbook",
    "recognise_clipboard", "shown_conflict", "style_named", "update_from", "what_would_be_lost", "write_file",
    "write_workbook",
]

_HOMES = {
    "Cancelled": "progress",
    "FoundMap": "report", "ImportReport": "report", "SeveralMaps": "report",
    "find_maps": "reading", "read_workbook": "reading", "write_workbook": "writing",
    "STYLES": "styles", "Style": "styles", "style_named": "styles", "read_house_style": "house_style",
    "fill_template": "templates",
    "what_would_be_lost": "keeping",
    "Edits": "edits", "find_edits": "edits", "read_edits": "edits",
    "Update": "updating", "merge_edits": "updating", "shown_conflict": "updating", "update_from": "updating",
    "read_file": "files", "write_file": "files",
    "Pasted": "clipboard", "cells_from_clipboard": "clipboard", "clipboard_cells": "clipboard",
    "clipboard_list": "clipboard", "clipboard_map": "clipboard",
    "recognise_clipboard": "clipboard",
}


def __getattr__(name: str) -> Any:
    """Return one of the names of this room, whose parts are imported at first use: the editor starts without them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
