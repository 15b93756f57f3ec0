"""The window, its actions, settings and jobs: the only place that wires the rooms.

May import anything.
"""

from __future__ import annotations

import gc


def run(path: str | None = None) -> int:
    """Open the editor, on a file if one is given; return the exit code once its window is closed.

    Raise `JourneyError` where there is no display.
    """
    # Start-up makes many objects and drops none: looking for garbage among them is a tenth of it. The window switches
    # the collector on again once it is complete.
    gc.disable()
    # The command line imports this package for its translations alone, and must not load all of Qt for that.
    from .start import begin

    app, window = begin(path)
    return app.exec()
