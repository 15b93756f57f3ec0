"""The mouse on the map: what a press begins, what lies under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from journey_editor.model import Note, Stage, Touchpoint
from journey_editor.model.operations import ATTACHED

if TYPE_CHECKING:
    from journey_editor.drawing.hits import Hit

    from .gesture import Gesture
    from .view import CanvasView

_FAR_ENOUGH = 5
_EDGE = 28
_REACH = 5.0
_POINTING, _DRAWING, _PLAIN = (Qt.CursorShape.PointingHandCursor, Qt.CursorShape.CrossCursor,
                               Qt.CursorShape.ArrowCursor)
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Mouse:
    """Turns presses and moves into selection and gestures; `gesture` is under way, `hovered` the id pointed at."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.gesture: Gesture | None = None
        self.hovered: str | None = None
        self._pressed: tuple[QPointF, QPointF] | None = None
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._holds_map = False
        self._edge_timer = QTimer(view, interval=30)
        self._edge_timer.timeout.connect(self._scroll_at_edge)

    def _hit(self, at: QPointF) -> Hit | None:
        view = self.view
        return None if view.blank else view.picture.hit(at.x(), at.y(), _REACH / view.zoom)

    def press(self, event: QMouseEvent) -> None:
        """Select what is pressed, or take hold of the map."""
        from . import overlay

        view = self.view
        at = view.to_map(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or self._holds_map and left:
            from .pan import Pan

            self._begin(Pan(view, at))
        elif left and not overlay.press_button(view, at):
            self._pressed = event.position(), at
            if overlay.handle_at(view, at) is None:
                self._select_at(at, event.modifiers())

    def _select_at(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        hit, selection = self._hit(at), self.view.selection
        if hit is None or hit.kind in ("column", "title"):
            return
        if modifiers & _ADDING:
            selection.toggle(hit.id)
        elif hit.id not in selection.ids:
            selection.set([hit.id])

    def move(self, event: QMouseEvent) -> None:
        """Begin a gesture once the mouse has gone far enough, then follow it."""
        view = self.view
        at = view.to_map(event.position())
        if self.gesture is not None:
            self._modifiers = event.modifiers()
            self.gesture.drag(at, self._modifiers)
            if self.gesture.moved is None:
                view.viewport().update()
            else:
                view.viewport().update(self.gesture.moved)
        elif self._pressed is None:
            self.hover(at)
        else:
            pixel, start = self._pressed
            if (event.position() - pixel).manhattanLength() >= _FAR_ENOUGH:
                self._begin(self._gesture_at(start, event.modifiers()))
                self.move(event)

    def _gesture_at(self, start: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        from . import overlay

        # Imported with the first gesture: the window is painted before.
        from .connect import Connect
        from .move_elsewhere import move_cards, move_heading
        from .move_item import MoveItem
        from .move_stage import MoveStage
        from .rubber_band import RubberBand

        view, journey = self.view, self.view.document.journey
        handle = overlay.handle_at(view, start)
        if handle is not None:
            return Connect(view, start, *handle)
        hit = self._hit(start)
        record = None if hit is None else journey.get(hit.id)
        if isinstance(record, Touchpoint):
            return move_cards(view, start, self._cards_with(record.id))
        if isinstance(record, Stage) and hit is not None and hit.kind == "stage":
            return MoveStage(view, start, record.id) if view.picture.in_columns else move_heading(view, start)
        if isinstance(record, (*ATTACHED, Note)):
            return MoveItem(view, start, record.id)
        return RubberBand(view, start, keep=bool(modifiers & _ADDING))

    def _cards_with(self, grabbed: str) -> list[str]:
        """Return the cards that a card takes along when it is dragged, itself first: all that are selected with it."""
        selected, journey = self.view.selection.ids, self.view.document.journey
        cards = [id_ for id_ in selected if isinstance(journey.get(id_), Touchpoint)] if grabbed in selected else []
        return [grabbed, *sorted(id_ for id_ in cards if id_ != grabbed)]

    def _begin(self, gesture: Gesture) -> None:
        self.gesture = gesture
        if gesture.cursor is not None:
            self.view.viewport().setCursor(gesture.cursor)
        if gesture.scrolls_at_edge:
            self._edge_timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Finish the gesture, or take a plain click."""
        from . import overlay

        pressed, self._pressed = self._pressed, None
        view = self.view
        if self.gesture is not None:
            gesture = self.gesture
            self.drop()
            view.carried = gesture.carried()
            gesture.finish(event.modifiers())
            view.carried = {}
            return
        if pressed is None or event.button() != Qt.MouseButton.LeftButton or event.modifiers() & _ADDING:
            return
        at = view.to_map(event.position())
        hit = self._hit(at)
        if hit is None or hit.kind == "title":
            view.selection.clear()
        elif not overlay.handle_at(view, at):
            view.selection.set([hit.id])

    def double_click(self, event: QMouseEvent) -> None:
        """Rename what is there; on empty ground, add what belongs there."""
        from . import commands

        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            commands.double_clicked(self.view, self.view.to_map(event.position()))

    def hover(self, at: QPointF | None) -> None:
        """Remember what is pointed at (None: nothing any more) and show its handles."""
        from . import overlay

        view = self.view
        handle = None if at is None else overlay.handle_at(view, at)
        button = None if at is None else overlay.button_at(view, at)
        over = self._thing_at(at) or (self.hovered if handle else None)
        if over != self.hovered:
            self.hovered = over
            view.viewport().update()
        view.viewport().setToolTip(button[0] if button else "")
        if at is not None and not self._holds_map:
            view.viewport().setCursor(_POINTING if button else _DRAWING if handle else _PLAIN)

    def _thing_at(self, at: QPointF | None) -> str | None:
        hit = None if at is None else self._hit(at)
        return None if hit is None or hit.kind == "column" else hit.id

    def hold_map(self, holding: bool) -> None:
        """While Space is held, the left button moves the map."""
        if holding != self._holds_map:
            self._holds_map = holding
            if self.gesture is None:
                shape = Qt.CursorShape.OpenHandCursor if holding else Qt.CursorShape.ArrowCursor
                self.view.viewport().setCursor(shape)

    def drop(self) -> None:
        """Let the gesture go without finishing it."""
        self.gesture = None
        self._pressed = None
        self._edge_timer.stop()
        shape = Qt.CursorShape.OpenHandCursor if self._holds_map else Qt.CursorShape.ArrowCursor
        self.view.viewport().setCursor(shape)
        self.view.viewport().update()

    def _scroll_at_edge(self) -> None:
        """Scroll while something is carried to the edge of the window."""
        if self.gesture is None:
            return
        view = self.view
        pixel = view.from_map(self.gesture.at)
        area = view.viewport().rect()
        dx = min(0.0, pixel.x() - _EDGE) + max(0.0, pixel.x() - area.width() + _EDGE)
        dy = min(0.0, pixel.y() - _EDGE) + max(0.0, pixel.y() - area.height() + _EDGE)
        if dx or dy:
            view.scroll_by(dx * 0.4 / view.zoom, dy * 0.4 / view.zoom)
            self.gesture.drag(view.to_map(pixel), self._modifiers)
