import os
import shutil
from pathlib import Path

import pytest
from hands import drop, find, open_file, rename_stage, select, trigger, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from journey_editor import storage
from journey_editor.app.settings import MOST_RECENT
from journey_editor.exchange import write_workbook
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint
from journey_editor.shipped import find as find_shipped

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(home) -> Path:
    """Another journey in a file."""
    path = home / "other.journey"
    storage.save(Journey([JourneyInfo(title="Another"), Stage(title="Only", order=1)]), path)
    return path


@pytest.fixture
def workbook(home, journey) -> Path:
    """A workbook that holds the small map."""
    path = home / "table.xlsx"
    write_workbook(journey, path)
    return path


def titles(window):
    return [stage.title for stage in window.document.journey.stages]


# -- opening -----------------------------------------------------------------------------------------------------------


def test_open_asks_for_a_file_and_shows_it(window, answers, other):
    answers.choose_file("open_file", other)
    trigger(window, "open")
    wait(lambda: titles(window) == ["Only"])
    assert window.document.path == other and not window.document.modified
    assert window.settings.recent[0] == str(other) and window.settings.folder == str(other.parent)
    assert window.canvas.picture.stage_ids == [window.document.journey.stages[0].id]


def test_recent_files_open_again_and_lost_ones_are_forgotten(window, other, home):
    menus = window.menu_actions
    menus.recent.aboutToShow.emit()
    assert [action.text() for action in menus.recent.actions()][0] == "small.journey"
    open_file(window, other)
    menus.recent.aboutToShow.emit()
    first, second = menus.recent.actions()[:2]
    assert [first.text(), second.text()] == ["other.journey", "small.journey"]
    second.trigger()
    wait(lambda: titles(window) == ["Visit", "Register"])
    other.unlink()
    open_file(window, other)
    assert window.notice.text and str(other) not in window.settings.recent and titles(window) == ["Visit", "Register"]
    menus.recent.aboutToShow.emit()
    menus.recent.actions()[-1].trigger()
    assert window.settings.recent == []


def test_no_more_recent_files_are_kept_than_can_be_looked_over(window, home):
    for i in range(MOST_RECENT + 5):
        window.settings.add_recent(home / f"{i}.journey")
    assert len(window.settings.recent) == MOST_RECENT


@pytest.mark.parametrize("name, content", [
    ("broken.journey", b'{"format": "journey-map", '),
    ("none.journey", None),
    ("broken.xlsx", b"PK\x03\x04 not a workbook"),
    ("none.xlsx", None),
    ("picture.png", b"\x89PNG"),
    ("old.xls", b"\xd0\xcf\x11\xe0"),
    ("none", b""),
])
def test_what_cannot_be_opened_is_told_in_one_sentence_and_nothing_changes(window, home, name, content):
    path = home / name
    if content is not None:
        path.write_bytes(content)
    rename_stage(window, "Changed")
    before = window.document.journey
    drop(window, path)
    text = window.notice.text
    assert text.endswith(".") and "Traceback" not in text and "\n" not in text
    assert window.document.journey is before and titles(window) == ["Changed", "Register"]
    assert window.document.undo_stack.canUndo() and window.files.name == "small"


def test_a_folder_that_is_dropped_is_told_too(window, home):
    folder = home / "folder.journey"
    folder.mkdir()
    drop(window, folder)
    assert window.notice.text and titles(window) == ["Visit", "Register"]


def test_a_file_is_opened_by_dropping_it(window, other):
    drop(window, other)
    assert titles(window) == ["Only"]


# -- questions ---------------------------------------------------------------------------------------------------------

LEAVE = {
    "new": lambda window, other: trigger(window, "new"),
    "open": lambda window, other: open_file(window, other),
    "drop": drop,
    "quit": lambda window, other: window.close(),
}


@pytest.mark.parametrize("how", LEAVE)
def test_nothing_changed_means_no_question(window, other, how):
    LEAVE[how](window, other)
    assert titles(window) == {"new": [], "open": ["Only"], "drop": ["Only"], "quit": ["Visit", "Register"]}[how]


