"""Copying what is selected and pasting what is on the clipboard.

Three forms go to the clipboard: the records themselves, for this program; the table in HTML and as tab-separated text,
for all others. No picture goes with them: spreadsheets would take it in place of the cells. What other programs put
there is understood by `view.recognise`, and tables are written by `view.tabulate`: both are set by the window.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from journey_editor.model import Change, Flow, Journey, JourneyError, Sentence, Stage
from journey_editor.model import operations as ops
from journey_editor.model.excerpts import Excerpt, excerpt, paste, paste_titles
from journey_editor.model.raw import raw_of, record_of
from journey_editor.model.records import text_of

from . import commands

if TYPE_CHECKING:
    from .view import CanvasView

MIME = "application/x-journey-editor+json"
_VERSION = 1


class Pasted(Protocol):
    """What was recognised on the clipboard: whole maps, or else lines."""

    journeys: list[Journey]
    lines: list[str]


Recognise = Callable[[str, str], Pasted]
"""Tells what HTML and plain text of the clipboard are."""

Tabulate = Callable[[Journey | Sequence[str]], tuple[str, str]]
"""Returns a journey's table, or texts as a column, in HTML and as plain text."""


def copy(view: CanvasView) -> bool:
    """Put what is selected, or else the whole map, on the clipboard; return whether there was anything."""
    journey = view.document.journey
    part = excerpt(journey, view.selection.ids)
    if not part.chosen or len(journey) == 1:
        view.refused.emit(Sentence("canvas", "There is nothing here to copy."))
        return False
    data = QMimeData()
    data.setData(MIME, _packed(part))
    if view.tabulate is not None:
        html, text = view.tabulate(_shown(view, part))
        data.setHtml(html)
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    return True


def _shown(view: CanvasView, part: Excerpt) -> Journey | list[str]:
    """Return what other programs are given: the table of stages and of cards that bear something, or a list."""
    records = [record for record in commands.selected(view) if record.id in part.chosen]
    if part.whole or _bears_something(part) or any(isinstance(record, Stage) for record in records):
        return part.journey
    return [text_of(record) for record in records if not isinstance(record, Flow)]


def _bears_something(part: Excerpt) -> bool:
    """Return whether anything is about what was chosen."""
    return any(one.about in part.chosen for cls in ops.ATTACHED for one in part.journey.all(cls))


def cut(view: CanvasView) -> None:
    """Copy what is selected and delete it."""
    ids = [record.id for record in commands.selected(view)]
    if not ids or not copy(view):
        return
    try:
        change = ops.delete(view.document.journey, ids)
    except JourneyError as error:
        view.refused.emit(error.sentence)
        return
    view.do(view.tr("Cut"), change)


def paste_from(view: CanvasView) -> None:
    """Add what is on the clipboard after, or on, what is selected."""
    data = QGuiApplication.clipboard().mimeData()
    records = commands.selected(view)
    at = records[-1].id if records else None
    journey = view.document.journey
    try:
        change, ids = _change(view, journey, data, at)
    except JourneyError as error:
        view.refused.emit(error.sentence)
        return
    if not change:
        view.refused.emit(Sentence("canvas", "There is nothing on the clipboard that can be pasted here."))
    elif view.do(view.tr("Paste"), change):
        view.selection.set(ids)
        if ids:
            view.reveal(ids[0])


def _change(view: CanvasView, journey: Journey, data: QMimeData | None, at: str | None) -> tuple[Change, list[str]]:
    if data is None:
        return Change(), []
    part = _unpacked(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else None
    if part is not None:
        return paste(journey, part, at)
    maps, lines = _recognised(view, data.html() if data.hasHtml() else "", data.text() if data.hasText() else "")
    if maps:
        return _appended(journey, maps, at)
    return paste_titles(journey, lines, at) if lines else (Change(), [])


def _recognised(view: CanvasView, html: str, text: str) -> tuple[list[Journey], list[str]]:
    """Return the maps, or else the lines, that another program has put on the clipboard."""
    if view.recognise is None:
        return [], [line.strip() for line in text.splitlines() if line.strip()]
    found = view.recognise(html, text)
    return found.journeys, found.lines


def _appended(journey: Journey, maps: Sequence[Journey], at: str | None) -> tuple[Change, list[str]]:
    """Return the change that adds whole maps one after the other, and the ids of their stages."""
    after, change = journey.copy(), Change()
    ids: list[str] = []
    for one in maps:
        step, top = paste(after, excerpt(one), at)
        after.apply(step)
        change = change.then(step)
        stages = [id_ for id_ in top if isinstance(after[id_], Stage)]
        ids += stages
        at = stages[-1] if stages else at
    return change, ids


# -- the form for this program -----------------------------------------------------------------------------------------


def _packed(part: Excerpt) -> bytes:
    records = [raw_of(record) for record in part.journey]
    content = {"version": _VERSION, "chosen": sorted(part.chosen), "records": records}
    return json.dumps(content, ensure_ascii=False).encode()


def _unpacked(data: bytes) -> Excerpt | None:
    """Return what `_packed` was given; None if it comes from another version of the program, or is damaged."""
    try:
        content = json.loads(data)
        if content["version"] != _VERSION:
            return None
        journey = Journey(map(record_of, content["records"]))
        return Excerpt(journey, frozenset(id_ for id_ in content["chosen"] if id_ in journey))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, JourneyError):
        return None
