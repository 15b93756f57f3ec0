"""What a layout is: options in, arrangement out. All lengths are map units, which are pixels at 100 %."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Box = tuple[float, float, float, float]
Size = tuple[float, float]

DEFAULT_CARD: Size = (220.0, 64.0)
"""Width and height of a card whose size is not given."""

DEFAULT_STAGE: Size = (260.0, 48.0)
"""Least column width and header height of a stage whose size is not given."""

MARK_HEIGHT = 28.0
"""Height of a card's mark in a further lane; it is as wide as the card."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to lay out.

    `keep_order`: cards stand in the records' own order, not in one found from the flows. `lanes`: "none", or bands by
    "role" or "backstage". `view`: "stages", "flow" (no stages), "track:<id>" (what one track touches), "loop" (a
    circle) or "outline" (one list).
    """

    keep_order: bool = False
    lanes: str = "none"
    view: str = "stages"


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Where everything is. The arrays are read-only; `boxes` and `routes` are built from them when first asked for.

    `box_ids` and `box_rects` (n × 4: x, y, width, height) hold stages first, then the cards stage by stage, both in
    order. A stage's box is its whole column, its header the top `header_height` of it.
    `route_ids` are the flows by id; route i is `route_points[route_offsets[i]:route_offsets[i + 1]]` (x, y).
    """

    box_ids: list[str]
    box_rects: np.ndarray
    stage_count: int
    header_height: float
    route_ids: list[str]
    route_points: np.ndarray
    route_offsets: np.ndarray
    route_back: np.ndarray
    """Which routes lead back, against the direction of reading."""
    bounds: Box
    """x, y, width, height of all that is drawn: columns and routes."""
    lanes: Mapping[str, Box] = field(default_factory=dict)
    """The bands from top to bottom: a role's id ("" for cards without one), or "onstage" and "backstage", to its box.

    Bands touch; where "backstage" begins is the line of visibility.
    """
    marks: Sequence[tuple[str, str, Box]] = ()
    """In lanes by role: (touchpoint id, role id, box) of a mark in the lane of each further role of a touchpoint."""

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Stage and touchpoint ids to (x, y, width, height)."""
        return dict(zip(self.box_ids, map(tuple, self.box_rects.tolist())))

    @cached_property
    def routes(self) -> dict[str, list[tuple[float, float]]]:
        """Flow ids to the drawn arrow's points, from the border of the source's box to that of the target's."""
        points = list(map(tuple, self.route_points.tolist()))
        ends = self.route_offsets.tolist()
        return {id_: points[start:end]
                for id_, start, end in zip(self.route_ids, ends, ends[1:])}
