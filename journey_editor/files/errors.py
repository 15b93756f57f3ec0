"""Why a file cannot be read or written, in the same words whatever kind of file it is."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable

from journey_editor.model.sentence import Sentence
from .kinds import FileKind, readable, suffixes_of

FilePath = str | os.PathLike[str]


def not_read(error: OSError, path: FilePath) -> Sentence:
    """Return why a file was not read."""
    path = os.fspath(path)
    name, folder = _name(path), os.path.dirname(path)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        if folder and not os.path.isdir(folder):
            return Sentence("model", "There is no folder “{folder}”.", folder=folder)
        return Sentence("model", "There is no file “{name}”.", name=name)
    if isinstance(error, IsADirectoryError):
        return Sentence("model", "“{name}” is a folder, not a file.", name=name)
    if isinstance(error, PermissionError):
        return Sentence(
            "model", "“{name}” cannot be read: you do not have permission to read it, or another program has locked "
                     "it.",
            name=name)
    return Sentence("model", "“{name}” cannot be read: {reason}.", name=name, reason=_reason(error))


def not_written(error: OSError, path: FilePath) -> Sentence:
    """Return why a file was not written."""
    path = os.fspath(path)
    name = _name(path)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return Sentence("model", "“{name}” was not written, because the disk is full.", name=name)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Sentence("model", "“{name}” was not written, because there is no folder “{folder}”.",
                        name=name, folder=os.path.dirname(path) or ".")
    if isinstance(error, IsADirectoryError):
        return Sentence("model", "“{name}” was not written, because a folder with that name already exists.", name=name)
    if isinstance(error, PermissionError):
        return Sentence(
            "model", "“{name}” was not written: it is open in another program, or you do not have permission to write "
                     "there.",
            name=name)
    return Sentence("model", "“{name}” was not written: {reason}.", name=name, reason=_reason(error))


def not_a_regular_file(path: FilePath) -> Sentence:
    """Return why something is neither read nor written that is there, but is a pipe or a device."""
    return Sentence("storage", "“{name}” is not an ordinary file.", name=_name(os.fspath(path)))


def unknown_kind(path: FilePath, *, tables: bool) -> Sentence:
    """Return why a file is not opened that is neither a journey nor a workbook nor, where `tables` may be, a table."""
    path = os.fspath(path)
    if os.path.isdir(path):
        return not_read(IsADirectoryError(), path)
    if not os.path.exists(path):
        return not_read(FileNotFoundError(), path)
    name = _name(path)
    if not tables:
        return Sentence("model", "“{name}” is neither a journey (.journey) nor a workbook (.xlsx).", name=name)
    return Sentence(
        "model", "“{name}” is neither a journey (.journey) nor a workbook (.xlsx) nor a table ({suffixes}).",
        name=name, suffixes=", ".join(suffixes_of(readable("table"))))


def wrong_suffix(path: FilePath, kinds: Iterable[FileKind]) -> Sentence:
    """Return why a file is not written whose suffix is that of none of these kinds."""
    return Sentence("model", "“{name}” cannot be written: its name must end in {suffixes}.",
                    name=_name(os.fspath(path)), suffixes=", ".join(suffixes_of(kinds)))


def _name(path: str) -> str:
    return os.path.basename(path.rstrip("/\\")) or path


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
