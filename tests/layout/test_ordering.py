"""The order inside stages follows the flows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.maps import UNTIMED, crowd, make_map, maps
from tests.strategies import journeys

from journey_editor.layout import Options, arrange, ordering_change
from journey_editor.layout.tracks import pack
from journey_editor.model import Change, Flow, Journey, Touchpoint
from journey_editor.model.operations import reorder

KEEP = Options(keep_order=True)


def order(journey: Journey, column: int) -> str:
    """Return the names of a stage's cards by sub-columns and from top to bottom, as arrange puts them."""
    boxes = arrange(journey).boxes
    cards = journey.children(journey.stages[column].id, Touchpoint)
    return "".join(card.title for card in sorted(cards, key=lambda card: boxes[card.id][:2]))


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
@given(maps())
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


@pytest.mark.parametrize("cards, flows, expected", [
    ("abc", ["a>b", "b>c"], 1),
    ("abc", ["a>b", "b>c", "a>c"], 1),
    ("abcd", ["a>b", "a>c", "b>d", "c>d"], 3),
    ("abcd", ["a>b", "a>c", "a>d", "b>c", "c>d"], 2),
    ("abcdefgh", ["a>b", "b>c", "c>d", "d>e", "e>f", "f>g", "g>h"], 1),
    ("abcdefgh", [], 1),
])
def test_stages_have_sub_columns_where_arrows_would_pass_others(cards: str, flows: list[str], expected: int) -> None:
    journey, ids = make_map([cards], flows)
    for options in None, KEEP:
        boxes = arrange(journey, options=options).boxes
        assert len({boxes[ids[name]][0] for name in cards}) == expected


@UNTIMED
@given(maps(pinned=False), st.randoms(use_true_random=False))
def test_sub_columns_follow_from_the_flows(case, chance) -> None:
    """Without circles, the order has no say in which of the cards that flows join stand beside one another."""
    journey, sizes = case
    place = {card.id: at for at, card in enumerate(journey.all(Touchpoint))}
    acyclic = Journey(record for record in journey if not isinstance(record, Flow)
                      or place.get(record.source, -1) < place.get(record.target, -1))
    moved = acyclic.copy()
    for stage in acyclic.stages:
        cards = [card.id for card in acyclic.children(stage.id, Touchpoint)]
        chance.shuffle(cards)
        moved.apply(reorder(moved, [cards]))
    counts = []
    for one in acyclic, moved:
        boxes = arrange(one, sizes, KEEP).boxes
        counts.append([len({round(boxes[card.id][0] + boxes[card.id][2] / 2, 3)
                            for card in one.children(stage.id, Touchpoint)}) for stage in one.stages])
    assert counts[0] == counts[1]


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


def test_a_map_that_is_printed_on_a_page_is_not_spread_beyond_it() -> None:
    stages = [[f"{name}{stage}" for name in "abcd"] for stage in range(8)]
    flows = [f"{arc[0]}{stage}>{arc[1]}{stage}" for stage in range(8) for arc in ("ab", "ac", "bd", "cd")]
    journey, ids = make_map(stages, flows)
    boxes = arrange(journey).boxes
    columns = [len({boxes[ids[name]][0] for name in names}) for names in stages]
    assert columns == [3, 3, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("options", [Options(), KEEP])
def test_a_card_added_to_an_arranged_map_moves_few_others(options: Options) -> None:
    journey, _ = crowd(100)
    journey.apply(ordering_change(journey))
    assert not ordering_change(journey)
    before = arrange(journey, options=options).boxes
    cards = [card.id for card in journey.all(Touchpoint)]
    medians = []
    for number, stage in enumerate(journey.stages):
        grown = journey.copy()
        new = Touchpoint(id=f"{10**6 + number:032x}", title="new", stage=stage.id, order=10**6)
        grown.apply(Change({new.id: (None, new)}))
        after = arrange(grown, options=options).boxes
        moved = sorted(max(abs(a - b) for a, b in zip(before[id_][:2], after[id_])) for id_ in cards)
        medians.append(moved[len(moved) // 2])
    assert sorted(medians)[len(medians) // 2] == 0
