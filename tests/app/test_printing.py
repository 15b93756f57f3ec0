"""Pages are looked at before they are printed or saved, and the paper is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import LEFT, trigger
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from journey_editor.app.pages_dialog import PagesDialog, usual_paper
from journey_editor.app.settings import Settings
from journey_editor.model import Touchpoint
from journey_editor.model.operations import delete
from journey_editor.publish.pages import OnePage
from journey_editor.publish.image_files import picture_of


def choose(combo: QComboBox, words: str) -> None:
    """Choose what begins with these words, by the keyboard."""
    combo.setFocus()
    QTest.keyClicks(combo, words)
    assert combo.currentText().startswith(words)


def press(dialog: PagesDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), LEFT)


def saving(paper: str = "", turned: str = ""):
    """Return what chooses a paper in the dialog, if any, and saves."""
    def act(dialog: PagesDialog) -> None:
        if paper:
            choose(dialog.paper, paper)
        if turned:
            choose(dialog.turned, turned)
        press(dialog, "save")
    return act


def sizes(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


@pytest.fixture
def large(make_window, answers, make_journey):
    """A window on a map of several pages."""
    window = make_window()
    window.document.open(make_journey(60), None)
    return window


def test_a_pdf_is_one_page_as_large_as_the_map_unless_a_paper_is_chosen(large, answers, home):
    answers.act("pages", saving())
    answers.choose_file("export_picture", home / "whole")
    trigger(large, "export_pdf")
    (width, height), = sizes(home / "whole.pdf")
    assert width > 1200 and large.notice.text == "Exported whole.pdf"
    answers.act("pages", saving("A4", "Portrait"))
    answers.choose_file("export_picture", home / "pages")
    trigger(large, "export_pdf")
    assert len(sizes(home / "pages.pdf")) > 1 and set(sizes(home / "pages.pdf")) == {(595, 842)}


def test_the_paper_is_remembered(large, answers, home):
    answers.act("pages", saving("A3", "Landscape"))
    answers.choose_file("export_picture", home / "a3")
    trigger(large, "export_pdf")
    seen = []
    for name in ("print", "export_pdf"):
        answers.act("pages", lambda dialog: (seen.append((dialog.paper.currentText(), dialog.turned.currentData())),
                                             dialog.reject()))
        trigger(large, name)
    assert seen == [("A3", "landscape")] * 2


def test_pages_are_of_the_map_as_it_was_when_they_were_asked_for(large, answers, home):
    titles = {card.title for card in large.document.journey.all(Touchpoint)}

    def act(dialog: PagesDialog) -> None:
        # What was begun before, an update from a workbook, may end while the dialog is open.
        journey = large.document.journey
        large.document.execute("Update", delete(journey, [card.id for card in journey.all(Touchpoint)[30:]]))
        press(dialog, "save")

    Settings().pages = "A5", ""
    answers.act("pages", act)
    answers.choose_file("export_picture", home / "before")
    trigger(large, "export_pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(home / "before.pdf").pages)
    assert titles <= {" ".join(line.split()) for line in text.splitlines()}


def test_a_paper_that_there_is_not_is_not_taken(large, qtbot):
    settings = Settings()
    settings.pages = "Foolscap", "sideways"
    picture = picture_of(large.document.journey)
    for printing, paper in ((True, usual_paper()), (False, "")):
        dialog = PagesDialog(picture, settings, printing=printing)
        qtbot.addWidget(dialog)
        assert (dialog.paper.currentData(), dialog.turned.currentData()) == (paper, "")


def test_a_dialog_that_is_left_changes_nothing(large, answers, home):
    answers.act("pages", lambda dialog: (choose(dialog.paper, "A5"), press(dialog, "cancel")))
    trigger(large, "export_pdf")
    assert Settings().pages == ("", "") and not list(home.glob("*.pdf"))


def test_the_map_is_printed_to_a_pdf_without_a_printer(large, answers, home):
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("there is a printer")

    def act(dialog: PagesDialog) -> None:
        assert dialog.paper.currentText() == usual_paper() and dialog.paper.findData("") < 0
        assert not dialog.findChild(QPushButton, "print").isEnabled()
        told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        assert "There is no printer on this computer, but the pages can be saved as a PDF." in told
        press(dialog, "save")

    answers.act("pages", act)
    answers.choose_file("export_picture", home / "printed")
    trigger(large, "print")
    text = "\n".join(page.extract_text() for page in PdfReader(home / "printed.pdf").pages)
    assert {f"Touch point {i}" for i in range(1, 61)} <= {" ".join(line.split()) for line in text.splitlines()}


def test_what_the_printer_gets_is_what_was_shown(large, home, qtbot):
    picture = picture_of(large.document.journey)
    dialog = PagesDialog(picture, Settings(), large, printing=True)
    qtbot.addWidget(dialog)
    choose(dialog.paper, "Letter")
    dialog.copies.setValue(2)
    # As where a printer is set up, but for where it leads to.
    printer = dialog.chosen_printer()
    assert printer.pageLayout().pageSize().name().startswith("Letter")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(home / "printed.pdf"))
    large.exports.send(dialog.pages, printer)
    assert len(sizes(home / "printed.pdf")) == len(dialog.pages) > 1
    assert large.notice.text.startswith("Sent to the printer")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_told(large, home):
    picture = picture_of(large.document.journey)
    printer = QPrinter()
    printer.setOutputFileName(str(home / "missing" / "printed.pdf"))
    large.exports.send(OnePage(picture), printer)
    assert "did not accept the pages" in large.notice.text


def test_an_empty_map_is_told_before_anything_is_asked(window, answers):
    window.files.new()
    for name in ("print", "export_pdf"):
        trigger(window, name)
        assert "nothing on the map" in window.notice.text


def test_pages_are_leafed_through(large, qtbot):
    dialog = PagesDialog(picture_of(large.document.journey), Settings(), large, printing=True)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    count = len(dialog.pages)
    assert dialog.number.text() == f"Page 1 of {count}" and not dialog.back.isEnabled()
    QTest.mouseClick(dialog.forth, LEFT)
    assert dialog.number.text() == f"Page 2 of {count}"
    dialog.resize(700, 500)
    QApplication.processEvents()
    assert dialog.view.current == 1
    while dialog.forth.isEnabled():
        QTest.mouseClick(dialog.forth, LEFT)
    assert dialog.number.text() == f"Page {count} of {count}"
    view = dialog.view.viewport()
    for _ in range(100):
        QApplication.sendEvent(view, QWheelEvent(
            QPointF(50, 50), QPointF(view.mapToGlobal(QPoint(50, 50))), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
    assert dialog.view.current == 0
    choose(dialog.paper, "A3")
    assert dialog.number.text() == f"Page 1 of {len(dialog.pages)}" and len(dialog.pages) < count


def test_each_page_is_seen_on_white(large, qtbot):
    dialog = PagesDialog(picture_of(large.document.journey), Settings(), large, printing=False)
    qtbot.addWidget(dialog)
    choose(dialog.paper, "A4")
    dialog.show()
    qtbot.waitExposed(dialog)
    image = dialog.view.viewport().grab().toImage()
    colours = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    assert colours.count("#ffffff") > 50 and colours[2] != "#ffffff" and len(set(colours)) > 5
