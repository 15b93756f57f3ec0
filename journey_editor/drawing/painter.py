"""The one painter: screen, pictures and print all call `paint`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from math import inf

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QTransform

from journey_editor.model import Touchpoint
from journey_editor.model.vocabulary import label

from . import arrows as flows
from . import legend
from .blocks import PAD, Block, Part
from .bulk import draw_boxes
from .cards import BAR, BAR_PART, bar_colour, paint_card, paint_header, paint_lines, paint_mark, paint_note, paint_part
from .curve import Curve
from .flow_lines import HEAD_ROOM, touching
from .glyphs import paint_face
from .looks import Look, blend
from .picture import GAP, Picture
from .row_labels import paint_row_label, scale_of
from .text import LABEL, SMALL, font

TEXT_FROM = 0.36
"""From this zoom on, cards tell what they hold; below they are boxes."""
BOXES_BELOW = 0.2
"""Below this zoom, arrows are shades."""
FACES_FROM = 0.09
"""Below this zoom, the faces on the emotion curve are smaller than two pixels."""
_FADES = {"text": (TEXT_FROM, 0.39), "header": (BOXES_BELOW, 0.28), "border": (BOXES_BELOW, 0.56), "bar": (0.09, 0.14),
          "boxes": (0.024, 0.05)}
"""Between which zooms a detail comes in by and by."""
_MOST_PIXELS = 8_000_000
"""Of cards' pictures that are kept: several windows full."""


def shown(detail: str, zoom: float) -> float:
    """Return how much of a detail is shown at a zoom: 0 for none, 1 for all."""
    none, whole = _FADES[detail]
    return min(max((zoom - none) / (whole - none), 0.0), 1.0)


class CardCache:
    """Cards as pixmaps for one zoom and look: painting one again costs a twentieth of drawing it."""

    def __init__(self) -> None:
        self._key: tuple[float, str] = (0.0, "")
        self._pixmaps: dict[int, tuple[Block, QPixmap]] = {}
        self._pixels = 0

    def pixmap(self, block: Block, scale: float, look: Look, colours: dict[str, str], detail: float = 1.0) -> QPixmap:
        """Return the card's picture in device pixels at `scale`, with a margin of one map unit around it."""
        if self._key != (scale, look.name):
            self._key = (scale, look.name)
            self.clear()
        # The block itself is kept beside its picture, so that its address stays its own.
        found = self._pixmaps.get(id(block))
        if found is None:
            pixmap = QPixmap(int(np.ceil((block.width + 2) * scale)) + 1, int(np.ceil((block.height + 2) * scale)) + 1)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            painter.translate(1, 1)
            paint_card(painter, block, look, colours, detail)
            painter.end()
            found = self._pixmaps[id(block)] = (block, pixmap)
            self._pixels += pixmap.width() * pixmap.height()
            while self._pixels > _MOST_PIXELS and len(self._pixmaps) > 1:
                oldest = self._pixmaps.pop(next(iter(self._pixmaps)))[1]
                self._pixels -= oldest.width() * oldest.height()
        return found[1]

    def clear(self) -> None:
        """Forget all pictures (colours have changed)."""
        self._pixmaps.clear()
        self._pixels = 0


