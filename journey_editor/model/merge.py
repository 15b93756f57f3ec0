"""Three-way merge by id and by field: what they changed since the base comes into ours, as one Change.

After Diff3 (Khanna, Kunal and Pierce, A Formal Investigation of Diff3, 2007), with records in place of lines: what only
one side changed is taken, what both changed alike is taken once, what both changed differently is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Literal

from .change import Change
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
        if ours is None or theirs is None or type(ours) is not type(theirs):
            return [Conflict(id_, None, base, ours, theirs)]
        found = [Conflict(id_, name, then, mine, yours)
                 for name, then, mine, yours in _differing(base, ours, theirs)
                 if self._clash(id_, name, then, mine, yours)]
        if not found and self._fields(base, ours, theirs).problems():
            # Both halves are right and the whole is wrong: one side turned a flow's source, the other its target.
            return [Conflict(id_, None, base, ours, theirs)]
        return found

    def _clash(self, id_: str, name: str, then: Any, mine: Any, yours: Any) -> bool:
        return (id_, name) in self._disputed or _combined(then, mine, yours) is None

    def _disputed_fields(self, base: Record | None, ours: Record | None, theirs: Record | None) -> list[Conflict]:
        if ours is None or theirs is None or type(ours) is not type(theirs):
            return []
        return [Conflict(ours.id, name, then, mine, yours) for name, then, mine, yours in _differing(base, ours, theirs)
                if (ours.id, name) in self._disputed]

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
        if theirs == base or ours is None or theirs is None or type(ours) is not type(theirs):
            return ours
        merged = self._fields(base, ours, theirs, choices)
        return ours if merged.problems() else merged

    def _fields(self, base: Record | None, ours: Record, theirs: Record,
                choices: Mapping[tuple[str, str | None], Side] = MappingProxyType({})) -> Record:
        """Return ours with the fields that only theirs changed, both sides' additions, and theirs where chosen."""
        values: dict[str, Any] = {}
        for name, then, mine, yours in _differing(base, ours, theirs):
            combined = None if (ours.id, name) in self._disputed else _combined(then, mine, yours)
            if combined is not None:
                values[name] = combined[0]
            elif choices.get((ours.id, name)) == "theirs":
                values[name] = yours
        return replace(ours, **values)

    def _make_whole(self, result: dict[str, Record], choices: Mapping[tuple[str, str | None], Side]) -> None:
        """Settle references to what is gone: bring it back, or drop what points at it."""
        gone_for_good = {conflict.id for conflict in self.conflicts if conflict.field is None
                         and (self._ours if choices.get(conflict.key, "ours") == "ours" else self._theirs).get(
                             conflict.id) is None}
        todo = sorted(result)
        while todo:
            record = result.get(todo.pop())
            if record is None:
                continue
            for ref in [ref for ref in record.refs() if ref not in result]:
                back = self._ours.get(ref) or self._theirs.get(ref)
                if back is not None and ref not in gone_for_good:
                    result[ref] = back
                    todo.append(ref)
                    continue
                left = without(record, ref)
                if left is None:
                    del result[record.id]
                    # Whatever pointed at it has to be looked at again, and must not bring it back.
                    gone_for_good.add(record.id)
                    todo += [other.id for other in result.values() if record.id in other.refs()]
                    break
                record = result[record.id] = left


def _with_info_id(journey: Journey, id_: str) -> dict[str, Record]:
    return {(id_ if isinstance(record, JourneyInfo) else record.id):
            (replace(record, id=id_) if isinstance(record, JourneyInfo) else record) for record in journey}


def _differing(base: Record | None, ours: Record, theirs: Record) -> list[tuple[str, Any, Any, Any]]:
    """Return (field, base, ours, theirs) of the fields in which ours and theirs differ."""
    found = []
    for one in fields(ours):
        mine, yours = getattr(ours, one.name), getattr(theirs, one.name)
        if mine != yours:
            found.append((one.name, getattr(base, one.name) if base is not None else _NOTHING, mine, yours))
    return found


_NOTHING = object()


def _combined(base: Any, ours: Any, theirs: Any) -> tuple[Any] | None:
    """Return the one value that both sides' changes of a field come to, in a tuple; None where they clash."""
    if ours == base:
        return (theirs,)
    if theirs == base:
        return (ours,)
    if isinstance(base, tuple) and isinstance(ours, tuple) and isinstance(theirs, tuple):
        if all(isinstance(item, str) for item in (*base, *ours, *theirs)):
            return (tuple([item for item in ours if item in theirs or item not in base]
                          + [item for item in theirs if item not in ours and item not in base]),)
        if all(isinstance(item, tuple) for item in (*base, *ours, *theirs)):
            return _combined_observations(base, ours, theirs)
    return None


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
