"""The placeholders of template workbooks, such as `{{stage}}`, and what stands in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ...analysis.touchpoints import mean_emotion, total
from ...model import Cell, Challenge, Journey, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Stage, Touchpoint
from ...model.fields import EMOTION, NUMBERS
from ...model.records import text_of
from ...model.vocabulary import label
from ..map_table import attached, figures_of, shown_field
from ...spreadsheet.texts import Remarks, bulleted
from .references import Spot

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

Value = str | float | date | None

TOUCHPOINT = "touchpoint"
"""The placeholder whose row is repeated per touchpoint."""

_OF_JOURNEY, _OF_STAGE, _OF_TOUCHPOINT = (
    {spec.placeholder: spec for spec in cls.specs if spec.placeholder} for cls in (JourneyInfo, Stage, Touchpoint))
_KINDS: dict[str, type[Record]] = {"challenges": Challenge, "metrics": Metric, "opportunities": Opportunity}

JOURNEY_NAMES = (*_OF_JOURNEY, "date", "stages")
"""What stands for the same text wherever it is."""

LINE_NAMES = (*_OF_STAGE, "number", "touchpoints", *_KINDS, *_OF_TOUCHPOINT)
"""What differs from stage to stage, or from touchpoint to touchpoint."""

_LANE = "lane:"
_SPELLINGS = {"organization": "organisation", "touch point": TOUCHPOINT, "touch points": "touchpoints"}


def known_name(text: str, journey: Journey) -> str | None:
    """Return the placeholder that is meant by what stands between the braces; None if there is none."""
    plain = " ".join(text.casefold().split())
    plain = _SPELLINGS.get(plain, plain)
    if plain in JOURNEY_NAMES or plain in LINE_NAMES:
        return plain
    if plain.startswith(_LANE):
        wanted = text.partition(":")[2].strip()
        lanes = journey.all(Lane)
        for same in (str.strip, lambda title: title.strip().casefold()):
            found = next((lane.id for lane in lanes if same(lane.title) == same(wanted)), None)
            if found:
                return _LANE + found
    return None


def is_of_a_line(name: str) -> bool:
    """Tell whether a known placeholder differs from stage to stage or from touchpoint to touchpoint."""
    return name in LINE_NAMES or name.startswith(_LANE)


class Values:
    """What the placeholders stand for in one journey."""

    def __init__(self, journey: Journey, remarks: Remarks) -> None:
        self.journey = journey
        self._tidy = remarks.tidy
        self._numbers = {stage.id: number for number, stage in enumerate(journey.stages, 1)}
        touchpoints = [one for stage in journey.stages for one in journey.children(stage.id, Touchpoint)]
        self._numbers.update({one.id: number for number, one in enumerate(touchpoints, 1)})

    def of(self, name: str, spot: Spot) -> Value:
        """Return what a known placeholder stands for in a line about a spot; None if for nothing."""
        if not is_of_a_line(name):
            return self._of_journey(name)
        if spot.touchpoint is not None:
            return self._of_touchpoint(name, spot.touchpoint)
        return self._of_stage(name, spot.stage) if spot.stage is not None else None

    def _of_journey(self, name: str) -> Value:
        info = self.journey.info
        if name == "date":
            return date.today()
        if name == "stages":
            return "\n".join(f"{self._numbers[stage.id]}. {self._tidy(stage.title)}" for stage in self.journey.stages)
        text = self._tidy(getattr(info, _OF_JOURNEY[name].name))
        return text or label("journey", info.language) if name == "title" else text

    def _of_stage(self, name: str, stage: Stage) -> Value:
        touchpoints = self.journey.children(stage.id, Touchpoint)
        if name == "number":
            return self._numbers[stage.id]
        if name in _OF_STAGE:
            return shown_field(self.journey, stage, _OF_STAGE[name], self._tidy)
        if name == "touchpoints":
            return self._listed(map(text_of, touchpoints))
        if name in _KINDS:
            return self._listed(map(text_of, attached(self.journey, stage, _KINDS[name])))
        if name.startswith(_LANE):
            return self._listed(cell.title for cell in attached(self.journey, stage, Cell) if _LANE + cell.lane == name)
        return self._summed(name, touchpoints)

    def _summed(self, name: str, touchpoints: list[Touchpoint]) -> Value:
        """Return what a stage's touchpoints have together: the mean emotion, the whole duration, each channel once."""
        field = _OF_TOUCHPOINT[name]
        if field.kind == EMOTION:
            mean = mean_emotion(touchpoints)
            return None if mean is None else round(mean, 2)
        if field.kind in NUMBERS:
            return total(touchpoints, field.name)
        texts = [str(self._of_touchpoint(name, one) or "") for one in touchpoints]
        return "\n".join(dict.fromkeys(line for text in texts for line in text.split("\n") if line))

    def _of_touchpoint(self, name: str, one: Touchpoint) -> Value:
        if name in _OF_STAGE:
            return shown_field(self.journey, self.journey[one.stage], _OF_STAGE[name], self._tidy)
        if name == "number":
            return self._numbers[one.id]
        if name == "touchpoints":
            return self._tidy(one.title)
        if name == "metrics":
            return self._listed(f"{one.title}{figures_of(one)}" for one in self.journey.children(one.id, Metric))
        if name in _KINDS:
            return self._listed(map(text_of, self.journey.children(one.id, _KINDS[name])))
        if name.startswith(_LANE):
            return self._listed(cell.title for cell in self.journey.children(one.id, Cell) if _LANE + cell.lane == name)
        if name == "notes":
            return self._notes(one)
        return shown_field(self.journey, one, _OF_TOUCHPOINT[name], self._tidy)

    def _notes(self, one: Touchpoint) -> str:
        cards = [note.title for note in self.journey.children(one.id, Note)]
        return "\n".join(filter(None, (self._tidy(one.notes), self._listed(cards))))

    def _listed(self, titles: Iterable[str]) -> str:
        return bulleted(map(self._tidy, titles), self.journey.info.bullet)
