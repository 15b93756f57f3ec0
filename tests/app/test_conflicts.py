"""Settling conflicts: nothing is merged before all are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journey_editor.app.conflicts import ConflictsDialog
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint
from journey_editor.model import operations as ops
from journey_editor.model.merge import Merge


def dialog_on_three(qtbot) -> tuple[ConflictsDialog, Merge]:
    stage = Stage(title="Visit")
    cards = [Touchpoint(title=title, stage=stage.id, order=i) for i, title in enumerate(("Search", "Advert"))]
    base = Journey([JourneyInfo(), stage, *cards])
    ours, theirs = base.copy(), base.copy()
    ours.apply(ops.update(ours, [cards[0].id], title="Find", automation="manual"))
    theirs.apply(ops.update(theirs, [cards[0].id], title="Look up " * 30, automation="automatic"))
    ours.apply(ops.delete(ours, [cards[1].id]))
    theirs.apply(ops.rename(theirs, cards[1].id, "Advertisement"))
    merge = Merge(base, ours, theirs)
    dialog = ConflictsDialog(merge.conflicts, ours, "client.xlsx")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, merge


def click(dialog: ConflictsDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_merge_waits_for_the_last_choice(qtbot):
    dialog, merge = dialog_on_three(qtbot)
    button = dialog.findChild(QAbstractButton, "merge")
    assert len(merge.conflicts) == 3 and not button.isEnabled()
    for row, side in enumerate(("ours", "theirs", "ours")):
        assert not button.isEnabled()
        dialog.findChild(QAbstractButton, f"{side}_{row}").click()
    assert button.isEnabled()
    assert list(dialog.choices.values()) == ["ours", "theirs", "ours"]
    click(dialog, "merge")
    assert dialog.result() == ConflictsDialog.DialogCode.Accepted


def test_all_can_be_chosen_at_once_and_cancel_chooses_nothing(qtbot):
    dialog, merge = dialog_on_three(qtbot)
    click(dialog, "all_theirs")
    assert dialog.choices == {conflict.key: "theirs" for conflict in merge.conflicts}
    click(dialog, "cancel")
    assert dialog.result() == ConflictsDialog.DialogCode.Rejected


def test_values_are_told_in_the_windows_words(qtbot):
    dialog, merge = dialog_on_three(qtbot)
    shown = {dialog.findChild(QAbstractButton, f"{side}_{row}").text().replace("\n", " ")
             for row in range(3) for side in ("ours", "theirs")}
    assert {"Find", "Manual", "Automatic", "Deleted", "Changed: Advertisement"} <= shown
