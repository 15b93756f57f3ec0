"""Undo, redo, and what counts as modified."""

from __future__ import annotations

import pytest

from journey_editor.document import Document, Selection
from journey_editor.model import Change, JourneyError, Stage
from journey_editor.model import operations as ops


def titles(document: Document) -> list[str]:
    return [stage.title for stage in document.journey.stages]


def add(document: Document, title: str) -> str:
    change = ops.add_stage(document.journey, title)
    document.execute(f"Add {title}", change)
    return change.added[0].id


def test_steps_are_undone_and_redone_by_name(qapp):
    document = Document()
    seen = []
    document.changed.connect(seen.append)
    add(document, "A")
    add(document, "B")
    assert document.undo_stack.undoText() == "Add B" and document.modified
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert titles(document) == [] and not document.modified and document.undo_stack.redoText() == "Add A"
    document.undo_stack.redo()
    assert titles(document) == ["A"]
    assert len(seen) == 5 and all(isinstance(change, Change) for change in seen)


def test_a_thousand_steps_are_kept(qapp):
    document = Document()
    for number in range(1000):
        add(document, str(number))
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert titles(document) == []


def test_a_refused_change_leaves_nothing_on_the_stack(qapp):
    document = Document()
    stage = Stage(title="A")
    with pytest.raises(JourneyError):
        document.execute("Break", Change({stage.id: (stage, None)}))
    assert not document.undo_stack.canUndo() and not document.modified
    assert document.execute("Nothing", Change()) is False


def test_an_amended_step_stays_one_and_a_retracted_one_was_never_there(qapp):
    document = Document()
    id_ = add(document, "")
    document.amend(ops.rename(document.journey, id_, "Typed"))
    assert titles(document) == ["Typed"] and document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert titles(document) == []
    document.undo_stack.redo()
    add(document, "gone")
    document.retract()
    assert titles(document) == ["Typed"] and document.undo_stack.count() == 1 and not document.undo_stack.canRedo()


def test_a_save_between_keeps_what_was_saved(qapp, tmp_path):
    document = Document()
    id_ = add(document, "")
    document.mark_saved(tmp_path / "a.journey")
    document.amend(ops.rename(document.journey, id_, "Typed"))
    assert document.modified
    document.undo_stack.undo()
    assert titles(document) == [""] and not document.modified


def test_opening_forgets_the_steps_and_tells_whether_it_is_saved(qapp, tmp_path):
    document = Document()
    add(document, "A")
    document.open(ops.new_journey("B"), tmp_path / "b.journey")
    assert not document.modified and not document.undo_stack.canUndo()
    document.open(ops.new_journey("C"), None, saved=False)
    assert document.modified


def test_the_selection_loses_what_leaves_the_journey(qapp):
    document = Document()
    selection = Selection(document)
    id_ = add(document, "A")
    selection.set([id_])
    document.undo_stack.undo()
    assert selection.ids == frozenset()


def test_what_is_opened_after_something_unsaved_is_not_modified(journey):
    document = Document()
    document.open(journey, None, saved=False)
    assert document.modified
    document.open(journey.copy(), None)
    assert not document.modified
