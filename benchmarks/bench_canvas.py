"""The canvas: opening, the frame that shows all, panning, dragging and memory, beside filling the window with a colour.

Opening is one frame of what was loaded and laid out beside the window; what that takes is told with it. Other canvases
are measured with as many nodes and links where they are installed, see `canvas_peers`. All is measured offscreen, then
in a real window where Xvfb is installed.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import asdict, replace
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from . import canvas_peers
from .journeys import make_journey
from .layout_measures import covered
from .measure import Row, medians, timed

if TYPE_CHECKING:
    from journey_editor.canvas.view import CanvasView
    from journey_editor.model import Journey

WIDTH, HEIGHT = 1400, 900
MANY, MOST = 10_000, 50_000
FLOWS_EACH = 1.3
FRAMES = 120


def rows() -> list[Row]:
    """Measure on 10,000 touchpoints and 13,000 flows, and on 50,000, in a window of 1400 × 900."""
    found = _rows()
    _labels()
    return found + [replace(row, figure=f"Xvfb: {row.figure}") for row in _under_xvfb()]


def _rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    view = _window()
    found = _large(view)
    view.close()
    found += _largest() + _peers()
    del app  # Python would end it when nothing holds it any more
    return found


def _labels() -> None:
    """Print how many of the labels on journeys of several sizes lie on what they should not lie on."""
    from journey_editor.drawing.picture import Picture

    for count in 20, 100, 300:
        for share in 0.2, 1.0:
            journey = make_journey(count, count * 3 // 2, stages=max(count // 20, 4), labelled=share)
            journey.apply(Picture(journey).ordering_change())
            picture = Picture(journey)
            arrows, cards = picture.arrows, picture.card_boxes
            own, boxes = np.array(arrows.labelled), arrows.label_boxes
            low, high = np.minimum(*np.hsplit(arrows.segments, 2)), np.maximum(*np.hsplit(arrows.segments, 2))
            on = [covered(boxes, cards, own, np.full(len(cards), -1)),
                  covered(boxes, np.hstack([low, high - low]), own, arrows.owner), covered(boxes, boxes, own, own)]
            print(f"{len(boxes)} labels on a map of {count} touchpoints and {len(arrows.ids)} arrows: "
                  "{} on cards, {} on other arrows, {} on one another".format(*on))


def _under_xvfb() -> list[Row]:
    """Return the rows of a process of its own that has a real window."""
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed: the canvas is measured offscreen only.")
        return []
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            number = server.stdout.readline().strip()  # type: ignore[union-attr]
            environment = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
            told = subprocess.run([sys.executable, "-m", "benchmarks.bench_canvas"], env=environment, check=True,
                                  stdout=subprocess.PIPE, text=True).stdout
        finally:
            server.terminate()
    return [Row(**row) for row in json.loads(told.splitlines()[-1])]


def _window() -> CanvasView:
    from PySide6.QtTest import QTest

    from journey_editor.canvas.view import CanvasView
    from journey_editor.document import Document, Selection

    document = Document()
    view = CanvasView(document, Selection(document))
    view.resize(WIDTH, HEIGHT)
    view.show()
    QTest.qWaitForWindowExposed(view)  # before that, nothing is painted in a real window
    return view


def _large(view: CanvasView) -> list[Row]:
    """Return the rows of 10,000 touchpoints."""
    journey = make_journey(MANY, int(MANY * FLOWS_EACH))

    opened, whole, floor = medians(_opening(view, journey), _opening(view, journey, prepared=False), _fill(view))
    fit = _fit(view)
    base = "fill the window"
    found = [Row(f"open and paint {MANY:,} touchpoints, loaded and laid out", opened, base, floor, 100e-3),
             Row("  with laying them out and measuring their texts", whole, base, floor, 250e-3),
             Row("frame that shows all of them", fit, base, floor, 10e-3)]
    for zoom in (1.0, 0.5):
        frames = _pan(view, zoom)
        found += [Row(f"pan at {zoom:.0%}, a frame", median(frames), base, floor, 10e-3),
                  Row(f"pan at {zoom:.0%}, 95 of 100 frames", quantiles(frames, n=20)[-1], base, floor, 16e-3)]
    found += [Row(f"drag a card with 4 arrows at {zoom:.0%}", _drag(view, zoom), base, floor, 1e-3)
              for zoom in (1.0, 0.5, 0.25, 0.1, 0.02)]
    found.append(Row("the picture of all, 4 KB a touchpoint", _memory(lambda: _whole_picture(journey)),
                     bound=4096 * MANY, memory=True))
    return found


def _largest() -> list[Row]:
    view = _window()
    view.document.open(make_journey(MOST, int(MOST * FLOWS_EACH)), None)
    view.viewport().repaint()
    found = [Row(f"frame that shows {MOST:,} touchpoints", _fit(view), bound=33e-3)]
    found += [Row(f"drag a card of {MOST:,} at {zoom:.0%}", _drag(view, zoom), bound=1e-3) for zoom in (1.0, 0.1)]
    view.close()
    return found


def _peers() -> list[Row]:
    """Return this canvas beside others, each with as many nodes and links, for which the others take minutes."""
    found = []
    nodes = int(os.environ.get("JOURNEY_BENCH_NODES", canvas_peers.NODES))
    links = int(nodes * FLOWS_EACH)
    for peer in canvas_peers.PEERS:
        times = canvas_peers.measured(peer, nodes, links)
        if isinstance(times, str):
            print(f"{peer}: {times}")
            continue
        view = _window()
        opened, fit = medians(_opening(view, make_journey(nodes, links)))[0], _fit(view)
        view.close()
        found += [Row(f"open and paint {nodes:,}", opened, peer, times["open"], 1 / 50, relative=True),
                  Row(f"frame that shows all {nodes:,}", fit, peer, times["fit"], 1 / 100, relative=True)]
    return found


def _opening(view: CanvasView, journey: Journey, *, prepared: bool = True) -> Callable[[], float]:
    """Return what measures opening and painting a journey, laid out beforehand as the program does while it loads."""
    def open_and_paint() -> None:
        view.document.open(journey, None)
        view.viewport().repaint()

    def run() -> float:
        if prepared:
            view.prepare(journey)
        return timed(open_and_paint)()
    return run


def _whole_picture(journey: Journey) -> object:
    """Return the picture with all that is otherwise made when it is first looked at."""
    from journey_editor.drawing.picture import Picture

    picture = Picture(journey)
    return picture, picture.arrows.shape, [picture.blocks[id_] for id_ in picture.card_ids]


def _fit(view: CanvasView) -> float:
    view.zoom_fit()

    def frame() -> None:
        view.set_look(view.look)  # forgets what was painted before
        view.viewport().repaint()
    return medians(timed(frame), rounds=15)[0]


def _look_at(view: CanvasView, zoom: float, card: int) -> tuple[float, float]:
    from PySide6.QtCore import QRectF

    box = QRectF(*view.picture.card_boxes[card].tolist())
    view.set_zoom(zoom)
    view.show_box(box.adjusted(-200, -200, 200, 200))
    view.viewport().repaint()
    return box.center().x(), box.top() + (14 if zoom >= 0.5 else box.height() / 2)


def _pan(view: CanvasView, zoom: float) -> list[float]:
    _look_at(view, zoom, MANY // 2)
    frames = []
    gc.collect()
    for number in range(FRAMES):
        ahead = 1 if number < FRAMES / 2 else -1
        start = perf_counter()
        view.scroll_by(9 * ahead / zoom, 5 * ahead / zoom)
        view.viewport().repaint()
        frames.append(perf_counter() - start)
    return frames


def _drag(view: CanvasView, zoom: float) -> float:
    """Return the median seconds from a move of the mouse to the painted frame, a card in its hand."""
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    journey, ids, plain, left = view.document.journey, view.picture.card_ids, Qt.KeyboardModifier, Qt.MouseButton
    card = next(i for i in range(len(ids) // 2, len(ids))
                if len(journey.flows_from(ids[i])) + len(journey.flows_into(ids[i])) == 4)
    at = view.from_map(QPointF(*_look_at(view, zoom, card))).toPoint()

    def send(kind: QEvent.Type, pixel: QPoint, button: Qt.MouseButton) -> None:
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, QPointF(pixel), QPointF(pixel), button,
                                                            left.LeftButton, plain.NoModifier))
        QApplication.processEvents()
    send(QEvent.Type.MouseButtonPress, at, left.LeftButton)
    send(QEvent.Type.MouseMove, at + QPoint(9, 3), left.NoButton)
    assert ids[card] in view.mouse.gesture.carried()
    frames = []
    gc.collect()
    for number in range(FRAMES):
        start = perf_counter()
        send(QEvent.Type.MouseMove, at + QPoint(10 + number % 40, 3 + number % 25), left.NoButton)
        frames.append(perf_counter() - start)
    view.mouse.drop()
    return median(frames)


def _memory(build: Callable[[], object]) -> float:
    """Return the bytes that what `build` returns keeps."""
    gc.collect()
    tracemalloc.start()
    kept = build()
    gc.collect()
    found = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return found


def _fill(view: CanvasView) -> Callable[[], float]:
    from PySide6.QtGui import QColor, QPainter, QPixmap

    pixmap = QPixmap(view.viewport().size())

    def fill() -> None:
        painter = QPainter(pixmap)
        painter.fillRect(pixmap.rect(), QColor("#f4f6f9"))
        painter.end()
    return timed(fill)


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in _rows()]))
