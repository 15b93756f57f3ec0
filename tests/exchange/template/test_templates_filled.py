"""Template workbooks with placeholders: what is repeated, what follows, and what stays as it was."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Drawing

from journey_editor import shipped
from journey_editor.exchange import fill_template, find_maps
from journey_editor.exchange.template.placeholders import LINE_NAMES
from journey_editor.model import (
    Cell, Challenge, Journey, JourneyError, JourneyInfo, Lane, Metric, Note, Role, Stage, Touchpoint)
from journey_editor.model.vocabulary import day_label
from journey_editor.storage import load

Fill = Callable[..., Any]
EXAMPLES = ("alibaba-b2b", "industrial-purchase-zh", "loan-approval")


@pytest.fixture
def small() -> Journey:
    """Two stages with two touchpoints and one, and something of everything a placeholder stands for."""
    visit, order = Stage(title="Visit", order=1, goal="Be found"), Stage(title="Order", order=2)
    buyer, user = Role(title="Buyer", order=1), Role(title="User", order=2)
    site = Touchpoint(title="Site", stage=visit.id, order=1, channel="Web", emotion=1.5, duration_hours=2,
                      roles=(buyer.id, user.id), automation="automatic", notes="Slow")
    chat = Touchpoint(title="Chat", stage=visit.id, order=2, channel="Web", emotion=-0.5, duration_hours=0.5,
                      backstage=True, owner="Sales", need="Be heard")
    cart = Touchpoint(title="Cart", stage=order.id, order=1)
    lane = Lane(title="Thoughts: first")
    return Journey([
        JourneyInfo(title="Tools & parts", organisation="ACME", vision="See it", context="Line 1\nLine 2", bullet="•"),
        visit, order, buyer, user, site, chat, cart, lane, Note(title="Ask", about=site.id),
        Challenge(title="Long", about=site.id), Challenge(title="Vague", about=visit.id),
        Metric(title="Rate", about=cart.id, baseline=3, target=5, unit="%"),
        Cell(title="Hm", lane=lane.id, about=chat.id)])


@pytest.fixture
def fill(small: Journey, tmp_path: Path) -> Fill:
    """A function that fills cells given by name, or a workbook, and returns what openpyxl then reads."""
    def filled(cells: dict[str, Any] | openpyxl.Workbook, journey: Journey | None = None,
               told: list[str] | None = None) -> Any:
        workbook = cells
        if isinstance(cells, dict):
            workbook = openpyxl.Workbook()
            for name, value in cells.items():
                workbook.active[name] = value
        workbook.save(tmp_path / "template.xlsx")
        sentences = fill_template(journey or small, tmp_path / "template.xlsx", tmp_path / "filled.xlsx")
        assert [str(one) for one in sentences] == (told or [])
        result = openpyxl.load_workbook(tmp_path / "filled.xlsx", rich_text=True)
        return result.active if isinstance(cells, dict) else result
    return filled


def rows_of(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


# -- what is repeated --------------------------------------------------------------------------------------------------


def test_a_column_repeats_per_stage(fill: Fill) -> None:
    sheet = fill({"A1": "{{title}} of {{organisation}}", "A2": "Stage", "B2": "{{number}}. {{stage}}", "C2": "Remarks",
                  "A3": "Touch points", "B3": "{{touchpoints}}", "A4": "Pains", "B4": "{{challenges}}", "B9": "once"})
    assert rows_of(sheet)[:4] == [
        ["Tools & parts of ACME", None, None, None], ["Stage", "1. Visit", "2. Order", "Remarks"],
        ["Touch points", "• Site\n• Chat", "• Cart", None], ["Pains", "• Vague\n• Long", None, None]]
    assert rows_of(sheet)[8] == [None, "once", None, None]


def test_a_row_of_placeholders_side_by_side_repeats_per_stage(fill: Fill) -> None:
    sheet = fill({"A1": "Stages", "A2": "{{number}}", "B2": "{{stage}}", "C2": "{{goal}}", "D2": "fixed", "A3": "End"})
    assert rows_of(sheet) == [["Stages", None, None, None], [1, "Visit", "Be found", "fixed"],
                              [2, "Order", None, "fixed"], ["End", None, None, None]]


def test_a_row_repeats_per_touchpoint(fill: Fill) -> None:
    names = ("number", "stage", "touchpoint", "channel", "owner", "emotion", "need", "roles", "duration", "automation",
             "backstage", "notes", "challenges", "metrics", "lane:Thoughts: first")
    workbook = openpyxl.Workbook()
    workbook.active.append(["head"] * len(names))
    workbook.active.append([f"{{{{{name}}}}}" for name in names])
    assert rows_of(fill(workbook).active)[1:] == [
        [1, "Visit", "Site", "Web", None, 1.5, None, "Buyer\nUser", 2, "Automatic", None, "Slow\n• Ask", "• Long", None,
         None],
        [2, "Visit", "Chat", "Web", "Sales", -0.5, "Be heard", None, 0.5, None, "Yes", None, None, None, "• Hm"],
        [3, "Order", "Cart", *[None] * 10, "• Rate (3\u00a0→\u00a05\u00a0%)", None]]


def test_touchpoints_inside_a_stages_column_are_that_stages(fill: Fill) -> None:
    sheet = fill({"A1": "Stage", "B1": "{{stage}}", "A2": "Touch points", "B2": "{{touchpoint}} ({{emotion}})",
                  "A3": "Mean", "B3": "{{emotion}}", "C2": "beside"})
    assert rows_of(sheet) == [["Stage", "Visit", "Order", None], ["Touch points", "Site (+1.5)", "Cart ()", "beside"],
                              [None, "Chat (-0.5)", None, None], ["Mean", 0.5, None, None]]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A2:A3", "D2:D3"}


def test_a_stages_row_above_a_touchpoints_row_makes_an_outline(fill: Fill) -> None:
    sheet = fill({"A1": "{{stage}}", "A2": "{{number}}", "B2": "{{touchpoint}}", "A3": "End"})
    assert rows_of(sheet) == [["Visit", None], [1, "Site"], [2, "Chat"], ["Order", None], [3, "Cart"], ["End", None]]


def test_a_stage_has_what_its_touchpoints_have_together(fill: Fill) -> None:
    sheet = fill({"A1": "{{stage}}", "A2": "{{channel}}", "A3": "{{emotion}}", "A4": "{{duration}}", "A5": "{{roles}}"})
    assert [cell.value for cell in sheet["A"]] == ["Visit", "Web", 0.5, 2.5, "Buyer\nUser"]


def test_units_of_several_lines_repeat_whole(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["B1"], sheet["B2"], sheet["C2"] = "{{stage}}", "{{touchpoints}}", "{{challenges}}"
    sheet.merge_cells("B1:C1")
    sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = 30, 11
    sheet = fill(workbook).active
    assert rows_of(sheet) == [[None, "Visit", None, "Order", None],
                              [None, "• Site\n• Chat", "• Vague\n• Long", "• Cart", None]]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"B1:C1", "D1:E1"}
    assert [sheet.column_dimensions[letter].width for letter in "BCDE"] == [30, 11, 30, 11]


def test_a_journey_of_nothing_empties_the_placeholders(fill: Fill) -> None:
    sheet = fill({"A1": "{{title}}", "B2": "{{stage}}", "B3": "{{touchpoints}}", "A9": "{{touchpoint}}", "B9": "x"},
                 Journey([JourneyInfo()]))
    assert rows_of(sheet)[0][0] == "Customer Journey Map"
    assert [cell.value for cell in sheet["B"]] == [None] * 8 + ["x"] and sheet["A9"].value is None


# -- what follows ------------------------------------------------------------------------------------------------------


def test_formulas_and_names_follow_their_cells(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    sheet, other = workbook.active, workbook.create_sheet("Other sheet")
    sheet.title = "It's"
    for name, value in {"A1": "{{touchpoint}}", "B1": "{{emotion}}", "C1": "=B1*2", "D1": "=$B1+E$3", "A2": "Sum",
                        "B2": "=SUM(B1)", "C2": "=SUM(B1:C1)+B1", "E3": 7}.items():
        sheet[name] = value
    other["A1"], other["A2"], other["A3"] = "='It''s'!B2", "=AVERAGE('It''s'!B1:B1)", "=COUNTIF('It''s'!B:B,\">0\")"
    workbook.defined_names["all_of_it"] = DefinedName("all_of_it", attr_text="'It''s'!$A$1:$C$2")
    result = fill(workbook)
    sheet, other = result["It's"], result["Other sheet"]
    assert [cell.value for cell in sheet["C"]][:3] == ["=B1*2", "=B2*2", "=B3*2"]
    assert [cell.value for cell in sheet["D"]][:3] == ["=$B1+E$5", "=$B2+E$5", "=$B3+E$5"]
    assert sheet["B4"].value == "=SUM(B1:B3)" and sheet["C4"].value == "=SUM(B1:C3)+B1" and sheet["E5"].value == 7
    assert [cell.value for cell in other["A"]] == [
        "='It''s'!B4", "=AVERAGE('It''s'!B1:B3)", "=COUNTIF('It''s'!B:B,\">0\")"]
    assert result.defined_names["all_of_it"].value == "'It''s'!$A$1:$C$4"
    assert result.calculation.fullCalcOnLoad


def test_formulas_of_a_column_repeat_with_it(fill: Fill) -> None:
    sheet = fill({"A1": "Stage", "B1": "{{stage}}", "B2": "{{touchpoints}}", "B4": "=LEN(B2)", "C4": "=SUM(B4:B4)"})
    assert rows_of(sheet)[3] == [None, "=LEN(B2)", "=LEN(C2)", "=SUM(B4:C4)"]


def test_formats_drop_downs_tables_comments_and_pictures_follow(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for name, value in {"A1": "Name", "B1": "Mood", "A2": "{{touchpoint}}", "B2": "{{emotion}}", "A4": "after"}.items():
        sheet[name] = value
    sheet.add_table(Table(displayName="cards", ref="A1:B2"))
    sheet.conditional_formatting.add("B2:B2", CellIsRule(operator="lessThan", formula=["$B$4"], font=Font(bold=True)))
    rule = DataValidation(type="list", formula1='"1,2"')
    rule.add("B2")
    sheet.add_data_validation(rule)
    sheet["A4"].comment = Comment("note", "me")
    sheet["A4"].hyperlink = "https://example.org/"
    content = io.BytesIO()
    Drawing.new("RGB", (20, 20)).save(content, "PNG")
    sheet.add_image(Image(content), "C4")
    sheet.print_area = "A1:B4"
    sheet.row_dimensions[4].height = 33
    sheet = fill(workbook).active
    assert sheet.tables["cards"].ref == sheet.tables["cards"].autoFilter.ref == "A1:B4"
    ((areas, rules),) = [(str(one.sqref), one.rules) for one in sheet.conditional_formatting]
    assert areas == "B2:B4" and rules[0].formula == ["$B$6"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B2:B4"
    assert sheet["A6"].value == "after" and sheet["A6"].comment.text == "note" and sheet["A6"].hyperlink.ref == "A6"
    assert sheet._images[0].anchor._from.row == 5 and sheet._images[0].anchor._from.col == 2
    assert sheet.print_area.replace("$", "").endswith("A1:B6") and sheet.row_dimensions[6].height == 33


def test_a_table_that_grows_sideways_has_distinct_heads(fill: Fill, small: Journey) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"], workbook.active["B1"], workbook.active["B2"] = "Lane", "{{stage}}", "{{touchpoints}}"
    workbook.active.add_table(Table(displayName="stages", ref="A1:B2"))
    visit = small.stages[0]
    twins = Journey([JourneyInfo(), visit, Stage(title="Visit", order=9)])
    sheet = fill(workbook, twins).active
    heads = [column.name for column in sheet.tables["stages"].tableColumns]
    assert heads == [cell.value for cell in sheet[1]] == ["Lane", "Visit", "Visit (2)"]
    assert sheet.tables["stages"].ref == "A1:C2"


def test_charts_cover_all_copies_and_say_the_title(fill: Fill, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A2"], sheet["B2"] = "{{touchpoint}}", "{{emotion}}"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2))
    chart.set_categories(Reference(sheet, min_col=1, min_row=2))
    chart.title = "{{title}}"
    sheet.add_chart(chart, "E1")
    fill(workbook)
    with zipfile.ZipFile(tmp_path / "filled.xlsx") as archive:
        content = archive.read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<(?:\w+:)?f>([^<]*)<", content) == ["'Sheet'!$A$2:$A$4", "'Sheet'!$B$2:$B$4"]
    assert "Tools &amp; parts" in content


# -- what stays --------------------------------------------------------------------------------------------------------


def test_formats_widths_and_heights_stay(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"] = "{{title}}"
    sheet.merge_cells("A1:B1")
    sheet["B2"], sheet["B3"] = "{{stage}}", "{{touchpoints}}"
    sheet["B2"].font, sheet["B2"].fill = Font(name="Georgia", bold=True), PatternFill("solid", fgColor="FFEE00")
    sheet["B3"].alignment = Alignment(wrap_text=True)
    sheet.column_dimensions["B"].width, sheet.row_dimensions[2].height = 41, 50
    sheet.freeze_panes = "B3"
    sheet = fill(workbook).active
    for letter in "BC":
        assert sheet[f"{letter}2"].font.name == "Georgia" and sheet[f"{letter}2"].fill.fgColor.rgb == "00FFEE00"
        assert sheet.column_dimensions[letter].width == 41 and sheet[f"{letter}3"].alignment.wrap_text
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet.row_dimensions[2].height == 50 and sheet.row_dimensions[3].height > 28 and sheet.freeze_panes == "B3"


def test_lists_wrap_and_chinese_takes_more_room(fill: Fill, small: Journey) -> None:
    def height(text: str) -> float:
        stage = Stage(title="S")
        journey = Journey([JourneyInfo(language="zh_CN"), stage, Touchpoint(title=text, stage=stage.id),
                           Touchpoint(title="b", stage=stage.id, order=1)])
        sheet = fill({"A1": "{{stage}}", "A2": "{{touchpoints}}"}, journey)
        assert sheet["A2"].alignment.wrap_text
        return float(sheet.row_dimensions[2].height)
    assert height("采" * 40) > 1.4 * height("n" * 40) > 1.4 * height("n")


def test_numbers_and_dates_are_numbers_and_dates(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"], sheet["A2"], sheet["A3"] = "{{date}}", "{{date}}", "on {{date}}"
    sheet["A1"].number_format = "yyyy-mm-dd"
    sheet = fill(workbook).active
    assert day_label(sheet["A1"].value.date(), "en") == sheet["A2"].value == sheet["A3"].value.removeprefix("on ")


def test_texts_stay_texts(fill: Fill) -> None:
    stage = Stage(title="=1+2")
    journey = Journey([JourneyInfo(title="_x000D_ <&>", organisation="0012", vision="a\x00b"), stage])
    told = ["Characters that an Excel file cannot hold were replaced by \ufffd; texts altered: 1, the first being "
            "“a\ufffdb”."]
    sheet = fill({"A1": "{{title}}", "A2": "{{organisation}}", "A3": "{{vision}}", "C5": "{{stage}}"}, journey, told)
    assert [sheet[name].value for name in ("A2", "A3", "C5")] == ["0012", "a\ufffdb", "=1+2"]
    assert sheet["C5"].data_type == "s" and str(sheet["A1"].value).replace("_x005F_", "_") == "_x000D_ <&>"


def test_headers_and_footers_are_filled(fill: Fill) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.oddFooter.left.text = "{{title}}"
    workbook.active.oddFooter.right.text = "&P"
    sheet = fill(workbook, told=["The template has no placeholders such as {{stage}} in its cells."]).active
    assert sheet.oddFooter.left.text == "Tools && parts" and sheet.oddFooter.right.text == "&P"


def test_unknown_placeholders_are_told_and_stay(fill: Fill) -> None:
    told = ["The placeholder {{sponsor}} is unknown and was left as it is: Sheet!A1, Sheet!A2.",
            "The placeholder {{lane:Nobody}} is unknown and was left as it is: Sheet!A3."]
    sheet = fill({"A1": "{{sponsor}} {{ TITLE }}", "A2": "{{sponsor}}", "A3": "{{lane:Nobody}}"}, told=told)
    assert [cell.value for cell in sheet["A"]] == ["{{sponsor}} Tools & parts", "{{sponsor}}", "{{lane:Nobody}}"]


def test_what_has_no_placeholder_is_copied_byte_by_byte(small: Journey, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "{{title}}"
    workbook.create_sheet("Data").append([1, "two", 3.5])
    workbook.save(tmp_path / "plain.xlsx")
    # What no library knows: a part of its own, and a sheet's words about a namespace that only an attribute names.
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as source, zipfile.ZipFile(tmp_path / "odd.xlsx", "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                odd = b'<worksheet xmlns:mc="urn:mc" xmlns:odd="urn:odd" mc:Ignorable="odd" '
                content = content.replace(b"<worksheet ", odd, 1)
            target.writestr(name, content)
        target.writestr("customXml/item1.xml", "<mine/>")
    assert fill_template(small, tmp_path / "odd.xlsx", tmp_path / "filled.xlsx") == []
    with zipfile.ZipFile(tmp_path / "odd.xlsx") as source, zipfile.ZipFile(tmp_path / "filled.xlsx") as target:
        assert source.namelist() == target.namelist()
        for name in ("xl/worksheets/sheet2.xml", "customXml/item1.xml", "xl/theme/theme1.xml"):
            assert source.read(name) == target.read(name)
        first = target.read("xl/worksheets/sheet1.xml").decode()
    assert 'xmlns:odd="urn:odd"' in first and 'mc:Ignorable="odd"' in first


def test_a_broken_template_is_told_and_nothing_is_written(small: Journey, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "out.xlsx").write_text("before")
    with pytest.raises(JourneyError, match="damaged"):
        fill_template(small, tmp_path / "broken.xlsx", tmp_path / "out.xlsx")
    with pytest.raises(JourneyError, match="There is no file"):
        fill_template(small, tmp_path / "none.xlsx", tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").read_text() == "before"
    shutil.copy(shipped.find("examples", "template.xlsx"), tmp_path / "template.xlsx")
    with pytest.raises(JourneyError, match="there is no folder"):
        fill_template(small, tmp_path / "template.xlsx", tmp_path / "missing" / "out.xlsx")


# -- the template that is shipped --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_shipped_template_takes_every_example(name: str, tmp_path: Path) -> None:
    journey = load(shipped.find("examples", f"{name}.journey"))
    assert fill_template(journey, shipped.find("examples", "template.xlsx"), tmp_path / "out.xlsx") == []
    workbook = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert "{{" not in "".join(str(cell.value) for sheet in workbook.worksheets[:3] for row in sheet for cell in row)
    assert [cell.value for cell in workbook["Map"][7]][1:-1] == [
        f"{number}. {stage.title}" for number, stage in enumerate(journey.stages, 1)]
    assert workbook["Touch points"].max_row == 4 + journey.count(Touchpoint)
    assert workbook["Placeholders"].sheet_state == "hidden"
    assert [found.stages for found in find_maps(tmp_path / "out.xlsx")][0]


def test_the_shipped_template_lists_every_placeholder() -> None:
    sheet = openpyxl.load_workbook(shipped.find("examples", "template.xlsx"))["Placeholders"]
    listed = {str(cell.value).strip("{}") for cell in sheet["A"] if str(cell.value).startswith("{{")}
    assert listed == {"title", "organisation", "vision", "context", "date", "stages", "lane:NAME", *LINE_NAMES}
