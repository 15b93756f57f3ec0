"""A canvas on a small map, with the mouse moved in map terms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from journey_editor.canvas.view import CanvasView
from journey_editor.document import Document, Selection
from journey_editor.model import Challenge, Flow, Journey, JourneyInfo, Lane, Metric, Stage, Touchpoint

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Mouse and keys on a canvas, by the titles of what is on the map."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.document = view.document
        self.refused: list[str] = []
        view.refused.connect(lambda sentence: self.refused.append(str(sentence)))

    def id(self, title: str) -> str:
        return next(record.id for record in self.document.journey if getattr(record, "title", None) == title)

    def record(self, title: str):
        return self.document.journey[self.id(title)]

    def pixel(self, what: str | tuple[float, float], across: float = 0.3, down: float = 0.5) -> QPoint:
        if isinstance(what, tuple):
            return self.view.from_map(QPointF(*what)).toPoint()
        x, y, width, height = self.view.picture.box(self.id(what))
        if what in {one.title for one in self.document.journey.all(Touchpoint)}:
            height = min(height, 36)  # its title, not what hangs on it
        return self.view.from_map(QPointF(x + width * across, y + height * down)).toPoint()

    def click(self, pixel: QPoint, modifiers=PLAIN) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifiers, pixel)

    def double_click(self, pixel: QPoint) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, PLAIN, pixel)
        QTest.mouseDClick(self.view.viewport(), LEFT, PLAIN, pixel)

    def press(self, start: QPoint, end: QPoint, modifiers=PLAIN) -> None:
        """Press and drag, without letting go."""
        port = self.view.viewport()
        QTest.mouseMove(port, start)
        QTest.mousePress(port, LEFT, modifiers, start)
        for part in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * part, modifiers)

    def move(self, pixel: QPoint, modifiers=PLAIN) -> None:
        from PySide6.QtCore import QEvent
        from PySide6.QtGui import QGuiApplication, QMouseEvent

        port = self.view.viewport()
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(pixel), QPointF(port.mapToGlobal(pixel)),
                            Qt.MouseButton.NoButton, LEFT, modifiers)
        QGuiApplication.sendEvent(port, event)

    def drag(self, start: QPoint, end: QPoint, modifiers=PLAIN) -> None:
        self.press(start, end, modifiers)
        self.release(end, modifiers)

    def release(self, pixel: QPoint, modifiers=PLAIN) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, modifiers, pixel)

    def key(self, key: Qt.Key, modifiers=PLAIN) -> None:
        QTest.keyClick(self.view.editor or self.view, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.view.editor, text)

    def titles(self, stage: str) -> list[str]:
        return [one.title for one in self.document.journey.children(self.id(stage), Touchpoint)]

    def undo(self) -> None:
        self.document.undo_stack.undo()

    @property
    def steps(self) -> int:
        return self.document.undo_stack.index()


@pytest.fixture
def hand(qtbot) -> Hand:
    first, second, third = (Stage(title=title, order=i) for i, title in enumerate(("Visit", "Register", "Use"), 1))
    search, advert = (Touchpoint(title=title, stage=first.id, order=i) for i, title in ((1, "Search"), (2, "Advert")))
    form = Touchpoint(title="Form", stage=second.id, order=1)
    slow, leads = Challenge(title="Slow", about=search.id), Metric(title="Leads", about=first.id)
    lane = Lane(title="Thoughts", order=1)
    flow = Flow(source=search.id, target=form.id)
    records = [JourneyInfo(title="Map"), first, second, third, search, advert, form, slow, leads, lane, flow]
    document = Document(Journey(records))
    view = CanvasView(document, Selection(document))
    qtbot.addWidget(view)
    view.resize(1300, 800)
    with qtbot.waitExposed(view):
        view.show()
    view.zoom_reset()
    view.zoom_fit()
    view.setFocus()
    return Hand(view)