@pytest.mark.parametrize("how", LEAVE)
@pytest.mark.parametrize("answer", ["save", "dont_save", "cancel"])
def test_before_changes_are_lost_the_user_is_asked(window, other, answers, home, how, answer):
    rename_stage(window, "Changed")
    answers.click("unsaved_changes", answer)
    LEAVE[how](window, other)
    assert answers.seen == ["unsaved_changes"]
    saved = [stage.title for stage in storage.load(home / "small.journey").stages]
    assert saved == (["Changed", "Register"] if answer == "save" else ["Visit", "Register"])
    if answer == "cancel":
        assert titles(window) == ["Changed", "Register"] and window.document.modified and window.isVisible()
    elif how == "quit":
        assert not window.isVisible()
    else:
        assert titles(window) == ([] if how == "new" else ["Only"])
        assert not window.document.modified and not window.document.undo_stack.canUndo()


def test_what_is_still_being_typed_counts_as_a_change(window, answers, other, home):
    select(window, "Chat")
    edit = window.panels["inspector"].form.fields["owner"].edit
    edit.setFocus()
    QTest.keyClicks(edit, "Sales")
    answers.click("unsaved_changes", "save")
    open_file(window, other)
    assert [card.owner for card in storage.load(home / "small.journey").all(Touchpoint)].count("Sales") == 1


def test_closing_the_question_is_cancelling(window, answers, other):
    rename_stage(window, "Changed")
    answers.act("unsaved_changes", lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    open_file(window, other)
    assert titles(window) == ["Changed", "Register"]


def test_a_save_that_fails_keeps_the_window_open(window, answers, home):
    rename_stage(window, "Changed")
    shutil.rmtree(home / "gone", ignore_errors=True)
    window.document.path = home / "gone" / "small.journey"
    answers.click("unsaved_changes", "save")
    assert not window.close() and window.isVisible() and window.document.modified
    assert window.notice.text.endswith(".")


# -- saving ------------------------------------------------------------------------------------------------------------


def test_save_writes_what_is_shown_with_what_is_being_typed(window, home):
    select(window, "Chat")
    edit = window.panels["inspector"].form.fields["owner"].edit
    edit.setFocus()
    QTest.keyClicks(edit, "Sales")
    QTest.keyClick(edit, Qt.Key.Key_S, CTRL)
    assert storage.load(home / "small.journey") == window.document.journey and find(window, "Chat").owner == "Sales"
    assert not window.document.modified and window.notice.text == "Saved small.journey"
    select(window, "Chat")
    window.canvas.rename_selected()
    QTest.keyClicks(window.canvas.editor, "Live chat")
    trigger(window, "save")
    assert [card.title for card in storage.load(home / "small.journey").all(Touchpoint)].count("Live chat") == 1


@pytest.mark.parametrize("typed, written", [("copy", "copy.journey"), ("copy.journey", "copy.journey"),
                                            ("v1.2.journey", "v1.2.journey"), ("map.xlsx", "map.xlsx.journey")])
def test_save_as_gives_the_file_its_suffix(window, answers, home, typed, written):
    answers.choose_file("save_file", home / typed)
    trigger(window, "save_as")
    assert storage.load(home / written) == window.document.journey
    assert window.document.path == home / written and window.windowTitle().startswith(Path(written).stem)


def test_a_new_map_asks_for_its_name_when_it_is_saved(window, answers, home):
    trigger(window, "new")
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    QTest.keyClicks(window.canvas.editor, "First")
    QTest.keyClick(window.canvas.editor, Qt.Key.Key_Return)
    answers.choose_file("save_file", home / "mine")
    trigger(window, "save")
    assert [stage.title for stage in storage.load(home / "mine.journey").stages] == ["First"]


def test_giving_up_the_name_saves_nothing(window, answers, other):
    window.files.new()
    window.canvas.add_stage()
    answers.click("unsaved_changes", "save")
    answers.act("save_file", lambda dialog: dialog.reject())
    QTest.keyClicks(window.canvas.editor, "First")
    open_file(window, other)
    assert titles(window) == ["First"] and window.document.modified


@pytest.mark.parametrize("answer", ["replace", "cancel", "save_as"])
def test_a_file_that_another_program_changed_is_not_replaced_unasked(window, answers, home, answer):
    path = home / "small.journey"
    rename_stage(window, "Mine")
    theirs = path.read_bytes().replace(b"Visit", b"Their")
    path.write_bytes(theirs)
    os.utime(path, ns=(1, 1))
    answers.click("changed_on_disk", answer)
    if answer == "save_as":
        answers.choose_file("save_file", home / "mine.journey")
    assert window.files.save() == (answer != "cancel")
    assert (path.read_bytes() == theirs) == (answer != "replace")
    if answer != "cancel":
        assert window.files.save()  # and after that there is nothing to ask


def test_a_file_that_was_deleted_is_written_again(window, home):
    (home / "small.journey").unlink()
    rename_stage(window, "Mine")
    assert window.files.save() and (home / "small.journey").exists()


# -- workbooks ---------------------------------------------------------------------------------------------------------


def test_a_workbook_becomes_an_unsaved_journey_and_what_was_guessed_is_told(window, answers, workbook):
    answers.click("import_report", "close")
    drop(window, workbook)
    wait(lambda: answers.seen == ["import_report"])
    assert titles(window) == ["Visit", "Register"] and window.document.path is None and window.document.modified
    assert window.windowTitle() == "table[*] — Journey Editor" and window.isWindowModified()
    answers.act("save_file", lambda dialog: _accept_as_it_is(dialog))
    trigger(window, "save")
    assert storage.load(workbook.with_suffix(".journey")) == window.document.journey


def _accept_as_it_is(dialog):
    assert dialog.findChild(QLineEdit, "fileNameEdit").text() == "table.journey"
    QTest.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)


