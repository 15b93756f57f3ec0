"""A machine that does to a journey what a user can, and undoes and redoes it, in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journey_editor.model import RECORD_TYPES, Change, Flow, Journey, JourneyError, JourneyInfo, Record, operations
from journey_editor.model.fields import by_day
from journey_editor.storage import dumps, loads
from tests.strategies import NOWHERE, ids, journeys, plain_values, records, texts

BAD_VALUES: dict[str, Any] = {
    "order": float("nan"), "language": "de", "bullet": "*", "automation": "robot", "backstage": 1, "emotion": 2.5,
    "duration_hours": -1, "position": [0, 0], "severity": 0, "driver": "", "direction": "left",
    "baseline": float("inf"), "target": True,
    "observations": (("2024-02-30", 1),), "impact": 6, "effort": 2.0, "status": "late", "influence": 1.1,
    "share": -0.1, "color": "red", "votes": -1, "id": "x",
}


def index_of(journey: Journey) -> dict[Any, Any]:
    """What a journey answers to every question about its records."""
    return {
        **{cls: journey.all(cls) for cls in RECORD_TYPES.values()},
        **{record.id: (record, journey.referrers(record.id)) for record in journey},
        "info": journey.info,
        "counts": [journey.count(cls) for cls in RECORD_TYPES.values()],
    }


def pools_of(journey: Journey) -> dict[str, list[str]]:
    """The ids in a journey by type, sorted so that a failing example can be replayed."""
    return {cls.type: sorted(record.id for record in journey.all(cls)) for cls in RECORD_TYPES.values()}


class JourneyMachine(RuleBasedStateMachine):
    """The operations over targets taken at random; `done` and `undone` are what an undo stack would hold."""

    @initialize(journey=journeys(most=3))
    def begin(self, journey: Journey) -> None:
        self.first = journey.copy()
        self.journey = journey
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.kinds = {record.id: type(record) for record in journey}  # An id never comes back as another type.

    def some(self, data: st.DataObject, *types: str) -> str:
        """The id of a record of one of these types (of any but the journey's own by default)."""
        pools = pools_of(self.journey)
        pool = [id_ for type_ in types or sorted(pools.keys() - {"journey"}) for id_ in pools[type_]]
        assume(pool)
        return data.draw(st.sampled_from(pool))

    def several(self, data: st.DataObject, *types: str) -> list[str]:
        return [self.some(data, *types) for _ in range(data.draw(st.integers(1, 3)))]

    def do(self, change: Change) -> None:
        """Do what an operation gave: nothing that a user can ask for may be refused."""
        problems = self.journey.check(change)
        assert not problems, problems
        self.journey.apply(change)
        self.kinds |= {record.id: type(record) for record in change.added}
        if change:
            self.done.append(change)
            self.undone.clear()

    # -- operations ------------------------------------------------------------------------------------------------

    @rule(data=st.data(), type_=st.sampled_from([type_ for type_ in RECORD_TYPES if type_ != "journey"]),
          id_=ids(), index=st.none() | st.integers(-1, 5))
    def add(self, data: st.DataObject, type_: str, id_: str, index: int | None) -> None:
        assume(id_ not in self.kinds)
        record = data.draw(records(RECORD_TYPES[type_], id_, pools_of(self.journey)))
        assume(record is not None)
        change = operations.add(self.journey, record, index)
        self.do(change)
        if index is not None and record.ordered:
            row = operations.siblings(self.journey, self.journey[id_])
            assert [other.id for other in row].index(id_) == max(0, min(index, len(row) - 1))

    @rule(data=st.data())
    def update(self, data: st.DataObject) -> None:
        id_ = self.some(data, *RECORD_TYPES)
        values = plain_values(type(self.journey[id_]))
        name = data.draw(st.sampled_from(sorted(values)))
        value = data.draw(values[name])
        self.do(operations.update(self.journey, [id_], **{name: value}))
        assert getattr(self.journey[id_], name) == by_day(value)

    @rule(data=st.data(), text=texts())
    def rename(self, data: st.DataObject, text: str) -> None:
        self.do(operations.rename(self.journey, self.some(data, *RECORD_TYPES), text))

    @rule(data=st.data(), index=st.none() | st.integers(-1, 5))
    def move(self, data: st.DataObject, index: int | None) -> None:
        type_ = data.draw(st.sampled_from(["stage", "touchpoint", "challenge", "metric", "opportunity", "cell", "note",
                                           "lane", "role", "track"]))
        moved = self.several(data, type_)
        parent = {"touchpoint": ["stage"], "stage": [], "lane": [], "role": [], "track": []}.get(
            type_, ["stage", "touchpoint"])
        to = self.some(data, *parent) if parent else None
        first = operations.siblings(self.journey, self.journey[moved[0]])
        self.do(operations.move(self.journey, moved, to, index))
        if len({getattr(self.journey[id_], "lane", None) for id_ in moved}) == 1:
            row = [record.id for record in operations.siblings(self.journey, self.journey[moved[0]])]
            start = len(row) - len(set(moved))
            start = start if index is None else max(0, min(index, start))
            assert set(row[start:start + len(set(moved))]) == set(moved), (row, moved, first)

    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        row = [record.id for record in operations.siblings(self.journey, self.journey[self.some(
            data, "stage", "touchpoint", "challenge", "metric", "lane", "role")])]
        row = data.draw(st.permutations(row))
        self.do(operations.reorder(self.journey, [row]))
        assert [record.id for record in operations.siblings(self.journey, self.journey[row[0]])] == row

    @rule(data=st.data(), position=st.none() | st.tuples(st.integers(0, 99), st.floats(0, 99)))
    def pin(self, data: st.DataObject, position: tuple[float, float] | None) -> None:
        self.do(operations.pin(self.journey, {id_: position for id_ in self.several(data, "touchpoint", "note")}))

    @rule(data=st.data(), label=texts())
    def connect(self, data: st.DataObject, label: str) -> None:
        source, target = self.some(data, "touchpoint", "stage"), self.some(data, "touchpoint", "stage")
        assume(source != target)
        self.do(operations.connect(self.journey, source, target, label))
        assert not operations.connect(self.journey, source, target, label)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        gone = self.several(data)
        self.do(operations.delete(self.journey, gone))
        assert not any(id_ in self.journey for id_ in gone)

    # -- undo and redo ---------------------------------------------------------------------------------------------

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change = self.done.pop().inverse()
        assert not self.journey.check(change)
        self.journey.apply(change)
        self.undone.append(change.inverse())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change = self.undone.pop()
        assert not self.journey.check(change)
        self.journey.apply(change)
        self.done.append(change)

    # -- changes that nobody meant ---------------------------------------------------------------------------------

    @rule(data=st.data())
    def anything(self, data: st.DataObject) -> None:
        """A change taken at random is refused exactly if what it leaves is no journey, or it is not about this one."""
        edits = {}
        for id_ in data.draw(st.lists(st.sampled_from(sorted(record.id for record in self.journey)) | ids(),
                                      min_size=1, max_size=4, unique=True)):
            before = self.journey.get(id_)
            cls = self.kinds.get(id_) or RECORD_TYPES[data.draw(st.sampled_from(sorted(RECORD_TYPES)))]
            pools = {type_: [*pool, NOWHERE] for type_, pool in pools_of(self.journey).items()}
            edits[id_] = before, data.draw(st.none() | records(cls, id_, pools))
        result = {record.id: record for record in self.journey}
        for id_, (_, after) in edits.items():
            result.pop(id_, None)
            if after is not None:
                result[id_] = after
        change = Change(edits)
        if self.journey.check(change):
            try:
                Journey(result.values())
            except JourneyError:
                return
            raise AssertionError("a good change was refused")
        self.do(change)
        assert self.journey == Journey(result.values())

    @rule(data=st.data())
    def corrupted(self, data: st.DataObject) -> None:
        """A change with a value, a reference or a record before it that is wrong is refused, and nothing moves."""
        record = self.journey[self.some(data, *RECORD_TYPES)]
        references = {name: many for name, _, _, many in record.references}
        names = sorted(name for name, *_ in record.rules if name in references or name in BAD_VALUES)
        name = data.draw(st.sampled_from(names))
        value = BAD_VALUES.get(name) if name not in references else (NOWHERE,) if references[name] else NOWHERE
        bad: Record = replace(record, **{name: value})
        stale: Record = replace(record, **{"label" if isinstance(record, Flow) else "title": "\x00 never drawn \x00"})
        for change in (
            Change({record.id: (record, bad)}),
            Change({record.id: (stale, record)}),
            Change({record.id: (None, record)}),
            Change({self.journey.info.id: (self.journey.info, None)}),
            Change.adding([JourneyInfo()]),
        ):
            was = index_of(self.journey)
            assert self.journey.check(change)
            assert index_of(self.journey) == was

    # -- what always holds -----------------------------------------------------------------------------------------

    @invariant()
    def equals_one_built_afresh(self) -> None:
        fresh = Journey(self.journey)
        assert self.journey == fresh
        assert index_of(self.journey) == index_of(fresh)
        assert index_of(self.journey.copy()) == index_of(fresh)

    @invariant()
    def is_saved_and_loaded_equal(self) -> None:
        assert loads(dumps(self.journey)) == self.journey

    @invariant()
    def undoing_all_gives_the_first_journey(self) -> None:
        journey, all_at_once = self.journey.copy(), Change()
        for change in reversed(self.done):
            journey.apply(change.inverse())
        assert journey == self.first
        for change in self.done:
            all_at_once = all_at_once.then(change)
        assert not journey.check(all_at_once)
        journey.apply(all_at_once)
        assert journey == self.journey


TestJourneyMachine = pytest.mark.slow(JourneyMachine.TestCase)
TestJourneyMachine.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