def paint(picture: Picture, painter: QPainter, area: QRectF, zoom: float, look: Look, *, cache: CardCache | None = None,
          without: Collection[str] = (), device_ratio: float = 1.0) -> None:
    """Paint the part of the picture in `area` (map units) with a painter that is already in map units.

    `zoom` decides how much is shown: below 0.36 titles become boxes. `without` leaves out cards and flows that are
    being dragged. `cache` is for the screen only; files are drawn in full.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    near = zoom >= TEXT_FROM
    detail = shown("text", zoom)
    if picture.in_columns:
        _paint_columns(picture, painter, area, look, zoom)
        _paint_rows(picture, painter, area, look, detail, zoom)
        _paint_lanes(picture, painter, area, look, detail)
        _paint_marks(picture, painter, area, look, detail)
    if zoom < BOXES_BELOW:
        flows.paint_far(painter, picture.arrows, area, look, without, device_ratio)
    elif cache is not None:
        flows.paint_near(painter, picture.arrows, area, look, without)
    else:
        _paint_flows(picture, painter, area, look, without)
    _paint_headers(picture, painter, area, look, zoom)
    visible = within(picture.card_boxes, area)
    if near:
        _paint_cards(picture, painter, visible, zoom * device_ratio, look, cache, without, detail)
        painter.setOpacity(detail)
        _paint_labels(picture, painter, area, look, without)
        painter.setOpacity(1.0)
    else:
        _paint_boxes(picture, painter, visible, look, zoom, without)
    for part in _touched(picture.notes, area):
        paint_note(painter, part, picture.note_colors.get(part.id, ""), look)
    for part in _touched(picture.title, area):
        paint_lines(painter, part, part.x, part.y, QColor(look.text if part.kind == "title" else look.muted))
    for part in _touched(picture.legend, area):
        legend.paint(painter, part, look, picture.colors)


def _touched(parts: Iterable[Part], area: QRectF) -> list[Part]:
    """Return the parts that an area touches."""
    return [part for part in parts if area.intersects(QRectF(part.x, part.y, part.width, part.height))]


def within(boxes: np.ndarray, area: QRectF) -> np.ndarray:
    """Return the indices of the boxes (n, 4) that an area touches."""
    return np.flatnonzero((boxes[:, 0] < area.right()) & (boxes[:, 0] + boxes[:, 2] > area.left())
                          & (boxes[:, 1] < area.bottom()) & (boxes[:, 1] + boxes[:, 3] > area.top()))


def _paint_columns(picture: Picture, painter: QPainter, area: QRectF, look: Look, zoom: float) -> None:
    top = picture.header_height + GAP / 2
    stages = picture.stage_boxes.copy()
    stages[:, 1], stages[:, 3] = top, picture.bottom - top
    if zoom < BOXES_BELOW:
        # The corners are less than two pixels wide; softened edges of columns as high as the map take long.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.column))
        draw_boxes(painter, stages[within(stages, area)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.column))
    for box in stages[within(stages, area)].tolist():
        painter.drawRoundedRect(QRectF(*box), 8, 8)


def _paint_headers(picture: Picture, painter: QPainter, area: QRectF, look: Look, zoom: float) -> None:
    boxes = picture.header_boxes()
    for i in within(boxes, area).tolist():
        left, top, width, height = boxes[i].tolist()
        painter.save()
        painter.translate(left, top)
        paint_header(painter, picture.blocks[picture.stage_ids[i]], width, height, look, shown("header", zoom))
        painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_rows(picture: Picture, painter: QPainter, area: QRectF, look: Look, detail: float, zoom: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, zoom >= BOXES_BELOW)
    rows = picture.row_labels()
    scale = scale_of(rows, len(picture.lanes) or 1)
    for word, (left, top, width, height) in rows:
        box = QRectF(left, top, width, height)
        if box.intersects(area):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.label))
            painter.drawRoundedRect(box, 8, 8)
            paint_row_label(painter, word, box, look, zoom, scale)
    for band in picture.bands:
        for i, (left, _, width, _) in enumerate(picture.stage_boxes):
            box = QRectF(left, band.top, width, band.height)
            if box.intersects(area):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.column))
                painter.drawRoundedRect(box, 8, 8)
                if detail and band.blocks:
                    painter.setOpacity(detail)
                    _paint_entries(painter, band.blocks[i], left, band.top, area, look, picture.colors)
                    painter.setOpacity(1.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if picture.curve and picture.curve.points:
        _paint_curve(picture, picture.curve, painter, area, look, zoom)


def _paint_entries(painter: QPainter, block: Block, left: float, top: float, area: QRectF, look: Look,
                   colours: dict[str, str]) -> None:
    for part in block.parts:
        x, y = left + part.x, top + part.y
        if area.intersects(QRectF(x, y, part.width, part.height)):
            paint_part(painter, part, x, y, look, colours)


def _paint_lanes(picture: Picture, painter: QPainter, area: QRectF, look: Look, detail: float) -> None:
    """Paint the lines between swimlanes; the one before what is backstage is the line of visibility."""
    if not picture.lanes:
        return
    left = float(picture.stage_boxes[0, 0])
    right = float((picture.stage_boxes[:, 0] + picture.stage_boxes[:, 2]).max())
    for id_, (_, y, _, _) in list(picture.lanes.items())[1:]:
        if not area.top() - LABEL.line < y < area.bottom() + LABEL.line:
            continue
        visibility = id_ == "backstage"
        colour = QColor(look.label_text if visibility else look.border)
        painter.setPen(QPen(colour, 1.6 if visibility else 1.2,
                            Qt.PenStyle.DashLine if visibility else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        if visibility and detail:
            painter.setOpacity(detail)
            painter.setFont(font(SMALL))
            painter.drawText(QPointF(left + 6, y - 4), label("visibility", picture.journey.info.language))
            painter.setOpacity(1.0)


def _paint_marks(picture: Picture, painter: QPainter, area: QRectF, look: Look, detail: float) -> None:
    """Paint the marks of cards in the lanes of their further roles."""
    for i in within(picture.mark_boxes, area).tolist():
        card, role, box = picture.marks[i]
        title = " ".join(picture.journey.find(card, Touchpoint).title.split())
        paint_mark(painter, QRectF(*box), title, QColor(picture.colors[role]), look, detail)


def _paint_curve(picture: Picture, curve: Curve, painter: QPainter, area: QRectF, look: Look, zoom: float) -> None:
    band = next(band for band in picture.bands if band.key == "emotion")
    if not area.intersects(QRectF(area.x(), band.top, area.width(), band.height)):
        return
    left, right = picture.stage_boxes[0, 0], picture.stage_boxes[-1, 0] + picture.stage_boxes[-1, 2]
    painter.setPen(QPen(QColor(look.border), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(left, curve.middle), QPointF(right, curve.middle))
    # From the last point left of the area to the first one right of it.
    first = max(bisect_left(curve.points, (area.left(),)) - 1, 0)
    points = curve.points[first:bisect_right(curve.points, (area.right(), inf)) + 1]
    path = curve_path(points)
    if len(points) > 1:
        fill = QPainterPath(path)
        fill.lineTo(QPointF(points[-1][0], curve.middle))
        fill.lineTo(QPointF(points[0][0], curve.middle))
        shade = QLinearGradient(0, band.top, 0, band.top + band.height)
        # Mixed, not transparent: PDF readers paint a gradient's transparency as none.
        for at, colour, part in ((0.0, look.pleasant, 0.3), (0.5, look.neutral, 0.06), (1.0, look.unpleasant, 0.3)):
            shade.setColorAt(at, blend(QColor(look.column), QColor(colour), part))
        painter.fillPath(fill, shade)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(blend(QColor(look.text), QColor(look.muted), 0.5), 2))
    painter.drawPath(path)
    if zoom < FACES_FROM:
        return
    for (x, y), value in zip(curve.points, curve.values, strict=True):
        if area.left() - 9 < x < area.right() + 9:
            paint_face(painter, QRectF(x - 9, y - 9, 18, 18), value, look)


def curve_path(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """Return a smooth path through points whose x grows; it never swings past a point's height."""
    path = QPainterPath(QPointF(*points[0]))
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        half = (x0 + x1) / 2
        path.cubicTo(QPointF(half, y0), QPointF(half, y1), QPointF(x1, y1))
    return path


