"""The open journey: its undo stack, its path, one change signal, and what is selected.

May import model and Qt.
"""

from .document import Document
from .selection import Selection

__all__ = ["Document", "Selection"]
