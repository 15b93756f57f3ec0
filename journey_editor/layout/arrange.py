"""The layout as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journey_editor.model import Change, Journey, Touchpoint
from journey_editor.model.operations import reorder

from .arrangement import Arrangement, Box, Options, Size

if TYPE_CHECKING:
    import numpy as np

    from .sheet import Sheet


def arrange(journey: Journey, sizes: Mapping[str, Size] | None = None, options: Options | None = None) -> Arrangement:
    """Return where stages, cards and arrows are drawn: the same for the same journey on every machine.

    `sizes` gives, by id, a card's (width, height), a stage's (least column width, header height), and a labelled
    flow's label's (width, height): room is kept for it beside the arrow's start.
    """
    # numpy and networkx are imported only when they are needed, so that the window can be painted before.
    from .sheet import read

    if options is not None and options.keep_order:
        return _arrange(read(journey, sizes))
    return _arrange_anew(journey, sizes)[0]


def ordering_change(journey: Journey, sizes: Mapping[str, Size] | None = None) -> Change:
    """Return the change that numbers the touchpoints of each stage in the order in which `arrange` puts them.

    After it, `arrange` with `keep_order` gives the same as without. Stages that are in order stay as they are.
    """
    rows = _arrange_anew(journey, sizes)[1]
    return reorder(journey, [row for stage, row in zip(journey.stages, rows)
                             if row != [card.id for card in journey.children(stage.id, Touchpoint)]])


def _arrange_anew(journey: Journey, sizes: Mapping[str, Size] | None) -> tuple[Arrangement, list[list[str]]]:
    """Return the arrangement in an order found from the flows, and the cards' ids stage by stage from top to bottom."""
    from . import ordering
    from .sheet import read

    sheet = read(journey, sizes)
    rows = [[sheet.card_ids[card] for card in row] for row in ordering.rows(sheet)]
    found = _arrange(read(journey, sizes, rows))
    if sheet.pinned.any():
        # A pinned card stands where it stands, whatever place the flows would give it.
        y = {id_: rect[1] for id_, rect in found.boxes.items()}
        rows = [sorted(row, key=y.__getitem__) for row in rows]
        found = _arrange(read(journey, sizes, rows))
    return found, rows


def _arrange(sheet: Sheet) -> Arrangement:
    import numpy as np

    from . import channels, columns, escapes, gutters, ports, routes

    header = sheet.header_height
    passing = channels.choose(sheet, columns.stack(sheet, header + columns.GAP))
    top = passing.cards_top(header)
    y = columns.stack(sheet, top)
    cards_bottom = float((y + sheet.card_size[:, 1]).max(initial=top + columns.LEAST_ROOM))
    bottom = passing.map_bottom(cards_bottom)
    level = passing.level(top, cards_bottom)
    found = ports.find(sheet, passing, y)
    runs = gutters.lay(sheet, passing, found, level)
    labels = gutters.label_room(sheet, passing, found)
    room = gutters.widths(runs, labels)
    x, width, card_x = columns.place(sheet, room[1:])
    ways_out: escapes.Escapes = {}
    if sheet.pinned.any():
        # Only now is it known which cards stand beside others.
        ways_out = escapes.find(sheet, y, card_x, x, width)
        found = ports.find(sheet, passing, y, card_x, {end: way[-1][1] for end, way in ways_out.items()})
        runs = gutters.lay(sheet, passing, found, level)
    left = np.concatenate([[-room[0]], x + width]) + labels
    right = np.concatenate([x, (x + width)[-1:] + room[-1:]])
    stages = np.column_stack([x, np.zeros_like(x), width, np.full_like(x, bottom)])
    cards = np.column_stack([card_x, y, sheet.card_size])
    headers = np.column_stack([stages[:, :3], np.full_like(x, header)])
    points, offsets = routes.draw(sheet, found, runs, gutters.positions(runs, left, right), level,
                                  np.concatenate([cards, headers]), ways_out)
    rects = np.concatenate([stages, cards])
    for array in (rects, points, offsets):
        array.flags.writeable = False
    return Arrangement(sheet.stage_ids + sheet.card_ids, rects, len(x), header, sheet.flow_ids, points, offsets,
                       _bounds(rects, points))


def _bounds(rects: np.ndarray, points: np.ndarray) -> Box:
    """Return x, y, width and height of all that is drawn."""
    if not len(rects):
        return 0.0, 0.0, 0.0, 0.0
    low, high = rects[:, :2].min(axis=0), (rects[:, :2] + rects[:, 2:]).max(axis=0)
    if len(points):
        # An arrow's line is as wide as it is, so the outermost one needs a little room.
        low = low.clip(max=points.min(axis=0) - 4)
        high = high.clip(min=points.max(axis=0) + 4)
    x, y = low.tolist()
    right, bottom = high.tolist()
    return x, y, right - x, bottom - y
