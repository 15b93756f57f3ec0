"""The layout as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from journey_editor.model import Change, Journey

from .arrangement import Arrangement, Options, Size


def arrange(journey: Journey, sizes: Mapping[str, Size] | None = None, options: Options | None = None) -> Arrangement:
    """Return where stages, cards and arrows are drawn: the same for the same journey on every machine.

    `sizes` gives, by id, a card's (width, height) or a stage's (least column width, header height).
    """
    # numpy is imported here so that the window can be painted before it is loaded.
    import numpy as np

    from . import columns, routes, sheet

    plan = sheet.read(journey, sizes)
    header = plan.header_height
    y = columns.stack(plan, header + columns.GAP)
    x, width, card_x = columns.place(plan, np.full(len(plan.stage_ids), 56.0))
    bottom = float((y + plan.card_size[:, 1]).max(initial=header)) + columns.GAP
    stages = np.column_stack([x, np.zeros_like(x), width, np.full_like(x, bottom)])
    cards = np.column_stack([card_x, y, plan.card_size])
    headers = stages.copy()
    headers[:, 3] = header
    points, offsets = routes.simple(plan, np.concatenate([cards, headers]))
    rects = np.concatenate([stages, cards])
    for array in (rects, points, offsets):
        array.flags.writeable = False
    right = float((x + width).max(initial=0.0))
    return Arrangement(plan.stage_ids + plan.card_ids, rects, len(x), header, plan.flow_ids, points, offsets,
                       (0.0, 0.0, right, bottom if len(x) else 0.0))


def ordering_change(journey: Journey, sizes: Mapping[str, Size] | None = None) -> Change:
    """Return the change that numbers the touchpoints of each stage in the order in which `arrange` puts them."""
    return Change()
