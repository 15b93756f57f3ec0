"""Where a map is cut into pages: between stages where it can be, else between cards, never through one.

All lengths are map units unless they are called points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil, inf

from journey_editor.drawing.bands import LABEL_WIDTH, NOTE_SIZE, Band
from journey_editor.drawing.blocks import Part
from journey_editor.drawing.flow_lines import HEAD
from journey_editor.drawing.picture import GAP, Picture
from journey_editor.model import Note

LARGEST, LEGIBLE, LEAST = 0.75, 0.5, 0.46
"""Points a map unit: 100 %; texts of 6 points; and a little less, where that saves cutting the map."""
_LEAST_ROUND = 0.01
"""Likewise for a map that is a circle: it is seen at once, or it is not seen."""
_STEP = 0.01
_NOTE_GAP, _NOTES_ALONE = 16.0, 4
"""Between notes; and how many are beside one another where there is nothing else."""
_CLEAR = 4.0
_BEFORE = HEAD + 1.0
"""How near to what stands beyond a cut the map is shown: without the heads of the arrows that lead there."""
_MOST_GAP = 240.0
"""How much that is empty is shown beside a cut."""
_APART = 48.0
"""How far strips on one page are from one another."""
_CUT_DOWN = 1.25
"""How many more pages are better than cutting stages from top to bottom."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the map: from where to where, which cards and marks (by index), and which notes, put where they fit.

    `before` and `after` tell whether the map goes on at the left and at the right, `above` and `below` likewise. `at`
    is where its row labels and headers begin on the page.
    """

    x: Span
    y: Span
    cards: list[int]
    marks: list[int]
    notes: list[Part]
    before: bool
    after: bool
    above: bool = False
    below: bool = False
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The pages of a map at a scale (points a map unit); `cut_down` where stages are cut from top to bottom."""

    scale: float
    pages: list[list[Strip]]
    cut_down: bool

    @property
    def worth(self) -> tuple[float, bool, float]:
        """What is smaller for the better of two plans: fewer pages, the map as a whole, larger."""
        return len(self.pages) * (_CUT_DOWN if self.cut_down else 1.0), len(self.pages[0]) > 1, -self.scale

    @property
    def legible(self) -> bool:
        """Whether all can be read, or is at least seen at once."""
        return self.scale >= LEAST or len(self.pages) == 1

    def is_better_than(self, larger: PagePlan) -> bool:
        """Return whether this is worth more than a plan at a larger scale."""
        read = self.scale >= LEGIBLE or len(self.pages) == 1
        return self.worth < larger.worth and (read or larger.cut_down and not self.cut_down)


def plan_pages(picture: Picture, width: float, height: float, foot: float) -> PagePlan:
    """Return the fewest pages on which the map can be read, as large as they have room for.

    `width` and `height` are the room in points for the map with its row labels and headers; a single page has `foot`
    more.
    """
    uncut = UncutMap(picture, width / LEGIBLE)
    best: PagePlan | None = None
    least = _LEAST_ROUND if picture.in_circle else LEAST
    scale = LARGEST
    while best is None or scale >= least and not (picture.in_circle and len(best.pages) == 1):
        found = uncut.plan(scale, width, height, foot)
        if found is not None and (best is None or found.is_better_than(best)):
            best = found
        scale = round(scale - _STEP, 4) if scale > least else scale * 0.97
    return best


