"""What lies over the map: the selection, what the mouse is over, handles, and buttons to add things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.model import Flow, Stage, Touchpoint

from . import commands

if TYPE_CHECKING:
    import numpy as np

    from journey_editor.drawing.picture import Picture

    from .view import CanvasView

Handle = tuple[QPointF, str, str, str]
"""Where a handle is, the id of the end that stays, the id of the flow ("" for a new one), and the end that moves."""

HANDLE = 6.0
_FROM_END = 24.0
_CONTROLS_FROM = 0.36
"""From this zoom on there are handles and buttons."""

BUTTON = 20.0
_MANY = 200
"""So many selected records are outlined one by one, with round corners."""


def paint(view: CanvasView, painter: QPainter) -> None:
    """Paint the overlay with a painter in map units."""
    gesture, hovered = view.mouse.gesture, view.mouse.hovered
    if gesture is not None:
        _outline_all(view, painter, view.selection.ids - gesture.hidden)
        return
    if hovered and hovered not in view.selection.ids:
        soft = QColor(view.look.selection)
        soft.setAlpha(130)
        _outline(view, painter, hovered, soft, 1.5)
    _outline_all(view, painter, view.selection.ids)
    if view.editor is None and view.zoom >= _CONTROLS_FROM:
        _paint_controls(view, painter)


def _outline_all(view: CanvasView, painter: QPainter, ids: frozenset[str]) -> None:
    colour, area = QColor(view.look.selection), view.visible_area()
    if len(ids) > _MANY:
        ids = _outline_cards(view, painter, ids, colour, area)
    for id_ in ids:
        _outline(view, painter, id_, colour, 2.2, area)


def _paint_controls(view: CanvasView, painter: QPainter) -> None:
    """Paint the handles and the buttons."""
    painter.setBrush(QColor(view.look.card))
    painter.setPen(QPen(QColor(view.look.selection), 1.6))
    for point, *_ in handles(view):
        painter.drawEllipse(point, HANDLE, HANDLE)
        painter.drawLine(point - QPointF(2.5, 0), point + QPointF(2.5, 0))
        painter.drawLine(point - QPointF(0, 2.5), point + QPointF(0, 2.5))
    for box, kind, _, _ in buttons(view):
        _paint_button(view, painter, box, kind)
    _paint_new_stage(view, painter)


def _outline_cards(view: CanvasView, painter: QPainter, ids: frozenset[str], colour: QColor,
                   area: QRectF) -> frozenset[str]:
    """Outline all those that are cards in few calls, and return the others."""
    from journey_editor.drawing.bulk import draw_boxes
    from journey_editor.drawing.looks import blend
    from journey_editor.drawing.painter import BOXES_BELOW, within

    picture = view.picture
    boxes = picture.card_boxes[[i for i in within(picture.card_boxes, area).tolist() if picture.card_ids[i] in ids]]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if view.zoom < BOXES_BELOW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(QColor(view.look.card), colour, 0.6))
    else:
        painter.setPen(QPen(colour, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    draw_boxes(painter, boxes + (-2, -2, 4, 4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    return frozenset(id_ for id_ in ids if id_ not in picture.card_index)


def _outline(view: CanvasView, painter: QPainter, id_: str, colour: QColor, width: float,
             area: QRectF | None = None) -> None:
    picture = view.picture
    box = picture.box(id_)
    if box is None or area is not None and not QRectF(*box).adjusted(-4, -4, 4, 4).intersects(area):
        return
    width /= min(view.zoom, 1.0)
    if id_ in picture.arrows.index:
        _outline_flow(view, painter, picture.arrows.index[id_], colour, width + 0.6)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    # A card's marks in other lanes are the card, too.
    for one in (box, *(mark for card, _, mark in picture.marks if card == id_)):
        painter.drawRoundedRect(QRectF(*one).adjusted(-2, -2, 2, 2), 8, 8)


def _outline_flow(view: CanvasView, painter: QPainter, i: int, colour: QColor, width: float) -> None:
    from journey_editor.drawing.arrows import paint_flow, paint_label
    from journey_editor.drawing.painter import TEXT_FROM

    arrows = view.picture.arrows
    paint_flow(painter, arrows, i, view.look, colour.name(), width)
    if i in arrows.labelled and view.zoom >= TEXT_FROM:
        paint_label(painter, arrows, i, QRectF(*arrows.label_boxes[arrows.labelled.index(i)]), view.look)


# -- handles: where flows are drawn from -------------------------------------------------------------------------------


def handles(view: CanvasView) -> list[Handle]:
    """Return the handles that are shown now."""
    if view.blank or view.zoom < _CONTROLS_FROM:
        return []
    picture, journey = view.picture, view.document.journey
    found: list[Handle] = []
    for id_ in _with_handles(view):
        record = journey.get(id_)
        if isinstance(record, (Touchpoint, Stage)):
            found.append(_handle_of(picture, id_))
        elif isinstance(record, Flow) and id_ in view.selection.ids:
            found += _handles_of_flow(picture, record)
        elif record is not None and view.mouse.hovered == id_ and (about := record.about) in picture.card_index:
            # The mouse is over an entry of a card: the card's handle is still the one that is wanted.
            found.append(_handle_of(picture, about))
    return found


def _with_handles(view: CanvasView) -> list[str]:
    """Return what is shown with handles: what the mouse is over, and what alone is selected."""
    shown = {view.mouse.hovered} if view.mouse.hovered else set()
    if len(view.selection.ids) == 1:
        shown |= view.selection.ids
    return sorted(id_ for id_ in shown if view.picture.box(id_) is not None)


def _handle_of(picture: Picture, id_: str) -> Handle:
    """Return the handle at the right side of a card or header, from which new flows are drawn."""
    box = picture.rect(id_)
    return QPointF(box.right(), box.center().y()), id_, "", "target"


def _handles_of_flow(picture: Picture, flow: Flow) -> list[Handle]:
    """Return the handles at both ends of a flow."""
    arrows, i = picture.arrows, picture.arrows.index[flow.id]
    line = arrows.line(i)
    label = QRectF(*arrows.label_boxes[arrows.labelled.index(i)]) if i in arrows.labelled else QRectF()
    return [(_along(line, label), flow.target, flow.id, "source"),
            (_along(line[::-1], label), flow.source, flow.id, "target")]


def _along(line: np.ndarray, label: QRectF) -> QPointF:
    """Return where the handle at an arrow's first end is: not on that of the card, at its right side, nor on a label.
    """
    way = QLineF(*line[:2].ravel().tolist())
    if way.dx() <= 0:
        return way.p1()
    point = way.pointAt(min(_FROM_END / way.length(), 0.5))
    if label.isValid() and label.adjusted(-HANDLE, 0, HANDLE, 0).contains(point):
        point.setX(min(label.right() + HANDLE + 2, way.x2()))
    return point


def handle_at(view: CanvasView, at: QPointF) -> tuple[str, str, str] | None:
    """Return what a gesture from the handle at a point starts with, or None."""
    reach = HANDLE + 4 / view.zoom
    for point, *what in handles(view):
        if (point - at).manhattanLength() <= reach:
            return what[0], what[1], what[2]
    return None


# -- buttons: what can be added to the selected stage or card ----------------------------------------------------------


def buttons(view: CanvasView) -> list[tuple[QRectF, str, str, Callable[[], None]]]:
    """Return (box, sign, tip, action) of the buttons over the selected stage or card."""
    if view.blank or len(view.selection.ids) != 1:
        return []
    record = next(iter(commands.selected(view)), None)
    box = view.picture.box(record.id) if isinstance(record, (Stage, Touchpoint)) else None
    if box is None:
        return []
    # As large as the gap above the card lets them be: they must not hide the card before.
    size = BUTTON / min(max(view.zoom, 0.9), 1.0)
    offered: list[tuple[str, str, Callable[[], None]]] = [
        ("touchpoint", view.tr("Add touch point"), view.add_touchpoint),
        ("challenge", view.tr("Add challenge"), view.add_challenge),
        ("metric", view.tr("Add metric"), view.add_metric),
        ("opportunity", view.tr("Add opportunity"), view.add_opportunity),
    ]
    left = box[0] + box[2] - len(offered) * (size + 4) + 4
    top = box[1] - size - 2
    return [(QRectF(left + i * (size + 4), top, size, size), *what) for i, what in enumerate(offered)]


def _paint_button(view: CanvasView, painter: QPainter, box: QRectF, kind: str) -> None:
    from journey_editor.drawing.glyphs import paint_sign

    painter.setPen(QPen(QColor(view.look.border), 1))
    painter.setBrush(QColor(view.look.card))
    painter.drawEllipse(box)
    centre = box.center()
    if kind == "touchpoint":
        painter.setPen(QPen(QColor(view.look.selection), 1.6))
        painter.drawLine(centre - QPointF(5, 0), centre + QPointF(5, 0))
        painter.drawLine(centre - QPointF(0, 5), centre + QPointF(0, 5))
    else:
        paint_sign(painter, kind, centre.x() - 6, centre.y() - 6, view.look)


def new_stage_box(view: CanvasView) -> QRectF | None:
    """Return where the ghost header stands that adds a stage at the end."""
    if view.blank or not view.picture.in_columns or not view.picture.stage_ids:
        return None
    picture = view.picture
    left, top, width, _ = picture.stage_boxes[-1]
    return QRectF(left + width + 56, top, 110, picture.header_height)


def _paint_new_stage(view: CanvasView, painter: QPainter) -> None:
    from journey_editor.drawing.text import LABEL, font

    box = new_stage_box(view)
    if box is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(view.look.border), 1.4, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 8, 8)
    painter.setFont(font(LABEL))
    painter.setPen(QColor(view.look.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "+ " + view.tr("Stage"))


def button_at(view: CanvasView, at: QPointF) -> tuple[str, Callable[[], None]] | None:
    """Return (tip, action) of the button at a point, or None."""
    if view.zoom < _CONTROLS_FROM:
        return None
    for box, _, tip, action in buttons(view):
        if box.contains(at):
            return tip, action
    new_stage = new_stage_box(view)
    if new_stage is not None and new_stage.contains(at):
        return view.tr("Add stage"), lambda: commands.add_stage(view, len(view.document.journey.stages))
    return None


def press_button(view: CanvasView, at: QPointF) -> bool:
    """Do what the button at a point does; return False where there is none."""
    found = button_at(view, at)
    if found is None:
        return False
    found[1]()
    return True
