"""The emotion curve across the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journey_editor.analysis.touchpoints import mean_emotion
from journey_editor.model import Journey, Touchpoint

if TYPE_CHECKING:
    from .picture import Picture

_ROOM = 20.0
FACE_ROOM = 22.0


@dataclass(frozen=True, slots=True)
class Curve:
    """Points (x, y) in the order of the journey, and the emotion of each, from −2 to +2."""

    points: tuple[tuple[float, float], ...]
    values: tuple[float, ...]
    middle: float


def emotion_curve(journey: Journey, picture: Picture) -> Curve | None:
    """Return the curve in the emotion row of the picture, or None where no touchpoint has an emotion.

    A stage's touchpoints share its width evenly, in their order. Where there are more than faces fit beside each other,
    neighbours share one point at their mean.
    """
    band = next((band for band in picture.bands if band.key == "emotion"), None)
    if band is None:
        return None
    points, values = [], []
    middle = band.top + band.height / 2
    felt_in: dict[str, list[Touchpoint]] = {id_: [] for id_ in picture.stage_ids}
    for id_ in picture.card_ids:
        card = journey[id_]
        if isinstance(card, Touchpoint) and card.emotion is not None:
            felt_in[card.stage].append(card)
    for (left, _, width, _), felt in zip(picture.stage_boxes.tolist(), felt_in.values(), strict=True):
        count = min(len(felt), int(width / FACE_ROOM))
        for i in range(count):
            share = felt[i * len(felt) // count:(i + 1) * len(felt) // count]
            value = mean_emotion(share)
            assert value is not None
            points.append((left + width * (i + 0.5) / count, middle - value / 2 * (band.height / 2 - _ROOM)))
            values.append(value)
    return Curve(tuple(points), tuple(values), middle)
