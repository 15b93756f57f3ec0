"""The layout as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from journey_editor.model import Change, Journey, Touchpoint
from journey_editor.model.operations import reorder

from .arrangement import Arrangement, Box, Options, Size

if TYPE_CHECKING:
    import numpy as np

    from .bands import Bands
    from .layers import Layers
    from .sheet import Sheet
    from .ways import Net


_SIFTED = 1500
"""Beyond this size nobody follows a single arrow, and every edit would wait for it."""

_TURNS = 4
"""So often are cards arranged anew around pinned ones, until they stay."""


def arrange(journey: Journey, sizes: Mapping[str, Size] | None = None, options: Options | None = None) -> Arrangement:
    """Return where stages, cards and arrows are drawn: the same for the same journey on every machine.

    `sizes` gives, by id, a card's (width, height), a stage's (least column width, header height), and a labelled
    flow's label's (width, height): room is kept for it beside the arrow's start.
    """
    # numpy and networkx are imported only when they are needed, so that the window can be painted before.
    options = options or Options()
    if options.view != "stages":
        from . import views

        return views.arrange(journey, sizes, options)
    return arrange_stages(journey, sizes, options)[0]


def ordering_change(journey: Journey, sizes: Mapping[str, Size] | None = None, lanes: str = "none") -> Change:
    """Return the change that numbers the touchpoints of each stage in the order in which `arrange` puts them.

    After it, `arrange` with `keep_order` gives the same as without. Stages that are in order stay as they are.
    """
    rows = arrange_stages(journey, sizes, Options(lanes=lanes))[1]
    return reorder(journey, [row for stage, row in zip(journey.stages, rows)
                             if row != [card.id for card in journey.children(stage.id, Touchpoint)]])


def arrange_stages(journey: Journey, sizes: Mapping[str, Size] | None,
                   options: Options) -> tuple[Arrangement, list[list[str]]]:
    """Return the arrangement in stages, and the cards' ids stage by stage in the order found (none if it is kept)."""
    from . import bands, ordering, sheet

    journey, marks = bands.with_marks(journey) if options.lanes == "role" else (journey, {})

    def read(rows: list[list[str]] | None = None) -> tuple[Sheet, Bands | None]:
        """Return the sheet and its bands. With bands nothing is pinned: a card's lane says where it stands."""
        found = sheet.read(journey, sizes, rows, marks)
        if options.lanes != "none":
            found.pin.fill(float("nan"))
        return found, bands.find(journey, found, options.lanes)

    cards, lanes = read()
    if options.keep_order:
        return _without_marks(draw(cards, lanes), marks), []
    rows: list[list[str]] = []
    for _ in range(_TURNS if cards.pinned.any() and len(cards.card_ids) <= _SIFTED else 1):
        before, rows = rows, [[cards.card_ids[card] for card in row]
                              for row in ordering.rows(cards, bands=lanes and lanes.of)]
        cards, lanes = read(rows)
        found = draw(cards, lanes)
        if cards.pinned.any():
            # A pinned card stands where it stands, whatever place the flows would give it.
            y = {id_: rect[1] for id_, rect in found.boxes.items()}
            pinned = set(cards.stage[cards.pinned].tolist())
            rows = [sorted(row, key=y.__getitem__) if stage in pinned else row for stage, row in enumerate(rows)]
            cards, lanes = read(rows)
            found = draw(cards, lanes)
        if rows == before:
            break
    return _without_marks(found, marks), [[id_ for id_ in row if id_ not in marks] for row in rows]


def _without_marks(found: Arrangement, marks: Mapping[str, tuple[str, str]]) -> Arrangement:
    """Return the arrangement with the marks set apart from the cards."""
    if not marks:
        return found
    kept = [at for at, id_ in enumerate(found.box_ids) if id_ not in marks]
    rects = found.box_rects[kept]
    rects.flags.writeable = False
    return replace(found, box_ids=[found.box_ids[at] for at in kept], box_rects=rects,
                   marks=[(*marks[id_], found.boxes[id_]) for id_ in found.box_ids if id_ in marks])


def draw(sheet: Sheet, bands: Bands | None = None) -> Arrangement:
    """Return the arrangement of cards in their order.

    A pinned card that stands where it would stand anyway changes nothing; only the stages of others are `loose`.
    """
    import numpy as np

    from . import layers

    loose = np.zeros(len(sheet.stage_ids), dtype=bool)
    while True:
        found = draw_layers(sheet, layers.split(sheet, loose), loose, bands)
        if not sheet.pinned.any():
            return found
        cards = found.box_rects[len(loose):]
        moved = sheet.pinned & (np.abs(cards[:, :2] - sheet.pin) > 1e-6).any(axis=1) & ~loose[sheet.stage]
        if not moved.any():
            return found
        loose[sheet.stage[moved]] = True


