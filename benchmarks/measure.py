"""Measuring: medians of interleaved runs, and the rows of the table."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7

Run = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, in seconds, or in bytes if `memory`; `peer` says what `floor` was measured on.

    `bound` is the most that is allowed, in the same unit, or as a multiple of the floor if `relative`; None promises
    nothing.
    """

    figure: str
    measured: float
    peer: str = ""
    floor: float | None = None
    bound: float | None = None
    relative: bool = False
    memory: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the floor was measured."""
        return self.measured / self.floor if self.floor else None

    @property
    def ok(self) -> bool:
        """Whether the bound holds."""
        value = self.ratio if self.relative else self.measured
        return self.bound is None or (value is not None and value <= self.bound)


def timed(action: Callable[[], object]) -> Run:
    """Return a run of `action`: a function that does it and returns the seconds it took."""
    def run() -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start
    return run


def medians(*runs: Run, rounds: int = ROUNDS) -> list[float]:
    """Return the median seconds of each run, taken in turn so that a slow moment of the machine meets all of them."""
    found: list[list[float]] = [[] for _ in runs]
    for run in runs:
        run()  # The first is not counted: it fills caches.
    for _ in range(rounds):
        for run, seconds in zip(runs, found):
            gc.collect()
            seconds.append(run())
    return [median(seconds) for seconds in found]


def table(rows: list[Row]) -> str:
    """Return the rows as a text table."""
    cells = [("figure", "measured", "floor or peer", "", "ratio", "bound", "ok"), *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells)]
    lines = []
    for line in cells:
        figure, measured, peer, floor, ratio, bound, ok = (text.ljust(width) for text, width in zip(line, widths))
        right = (text.strip().rjust(len(text)) for text in (measured, floor, ratio, bound))
        measured, floor, ratio, bound = right
        lines.append("  ".join((figure, measured, floor, peer, ratio, bound, ok)).rstrip())
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    shown = _size if row.memory else _duration
    bound = "" if row.bound is None else f"≤ {row.bound:g} ×" if row.relative else f"≤ {shown(row.bound)}"
    return (row.figure, shown(row.measured), row.peer, "" if row.floor is None else shown(row.floor),
            "" if row.ratio is None else f"{row.ratio:.{1 if row.ratio >= 1 else 4}f} ×", bound,
            "" if row.bound is None else "yes" if row.ok else "NO")


def _duration(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def _size(count: float) -> str:
    return f"{count / 1e6:.1f} MB"
