"""Cards glide to where a change has put them, where the system animates its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from journey_editor.model import Flow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journey_editor.drawing.picture import Picture

    from .following import FollowingView

_LONGEST = 180
_LARGEST = 2000
_MOST = 120
"""With more cards in view than this on their way, a glide would stutter: they stand where they are to stand at once."""


class Motion:
    """One glide at a time; what is on its way is `hidden` from the still layer and painted by `paint`."""

    def __init__(self, view: FollowingView) -> None:
        self._view = view
        self._from: dict[str, QPointF] = {}
        self.hidden: frozenset[str] = frozenset()
        self._animation = QVariantAnimation(view)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda _share: view.viewport().update())
        self._animation.finished.connect(self.stop)

    @property
    def wanted(self) -> bool:
        """Whether the system wants animations, and somebody would see one."""
        from journey_editor.drawing.painter import TEXT_FROM

        picture = self._view.picture
        return (len(picture.card_ids) <= _LARGEST and self._view.isVisible()
                and self._view.zoom >= TEXT_FROM and self._duration() > 0)

    def _duration(self) -> int:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return min(self._view.style().styleHint(hint, None, self._view), _LONGEST)

    def begin(self, before: Mapping[str, QPointF]) -> None:
        """Let the cards go from where they were (top left, map units) to where the picture has them now."""
        self.stop()
        picture, area = self._view.picture, self._view.visible_area()
        start = {}
        for id_, at in before.items():
            if id_ not in picture.card_index:
                continue
            box = QRectF(*picture.card_boxes[picture.card_index[id_]].tolist())
            seen = box.intersects(area) or QRectF(at, box.size()).intersects(area)
            if seen and (box.topLeft() - at).manhattanLength() > 1:
                start[id_] = at
        if not 0 < len(start) <= _MOST:
            return
        journey = self._view.document.journey
        flows = {flow.id for id_ in start for flow in (*journey.flows_from(id_), *journey.flows_into(id_))}
        self._from, self.hidden = start, frozenset(start) | flows
        self._animation.setDuration(self._duration())
        self._animation.start()

    def stop(self) -> None:
        """Let everything stand where it is to stand."""
        if self.hidden:
            self._from, self.hidden = {}, frozenset()
            self._animation.stop()
            self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint what is on its way, with a painter in map units."""
        from journey_editor.drawing.arrows import WIDTH, paint_flow
        from journey_editor.drawing.flow_lines import stretched

        view, picture = self._view, self._view.picture
        left = 1.0 - float(self._animation.currentValue() or 0.0)
        offsets = {id_: (at - _top_left(picture, id_)) * left for id_, at in self._from.items()}
        still = QPointF()
        for id_ in self.hidden - self._from.keys():
            flow, i = view.document.journey.get(id_), picture.arrows.index.get(id_)
            if isinstance(flow, Flow) and i is not None:
                first, last = offsets.get(flow.source, still), offsets.get(flow.target, still)
                line = stretched(picture.arrows.line(i), (first.x(), first.y()), (last.x(), last.y()))
                paint_flow(painter, picture.arrows, i, view.look, width=max(WIDTH, 1 / view.zoom), line=line)
        for id_, offset in offsets.items():
            view.paint_card_at(painter, id_, _top_left(picture, id_) + offset)


def _top_left(picture: Picture, id_: str) -> QPointF:
    return QPointF(*picture.card_boxes[picture.card_index[id_], :2].tolist())
