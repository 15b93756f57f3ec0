"""What a journey is and how it may change: frozen records, one `Change`, pure operations.

May import the standard library only.
"""

from .change import Change
from .journey import Journey
from .records import (
    RECORD_TYPES, Cell, Challenge, Flow, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage, Touchpoint,
    Track, new_id,
)
from .sentence import JourneyError, Sentence, Word

__all__ = [
    "RECORD_TYPES", "Cell", "Challenge", "Change", "Flow", "Journey", "JourneyError", "JourneyInfo", "Lane", "Metric",
    "Note", "Opportunity", "Record", "Role", "Sentence", "Stage", "Touchpoint", "Track", "Word", "new_id",
]
