"""What stands around a table: the title, the lines about project and people above it, the notes below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...spreadsheet.grid import Area, Grid, runs
from .items import is_nothing
from .labels import bare, match_label, says_journey
from .synonyms import FRONT_MATTER, PERSONA, ROLE

_LONGEST_TITLE = 120
_LONGEST_KEY = 40
_PAIR = re.compile(r"\s*([^:：\n]{1,40}?)\s*[:：]\s*(\S.*)", re.S)
_DEFAULT_NAME = re.compile(
    r"(?:sheet|worksheet|table|tabelle|feuille?|hoja|planilha|plan|folha|лист|foglio|シート|工作表|表|map|data|main|arkusz|"
    r"blad|ark|(?:customer |user |buyer )?journey(?: map)?s?|cjm|template|(?:客户|用户)?旅程图?|地图|touchpoints?|"
    r"journey mapping|overview|触点|register)\s*\(?\s*\d*\s*\)?", re.I)
Heading = tuple[int, str]

_KEYS = {bare(word): name for name, words in FRONT_MATTER for word in words.split("|")}


@dataclass(slots=True)
class Front:
    """What was found around a table, as the journey's own fields."""

    title: str = ""
    organisation: str = ""
    vision: str = ""
    person: str = ""
    """Whose journey it is, which the context tells as well."""
    context: list[str] = field(default_factory=list)

    def add(self, key: str, value: str) -> None:
        """Enter a pair into the field that its key means, if that is still empty, or else into the context."""
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


def read_front(grid: Grid, above: Area, first_on_sheet: bool) -> Front:
    """Return what the rows above a table say (`above` may be empty, its bottom above its top)."""
    rows = _rows(grid, above)
    front = Front()
    headings: list[Heading] = []
    lines: list[tuple[int, str, str]] = []
    for number, texts in rows:
        if len(texts) == 1:
            _read_single(number, texts[0], headings, lines)
        elif len(texts) % 2 == 0 and all(len(key) <= _LONGEST_KEY for key in texts[::2]):
            lines += [(number, key, value) for key, value in zip(texts[::2], texts[1::2])]
        else:
            lines.append((number, "", " · ".join(text.strip() for text in texts)))
    title = _title(headings, rows, first_on_sheet)
    if title is not None:
        headings.remove(title)
        front.title = title[1].strip()
    lines += [(number, "", text) for number, text in headings]
    for _, key, value in sorted(lines, key=lambda line: line[0]):
        if key:
            front.add(key, value)
        elif not is_nothing(value):
            front.context.append(value.strip())
    return front


def _rows(grid: Grid, area: Area) -> list[tuple[int, list[str]]]:
    rows: dict[int, list[str]] = {}
    for (row, column), text in sorted(grid.cells.items()):
        if area.top <= row <= area.bottom and area.left <= column <= area.right:
            rows.setdefault(row, []).append(text)
    return list(rows.items())


def _read_single(number: int, text: str, headings: list[Heading], lines: list[tuple[int, str, str]]) -> None:
    """Sort a row of one cell into headings and "key: value" lines; a cell of several such lines gives several."""
    pairs = [_PAIR.fullmatch(line) for line in text.split("\n") if not is_nothing(line)]
    if pairs and all(pairs) and not (len(pairs) == 1 and says_journey(text.replace("：", ":").split(":")[0])):
        lines += [(number, pair[1], pair[2]) for pair in pairs if pair]
    else:
        headings.append((number, text))


def _title(headings: list[Heading], rows: list[tuple[int, list[str]]], first_on_sheet: bool) -> Heading | None:
    """Return the heading that is the table's title: a short one that says "journey", or else the first, or nearest."""
    fitting = [heading for heading in headings
               if len(heading[1].strip()) <= _LONGEST_TITLE and not is_nothing(heading[1])]
    if not first_on_sheet:
        fitting = _nearest_block(fitting, [number for number, _ in rows])
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


def notes_around(grid: Grid, taken: Iterable[Area], below: Area) -> tuple[list[str], list[Area]]:
    """Return the notes in `below`, rows of a single text each, and the areas of what is more than a note."""
    areas = list(taken)
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(grid.cells.items()):
        if below.top <= row <= below.bottom and below.left <= column <= below.right and not any(
                area.top <= row <= area.bottom and area.left <= column <= area.right for area in areas):
            rows.setdefault(row, []).append((column, text))
    notes: list[str] = []
    left: list[Area] = []
    for block in runs(rows):
        if all(len(rows[row]) == 1 for row in block):
            notes += [text.strip() for row in block for _, text in rows[row] if not is_nothing(text)]
        else:
            columns = [column for row in block for column, _ in rows[row]]
            left.append(Area(block[0], min(columns), block[-1], max(columns)))
    return notes, left