def _paint_flows(picture: Picture, painter: QPainter, area: QRectF, look: Look, without: Collection[str]) -> None:
    arrows = picture.arrows
    if not arrows.ids:
        return
    room = area.adjusted(-HEAD_ROOM, -HEAD_ROOM, HEAD_ROOM, HEAD_ROOM)
    box = np.array([room.left(), room.top(), room.right(), room.bottom()])
    for i in np.unique(arrows.owner[touching(arrows.shape, box)]).tolist():
        if arrows.ids[i] not in without:
            flows.paint_flow(painter, arrows, i, look)


def _paint_labels(picture: Picture, painter: QPainter, area: QRectF, look: Look, without: Collection[str]) -> None:
    arrows = picture.arrows
    for k in within(arrows.label_boxes, area).tolist():
        i = arrows.labelled[k]
        if arrows.ids[i] not in without:
            flows.paint_label(painter, arrows, i, QRectF(*arrows.label_boxes[k]), look)


def _paint_cards(picture: Picture, painter: QPainter, visible: np.ndarray, scale: float, look: Look,
                 cache: CardCache | None, without: Collection[str], detail: float) -> None:
    colours = picture.colors
    transform = painter.transform()
    left = [i for i in visible.tolist() if picture.card_ids[i] not in without]
    if cache is None:
        for i in left:
            painter.save()
            painter.translate(*picture.card_boxes[i, :2])
            paint_card(painter, picture.blocks[picture.card_ids[i]], look, colours, detail)
            painter.restore()
        return
    painter.save()
    painter.resetTransform()
    for i in left:
        paint_cached(painter, transform, picture.blocks[picture.card_ids[i]], tuple(picture.card_boxes[i, :2].tolist()),
                     scale, look, colours, cache, detail)
    painter.restore()


