"""The view follows the document: what is shown, in which shape, and what is where on it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from journey_editor.document import Document, Selection
from journey_editor.model import Change, Journey

from .viewport import LEGIBLE, MapViewport

if TYPE_CHECKING:
    import numpy as np

    from journey_editor.drawing.picture import Picture

    from .motion import Motion


class FollowingView(MapViewport):
    """Shows the document's journey as it is now, in swimlanes (`lanes`) and in a `shape` that can be chosen."""

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.selection = selection
        self.lanes = "none"
        self.shape = "stages"
        self.motion: Motion | None = None
        self.carried: dict[str, QPointF] = {}
        self._prepared: Picture | None = None
        document.changed.connect(self._follow)
        document.reset.connect(self._show_document)
        selection.changed.connect(self.viewport().update)

    def let_go(self) -> None:
        """End what is being done with what is shown: it is about to be replaced."""

    def prepare(self, journey: Journey) -> None:
        """Lay out a journey that will be shown next; on any thread, so that the window need not wait for it."""
        self._prepared = self._laid_out(journey)

    def _laid_out(self, journey: Journey | None = None) -> Picture:
        from journey_editor.drawing.picture import Picture

        return Picture(self.document.journey if journey is None else journey, self.lanes, self.shape)

    def _show_document(self) -> None:
        self.let_go()
        if self.motion is not None:
            self.motion.stop()
        self._find_shape()
        ready, self._prepared = self._prepared, None
        if ready is None or not ready.shows(self.document.journey, self.lanes, self.shape):
            ready = self._laid_out()
        self._picture = ready
        self._layer = QPixmap()
        self._set_ranges()
        self._fit(least=LEGIBLE)

    def show_as(self, *, lanes: str | None = None, shape: str | None = None) -> None:
        """Lay the map out otherwise: `lanes` and `shape` are the lanes and the view of `layout.Options`."""
        wanted = self.lanes if lanes is None else lanes, self.shape if shape is None else shape
        if wanted != (self.lanes, self.shape):
            self.lanes, self.shape = wanted
            self._show_document()

    @property
    def tracks(self) -> tuple[str, ...]:
        """The track that alone is shown, if one is: a new flow must be on it to be seen."""
        kind, _, track = self.shape.partition(":")
        return (track,) if kind == "track" else ()

    def _find_shape(self) -> bool:
        """Return whether the track that alone was shown is gone, so that all is shown again."""
        kind, _, track = self.shape.partition(":")
        if kind != "track" or track in self.document.journey:
            return False
        self.shape = "stages"
        return True

    def _follow(self, change: Change) -> None:
        if self._picture is None or self._find_shape():
            self._show_document()
            return
        first = self.picture.empty
        before = self._places()
        colours = self.picture.colors
        self.picture.patch(change)
        if self._cache is not None and self.picture.colors != colours:
            self._cache.clear()
        self._set_ranges()
        if first:
            self._fit(least=LEGIBLE)
        elif before and self.motion is not None:
            self.motion.begin(before)
        self.viewport().update()

    def _places(self) -> dict[str, QPointF]:
        """Return where the cards stand, or where they are carried; none where nobody would see them go from there."""
        if self.motion is None:
            from .motion import Motion

            self.motion = Motion(self)
        if self.blank or not self.motion.wanted:
            return {}
        return dict(zip(self.picture.card_ids, (QPointF(x, y) for x, y in self.picture.card_boxes[:, :2].tolist()),
                        strict=True)) | self.carried

    # -- what is where -----------------------------------------------------------------------------------------------

    def stage_at(self, x: float) -> str | None:
        """Return the stage whose column is nearest to a map x, or None where there is no column."""
        if self.blank or not self.picture.in_columns or not self.picture.stage_ids:
            return None
        boxes = self.picture.stage_boxes
        away = abs(boxes[:, 0] + boxes[:, 2] / 2 - x)
        return self.picture.stage_ids[int(away.argmin())]

    def card_at(self, point: QPointF) -> str | None:
        """Return the touchpoint whose card holds a map point, or None."""
        return next(iter(self.cards_within(QRectF(point.x(), point.y(), 0.01, 0.01))), None)

    def cards_within(self, box: QRectF) -> frozenset[str]:
        """Return the touchpoints whose cards a box of the map touches."""
        if self.blank:
            return frozenset()
        from journey_editor.drawing.painter import within

        return frozenset(self.picture.card_ids[i] for i in within(self.picture.card_boxes, box))

    def index_in_stage(self, stage: str, at: QPointF, without: Collection[str] = ()) -> int:
        """Return the place among a stage's touchpoints (`without` some) that a map point means.

        Where a stage has cards side by side, those nearest to the point from side to side count.
        """
        return self.index_among(self.boxes_in_stage(stage, without), at)

    def index_among(self, boxes: np.ndarray, at: QPointF) -> int:
        """Return the place among cards in their order (n, 4: x y w h) that a map point means."""
        if not len(boxes):
            return 0
        middles = boxes[:, :2] + boxes[:, 2:] / 2
        nearest = middles[abs(middles[:, 0] - at.x()).argmin(), 0]
        column = (abs(middles[:, 0] - nearest) < boxes[:, 2] / 2).nonzero()[0]
        below = column[middles[column, 1] > at.y()]
        # In lanes, the next one below need not be the next one in order.
        if len(below):
            return int(below[middles[below, 1].argmin()])
        return int(column[middles[column, 1].argmax()]) + 1

    def boxes_in_stage(self, stage: str, without: Collection[str] = ()) -> np.ndarray:
        """Return where a stage's cards stand (n, 4: x y w h), in their order, `without` some."""
        picture = self.picture
        cards = picture.stage_cards(stage)
        left_out = {picture.card_index[id_] for id_ in without if id_ in picture.card_index}
        if left_out:
            cards = cards[[i not in left_out for i in cards.tolist()]]
        return picture.card_boxes[cards]

    def paint_card_at(self, painter: QPainter, id_: str, at: QPointF) -> None:
        """Paint a card somewhere else than where it stands, with a painter in map units."""
        from journey_editor.drawing.painter import CardCache, paint_cached, shown

        self._cache = self._cache or CardCache()
        transform = painter.transform()
        painter.resetTransform()
        paint_cached(painter, transform, self.picture.blocks[id_], at.toTuple(),
                     self.zoom * self.viewport().devicePixelRatioF(), self.look, self.picture.colors, self._cache,
                     shown("text", self.zoom))
        painter.setTransform(transform)
