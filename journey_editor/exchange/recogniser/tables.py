"""From a line of labels to the whole table: how far it goes, its slots (what its labels go on through), its fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...spreadsheet.grid import Area, runs
from ..concepts import BACKSTAGE, LANE, NOTES, STAGE, TOUCHPOINT
from .candidates import Candidate, View
from .items import digits_of, is_nothing
from .labels import Match, match_label

_MOST_HEADER = 3
_NEAR = 10
_MOST_BLANK_ROWS = 3
_MOST_BLANK_COLUMNS = 1
_WIDE = 0.6
_MOST_LOOKS = 4
_FOOTNOTE = re.compile(
    r"\s*(?:\*|source|note|legend|remark|last updated|updated|author|total|注|来源|來源|备注|備註|说明|說明|图例|圖例|合计|合計|总计)",
    re.I)
_LONG_NOTE = 80


@dataclass(slots=True)
class Field:
    """What one label names: its text, what it means, and the lines (v) that belong to it."""

    label: str
    match: Match | None
    lines: list[int]
    divider: bool = False

    @property
    def concept(self) -> str:
        """The concept that the label means; empty if it is not known."""
        return self.match.concept if self.match else ""

    @property
    def weight(self) -> float:
        """How much the label speaks for a journey map."""
        return self.match.weight if self.match else 0

    @property
    def actor(self) -> str:
        """Whom the label says that the field is about; empty if it does not."""
        return self.match.actor if self.match else ""

    @property
    def hint(self) -> str:
        """What the label and its brackets tell, such as a unit."""
        return f"{self.label} {self.match.hint if self.match else ''}"

    def means(self, *concepts: str) -> bool:
        """Tell whether one of these is what the label means, alone or with others."""
        return self.match is not None and self.match.means(*concepts)


@dataclass(slots=True)
class Table:
    """A table of one journey, or of several that a persona's column tells apart.

    `slots` are the lines (u) that the labels count through: stages or touchpoints. `key` is the field that names the
    stages. `dividers` are texts that stood across the slots, by the slot before which they stood.
    """

    view: View
    turned: bool
    line: int
    slots: list[int]
    fields: list[Field]
    key: Field | None
    area: Area
    corner: str = ""
    title: str = ""
    dividers: list[tuple[int, str]] = field(default_factory=list)

    def entry(self, u: int, v: int) -> str:
        """Return a cell's text; empty if it says that there is nothing."""
        text = self.view.text(u, v)
        return "" if is_nothing(text) else text

    def entries(self, one: Field) -> list[str]:
        """Return the texts of a field's cells that say something."""
        return [text for u in self.slots for v in one.lines if (text := self.entry(u, v))]


