"""Moving touchpoints in other views than the stages: where that is possible, and what to say where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from journey_editor.drawing.blocks import CARD_WIDTH
from journey_editor.model import Change, Sentence, Touchpoint
from journey_editor.model.operations import update

from .gesture import Gesture
from .move_cards import MoveCards

if TYPE_CHECKING:
    from .view import CanvasView

_ALT = Qt.KeyboardModifier.AltModifier
_GAP = 9.0


def move_cards(view: CanvasView, start: QPointF, ids: list[str]) -> Gesture:
    """Return the gesture that dragging cards begins in the view that is shown."""
    if view.shape == "stages":
        return MoveInLanes(view, start, ids) if view.picture.lanes else MoveCards(view, start, ids)
    if view.shape == "outline":
        return MoveInOutline(view, start, ids)
    if view.shape == "loop":
        return Unmovable(view, start, Sentence(
            "canvas", "In the loop, cards follow the order of the journey: to move this one, choose View > Show As > "
                      "Stages, or press Ctrl with an arrow key."))
    if view.shape == "flow":
        return Unmovable(view, start, Sentence(
            "canvas", "In this view, the flows determine where a card is placed: to move it, choose View > Show As > "
                      "Stages."))
    return MoveOnTrackInLanes(view, start, ids) if view.picture.lanes else MoveOnTrack(view, start, ids)


def move_heading(view: CanvasView, start: QPointF) -> Gesture:
    """Return the gesture that dragging a stage's heading in the outline begins."""
    return Unmovable(view, start, Sentence(
        "canvas", "Stages cannot be moved in the outline: choose View > Show As > Stages, and drag the stage there."))


class Unmovable(Gesture):
    """Moves nothing: the cursor says so, and one sentence why."""

    cursor = Qt.CursorShape.ForbiddenCursor
    scrolls_at_edge = False

    def __init__(self, view: CanvasView, start: QPointF, why: Sentence) -> None:
        super().__init__(view, start)
        view.refused.emit(why)


class MoveUnpinned(MoveCards):
    """Moves cards where they cannot be pinned."""

    why_unpinned: Sentence

    def __init__(self, view: CanvasView, start: QPointF, ids: list[str]) -> None:
        super().__init__(view, start, ids)
        self._held = False

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find the place under the cards; there is none while Alt is held."""
        super().drag(at, modifiers & ~_ALT)
        held = bool(modifiers & _ALT)
        if held:
            self.target = None
        if held != self._held:
            self._held = held
            self.moved = None
            self.view.viewport().setCursor(Qt.CursorShape.ForbiddenCursor if held else self.cursor)

    def _loosens(self, card: Touchpoint, stage: str) -> bool:
        # Where its pin cannot be seen, it is not meant to be lost.
        return card.position is not None and card.stage != stage

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cards to where the line stands."""
        if modifiers & _ALT:
            self.view.refused.emit(self.why_unpinned)
            return
        super().finish(modifiers)


