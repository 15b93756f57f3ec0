"""Workbooks and pictures leave the window as they were asked for, and what is there already is kept."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from hands import LEFT, trigger, wait
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.workbook.protection import WorkbookProtection
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog

from journey_editor.exchange import read_workbook


def titles(window) -> list[str]:
    return [stage.title for stage in window.document.journey.stages]


def wish(look: str, *, picture: bool = True):
    """Return what chooses a look in the dialog and goes on."""
    def act(dialog: QDialog) -> None:
        QTest.mouseClick(dialog.findChild(QAbstractButton, look), LEFT)
        dialog.picture.setChecked(picture)
        QTest.mouseClick(dialog.go, LEFT)
    return act


def go_on(dialog: QDialog) -> None:
    """Export, once the chosen workbook was looked at."""
    wait(dialog.go.isEnabled)
    QTest.mouseClick(dialog.go, LEFT)


def house_style(path: Path) -> None:
    """Write a workbook with a table to take a style from."""
    house = Workbook()
    for column in range(1, 5):
        cell = house.active.cell(2, column, f"Head {column}")
        cell.fill = PatternFill("solid", fgColor="7A1F5C")
        house.active.cell(3, column, "text")
    house.save(path)


def export(window, answers, path: Path, look: str = "classic", *, picture: bool = True) -> None:
    """Export to a workbook in a look."""
    answers.act("export_options", wish(look, picture=picture))
    answers.choose_file("export_workbook", path)
    trigger(window, "export_workbook")


def test_export_writes_a_workbook_that_reads_back(window, answers, home):
    export(window, answers, home / "out")
    wait(lambda: window.notice.text.startswith("Exported out.xlsx"))
    journey, _ = read_workbook(home / "out.xlsx")
    assert [stage.title for stage in journey.stages] == titles(window)
    assert window.document.path == home / "small.journey" and not window.document.modified


@pytest.mark.parametrize("suffix, head", [(".svg", b"<?xml"), (".png", b"\x89PNG")])
def test_export_writes_pictures(window, answers, home, suffix, head):
    answers.choose_file("export_picture", home / "out")
    trigger(window, f"export_{suffix[1:]}")
    assert (home / f"out{suffix}").read_bytes().startswith(head) and window.notice.text == f"Exported out{suffix}"


def test_an_export_that_fails_is_told(window, answers, home):
    window.files.new()
    answers.choose_file("export_picture", home / "out.svg")
    trigger(window, "export_svg")
    assert "nothing on the map" in window.notice.text and not (home / "out.svg").exists()


def test_the_look_is_chosen_and_remembered(window, answers, home):
    export(window, answers, home / "fresh.xlsx", "fresh", picture=False)
    wait(lambda: window.notice.text.startswith("Exported fresh.xlsx"))
    book = load_workbook(home / "fresh.xlsx")
    assert "0F8A7E" in {cell.fill.fgColor.rgb[2:] for row in book.worksheets[0].iter_rows() for cell in row
                        if isinstance(cell.fill.fgColor.rgb, str)}
    assert "Picture" not in book.sheetnames
    answers.act("export_options", lambda dialog: (seen.append(dialog.options()), dialog.reject()))
    seen = []
    trigger(window, "export_workbook")
    assert seen[0].style == "fresh" and not seen[0].picture


def test_a_template_is_filled(window, answers, home):
    template = Workbook()
    template.active["B2"] = "{{title}}: {{stages}}"
    template.save(home / "ours.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, "template"), LEFT)
        assert not dialog.go.isEnabled()
        QTest.mouseClick(dialog.browse, LEFT)

    answers.act("export_options", act)
    answers.choose_file("choose_workbook", home / "ours.xlsx")
    answers.act("export_options", go_on)
    answers.choose_file("export_workbook", home / "filled.xlsx")
    trigger(window, "export_workbook")
    wait(lambda: window.notice.text.startswith("Exported filled.xlsx"))
    assert "Visit" in load_workbook(home / "filled.xlsx").active["B2"].value


def test_a_house_style_is_taken_from_a_workbook(window, answers, home):
    house_style(home / "house.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, "house"), LEFT)
        QTest.mouseClick(dialog.browse, LEFT)

    answers.act("export_options", act)
    answers.choose_file("choose_workbook", home / "house.xlsx")
    answers.act("export_options", go_on)
    answers.choose_file("export_workbook", home / "out.xlsx")
    trigger(window, "export_workbook")
    wait(lambda: window.notice.text.startswith("Exported out.xlsx"))
    assert "7A1F5C" in {cell.fill.fgColor.rgb[2:] for row in load_workbook(home / "out.xlsx").worksheets[0].iter_rows()
                        for cell in row if isinstance(cell.fill.fgColor.rgb, str)}


def test_the_sheets_of_others_stay(window, answers, home):
    book = Workbook()
    book.active.title = "Budget"
    book.active["A1"] = "=1+1"
    book.save(home / "client.xlsx")
    answers.act("export_options", wish("classic"))
    answers.choose_file("export_workbook", home / "client.xlsx")
    answers.click("replace", "replace")
    trigger(window, "export_workbook")
    wait(lambda: window.notice.text.startswith("Exported client.xlsx"))
    assert load_workbook(home / "client.xlsx")["Budget"]["A1"].value == "=1+1"
    journey, _ = read_workbook(home / "client.xlsx")
    assert [stage.title for stage in journey.stages] == titles(window)


def test_a_workbook_that_cannot_be_changed_is_told_before_anything_is_written(window, answers, home):
    book = Workbook()
    book.security = WorkbookProtection(lockStructure=True)
    book.save(home / "locked.xlsx")
    before = (home / "locked.xlsx").read_bytes()
    for answer in "cancel", "beside":
        answers.act("export_options", wish("classic", picture=False))
        answers.choose_file("export_workbook", home / "locked.xlsx")
        answers.click("beside", answer)
        trigger(window, "export_workbook")
        wait(lambda: not window.jobs.busy)
        assert (home / "locked.xlsx").read_bytes() == before
        assert len(list(home.glob("locked*.xlsx"))) == (1 if answer == "cancel" else 2)


def test_a_long_export_can_be_called_off(make_window, answers, home, make_journey, qtbot):
    window = make_window()
    window.document.open(make_journey(1000), None)
    answers.act("export_options", wish("classic", picture=False))
    answers.choose_file("export_workbook", home / "long.xlsx")
    trigger(window, "export_workbook")
    wait(lambda: window.status.stop.isVisible())
    QTest.mouseClick(window.status.stop, LEFT)
    wait(lambda: not window.jobs.busy)
    assert "Cancelled" in window.notice.text and not list(home.glob("*long*")) and not window.status.stop.isVisible()


def test_house_style_and_template_are_files_of_their_own(window, answers, home):
    house_style(home / "house.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, "house"), LEFT)
        QTest.keyClicks(dialog.file, str(home / "house.xlsx"))
        assert not dialog.go.isEnabled()
        wait(dialog.go.isEnabled)
        assert dialog.options().house == home / "house.xlsx" and not dialog.message.text()
        QTest.keyClicks(dialog.file, "x")
        assert not dialog.go.isEnabled()
        QTest.mouseClick(dialog.findChild(QAbstractButton, "template"), LEFT)
        assert not dialog.go.isEnabled() and not dialog.file.text()
        dialog.reject()

    answers.act("export_options", act)
    trigger(window, "export_workbook")


def no_workbook(path: Path) -> str:
    path.write_text("Stage,Touch point")
    return "“ours.xlsx” is not an Excel workbook (.xlsx)."


def cut_off(path: Path) -> str:
    house_style(path)
    path.write_bytes(path.read_bytes()[:3000])
    return "“ours.xlsx” is damaged and cannot be read."


def without_a_sheet(path: Path) -> str:
    house_style(path)
    with ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with ZipFile(path, "w") as broken:
        for name, content in parts.items():
            broken.writestr(name, b"<worksheet" if name == "xl/worksheets/sheet1.xml" else content)
    return "“ours.xlsx” is damaged and cannot be read."


def gone(path: Path) -> str:
    return "There is no file “ours.xlsx”."


@pytest.mark.parametrize("look", ["house", "template"])
@pytest.mark.parametrize("spoil", [no_workbook, cut_off, without_a_sheet, gone])
def test_a_workbook_that_is_of_no_use_is_refused_where_it_is_chosen(window, answers, home, look, spoil):
    said = spoil(home / "ours.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, look), LEFT)
        QTest.keyClicks(dialog.file, str(home / "ours.xlsx"))
        wait(lambda: dialog.message.text() == said)
        assert not dialog.go.isEnabled() and dialog.file.accessibleDescription() == said
        QTest.mouseClick(dialog.findChild(QAbstractButton, "classic"), LEFT)
        assert dialog.go.isEnabled() and not dialog.message.text()
        dialog.reject()

    answers.act("export_options", act)
    trigger(window, "export_workbook")
    assert not window.notice.text


def test_a_workbook_without_a_table_or_placeholders_is_told(window, answers, home):
    Workbook().save(home / "empty.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, "house"), LEFT)
        QTest.keyClicks(dialog.file, str(home / "empty.xlsx"))
        wait(lambda: "No style can be taken" in dialog.message.text())
        assert not dialog.go.isEnabled()
        QTest.mouseClick(dialog.findChild(QAbstractButton, "template"), LEFT)
        QTest.keyClicks(dialog.file, str(home / "empty.xlsx"))
        wait(lambda: "no placeholders" in dialog.message.text())
        assert dialog.go.isEnabled()
        dialog.reject()

    answers.act("export_options", act)
    trigger(window, "export_workbook")


def test_the_dialog_can_be_closed_while_a_workbook_is_looked_at(window, answers, home):
    house_style(home / "house.xlsx")

    def act(dialog):
        QTest.mouseClick(dialog.findChild(QAbstractButton, "house"), LEFT)
        QTest.mouseClick(dialog.browse, LEFT)
        assert dialog.message.text() == "Checking the workbook…"
        dialog.reject()

    answers.act("export_options", act)
    answers.choose_file("choose_workbook", home / "house.xlsx")
    trigger(window, "export_workbook")
