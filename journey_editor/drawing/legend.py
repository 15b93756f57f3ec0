"""What the colours and dashes of a map mean, in a line below its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.model import Flow, Touchpoint, Track
from journey_editor.model.vocabulary import label

from .arrows import BACK_DASHES, WIDTH
from .blocks import Part
from .looks import Look
from .text import SMALL, advance, baseline, elide, font

if TYPE_CHECKING:
    from .picture import Picture

_SAMPLE = QRectF(0.0, 2.0, 24.0, 11.0)
_BESIDE, _APART = 7.0, 20.0
_WIDEST = 320.0


def parts(picture: Picture, width: float) -> list[Part]:
    """Return the entries, from (0, 0) on, in lines no wider than `width`: tracks, what leads back, backstage."""
    found: list[Part] = []
    x = y = 0.0
    for kind, id_, words in _entries(picture):
        line = elide(words, SMALL, _WIDEST)
        wide = _SAMPLE.width() + _BESIDE + advance(line, SMALL)
        if x and x + wide > width:
            x, y = 0.0, y + SMALL.line + 2
        found.append(Part(kind, id_, x, y, wide, SMALL.line, (line,), SMALL))
        x += wide + _APART
    return found


def _entries(picture: Picture) -> list[tuple[str, str, str]]:
    """Return the kind, the id (of tracks) and the words of each entry."""
    journey, language = picture.journey, picture.journey.info.language
    found = [("track", track.id, " ".join(track.title.split())) for track in journey.all(Track)
             if any(flow.id in picture.arrows.index for flow in journey.children(track.id, Flow))]
    if picture.arrows.back.any():
        found.append(("back", "", label("leads_back", language)))
    if any(card.backstage and card.id in picture.card_index for card in journey.all(Touchpoint)):
        found.append(("backstage", "", label("backstage", language)))
    return found


def paint(painter: QPainter, part: Part, look: Look, colours: dict[str, str]) -> None:
    """Paint one part where it is."""
    sample = _SAMPLE.translated(part.x, part.y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(colours.get(part.id, look.flow)), WIDTH + 0.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if part.kind == "backstage":
        painter.setPen(QPen(QColor(look.muted), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(sample, 3, 3)
    else:
        if part.kind == "back":
            pen.setDashPattern(BACK_DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(sample.left(), sample.center().y()), QPointF(sample.right(), sample.center().y()))
    painter.setFont(font(SMALL))
    painter.setPen(QColor(look.muted))
    painter.drawText(QPointF(sample.right() + _BESIDE, part.y + baseline(SMALL)), part.lines[0])
