"""The main window: puts map, panels, actions and files together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from journey_editor.canvas.view import CanvasView
from journey_editor.document import Document, Selection
from journey_editor.drawing.looks import Look
from journey_editor.model import Sentence, operations
from journey_editor.model.operations import new_journey
from journey_editor.model.records import RECORD_TYPES

from . import clipboard
from .actions import Actions
from .appearance import Appearance
from .center import Center
from .docks import Docks
from .exports import Exports
from .files import Files
from .jobs import Jobs
from .settings import Settings
from .status import Status
from .translation import translated

if TYPE_CHECKING:
    from .notice import Notice


class MainWindow(QMainWindow):
    """One window on one journey.

    `painted()` comes once, after the window was first seen, `ready()` once its panels are filled, `closed()` at last.
    """

    painted = Signal()
    ready = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, appearance: Appearance, language: str = "en") -> None:
        super().__init__()
        self.settings = settings
        self.language = language
        self._appearance = appearance
        self._seen = False
        self.document = Document(new_journey(language=language), self)
        self.selection = Selection(self.document, self)
        self.canvas = CanvasView(self.document, self.selection, self)
        self.canvas.lanes = settings.lanes
        self.center = Center(self.canvas, self)
        self.setCentralWidget(self.center)
        self.jobs = Jobs(self)
        self.files = Files(self, self.document, settings, self.jobs, self.commit, self.canvas.prepare,
                           language)
        self.exports = Exports(self)
        self.menu_actions = Actions(self)
        self.status = Status(self)
        self._notice: Notice | None = None
        self._docks = Docks(self)
        self.docks = self._docks.by_name
        self.panels = self._docks.panels
        self.setAcceptDrops(True)
        self._restore()
        self._connect()
        self._set_look(appearance.look)
        self._show_title()

    def _connect(self) -> None:
        self.canvas.refused.connect(self.refuse)
        clipboard.connect_clipboard(self.canvas, lambda text: self.notice.show_message(text))
        self.files.failed.connect(self.fail)
        self.files.reported.connect(lambda text: self.notice.show_message(text))
        self.files.opened.connect(self._opened)
        self.document.clean_changed.connect(lambda _clean: self._show_title())
        self.document.path_changed.connect(self._show_title)
        self.document.changed.connect(lambda change: self._show_title() if self.files.name != self._named else None)
        self.jobs.busy_changed.connect(self._show_busy)
        self.jobs.busy_changed.connect(lambda words: self._complete_when_idle())
        self.jobs.cancelled.connect(
            lambda: self.notice.show_message(self.tr("Cancelled. Nothing was changed.")))
        self._appearance.changed.connect(self._set_look)
        self.menu_actions.menus["edit"].aboutToShow.connect(self.commit)
        self._docks.ready.connect(self.ready)

    @property
    def notice(self) -> Notice:
        """The sentence over the map; made with the first one."""
        if self._notice is None:
            from .notice import Notice

            self._notice = Notice(self.center)
        return self._notice

    def _set_look(self, look: Look) -> None:
        self.canvas.set_look(look)
        self.menu_actions.set_look(look)
        self._docks.set_look(look)
        if self.center.cover is not None:
            self.center.cover.set_look(look)

    # -- start -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell once that the window has been seen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._first_painted)

    def _first_painted(self) -> None:
        self.painted.emit()
        # After those who wait for that have begun their work: a file that is opened comes first.
        QTimer.singleShot(0, self, self._complete_when_idle)

    def _complete_when_idle(self) -> None:
        """Fill the docks once no file is being opened: the map is wanted first."""
        if self._seen and not self.panels and not self.jobs.busy:
            QTimer.singleShot(0, self, self._docks.fill)

    def show_start_page(self) -> None:
        """Offer how to begin."""
        from journey_editor.shipped import find

        from .start_page import StartPage

        try:
            examples = sorted(find("examples").glob("*.journey"))
        except FileNotFoundError:
            examples = []
        page = StartPage(examples, self.settings.recent, self.center)
        page.set_look(self._appearance.look)
        page.new_wanted.connect(self.files.new)
        page.open_wanted.connect(self.files.open)
        page.file_wanted.connect(self.files.open_path)
        page.example_wanted.connect(self.files.open_example)
        self._docks.put_away()
        self.center.set_cover(page)
        page.new_button.setFocus()
        if self._seen:
            page.draw_examples()
        else:
            self.painted.connect(page.draw_examples)
        if self._notice is not None:
            self._notice.raise_()

    def leave_start_page(self) -> None:
        """Show the map."""
        if self.center.cover is not None:
            self.center.set_cover(None)
            self._docks.bring_back()

    def _opened(self) -> None:
        self.leave_start_page()
        if self._notice is not None:
            self._notice.hide()
        self._show_title()

    # -- what actions ask for ----------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Let everything that is being typed become part of the journey."""
        if self.canvas.editor is not None:
            self.canvas.editor.commit()
        self._docks.commit()

    def rename_selected(self) -> None:
        """Type another title for what is selected: on the map, or in the inspector where the map does not show it."""
        self.canvas.rename_selected()
        if self.canvas.editor is None and len(self.selection.ids) == 1:
            self._show_inspector()

    def add_row(self, type_: str) -> None:
        """Add a role, track or lane, and let its title be typed."""
        self.leave_start_page()
        words = {"role": self.tr("Add role"), "track": self.tr("Add track"), "lane": self.tr("Add lane")}[type_]
        record = RECORD_TYPES[type_]()
        self.document.execute(words, operations.add(self.document.journey, record))
        self.selection.set({record.id})
        self._show_inspector()

    def paste(self) -> None:
        """Paste into the field that has the focus, else on the map."""
        self.leave_start_page()
        clipboard.paste(self.canvas)

    def _show_inspector(self) -> None:
        self._docks.show("inspector")
        if self._docks.inspector is not None:
            self._docks.inspector.edit_title()

    def start_finding(self) -> None:
        """Go to the line that finds by text."""
        self._docks.show("outline")
        if self._docks.outline is not None:
            self._docks.outline.start_finding()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_lanes(self, lanes: str) -> None:
        """Lay the cards out in swimlanes: "none", by "role", or "backstage"; from now on."""
        self.settings.lanes = lanes
        self.leave_start_page()
        self.canvas.show_as(lanes=lanes)

    def show_shape(self, shape: str) -> None:
        """Show the map in stages, or otherwise: a view of `layout.Options`."""
        self.leave_start_page()
        self.canvas.show_as(shape=shape)

    def choose_look(self, name: str) -> None:
        """Use another look from now on."""
        self._appearance.choose(name)

    def choose_language(self, name: str) -> None:
        """Use another language from the next start on."""
        self.settings.language = name
        self.notice.show_message(self.tr("The new language takes effect the next time Journey Editor is started."))

    def show_shortcuts(self) -> None:
        """List all keys."""
        from .about import ShortcutsDialog

        self._open_dialog(ShortcutsDialog(self.menu_actions, self))

    def show_about(self) -> None:
        """Tell what this program is."""
        from .about import AboutDialog

        self._open_dialog(AboutDialog(self))

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # -- messages ----------------------------------------------------------------------------------------------------

    def refuse(self, sentence: Sentence) -> None:
        """Tell why something cannot be done."""
        self.notice.show_message(translated(sentence))

    def fail(self, sentence: Sentence) -> None:
        """Tell what went wrong, until the user has closed it."""
        self.notice.show_message(translated(sentence), error=True)

    def _show_title(self) -> None:
        self._named = self.files.name
        # translate: the program's name is the same in all languages.
        self.setWindowTitle(f"{self._named}[*] — Journey Editor")
        self.setWindowModified(self.document.modified)

    def _show_busy(self, words: str) -> None:
        self.status.show_busy(words)
        self.menu_actions.set_busy(bool(words))
        self.setCursor(Qt.CursorShape.BusyCursor) if words else self.unsetCursor()

    # -- dropping and closing ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take any file: of one that cannot be opened, a message says why."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the file that was dropped."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # Later: where the file comes from waits for the drop to end, and there may be a question.
            QTimer.singleShot(0, self, lambda: self.files.open_path(path))

    def _restore(self) -> None:
        geometry, state = self.settings.window()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            # No larger than the screen, less some room for the frame.
            self.resize(QSize(1320, 840).boundedTo(self.screen().availableSize() - QSize(16, 48)))
        if not state.isEmpty():
            self.restoreState(state)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Go, unless there is something that the user wants to save first."""
        if not self.files.may_go():
            event.ignore()
            return
        self.jobs.wait()
        self.leave_start_page()
        self.settings.set_window(self.saveGeometry(), self.saveState())
        event.accept()
        self.closed.emit()


def _dropped(data: QMimeData) -> Path | None:
    """Return the first file among what is dragged, None where there is none."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
