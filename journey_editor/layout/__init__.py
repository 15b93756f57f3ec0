"""Journey to positions and routes.

May import model, files, analysis, networkx and numpy; knows no Qt.
"""

from .arrange import arrange, ordering_change
from .arrangement import DEFAULT_CARD, DEFAULT_STAGE, Arrangement, Options

__all__ = ["DEFAULT_CARD", "DEFAULT_STAGE", "Arrangement", "Options", "arrange", "ordering_change"]
