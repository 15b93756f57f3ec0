"""Journeys for the layout's tests, and what every picture of one must fulfil."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from journey_editor.layout import Arrangement
from journey_editor.model import Flow, Journey, JourneyInfo, Record, Stage, Touchpoint

UNTIMED = settings(deadline=None, max_examples=80)
"""The first example imports what is only loaded when needed, and so takes longer than the others."""

INFO = JourneyInfo(id=f"{0xffff:032x}")


def make_map(columns: Sequence[Sequence[str]], flows: Sequence[str] = (),
             pins: Mapping[str, tuple[float, float]] | None = None) -> tuple[Journey, dict[str, str]]:
    """Return a journey of stages S0, S1 … with touchpoints by name, flows such as "a>b", and the ids by name."""
    names = [f"S{column}" for column in range(len(columns))] + [name for column in columns for name in column]
    ids = {name: f"{number:032x}" for number, name in enumerate([*names, *flows], 1)}
    records: list[Record] = [INFO]
    for at, column in enumerate(columns):
        records.append(Stage(id=ids[f"S{at}"], title=f"S{at}", order=at))
        records += [Touchpoint(id=ids[name], title=name, stage=ids[f"S{at}"], order=order,
                               position=(pins or {}).get(name)) for order, name in enumerate(column)]
    for flow in flows:
        source, target = flow.split(">")
        records.append(Flow(id=ids[flow], source=ids[source], target=ids[target]))
    return Journey(records), ids


@st.composite
def maps(draw: st.DrawFn, pinned: bool = True) -> tuple[Journey, dict[str, tuple[float, float]]]:
    """Journeys of up to five stages with flows of every kind, and sizes for some of what is in them."""
    stages = [Stage(id=f"{number:032x}", order=draw(st.integers(0, 3))) for number in range(draw(st.integers(0, 5)))]
    positions = st.one_of(st.none(), st.none(), st.tuples(st.integers(-200, 1800), st.integers(-50, 700)))
    cards = [
        Touchpoint(id=f"{100 + number:032x}", stage=draw(st.sampled_from(stages)).id, order=draw(st.integers(0, 3)),
                   position=draw(positions) if pinned else None)
        for number in range(draw(st.integers(0, 14)) if stages else 0)
    ]
    ends = [record.id for record in (*stages, *cards)]
    flows = [
        Flow(id=f"{1000 + number:032x}", source=source, target=target)
        for number, (source, target) in enumerate(draw(st.lists(
            st.tuples(st.sampled_from(ends), st.sampled_from(ends)), max_size=24)) if ends else ())
        if source != target
    ]
    sizes = {card.id: (draw(st.integers(40, 300)), draw(st.integers(20, 160))) for card in cards if draw(st.booleans())}
    sizes |= {stage.id: (draw(st.integers(80, 400)), draw(st.integers(24, 90)))
              for stage in stages if draw(st.booleans())}
    return Journey([INFO, *stages, *cards, *flows]), sizes


def overlap(a: Sequence[float], b: Sequence[float]) -> bool:
    """Return whether two boxes (x, y, width, height) have an inner point in common."""
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def crosses(start: Sequence[float], end: Sequence[float], box: Sequence[float]) -> bool:
    """Return whether a level or upright line runs through the inside of a box; lines on its border do not."""
    slack = 1e-6
    x, y, width, height = box
    return (max(start[0], end[0]) > x + slack and min(start[0], end[0]) < x + width - slack
            and max(start[1], end[1]) > y + slack and min(start[1], end[1]) < y + height - slack)


def on_border(point: Sequence[float], box: Sequence[float]) -> bool:
    """Return whether a point is on the border of a box."""
    slack = 1e-6
    x, y = point[0] - box[0], point[1] - box[1]
    inside = -slack <= x <= box[2] + slack and -slack <= y <= box[3] + slack
    return inside and min(abs(x), abs(y), abs(x - box[2]), abs(y - box[3])) <= slack


def headers(journey: Journey, found: Arrangement) -> dict[str, Any]:
    """Return the box of each stage's header."""
    return {stage.id: (*found.boxes[stage.id][:3], found.header_height) for stage in journey.stages}


def card_boxes(journey: Journey, found: Arrangement) -> dict[str, Any]:
    """Return the box of each card."""
    return {card.id: found.boxes[card.id] for card in journey.all(Touchpoint)}


def crowd(count: int, stages: int = 6) -> tuple[Journey, dict[str, str]]:
    """Return a journey of so many touchpoints c0, c1 … with half as many flows again: ahead, a few back."""
    draw = random.Random(count)
    columns = [[f"c{number}" for number in range(count) if number * stages // count == stage]
               for stage in range(stages)]
    steps = [draw.choice((1, 1, 2, 3, 9, 15, -20)) for _ in range(3 * count // 2)]
    pairs = [(at, at + step) for at, step in ((draw.randrange(count), step) for step in steps)]
    return make_map(columns, list(dict.fromkeys(f"c{a}>c{b}" for a, b in pairs if 0 <= b < count)))
