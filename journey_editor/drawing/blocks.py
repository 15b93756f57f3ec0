"""What stands in a header, a card, a cell: texts in lines and placed, before anybody knows where the block goes.

All measures are pixels at 100 %; a part's place is relative to its block.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey_editor.analysis import metrics
from journey_editor.layout.ports import side_for
from journey_editor.model import Challenge, Flow, Journey, Metric, Note, Opportunity, Record, Role, Stage, Touchpoint
from journey_editor.model.records import text_of
from journey_editor.model.vocabulary import label

from . import text
from .flow_labels import flow_words, label_height
from .text import BODY, HEADER, SMALL, TITLE, Style

CARD_WIDTH = 220.0
COLUMN_WIDTH = 260.0
PAD = 10.0
FACE = 20.0
ICON = 16.0
NUMBER = 26.0
TIP = 16.0
ROLE_HEIGHT = 17.0

_ATTACHED = (Challenge, Metric, Opportunity, Note)


@dataclass(slots=True, eq=True)
class Part:
    """Lines of one record inside a block. `kind` says how it is drawn: a record type, or title, meta, role, goal."""

    kind: str
    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    style: Style


@dataclass(slots=True, eq=True)
class Block:
    """A drawn thing's content and size, with what its painter needs of the record itself."""

    width: float
    height: float
    parts: list[Part]
    emotion: float | None = None
    backstage: bool = False
    pinned: bool = False
    number: int = 0


class Blocks(dict[str, Block]):
    """Blocks by their records' ids; a card's is made when it is first looked at."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def __missing__(self, id_: str) -> Block:
        touchpoint = self._journey[id_]
        assert isinstance(touchpoint, Touchpoint)
        block = self[id_] = card_block(self._journey, touchpoint)
        return block


def header_block(stage: Stage, number: int) -> Block:
    """Return a stage's numbered header."""
    left = PAD + NUMBER + 8
    width = COLUMN_WIDTH - left - TIP - 8
    lines = text.wrap(stage.title, HEADER, width, 4)
    title = Part("title", stage.id, left, 14, width, len(lines) * HEADER.line, lines, HEADER)
    parts = [title]
    height = title.y + title.height
    if stage.goal:
        lines = text.wrap(stage.goal, SMALL, width, 4)
        parts.append(Part("goal", stage.id, left, height + 2, width, len(lines) * SMALL.line, lines, SMALL))
        height = parts[-1].y + parts[-1].height
    return Block(COLUMN_WIDTH, height + 14, parts, number=number)


def card_block(journey: Journey, touchpoint: Touchpoint) -> Block:
    """Return a touchpoint's card with what is attached to it."""
    lines = text.wrap(touchpoint.title, TITLE, _title_width(touchpoint))
    height = len(lines) * TITLE.line
    title = Part("title", touchpoint.id, PAD, PAD, _title_width(touchpoint), height, lines, TITLE)
    block = Block(CARD_WIDTH, 0, [title], touchpoint.emotion, touchpoint.backstage, touchpoint.position is not None)
    y = _add_details(block, journey, touchpoint, PAD + max(height, FACE if touchpoint.emotion is not None else 0))
    height = _add_attached(block, attached_to(journey, touchpoint.id), touchpoint, y) + PAD
    block.height = _fork_height(journey, touchpoint, height)
    return block


def _fork_height(journey: Journey, touchpoint: Touchpoint, height: float) -> float:
    """Return the height that a card needs, given its own, to have the labels of arrows from its right side off others.
    """
    flows = journey.children(touchpoint.id, Flow)
    leaving = [flow for flow in flows if flow.source == touchpoint.id]
    lines = max([len(flow_words(flow)) for flow in leaving], default=0)
    if not lines:
        return height
    # Those that come within the stage may enter on the right, too; one most often comes straight from above.
    within = [one for flow in flows if flow.source != touchpoint.id
              and isinstance(one := journey[flow.source], Touchpoint) and one.stage == touchpoint.stage]
    above = any(one.order < touchpoint.order for one in within)
    return max(height, side_for(len(leaving) + len(within) - above, label_height(lines)))


def card_sizes(journey: Journey, labels: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[float, float]]:
    """Return all cards' widths and heights, as `card_block` would find them, without making their blocks.

    `labels` are the lines of all labels by their flows' ids.
    """
    attached = _all_attached(journey)
    scratch = Block(CARD_WIDTH, 0, [])
    # Cards that tell the same under their titles are as high there.
    detail_heights: dict[tuple[object, ...], float] = {}
    found = {}
    for card in journey.all(Touchpoint):
        details = card.channel, card.automation, card.duration_hours, card.owner, card.roles
        below = detail_heights.get(details)
        if below is None:
            below = detail_heights[details] = _add_details(scratch, journey, card, 0.0)
        height = len(text.wrap(card.title, TITLE, _title_width(card))) * TITLE.line
        if card.emotion is not None and height < FACE:
            height = FACE
        height += PAD + below
        if card.id in attached:
            height = _add_attached(scratch, attached[card.id], card, height)
        found[card.id] = CARD_WIDTH, height + PAD
    _make_room_for_labels(journey, labels, found)
    return found


