"""A table that follows every change equals one built afresh, and what it copies it can read."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import invariant
from PySide6.QtCore import Qt

from journey_editor.model import Change, JourneyError
from journey_editor.model.fields import REFERENCE
from journey_editor.model.records import RECORD_TYPES
from journey_editor.panels.table_cells import Cells
from journey_editor.panels.table_changes import change_of
from journey_editor.panels.table_columns import COLUMNS, FIGURES, TYPES
from journey_editor.panels.table_model import TableModel
from tests.model.test_machine import JourneyMachine
from tests.strategies import journeys

EASY = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture]


class Mirror:
    """What somebody knows who looks only at what the model tells."""

    def __init__(self, model):
        self.model = model
        self.rows = self.all_rows()
        model.modelReset.connect(self.take_all)
        model.layoutChanged.connect(self.take_all)
        model.rowsInserted.connect(self.insert)
        model.rowsRemoved.connect(self.remove)
        model.dataChanged.connect(self.change)

    def row(self, row):
        return [self.model.index(row, column).data(Qt.ItemDataRole.EditRole)
                for column in range(self.model.columnCount())]

    def all_rows(self):
        return [self.row(row) for row in range(self.model.rowCount())]

    def take_all(self):
        self.rows = self.all_rows()

    def insert(self, _parent, first, last):
        self.rows[first:first] = [self.row(row) for row in range(first, last + 1)]

    def remove(self, _parent, first, last):
        del self.rows[first:last + 1]

    def change(self, first, last):
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self.row(row)


class TableMachine(JourneyMachine):
    """The machine over the operations, with a table of each type that is patched after each of them."""

    def begin_tables(self) -> None:
        self.mirrors = []
        for type_ in TYPES:
            model = TableModel(self.journey)
            model.show_type(type_)
            self.mirrors.append(Mirror(model))
        self.shown = {record.id: record for record in self.journey}

    @invariant()
    def the_patched_table_equals_one_built_afresh(self) -> None:
        if not hasattr(self, "mirrors") or self.mirrors[0].model.journey is not self.journey:
            self.begin_tables()
        now = {record.id: record for record in self.journey}
        change = Change({id_: (self.shown.get(id_), now.get(id_)) for id_ in now.keys() | self.shown.keys()
                         if self.shown.get(id_) != now.get(id_)})
        self.shown = now
        for mirror in self.mirrors:
            mirror.model.follow(change)
            fresh = TableModel(self.journey)
            fresh.show_type(mirror.model.type)
            assert mirror.model.ids == fresh.ids
            assert mirror.rows == Mirror(fresh).rows


TestTableMachine = pytest.mark.slow(TableMachine.TestCase)
TestTableMachine.settings = settings(
    max_examples=10, stateful_step_count=12, deadline=None, suppress_health_check=EASY)


def default_of(record, name):
    field = next(field for field in fields(record) if field.name == name)
    return None if field.default is MISSING else field.default


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None, suppress_health_check=EASY)
@given(journeys())
def test_what_is_copied_is_read_as_what_it_was(journey):
    cells = Cells(journey)
    for type_, columns in COLUMNS.items():
        for record in journey.all(RECORD_TYPES[type_]):
            for column in columns:
                if column.kind == "latest" or column.is_reference:
                    continue
                value = getattr(record, column.name)
                empty = replace(record, **{column.name: default_of(record, column.name)})
                read = cells.value(empty, column, cells.copied(record, column))
                if column.kind in FIGURES and value is not None:
                    assert read == pytest.approx(value, rel=1e-6, abs=1e-9)
                elif isinstance(value, str):
                    assert read == value.replace("\r\n", "\n").replace("\r", "\n")
                else:
                    assert read == pytest.approx(value, abs=1e-6) if column.kind == "emotion" else read == value


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None, suppress_health_check=EASY)
@given(journeys())
def test_references_are_read_by_their_titles_or_refused(journey):
    cells = Cells(journey)
    for type_, columns in COLUMNS.items():
        records = journey.all(RECORD_TYPES[type_])
        for column in columns:
            if not column.is_reference:
                continue
            for record, other in zip(records, records[1:]):
                try:
                    value = cells.value(other, column, cells.copied(record, column))
                    change = change_of(journey, [(other, column, value)])
                except JourneyError:
                    continue
                shown = [cells.text(one, column) for one in (record, replace(other, **{column.name: value}))]
                if column.kind == REFERENCE:
                    assert shown[0].split() == shown[1].split() or shown[0].casefold() == shown[1].casefold()
                if not journey.check(change):
                    after = journey.copy()
                    after.apply(change)
                    assert getattr(after[other.id], column.name) == value
