"""The selected metric over time, against its baseline and its target."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from journey_editor.analysis.metrics import Series, series
from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import LIGHT, Look
from journey_editor.model import Metric


class MetricChart(QWidget):
    """Follows the selection: one metric is drawn, anything else gets a word about what to select."""

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._look = LIGHT
        self._hint = QLabel(self.tr("Select a metric to see its observations over time."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._plot = pg.PlotWidget(axisItems={"bottom": pg.DateAxisItem(utcOffset=0)})
        self._plot.setAntialiasing(True)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setAccessibleName(self.tr("Metric over time"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._plot)
        self.setMinimumHeight(160)
        document.changed.connect(lambda change: self.refresh())
        document.reset.connect(self.refresh)
        selection.changed.connect(self.refresh)
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._look = look
        self.refresh()

    def refresh(self) -> None:
        """Draw the selected metric as it is now."""
        records = [self._document.journey.get(id_) for id_ in self._selection.ids]
        metric = records[0] if len(records) == 1 else None
        if not isinstance(metric, Metric):
            self._stack.setCurrentWidget(self._hint)
            return
        self._draw(metric, series(metric))
        self._stack.setCurrentWidget(self._plot)

    def _draw(self, metric: Metric, found: Series) -> None:
        look, plot = self._look, self._plot
        plot.clear()
        plot.setBackground(look.base)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(look.border)
            axis.setTextPen(look.muted)
        plot.setTitle(metric.title.replace("\n", " "), color=look.text, size="10pt")
        plot.setLabel("left", metric.unit, color=look.muted)
        dash = Qt.PenStyle.DashLine
        for value, colour, word in ((found.baseline, look.muted, self.tr("Baseline")),
                                    (found.target, look.opportunity, self.tr("Target"))):
            if value is not None:
                label = {"color": colour, "position": 0.06, "anchors": [(0, 1), (0, 1)]}
                plot.addItem(pg.InfiniteLine(value, angle=0, pen=pg.mkPen(colour, width=1.5, style=dash), label=word,
                                             labelOpts=label))
        plot.plot(found.times, found.values, pen=pg.mkPen(look.metric, width=2), symbol="o", symbolSize=7,
                  symbolBrush=look.metric, symbolPen=look.base)
        levels = [value for value in (*found.values, found.baseline, found.target) if value is not None]
        if levels:
            room = (max(levels) - min(levels)) * 0.1 or abs(levels[0]) * 0.1 or 1.0
            plot.setYRange(min(levels) - room, max(levels) + 2 * room, padding=0)
        if found.times:
            plot.setXRange(found.times[0] - 86400, found.times[-1] + 86400)
