"""What several touchpoints come to together."""

from __future__ import annotations

from collections.abc import Iterable

from journey_editor.model import Touchpoint


def mean_emotion(touchpoints: Iterable[Touchpoint]) -> float | None:
    """Return the mean of the emotions there are, from −2 to +2; None if there is none."""
    emotions = [one.emotion for one in touchpoints if one.emotion is not None]
    return sum(emotions) / len(emotions) if emotions else None


def total(touchpoints: Iterable[Touchpoint], field: str) -> float | None:
    """Return the sum of what is in a field of numbers, such as duration_hours; None if there is nothing in it."""
    numbers = [number for one in touchpoints if (number := getattr(one, field)) is not None]
    return sum(numbers) if numbers else None
