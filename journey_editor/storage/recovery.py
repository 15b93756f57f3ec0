"""The recovery log: what was done since the last save, kept on the disk until the session ends well.

One SQLite file a session, in a folder of the program's own. It holds the journey as it was opened or saved (its
bytes, under their sha256) and one row a Change, each with the sha256 of all that led to it; a row that was acknowledged
survives the end of the process and a power cut. The file comes into being with the first change, so a session that
only looks leaves nothing. While it lives a session holds an exclusive lock on its file: a file without one is an
orphan, left by a session that did not end.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from journey_editor.model import Change, Journey, JourneyError, Record, Sentence, new_id
from journey_editor.model.raw import raw_of

from . import native
from journey_editor.files.errors import FilePath
from .migrations import Document

SUFFIX = ".recovery"

_TABLES = (
    "CREATE TABLE IF NOT EXISTS base (sha256 TEXT, bytes BLOB, path BLOB, saved INTEGER, at REAL)",
    "CREATE TABLE IF NOT EXISTS change (number INTEGER PRIMARY KEY, edits TEXT, sha256 TEXT, at REAL)",
)
_KEPT_EMPTY = 3600.0  # seconds: a log with nothing in it may be one that another session is just starting


class Recovery:
    """The log of one session. What writes raises `JourneyError` if it cannot; the next change then logs it all anew."""

    def __init__(self, folder: FilePath, journey: Journey, path: FilePath | None) -> None:
        """Start with a journey that stands in `path`, or is new and empty; writes nothing yet."""
        self.file = Path(folder) / (new_id() + SUFFIX)
        self._database: sqlite3.Connection | None = None
        self.rebase(journey, path)

    def rebase(self, journey: Journey, path: FilePath | None, *, saved: bool = True) -> None:
        """Forget what was logged: `journey` has been saved in `path`, or opened from it.

        `saved` is False where no file holds the journey (it was imported, or recovered): then it is logged at once.
        """
        self._journey = journey
        self._path = None if path is None else os.path.abspath(path)
        # Records are frozen, so this stays the journey as it is now. Without it the log is incomplete.
        self._base: list[Record] | None = list(journey) if saved else None
        self._chain = ""
        with _as_journey_error(_unwritten):
            if not saved:
                self._start(journey, saved=False)
            elif self._database is not None:
                with _transaction(self._database):
                    _forget(self._database)

    def append(self, change: Change) -> None:
        """Log a change that has been made to the journey; on return it is safe on the disk."""
        with _as_journey_error(_unwritten):
            if not self._chain and self._base is None:
                self._start(self._journey, saved=False)  # The change is in it.
                return
            if not self._chain:
                self._start(self._base or (), saved=True)
            self._write(change)

    def close(self) -> None:
        """End the session well: there is nothing to recover, so the log goes."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
            _remove(self.file)

    def _start(self, records: Iterable[Record], *, saved: bool) -> None:
        """Log the journey that the changes to come are changes of."""
        self._base = None
        if self._database is None:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = _connect(self.file, patience=5)
        data = native.dumps(records)
        sha256 = hashlib.sha256(data).hexdigest()
        path = None if self._path is None else os.fsencode(self._path)
        with _transaction(self._database):
            _forget(self._database)
            row = sha256, data, path, saved, time.time()
            self._database.execute("INSERT INTO base VALUES (?, ?, ?, ?, ?)", row)
        self._chain = sha256

    def _write(self, change: Change) -> None:
        assert self._database is not None
        edits = _encode(change)
        chain, self._chain = _link(self._chain, edits), ""  # If it fails, the log is incomplete from here on.
        self._database.execute("INSERT INTO change (edits, sha256, at) VALUES (?, ?, ?)", (edits, chain, time.time()))
        self._chain = chain


@dataclass(frozen=True)
class Orphan:
    """What a session that did not end left: the document's path (None if it had none), when, how many changes.

    A journey that was never in a file (an import) is worth recovering with no change at all.
    """

    file: Path
    path: Path | None
    when: datetime
    changes: int

    def restore(self) -> tuple[Journey, Path | None]:
        """Return the journey as the last good row of the log leaves it, and its path; raise `JourneyError`."""
        with _as_journey_error(_unreadable):
            if not self.file.exists():
                raise OSError("the log is gone")
            with closing(_connect(self.file)) as database:
                document, chain = _base(database)
                records = {raw["id"]: raw for raw in document["records"]}
                for edits in _good_rows(database, chain):
                    _replay(records, edits)
        return native.journey_from({**document, "records": list(records.values())}), self.path

    def discard(self) -> None:
        """Delete the log; one that is gone already is no error."""
        _remove(self.file)


