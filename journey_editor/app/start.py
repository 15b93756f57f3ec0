"""From the command line to a running window."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journey_editor import __version__
from journey_editor.drawing.fonts import load_fonts
from journey_editor.drawing.icons import app_icon
from journey_editor.model import JourneyError, Sentence, vocabulary

from .appearance import Appearance
from .jobs import unexpected
from .settings import APPLICATION, Settings
from .translation import install
from .window import MainWindow


class Session(QObject):
    """One run of the program: what waits until the window has been seen, and what ends with it."""

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        if path is None:
            window.show_start_page()
        # Queued: whoever else waits for the window hears of it first.
        window.painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def _begin(self) -> None:
        import signal  # here for start-up time: its enums take a part of it

        from .recovery import RecoveryLog

        # Ctrl+C in the terminal ends the program; the recovery log then has what was not saved.
        signal.signal(signal.SIGINT, signal.SIG_DFL)

        # Here, on the window's own thread: files are read and laid out on another.
        load_fonts()
        self.log = RecoveryLog(self._window.document, self)
        self.log.refused.connect(self._window.fail)
        self._window.closed.connect(self.log.close)
        if not self._offer_recovery() and self._path is not None:
            self._window.files.open_path(self._path)

    def _offer_recovery(self) -> bool:
        """Offer what earlier sessions left; return whether one of them is shown now."""
        from journey_editor.storage.recovery import orphans

        from .recovery import DISCARD, RECOVER, RecoveryDialog, folder

        while found := orphans(folder()):
            dialog = RecoveryDialog(found, self._window)
            answer, orphan = dialog.exec(), dialog.orphan
            dialog.deleteLater()
            if answer == DISCARD:
                orphan.discard()
                continue
            if answer == RECOVER:
                try:
                    journey, path = orphan.restore()
                except JourneyError as error:
                    self._window.fail(error.sentence)
                    return False
                self._window.files.show_recovered(journey, path)
                # From here on this session's own log holds it.
                orphan.discard()
                return True
            break
        return False


def make_application() -> QApplication:
    """Return the application, named, with its icon."""
    # As an argument: setStyle() returns the style, and PySide would look through all of Qt for what kind it is.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName(APPLICATION)
    app.setApplicationDisplayName("Journey Editor")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION)
    app.setWindowIcon(app_icon())
    return app


def show(path: str | None = None) -> tuple[QApplication, MainWindow]:
    """Show the window, on a file if one is given; return it with its application, whose loop is not running yet.

    Raise `JourneyError` where there is no display.
    """
    if sys.platform.startswith("linux") and not any(
            os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise JourneyError(Sentence("app", "There is no display to open a window on."))
    app = make_application()
    settings = Settings()
    language = install(app, settings.language or None)
    if vocabulary.language(language).shipped_fonts:
        # Without them a system may have no glyph for a single word of the window.
        load_fonts()
    window = MainWindow(settings, Appearance(app, settings), language)
    Session(window, Path(path) if path is not None else None)
    _report_faults(window)
    window.ready.connect(gc.enable)
    window.show()
    return app, window


def _report_faults(window: MainWindow) -> None:
    """Let a fault in the program be seen, instead of only a button that does nothing."""
    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import logging

        logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            window.fail(unexpected(error).sentence)

    sys.excepthook = report
