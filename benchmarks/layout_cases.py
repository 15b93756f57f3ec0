"""What the layouts are compared on: journeys from a seeded generator, and real graphs of Graphviz' source package."""

from __future__ import annotations

import os
import random
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from journey_editor.model import Flow, Journey, JourneyInfo, Stage, Touchpoint


@dataclass(frozen=True)
class Case:
    """A graph by name; `stages` gives each card's stage number, or None where there are none."""

    name: str
    journey: Journey
    cards: list[str]
    stages: list[int] | None

    def ends(self, flow_ids: list[str]) -> np.ndarray:
        """Return the flows' sources and targets as places in `cards`."""
        place = {id_: at for at, id_ in enumerate(self.cards)}
        flows = (self.journey[id_] for id_ in flow_ids)
        return np.array([(place[flow.source], place[flow.target]) for flow in flows])


def journeys(counts: tuple[int, ...]) -> list[Case]:
    """Return a journey of each number of touchpoints."""
    return [_journey(count) for count in counts]


def _journey(count: int) -> Case:
    """Return a journey with 1.5 flows a touchpoint: 45 % in the stage, 45 % to the next, 5 % back, 5 % skips."""
    draw = random.Random(count)
    stages = max(4, round(0.6 * count**0.5))
    members: list[list[int]] = [[] for _ in range(stages)]
    for number in range(count):
        members[number * stages // count].append(number)
    chosen: dict[tuple[int, int], None] = {}
    while len(chosen) < 1.5 * count:
        stage, kind = draw.randrange(stages), draw.random()
        if kind < 0.45:
            source, target = sorted((draw.choice(members[stage]), draw.choice(members[stage])))
        else:
            back, on = -draw.randint(1, 3), draw.randint(2, 4)
            other = stage + (1 if kind < 0.9 else back if kind < 0.95 else on)
            if not 0 <= other < stages:
                continue
            source, target = draw.choice(members[stage]), draw.choice(members[other])
        if source != target:
            chosen[source, target] = None
    stage_of = [stage for stage, cards in enumerate(members) for _ in cards]
    return make_case(f"journey {count}", count, list(chosen), stage_of, stages)


def make_case(name: str, count: int, flows: list[tuple[int, int]], stage_of: list[int] | None, stages: int = 1) -> Case:
    """Return a case of so many cards with flows between them by number."""
    records = [JourneyInfo(id=f"{0xffff:032x}")]
    records += [Stage(id=f"{10**7 + number:032x}", order=number) for number in range(stages)]
    cards = [f"{10**6 + number:032x}" for number in range(count)]
    records += [Touchpoint(id=id_, stage=records[1 + (stage_of[number] if stage_of else 0)].id, order=number)
                for number, id_ in enumerate(cards)]
    records += [Flow(id=f"{2 * 10**7 + number:032x}", source=cards[source], target=cards[target])
                for number, (source, target) in enumerate(flows)]
    return Case(name, Journey(records), cards, stage_of)


def real_graphs() -> list[Case]:
    """Return the directed graphs that Graphviz ships, without those of fewer than ten edges."""
    folder = os.environ.get("GRAPHVIZ_GRAPHS")
    if not folder:
        print("GRAPHVIZ_GRAPHS is not set: no real graphs")
        return []
    found = [_real(path) for path in sorted(Path(folder).glob("*.gv"))]
    return [case for case in found if case is not None]


def _real(path: Path) -> Case | None:
    try:
        done = subprocess.run(["dot", "-Tplain", "-y", str(path)], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    names: dict[str, int] = {}
    flows: dict[tuple[int, int], None] = {}
    for line in done.stdout.decode("utf-8", "replace").replace("\\\n", "").splitlines():
        words = re.findall(r'"(?:[^"\\]|\\.)*"|\S+', line)
        if words[:1] == ["node"]:
            names.setdefault(words[1], len(names))
        elif words[:1] == ["edge"] and words[1] != words[2] and words[1] in names and words[2] in names:
            flows[names[words[1]], names[words[2]]] = None
    return make_case(path.stem, len(names), list(flows), None) if len(flows) >= 10 else None