def orphans(folder: FilePath) -> list[Orphan]:
    """Return what sessions that did not end left in the folder, the newest first; logs in use are left alone."""
    found = []
    for file in Path(folder).glob("*" + SUFFIX):
        # What cannot be opened is in use, or so damaged that nothing can be told of it.
        with suppress(sqlite3.Error, OSError, TypeError, ValueError, OverflowError):
            age = time.time() - file.stat().st_mtime
            orphan = _look(file)
            if orphan is not None:
                found.append(orphan)
            elif age > _KEPT_EMPTY:
                _remove(file)
    return sorted(found, key=lambda orphan: orphan.when, reverse=True)


def _look(file: Path) -> Orphan | None:
    """Return what a log holds, None if there is nothing to recover; raise `sqlite3.Error` if in use or damaged."""
    with closing(_connect(file)) as database:
        base = database.execute("SELECT sha256, path, saved, at FROM base").fetchone()
        if base is None:
            return None
        chain, path, saved, at = base
        changes = sum(1 for _ in _good_rows(database, chain))
        with suppress(sqlite3.DatabaseError):
            at = database.execute("SELECT max(at) FROM change").fetchone()[0] or at
    if saved and not changes:
        return None
    when = datetime.fromtimestamp(at, timezone.utc)
    return Orphan(file, None if path is None else Path(os.fsdecode(path)), when, changes)


def _base(database: sqlite3.Connection) -> tuple[Document, str]:
    row = database.execute("SELECT sha256, bytes FROM base").fetchone()
    if row is None or type(row[1]) is not bytes or hashlib.sha256(row[1]).hexdigest() != row[0]:
        raise sqlite3.DatabaseError("the log is damaged")
    return native.parse(row[1]), row[0]


def _good_rows(database: sqlite3.Connection, chain: str) -> Iterator[str]:
    """Yield the edits of each change as far as the log is whole, from the base with the sha256 `chain` on."""
    with suppress(sqlite3.DatabaseError):
        for edits, sha256 in database.execute("SELECT edits, sha256 FROM change ORDER BY number"):
            if type(edits) is not str or (chain := _link(chain, edits)) != sha256:
                return
            yield edits


# -- changes as rows ---------------------------------------------------------------------------------------------------


def _encode(change: Change) -> str:
    """Return a change as JSON: the records as they are after it, and the ids of those that it removes."""
    put = [raw_of(after) for _, after in change.edits.values() if after is not None]
    gone = [id_ for id_, (_, after) in change.edits.items() if after is None]
    return json.dumps({"put": put, "gone": gone}, allow_nan=False)


def _replay(records: dict[str, Document], edits: str) -> None:
    change = json.loads(edits)
    for id_ in change["gone"]:
        records.pop(id_, None)
    for raw in change["put"]:
        records[raw["id"]] = raw


def _link(chain: str, edits: str) -> str:
    return hashlib.sha256((chain + edits).encode()).hexdigest()


# -- SQLite ------------------------------------------------------------------------------------------------------------


def _connect(file: Path, patience: float = 0) -> sqlite3.Connection:
    """Open a log and lock it; raise `sqlite3.OperationalError` if another still has it after `patience` seconds."""
    database = sqlite3.connect(file, timeout=patience, isolation_level=None)
    try:
        # Set before the first access: SQLite then keeps the lock that it takes there, and needs no shared memory.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        with _transaction(database):
            for table in _TABLES:
                database.execute(table)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN EXCLUSIVE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _forget(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM change")
    database.execute("DELETE FROM base")


def _remove(file: Path) -> None:
    for name in file, Path(f"{file}-wal"), Path(f"{file}-shm"):
        with suppress(OSError):
            name.unlink()


@contextmanager
def _as_journey_error(sentence: Callable[[str], Sentence]) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise JourneyError(sentence(str(error))) from error


def _unwritten(reason: str) -> Sentence:
    return Sentence("storage", "The recovery log cannot be written: {reason}.", reason=reason)


def _unreadable(reason: str) -> Sentence:
    return Sentence("storage", "The unsaved changes cannot be recovered: {reason}.", reason=reason)
