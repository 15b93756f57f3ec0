"""The status bar: what is being done, how much there is, the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from journey_editor.model import Stage, Touchpoint
from journey_editor.panels.words import count_of

if TYPE_CHECKING:
    from .window import MainWindow


class Status(QObject):
    """Fills the window's status bar and keeps it true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        bar = QStatusBar(window)
        window.setStatusBar(bar)
        bar.setSizeGripEnabled(False)
        self.words = QLabel(bar)
        self.progress = QProgressBar(bar)
        self.progress.setRange(0, 0)
        self.progress.setFixedSize(120, 10)
        self.progress.setTextVisible(False)
        self.stop = QToolButton(bar)
        self.stop.setAutoRaise(True)
        self.stop.setText(self.tr("Cancel"))
        self.stop.clicked.connect(window.jobs.cancel)
        self.counts = QLabel(bar)
        self.counts.setContentsMargins(8, 0, 8, 0)
        self.zoom = QToolButton(bar)
        self.zoom.setAutoRaise(True)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.zoom.setFixedWidth(self.zoom.fontMetrics().horizontalAdvance("000 %") + 24)
        self.zoom.setToolTip(self.tr("Show the map at 100 %"))
        self.zoom.clicked.connect(window.canvas.zoom_reset)
        bar.addWidget(self.progress)
        bar.addWidget(self.words)
        bar.addWidget(self.stop)
        window.jobs.progressed.connect(self.show_progress)
        bar.addPermanentWidget(self.counts)
        bar.addPermanentWidget(self.zoom)
        window.canvas.zoomed.connect(self.show_zoom)
        window.document.changed.connect(lambda _change: self._count())
        window.document.reset.connect(self._count)
        window.selection.changed.connect(self._count)
        self.show_busy("")
        self.show_zoom(window.canvas.zoom)
        self._count()

    def show_busy(self, words: str) -> None:
        """Show what is being done; "" is nothing."""
        self.words.setText(words)
        self.progress.setRange(0, 0)
        self.progress.setVisible(bool(words))
        self.stop.hide()

    def show_progress(self, done: float) -> None:
        """Show how much is done, from 0 to 1, of something that can be cancelled."""
        if self.words.text():
            self.progress.setRange(0, 100)
            self.progress.setValue(round(done * 100))
            self.stop.show()

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom (1.0 is 100 %)."""
        self.zoom.setText(f"{zoom:.0%}".replace("%", " %"))

    def _count(self) -> None:
        journey = self._window.document.journey
        parts = [count_of("stage", journey.count(Stage)), count_of("touchpoint", journey.count(Touchpoint))]
        chosen = len(self._window.selection.ids)
        if chosen > 1:
            parts.append(self.tr("%n selected", "", chosen))
        self.counts.setText(" · ".join(parts))
