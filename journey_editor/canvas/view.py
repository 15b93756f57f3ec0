"""The view on the map: mouse and keys become gestures, gestures become Changes.

What only an event needs is imported with the first such event: the window is painted before.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import Look
from journey_editor.model import Change, JourneyError
from journey_editor.model import operations as ops

from .following import FollowingView
from .mouse import Mouse

if TYPE_CHECKING:
    from .copy_paste import Recognise, Tabulate
    from .editor import InPlaceEditor


class CanvasView(FollowingView):
    """Shows the document's journey and edits it.

    `refused(Sentence)` tells why a gesture was not possible. `tabulate` and `recognise` serve `copy_paste`.
    """

    refused = Signal(object)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(document, selection, parent)
        self.editor: InPlaceEditor | None = None
        self.tabulate: Tabulate | None = None
        self.recognise: Recognise | None = None
        self.mouse = Mouse(self)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Journey map"))
        # The window takes what is dropped: a file, not something for one place of the map.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        if len(document.journey) > 1:
            self._show_document()

    def let_go(self) -> None:
        """End the typing and the gesture under way."""
        self._end_editor()
        self.mouse.drop()

    def _follow(self, change: Change) -> None:
        if self.mouse.gesture is not None:
            # What it carries may be gone: Ctrl+Z works while the button is held.
            self.mouse.drop()
        super()._follow(change)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._end_editor()
        super().set_look(look)

    @property
    def _commands(self) -> ModuleType:
        from . import commands

        return commands

    def do(self, text: str, change: Change) -> bool:
        """Execute a change; tell the user where it is refused. Return whether anything changed."""
        try:
            return self.document.execute(text, change)
        except JourneyError as error:
            self.refused.emit(error.sentence)
            return False

    def extent(self) -> tuple[float, float, float, float]:
        """Return x, y, width and height of the map and the button beside it that adds a stage."""
        from . import overlay

        x, y, width, height = super().extent()
        button = overlay.new_stage_box(self)
        return x, y, width if button is None else max(width, button.right() + 12 - x), height

    # -- painting ----------------------------------------------------------------------------------------------------

    def hidden(self) -> frozenset[str]:
        """Return what the gesture under way, or a glide, paints itself."""
        if self.mouse.gesture is not None:
            return self.mouse.gesture.hidden
        return self.motion.hidden if self.motion is not None else frozenset()

    def paint_overlay(self, painter: QPainter) -> None:
        """Paint selection, hover, handles and the gesture under way."""
        from . import overlay

        if self.motion is not None and self.motion.hidden and self.mouse.gesture is None:
            self.motion.paint(painter)
            return
        overlay.paint(self, painter)
        if self.mouse.gesture is not None:
            self.mouse.gesture.paint(painter)

    def paint_empty(self, painter: QPainter) -> None:
        """Say how to begin."""
        painter.setPen(QColor(self.look.muted))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter,
                         self.tr("Double-click to add the first stage"))

    # -- mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select what is pressed, or take hold of the map."""
        self._end_editor()
        if self.motion is not None:
            self.motion.stop()
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the mouse."""
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Finish the gesture, or take a plain click."""
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Rename what is there; on empty ground, add what belongs there."""
        self.mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is hovered any more."""
        self.mouse.hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show the window's actions for what is under the mouse."""
        if not self.blank and event.reason() == QContextMenuEvent.Reason.Mouse:
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
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            from . import keys

            if keys.takes_tab(self, event):
                return keys.pressed(self, event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, add, rename, delete; typing renames."""
        from . import keys

        if event.key() == Qt.Key.Key_Escape and self.mouse.gesture is not None:
            self.mouse.drop()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.mouse.hold_map(True)
        elif not keys.pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let go of the map."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.mouse.hold_map(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """A key that is let go elsewhere is not heard of here."""
        self.mouse.hold_map(False)
        super().focusOutEvent(event)

    # -- typing ------------------------------------------------------------------------------------------------------

    def edit(self, id_: str, *, new: bool = False, typed: str | None = None) -> None:
        """Open the in-place editor on a record; `new` takes the record back if the typing is given up."""
        self._commands.open_editor(self, id_, new=new, typed=typed)

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
        box = self.picture.rect(id_)
        if not box.isNull():
            self.show_box(box)

    # -- what menus call ---------------------------------------------------------------------------------------------

    def add_stage(self) -> None:
        """Add a stage after the selected one."""
        self._commands.add_stage(self)

    def add_touchpoint(self) -> None:
        """Add a touchpoint after the selected one."""
        self._commands.add_touchpoint(self)

    def add_challenge(self) -> None:
        """Add a challenge about what is selected."""
        self._commands.add_attached(self, ops.add_challenge, self.tr("Add challenge"))

    def add_metric(self) -> None:
        """Add a metric about what is selected."""
        self._commands.add_attached(self, ops.add_metric, self.tr("Add metric"))

    def add_opportunity(self) -> None:
        """Add an opportunity about what is selected."""
        self._commands.add_attached(self, ops.add_opportunity, self.tr("Add opportunity"))

    def add_note(self) -> None:
        """Add a note about what is selected, or a free one."""
        self._commands.add_note(self)

    def connect_selected(self) -> None:
        """Connect the selected cards in a chain."""
        self._commands.connect_selected(self)

    def delete_selected(self) -> None:
        """Delete what is selected."""
        self._commands.delete_selected(self)

    def copy_selected(self) -> None:
        """Put what is selected, or else the whole map, on the clipboard."""
        from . import copy_paste
        copy_paste.copy(self)

    def cut_selected(self) -> None:
        """Put what is selected on the clipboard and delete it."""
        from . import copy_paste
        copy_paste.cut(self)

    def paste(self) -> None:
        """Add what is on the clipboard."""
        from . import copy_paste
        copy_paste.paste_from(self)

    def rename_selected(self) -> None:
        """Type another title for what is selected."""
        if len(self.selection.ids) == 1:
            self.edit(next(iter(self.selection.ids)))

    def duplicate_selected(self) -> None:
        """Add a copy of each selected record below it."""
        self._commands.duplicate_selected(self)

    def select_all(self) -> None:
        """Select all cards that are shown."""
        self.selection.set(() if self.blank else self.picture.card_ids)

    def unpin_selected(self) -> None:
        """Let the selected cards be arranged again."""
        self._commands.unpin_selected(self)

    def arrange(self) -> None:
        """Order the cards from the flows."""
        self._commands.arrange(self)
