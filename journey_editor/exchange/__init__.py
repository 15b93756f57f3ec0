"""Journey to and from the files of other programs.

May import model, openpyxl and the like; knows no Qt.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reading import find_maps, read_workbook
    from .report import FoundMap, ImportReport, SeveralMaps
    from .writing import write_workbook

__all__ = ["FoundMap", "ImportReport", "SeveralMaps", "find_maps", "read_workbook", "write_workbook"]

_HOMES = {
    "FoundMap": "report", "ImportReport": "report", "SeveralMaps": "report",
    "find_maps": "reading", "read_workbook": "reading", "write_workbook": "writing",
}


def __getattr__(name: str) -> Any:
    """Return one of the names of this room, whose parts are imported at first use: the editor starts without them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
