"""Whole files read and replaced, each failure told in one sentence."""

from __future__ import annotations

import errno
import os
import stat
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journey_editor.model import JourneyError, Sentence
from .errors import not_read, not_written

AnyPath = str | os.PathLike[str]

# What a file system that cannot sync a folder answers, or a folder that may be written but not read.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF, errno.ENOSYS}


def read(path: AnyPath) -> bytes:
    """Return what the file holds; raise `JourneyError` if it cannot be read."""
    with _told(path, not_read):
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise _not_a_file(path)
        return Path(path).read_bytes()


def replace(path: AnyPath, data: bytes) -> None:
    """Make the file hold exactly `data`; raise `JourneyError` if it cannot, and then leave it as it was.

    The data is written beside the file, forced to the disk and put in its place in one step. A link is followed to
    what it points at; the file's permissions stay.
    """
    with _told(path, not_written):
        target = os.path.realpath(path)
        old = _status(path, target)
        beside = os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:40]}.{uuid.uuid4().hex[:8]}.tmp")
        try:
            _write(beside, data, old)
            os.replace(beside, target)
        except BaseException:
            if os.path.lexists(beside):
                os.unlink(beside)
            raise
        _sync_folder(os.path.dirname(target))


def _status(path: AnyPath, target: str) -> os.stat_result | None:
    """Return what stands at `target`, None if nothing; raise where it must not be replaced."""
    try:
        old = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(old.st_mode):
        raise _not_a_file(path)
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        # Replacing would get round the write protection.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return old


def _write(path: str, data: bytes, old: os.stat_result | None) -> None:
    """Write a new file and force it to the disk, with the permissions (and where allowed the owner) of `old`."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        if old is not None and os.name == "posix":
            _take_over(file.fileno(), old)
        file.flush()
        os.fsync(file.fileno())


def _take_over(descriptor: int, old: os.stat_result) -> None:
    # Only root may give a file away, but anybody to a group of his own: what a team shares stays shared.
    for owner, group in (-1, old.st_gid), (old.st_uid, -1):
        try:
            os.fchown(descriptor, owner, group)
        except PermissionError:
            pass
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: str) -> None:
    if os.name != "posix":
        return  # Windows has no such call; its rename is journalled.
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _not_a_file(path: AnyPath) -> Exception:
    if os.path.isdir(path):
        return IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return JourneyError(Sentence("storage", "“{name}” is not an ordinary file.",
                                 name=os.path.basename(os.fspath(path))))


@contextmanager
def _told(path: AnyPath, sentence: Callable[[OSError | ValueError, AnyPath], Sentence]) -> Iterator[None]:
    """Turn what the system says into one sentence about `path`."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise JourneyError(sentence(error, path)) from error
