"""Progress of long work, reported to a callback that may cancel it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

ProgressCallback = Callable[[float], None]
"""Takes the share that is done, from 0 to 1, never less than before. It may raise `Cancelled`."""

_STEP = 200
"""Progress over a list is reported once for so many items: every few hundredths of a second."""


class Cancelled(Exception):
    """The work was cancelled and left nothing behind. Raised by a `ProgressCallback`."""


class Progress:
    """Reports how much of one part of the work is done, as a share of the whole."""

    def __init__(self, callback: ProgressCallback | None, start: float = 0.0, end: float = 1.0) -> None:
        """Report to `callback`, if there is one, the work that takes the whole from `start` to `end`."""
        self._callback = callback
        self._start = start
        self._end = end
        self._done = -1.0

    def __call__(self, done: float) -> None:
        """Report that this share of the part is done; raise what the callback raises."""
        if self._callback is not None and done > self._done:
            self._done = done
            self._callback(self._start + (self._end - self._start) * min(done, 1.0))

    def part(self, start: float, end: float) -> Progress:
        """Return the progress of a part of this part."""
        return Progress(self if self._callback is not None else None, start, end)

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """Yield the items, and report now and then how many are done."""
        count = len(items)
        for number, item in enumerate(items):
            if number % _STEP == 0:
                self(number / count)
            yield item
        self(1.0)


NO_PROGRESS = Progress(None)
"""For work whose progress nobody asks for."""
