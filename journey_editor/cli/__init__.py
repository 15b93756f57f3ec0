"""The command line: opens the editor, or does what a command says (`commands`).

May import anything, but only where it is needed: people wait for the editor's window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from journey_editor.model import JourneyError, Sentence
from journey_editor.files.errors import not_read
from .output import print_error

WRONG, INTERRUPTED = 2, 130
_COMMANDS = ("convert", "info", "merge")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return the exit code: 0, 1 for conflicts of a merge, 2 with one sentence on
    standard error, 130 for Ctrl+C.
    """
    for stream in sys.stdout, sys.stderr:
        if hasattr(stream, "reconfigure"):
            # A console that lacks a character shows a question mark in its place, and not an error.
            stream.reconfigure(errors="replace")
    try:
        try:
            code = _run(sys.argv[1:] if argv is None else argv)
        except SystemExit as end:  # argparse, after --help and --version
            code = end.code if isinstance(end.code, int) else WRONG
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except JourneyError as error:
        print_error(error.sentence)
    except BrokenPipeError:
        _drop(sys.stdout)
        print_error(Sentence("cli", "The output was closed before all of it was written."))
    except OSError as error:
        _drop(sys.stdout)
        print_error(_reason(error))
    except ImportError as error:
        # Qt without one of the system's libraries, most likely; the reason names it.
        print_error(Sentence("cli", "A part of the program cannot be loaded: {reason}.", reason=str(error)))
    except KeyboardInterrupt:
        return INTERRUPTED
    return WRONG


def _run(arguments: Sequence[str]) -> int:
    if not arguments or len(arguments) == 1 and arguments[0] not in _COMMANDS and not arguments[0].startswith("-"):
        return edit(*arguments)
    from .arguments import run

    return run(arguments)


def edit(file: str | None = None) -> int:
    """Open the editor; return its exit code once its window is closed."""
    if file is not None and not os.path.exists(file):
        raise JourneyError(not_read(FileNotFoundError(), file))
    from journey_editor.app import run

    return run(file)


def _reason(error: OSError) -> Sentence:
    reason = error.strerror or str(error)
    if error.filename is None:
        return Sentence("cli", "The output cannot be written: {reason}.", reason=reason)
    return Sentence("cli", "{file}: {reason}.", file=str(error.filename), reason=reason)


def _drop(stream: TextIO | None) -> None:
    """Let what a stream still holds go nowhere, or Python would fail once more at its end."""
    if stream is None:
        return
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
