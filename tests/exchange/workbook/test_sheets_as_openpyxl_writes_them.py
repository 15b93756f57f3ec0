"""The XML that we write of sheets ourselves says what openpyxl's own would."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from journey_editor.spreadsheet.sheet_xml import SheetTable, relations_xml, sheet_head, sheet_tail, table_xml


def said(node: ElementTree.Element) -> Any:
    """What an element says, however it is spelt; headers and footers without text are nothing."""
    children = [said(child) for child in node if child.text or child.attrib or len(child)
                or not child.tag.endswith(("Header", "Footer"))]
    return node.tag, dict(node.attrib), node.text or "", children


def ours(sheet: Worksheet) -> Any:
    head, tail = sheet_head(sheet, lambda column: ""), sheet_tail(sheet, "", [])
    return said(ElementTree.fromstring(f"{head}<sheetData/>{tail}"))


def theirs(sheet: Worksheet) -> Any:
    writer = WorksheetWriter(sheet, BytesIO())
    writer.write()
    root = ElementTree.fromstring(writer.out.getvalue())
    rows = root.find("{*}sheetData")
    assert rows is not None
    rows.clear()
    return said(root)


def test_an_empty_sheet() -> None:
    sheet = openpyxl.Workbook().active
    assert ours(sheet) == theirs(sheet)


def test_a_sheet_with_all_that_ours_have() -> None:
    sheet = openpyxl.Workbook().active
    for row in range(1, 6):
        sheet.append([f"{row}", row, None])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["AB"].width = 22.5, 34
    sheet.column_dimensions["C"].width, sheet.column_dimensions["C"].hidden = 4, True
    sheet.freeze_panes = "C3"
    sheet.merge_cells("A1:B1")
    sheet.auto_filter.ref = "A2:B5"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = 0.35
    sheet.print_options.horizontalCentered = True
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 12.75, True
    sheet.oddHeader.left.text, sheet.oddHeader.left.font = "A < B && \"C\"", "Arial"
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = "&P / &N", 8
    rule = DataValidation(type="list", formula1='IF(1<2,"a,b")', allow_blank=True, prompt='Say "<yes>"\n& no')
    rule.errorStyle, rule.showErrorMessage = "warning", True
    rule.add("A3:A1000")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("B3:B5", FormulaRule(formula=["B3<$A$3"], fill=PatternFill(bgColor="FFAA0000")))
    assert ours(sheet) == theirs(sheet)


def test_a_table_and_its_links(tmp_path: Path) -> None:
    headers = ["ID", "A \"B\" <c> & d", "Two\nlines", "7"]
    book = openpyxl.Workbook()
    book.active.append(headers)
    book.active.append([1, 2, 3, 4])
    book.active.add_table(openpyxl.worksheet.table.Table(
        displayName="some", ref="A1:D2",
        tableStyleInfo=openpyxl.worksheet.table.TableStyleInfo(name="TableStyleLight1", showRowStripes=True)))
    book.save(tmp_path / "book.xlsx")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as archive:
        table, links = (said(ElementTree.fromstring(archive.read(name))) for name in (
            "xl/tables/table1.xml", "xl/worksheets/_rels/sheet1.xml.rels"))
    assert said(ElementTree.fromstring(table_xml(SheetTable("some", "A1:D2", headers), 1))) == table
    assert said(ElementTree.fromstring(relations_xml([("table", "/xl/tables/table1.xml")]))) == links
