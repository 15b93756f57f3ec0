"""The latest values of metrics: a column that Excel reckons beside the metrics' data, coloured where off target."""

from __future__ import annotations

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from ...analysis import metrics
from ...model import Journey, Metric
from ...model.vocabulary import label
from .columns import FIRST_ROW, HEADER_ROW, columns_of, rows_of, table_name
from .data_sheets import DataPlaces, add_table, places_of, unique
from .pen import HEADER, NUMBER, Pen, set_width

_WIDTH = 13
_ROOM_BELOW = 1000
"""How many rows below the last one are coloured as well."""

Results = dict[str, float]
"""What formulas come to, by cell."""


def add_latest(sheet: Worksheet, journey: Journey, pen: Pen) -> tuple[DataPlaces, Results]:
    """Add the column of latest values to the metrics' table; return where the fields are now, and what it says."""
    language = journey.info.language
    left, _top, right, bottom = range_boundaries(sheet.tables[table_name(Metric.type)].ref)
    place = right + 1
    letter = get_column_letter(place)
    heads = [str(sheet.cell(HEADER_ROW, column).value) for column in range(left, place)]
    head = unique([*heads, label("latest", language)])[-1]
    pen.text(sheet, HEADER_ROW, place, head, HEADER)
    set_width(sheet, place, _WIDTH)
    sheet.print_area = f"A1:{letter}{bottom}"
    places = places_of(Metric, language)
    formula = _formula(next(column.header(language) for column in columns_of(Metric) if column.name == "observations"))
    results: Results = {}
    for row, metric in enumerate(rows_of(journey, Metric), FIRST_ROW):
        assert isinstance(metric, Metric)
        latest = metrics.latest(metric)
        pen.number(sheet, row, place, latest, NUMBER)
        sheet.cell(row, place).value = f"={formula}"
        if latest is not None:
            results[f"{letter}{row}"] = latest
    table = add_table(sheet, Metric.type, [*heads, head], bottom)
    table.formulas[head] = formula
    found = DataPlaces(places.sheet, {**places.columns, "latest": letter})
    _colour(sheet, found, language, bottom + _ROOM_BELOW, pen)
    return found, results


def _formula(head: str) -> str:
    """Return the formula of what stands after the last colon of the observations: `2024-05-01: 48`, a line each."""
    cell = f"{table_name(Metric.type)}[[#This Row],[{head}]]"
    last = f'FIND("|",SUBSTITUTE({cell},":","|",LEN({cell})-LEN(SUBSTITUTE({cell},":",""))))'
    return f'IFERROR(_xlfn.NUMBERVALUE(TRIM(MID({cell},{last}+1,99)),"."),"")'


def _colour(sheet: Worksheet, places: DataPlaces, language: str, last: int, pen: Pen) -> None:
    """Colour the latest values by whether they are on target, where there is a target and a direction."""
    latest, target, better = (f"${places.columns[field]}{FIRST_ROW}" for field in ("latest", "target", "direction"))
    known = f"ISNUMBER({latest}),ISNUMBER({target})"
    up, down = (f'{better}="{label(word, language)}"' for word in ("up", "down"))
    area = f"{places.columns['latest']}{FIRST_ROW}:{places.columns['latest']}{last}"
    for signs, color in ((("<", ">"), pen.style.off_target), ((">=", "<="), pen.style.on_target)):
        rule = f"AND({known},OR(AND({up},{latest}{signs[0]}{target}),AND({down},{latest}{signs[1]}{target})))"
        fill = PatternFill(bgColor=f"FF{color}", fill_type="solid")
        sheet.conditional_formatting.add(area, FormulaRule(formula=[rule], fill=fill))
