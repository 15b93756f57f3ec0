"""Records: what their fields take, what they point at."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_editor.model import (
    RECORD_TYPES, Flow, JourneyInfo, Metric, Note, Opportunity, Role, Stage, Touchpoint, new_id)
from journey_editor.model.records import text_of
from journey_editor.model.vocabulary import at_start
from tests.strategies import plain_values, texts


def _without_made_ids(record):
    """Name a case the same in every process that runs the tests."""
    return re.sub("'[0-9a-f]{32}'", "…", repr(record))


@settings(deadline=None)
@given(st.sampled_from(sorted(RECORD_TYPES)), st.data())
def test_every_field_takes_what_it_may_hold(type_, data):
    cls = RECORD_TYPES[type_]
    values = {name: data.draw(strategy) for name, strategy in plain_values(cls).items()}
    pointing = {name: () if many else new_id() for name, _, _, many in cls.references}
    assert cls(**pointing, **values).problems() == []


@given(texts())
def test_every_text_is_a_title(text):
    assert Stage(title=text).problems() == []


@pytest.mark.parametrize("record", [
    Stage(title=None), Stage(title=b"x"), Stage(title="\ud800"), Stage(order=float("nan")), Stage(order=float("-inf")),
    Stage(order=True), Stage(order="1"), Stage(order=10**400), Stage(id="x"), Stage(id="A" * 32),
    Stage(id="a" * 32 + "\n"), Stage(id=None), JourneyInfo(language="fr"), JourneyInfo(bullet=""),
    Touchpoint(stage=None), Touchpoint(stage=new_id(), emotion=2.1), Touchpoint(stage=new_id(), emotion=True),
    Touchpoint(stage=new_id(), backstage=0), Touchpoint(stage=new_id(), roles=["a"]),
    Touchpoint(stage=new_id(), roles=("a" * 32,) * 2), Touchpoint(stage=new_id(), roles=([],)),
    Touchpoint(stage=new_id(), position=(1,)), Touchpoint(stage=new_id(), position=(1, float("inf"))),
    Touchpoint(stage=new_id(), duration_hours=-0.1),
    Role(influence=1.01), Role(color="#ABCDEF"), Role(color="red"), Note(votes=-1), Note(votes=1.0),
    *(Metric(about=new_id(), observations=((day, 1),)) for day in
      ("2024-02-30", "20240101", "2024-W01-1", "2024-1-1", "٢٠٢٤-01-01", "", None)),
    Metric(about=new_id(), observations=(("2024-01-01", float("nan")),)), Metric(about=new_id(), observations=[]),
    Metric(about=new_id(), direction="sideways"),
], ids=_without_made_ids)
def test_a_value_that_its_field_does_not_take_is_told_in_one_sentence(record):
    (problem,) = record.problems()
    assert str(problem).startswith(f"{at_start(record.type)} cannot have ")


def test_observations_stand_by_day_and_those_of_a_day_as_they_were_given():
    given = (("2024-05-01", 9), ("2024-01-01", 60), ("2024-05-01", 1))
    wanted = (("2024-01-01", 60), ("2024-05-01", 9), ("2024-05-01", 1))
    metric = Metric(about=new_id(), observations=given)
    assert metric.observations == wanted
    assert replace(metric, observations=given[::-1]).observations == (wanted[0], wanted[2], wanted[1])


@pytest.mark.parametrize("observations", [
    (("2024-05-01", 48), ("2024-13-01", 60)), (("2024-05-01", "48"), ("2024-01-01", 60)), (("2024-05-01", 48), 3),
    (("2024-05-01", 48), (3, 60)), [("2024-05-01", 48), ("2024-01-01", 60)], "2024", 7], ids=repr)
def test_observations_that_are_none_stay_as_they_are_and_are_refused(observations):
    metric = Metric(about=new_id(), observations=observations)
    assert metric.observations is observations
    (problem,) = metric.problems()
    assert "observations" in str(problem)


def test_what_is_not_in_a_closed_set_is_told_with_the_set():
    (problem,) = Opportunity(about=new_id(), status="open").problems()
    assert str(problem) == ("An opportunity cannot have the status 'open'; it is one of idea, planned, doing, done, "
                            "dropped.")


def test_a_flow_leads_somewhere_else():
    here = new_id()
    (problem,) = Flow(source=here, target=here).problems()
    assert str(problem) == "A flow cannot lead back to where it starts."


def test_records_are_frozen_and_refuse_unknown_fields():
    with pytest.raises(FrozenInstanceError):
        Stage().title = "x"
    with pytest.raises(TypeError):
        Stage(titel="x")


def test_ids_are_made_once_and_never_equal():
    assert len({Stage().id for _ in range(1000)}) == 1000
    assert Stage(title="a") != Stage(title="a")


def test_every_field_of_every_type_has_a_rule():
    for cls in RECORD_TYPES.values():
        assert [name for name, *_ in cls.rules] == [field.name for field in fields(cls)]


def test_refs_are_all_that_a_record_points_at():
    stage, role = new_id(), new_id()
    assert list(Touchpoint(stage=stage, roles=(role,)).refs()) == [stage, role]
    assert list(Note().refs()) == []


def test_a_flow_shows_its_label_and_others_their_title():
    assert text_of(Flow(source=new_id(), target=new_id(), label="if rejected")) == "if rejected"
    assert text_of(Stage(title="Register")) == "Register"


def test_a_value_that_is_no_choice_is_refused_with_the_choices() -> None:
    problem, = Opportunity(title="A", about=new_id(), status="open").problems()
    assert str(problem) == ("An opportunity cannot have the status 'open'; it is one of idea, planned, doing, done, "
                            "dropped.")
