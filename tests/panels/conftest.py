from types import SimpleNamespace

import pytest

from journey_editor.document import Document, Selection
from journey_editor.model import (
    Cell,
    Challenge,
    Flow,
    Journey,
    JourneyInfo,
    Lane,
    Metric,
    Note,
    Opportunity,
    Role,
    Stage,
    Touchpoint,
    Track,
)


@pytest.fixture
def map_():
    """A small map with one of everything, its records by short names, open in a document with a selection."""
    visit = Stage(title="Visit Website", order=1, goal="Learn what is offered")
    register = Stage(title="Register", order=2)
    buyer = Role(title="Buyer", order=1, color="#3b6fb6")
    finance = Role(title="Finance", order=2)
    fast = Track(title="Fast", order=1, rule="Low risk")
    quotes = Lane(title="Quotes", order=1)
    content = Touchpoint(title="Content marketing", stage=visit.id, order=1, roles=(buyer.id,), channel="Web",
                         emotion=1, owner="Marketing")
    messaging = Touchpoint(title="Messaging", stage=visit.id, order=2, owner="Sales", position=(120.0, 300.0))
    form = Touchpoint(title="Registration form", stage=register.id, order=1)
    roi = Challenge(title="Content ROI is hard to measure", about=content.id, order=1, severity=3)
    awkward = Challenge(title="Awkward form", about=register.id, order=1)
    bounce = Metric(title="Bounce rate", about=content.id, order=1, unit="%", observations=(("2024-01-31", 58.0),))
    studies = Opportunity(title="Publish case studies", about=content.id, order=1, challenges=(roi.id,))
    quote = Cell(title="Is this for us?", lane=quotes.id, about=visit.id, order=1)
    flow = Flow(source=content.id, target=form.id, label="if interested", share=0.35)
    idea = Note(title="Ask the sales team", order=1)
    hint = Note(title="See the survey", order=2, about=roi.id)
    info = JourneyInfo(title="Alibaba B2B")
    records = {name: record for name, record in locals().items() if hasattr(record, "id")}
    document = Document(Journey(records.values()))
    selection = Selection(document)
    return SimpleNamespace(**records, document=document, selection=selection,
                           now=lambda record: document.journey[record.id])
