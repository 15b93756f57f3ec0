"""Swimlanes and the views other than the stages."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.maps import UNTIMED, card_boxes, crosses, headers, make_map, maps, overlap

from journey_editor.layout import Options, arrange, ordering_change
from journey_editor.model import Flow, Journey, JourneyInfo, Role, Stage, Touchpoint, Track

ROLES = [Role(id=f"{50 + number:032x}", title=f"R{number}", order=number, influence=influence)
         for number, influence in enumerate((0.2, None, 0.9))]


def with_roles(journey: Journey) -> Journey:
    """Return the journey with roles and backstage touchpoints, by their place."""
    cards = {card.id: replace(card, backstage=number % 3 == 1,
                              roles=[(), (ROLES[0].id,), (ROLES[1].id, ROLES[2].id)][number % 3])
             for number, card in enumerate(journey.all(Touchpoint))}
    return Journey([*ROLES, *(cards.get(record.id, record) for record in journey)])


@UNTIMED
@given(maps(), st.sampled_from(["role", "backstage"]), st.booleans())
def test_cards_stand_in_their_bands_and_arrows_pass_none(case, lanes: str, keep_order: bool) -> None:
    journey, sizes = with_roles(case[0]), case[1]
    found = arrange(journey, sizes, Options(lanes=lanes, keep_order=keep_order))
    boxes = card_boxes(journey, found)
    assert all(a[1] + a[3] == b[1] for a, b in pairwise(found.lanes.values()))
    assert all(height >= 40 for _, _, _, height in found.lanes.values())
    if boxes:
        without = [""] if any(not card.roles for card in journey.all(Touchpoint)) else []
        assert list(found.lanes) == ([*(role.id for role in ROLES), *without] if lanes == "role"
                                     else ["onstage", "backstage"])
    for card in journey.all(Touchpoint):
        heaviest = max(card.roles, key=lambda id_: journey[id_].influence or 0) if card.roles else ""
        own = heaviest if lanes == "role" else "backstage" if card.backstage else "onstage"
        _, top, _, height = found.lanes[own]
        assert top <= boxes[card.id][1] and boxes[card.id][1] + boxes[card.id][3] <= top + height
    drawn = [*boxes.values(), *(box for _, _, box in found.marks)]
    assert not any(overlap(a, b) for a, b in combinations(drawn, 2))
    for route in found.routes.values():
        for start, end in pairwise(route):
            assert not any(crosses(start, end, box) for box in (*drawn, *headers(journey, found).values()))


@UNTIMED
@given(maps(), st.booleans())
def test_a_card_of_several_roles_has_its_mark_in_the_lane_of_each(case, keep_order: bool) -> None:
    journey, sizes = with_roles(case[0]), case[1]
    found = arrange(journey, sizes, Options(lanes="role", keep_order=keep_order))
    cards = [card for card in journey.all(Touchpoint) if len(card.roles) > 1]
    assert sorted((card, role) for card, role, _ in found.marks) == sorted((card.id, ROLES[1].id) for card in cards)
    for card, role, (x, y, width, height) in found.marks:
        own = found.boxes[card]
        assert (x, width) == (own[0], own[2])
        _, top, _, tall = found.lanes[role]
        assert top <= y and y + height <= top + tall
    assert arrange(journey, sizes).marks == ()


def test_an_arrow_above_the_first_card_of_a_column_is_not_drawn_into_the_band_of_the_column_before() -> None:
    journey, ids = make_map(["abcde", ""], ["a>d", "b>a", "b>d", "b>e", "c>d"])
    roles = {ids["c"]: ROLES[0].id, ids["e"]: ROLES[0].id, ids["d"]: ROLES[2].id}
    journey = Journey([*ROLES, *(replace(record, roles=(roles[record.id],)) if record.id in roles else record
                                 for record in journey)])
    found = arrange(journey, options=Options(lanes="role"))
    for route in found.routes.values():
        for start, end in pairwise(route):
            assert not any(crosses(start, end, box) for box in card_boxes(journey, found).values())


@UNTIMED
@given(maps(), st.sampled_from(["role", "backstage"]))
def test_the_change_of_order_shows_the_bands_that_arrange_found(case, lanes: str) -> None:
    journey, sizes = with_roles(case[0]), case[1]
    found = arrange(journey, sizes, Options(lanes=lanes))
    journey.apply(ordering_change(journey, sizes, lanes))
    kept = arrange(journey, sizes, Options(lanes=lanes, keep_order=True))
    assert kept.boxes == found.boxes
    assert kept.routes == found.routes
    assert list(kept.marks) == list(found.marks)
    assert not ordering_change(journey, sizes, lanes)


def test_a_map_in_lanes_that_was_hardly_changed_is_arranged_for_good() -> None:
    stages = [Stage(id=f"{number:032x}") for number in (0, 1)]
    cards = [Touchpoint(id=f"{100 + i:032x}", stage=stages[stage].id, order=order,
                        roles=tuple(ROLES[role].id for role in roles))
             for i, (stage, order, roles) in enumerate([
                 (0, 0, ()), (0, 2, ()), (1, 0, (0,)), (0, 0, (1, 2)), (1, 0, ()), (1, 3, ()), (1, 0, (0,)),
                 (1, 0, (1, 2)), (0, 2, (0,)), (1, 2, (1, 2))])]
    ends = [(1, 105), (1, 108), (100, 103), (100, 105), (100, 108), (101, 103), (101, 106), (102, 107), (104, 106),
            (104, 107), (104, 108), (109, 101), (109, 102)]
    flows = [Flow(id=f"{1001 + i:032x}", source=f"{a:032x}", target=f"{b:032x}") for i, (a, b) in enumerate(ends)]
    journey, sizes = Journey([JourneyInfo(), *ROLES, *stages, *cards, *flows]), {cards[2].id: (40, 125)}
    journey.apply(ordering_change(journey, sizes, "role"))
    assert not ordering_change(journey, sizes, "role")


def test_the_order_found_has_a_mark_right_after_its_card() -> None:
    journey, ids = make_map(["ab"], ["a>b"])
    roles = {ids["a"]: (ROLES[0].id,), ids["b"]: (ROLES[2].id, ROLES[0].id)}
    journey = Journey([*ROLES, *(replace(record, roles=roles[record.id]) if record.id in roles else record
                                 for record in journey)])
    found = arrange(journey, options=Options(lanes="role"))
    journey.apply(ordering_change(journey, lanes="role"))
    kept = arrange(journey, options=Options(lanes="role", keep_order=True))
    assert len(found.marks) == 1 and list(kept.marks) == list(found.marks)
    assert kept.boxes == found.boxes


@pytest.mark.parametrize("keep_order", [False, True])
@pytest.mark.parametrize(("columns", "flows", "back"), [
    # One arrow less would lead back if c>d did, but the journey would begin with its last touchpoint.
    (["ab", "cd"], ["a>b", "b>c", "c>d", "d>a", "d>b"], {"d>a", "d>b"}),
    # An arrow to an earlier stage leads back, though it closes no circle.
    (["ab", "cd"], ["a>b", "b>a", "c>d", "d>c", "d>a"], {"b>a", "d>c", "d>a"}),
    (["abc"], ["c>b", "b>a"], set()),
])
def test_in_the_flow_the_arrows_of_circles_that_lead_back_in_the_journey_lead_back(
        columns: list[str], flows: list[str], back: set[str], keep_order: bool) -> None:
    journey, ids = make_map(columns, flows)
    found = arrange(journey, options=Options(view="flow", keep_order=keep_order))
    x = {name: found.boxes[id_][0] for name, id_ in ids.items() if name in "abcd"}
    assert {flow for flow in flows if x[flow[0]] >= x[flow[2]]} == back


def test_bands_are_in_the_roles_order_and_the_line_of_visibility_is_below_the_stage() -> None:
    journey = with_roles(make_map(["abc", "def"], ["a>d", "b>e"])[0])
    assert list(arrange(journey, options=Options(lanes="role")).lanes) == [*(role.id for role in ROLES), ""]
    lanes = arrange(journey, options=Options(lanes="backstage")).lanes
    assert list(lanes) == ["onstage", "backstage"]
    assert arrange(journey).lanes == {}


@UNTIMED
@given(maps(), st.sampled_from(["flow", "loop", "outline"]), st.booleans())
def test_views_show_all_cards_apart_and_the_flows_between_them(case, view: str, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(view=view, keep_order=keep_order))
    boxes = {id_: box for id_, box in found.boxes.items()}
    cards = {card.id for card in journey.all(Touchpoint)}
    assert set(boxes) == cards | ({stage.id for stage in journey.stages} if view == "outline" else set())
    assert set(found.routes) == {flow.id for flow in journey.all(Flow) if {flow.source, flow.target} <= cards}
    assert not any(overlap(a, b) for a, b in combinations(boxes.values(), 2))
    for id_, route in found.routes.items():
        ends = {journey[id_].source, journey[id_].target}
        for start, end in pairwise(route):
            if view == "loop":
                assert not any(meets(start, end, box) for card, box in boxes.items() if card not in ends)
            else:
                assert not any(crosses(start, end, box) for box in boxes.values())


def meets(start, end, box) -> bool:
    """Return whether a line aslant has points inside a box."""
    x, y, width, height = box
    line = [[a + (b - a) * share / 60 for a, b in zip(start, end)] for share in range(61)]
    return any(x < across < x + width and y < down < y + height for across, down in line)


def test_a_circle_goes_round_as_a_clock_does() -> None:
    journey, ids = make_map(["abcd"], ["a>b", "d>a"])
    boxes = arrange(journey, options=Options(view="loop")).boxes
    a, b, c, d = (boxes[ids[name]] for name in "abcd")
    assert a[1] < b[1] < c[1] and d[0] < a[0] < b[0] and b[1] == d[1] and a[0] == c[0]


@pytest.mark.parametrize("cards", ["abcdefghijklmn", "abcdefghijklmnopqrst"])
def test_on_a_circle_arrows_bend_little_by_little(cards: str) -> None:
    journey, ids = make_map([cards], [f"{a}>{b}" for a, b in permutations(cards, 2)])
    found = arrange(journey, {ids[name]: (220, 64) for name in cards}, Options(view="loop"))
    bent = [np.diff(np.array(route), axis=0) for route in found.routes.values() if len(route) > 2]
    assert bent
    for steps in bent:
        turns = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
        assert abs(turns).max() < np.pi / 6


@pytest.mark.parametrize("cards", ["ab", "abc", "abcdefgh"])
@pytest.mark.parametrize("size", [(220, 64), (3, 7)])
def test_on_a_circle_arrows_end_at_the_borders_of_their_cards(cards: str, size: tuple[int, int]) -> None:
    journey, ids = make_map([cards], [f"{a}>{b}" for a, b in permutations(cards, 2)])
    found = arrange(journey, {ids[name]: size for name in cards}, Options(view="loop"))
    for id_, route in found.routes.items():
        for point, card in (route[0], journey[id_].source), (route[-1], journey[id_].target):
            x, y, width, height = found.boxes[card]
            outside = max(x - point[0], point[0] - x - width, y - point[1], point[1] - y - height)
            assert outside == pytest.approx(0, abs=0.002)   # cards stand at thousandths


def test_the_flow_begins_where_the_journey_does() -> None:
    journey, ids = make_map(["ab", "cd", "ef", "g"], ["a>b", "b>c", "c>e", "d>e", "f>d", "e>b"])
    found = arrange(journey, options=Options(view="flow"))
    x = {name: found.boxes[ids[name]][0] for name in "abcdefg"}
    assert x["a"] < x["b"] < x["c"] == x["d"] < x["e"] == x["f"] < x["g"]
    assert {flow for flow, back in zip(found.route_ids, found.route_back) if back} == {ids["e>b"], ids["f>d"]}


def test_the_flow_runs_from_left_to_right() -> None:
    journey, ids = make_map(["abcd"], ["c>a", "a>d", "d>b"])
    boxes = arrange(journey, options=Options(view="flow")).boxes
    xs = [boxes[ids[name]][0] for name in "cadb"]
    assert xs == sorted(set(xs))


def test_a_track_shows_what_it_touches() -> None:
    journey, ids = make_map(["ab", "cd"], ["a>c", "b>d", "S0>S1"])
    track = Track(id=f"{88:032x}", title="fast")
    journey = Journey([track, *(replace(record, tracks=(track.id,)) if record.id == ids["a>c"] else record
                                for record in journey)])
    found = arrange(journey, options=Options(view=f"track:{track.id}"))
    assert set(found.boxes) == {ids[name] for name in ("S0", "S1", "a", "c")}
    assert set(found.routes) == {ids["a>c"]}


def test_the_outline_is_one_list_in_order() -> None:
    journey, ids = make_map(["ab", "cd"])
    boxes = arrange(journey, options=Options(view="outline")).boxes
    assert sorted(ids, key=lambda name: boxes[ids[name]][1]) == ["S0", "a", "b", "S1", "c", "d"]


@pytest.mark.parametrize("options", [Options(view="map"), Options(lanes="colour")])
def test_what_does_not_exist_is_refused(options: Options) -> None:
    with pytest.raises(ValueError):
        arrange(make_map(["a"])[0], options=options)
