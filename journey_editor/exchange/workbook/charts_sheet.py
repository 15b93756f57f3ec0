"""The sheet of Excel's own charts: the emotion curve, and metrics against their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...model import Journey, Metric, Touchpoint
from ...model.vocabulary import label
from .columns import FIRST_ROW, rows_of
from .sheet_kind import Export, SheetKind, no_text

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter

_CHARTS = "charts"


def _write(export: Export, sheet: SheetWriter, _progress: Progress) -> None:
    # Imported here, since openpyxl's charts take long to import and are not needed to read a workbook.
    from .charts import add_charts

    add_charts(export, sheet, _metrics_by_unit(export.journey), _has_emotions(export.journey))


def _has_emotions(journey: Journey) -> bool:
    return any(touchpoint.emotion is not None for touchpoint in journey.all(Touchpoint))


def _metrics_by_unit(journey: Journey) -> list[tuple[str, list[int]]]:
    """Return the rows, on their data sheet, of the metrics with figures; different units share no axis."""
    rows: dict[str, list[int]] = {}
    for row, metric in enumerate(rows_of(journey, Metric), FIRST_ROW):
        assert isinstance(metric, Metric)
        if metric.baseline is not None or metric.target is not None or metric.observations:
            rows.setdefault(metric.unit.strip(), []).append(row)
    return list(rows.items())


def _is_wanted(export: Export) -> bool:
    return _has_emotions(export.journey) or bool(_metrics_by_unit(export.journey))


CHARTS_SHEET = SheetKind(_CHARTS, lambda language: label(_CHARTS, language), _write, is_wanted=_is_wanted,
                         is_marked=True, drawings=frozenset({"graphicFrame"}), region=no_text)