def draw_layers(stacked: Sheet, split: Layers, loose: np.ndarray, bands: Bands | None = None,
                order: np.ndarray | None = None) -> Arrangement:
    """Return the arrangement of a sheet whose cards are in these layers, the places of arrows in them in `order`.

    The order holds if the arrows that pass between cards are those of which it was made; otherwise one is found.
    """
    import numpy as np

    from . import apart, channels, columns, corridors, crossings, escapes, gutters, ports, routes, rows, ways
    from .sheet import in_layers

    sheet = in_layers(stacked, split.within, split.counts, loose, bands and bands.of)
    header = sheet.header_height
    ends = ways.ends(sheet)
    rough = columns.stack(sheet, header + columns.GAP)
    passing = channels.choose(sheet, ends, rough, bands is not None)
    net = ways.net(sheet, ends, passing.channel)
    if order is None or len(order) != len(net.layer) or (np.diff(net.layer[order]) < 0).any():
        sifted = len(sheet.card_ids) <= _SIFTED
        order = corridors.order(sheet, net, rough,
                                crossings.graph(sheet, ends, net, passing.channel) if sifted else None)
    lead = rows.lead(sheet, net, order)
    top = passing.cards_top(header, lead)
    band = rows.banded(sheet, net, order, bands and bands.of)
    y = _heights(sheet, net, order, band, len(bands.ids) if bands else 1, top)
    count = len(sheet.card_ids)
    cards_bottom = float((y[:count] + sheet.card_size[:, 1]).max(initial=max(top + columns.LEAST_ROOM,
                                                                             y[count:].max(initial=0.0))))
    cards_bottom += bands.room_below() if bands else 0.0
    bottom = passing.map_bottom(cards_bottom)
    level = passing.level(top - lead, cards_bottom)
    sides = ports.find(sheet, ends, passing, net, y)
    runs = gutters.lay(sheet, ends, passing, net, sides, y, level)
    labels = gutters.label_room(sheet, ends, passing, sides)
    room = gutters.widths(sheet, runs, labels[0] + labels[1])
    at = columns.place(sheet, room[1:])
    ways_out: escapes.Escapes = {}
    if loose.any():
        # Only now is it known which cards stand beside others.
        ways_out = escapes.find(sheet, y[:count], at.card_x, at.x, at.width)
        sides = ports.find(sheet, ends, passing, net, y, at.card_x, {end: way[-1][1] for end, way in ways_out.items()})
        runs = gutters.lay(sheet, ends, passing, net, sides, y, level)
    left = np.concatenate([[-room[0]], at.right]) + labels[0]
    right = np.concatenate([at.left, at.right[-1:] + room[-1:]]) - labels[1]
    stages = np.column_stack([at.x, np.zeros_like(at.x), at.width, np.full_like(at.x, bottom)])
    cards = np.column_stack([at.card_x, y[:count], sheet.card_size])
    headers = np.column_stack([stages[:, :3], np.full_like(at.x, header)])
    rects = np.concatenate([cards, headers])
    points, offsets = routes.draw(sheet, sides, runs, gutters.positions(runs, left, right), rects, ways_out)
    if count <= _SIFTED:
        apart.move_level_pieces(points, offsets, rects[sheet.source], rects[sheet.target])
    places = np.argsort(sheet.record)
    found = np.concatenate([stages, cards[places]])
    ids = sheet.stage_ids + [sheet.card_ids[card] for card in places.tolist()]
    wide = float((at.x + at.width).max(initial=0.0))
    boxes = bands.boxes(band[:count], cards, (header, cards_bottom, bottom), wide) if bands else {}
    # In one stack, it is the order of the journey that tells: lanes may turn it round.
    order_of = np.append(sheet.record, np.full(len(stages), -1))
    back = (ends.end < ends.start) | ((ends.end == ends.start) & (order_of[sheet.target] < order_of[sheet.source]))
    return arranged(ids, found, len(stages), header, sheet.flow_ids, points, offsets, back, boxes)


def _heights(sheet: Sheet, net: Net, order: np.ndarray, band: np.ndarray, bands: int, top: float) -> np.ndarray:
    """Return the y of cards and places; those of loose stages are stacked around the pinned ones."""
    from . import columns, rows

    count = len(sheet.card_ids)
    # Below headers, columns begin at the same height, and an edit moves only what it must.
    sweeps = (0, 0) if sheet.header_height else (12, 4) if count <= _SIFTED else (2, 1)
    y = rows.place(sheet, net, order, band, bands, top, sweeps)
    if sheet.loose.any():
        fixed = sheet.loose[sheet.stage]
        y[:count][fixed] = columns.stack(sheet, top)[fixed]
    return y


def arranged(ids: list[str], rects: np.ndarray, stages: int, header: float, flow_ids: list[str], points: np.ndarray,
             offsets: np.ndarray, back: np.ndarray, lanes: dict[str, Box]) -> Arrangement:
    """Return the arrangement with its bounds, its arrays read-only."""
    for array in (rects, points, offsets, back):
        array.flags.writeable = False
    return Arrangement(ids, rects, stages, header, flow_ids, points, offsets, back, _bounds(rects, points), lanes)


def _bounds(rects: np.ndarray, points: np.ndarray) -> Box:
    """Return x, y, width and height of all that is drawn."""
    if not len(rects):
        return 0.0, 0.0, 0.0, 0.0
    low, high = rects[:, :2].min(axis=0), (rects[:, :2] + rects[:, 2:]).max(axis=0)
    if len(points):
        # An arrow's line is as wide as it is, so the outermost one needs a little room.
        across, down = points.T
        low = low.clip(max=(across.min() - 4, down.min() - 4))
        high = high.clip(min=(across.max() + 4, down.max() + 4))
    x, y = low.tolist()
    right, bottom = high.tolist()
    return x, y, right - x, bottom - y
