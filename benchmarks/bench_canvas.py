"""The canvas: opening, the frame that shows all, and panning, beside what it costs to fill the window with a colour."""

from __future__ import annotations

import os

from .journeys import make_journey
from .measure import ROUNDS, Row, medians, timed

FRAMES = 20
WIDTH, HEIGHT = 1400, 900


def rows() -> list[Row]:
    """Measure on 10,000 touchpoints and 13,000 flows, in a window of 1400 × 900 on the platform that is set."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from journey_editor.canvas.view import CanvasView
    from journey_editor.document import Document, Selection

    app = QApplication.instance() or QApplication([])
    journey = make_journey()
    document = Document()
    view = CanvasView(document, Selection(document))
    view.resize(WIDTH, HEIGHT)
    view.show()
    app.processEvents()

    def open_and_paint() -> None:
        document.open(journey, None)
        view.viewport().repaint()

    def paint_all() -> None:
        view.set_look(view.look)  # forgets what was painted before
        view.viewport().repaint()

    open_time, floor = medians(timed(open_and_paint), _fill(view))
    view.zoom_fit()
    fit, _ = medians(timed(paint_all), _fill(view))
    found = [Row("open and paint 10,000 touchpoints", open_time, "fill the window", floor, 500e-3),
             Row("frame that shows all of them", fit, "fill the window", floor, 33e-3)]
    for zoom in (1.0, 0.5):
        view.set_zoom(zoom)
        view.horizontalScrollBar().setValue(3000)
        view.verticalScrollBar().setValue(3000)
        view.viewport().repaint()
        pan, _ = medians(_pan(view), _fill(view), rounds=max(ROUNDS, 9))
        found.append(Row(f"pan at {zoom:.0%}, a frame", pan, "fill the window", floor, 16e-3))
    view.close()
    return found


def _pan(view):  # type: ignore[no-untyped-def]
    def run() -> float:
        def frames() -> None:
            for _ in range(FRAMES):
                view.scroll_by(9 / view.zoom, 5 / view.zoom)
                view.viewport().repaint()
        seconds = timed(frames)()
        view.scroll_by(-FRAMES * 9 / view.zoom, -FRAMES * 5 / view.zoom)
        view.viewport().repaint()
        return seconds / FRAMES
    return run


def _fill(view):  # type: ignore[no-untyped-def]
    from PySide6.QtGui import QColor, QPainter, QPixmap

    pixmap = QPixmap(view.viewport().size())

    def fill() -> None:
        painter = QPainter(pixmap)
        painter.fillRect(pixmap.rect(), QColor("#f4f6f9"))
        painter.end()
    return timed(fill)
