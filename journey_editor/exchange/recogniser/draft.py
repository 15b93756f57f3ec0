"""The records of a journey while they are made from a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Any

from ...model import Cell, Flow, JourneyInfo, Lane, Record, Role, Stage, Touchpoint
from ...model.vocabulary import label
from .items import is_nothing, seen_bullet, split_items
from .labels import language_of
from ..concepts import LANE, LISTS
from .interpretation import Interpretation, Slot
from ..report import ImportReport
from .tables import Field

_ENOUGH_TO_SEE = 500
"""How many cells of a field are looked at for the bullet that the table uses."""


class Draft:
    """What was read so far. Touchpoints may still change, so they are kept as values by id until the end.

    `at` tells which touchpoints stand in a slot, `numbers` under which number a slot ("slot 7") or a stage's id is
    known, `jumps` which touchpoint leads to what a text says.
    """

    def __init__(self, reading: Interpretation, report: ImportReport) -> None:
        self.reading = reading
        self.report = report
        self.stages: list[Stage] = []
        self.touchpoints: dict[str, dict[str, Any]] = {}
        self.roles: dict[str, Role] = {}
        self.lanes: list[Lane] = []
        self.records: list[Record] = []
        self.at: dict[int, list[str]] = {}
        self.numbers: dict[int, str] = {}
        self.jumps: list[tuple[str, str]] = []
        self.context: list[str] = []
        matches = [field.match for field in reading.table.fields if field.match]
        self.language = language_of(matches, reading.table.view.cells.values())
        self._slots = {slot.u: slot for slot in reading.slots}
        self._flows: set[tuple[str, str]] = set()

    # -- what the table says ------------------------------------------------------------------------------------------

    def cells(self, field: Field,
              is_empty: Callable[[str], bool] = is_nothing) -> Iterator[tuple[Slot, list[Slot], str]]:
        """Yield the cells of a field that say something: the slot where each begins, all that it covers, its text."""
        view = self.reading.table.view
        for slot in self.reading.slots:
            for v in field.lines:
                text = view.text(slot.u, v)
                if text and not is_empty(text):
                    yield slot, self.covered(slot, v), text

    def covered(self, slot: Slot, v: int) -> list[Slot]:
        """Return the slots over which the cell goes that begins at a slot."""
        table = self.reading.table
        if (slot.u, v) not in table.view.grid.merges:
            return [slot]  # as most are
        return [self._slots[u] for u in table.view.reach(slot.u, v, table.slots)]

    def about(self, covered: list[Slot]) -> list[str]:
        """Return what a cell over these slots is about: their one touchpoint, or else each of their stages."""
        if self.reading.per_touchpoint:
            ids = self.at.get(covered[0].u, [])
            if len(ids) == 1 and all(self.at.get(slot.u) == ids for slot in covered):
                return ids
        return [self.stages[stage].id for stage in dict.fromkeys(slot.stage for slot in covered)]

    def touchpoints_of(self, covered: list[Slot]) -> list[str]:
        """Return the ids of the touchpoints in these slots."""
        return list(dict.fromkeys(id_ for slot in covered for id_ in self.at.get(slot.u, ())))

    def one_each(self, covered: list[Slot]) -> bool:
        """Tell whether each of these slots has one touchpoint."""
        return all(len(self.at.get(slot.u, ())) == 1 for slot in covered)

    # -- what becomes of it -------------------------------------------------------------------------------------------

    def add_flow(self, source: str, target: str) -> None:
        """Keep a new flow, once."""
        if source != target and (source, target) not in self._flows:
            self._flows.add((source, target))
            self.records.append(Flow(source=source, target=target))

    def add_touchpoint(self, title: str, stage: int, roles: tuple[str, ...] = ()) -> str:
        """Keep a new touchpoint; return its id."""
        touchpoint = Touchpoint(title=title, stage=self.stages[stage].id)
        self.touchpoints[touchpoint.id] = {"title": title, "stage": touchpoint.stage, "roles": roles}
        return touchpoint.id

    def role(self, title: str) -> str:
        """Return the id of the role with a title, made at its first mention."""
        if title not in self.roles:
            self.roles[title] = Role(title=title, order=len(self.roles) + 1)
        return self.roles[title].id

    def add_lane(self, title: str) -> Lane:
        """Keep and return a new lane, and report it."""
        lane = Lane(title=title or f"{label('lane', self.language)} {len(self.lanes) + 1}", order=len(self.lanes) + 1)
        self.lanes.append(lane)
        self.note_label(lane.title, LANE)
        return lane

    def enter_list(self, concept: str, abouts: list[str], text: str) -> list[str]:
        """Make a challenge, metric or opportunity of each item of a text; return the items."""
        return self._enter(LISTS[concept], abouts, text)

    def enter_lane(self, lane: Lane, abouts: list[str], text: str) -> list[str]:
        """Make a cell of a lane of each item of a text; return the items."""
        return self._enter(Cell, abouts, text, lane=lane.id)

    def _enter(self, cls: Callable[..., Record], abouts: list[str], text: str, **values: str) -> list[str]:
        items = [item.text for item in split_items(text)]
        for about, title in product(abouts, items):
            self.records.append(cls(order=len(self.records) + 1, title=title, about=about, **values))
        return items

    def note_label(self, label: str, concept: str) -> None:
        """Put into the report what a label was taken for."""
        self.report.labels.append((label, concept))

    def all(self) -> list[Record]:
        """Return the records that were made, the journey's own one left out."""
        self.report.lanes = [lane.title for lane in self.lanes]
        touchpoints = [Touchpoint(id=id_, order=place, **values)
                       for place, (id_, values) in enumerate(self.touchpoints.items(), 1)]
        return [*self.stages, *self.roles.values(), *touchpoints, *self.lanes, *self.records]

    def info(self) -> JourneyInfo:
        """Return the journey's own record with the language and the bullet that the table uses."""
        bullets = Counter(bullet for field, _ in self.reading.purposes
                          for _, _, text in islice(self.cells(field), _ENOUGH_TO_SEE) if (bullet := seen_bullet(text)))
        return JourneyInfo(language=self.language, bullet=max(bullets, key=bullets.__getitem__, default="Ø"))
