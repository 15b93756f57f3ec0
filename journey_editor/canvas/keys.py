"""Working on the map from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from journey_editor.model import Record, Stage, Touchpoint

from . import commands

if TYPE_CHECKING:
    from journey_editor.drawing.picture import Picture

    from .view import CanvasView

Standard = QKeySequence.StandardKey
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


def takes_tab(view: CanvasView, event: QKeyEvent) -> bool:
    """Whether Tab adds a card here: only with one card or stage selected; otherwise it moves the focus."""
    return (event.key() == Qt.Key.Key_Tab and not event.modifiers() and len(view.selection.ids) == 1
            and isinstance(commands.selected(view)[0], (Touchpoint, Stage)))


def pressed(view: CanvasView, event: QKeyEvent) -> bool:
    """Do what a key asks for; return False if it asks for nothing here."""
    action = _action(view, event)
    if action is not None:
        action()
    elif event.key() not in _ARROWS and _is_typing(event) and len(view.selection.ids) == 1:
        view.edit(next(iter(view.selection.ids)), typed=event.text())
    else:
        return False
    return True


def _action(view: CanvasView, event: QKeyEvent) -> Callable[[], object] | None:
    """Return what a key asks for beside typing, or None."""
    for standard, act in ((Standard.Copy, view.copy_selected), (Standard.Cut, view.cut_selected),
                          (Standard.Paste, view.paste)):
        if event.matches(standard):
            return act
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    actions: dict[int, Callable[[], object]] = {Qt.Key.Key_F2: view.rename_selected,
                                                Qt.Key.Key_Escape: view.selection.clear}
    if not modifiers:
        add = partial(commands.add_sibling if view.selection.ids else commands.add_stage, view)
        actions |= {Qt.Key.Key_Return: add, Qt.Key.Key_Enter: add,
                    Qt.Key.Key_Tab: partial(commands.add_touchpoint, view, connected=True),
                    Qt.Key.Key_Delete: view.delete_selected, Qt.Key.Key_Backspace: view.delete_selected}
        actions |= {key: partial(walk, view, *step) for key, step in _ARROWS.items()}
    elif modifiers == Qt.KeyboardModifier.ControlModifier:
        actions |= {key: partial(commands.shift_selected, view, *step) for key, step in _ARROWS.items()}
    return actions.get(event.key())


def _is_typing(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
                                     | Qt.KeyboardModifier.MetaModifier)
    return plain and bool(event.text().strip()) and event.text().isprintable()


def walk(view: CanvasView, across: int, down: int) -> None:
    """Select the next thing in a direction: down a column (header, cards and entries, rows), or the next column."""
    if view.blank:
        return
    picture = view.picture
    if not picture.stage_ids and not picture.card_ids:
        return
    records = commands.selected(view)
    if not picture.in_columns:
        _walk_freely(view, records[0].id if records else None, across, down)
        return
    if not records:
        view.selection.set([picture.stage_ids[0]])
        view.reveal(picture.stage_ids[0])
        return
    here = _column_of(view, records[0])
    if here is None:
        view.selection.set([picture.stage_ids[0]])
        return
    stage, at = here
    columns = _column(view, stage)
    if down:
        to = min(max(at + down, 0), len(columns) - 1)
        chosen = columns[to]
    else:
        to = min(max(stage + across, 0), len(picture.stage_ids) - 1)
        if to == stage:
            return
        top = _top(picture, columns[at])
        chosen = min(_column(view, to), key=lambda id_: abs(_top(picture, id_) - top))
    view.selection.set([chosen])
    view.reveal(chosen)


def _walk_freely(view: CanvasView, start: str | None, across: int, down: int) -> None:
    """Select the card that is nearest in a direction, where cards stand in no columns."""
    picture = view.picture
    chosen: str | None = picture.card_ids[0] if picture.card_ids else None
    if start in picture.card_index:
        boxes = picture.card_boxes
        steps = boxes[:, :2] + boxes[:, 2:] / 2
        steps = steps - steps[picture.card_index[start]]
        ahead = steps[:, 0] * across + steps[:, 1] * down
        aside = abs(steps[:, 1] * across) + abs(steps[:, 0] * down)
        ahead[ahead <= 0] = float("inf")
        nearest = int((ahead + 2 * aside).argmin())
        chosen = picture.card_ids[nearest] if ahead[nearest] < float("inf") else None
    if chosen is not None:
        view.selection.set([chosen])
        view.reveal(chosen)


def _top(picture: Picture, id_: str) -> float:
    return picture.rect(id_).top()


def _column(view: CanvasView, stage: int) -> list[str]:
    """Return what stands in a column from top to bottom."""
    picture = view.picture
    found = [picture.stage_ids[stage]]
    for card in view.document.journey.children(picture.stage_ids[stage], Touchpoint):
        if card.id not in picture.card_index:
            continue
        found.append(card.id)
        found += [part.id for part in picture.blocks[card.id].parts if part.kind not in ("title", "meta", "role")]
    for band in picture.bands:
        if band.blocks:
            found += [part.id for part in band.blocks[stage].parts]
    return found


def _column_of(view: CanvasView, record: Record) -> tuple[int, int] | None:
    for stage in range(len(view.picture.stage_ids)):
        column = _column(view, stage)
        if record.id in column:
            return stage, column.index(record.id)
    return None
