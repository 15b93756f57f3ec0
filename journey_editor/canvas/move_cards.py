"""Moving touchpoints within and between stages, or pinning them where they are dropped (Alt)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.drawing.blocks import CARD_WIDTH
from journey_editor.model import Change
from journey_editor.model.operations import move, pin

from .gesture import Gesture

if TYPE_CHECKING:
    from .view import CanvasView


class MoveCards(Gesture):
    """Carries cards; a line shows where they would stand. Only the release changes the journey."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, start: QPointF, ids: list[str]) -> None:
        super().__init__(view, start)
        self.ids = ids
        journey = view.document.journey
        flows = {flow.id for id_ in ids for flow in (*journey.flows_from(id_), *journey.flows_into(id_))}
        self.hidden = frozenset(ids) | flows
        self.pinning = False
        self.target: tuple[str, int] | None = None

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find the stage and the place in it under the cards."""
        super().drag(at, modifiers)
        self.pinning = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self.target = self._place()

    def _moved(self, id_: str) -> QRectF:
        box = QRectF(*self.view.picture.box(id_))
        return box.translated(self.at - self.start)

    def _place(self) -> tuple[str, int] | None:
        stage = self.view.stage_at(self.at.x())
        if stage is None:
            return None
        return stage, self.view.index_in_stage(stage, self._moved(self.ids[0]).center(), self.hidden)

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cards to where the line stands, or pin them there."""
        if self.target is None:
            return
        view, journey = self.view, self.view.document.journey
        stage, index = self.target
        count = len(self.ids)
        if self.pinning:
            positions = {id_: (round(box.x()), round(box.y())) for id_ in self.ids for box in [self._moved(id_)]}
            elsewhere = [id_ for id_ in self.ids if journey[id_].stage != stage]  # type: ignore[attr-defined]
            change = move(journey, elsewhere, stage, index)
            after = journey.copy()
            after.apply(change)
            view.do(view.tr("Pin %n touch point(s)", "", count), change.then(pin(after, positions)))
            return
        change = move(journey, self.ids, stage, index)
        pinned = {id_: None for id_ in self.ids if journey[id_].position is not None}  # type: ignore[attr-defined]
        if pinned:
            after = journey.copy()
            after.apply(change)
            change = change.then(pin(after, pinned))
        view.do(view.tr("Move %n touch point(s)", "", count), change or Change())

    def paint(self, painter: QPainter) -> None:
        """Paint the cards under the mouse and the line where they would go."""
        view = self.view
        if self.target is not None and not self.pinning:
            self._paint_line(painter, *self.target)
        painter.setOpacity(0.94)
        for id_ in self.ids:
            view.paint_card_at(painter, id_, self._moved(id_).topLeft())
        painter.setOpacity(1.0)

    def _paint_line(self, painter: QPainter, stage: str, index: int) -> None:
        view = self.view
        picture = view.picture
        left, top, width, height = picture.stage_boxes[picture.stage_ids.index(stage)]
        painter.setPen(Qt.PenStyle.NoPen)
        tint = QColor(view.look.selection)
        tint.setAlpha(12)
        painter.setBrush(tint)
        below = picture.header_height + 6
        painter.drawRoundedRect(QRectF(left, top + below, width, height - below), 8, 8)
        cards = view.boxes_in_stage(stage, self.hidden)
        before, after = cards[index - 1] if index else None, cards[index] if index < len(cards) else None
        x, y = left + (width - CARD_WIDTH) / 2, top + picture.header_height + 22
        if before is not None and self._moved(self.ids[0]).center().y() > before.center().y():
            x, y = before.x(), before.bottom() + 9
        elif after is not None:
            x, y = after.x(), after.top() - 9
        painter.setPen(QPen(QColor(view.look.selection), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, y), QPointF(x + CARD_WIDTH, y))
