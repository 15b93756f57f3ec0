"""Stages are columns, cards stand in them, pins are kept."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.layout.maps import UNTIMED, card_boxes, make_map, maps, overlap

from journey_editor.layout import DEFAULT_CARD, DEFAULT_STAGE, Options, arrange
from journey_editor.model import Journey, Touchpoint
from journey_editor.model.operations import new_journey

KEEP = Options(keep_order=True)


@pytest.mark.slow
@UNTIMED
@given(maps(), st.booleans(), st.randoms(use_true_random=False))
def test_the_same_journey_gives_the_same_picture(case, keep_order: bool, shuffler: random.Random) -> None:
    journey, sizes = case
    records = list(journey)
    shuffler.shuffle(records)
    options = Options(keep_order=keep_order)
    first, second = arrange(journey, sizes, options), arrange(Journey(records), sizes, options)
    assert first.boxes == second.boxes
    assert first.routes == second.routes
    assert first.bounds == second.bounds


@pytest.mark.slow
@UNTIMED
@given(maps(), st.booleans())
def test_stages_are_columns_in_order_and_equally_tall(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    boxes = [found.boxes[stage.id] for stage in journey.stages]
    assert all(box[1] == 0 and box[3] == boxes[0][3] for box in boxes)
    assert all(a[0] + a[2] + 50 <= b[0] for a, b in pairwise(boxes))
    assert not boxes or boxes[0][0] == 0
    for stage, box in zip(journey.stages, boxes):
        least, header = sizes.get(stage.id, DEFAULT_STAGE)
        assert box[2] >= least
        assert found.header_height >= header


@pytest.mark.slow
@UNTIMED
@given(maps(), st.booleans())
def test_cards_keep_their_size_and_stand_in_their_stage(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    for card in journey.all(Touchpoint):
        x, y, width, height = found.boxes[card.id]
        stage = found.boxes[card.stage]
        assert (width, height) == sizes.get(card.id, DEFAULT_CARD)
        assert stage[0] <= x and x + width <= stage[0] + stage[2] + 1e-6
        assert found.header_height < y and y + height < stage[3]


@UNTIMED
@given(maps(), st.booleans())
def test_free_cards_never_overlap_any_card(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    for (a, box), (b, other) in combinations(card_boxes(journey, found).items(), 2):
        if not (journey[a].position and journey[b].position):
            assert not overlap(box, other)


@UNTIMED
@given(maps(), st.booleans())
def test_pinned_cards_stay_where_their_column_is(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    for card in journey.all(Touchpoint):
        if card.position:
            x, y, width, _ = found.boxes[card.id]
            stage = found.boxes[card.stage]
            if stage[0] <= card.position[0] <= stage[0] + stage[2] - width:
                assert x == card.position[0]
            else:
                assert x in (stage[0], stage[0] + stage[2] - width)
            assert y == card.position[1] or y == found.header_height + 12 > card.position[1]


@UNTIMED
@given(maps(pinned=False))
def test_cards_kept_in_order_stand_so_in_their_sub_columns(case) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, KEEP)
    for stage in journey.stages:
        columns: dict[float, list] = {}
        for card in journey.children(stage.id, Touchpoint):
            x, y, width, height = found.boxes[card.id]
            columns.setdefault(round(x + width / 2, 3), []).append((y, y + height))
        assert all(below[0] - above[1] >= 24 - 1e-6 for column in columns.values() for above, below in pairwise(column))


def test_cards_without_flows_are_stacked_evenly() -> None:
    journey, ids = make_map(["abcd", "ef"])
    boxes = [arrange(journey).boxes[ids[name]] for name in "abcd"]
    assert all(a[0] == b[0] and b[1] - (a[1] + a[3]) == 24 for a, b in pairwise(boxes))


@UNTIMED
@given(maps(), st.booleans())
def test_bounds_hold_everything(case, keep_order: bool) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, Options(keep_order=keep_order))
    x, y, width, height = found.bounds
    points = [point for route in found.routes.values() for point in route]
    points += [corner for a, b, w, h in found.boxes.values() for corner in ((a, b), (a + w, b + h))]
    assert all(x <= a <= x + width + 1e-6 and y <= b <= y + height + 1e-6 for a, b in points)


def test_an_empty_journey_is_an_empty_picture() -> None:
    found = arrange(new_journey())
    assert (found.boxes, found.routes, found.lanes, found.bounds) == ({}, {}, {}, (0, 0, 0, 0))


def test_a_column_widens_for_a_card_pinned_to_the_right() -> None:
    journey, ids = make_map([["a", "b"], ["c"]], pins={"b": (150, 300)})
    boxes = arrange(journey).boxes
    assert boxes[ids["b"]] == (150, 300, *DEFAULT_CARD)
    assert boxes[ids["S0"]][2] > 150 + DEFAULT_CARD[0]
    assert boxes[ids["S1"]][0] > boxes[ids["S0"]][2]
    assert boxes[ids["a"]][0] == 20


def test_a_column_moves_to_where_its_pinned_cards_are() -> None:
    journey, ids = make_map([["a"], ["b", "c"]], pins={"b": (1000, 300)})
    boxes = arrange(journey).boxes
    assert boxes[ids["b"]][:2] == (1000, 300)
    assert boxes[ids["S1"]][2] == DEFAULT_STAGE[0]
    assert boxes[ids["c"]][0] == 1000


def test_free_cards_flow_around_a_pinned_one() -> None:
    journey, ids = make_map([["a", "b", "c"]], pins={"c": (20, 170)})
    boxes = arrange(journey).boxes
    assert boxes[ids["c"]][1] == 170
    assert boxes[ids["a"]][1] < 170 < boxes[ids["b"]][1]


@UNTIMED
@given(maps(pinned=False))
def test_pinning_every_card_where_it_is_moves_nothing(case) -> None:
    journey, sizes = case
    found = arrange(journey, sizes, KEEP)
    pinned = Journey(replace(record, position=found.boxes[record.id][:2]) if isinstance(record, Touchpoint) else record
                     for record in journey)
    again = arrange(pinned, sizes, KEEP)
    assert again.boxes == found.boxes
    assert again.routes == found.routes


def test_adding_a_card_at_the_end_moves_no_other() -> None:
    journey, ids = make_map([["a", "b"], ["c"]], ["a>b", "b>c"])
    before = arrange(journey).boxes
    card = replace(journey[ids["b"]], id=f"{77:032x}", order=9)
    after = arrange(Journey([*journey, card])).boxes
    assert all(after[ids[name]] == before[ids[name]] for name in "abc")


def test_a_pin_out_of_reach_does_not_tear_the_map_apart() -> None:
    journey, ids = make_map([["a"], ["b"]], ["a>b"], pins={"a": (2**70, -1e300)})
    assert max(arrange(journey).bounds) < 150_000


def test_the_arrangement_cannot_be_changed() -> None:
    found = arrange(make_map([["a", "b"]], ["a>b"])[0])
    with pytest.raises(ValueError):
        found.box_rects[0, 0] = 1
    with pytest.raises(AttributeError):
        found.header_height = 1


@pytest.mark.parametrize("code, absent", [
    ("import journey_editor.layout", "numpy"),
    ("", "networkx"),
    ("", "PySide6"),
])
def test_nothing_is_imported_before_it_is_needed(code: str, absent: str) -> None:
    code = code or (
        "from journey_editor.layout import Options, arrange\n"
        "from journey_editor.model import Flow, Journey, JourneyInfo, Stage, Touchpoint\n"
        "stage = Stage()\n"
        "cards = [Touchpoint(stage=stage.id, order=order) for order in range(3)]\n"
        "flows = [Flow(source=cards[0].id, target=cards[2].id), Flow(source=cards[1].id, target=cards[0].id)]\n"
        "journey = Journey([JourneyInfo(), stage, *cards, *flows])\n"
        "assert len(arrange(journey, options=Options(keep_order=True)).routes) == 2")
    subprocess.run([sys.executable, "-c", f"import sys\n{code}\nassert {absent!r} not in sys.modules"], check=True)
