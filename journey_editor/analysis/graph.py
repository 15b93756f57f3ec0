"""The journey as a graph: the one `networkx.DiGraph` of its stages, touchpoints and flows, and its cycles."""

from __future__ import annotations

import weakref
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import networkx as nx

from journey_editor.model import Flow, Journey, Record, Stage, Touchpoint

Node = TypeVar("Node", bound=Hashable)


@dataclass(slots=True)
class _Known:
    """The graph of a journey, with the lists of records that it was made of: after an edit, the journey has others."""

    lists: tuple[list[Stage], list[Touchpoint], list[Flow]] = field(default_factory=lambda: ([], [], []))
    records: dict[str, Record] = field(default_factory=dict)
    graph: nx.DiGraph = field(default_factory=nx.DiGraph)
    cycles: dict[str, int] | None = None


_known: dict[int, _Known] = {}
"""By the journeys' `id()`: a journey has no hash, as it can change. Those of journeys that are gone are dropped."""


def graph_of(journey: Journey) -> nx.DiGraph:
    """Return the graph of a journey as it is now; it is shared, so do not change it.

    Nodes are the ids of stages and touchpoints; `stage` is the id of the stage that a node is in, or is. All flows from
    one node to another are one edge; `flows` is the set of their ids. The graph is made once, and brought up to date
    when it is asked for after stages, touchpoints or flows have changed.
    """
    return _up_to_date(journey).graph


def cycles_inside_stages(journey: Journey) -> Mapping[str, int]:
    """Return the `cycles` of the flows between touchpoints of one stage; they are shared, so do not change them."""
    known = _up_to_date(journey)
    if known.cycles is None:
        stage = dict(known.graph.nodes.data("stage"))
        known.cycles = cycles((a, b) for a, b in known.graph.edges if a != stage[a] == stage[b] != b)
    return known.cycles


def cycles(edges: Iterable[tuple[Node, Node]]) -> dict[Node, int]:
    """Return a number for each node on a cycle or on a way from one cycle to another; none for any other node.

    It is the same for nodes that can be reached from one another.
    """
    graph = nx.DiGraph(edges)
    components = list(nx.strongly_connected_components(graph))
    found = {node: number for number, nodes in enumerate(components) if len(nodes) > 1 for node in nodes}
    if len(set(found.values())) > 1:
        behind = {node for _, node in nx.edge_bfs(graph, list(found))}
        ahead = {node for node, _, _ in nx.edge_bfs(graph, list(found), orientation="reverse")}
        number = {node: number for number, nodes in enumerate(components) for node in nodes}
        found |= {node: number[node] for node in behind & ahead}
    return found


def _up_to_date(journey: Journey) -> _Known:
    known = _known.get(id(journey))
    if known is None:
        known = _known[id(journey)] = _Known()
        weakref.finalize(journey, _known.pop, id(journey))
    lists = journey.all(Stage), journey.all(Touchpoint), journey.all(Flow)
    if any(now is not then for now, then in zip(lists, known.lists)):
        now: dict[str, Record] = {record.id: record for records in lists for record in records}
        _patch(known.graph, known.records, now)
        known.lists, known.records, known.cycles = lists, now, None
    return known


def _patch(graph: nx.DiGraph, before: Mapping[str, Record], now: Mapping[str, Record]) -> None:
    """Make the graph of what was before that of what is now; in both, flows come after what they join."""
    for record in before.values():
        if now.get(record.id) is not record and isinstance(record, Flow):
            _remove(graph, record)
    graph.remove_nodes_from([id_ for id_, record in before.items() if id_ not in now and not isinstance(record, Flow)])
    for record in now.values():
        if before.get(record.id) is not record:
            _add(graph, record)


def _add(graph: nx.DiGraph, record: Record) -> None:
    if not isinstance(record, Flow):
        graph.add_node(record.id, stage=record.stage if isinstance(record, Touchpoint) else record.id)
    elif edge := graph.get_edge_data(record.source, record.target):
        edge["flows"].add(record.id)
    else:
        graph.add_edge(record.source, record.target, flows={record.id})


def _remove(graph: nx.DiGraph, flow: Flow) -> None:
    flows = graph.edges[flow.source, flow.target]["flows"]
    flows.remove(flow.id)
    if not flows:
        graph.remove_edge(flow.source, flow.target)
