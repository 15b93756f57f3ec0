"""Drawing a flow from a card's handle to another card, or putting an end of a flow elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from journey_editor.model import Change, Flow
from journey_editor.model.operations import add_touchpoint, connect, update

from .gesture import Gesture

if TYPE_CHECKING:
    from .view import CanvasView


class Connect(Gesture):
    """Pulls a line from `fixed`, the end that stays. With `flow`, that flow's other `end` (source or target) moves."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: CanvasView, start: QPointF, fixed: str, flow: str = "", end: str = "target") -> None:
        super().__init__(view, start)
        self.fixed = fixed
        self.flow = flow
        self.end = end
        self.hidden = frozenset({flow}) if flow else frozenset()
        self.target: str | None = None

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find the card or the stage header under the mouse."""
        super().drag(at, modifiers)
        self.target = self._target()

    def _target(self) -> str | None:
        hit = self.view.picture.hit(self.at.x(), self.at.y(), 0)
        if hit is None:
            return None
        id_ = hit.id if hit.kind in ("touchpoint", "stage") else self.view.card_at(self.at)
        return id_ if id_ != self.fixed else None

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Add or change the flow; on empty ground in a column, add a new card at the end of the line."""
        view, journey = self.view, self.view.document.journey
        if self.target is None:
            if not self.flow:
                self._connect_new_card()
        elif self.flow:
            view.do(view.tr("Reconnect flow"), update(journey, [self.flow], **{self.end: self.target}))
        else:
            change = connect(journey, self.fixed, self.target)
            if view.tracks:
                change = Change.adding([record.replace(tracks=view.tracks) for record in change.added])
            if view.do(view.tr("Connect"), change):
                view.selection.set(record.id for record in change.added)

    def _connect_new_card(self) -> None:
        view, journey = self.view, self.view.document.journey
        hit = view.picture.hit(self.at.x(), self.at.y(), 0)
        if hit is None or hit.kind != "column" or hit.band or view.picture.rect(self.fixed).contains(self.at):
            return
        change = add_touchpoint(journey, hit.id, "", view.index_in_stage(hit.id, self.at))
        new = change.added[0].id
        flow = Flow(source=self.fixed, target=new, tracks=view.tracks)
        view.add_and_edit(view.tr("Add connected touch point"), change.then(Change.adding([flow])), new)

    def paint(self, painter: QPainter) -> None:
        """Paint the line so far and outline what it would reach."""
        view = self.view
        colour = QColor(view.look.selection)
        box = view.picture.rect(self.fixed)
        towards_right = self.at.x() >= box.center().x()
        start = QPointF(box.right() if towards_right else box.left(), box.center().y())
        path = QPainterPath(start)
        reach = max(30.0, abs(self.at.x() - start.x()) / 2) * (1 if towards_right else -1)
        path.cubicTo(start + QPointF(reach, 0), self.at - QPointF(reach, 0), self.at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawPath(path)
        painter.setBrush(colour)
        painter.drawEllipse(self.at, 4, 4)
        if self.target is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2.5))
            painter.drawRoundedRect(view.picture.rect(self.target).adjusted(-3, -3, 3, 3), 9, 9)
