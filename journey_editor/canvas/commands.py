"""What menus, keys and clicks ask of the canvas, each one undo step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont

from journey_editor.model import (
    Cell, Challenge, Change, Flow, Journey, JourneyError, JourneyInfo, Lane, Metric, Note, Opportunity, Record,
    Sentence, Stage, Touchpoint, new_id)
from journey_editor.model import operations as ops
from journey_editor.model.records import text_of

from .editor import InPlaceEditor

if TYPE_CHECKING:
    from journey_editor.drawing.text import Style

    from .view import CanvasView

_BAND_ADDS: dict[str, Callable[..., Change]] = {
    "challenges": ops.add_challenge, "metrics": ops.add_metric, "opportunities": ops.add_opportunity}
_HOLDERS: tuple[type[Touchpoint | Stage], ...] = (Touchpoint, Stage)


def selected(view: CanvasView) -> list[Record]:
    """Return the selected records that are still there, in the order in which they are drawn."""
    journey = view.document.journey
    found = [journey[id_] for id_ in view.selection.ids if id_ in journey]
    return sorted(found, key=lambda record: (_place(journey, record), record.id))


def _place(journey: Journey, record: Record) -> tuple[float, ...]:
    parent = record.parent
    above = _place(journey, journey[parent]) if parent and parent in journey else ()
    return (*above, record.order)


def holder(view: CanvasView) -> Touchpoint | Stage | None:
    """Return the touchpoint or stage that the selection is, or hangs on, or stands in."""
    found = (view.document.journey.holder(record, *_HOLDERS) for record in selected(view))
    return next((record for record in found if record is not None), None)


def _track_only(view: CanvasView) -> None:
    view.refused.emit(Sentence("canvas", "Only one track is shown: select a touch point and press Tab to add another "
                                         "one that the track leads to."))


# -- adding ------------------------------------------------------------------------------------------------------------


def add_stage(view: CanvasView, index: int | None = None) -> None:
    """Add a stage after the selected one, at the end by default."""
    journey = view.document.journey
    at = holder(view)
    if index is None and at is not None:
        index = [one.id for one in journey.stages].index(at.stage if isinstance(at, Touchpoint) else at.id) + 1
    change = ops.add_stage(journey, "", index)
    new = next(record for record in change.added if isinstance(record, Stage))
    view.add_and_edit(view.tr("Add stage"), change, new.id)


def add_touchpoint(view: CanvasView, *, connected: bool = False) -> None:
    """Add a touchpoint after the selected one, or at the end of the selected (else the last) stage."""
    journey = view.document.journey
    before = holder(view)
    if before is None:
        if not journey.stages:
            view.refused.emit(Sentence("canvas", "Add a stage first: everything else belongs to a stage."))
            return
        before = journey.stages[-1]
    if view.tracks and not (connected and isinstance(before, Touchpoint)):
        _track_only(view)
        return
    if isinstance(before, Touchpoint):
        row = [one.id for one in journey.children(before.stage, Touchpoint)]
        change = ops.add_touchpoint(journey, before.stage, "", row.index(before.id) + 1)
    else:
        change = ops.add_touchpoint(journey, before.id, "")
    new = change.added[0]
    name = view.tr("Add touch point")
    if connected and isinstance(before, Touchpoint):
        change = change.then(Change.adding([Flow(source=before.id, target=new.id, tracks=view.tracks)]))
        name = view.tr("Add connected touch point")
    view.add_and_edit(name, change, new.id)


def add_attached(view: CanvasView, add: Callable[..., Change], name: str) -> None:
    """Add a challenge, metric or opportunity about what is selected."""
    about = holder(view)
    if about is None:
        view.refused.emit(Sentence("canvas", "Select the stage or touch point that this belongs to."))
        return
    change = add(view.document.journey, about.id, "")
    view.add_and_edit(name, change, change.added[0].id)


def add_note(view: CanvasView) -> None:
    """Add a note about what is selected; a free one where nothing is."""
    records = selected(view)
    can_have_notes = (Stage, Touchpoint, Challenge, Metric, Opportunity)
    about = records[0].id if records and isinstance(records[0], can_have_notes) else None
    change = ops.add_note(view.document.journey, "", about)
    view.add_and_edit(view.tr("Add note"), change, change.added[0].id)


def add_sibling(view: CanvasView) -> None:
    """Add another of what is selected, right after it."""
    records = selected(view)
    if len(records) != 1:
        return
    record, journey = records[0], view.document.journey
    if isinstance(record, Stage):
        add_stage(view)
    elif isinstance(record, Touchpoint):
        add_touchpoint(view)
    elif isinstance(record, (Challenge, Metric, Opportunity, Cell, Note)):
        row = [one.id for one in ops.siblings(journey, record)]
        fresh = record.sibling()
        change = ops.add(journey, fresh, row.index(record.id) + 1)
        view.add_and_edit(view.tr("Add"), change, fresh.id)


def double_clicked(view: CanvasView, at: QPointF) -> None:
    """Rename what is there; on empty ground add what belongs there: a stage, a card in a column, an entry in a row."""
    journey = view.document.journey
    if view.blank:
        add_stage(view)
        return
    picture = view.picture
    hit = picture.hit(at.x(), at.y(), 5 / view.zoom)
    if hit is None:
        if picture.in_columns and at.x() > picture.stage_boxes[-1, 0] and 0 <= at.y() <= picture.bottom:
            add_stage(view, len(journey.stages))
    elif hit.kind != "column":
        view.selection.set([hit.id] if hit.kind != "title" else [])
        view.edit(hit.id)
    elif hit.band:
        _add_to_row(view, hit.band, hit.id)
    elif view.tracks:
        _track_only(view)
    else:
        change = ops.add_touchpoint(journey, hit.id, "", view.index_in_stage(hit.id, at))
        view.add_and_edit(view.tr("Add touch point"), change, change.added[0].id)


def _add_to_row(view: CanvasView, band: str, stage: str) -> None:
    """Add an entry to a row under the stages, if it is one that takes entries."""
    journey = view.document.journey
    if band in _BAND_ADDS:
        change = _BAND_ADDS[band](journey, stage, "")
    elif isinstance(journey.get(band), Lane):
        change = ops.add_cell(journey, band, stage, "")
    else:
        return
    view.add_and_edit(view.tr("Add"), change, change.added[0].id)


def duplicate_selected(view: CanvasView) -> None:
    """Add a copy of each selected card (with what is attached to it) or attached record, right after it."""
    journey = view.document.journey
    change = Change()
    copies: list[str] = []
    after = journey.copy()
    for record in selected(view):
        if not isinstance(record, (Touchpoint, Challenge, Metric, Opportunity, Cell, Note)):
            continue
        duplicate: Record = replace(record, id=new_id())
        if isinstance(duplicate, (Touchpoint, Note)):
            duplicate = replace(duplicate, position=None)
        row = [one.id for one in ops.siblings(after, record)]
        step = ops.add(after, duplicate, row.index(record.id) + 1)
        if isinstance(record, Touchpoint):
            attached = (one for cls in ops.ATTACHED for one in journey.children(record.id, cls))
            step = step.then(Change.adding(one.replace(id=new_id(), about=duplicate.id) for one in attached))
        after.apply(step)
        change = change.then(step)
        copies.append(duplicate.id)
    if view.do(view.tr("Duplicate"), change):
        view.selection.set(copies)


# -- changing ----------------------------------------------------------------------------------------------------------


def connect_selected(view: CanvasView) -> None:
    """Connect the selected cards (or stages) one after the other."""
    journey = view.document.journey
    chain = [record.id for record in selected(view) if isinstance(record, (Touchpoint, Stage))]
    if len(chain) < 2:
        view.refused.emit(Sentence("canvas", "Select two or more touch points to connect them."))
        return
    change = Change()
    for source, target in zip(chain, chain[1:], strict=False):
        change = change.then(ops.connect(journey, source, target))
    view.do(view.tr("Connect"), change)


def delete_selected(view: CanvasView) -> None:
    """Delete what is selected, with all that cannot be without it, and select a neighbour."""
    journey = view.document.journey
    records = selected(view)
    if not records:
        return
    row = [one.id for one in ops.siblings(journey, records[0])] if records[0].ordered else []
    try:
        change = ops.delete(journey, [record.id for record in records])
    except JourneyError as error:
        view.refused.emit(error.sentence)
        return
    if view.do(view.tr("Delete %n item(s)", "", len(records)), change):
        at = row.index(records[0].id) if row else 0
        left = [id_ for id_ in (*row[at:], *reversed(row[:at])) if id_ in journey]
        view.selection.set(left[:1])


def unpin_selected(view: CanvasView) -> None:
    """Let the selected cards be arranged again."""
    pinned = {record.id: None for record in selected(view) if isinstance(record, Touchpoint)}
    view.do(view.tr("Unpin"), ops.pin(view.document.journey, pinned))


def arrange(view: CanvasView) -> None:
    """Order the cards of each stage from the flows."""
    change = view.picture.ordering_change()
    if change.edits:
        view.do(view.tr("Arrange"), change)
    else:
        view.refused.emit(Sentence("canvas", "The map is already arranged."))


def shift_selected(view: CanvasView, across: int, down: int) -> None:
    """Move the selected card or entry one place up or down, or a card or stage one stage to the side."""
    records = selected(view)
    journey = view.document.journey
    if len(records) != 1 or not records[0].ordered:
        return
    record = records[0]
    row = [one.id for one in ops.siblings(journey, record)]
    at = row.index(record.id)
    if isinstance(record, Stage):
        change = ops.move(journey, [record.id], None, max(0, at + across)) if across else Change()
    elif down:
        change = ops.move(journey, [record.id], record.parent, max(0, at + down))
    elif isinstance(record, Touchpoint):
        stages = [one.id for one in journey.stages]
        to = stages.index(record.stage) + across
        change = ops.move(journey, [record.id], stages[to], at) if 0 <= to < len(stages) else Change()
    else:
        return
    view.do(view.tr("Move"), change)
    view.reveal(record.id)


# -- typing ------------------------------------------------------------------------------------------------------------


def open_editor(view: CanvasView, id_: str, *, new: bool, typed: str | None) -> None:
    """Lay the in-place editor over a record's text."""
    from journey_editor.drawing import text

    view._end_editor()
    record, box = view.document.journey.get(id_), view.picture.rect(id_)
    if record is None or box.isNull():
        return
    if view.zoom < 0.6:
        view.set_zoom(0.9, view.from_map(box.center()))
    view.show_box(box)
    area, style = _text_area(view, record, box)
    font = QFont(text.font(style))
    font.setPixelSize(max(8, round(style.size * view.zoom)))
    pixels = view.rect_from_map(area)
    editor = InPlaceEditor(view.viewport(), QRect(pixels), text_of(record) if typed is None else typed, font, view.look)
    if typed is not None:
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)
    view.editor = editor
    editor.committed.connect(lambda content, key: _committed(view, id_, content, key, new))
    editor.cancelled.connect(lambda: _cancelled(view, new))


