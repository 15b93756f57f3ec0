"""What a metric's observations say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from journey_editor.model import Metric


@dataclass(frozen=True, slots=True)
class Series:
    """A metric over time: seconds since 1970 (UTC midnight) and values, by day; several a day keep their order.

    `on_target` is None where there is no target, no direction or nothing observed.
    """

    times: tuple[float, ...]
    values: tuple[float, ...]
    baseline: float | None
    target: float | None
    on_target: bool | None


def series(metric: Metric) -> Series:
    """Return a metric's observations in the order of their days, with what they should come to."""
    observed = sorted(metric.observations, key=lambda pair: pair[0])
    latest = observed[-1][1] if observed else None
    on_target = None
    if latest is not None and metric.target is not None and metric.direction is not None:
        on_target = latest >= metric.target if metric.direction == "up" else latest <= metric.target
    return Series(tuple(_seconds(day) for day, _ in observed), tuple(value for _, value in observed), metric.baseline,
                  metric.target, on_target)


def _seconds(day: str) -> float:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()
