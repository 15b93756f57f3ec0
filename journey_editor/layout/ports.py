"""Where arrows leave and enter the boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .channels import UPPER, Channels
from .arrays import MapArrays
from .ways import Ends, Net

ARROW = 14.0
"""The least length of an arrow's last straight piece, so that its head has room."""

_FAR = 1e9
_CORNER = 10.0
_EDGE = 9.0
_LABEL_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Ports:
    """Per flow: whether it goes straight down to the card below, and the y at which it leaves and enters otherwise.

    It leaves on the right unless it runs `back` through the layers, and enters on the left unless it runs back or
    returns to the same layer (`on_right`). `slack` is how far from the next port it enters.
    """

    down: np.ndarray
    back: np.ndarray
    on_right: np.ndarray
    leave: np.ndarray
    enter: np.ndarray
    slack: np.ndarray


def end_rows(arrays: MapArrays, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return top and height of every end of a flow: cards, then headers."""
    stages = len(arrays.stage_ids)
    return (np.concatenate([y, np.zeros(stages)]),
            np.concatenate([arrays.card_size[:, 1], np.full(stages, arrays.header_height)]))


def find(arrays: MapArrays, ends: Ends, channels: Channels, net: Net, y: np.ndarray, card_x: np.ndarray | None = None,
         exits: dict[tuple[int, bool], float] | None = None) -> Ports:
    """Return the ports for nodes at `y`; without `card_x`, cards are taken to stand exactly below one another.

    `exits` gives the y at which arrows of an end come out on its right (True) or left side where that is not beside it.
    """
    source, target, same = arrays.source, arrays.target, ends.same
    cards_y = y[:len(arrays.card_ids)]
    down = _straight_down(arrays, cards_y, card_x)
    tops, heights = end_rows(arrays, cards_y)
    far = channels.channel > 0
    back = ~far & ~same & (ends.end < ends.start)
    on_right = same | back
    passing = np.flatnonzero(np.diff(net.begin))
    toward = _directions(arrays, ends, channels, net, (y, tops + heights / 2), passing, back)
    # An arrow that comes back to the side from which it came has to go around those that do not.
    returning = same | (far & (ends.end <= ends.start))
    ports, counts = _beside_one_another(arrays, np.flatnonzero(~down), (tops, heights), toward, (~back, on_right),
                                        returning)
    direct = ~(same | far | down)
    direct[passing] = False
    _straighten(np.flatnonzero(direct), ports[0], ports[1], counts,
                (tops[source], heights[source]), (tops[target], heights[target]))
    for port, end, wanted, alone in zip(ports, (source, target), toward, counts):
        level = passing[(alone[passing] == 1) & (wanted[passing] >= tops[end[passing]] + _CORNER)
                        & (wanted[passing] <= (tops + heights)[end[passing]] - _CORNER)]
        port[level] = wanted[level]
    leave, enter = ports
    slack = heights[target] / (counts[1] + 1)
    for (end, side), exit_y in (exits or {}).items():
        leave[(source == end) & (side != back)] = exit_y
        entering = (target == end) & (on_right == side)
        enter[entering], slack[entering] = exit_y, 0.0
    return Ports(down, back, on_right, leave, enter, slack)


def _directions(arrays: MapArrays, ends: Ends, channels: Channels, net: Net, heights: tuple[np.ndarray, np.ndarray],
                passing: np.ndarray, back: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the y toward which each flow leaves its source, and that from which it comes to its target.

    `heights` are the y of all nodes, and of the middles of all ends; `passing` are the flows through layers.
    """
    y, middles = heights
    toward_target, toward_source = middles[arrays.target], middles[arrays.source]
    # Through the layers, an arrow first leads to where it passes between the cards.
    low, high = y[net.begin[passing]], y[net.begin[passing + 1] - 1]
    toward_target[passing] = np.where(back[passing], high, low)
    toward_source[passing] = np.where(back[passing], low, high)
    in_channel = np.where(channels.channel == UPPER, -1.0, 1.0) * (_FAR + np.abs(ends.end - ends.start))
    far = channels.channel > 0
    return np.where(far, in_channel, toward_target), np.where(far, in_channel, toward_source)


def _beside_one_another(arrays: MapArrays, flows: np.ndarray, boxes: tuple[np.ndarray, np.ndarray],
                        toward: tuple[np.ndarray, np.ndarray], right: tuple[np.ndarray, np.ndarray],
                        returning: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the y at which some flows leave and enter (2 × flows), and how many share each of these sides.

    They are spread over the sides by what they lead `toward`, those `returning` on the outside. `boxes` are top and
    height of all ends; `right` tells which flows leave, and which enter, on the right.
    """
    tops, heights = boxes
    at = np.concatenate([arrays.source[flows], arrays.target[flows]])
    side = at * 2 + np.concatenate([one[flows] for one in right])
    wanted = np.concatenate([one[flows] for one in toward])
    around = np.concatenate([returning[flows]] * 2)
    place, count = _spread(side, np.where(around, np.where(wanted < tops[at] + heights[at] / 2, 0, 2), 1),
                           np.where(around, -wanted, wanted), np.concatenate([flows, flows]))
    ports, counts = np.zeros((2, len(returning))), np.zeros((2, len(returning)), dtype=np.intp)
    ports[:, flows] = np.split(tops[at] + _port(heights[at], place, count, _label_steps(arrays, flows, side)), 2)
    counts[:, flows] = np.split(count, 2)
    return ports, counts


def _straight_down(arrays: MapArrays, y: np.ndarray, card_x: np.ndarray | None) -> np.ndarray:
    """Return which flows lead to the next card below."""
    cards = len(arrays.card_ids)
    rank = np.empty(cards + len(arrays.stage_ids), dtype=np.intp)
    rank[np.lexsort((np.arange(cards), y, arrays.layer))] = np.arange(cards)
    rank[cards:] = -2
    layer = np.concatenate([arrays.layer, np.full(len(arrays.stage_ids), -1)])
    found = (rank[arrays.target] == rank[arrays.source] + 1) & (layer[arrays.source] == layer[arrays.target])
    a, b = arrays.source[found], arrays.target[found]
    fits = y[b] - (y[a] + arrays.card_size[a, 1]) >= ARROW
    if card_x is not None:
        right = np.minimum(card_x[a] + arrays.card_size[a, 0], card_x[b] + arrays.card_size[b, 0])
        fits &= right - np.maximum(card_x[a], card_x[b]) >= 2 * _CORNER
    found[found] = fits
    return found


def _spread(group: np.ndarray, *keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each one's place in its group, sorted by the keys (the first counts most), and the group's size."""
    order = np.lexsort((*reversed(keys), group))
    in_order = group[order]
    starts = np.flatnonzero(np.diff(in_order, prepend=-1))
    sizes = np.diff(starts, append=len(order))
    place, size = np.empty(len(order), dtype=np.intp), np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order)) - np.repeat(starts, sizes)
    size[order] = np.repeat(sizes, sizes)
    return place, size


