"""Three-way merge by id and by field: what they changed since the base comes into ours, as one Change.

After Diff3 (Khanna, Kunal and Pierce, A Formal Investigation of Diff3, 2007), with records in place of lines: what only
one side changed is taken, what both changed alike is taken once, what both changed differently is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from .change import Change
from .fields import OBSERVATIONS, REFERENCES, FieldSpec
from .journey import Journey
from .operations import without
from .records import JourneyInfo, Record

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both sides changed differently.

    With a `field`, the three values of that field of record `id`. Without, whole records: one side removed the record
    (None) while the other changed it or put something on it.
    """

    id: str
    field: str | None
    base: Any
    ours: Any
    theirs: Any

    @property
    def key(self) -> tuple[str, str | None]:
        """What a choice is filed under."""
        return self.id, self.field


class Merge:
    """The outcome of a merge: `conflicts`, and `change` for whatever is chosen about them."""

    def __init__(self, base: Journey, ours: Journey, theirs: Journey,
                 disputed: Iterable[tuple[str, str | None]] = ()) -> None:
        """Compare three states of one journey. Their own records (type journey) are one, whatever their ids.

        What is `disputed` (as keys of conflicts) on their side is a conflict even where ours is as the base.
        """
        self.ours = ours
        self._disputed = {(ours.info.id if id_ == theirs.info.id else id_, name) for id_, name in disputed}
        self._ours = {record.id: record for record in ours}
        self._base, self._theirs = _with_info_id(base, ours.info.id), _with_info_id(theirs, ours.info.id)
        self.conflicts: list[Conflict] = []
        for id_ in sorted(self._base.keys() | self._ours.keys() | self._theirs.keys()):
            self.conflicts += self._compare(id_)
        known = {conflict.key for conflict in self.conflicts}
        self.conflicts += [conflict for conflict in self._put_on_removed() if conflict.key not in known]

    def change(self, choices: Mapping[tuple[str, str | None], Side] | None = None) -> Change:
        """Return the change of ours that the merge is; a conflict without a choice (by its `key`) stays as ours has it.

        The change passes `check`: what is kept brings back what it hangs on; what goes takes along what hangs on it.
        """
        result = self._wanted(choices or {})
        self._make_whole(result, choices or {})
        return Change({id_: (self._ours.get(id_), result.get(id_))
                       for id_ in sorted(result.keys() | self._ours.keys()) if self._ours.get(id_) != result.get(id_)})

    def left_out(self, choices: Mapping[tuple[str, str | None], Side] | None = None) -> list[Record]:
        """Return what the change leaves out, though it is new or was chosen, since what it hangs on is given up."""
        wanted = self._wanted(choices or {})
        result = dict(wanted)
        self._make_whole(result, choices or {})
        chosen = {id_ for id_, field in (choices or {}) if field is None}
        return [record for id_, record in sorted(wanted.items())
                if id_ not in result and (id_ in chosen or id_ not in self._base)]

    def _wanted(self, choices: Mapping[tuple[str, str | None], Side]) -> dict[str, Record]:
        ids = self._base.keys() | self._ours.keys() | self._theirs.keys()
        return {id_: record for id_ in ids if (record := self._merged(id_, choices)) is not None}

    # -- comparing ---------------------------------------------------------------------------------------------------

    def _compare(self, id_: str) -> list[Conflict]:
        base, ours, theirs = self._base.get(id_), self._ours.get(id_), self._theirs.get(id_)
        if ours == theirs:
            return []
        if (id_, None) in self._disputed:
            return [Conflict(id_, None, base, ours, theirs)]
        if ours == base or theirs == base:
            return self._disputed_fields(base, ours, theirs)
        both = _of_one_type(ours, theirs)
        if both is None:
            return [Conflict(id_, None, base, ours, theirs)]
        found = [one.conflict(id_) for one in _differing(base, *both)
                 if (id_, one.field.name) in self._disputed or one.combined() is None]
        if not found and self._fields(base, *both).problems():
            # Both halves are right and the whole is wrong: one side turned a flow's source, the other its target.
            return [Conflict(id_, None, base, ours, theirs)]
        return found

    def _disputed_fields(self, base: Record | None, ours: Record | None, theirs: Record | None) -> list[Conflict]:
        both = _of_one_type(ours, theirs)
        return [conflict for one in _differing(base, *both)
                if (conflict := one.conflict(both[0].id)).key in self._disputed] if both else []

    def _put_on_removed(self) -> list[Conflict]:
        """Return a conflict for each record that one side removed while the other made something point at it."""
        found: dict[str, Conflict] = {}
        for keeper, remover in ((self._ours, self._theirs), (self._theirs, self._ours)):
            for record in keeper.values():
                was = self._base.get(record.id)
                for ref in set(record.refs()) - set(was.refs() if was else ()):
                    if ref in self._base and ref not in remover and ref in keeper:
                        found[ref] = Conflict(ref, None, self._base[ref], self._ours.get(ref), self._theirs.get(ref))
        return list(found.values())

    # -- putting together --------------------------------------------------------------------------------------------

    def _merged(self, id_: str, choices: Mapping[tuple[str, str | None], Side]) -> Record | None:
        base, ours, theirs = self._base.get(id_), self._ours.get(id_), self._theirs.get(id_)
        whole = choices.get((id_, None))
        if whole is not None:
            return ours if whole == "ours" else theirs
        if (id_, None) in self._disputed:
            return ours
        if ours == base and not self._disputed_fields(base, ours, theirs):
            return theirs
        both = _of_one_type(ours, theirs)
        if theirs == base or both is None:
            return ours
        merged = self._fields(base, *both, choices)
        return ours if merged.problems() else merged

    def _fields(self, base: Record | None, ours: Record, theirs: Record,
                choices: Mapping[tuple[str, str | None], Side] = MappingProxyType({})) -> Record:
        """Return ours with the fields that only theirs changed, both sides' additions, and theirs where chosen."""
        values: dict[str, Any] = {}
        for one in _differing(base, ours, theirs):
            key = ours.id, one.field.name
            combined = None if key in self._disputed else one.combined()
            if combined is not None:
                values[one.field.name] = combined[0]
            elif choices.get(key) == "theirs":
                values[one.field.name] = one.theirs
        return replace(ours, **values)

    def _make_whole(self, result: dict[str, Record], choices: Mapping[tuple[str, str | None], Side]) -> None:
        """Settle references to what is gone: bring it back, or drop what points at it."""
        gone_for_good = self._gone_for_good(choices)
        todo = sorted(result)
        while todo:
            id_ = todo.pop()
            if id_ not in result:
                continue
            for ref in [ref for ref in result[id_].refs() if ref not in result]:
                back = self._ours.get(ref) or self._theirs.get(ref)
                if back is not None and ref not in gone_for_good:
                    result[ref] = back
                    todo.append(ref)
                elif not _drop(result, id_, ref):
                    # Whatever pointed at it has to be looked at again, and must not bring it back.
                    gone_for_good.add(id_)
                    todo += [other.id for other in result.values() if id_ in other.refs()]
                    break

    def _gone_for_good(self, choices: Mapping[tuple[str, str | None], Side]) -> set[str]:
        """Return the ids of the records that the side which was chosen has removed."""
        sides = {"ours": self._ours, "theirs": self._theirs}
        return {conflict.id for conflict in self.conflicts
                if conflict.field is None and conflict.id not in sides[choices.get(conflict.key, "ours")]}


