"""Arrows run level and upright, from border to border, through no card and no header."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.maps import UNTIMED, card_boxes, crosses, crowd, headers, make_map, maps, on_border, overlap

from journey_editor.layout import Arrangement, Options, arrange
from journey_editor.model import Flow, Journey, Role, Touchpoint

KEEP = Options(keep_order=True)


def flows_with_boxes(journey: Journey, found: Arrangement) -> list:
    """Return each flow that can be drawn freely, its route, and the boxes of its ends.

    Left out are those that end in a column where somebody pinned one card on another: these may have no free side.
    """
    boxes = {**card_boxes(journey, found), **headers(journey, found)}
    tangled = {journey[a].stage for (a, box), (b, other) in combinations(card_boxes(journey, found).items(), 2)
               if overlap(box, other)}
    return [(flow, found.routes[flow.id], boxes[flow.source], boxes[flow.target]) for flow in journey.all(Flow)
            if not tangled & {getattr(journey[end], "stage", end) for end in (flow.source, flow.target)}]


@UNTIMED
@given(maps(), st.booleans())
def test_routes_are_level_or_upright_and_lead_from_border_to_border(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    assert list(found.routes) == [flow.id for flow in journey.all(Flow)]
    for _, route, source, target in flows_with_boxes(journey, found):
        assert len(route) >= 2
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(route))
        assert on_border(route[0], source)
        assert on_border(route[-1], target)


@UNTIMED
@given(maps(), st.booleans())
def test_no_route_passes_through_a_card_or_a_header(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    boxes = {**card_boxes(journey, found), **headers(journey, found)}
    for flow, route, *_ in flows_with_boxes(journey, found):
        for start, end in pairwise(route):
            assert not [id_ for id_, box in boxes.items() if crosses(start, end, box)]


@UNTIMED
@given(maps(pinned=False), st.booleans())
def test_the_last_piece_has_room_for_the_head(case, keep_order: bool) -> None:
    journey, sizes = case
    for route in arrange(journey, sizes, Options(keep_order=keep_order)).routes.values():
        (x, y), (last_x, last_y) = route[-2:]
        assert abs(x - last_x) + abs(y - last_y) >= 14


@UNTIMED
@given(maps(pinned=False), st.booleans())
def test_upright_pieces_of_two_arrows_never_lie_on_one_another(case, keep_order: bool) -> None:
    journey, sizes = case
    routes = arrange(journey, sizes, Options(keep_order=keep_order)).routes
    pieces = [(flow, a[0], min(a[1], b[1]), max(a[1], b[1]))
              for flow, route in routes.items() for a, b in pairwise(route) if a[0] == b[0]]
    for (flow, x, low, high), (other, other_x, other_low, other_high) in combinations(pieces, 2):
        assert flow == other or abs(x - other_x) > 1 or high < other_low or other_high < low


@pytest.mark.parametrize("keep_order", [False, True])
@pytest.mark.parametrize("count", [100, 120, 150])
def test_in_a_crowd_level_pieces_of_two_arrows_do_not_lie_on_one_another_either(count: int, keep_order: bool) -> None:
    routes = arrange(crowd(count)[0], options=Options(keep_order=keep_order)).routes
    pieces = [(flow, a[1], min(a[0], b[0]), max(a[0], b[0]))
              for flow, route in routes.items() for a, b in pairwise(route) if a[1] == b[1]]
    for (flow, y, low, high), (other, other_y, other_low, other_high) in combinations(pieces, 2):
        assert flow == other or abs(y - other_y) > 2 or high < other_low + 1 or other_high < low + 1


def test_the_next_card_below_is_reached_straight_down() -> None:
    journey, ids = make_map([["a", "b", "c"]], ["a>b", "b>c"])
    found = arrange(journey)
    x, y, width, height = found.boxes[ids["a"]]
    assert found.routes[ids["a>b"]] == [(x + width / 2, y + height), (x + width / 2, y + height + 24)]


def test_arrows_between_the_same_cards_run_side_by_side() -> None:
    journey, ids = make_map([["a", "b"]], ["a>b"])
    twin = Flow(source=ids["a"], target=ids["b"], label="again")
    first, second = arrange(Journey([*journey, twin])).routes.values()
    assert abs(first[0][0] - second[0][0]) == 16


def test_a_later_card_of_the_same_column_is_reached_by_the_right() -> None:
    journey, ids = make_map([["a", "b", "c"]], ["a>b", "b>c", "a>c"])
    found = arrange(journey, options=KEEP)
    route, stage = found.routes[ids["a>c"]], found.boxes[ids["S0"]]
    assert len(route) == 4
    assert route[1][0] == route[2][0] > stage[0] + stage[2]


def test_up_in_a_stack_is_back() -> None:
    journey, ids = make_map(["abc"], ["a>b", "b>c", "c>a", "b>a"])
    found = arrange(journey, options=Options(keep_order=True))
    assert {id_ for id_, back in zip(found.route_ids, found.route_back) if back} == {ids["c>a"], ids["b>a"]}


def test_up_to_the_header_of_its_stage_is_back_for_every_card() -> None:
    journey, ids = make_map(["ab"], ["a>S0", "b>S0", "S0>b"])
    found = arrange(journey, options=KEEP)
    assert {id_ for id_, back in zip(found.route_ids, found.route_back) if back} == {ids["a>S0"], ids["b>S0"]}


def test_neighbours_in_a_row_are_joined_by_one_straight_line() -> None:
    journey, ids = make_map([["a"], ["b"]], ["a>b"])
    found = arrange(journey, {ids["a"]: (220, 64), ids["b"]: (220, 90)})
    assert len(found.routes[ids["a>b"]]) == 2


def test_skips_run_above_the_cards_and_loops_below() -> None:
    journey, ids = make_map([["a"], ["b"], ["c"]], ["a>c", "c>a", "c>b"])
    found = arrange(journey)
    tops = [found.boxes[ids[name]][1] for name in "abc"]
    bottoms = [found.boxes[ids[name]][1] + found.boxes[ids[name]][3] for name in "abc"]
    assert min(y for _, y in found.routes[ids["a>c"]]) > found.header_height
    assert min(y for _, y in found.routes[ids["a>c"]]) < min(tops)
    for loop in "c>a", "c>b":
        assert max(bottoms) < max(y for _, y in found.routes[ids[loop]]) < found.boxes[ids["S0"]][3]
    last = found.boxes[ids["S2"]]
    assert found.bounds[0] < 0
    assert found.bounds[0] + found.bounds[2] > last[0] + last[2]


def test_a_skip_runs_below_where_a_card_is_pinned_in_its_way() -> None:
    journey, ids = make_map([["a"], ["b"], ["c"]], ["a>c"], pins={"b": (340, 60)})
    found = arrange(journey)
    assert found.boxes[ids["b"]][:2] == (340, 60)
    assert max(y for _, y in found.routes[ids["a>c"]]) > max(found.boxes[ids[name]][1] for name in "abc")


def test_stages_are_joined_at_their_headers() -> None:
    journey, ids = make_map([["a"], ["b"]], ["S0>S1"])
    found = arrange(journey)
    (x, y), (end_x, end_y) = found.routes[ids["S0>S1"]]
    assert y == end_y == found.header_height / 2
    assert (x, end_x) == (found.boxes[ids["S0"]][2], found.boxes[ids["S1"]][0])


def test_a_gutter_grows_with_its_arrows_but_not_for_ever() -> None:
    few, many, crowd = (make_map([[f"a{n}" for n in range(40)], [f"b{n}" for n in range(40)]],
                                 [f"a{n}>b{39 - n}" for n in range(count)])[0] for count in (2, 20, 40))
    gaps = []
    for journey in few, many, crowd:
        first, second = (arrange(journey, options=KEEP).boxes[stage.id] for stage in journey.stages)
        gaps.append(second[0] - first[2])
    assert gaps[0] == 56 < gaps[1] <= gaps[2] <= 240


def test_a_card_shut_in_between_pinned_ones_still_has_a_way_out() -> None:
    pins = {"a": (20, 200), "b": (260, 190), "c": (500, 210), "e": (260, 254)}
    journey, ids = make_map([["a", "b", "c", "e"], ["d"]], ["a>d", "b>d", "d>b", "d>c", "a>c"], pins)
    found = arrange(journey)
    assert all(found.boxes[ids[name]][:2] == place for name, place in pins.items())
    boxes = card_boxes(journey, found)
    for route in found.routes.values():
        for start, end in pairwise(route):
            assert not [id_ for id_, box in boxes.items() if crosses(start, end, box)]


@pytest.mark.parametrize("count", [1, 5, 9])
def test_ports_are_spread_evenly(count: int) -> None:
    journey, ids = make_map([["a"], [f"b{n}" for n in range(count)]], [f"a>b{n}" for n in range(count)])
    found = arrange(journey, options=KEEP)
    _, y, _, height = found.boxes[ids["a"]]
    starts = [found.routes[ids[f"a>b{n}"]][0][1] - y for n in range(count)]
    assert starts == pytest.approx([height * (n + 1) / (count + 1) for n in range(count)])


def test_labelled_arrows_from_one_side_start_farther_apart() -> None:
    journey, ids = make_map([["a"], ["b", "c"]], ["a>b", "a>c"])
    plain = arrange(journey, options=KEEP)
    labelled = arrange(journey, {ids["a>b"]: (60, 30), ids["a>c"]: (60, 30)}, KEEP)
    gaps = [found.routes[ids["a>c"]][0][1] - found.routes[ids["a>b"]][0][1] for found in (plain, labelled)]
    assert gaps[1] >= 32 > gaps[0]


@pytest.mark.parametrize("count, lanes", [(60, "none"), (120, "none"), (120, "role"), (260, "none")])
def test_on_large_maps_no_cards_overlap_and_no_arrow_passes_a_card(count: int, lanes: str) -> None:
    journey, _ = crowd(count)
    role = Role(id=f"{10**6:032x}", title="R")
    journey = Journey([role, *(replace(record, roles=(role.id,)) if isinstance(record, Touchpoint) and number % 3
                               else record for number, record in enumerate(journey))])
    found = arrange(journey, options=Options(lanes=lanes))
    rects = found.box_rects[found.stage_count:]
    x, y, right, bottom = rects[:, 0], rects[:, 1], rects[:, 0] + rects[:, 2], rects[:, 1] + rects[:, 3]
    over = (x[:, None] < right) & (x < right[:, None]) & (y[:, None] < bottom) & (y < bottom[:, None])
    assert not (over & ~np.eye(count, dtype=bool)).any()
    for route in found.routes.values():
        for (x0, y0), (x1, y1) in pairwise(route):
            assert not ((max(x0, x1) > x + 1e-6) & (min(x0, x1) < right - 1e-6)
                        & (max(y0, y1) > y + 1e-6) & (min(y0, y1) < bottom - 1e-6)).any()
