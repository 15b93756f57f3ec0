"""Looking at the map: zooming, scrolling and the still layer that the overlay is painted on."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor, QNativeGestureEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent, QTransform, QWheelEvent)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from journey_editor.drawing.looks import LIGHT, Look

if TYPE_CHECKING:
    from journey_editor.drawing.painter import CardCache
    from journey_editor.drawing.picture import Picture

SMALLEST, LARGEST = 0.02, 4.0
"""The range of zooms; a map that is too large for the smallest can still be shown whole."""
STEP = 1.2
LEGIBLE = 0.65
"""A map that would be smaller than this when whole is opened at its beginning instead."""


class MapViewport(QAbstractScrollArea):
    """Shows a Picture at a zoom and a place. `zoomed(float)` tells the new zoom (1.0 is 100 %).

    What stands still is painted once into a layer; a pan shifts that layer and paints the strip that came into view.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self.look: Look = LIGHT
        self.zoom = 1.0
        self._cache: CardCache | None = None
        self._layer = QPixmap()
        self._layer_key: tuple[object, ...] = ()
        self._layer_at = QPoint()
        self._fit_when_shown = True
        # A widget of our own: to wrap one of Qt's making, PySide looks through every kind of widget that there is.
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def picture(self) -> Picture:
        """The map as it is drawn. It is laid out when it is first asked for: an empty window opens without."""
        if self._picture is None:
            self._picture = self._laid_out()
        return self._picture

    def _laid_out(self) -> Picture:
        """Return what is to be shown, laid out afresh."""
        raise NotImplementedError

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the map."""
        return self._picture is None or self._picture.empty

    # -- places ------------------------------------------------------------------------------------------------------

    def _origin(self) -> QPoint:
        """Where map point (0, 0) is, in pixels of the viewport."""
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def to_map(self, point: QPoint | QPointF) -> QPointF:
        """Return the map point under a pixel of the viewport."""
        return (QPointF(point) - QPointF(self._origin())) / self.zoom

    def from_map(self, point: QPointF) -> QPointF:
        """Return the pixel of the viewport where a map point is shown."""
        return point * self.zoom + QPointF(self._origin())

    def rect_from_map(self, box: QRectF) -> QRect:
        """Return the viewport's pixels that a box of the map takes."""
        return QRectF(self.from_map(box.topLeft()), box.size() * self.zoom).toAlignedRect()

    def transform(self) -> QTransform:
        """Return the transformation from map to viewport."""
        origin = self._origin()
        return QTransform(self.zoom, 0, 0, self.zoom, origin.x(), origin.y())

    def visible_area(self) -> QRectF:
        """Return the part of the map that is in view."""
        return QRectF(self.to_map(QPointF(0, 0)), QRectF(self.viewport().rect()).size() / self.zoom)

    def _set_ranges(self) -> None:
        """Let the map be scrolled until half the window is empty beside it."""
        if self._picture is None:
            return
        x, y, width, height = (value * self.zoom for value in self.picture.bounds)
        size = self.viewport().size()
        for bar, start, length, page in ((self.horizontalScrollBar(), x, width, size.width()),
                                         (self.verticalScrollBar(), y, height, size.height())):
            low, high = sorted((start - page / 2, start + length - page / 2))
            bar.setRange(int(low), int(high))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    # -- moving ------------------------------------------------------------------------------------------------------

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom so that the map point under `around` (pixels; by default the middle) stays where it is."""
        zoom = min(max(zoom, min(SMALLEST, self._fitting())), LARGEST)
        around = QPointF(self.viewport().rect().center()) if around is None else around
        still = self.to_map(around)
        self.zoom = zoom
        self._set_ranges()
        self._look_at(still, around)
        self.zoomed.emit(zoom)
        self.viewport().update()

    def _look_at(self, point: QPointF, pixel: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(point.x() * self.zoom - pixel.x()))
        self.verticalScrollBar().setValue(round(point.y() * self.zoom - pixel.y()))

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self.set_zoom(self.zoom / STEP)

    def zoom_reset(self) -> None:
        """Show the map at 100 %."""
        self.set_zoom(1.0)

    def zoom_fit(self) -> None:
        """Show the whole map, at 100 % at most."""
        self._fit(0.0)

    def extent(self) -> tuple[float, float, float, float]:
        """Return x, y, width and height of what is to be seen when the whole map is shown."""
        return self.picture.bounds

    def _room(self) -> QSize:
        """Return the viewport's size beside the scroll bars, which come only after the first map was shown."""
        return self.maximumViewportSize() - QSize(self.verticalScrollBar().sizeHint().width(),
                                                  self.horizontalScrollBar().sizeHint().height())

    def _fitting(self) -> float:
        """Return the zoom at which the whole map is in view."""
        if self.blank:
            return 1.0
        size = self._room()
        _, _, width, height = self.extent()
        return min(size.width() / width, size.height() / height, 1.0)

    def _fit(self, least: float) -> None:
        self._fit_when_shown = not self.isVisible()
        if self.blank:
            self.set_zoom(1.0)
            return
        x, y, width, height = self.extent()
        size = self._room()
        fitting = self._fitting()
        self.set_zoom(max(fitting, least))
        if fitting >= least:
            self._look_at(QPointF(x + width / 2, y + height / 2), QPointF(size.width() / 2, size.height() / 2))
        else:
            # Too large to be read when whole: start where reading starts, centred where it is narrower than the window.
            left = x + min(0.0, (width - size.width() / self.zoom) / 2)
            top = y + min(0.0, (height - size.height() / self.zoom) / 2)
            self._look_at(QPointF(left, top), QPointF(0, 0))

    def scroll_by(self, dx: float, dy: float) -> None:
        """Scroll by map units."""
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + dx * self.zoom))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + dy * self.zoom))

    def show_box(self, box: QRectF) -> None:
        """Scroll as little as needed to bring a box of the map into view."""
        margin = 24
        pixels = self.rect_from_map(box).adjusted(-margin, -margin, margin, margin)
        view = self.viewport().rect()
        if not view.contains(pixels):
            dx = min(0, pixels.left()) or max(0, min(pixels.right() - view.right(), pixels.left()))
            dy = min(0, pixels.top()) or max(0, min(pixels.bottom() - view.bottom(), pixels.top()))
            self.scroll_by(dx / self.zoom, dy / self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl, zoom around the mouse."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y() or event.pixelDelta().y()
            self.set_zoom(self.zoom * STEP ** (delta / 120), event.position())
            event.accept()
            return
        moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() * 0.75
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = moved.transposed()
        self.scroll_by(-moved.x() / self.zoom, -moved.y() / self.zoom)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Zoom by pinching a touch pad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Repaint; the layer is shifted when it is painted."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the map be scrolled as far as the new size asks for."""
        super().resizeEvent(event)
        self._set_ranges()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Fit a map that came before the window had its size."""
        super().showEvent(event)
        if self._fit_when_shown:
            self._fit(least=LEGIBLE)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self.look = look
        self._layer = QPixmap()
        self.viewport().update()

    # -- painting ----------------------------------------------------------------------------------------------------

    def hidden(self) -> Collection[str]:
        """Return the ids that the still layer leaves out."""
        return ()

    def paint_overlay(self, painter: QPainter) -> None:
        """Paint what lies over the map, with a painter in map units."""

    def paint_empty(self, painter: QPainter) -> None:
        """Paint what is shown where there is no map, with a painter in pixels."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the still layer and what lies over it."""
        painter = QPainter(self.viewport())
        if self.blank:
            painter.setBackground(QColor(self.look.background))
            painter.eraseRect(self.viewport().rect())
            self.paint_empty(painter)
        else:
            self._update_layer()
            painter.drawPixmap(0, 0, self._layer)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(self.transform())
            self.paint_overlay(painter)
        painter.end()

    def _update_layer(self) -> None:
        """Bring the layer up to date: not at all, by a strip, or wholly."""
        ratio = self.viewport().devicePixelRatioF()
        size = self.viewport().size()
        what = id(self.picture), self.picture.revision, frozenset(self.hidden())
        key = (what, self.zoom, self.look.name, size, ratio)
        origin = self._origin()
        moved = origin - self._layer_at
        if not self._layer.isNull() and key == self._layer_key:
            if moved.isNull():
                return
            whole_pixels = ratio == int(ratio)
            if whole_pixels and abs(moved.x()) < size.width() * 0.8 and abs(moved.y()) < size.height() * 0.8:
                self._shift_layer(moved, int(ratio))
                self._layer_at = origin
                return
        if self._layer.isNull() or self._layer_key[3:] != (size, ratio):
            self._layer = QPixmap(size * ratio)
            self._layer.setDevicePixelRatio(ratio)
        self._layer_key, self._layer_at = key, origin
        self._paint_layer(QRect(QPoint(0, 0), size))

    def _shift_layer(self, moved: QPoint, ratio: int) -> None:
        self._layer.scroll(moved.x() * ratio, moved.y() * ratio, self._layer.rect())
        width, height = self.viewport().width(), self.viewport().height()
        dx, dy = moved.x(), moved.y()
        if dx:
            self._paint_layer(QRect(0 if dx > 0 else width + dx, 0, abs(dx), height))
        if dy:
            self._paint_layer(QRect(0, 0 if dy > 0 else height + dy, width, abs(dy)))

    def _paint_layer(self, part: QRect) -> None:
        from journey_editor.drawing.painter import CardCache, paint

        if self._cache is None:
            self._cache = CardCache()
        painter = QPainter(self._layer)
        painter.setClipRect(part)
        painter.fillRect(part, QColor(self.look.background))
        painter.setTransform(self.transform())
        area = QRectF(self.to_map(part.topLeft()), QRectF(part).size() / self.zoom)
        paint(self.picture, painter, area, self.zoom, self.look, cache=self._cache, without=self.hidden(),
              device_ratio=self.viewport().devicePixelRatioF())
        painter.end()
