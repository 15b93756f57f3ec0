"""What lies at a point of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .bands import BAND_TYPES, LABEL_WIDTH

if TYPE_CHECKING:
    from .picture import Picture

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: kind is touchpoint, stage, column, flow, title, or an attached record's type."""

    kind: str
    id: str
    box: Box
    band: str = ""


def find(picture: Picture, x: float, y: float, reach: float) -> Hit | None:
    """Return what lies at a point (map units), or within `reach` of it for arrows; None on empty ground."""
    return (_card(picture, x, y) or _note_or_title(picture, x, y) or _flow(picture, x, y, reach)
            or _stage(picture, x, y) or _lane_label(picture, x, y))


def _card(picture: Picture, x: float, y: float) -> Hit | None:
    for i in _around(picture.card_boxes, x, y)[-1:]:
        return _block(picture, picture.card_ids[i], "touchpoint", tuple(picture.card_boxes[i]), x, y)
    for i in _around(picture.mark_boxes, x, y):
        return Hit("touchpoint", picture.marks[i][0], picture.marks[i][2])
    return None


def _note_or_title(picture: Picture, x: float, y: float) -> Hit | None:
    for part in (*picture.notes, *picture.title):
        if part.x <= x <= part.x + part.width and part.y <= y <= part.y + part.height:
            kind = "note" if part.kind == "note" else "title"
            return Hit(kind, part.id, (part.x, part.y, part.width, part.height))
    return None


def _stage(picture: Picture, x: float, y: float) -> Hit | None:
    for i, (left, top, width, height) in enumerate(picture.stage_boxes):
        if left <= x <= left + width:
            if picture.in_columns:
                return _column(picture, i, x, y)
            if top <= y <= top + height:
                return Hit("stage", picture.stage_ids[i], (left, top, width, height))
    return None


def _column(picture: Picture, stage: int, x: float, y: float) -> Hit | None:
    """Return what is at a point above, in or below the column of a stage (by its place)."""
    left, top, width, height = picture.stage_boxes[stage]
    if top <= y <= top + picture.header_height:
        return Hit("stage", picture.stage_ids[stage], (left, top, width, picture.header_height))
    if top <= y <= top + height:
        return Hit("column", picture.stage_ids[stage], (left, top, width, height))
    return _band(picture, stage, x, y)


def _lane_label(picture: Picture, x: float, y: float) -> Hit | None:
    if picture.left <= x <= picture.left + LABEL_WIDTH:
        for band in picture.bands:
            if band.lane and band.top <= y <= band.top + band.height:
                return Hit("lane", band.key, (picture.left, band.top, LABEL_WIDTH, band.height))
    return None


def _around(boxes: np.ndarray, x: float, y: float) -> list[int]:
    """Return which boxes (n, 4) a point is in."""
    return np.flatnonzero((boxes[:, 0] <= x) & (x <= boxes[:, 0] + boxes[:, 2])
                          & (boxes[:, 1] <= y) & (y <= boxes[:, 1] + boxes[:, 3])).tolist()


def _block(picture: Picture, id_: str, kind: str, box: Box, x: float, y: float) -> Hit:
    for part in picture.blocks[id_].parts:
        down = y - box[1] - part.y
        if part.kind in BAND_TYPES and -2 <= down <= part.height + 1 and x - box[0] >= part.x - 2:
            return Hit(part.kind, part.id, (box[0] + part.x, box[1] + part.y, part.width, part.height))
    return Hit(kind, id_, box)


def _band(picture: Picture, stage: int, x: float, y: float) -> Hit | None:
    left, _, width, _ = picture.stage_boxes[stage]
    for band in picture.bands:
        if band.top <= y <= band.top + band.height and stage < len(band.blocks):
            for part in band.blocks[stage].parts:
                if part.y - 2 <= y - band.top <= part.y + part.height + 1:
                    box = (left + part.x, band.top + part.y, part.width, part.height)
                    return Hit(part.kind, part.id, box, band.key)
            return Hit("column", picture.stage_ids[stage], (left, band.top, width, band.height), band.key)
    return None


def _flow(picture: Picture, x: float, y: float, reach: float) -> Hit | None:
    arrows = picture.arrows
    bounds = arrows.bounds
    near = np.flatnonzero((bounds[:, 0] - reach <= x) & (x <= bounds[:, 2] + reach)
                          & (bounds[:, 1] - reach <= y) & (y <= bounds[:, 3] + reach))
    best, distance = -1, reach
    for i in near:
        line = arrows.line(i)
        a, b = line[:-1], line[1:]
        along = b - a
        length = np.maximum((along ** 2).sum(1), 1e-9)
        t = np.clip(((np.array([x, y]) - a) * along).sum(1) / length, 0, 1)
        away = float(np.hypot(*(a + along * t[:, None] - (x, y)).T).min())
        if away <= distance:
            best, distance = int(i), away
    if best < 0:
        return None
    x0, y0, x1, y1 = bounds[best]
    return Hit("flow", arrows.ids[best], (x0, y0, x1 - x0, y1 - y0))
