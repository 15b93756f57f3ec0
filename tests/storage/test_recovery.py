"""The recovery log: what was acknowledged survives, what was saved is forgotten, what is damaged is cut off there."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from journey_editor.model import Change, Journey, JourneyError, JourneyInfo, Stage, operations
from journey_editor.storage import dumps, loads
from journey_editor.storage.recovery import Recovery, orphans

# A session that names its journey 1, 2, 3 …, prints each number once it is logged, and waits for a line after it.
SESSION = """
import sys
from journey_editor.model import operations
from journey_editor.storage.recovery import Recovery
journey = operations.new_journey("0")
recovery = Recovery(sys.argv[1], journey, None if sys.argv[2] == "-" else sys.argv[2])
if sys.argv[3] == "unsaved":
    recovery.rebase(journey, None, saved=False)
print("ready", flush=True)
number = 0
while sys.stdin.readline() != "":
    number += 1
    change = operations.rename(journey, journey.info.id, str(number))
    journey.apply(change)
    recovery.append(change)
    print(number, flush=True)
recovery.close()
"""


@pytest.fixture
def session(tmp_path):
    """A function that starts another process with a session in the folder `log`."""
    processes = []

    def start(path: str = "-", kind: str = "saved") -> subprocess.Popen[str]:
        process = subprocess.Popen([sys.executable, "-c", SESSION, str(tmp_path / "log"), path, kind], text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        processes.append(process)
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def edit(process: subprocess.Popen[str], times: int = 1) -> None:
    """Let the session make a change and wait until it says that it is logged."""
    for _ in range(times):
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline().strip().isdigit()


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


@pytest.fixture
def journey():
    return Journey([JourneyInfo(title="0"), Stage(title="A"), Stage(title="B", order=1)])


def changes_of(journey):
    """Three changes, each made to the journey when it is given out: an update, a removal, an addition."""
    stage = journey.stages[0]
    for make in (lambda: operations.rename(journey, journey.info.id, "注册 🗺"),
                 lambda: operations.delete(journey, [stage.id]),
                 lambda: operations.add_stage(journey, "C", 0)):
        change = make()
        journey.apply(change)
        yield change


def abandon(recovery: Recovery) -> None:
    """End a session as a crash would, within this process: its lock goes, its file stays."""
    recovery._database.close()


# -- kills -------------------------------------------------------------------------------------------------------------


def test_what_was_acknowledged_survives_a_kill(tmp_path, session):
    process = session(path="map.journey")
    edit(process, 3)
    kill(process)
    (orphan,) = orphans(tmp_path / "log")
    assert orphan.path == Path("map.journey").absolute() and orphan.changes == 3
    assert timedelta(0) <= datetime.now(timezone.utc) - orphan.when < timedelta(minutes=5)
    restored, path = orphan.restore()
    assert restored.info.title == "3" and path == orphan.path
    assert orphan.restore()[0] == restored
    orphan.discard()
    assert orphans(tmp_path / "log") == [] and os.listdir(tmp_path / "log") == []
    orphan.discard()
    with pytest.raises(JourneyError, match="the log is gone"):
        orphan.restore()


def test_kills_at_any_moment_lose_nothing_acknowledged(tmp_path, session):
    for number in range(5):
        process = session()
        edit(process, number)
        process.stdin.write("\n" * 50)
        process.stdin.flush()
        acknowledged = int(process.stdout.readline())
        os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        acknowledged = int((process.stdout.read().split() or [acknowledged])[-1])
        process.wait()
        (orphan,) = orphans(tmp_path / "log")
        title = int(orphan.restore()[0].info.title)
        assert title == orphan.changes and acknowledged <= title <= acknowledged + 1
        orphan.discard()


def test_a_live_session_is_no_orphan_and_a_clean_end_leaves_nothing(tmp_path, session):
    process = session()
    edit(process)
    assert orphans(tmp_path / "log") == []
    other = session()
    edit(other)
    kill(other)
    assert len(orphans(tmp_path / "log")) == 1
    edit(process)
    process.communicate()
    (orphan,) = orphans(tmp_path / "log")
    assert os.listdir(tmp_path / "log") == [orphan.file.name]


def test_a_session_that_only_looked_leaves_nothing(tmp_path, session):
    kill(session())
    assert not (tmp_path / "log").exists() and orphans(tmp_path / "log") == []


def test_a_journey_that_no_file_holds_is_logged_before_any_change(tmp_path, session):
    kill(session(kind="unsaved"))
    (orphan,) = orphans(tmp_path / "log")
    assert orphan.changes == 0 and orphan.path is None
    assert orphan.restore()[0].info.title == "0"


# -- what is logged ----------------------------------------------------------------------------------------------------


def test_every_kind_of_change_is_restored(tmp_path, journey):
    recovery = Recovery(tmp_path, journey, tmp_path / "地图.journey")
    for change in changes_of(journey):
        recovery.append(change)
    recovery.append(change.inverse())
    recovery.append(change)
    abandon(recovery)
    (orphan,) = orphans(tmp_path)
    assert orphan.restore() == (journey, tmp_path / "地图.journey") and orphan.changes == 5


def test_after_a_save_only_later_changes_are_left(tmp_path, journey):
    recovery = Recovery(tmp_path, journey, None)
    for change in changes_of(journey):
        recovery.append(change)
    journey = Journey([JourneyInfo(title="0"), Stage(title="A"), Stage(title="B", order=1)])
    recovery.rebase(journey, None)
    steps = changes_of(journey)
    recovery.append(next(steps))
    recovery.rebase(journey, tmp_path / "a.journey")
    saved = loads(dumps(journey))
    recovery.append(next(steps))
    abandon(recovery)
    (orphan,) = orphans(tmp_path)
    assert orphan.changes == 1 and orphan.restore() == (journey, tmp_path / "a.journey") and saved != journey


def test_after_a_save_there_is_nothing_to_recover(tmp_path, journey):
    recovery = Recovery(tmp_path, journey, None)
    recovery.append(next(changes_of(journey)))
    recovery.rebase(journey, tmp_path / "a.journey")
    abandon(recovery)
    assert orphans(tmp_path) == []


def test_a_recovered_journey_is_safe_again_before_its_log_is_discarded(tmp_path, journey):
    recovery = Recovery(tmp_path, journey, None)
    recovery.append(next(changes_of(journey)))
    abandon(recovery)
    (orphan,) = orphans(tmp_path)
    restored, path = orphan.restore()
    second = Recovery(tmp_path, restored, path)
    second.rebase(restored, path, saved=False)
    orphan.discard()
    abandon(second)
    (orphan,) = orphans(tmp_path)
    assert orphan.restore()[0] == journey


def test_the_newest_orphan_comes_first(tmp_path, journey):
    for number in range(3):
        recovery = Recovery(tmp_path, journey, tmp_path / str(number))
        recovery.append(Change())
        abandon(recovery)
    assert [orphan.path.name for orphan in orphans(tmp_path)] == ["2", "1", "0"]


def test_a_change_that_could_not_be_logged_is_made_good_by_the_next(tmp_path, journey):
    folder = tmp_path / "log"
    folder.write_text("in the way")
    recovery = Recovery(folder, journey, None)
    steps = changes_of(journey)
    with pytest.raises(JourneyError, match="The recovery log cannot be written: "):
        recovery.append(next(steps))
    with pytest.raises(JourneyError):
        recovery.append(next(steps))
    folder.unlink()
    recovery.append(next(steps))
    recovery.append(Change())
    abandon(recovery)
    (orphan,) = orphans(folder)
    assert orphan.restore()[0] == journey


def test_closing_twice_or_without_a_change_is_no_error(tmp_path, journey):
    recovery = Recovery(tmp_path / "log", journey, None)
    recovery.close()
    recovery.close()
    assert not (tmp_path / "log").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_others_cannot_look_into_the_log(tmp_path, journey):
    recovery = Recovery(tmp_path / "a" / "log", journey, None)
    recovery.append(next(changes_of(journey)))
    assert (tmp_path / "a" / "log").stat().st_mode & 0o077 == 0
    recovery.close()


# -- damage ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def damaged(tmp_path, journey):
    """A log of three changes, left behind, and the journey after each of its changes."""
    recovery = Recovery(tmp_path / "log", journey, None)
    states = [journey.copy()]
    for change in changes_of(journey):
        recovery.append(change)
        states.append(journey.copy())
    abandon(recovery)
    return recovery.file, states


@pytest.mark.parametrize("row", [1, 2, 3])
@pytest.mark.parametrize("damage", [
    "edits = edits || ' '", "edits = NULL", "edits = x'ff00'", "edits = CAST(x'ff' AS TEXT)",
    "sha256 = ''"])
def test_a_damaged_row_ends_what_is_restored(damaged, row, damage):
    file, states = damaged
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(f"UPDATE change SET {damage} WHERE number = {row}")
    found = orphans(file.parent)
    if row == 1:
        assert found == []
    else:
        assert found[0].changes == row - 1 and found[0].restore()[0] == states[row - 1]


def test_a_missing_row_ends_what_is_restored(damaged):
    file, states = damaged
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM change WHERE number = 2")
    (orphan,) = orphans(file.parent)
    assert orphan.changes == 1 and orphan.restore()[0] == states[1]


def test_a_damaged_base_is_told(damaged):
    file, _ = damaged
    (orphan,) = orphans(file.parent)
    for damage in "x'00'", "NULL", "''":
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(f"UPDATE base SET bytes = {damage}, path = 7, at = 1e300")
        with pytest.raises(JourneyError, match="The unsaved changes cannot be recovered: the log is damaged."):
            orphan.restore()
        assert orphans(file.parent) == []


def test_a_log_cut_off_after_a_kill_restores_what_is_whole(tmp_path, session):
    process = session()
    edit(process, 10)
    kill(process)
    (file,) = (tmp_path / "log").glob("*.recovery")
    log = Path(f"{file}-wal")
    data = log.read_bytes()
    titles = set()
    for end in range(len(data), 0, -2000):
        log.write_bytes(data[:end])
        for orphan in orphans(tmp_path / "log"):
            assert orphan.restore()[0].info.title == str(orphan.changes)
            titles.add(orphan.changes)
        file.write_bytes(b"")
        log.unlink(missing_ok=True)
    assert 10 in titles


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 4096, os.urandom(9000)])
def test_what_is_no_log_is_no_orphan_and_disturbs_nobody(tmp_path, damaged, data):
    file, states = damaged
    (file.parent / "x.recovery").write_bytes(data)
    (file.parent / "folder.recovery").mkdir()
    (orphan,) = orphans(file.parent)
    assert orphan.restore()[0] == states[3]


def test_an_old_log_with_nothing_in_it_is_cleared_away(tmp_path):
    for name, age in ("old", 10_000), ("young", 0):
        (tmp_path / f"{name}.recovery").touch()
        os.utime(tmp_path / f"{name}.recovery", (time.time() - age,) * 2)
    assert orphans(tmp_path) == []
    assert [path.stem for path in tmp_path.glob("*.recovery")] == ["young"]