class _TableBuilder:
    """The making of one table."""

    def __init__(self, candidate: Candidate, obstacles: Iterable[Area]) -> None:
        self.candidate = candidate
        self.view = candidate.view
        self.line = candidate.line
        self.turned = candidate.turned
        self.key = candidate.key
        self.known = dict(candidate.hits)
        self.low, self.high = candidate.box.left, candidate.box.right
        self.least, self.most, self.last_line = 1, 1 << 30, 1 << 30
        self._keep_clear(obstacles)
        self.depth = self._depth()
        self.dividers: list[tuple[int, str]] = []
        self.slots = self._find_slots()

    def _keep_clear(self, obstacles: Iterable[Area]) -> None:
        """Draw the limits that other tables set."""
        for other in obstacles:
            if other.top > self.line and other.left <= self.high and self.low <= other.right:
                self.last_line = min(self.last_line, other.top - 1)
            elif other.left > self.high and other.top <= self.line + (0 if self.turned else _NEAR):
                self.most = min(self.most, other.left - 1)
            elif other.right < self.low and other.top <= self.line:
                self.least = max(self.least, other.right + 1)

    def _depth(self) -> int:
        """Return over how many lines the labels go: more than one where they are merged over a second row of labels."""
        depths = {v: self.view.merge(self.line, v).bottom - self.line + 1 for v in self.known}
        for depth, count in Counter(depths.values()).items():
            key = self.view.merge(self.line, self.key).bottom - self.line + 1 if self.key else depth
            if 1 < depth <= _MOST_HEADER and 2 * count >= len(depths) and key == depth:
                return depth
        return 1

    # -- slots --------------------------------------------------------------------------------------------------------

    def _find_slots(self) -> list[int]:
        start = self.line + self.depth
        lines = [u for u in self.view.lines if start <= u <= self.last_line
                 and any(self.low <= v <= self.high for v in self.view.lines[u])]
        kept: list[int] = []
        waiting: list[int] = []
        previous = start - 1
        for block in runs(lines):
            gap = block[0] - previous - 1
            if gap > (_MOST_BLANK_COLUMNS if self.turned else _MOST_BLANK_ROWS):
                break
            waiting += block
            if not kept or self._goes_on(block, gap, len(runs(kept))):
                kept += waiting
                waiting = []
            previous = block[-1]
        return self._without_dividers(self._without_footnotes(self._without_margin(kept)))

    def widen(self) -> None:
        """Look for the slots again, now that all fields are known: some have cells in none of those known before."""
        for _ in range(_MOST_LOOKS):
            before = self.low, self.high, self.slots
            self.low, self.high = self._lowest(), self._highest()
            self.dividers = []
            self.slots = self._find_slots()
            if before == (self.low, self.high, self.slots):
                break

    def _without_margin(self, slots: list[int]) -> list[int]:
        """Return the columns without those right of the last named stage that hold remarks on the rows."""
        named = [u for u in slots if self.turned and self.key is not None and self.view.text(u, self.key)]
        if not named or self.key is None:
            return slots
        end = max(named[-1], self.view.merge(named[-1], self.key).bottom)
        if any(u < end and u not in named for u in slots):
            return slots  # stages do go over several columns here, so the last one may as well
        return [u for u in slots if u <= end]

    def _goes_on(self, block: list[int], gap: int, parts: int) -> bool:
        """Tell whether lines after a blank one still belong to the table, which has so many parts up to there."""
        if self.turned:
            return self._are_stages(block)
        columns = {*self.known, *self._key_line}
        filled = {u: [v for v in columns if self.view.text(u, v)] for u in block}
        best = max(map(len, filled.values()))
        if best >= min(3, len(columns)):
            return True
        return gap == 1 and best == 2 and any(self._is_row(u, row, parts > 1) for u, row in filled.items())

    def _is_row(self, u: int, columns: list[int], parted: bool) -> bool:
        """Tell whether the few texts of a row stand where a stage and its touchpoint would, and are no sum."""
        main = {v for v, match in self.known.items() if match.concept in (STAGE, TOUCHPOINT)} | {self.key}
        placed = len(main.intersection(columns)) == 2 or parted and self.key in columns
        return placed and not _is_sum(self.view, u, columns)

    @property
    def _key_line(self) -> list[int]:
        """Where the stages' names stand, as far as that is known."""
        return [] if self.key is None else [self.key]

    def _texts(self, slots: Iterable[int], lines: Iterable[int]) -> list[str]:
        return [text for u in slots for v in lines if (text := self.view.text(u, v))]

    def _are_stages(self, block: list[int]) -> bool:
        """Tell whether columns after an empty one are further stages, rather than another table."""
        heads = self._texts(block, self._key_line)
        if not heads or any(map(match_label, heads)):
            return False
        texts = self._texts(block, self.known.keys() - {self.key})
        return 2 * len(texts) >= len(block) * (len(self.known) - 1) and not _mostly_numbers(texts)

    def _without_footnotes(self, slots: list[int]) -> list[int]:
        """Return the lines without the notes that stand right below the table."""
        if self.turned:
            return slots
        while len(slots) > 1:
            line = self.view.lines[slots[-1]]
            texts = [text for v, text in line.items() if self.least <= v <= self.most and v <= self.high + 1]
            first = next(iter(line.values()))
            note = _FOOTNOTE.match(first) or len(first) > _LONG_NOTE or slots[-1] == self.last_line
            if len(texts) > 1 or not note:
                break
            slots = slots[:-1]
        return slots

    def _without_dividers(self, slots: list[int]) -> list[int]:
        """Return the lines without those that hold one text over the whole width, which is kept apart."""
        if self.turned:
            return slots
        width = max(len([*self.known, *self._key_line]), 2)
        kept: list[int] = []
        for u in slots:
            line = {v: text for v, text in self.view.lines[u].items() if self.least <= v <= self.most}
            if len(line) == 1 and self._stands_across(u, next(iter(line)), width, slots):
                self.dividers.append((len(kept), next(iter(line.values()))))
            else:
                kept.append(u)
        return kept

    def _stands_across(self, u: int, v: int, width: int, slots: list[int]) -> bool:
        """Tell whether the only text of a row is one over the whole width, or stands where no text of a row belongs."""
        area = self.view.merge(u, v)
        if area.right > area.left:
            return area.right - area.left + 1 >= _WIDE * width
        if v == self.key:
            match = match_label(self.view.text(u, v))
            return match is not None and match.concept in (LANE, BACKSTAGE)
        if v > min(self.known):
            return False
        if v not in self.known or self._only_counts(v, slots):
            return True
        return self.key is None and v == self.low and len(self.known) > 2

    def _only_counts(self, v: int, slots: list[int]) -> bool:
        return 2 * sum(digits_of(self.view.text(u, v)) != "" for u in slots) >= len(slots)

    # -- fields -------------------------------------------------------------------------------------------------------

    def content(self, v: int) -> int:
        """Return in how many slots there is a text at v."""
        return sum((u, v) in self.view.cells for u in self.slots)

    def label(self, v: int) -> str:
        """Return the label at v, with the one below it where the labels stand in two lines."""
        texts = [text for u in range(self.line, self.line + self.depth) if (text := self.view.text(u, v))]
        return texts[-1].strip() if texts else ""

    def find_fields(self) -> list[Field]:
        """Return the fields in order, the key among them."""
        low, high = self._lowest(), self._highest()
        found: list[Field] = []
        parent: Area | None = None
        for v in range(low, high + 1):
            label, content = self.label(v), self.content(v)
            if self.view.text(self.line, v):
                parent = self.view.merge(self.line, v)
            if self._is_divider(v, label, content):
                text = label or self._texts(self.slots, [v])[0]
                found.append(Field(text.strip(), match_label(text), [v], divider=True))
            elif label:
                found.append(Field(self._full_label(v, label, parent), self.known.get(v) or match_label(label), [v]))
            elif content and found and self._continues(v, parent, found[-1]):
                found[-1].lines.append(v)
            elif content:
                found.append(Field("", None, [v]))
        return found

    def _continues(self, v: int, parent: Area | None, before: Field) -> bool:
        """Tell whether a line without a label goes on with the field before it: a merged label, or a row below it."""
        if before.divider or v == self.key:
            return False
        if parent and parent.left <= v <= parent.right:
            return True
        return self.turned and before.lines[-1] == v - 1 and before.lines[-1] != self.key

    def _full_label(self, v: int, label: str, parent: Area | None) -> str:
        """Return a label of the second line with the one above it, unless it says enough alone."""
        if parent is None or parent.right == parent.left or not parent.left <= v <= parent.right:
            return label
        above = self.view.text(parent.top, parent.left).strip()
        match = match_label(label)
        return label if label == above or match and match.weight >= 1 else f"{above}: {label}"

    def _is_divider(self, v: int, label: str, content: int) -> bool:
        """Tell whether a line is one text over the whole width of a table whose labels stand in a column."""
        if not self.turned or v == self.key or not self.slots:
            return False
        if label:
            merged = self.view.merge(self.line, v).bottom > self.line + self.depth - 1
            return content == 0 and (merged or v not in self.known)
        return content == 1 and self._crosses(v)

    def _crosses(self, v: int) -> bool:
        """Tell whether the one cell of a line goes over most of the slots."""
        first = next(u for u in self.slots if (u, v) in self.view.cells)
        covered = len(self.view.reach(first, v, self.slots))
        return covered > 1 and covered >= _WIDE * len(self.slots)

    def _highest(self) -> int:
        high = v = self.high
        last = max(self.view.across, default=0)
        while v < min(last, self.most) and v - high <= (_MOST_BLANK_ROWS if self.turned else _MOST_BLANK_COLUMNS):
            v += 1
            if self._belongs(v, v - high - 1):
                high = v
        return self._without_empty_end(high)

    def _belongs(self, v: int, gap: int) -> bool:
        """Tell whether a line beyond the known labels is the table's: it has a label or, if it touches it, content."""
        label, content = self.label(v), self.content(v)
        if not gap:
            return bool(label or content)
        if not label or not content or self._outside(v) or _mostly_numbers(self._texts(self.slots, [v])):
            return False
        if content * 2 >= len(self.slots):
            return True
        # Less will do for a line that stands alone, if the table has empty lines even between its known labels.
        return self._is_empty(v + 1) and (content > 1 or any(map(self._is_empty, range(self.low, self.high))))

    def _is_empty(self, v: int) -> bool:
        return not self.label(v) and not self.content(v)

    def _outside(self, v: int) -> bool:
        """Tell whether a line has texts right beyond the slots, where the table has none."""
        return bool(self.view.text(self.slots[-1] + 1, v)) if self.slots else False

    def _without_empty_end(self, high: int) -> int:
        """Return the last line that is more than a note: unknown labels of empty rows at the end are not."""
        while self.turned and high > self.low and not self.content(high):
            match = self.known.get(high)
            if match is not None and match.concept != NOTES:
                break
            high -= 1
        return high

    def _lowest(self) -> int:
        low = v = self.low
        while v > self.least:
            v -= 1
            label, content = self.label(v), self.content(v)
            if self.turned:
                spans = sum(len(self.view.reach(u, v, self.slots)) for u in self.slots if (u, v) in self.view.cells)
                if content < 2 or 2 * max(spans, content) < len(self.slots):
                    break
            elif not content or (not label and content * 2 < len(self.slots)):
                break
            low = v
        return low


