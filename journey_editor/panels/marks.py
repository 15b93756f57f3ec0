"""The small sign before a record's title in lists: the same signs as on the map."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from journey_editor.drawing.glyphs import paint_sign
from journey_editor.drawing.looks import LOOKS, Look, palette, window_look

SIZE = 16


def mark(type_: str, widget: QWidget, color: str = "") -> QIcon:
    """Return the sign of a record type, sharp on the widget's screen; `color` is a role's or track's own."""
    return _mark(type_, window_look().name, color, widget.devicePixelRatioF())


@cache
def _mark(type_: str, look_name: str, color: str, ratio: float) -> QIcon:
    look = LOOKS[look_name]
    pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if type_ in _PAINTERS:
        ink = QColor(color or look.muted)
        painter.setPen(QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        _PAINTERS[type_](painter, ink, look)
    else:
        paint_sign(painter, type_, 2, 2, look)
    painter.end()
    icon = QIcon(pixmap)
    # On the ground of a selected row only the ink of its text can be seen.
    chosen = QPixmap(pixmap)
    painter = QPainter(chosen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(chosen.rect(), palette(look).highlightedText())
    painter.end()
    icon.addPixmap(chosen, QIcon.Mode.Selected)
    return icon


def _paint_stage(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.header))
    painter.drawPolygon(QPolygonF([QPointF(1, 3), QPointF(11, 3), QPointF(15, 8), QPointF(11, 13), QPointF(1, 13)]))


def _paint_touchpoint(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.drawRoundedRect(QRectF(2, 3.5, 12, 9), 2, 2)
    painter.drawLine(QLineF(4.8, 6.8, 11.2, 6.8))
    painter.drawLine(QLineF(4.8, 9.5, 8.8, 9.5))


def _paint_flow(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.drawLine(QLineF(2, 8, 13.5, 8))
    painter.drawPolyline(QPolygonF([QPointF(10, 4.5), QPointF(13.8, 8), QPointF(10, 11.5)]))


def _paint_role(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.drawEllipse(QPointF(8, 5.4), 2.9, 2.9)
    painter.drawArc(QRectF(2.6, 9.4, 10.8, 10), 20 * 16, 140 * 16)


def _paint_track(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.drawEllipse(QPointF(3.6, 12), 1.8, 1.8)
    painter.drawEllipse(QPointF(12.4, 4), 1.8, 1.8)
    painter.drawPolyline(QPolygonF([QPointF(5.6, 12), QPointF(8, 12), QPointF(8, 4), QPointF(10.4, 4)]))


def _paint_lane(painter: QPainter, ink: QColor, look: Look) -> None:
    for y in (4, 8, 12):
        painter.drawLine(QLineF(2.5, y, 13.5, y))


def _paint_journey(painter: QPainter, ink: QColor, look: Look) -> None:
    painter.drawRoundedRect(QRectF(2, 2.5, 12, 11), 2, 2)
    painter.drawLine(QLineF(6, 2.8, 6, 13.2))
    painter.drawLine(QLineF(10, 2.8, 10, 13.2))


_PAINTERS = {
    "stage": _paint_stage, "touchpoint": _paint_touchpoint, "flow": _paint_flow, "role": _paint_role,
    "track": _paint_track, "lane": _paint_lane, "journey": _paint_journey,
}
