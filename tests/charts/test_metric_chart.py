"""The chart shows what is selected, as it is now."""

from __future__ import annotations

import pyqtgraph as pg

from journey_editor.charts.metric_chart import MetricChart
from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import DARK
from journey_editor.model import Journey, JourneyInfo, Metric, Stage
from journey_editor.model import operations as ops


def test_the_selected_metric_is_drawn_and_follows_its_changes(qtbot):
    stage = Stage(title="Visit")
    metric = Metric(title="Bounce rate", about=stage.id, unit="%", baseline=60, target=40,
                    observations=(("2026-01-01", 55), ("2026-02-01", 48)))
    document = Document(Journey([JourneyInfo(), stage, metric]))
    selection = Selection(document)
    chart = MetricChart(document, selection)
    qtbot.addWidget(chart)
    plot = chart.findChild(pg.PlotWidget)
    assert not plot.isVisibleTo(chart)
    selection.set([metric.id])
    assert plot.isVisibleTo(chart)
    assert list(plot.listDataItems()[0].getData()[1]) == [55, 48]
    lines = [item.value() for item in plot.items() if isinstance(item, pg.InfiniteLine)]
    assert sorted(lines) == [40, 60]
    document.execute("Observe", ops.update(document.journey, [metric.id],
                                           observations=(*metric.observations, ("2026-03-01", 41))))
    assert list(plot.listDataItems()[0].getData()[1]) == [55, 48, 41]
    chart.set_look(DARK)
    selection.set([stage.id])
    assert not plot.isVisibleTo(chart)
