"""What stands around a table: the title, the lines about project and people above it, the notes below it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from ...spreadsheet.grid import Area, Grid, by_row, runs
from .items import is_nothing
from .labels import bare, match_label, says_journey
from ..concepts import PERSONA, ROLE
from .synonyms import NAMES

_LONGEST_TITLE = 120
_LONGEST_KEY = 40
_PAIR = re.compile(r"\s*([^:：\n]{1,40}?)\s*[:：]\s*(\S.*)", re.S)
_DEFAULT_NAME = re.compile(
    r"(?:sheet|worksheet|table|tabelle|feuille?|hoja|planilha|plan|folha|лист|foglio|シート|工作表|表|map|data|main|arkusz|"
    r"blad|ark|(?:customer |user |buyer )?journey(?: map)?s?|cjm|template|(?:客户|用户)?旅程图?|地图|touchpoints?|"
    r"journey mapping|overview|触点|register)\s*\(?\s*\d*\s*\)?", re.I)
Heading = tuple[int, str]
Pair = tuple[int, str, str]

_KEYS = {bare(word): name for name, words in NAMES["front_matter"].items() for word in words}


@dataclass(slots=True)
class FrontMatter:
    """What was found around a table, as the journey's own fields."""

    title: str = ""
    organisation: str = ""
    vision: str = ""
    person: str = ""
    """Whose journey it is, which the context tells as well."""
    context: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        """Enter a pair into the field that its key means, if that is still empty, or else into the context.

        A text without a key goes into the context as it is, unless it says that there is nothing.
        """
        if not key:
            self.context += [] if is_nothing(value) else [value.strip()]
            return
        name = _KEYS.get(bare(key), "")
        if name and not getattr(self, name):
            setattr(self, name, value.strip())
        else:
            match = match_label(key)
            if match and match.concept in (PERSONA, ROLE):
                self.person = self.person or value.strip()
            self.context.append(f"{key.strip().rstrip(':：').strip()}: {value.strip()}")


def title_of_sheet(name: str) -> str:
    """Return a sheet's name if somebody gave it one that says something; empty for "Sheet1" and the like."""
    return "" if _DEFAULT_NAME.fullmatch(name.strip()) else name.strip()


def read_front_matter(grid: Grid, above: Area, first_on_sheet: bool) -> FrontMatter:
    """Return what the rows above a table say (`above` may be empty, its bottom above its top)."""
    rows = by_row(grid.within(above))
    front = FrontMatter()
    headings: list[Heading] = []
    pairs: list[Pair] = []
    for number, row in rows.items():
        found = _pairs(number, list(row.values()))
        pairs += found
        if not found:
            headings += [(number, text) for text in row.values()]
    title = _title(headings, list(rows), first_on_sheet)
    if title is not None:
        headings.remove(title)
        front.title = title[1].strip()
    pairs += [(number, "", text) for number, text in headings]
    for _, key, value in sorted(pairs, key=lambda pair: pair[0]):
        front.add(key, value)
    return front


def _pairs(number: int, texts: list[str]) -> list[Pair]:
    """Return the pairs of a key and a value that a row holds, in one cell or side by side; none if it is a heading.

    Any other row is a value without a key.
    """
    if len(texts) == 1:
        return [(number, key, value) for key, value in _pairs_in(texts[0])]
    if len(texts) % 2 == 0 and all(len(key) <= _LONGEST_KEY for key in texts[::2]):
        return [(number, key, value) for key, value in zip(texts[::2], texts[1::2])]
    return [(number, "", " · ".join(text.strip() for text in texts))]


def _pairs_in(text: str) -> list[tuple[str, str]]:
    """Return the "key: value" lines of a cell; none if a line is not of that form, or it is the journey's title."""
    pairs = [_PAIR.fullmatch(line) for line in text.split("\n") if not is_nothing(line)]
    if not all(pairs) or len(pairs) == 1 and says_journey(text.replace("：", ":").split(":")[0]):
        return []
    return [(pair[1], pair[2]) for pair in pairs if pair]


def _title(headings: list[Heading], rows: list[int], first_on_sheet: bool) -> Heading | None:
    """Return the heading that is the table's title: a short one that says "journey", or else the first, or nearest."""
    fitting = [heading for heading in headings
               if len(heading[1].strip()) <= _LONGEST_TITLE and not is_nothing(heading[1])]
    if not first_on_sheet:
        fitting = _nearest_block(fitting, rows)
    named = [heading for heading in fitting if says_journey(heading[1])]
    return next(iter(named), None) or next(iter(fitting), None)


def _nearest_block(headings: list[Heading], rows: list[int]) -> list[Heading]:
    """Return the headings of the last rows without a gap: what stands before belongs to the table further up."""
    start = rows[-1] if rows else 0
    for number in reversed(rows):
        if number < start - 1:
            break
        start = number
    return [heading for heading in headings if heading[0] >= start]


def notes_around(grid: Grid, taken: Collection[Area], below: Area) -> tuple[list[str], list[Area]]:
    """Return the notes in `below`, rows of a single text each, and the areas of what is more than a note."""
    rows = by_row({place: text for place, text in grid.within(below).items()
                   if not any(area.holds(*place) for area in taken)})
    notes: list[str] = []
    left: list[Area] = []
    for block in runs(rows):
        if all(len(rows[row]) == 1 for row in block):
            notes += [text.strip() for row in block for text in rows[row].values() if not is_nothing(text)]
        else:
            left.append(_bounds(block, rows))
    return notes, left


def _bounds(block: list[int], rows: dict[int, dict[int, str]]) -> Area:
    columns = [column for row in block for column in rows[row]]
    return Area(block[0], min(columns), block[-1], max(columns))