def _drop(result: dict[str, Record], id_: str, ref: str) -> bool:
    """Take a reference out of a record; if it cannot be without it, take out the record. Return whether it stays."""
    left = without(result[id_], ref)
    if left is None:
        del result[id_]
        return False
    result[id_] = left
    return True


def _with_info_id(journey: Journey, id_: str) -> dict[str, Record]:
    return {(id_ if isinstance(record, JourneyInfo) else record.id):
            (replace(record, id=id_) if isinstance(record, JourneyInfo) else record) for record in journey}


def _of_one_type(ours: Record | None, theirs: Record | None) -> tuple[Record, Record] | None:
    """Return both sides' states of a record; None if one is gone, or is a record of another type."""
    return (ours, theirs) if ours is not None and theirs is not None and type(ours) is type(theirs) else None


_NOTHING = object()
"""The base's value of a field whose record it does not have."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """A field in which ours and theirs differ."""

    field: FieldSpec
    base: Any
    ours: Any
    theirs: Any

    def conflict(self, id_: str) -> Conflict:
        """Return it as a conflict about the record of an id."""
        return Conflict(id_, self.field.name, self.base, self.ours, self.theirs)

    def combined(self) -> tuple[Any] | None:
        """Return the one value that both sides' changes come to, in a tuple; None where they clash."""
        if self.ours == self.base:
            return (self.theirs,)
        if self.theirs == self.base:
            return (self.ours,)
        if self.base is _NOTHING or self.field.kind not in _COMBINED:
            return None
        return _COMBINED[self.field.kind](self.base, self.ours, self.theirs)


def _differing(base: Record | None, ours: Record, theirs: Record) -> list[_Difference]:
    found = []
    for spec in ours.specs:
        mine, yours = getattr(ours, spec.name), getattr(theirs, spec.name)
        if mine != yours:
            found.append(_Difference(spec, getattr(base, spec.name, _NOTHING), mine, yours))
    return found


def _combined_references(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[Any]:
    """Merge lists of ids: what either side removed is gone, what it added comes last."""
    kept = [item for item in ours if item in theirs or item not in base]
    return (tuple(kept + [item for item in theirs if item not in ours and item not in base]),)


def _combined_observations(base: tuple[tuple[str, float], ...], ours: tuple[tuple[str, float], ...],
                           theirs: tuple[tuple[str, float], ...]) -> tuple[Any] | None:
    """Merge lists of (date, value) date by date; None where a date is there twice or has two new values."""
    days = [dict(side) for side in (base, ours, theirs)]
    if any(len(day) != len(side) for day, side in zip(days, (base, ours, theirs), strict=True)):
        return None
    merged = {}
    for date in sorted(days[0].keys() | days[1].keys() | days[2].keys()):
        then, mine, yours = (day.get(date) for day in days)
        if mine != then and yours != then and mine != yours:
            return None
        value = yours if mine == then else mine
        if value is not None:
            merged[date] = value
    return (tuple(merged.items()),)


_COMBINED: dict[str, Callable[[Any, Any, Any], tuple[Any] | None]] = {
    REFERENCES: _combined_references, OBSERVATIONS: _combined_observations}
"""What merges the values of those kinds that hold several."""