class UncutMap:
    """The map as boxes that are not to be cut. Stages wider than `widest` are cut between their cards."""

    def __init__(self, picture: Picture, widest: float) -> None:
        self._picture = picture
        self.labels = label_room(picture)
        self.header = header_room(picture)
        self._cards: list[list[float]] = picture.card_boxes.tolist()
        self._marks: list[list[float]] = picture.mark_boxes.tolist()
        journey = picture.journey
        placed = {note.id for note in journey.all(Note) if note.position is not None}
        self._put = [_below_title(part) for part in picture.notes if part.id in placed]
        self._loose = [part for part in picture.notes if part.id not in placed]
        self._end = max([0.0, *(box[1] + box[3] for box in self._cards), picture.bottom,
                         *(band.top + band.height for band in picture.bands)])
        if len(picture.arrows.bounds):
            self._end = max(self._end, float(picture.arrows.bounds[:, 3].max()) + _CLEAR)
        self._stretch()
        self._columns = self._find_columns(widest - self.labels)

    def _stretch(self) -> None:
        """Find out how far the map reaches, free notes that stand on it included."""
        picture, boxes = self._picture, [*self._cards, *self._picture.header_boxes().tolist()]
        arrows = picture.arrows
        boxes += arrows.label_boxes.tolist()
        boxes += [[x0 - _CLEAR, y0 - _CLEAR, x1 - x0 + 2 * _CLEAR, y1 - y0 + 2 * _CLEAR]
                  for x0, y0, x1, y1 in arrows.bounds.tolist()]
        left = picture.left + self.labels
        self.low = left if boxes and picture.in_columns else min((box[0] for box in boxes), default=0.0)
        self.high = max((box[0] + box[2] for box in boxes), default=_NOTES_ALONE * (NOTE_SIZE + _NOTE_GAP))
        boxes += _boxes_of(self._put)
        self.top = min([0.0 if self.header else self._end, *(box[1] for box in boxes)])
        self.bottom = max([self._end, *(box[1] + box[3] for box in boxes)])

    def _find_columns(self, widest: float) -> list[Span]:
        """Return what is not cut from top to bottom: stages, or the cards of one that is wider than a page."""
        cards = _spans_of(self._cards, 0)
        stages = _spans_of(self._picture.stage_boxes.tolist(), 0)
        columns = [column for stage in stages for column in _stage_columns(stage, cards, widest)
                   ] if self._picture.in_columns else stages
        if self._picture.in_columns:
            cards = [span for span in cards if not any(_stands_in(span, column) for column in columns)]
        # Notes that somebody put beside the map.
        notes = _spans_of(_boxes_of(self._put), 0)
        beside = [span for span in notes if not _stands_in(span, (self.low, self.high))]
        found = _blobs([*columns, *cards, *beside], widest) or [(self.low, self.high)]
        self.low, self.high = min(self.low, found[0][0]), max(self.high, *(span[1] for span in found))
        return found

    def plan(self, scale: float, width: float, height: float, foot: float) -> PagePlan | None:
        """Return the pages at a scale, None where something is larger than a page. The room is given in points."""
        columns = _pieces(self._columns, self.low, self.high, width / scale - self.labels)
        if columns is None:
            return None
        room = height / scale
        rows = self._note_rows(columns)
        cards, marks = (_homes(boxes, range(len(boxes)), columns, 0) for boxes in (self._cards, self._marks))
        for part in self._put:
            shown = [min(part.x + part.width, right) - max(part.x, left) for left, right in columns]
            home = shown.index(max(shown))
            rows[home].append(_at(part, max(min(part.x, columns[home][1] - part.width), columns[home][0]), part.y))
        strips: list[Strip] = []
        for number, column in enumerate(columns):
            whole = Strip(column, (self.top, self.bottom), cards[number], marks[number], rows[number], number > 0,
                          number < len(columns) - 1)
            found = self._down(whole, room, foot / scale if len(columns) == 1 else 0.0)
            if found is None:
                return None
            strips += found
        return PagePlan(scale, self._packed(strips, len(columns), width / scale, room), len(strips) > len(columns) > 1)

    def _packed(self, strips: list[Strip], columns: int, width: float, height: float) -> list[list[Strip]]:
        """Return strips page by page: wide ones below one another, those of one high column beside one another."""
        wide = max(strip.x[1] - strip.x[0] for strip in strips) + self.labels + _APART
        tall = max(strip.y[1] - strip.y[0] for strip in strips) + _APART
        many, step = 1, (0.0, 0.0)
        if len(strips) == columns:
            many, step = max(int((height + _APART) // tall), 1), (0.0, tall)
        elif columns == 1:
            many, step = max(int((width + _APART) // wide), 1), (wide, 0.0)
        each = ceil(len(strips) / ceil(len(strips) / many))
        return [[replace(strip, at=(step[0] * i, step[1] * i)) for i, strip in enumerate(strips[k:k + each])]
                for k in range(0, len(strips), each)]

    def _note_rows(self, columns: list[Span]) -> list[list[Part]]:
        """Return the notes without a place of their own, in rows below the map, column by column."""
        tallest = max((part.height for part in self._loose), default=0.0) + _NOTE_GAP
        # As on the map, the first is in line with the first stage; where the map was cut, edges fade.
        lefts = [left + _NOTE_GAP for left, _ in columns]
        lefts[0] = max(columns[0][0], 0.0) if columns[0][1] > NOTE_SIZE else columns[0][0]
        beside = [max(int((right - left + _NOTE_GAP) // (NOTE_SIZE + _NOTE_GAP)), 1)
                  for left, (_, right) in zip(lefts, columns, strict=True)]
        rows = ceil(len(self._loose) / sum(beside))
        waiting = list(self._loose)
        found = []
        for left, many in zip(lefts, beside, strict=True):
            mine, waiting = waiting[:many * rows], waiting[many * rows:]
            found.append([_at(part, left + i % many * (NOTE_SIZE + _NOTE_GAP),
                              self._end + _NOTE_GAP + i // many * tallest) for i, part in enumerate(mine)])
        return found

    def _down(self, column: Strip, room: float, foot: float) -> list[Strip] | None:
        """Return the pages of one column, from top to bottom; None where something is higher than a page."""
        boxes = _boxes_of(column.notes)
        bottom = max([self.bottom, *(end for _, end in _spans_of(boxes, 1))])
        if bottom - self.top <= room + foot:
            return [replace(column, y=(self.top, bottom))]
        room -= self.header + max(-self.top, 0.0) if self.header else 0.0
        low = self.header or self.top
        # With the place below the header: what comes first may be a page farther down.
        first = low, max([low, *(box[1] + box[3] for box in boxes if box[1] < low)])
        spans = _blobs([first, *self._spans(column, room)], room)
        pieces = _pieces(spans, low, min(bottom, max(end for _, end in spans) + _MOST_GAP), room)
        if pieces is None:
            return None
        return self._strips(column, pieces)

    def _strips(self, column: Strip, pieces: list[Span]) -> list[Strip]:
        """Return the pieces of a column as strips; but for the first, those on which nothing stands are left out."""
        strips: list[Strip] = []
        boxes = _boxes_of(column.notes)
        cards, marks = _homes(self._cards, column.cards, pieces, 1), _homes(self._marks, column.marks, pieces, 1)
        noted = _homes(boxes, range(len(boxes)), pieces, 1)
        for k, (start, stop) in enumerate(pieces):
            notes = [column.notes[i] for i in noted[k]]
            if k == 0 or cards[k] or marks[k] or notes or self._has_rows(start, stop):
                strips.append(replace(column, y=(start if k else self.top, stop), cards=cards[k], marks=marks[k],
                                      notes=notes, above=k > 0, below=k < len(pieces) - 1))
        return strips

    def _has_rows(self, start: float, stop: float) -> bool:
        """Return whether there are rows under the stages between two heights."""
        return any(band.top < stop and start < band.top + band.height for band in self._picture.bands)

    def _spans(self, column: Strip, room: float) -> list[Span]:
        """Return what is not cut from left to right: lanes if they can be whole, cards, rows, notes."""
        boxes = [self._cards[i] for i in column.cards] + [self._marks[i] for i in column.marks]
        lanes = [(max(y, self.header), end) for y, end in _spans_of(map(list, self._picture.lanes.values()), 1)
                 if end - y <= room]
        spans = lanes + [span for span in _spans_of(boxes, 1) if not _is_within(span, lanes)]
        spans += self._headings()
        for band in self._picture.bands:
            spans += [(band.top, band.top + band.height)] if band.height <= room else self._entries(band, column)
        return spans + [span for span in _spans_of(_boxes_of(column.notes), 1) if span[0] >= self.header]

    def _entries(self, band: Band, column: Strip) -> list[Span]:
        """Return the entries of a row that is higher than a page, of the stages that a column shows."""
        blocks = zip(self._picture.stage_boxes.tolist(), band.blocks, strict=True)
        return [(band.top + part.y, band.top + part.y + part.height) for (left, _, width, _), block in blocks
                if left < column.x[1] and left + width > column.x[0] for part in block.parts]

    def _headings(self) -> list[Span]:
        """Return the stages' headings in a list of cards, each with the card below it."""
        if self._picture.in_columns:
            return []
        tops = sorted(box[1] for box in self._cards)
        ends = {box[1]: box[1] + box[3] for box in self._cards}
        found = []
        for _, y, _, height in self._picture.stage_boxes.tolist():
            below = next((top for top in tops if top >= y + height), None)
            found.append((y, y + height if below is None else ends[below]))
        return found


def label_room(picture: Picture) -> float:
    """Return how wide the row labels are, with the gap beside them."""
    return LABEL_WIDTH + GAP if picture.in_columns and picture.stage_ids else 0.0


def header_room(picture: Picture) -> float:
    """Return how high the stages' headers are, with half of the gap below them; 0 where stages are no columns."""
    return picture.header_height + GAP / 2 if picture.in_columns and picture.stage_ids else 0.0


def _below_title(part: Part) -> Part:
    """Return a note, not farther above the map than it is high: the title is not where it is on the screen."""
    return _at(part, part.x, max(part.y, -part.height - _NOTE_GAP))


def _boxes_of(parts: Iterable[Part]) -> list[list[float]]:
    return [[part.x, part.y, part.width, part.height] for part in parts]


def _at(part: Part, x: float, y: float) -> Part:
    return replace(part, x=x, y=y)


def _spans_of(boxes: Iterable[list[float]], axis: int) -> list[Span]:
    """Return from where to where boxes reach along an axis (0: x, 1: y)."""
    return [(box[axis], box[axis] + box[axis + 2]) for box in boxes]


def _stands_in(span: Span, column: Span) -> bool:
    """Return whether the middle of a span is in a column."""
    return column[0] <= sum(span) / 2 <= column[1]


def _is_within(span: Span, others: list[Span]) -> bool:
    """Return whether a span is whole in one of others."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _stage_columns(stage: Span, cards: list[Span], widest: float) -> list[Span]:
    """Return what of a stage is not cut: all of it, or those cards that are in it where it is wider than a page."""
    inside = [span for span in cards if _stands_in(span, stage)]
    if stage[1] - stage[0] <= widest or len(inside) < 2:
        return [stage]
    blobs = _blobs(inside, widest)
    return [(stage[0], blobs[0][1]), *blobs[1:-1], (blobs[-1][0], stage[1])] if len(blobs) > 1 else blobs


def _homes(boxes: list[list[float]], which: Iterable[int], pieces: list[Span], axis: int) -> list[list[int]]:
    """Return which of some boxes (by number) each piece of an axis (0: x, 1: y) shows whole, those of several once."""
    ends = [end for _, end in pieces]
    found: list[list[int]] = [[] for _ in pieces]
    for i in which:
        found[min(bisect_left(ends, boxes[i][axis] + boxes[i][axis + 2]), len(pieces) - 1)].append(i)
    return found


def _blobs(spans: Iterable[Span], room: float) -> list[Span]:
    """Return the spans in order, those that overlap made one where that is no longer than `room`."""
    groups: list[list[Span]] = []
    end = 0.0
    for span in sorted(set(spans)):
        if groups and span[0] < end:
            groups[-1].append(span)
            end = max(end, span[1])
        else:
            groups.append([span])
            end = span[1]
    found: list[Span] = []
    for group in groups:
        whole = group[0][0], max(span[1] for span in group)
        found += [whole] if whole[1] - whole[0] <= room else group
    return found


def _pieces(spans: list[Span], low: float, high: float, room: float) -> list[Span] | None:
    """Return pieces of the axis from `low` to `high`, none longer than `room`, that show every span whole.

    They are as few as can be, and as even as so few can be; None where a span alone is longer. Where spans are apart,
    what is between them is shown on both sides of the cut, if it is not very much, so that arrows can be followed.
    """
    ends = list(accumulate((span[1] for span in spans), max))
    between = list(zip(ends, (span[0] for span in spans[1:]), strict=False))
    starts = [low, *(min(after, max(end + _BEFORE, after - _MOST_GAP)) for end, after in between)]
    stops = [*(max(end, min(after - _BEFORE, end + _MOST_GAP)) for end, after in between), high]
    groups = _fewest_groups(spans, starts, stops, room)
    return None if groups is None else [_piece(spans[first], starts[first], stops[last], room)
                                        for first, last in groups]


def _fewest_groups(spans: list[Span], starts: list[float], stops: list[float],
                   room: float) -> list[tuple[int, int]] | None:
    """Return the first and the last span of each piece; None where a span alone is longer than a piece may be."""
    # For each number of spans: in how many pieces, the sum of their lengths' squares, and where the last one begins.
    best: list[tuple[float, float, int]] = [(0, 0.0, 0)]
    for last, stop in enumerate(stops):
        found = (inf, inf, last)
        for first in range(last, -1, -1):
            length = stop - starts[first]
            if first == last and spans[last][1] - spans[last][0] <= room:
                length = min(length, room)
            if length > room:
                break
            found = min(found, (best[first][0] + 1, best[first][1] + length * length, first))
        best.append(found)
    if best[-1][0] == inf:
        return None
    groups: list[tuple[int, int]] = []
    at = len(spans)
    while at:
        groups.append((best[at][2], at - 1))
        at = best[at][2]
    return groups[::-1]


def _piece(first: Span, start: float, stop: float, room: float) -> Span:
    """Return a piece that begins with a span. If it is too long, that span is alone: less is shown beside it."""
    if stop - start <= room:
        return start, stop
    low, high = first
    part = (room - (high - low)) / (stop - start - (high - low))
    return low - (low - start) * part, high + (stop - high) * part
