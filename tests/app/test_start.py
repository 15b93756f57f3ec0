"""Starting: what the window needs, what waits until it has been seen, and what an earlier session left."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hands import LEFT, find, rename_stage, wait
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journey_editor import storage
from journey_editor.app import run
from journey_editor.app.recovery import folder
from journey_editor.app.start import Session
from journey_editor.model import JourneyError
from journey_editor.storage.recovery import Recovery, orphans

REPOSITORY = Path(__file__).resolve().parents[2]
HEAVY = ("numpy", "networkx", "openpyxl", "pyqtgraph", "rapidfuzz", "sqlite3", "PySide6.QtPrintSupport")

FIRST_PAINT = f"""
import sys
from PySide6.QtCore import QTimer
from journey_editor.app import window as module, run

def report(window):
    print("early:", *[name for name in {HEAVY!r} if name in sys.modules])
    QTimer.singleShot(0, window, lambda: wait(window))

def wait(window):
    if window.jobs.busy or not window.panels or window.files.name != sys.argv[2]:
        QTimer.singleShot(5, window, lambda: wait(window))
    else:
        print("shown:", window.document.journey.info.title)
        window.close()

first = module.MainWindow._first_painted
def after_painting(self):
    report(self)
    first(self)
module.MainWindow._first_painted = after_painting
sys.exit(run(sys.argv[1] or None))
"""


EXAMPLE = REPOSITORY / "examples/alibaba-b2b.journey"


@pytest.mark.parametrize("path, name", [("", "Untitled"), (str(EXAMPLE), EXAMPLE.stem)])
def test_nothing_heavy_is_imported_before_the_window_is_painted(home, path, name):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home / "config"),
                   "LANG": "C.UTF-8", "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run([sys.executable, "-c", FIRST_PAINT, path, name], capture_output=True, text=True, timeout=60,
                          env=environment, cwd=home)
    assert done.returncode == 0, done.stderr
    early, shown = done.stdout.splitlines()[:2]
    assert early == "early:" and shown.startswith("shown:")


def test_without_a_display_one_sentence_says_so(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(JourneyError, match="no display"):
        run(None)
    gc.enable()  # the program starts without it


@pytest.fixture
def start(make_window, answers, qtbot):
    """A function that starts a session as the program does."""
    def begin(path=None):
        window = make_window()
        session = Session(window, path)
        session._begin()
        wait(lambda: not window.jobs.busy)
        return window
    return begin


def test_an_empty_start_offers_how_to_begin(start, home):
    window = start()
    page = window.center.cover
    assert page.isVisible() and not window.canvas.isVisible() and window.docks["inspector"].isHidden()
    QTest.mouseClick(page.new_button, LEFT)
    assert window.center.cover is None and window.canvas.isVisible() and not window.docks["inspector"].isHidden()
    assert window.canvas.hasFocus() and not window.document.modified


def test_an_example_is_one_click_away(start):
    window = start()
    page = window.center.cover
    path, button = next(iter(page.example_buttons.items()))
    wait(lambda: all(button.icon().isNull() is False for button in page.example_buttons.values()))
    assert button.accessibleName().startswith("Example: ")
    QTest.mouseClick(button, LEFT)
    wait(lambda: not window.jobs.busy)
    assert window.document.journey == storage.load(path) and window.center.cover is None


def test_what_was_open_lately_is_one_click_away(start, home, journey):
    path = home / "lately.journey"
    storage.save(journey, path)
    start(path).close()
    window = start()
    QTest.mouseClick(window.center.cover.recent_buttons[0], LEFT)
    wait(lambda: not window.jobs.busy)
    assert window.document.path == path


def test_inserting_leaves_the_start_page(start):
    window = start()
    window.menu_actions.by_name["stage"].trigger()
    assert window.center.cover is None and window.canvas.editor is not None and window.canvas.editor.hasFocus()


def test_closing_on_the_start_page_keeps_the_panels_for_the_next_time(start):
    window = start()
    window.close()
    assert not start().docks["inspector"].isVisible()
    again = start(EXAMPLE)
    assert again.docks["inspector"].isVisible() and again.docks["outline"].isVisible()


def test_a_file_that_is_not_there_is_told_and_the_window_stays(start, home):
    window = start(home / "none.journey")
    assert window.notice.text and window.isVisible()


def test_every_change_is_logged_until_the_session_ends_well(start, home, journey):
    path = home / "small.journey"
    storage.save(journey, path)
    window = start(path)
    assert list(folder().glob("*")) == []
    rename_stage(window, "Changed")
    assert len(list(folder().glob("*.recovery"))) == 1
    window.files.save()
    rename_stage(window, "Changed again")
    window.document.undo_stack.setClean()
    window.close()
    assert list(folder().glob("*")) == []


def crash(path, journey):
    """Leave what a session leaves that was killed: a log that nobody holds."""
    log = Recovery(folder(), journey, path)
    from journey_editor.model import operations

    change = operations.rename(journey, journey.stages[0].id, "Not saved")
    journey.apply(change)
    log.append(change)
    log._database.close()
    return orphans(folder())[0]


def test_what_was_not_saved_is_offered_and_recovered(start, answers, home, journey):
    path = home / "small.journey"
    storage.save(journey, path)
    crash(path, journey.copy())
    answers.act("recovery", lambda dialog: _recover(dialog))
    window = start()
    assert find(window, "Not saved") and window.document.modified and window.document.path == path
    assert window.center.cover is None
    window.document.undo_stack.setClean()
    window.close()
    assert orphans(folder()) == []


def _recover(dialog):
    assert dialog.list.item(0).text().startswith("small.journey, last changed ")
    QTest.mouseClick(dialog.findChild(QPushButton, "recover"), LEFT)


def test_what_was_recovered_is_safe_in_the_new_log(start, answers, home, journey):
    crash(None, journey)
    answers.click("recovery", "recover")
    window = start()
    logs = list(folder().glob("*.recovery"))
    assert len(logs) == 1 and window.document.modified and find(window, "Not saved")


def test_discarding_and_putting_off(start, answers, home, journey):
    crash(None, journey)
    answers.click("recovery", "not_now")
    start().close()
    assert len(orphans(folder())) == 1
    answers.click("recovery", "discard")
    window = start()
    assert orphans(folder()) == [] and window.document.journey.stages == []


def test_a_log_that_cannot_be_written_is_told_and_editing_goes_on(start, home, journey):
    path = home / "small.journey"
    storage.save(journey, path)
    folder().parent.mkdir(parents=True)
    folder().write_text("a file where the folder should be")
    window = start(path)
    rename_stage(window, "Changed")
    assert "recovery log" in window.notice.text and find(window, "Changed")
