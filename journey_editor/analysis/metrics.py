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
    return Series(tuple(_seconds(day) for day, _ in metric.observations),
                  tuple(value for _, value in metric.observations), metric.baseline, metric.target, on_target(metric))


def latest(metric: Metric) -> float | None:
    """Return what was observed last, None if nothing was; of several observations on that day, the last one entered."""
    return metric.observations[-1][1] if metric.observations else None


def current(metric: Metric) -> float | None:
    """Return where a metric stands: what was observed last, or its baseline as long as nothing was."""
    found = latest(metric)
    return metric.baseline if found is None else found


def on_target(metric: Metric) -> bool | None:
    """Tell whether what was observed last reaches the target; None without target, direction or observations."""
    value = latest(metric)
    if value is None or metric.target is None or metric.direction is None:
        return None
    return value >= metric.target if metric.direction == "up" else value <= metric.target


def _seconds(day: str) -> float:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()
