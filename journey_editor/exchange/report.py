"""What the reader found and did: maps to choose from, and the report of an import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..model import JourneyError, Sentence, Word
from ..model.vocabulary import field_label
from .concepts import (
    CHALLENGE, FLOW, LANE, METRIC, NUMBER, OPPORTUNITY, PERSONA, STAGE, TOUCHPOINT, TOUCHPOINT_FIELDS,
)

STAGES_ACROSS = "stages across"
STAGES_DOWN = "stages down"
TOUCHPOINTS_DOWN = "touchpoints down"
TOUCHPOINTS_ACROSS = "touchpoints across"
NATIVE = "native"
NATIVE_TABLE = "native table"

_LAYOUTS: dict[str, Callable[[], Sentence]] = {
    STAGES_ACROSS: lambda: Sentence("exchange", "The stages are side by side, one in each column."),
    STAGES_DOWN: lambda: Sentence("exchange", "The stages are one below the other, one in each row."),
    TOUCHPOINTS_DOWN: lambda: Sentence("exchange", "The table has a row for each touch point."),
    TOUCHPOINTS_ACROSS: lambda: Sentence("exchange", "The table has a column for each touch point."),
    NATIVE: lambda: Sentence("exchange", "The workbook was written by Journey Editor, so nothing had to be guessed."),
    NATIVE_TABLE: lambda: Sentence(
        "exchange", "The table has the form in which Journey Editor writes it, so nothing had to be guessed."),
}
_MEANINGS: dict[str, Callable[[str], Sentence]] = {
    STAGE: lambda label: Sentence("exchange", "“{label}” was read as the stages.", label=label),
    TOUCHPOINT: lambda label: Sentence("exchange", "“{label}” was read as touch points.", label=label),
    CHALLENGE: lambda label: Sentence("exchange", "“{label}” was read as challenges.", label=label),
    METRIC: lambda label: Sentence("exchange", "“{label}” was read as metrics.", label=label),
    OPPORTUNITY: lambda label: Sentence("exchange", "“{label}” was read as opportunities.", label=label),
    PERSONA: lambda label: Sentence("exchange", "“{label}” was read as the persona of each journey.", label=label),
    NUMBER: lambda label: Sentence("exchange", "“{label}” contains only numbers that count the items, so it was left "
                                               "out.", label=label),
    FLOW: lambda label: Sentence("exchange", "“{label}” was read as flows to other touch points.", label=label),
    LANE: lambda label: Sentence("exchange", "“{label}” was kept as a lane.", label=label),
}


def _meaning(label: str, concept: str) -> Sentence | None:
    """Return what a label was read as; None if its concept is none that is reported."""
    if concept in _MEANINGS:
        return _MEANINGS[concept](label)
    if concept in TOUCHPOINT_FIELDS:
        spec = TOUCHPOINT_FIELDS[concept]
        return Sentence("exchange", "“{label}” was read as the field “{field}” of the touch points.", label=label,
                        field=Word(field_label, spec.type, spec.name))
    return None


@dataclass(frozen=True, slots=True)
class FoundMap:
    """A journey map in a workbook: the name that chooses it, its title, and where and what it is."""

    name: str
    title: str
    sheet: str
    range: str
    stages: tuple[str, ...]


class SeveralMaps(JourneyError):
    """A workbook holds several journey maps, and none was chosen; `maps` are those there are."""

    def __init__(self, maps: Sequence[FoundMap], file: str) -> None:
        super().__init__(Sentence("exchange", "“{file}” contains several journey maps. Choose one of: {names}.",
                                  file=file, names=", ".join(f"“{found.name}”" for found in maps)))
        self.maps = tuple(maps)


@dataclass(slots=True)
class ImportReport:
    """How a journey was read: from which range of which sheet, as which layout, and what each label was taken for.

    `labels` are (label, concept) pairs in the table's order, `lanes` the titles of the lanes, `guesses` what was
    decided without the table saying so, `unread` what was left in the workbook.
    """

    sheet: str
    range: str
    layout: str
    labels: list[tuple[str, str]] = field(default_factory=list)
    lanes: list[str] = field(default_factory=list)
    guesses: list[Sentence] = field(default_factory=list)
    unread: list[Sentence] = field(default_factory=list)

    def lines(self) -> list[Sentence]:
        """Return the report as sentences: where, which layout, what each label became, what was guessed or left."""
        where = Sentence("exchange", "The journey was read from the sheet “{sheet}”, cells {range}.", sheet=self.sheet,
                         range=self.range)
        meanings = [_meaning(" ".join(label.split()), concept) for label, concept in self.labels if label.strip()]
        return [where, _LAYOUTS[self.layout](), *filter(None, meanings), *self.guesses, *self.unread]

    def guess(self, sentence: Sentence) -> None:
        """Remember something that was guessed; once is enough."""
        if sentence not in self.guesses:
            self.guesses.append(sentence)
