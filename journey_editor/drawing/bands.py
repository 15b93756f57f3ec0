"""The rows under the cards: emotion, what is attached to whole stages, and the user's lanes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from journey_editor.model import Cell, Challenge, Journey, Lane, Metric, Note, Opportunity, Record, Touchpoint
from journey_editor.model.vocabulary import label

from . import text
from .blocks import PAD, Block, Part, add_items
from .text import BODY

EMOTION_HEIGHT = 120.0
LABEL_WIDTH = 116.0
NOTE_SIZE = 168.0

BAND_TYPES = {"challenge": Challenge, "metric": Metric, "opportunity": Opportunity, "note": Note, "cell": Cell}
_ROW_TYPES = {"challenges": Challenge, "metrics": Metric, "opportunities": Opportunity, "notes": Note}


@dataclass(slots=True, eq=True)
class Band:
    """A row: its key (a vocabulary key or a lane's id), its word, one block a stage, and where it stands."""

    key: str
    title: str
    blocks: list[Block]
    height: float
    lane: bool = False
    top: float = 0.0


def band_blocks(journey: Journey, stage_ids: list[str], stage_boxes: np.ndarray) -> list[Band]:
    """Return the rows that the journey needs, from top to bottom, not yet placed."""
    if not stage_ids:
        return []
    language = journey.info.language
    bands: list[Band] = []
    if any(touchpoint.emotion is not None for touchpoint in journey.all(Touchpoint)):
        bands.append(Band("emotion", label("emotion", language), [], EMOTION_HEIGHT))
    for key, cls in _ROW_TYPES.items():
        rows = [_with_notes(journey, row) for row in _rows(journey.all(cls), stage_ids)]
        if any(rows):
            bands.append(_band(key, label(key, language), rows, stage_boxes))
    for lane in journey.all(Lane):
        bands.append(_band(lane.id, lane.title, lane_rows(journey, lane, stage_ids), stage_boxes, lane=True))
    return bands


def _with_notes(journey: Journey, records: Iterable[Record]) -> list[Record]:
    """Return records with the notes about each after it; about notes there are none."""
    return [one for record in records for one in (record, *journey.children(record.id, Note))]


def _rows(records: Iterable[Record], ids: Iterable[str]) -> list[list[Record]]:
    """Return which of the records are about each of the ids."""
    found: dict[str, list[Record]] = {id_: [] for id_ in ids}
    for record in records:
        if (about := record.about) in found:
            found[about].append(record)
    return list(found.values())


def lane_rows(journey: Journey, lane: Lane, stage_ids: list[str]) -> list[list[Record]]:
    """Return a lane's cells stage by stage: the stage's own, then those of its touchpoints."""
    by_owner: dict[str, list[Record]] = {}
    for cell in journey.children(lane.id, Cell):
        by_owner.setdefault(cell.about, []).append(cell)
    if not by_owner:
        return [[] for _ in stage_ids]
    return [[cell for owner in (id_, *(touchpoint.id for touchpoint in journey.children(id_, Touchpoint)))
             for cell in by_owner.get(owner, ())] for id_ in stage_ids]


def _band(key: str, title: str, rows: list[list[Record]], boxes: np.ndarray, *, lane: bool = False) -> Band:
    blocks = []
    for records, box in zip(rows, boxes, strict=True):
        block = Block(float(box[2]), 0.0, [])
        block.height = add_items(block, records, PAD, PAD, float(box[2]) - 2 * PAD) + PAD
        blocks.append(block)
    height = max([40.0, *(block.height for block in blocks)])
    return Band(key, title, blocks, height, lane)


def free_notes(journey: Journey, top: float) -> list[Part]:
    """Return the notes about nothing in particular: where they were put, else in a row at `top`."""
    parts = []
    x = 0.0
    for note in journey.all(Note):
        if note.about is not None:
            continue
        lines = text.wrap(note.title, BODY, NOTE_SIZE - 2 * PAD)
        height = max(72.0, len(lines) * BODY.line + 2 * PAD)
        if note.position is not None:
            left, up = note.position
        else:
            left, up = x, top + 8
            x += NOTE_SIZE + 16
        parts.append(Part("note", note.id, left, up, NOTE_SIZE, height, lines, BODY))
    return parts
