"""Copying and pasting parts of a journey: nothing lost, nothing dangling, ids new."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_editor.model import (
    Cell, Challenge, Flow, Journey, JourneyError, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage,
    Touchpoint, Track)
from journey_editor.model.excerpts import Excerpt, excerpt, paste, paste_titles
from journey_editor.model.operations import new_journey, siblings
from strategies import journeys


def pasted(journey: Journey, part: Excerpt, at: str | None = None) -> tuple[Journey, list[Record]]:
    """The journey after pasting, and the records at the top of what was pasted; checked, and undone without a trace."""
    before = journey.copy()
    change, ids = paste(journey, part, at)
    assert not journey.check(change)
    after = journey.copy()
    after.apply(change)
    top = [after[id_] for id_ in ids]
    undone = after.copy()
    undone.apply(change.inverse())
    assert undone == before
    return after, top


@pytest.fixture
def map_() -> Journey:
    """Two stages; a card with everything that can hang on it."""
    buyer, track, lane = Role(title="Buyer"), Track(title="Fast"), Lane(title="Thoughts")
    visit, order = Stage(title="Visit", order=1), Stage(title="Order", order=2)
    search = Touchpoint(title="Search", stage=visit.id, order=1, roles=(buyer.id,), channel="web", emotion=1,
                        position=(5, 6), notes="n")
    chat = Touchpoint(title="Chat", stage=visit.id, order=2)
    form = Touchpoint(title="Form", stage=order.id, order=1)
    slow = Challenge(title="Slow", about=search.id, severity=4, driver="ease")
    late = Challenge(title="Late", about=order.id)
    return Journey([
        JourneyInfo(title="Map", vision="V", language="zh_CN", bullet="-"), buyer, track, lane, visit, order, search,
        chat, form, slow, late, Metric(title="Leads", about=search.id, observations=(("2024-01-02", 3),)),
        Opportunity(title="Cache", about=search.id, challenges=(slow.id, late.id)),
        Cell(title="Hm", lane=lane.id, about=search.id), Note(title="Ask", about=slow.id),
        Note(title="Free", position=(1, 2)),
        Flow(source=search.id, target=chat.id, share=0.5, tracks=(track.id,)), Flow(source=chat.id, target=form.id)])


def id_of(journey: Journey, title: str) -> str:
    return next(record.id for record in journey if getattr(record, "title", None) == title)


def under(journey: Journey, id_: str) -> dict[str, Any]:
    """What hangs on a record, by title."""
    return {record.title: record for record in journey.referrers(id_) if not isinstance(record, Flow)}


def alike(one: Record, other: Record, *but: str) -> bool:
    """Whether two records agree in all fields but some."""
    skipped = {"id", "order", *but}
    return type(one) is type(other) and all(
        getattr(one, f.name) == getattr(other, f.name) for f in fields(one) if f.name not in skipped)


def test_a_card_is_pasted_after_the_selected_one_with_all_that_hangs_on_it(map_: Journey) -> None:
    search = map_[id_of(map_, "Search")]
    after, (copy,) = pasted(map_, excerpt(map_, [search.id]), search.id)
    visit = id_of(map_, "Visit")
    assert [one.title for one in after.children(visit, Touchpoint)] == ["Search", "Search", "Chat"]
    assert after.children(visit, Touchpoint)[1] == copy
    assert alike(copy, replace(search, position=None))
    mine, theirs = under(after, copy.id), under(map_, search.id)
    assert mine.keys() == theirs.keys() == {"Slow", "Leads", "Cache", "Hm"}
    assert all(alike(mine[title], theirs[title], "about", "challenges") for title in mine)
    assert mine["Cache"].challenges == (mine["Slow"].id, id_of(map_, "Late"))
    assert [note.title for note in after.children(mine["Slow"].id, Note)] == ["Ask"]
    assert after.count(Flow) == map_.count(Flow) and after.count(Role) == 1


def test_cards_keep_the_flows_between_them(map_: Journey) -> None:
    part = excerpt(map_, [id_of(map_, "Search"), id_of(map_, "Chat")])
    after, (search, chat) = pasted(map_, part, id_of(map_, "Order"))
    flow, = after.flows_from(search.id)
    assert (flow.target, flow.share) == (chat.id, 0.5) and not after.flows_from(chat.id)
    assert [one.title for one in after.children(id_of(map_, "Order"), Touchpoint)] == ["Form", "Search", "Chat"]


def test_cards_go_to_the_last_stage_where_nothing_is_selected(map_: Journey) -> None:
    after, (copy,) = pasted(map_, excerpt(map_, [id_of(map_, "Chat")]))
    assert copy.stage == id_of(map_, "Order")


def test_a_stage_is_pasted_after_the_stage_of_what_is_selected(map_: Journey) -> None:
    after, (copy,) = pasted(map_, excerpt(map_, [id_of(map_, "Order")]), id_of(map_, "Slow"))
    assert [one.title for one in after.stages] == ["Visit", "Order", "Order"] and after.stages[1] == copy
    assert [one.title for one in after.children(copy.id, Touchpoint)] == ["Form"]
    assert [one.title for one in after.children(copy.id, Challenge)] == ["Late"]


@pytest.mark.parametrize("at, about", [("Form", "Form"), ("Order", "Order"), ("Late", "Order"), ("Leads", "Search")])
def test_what_hangs_on_cards_is_pasted_on_the_selected_card_or_stage(map_: Journey, at: str, about: str) -> None:
    after, (copy,) = pasted(map_, excerpt(map_, [id_of(map_, "Slow")]), id_of(map_, at))
    assert copy.about == id_of(map_, about) and alike(copy, map_[id_of(map_, "Slow")], "about")
    assert [note.title for note in after.children(copy.id, Note)] == ["Ask"]


def test_what_hangs_on_cards_needs_something_to_hang_on(map_: Journey) -> None:
    with pytest.raises(JourneyError, match="Select a stage or a touch point to paste this on."):
        paste(map_, excerpt(map_, [id_of(map_, "Slow")]))


def test_notes_and_rows_of_the_top_are_copied(map_: Journey) -> None:
    after, (free,) = pasted(map_, excerpt(map_, [id_of(map_, "Free")]))
    assert free.title == "Free" and free.position == (25, 26)
    after, (note,) = pasted(map_, excerpt(map_, [id_of(map_, "Ask")]), id_of(map_, "Form"))
    assert note.about == id_of(map_, "Form")
    after, (note,) = pasted(map_, excerpt(map_, [id_of(map_, "Ask")]))
    assert note.about is None
    after, (role,) = pasted(map_, excerpt(map_, [id_of(map_, "Buyer")]), id_of(map_, "Buyer"))
    assert [one.title for one in after.all(Role)] == ["Buyer", "Buyer"]


def test_a_flow_alone_is_nothing_to_copy(map_: Journey) -> None:
    part = excerpt(map_, [map_.all(Flow)[0].id])
    assert not part.chosen and not paste(map_, part)[0]


def test_a_whole_map_becomes_an_empty_journey(map_: Journey) -> None:
    after, top = pasted(new_journey(), excerpt(map_))
    assert [record.title for record in top if isinstance(record, Stage)] == ["Visit", "Order"]
    assert alike(after.info, map_.info)
    assert len(after) == len(map_)
    assert sorted(map(repr, (replace(one, id="") for one in after.all(Role)))) == sorted(
        map(repr, (replace(one, id="", order=after.all(Role)[0].order) for one in map_.all(Role))))
    assert after[id_of(after, "Search")].position == (5, 6)
    assert after[id_of(after, "Search")].roles == (id_of(after, "Buyer"),)


def test_a_whole_map_is_appended_to_another(map_: Journey) -> None:
    first = Stage(title="First", order=1)
    other = Journey([JourneyInfo(title="Mine"), first, Role(title="Buyer"), Lane(title="Other")])
    after, _ = pasted(other, excerpt(map_))
    assert [stage.title for stage in after.stages] == ["First", "Visit", "Order"]
    assert after.info.title == "Mine" and after.info.language == "en"
    assert [one.title for one in after.all(Role)] == ["Buyer"] and after.count(Track) == 1
    assert [one.title for one in after.all(Lane)] == ["Other", "Thoughts"]
    assert after[id_of(after, "Search")].roles == (id_of(other, "Buyer"),)


def test_cards_bring_their_stage_to_a_journey_without_any(map_: Journey) -> None:
    after, top = pasted(new_journey(), excerpt(map_, [id_of(map_, "Form"), id_of(map_, "Slow")]))
    assert [stage.title for stage in after.stages] == ["Visit", "Order"]
    assert [one.title for one in after.all(Touchpoint)] == ["Form"]
    assert after.all(Challenge)[0].about == after.stages[0].id


@given(journeys(), journeys(), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_part_pastes_anywhere(source: Journey, target: Journey, data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from(sorted(record.id for record in source)), max_size=4))
    into = data.draw(st.sampled_from([source, target]))
    at = data.draw(st.sampled_from([None, *sorted(record.id for record in into)]))
    try:
        after, top = pasted(into, excerpt(source, ids), at)
    except JourneyError:
        return
    assert len({record.id for record in top} & {record.id for record in into}) == 0
    if not ids:
        assert after.count(Touchpoint) == into.count(Touchpoint) + source.count(Touchpoint)


# -- lists -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at, cls, titles", [
    ("Visit", Touchpoint, ["Search", "Chat", "a", "b"]), ("Search", Touchpoint, ["Search", "a", "b", "Chat"]),
    ("Slow", Challenge, ["Slow", "a", "b"]), ("Leads", Metric, ["Leads", "a", "b"]),
    ("Cache", Opportunity, ["Cache", "a", "b"]),
    ("Hm", Cell, ["Hm", "a", "b"]), ("Buyer", Role, ["Buyer", "a", "b"]), ("Thoughts", Lane, ["Thoughts", "a", "b"]),
    ("Ask", Note, ["Ask", "a", "b"]), (None, Touchpoint, ["Form", "a", "b"]),
])
def test_lines_become_more_of_what_is_selected(map_: Journey, at: str | None, cls: type[Record],
                                               titles: list[str]) -> None:
    change, ids = paste_titles(map_, ["a", "b"], id_of(map_, at) if at else None)
    assert not map_.check(change)
    after = map_.copy()
    after.apply(change)
    new = [after[id_] for id_ in ids]
    assert [(type(one), one.title) for one in new] == [(cls, "a"), (cls, "b")]
    assert [one.title for one in siblings(after, new[0])] == titles


def test_lines_make_a_first_stage() -> None:
    journey = new_journey()
    change, ids = paste_titles(journey, ["a", "b"])
    journey.apply(change)
    assert [one.title for one in journey.children(journey.stages[0].id, Touchpoint)] == ["a", "b"]