class MoveOnTrack(MoveUnpinned):
    """Moves cards among those that one track shows."""

    why_unpinned = Sentence(
        "canvas", "Cards cannot be pinned while only one track is shown: choose View > Show As > Stages to pin one.")

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cards to where the line stands: beside the card that is shown there, whatever is not shown."""
        if self.target is not None:
            stage, index = self.target
            cards = [card.id for card in self.view.document.journey.children(stage, Touchpoint)
                     if card.id not in self.ids]
            shown = [i for i, id_ in enumerate(cards) if id_ in self.view.picture.card_index]
            if index:
                index = shown[index - 1] + 1
            else:
                index = shown[0] if shown else len(cards)
            self.target = stage, index
        super().finish(modifiers)


class MoveInLanes(MoveUnpinned):
    """Moves cards among stages and lanes: in another lane they get what it stands for."""

    why_unpinned = Sentence(
        "canvas", "Cards cannot be pinned in swimlanes: choose View > Swimlanes > None to pin one.")

    def _lane(self, box: QRectF) -> str | None:
        """Return the lane that a box is in."""
        lanes, y = self.view.picture.lanes, box.center().y()
        return next((id_ for id_, (_, top, _, height) in lanes.items() if top <= y < top + height), None)

    def _around(self, stage: str) -> QRectF:
        column, lane = super()._around(stage), self._lane(self._moved(self.ids[0]))
        return column if lane is None else column & QRectF(*self.view.picture.lanes[lane])

    def _place(self) -> tuple[str, int] | None:
        """Return the stage and the place among the cards of the lane; where it has none, a card keeps its own."""
        found, box = super()._place(), self._moved(self.ids[0])
        lane = self._lane(box)
        if found is None or lane is None:
            return found
        stage, cards = found[0], self._others(found[0])
        inside = [i for i, card in enumerate(cards) if self._lane(QRectF(*card.tolist())) == lane]
        if inside:
            index = self.view.index_among(cards[inside], box.center())
            return stage, inside[index] if index < len(inside) else inside[-1] + 1
        return stage, self._kept_index(stage)

    def _kept_index(self, stage: str) -> int:
        """Return the place among a stage's other cards that the cards have there already; the last one by default."""
        row = [card.id for card in self.view.document.journey.children(stage, Touchpoint)
               if card.id in self.view.picture.card_index]
        before = row[:row.index(self.ids[0])] if self.ids[0] in row else row
        return len([id_ for id_ in before if id_ not in self.ids])

    def _line(self, stage: str, index: int) -> tuple[float, float, float, float]:
        lane = self._lane(self._moved(self.ids[0]))
        if lane is None or any(self._lane(QRectF(*card.tolist())) == lane for card in self._others(stage)):
            return super()._line(stage, index)
        aim = self._around(stage)
        return aim.center().x() - CARD_WIDTH / 2, aim.top() + 2 * _GAP, CARD_WIDTH, 0.0

    def _leaving(self) -> list[str]:
        """Return which of the cards are carried to another lane."""
        lane = self._lane(self._moved(self.ids[0]))
        return [id_ for id_ in self.ids if lane is not None and self._lane(self.view.picture.rect(id_)) != lane]

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the cards to where the line stands, unless it is not clear what that would make of their roles."""
        journey = self.view.document.journey
        several = any(len(journey.find(id_, Touchpoint).roles) > 1 for id_ in self._leaving())
        if several and self.view.lanes == "role" and not modifiers & _ALT:
            self.view.refused.emit(Sentence(
                "canvas", "A card with several roles is placed in the lane of the most influential one: to move it, "
                          "change its roles in the inspector."))
            return
        super().finish(modifiers)

    def _settled(self, change: Change) -> Change:
        leaving, lane = self._leaving(), self._lane(self._moved(self.ids[0]))
        if not leaving:
            return change
        after = self.view.document.journey.copy()
        after.apply(change)
        if self.view.lanes == "backstage":
            return change.then(update(after, leaving, backstage=lane == "backstage"))
        return change.then(update(after, leaving, roles=(lane,) if lane else ()))


class MoveOnTrackInLanes(MoveOnTrack, MoveInLanes):
    """Moves cards among those that one track shows, and among lanes."""


class MoveInOutline(MoveUnpinned):
    """Moves cards up and down the outline; under another heading they belong to its stage."""

    why_unpinned = Sentence("canvas", "Cards cannot be pinned in the outline: choose View > Show As > Stages to pin "
                                      "one.")

    def _place(self) -> tuple[str, int] | None:
        picture = self.view.picture
        if not picture.stage_ids:
            return None
        tops = picture.stage_boxes[:, 1]
        above = [i for i in tops.argsort().tolist() if tops[i] < self.at.y()] or [int(tops.argmin())]
        stage = picture.stage_ids[above[-1]]
        others, middle = self._others(stage), self._moved(self.ids[0]).center().y()
        return stage, int((others[:, 1] + others[:, 3] / 2 < middle).sum())

    def _around(self, stage: str) -> QRectF:
        picture = self.view.picture
        return QRectF(*picture.stage_boxes[picture.stage_ids.index(stage)].tolist()).adjusted(-3, -3, 3, 3)

    def _line(self, stage: str, index: int) -> tuple[float, float, float, float]:
        picture = self.view.picture
        left, top, width, height = picture.stage_boxes[picture.stage_ids.index(stage)].tolist()
        cards = self._others(stage)
        x, y = left + (width - CARD_WIDTH) / 2, top + height + _GAP
        if index < len(cards):
            x, y = float(cards[index][0]), float(cards[index][1]) - _GAP
        elif len(cards):
            x, y = float(cards[-1][0]), float(cards[-1][1] + cards[-1][3]) + _GAP
        return x, y, CARD_WIDTH, 0.0
