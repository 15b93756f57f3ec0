"""Small journeys with odd titles, and what of them stands in a map's table."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from journey_editor.model import (
    Cell, Challenge, Journey, JourneyInfo, Lane, Metric, Opportunity, Record, Stage, Touchpoint)
from journey_editor.model.records import BULLETS
from journey_editor.model.vocabulary import LANGUAGES

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PARTS = (
    "Ø ", "• ", "- ", "* ", "1. ", "  ", "\n", "\r\n", "\t", "_x000D_", "_x005F_", "_", "x", "=1+2", "@", "+", ";", ",",
    "—", "\u00a0", "\u2028", "\u0085", "a", "中", "😀", "(", ")", "→", "\x00", "\uffff", "Challenges", "挑战", "&", "<")


def titles() -> st.SearchStrategy[str]:
    """Texts made of what could be mistaken for something else."""
    return st.lists(st.sampled_from(PARTS), max_size=5).map("".join)


def written(text: str) -> str:
    """What becomes of a text: one kind of line break, and nothing that XML forbids."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def items(journey: Journey, stage: Stage, cls: type[Record]) -> list[Any]:
    """What is about a stage and its touchpoints, stage first."""
    holders = [stage, *journey.children(stage.id, Touchpoint)]
    return [record for holder in holders for record in journey.children(holder.id, cls)]


def table(journey: Journey) -> list[Any]:
    """A journey's stages with their items, and its lanes with theirs, as texts."""
    rows: list[Any] = []
    for stage in journey.stages:
        kinds = [journey.children(stage.id, Touchpoint),
                 *(items(journey, stage, cls) for cls in (Challenge, Metric, Opportunity))]
        rows.append((written(stage.title), [[written(record.title) for record in kind] for kind in kinds]))
    for lane in journey.all(Lane):
        cells = [[written(cell.title) for cell in items(journey, stage, Cell) if cell.lane == lane.id]
                 for stage in journey.stages]
        rows.append((written(lane.title), cells))
    return rows


@st.composite
def tables(draw: st.DrawFn) -> Journey:
    """Small journeys with odd titles on everything that stands in the map's table."""
    found: list[Record] = [JourneyInfo(title=draw(titles()), language=draw(st.sampled_from(LANGUAGES)),
                                       bullet=draw(st.sampled_from(BULLETS)))]
    stages = [Stage(title=draw(titles()), order=i) for i in range(draw(st.integers(0, 3)))]
    cards = [Touchpoint(title=draw(titles()), stage=draw(st.sampled_from(stages)).id, order=i)
             for i in range(draw(st.integers(0, 4)) if stages else 0)]
    lanes = [Lane(title=draw(titles()), order=i) for i in range(draw(st.integers(0, 2)))]
    found += [*stages, *cards, *lanes]
    for i in range(draw(st.integers(0, 8)) if stages else 0):
        about = draw(st.sampled_from([*stages, *cards])).id
        cls = draw(st.sampled_from([Challenge, Metric, Opportunity, *([Cell] if lanes else [])]))
        lane = {"lane": draw(st.sampled_from(lanes)).id} if cls is Cell else {}
        found.append(cls(title=draw(titles()), about=about, order=i, **lane))
    return Journey(found)
