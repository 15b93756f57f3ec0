"""Other canvases showing as many nodes and links: run as a script by a Python that has them, it prints its times.

    python -m venv build/peers/venv
    build/peers/venv/bin/pip install orange-canvas-core PyQt6 NodeGraphQt-QuiltiX-fork PySide6-Essentials

Another Python can be named in JOURNEY_BENCH_PYTHON, another number of nodes in JOURNEY_BENCH_NODES.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

PEERS = {"orange-canvas-core": "pyqt6", "NodeGraphQt": "PySide6"}
NODES = 10_000
WIDTH, HEIGHT = 1400, 900
_COLUMNS = 20
_FRAMES = 3
_LONGEST = 1800.0


def measured(peer: str, nodes: int, links: int) -> dict[str, float] | str:
    """Return the seconds in which a peer opens and paints, and paints a frame that shows all; or why there are none."""
    root = Path(__file__).resolve().parent.parent
    python = Path(os.environ.get("JOURNEY_BENCH_PYTHON", root / "build" / "peers" / "venv" / "bin" / "python"))
    if not python.exists():
        return "not installed (see benchmarks/canvas_peers.py)"
    settings = {**os.environ, "QT_API": PEERS[peer], "QT_PREFERRED_BINDING": PEERS[peer]}
    try:
        found = subprocess.run([str(python), __file__, peer, str(nodes), str(links)], env=settings, timeout=_LONGEST,
                               capture_output=True, text=True, check=False)
    except subprocess.TimeoutExpired:
        return f"not done after {_LONGEST:.0f} s"
    if found.returncode:
        return (found.stderr.strip().splitlines() or ["failed"])[-1]
    return json.loads(found.stdout.splitlines()[-1])


def _pairs(nodes: int, links: int) -> list[tuple[int, int]]:
    """Return nodes to link, most of them near one another, none twice."""
    chance = random.Random(1)
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < links:
        source = chance.randrange(nodes)
        target = source + chance.randint(1, 8) if chance.random() < 0.9 else chance.randrange(nodes)
        if source < target < nodes:
            pairs[source, target] = None
    return list(pairs)


def _place(number: int) -> tuple[float, float]:
    return number % _COLUMNS * 300.0, number // _COLUMNS * 120.0


def _orange(nodes: int, links: int) -> dict[str, float]:
    from AnyQt.QtCore import Qt
    from AnyQt.QtWidgets import QApplication
    from orangecanvas.canvas.scene import CanvasScene
    from orangecanvas.canvas.view import CanvasView
    from orangecanvas.registry import CategoryDescription, InputSignal, OutputSignal, WidgetDescription, WidgetRegistry
    from orangecanvas.registry.description import Multiple
    from orangecanvas.scheme import Scheme, SchemeLink, SchemeNode

    app = QApplication([])
    kind = WidgetDescription(name="Card", id="card", category="Cards", qualified_name="orangecanvas.scheme.Scheme",
                             package="orangecanvas",
                             inputs=[InputSignal("in", "builtins.object", "set", Multiple)],
                             outputs=[OutputSignal("out", "builtins.object")])
    registry = WidgetRegistry()
    registry.register_category(CategoryDescription("Cards"))
    registry.register_widget(kind)

    class Trusting(Scheme):
        """A scheme that does not look through all links for circles and doubles with each one added."""

        def check_connect(self, link: SchemeLink) -> None:
            """Take every link."""

    scheme = Trusting()
    cards = [SchemeNode(kind, title=f"Card {i}", position=_place(i)) for i in range(nodes)]
    for card in cards:
        scheme.add_node(card)
    for source, target in _pairs(nodes, links):
        scheme.add_link(SchemeLink(cards[source], "out", cards[target], "in", enabled=True))
    view = CanvasView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    app.processEvents()

    def open_and_paint() -> None:
        scene = CanvasScene(view)
        scene.set_registry(registry)
        scene.set_scheme(scheme)
        view.setScene(scene)
        view.viewport().repaint()

    def fit() -> None:
        view.fitInView(view.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return _timed(open_and_paint, fit, view.viewport().repaint)


def _nodegraph(nodes: int, links: int) -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication
    from NodeGraphQt import BaseNode, NodeGraph

    app = QApplication([])

    class Card(BaseNode):
        """A node of one input and one output."""

        __identifier__ = "bench"
        NODE_NAME = "Card"

        def __init__(self) -> None:
            super().__init__()
            self.add_input("in", multi_input=True)
            self.add_output("out", multi_output=True)

    graph = NodeGraph()
    graph.set_acyclic(False)  # else each link is sought for circles, along all ways that there are
    graph.register_node(Card)
    viewer = graph.viewer()
    viewer.resize(WIDTH, HEIGHT)
    viewer.show()
    app.processEvents()

    def open_and_paint() -> None:
        cards = [graph.create_node("bench.Card", name=f"Card {i}", pos=_place(i), selected=False, push_undo=False)
                 for i in range(nodes)]
        for source, target in _pairs(nodes, links):
            cards[source].output(0).connect_to(cards[target].input(0), push_undo=False, emit_signal=False)
        viewer.viewport().repaint()

    def fit() -> None:
        viewer.fitInView(viewer.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return _timed(open_and_paint, fit, viewer.viewport().repaint)


def _timed(open_and_paint: Callable[[], None], fit: Callable[[], None], frame: Callable[[], None]) -> dict[str, float]:
    start = perf_counter()
    open_and_paint()
    opened = perf_counter() - start
    fit()
    frame()
    frames = []
    for _ in range(_FRAMES):
        start = perf_counter()
        frame()
        frames.append(perf_counter() - start)
    return {"open": opened, "fit": median(frames)}


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.pop(0)
    run = {"orange-canvas-core": _orange, "NodeGraphQt": _nodegraph}[sys.argv[1]]
    print(json.dumps(run(int(sys.argv[2]), int(sys.argv[3]))))
    sys.stdout.flush()
    os._exit(0)  # to take the scenes down again takes as long as to build them
