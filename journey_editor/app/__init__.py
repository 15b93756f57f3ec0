"""The window, its actions, settings and jobs: the only place that wires the rooms.

May import anything.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from .window import MainWindow


def run(path: str | None = None) -> int:
    """Open the editor, on a file if one is given; return the exit code once its window is closed.

    Raise `JourneyError` where there is no display.
    """
    app, window = begin(path)
    return app.exec()


def begin(path: str | None = None) -> tuple[QApplication, MainWindow]:
    """Show the window, on a file if one is given; return it with its application, whose loop is not running yet.

    Raise `JourneyError` where there is no display.
    """
    # Start-up makes many objects and drops none: looking for garbage among them is a tenth of it. The window switches
    # the collector on again once it is complete.
    gc.disable()
    _leave_sources_unread()
    # The command line imports this package for its translations alone, and must not load all of Qt for that.
    from .start import show

    return show(path)


def _leave_sources_unread() -> None:
    # WORKAROUND: PySide6 (seen in 6.11) reads the source of each module imported after it, numpy's too, and searches it
    # for its own name, in case the module switches a `__feature__` on. Nothing here does; it was a fifth of the start.
    import PySide6  # noqa: F401

    try:
        from shibokensupport import feature  # type: ignore[import-not-found]
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda module: False
