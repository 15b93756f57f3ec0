from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester

from journey_editor.model import Change, Touchpoint, operations
from journey_editor.panels.outline_model import OutlineModel


@pytest.fixture
def model(map_, qapp):
    made = OutlineModel(map_.document.journey, lambda record: QIcon())
    map_.document.changed.connect(made.follow)
    return made


def rows(model, parent=QModelIndex()):
    """The whole tree as nested lists of texts."""
    model.fetchMore(parent)
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        below = rows(model, index)
        found.append([index.data(), *below] if below else index.data())
    return found


def afresh(map_):
    return rows(OutlineModel(map_.document.journey, lambda record: QIcon()))


def do(map_, change):
    map_.document.execute("step", change)


def test_shows_stages_cards_what_is_attached_and_the_groups_of_all_else(model):
    assert rows(model) == [
        ["1. Visit Website",
         ["Content marketing", ["Content ROI is hard to measure", "See the survey"], "Bounce rate",
          "Publish case studies"],
         "Messaging", "Quotes: Is this for us?"],
        ["2. Register", "Registration form", "Awkward form"],
        ["Roles", "Buyer", "Finance"], ["Tracks", "Fast"], ["Lanes", "Quotes"], ["Notes", "Ask the sales team"],
        ["Flows", "Content marketing → Registration form: if interested"]]


def test_rows_are_built_where_they_are_looked_at(model):
    stage = model.index(0, 0)
    assert model.hasChildren(stage) and model.rowCount(stage) == 0 and model.canFetchMore(stage)
    model.fetchMore(stage)
    assert model.rowCount(stage) == 3 and not model.canFetchMore(stage)


def test_keeps_the_rules_of_models_while_it_changes(model, map_, qtlog):
    rows(model)
    watcher = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    watcher.setUseFetchMore(False)  # it would build rows inside a signal, before it has itself noted that signal
    journey = map_.document.journey
    do(map_, operations.delete(journey, [map_.content.id]))
    do(map_, operations.add_stage(journey, "Convert", 1))
    do(map_, operations.move(journey, [map_.messaging.id], map_.register.id, 0))
    map_.document.undo_stack.undo()
    map_.document.undo_stack.undo()
    map_.document.undo_stack.undo()
    assert rows(model) == afresh(map_) and not qtlog.records
    del watcher


