"""What is drawn and coloured from the data sheets: the charts, the metrics' latest values, the emotions."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import column_index_from_string

from ..model import Journey, Metric, Touchpoint
from .charts_sheet import add_charts, places_of
from .conditional import colour_emotions
from .data_columns import sheet_name
from .data_sheets import FIRST_ROW
from .metric_figures import Results, add_latest
from .sheet_styles import Pen


def add_charts_part(workbook: Workbook, journey: Journey, pen: Pen, index: int) -> dict[str, Results]:
    """Add the charts at a place among the sheets, and colours to the data sheets, which must be there.

    Return what the formulas come to, by sheet and cell.
    """
    language = journey.info.language
    touchpoints = places_of(Touchpoint, language)
    colour_emotions(workbook[touchpoints.sheet], column_index_from_string(touchpoints.columns["emotion"]), FIRST_ROW,
                    FIRST_ROW + journey.count(Touchpoint) - 1, pen.style)
    metrics = workbook[sheet_name(Metric.type, language)]
    places, results = add_latest(metrics, journey, pen)
    add_charts(workbook, journey, pen, index, places)
    return {metrics.title: results}
