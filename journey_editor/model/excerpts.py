"""Parts of a journey that are copied and pasted: taken out with all that hangs on them, put in under new ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .change import Change
from .fields import TEXTS
from .journey import Journey
from .operations import ATTACHED, add_row, siblings
from .records import Cell, Flow, JourneyInfo, Lane, Note, Record, Role, Stage, Touchpoint, Track, new_id, sort_key
from .sentence import JourneyError, Sentence

_SHARED = (Role, Track, Lane)
"""What records of all stages refer to: pasted only where the journey has nothing of that title."""

_HANGING = (Touchpoint, *ATTACHED, Note)
_ASIDE = 24
"""How far from the old place the copy of a note that lies free is put, in map units."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A journey of its own with the records that were `chosen`, what hangs on them, and what these refer to.

    A whole map has its own record (type journey) among the chosen ones.
    """

    journey: Journey
    chosen: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether this is a whole map."""
        return self.journey.info.id in self.chosen


def excerpt(journey: Journey, ids: Iterable[str] = ()) -> Excerpt:
    """Return the part of a journey that the ids name; the whole of it if they are none, or its own record is there."""
    chosen = {id_ for id_ in ids if id_ in journey}
    if not chosen or journey.info.id in chosen:
        return Excerpt(journey.copy(), frozenset(record.id for record in journey))
    inside = _inside(journey, chosen)
    taken, todo = {journey.info.id}, list(inside)
    while todo:
        id_ = todo.pop()
        if id_ not in taken:
            taken.add(id_)
            todo += journey[id_].refs()
    return Excerpt(Journey(journey[id_] for id_ in taken), frozenset(chosen & inside))


def _inside(journey: Journey, chosen: Iterable[str]) -> set[str]:
    """Return the chosen records, all that hangs on them, and the flows between these."""
    inside, todo = set(), [id_ for id_ in chosen if not isinstance(journey[id_], Flow)]
    while todo:
        id_ = todo.pop()
        if id_ not in inside:
            inside.add(id_)
            todo += [record.id for cls in _HANGING for record in journey.children(id_, cls) if record.parent == id_]
    return inside | {flow.id for flow in journey.all(Flow) if flow.source in inside and flow.target in inside}


# -- putting in --------------------------------------------------------------------------------------------------------


def paste(journey: Journey, part: Excerpt, at: str | None = None) -> tuple[Change, list[str]]:
    """Return the change that adds copies of what was chosen, and the ids of the copies that hang on nothing pasted.

    `at` is the record after which (or on which, where it is of another kind) they are put; by default they go to the
    end. A whole map makes an empty journey what it is itself. Raise `JourneyError` if there is nothing to hang them on.
    """
    return _Pasting(journey, part, journey.get(at) if at else None).result()


def paste_titles(journey: Journey, titles: Sequence[str], at: str | None = None) -> tuple[Change, list[str]]:
    """Return the change that adds a record for each title, and their ids.

    A stage at `at` gets touchpoints; anything else gets more of its own kind after it. By default the last stage gets
    touchpoints, and is made if there is none.
    """
    place = journey.get(at) if at else None
    change = Change()
    if isinstance(place, (type(None), Flow, JourneyInfo)):
        if not journey.stages:
            change = Change.adding([Stage(order=1)])
        place = journey.stages[-1] if journey.stages else change.added[0]
    if isinstance(place, Stage):
        records: list[Record] = [Touchpoint(title=title, stage=place.id) for title in titles]
        index = None
    else:
        assert place is not None
        records = [place.sibling(title=title) for title in titles]
        index = _after(journey, place)
    added = add_row(journey, records, index)
    return Change({**change.edits, **added.edits}), [record.id for record in records]


def _after(journey: Journey, record: Record) -> int:
    return [one.id for one in siblings(journey, record)].index(record.id) + 1


def _pasted(part: Excerpt) -> set[str]:
    """Return the ids of what is pasted of an excerpt: what all stages share only where nothing else was chosen."""
    chosen = {id_ for id_ in part.chosen if not isinstance(part.journey[id_], JourneyInfo)}
    shared = {record.id for cls in _SHARED for record in part.journey.all(cls)}
    inside = _inside(part.journey, chosen)
    return inside if chosen <= shared else inside - shared


