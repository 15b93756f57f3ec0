"""Other views of the same journey: its flow without stages, one track, a circle, an outline."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from journey_editor.model import Flow, Journey, Role, Stage, Touchpoint, Track

from . import layers, ordering
from .arrangement import DEFAULT_CARD, Arrangement, Options, Size
from .arrays import MapArrays, read
from .assembly import arranged, draw_layers
from .layers import Layers
from .stages import arrange_stages

_OUTLINE_EDGE = 24.0
_ROUND = 1.6
"""How much longer than its cards side by side a circle is."""
_CLEAR = 8.0
"""How far arrows keep from cards that they do not join, on a circle."""
_INWARD = 0.75, 0.6, 0.45, 0.3, 0.1
"""How far from the middle arrows that bend are drawn to, as a part of the circle, until they pass no card."""
_SAMPLES = 65


def arrange_view(journey: Journey, sizes: Mapping[str, Size] | None, options: Options) -> Arrangement:
    """Return the arrangement of a view other than the stages.

    Flow, loop and outline have no boxes of columns (in the outline a stage's box is its heading), keep no pins, and
    draw only the flows between touchpoints. Raises ValueError for a view that does not exist.
    """
    kind, _, id_ = options.view.partition(":")
    if kind == "track":
        return arrange_stages(_on_track(journey, id_), sizes, options)[0]
    if kind not in ("flow", "loop", "outline"):
        raise ValueError(f"unknown view: {options.view}")
    joined = [flow for flow in journey.all(Flow) if isinstance(journey[flow.source], Touchpoint)
              and isinstance(journey[flow.target], Touchpoint)]
    narrowed = _narrowed(journey, None, joined)
    if kind == "loop":
        return _loop(narrowed, sizes)
    staged = read(narrowed, sizes)
    if kind == "outline":
        return _outline(narrowed, _one_stage(staged), sizes)
    return _flow(staged, options.keep_order)


def _on_track(journey: Journey, id_: str) -> Journey:
    """Return a journey of the flows on a track and what they join."""
    flows = [flow for flow in journey.all(Flow) if id_ in flow.tracks]
    return _narrowed(journey, {end for flow in flows for end in (flow.source, flow.target)}, flows)


def _narrowed(journey: Journey, cards: Collection[str] | None, flows: Collection[Flow]) -> Journey:
    """Return a journey of these touchpoints (None: all) and flows, with all stages."""
    kept = [record for record in journey if isinstance(record, (Stage, Role, Track))
            or record.type == "journey" or (isinstance(record, Touchpoint) and (cards is None or record.id in cards))]
    return Journey([*kept, *flows])


def _one_stage(arrays: MapArrays) -> MapArrays:
    """Return the map with all cards in one stage that has no header, and none pinned."""
    cards = len(arrays.card_ids)
    none = np.zeros(cards, dtype=np.intp)
    return replace(arrays, stage_ids=[""], stage=none, layer=none, first=np.array([0, cards]), layers=np.array([0, 1]),
                   loose=np.zeros(1, dtype=bool), stage_size=np.zeros((1, 2)), pin=np.full((cards, 2), np.nan))


def _freely(arrays: MapArrays, stages: Mapping[str, int]) -> Layers:
    """Return layers such that arrows lead from left to right, but those that lead back in the journey.

    `stages` tells the number of each card's stage. Where there is but one, it says little of which way the journey
    leads: then circles are closed by as few arrows as are found.
    """
    count = len(arrays.card_ids)
    stage = [stages[id_] for id_ in arrays.card_ids]
    in_order = len(set(stage)) > 1
    arcs = sorted({(a, b) for a, b in zip(arrays.source.tolist(), arrays.target.tolist()) if stage[a] <= stage[b]})
    kept = layers.without_cycles(arcs, arrays.cycles(), in_order=in_order)
    by_id = sorted(range(count), key=arrays.card_ids.__getitem__)
    kept = layers.renumbered(by_id, kept)
    level = layers.levels(count, kept, [0] * count)
    if in_order:
        level = layers.levels(count, sorted(kept + _entries(kept, [stage[card] for card in by_id], level)), [0] * count)
    _, levels = np.unique(np.array(level, dtype=np.intp), return_inverse=True)
    within = np.zeros(count, dtype=np.intp)
    within[by_id] = levels
    return Layers(within, np.array([int(levels.max(initial=0)) + 1]), np.full(count, -1, dtype=np.intp))


def _entries(arcs: Collection[tuple[int, int]], stage: list[int], level: list[int]) -> list[tuple[int, int]]:
    """Return arcs to the cards of later stages to which nothing leads: they stand where the journey enters their stage.
    """
    leading: dict[int, list[int]] = {}
    for a, b in arcs:
        leading.setdefault(b, []).append(a)
    reached = _reached(leading, stage, level)
    return [(_entry(card, leading, reached, stage, level), card) for card in range(len(stage))
            if card not in reached and card not in leading]


def _reached(leading: Mapping[int, list[int]], stage: list[int], level: list[int]) -> set[int]:
    """Return the cards that can be reached from the first stage; `leading` are those from which arcs lead to each."""
    first = min(stage)
    found: set[int] = set()
    for card in sorted(range(len(stage)), key=level.__getitem__):
        if stage[card] == first or not found.isdisjoint(leading.get(card, ())):
            found.add(card)
    return found


def _entry(card: int, leading: Mapping[int, list[int]], reached: set[int], stage: list[int], level: list[int]) -> int:
    """Return the card after which the journey enters a card's stage, or comes last before it if it does not get there.
    """
    last = max(stage[one] for one in reached if stage[one] <= stage[card])
    entry = min((one for one in reached if stage[one] == last), key=lambda one: (level[one], one))
    return next(one for one in leading[entry] if one in reached) if last == stage[card] else entry


def _flow(staged: MapArrays, keep_order: bool) -> Arrangement:
    arrays = _one_stage(staged)
    stages = dict(zip(staged.card_ids, staged.stage.tolist(), strict=True))
    split = partial(_freely, stages=stages)
    if not keep_order and len(arrays.card_ids):
        ordered, layered, order = ordering.free_order(arrays, split)
        found = _without_stage(draw_layers(ordered, layered, ordered.loose, order=order))
    else:
        found = _without_stage(draw_layers(arrays, split(arrays), arrays.loose))
    ends = dict(zip(arrays.flow_ids, zip(arrays.source.tolist(), arrays.target.tolist()), strict=True))
    back = np.array([staged.stage[b] < staged.stage[a] for a, b in map(ends.__getitem__, found.route_ids)], bool)
    return replace(found, route_back=found.route_back | back)


def _without_stage(found: Arrangement) -> Arrangement:
    return arranged(found.box_ids[1:], found.box_rects[1:], 0, 0.0, found.route_ids, found.route_points,
                    found.route_offsets, found.route_back, {})


def _outline(journey: Journey, arrays: MapArrays, sizes: Mapping[str, Size] | None) -> Arrangement:
    """Return one list from top to bottom: each stage's heading, its cards below, arrows beside them."""
    card_size = dict(zip(arrays.card_ids, arrays.card_size.tolist()))
    heights = read(journey, sizes).stage_size[:, 1].tolist()
    width = float(arrays.card_size[:, 0].max(initial=DEFAULT_CARD[0])) + 2 * _OUTLINE_EDGE
    rows: list[tuple[str, list[float]]] = []
    for stage, height in zip(journey.stages, heights):
        rows.append((stage.id, [width, height]))
        rows += [(card.id, card_size[card.id]) for card in journey.children(stage.id, Touchpoint)]
    place = {id_: at for at, (id_, _) in enumerate(rows)}
    found = _in_one_list(arrays, rows, place)
    order = [place[stage.id] for stage in journey.stages] + [at for id_, at in place.items() if id_ in card_size]
    ids, rects = [found.box_ids[at] for at in order], found.box_rects[order]
    return arranged(ids, rects, len(heights), max(heights, default=0.0), found.route_ids, found.route_points,
                    found.route_offsets, found.route_back, {})


def _in_one_list(arrays: MapArrays, rows: list[tuple[str, list[float]]], place: Mapping[str, int]) -> Arrangement:
    """Return the arrangement of rows, ids with widths and heights, one below the other."""
    none = np.zeros(len(rows), dtype=np.intp)
    card_place = np.array([place[id_] for id_ in arrays.card_ids], dtype=np.intp)
    arrays = replace(arrays, card_ids=[id_ for id_, _ in rows], stage=none, layer=none, first=np.array([0, len(rows)]),
                     record=np.arange(len(rows)), host=np.arange(len(rows)),
                     card_size=np.array([size for _, size in rows]).reshape(-1, 2), pin=np.full((len(rows), 2), np.nan),
                     source=card_place[arrays.source], target=card_place[arrays.target])
    return _without_stage(draw_layers(arrays, Layers(none, np.ones(1, dtype=np.intp), none - 1), arrays.loose))


def _loop(journey: Journey, sizes: Mapping[str, Size] | None) -> Arrangement:
    """Return the cards on a circle in the order of the journey, clockwise from the top.

    Arrows are straight; those that would pass through a card bend toward the middle of the circle instead.
    """
    import networkx as nx   # It takes as long to load as Qt: only this view needs it.

    arrays = _one_stage(read(journey, sizes))
    count = len(arrays.card_ids)
    step = float(np.hypot(*arrays.card_size.T).max(initial=0.0)) * _ROUND
    radius = count * step / (2 * np.pi) if count > 1 else 0.0
    found = nx.circular_layout(nx.path_graph(count), scale=radius)
    # networkx begins on the right and goes against the clock, if y grows upwards.
    middles = np.array([(found[card][1], -found[card][0]) for card in range(count)]).reshape(-1, 2)
    half = arrays.card_size / 2
    routes = [_chord(middles, half, a, b) for a, b in zip(arrays.source.tolist(), arrays.target.tolist())]
    corner = (middles - half).min(axis=0, initial=0.0)
    rects = np.hstack([np.round(middles - half - corner, 3), arrays.card_size])
    points = np.concatenate([np.zeros((0, 2)), *routes]) - corner
    offsets = np.cumsum([0, *map(len, routes)])
    return arranged(arrays.card_ids, rects, 0, 0.0, arrays.flow_ids, points, offsets, arrays.target < arrays.source, {})


def _chord(middles: np.ndarray, half: np.ndarray, a: int, b: int) -> np.ndarray:
    """Return an arrow's points (n, 2) between two cards of a circle around (0, 0)."""
    line = np.stack([middles[a], middles[b]])
    others = np.setdiff1d(np.arange(len(middles)), [a, b])
    if _passes(line, middles[others], half[others] + _CLEAR):
        for inward in _INWARD:
            curve = _curve(line[0], line[1], inward)
            if not _within(curve, middles[others], half[others] + _CLEAR).any():
                break
        at_ends = _within(curve, middles[[a, b]], half[[a, b]] + 1.0)
        line = np.concatenate([line[:1], curve[~at_ends], line[1:]])
    line[0], line[-1] = _border(line[0], line[1], half[a]), _border(line[-1], line[-2], half[b])
    return line


def _curve(start: np.ndarray, end: np.ndarray, inward: float) -> np.ndarray:
    """Return points (n, 2) of a Bézier curve that leaves and ends toward the middle of a circle around (0, 0)."""
    t = np.linspace(0, 1, _SAMPLES)[:, None]
    return (1 - t) ** 2 * (1 - t + 3 * t * inward) * start + t ** 2 * (t + 3 * (1 - t) * inward) * end


def _within(points: np.ndarray, middles: np.ndarray, half: np.ndarray) -> np.ndarray:
    """Return which points (n, 2) lie in one of these boxes."""
    return (np.abs(points[:, None] - middles) < half).all(axis=2).any(axis=1)


def _passes(line: np.ndarray, middles: np.ndarray, half: np.ndarray) -> bool:
    """Tell whether a straight line passes through one of these boxes: no axis, nor the line's own, parts them."""
    (x0, y0), (x1, y1) = line
    low, high = np.minimum(line[0], line[1]), np.maximum(line[0], line[1])
    near = ((middles - half < high) & (low < middles + half)).all(axis=1)
    side = (x1 - x0) * (middles[:, 1] - y0) - (y1 - y0) * (middles[:, 0] - x0)
    return bool((near & (np.abs(side) < np.abs(x1 - x0) * half[:, 1] + np.abs(y1 - y0) * half[:, 0])).any())


def _border(start: np.ndarray, end: np.ndarray, half: np.ndarray) -> np.ndarray:
    """Return where a line from the middle of a box to a point outside leaves it."""
    step = end - start
    return start + step * min(float((half / np.maximum(np.abs(step), 1e-9)).min()), 1.0)