def paint_cached(painter: QPainter, transform: QTransform, block: Block, at: tuple[float, float], scale: float,
                 look: Look, colours: dict[str, str], cache: CardCache, detail: float = 1.0) -> None:
    """Paint a card's kept picture with its top left at a map point; `transform` leads from there to the painter.

    `scale` is in device pixels a map unit.
    """
    # The painter's unit is the logical pixel; pictures are in device pixels and must fall on whole ones.
    ratio = scale / transform.m11()
    pixmap = cache.pixmap(block, scale, look, colours, detail)
    pixmap.setDevicePixelRatio(ratio)
    place = transform.map(QPointF(at[0] - 1, at[1] - 1))
    painter.drawPixmap(QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio), pixmap)


def _paint_boxes(picture: Picture, painter: QPainter, visible: np.ndarray, look: Look, zoom: float,
                 without: Collection[str]) -> None:
    """Paint cards as boxes with a bar for the title; far away they go over into one block a stage."""
    if without:
        hidden = [picture.card_index[id_] for id_ in without if id_ in picture.card_index]
        visible = visible[~np.isin(visible, hidden)]
    if not len(visible):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    single, card = shown("boxes", zoom), QColor(look.card)
    block = blend(QColor(look.column), card, 0.6)
    if single < 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(QColor(look.column), block, 1 - single))
        draw_boxes(painter, picture.stage_blocks)
    if single > 0:
        border = shown("border", zoom)
        painter.setPen(QPen(blend(card, QColor(look.border), border), 0) if border else Qt.PenStyle.NoPen)
        painter.setBrush(blend(block, card, single))
        boxes = picture.card_boxes[visible]
        draw_boxes(painter, boxes)
        if shown("bar", zoom):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(card, bar_colour(look), shown("bar", zoom)))
            # On whole pixels, or some would be a pixel thicker than others.
            draw_boxes(painter, np.column_stack([boxes[:, 0] + PAD, np.round((boxes[:, 1] + BAR[0]) * zoom) / zoom,
                                                 boxes[:, 2] * BAR_PART,
                                                 np.full(len(boxes), max(round(BAR[1] * zoom), 1) / zoom)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
