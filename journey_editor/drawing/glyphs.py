"""Small signs drawn from lines, so that they are sharp at any zoom and in any file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from .looks import Look


def paint_face(painter: QPainter, box: QRectF, emotion: float, look: Look) -> None:
    """Paint a face whose mouth and colour tell an emotion from −2 to +2."""
    colour = look.emotion(emotion)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(QColor(look.card))
    painter.drawEllipse(box)
    x, y, size = box.x(), box.y(), box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for eye in (0.33, 0.67):
        painter.drawEllipse(QPointF(x + eye * size, y + 0.38 * size), 0.075 * size, 0.09 * size)
    mouth = QPainterPath(QPointF(x + 0.28 * size, y + (0.66 - 0.03 * emotion) * size))
    mouth.quadTo(QPointF(x + 0.5 * size, y + (0.66 + 0.11 * emotion) * size),
                 QPointF(x + 0.72 * size, y + (0.66 - 0.03 * emotion) * size))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(mouth)


def paint_sign(painter: QPainter, kind: str, x: float, y: float, look: Look) -> None:
    """Paint the 12-pixel sign of an attached record's type with its top left at (x, y)."""
    colour = QColor(getattr(look, kind))
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[kind](painter, x, y, colour)


def _challenge(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x + 6, y + 1), QPointF(x + 11.5, y + 11), QPointF(x + 0.5, y + 11)]))
    painter.drawLine(QPointF(x + 6, y + 4.6), QPointF(x + 6, y + 7.2))
    painter.drawPoint(QPointF(x + 6, y + 9.1))


def _metric(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    painter.drawArc(QRectF(x + 0.7, y + 1.5, 10.6, 10.6), -15 * 16, 210 * 16)
    painter.drawLine(QPointF(x + 6, y + 7.2), QPointF(x + 8.6, y + 4.4))
    painter.drawLine(QPointF(x + 0.9, y + 9.6), QPointF(x + 11.1, y + 9.6))


def _opportunity(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    painter.drawArc(QRectF(x + 2, y + 0.7, 8, 8), -50 * 16, 280 * 16)
    painter.drawLine(QPointF(x + 4.4, y + 9.6), QPointF(x + 7.6, y + 9.6))
    painter.drawLine(QPointF(x + 5, y + 11.5), QPointF(x + 7, y + 11.5))


def _note(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x + 1, y + 1), QPointF(x + 11, y + 1), QPointF(x + 11, y + 7.5),
                                   QPointF(x + 7.5, y + 11), QPointF(x + 1, y + 11)]))
    painter.drawPolyline(QPolygonF([QPointF(x + 7.5, y + 11), QPointF(x + 7.5, y + 7.5), QPointF(x + 11, y + 7.5)]))


def _cell(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x + 6, y + 6.5), 2.2, 2.2)


_SIGNS = {"challenge": _challenge, "metric": _metric, "opportunity": _opportunity, "note": _note, "cell": _cell}


def paint_pin(painter: QPainter, x: float, y: float, look: Look) -> None:
    """Paint the sign of a card that stays where it was put."""
    painter.setPen(QPen(QColor(look.card), 1.5))
    painter.setBrush(QColor(look.selection))
    painter.drawEllipse(QPointF(x, y), 5, 5)
