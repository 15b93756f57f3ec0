"""The view on the map: mouse and keys become gestures, gestures become Changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import Look
from journey_editor.model import Change, Flow, JourneyError, Stage, Touchpoint
from journey_editor.model import operations as ops

from . import commands, keys, overlay
from .connect import Connect
from .editor import InPlaceEditor
from .gesture import Gesture
from .move_cards import MoveCards
from .move_item import MoveItem
from .move_stage import MoveStage
from .pan import Pan
from .rubber_band import RubberBand
from .viewport import LEGIBLE, MapViewport

_FAR_ENOUGH = 5
_EDGE = 28


class CanvasView(MapViewport):
    """Shows the document's journey and edits it.

    `refused(Sentence)` tells why a gesture was not possible.
    """

    refused = Signal(object)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.selection = selection
        self.gesture: Gesture | None = None
        self.hovered: str | None = None
        self.editor: InPlaceEditor | None = None
        self._pressed: tuple[QPointF, QPointF] | None = None
        self._space = False
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Journey map"))
        # The window takes what is dropped: a file, not something for one place of the map.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self._edge_timer = QTimer(self, interval=30)
        self._edge_timer.timeout.connect(self._scroll_at_edge)
        document.changed.connect(self._follow)
        document.reset.connect(self._show_document)
        selection.changed.connect(self._selection_changed)
        if len(document.journey) > 1:
            self._show_document()

    # -- following the document --------------------------------------------------------------------------------------

    def _show_document(self) -> None:
        from journey_editor.drawing.picture import Picture

        self._end_editor()
        self.gesture = None
        self.picture = Picture(self.document.journey)
        self._layer = None
        self._set_ranges()
        self._fit(least=LEGIBLE)

    def _follow(self, change: Change) -> None:
        if self.picture is None:
            from journey_editor.drawing.picture import Picture

            self.picture = Picture(self.document.journey)
            self._set_ranges()
            self._fit(least=LEGIBLE)
            return
        first = self.picture.empty
        colours = self.picture.colors
        self.picture.patch(change)
        if self._cache is not None and self.picture.colors != colours:
            self._cache.clear()
        self._set_ranges()
        if first:
            self._fit(least=LEGIBLE)
        self.viewport().update()

    def _selection_changed(self) -> None:
        self.viewport().update()

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._end_editor()
        super().set_look(look)

    def do(self, text: str, change: Change) -> bool:
        """Execute a change; tell the user where it is refused. Return whether anything changed."""
        try:
            return self.document.execute(text, change)
        except JourneyError as error:
            self.refused.emit(error.sentence)
            return False

    # -- what is where -----------------------------------------------------------------------------------------------

    def stage_at(self, x: float) -> str | None:
        """Return the stage whose column is nearest to a map x, or None where there is no stage."""
        if self.picture is None or not self.picture.stage_ids:
            return None
        boxes = self.picture.stage_boxes
        away = abs(boxes[:, 0] + boxes[:, 2] / 2 - x)
        return self.picture.stage_ids[int(away.argmin())]

    def card_at(self, point: QPointF) -> str | None:
        """Return the touchpoint whose card holds a map point, or None."""
        if self.picture is None:
            return None
        return next(iter(self.cards_within(QRectF(point.x(), point.y(), 0.01, 0.01))), None)

    def cards_within(self, box: QRectF) -> frozenset[str]:
        """Return the touchpoints whose cards a box of the map touches."""
        if self.picture is None:
            return frozenset()
        from journey_editor.drawing.painter import within

        return frozenset(self.picture.card_ids[i] for i in within(self.picture.card_boxes, box))

    def index_in_stage(self, stage: str, y: float) -> int:
        """Return the place among a stage's touchpoints that a map y means."""
        assert self.picture is not None
        cards = [self.picture.box(one.id) for one in self.document.journey.children(stage, Touchpoint)]
        return sum(1 for box in cards if box and box[1] + box[3] / 2 < y)

    def paint_card_at(self, painter: QPainter, id_: str, at: QPointF) -> None:
        """Paint a card somewhere else than where it stands."""
        from journey_editor.drawing.cards import paint_card

        assert self.picture is not None
        painter.save()
        painter.translate(at)
        paint_card(painter, self.picture.blocks[id_], self.look, self.picture.colors)
        painter.restore()

    # -- painting ----------------------------------------------------------------------------------------------------

    def hidden(self) -> frozenset[str]:
        """Return what the gesture under way paints itself."""
        return self.gesture.hidden if self.gesture else frozenset()

    def paint_overlay(self, painter: QPainter) -> None:
        """Paint selection, hover, handles and the gesture under way."""
        if self.picture is None or self.picture.empty:
            return
        overlay.paint(self, painter)
        if self.gesture is not None:
            self.gesture.paint(painter)

    def paint_empty(self, painter: QPainter) -> None:
        """Say how to begin."""
        overlay.paint_hint(self, painter)

    # -- mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select what is pressed, or take hold of the map."""
        self._end_editor()
        at = self.to_map(event.position())
        if event.button() == Qt.MouseButton.MiddleButton or self._space and event.button() == Qt.MouseButton.LeftButton:
            self._begin(Pan(self, at))
            return
        if event.button() != Qt.MouseButton.LeftButton or self.picture is None:
            return
        if overlay.press_button(self, at):
            return
        self._pressed = event.position(), at
        hit = self.picture.hit(at.x(), at.y(), 5 / self.zoom)
        adding = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        if hit is None or hit.kind in ("column", "title") or overlay.handle_at(self, at):
            return
        if adding:
            self.selection.toggle(hit.id)
        elif hit.id not in self.selection.ids:
            self.selection.set([hit.id])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a gesture once the mouse has gone far enough, then follow it."""
        at = self.to_map(event.position())
        if self.gesture is not None:
            self.gesture.drag(at, event.modifiers())
            self.viewport().update()
            return
        if self._pressed is None:
            self._hover(at)
            return
        pixel, start = self._pressed
        if (event.position() - pixel).manhattanLength() >= _FAR_ENOUGH:
            self._begin(self._gesture_at(start, event.modifiers()))
            self.mouseMoveEvent(event)

    def _gesture_at(self, start: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        assert self.picture is not None
        handle = overlay.handle_at(self, start)
        if handle is not None:
            return Connect(self, start, *handle)
        hit = self.picture.hit(start.x(), start.y(), 5 / self.zoom)
        journey = self.document.journey
        if hit is not None and hit.id in journey:
            record = journey[hit.id]
            if isinstance(record, Touchpoint):
                chosen = self.selection.ids if hit.id in self.selection.ids else {hit.id}
                cards = [one.id for one in (journey.get(id_) for id_ in chosen) if isinstance(one, Touchpoint)]
                return MoveCards(self, start, sorted(cards, key=lambda id_: id_ != hit.id))
            if isinstance(record, Stage) and hit.kind == "stage":
                return MoveStage(self, start, hit.id)
            if hasattr(record, "about"):
                return MoveItem(self, start, hit.id)
        keep = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        return RubberBand(self, start, keep=keep)

    def _begin(self, gesture: Gesture) -> None:
        self.gesture = gesture
        if gesture.cursor is not None:
            self.viewport().setCursor(gesture.cursor)
        if gesture.scrolls_at_edge:
            self._edge_timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Finish the gesture, or take a plain click."""
        pressed, self._pressed = self._pressed, None
        if self.gesture is not None:
            gesture = self.gesture
            self._drop_gesture()
            gesture.finish(event.modifiers())
            return
        if pressed is None or event.button() != Qt.MouseButton.LeftButton or self.picture is None:
            return
        at = self.to_map(event.position())
        hit = self.picture.hit(at.x(), at.y(), 5 / self.zoom)
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and (hit is None or hit.kind == "title"):
            self.selection.clear()
        elif plain and hit is not None and not overlay.handle_at(self, at):
            self.selection.set([hit.id])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Rename what is there; on empty ground, add what belongs there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        at = self.to_map(event.position())
        commands.double_clicked(self, at)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is hovered any more."""
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, at: QPointF | None) -> None:
        hit = self.picture.hit(at.x(), at.y(), 5 / self.zoom) if self.picture is not None and at is not None else None
        over = hit.id if hit is not None and hit.kind != "column" else None
        if over is None and at is not None and self.hovered and overlay.handle_at(self, at):
            over = self.hovered
        if over != self.hovered:
            self.hovered = over
            self.viewport().update()
        if at is not None and not self._space:
            busy = overlay.handle_at(self, at) is not None
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if busy else Qt.CursorShape.ArrowCursor)

    def _drop_gesture(self) -> None:
        self.gesture = None
        self._pressed = None
        self._edge_timer.stop()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        """Scroll while something is carried to the edge of the window."""
        if self.gesture is None:
            return
        pixel = self.from_map(self.gesture.at)
        view = self.viewport().rect()
        dx = min(0.0, pixel.x() - _EDGE) + max(0.0, pixel.x() - view.width() + _EDGE)
        dy = min(0.0, pixel.y() - _EDGE) + max(0.0, pixel.y() - view.height() + _EDGE)
        if dx or dy:
            self.scroll_by(dx * 0.4 / self.zoom, dy * 0.4 / self.zoom)
            self.gesture.drag(self.to_map(pixel), Qt.KeyboardModifier.NoModifier)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show the window's actions for what is under the mouse."""
        if self.picture is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.to_map(event.pos())
            hit = self.picture.hit(at.x(), at.y(), 5 / self.zoom)
            if hit is not None and hit.id not in self.selection.ids:
                self.selection.set([hit.id])
        if self.actions():
            menu = QMenu(self)
            menu.addActions(self.actions())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    # -- keys --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Tab for adding a card before it moves the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and keys.takes_tab(self, event):
            return keys.pressed(self, event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, add, rename, delete; typing renames."""
        if event.key() == Qt.Key.Key_Escape and self.gesture is not None:
            self._drop_gesture()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat() and self.gesture is None:
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not keys.pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let go of the map."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            if self.gesture is None:
                self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """A key that is let go elsewhere is not heard of here."""
        self._space = False
        super().focusOutEvent(event)

    # -- typing ------------------------------------------------------------------------------------------------------

    def edit(self, id_: str, *, new: bool = False, typed: str | None = None) -> None:
        """Open the in-place editor on a record; `new` takes the record back if the typing is given up."""
        commands.open_editor(self, id_, new=new, typed=typed)

    def add_and_edit(self, text: str, change: Change, id_: str) -> None:
        """Add records as one step, select `id_` and let the user type its title."""
        if self.do(text, change):
            self.selection.set([id_])
            self.edit(id_, new=True)

    def _end_editor(self) -> None:
        if self.editor is not None:
            self.editor.commit()

    def reveal(self, id_: str) -> None:
        """Scroll to a record."""
        box = self.picture.box(id_) if self.picture is not None else None
        if box is not None:
            self.show_box(QRectF(*box))

    # -- what menus call ---------------------------------------------------------------------------------------------

    def add_stage(self) -> None:
        """Add a stage after the selected one."""
        commands.add_stage(self)

    def add_touchpoint(self) -> None:
        """Add a touchpoint after the selected one."""
        commands.add_touchpoint(self)

    def add_challenge(self) -> None:
        """Add a challenge about what is selected."""
        commands.add_attached(self, ops.add_challenge, self.tr("Add challenge"))

    def add_metric(self) -> None:
        """Add a metric about what is selected."""
        commands.add_attached(self, ops.add_metric, self.tr("Add metric"))

    def add_opportunity(self) -> None:
        """Add an opportunity about what is selected."""
        commands.add_attached(self, ops.add_opportunity, self.tr("Add opportunity"))

    def add_note(self) -> None:
        """Add a note about what is selected, or a free one."""
        commands.add_note(self)

    def connect_selected(self) -> None:
        """Connect the selected cards in a chain."""
        commands.connect_selected(self)

    def delete_selected(self) -> None:
        """Delete what is selected."""
        commands.delete_selected(self)

    def rename_selected(self) -> None:
        """Type another title for what is selected."""
        if len(self.selection.ids) == 1:
            self.edit(next(iter(self.selection.ids)))

    def duplicate_selected(self) -> None:
        """Add a copy of each selected record below it."""
        commands.duplicate_selected(self)

    def select_all(self) -> None:
        """Select all cards."""
        self.selection.set(one.id for one in self.document.journey.all(Touchpoint))

    def unpin_selected(self) -> None:
        """Let the selected cards be arranged again."""
        commands.unpin_selected(self)

    def arrange(self) -> None:
        """Order the cards from the flows."""
        commands.arrange(self)

    def flow_ids(self) -> list[str]:
        """Return the selected flows."""
        return [id_ for id_ in self.selection.ids if isinstance(self.document.journey.get(id_), Flow)]