def _is_sum(view: View, u: int, columns: Iterable[int]) -> bool:
    texts = [view.text(u, v) for v in sorted(columns)]
    return bool(_FOOTNOTE.match(texts[0])) or any(map(_is_number, texts[1:]))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[.,%$€¥£+\-\s]*\d[\d.,%$€¥£+\-\s]*", text) is not None


def _mostly_numbers(texts: list[str]) -> bool:
    return 2 * sum(map(_is_number, texts)) > len(texts)


def build_table(candidate: Candidate, obstacles: Iterable[Area]) -> Table | None:
    """Return the table around a line of labels, clear of `obstacles` (in the candidate's view); None if it is empty."""
    build = _TableBuilder(candidate, obstacles)
    if not build.slots:
        return None
    build.widen()
    fields = build.find_fields()
    if not fields:
        return None
    key = next((one for one in fields if build.key in one.lines), None)
    corner = "" if key is None or key.means(STAGE) else key.label
    ends = [v for one in fields for v in one.lines]
    groups = _groups(build, fields)
    area = Area(build.line - bool(groups), min(ends), build.slots[-1], max(ends))
    fields = _with_groups(fields, groups)
    return Table(build.view, build.turned, build.line, build.slots, fields, key,
                 area.turned() if build.turned else area, corner, dividers=build.dividers)


