"""The map on pages of paper, each with the row labels, the headers of its stages, the title and its number."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from journey_editor.drawing import legend, text
from journey_editor.drawing.arrows import paint_label
from journey_editor.drawing.bands import band_blocks
from journey_editor.drawing.blocks import COLUMN_WIDTH, PAD, Block, Part
from journey_editor.drawing.cards import paint_header, paint_lines
from journey_editor.drawing.looks import LIGHT, Look
from journey_editor.drawing.painter import paint
from journey_editor.drawing.picture import GAP, Picture
from journey_editor.drawing.row_labels import paint_row_label, scale_of
from journey_editor.drawing.text import LABEL, MAP_TITLE, SMALL
from journey_editor.model import Flow
from journey_editor.model.vocabulary import label

from .cutting import LARGEST, LEGIBLE, PagePlan, Strip, header_room, label_room, plan_pages

Orientation = QPageLayout.Orientation

LOOK = replace(LIGHT, background="#ffffff", column="#eef1f6")
"""The light look on white ground: what a document or a slide is made of."""

PAPERS = {"A5": QPageSize.PageSizeId.A5, "A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3,
          "Letter": QPageSize.PageSizeId.Letter, "Legal": QPageSize.PageSizeId.Legal,
          "Tabloid": QPageSize.PageSizeId.Tabloid}

_MARGIN = 28.0
"""10 mm, in points: most printers reach that far."""
_TEXT, _FOOT_TEXT = 0.75, 0.65
"""Points a unit of what stands around the map, whatever the map's own scale."""
_FOOT = 18.0
_LEGEND = 1 / 3
"""How much of a page's height the legend may take: more tracks than that has room for are not entries."""
_FADE, _SHADES = 4.0, 4
_OVERHANG = 10.0
"""How far labels may be beside what a page shows of the map, in map units."""
_LONGEST_PAGE = 14_400.0


