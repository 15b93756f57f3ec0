"""Three states of a journey become one, and nothing is settled in silence."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_editor.model import (
    Challenge,
    Flow,
    Journey,
    JourneyError,
    JourneyInfo,
    Metric,
    Role,
    Stage,
    Touchpoint,
    new_id,
)
from journey_editor.model import operations as ops
from journey_editor.model.merge import Merge
from tests.strategies import journeys


def mutated(journey: Journey, seed: int, steps: int) -> Journey:
    """A copy with some random edits."""
    rnd = random.Random(seed)
    journey = journey.copy()
    for _ in range(steps):
        records = sorted(journey, key=lambda record: record.id)
        record = rnd.choice(records)
        kind = rnd.choice(["rename", "delete", "add", "move", "connect", "role", "owner"])
        try:
            if kind == "rename":
                change = ops.rename(journey, record.id, f"{kind} {rnd.randrange(4)}")
            elif kind == "delete":
                change = ops.delete(journey, [record.id])
            elif kind == "add" and isinstance(record, (Stage, Touchpoint)):
                change = ops.add_metric(journey, record.id, "added")
            elif kind == "move" and isinstance(record, Touchpoint):
                change = ops.move(journey, [record.id], rnd.choice(journey.stages).id, rnd.randrange(3))
            elif kind == "connect" and isinstance(record, Touchpoint):
                change = ops.connect(journey, record.id, rnd.choice(journey.all(Touchpoint)).id)
            elif kind == "role" and isinstance(record, Touchpoint):
                roles = journey.all(Role)
                change = ops.update(journey, [record.id], roles=tuple(r.id for r in roles if rnd.random() < 0.5))
            else:
                change = ops.update(journey, [record.id], owner=f"owner {rnd.randrange(3)}")
        except JourneyError:
            continue
        if not journey.check(change):
            journey.apply(change)
    return journey


seeds = st.integers(0, 10**6)
fast = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def merged(base: Journey, ours: Journey, theirs: Journey, choices=None) -> Journey:
    change = Merge(base, ours, theirs).change(choices)
    result = ours.copy()
    assert not result.check(change), result.check(change)
    result.apply(change)
    return Journey(result)


@fast
@given(journeys(most=3), seeds, seeds)
def test_what_only_one_side_changed_is_taken(base, mine, yours):
    theirs, ours = mutated(base, yours, 8), mutated(base, mine, 8)
    assert not Merge(base, base, theirs).conflicts and not Merge(base, ours, base).conflicts
    assert merged(base, base, theirs) == theirs
    assert merged(base, ours, base) == ours
    assert merged(base, ours, ours) == ours


@fast
@given(journeys(most=3), seeds, seeds, st.randoms(use_true_random=False))
def test_whatever_is_chosen_makes_a_whole_journey(base, mine, yours, rnd):
    ours, theirs = mutated(base, mine, 10), mutated(base, yours, 10)
    conflicts = Merge(base, ours, theirs).conflicts
    choices = {conflict.key: rnd.choice(["ours", "theirs"]) for conflict in conflicts}
    merged(base, ours, theirs, choices)


def test_what_hangs_on_something_that_was_given_up_goes_too():
    base, ids = small()
    stage = base.stages[0]
    ours = after(base, lambda j: ops.delete(j, [stage.id]))
    theirs = after(base, lambda j: ops.rename(j, stage.id, "See"),
                   lambda j: ops.add_metric(j, ids["Search"], "Found at once"))
    choices = {(stage.id, None): "ours", (ids["Search"], None): "theirs"}
    assert [record.type for record in merged(base, ours, theirs, choices)] == ["journey"]
    left_out = Merge(base, ours, theirs).left_out(choices)
    assert sorted(record.title for record in left_out) == ["Found at once", "Search"]
    assert not Merge(base, ours, theirs).left_out({(stage.id, None): "theirs", (ids["Search"], None): "theirs"})


def small() -> tuple[Journey, dict[str, str]]:
    stage = Stage(title="Visit", order=1)
    card, other = Touchpoint(title="Search", stage=stage.id, order=1), Touchpoint(title="Ad", stage=stage.id, order=2)
    challenge = Challenge(title="Slow", about=card.id)
    records = [JourneyInfo(title="Map"), stage, card, other, challenge]
    return Journey(records), {record.title: record.id for record in records}


def after(journey: Journey, *changes) -> Journey:
    journey = journey.copy()
    for make in changes:
        journey.apply(make(journey))
    return journey


def test_different_fields_of_one_record_go_together():
    base, ids = small()
    ours = after(base, lambda j: ops.rename(j, ids["Search"], "Find"))
    theirs = after(base, lambda j: ops.update(j, [ids["Search"]], owner="Sales"))
    result = merged(base, ours, theirs)
    assert (result[ids["Search"]].title, result[ids["Search"]].owner) == ("Find", "Sales")


def test_a_field_changed_on_both_sides_is_a_conflict_with_all_three_values():
    base, ids = small()
    ours = after(base, lambda j: ops.rename(j, ids["Search"], "Find"))
    theirs = after(base, lambda j: ops.rename(j, ids["Search"], "Look up"))
    [conflict] = Merge(base, ours, theirs).conflicts
    assert (conflict.field, conflict.base, conflict.ours, conflict.theirs) == ("title", "Search", "Find", "Look up")
    assert merged(base, ours, theirs)[ids["Search"]].title == "Find"
    assert merged(base, ours, theirs, {conflict.key: "theirs"})[ids["Search"]].title == "Look up"


def test_deleted_here_and_changed_there_is_a_conflict():
    base, ids = small()
    ours = after(base, lambda j: ops.delete(j, [ids["Search"]]))
    theirs = after(base, lambda j: ops.rename(j, ids["Slow"], "Very slow"))
    conflicts = Merge(base, ours, theirs).conflicts
    assert [(conflict.id, conflict.field, conflict.ours) for conflict in conflicts] == [(ids["Slow"], None, None)]
    assert ids["Slow"] not in merged(base, ours, theirs)
    kept = merged(base, ours, theirs, {conflicts[0].key: "theirs"})
    assert kept[ids["Slow"]].title == "Very slow" and ids["Search"] in kept  # what it hangs on comes back


def test_putting_something_on_what_the_other_side_deleted_is_a_conflict():
    base, ids = small()
    metric = Metric(title="Rate", about=ids["Search"])
    for mine, yours, keep, drop in (
            (lambda j: ops.delete(j, [ids["Search"]]), lambda j: ops.add(j, metric), "theirs", "ours"),
            (lambda j: ops.add(j, metric), lambda j: ops.delete(j, [ids["Search"]]), "ours", "theirs")):
        ours, theirs = after(base, mine), after(base, yours)
        [conflict] = Merge(base, ours, theirs).conflicts
        assert conflict.id == ids["Search"] and conflict.field is None
        kept = merged(base, ours, theirs, {conflict.key: keep})
        assert metric.id in kept and ids["Search"] in kept
        dropped = merged(base, ours, theirs, {conflict.key: drop})
        assert metric.id not in dropped and ids["Search"] not in dropped


def test_roles_added_on_both_sides_and_observations_of_other_days_go_together():
    base, ids = small()
    roles = [Role(id=new_id(), title=name) for name in "ABC"]
    metric = Metric(title="Rate", about=ids["Search"], observations=(("2026-01-01", 1),))
    base = Journey([*base, *roles, metric])
    base.apply(ops.update(base, [ids["Search"]], roles=(roles[0].id,)))
    ours = after(base, lambda j: ops.update(j, [ids["Search"]], roles=(roles[0].id, roles[1].id)),
                 lambda j: ops.update(j, [metric.id], observations=(("2026-01-01", 1), ("2026-02-01", 2))))
    theirs = after(base, lambda j: ops.update(j, [ids["Search"]], roles=(roles[2].id,)),
                   lambda j: ops.update(j, [metric.id], observations=(("2026-01-01", 5),)))
    assert not Merge(base, ours, theirs).conflicts
    result = merged(base, ours, theirs)
    assert result[ids["Search"]].roles == (roles[1].id, roles[2].id)
    assert result[metric.id].observations == (("2026-01-01", 5), ("2026-02-01", 2))


def test_both_ends_of_a_flow_turned_to_one_card_is_a_conflict():
    base, ids = small()
    third = Touchpoint(title="Third", stage=ids["Visit"], order=3)
    flow = Flow(source=ids["Search"], target=ids["Ad"])
    base = Journey([*base, third, flow])
    ours = after(base, lambda j: ops.update(j, [flow.id], source=third.id))
    theirs = after(base, lambda j: ops.update(j, [flow.id], target=third.id))
    [conflict] = Merge(base, ours, theirs).conflicts
    assert conflict.field is None and merged(base, ours, theirs, {conflict.key: "theirs"})[flow.id] == theirs[flow.id]


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_the_journeys_own_record_is_one_whatever_its_id(side):
    base, _ = small()
    renamed = Journey([JourneyInfo(title="Other"), *(record for record in base if not isinstance(record, JourneyInfo))])
    ours, theirs = (renamed, base) if side == "ours" else (base, renamed)
    assert merged(base, ours, theirs).info.title == "Other"


def test_what_is_disputed_is_a_conflict_even_where_we_changed_nothing(journey: Journey) -> None:
    stage = journey.stages[0]
    theirs = Journey([replace(record, title="Theirs", goal="new") if record is stage else record for record in journey])
    merge = Merge(journey, journey, theirs, disputed=[(stage.id, "title")])
    (conflict,) = merge.conflicts
    assert (conflict.key, conflict.base, conflict.ours, conflict.theirs) == (
        (stage.id, "title"), stage.title, stage.title, "Theirs")
    kept, taken = (journey.copy() for _ in range(2))
    kept.apply(merge.change())
    taken.apply(merge.change({conflict.key: "theirs"}))
    assert kept[stage.id] == replace(stage, goal="new") and taken[stage.id] == theirs[stage.id]


def test_a_disputed_record_stays_until_it_is_chosen(journey: Journey) -> None:
    flow = next(record for record in journey if record.type == "flow")
    theirs = Journey(record for record in journey if record is not flow)
    merge = Merge(journey, journey, theirs, disputed=[(flow.id, None)])
    (conflict,) = merge.conflicts
    assert not merge.change() and merge.change({conflict.key: "theirs"}).removed == [flow]
