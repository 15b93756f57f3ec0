"""Where a field is found that a record declares and nothing else knows: run by `test_fields` with an invented one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from journey_editor.app.import_report import meaning
from journey_editor.document import Document, Selection
from journey_editor.exchange import fill_template, find_edits, read_file, read_workbook, write_workbook
from journey_editor.exchange.map_table import FORMAT_NAME, TABLE_NAME
from journey_editor.model import RECORD_TYPES, Journey, JourneyInfo, Stage, Touchpoint, operations
from journey_editor.model.merge import Merge
from journey_editor.panels import words
from journey_editor.panels.form import FieldLabel
from journey_editor.panels.inspector import InspectorPanel
from journey_editor.panels.table_cells import Cells
from journey_editor.panels.table_columns import COLUMNS, heading, step_name
from journey_editor.panels.table_model import TableModel
from journey_editor.storage import dumps, loads
from tests.storage import golden_records

VISIT = Stage(title="Visit", order=1)
CARD = Touchpoint(title="Registration form", stage=VISIT.id, order=1, risk="They give up")  # type: ignore[call-arg]


@pytest.fixture
def journey() -> Journey:
    return Journey([JourneyInfo(title="Map"), VISIT, CARD, Touchpoint(title="Cart", stage=VISIT.id, order=2)])


def card_of(journey: Journey) -> Any:
    return next(card for card in journey.all(Touchpoint) if card.title == CARD.title)


# -- model and storage -------------------------------------------------------------------------------------------------


def test_it_takes_texts_alone() -> None:
    (problem,) = Touchpoint(stage=VISIT.id, risk=3).problems()  # type: ignore[call-arg]
    assert "risk" in str(problem).lower() and "3" in str(problem)


def test_the_native_file_has_it(journey: Journey) -> None:
    data = dumps(journey)
    assert b'"risk": "They give up"' in data and loads(data) == journey


def test_the_golden_records_set_it() -> None:
    assert any(card.risk for card in golden_records.filled() if isinstance(card, Touchpoint))
    assert not any(getattr(card, "risk", "") for card in golden_records.VERSION_1)


def test_both_sides_of_a_merge_may_change_it(journey: Journey) -> None:
    ours, theirs = journey.copy(), journey.copy()
    for side, text in ((ours, "ours"), (theirs, "theirs")):
        side.apply(operations.update(side, [CARD.id], risk=text))
    (conflict,) = Merge(journey, ours, theirs).conflicts
    assert (conflict.id, conflict.field) == (CARD.id, "risk")
    assert (conflict.base, conflict.ours, conflict.theirs) == ("They give up", "ours", "theirs")
    assert words.heading("touchpoint", "risk") == "Risk"


# -- panels ------------------------------------------------------------------------------------------------------------


def test_the_form_shows_and_sets_it(journey: Journey, qtbot: QtBot) -> None:
    document = Document(journey)
    selection = Selection(document)
    panel = InspectorPanel(document, selection)
    qtbot.addWidget(panel)
    selection.set({CARD.id})
    assert panel.form is not None
    assert "Risk" in [label.text() for label in panel.form.findChildren(FieldLabel)]
    field: Any = panel.form.fields["risk"]
    assert field.edit.toPlainText() == "They give up"
    field.edit.selectAll()
    field.edit.insertPlainText("They doubt")
    panel.commit()
    assert card_of(document.journey).risk == "They doubt"
    assert document.undo_stack.undoText() == "Change risk"


def test_the_table_shows_reads_and_names_it(journey: Journey) -> None:
    (column,) = [column for column in COLUMNS["touchpoint"] if column.name == "risk"]
    cells = Cells(journey)
    assert cells.text(CARD, column) == "They give up" and cells.value(CARD, column, "a\nb") == "a\nb"
    assert heading("touchpoint", column) == "Risk" and "risk" in step_name("touchpoint", column, 1)


def test_the_search_finds_it(journey: Journey, qapp: Any) -> None:
    model = TableModel(journey)
    model.show_only("give up")
    assert model.ids == [CARD.id]


# -- workbooks ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def written(journey: Journey, tmp_path: Path) -> Path:
    write_workbook(journey, tmp_path / "map.xlsx")
    return tmp_path / "map.xlsx"


def column_under(sheet: Any, row: int, header: str) -> list[Any]:
    """What stands in the column that has a header in a row."""
    (place,) = [cell.column for cell in sheet[row] if cell.value == header]
    return [sheet.cell(below, place).value for below in range(row + 1, sheet.max_row + 1)]


def test_the_data_sheet_has_a_column_of_it(written: Path) -> None:
    book = openpyxl.load_workbook(written)
    (sheet,) = [sheet for sheet in book if any(cell.value == "touchpoint.risk" for cell in sheet[1])]
    assert column_under(sheet, 2, "Risk")[0] == "They give up"


def test_the_list_of_details_has_a_column_of_it(written: Path) -> None:
    details = openpyxl.load_workbook(written)["Touch point details"]
    assert column_under(details, 1, "Risk")[0] == "They give up"


def test_what_is_typed_into_a_workbook_comes_home(journey: Journey, written: Path) -> None:
    book = openpyxl.load_workbook(written)
    (sheet,) = [sheet for sheet in book if any(cell.value == "touchpoint.risk" for cell in sheet[1])]
    (place,) = [cell.column for cell in sheet[1] if cell.value == "touchpoint.risk"]
    sheet.cell(3, place).value = "They doubt"
    book.save(written)
    assert card_of(read_workbook(written)[0]).risk == "They doubt"
    assert find_edits(written) is not None


def test_a_workbook_without_its_data_still_tells_it(written: Path) -> None:
    book = openpyxl.load_workbook(written)
    for sheet in book.worksheets[2:]:
        book.remove(sheet)
    for name in list(book.defined_names):
        if name not in (FORMAT_NAME, TABLE_NAME):
            del book.defined_names[name]
    book.save(written)
    assert card_of(read_workbook(written)[0]).risk == "They give up"


def test_a_placeholder_stands_for_it(journey: Journey, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["{{touchpoint}}", "{{risk}}"])
    book.save(tmp_path / "template.xlsx")
    assert fill_template(journey, tmp_path / "template.xlsx", tmp_path / "filled.xlsx") == []
    assert openpyxl.load_workbook(tmp_path / "filled.xlsx").worksheets[0]["B1"].value == "They give up"


# -- tables of strangers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["Risk", "Risks", "风险", "風險"])
def test_a_column_of_a_table_is_read_as_it(label: str, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"Stage,Touchpoint,Channel,{label}\nVisit,Web site,Web,They do not find it\n"
                     "Visit,Leaflet,Paper,They throw it away\nOrder,Form,Web,They give up\n", encoding="utf-8")
    journey, report = read_file(table)
    assert [card.risk for card in journey.all(Touchpoint)] == [  # type: ignore[attr-defined]
        "They do not find it", "They throw it away", "They give up"]
    assert (label, "risk") in report.labels and meaning("risk") == "Risk"
    assert f"“{label}” was read as the field “Risk” of the touch points." in [str(line) for line in report.lines()]


def test_it_is_shown_last_where_it_says_no_place() -> None:
    assert [spec.name for spec in RECORD_TYPES["touchpoint"].specs][-2:] == ["risk", "position"]
