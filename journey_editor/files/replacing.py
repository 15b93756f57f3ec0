"""Writing a file in one step."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import uuid
from collections.abc import Callable


def replace_file(path: str, content: bytes, check: Callable[[str], None] | None = None) -> None:
    """Put a file in the place of another, whole or not at all; raise `OSError` if that is not possible.

    `check` gets the path of what was written before it takes the other's place, and raises if it is not good.
    """
    path = os.path.realpath(path)
    there = os.path.exists(path)
    if there and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", path)
    temporary = os.path.join(os.path.dirname(path), f".{uuid.uuid4().hex}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(temporary)
        if there:
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
