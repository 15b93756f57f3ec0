"""How headers, cards and their lines are painted, each at its own place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from .blocks import FACE, NUMBER, PAD, TIP, Block, Part
from .glyphs import paint_face, paint_pin, paint_sign
from .looks import Look, blend
from .text import BODY, LABEL, SMALL, baseline, elide, font

_SIGNED = {"challenge", "metric", "opportunity", "note", "cell"}
RADIUS = 7.0
BAR = (14.0, 9.0)
"""The bar that stands for a title: how far below the card's top, and how high."""
DOT = 7.0
BAR_PART = 0.62
"""How much of a card's width it takes."""


def paint_lines(painter: QPainter, part: Part, x: float, y: float, colour: QColor) -> None:
    """Paint a part's lines with its top left at (x, y)."""
    painter.setFont(font(part.style))
    painter.setPen(colour)
    y += baseline(part.style)
    for line in part.lines:
        painter.drawText(QPointF(x, y), line)
        y += part.style.line


def paint_header(painter: QPainter, block: Block, width: float, height: float, look: Look, detail: float = 1) -> None:
    """Paint a stage's header as an arrow to the right from (0, 0); number and title are as strong as `detail` says."""
    tip = TIP
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.header))
    painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(width - tip, 0), QPointF(width, height / 2),
                                   QPointF(width - tip, height), QPointF(0, height), QPointF(tip * 0.5, height / 2)]))
    if not detail:
        return
    painter.setOpacity(detail)
    text = QColor(look.header_text)
    circle = QRectF(PAD + 4, (height - NUMBER) / 2, NUMBER, NUMBER)
    painter.setBrush(blend(QColor(look.header), text, 0.18))
    painter.drawEllipse(circle)
    painter.setFont(font(LABEL))
    painter.setPen(text)
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(block.number))
    title = block.parts[0]
    content = sum(part.height for part in block.parts) + 2 * (len(block.parts) - 1)
    y = (height - content) / 2
    for part in block.parts:
        paint_lines(painter, part, part.x + 4, y, text if part is title else blend(text, QColor(look.header), 0.2))
        y += part.height + 2


def paint_mark(painter: QPainter, box: QRectF, title: str, colour: QColor, look: Look, detail: float) -> None:
    """Paint the mark that a card has in the lane of a further role, whose colour it wears; its title as `detail` says.
    """
    ground = QColor(look.column)
    painter.setPen(QPen(blend(ground, colour, 0.6), 1))
    painter.setBrush(blend(ground, colour, 0.1))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(box.left() + PAD, box.center().y() - DOT / 2, DOT, DOT))
    if detail:
        painter.setOpacity(detail)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(look.text))
        left = box.left() + PAD + DOT + 6
        painter.drawText(QPointF(left, box.center().y() - SMALL.line / 2 + baseline(SMALL)),
                         elide(title, SMALL, box.right() - PAD - left))
        painter.setOpacity(1.0)


def bar_colour(look: Look) -> QColor:
    """Return the colour of the bars that stand for titles."""
    return blend(QColor(look.card), QColor(look.muted), 0.55)


def paint_card(painter: QPainter, block: Block, look: Look, colours: dict[str, str], detail: float = 1.0) -> None:
    """Paint a touchpoint's card from (0, 0). `colours` gives each role's colour.

    Where `detail` is less than 1, what the card says fades into a bar.
    """
    border = QPen(QColor(look.border), 1)
    if block.backstage:
        border = QPen(QColor(look.muted), 1, Qt.PenStyle.DashLine)
    painter.setPen(border)
    painter.setBrush(QColor(look.column) if block.backstage else QColor(look.card))
    painter.drawRoundedRect(QRectF(0.5, 0.5, block.width - 1, block.height - 1), RADIUS, RADIUS)
    if detail < 1:
        painter.setOpacity(max(1 - detail / 0.6, 0.0))
        painter.fillRect(QRectF(PAD, BAR[0], block.width * BAR_PART, BAR[1]), bar_colour(look))
        painter.setOpacity(max((detail - 0.25) / 0.75, 0.0))
    if block.emotion is not None:
        paint_face(painter, QRectF(block.width - PAD - FACE, PAD, FACE, FACE), block.emotion, look)
    ruled = False
    for part in block.parts:
        if part.kind in _SIGNED and not ruled:
            painter.setPen(QPen(QColor(look.border), 1))
            painter.drawLine(QPointF(PAD, part.y - 5), QPointF(block.width - PAD, part.y - 5))
            ruled = True
        paint_part(painter, part, part.x, part.y, look, colours)
    if block.pinned:
        paint_pin(painter, block.width - 6, 6, look)


def paint_part(painter: QPainter, part: Part, x: float, y: float, look: Look, colours: dict[str, str]) -> None:
    """Paint one part of a card or cell at (x, y)."""
    if part.kind in _SIGNED:
        paint_sign(painter, part.kind, x, y + (BODY.line - 12) / 2, look)
        paint_lines(painter, part, x + 18, y, QColor(look.text))
    elif part.kind == "role":
        colour = QColor(colours.get(part.id, look.muted))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(QColor(look.card), colour, 0.16))
        painter.drawRoundedRect(QRectF(x, y, part.width, part.height), 8.5, 8.5)
        dark = QColor(look.text)
        paint_lines(painter, part, x + 8, y + (part.height - SMALL.line) / 2, blend(colour, dark, 0.45))
    else:
        paint_lines(painter, part, x, y, QColor(look.muted if part.kind == "meta" else look.text))


def paint_note(painter: QPainter, part: Part, colour: str, look: Look) -> None:
    """Paint a free sticky note at its place."""
    paper = QColor(colour or "#ffe58a")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(QRectF(part.x, part.y, part.width, part.height), 3, 3)
    paint_lines(painter, part, part.x + PAD, part.y + PAD, QColor("#1b2430" if paper.lightness() > 110 else "#ffffff"))
