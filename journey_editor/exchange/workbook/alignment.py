"""Which lines of a table, and items of a list, are those of before: by what they say, then by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_ALIKE = 0.5
"""The share of the same items from which two lines of a table are taken for one."""

_SIMILAR = 0.6
"""How alike two texts are, from 0 to 1, of which one is taken for the other with changes."""

_MOST_COMPARED = 400
"""How many lines or items are compared each with each: beyond, only what says the same is found again."""


@dataclass(slots=True)
class Line:
    """A row or column of a table: what is written over it, and the items in its cells."""

    label: str
    items: Counter[str] = field(default_factory=Counter)


def align_lines(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Return which old line each new one is, by place; new lines that were not there before are left out."""
    pairs: dict[int, int] = {}
    for same in (lambda one: (one.label, frozenset(one.items.items())), lambda one: one.label or None):
        _pair_same(old, new, same, pairs)
    left_old, left_new = _left(len(old), pairs.values()), _left(len(new), pairs)
    if len(left_old) * len(left_new) <= _MOST_COMPARED ** 2:
        scored = sorted(((_share(old[one], new[other]), -one, -other) for one in left_old for other in left_new),
                        reverse=True)
        for score, one, other in scored:
            if score >= _ALIKE and -other not in pairs and -one not in pairs.values():
                pairs[-other] = -one
    return pairs | _by_place(len(old), len(new), pairs)


def _pair_same(old: Sequence[Line], new: Sequence[Line], key_of: Callable[[Line], object],
               pairs: dict[int, int]) -> None:
    """Pair lines that are left and have the same key, in their order; a line may have none."""
    places: dict[object, list[int]] = {}
    for place in _left(len(old), pairs.values()):
        if (key := key_of(old[place])) is not None:
            places.setdefault(key, []).append(place)
    for place in _left(len(new), pairs):
        if found := places.get(key_of(new[place])):
            pairs[place] = found.pop(0)


def _left(count: int, taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(count) if place not in used]


def _share(one: Line, other: Line) -> float:
    most = max(one.items.total(), other.items.total())
    return (one.items & other.items).total() / most if most else 0


def _by_place(count_old: int, count_new: int, pairs: dict[int, int]) -> dict[int, int]:
    """Return pairs of what is left between the same neighbours, where it is as many as before."""
    old_gaps, new_gaps = _gaps(count_old, {place: place for place in pairs.values()}), _gaps(count_new, pairs)
    return {new: old for before, places in new_gaps.items() if len(places) == len(old_gaps.get(before, ()))
            for new, old in zip(places, old_gaps[before])}


def _gaps(count: int, pairs: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the places that are in no pair by the old place of the pair before them, -1 for those before all."""
    gaps: dict[int, list[int]] = {}
    before = -1
    for place in range(count):
        if place in pairs:
            before = pairs[place]
        else:
            gaps.setdefault(before, []).append(place)
    return gaps


def align_items(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return which old item each new one is, by place: the same text, else a similar one, else what took its place."""
    pairs: dict[int, int] = {}
    blocks: list[tuple[list[int], list[int]]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs.update(zip(range(c, d), range(a, b)))
        else:
            blocks.append((list(range(a, b)), list(range(c, d))))
    _pair_moved(blocks, old, new, pairs)
    used = set(pairs.values())
    for before, after in blocks:
        _pair_similar([place for place in before if place not in used],
                      [place for place in after if place not in pairs],
                      old, new, pairs)
    return pairs


def _pair_moved(blocks: Sequence[tuple[list[int], list[int]]], old: Sequence[str], new: Sequence[str],
                pairs: dict[int, int]) -> None:
    """Pair items that say the same in different places."""
    gone: dict[str, list[int]] = {}
    for before, _after in blocks:
        for place in before:
            gone.setdefault(old[place], []).append(place)
    for _before, after in blocks:
        for place in after:
            if gone.get(new[place]):
                pairs[place] = gone[new[place]].pop(0)


def _pair_similar(before: list[int], after: list[int], old: Sequence[str], new: Sequence[str],
                  pairs: dict[int, int]) -> None:
    if len(before) * len(after) <= _MOST_COMPARED:
        scored = sorted(((SequenceMatcher(None, old[one], new[other], autojunk=False).ratio(), -one, -other)
                         for one in before for other in after), reverse=True)
        for score, one, other in scored:
            if score >= _SIMILAR and -one in before and -other in after:
                pairs[-other] = -one
                before.remove(-one)
                after.remove(-other)
    if len(before) == len(after):
        pairs.update(zip(after, before))
