"""The store of a journey's records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from .change import Change, Edit
from .records import RECORD_TYPES, Flow, JourneyInfo, Record, Stage, sort_key
from .sentence import JourneyError, Sentence, Word
from .vocabulary import at_start, field_label, with_article

R = TypeVar("R", bound=Record)


class RuleBroken(JourneyError):
    """Records do not make a journey; `record_id` names the one that breaks the rule, or is None if it is none alone."""

    def __init__(self, sentence: Sentence, record_id: str | None = None) -> None:
        super().__init__(sentence)
        self.record_id = record_id


def _not_one(infos: int) -> Sentence:
    return Sentence("model", "A journey must have exactly one record of type “journey”, not {count}.", count=infos)


class Journey:
    """Records by id, with what points at what kept beside them.

    `check` names every rule that a change would break; `apply` never fails after `check` passed. Anything else that
    reads the journey sees frozen records, so a copy of the store is a snapshot for a worker.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        """Build a journey from its records; raise `RuleBroken` with the first rule they break."""
        # The same rules as those of `check`, in half the time that a change of all records would take.
        self._records: dict[str, Record] = {}
        # Of each type, records of that type alone: `Any`, for types cannot tell.
        self._by_type: dict[type[Record], dict[str, Any]] = {cls: {} for cls in RECORD_TYPES.values()}
        self._referrers: dict[str, set[str]] = {}
        self._sorted: dict[type[Record], list[Any]] = {}
        self.revision = 0
        for record in records:
            if record.id in self._records:
                raise RuleBroken(Sentence("model", "Two records have the same ID."))
            self._records[record.id] = self._by_type[type(record)][record.id] = record
        for record in self._records.values():
            for problem in record.problems() or self._dangling(record, {}):
                raise RuleBroken(problem, record.id)
            for ref in record.refs():
                self._referrers.setdefault(ref, set()).add(record.id)
        if (infos := len(self._by_type[JourneyInfo])) != 1:
            raise RuleBroken(_not_one(infos))

    # -- reading -----------------------------------------------------------------------------------------------------

    @property
    def info(self) -> JourneyInfo:
        """The one record about the journey as a whole."""
        info: JourneyInfo = next(iter(self._by_type[JourneyInfo].values()))
        return info

    @property
    def stages(self) -> list[Stage]:
        """The stages in their order."""
        return self.all(Stage)

    def __getitem__(self, id_: str) -> Record:
        return self._records[id_]

    def get(self, id_: str | None) -> Record | None:
        """Return the record of this id, or None."""
        return self._records.get(id_) if id_ else None

    def find(self, id_: str, cls: type[R]) -> R:
        """Return the record of this id; raise `KeyError` if there is none of this type."""
        found: R = self._by_type[cls][id_]
        return found

    def __contains__(self, id_: object) -> bool:
        return id_ in self._records

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Journey):
            return NotImplemented
        return self._records == other._records

    def all(self, cls: type[R]) -> list[R]:
        """Return the records of a type in their order (flows by id). The list is shared: do not change it."""
        found = self._sorted.get(cls)
        if found is None:
            found = self._sorted[cls] = sorted(self._by_type[cls].values(), key=sort_key)
        return found

    def count(self, cls: type[Record]) -> int:
        """Return how many records of a type there are."""
        return len(self._by_type[cls])

    def children(self, id_: str, cls: type[R]) -> list[R]:
        """Return the records of a type that point at `id_`, in their order: a stage's touchpoints, a card's metrics."""
        records = self._records
        found = [record for ref in self._referrers.get(id_, ()) if isinstance(record := records[ref], cls)]
        found.sort(key=sort_key)
        return found

    def holder(self, record: Record | None, *types: type[R]) -> R | None:
        """Return the record, or what holds it directly or not, that is of one of the types; None where nothing is."""
        while record is not None and not isinstance(record, types):
            record = self.get(record.parent)
        return record

    def referrers(self, id_: str) -> list[Record]:
        """Return all records that point at `id_`, sorted by type, order and id."""
        found = [self._records[ref] for ref in self._referrers.get(id_, ())]
        return sorted(found, key=lambda record: (record.type, *sort_key(record)))

    def flows_from(self, id_: str) -> list[Flow]:
        """Return the flows that start at a touchpoint or stage, by id."""
        return [flow for flow in self.children(id_, Flow) if flow.source == id_]

    def flows_into(self, id_: str) -> list[Flow]:
        """Return the flows that end at a touchpoint or stage, by id."""
        return [flow for flow in self.children(id_, Flow) if flow.target == id_]

    def copy(self) -> Journey:
        """Return a journey of the same records that changes apart from this one."""
        twin = Journey.__new__(Journey)
        twin._records = dict(self._records)
        twin._by_type = {cls: dict(records) for cls, records in self._by_type.items()}
        twin._referrers = {id_: set(refs) for id_, refs in self._referrers.items()}
        twin._sorted = dict(self._sorted)
        twin.revision = self.revision
        return twin

    # -- changing ----------------------------------------------------------------------------------------------------

    def check(self, change: Change) -> list[Sentence]:
        """Return a sentence for every rule that `change` would break here; an empty list means it may be applied."""
        return [problem for _, problem in self._problems(change)]

    def _problems(self, change: Change) -> Iterator[tuple[str | None, Sentence]]:
        """Yield each broken rule with the id of the record that breaks it, None where it is the journey as a whole."""
        edits, records = change.edits, self._records
        infos = len(self._by_type[JourneyInfo])
        for id_, (before, after) in edits.items():
            current = records.get(id_)
            if current is not before and current != before:
                yield id_, Sentence("model", "The journey has changed in the meantime, so this can no longer be "
                                             "applied. Please try again.")
                continue
            if after is None:
                infos -= type(before) is JourneyInfo
                for problem in self._left_dangling(id_, change):
                    yield id_, problem
                continue
            if before is None:
                infos += type(after) is JourneyInfo
            elif type(before) is not type(after):
                yield id_, Sentence("model", "{before} cannot become {after}.", before=Word(at_start, before.type),
                                    after=Word(with_article, after.type))
            if after.id != id_:
                yield id_, Sentence("model", "The ID of a record cannot be changed.")
            for problem in after.problems() or self._dangling(after, edits):
                yield id_, problem
        if infos != 1:
            yield None, _not_one(infos)

    def _dangling(self, record: Record, edits: Mapping[str, Edit]) -> list[Sentence]:
        found = []
        who = Word(at_start, record.type)
        for name, types, _cascade, many in record.references:
            value = getattr(record, name)
            for ref in value if many else () if value is None else (value,):
                target = edits[ref][1] if ref in edits else self._records.get(ref)
                if target is None:
                    found.append(Sentence("model", "{record} refers to something that is not in the journey, in its "
                                                   "field “{field}”.",
                                          record=who, field=Word(field_label, record.type, name)))
                elif target.type not in types:
                    found.append(Sentence("model", "{record} cannot refer to {target} in its field “{field}”.",
                                          record=who, target=Word(with_article, target.type),
                                          field=Word(field_label, record.type, name)))
        return found

    def _left_dangling(self, id_: str, change: Change) -> Iterator[Sentence]:
        for ref in self._referrers.get(id_, ()):
            # A referrer that is itself edited is checked with its own edit.
            if ref not in change.edits:
                yield Sentence("model", "{record} still refers to something that would be removed.",
                               record=Word(at_start, self._records[ref].type))

    def apply(self, change: Change) -> None:
        """Make `change`, which `check` has passed."""
        for id_, (before, after) in change.edits.items():
            if before is not None:
                self._sorted.pop(type(before), None)
                for ref in before.refs():
                    self._referrers[ref].discard(id_)
            if after is None:
                # An edit of nothing into nothing is no mistake, so it is not there to be removed.
                self._records.pop(id_, None)
                if before is not None:
                    self._by_type[type(before)].pop(id_, None)
            else:
                self._records[id_] = self._by_type[type(after)][id_] = after
                self._sorted.pop(type(after), None)
        # References are entered last: a flow may stand before its touchpoints in the change.
        for id_, (before, after) in change.edits.items():
            if after is None:
                if not self._referrers.get(id_, True):
                    del self._referrers[id_]
            else:
                for ref in after.refs():
                    self._referrers.setdefault(ref, set()).add(id_)
        self.revision += 1