class _Pasting:
    """The making of the change that pastes an excerpt."""

    def __init__(self, journey: Journey, part: Excerpt, at: Record | None) -> None:
        self.journey = journey
        self.part = part.journey
        self.at = at
        self.becomes = part.whole and not journey.stages
        self.inside = _pasted(part)
        if not journey.stages:
            stages = [self.part.holder(self.part[id_], Stage) for id_ in self.inside]
            self.inside |= {stage.id for stage in stages if stage is not None}
        self.new = {id_: new_id() for id_ in self.inside}
        self.shared: dict[str, Record] = {}
        self.edits: dict[str, Any] = {}
        # Shared records that come along stand in the order in which they stood.
        if part.whole:
            for cls in _SHARED:
                for record in self.part.all(cls):
                    self._target(record.id)

    def result(self) -> tuple[Change, list[str]]:
        """Return the change and the ids of the records at its top."""
        rows: dict[object, list[Record]] = {}
        top: list[str] = []
        for record in sorted((self.part[id_] for id_ in self.inside), key=lambda one: _place(self.part, one)):
            copy, root = self._copy(record)
            if root and record.ordered:
                rows.setdefault(copy.row, []).append(copy)
            else:
                self.edits[copy.id] = (None, copy)
            if root:
                top.append(copy.id)
        for row in rows.values():
            self.edits.update(add_row(self.journey, row, self._index(row[0])).edits)
        for cls in _SHARED:
            fresh = [record for record in self.shared.values() if isinstance(record, cls)]
            self.edits.update(add_row(self.journey, fresh).edits)
        if self.becomes:
            self._fill_info()
        return Change(self.edits), top

    # -- records ------------------------------------------------------------------------------------------------------

    def _copy(self, record: Record) -> tuple[Record, bool]:
        """Return a record as it is pasted, and whether it hangs on nothing that is pasted too."""
        holder = record.parent
        root = holder not in self.inside and not isinstance(record, Flow)
        targets = {ref: self._holder(record) if root and ref == holder else self._target(ref) for ref in record.refs()}
        copy = _pointing(record, self.new[record.id], targets)
        if not self.becomes and isinstance(copy, Touchpoint):
            copy = replace(copy, position=None)
        elif not self.becomes and isinstance(copy, Note) and copy.position is not None:
            x, y = copy.position
            copy = replace(copy, position=(x + _ASIDE, y + _ASIDE))
        return copy, root

    def _target(self, ref: str) -> str | None:
        """Return the id that a reference means in the journey: a copy, the record itself, or one of the same title."""
        if ref in self.new:
            return self.new[ref]
        record = self.part[ref]
        if type(self.journey.get(ref)) is type(record):
            return ref
        if not isinstance(record, _SHARED):
            return None
        twin = next((one for one in self.journey.all(type(record)) if one.title == record.title), None)
        if twin is not None:
            return twin.id
        return self.shared.setdefault(ref, replace(record, id=new_id())).id

    # -- places -------------------------------------------------------------------------------------------------------

    def _holder(self, record: Record) -> str | None:
        """Return what a record is to hang on that hung on something which is not pasted; None for a note without."""
        if isinstance(record, Note) and (self.at is None or self.at.type in Note.spec("about").refs):
            return self.at.id if self.at is not None else None
        card, stage = self.journey.holder(self.at, Touchpoint), self.journey.holder(self.at, Stage)
        if not self.journey.stages:
            # The stage that it stood in comes along.
            home = self.part.holder(record, Stage)
            return None if home is None else self.new.get(home.id)
        if isinstance(record, Touchpoint):
            return stage.id if stage else self.journey.stages[-1].id
        found = card or stage
        if found is None:
            if isinstance(record, Note):
                return None
            raise JourneyError(Sentence("model", "Select a stage or a touch point to paste this on."))
        return found.id

    def _index(self, record: Record) -> int | None:
        """Return where in its row a record goes: after the record that was pasted on, or after what holds that."""
        near = self.journey.holder(self.at, type(record))
        if near is None or near.id not in {one.id for one in siblings(self.journey, record)}:
            return None
        return _after(self.journey, near)

    def _fill_info(self) -> None:
        """Let an empty journey be called and look as the one that it becomes; what it says of itself already stays."""
        mine, theirs = self.journey.info, self.part.info
        # What always has a value, such as the language, is taken over; a text only where there is none.
        values = {spec.name: getattr(theirs, spec.name) for spec in mine.specs
                  if spec.kind not in TEXTS or not getattr(mine, spec.name)}
        after = replace(mine, **values)
        if after != mine:
            self.edits[mine.id] = (mine, after)


def _pointing(record: Record, id_: str, targets: Mapping[str, str | None]) -> Record:
    """Return the record under another id, its references led to other ids too, or dropped where there is none."""
    values: dict[str, Any] = {"id": id_}
    for name, _types, _cascade, many in record.references:
        value = getattr(record, name)
        if many:
            values[name] = tuple(dict.fromkeys(target for ref in value if (target := targets[ref])))
        elif value is not None:
            values[name] = targets[value]
    return replace(record, **values)


def _place(journey: Journey, record: Record) -> tuple[Any, ...]:
    """Return a key that sorts records as the map shows them."""
    parent = record.parent
    above = _place(journey, journey[parent]) if parent else ()
    lane = sort_key(journey[record.lane]) if isinstance(record, Cell) else ()
    return (*above, record.type, lane, sort_key(record))
