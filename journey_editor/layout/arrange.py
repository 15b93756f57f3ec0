"""The layout as a whole: which view is arranged by what."""

from __future__ import annotations

from collections.abc import Mapping

from journey_editor.model import Change, Journey, Touchpoint
from journey_editor.model.operations import reorder

from .arrangement import Arrangement, Options, Size

# What needs numpy is imported in the functions: the window is painted before anything is laid out.


def arrange(journey: Journey, sizes: Mapping[str, Size] | None = None, options: Options | None = None) -> Arrangement:
    """Return where stages, cards and arrows are drawn: the same for the same journey on every machine.

    `sizes` gives, by id, a card's (width, height), a stage's (least column width, header height), and a labelled
    flow's label's (width, height): room is kept for it beside the arrow's start.
    """
    options = options or Options()
    if options.view == "stages":
        from .stages import arrange_stages

        return arrange_stages(journey, sizes, options)[0]
    from .views import arrange_view

    return arrange_view(journey, sizes, options)


def ordering_change(journey: Journey, sizes: Mapping[str, Size] | None = None, lanes: str = "none") -> Change:
    """Return the change that numbers the touchpoints of each stage in the order in which `arrange` puts them.

    After it, `arrange` with `keep_order` gives the same as without. Stages that are in order stay as they are.
    """
    from .stages import arrange_stages

    rows = arrange_stages(journey, sizes, Options(lanes=lanes))[1]
    return reorder(journey, [row for stage, row in zip(journey.stages, rows)
                             if row != [card.id for card in journey.children(stage.id, Touchpoint)]])
