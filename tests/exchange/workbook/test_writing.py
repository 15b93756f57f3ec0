"""What stands in the workbooks that we write."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from journey_editor.exchange.workbook.exporting import write_workbook
from journey_editor.model import (
    Cell, Challenge, Journey, JourneyError, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage,
    Touchpoint)

DETAILS = ("No.", "Stage", "Touch point", "Roles", "Channel", "Owner", "Emotion", "Automation", "Backstage",
           "Duration (hours)", "Need", "Challenges", "Metrics", "Opportunities", "Notes")


def one_stage(*titles: str, **info: str) -> Journey:
    """A journey of one stage with touchpoints of these titles."""
    stage = Stage(title="Visit")
    return Journey([JourneyInfo(**info), stage,
                    *(Touchpoint(title=title, stage=stage.id, order=i) for i, title in enumerate(titles))])


def sheets(journey: Journey, path: Path) -> tuple[openpyxl.worksheet.worksheet.Worksheet, ...]:
    """The map and the list, read again by openpyxl, of a journey that can be written as it is."""
    assert write_workbook(journey, path) == []
    return tuple(openpyxl.load_workbook(path).worksheets[:2])


def room(sheet: openpyxl.worksheet.worksheet.Worksheet) -> float:
    """How many letters a line of the table's first stage holds."""
    return sheet.column_dimensions["B"].width / sheet["B3"].font.size


def rows_of(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


@pytest.fixture
def report() -> Journey:
    """The report's map in small, with a lane, an opportunity, and things about stages as well as touchpoints."""
    visit, register = Stage(title="Visit Website", order=1, goal="Be found"), Stage(title="Register", order=2)
    messaging, content = (Touchpoint(title=title, stage=visit.id, order=i)
                          for i, title in enumerate(("Messaging", "Content Marketing")))
    buyer, user = Role(title="Buyer", order=1), Role(title="User", order=2)
    form = Touchpoint(title="Registration form", stage=register.id, roles=(user.id, buyer.id), channel="Web",
                      owner="Marketing", emotion=-1.5, automation="assisted", backstage=True, duration_hours=0.25,
                      need="Be quick", notes="Seen in June")
    lane = Lane(title="Thoughts")
    return Journey([
        JourneyInfo(title="B2B Customer Journey Map"), visit, register, messaging, content, form, buyer, user, lane,
        Challenge(title="Small content size", about=content.id, order=1),
        Challenge(title="Undifferentiated messaging", about=messaging.id, order=2),
        Challenge(title="Content ROI is hard to measure", about=visit.id, order=3),
        Metric(title="Bounce rate", about=visit.id),
        Metric(title="Percentage of registrations", about=form.id, baseline=48, target=60.5, unit="%"),
        Opportunity(title="Test three variants", about=form.id),
        Cell(title="Is this for me?", lane=lane.id, about=visit.id, order=1),
        Note(title="Ask sales", about=form.id),
    ])


def test_the_map_is_the_reports_table(report: Journey, tmp_path: Path) -> None:
    sheet, _details = sheets(report, tmp_path / "map.xlsx")
    assert rows_of(sheet) == [
        ("B2B Customer Journey Map", None, None),
        ("Life-cycle stages", "1. Visit Website", "2. Register"),
        ("Touch points", "Ø Messaging\nØ Content Marketing", "Ø Registration form"),
        ("Challenges", "Ø Content ROI is hard to measure\nØ Undifferentiated messaging\nØ Small content size", None),
        ("Metrics", "Ø Bounce rate", "Ø Percentage of registrations"),
        ("Opportunities", None, "Ø Test three variants"),
        ("Thoughts", "Ø Is this for me?", None),
    ]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for cell in row)


def test_the_details_tell_what_hangs_on_each_touchpoint(report: Journey, tmp_path: Path) -> None:
    _map, sheet = sheets(report, tmp_path / "map.xlsx")
    header, whole, messaging, _content, form = rows_of(sheet)
    assert header == (*DETAILS, "Thoughts")
    assert whole == (None, "1. Visit Website", "(whole stage)", *[None] * 7, "Be found",
                     "Ø Content ROI is hard to measure", "Ø Bounce rate", None, None, "Ø Is this for me?")
    assert messaging[:3] == (1, "1. Visit Website", "Messaging") and messaging[11] == "Ø Undifferentiated messaging"
    assert form == (3, "2. Register", "Registration form", "User\nBuyer", "Web", "Marketing", -1.5, "Semi-automatic",
                    "Yes", 0.25, "Be quick", None, "Ø Percentage of registrations (48\u00a0→\u00a060.5\u00a0%)",
                    "Ø Test three variants", "Seen in June\nØ Ask sales", None)
    assert sheet.auto_filter.ref == sheet.dimensions == "A1:P5"
    assert sheet.freeze_panes == "D2"


