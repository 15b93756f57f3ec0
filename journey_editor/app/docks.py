"""The panels around the map: made empty with the window, filled once it has been seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from journey_editor.drawing.looks import Look

if TYPE_CHECKING:
    from journey_editor.charts.metric_chart import MetricChart
    from journey_editor.panels.inspector import InspectorPanel
    from journey_editor.panels.outline import OutlinePanel
    from journey_editor.panels.table import TablePanel

    from .window import MainWindow

_TABLE_HEIGHT = 280
_LOW = 150
"""How low a dock is at most that nobody has drawn as high as it is."""


class Docks(QObject):
    """Keeps the window's docks (`by_name`) and what is in them (`panels`). `ready()` comes once they are filled."""

    ready = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._away: list[QDockWidget] = []
        self.outline: OutlinePanel | None = None
        self.inspector: InspectorPanel | None = None
        self._chart: MetricChart | None = None
        self._table: TablePanel | None = None
        self.panels: dict[str, QWidget] = {}
        areas = Qt.DockWidgetArea
        self.by_name = {name: self._make(name, words, area) for name, words, area in (
            ("outline", self.tr("Outline"), areas.LeftDockWidgetArea),
            ("inspector", self.tr("Inspector"), areas.RightDockWidgetArea),
            ("history", self.tr("History"), areas.RightDockWidgetArea),
            ("chart", self.tr("Metric over time"), areas.RightDockWidgetArea),
            ("table", self.tr("Table"), areas.BottomDockWidgetArea))}
        for name in ("history", "chart", "table"):
            self.by_name[name].hide()
        window.resizeDocks([self.by_name["outline"], self.by_name["inspector"]], [250, 290], Qt.Orientation.Horizontal)

    def _make(self, name: str, words: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(words, self._window)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable
                         | QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self._window.addDockWidget(area, dock)
        self._window.menu_actions.panels.addAction(dock.toggleViewAction())
        return dock

    def fill(self) -> None:
        """Fill the docks, once: what they hold is imported only now."""
        if self.panels:
            return
        from PySide6.QtWidgets import QUndoView

        from journey_editor.panels.inspector import InspectorPanel
        from journey_editor.panels.outline import OutlinePanel

        window = self._window
        self.outline = outline = OutlinePanel(window.document, window.selection, window)
        self.inspector = inspector = InspectorPanel(window.document, window.selection, window)
        history = QUndoView(window.document.undo_stack, window)
        history.setEmptyLabel(self.tr("As opened"))
        history.setFrameShape(QUndoView.Shape.NoFrame)
        # The outline shows what is selected on the map, so it copies and pastes the same.
        outline.tree.addActions([window.menu_actions.by_name[name] for name in ("cut", "copy", "paste")])
        outline.refused.connect(window.refuse)
        inspector.refused.connect(window.refuse)
        outline.chosen.connect(window.canvas.reveal)
        inspector.gone_to.connect(window.canvas.reveal)
        self.panels |= {"outline": outline, "inspector": inspector, "history": history}
        for name, panel in self.panels.items():
            self.by_name[name].setWidget(panel)
        # Loading what draws charts costs as much as the whole start, and not everybody looks at one.
        self.by_name["chart"].visibilityChanged.connect(self._fill_chart)
        self._fill_chart(self.by_name["chart"].isVisible())
        self.by_name["table"].visibilityChanged.connect(self._fill_table)
        self._fill_table(self.by_name["table"].isVisible())
        self.ready.emit()

    def _fill_chart(self, visible: bool) -> None:
        if not visible or self._chart is not None:
            return
        from journey_editor.charts.metric_chart import MetricChart

        self._chart = MetricChart(self._window.document, self._window.selection, self._window)
        self._chart.set_look(self._window.canvas.look)
        self.by_name["chart"].setWidget(self._chart)

    def _fill_table(self, visible: bool) -> None:
        if not visible or self._table is not None:
            return
        from journey_editor.panels.table import TablePanel

        from . import clipboard

        window = self._window
        self._table = TablePanel(window.document, window.selection, window)
        self._table.refused.connect(window.refuse)
        self._table.chosen.connect(window.canvas.reveal)
        clipboard.connect_table(self._table)
        self.by_name["table"].setWidget(self._table)
        if self.by_name["table"].height() < _LOW:
            window.resizeDocks([self.by_name["table"]], [_TABLE_HEIGHT], Qt.Orientation.Vertical)

    def set_look(self, look: Look) -> None:
        """Use other colours in what Qt does not colour by itself."""
        if self._chart is not None:
            self._chart.set_look(look)

    def commit(self) -> None:
        """Let what is being typed in a panel become part of the journey."""
        if self.inspector is not None:
            self.inspector.commit()
        if self._table is not None:
            self._table.commit()

    def put_away(self) -> None:
        """Hide all docks, until they are brought back."""
        self._away = [dock for dock in self.by_name.values() if not dock.isHidden()]
        for dock in self._away:
            dock.hide()

    def bring_back(self) -> None:
        """Show the docks that were put away."""
        for dock in self._away:
            dock.show()
        self._away = []

    def show(self, name: str) -> None:
        """Show a dock before others."""
        self.by_name[name].show()
        self.by_name[name].raise_()
