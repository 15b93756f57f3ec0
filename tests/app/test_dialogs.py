import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget

from journey_editor.app.choose_map import ChooseMapDialog
from journey_editor.app.import_report import ImportReportDialog, meaning
from journey_editor.exchange import FoundMap, ImportReport
from journey_editor.exchange import concepts as words
from journey_editor.model import Sentence


@pytest.fixture
def report():
    return ImportReport(
        "Map", "B2:F9", "stages across", [("Stages", "stage"), ("Pain points", "challenge"), ("Quotes", "lane")],
        ["Quotes"], [Sentence("exchange", "The first row was taken for the stages.")],
        [Sentence("exchange", "The sheet “{sheet}” was left out.", sheet="Notes")])


def shown(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_report_tells_where_what_and_how(report, qtbot):
    dialog = ImportReportDialog(report, "table.xlsx")
    qtbot.addWidget(dialog)
    texts = shown(dialog)
    assert texts[0] == "table.xlsx" and "“Map”" in texts[1] and "B2:F9" in texts[1]
    assert "The first row was taken for the stages." in texts and "The sheet “Notes” was left out." in texts
    table = dialog.findChild(QTableWidget)
    cells = [[table.item(row, column).text() for column in range(2)] for row in range(table.rowCount())]
    assert cells == [["Stages", "Stages"], ["Pain points", "Challenges"], ["Quotes", "Kept as a lane"]]


def test_the_report_can_be_copied_whole(report, qtbot):
    dialog = ImportReportDialog(report, "table.xlsx")
    qtbot.addWidget(dialog)
    QTest.mouseClick(dialog.copier, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "table.xlsx" and len(text.splitlines()) == 1 + len(report.lines())


def test_a_report_without_anything_left_says_so(report, qtbot):
    report.unread.clear()
    dialog = ImportReportDialog(report, "table.xlsx")
    qtbot.addWidget(dialog)
    assert "Everything in the table was imported." in shown(dialog)


def test_every_meaning_that_the_reader_knows_has_words():
    own_lane = {"lane", "other", "time"}
    concepts = {value for name, value in vars(words).items() if name.isupper() and isinstance(value, str)}
    kept = {concept for concept in concepts if meaning(concept) == meaning("lane")}
    assert kept <= own_lane


def test_maps_are_told_apart_by_title_place_and_stages(qtbot):
    maps = [FoundMap("A", "First", "Sheet1", "A1:D9", ("Notice", "Buy")),
            FoundMap("B", "", "Sheet2", "A1:D9", ("Use",))]
    dialog = ChooseMapDialog(maps, "two.xlsx")
    qtbot.addWidget(dialog)
    dialog.show()
    assert {"First", "B", "Notice · Buy", "Use", "Sheet “Sheet2”, cells A1:D9"} <= set(shown(dialog))
    assert dialog.name == "A"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.name == "B" and dialog.findChild(QPushButton) is not None