def fixture_maps(home) -> Path:
    """A workbook with two maps."""
    import openpyxl

    book = openpyxl.Workbook()
    for sheet, stage in ((book.active, "Notice"), (book.create_sheet("Second"), "Compare")):
        for row in (["Stages", f"1. {stage}", "2. Buy", "3. Use"], ["Touch points", "Web site", "Shop", "Hotline"],
                    ["Pain points", "Too slow", "Too dear", "Always busy"]):
            sheet.append(row)
    path = home / "two.xlsx"
    book.save(path)
    return path


def test_of_several_maps_the_user_chooses_one(window, answers, home):
    def choose(dialog):
        assert dialog.list.count() == 2
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.mouseClick(dialog.opener, Qt.MouseButton.LeftButton)

    answers.act("choose_map", choose)
    answers.click("import_report", "close")
    drop(window, fixture_maps(home))
    wait(lambda: answers.seen == ["choose_map", "import_report"])
    assert titles(window) == ["Compare", "Buy", "Use"]


def test_choosing_none_of_several_maps_changes_nothing(window, answers, home):
    answers.act("choose_map", lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    drop(window, fixture_maps(home))
    assert answers.seen == ["choose_map"] and titles(window) == ["Visit", "Register"]


def test_examples_open_as_copies(window, home):
    example = sorted(find_shipped("examples").glob("*.journey"))[0]
    before = example.read_bytes()
    window.files.open_example(example)
    wait(lambda: not window.jobs.busy)
    assert window.document.path is None and not window.document.modified and window.files.name == example.stem
    assert example.read_bytes() == before


def test_while_one_file_is_read_another_is_not(window, other, home):
    window.files.open_path(other)
    assert not window.menu_actions.by_name["open"].isEnabled() and not window.status.progress.isHidden()
    window.files.open_path(home / "small.journey")
    assert window.notice.text.startswith("Please wait")
    wait(lambda: not window.jobs.busy)
    assert titles(window) == ["Only"] and window.menu_actions.by_name["open"].isEnabled()


def test_edits_made_while_a_file_is_read_are_not_lost(window, answers, other):
    answers.click("unsaved_changes", "cancel")
    window.files.open_path(other)
    rename_stage(window, "Meanwhile")
    wait(lambda: not window.jobs.busy)
    assert titles(window) == ["Meanwhile", "Register"]


def test_closing_while_a_file_is_read_waits_for_it(window, other):
    window.files.open_path(other)
    assert window.close()
    QApplication.processEvents()
    assert not window.jobs.busy and titles(window) == ["Visit", "Register"]
