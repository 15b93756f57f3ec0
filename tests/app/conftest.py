"""A whole window on settings of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Answers, open_file
from PySide6.QtCore import QEvent, QSettings

from journey_editor import storage
from journey_editor.app.appearance import Appearance
from journey_editor.app.settings import Settings
from journey_editor.app.window import MainWindow
from journey_editor.drawing.looks import LIGHT, set_window_look
from journey_editor.model import Journey


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    """Settings and application data of this test alone."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def answers(qapp) -> Iterator[Answers]:
    """Answers to dialogs; each must come, and no other."""
    made = Answers()
    yield made
    made.stop()
    assert not made.waiting and not [name for name in made.seen if name.startswith("unexpected")]


@pytest.fixture
def make_window(qtbot, qapp) -> Iterator[Callable[..., MainWindow]]:
    """A function that shows a window, its panels filled."""
    made: list[MainWindow] = []

    def make(language: str = "en") -> MainWindow:
        settings = Settings()
        window = MainWindow(settings, Appearance(qapp, settings), language)
        made.append(window)
        window.resize(1200, 800)
        with qtbot.waitSignal(window.ready):
            window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        return window

    yield make
    for window in made:
        window.commit()
        window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()
    # Now, not when the next event loop runs: a widget that outlives its style sheet is unknown to the cache of the next
    # one, which then holds it longer than it lives.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    set_window_look(LIGHT)


@pytest.fixture
def window(make_window, journey: Journey, home, answers) -> MainWindow:
    """A window with the small map open from a file."""
    path = home / "small.journey"
    storage.save(journey, path)
    made = make_window()
    open_file(made, path)
    return made