class OnePage:
    """The whole map on one page, as large as it is."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        _, _, width, height = picture.bounds
        self._scale = min(LARGEST, _LONGEST_PAGE / max(width, height))
        size = QSizeF(width * self._scale, height * self._scale)
        self.layout = QPageLayout(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch),
                                  Orientation.Portrait, QMarginsF())

    def __len__(self) -> int:
        return 1

    def paint(self, painter: QPainter, number: int = 0, look: Look = LOOK) -> None:
        """Paint the page with a painter whose unit is a point."""
        paint_whole(self.picture, painter, look, self._scale)


class Pages:
    """The map on as few pages of a paper as it can be read on. `layout` is the paper, with its orientation."""

    def __init__(self, picture: Picture, paper: str, orientation: QPageLayout.Orientation | None = None) -> None:
        """`paper` is one of `PAPERS`; without an `orientation` the better one is taken."""
        ways = [orientation] if orientation is not None else [Orientation.Landscape, Orientation.Portrait]
        found = [_planned(picture, _layout(paper, way)) for way in ways]
        self.plan, self.layout, self.picture = min(found, key=lambda one: (not one[0].legible, one[0].worth))
        self._room = _room(self.layout)
        self._rows = self.picture.row_labels()
        self.labels = _labels_by_strip(self.picture, [strip for page in self.plan.pages for strip in page])

    def __len__(self) -> int:
        return len(self.plan.pages)

    def paint(self, painter: QPainter, number: int, look: Look = LOOK) -> None:
        """Paint a page, counted from 0, with a painter whose unit is a point and begins where the margins end."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        head = self._paint_head(painter, first=number == 0, look=look)
        if len(self) > 1:
            self._paint_foot(painter, number, look)
        before = sum(len(page) for page in self.plan.pages[:number])
        for place, strip in enumerate(self.plan.pages[number], before):
            painter.save()
            painter.translate(0, head)
            painter.scale(self.plan.scale, self.plan.scale)
            painter.translate(*strip.at)
            self._paint_strip(painter, strip, self.labels[place], look)
            painter.restore()

    def _paint_strip(self, painter: QPainter, strip: Strip, labels: dict[int, list[float]], look: Look) -> None:
        above = header_room(self.picture) if strip.above else 0.0
        area = QRectF(QPointF(strip.x[0], strip.y[0]), QPointF(strip.x[1], strip.y[1]))
        self._paint_labels(painter, strip, above, look)
        painter.translate(label_room(self.picture) - area.left(), 0)
        painter.save()
        painter.translate(0, above - area.top())
        painter.setClipRect(area)
        paint(_shown(self.picture, strip), painter, area, 1.0, look, without=_only_beside(self.picture, strip, labels))
        self._paint_fades(painter, strip, area, look)
        painter.setClipping(False)
        for k, box in labels.items():
            paint_label(painter, self.picture.arrows, self.picture.arrows.labelled[k], QRectF(*box), look)
        painter.restore()
        painter.translate(0, 0 if strip.above else -area.top())
        self._paint_headers(painter, strip, look)

    # -- around the map ----------------------------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, first: bool, look: Look) -> float:
        """Paint the title, on the first page with the legend; return how high that is, in points."""
        painter.save()
        painter.scale(_TEXT, _TEXT)
        info = self.picture.journey.info
        if first:
            title, under, entries = _head(self.picture, self._room)
            y = _write(painter, title, 0.0, MAP_TITLE, look.text)
            y = _write(painter, under, y, SMALL, look.muted)
            for part in entries:
                legend.paint(painter, replace(part, y=part.y + y + 4.0), look, self.picture.colors)
            high = _head_height(self.picture, self._room)
        else:
            line = text.elide(" ".join(info.title.split()), LABEL, self._room.width() / _TEXT)
            high = (_write(painter, (line,), 0.0, LABEL, look.muted) + 8.0) * _TEXT if line else 0.0
        painter.restore()
        return high

    def _paint_foot(self, painter: QPainter, number: int, look: Look) -> None:
        """Paint which stages the page shows, and its number."""
        language = self.picture.journey.info.language
        strips = self.plan.pages[number]
        stages = [i for i, (left, _, width, _) in enumerate(self.picture.stage_boxes.tolist(), 1)
                  if any(left < strip.x[1] and left + width > strip.x[0] for strip in strips)]
        stages = stages if self.picture.in_columns else []
        words = f"{label('stages', language)} {stages[0]}–{stages[-1]}" if len(stages) > 1 else ""
        if len(stages) == 1:
            words = f"{label('life_cycle_stage', language)} {stages[0]}"
        count = label("page_of", language).format(page=number + 1, pages=len(self))
        painter.save()
        painter.translate(0, self._room.height() - SMALL.line * _FOOT_TEXT)
        painter.scale(_FOOT_TEXT, _FOOT_TEXT)
        _write(painter, (words,), 0.0, SMALL, look.muted)
        painter.translate(self._room.width() / _FOOT_TEXT - text.advance(count, SMALL), 0)
        _write(painter, (count,), 0.0, SMALL, look.muted)
        painter.restore()

    # -- beside the map ----------------------------------------------------------------------------------------------

    def _paint_labels(self, painter: QPainter, strip: Strip, above: float, look: Look) -> None:
        """Paint the row labels, each beside what the strip shows of its row."""
        scale = scale_of(self._rows, len(self.picture.lanes) or 1)
        for k, (word, (_, top, width, height)) in enumerate(self._rows):
            if k == 0 and strip.above:
                box = QRectF(0, top, width, height)
            else:
                start, stop = max(top, strip.y[0]), min(top + height, strip.y[1])
                if stop - start < LABEL.line:
                    continue
                box = QRectF(0, start - strip.y[0] + above, width, stop - start)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.label))
            painter.drawRoundedRect(box, 8, 8)
            paint_row_label(painter, word, box, look, 1.0, scale)

    def _paint_headers(self, painter: QPainter, strip: Strip, look: Look) -> None:
        """Paint headers again above what goes on from the page before: all of them, or that of a stage that was cut."""
        picture = self.picture
        if not picture.in_columns:
            return
        for id_, (left, _, width, _) in zip(picture.stage_ids, picture.stage_boxes.tolist(), strict=True):
            start, stop = max(left, strip.x[0]), min(left + width, strip.x[1])
            if stop <= start or not (strip.above or start > left):
                continue
            painter.save()
            painter.translate(start, 0)
            paint_header(painter, picture.blocks[id_], stop - start, picture.header_height, look)
            painter.restore()

    def _paint_fades(self, painter: QPainter, strip: Strip, area: QRectF, look: Look) -> None:
        """Let what goes on elsewhere fade at the edges; headers do not, nor columns from top to bottom."""
        top = area.top() if strip.above else max(area.top(), header_room(self.picture))
        area = QRectF(QPointF(area.left(), top), area.bottomRight())
        depth = _FADE / _SHADES
        freely = not self.picture.in_columns
        for i in range(_SHADES):
            # Of one colour each, since PDF readers paint a gradient's transparency as none.
            shade = QColor(look.background)
            shade.setAlphaF((1 - i / _SHADES) ** 1.5)
            for on, (left, top, right, bottom) in (
                    (strip.before, (i * depth, 0, (i + 1) * depth - area.width(), 0)),
                    (strip.after, (area.width() - (i + 1) * depth, 0, -i * depth, 0)),
                    (strip.above and freely, (0, i * depth, 0, (i + 1) * depth - area.height())),
                    (strip.below and freely, (0, area.height() - (i + 1) * depth, 0, -i * depth))):
                if on:
                    painter.fillRect(area.adjusted(left, top, right, bottom), shade)


