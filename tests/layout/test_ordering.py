"""The order inside stages follows the flows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.maps import UNTIMED, make_map, maps
from tests.strategies import journeys

from journey_editor.layout import Options, arrange, ordering_change
from journey_editor.layout.tracks import pack
from journey_editor.model import Change, Flow, Journey, Touchpoint

KEEP = Options(keep_order=True)


def order(journey: Journey, column: int) -> str:
    """Return the names of a stage's cards from top to bottom, as arrange puts them."""
    boxes = arrange(journey).boxes
    cards = journey.children(journey.stages[column].id, Touchpoint)
    return "".join(card.title for card in sorted(cards, key=lambda card: boxes[card.id][1]))


@UNTIMED
@given(maps())
def test_the_change_of_order_shows_what_arrange_found(case) -> None:
    journey, sizes = case
    found = arrange(journey, sizes)
    change = ordering_change(journey, sizes)
    assert not journey.check(change)
    journey.apply(change)
    kept = arrange(journey, sizes, KEEP)
    assert kept.boxes == found.boxes
    assert kept.routes == found.routes


@UNTIMED
@given(maps(pinned=False))
def test_arranging_twice_changes_nothing_more(case) -> None:
    journey, sizes = case
    journey.apply(ordering_change(journey, sizes))
    assert not ordering_change(journey, sizes)


@UNTIMED
@given(journeys())
def test_any_journey_can_be_arranged(journey: Journey) -> None:
    found = arrange(journey)
    assert len(found.routes) == journey.count(Flow)
    journey.apply(ordering_change(journey))
    assert arrange(journey, options=KEEP).boxes == found.boxes


@pytest.mark.parametrize("columns, flows, expected", [
    (["cab"], ["a>b", "b>c"], ["abc"]),
    (["abc"], [], ["abc"]),
    (["dcba"], ["a>b", "a>c", "b>d", "c>d"], ["acbd"]),
    (["abc"], ["a>b", "b>c", "c>a"], ["abc"]),
    (["ab", "cd"], ["a>d", "b>c"], ["ab", "dc"]),
    (["ab", "cd", "ef"], ["a>c", "b>d", "c>f", "d>e"], ["ab", "cd", "fe"]),
    (["abcd"], ["a>c", "b>d"], ["acbd"]),
])
def test_arrows_lead_down_and_cross_little(columns: list[str], flows: list[str], expected: list[str]) -> None:
    journey, _ = make_map(columns, flows)
    assert [order(journey, column) for column in range(len(columns))] == expected


def test_an_order_that_is_right_is_not_changed() -> None:
    journey, _ = make_map(["abc", "def"], ["a>b", "b>c", "a>d", "c>f"])
    assert ordering_change(journey) == Change()


def test_a_pinned_card_is_numbered_where_it_stands() -> None:
    journey, ids = make_map(["abc"], pins={"a": (20, 400)})
    change = ordering_change(journey)
    assert change
    journey.apply(change)
    assert [card.title for card in journey.children(ids["S0"], Touchpoint)] == ["b", "c", "a"]


@UNTIMED
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=40), st.integers(0, 12))
def test_intervals_that_touch_are_on_different_tracks(found: list[tuple[int, int]], enough: int) -> None:
    lows, highs = [low for low, _ in found], [low + length for low, length in found]
    tracks, count = pack(lows, highs, enough)
    in_order, _ = pack(lows, highs, 1000)
    assert count == max(tracks, default=-1) + 1
    for a in range(len(found)):
        for b in range(a):
            if lows[a] <= highs[b] and lows[b] <= highs[a]:
                assert tracks[a] != tracks[b]
                assert in_order[a] > in_order[b]
