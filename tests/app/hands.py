"""What the tests do with a window: answer its dialogs, open, drop and change something."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QMenu

from journey_editor.app.window import MainWindow
from journey_editor.model import Record, operations

LEFT = Qt.MouseButton.LeftButton


class Answers:
    """Answers modal dialogs, in the order in which they come."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, Callable[[QDialog], None]]] = []
        self.seen: list[str] = []
        self._answered: list[QDialog] = []
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def click(self, dialog: str, button: str) -> None:
        """Click a button, by name, of the dialog of this name."""
        self.waiting.append((dialog, lambda it: QTest.mouseClick(it.findChild(QAbstractButton, button), LEFT)))

    def choose_file(self, dialog: str, path: Path) -> None:
        """Type a path into a file dialog and accept it."""
        def act(it: QDialog) -> None:
            # Not typed key by key: what Qt's own dialog offers meanwhile, it would take for what is wanted.
            it.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            buttons = it.findChild(QDialogButtonBox)
            kind = QDialogButtonBox.StandardButton
            saving = it.acceptMode() == QFileDialog.AcceptMode.AcceptSave
            QTest.mouseClick(buttons.button(kind.Save if saving else kind.Open), LEFT)
        self.waiting.append((dialog, act))

    def act(self, dialog: str, act: Callable[[QDialog], None]) -> None:
        """Do something with the dialog of this name."""
        self.waiting.append((dialog, act))

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible() or dialog in self._answered:
            return
        if not self.waiting or dialog.objectName() != self.waiting[0][0]:
            self.seen.append(f"unexpected: {dialog.objectName()}")
            dialog.close()
            return
        name, act = self.waiting.pop(0)
        self.seen.append(name)
        # Later, because a timer does not fire while it is being answered, and one dialog may bring another.
        self._answered.append(dialog)
        QTimer.singleShot(0, dialog, lambda: self._answer(dialog, act))

    def _answer(self, dialog: QDialog, act: Callable[[QDialog], None]) -> None:
        try:
            act(dialog)
        finally:
            self._answered.remove(dialog)

    def stop(self) -> None:
        self._timer.stop()


def wait(condition: Callable[[], bool]) -> None:
    """Let events happen until something is true."""
    deadline = QDeadlineTimer(10_000)
    while not condition():
        assert not deadline.hasExpired()
        QTest.qWait(1)


def open_file(window: MainWindow, path: Path) -> None:
    """Open a file and wait until that is over."""
    window.files.open_path(path)
    wait(lambda: not window.jobs.busy)


def drop(window: MainWindow, path: Path) -> None:
    """Drop a file on the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPoint(600, 400)
    arguments = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    with warnings.catch_warnings():
        # Qt 6.12 wants a QPointF here, which Qt 6.11 does not take.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(at, *arguments)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), *arguments))
    QApplication.processEvents()
    wait(lambda: not window.jobs.busy)


def rename_stage(window: MainWindow, text: str) -> None:
    """Change something, so that there is something to lose."""
    journey = window.document.journey
    window.document.execute("Rename", operations.rename(journey, journey.stages[0].id, text))


def find(window: MainWindow, title: str) -> Record:
    """Return the record of a title."""
    return next(one for one in window.document.journey if getattr(one, "title", None) == title)


def select(window: MainWindow, *titles: str) -> None:
    """Select records by their titles, on the map."""
    window.selection.set(find(window, title).id for title in titles)
    window.canvas.setFocus()


def trigger(window: MainWindow, name: str) -> None:
    """Choose an action in its menu, by the keys of the menu."""
    action = window.menu_actions.by_name[name]
    menu = next(menu for menu in window.findChildren(QMenu) if action in menu.actions())
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
