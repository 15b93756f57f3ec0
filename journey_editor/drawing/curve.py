"""The emotion curve across the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journey_editor.model import Journey, Touchpoint

if TYPE_CHECKING:
    from .picture import Picture

_ROOM = 20.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A point (x, y) per touchpoint that has an emotion, in the order of the journey, with its id and value."""

    points: tuple[tuple[float, float], ...]
    ids: tuple[str, ...]
    values: tuple[float, ...]
    middle: float


def emotion_curve(journey: Journey, picture: Picture) -> Curve | None:
    """Return the curve in the emotion row of the picture, or None where no touchpoint has an emotion.

    A stage's touchpoints share its width evenly, in their order.
    """
    band = next((band for band in picture.bands if band.key == "emotion"), None)
    if band is None:
        return None
    points, ids, values = [], [], []
    middle = band.top + band.height / 2
    for id_, (left, _, width, _) in zip(picture.stage_ids, picture.stage_boxes, strict=True):
        felt = [touchpoint for touchpoint in journey.children(id_, Touchpoint) if touchpoint.emotion is not None]
        for i, touchpoint in enumerate(felt):
            value = touchpoint.emotion or 0.0
            points.append((float(left + width * (i + 0.5) / len(felt)), middle - value / 2 * (band.height / 2 - _ROOM)))
            ids.append(touchpoint.id)
            values.append(value)
    return Curve(tuple(points), tuple(ids), tuple(values), middle)