def side_for(count: int, label: float) -> float:
    """Return how high the side must be from which so many arrows leave, for labels so high to be off the others."""
    return 2 * _EDGE + (count - 1) * (label + _LABEL_GAP)


def _label_steps(arrays: MapArrays, flows: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return how far apart arrows that leave from one side must be for the highest label there to be off the others."""
    highest = np.zeros(int(group.max(initial=0)) + 1)
    np.maximum.at(highest, group[:len(flows)], arrays.label_size[flows, 1])
    return np.where(highest > 0, highest + _LABEL_GAP, 0.0)[group]


def _port(height: np.ndarray, place: np.ndarray, count: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """Return how far below the top of a side each port is: evenly spread, or in `steps` as far as the corners allow."""
    even = height / (count + 1)
    step = np.maximum(even, np.minimum(steps, (height - 2 * _EDGE) / np.maximum(count - 1, 1)))
    return height / 2 + (place - (count - 1) / 2) * step


def _straighten(flows: np.ndarray, leave: np.ndarray, enter: np.ndarray, counts: np.ndarray,
                source: tuple[np.ndarray, np.ndarray], target: tuple[np.ndarray, np.ndarray]) -> None:
    """Make arrows to the next column level where one of their ends has no other arrow on that side."""
    low = np.maximum(source[0], target[0])[flows] + _CORNER
    high = np.minimum(source[0] + source[1], target[0] + target[1])[flows] - _CORNER
    leaves_alone, enters_alone = counts[:, flows] == 1
    both = leaves_alone & enters_alone & (low <= high)
    leave[flows[both]] = enter[flows[both]] = (low + high)[both] / 2
    follow = flows[enters_alone & ~leaves_alone & (low <= leave[flows]) & (leave[flows] <= high)]
    enter[follow] = leave[follow]
    lead = flows[leaves_alone & ~enters_alone & (low <= enter[flows]) & (enter[flows] <= high)]
    leave[lead] = enter[lead]
