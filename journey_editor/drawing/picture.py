"""The map as it is drawn: boxes, routes and texts in map units (pixels at 100 %), patched by a Change.

Screen, mini-map, presentation, SVG, PDF, PNG and print all show this one picture. It is derived from the journey alone:
a patched picture equals one built afresh (`same_as`), which the tests hold against every operation.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QRectF

from journey_editor.layout import Options, arrange, ordering_change
from journey_editor.model import Change, Flow, Journey, JourneyInfo, Note, Record, Role, Stage, Touchpoint, Track
from journey_editor.model.vocabulary import label

from . import hits, legend, text
from .bands import LABEL_WIDTH, Band, band_blocks, free_notes
from .blocks import COLUMN_WIDTH, Blocks, Part, card_block, card_sizes, header_block
from .curve import Curve, emotion_curve
from .flow_labels import flow_words, label_size, place_labels
from .flow_lines import from_arrangement
from .hits import Hit
from .looks import SERIES
from .text import MAP_TITLE, SMALL

GAP = 12.0
MARGIN = 32.0

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Stale:
    """What of a picture a change has made untrue."""

    all: bool = False
    layout: bool = False
    bands: bool = False
    headers: bool = False
    flows: bool = False
    cards: set[str] = field(default_factory=set)
    flow_ids: set[str] = field(default_factory=set)

    def add(self, journey: Journey, before: Record | None, after: Record | None) -> None:
        """Take in one edit."""
        record = after or before
        if isinstance(before, JourneyInfo) and isinstance(after, JourneyInfo):
            self.all |= before.language != after.language
            return
        self.all |= isinstance(record, JourneyInfo)
        moves = _moves(before, after)
        self.layout |= moves
        self.headers |= isinstance(record, Stage)
        self.flows |= isinstance(record, (Flow, Track, Role, Note))
        self.bands |= not isinstance(record, (Touchpoint, Flow, Track, Role)) or _felt(before) != _felt(after)
        for one in filter(None, (before, after)):
            self.cards.update(_cards_changed(journey, one, moves))
            if isinstance(one, Flow):
                self.flow_ids.add(one.id)


def _cards_changed(journey: Journey, record: Record, moves: bool) -> list[str]:
    """Return the ids of the cards, among others, that look otherwise when a record is another, or moves."""
    if isinstance(record, Touchpoint):
        # How many arrows meet at the side of a card depends on where they come from.
        return [record.id, *(flow.target for flow in journey.flows_from(record.id) if moves)]
    if isinstance(record, Flow):
        return [record.source, record.target]
    if isinstance(record, Role):
        return [touchpoint.id for touchpoint in journey.children(record.id, Touchpoint)]
    # A note may be about a challenge, which is about the card that shows both.
    holder = journey.get(record.about)
    return [id_ for id_ in (record.about, holder and holder.about) if id_]


def _felt(record: Record | None) -> bool:
    return isinstance(record, Touchpoint) and record.emotion is not None


def _moves(before: Record | None, after: Record | None) -> bool:
    if before is None or after is None:
        return isinstance(before or after, (Stage, Touchpoint, Flow))
    return isinstance(before, (Stage, Touchpoint, Flow)) and _place(before) != _place(after)


def _place(record: Record) -> tuple[object, ...]:
    """Return what of a stage, a touchpoint or a flow says where it is."""
    ends = (record.source, record.target) if isinstance(record, Flow) else ()
    return record.order, record.parent, record.position if isinstance(record, Touchpoint) else None, *ends


class Picture:
    """What `paint` paints and `hit` finds. `revision` grows with every patch.

    `lanes` and `view` say how it is laid out, as in `layout.Options`; the order is always the journey's own.
    """

    def __init__(self, journey: Journey, lanes: str = "none", view: str = "stages") -> None:
        self.journey = journey
        self.revision = 0
        self._options = Options(keep_order=True, lanes=lanes, view=view)
        self.in_circle = view == "loop"
        self.in_columns = view == "stages" or view.startswith("track:")
        """Whether stages are columns, with rows under them."""
        self._start()

    def shows(self, journey: Journey, lanes: str, view: str) -> bool:
        """Whether this is the picture of this very journey, laid out so, as it was when it was built."""
        return (self.journey is journey and self.revision == 0
                and (self._options.lanes, self._options.view) == (lanes, view))

    # -- building ----------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self.blocks = Blocks(self.journey)
        self._words = {flow.id: lines for flow in self.journey.all(Flow) if (lines := flow_words(flow))}
        self._sizes = card_sizes(self.journey, self._words)
        self.header_height = 0.0
        self._measure_headers()
        for id_, lines in self._words.items():
            self._sizes[id_] = label_size(lines)
        self._build(_Stale(layout=True, bands=True, flows=True))

    def patch(self, change: Change) -> None:
        """Follow a change that the journey has just made."""
        self.revision += 1
        # What lane a card is in depends on more than what moves it otherwise.
        stale = _Stale(layout=self._options.lanes != "none")
        for before, after in change.edits.values():
            stale.add(self.journey, before, after)
        if stale.all or self._options.view != "stages":
            # Other views leave things out, and what they leave out may change with anything.
            self._start()
            return
        if stale.headers:
            stale.layout |= self._measure_headers()
        for id_, (_, after) in change.edits.items():
            if after is None:
                self.blocks.pop(id_, None)
                self._sizes.pop(id_, None)
        for id_ in stale.cards:
            touchpoint = self.journey.get(id_)
            if isinstance(touchpoint, Touchpoint):
                block = self.blocks[id_] = card_block(self.journey, touchpoint)
                size = block.width, block.height
                stale.layout |= self._sizes.get(id_) != size
                self._sizes[id_] = size
        for id_ in stale.flow_ids:
            stale.layout |= self._measure_label(id_)
        self._build(stale)

    def ordering_change(self) -> Change:
        """Return the change that puts the cards of each stage in the order of the flows, as large as they are here."""
        return ordering_change(self.journey, self._sizes, self._options.lanes)

    def _measure_label(self, id_: str) -> bool:
        """Measure a flow's label; return whether its size has changed."""
        flow = self.journey.get(id_)
        lines = flow_words(flow) if isinstance(flow, Flow) else ()
        before = self._sizes.pop(id_, None)
        self._words.pop(id_, None)
        if lines:
            self._words[id_] = lines
            self._sizes[id_] = label_size(lines)
        return before != self._sizes.get(id_)

    def _measure_headers(self) -> bool:
        """Measure all headers; return whether the row's height has changed."""
        stages = self.journey.stages
        for number, stage in enumerate(stages, 1):
            self.blocks[stage.id] = header_block(stage, number)
        before = self.header_height
        self.header_height = max((self.blocks[stage.id].height for stage in stages), default=0.0)
        for stage in stages:
            self._sizes[stage.id] = COLUMN_WIDTH, self.header_height
        return before != self.header_height

    def _build(self, stale: _Stale) -> None:
        if stale.layout:
            self._arrange()
        bands = stale.layout or stale.bands
        if bands:
            self._place_bands()
        if bands or stale.cards:
            self.curve: Curve | None = emotion_curve(self.journey, self) if self.in_columns else None
        if bands or stale.flows:
            self._color()
        self._place_title()

    def _arrange(self) -> None:
        found = arrange(self.journey, self._sizes, self._options)
        count = found.stage_count
        self.stage_ids, self.card_ids = found.box_ids[:count], found.box_ids[count:]
        self.stage_boxes, self.card_boxes = found.box_rects[:count], found.box_rects[count:]
        self.card_index = {id_: i for i, id_ in enumerate(self.card_ids)}
        self.stage_blocks = self._stage_blocks()
        self._stage_cards: dict[str, np.ndarray] = {}
        boxes = self.stage_boxes if self.in_columns else found.box_rects
        self.bottom = float((boxes[:, 1] + boxes[:, 3]).max(initial=0.0))
        self.arrows = from_arrangement(found)
        self.lanes = dict(found.lanes)
        self.marks = found.marks
        self.mark_boxes = np.array([box for _, _, box in found.marks]).reshape(-1, 4)
        self.left = min(0.0, float(self.arrows.bounds[:, 0].min(initial=0.0)) - 4)
        if self.in_columns:
            # The words stand left of the loops that come back along the left edge.
            self.left -= GAP + LABEL_WIDTH
        else:
            self.bottom = max(self.bottom, float(self.arrows.bounds[:, 3].max(initial=0.0)))

    def _stage_blocks(self) -> np.ndarray:
        """Return the boxes (b, 4) around all cards of each stage: what is seen of them from far away."""
        if not self.in_columns:
            return self.card_boxes
        x, y, width, height = self.card_boxes.T
        middle = x + width / 2
        found = []
        for left, _, wide, _ in self.stage_boxes.tolist():
            inside = (middle >= left) & (middle <= left + wide)
            if inside.any():
                low, high = x[inside].min(), y[inside].min()
                found.append((low, high, (x + width)[inside].max() - low, (y + height)[inside].max() - high))
        return np.array(found).reshape(-1, 4)

    def _place_bands(self) -> None:
        self.bands: list[Band] = []
        y = self.bottom + GAP
        if not self.stage_ids and not self.card_ids:
            y = 0.0
        for band in band_blocks(self.journey, self.stage_ids, self.stage_boxes) if self.in_columns else ():
            band.top = y
            self.bands.append(band)
            y += band.height + GAP
        self.notes: list[Part] = free_notes(self.journey, y)
        self.end = max([y - GAP, *(part.y + part.height for part in self.notes)])

    def _place_title(self) -> None:
        info = self.journey.info
        boxes = self.stage_boxes if self.in_columns else self.card_boxes
        width = float(max((boxes[:, 0] + boxes[:, 2]).max(), 400.0)) if len(boxes) else 640.0
        left = self.left
        lines = text.wrap(info.title, MAP_TITLE, width - left, 3) if info.title else ()
        under = text.wrap(info.organisation, SMALL, width - left, 2) if info.organisation else ()
        parts = legend.parts(self, width - left)
        below = parts[-1].y + parts[-1].height + 8.0 if parts else 0.0
        height = len(lines) * MAP_TITLE.line + len(under) * SMALL.line + below
        top = -height - 16.0 if height else 0.0
        self.legend = [replace(part, x=left + part.x, y=part.y - 16.0 - below + 8.0) for part in parts]
        self.title: list[Part] = []
        y = top
        for kind, words, style in (("title", lines, MAP_TITLE), ("meta", under, SMALL)):
            if words:
                self.title.append(Part(kind, info.id, left, y, width - left, len(words) * style.line, words, style))
                y += len(words) * style.line
        self.bounds = self._find_bounds(left, top, width)

    def _find_bounds(self, left: float, top: float, width: float) -> Box:
        """Return the box around all that is drawn, given where the title begins and how far the stages reach."""
        labels = self.arrows.label_boxes
        right = max([width, *(part.x + part.width for part in self.notes)])
        right = float((labels[:, 0] + labels[:, 2]).max(initial=right))
        if len(self.arrows.points):
            right = max(right, float(self.arrows.points[:, 0].max()) + 8)
        low = min([float(labels[:, 0].min(initial=left)), *(part.x for part in self.notes)])
        high = min([float(labels[:, 1].min(initial=top)), *(part.y for part in self.notes)])
        return low - MARGIN, high - MARGIN, right - low + 2 * MARGIN, self.end - high + 2 * MARGIN

    def _color(self) -> None:
        journey = self.journey
        self.colors = {record.id: record.color or SERIES[i % len(SERIES)]
                       for cls in (Role, Track) for i, record in enumerate(journey.all(cls))}
        self.note_colors = {note.id: note.color for note in journey.all(Note)}
        tracked = {flow.id: tuple([self.colors[track] for track in flow.tracks])
                   for flow in journey.all(Flow) if flow.tracks}
        self.arrows.set_colors([tracked.get(id_, ()) for id_ in self.arrows.ids])
        self._label_arrows()

    def _label_arrows(self) -> None:
        arrows = self.arrows
        arrows.labels = [self._words.get(id_, ()) for id_ in arrows.ids]
        arrows.labelled = [i for i, lines in enumerate(arrows.labels) if lines]
        rows = np.array([box for _, box in self.row_labels()]).reshape(-1, 4)
        taken = [self.card_boxes, self.mark_boxes, self.header_boxes(), arrows.heads(), rows]
        arrows.label_boxes = place_labels(arrows, np.concatenate(taken))

    def header_boxes(self) -> np.ndarray:
        """Return where the stages' headers are (n, 4)."""
        boxes = self.stage_boxes.copy()
        if self.in_columns:
            boxes[:, 3] = self.header_height
        return boxes

    # -- asking ------------------------------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether there is nothing on the map."""
        return not self.stage_ids and not self.card_ids and not self.notes

    def row_labels(self) -> list[tuple[str, Box]]:
        """Return the words at the left of the rows with their boxes."""
        if not self.stage_ids or not self.in_columns:
            return []
        language = self.journey.info.language
        left = self.left
        top = self.header_height + GAP
        rows = [(label("stages", language), (left, 0.0, LABEL_WIDTH, self.header_height))]
        if not self.lanes:
            rows.append((label("touchpoints", language), (left, top, LABEL_WIDTH, self.bottom - top)))
        for id_, (_, y, _, height) in self.lanes.items():
            y, end = max(y, top), y + height
            rows.append((self._lane_word(id_), (left, y + 2, LABEL_WIDTH, end - y - 4)))
        return rows + [(band.title, (left, band.top, LABEL_WIDTH, band.height)) for band in self.bands]

    def _lane_word(self, id_: str) -> str:
        role = self.journey.get(id_)
        return role.title if isinstance(role, Role) else label(id_ or "no_role", self.journey.info.language)

    def stage_cards(self, stage: str) -> np.ndarray:
        """Return which cards (indices) stand in a stage, in their order."""
        found = self._stage_cards.get(stage)
        if found is None:
            found = np.array([self.card_index[one.id] for one in self.journey.children(stage, Touchpoint)
                              if one.id in self.card_index], int)
            self._stage_cards[stage] = found
        return found

    def box(self, id_: str) -> Box | None:
        """Return the box of anything drawn, in map units, or None."""
        if id_ in self.card_index:
            x, y, width, height = self.card_boxes[self.card_index[id_]]
            return x, y, width, height
        if id_ in self.arrows.index:
            x0, y0, x1, y1 = self.arrows.bounds[self.arrows.index[id_]]
            return x0, y0, x1 - x0, y1 - y0
        if id_ in self.stage_ids:
            x, y, width, height = self.stage_boxes[self.stage_ids.index(id_)]
            return x, y, width, self.header_height if self.in_columns else height
        return self._part_box(id_)

    def rect(self, id_: str) -> QRectF:
        """Return the box of anything drawn, in map units; a null one for what is not drawn."""
        box = self.box(id_)
        return QRectF() if box is None else QRectF(*box)

    def _part_box(self, id_: str) -> Box | None:
        for part in (*self.title, *self.notes):
            if part.id == id_:
                return part.x, part.y, part.width, part.height
        card = self.journey.holder(self.journey.get(id_), Touchpoint)
        if card is not None and card.id in self.card_index:
            x, y = self.card_boxes[self.card_index[card.id], :2]
            for part in self.blocks[card.id].parts:
                if part.id == id_:
                    return x + part.x, y + part.y, part.width, part.height
        return self._row_box(id_)

    def _row_box(self, id_: str) -> Box | None:
        for band in self.bands:
            if band.key == id_:
                return self.left, band.top, LABEL_WIDTH, band.height
            for i, block in enumerate(band.blocks):
                for part in block.parts:
                    if part.id == id_:
                        return self.stage_boxes[i, 0] + part.x, band.top + part.y, part.width, part.height
        return None

    def hit(self, x: float, y: float, reach: float = 4.0) -> Hit | None:
        """Return what lies at a point (map units), or within `reach` of it for arrows; None on empty ground."""
        return hits.find(self, x, y, reach)

    def same_as(self, other: Picture) -> bool:
        """Whether both show the same: what a patched picture must be to one built afresh."""
        arrays = ("stage_boxes", "card_boxes")
        plain = ("lanes", "marks", "stage_ids", "card_ids", "bands", "notes", "title", "legend", "bounds", "colors",
                 "note_colors", "curve")
        return (all(np.array_equal(getattr(self, name), getattr(other, name)) for name in arrays)
                and all(getattr(self, name) == getattr(other, name) for name in plain)
                and all(self.blocks[id_] == other.blocks[id_] for id_ in (*self.stage_ids, *self.card_ids))
                and all(np.array_equal(getattr(self.arrows, name), getattr(other.arrows, name))
                        for name in ("points", "back", "label_boxes"))
                and all(getattr(self.arrows, name) == getattr(other.arrows, name)
                        for name in ("ids", "labels", "colors")))
