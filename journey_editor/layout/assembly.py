"""One picture put together: cards in given layers, with all arrows between them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from . import apart, channels, columns, corridors, crossings, escapes, gutters, ports, routes, rows, ways
from .arrangement import Arrangement, Box
from .arrays import MapArrays, in_layers
from .swimlanes import Swimlanes
from .layers import Layers

MOST_SIFTED = 1500
"""Beyond this size nobody follows a single arrow, and every edit would wait for it."""


class _Flows(NamedTuple):
    """How the flows run: their layers, their channels, and their ways through the layers."""

    ends: ways.Ends
    channels: channels.Channels
    net: ways.Net


class _Heights(NamedTuple):
    """The y of cards and of the places in layers, of each flow's way through its channel, and where things end."""

    y: np.ndarray
    level: np.ndarray
    cards_bottom: float
    bottom: float


class _Across(NamedTuple):
    """The columns, and what runs between them; `run_x` is the x of upright ways."""

    places: columns.Places
    ports: ports.Ports
    runs: gutters.Runs
    run_x: np.ndarray
    ways_out: escapes.Escapes


def draw_layers(stacked: MapArrays, split: Layers, loose: np.ndarray, bands: Swimlanes | None = None,
                order: np.ndarray | None = None) -> Arrangement:
    """Return the arrangement of a map whose cards are in these layers, the places of arrows in them in `order`.

    The order holds if the arrows that pass between cards are those of which it was made; otherwise one is found.
    """
    arrays = in_layers(stacked, split.within, split.counts, loose, bands and bands.of)
    ends = ways.ends(arrays)
    rough = columns.stack(arrays, arrays.header_height + columns.GAP)
    passing = channels.choose(arrays, ends, rough, bands is not None)
    flows = _Flows(ends, passing, ways.net(arrays, ends, passing.channel))
    if order is None or not _fits(flows.net, order):
        order = _order(arrays, flows, rough)
    band = rows.banded(arrays, flows.net, order, bands and bands.of)
    heights = _heights(arrays, flows, order, band, bands)
    across = _across(arrays, flows, heights)
    at = across.places
    stages = np.column_stack([at.x, np.zeros_like(at.x), at.width, np.full_like(at.x, heights.bottom)])
    cards = np.column_stack([at.card_x, heights.y[:len(arrays.card_ids)], arrays.card_size])
    points, offsets = _routes(arrays, across, cards, stages)
    places = np.argsort(arrays.record)
    wide = float((at.x + at.width).max(initial=0.0))
    lanes = bands.boxes(band[:len(cards)], cards, (arrays.header_height, heights.cards_bottom, heights.bottom),
                        wide) if bands else {}
    return arranged(arrays.stage_ids + [arrays.card_ids[card] for card in places.tolist()],
                    np.concatenate([stages, cards[places]]), len(stages), arrays.header_height, arrays.flow_ids, points,
                    offsets, _leading_back(arrays, ends), lanes)


def _fits(net: ways.Net, order: np.ndarray) -> bool:
    """Tell whether an order is one of the net's nodes, layer by layer."""
    return len(order) == len(net.layer) and bool((np.diff(net.layer[order]) >= 0).all())


def _order(arrays: MapArrays, flows: _Flows, rough: np.ndarray) -> np.ndarray:
    """Return the order of cards and places in which few arrows cross, the cards' own kept."""
    sifted = len(arrays.card_ids) <= MOST_SIFTED
    graph = crossings.graph(arrays, flows.ends, flows.net, flows.channels.channel) if sifted else None
    return corridors.order(arrays, flows.net, rough, graph)


