"""What a user can do, at its edges; the state machine does the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journey_editor.model import (
    Cell,
    Challenge,
    Flow,
    Journey,
    JourneyError,
    JourneyInfo,
    Lane,
    Metric,
    Note,
    Opportunity,
    Role,
    Stage,
    Touchpoint,
    Track,
    operations,
)
from journey_editor.model.records import sort_key


def applied(journey, change):
    """The journey after a change that must be allowed."""
    assert not journey.check(change), journey.check(change)
    journey = journey.copy()
    journey.apply(change)
    return journey


def titles(records):
    return [record.title for record in records]


@pytest.fixture
def stages():
    return [Stage(title=title, order=order) for order, title in enumerate("ABC", 1)]


@pytest.fixture
def cards(stages):
    return [Touchpoint(title=f"{stage.title}{place}", stage=stage.id, order=place)
            for stage in stages for place in (1, 2, 3)]


@pytest.fixture
def journey(stages, cards):
    return Journey([JourneyInfo(), *stages, *cards])


@pytest.mark.parametrize(("index", "result"), [
    (None, "ABCx"), (0, "xABC"), (1, "AxBC"), (3, "ABCx"), (9, "ABCx"), (-2, "xABC")])
def test_an_added_stage_stands_where_it_was_put(journey, index, result):
    change = operations.add_stage(journey, "x", index)
    assert len(change) == 1
    assert "".join(titles(applied(journey, change).stages)) == result


@pytest.mark.parametrize("orders", [(1, 1, 1), (1, 1 + 1e-7, 1 + 2e-7), (1e16, 1e16 + 2, 1e16 + 4),
                                    (-1e308, 0, 1.7e308), (-10**299, 0, 10**299), (1e300, 1e305, 1.7e308),
                                    (-1.7e308, -1.6e308, 1.7e308)])
@pytest.mark.parametrize("index", [0, 1, 2, 3])
def test_a_row_without_room_is_numbered_afresh(orders, index):
    rows = sorted((Stage(title="abc"[i], order=order) for i, order in enumerate(orders)), key=sort_key)
    journey = Journey([JourneyInfo(), *rows])
    expected = titles(rows)
    expected[index:index] = ["x"]
    assert titles(applied(journey, operations.add_stage(journey, "x", index)).stages) == expected
    two = applied(journey, operations.move(journey, [rows[0].id, rows[2].id], None, 0))
    assert titles(two.stages) == titles([rows[0], rows[2], rows[1]])


def test_a_thousand_inserts_at_one_place_keep_their_order(journey, stages):
    for number in range(300):
        journey = applied(journey, operations.add_touchpoint(journey, stages[0].id, str(number), 1))
    assert titles(journey.children(stages[0].id, Touchpoint)) == ["A1", *map(str, reversed(range(300))), "A2", "A3"]


def test_each_kind_can_be_added(journey, stages, cards):
    about = cards[0].id
    for add, args, cls in [
        (operations.add_challenge, (about, "x"), Challenge), (operations.add_metric, (about, "x"), Metric),
        (operations.add_opportunity, (stages[0].id, "x"), Opportunity), (operations.add_lane, ("x",), Lane),
        (operations.add_role, ("x",), Role), (operations.add_track, ("x",), Track), (operations.add_note, ("x",), Note),
        (operations.add_note, ("x", about), Note), (operations.add_touchpoint, (stages[1].id, "x"), Touchpoint),
    ]:
        change = add(journey, *args)
        (record,) = change.added
        assert type(record) is cls and record.title == "x"
        journey = applied(journey, change)
    (lane,) = journey.all(Lane)
    journey = applied(journey, operations.add_cell(journey, lane.id, about, "y"))
    assert journey.children(lane.id, Cell) == journey.children(about, Cell)


def test_cells_of_different_lanes_do_not_count_each_other(journey, cards):
    lanes = [Lane(title="1"), Lane(title="2")]
    for lane in lanes:
        journey = applied(journey, operations.add(journey, lane))
    for lane in lanes * 2:
        journey = applied(journey, operations.add_cell(journey, lane.id, cards[0].id, lane.title))
    for lane in lanes:
        assert [cell.order for cell in journey.children(lane.id, Cell)] == [1, 2]


def test_a_second_record_about_the_journey_is_refused(journey):
    assert journey.check(operations.add(journey, JourneyInfo()))


def test_a_card_moves_to_another_stage_and_loses_its_pin(journey, stages, cards):
    journey = applied(journey, operations.pin(journey, {cards[0].id: (5, 6.5)}))
    assert journey[cards[0].id].position == (5, 6.5)
    moved = applied(journey, operations.move(journey, [cards[0].id], stages[1].id, 1))
    assert titles(moved.children(stages[1].id, Touchpoint)) == ["B1", "A1", "B2", "B3"]
    assert moved[cards[0].id].position is None
    within = applied(journey, operations.move(journey, [cards[0].id], stages[0].id, 1))
    assert titles(within.children(stages[0].id, Touchpoint)) == ["A2", "A1", "A3"]
    assert within[cards[0].id].position == (5, 6.5)


def test_cards_of_several_stages_keep_the_order_of_the_map(journey, stages, cards):
    ids = [card.id for card in (cards[8], cards[3], cards[2])]  # C3, B1, A3
    moved = applied(journey, operations.move(journey, ids, stages[1].id, 1))
    assert titles(moved.children(stages[1].id, Touchpoint)) == ["B2", "A3", "B1", "C3", "B3"]


@pytest.mark.parametrize(("chosen", "index"), [
    ((0,), 0), ((2,), 2), ((2,), None), ((1, 2), 1), ((0, 1, 2), None), ((1,), 1)])
def test_a_move_to_where_it_stands_is_no_change(journey, stages, cards, chosen, index):
    assert not operations.move(journey, [cards[i].id for i in chosen], stages[0].id, index)


def test_a_move_changes_nothing_but_what_moves(journey, stages, cards):
    for index in (None, 0, 1, 2):
        change = operations.move(journey, [cards[3].id], stages[0].id, index)
        assert list(change.edits) == [cards[3].id]


def test_moving_nothing_or_different_kinds_or_a_flow(journey, stages, cards):
    assert not operations.move(journey, [], None)
    with pytest.raises(JourneyError, match=r"^Only items of the same kind can be moved together\.$"):
        operations.move(journey, [stages[0].id, cards[0].id], None)
    flow = operations.connect(journey, cards[0].id, cards[1].id)
    with pytest.raises(JourneyError, match=r"^Only items of the same kind can be moved together\.$"):
        operations.move(applied(journey, flow), flow.edits, None)
    assert journey.check(operations.move(journey, [cards[0].id], cards[1].id))
    assert journey.check(operations.move(journey, [cards[0].id], None))


def test_a_note_can_be_freed(journey, cards):
    about = operations.add_note(journey, "about", cards[0].id)
    journey = applied(journey, about)
    (note,) = about.added
    assert applied(journey, operations.move(journey, [note.id], None))[note.id].about is None


def test_reorder_numbers_a_row(journey, stages):
    change = operations.reorder(journey, [[stages[2].id, stages[0].id, stages[1].id]])
    assert [stage.order for stage in applied(journey, change).stages] == [1, 2, 3]
    assert titles(applied(journey, change).stages) == ["C", "A", "B"]


def test_update_sets_the_fields_that_a_record_has(journey, stages, cards):
    change = operations.update(journey, [stages[0].id, cards[0].id], goal="g", owner="o")
    after = applied(journey, change)
    assert after[stages[0].id].goal == "g" and after[cards[0].id].owner == "o"
    assert not operations.update(after, [stages[0].id, cards[0].id], goal="g", owner="o")


def test_rename_sets_what_is_shown(journey, cards):
    connected = applied(journey, operations.connect(journey, cards[0].id, cards[1].id))
    (flow,) = connected.all(Flow)
    assert applied(connected, operations.rename(connected, flow.id, "no"))[flow.id].label == "no"
    assert applied(journey, operations.rename(journey, cards[0].id, "new"))[cards[0].id].title == "new"


def test_connecting_twice_is_no_change_unless_the_label_differs(journey, cards):
    a, b = cards[0].id, cards[1].id
    journey = applied(journey, operations.connect(journey, a, b))
    assert not operations.connect(journey, a, b)
    assert operations.connect(journey, a, b, "if not") and operations.connect(journey, b, a)
    assert journey.check(operations.connect(journey, a, a))


def test_deleting_takes_along_what_cannot_be_without(journey, stages, cards):
    role, track, lane = Role(), Track(), Lane()
    card = replace(cards[3], roles=(role.id,))
    challenge = Challenge(about=cards[0].id)
    other = Challenge(about=cards[3].id)
    answer = Opportunity(about=cards[3].id, challenges=(challenge.id, other.id))
    flow = Flow(source=cards[3].id, target=cards[4].id, tracks=(track.id,))
    note = Note(about=challenge.id)
    more = [role, track, lane, challenge, other, answer, flow, note, Metric(about=stages[0].id),
            Cell(lane=lane.id, about=cards[3].id), Flow(source=cards[0].id, target=cards[3].id)]
    journey = Journey([JourneyInfo(), *stages, *cards[:3], card, *cards[4:], *more])
    after = applied(journey, operations.delete(journey, [stages[0].id, role.id, track.id, lane.id, stages[0].id]))
    assert titles(after.stages) == ["B", "C"] and after.count(Touchpoint) == 6
    assert after.all(Challenge) == [other] and after.all(Flow) == [replace(flow, tracks=())]
    assert after.all(Opportunity) == [replace(answer, challenges=(other.id,))]
    assert after.all(Note) == [replace(note, about=None)]
    assert after[card.id].roles == () and not after.count(Metric) and not after.count(Cell)


def test_deleting_nothing_is_no_change(journey):
    assert not operations.delete(journey, [])


@pytest.mark.parametrize("request_", [
    lambda j: operations.delete(j, [j.info.id]), lambda j: operations.delete(j, ["x"]),
    lambda j: operations.rename(j, "x", ""), lambda j: operations.update(j, ["x"], title=""),
    lambda j: operations.move(j, ["x"], None),
    lambda j: operations.move(j, [j.stages[0].id], "x"), lambda j: operations.pin(j, {"x": None}),
    lambda j: operations.pin(j, {j.stages[0].id: (0, 0)}), lambda j: operations.reorder(j, [["x"]]),
    lambda j: operations.reorder(j, [[j.info.id]]), lambda j: operations.connect(j, "x", j.stages[0].id),
    lambda j: operations.add_touchpoint(j, "x", ""), lambda j: operations.add_note(j, "", "x"),
])
def test_what_makes_no_sense_is_refused_with_a_sentence(journey, request_):
    with pytest.raises(JourneyError) as error:
        request_(journey)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_a_new_journey_holds_its_own_record_alone(language):
    journey = operations.new_journey("Map", language)
    assert list(journey) == [journey.info] and journey.info.language == language