def paint_whole(picture: Picture, painter: QPainter, look: Look, scale: float) -> None:
    """Paint the whole map from (0, 0) on its ground, at a scale."""
    x, y, width, height = picture.bounds
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-x, -y)
    painter.fillRect(QRectF(x, y, width, height), QColor(look.background))
    paint(picture, painter, QRectF(x, y, width, height), 1.0, look)


def paint_pages(pages: Pages | OnePage, device: QPagedPaintDevice, look: Look = LOOK) -> bool:
    """Paint the pages on a device whose page layout is theirs; return whether that is possible."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / 72
    # A printer may have wider margins than it was asked for.
    begin = _room(pages.layout).topLeft() - _room(device.pageLayout()).topLeft()
    for number in range(len(pages)):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.translate(begin)
        pages.paint(painter, number, look)
        painter.restore()
    return painter.end()


def _layout(paper: str, orientation: QPageLayout.Orientation) -> QPageLayout:
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(QPageSize(PAPERS[paper]), orientation, margins, QPageLayout.Unit.Point)


def _room(layout: QPageLayout) -> QRectF:
    return layout.paintRect(QPageLayout.Unit.Point)


def _planned(picture: Picture, layout: QPageLayout) -> tuple[PagePlan, QPageLayout, Picture]:
    """Return the pages with what they are cut from: the picture, its rows made to fit them."""
    room = _room(layout)
    picture = _without_long_lines(picture, room.width())
    height = room.height() - _head_height(picture, room) - _FOOT
    return plan_pages(picture, room.width(), height, _FOOT), layout, picture


def _head_height(picture: Picture, room: QRectF) -> float:
    """Return how high the title and the legend are, in points."""
    title, under, entries = _head(picture, room)
    high = (entries[-1].y + entries[-1].height + 6.0 if entries else 0.0) + (8.0 if title or under else 0.0)
    return _TEXT * (len(title) * MAP_TITLE.line + len(under) * SMALL.line + high)


def _head(picture: Picture, room: QRectF) -> tuple[tuple[str, ...], tuple[str, ...], list[Part]]:
    """Return the lines of title and organisation, and the legend, as there is room for them on a page."""
    info, width, most = picture.journey.info, room.width() / _TEXT, room.height() / _TEXT * _LEGEND
    return (text.wrap(info.title, MAP_TITLE, width, 2) if info.title else (),
            text.wrap(info.organisation, SMALL, width, 2) if info.organisation else (),
            [part for part in legend.parts(picture, width) if part.y + part.height <= most])


def _write(painter: QPainter, lines: tuple[str, ...], y: float, style: text.Style, colour: str) -> float:
    """Write lines from (0, y) on; return where the next one would begin."""
    height = len(lines) * style.line
    paint_lines(painter, Part("", "", 0, y, 0, height, lines, style), 0, y, QColor(colour))
    return y + height


def _without_long_lines(picture: Picture, width: float) -> Picture:
    """Return the picture; where a stage is wider than a page (in points), with rows whose texts stay on its first page.
    """
    room = width / LEGIBLE - label_room(picture)
    if not picture.in_columns or all(width <= room for width in picture.stage_boxes[:, 2].tolist()):
        return picture
    boxes = picture.stage_boxes.copy()
    # No farther than the first card: what is beside that is seen on the next page, too.
    boxes[boxes[:, 2] > room, 2] = COLUMN_WIDTH - PAD
    made = copy(picture)
    made.bands = band_blocks(picture.journey, picture.stage_ids, boxes)
    y = picture.bottom + GAP
    for band in made.bands:
        band.top = y
        y += band.height + GAP
    return made


def _labels_by_strip(picture: Picture, strips: list[Strip]) -> list[dict[int, list[float]]]:
    """Return, strip by strip, the labels of arrows that it shows, by number, with their boxes (x y w h).

    One that would be cut wherever it is shown is moved a little, into the strip that shows most of it.
    """
    found: list[dict[int, list[float]]] = [{} for _ in strips]
    for k, box in enumerate(picture.arrows.label_boxes.tolist()):
        moved = [_into(box, strip) for strip in strips]
        ways = [abs(new[0] - box[0]) + abs(new[1] - box[1]) for new in moved]
        least = min(ways)
        for n in [n for n, way in enumerate(ways) if way == 0] if least == 0 else [ways.index(least)]:
            found[n][k] = moved[n]
    return found


def _into(box: list[float], strip: Strip) -> list[float]:
    """Return where a label is whole on a strip, as near as can be to where it is."""
    x, y, width, height = box
    left, right = strip.x[0] - _OVERHANG, strip.x[1] + _OVERHANG
    return [max(min(x, right - width), left), max(min(y, strip.y[1] - height), strip.y[0]), width, height]


def _only_beside(picture: Picture, strip: Strip, labels: Iterable[int]) -> frozenset[str]:
    """Return the arrows of other pages that only come by beside what stands on a strip, but those with labels there.

    Nobody could follow them.
    """
    if not strip.cards:
        return frozenset()
    left, top, width, height = picture.card_boxes[strip.cards].T
    x0, y0, x1, y1 = picture.arrows.bounds.T
    beside = (x1 <= left.min()) | (x0 >= (left + width).max()) | (y1 <= top.min()) | (y0 >= (top + height).max())
    journey, here = picture.journey, {picture.card_ids[i] for i in strip.cards}
    beside[[picture.arrows.labelled[k] for k in labels]] = False
    flows = [journey.find(picture.arrows.ids[i], Flow) for i in beside.nonzero()[0].tolist()]
    return frozenset(flow.id for flow in flows if flow.source not in here and flow.target not in here)


def _shown(picture: Picture, strip: Strip) -> Picture:
    """Return the picture with only those cards, marks and notes that a strip shows, without labels."""
    made = copy(picture)
    made.card_ids = [picture.card_ids[i] for i in strip.cards]
    made.card_boxes = picture.card_boxes[strip.cards]
    made.card_index = {id_: i for i, id_ in enumerate(made.card_ids)}
    made.marks = [picture.marks[i] for i in strip.marks]
    made.mark_boxes = picture.mark_boxes[strip.marks]
    made.notes, made.title, made.legend = strip.notes, [], []
    if strip.above or strip.below:
        made.bands = [replace(band, blocks=[_shown_block(block, band.top, strip.y) for block in band.blocks])
                      for band in picture.bands]
    # Row labels are painted beside it; these are not to be seen.
    made.left = strip.x[0] - 2 * label_room(picture)
    made.arrows = replace(picture.arrows, labelled=[], label_boxes=picture.arrows.label_boxes[:0])
    return made


def _shown_block(block: Block, top: float, y: tuple[float, float]) -> Block:
    """Return a block that begins at `top`, with only those parts that are whole between two heights."""
    return replace(block, parts=[part for part in block.parts
                                 if y[0] <= top + part.y and top + part.y + part.height <= y[1]])