CHANGES = {
    "rename a stage": lambda m, j: operations.rename(j, m.visit.id, "Look around"),
    "rename the end of a flow": lambda m, j: operations.rename(j, m.form.id, "Sign-up form"),
    "rename a lane": lambda m, j: operations.rename(j, m.quotes.id, "Voices"),
    "add a stage in front": lambda m, j: operations.add_stage(j, "Notice", 0),
    "swap stages": lambda m, j: operations.move(j, [m.register.id], None, 0),
    "swap cards": lambda m, j: operations.move(j, [m.messaging.id], m.visit.id, 0),
    "move a card to another stage": lambda m, j: operations.move(j, [m.content.id], m.register.id, 0),
    "move a challenge to a card without any": lambda m, j: operations.move(j, [m.roi.id], m.form.id),
    "tie a free note": lambda m, j: operations.update(j, [m.idea.id], about=m.form.id),
    "free a note": lambda m, j: operations.update(j, [m.hint.id], about=None),
    "delete a stage": lambda m, j: operations.delete(j, [m.visit.id]),
    "delete a lane with its entries": lambda m, j: operations.delete(j, [m.quotes.id]),
    "delete the last role": lambda m, j: operations.delete(j, [m.buyer.id, m.finance.id]),
    "delete the flow": lambda m, j: operations.delete(j, [m.flow.id]),
    "add a role": lambda m, j: operations.add_role(j, "Decider", 0),
    "delete everything": lambda m, j: operations.delete(j, [r.id for r in j if r.type != "journey"]),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("looked", [True, False])
def test_a_patched_tree_equals_one_built_afresh(model, map_, name, looked):
    if looked:
        rows(model)
    before = afresh(map_)
    do(map_, CHANGES[name](map_, map_.document.journey))
    assert rows(model) == afresh(map_)
    map_.document.undo_stack.undo()
    assert rows(model) == afresh(map_) == before
    map_.document.undo_stack.redo()
    assert rows(model) == afresh(map_)


def test_patches_rather_than_resets(model, map_, qtbot):
    rows(model)
    kept = QPersistentModelIndex(model.index_of(map_.messaging.id))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    do(map_, operations.move(map_.document.journey, [map_.messaging.id], map_.visit.id, 0))
    assert not resets and kept.data() == "Messaging" and kept.row() == 0


def test_a_great_change_is_taken_at_once(model, map_):
    many = [Touchpoint(title=f"Card {i}", stage=map_.visit.id, order=i) for i in range(3000)]
    do(map_, Change.adding(many))
    assert rows(model) == afresh(map_)
    do(map_, Change.updating((one, replace(one, order=-one.order)) for one in many))
    assert rows(model) == afresh(map_)


def test_finds_by_text_and_shows_what_it_stands_under(model, map_):
    model.show_only("  FORM ")
    assert model.found == 2
    assert rows(model) == [["2. Register", "Registration form", "Awkward form"]]
    model.show_only("survey")
    assert model.found == 1
    found = ["Content marketing", ["Content ROI is hard to measure", "See the survey"]]
    assert rows(model) == [["1. Visit Website", found]]
    do(map_, operations.rename(map_.document.journey, map_.hint.id, "See the study"))
    assert rows(model) == []
    model.show_only("")
    assert model.found == 0
    assert rows(model) == afresh(map_)


def test_speaks_types_and_emotions_to_screen_readers(model, map_):
    said = model.index_of(map_.content.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Touch point: Content marketing, Pleasant"


def drop(model, map_, records, row, parent):
    told = []
    model.move = lambda *arguments: told.append(arguments)
    data = model.mimeData([model.index_of(record.id) for record in records])
    where = model.index_of(parent.id) if parent is not None else QModelIndex()
    if isinstance(parent, str):
        where = next(model.index(i, 0) for i in range(model.rowCount()) if model.index(i, 0).data() == parent)
    if not model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, where):
        return None
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, where) is False
    return told[0]


def test_a_drop_tells_where_to_counted_without_what_is_moved(model, map_):
    rows(model)
    m = map_
    assert drop(model, m, [m.content], 2, m.visit) == ([m.content.id], m.visit.id, 1)
    assert drop(model, m, [m.messaging], 0, m.visit) == ([m.messaging.id], m.visit.id, 0)
    assert drop(model, m, [m.form], -1, m.visit) == ([m.form.id], m.visit.id, None)
    assert drop(model, m, [m.register], 0, None) == ([m.register.id], None, 0)
    assert drop(model, m, [m.visit], 2, None) == ([m.visit.id], None, 1)
    assert drop(model, m, [m.roi], -1, m.form) == ([m.roi.id], m.form.id, None)
    assert drop(model, m, [m.hint], -1, m.form) == ([m.hint.id], m.form.id, None)


def test_a_drop_that_makes_no_sense_is_not_taken(model, map_):
    rows(model)
    m = map_
    assert drop(model, m, [m.visit], 0, m.register) is None
    assert drop(model, m, [m.content], 0, None) is None
    assert drop(model, m, [m.roi], -1, m.bounce) is None
    assert drop(model, m, [m.roi, m.content], -1, m.visit) is None
    assert not model.flags(model.index_of(m.flow.id)) & Qt.ItemFlag.ItemIsDragEnabled
    model.show_only("form")
    assert not model.flags(model.index_of(m.form.id)) & Qt.ItemFlag.ItemIsDragEnabled


def test_selection_model_follows_a_move(model, map_):
    rows(model)
    chosen = QItemSelectionModel(model)
    chosen.select(model.index_of(map_.messaging.id), QItemSelectionModel.SelectionFlag.Select)
    do(map_, operations.move(map_.document.journey, [map_.messaging.id], map_.visit.id, 0))
    assert [index.data() for index in chosen.selectedIndexes()] == ["Messaging"]
