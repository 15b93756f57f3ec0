"""What the command line prints for the user: one clear line, in the user's language where Qt is at hand."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from journey_editor.model import Sentence
from journey_editor.model.vocabulary import SOURCE, language_of

PROGRAM = "journey-editor"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# PySide takes an application away once nothing in Python holds it.
_kept: list[Any] = []


def print_sentences(sentences: Sequence[Sentence]) -> None:
    """Print sentences on standard error, a line each."""
    for sentence in sentences:
        to_stderr(line(sentence))


def print_error(sentence: Sentence) -> None:
    """Print what went wrong on standard error."""
    to_stderr(f"{PROGRAM}: {line(sentence)}")


def to_stderr(line: str) -> None:
    """Print a line on standard error."""
    # Nobody is left to be told that this failed.
    with suppress(OSError):
        print(plain(line), file=sys.stderr, flush=sys.stderr is not None)


def line(sentence: Sentence) -> str:
    """Return a sentence in the user's language, as one line."""
    return plain(_translator()(sentence))


def plain(text: str) -> str:
    """Return a text as one line that cannot steer a terminal."""
    return _CONTROLS.sub(" ", text)


@cache
def _translator() -> Callable[[Sentence], str]:
    """Return what puts a sentence into the user's language; that of the source code needs no Qt."""
    from locale import getlocale

    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or getlocale()[0] or ""
    if language_of(name) == SOURCE:
        return str
    try:
        from PySide6.QtCore import QCoreApplication

        from journey_editor.app.translation import install, translated
    except ImportError:
        return str
    install(application(QCoreApplication))
    return translated


def paint_without_display() -> None:
    """Let there be an application that can paint, wherever this runs."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application(QGuiApplication)


def application(kind: Any) -> Any:
    """Return the Qt application of this process, made if there is none of this kind."""
    from PySide6.QtCore import qInstallMessageHandler

    app = kind.instance()
    if app is not None and not isinstance(app, kind):
        app.shutdown()
        app = None
    if app is None:
        # What Qt remarks about the system is nothing that the user of a command could act on.
        qInstallMessageHandler(lambda *_: None)
        app = kind([PROGRAM])
    _kept[:] = [app]
    return app
