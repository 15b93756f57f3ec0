"""Moving a stage to another place in the row by its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.model.operations import move

from .gesture import Gesture

if TYPE_CHECKING:
    from .view import CanvasView


class MoveStage(Gesture):
    """Carries a header along the row; a line shows where the stage would stand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: CanvasView, start: QPointF, id_: str) -> None:
        super().__init__(view, start)
        self.id = id_
        self.index = view.picture.stage_ids.index(id_)

    def drag(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Find the place among the other stages."""
        super().drag(at, modifiers)
        picture = self.view.picture
        others = [box for id_, box in zip(picture.stage_ids, picture.stage_boxes, strict=True) if id_ != self.id]
        self.index = sum(1 for left, _, width, _ in others if left + width / 2 < at.x())

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the stage."""
        view = self.view
        view.do(view.tr("Move stage"), move(view.document.journey, [self.id], None, self.index))

    def paint(self, painter: QPainter) -> None:
        """Paint the stage's outline under the mouse and the line where it would go."""
        picture = self.view.picture
        colour = QColor(self.view.look.selection)
        here = picture.stage_ids.index(self.id)
        box = QRectF(*picture.stage_boxes[here]).translated(self.at.x() - self.start.x(), 0)
        others = [QRectF(*b) for id_, b in zip(picture.stage_ids, picture.stage_boxes, strict=True) if id_ != self.id]
        if others:
            x = others[self.index].left() - 20 if self.index < len(others) else others[-1].right() + 20
            painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(QPen(colour, 1.5))
        tint = QColor(colour)
        tint.setAlpha(30)
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 8, 8)