@pytest.mark.parametrize("language, title, labels", [
    ("en", "Customer Journey Map", ["Life-cycle stages", "Touch points", "Challenges", "Metrics"]),
    ("zh_CN", "客户旅程图", ["生命周期阶段", "触点", "挑战", "指标"]),
    ("zh_TW", "客戶旅程圖", ["生命週期階段", "觸點", "挑戰", "指標"]),
])
def test_labels_are_in_the_journeys_language(language: str, title: str, labels: list[str], tmp_path: Path) -> None:
    sheet, details = sheets(one_stage("官网", language=language, bullet="•"), tmp_path / "map.xlsx")
    assert [cell.value for cell in sheet["A"]] == [title, *labels]
    assert sheet["B3"].value == "• 官网"
    chinese = language != "en"
    assert sheet["B3"].font.name.startswith("Microsoft") == details["C2"].font.name.startswith("Microsoft") == chinese


def test_the_reader_finds_our_marks(report: Journey, tmp_path: Path) -> None:
    write_workbook(report, tmp_path / "map.xlsx")
    names = openpyxl.load_workbook(tmp_path / "map.xlsx").defined_names
    assert names["journey_map_format"].value == "2"
    assert names["journey_map_table"].value == "'Journey map'!$A$1:$C$7"


def test_pages_are_landscape_one_wide_with_repeated_titles(report: Journey, tmp_path: Path) -> None:
    for sheet in sheets(report, tmp_path / "map.xlsx"):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows and sheet.print_title_cols
        assert sheet.print_area.replace("$", "") == f"'{sheet.title}'!{sheet.dimensions}"
        assert "&P" in sheet.oddFooter.right.text


def test_an_empty_journey_has_its_labels(tmp_path: Path) -> None:
    sheet, details = sheets(Journey([JourneyInfo()]), tmp_path / "map.xlsx")
    labels = ("Customer Journey Map", "Life-cycle stages", "Touch points", "Challenges", "Metrics")
    assert rows_of(sheet) == [(label,) for label in labels]
    assert rows_of(details) == [DETAILS]


def test_every_stage_is_in_the_details_even_with_nothing_in_it(tmp_path: Path) -> None:
    _map, details = sheets(one_stage(), tmp_path / "map.xlsx")
    assert rows_of(details)[1][:3] == (None, "1. Visit", "(whole stage)")


@pytest.mark.parametrize("text", [
    "=1+2", "+1", "-1", "@here", "=", "#N/A", "0012", "12", "TRUE", "2024-05-01", "{=A1}", "'x"])
def test_texts_stay_texts(text: str, tmp_path: Path) -> None:
    stage, lane = Stage(title=text), Lane(title=text)
    journey = Journey([JourneyInfo(title=text, bullet="-"), stage, lane, Cell(title=text, lane=lane.id, about=stage.id),
                       Touchpoint(title=text, stage=stage.id, need=text, channel=text)])
    sheet, details = sheets(journey, tmp_path / "map.xlsx")
    cells = [sheet["A1"], sheet["A6"], details["C3"], details["E3"], details["K3"], details["P1"]]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s")] * 6
    assert sheet["B3"].value == sheet["B6"].value == f"- {text}" and sheet["B3"].data_type == "s"
    # Excel then keeps the text as one even after it was edited in its cell.
    assert all(cell.quotePrefix == text.startswith(("=", "+", "-", "@")) for cell in cells)
    assert sheet["B3"].quotePrefix


def test_further_lines_of_an_item_are_no_items(tmp_path: Path) -> None:
    sheet, _details = sheets(one_stage("a\nØ b\r\n\rc", "", "d"), tmp_path / "map.xlsx")
    assert sheet["B3"].value == "Ø a\n  Ø b\n  \n  c\nØ \nØ d"


def test_what_xml_forbids_is_replaced_and_told(tmp_path: Path) -> None:
    journey = one_stage("a\x00\x0b\x1fb", "fine", "\ufffe\uffff", title="T\x07")
    remarks = write_workbook(journey, tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0]
    assert sheet["B3"].value == "Ø a\ufffd\ufffd\ufffdb\nØ fine\nØ \ufffd\ufffd"
    assert sheet["A1"].value == "T\ufffd"
    assert [str(remark) for remark in remarks] == [
        "Characters that an Excel file cannot hold were replaced by \ufffd; texts altered: 3, the first being "
        "“T\ufffd”."]


def test_character_codes_are_marked_as_text(tmp_path: Path) -> None:
    sheets(one_stage("_x000D_ and _x0041_x0042_, _x5_"), tmp_path / "map.xlsx")
    with zipfile.ZipFile(tmp_path / "map.xlsx") as archive:
        content = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "Ø _x005F_x000D_ and _x005F_x0041_x005F_x0042_, _x5_" in content


