"""Excel's own charts of a journey on a sheet of their own: they read their numbers from the data sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import column_index_from_string, get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from ...model import Journey, Metric, Touchpoint
from ...model.vocabulary import label
from .columns import FIRST_ROW, rows_of, sheet_name
from .styles import A4
from ...spreadsheet.texts import Remarks
from .data_sheets import DataPlaces, places_of
from .metric_figures import Results, add_latest
from .pen import LABEL, Pen, colour_emotions, set_up_page, set_width
from .pictures import room_of_page

_CURVE_HEIGHT = 9.0
_BAR_HEIGHT, _BARS_BESIDE = 1.1, 3.4
"""The height of a metric's bars, and of what stands above and below them, in centimetres."""

_MOST_BARS = 14
"""How many metrics share a chart, so that one fits on a page."""

_ROW_HEIGHT = 15.0
_CM_PER_ROW = _ROW_HEIGHT * 2.54 / 72
_PIXELS_PER_ROW = _ROW_HEIGHT * 96 / 72
_LEAST_SCALE = 0.6
"""How much smaller the charts are printed, at most, to stand on one page."""

_COLUMNS = 12
_GREY, _INK = "C9D1DC", "3A4552"
_MANY_POINTS = 80
"""From how many touchpoints on the curve is a thin line without marks, which would cover one another."""

_FEW_POINTS = 9
"""Up to how many touchpoints their titles stand level below the curve."""


@dataclass(frozen=True, slots=True)
class _Text:
    """How a chart's texts are written."""

    font: str

    def of(self, size: float, bold: bool = False, turned: float | None = None) -> RichText:
        """Return the format of axes and legends."""
        look = self.characters(size, bold)
        rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
        if turned is not None:
            rich.bodyPr.rot, rich.bodyPr.vert = round(turned * 60_000), "horz"
        return rich

    def title(self, text: str) -> Title:
        """Return a chart's title."""
        rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=self.characters(14, True)),
                                     r=[RegularTextRun(rPr=self.characters(14, True), t=Remarks().tidy(text))])])
        title = Title(overlay=False)
        title.tx.rich = rich  # type: ignore[union-attr]
        return title

    def characters(self, size: float, bold: bool = False) -> CharacterProperties:
        """Return a font."""
        fill = GraphicalProperties(solidFill=_INK).solidFill
        return CharacterProperties(sz=round(size * 100), b=bold, solidFill=fill, latin=Font(typeface=self.font),
                                   ea=Font(typeface=self.font))


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


def add_charts(workbook: Workbook, journey: Journey, pen: Pen, index: int, metrics: DataPlaces) -> Worksheet | None:
    """Add the sheet of charts at a place among the sheets; return it, or None if there is nothing to draw.

    `metrics` must know the column of the latest values too, as `latest`.
    """
    language = journey.info.language
    text = _Text(pen.faces[LABEL].name)
    charts: list[Any] = []
    if any(one.emotion is not None for one in journey.all(Touchpoint)):
        charts.append(_curve(journey, text, pen.style.series[1]))
    charts += _bars(journey, text, pen.style.series, metrics)
    if not charts:
        return None
    sheet = workbook.create_sheet(label("charts", language), index)
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = _ROW_HEIGHT, True
    row = 0
    for chart in charts:
        last = row + round(chart.height / _CM_PER_ROW)
        # Bound to cells at both ends, the charts fill the page however wide a program makes its columns.
        chart.anchor = TwoCellAnchor(_from=AnchorMarker(col=0, row=row), to=AnchorMarker(col=_COLUMNS, row=last))
        sheet.add_chart(chart)
        row = last + 1
    _set_up(sheet, row, journey, pen)
    return sheet


def _set_up(sheet: Worksheet, rows: int, journey: Journey, pen: Pen) -> None:
    """Let the sheet's cells, which are empty, take the charts' room, on one page if they are not too many for it."""
    title = pen.remarks.tidy(journey.info.title) or label("journey", journey.info.language)
    set_up_page(sheet, pen.faces[LABEL], f"{title} · {sheet.title}", pen.style)
    page = replace(pen.style.page, orientation="landscape")
    if rows * _PIXELS_PER_ROW > room_of_page(page)[1]:
        page = replace(page, orientation="portrait")
    width, height = room_of_page(page)
    for column in range(1, _COLUMNS + 1):
        set_width(sheet, column, round(width / _COLUMNS / 7, 2))
    sheet.page_setup.orientation = page.orientation
    sheet.page_setup.paperSize = page.paper or A4
    sheet.page_setup.fitToHeight = int(rows * _PIXELS_PER_ROW * _LEAST_SCALE <= height)
    sheet.print_area = f"A1:{get_column_letter(_COLUMNS)}{rows}"


