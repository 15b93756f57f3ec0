"""Moving touchpoints within and between stages, or pinning them where they are dropped (Alt)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.drawing.blocks import CARD_WIDTH
from journey_editor.drawing.carried import CarriedFlows
from journey_editor.drawing.looks import blend
from journey_editor.model import Change, Journey, Touchpoint
from journey_editor.model.operations import move, pin

from .gesture import Gesture

if TYPE_CHECKING:
    import numpy as np

    from .view import CanvasView


_MOST_FOLLOWED = 40
"""So many cards and arrows at most are painted apart; with more, the arrows are left out while they are carried."""


class MoveCards(Gesture):
    """Carries cards and their arrows; a line shows where they would stand. Only the release changes the journey."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, start: QPointF, ids: list[str]) -> None:
        super().__init__(view, start)
        self.ids = ids
        journey, picture = view.document.journey, view.picture
        flows = {flow.id: flow for id_ in ids for flow in (*journey.flows_from(id_), *journey.flows_into(id_))}
        self.hidden = frozenset(ids).union(flows)
        self.pinning = False
        self.target: tuple[str, int] | None = None
        self._few = len(self.hidden) <= _MOST_FOLLOWED
        self.flows = CarriedFlows(picture.arrows, [
            (picture.arrows.index[flow.id], flow.source in ids, flow.target in ids)
            for flow in flows.values() if self._few and flow.id in picture.arrows.index], view.look)
        self._homes = {id_: picture.rect(id_) for id_ in ids}
        self._home = reduce(QRectF.united, self._homes.values())
        self._mark: tuple[float, float, float, float] | None = None
        self._pixels = QRect()
        self._pen = QPen(blend(QColor(view.look.column), QColor(view.look.selection), 0.45), 0)
        self._mark_pen = QPen(QColor(view.look.selection), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._boxes: dict[str, np.ndarray] = {}
        self._aim = QRectF()

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find the stage and the place in it under the cards."""
        before, aim = self._pixels, self._aim
        super().drag(at, modifiers)
        self.pinning = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self.target = self._place()
        self._mark = self._line(*self.target) if self.target is not None else None
        changing = self.flows.move(at - self.start)
        self._pixels = self._painted(changing) if self._few else QRect()
        self.moved = before | self._pixels if before and self._pixels else None
        self._aim = QRectF() if self.target is None or self.pinning else self._around(self.target[0])
        if self.moved is not None and aim != self._aim:
            self.moved |= self.view.rect_from_map(aim | self._aim).adjusted(-2, -2, 2, 2)

    def _moved(self, id_: str) -> QRectF:
        return self._homes[id_].translated(self.at - self.start)

    def _place(self) -> tuple[str, int] | None:
        stage = self.view.stage_at(self.at.x())
        if stage is None:
            return None
        return stage, self.view.index_among(self._others(stage), self._moved(self.ids[0]).center())

    def _others(self, stage: str) -> np.ndarray:
        """Return where the other cards of a stage stand: nothing moves there while these are carried."""
        if stage not in self._boxes:
            self._boxes[stage] = self.view.boxes_in_stage(stage, self.ids)
        return self._boxes[stage]

    def _painted(self, changing: QRectF) -> QRect:
        """Return the pixels on which `paint` paints other than before, given the box in which the flows do."""
        # One rectangle, though it holds more than the arrows: painting within many takes longer than painting more.
        around = self._home.translated(self.at - self.start) | changing
        if self._mark is not None:
            x, y, width, height = self._mark
            around |= QRectF(x, y - 1, width, height + 2)
        room = math.ceil(8 * max(self.view.zoom, 0.5))
        return self.view.rect_from_map(around).adjusted(-room, -room, room, room)

    def carried(self) -> dict[str, QPointF]:
        """Return where the cards are now."""
        return {id_: self._moved(id_).topLeft() for id_ in self.ids}

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cards to where the line stands, or pin them there."""
        if self.target is None:
            return
        view, journey = self.view, self.view.document.journey
        stage, index = self.target
        cards = [journey.find(id_, Touchpoint) for id_ in self.ids]
        if self.pinning:
            boxes = {id_: self._moved(id_) for id_ in self.ids}
            change = move(journey, [card.id for card in cards if card.stage != stage], stage, index)
            change = _and_pin(journey, change, {id_: (round(box.x()), round(box.y())) for id_, box in boxes.items()})
            view.do(view.tr("Pin %n touch point(s)", "", len(cards)), change)
        else:
            change = move(journey, self.ids, stage, index)
            change = _and_pin(journey, change, {card.id: None for card in cards if self._loosens(card, stage)})
            view.do(view.tr("Move %n touch point(s)", "", len(cards)), self._settled(change))

    def _loosens(self, card: Touchpoint, stage: str) -> bool:
        """Return whether a drop in a stage takes a card off its pin."""
        return card.position is not None

    def _settled(self, change: Change) -> Change:
        """Return the change that a drop makes, given the one that moves the cards."""
        return change

    def paint(self, painter: QPainter) -> None:
        """Paint the cards under the mouse, their arrows, and the line where they would go."""
        view = self.view
        area = view.visible_area()
        # Nothing is softened but what is small: on long lines and on a column as high as the map it would take most of
        # the frame.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        mark = None if self.target is None or self.pinning else self._mark
        if mark is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._pen)
            # On whole pixels, or where only a part is painted anew a line may end a pixel further on.
            transform = painter.transform()
            painter.resetTransform()
            painter.drawRect(view.rect_from_map(self._aim & area.adjusted(-9, -9, 9, 9)))
            painter.setTransform(transform)
        self.flows.paint(painter, view.viewport().devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if mark is not None:
            x, y, width, _ = mark
            painter.setPen(self._mark_pen)
            painter.drawLine(QPointF(x, y), QPointF(x + width, y))
        for id_ in self.ids:
            box = self._moved(id_)
            if box.intersects(area):
                view.paint_card_at(painter, id_, box.topLeft())

    def _around(self, stage: str) -> QRectF:
        """Return what is outlined as the place of a stage's cards."""
        picture = self.view.picture
        return QRectF(*picture.stage_boxes[picture.stage_ids.index(stage)].tolist()).adjusted(
            0, picture.header_height + 6, 0, 0)

    def _line(self, stage: str, index: int) -> tuple[float, float, float, float]:
        """Return x, y, width and height of the line where the cards would stand."""
        picture = self.view.picture
        left, top, width, _ = picture.stage_boxes[picture.stage_ids.index(stage)].tolist()
        cards = self._others(stage)
        before = cards[index - 1] if index else None
        x, y = left + (width - CARD_WIDTH) / 2, top + picture.header_height + 22
        middle = self._moved(self.ids[0]).center().y()
        if before is not None and not picture.lanes and middle > before[1] + before[3] / 2:
            x, y = float(before[0]), float(before[1] + before[3]) + 9
        elif index < len(cards):
            x, y = float(cards[index][0]), float(cards[index][1]) - 9
        elif before is not None:
            x, y = float(before[0]), float(before[1] + before[3]) + 9
        return x, y, CARD_WIDTH, 0.0


def _and_pin(journey: Journey, change: Change, positions: Mapping[str, tuple[float, float] | None]) -> Change:
    """Return a change after which cards are pinned at positions, or freed where they are given None."""
    if not positions:
        return change
    after = journey.copy()
    after.apply(change)
    return change.then(pin(after, positions))
