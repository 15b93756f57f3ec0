"""What a label of a table may mean: a kind of record, a field of the touch points, or what only tables have.

The recogniser's synonyms lead to these names, and the report of an import tells what became of each. A field that the
model gives a concept is among them without a line here.
"""

from __future__ import annotations

from ..model import Challenge, Flow, Lane, Metric, Opportunity, Stage, Touchpoint
from ..model.fields import TEXTS, FieldSpec

STAGE, TOUCHPOINT, FLOW, LANE = Stage.type, Touchpoint.type, Flow.type, Lane.type
CHALLENGE, METRIC, OPPORTUNITY = Challenge.type, Metric.type, Opportunity.type
SUBSTAGE, STEP = "substage", "step"
PERSONA = "persona"
NUMBER = "number"
TIME = "time"
OTHER = "other"

TOUCHPOINT_FIELDS: dict[str, FieldSpec] = {spec.concept: spec for spec in Touchpoint.specs if spec.concept}
"""The fields of touch points that a label may mean, by concept."""

TEXT_FIELDS = frozenset(concept for concept, spec in TOUCHPOINT_FIELDS.items() if spec.kind in TEXTS)
"""Those that take a cell's text as it is."""

CHANNEL, ROLE, OWNER, NEED, NOTES, EMOTION, AUTOMATION, DURATION, BACKSTAGE = (
    Touchpoint.spec(name).concept for name in (
        "channel", "roles", "owner", "need", "notes", "emotion", "automation", "duration_hours", "backstage"))

LISTS: dict[str, type[Challenge] | type[Metric] | type[Opportunity]] = {
    CHALLENGE: Challenge, METRIC: Metric, OPPORTUNITY: Opportunity}
"""The kinds of which a cell may list several, each a record of its own."""