# -- the emotion curve -------------------------------------------------------------------------------------------------


def _curve(journey: Journey, text: _Text, colour: str) -> LineChart:
    language, places = journey.info.language, places_of(Touchpoint, journey.info.language)
    count = journey.count(Touchpoint)
    rows = range(FIRST_ROW, FIRST_ROW + count)
    chart = LineChart()
    chart.title = text.title(label("emotion_curve", language))
    chart.height = _CURVE_HEIGHT
    series = _series(places, "emotion", rows)
    dense = count > _MANY_POINTS
    series.smooth = not dense
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(w=9_525 if dense else 28_575, solidFill=colour,
                                                                       cap="rnd"))
    series.marker.symbol, series.marker.size = ("none", None) if dense else ("circle", 7)
    series.marker.graphicalProperties = GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill="FFFFFF"))
    chart.series.append(series)
    chart.dispBlanksAs = "gap"
    chart.legend = None
    _axes(chart, text)
    scale = chart.y_axis
    scale.scaling.min, scale.scaling.max, scale.majorUnit = -2, 2, 1
    scale.number_format = "+0;−0;0"
    chart.x_axis.txPr = text.of(9, turned=0 if count <= _FEW_POINTS else -45)
    return chart


# -- metrics against targets -------------------------------------------------------------------------------------------


def _bars(journey: Journey, text: _Text, colours: Sequence[str], places: DataPlaces) -> list[BarChart]:
    """Return a chart for each unit, since different units share no axis, and further ones where one is full."""
    rows: dict[str, list[int]] = {}
    for row, metric in enumerate(rows_of(journey, Metric), FIRST_ROW):
        assert isinstance(metric, Metric)
        if metric.baseline is not None or metric.target is not None or metric.observations:
            rows.setdefault(metric.unit.strip(), []).append(row)
    title = label("metrics_against_targets", journey.info.language)
    parts = [(unit, own[start:start + _MOST_BARS])
             for unit, own in rows.items() for start in range(0, len(own), _MOST_BARS)]
    return [_bar(f"{title} ({unit})" if unit else title, own, text, colours, places) for unit, own in parts]


def _bar(title: str, rows: list[int], text: _Text, colours: Sequence[str], places: DataPlaces) -> BarChart:
    chart = BarChart()
    chart.type, chart.grouping = "bar", "clustered"
    chart.title = text.title(title)
    chart.height = _BARS_BESIDE + _BAR_HEIGHT * len(rows)
    chart.gapWidth, chart.overlap = 60, -5
    for field, colour in zip(("baseline", "latest", "target"), colours):
        series = _series(places, field, rows)
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.invertIfNegative = False
        chart.series.append(series)
    _axes(chart, text)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.txPr = text.of(9)
    # With the first metric on top, the axis of values would be there too.
    chart.y_axis.crosses, chart.y_axis.tickLblPos = "max", "nextTo"
    chart.y_axis.number_format = "General"
    chart.legend.position = "b"  # type: ignore[union-attr]
    chart.legend.txPr = text.of(9)  # type: ignore[union-attr]
    return chart


def _series(places: DataPlaces, field: str, rows: Sequence[int]) -> Series:
    """Return a series of a field's cells, called as its header, over the records' titles."""
    series = Series(Reference(range_string=f"{quote_sheetname(places.sheet)}!$A$1"))
    series.tx = SeriesLabel(strRef=StrRef(f=places.head(field)))
    series.val = NumDataSource(numRef=NumRef(f=places.cells(field, rows)))
    series.cat = AxDataSource(strRef=StrRef(f=places.cells("title", rows)))
    return series


def _axes(chart: LineChart | BarChart, text: _Text) -> None:
    line = GraphicalProperties(ln=LineProperties(solidFill=_GREY))
    for axis in (chart.x_axis, chart.y_axis):
        # Axes are hidden unless told otherwise.
        axis.delete = False
        axis.graphicalProperties = line
        axis.txPr = text.of(9)
        axis.tickLblPos = "low"
    chart.y_axis.majorGridlines.spPr = line
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.layout = None if isinstance(chart, LineChart) else Layout(ManualLayout(
        xMode="edge", yMode="edge", x=0.3, y=1.3 / chart.height, w=0.66, h=1 - 3.1 / chart.height))
