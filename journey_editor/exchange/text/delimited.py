"""Tables as lines of text with a separator between the cells: CSV, TSV, and what the clipboard calls plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...spreadsheet.texts import looks_like_formula

SEPARATORS = (",", ";", "\t", "|")
LINE_END = "\r\n"

_FIELDS = {
    # A quote that is not closed before a separator is just a character of the text.
    separator: re.compile(rf' *"((?:[^"]++|"")*+)" *(?=[{separator}\r\n]|\Z)|([^{separator}\r\n]*)')
    for separator in SEPARATORS}
_DECLARED = re.compile(r'"?sep=([,;\t|])"?(?:\r\n|\r|\n)')
_GUARDED = re.compile(r"''*[=+\-@\t\r]")
_SAMPLE_ROWS = 300


def write_delimited(rows: Iterable[Sequence[str]], separator: str, *, guarded: bool) -> str:
    """Return a table as text, its lines ending in CRLF; cells with line breaks are quoted, as Excel does.

    A `guarded` text never holds a cell that a spreadsheet would run as a formula: before one that begins with `=`,
    `+`, `-`, `@` or a tab stands an apostrophe, which `read_delimited(…, guarded=True)` takes away. A cell that begins
    so behind apostrophes of its own gets one more, so that what is read is always what was written.
    """
    return "".join(separator.join(_field(guard(text) if guarded else text, separator) for text in row) + LINE_END
                   for row in rows)


def _field(text: str, separator: str) -> str:
    if any(char in text for char in (separator, '"', "\n", "\r")) or text != text.strip(" "):
        return '"' + text.replace('"', '""') + '"'
    return text


def guard(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet could run it, or would take it for guarded."""
    bare = text.lstrip("'")
    return "'" + text if looks_like_formula(bare) or bare.startswith(("\t", "\r")) else text


def unguard(text: str) -> str:
    """Return what `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


def read_delimited(text: str, separator: str, *, guarded: bool) -> list[list[str]]:
    """Return the rows of a text with a known separator; a line break inside a cell becomes `\\n`."""
    declared = _DECLARED.match(text)
    place = declared.end() if declared else 0
    field, rows, row = _FIELDS[separator], [], []
    while place < len(text):
        found = field.match(text, place)
        assert found is not None  # a field may be empty, so there always is one
        quoted = found[1]
        cell = found[2] if quoted is None else _plain_breaks(quoted.replace('""', '"'))
        row.append(unguard(cell) if guarded else cell)
        place = found.end()
        if text[place:place + 1] == separator:
            place += 1
            if place < len(text):
                continue
            row.append("")
        else:
            place += 2 if text.startswith("\r\n", place) else 1
        rows.append(row)
        row = []
    return rows


def _plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def likely_separators(text: str, first: str = "") -> list[str]:
    """Return the separators that the text may have, the likeliest first: the one with which its rows are equally long.

    `first` wins where nothing else is more likely. A first line `sep=;`, which Excel knows, decides.
    """
    declared = _DECLARED.match(text)
    if declared:
        return [declared[1]]
    scores = {separator: _evenness(text, separator) for separator in SEPARATORS}
    order = sorted(SEPARATORS, key=lambda separator: (-scores[separator], separator != first))
    return [separator for separator in order if scores[separator] > 0]


def _evenness(text: str, separator: str) -> float:
    """Return the share of the rows that have as many cells as most rows have; 0 if these have one."""
    rows = read_delimited(text[:200_000], separator, guarded=False)[:_SAMPLE_ROWS]
    lengths = Counter(len(row) for row in rows if any(row))
    several = [(count, length) for length, count in lengths.items() if length > 1]
    if not several:
        return 0.0
    return round(max(several)[0] / sum(lengths.values()), 2)
