"""The store: what it answers, what it refuses, what a Change does to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from journey_editor.model import (
    Challenge,
    Change,
    Flow,
    Journey,
    JourneyError,
    JourneyInfo,
    Metric,
    Note,
    Opportunity,
    Role,
    Stage,
    Touchpoint,
    new_id,
)
from tests.strategies import journeys

STALE = "The journey has changed in the meantime, so this can no longer be applied. Please try again."


@pytest.fixture
def parts():
    """A small journey's records by name."""
    info = JourneyInfo(title="Map")
    buyer = Role(title="Buyer")
    visit, register = Stage(title="Visit", order=1), Stage(title="Register", order=2)
    home = Touchpoint(title="Home page", stage=visit.id, order=2, roles=(buyer.id,))
    advert = Touchpoint(title="Advert", stage=visit.id, order=1)
    form = Touchpoint(title="Form", stage=register.id, order=1)
    long = Challenge(title="Too long", about=form.id)
    return {
        "info": info, "buyer": buyer, "visit": visit, "register": register, "home": home, "advert": advert,
        "form": form, "long": long, "shorter": Opportunity(title="Shorter", about=form.id, challenges=(long.id,)),
        "rate": Metric(title="Rate", about=register.id), "note": Note(title="?", about=long.id),
        "go": Flow(source=home.id, target=form.id),
    }


@pytest.fixture
def journey(parts):
    return Journey(parts.values())


def test_it_answers_in_order(journey, parts):
    assert journey.info is parts["info"]
    assert journey.stages == [parts["visit"], parts["register"]]
    assert journey.children(parts["visit"].id, Touchpoint) == [parts["advert"], parts["home"]]
    assert journey.flows_from(parts["home"].id) == journey.flows_into(parts["form"].id) == [parts["go"]]
    assert journey.flows_into(parts["home"].id) == []
    assert journey.referrers(parts["form"].id) == [parts["long"], parts["go"], parts["shorter"]]
    assert journey.count(Touchpoint) == 3 and len(journey) == 12
    assert parts["home"].id in journey and journey[parts["home"].id] is parts["home"] and journey.get("x") is None


def test_a_copy_changes_apart(journey, parts):
    copy = journey.copy()
    copy.apply(Change({parts["note"].id: (parts["note"], None)}))
    assert parts["note"].id in journey and copy != journey


def test_equal_records_in_another_order_are_an_equal_journey(journey, parts):
    assert Journey(reversed(parts.values())) == journey
    assert journey != "something else"


@pytest.mark.parametrize(("change", "sentence"), [
    (lambda p: {p["visit"].id: (p["visit"], None)}, "A touch point still refers to something that would be removed."),
    (lambda p: {p["info"].id: (p["info"], None)}, "A journey must have exactly one record of type “journey”, not 0."),
    (lambda p: {"0" * 32: (None, JourneyInfo(id="0" * 32))},
     "A journey must have exactly one record of type “journey”, not 2."),
    (lambda p: {"0" * 32: (None, Flow(id="0" * 32, source=p["home"].id, target="1" * 32))},
     "A flow refers to something that is not in the journey, in its field “To”."),
    (lambda p: {"0" * 32: (None, Challenge(id="0" * 32, about=p["buyer"].id))},
     "A challenge cannot refer to a role in its field “About”."),
    (lambda p: {p["home"].id: (p["home"], replace(p["home"], roles=("1" * 32,)))},
     "A touch point refers to something that is not in the journey, in its field “Roles”."),
    (lambda p: {p["home"].id: (p["home"], replace(p["home"], emotion=7))},
     "A touch point cannot have 7 as its emotion."),
    (lambda p: {p["home"].id: (p["home"], replace(p["home"], id="0" * 32))}, "The ID of a record cannot be changed."),
    (lambda p: {p["note"].id: (p["note"], Stage(id=p["note"].id))}, "A note cannot become a stage."),
    (lambda p: {p["note"].id: (None, p["note"])}, STALE),
    (lambda p: {"0" * 32: (Stage(id="0" * 32), None)}, STALE),
    (lambda p: {p["home"].id: (replace(p["home"], title="old"), p["home"])},
     STALE),
])
def test_check_names_the_rule_that_a_change_breaks(journey, parts, change, sentence):
    assert {str(problem) for problem in journey.check(Change(change(parts)))} == {sentence}
    assert journey == Journey(parts.values())


def test_check_names_every_rule():
    change = Change.adding([JourneyInfo(), Stage(order=None), Touchpoint(stage=new_id())])
    assert len(Journey([JourneyInfo()]).check(change)) == 3


def test_a_touchpoint_may_be_added_before_its_stage_and_removed_with_it(journey):
    stage = Stage()
    change = Change.adding([Touchpoint(stage=stage.id), stage])
    assert not journey.check(change)
    journey.apply(change)
    assert journey.children(stage.id, Touchpoint)
    assert not journey.check(change.inverse())
    journey.apply(change.inverse())
    assert stage.id not in journey and journey.referrers(stage.id) == []


def test_an_edit_of_nothing_into_nothing_is_harmless(journey, parts):
    change = Change({"0" * 32: (None, None)})
    assert not journey.check(change)
    journey.apply(change)
    assert journey == Journey(parts.values())


def test_every_change_makes_a_new_revision(journey, parts):
    before = journey.revision
    journey.apply(Change({parts["note"].id: (parts["note"], None)}))
    assert journey.revision == before + 1


@pytest.mark.parametrize("records", [[], [Stage()], [JourneyInfo(), JourneyInfo()],
                                     [JourneyInfo(id="0" * 32), Stage(id="0" * 32)]])
def test_what_is_no_journey_is_refused(records):
    with pytest.raises(JourneyError):
        Journey(records)


@settings(max_examples=25, deadline=None)
@given(journeys(most=2))
def test_a_change_and_its_inverse_cancel_out(journey):
    change = Change.adding(journey)
    assert not change.then(change.inverse())
    assert change.then(Change()) == change == Change().then(change)
    assert change.inverse().inverse() == change
    assert change.added == list(journey) and change.inverse().removed == list(journey) and not change.updated


def test_then_keeps_the_first_before_and_the_last_after():
    one = Stage(title="1")
    two, three = replace(one, title="2"), replace(one, title="3")
    change = Change.updating([(one, two)]).then(Change.updating([(two, three)]))
    assert change == Change({one.id: (one, three)}) and change.updated == [(one, three)]
    assert Change.updating([(one, replace(one))]) == Change() and not Change() and len(change) == 1
