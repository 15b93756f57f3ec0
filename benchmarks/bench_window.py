"""Starting: the window, and the example's map in it, beside a bare PySide6 window; each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from .measure import ROUNDS, Row

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "alibaba-b2b.journey"

# Each prints the time (time.time) of what it waits for; the parent knows when it was started.
BARE = """
import time
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self, lambda: (print(time.time()), app.quit()))
app = QApplication([])
window = Window()
window.resize(QSize(1320, 840).boundedTo(app.primaryScreen().availableSize() - QSize(16, 48)))
window.show()
app.exec()
"""

OURS = """
import os, sys, time
import journey_editor.cli  # as the program does
from journey_editor.app import begin
app, window = begin(sys.argv[1])
seen = []
def painted():
    seen.append(time.time())
    assert not {"numpy", "networkx", "openpyxl", "pyqtgraph"} & set(sys.modules), "imported before the window is seen"
def opened():
    window.canvas.viewport().repaint()
    seen.append(time.time())
    assert not {"networkx", "openpyxl", "pyqtgraph"} & set(sys.modules), "imported before it is needed"
    print(*seen, flush=True)
    os._exit(0)
window.painted.connect(painted)
window.files.opened.connect(opened)
app.exec()
"""


def rows() -> list[Row]:
    """Measure in turn, so that a slow moment of the machine meets both."""
    bare, window, example = [], [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(max(ROUNDS, 9) + 1):
            start = time.time()
            bare.append(float(_run(BARE, home)) - start)
            start = time.time()
            seen = [float(one) - start for one in _run(OURS, home, str(EXAMPLE)).split()]
            window.append(seen[0])
            example.append(seen[1])
    floor = median(bare[1:])  # the first run fills the system's caches, and Python's
    return [Row("window painted, from the start of Python", median(window[1:]), "bare PySide6 window", floor, 1.8,
                True),
            Row("the example's map painted in it", median(example[1:]), "bare PySide6 window", floor, 3.5, True)]


def _run(code: str, home: str, *arguments: str) -> str:
    # Compiled modules are kept, as where the program is installed, whatever is set where this runs.
    own = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": home,
           "PYTHONDONTWRITEBYTECODE": ""}
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | own
    return subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True,
                          capture_output=True, text=True, timeout=60).stdout