@pytest.mark.parametrize("char", ["a", "中", "😀", "_x0041_"])
def test_overlong_cells_are_cut_and_told(char: str, tmp_path: Path) -> None:
    limit = 32_767
    remarks = write_workbook(one_stage(char * limit), tmp_path / "map.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0]
    text = sheet["B3"].value.replace("_x005F_", "_")
    assert limit - 1 <= len(text.encode("utf-16-le")) // 2 <= limit
    assert text.startswith("Ø " + char) and text.endswith("…")
    assert "sheet “Journey map”, cells: B3." in str(remarks[0]) and "32,767" in str(remarks[0])


def test_full_cells_are_not_cut(tmp_path: Path) -> None:
    write_workbook(one_stage("a" * 32_765), tmp_path / "map.xlsx")
    assert openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0]["B3"].value == "Ø " + "a" * 32_765


def test_columns_grow_for_cells_that_one_row_cannot_show(tmp_path: Path) -> None:
    few, _ = sheets(one_stage("A short one"), tmp_path / "few.xlsx")
    full, _ = sheets(one_stage(*["Supplier portal with quotations and delivery dates"] * 30), tmp_path / "full.xlsx")
    assert full.row_dimensions[3].height <= 409
    assert room(full) > room(few)
    assert full["B3"].alignment.vertical == "top"


def test_cells_that_no_row_can_show_are_told(tmp_path: Path) -> None:
    remarks = write_workbook(one_stage(*["Portal"] * 60), tmp_path / "map.xlsx")
    assert openpyxl.load_workbook(tmp_path / "map.xlsx").worksheets[0].row_dimensions[3].height == 409
    assert len(remarks) == 1 and "sheet “Journey map”, cells: B3." in str(remarks[0])


def test_chinese_takes_twice_the_room(tmp_path: Path) -> None:
    latin, _ = sheets(one_stage("n" * 400), tmp_path / "latin.xlsx")
    chinese, _ = sheets(one_stage("采" * 400), tmp_path / "chinese.xlsx")
    assert chinese.row_dimensions[3].height > 1.5 * latin.row_dimensions[3].height


def test_a_long_title_leaves_the_table_in_sight(tmp_path: Path) -> None:
    sheet, _details = sheets(one_stage("a", title="A long title of a map " * 12), tmp_path / "map.xlsx")
    assert sheet.row_dimensions[1].height > 160
    assert sheet.freeze_panes == "B1" and not sheet.print_title_rows


def test_a_journey_too_large_for_excel_is_refused(tmp_path: Path) -> None:
    records: list[Record] = [JourneyInfo(), *(Stage(order=i) for i in range(16_384))]
    with pytest.raises(JourneyError, match="too large for Excel"):
        write_workbook(Journey(records), tmp_path / "map.xlsx")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name, reason", [
    ("missing/map.xlsx", "there is no folder"), ("file/map.xlsx", "there is no folder"),
    ("folder", "a folder with that name already exists")])
def test_what_cannot_be_written_leaves_nothing(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(JourneyError, match=reason):
        write_workbook(one_stage(), tmp_path / name)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"] and os.listdir(tmp_path / "folder") == []


@pytest.mark.skipif(os.name != "posix", reason="needs a limit of the file's size")
def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "map.xlsx"
    target.write_bytes(b"old")
    script = (
        "import resource, sys\n"
        "from journey_editor.exchange.workbook.exporting import write_workbook\n"
        "from journey_editor.model import Journey, JourneyError, JourneyInfo\n"
        "import openpyxl.workbook, openpyxl.writer.excel\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2500, 2500))\n"
        "try:\n"
        "    write_workbook(Journey([JourneyInfo()]), sys.argv[1])\n"
        "except JourneyError as error:\n"
        "    print(error)\n")
    done = subprocess.run([sys.executable, "-B", "-c", script, str(target)], capture_output=True, text=True, check=True)
    assert "“map.xlsx” was not written" in done.stdout
    assert target.read_bytes() == b"old" and os.listdir(tmp_path) == ["map.xlsx"]


@pytest.mark.skipif(os.name != "posix", reason="links and rights as POSIX has them")
def test_links_and_rights_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "map.xlsx", tmp_path / "link.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_workbook(one_stage("a"), link)
    assert link.is_symlink() and stat.S_IMODE(target.stat().st_mode) == 0o640
    assert zipfile.is_zipfile(target)


def test_openpyxl_waits_until_something_is_written() -> None:
    script = "import sys, journey_editor.exchange.workbook.exporting; sys.exit('openpyxl' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
