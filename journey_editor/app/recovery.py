"""What was not saved survives: every Change is logged, and what a session left behind is offered at the next start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget)

from journey_editor.document import Document
from journey_editor.model import Change, JourneyError

if TYPE_CHECKING:
    from journey_editor.storage.recovery import Orphan

NOT_NOW, RECOVER, DISCARD = range(3)


def folder() -> Path:
    """Return where the logs lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "recovery"


class RecoveryLog(QObject):
    """Logs what is done to a document. `refused(Sentence)` tells once that this is not possible."""

    refused = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from journey_editor.storage.recovery import Recovery

        self._document = document
        self._warned = False
        self._log = Recovery(folder(), document.journey, document.path)
        document.changed.connect(self._append)
        # Sent after an opening and after a saving, each time when all about the document is settled.
        document.path_changed.connect(self._rebase)
        if document.modified:
            self._rebase()

    def _append(self, change: Change) -> None:
        self._try(lambda: self._log.append(change))

    def _rebase(self) -> None:
        document = self._document
        self._try(lambda: self._log.rebase(document.journey, document.path, saved=not document.modified))

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
            self._warned = False
        except JourneyError as error:
            if not self._warned:
                self._warned = True
                self.refused.emit(error.sentence)

    def close(self) -> None:
        """The session ends well, so nothing is left to recover."""
        self._log.close()


class RecoveryDialog(QDialog):
    """Offers what earlier sessions left; `exec()` returns `NOT_NOW`, `RECOVER` or `DISCARD`."""

    def __init__(self, orphans: Sequence[Orphan], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setWindowTitle(self.tr("Recover unsaved changes"))
        self.resize(500, 260)
        head = QLabel(self.tr("Journey Editor did not close properly last time. The following changes were not "
                              "saved:"), self)
        head.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Changes that can be recovered"))
        for orphan in orphans:
            self._add(orphan)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda: self.done(RECOVER))
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        for name, words, role, code in (("recover", self.tr("Recover"), roles.AcceptRole, RECOVER),
                                        ("discard", self.tr("Discard"), roles.DestructiveRole, DISCARD),
                                        ("not_now", self.tr("Not now"), roles.RejectRole, NOT_NOW)):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, code=code: self.done(code))
            button.setDefault(code == RECOVER)
            buttons.addButton(button, role)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    @property
    def orphan(self) -> Orphan:
        """What is chosen."""
        return self.list.currentItem().data(Qt.ItemDataRole.UserRole)

    def _add(self, orphan: Orphan) -> None:
        name = orphan.path.name if orphan.path else self.tr("A journey that was never saved")
        changed = QDateTime.fromSecsSinceEpoch(int(orphan.when.timestamp()))
        when = QLocale().toString(changed, QLocale.FormatType.ShortFormat)
        words = self.tr("{name}, {when}").format(name=name, when=when)
        if orphan.changes:
            words = self.tr("{name}, last changed {when} (%n changes)", "", orphan.changes)
            words = words.format(name=name, when=when)
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, orphan)
        item.setToolTip(str(orphan.path or ""))
