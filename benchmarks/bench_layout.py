"""The layout against Graphviz dot, elkjs and dagre: crossings, lengths of arrows, faults and times.

Peers are used where they are found: `dot` on the path, elkjs and dagre in the folder that JOURNEY_BENCH_NODE names
(`npm install elkjs dagre` there), graphs of Debian's graphviz source package in the folder GRAPHVIZ_GRAPHS (its
graphs/directed). A peer may take a minute for one graph.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log
from time import perf_counter

import numpy as np

from journey_editor.layout import Options, arrange, ordering_change
from journey_editor.model import Change, Flow, Journey, Record, Touchpoint

from . import layout_cases, layout_peers
from .layout_cases import Case
from .layout_measures import Drawing, Measures, measure
from .measure import Row, medians, timed

KEEP = Options(keep_order=True)

LIMIT = 60.0
"""Seconds that a peer may take for one graph."""


def rows() -> list[Row]:
    """Print what the layouts drew, and return this one's times."""
    cases = layout_cases.journeys((20, 100, 1000, 5000, 10000)) + layout_cases.real_graphs()
    print(f"{'case':24}{'drawn by':12}{'seconds':>9}{'crossings':>11}{'length':>12}{'through':>9}{'overlaps':>9}")
    drawn: dict[str, dict[str, Measures]] = {}
    for case in cases:
        row = drawn[case.name] = {}
        for name, one in [("this", ours(case)), *peers(case)]:
            if isinstance(one, str):
                print(f"{case.name:24}{name:12}  {one}")
                continue
            row[name] = found = measure(*one)
            print(f"{case.name:24}{name:12}{found.seconds:9.3f}{found.crossings:11,}{found.length:12,.0f}"
                  f"{found.through:9,}{found.overlaps:9,}", flush=True)
    ratios(drawn)
    moved()
    return [*times(drawn), *after_edits()]


def ours(case: Case) -> tuple[float, Drawing]:
    """Return the median seconds that arranging takes and the drawing."""
    options = Options(view="flow") if case.stages is None else Options()
    seconds, found = median_of(lambda: arrange(case.journey, options=options), 5 if len(case.cards) <= 1000 else 1)
    boxes = np.array([found.boxes[id_] for id_ in case.cards])
    return seconds, Drawing(boxes, found.route_points, found.route_offsets, case.ends(found.route_ids))


def peers(case: Case) -> list[tuple[str, tuple[float, Drawing] | str]]:
    """Return what each peer makes of a case: its time and drawing, or why there is none."""
    found = [("dot", layout_peers.dot(case, LIMIT))]
    if case.stages is not None:
        found.append(("dot ranks", layout_peers.dot(case, LIMIT, ranked=True)))
    found += [(name, layout_peers.node(name, case, LIMIT)) for name in ("elkjs", "dagre")]
    return found


def median_of(work: Callable[[], object], times: int) -> tuple[float, object]:
    """Return the median seconds of several runs, and what the last one returned."""
    seconds = []
    for _ in range(times):
        start = perf_counter()
        result = work()
        seconds.append(perf_counter() - start)
    return float(np.median(seconds)), result


def ratios(drawn: dict[str, dict[str, Measures]]) -> None:
    """Print the geometric means of this layout's figures over each peer's."""
    for peer in "dot", "dot ranks", "elkjs", "dagre":
        both = [(row["this"], row[peer]) for row in drawn.values() if peer in row]
        if not both:
            continue
        crossings = [log((a.crossings + 1) / (b.crossings + 1)) for a, b in both]
        lengths = [log(a.length / b.length) for a, b in both if b.length]
        times = [log(a.seconds / b.seconds) for a, b in both]
        no_more = sum(a.crossings <= b.crossings for a, b in both)
        means = [exp(sum(logs) / len(logs)) for logs in (crossings, lengths, times)]
        print(f"this / {peer}: crossings {means[0]:.2f}, no more in {no_more} of {len(both)}, length {means[1]:.2f}, "
              f"time {means[2]:.3f}")


def times(drawn: dict[str, dict[str, Measures]]) -> list[Row]:
    """Return how long the journeys took, against dot where it ended."""
    bounds = {1000: 0.3, 5000: 1.2, 10000: 3.0}
    found = []
    for count, bound in bounds.items():
        row = drawn[f"journey {count}"]
        peer = row["dot"].seconds if "dot" in row else None
        found.append(Row(f"arrange {count:,} touchpoints", row["this"].seconds, "dot" if peer else "", peer, bound))
    return found


def after_edits() -> list[Row]:
    """Return what the layout takes after one edit, the order kept."""
    found = []
    for count, bound in (300, 0.03), (1000, 0.1):
        journey = layout_cases.journeys((count,))[0].journey
        seconds, = medians(timed(lambda journey=journey: arrange(journey, options=KEEP)))
        found.append(Row(f"lay out {count:,} touchpoints after one edit", seconds, bound=bound))
    return found


def moved() -> None:
    """Print how far one new card moves the others on an arranged map."""
    journey = layout_cases.journeys((100,))[0].journey
    journey.apply(ordering_change(journey))
    for linked in False, True:
        for name, options in ("order kept", KEEP), ("arranged again", Options()):
            print(f"one card {'with an arrow to it ' if linked else ''}added to 100, {name}: the others move by "
                  + ", ".join(f"{what} {figure:.1f}" for what, figure in stability(journey, options, linked).items()))


def stability(journey: Journey, options: Options, linked: bool = False) -> dict[str, float]:
    """Return how far the others move when one card is added to each stage: median of medians, mean, worst median."""
    before = arrange(journey, options=options).boxes
    cards = journey.all(Touchpoint)
    medians, means = [], []
    for number, stage in enumerate(journey.stages):
        card = Touchpoint(id=f"{10**9 + number:032x}", stage=stage.id, order=10**6)
        edits: dict[str, tuple[None, Record]] = {card.id: (None, card)}
        if linked:
            flow = Flow(id=f"{2 * 10**9:032x}", source=cards[number * len(cards) // len(journey.stages)].id,
                        target=card.id)
            edits[flow.id] = (None, flow)
        grown = journey.copy()
        grown.apply(Change(edits))
        after = arrange(grown, options=options).boxes
        moved = [abs(after[one.id][0] - before[one.id][0]) + abs(after[one.id][1] - before[one.id][1])
                 for one in cards]
        medians.append(float(np.median(moved)))
        means.append(float(np.mean(moved)))
    return {"median": float(np.median(medians)), "worst median": max(medians), "mean": float(np.mean(means))}
