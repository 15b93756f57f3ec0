"""A journey that can be edited, undone and redone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from journey_editor.model import Change, Journey, JourneyError
from journey_editor.model.operations import new_journey


class Edit(QUndoCommand):
    """One undoable step: a Change under a name. The only undo command of the program."""

    def __init__(self, document: Document, text: str, change: Change, *, amends: bool = False) -> None:
        super().__init__(text)
        self._document = document
        self._change = change
        self._amends = amends
        self.retracted = False

    def id(self) -> int:
        """Return one number for all, so that Qt offers each step to the one before it (`mergeWith` decides)."""
        return 1

    def mergeWith(self, later: QUndoCommand) -> bool:  # noqa: N802
        """Take in a step that was made to amend this one."""
        if not (isinstance(later, Edit) and later._amends):
            return False
        self._change = self._change.then(later._change)
        self.setObsolete(not self._change)
        return True

    def redo(self) -> None:
        """Apply the change."""
        self._document._apply(self._change)

    def undo(self) -> None:
        """Apply the change's inverse; a step that is taken back for good leaves the stack."""
        self._document._apply(self._change.inverse())
        # Qt skips the undo of a step that is obsolete already, so it becomes so only now.
        if self.retracted:
            self.setObsolete(True)


class Document(QObject):
    """The open journey. `changed` carries every Change; `reset` says that the whole journey was replaced.

    `clean_changed(bool)` tells whether what is open equals what was last saved.
    """

    changed = Signal(object)
    reset = Signal()
    path_changed = Signal()
    clean_changed = Signal(bool)

    def __init__(self, journey: Journey | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journey = journey or new_journey()
        self.path: Path | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.clean_changed)

    @property
    def modified(self) -> bool:
        """Whether there are changes that were not saved."""
        return not self.undo_stack.isClean()

    def execute(self, text: str, change: Change) -> bool:
        """Do `change` as one undoable step named `text`; False if it is empty. Raise `JourneyError` if refused."""
        return self._push(text, change, amends=False)

    def amend(self, change: Change) -> bool:
        """Do `change` as part of the last step: what is typed into a card that has just been added."""
        return self._push(self.undo_stack.undoText(), change, amends=True)

    def retract(self) -> None:
        """Undo the last step for good, as if it had never been: a new card whose typing was given up."""
        step = self.undo_stack.command(self.undo_stack.index() - 1)
        if isinstance(step, Edit):
            step.retracted = True
            self.undo_stack.undo()

    def _push(self, text: str, change: Change, *, amends: bool) -> bool:
        if not change:
            return False
        problems = self.journey.check(change)
        if problems:
            raise JourneyError(problems[0])
        self.undo_stack.push(Edit(self, text, change, amends=amends))
        return True

    def open(self, journey: Journey, path: Path | None, *, saved: bool = True) -> None:
        """Show another journey. `saved` is False where `path` does not hold it yet (an import, a recovery)."""
        self.journey = journey
        self.path = path
        self.undo_stack.clear()
        # An empty stack that is cleared keeps what it was told before.
        self.undo_stack.setClean() if saved else self.undo_stack.resetClean()
        self.reset.emit()
        self.path_changed.emit()

    def mark_saved(self, path: Path) -> None:
        """Remember that the journey as it is now stands in `path`."""
        self.path = path
        self.undo_stack.setClean()
        self.path_changed.emit()

    def _apply(self, change: Change) -> None:
        self.journey.apply(change)
        self.changed.emit(change)
