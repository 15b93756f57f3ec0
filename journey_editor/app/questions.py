"""Questions to the user as message boxes, and the buttons under those that are dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton, QWidget

Role = QMessageBox.ButtonRole


def ask(parent: QWidget, name: str, text: str, details: str,
        answers: Sequence[tuple[str, str, QMessageBox.ButtonRole]]) -> str:
    """Return the name of the answer that the user gave, the last one where the box was closed.

    `answers` are (name, words, role); Enter gives the first that destroys nothing.
    """
    box = QMessageBox(parent)
    # Native boxes of some systems cannot carry our own words on their buttons.
    box.setOption(QMessageBox.Option.DontUseNativeDialog, True)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    box.setInformativeText(details)
    buttons = []
    for answer, words, role in answers:
        button = box.addButton(words, role)
        button.setObjectName(answer)
        buttons.append(button)
    box.setDefaultButton(next(button for button in buttons if box.buttonRole(button) != Role.DestructiveRole))
    box.setEscapeButton(buttons[-1])
    box.exec()
    given = (box.clickedButton() or buttons[-1]).objectName()
    box.deleteLater()
    return given


def accept_and_cancel(dialog: QDialog, accept: str, cancel: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the row of buttons that accept and reject a dialog, and the accepting one, which Enter presses."""
    buttons = QDialogButtonBox(dialog)
    accepting = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    accepting.setDefault(True)
    buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancel")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accepting
