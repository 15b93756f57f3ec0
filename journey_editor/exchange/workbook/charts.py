"""Excel's own charts of a journey, which read their numbers from the data sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
from openpyxl.utils import get_column_letter, quote_sheetname

from ...model import Journey, Metric, Record, Touchpoint
from ...model.vocabulary import label
from ...spreadsheet.grid import runs
from ...spreadsheet.texts import Remarks
from .columns import FIRST_ROW, HEADER_ROW, sheet_name
from .data_sheets import field_places
from .map_sheet import shown_title
from .sheet_kind import Export
from .sheet_writer import SheetWriter
from .workbook_styles import A4, LABEL

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

    def of(self, size: float, turned: float | None = None) -> RichText:
        """Return the format of axes and legends."""
        look = self._characters(size)
        rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
        if turned is not None:
            rich.bodyPr.rot, rich.bodyPr.vert = round(turned * 60_000), "horz"
        return rich

    def title(self, text: str) -> Title:
        """Return a chart's title."""
        look = self._characters(14, True)
        rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look),
                                     r=[RegularTextRun(rPr=look, t=Remarks().tidy(text))])])
        title = Title(overlay=False)
        title.tx.rich = rich
        return title

    def _characters(self, size: float, bold: bool = False) -> CharacterProperties:
        fill = GraphicalProperties(solidFill=_INK).solidFill
        return CharacterProperties(sz=round(size * 100), b=bold, solidFill=fill, latin=Font(typeface=self.font),
                                   ea=Font(typeface=self.font))


def add_charts(export: Export, sheet: SheetWriter, groups: Sequence[tuple[str, list[int]]], has_curve: bool) -> None:
    """Put the charts onto their sheet: the emotion curve, and bars for groups of metrics, given by unit and rows."""
    text, style = _Text(export.writer.faces[LABEL].name), export.writer.style
    charts: list[Any] = [_curve(export.journey, text, style.series[1])] if has_curve else []
    charts += _bars(export.language, groups, text, style.series)
    layout = sheet.worksheet.sheet_format
    layout.defaultRowHeight, layout.customHeight = _ROW_HEIGHT, True
    row = 0
    for chart in charts:
        last = row + round(chart.height / _CM_PER_ROW)
        # Bound to cells at both ends, the charts fill the page however wide a program makes its columns.
        chart.anchor = TwoCellAnchor(_from=AnchorMarker(col=0, row=row), to=AnchorMarker(col=_COLUMNS, row=last))
        sheet.worksheet.add_chart(chart)
        row = last + 1
    _set_up(sheet, row, shown_title(export.journey, export.writer))


def _set_up(sheet: SheetWriter, rows: int, title: str) -> None:
    """Let the sheet's cells, which are empty, take the charts' room, on one page if they are not too many for it."""
    sheet.set_up_page(LABEL, f"{title} · {sheet.name}")
    page = replace(sheet.workbook.style.page, orientation="landscape")
    if rows * _PIXELS_PER_ROW > page.room[1]:
        page = replace(page, orientation="portrait")
    width, height = page.room
    for column in range(1, _COLUMNS + 1):
        sheet.width(column, round(width / _COLUMNS / 7, 2))
    setup = sheet.worksheet.page_setup
    setup.orientation, setup.paperSize = page.orientation, page.paper or A4
    setup.fitToHeight = int(rows * _PIXELS_PER_ROW * _LEAST_SCALE <= height)
    sheet.worksheet.print_area = f"A1:{get_column_letter(_COLUMNS)}{rows}"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a record type's fields stand in the data sheets, as references for charts."""

    cls: type[Record]
    language: str

    def cells(self, field: str, rows: Iterable[int]) -> str:
        """Return the cells of a field in some rows; rows that follow one another make one range."""
        ranges = []
        for run in runs(rows):
            first = self._cell(field, run[0])
            ranges.append(f"{first}:{self._cell(field, run[-1]).rpartition('!')[2]}" if len(run) > 1 else first)
        return ranges[0] if len(ranges) == 1 else f"({','.join(ranges)})"

    def head(self, field: str) -> str:
        """Return the cell of a field's header."""
        return self._cell(field, HEADER_ROW)

    def _cell(self, field: str, row: int) -> str:
        letter = get_column_letter(field_places(self.cls)[field])
        return f"{quote_sheetname(sheet_name(self.cls.type, self.language))}!${letter}${row}"


# -- the emotion curve -------------------------------------------------------------------------------------------------


def _curve(journey: Journey, text: _Text, colour: str) -> LineChart:
    language, places = journey.info.language, _Places(Touchpoint, journey.info.language)
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


def _bars(language: str, groups: Sequence[tuple[str, list[int]]], text: _Text,
          colours: Sequence[str]) -> list[BarChart]:
    """Return a chart for each unit, with rows of the metrics' sheet, and further ones where one is full."""
    title = label("metrics_against_targets", language)
    return [_bar(f"{title} ({unit})" if unit else title, rows[start:start + _MOST_BARS], text, colours,
                 _Places(Metric, language))
            for unit, rows in groups for start in range(0, len(rows), _MOST_BARS)]


def _bar(title: str, rows: list[int], text: _Text, colours: Sequence[str], places: _Places) -> BarChart:
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
    chart.legend.position = "b"
    chart.legend.txPr = text.of(9)
    return chart


def _series(places: _Places, field: str, rows: Sequence[int]) -> Series:
    """Return a series of a field's cells, called as its header, over the records' titles."""
    series = Series(Reference(range_string=f"{quote_sheetname(sheet_name(places.cls.type, places.language))}!$A$1"))
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
