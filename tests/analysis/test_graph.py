"""The graph of a journey is that of its flows, after any edit too."""

from __future__ import annotations

import gc
import random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_editor.analysis import graph
from journey_editor.analysis.graph import cycles, cycles_inside_stages, graph_of
from journey_editor.model import Flow, Journey, JourneyInfo, Stage, Touchpoint
from journey_editor.model import operations as ops


def small() -> Journey:
    visit, order = Stage(id="a" * 32, title="Visit"), Stage(id="b" * 32, title="Order", order=1)
    site, chat = (Touchpoint(id=digit * 32, title=digit, stage=visit.id) for digit in "12")
    cart = Touchpoint(id="3" * 32, title="Cart", stage=order.id)
    return Journey([JourneyInfo(), visit, order, site, chat, cart,
                    Flow(id="c" * 32, source=site.id, target=chat.id),
                    Flow(id="d" * 32, source=chat.id, target=cart.id),
                    Flow(id="e" * 32, source=chat.id, target=cart.id),
                    Flow(id="f" * 32, source=order.id, target=site.id)])


def told(found: nx.DiGraph) -> tuple[dict[str, str], dict[tuple[str, str], set[str]]]:
    return dict(found.nodes.data("stage")), {(a, b): flows for a, b, flows in found.edges.data("flows")}


def test_touchpoints_and_stages_are_nodes_and_flows_are_edges():
    nodes, edges = told(graph_of(small()))
    assert nodes == {"a" * 32: "a" * 32, "b" * 32: "b" * 32, "1" * 32: "a" * 32, "2" * 32: "a" * 32, "3" * 32: "b" * 32}
    assert edges == {("1" * 32, "2" * 32): {"c" * 32}, ("2" * 32, "3" * 32): {"d" * 32, "e" * 32},
                     ("b" * 32, "1" * 32): {"f" * 32}}


def test_the_graph_is_made_once_and_only_flows_and_what_they_join_change_it(monkeypatch):
    journey = small()
    found = graph_of(journey)
    monkeypatch.setattr(graph, "_patch", None)
    journey.apply(ops.update(journey, [journey.info.id], title="Other"))
    assert graph_of(journey) is found and graph_of(journey) is found


def test_journeys_that_are_gone_are_forgotten():
    journey = small()
    graph_of(journey)
    key = id(journey)
    assert key in graph._known
    del journey
    gc.collect()
    assert key not in graph._known


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_after_edits_the_graph_is_what_a_new_one_would_be(seed):
    draw, journey = random.Random(seed), small()
    graph_of(journey)
    for _ in range(draw.randrange(1, 6)):
        cards = journey.all(Touchpoint)
        ends = [record.id for record in (*cards, *journey.stages)]
        flows = [flow.id for flow in journey.all(Flow)]
        kind = draw.randrange(5)
        if kind == 0 and len(ends) > 1:
            source, target = draw.sample(ends, 2)
            journey.apply(ops.add(journey, Flow(source=source, target=target)))
        elif kind == 1 and flows:
            journey.apply(ops.delete(journey, [draw.choice(flows)]))
        elif kind == 2 and cards:
            journey.apply(ops.delete(journey, [draw.choice(cards).id]))
        elif kind == 3 and flows and len(ends) > 1:
            source, target = draw.sample(ends, 2)
            journey.apply(ops.update(journey, [draw.choice(flows)], source=source, target=target))
        elif kind == 4 and cards:
            journey.apply(ops.update(journey, [draw.choice(cards).id], stage=draw.choice(journey.stages).id))
        if draw.random() < 0.7:
            graph_of(journey)
    afresh = Journey(list(journey))
    assert told(graph_of(journey)) == told(graph_of(afresh))
    assert set(cycles_inside_stages(journey)) == set(cycles_inside_stages(afresh))


def test_cycles_and_what_is_between_them_have_numbers():
    found = cycles([(1, 2), (2, 1), (2, 3), (3, 4), (4, 5), (5, 4), (5, 6), (0, 1)])
    assert set(found) == {1, 2, 3, 4, 5}
    assert found[1] == found[2] and found[4] == found[5] and len({found[1], found[3], found[4]}) == 3
    assert cycles([(1, 2), (2, 3), (1, 3)]) == {} == cycles([])


def test_only_cycles_of_touchpoints_in_one_stage_are_inside_stages():
    journey = small()
    assert cycles_inside_stages(journey) == {}
    back = [Flow(source="2" * 32, target="1" * 32), Flow(source="3" * 32, target="2" * 32)]
    journey.apply(ops.add(journey, back[1]))
    assert cycles_inside_stages(journey) == {}
    journey.apply(ops.add(journey, back[0]))
    assert set(cycles_inside_stages(journey)) == {"1" * 32, "2" * 32}
