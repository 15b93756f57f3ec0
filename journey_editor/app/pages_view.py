"""Pages below one another, as they will be on paper."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPageLayout, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from journey_editor.publish.pages import OnePage, Pages

_MARGIN, _GAP = 24, 20
_SHADOW = 5


class PagesView(QAbstractScrollArea):
    """Shows pages, each as large as there is room for. `turned(int)` tells which is now the `current`, from 0 on."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | OnePage | None = None
        self._scale = 1.0
        self.current = 0
        self.setMinimumSize(320, 240)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    def show_pages(self, pages: Pages | OnePage) -> None:
        """Show other pages, from the first on."""
        self._pages = pages
        # Not as needed: pages would change their size as it comes and goes.
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if len(pages) > 1 else off)
        self._fit()
        self.go_to(0)
        self.viewport().update()
        self._tell()

    def go_to(self, number: int) -> None:
        """Show a page, counted from 0."""
        room = self.viewport().height() - self._box(0).height()
        self.verticalScrollBar().setValue(round(self._box(number).top() - max(room, 2 * _GAP) / 2))

    def _tell(self) -> None:
        """Find out which page most is seen of."""
        count = len(self._pages) if self._pages is not None else 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        self.current = max(bisect_right([self._box(i).top() - _GAP / 2 for i in range(count)], middle) - 1, 0)
        self.turned.emit(self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the room that there is now."""
        if self._pages is not None:
            current = self.current
            self._fit()
            self.go_to(current)

    def _fit(self) -> None:
        assert self._pages is not None
        page, room = self._pages.layout.fullRect(QPageLayout.Unit.Point), self.viewport().size()
        self._scale = max(min((room.width() - 2 * _MARGIN) / page.width(),
                              (room.height() - 2 * _MARGIN) / page.height()), 0.01)
        bar = self.verticalScrollBar()
        end = self._box(len(self._pages) - 1).bottom() + _MARGIN
        bar.setRange(0, max(round(end - room.height()), 0))
        bar.setPageStep(round(self._box(0).height() + _GAP))
        bar.setSingleStep(40)

    def _box(self, number: int) -> QRectF:
        """Return where a page is, from the top of the first one's margin."""
        assert self._pages is not None
        size = self._pages.layout.fullRect(QPageLayout.Unit.Point).size() * self._scale
        room = self.viewport().size()
        top = _MARGIN if len(self._pages) > 1 else max((room.height() - size.height()) / 2, _MARGIN)
        return QRectF(QPointF((room.width() - size.width()) / 2, top + number * (size.height() + _GAP)), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen."""
        if self._pages is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(self.backgroundRole()).darker(112))
        for number in range(len(self._pages)):
            box = self._box(number).translated(0, -self.verticalScrollBar().value())
            if box.intersects(QRectF(event.rect())):
                self._paint_page(painter, number, box)

    def _paint_page(self, painter: QPainter, number: int, box: QRectF) -> None:
        assert self._pages is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 14))
        for depth in range(1, _SHADOW + 1):
            painter.drawRoundedRect(box.adjusted(-depth, 1 - depth, depth, 1 + depth), depth, depth)
        painter.fillRect(box, QColor("#ffffff"))
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.scale(self._scale, self._scale)
        painter.translate(self._pages.layout.paintRect(QPageLayout.Unit.Point).topLeft())
        self._pages.paint(painter, number)
        painter.restore()