def _groups(build: _TableBuilder, fields: list[Field]) -> list[tuple[int, str]]:
    """Return the names of groups of fields, which stand before the labels, by the v where each begins."""
    low, high = fields[0].lines[0], fields[-1].lines[-1]
    line = build.view.lines.get(build.line - 1, {})
    names = [(v, text) for v, text in sorted(line.items())
             if low <= v <= high and build.least <= v <= build.most and not (build.turned and v == build.key)]
    spans = [build.view.merge(build.line - 1, v) for v, _ in names]
    return names if build.turned or not names or _are_groups(spans, high - low) else []


def _are_groups(spans: list[Area], width: int) -> bool:
    """Tell whether there are several texts above a header, some of them over several labels, none over all."""
    widths = [area.right - area.left for area in spans]
    return len(spans) > 1 and 0 < max(widths) < width


def _with_groups(fields: list[Field], groups: list[tuple[int, str]]) -> list[Field]:
    """Return the fields with the groups' names as dividers before them, unless these are numbers that only count."""
    names = [] if all(digits_of(text) for _, text in groups) else list(groups)
    result: list[Field] = []
    for one in fields:
        while names and names[0][0] <= one.lines[0]:
            result.append(Field(names.pop(0)[1].strip(), None, [one.lines[0]], divider=True))
        result.append(one)
    return result
