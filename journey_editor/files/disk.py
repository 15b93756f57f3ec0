"""Whole files read and written; whatever goes wrong is a `JourneyError` of one sentence."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from journey_editor.model.sentence import JourneyError, Sentence
from .errors import FilePath, not_a_regular_file, not_read, not_written

# What a file system that cannot sync a folder answers, or a folder that may be written but not read.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF, errno.ENOSYS}


@contextmanager
def open_for_reading(path: FilePath) -> Iterator[BinaryIO]:
    """Open a file; raise `JourneyError` if it is no regular file or cannot be read, also later on."""
    with _explained(path, not_read):
        _require_regular(path, _status(path))
        with open(path, "rb") as file:
            yield file


def read_bytes(path: FilePath, most: int = -1) -> bytes:
    """Return what a file holds, or its first `most` bytes; raise `JourneyError` if it cannot be read."""
    with open_for_reading(path) as file:
        return file.read(most)


def atomic_write(path: FilePath, data: bytes, check: Callable[[str], None] | None = None) -> None:
    """Make a file hold exactly `data`; raise `JourneyError` if it cannot, and then leave it as it was.

    The data is written to a temporary file beside it, forced to the disk and put in its place in one step. A link is
    followed to what it points at; permissions stay and, where that is allowed, owner and group. `check` gets the path
    of the temporary file before it takes the other's place, and raises what is wrong with it.
    """
    with _explained(path, not_written):
        replaced = _replaced(path)
        target = os.path.realpath(path)
        folder, name = os.path.split(target)
        temporary = os.path.join(folder, f".{name[:40]}.{os.urandom(4).hex()}.tmp")
        try:
            _write(temporary, data, replaced, check)
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
        _sync_folder(folder)


def _replaced(path: FilePath) -> os.stat_result | None:
    """Return the status of the file that is to be replaced, None if there is none; raise if it must not be."""
    try:
        status = _status(path)
    except FileNotFoundError:
        return None
    _require_regular(path, status)
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        # Replacing would get round the write protection.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _write(path: str, data: bytes, replaced: os.stat_result | None, check: Callable[[str], None] | None) -> None:
    """Write a new file, check it, give it the permissions of the one that it replaces, and force it to the disk."""
    # Until it has the permissions of the other, nobody else may read what was perhaps not for them.
    mode = 0o666 if replaced is None else 0o600
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        if check is not None:
            check(path)
        if replaced is not None and os.name == "posix":
            _take_over(descriptor, replaced)
        os.fsync(descriptor)


def _take_over(descriptor: int, replaced: os.stat_result) -> None:
    # Only root may give a file away, but anybody to one of their own groups: what a team shares stays shared.
    for owner, group in (-1, replaced.st_gid), (replaced.st_uid, -1):
        with suppress(PermissionError):
            os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, stat.S_IMODE(replaced.st_mode))


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


def _status(path: FilePath) -> os.stat_result:
    """Return the status of what a path leads to; raise `OSError`, also for a name that no file can have."""
    try:
        return os.stat(path)
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from error


def _require_regular(path: FilePath, status: os.stat_result) -> None:
    """Refuse folders, pipes and devices: reading one may wait for ever, replacing one would remove it."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise JourneyError(not_a_regular_file(path))


@contextmanager
def _explained(path: FilePath, sentence: Callable[[OSError, FilePath], Sentence]) -> Iterator[None]:
    """Turn what the system says into one sentence about `path`."""
    try:
        yield
    except OSError as error:
        raise JourneyError(sentence(error, path)) from error
