"""What is edited in an exported workbook comes home: in the tables, on the map, and in both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from journey_editor.exchange import read_workbook, write_workbook
from journey_editor.exchange.workbook.edits import Edits, read_edits
from journey_editor.model import (
    Cell, Challenge, Flow, Journey, JourneyInfo, Lane, Metric, Opportunity, Record, Role, Stage, Touchpoint)

TITLES = ("Visit", "Register", "Onboard", "Convert")


@pytest.fixture
def source() -> Journey:
    """Four stages with three touchpoints each, and something of every other kind."""
    stages = [Stage(title=title, order=i, goal=f"goal {i}") for i, title in enumerate(TITLES, 1)]
    cards = [Touchpoint(title=f"{stage.title} {letter}", stage=stage.id, order=i, emotion=i - 2)
             for stage in stages for i, letter in enumerate("abc", 1)]
    buyer, user = Role(title="Buyer", order=1), Role(title="User", order=2)
    lane = Lane(title="Thoughts", order=1)
    slow = Challenge(title="Slow", about=cards[0].id, order=1)
    return Journey([
        JourneyInfo(title="Edited"), *stages, *cards, buyer, user, lane, slow,
        Challenge(title="Unclear", about=stages[0].id, order=1), Challenge(title="Long", about=stages[1].id, order=1),
        Metric(title="Bounces", about=stages[0].id, order=1, unit="%", baseline=48.5,
               observations=(("2026-01-31", 12.5),)),
        Opportunity(title="Faster", about=cards[0].id, challenges=(slow.id,), status="planned"),
        Cell(title="Is it safe?", lane=lane.id, about=stages[0].id, order=1),
        Flow(source=cards[0].id, target=cards[3].id, share=0.5), Flow(source=cards[1].id, target=cards[3].id)])


@pytest.fixture
def path(source: Journey, tmp_path: Path) -> Path:
    """The workbook of `source`."""
    write_workbook(source, tmp_path / "map.xlsx")
    return tmp_path / "map.xlsx"


@contextmanager
def open_book(path: Path) -> Iterator[openpyxl.Workbook]:
    book = openpyxl.load_workbook(path)
    yield book
    book.save(path)


def named(journey: Journey, title: str, cls: type[Record] = Record) -> Any:
    found = [record for record in journey if isinstance(record, cls) and getattr(record, "title", None) == title]
    assert len(found) == 1, f"{len(found)} records are called {title}"
    return found[0]


def column(sheet: Worksheet, field: str) -> int:
    """The column of a field by the hidden first row."""
    return next(cell.column for cell in sheet[1] if cell.value == field)


def column_in(sheet: Worksheet, row: int, field: str) -> int:
    return next(cell.column for cell in sheet[row] if cell.value == field)


def row_of(sheet: Worksheet, title: str) -> int:
    return next(cell.row for row in sheet.iter_rows(min_row=3) for cell in row if cell.value == title)


def changes(edits: Edits) -> dict[str, dict[str, Any]]:
    """What differs from the base: the fields by title, or None for what is gone."""
    assert edits.base is not None
    found: dict[str, Any] = {}
    for record in edits.base:
        now = edits.theirs.get(record.id)
        if now is None:
            found[getattr(record, "title", "flow")] = None
        elif now != record:
            found[getattr(record, "title", "flow")] = {
                name: getattr(now, name) for name, *_ in record.rules if getattr(now, name) != getattr(record, name)}
    return found


def added(edits: Edits) -> list[Any]:
    assert edits.base is not None
    return [record for record in edits.theirs if record.id not in edits.base]


def order_of(journey: Journey, cls: type[Record] = Touchpoint) -> list[str]:
    if cls is Touchpoint:
        return [card.title for stage in journey.stages for card in journey.children(stage.id, Touchpoint)]
    return [record.title for record in journey.all(cls)]  # type: ignore[attr-defined]


# -- tables ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet, title, field, cell, value", [
    ("Touch points", "Visit a", "touchpoint.title", "Visit z", "Visit z"),
    ("Touch points", "Visit a", "touchpoint.title", "=1+2", "=1+2"),
    ("Touch points", "Visit a", "touchpoint.need", 12, "12"),
    ("Touch points", "Visit a", "touchpoint.emotion", 2, 2),
    ("Touch points", "Visit a", "touchpoint.emotion", "−1,5", -1.5),
    ("Touch points", "Visit a", "touchpoint.automation", "Half automatic", "assisted"),
    ("Touch points", "Visit a", "touchpoint.automation", "Semi-automatic", "assisted"),
    ("Touch points", "Visit a", "touchpoint.automation", "半自动", "assisted"),
    ("Touch points", "Visit a", "touchpoint.backstage", "Yes", True),
    ("Touch points", "Visit a", "touchpoint.position", "3, 4.5", (3, 4.5)),
    ("Challenges", "Slow", "challenge.driver", "Trust", "trust"),
    ("Challenges", "Slow", "challenge.severity", "4", 4),
    ("Metrics", "Bounces", "metric.direction", "Down", "down"),
    ("Metrics", "Bounces", "metric.baseline", 48.25, 48.25),
    ("Metrics", "Bounces", "metric.observations", "2026-01-31: 12.5\n2026/2/28 9",
     (("2026-01-31", 12.5), ("2026-02-28", 9))),
    ("Opportunities", "Faster", "opportunity.status", "Done", "done"),
    ("Roles", "Buyer", "role.influence", "40%", 0.4),
    ("Roles", "Buyer", "role.color", "#AABBCC", "#aabbcc"),
    ("Stages", "Visit", "stage.goal", "two\nlines ", "two\nlines "),
    ("Journey", "Edited", "journey.language", "简体中文", "zh_CN"),
    ("Journey", "Edited", "journey.bullet", "•", "•"),
])
def test_an_edited_cell_is_an_update(path: Path, sheet: str, title: str, field: str, cell: object,
                                     value: object) -> None:
    with open_book(path) as book:
        book[sheet].cell(row_of(book[sheet], title), column(book[sheet], field)).value = cell
        if isinstance(cell, str):
            book[sheet].cell(row_of(book[sheet], title) if field.split(".")[1] != "title" else 3,
                             column(book[sheet], field)).data_type = "s"
    edits = read_edits(path)
    assert changes(edits) == {title: {field.split(".")[1]: value}}
    assert not added(edits) and not edits.clashes and not edits.report.guesses


@pytest.mark.parametrize("sheet, title, field, cell, code, value", [
    ("Metrics", "Bounces", "metric.baseline", 0.48, "0%", 48),
    ("Metrics", "Bounces", "metric.target", 0.355, "0.00%", 35.5),
    ("Metrics", "Bounces", "metric.target", "48 %", "@", 48),
    ("Metrics", "Bounces", "metric.observations", "2026-02-28: 7 %", "@", (("2026-02-28", 7),)),
    ("Roles", "Buyer", "role.influence", 0.4, "0%", 0.4),
    ("Touch points", "Visit a", "touchpoint.duration_hours", 2.5 / 24, "h:mm", 2.5),
    ("Touch points", "Visit a", "touchpoint.duration_hours", 1.5, "[h]:mm:ss", 36),
    ("Touch points", "Visit a", "touchpoint.owner", 46052, "yyyy-mm-dd", "2026-01-30"),
    ("Touch points", "Visit a", "touchpoint.owner", 12, "000", "012"),
])
def test_what_excel_made_of_what_was_typed_is_understood(path: Path, sheet: str, title: str, field: str, cell: object,
                                                         code: str, value: object) -> None:
    with open_book(path) as book:
        place = book[sheet].cell(row_of(book[sheet], title), column(book[sheet], field))
        place.value, place.number_format = cell, code
    edits = read_edits(path)
    assert changes(edits) == {title: {field.split(".")[1]: value}}
    assert not edits.report.guesses


@pytest.mark.parametrize("sheet, title, field, code", [
    ("Metrics", "Bounces", "metric.baseline", "d-mmm"),
    ("Touch points", "Visit a", "touchpoint.duration_hours", "yyyy-mm-dd"),
    ("Roles", "Buyer", "role.influence", "m/d/yy"),
])
def test_a_fraction_that_excel_took_for_a_day_is_told(path: Path, sheet: str, title: str, field: str,
                                                      code: str) -> None:
    with open_book(path) as book:
        place = book[sheet].cell(row_of(book[sheet], title), column(book[sheet], field))
        place.value, place.number_format = 46024, code
    edits = read_edits(path)
    assert edits.theirs == edits.base
    (told,) = edits.report.guesses
    assert place.coordinate in str(told)


def test_rows_may_be_inserted_above_a_table(path: Path) -> None:
    with open_book(path) as book:
        sheet = book["Touch points"]
        sheet.insert_rows(1, 5)
        sheet["B2"] = "Please fill in"
        sheet.cell(8, column_in(sheet, 6, "touchpoint.owner")).value = "Sales"
    edits = read_edits(path)
    assert changes(edits) == {"Visit a": {"owner": "Sales"}} and not edits.report.guesses


def test_references_are_chosen_by_title(path: Path, source: Journey) -> None:
    with open_book(path) as book:
        cards, flows, answers = book["Touch points"], book["Flows"], book["Opportunities"]
        cards.cell(row_of(cards, "Visit a"), column(cards, "touchpoint.stage")).value = "Convert"
        cards.cell(row_of(cards, "Visit b"), column(cards, "touchpoint.roles")).value = "User; Buyer"
        cards.cell(row_of(cards, "Visit c"), column(cards, "touchpoint.roles")).value = "Buyer\nUser"
        flows.cell(3, column(flows, "flow.target")).value = "Onboard a"
        answers.cell(3, column(answers, "opportunity.challenges")).value = "slow\nLong"
    edits = read_edits(path)
    found, role = edits.theirs, {one.title: one.id for one in source.all(Role)}
    assert named(found, "Visit a").stage == named(source, "Convert").id
    assert order_of(found)[-1] == "Visit a"
    assert named(found, "Visit b").roles == (role["User"], role["Buyer"])
    assert named(found, "Visit c").roles == (role["Buyer"], role["User"])
    assert {flow.target for flow in found.all(Flow)} == {named(found, "Onboard a").id, named(found, "Register a").id}
    assert len(named(found, "Faster").challenges) == 2
    assert not edits.report.guesses


def test_renaming_breaks_no_reference(path: Path, source: Journey) -> None:
    with open_book(path) as book:
        book["Stages"].cell(row_of(book["Stages"], "Visit"), column(book["Stages"], "stage.title")).value = "Discover"
        cards = book["Touch points"]
        cards.cell(row_of(cards, "Convert a"), column(cards, "touchpoint.stage")).value = "Discover"
    edits = read_edits(path)
    assert changes(edits)["Visit"] == {"title": "Discover"}
    assert named(edits.theirs, "Convert a").stage == named(source, "Visit").id
    assert len(edits.theirs.children(named(source, "Visit").id, Touchpoint)) == 4


def test_a_row_without_an_id_is_a_new_record(path: Path) -> None:
    with open_book(path) as book:
        stages, cards, late = book["Stages"], book["Touch points"], book["Challenges"]
        stages.cell(stages.max_row + 1, column(stages, "stage.title")).value = "Retain"
        row = cards.max_row + 1
        for field, value in {"title": "Call", "stage": "Retain", "emotion": 2, "roles": "User"}.items():
            cards.cell(row, column(cards, f"touchpoint.{field}")).value = value
        cards.cell(row + 1, column(cards, "touchpoint.title")).value = "Visit d"
        cards.cell(row + 1, column(cards, "touchpoint.stage")).value = "Visit"
        row = late.max_row + 1
        late.cell(row, column(late, "challenge.title")).value = "Nobody calls back"
        late.cell(row, column(late, "challenge.about")).value = "Call"
    edits = read_edits(path)
    assert order_of(edits.theirs, Stage) == [*TITLES, "Retain"]
    call = named(edits.theirs, "Call")
    assert call.stage == named(edits.theirs, "Retain").id and call.emotion == 2 and len(call.roles) == 1
    assert named(edits.theirs, "Nobody calls back").about == call.id
    assert order_of(edits.theirs)[:4] == ["Visit a", "Visit b", "Visit c", "Visit d"]
    assert not changes(edits) and len(added(edits)) == 4 and not edits.report.guesses


def test_a_row_inserted_among_others_stands_there(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        cards.insert_rows(row_of(cards, "Visit b"))
        row = row_of(cards, "Visit b") - 1
        cards.cell(row, column(cards, "touchpoint.title")).value = "Between"
        cards.cell(row, column(cards, "touchpoint.stage")).value = "Visit"
    edits = read_edits(path)
    assert order_of(edits.theirs)[:4] == ["Visit a", "Between", "Visit b", "Visit c"]
    assert not changes(edits)


def test_a_copied_row_is_another_record(path: Path, source: Journey) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        row, copy = row_of(cards, "Visit a"), row_of(cards, "Register a")
        cards.insert_rows(copy)
        for cell in list(cards[row]):
            cards.cell(copy, cell.column).value = cell.value
        cards.cell(row, column(cards, "touchpoint.title")).value = "Visit a, changed"
    edits = read_edits(path)
    assert len(added(edits)) == 1 and edits.theirs.count(Touchpoint) == 13
    assert named(source, "Visit a").id in edits.theirs


def test_a_row_that_is_gone_takes_along_what_hangs_on_it(path: Path) -> None:
    with open_book(path) as book:
        book["Touch points"].delete_rows(row_of(book["Touch points"], "Visit a"))
        book["Roles"].delete_rows(row_of(book["Roles"], "Buyer"))
    edits = read_edits(path)
    assert changes(edits) == {"Visit a": None, "Slow": None, "Faster": None, "flow": None, "Buyer": None}


def test_a_row_whose_cells_were_cleared_is_gone(path: Path) -> None:
    with open_book(path) as book:
        sheet = book["Roles"]
        for cell in sheet[row_of(sheet, "Buyer")][1:]:
            cell.value = None
    assert changes(read_edits(path)) == {"Buyer": None}


def test_a_removed_column_leaves_its_field_alone(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        del cards.tables["journey_touchpoint"]
        cards.delete_cols(column(cards, "touchpoint.emotion"))
        cards.delete_cols(column(cards, "touchpoint.stage"))
    edits = read_edits(path)
    assert edits.theirs == edits.base
    assert "Emotion" in str(edits.report.guesses[0])


def test_a_removed_sheet_leaves_its_records_alone(path: Path) -> None:
    with open_book(path) as book:
        del book["Challenges"]
        del book["Stages"]
    edits = read_edits(path)
    assert edits.theirs == edits.base and len(edits.report.guesses) == 2


def test_without_the_column_of_ids_rows_are_told_by_their_texts(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        del cards.tables["journey_touchpoint"]
        cards.delete_cols(1)
        cards.cell(row_of(cards, "Visit a"), column(cards, "touchpoint.need")).value = "speed"
    edits = read_edits(path)
    assert changes(edits) == {"Visit a": {"need": "speed"}}
    assert "identified by their texts" in str(edits.report.guesses[0])


def test_columns_may_change_places(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        del cards.tables["journey_touchpoint"]
        one, other = column(cards, "touchpoint.title"), column(cards, "touchpoint.emotion")
        for row in range(1, cards.max_row + 1):
            a, b = cards.cell(row, one), cards.cell(row, other)
            a.value, b.value = b.value, a.value
    edits = read_edits(path)
    assert edits.theirs == edits.base and not edits.report.guesses


def move_row(sheet: Worksheet, title: str, before: str) -> None:
    values = [cell.value for cell in sheet[row_of(sheet, title)]]
    sheet.delete_rows(row_of(sheet, title))
    row = row_of(sheet, before)
    sheet.insert_rows(row)
    for place, value in enumerate(values, 1):
        sheet.cell(row, place).value = value


def test_a_moved_row_changes_one_order(path: Path) -> None:
    with open_book(path) as book:
        move_row(book["Touch points"], "Visit c", "Visit a")
        move_row(book["Stages"], "Convert", "Register")
    edits = read_edits(path)
    assert order_of(edits.theirs, Stage) == ["Visit", "Convert", "Register", "Onboard"]
    assert order_of(edits.theirs)[:3] == ["Visit c", "Visit a", "Visit b"]
    found = changes(edits)
    assert found.keys() == {"Visit c", "Convert"} and all(list(fields) == ["order"] for fields in found.values())


def test_rows_that_were_sorted_keep_their_order(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        rows = [[cell.value for cell in row] for row in cards.iter_rows(min_row=3)]
        rows.sort(key=lambda row: row[1], reverse=True)
        for number, row in enumerate(rows, 3):
            for place, value in enumerate(row, 1):
                cards.cell(number, place).value = value
    edits = read_edits(path)
    assert edits.theirs == edits.base and "sorted" in str(edits.report.guesses[0])


def test_an_order_that_was_entered_counts(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        cards.cell(row_of(cards, "Visit c"), column(cards, "touchpoint.order")).value = 0
    assert order_of(read_edits(path).theirs)[:3] == ["Visit c", "Visit a", "Visit b"]


@pytest.mark.parametrize("sheet, title, field, cell", [
    ("Touch points", "Visit a", "touchpoint.emotion", "banana"),
    ("Touch points", "Visit a", "touchpoint.emotion", 7),
    ("Touch points", "Visit a", "touchpoint.roles", "Nobody"),
    ("Touch points", "Visit a", "touchpoint.stage", ""),
    ("Touch points", "Visit a", "touchpoint.stage", "Nowhere"),
    ("Touch points", "Visit a", "touchpoint.automation", "robotic"),
    ("Touch points", "Visit a", "touchpoint.backstage", "perhaps"),
    ("Touch points", "Visit a", "touchpoint.position", "left"),
    ("Challenges", "Slow", "challenge.severity", 2.5),
    ("Metrics", "Bounces", "metric.observations", "yesterday: 4"),
    ("Metrics", "Bounces", "metric.observations", "2026-02-30: 4"),
    ("Metrics", "Bounces", "metric.baseline", "=1/0"),
    ("Roles", "Buyer", "role.color", "blue"),
])
def test_a_bad_value_is_told_and_changes_nothing(path: Path, sheet: str, title: str, field: str, cell: object) -> None:
    with open_book(path) as book:
        place = book[sheet].cell(row_of(book[sheet], title), column(book[sheet], field))
        place.value = cell
    edits = read_edits(path)
    assert edits.theirs == edits.base
    (told,) = edits.report.guesses
    assert place.coordinate in str(told) and sheet in str(told)


def test_a_flow_into_itself_is_told(path: Path) -> None:
    with open_book(path) as book:
        flows = book["Flows"]
        flows.cell(3, column(flows, "flow.target")).value = flows.cell(3, column(flows, "flow.source")).value
        flows.cell(flows.max_row + 1, column(flows, "flow.label")).value = "from nowhere"
    edits = read_edits(path)
    assert edits.theirs == edits.base and len(edits.report.guesses) == 2


# -- the map -----------------------------------------------------------------------------------------------------------


def edit_map(path: Path, edit: Callable[[Worksheet], Any]) -> Edits:
    with open_book(path) as book:
        edit(book["Journey map"])
    return read_edits(path)


def test_changed_added_and_deleted_bullets(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["B3"].value = "Ø Visit a\nØ Visit b, renamed\nØ Brand new\nØ Visit c"
        sheet["C3"].value = "Ø Register a\nØ Register c"
    edits = edit_map(path, edit)
    assert order_of(edits.theirs)[:6] == ["Visit a", "Visit b, renamed", "Brand new", "Visit c", "Register a",
                                          "Register c"]
    assert changes(edits) == {"Visit b": {"title": "Visit b, renamed"}, "Register b": None}
    assert len(added(edits)) == 1 and not edits.report.guesses


def test_reordered_bullets(path: Path) -> None:
    edits = edit_map(path, lambda sheet: setattr(sheet["B3"], "value", "Ø Visit c\nØ Visit a\nØ Visit b"))
    assert order_of(edits.theirs)[:3] == ["Visit c", "Visit a", "Visit b"]
    assert list(changes(edits)) == ["Visit c"]


def test_bullets_without_marks_are_items_too(path: Path) -> None:
    edits = edit_map(path, lambda sheet: setattr(sheet["B3"], "value", "Visit a\nVisit b\nVisit c\nVisit d"))
    assert order_of(edits.theirs)[:4] == ["Visit a", "Visit b", "Visit c", "Visit d"] and not changes(edits)


def test_a_bullet_moved_to_another_stage_is_the_same_one(path: Path, source: Journey) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["B3"].value = "Ø Visit b\nØ Visit c"
        sheet["D3"].value = "Ø Onboard a\nØ Visit a\nØ Onboard b\nØ Onboard c"
    edits = edit_map(path, edit)
    assert set(changes(edits)) == {"Visit a"} and not added(edits)
    assert named(edits.theirs, "Visit a").stage == named(source, "Onboard").id
    assert order_of(edits.theirs)[5:9] == ["Onboard a", "Visit a", "Onboard b", "Onboard c"]
    assert named(edits.theirs, "Slow").about == named(source, "Visit a").id


def test_a_new_stage_column(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.unmerge_cells("A1:E1")
        sheet.insert_cols(3)
        for row, text in {2: "Compare", 3: "Ø Price list\nØ Reviews", 4: "Ø Too many", 6: "Ø Which one?"}.items():
            sheet.cell(row, 3).value = text
    edits = edit_map(path, edit)
    assert order_of(edits.theirs, Stage) == ["Visit", "Compare", "Register", "Onboard", "Convert"]
    assert order_of(edits.theirs)[3:5] == ["Price list", "Reviews"]
    assert not changes(edits) and named(edits.theirs, "Too many").about == named(edits.theirs, "Compare").id
    assert not edits.report.guesses


def test_a_removed_stage_column(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.unmerge_cells("A1:E1")
        sheet.delete_cols(3)
    edits = edit_map(path, edit)
    assert set(changes(edits)) == {"Register", "Register a", "Register b", "Register c", "Long", "flow"}
    assert not added(edits)


def test_moved_stage_columns_and_new_titles(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for row in range(2, 8):
            one, other = sheet.cell(row, 2), sheet.cell(row, 3)
            one.value, other.value = other.value, one.value
        sheet["E2"].value = "4. Convert & retain"
        sheet["A1"].value = "A better title"
    edits = edit_map(path, edit)
    assert order_of(edits.theirs, Stage) == ["Register", "Visit", "Onboard", "Convert & retain"]
    assert edits.theirs.info.title == "A better title" and not added(edits) and None not in changes(edits).values()


def test_lanes_on_the_map(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "Thoughts")
        sheet.cell(row, 1).value = "Feelings"
        sheet.cell(row, 3).value = "Hm"
        sheet.cell(row + 1, 1).value = "Evidence"
        sheet.cell(row + 1, 2).value = "Interview 3"
    edits = edit_map(path, edit)
    assert order_of(edits.theirs, Lane) == ["Feelings", "Evidence"]
    assert changes(edits) == {"Thoughts": {"title": "Feelings"}}
    assert {cell.title for cell in edits.theirs.all(Cell)} == {"Is it safe?", "Hm", "Interview 3"}


def test_a_removed_row_of_the_map_leaves_metrics_alone_and_removes_a_lane(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        for word in ("Metrics", "Thoughts"):
            sheet.delete_rows(next(cell.row for cell in sheet["A"] if cell.value == word))
    assert set(changes(edit_map(path, edit))) == {"Thoughts", "Is it safe?"}


def test_rows_and_columns_inserted_around_the_map(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.unmerge_cells("A1:E1")
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)
        sheet["A1"].value = "For the meeting"
    edits = edit_map(path, edit)
    assert edits.theirs == edits.base and not edits.report.guesses


def test_the_same_edit_in_both_places_is_one(path: Path) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        cards.cell(row_of(cards, "Visit a"), column(cards, "touchpoint.title")).value = "Home page"
        book["Journey map"]["B3"].value = "Ø Home page\nØ Visit b\nØ Visit c"
    edits = read_edits(path)
    assert changes(edits) == {"Visit a": {"title": "Home page"}} and not edits.clashes


def test_different_edits_in_both_places_clash(path: Path, source: Journey) -> None:
    with open_book(path) as book:
        cards = book["Touch points"]
        cards.cell(row_of(cards, "Visit a"), column(cards, "touchpoint.title")).value = "Home page"
        book["Journey map"]["B3"].value = "Ø Visit a!\nØ Visit b\nØ Visit c"
    edits = read_edits(path)
    (clash,) = edits.clashes
    assert (clash.id, clash.field, clash.ours, clash.theirs) == (named(source, "Visit a").id, "title", "Home page",
                                                                 "Visit a!")
    assert "differently" in str(edits.report.guesses[0])


def test_changes_of_the_details_are_told(path: Path) -> None:
    with open_book(path) as book:
        book["Touch point details"]["E4"].value = "by telephone"
    edits = read_edits(path)
    assert edits.theirs == edits.base and "4" in str(edits.report.guesses[0])


def test_the_map_may_be_gone(path: Path) -> None:
    with open_book(path) as book:
        del book["Journey map"]
    edits = read_edits(path)
    assert edits.theirs == edits.base and "map is missing" in str(edits.report.guesses[0])


def test_reading_takes_the_edits_along(path: Path) -> None:
    edit_map(path, lambda sheet: setattr(sheet["B3"], "value", "Ø Visit a\nØ Visit b"))
    found, report = read_workbook(path)
    assert order_of(found)[:3] == ["Visit a", "Visit b", "Register a"] and not report.unread


@pytest.mark.parametrize("cell, value", [("A20", "  "), ("A8", " "), ("Z3", "=1+1"), ("G4", "=1+1"), ("B9", "=1+1")])
def test_cells_that_show_nothing_are_no_edit_of_the_map(path: Path, cell: str, value: str) -> None:
    with open_book(path) as book:
        book["Journey map"][cell] = value
    edits = read_edits(path)
    assert edits.theirs == edits.base
