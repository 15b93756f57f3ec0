"""Long work: how far it has come, told to whoever waits for it, who may call it off."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

Tell = Callable[[float], None]
"""Takes how much is done, from 0 to 1, never less than before. It may raise `Cancelled`."""

_STEP = 200
"""After how many items of a list it is told how far the work has come: some hundredths of a second."""


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep Python from looking for rubbish: reading and writing make little of it, and the search as long again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Cancelled(Exception):
    """Somebody called the work off; it left nothing behind. Raised by what is told of progress."""


class Progress:
    """Tells how far one part of the work has come, as its share of the whole."""

    def __init__(self, tell: Tell | None, start: float = 0.0, end: float = 1.0) -> None:
        """Tell `tell`, if there is one, of work that takes the whole from `start` to `end`."""
        self._tell = tell
        self._start = start
        self._end = end
        self._done = -1.0

    def __call__(self, done: float) -> None:
        """Tell that this much of the part is done; raise what `tell` raises."""
        if self._tell is not None and done > self._done:
            self._done = done
            self._tell(self._start + (self._end - self._start) * min(done, 1.0))

    def part(self, start: float, end: float) -> Progress:
        """Return what tells of a part of this part."""
        return Progress(self if self._tell is not None else None, start, end)

    def over(self, items: Sequence[T]) -> Iterator[T]:
        """Yield the items, telling now and then how many are done."""
        count = len(items)
        for number, item in enumerate(items):
            if number % _STEP == 0:
                self(number / count)
            yield item
        self(1.0)


NOBODY = Progress(None)
"""For work that nobody waits for."""