def _make_room_for_labels(journey: Journey, labels: Mapping[str, tuple[str, ...]],
                          sizes: dict[str, tuple[float, float]]) -> None:
    """Make cards that are too low for the labels of the arrows from them as high as these need."""
    lines: dict[str, int] = {}
    for id_, words in labels.items():
        source = journey.find(id_, Flow).source
        lines[source] = max(lines.get(source, 0), len(words))
    flows = journey.all(Flow)
    ends = Counter([flow.source for flow in flows])
    ends.update([flow.target for flow in flows])
    for id_, most in lines.items():
        if id_ in sizes and side_for(ends[id_], label_height(most)) > sizes[id_][1]:
            sizes[id_] = CARD_WIDTH, _fork_height(journey, journey.find(id_, Touchpoint), sizes[id_][1])


def _title_width(touchpoint: Touchpoint) -> float:
    return CARD_WIDTH - 2 * PAD - (FACE + 6 if touchpoint.emotion is not None else 0)


def _add_details(block: Block, journey: Journey, touchpoint: Touchpoint, y: float) -> float:
    """Append what a card tells under its title, which ends at `y`, and return where that ends."""
    inner = CARD_WIDTH - 2 * PAD
    if meta := _meta(touchpoint, journey.info.language):
        lines = text.wrap(" · ".join(meta), SMALL, inner, 3)
        height = len(lines) * SMALL.line
        block.parts.append(Part("meta", touchpoint.id, PAD, y + 1, inner, height, lines, SMALL))
        y += 1 + height
    if touchpoint.roles:
        roles = [role for id_ in touchpoint.roles if isinstance(role := journey[id_], Role)]
        y = _add_roles(block, roles, y + 4, inner)
    return y


def _add_attached(block: Block, attached: Sequence[Record], touchpoint: Touchpoint, y: float) -> float:
    """Append what is attached to a card below `y`, and return where that ends."""
    if not attached:
        return y
    # Between roles and the rule below them there is as much room as between the rule and what follows it.
    return add_items(block, attached, PAD, y + (11 if touchpoint.roles else 8), CARD_WIDTH - 2 * PAD)


def _meta(touchpoint: Touchpoint, language: str) -> list[str]:
    found = [touchpoint.channel] if touchpoint.channel else []
    if touchpoint.automation:
        found.append(label(touchpoint.automation, language))
    if touchpoint.duration_hours is not None:
        found.append(duration_text(touchpoint.duration_hours))
    if touchpoint.owner:
        found.append(touchpoint.owner)
    return found


def duration_text(hours: float) -> str:
    """Return a duration as people write it: 45 min, 36 h, 5 d."""
    if hours < 1:
        return f"{hours * 60:.3g} min"
    return f"{hours:.3g} h" if hours < 48 else f"{hours / 24:.3g} d"


def number_text(value: float) -> str:
    """Return a number without needless decimals."""
    return f"{value:.10g}"


def attached_to(journey: Journey, id_: str) -> list[Record]:
    """Return what hangs on a stage or touchpoint, with the notes about that, in the order in which it is drawn."""
    referrers = journey.referrers(id_)
    if not referrers:
        return []
    found: list[Record] = []
    for cls in _ATTACHED:
        for record in referrers:
            if type(record) is cls and record.about == id_:
                found.append(record)
                if cls is not Note:
                    found += journey.children(record.id, Note)
    return found


def _all_attached(journey: Journey) -> dict[str | None, list[Record]]:
    """Return what `attached_to` finds for every id, in any order, in one go."""
    found: dict[str | None, list[Record]] = {}
    for cls in _ATTACHED:
        for record in journey.all(cls):
            holder = journey.get(record.about) if cls is Note else None
            found.setdefault(holder.about if holder and holder.about else record.about, []).append(record)
    return found


def item_text(record: Record) -> str:
    """Return what an attached record shows: its title, with a metric's latest value and target."""
    shown = text_of(record)
    if isinstance(record, Metric):
        now = metrics.current(record)
        unit = f" {record.unit}" if record.unit else ""
        values = [f"{number_text(value)}{unit}" for value in (now, record.target) if value is not None]
        if values:
            arrow = "→ " if now is None else ""
            # One value should not be torn from its unit at the end of a line.
            shown += " " + f"({arrow}{' → '.join(values)})".replace(" ", "\u00a0")
    return shown


def add_items(block: Block, records: Sequence[Record], x: float, y: float, width: float) -> float:
    """Append a part per record, each with room for its icon, and return where the next would start."""
    for record in records:
        lines = text.wrap(item_text(record), BODY, width - ICON - 4)
        height = len(lines) * BODY.line
        block.parts.append(Part(record.type, record.id, x, y, width, height, lines, BODY))
        y += height + 3
    return y - 3 if records else y


def _add_roles(block: Block, roles: list[Role], y: float, width: float) -> float:
    x = PAD
    for role in roles:
        name = text.elide(role.title, SMALL, width - 16)
        wide = text.advance(name, SMALL) + 16
        if x > PAD and x + wide > PAD + width:
            x, y = PAD, y + ROLE_HEIGHT + 3
        block.parts.append(Part("role", role.id, x, y, wide, ROLE_HEIGHT, (name,), SMALL))
        x += wide + 4
    return y + ROLE_HEIGHT
