"""What stands where on the map, and what is found under a point."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from journey_editor import storage
from journey_editor.drawing.blocks import card_block, card_sizes
from journey_editor.drawing.picture import Picture
from journey_editor.drawing.text import BODY, TITLE, advance, wrap
from journey_editor.model import (
    Challenge,
    Change,
    Flow,
    Journey,
    JourneyInfo,
    Metric,
    Note,
    Role,
    Stage,
    Touchpoint,
    Track,
)
from journey_editor.model import operations as ops
from journey_editor.shipped import find


def middle(picture: Picture, id_: str) -> tuple[float, float]:
    box = picture.box(id_)
    assert box is not None
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def small() -> tuple[Journey, dict[str, str]]:
    first, second = Stage(title="Visit", order=1), Stage(title="Buy", order=2)
    card, other = Touchpoint(title="Search", stage=first.id), Touchpoint(title="Pay", stage=second.id, emotion=-1)
    role = Role(title="Buyer")
    on_card, on_stage = Challenge(title="Hard to find", about=card.id), Metric(title="Churn", about=second.id)
    flow = Flow(source=card.id, target=other.id, label="buys")
    note = Note(title="Ask sales")
    records = [JourneyInfo(title="Map"), first, second, card, other, role, on_card, on_stage, flow, note]
    ids = {record.title: record.id for record in records if not isinstance(record, Flow)}
    return Journey(records), ids | {"flow": flow.id}


def test_a_legend_tells_what_is_on_the_map(qapp):
    journey, ids = small()
    assert Picture(journey).legend == []
    fast, unused = Track(title="Fast", order=1), Track(title="Unused", order=2)
    journey.apply(ops.add(journey, fast).then(Change({unused.id: (None, unused)})))
    journey.apply(ops.update(journey, [ids["flow"]], tracks=(fast.id,)))
    back = Flow(source=ids["Pay"], target=ids["Search"])
    journey.apply(ops.add(journey, back).then(ops.update(journey, [ids["Pay"]], backstage=True)))
    picture = Picture(journey)
    assert [part.lines for part in picture.legend] == [("Fast",), ("Leads back",), ("Backstage",)]
    assert [part.id for part in picture.legend] == [fast.id, "", ""]
    (*_, title), (first, *_) = picture.title, picture.legend
    assert title.y + title.height <= first.y and first.y + first.height <= 0
    assert picture.bounds[1] < title.y
    journey.apply(ops.add_touchpoint(journey, journey.stages[0].id, "Off the track"))
    off = next(card.id for card in journey.all(Touchpoint) if card.title == "Off the track")
    journey.apply(ops.update(journey, [card.id for card in journey.all(Touchpoint)], backstage=False))
    journey.apply(ops.update(journey, [off], backstage=True))
    assert [part.lines for part in Picture(journey, view=f"track:{fast.id}").legend] == [("Fast",)]
    journey.apply(ops.update(journey, [journey.info.id], language="zh_CN"))
    assert Picture(journey).legend[1].lines == ("返回",)


def test_everything_drawn_is_found_where_its_box_says(qapp):
    journey, ids = small()
    picture = Picture(journey)
    for title, kind in (("Visit", "stage"), ("Search", "touchpoint"), ("Hard to find", "challenge"),
                        ("Churn", "metric"), ("Ask sales", "note"), ("Map", "title")):
        hit = picture.hit(*middle(picture, ids[title]))
        if title == "Search":  # its middle may be on the challenge
            box = picture.box(ids[title])
            hit = picture.hit(box[0] + 12, box[1] + 12)
        assert (hit.kind, hit.id) == (kind, ids[title])
    line = picture.arrows.line(picture.arrows.index[ids["flow"]])
    hit = picture.hit(*((line[0] + line[1]) / 2).tolist())
    assert (hit.kind, hit.id) == ("flow", ids["flow"])
    assert picture.hit(-5000, -5000) is None


def test_bounds_hold_everything(qapp):
    journey, ids = small()
    picture = Picture(journey)
    x, y, width, height = picture.bounds
    for id_ in ids.values():
        box = picture.box(id_)
        if box is not None:
            assert x <= box[0] and y <= box[1] and box[0] + box[2] <= x + width and box[1] + box[3] <= y + height


def test_rows_appear_with_what_they_hold(qapp):
    journey, ids = small()
    picture = Picture(journey)
    assert [band.key for band in picture.bands] == ["emotion", "metrics"]
    change = ops.delete(journey, [ids["Churn"]])
    journey.apply(change)
    picture.patch(change)
    assert [band.key for band in picture.bands] == ["emotion"]
    change = ops.update(journey, [ids["Pay"]], emotion=None)
    journey.apply(change)
    picture.patch(change)
    assert picture.bands == [] and picture.curve is None


def test_the_rows_speak_the_language_of_the_journey(qapp):
    journey, _ = small()
    picture = Picture(journey)
    change = ops.update(journey, [journey.info.id], language="zh_CN")
    journey.apply(change)
    picture.patch(change)
    assert [word for word, _ in picture.row_labels()] == ["生命周期阶段", "触点", "情绪", "指标"]


def test_a_rename_that_fits_moves_nothing_and_one_that_does_not_makes_room(qapp):
    journey, ids = small()
    picture = Picture(journey)
    before = picture.box(ids["Search"])
    for title, same in (("Browse", True), ("A title that needs far more than one line of a card to be read", False)):
        change = ops.rename(journey, ids["Search"], title)
        journey.apply(change)
        picture.patch(change)
        assert (picture.box(ids["Search"]) == before) is same
    assert picture.same_as(Picture(journey))


def test_lines_are_never_wider_than_asked_and_lose_nothing(qapp):
    for text in ("plain words that go on and on", "需求确认后供应商需要在三个工作日内提交完整的技术参数与报价", "x" * 90, "a\nb",
                 "emoji 😀😀😀 between words 👩‍👩‍👧 and more of them", ""):
        for style in (TITLE, BODY):
            lines = wrap(text, style, 120)
            assert all(advance(line, style) <= 120.5 for line in lines)
            assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_a_text_without_end_is_cut_with_an_ellipsis(qapp):
    lines = wrap("word " * 6000, BODY, 120)
    assert len(lines) <= 14 and lines[-1].endswith("…")


def test_an_empty_journey_is_an_empty_picture(qapp):
    picture = Picture(ops.new_journey("Title"))
    assert picture.empty and picture.hit(0, 0) is None
    journey = picture.journey
    change = ops.add_stage(journey, "First")
    journey.apply(change)
    picture.patch(change)
    assert not picture.empty and picture.same_as(Picture(journey))


def test_a_change_of_nothing_changes_nothing(qapp):
    journey, _ = small()
    picture = Picture(journey)
    picture.patch(Change())
    assert picture.same_as(Picture(journey))


def test_the_sizes_of_cards_are_those_of_their_blocks(qapp):
    stage, roles = Stage(title="Visit", order=1), [Role(title=f"Somebody {i}", order=i) for i in range(6)]
    title = "A title that needs far more than one line of a card to be read"
    cards = [Touchpoint(title=words, stage=stage.id, order=1, emotion=emotion, channel=channel, duration_hours=hours,
                        roles=tuple(role.id for role in roles[:count]))
             for words in ("", "Pay", title) for emotion in (None, 1) for channel in ("", "Web", title)
             for hours in (None, 5) for count in (0, 1, 2, 6)]
    challenges = [Challenge(title=title, about=card.id) for card in cards[::3]]
    journey = Journey([JourneyInfo(title="Map"), stage, *roles, *cards, *challenges])
    sizes = card_sizes(journey, {})
    for card in cards:
        block = card_block(journey, card)
        assert sizes[card.id] == (block.width, block.height)
        assert all(part.y + part.height <= block.height for part in block.parts)


def titles_only(record):
    """Return a record without what makes a card high, None for what hangs on one."""
    if isinstance(record, Touchpoint):
        return replace(record, channel="", automation=None, duration_hours=None, owner="", roles=(), emotion=None)
    return None if getattr(record, "about", None) else record


@pytest.mark.parametrize("name", ["alibaba-b2b", "industrial-purchase-zh", "loan-approval"])
@pytest.mark.parametrize("words", [("",), ("perhaps",), ("yes", "after three days", "asks for a discount")])
@pytest.mark.parametrize("bare", [False, True])
def test_labels_lie_on_no_card_and_on_no_other_arrow(qapp, name, words, bare):
    records = list(storage.load(find("examples", f"{name}.journey")))
    if bare:
        records = [one for record in records if (one := titles_only(record))]
    picture = Picture(Journey([replace(record, label=words[i % len(words)] or record.label)
                               if isinstance(record, Flow) else record for i, record in enumerate(records)]))
    arrows = picture.arrows
    boxes = np.concatenate([picture.card_boxes, arrows.label_boxes])
    for k, (box, own) in enumerate(zip(arrows.label_boxes, arrows.labelled, strict=True)):
        low, high = box[:2], box[:2] + box[2:]
        others = arrows.segments[arrows.owner != own]
        starts, ends = np.minimum(others[:, :2], others[:, 2:]), np.maximum(others[:, :2], others[:, 2:])
        assert not ((starts < high) & (ends > low)).all(axis=1).any()
        solid = np.delete(boxes, len(picture.card_boxes) + k, axis=0)
        assert not ((solid[:, :2] < high) & (solid[:, :2] + solid[:, 2:] > low)).all(axis=1).any()


def test_a_label_is_on_a_long_arrow_and_beside_a_short_one(qapp):
    stage = Stage(title="Ask", order=1)
    first, second, third = [Touchpoint(title=title, stage=stage.id, order=i) for i, title in enumerate("abc")]
    third = replace(third, backstage=True)
    flows = [Flow(source=first.id, target=second.id, label="short"),
             Flow(source=second.id, target=third.id, label="long")]
    tall = [Challenge(title=f"Makes the lane higher {i}", about=first.id) for i in range(3)]
    side = Stage(title="Answer", order=2)
    others = [Touchpoint(title=f"Other {i}", stage=side.id, order=i) for i in range(9)]
    picture = Picture(Journey([JourneyInfo(), stage, side, first, second, third, *others, *flows, *tall]), "backstage")
    arrows = picture.arrows
    for flow, beside in zip(flows, (True, False)):
        i = arrows.index[flow.id]
        line, (left, _, width, _) = arrows.line(i), arrows.label_boxes[arrows.labelled.index(i)]
        assert len(line) == 2 and line[0][0] == line[1][0]
        assert bool(left < line[0][0] < left + width) != beside


def test_a_card_is_high_enough_for_the_labels_of_all_ways_on(qapp):
    first, second = Stage(title="Ask", order=1), Stage(title="Go", order=2)
    ask, *answers = [Touchpoint(title=f"Card {i}", stage=(second if i else first).id, order=i) for i in range(5)]
    flows = [Flow(source=ask.id, target=card.id) for card in answers]
    journey = Journey([JourneyInfo(), first, second, ask, *answers, *flows])
    picture = Picture(journey)
    plain = picture.box(ask.id)[3]
    labels = Change.updating([(flow, replace(flow, label=f"answer {i}")) for i, flow in enumerate(flows)])
    for change, moved in (labels, 0), (ops.move(journey, [answers[0].id], first.id, 1), 1), (labels.inverse(), 1):
        journey.apply(change)
        picture.patch(change)
        assert picture.same_as(Picture(journey))
        boxes = picture.arrows.label_boxes
        assert len(boxes) == 0 or picture.box(ask.id)[3] >= boxes[moved:, 3].sum()
    assert picture.box(ask.id)[3] == plain


def crowded(stages: int) -> Journey:
    """Return three cards with so many labelled flows between them that few places are free."""
    columns = [Stage(title="S", order=order) for order in range(stages)]
    cards = [Touchpoint(title="T", stage=columns[order % stages].id, order=order) for order in range(3)]
    flows = [Flow(id=f"{number:032x}", source=a.id, target=b.id, label="a longer label")
             for number, (a, b) in enumerate(list(permutations(cards, 2)) * 2)]
    return Journey([JourneyInfo(), *columns, *cards, *flows])


@pytest.mark.parametrize("stages", [1, 2, 3])
@pytest.mark.parametrize("view", ["stages", "flow", "outline"])
def test_labels_in_a_crowd_lie_on_no_card_and_no_word_and_within_the_bounds(qapp, stages, view):
    picture = Picture(crowded(stages), view=view)
    x, y, width, height = picture.bounds
    solid = [*picture.card_boxes, *(box for _, box in picture.row_labels())]
    for left, top, wide, high in picture.arrows.label_boxes:
        assert x < left and left + wide < x + width and y < top and top + high < y + height
        assert not any(left < b[0] + b[2] and b[0] < left + wide and top < b[1] + b[3] and b[1] < top + high
                       for b in solid)