def _heights(arrays: MapArrays, flows: _Flows, order: np.ndarray, band: np.ndarray,
             bands: Swimlanes | None) -> _Heights:
    passing, count = flows.channels, len(arrays.card_ids)
    lead = rows.lead(arrays, flows.net, order)
    top = passing.cards_top(arrays.header_height, lead)
    # Below headers, columns begin at the same height, and an edit moves only what it must.
    sweeps = (0, 0) if arrays.header_height else (12, 4) if count <= MOST_SIFTED else (2, 1)
    y = rows.place(arrays, flows.net, order, band, len(bands.ids) if bands else 1, top, sweeps)
    if arrays.loose.any():
        # Cards of loose stages are stacked around the pinned ones.
        fixed = arrays.loose[arrays.stage]
        y[:count][fixed] = columns.stack(arrays, top)[fixed]
    lowest = max(top + columns.LEAST_ROOM, y[count:].max(initial=0.0))
    cards_bottom = float((y[:count] + arrays.card_size[:, 1]).max(initial=lowest))
    cards_bottom += bands.room_below() if bands else 0.0
    return _Heights(y, passing.level(top - lead, cards_bottom), cards_bottom, passing.map_bottom(cards_bottom))


def _across(arrays: MapArrays, flows: _Flows, heights: _Heights) -> _Across:
    ends, passing, net = flows
    y, level = heights.y, heights.level
    sides = ports.find(arrays, ends, passing, net, y)
    runs = gutters.lay(arrays, ends, passing, net, sides, y, level)
    labels = gutters.label_room(arrays, ends, passing, sides)
    room = gutters.widths(arrays, runs, labels[0] + labels[1])
    at = columns.place(arrays, room[1:])
    ways_out: escapes.Escapes = {}
    if arrays.loose.any():
        # Only now is it known which cards stand beside others.
        ways_out = escapes.find(arrays, y[:len(arrays.card_ids)], at.card_x, at.x, at.width)
        sides = ports.find(arrays, ends, passing, net, y, at.card_x, {end: way[-1][1] for end, way in ways_out.items()})
        runs = gutters.lay(arrays, ends, passing, net, sides, y, level)
    left = np.concatenate([[-room[0]], at.right]) + labels[0]
    right = np.concatenate([at.left, at.right[-1:] + room[-1:]]) - labels[1]
    return _Across(at, sides, runs, gutters.positions(runs, left, right), ways_out)


def _routes(arrays: MapArrays, across: _Across, cards: np.ndarray, stages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of all routes and where each flow's begin."""
    headers = np.column_stack([stages[:, :3], np.full(len(stages), arrays.header_height)])
    rects = np.concatenate([cards, headers])
    points, offsets = routes.draw(arrays, across.ports, across.runs, across.run_x, rects, across.ways_out)
    if len(cards) <= MOST_SIFTED:
        apart.move_level_pieces(points, offsets, rects[arrays.source], rects[arrays.target])
    return points, offsets


def _leading_back(arrays: MapArrays, ends: ways.Ends) -> np.ndarray:
    """Return which flows lead back. In one stack, it is the order of the journey that tells: lanes may turn it round.
    """
    order_of = np.append(arrays.record, np.full(len(arrays.stage_ids), -1))
    return (ends.end < ends.start) | ((ends.end == ends.start) & (order_of[arrays.target] < order_of[arrays.source]))


def arranged(ids: list[str], rects: np.ndarray, stages: int, header: float, flow_ids: list[str], points: np.ndarray,
             offsets: np.ndarray, back: np.ndarray, lanes: dict[str, Box]) -> Arrangement:
    """Return the arrangement with its bounds, its arrays read-only."""
    for array in (rects, points, offsets, back):
        array.flags.writeable = False
    return Arrangement(ids, rects, stages, header, flow_ids, points, offsets, back, _bounds(rects, points), lanes)


def _bounds(rects: np.ndarray, points: np.ndarray) -> Box:
    """Return x, y, width and height of all that is drawn."""
    if not len(rects):
        return 0.0, 0.0, 0.0, 0.0
    low, high = rects[:, :2].min(axis=0), (rects[:, :2] + rects[:, 2:]).max(axis=0)
    if len(points):
        # An arrow's line is as wide as it is, so the outermost one needs a little room.
        across, down = points.T
        low = low.clip(max=(across.min() - 4, down.min() - 4))
        high = high.clip(min=(across.max() + 4, down.max() + 4))
    x, y = low.tolist()
    right, bottom = high.tolist()
    return x, y, right - x, bottom - y
