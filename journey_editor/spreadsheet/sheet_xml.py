"""The XML of a sheet around its rows, and of tables: what openpyxl would write, without a tree made of it first.

An element for each of many settings, nearly all of them at their defaults, takes it as long as all else in a small
workbook. The order of the elements is that of the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string
from openpyxl.utils.escape import escape
from openpyxl.worksheet.worksheet import Worksheet

from .package import PACKAGE, RELATIONS
from .sheet_parts import RUNNING

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_IN_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;",
                               "\t": "&#9;"})


@dataclass(slots=True)
class SheetTable:
    """A table on a sheet: its name within the workbook, its cells, its headers, and the formulas of its columns."""

    name: str
    ref: str
    columns: list[str]
    formulas: dict[str, str] = field(default_factory=dict)
    """The formula of each computed column by its header."""

    mime_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
    path: str = ""
    """Where it is in the file."""


def escaped(text: str) -> str:
    """Return a text as it may stand in an element."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def sheet_head(sheet: Worksheet, style_of: Callable[[Any], str]) -> str:
    """Return what stands before a sheet's rows; `style_of` returns the attribute that gives a column its style."""
    properties = sheet.sheet_properties
    views = "".join(
        _element("sheetView", view, (_element("pane", view.pane) if view.pane else "")
                 + "".join(_element("selection", place) for place in view.selection))
        for view in sheet.views.sheetView)
    return "".join((
        f'<worksheet xmlns="{MAIN}"><sheetPr>', _element("outlinePr", properties.outlinePr),
        _element("pageSetUpPr", properties.pageSetUpPr), f'</sheetPr><dimension ref="{sheet.calculate_dimension()}"/>',
        f"<sheetViews>{views}</sheetViews>", _element("sheetFormatPr", sheet.sheet_format), _columns(sheet, style_of)))


def _columns(sheet: Worksheet, style_of: Callable[[Any], str]) -> str:
    columns = sorted((column_index_from_string(letters), column)
                     for letters, column in sheet.column_dimensions.items())
    texts = []
    for place, column in columns:
        style, hidden = style_of(column).replace(" s=", " style="), ' hidden="1"' * column.hidden
        texts.append(f'<col min="{place}" max="{place}" width="{column.width:.16g}" customWidth="1"{style}{hidden}/>')
    return f'<cols>{"".join(texts)}</cols>' if texts else ""


def sheet_tail(sheet: Worksheet, drawing: str, tables: Iterable[str]) -> str:
    """Return what stands after a sheet's rows, given the ids of what its drawing and its tables are linked by."""
    filtered = f'<autoFilter ref="{sheet.auto_filter.ref}"/>' if sheet.auto_filter.ref else ""
    parts = [f'<tablePart r:id="{table}"/>' for table in tables]
    return "".join((
        filtered, _merged(sheet), _coloured(sheet), _validations(sheet),
        _element("printOptions", sheet.print_options) if sheet.print_options else "",
        _element("pageMargins", sheet.page_margins),
        _element("pageSetup", sheet.page_setup) if sheet.page_setup else "", _running(sheet),
        f'<drawing xmlns:r="{RELATIONS}" r:id="{drawing}"/>' if drawing else "",
        f'<tableParts xmlns:r="{RELATIONS}" count="{len(parts)}">{"".join(parts)}</tableParts>' if parts else "",
        "</worksheet>"))


def _merged(sheet: Worksheet) -> str:
    cells = [f'<mergeCell ref="{area.coord}"/>' for area in sheet.merged_cells.ranges]
    return f'<mergeCells count="{len(cells)}">{"".join(cells)}</mergeCells>' if cells else ""


def _coloured(sheet: Worksheet) -> str:
    """Return the conditional formats, whose looks are entered among the workbook's."""
    found = []
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            if rule.dxf and rule.dxf != DifferentialStyle():
                rule.dxfId = sheet.parent._differential_styles.add(rule.dxf)
        found.append(ElementTree.tostring(area.to_tree(), encoding="unicode"))
    return "".join(found)


def _validations(sheet: Worksheet) -> str:
    rules = sheet.data_validations.dataValidation
    texts = [_element("dataValidation", rule, f"<formula1>{escaped(rule.formula1)}</formula1>") for rule in rules]
    return f'<dataValidations count="{len(texts)}">{"".join(texts)}</dataValidations>' if texts else ""


def _running(sheet: Worksheet) -> str:
    """Return the header and footer of the printed pages."""
    if not sheet.HeaderFooter:
        return ""
    lines = ((name, getattr(sheet.HeaderFooter, name)) for name in RUNNING)
    texts = [f"<{name}>{escaped(str(line))}</{name}>" for name, line in lines if line]
    return _element("headerFooter", sheet.HeaderFooter, "".join(texts))


def _element(tag: str, thing: Any, inside: str = "") -> str:
    """Return a description of openpyxl's as an element with all attributes that are set."""
    attributes = "".join(f' {name}="{_value(value)}"' for name in thing.__attrs__
                         if (value := getattr(thing, name)) is not None)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"


def _value(value: Any) -> str:
    return f"{value:.16g}" if isinstance(value, (int, float)) else str(value).translate(_IN_ATTRIBUTE)


def table_xml(table: SheetTable, number: int) -> str:
    """Return the part of a table, which has a number among the workbook's tables."""
    columns = []
    for place, header in enumerate(table.columns, 1):
        formula = table.formulas.get(header)
        inside = f">{_formula(formula)}</tableColumn>" if formula else "/>"
        columns.append(f'<tableColumn id="{place}" name="{_value(escape(header))}"{inside}')
    return (f'<table xmlns="{MAIN}" id="{number}" name="{table.name}" displayName="{table.name}" ref="{table.ref}" '
            f'headerRowCount="1"><autoFilter ref="{table.ref}"/><tableColumns count="{len(columns)}">'
            f'{"".join(columns)}</tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>')


def _formula(formula: str) -> str:
    return f"<calculatedColumnFormula>{escaped(formula)}</calculatedColumnFormula>"


def relations_xml(targets: Iterable[tuple[str, str]]) -> str:
    """Return the part that links a sheet to others, given as kinds and paths; their ids are rId1, rId2, and so on."""
    links = [f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{path}"/>'
             for number, (kind, path) in enumerate(targets, 1)]
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'


def content_types_xml(endings: Iterable[tuple[str, str]], parts: Iterable[tuple[str, str]]) -> str:
    """Return the part that tells the kinds of all parts: by the ends of their names, and of some by their paths."""
    usual = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings]
    known = [f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in parts]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(usual)}{"".join(known)}</Types>'