def _text_area(view: CanvasView, record: Record, box: QRectF) -> tuple[QRectF, Style]:
    """Return where in a record's box its text stands (map units), and in what style."""
    from journey_editor.drawing import text
    from journey_editor.drawing.blocks import CARD_WIDTH

    if isinstance(record, Touchpoint):
        part = view.picture.blocks[record.id].parts[0]
        return QRectF(box.x() + part.x, box.y() + part.y, CARD_WIDTH - 2 * part.x, part.height), text.TITLE
    if isinstance(record, Stage):
        return box.adjusted(40, 12, -20, -12), text.HEADER
    if isinstance(record, Flow):
        return QRectF(box.center().x() - 70, box.center().y() - 10, 140, 20), text.BODY
    if isinstance(record, JourneyInfo):
        return QRectF(box.x(), box.y(), min(box.width(), 640), box.height()), text.MAP_TITLE
    return box, text.BODY


def _committed(view: CanvasView, id_: str, content: str, key: int, new: bool) -> None:
    view.editor = None
    if key:
        view.setFocus()
    record = view.document.journey.get(id_)
    if record is None:
        return
    if new and not content:
        view.document.retract()
        return
    try:
        change = ops.rename(view.document.journey, id_, content)
        if new:
            view.document.amend(change)
        else:
            view.document.execute(view.tr("Rename"), change)
    except JourneyError as error:
        view.refused.emit(error.sentence)
    if key == Qt.Key.Key_Tab and isinstance(record, Touchpoint):
        add_touchpoint(view, connected=True)


def _cancelled(view: CanvasView, new: bool) -> None:
    view.editor = None
    view.setFocus()
    if new:
        view.document.retract()
