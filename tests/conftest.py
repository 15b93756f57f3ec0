"""What the tests of all rooms start from."""

from __future__ import annotations

import os

# Before the first import of Qt; a developer may ask for a real window system by name.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random  # noqa: E402
from collections.abc import Callable  # noqa: E402

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from journey_editor.document import Document  # noqa: E402
from journey_editor.model import (  # noqa: E402
    Challenge, Flow, Journey, JourneyInfo, Metric, Opportunity, Record, Role, Stage, Touchpoint)

# Where a change is judged, the same examples each time; new ones are looked for at developers' desks.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")

FLOWS_PER_TOUCHPOINT = 1.3


def _id(number: int) -> str:
    return f"{number:032x}"


def _make_journey(count: int) -> Journey:
    """Return a journey of `count` touchpoints, the same each time: about 12 to a stage, things attached to some."""
    chance = random.Random(count)
    stage_count = max(1, round(count / 12))
    stages = [Stage(id=_id(0x1000 + i), title=f"Stage {i + 1}", order=i) for i in range(stage_count)]
    cards = [Touchpoint(id=_id(0x100000 + i), title=f"Touch point {i + 1}", stage=stages[i * stage_count // count].id,
                        order=i, emotion=chance.choice((None, -2, -1, 0, 1, 2))) for i in range(count)]
    records: list[Record] = [JourneyInfo(id=_id(1), title=f"A journey of {count} touch points"), *stages, *cards]
    pairs = {(i, i + 1) for i in range(count - 1)}
    while len(pairs) < round(FLOWS_PER_TOUCHPOINT * count) and count > 2:
        here = chance.randrange(count)
        there = max(0, min(count - 1, here + chance.randint(-8, 16)))
        if here != there:
            pairs.add((here, there))
    for i, (here, there) in enumerate(sorted(pairs)):
        records.append(Flow(id=_id(0x200000 + i), source=cards[here].id, target=cards[there].id))
    for i, card in enumerate(cards):
        if chance.random() < 0.25:
            records.append(Challenge(id=_id(0x300000 + i), title=f"Challenge {i + 1}", about=card.id, order=0))
        if chance.random() < 0.25:
            records.append(Metric(id=_id(0x400000 + i), title=f"Metric {i + 1}", about=card.id, order=0))
    return Journey(records)


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> object:
    """Qt's application with widgets, for every test of a process: the command line would make one without them."""
    return qapp


@pytest.fixture
def make_journey() -> Callable[[int], Journey]:
    """A function of the number of touchpoints: the same journey each time, with 1.3 flows a touchpoint."""
    return _make_journey


@pytest.fixture
def journey() -> Journey:
    """A small map: two stages, three touchpoints, two flows, a role, and some things attached."""
    visit, register = (Stage(id=_id(10 + i), title=title, order=i) for i, title in enumerate(("Visit", "Register")))
    buyer = Role(id=_id(20), title="Buyer", order=0)
    site = Touchpoint(id=_id(30), title="Web site", stage=visit.id, order=0, roles=(buyer.id,), emotion=1)
    chat = Touchpoint(id=_id(31), title="Chat", stage=visit.id, order=1)
    form = Touchpoint(id=_id(32), title="Registration form", stage=register.id, order=0, emotion=-1)
    long = Challenge(id=_id(40), title="The form is too long", about=form.id, order=0)
    return Journey([
        JourneyInfo(id=_id(1), title="A small journey"), visit, register, buyer, site, chat, form, long,
        Metric(id=_id(41), title="Registrations", about=visit.id, order=0, unit="%", baseline=10, target=20),
        Opportunity(id=_id(42), title="Ask for less", about=form.id, order=0, challenges=(long.id,)),
        Flow(id=_id(50), source=site.id, target=form.id, label="most", share=0.7),
        Flow(id=_id(51), source=chat.id, target=form.id),
    ])


@pytest.fixture
def document(journey: Journey) -> Document:
    """A document open on the small map."""
    document = Document()
    document.open(journey, None)
    return document


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start what takes long first: processes that share the tests then end at about the same time."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
