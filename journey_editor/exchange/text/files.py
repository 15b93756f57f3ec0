"""Journeys in text files: .csv, .tsv and .txt with a separator, .md with a table in Markdown.

Written is UTF-8: .csv with commas and .tsv with tabs, both with a byte order mark, without which Excel takes Chinese
for Western letters, with CRLF after each line, and with the cells guarded against being run as formulas (see
`delimited`); .md with plain line ends and no mark. Read are all encodings and separators that `decoding` and
`delimited` find.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ...model import Journey, JourneyError, Sentence
from ...files.disk import atomic_write, read_bytes
from ...files.kinds import CSV, MARKDOWN, TEXT, TSV, kind_of
from ..report import NATIVE, NATIVE_TABLE, ImportReport
from ..map_table import map_table
from ...spreadsheet.grid import Book
from ...spreadsheet.texts import Remarks
from ..workbooks import journey_in, journeys_in
from .decoding import decoded
from .delimited import likely_separators, read_delimited, write_delimited
from .markdown import has_markdown_table, read_markdown, write_markdown
from .text_tables import TextSheet, TextTable, book_of

SEPARATORS = {CSV: ",", TSV: "\t"}

MOST_BYTES = 100_000_000
"""No map comes near it."""

_MARK = "\ufeff"


def read_text_file(path: str | os.PathLike[str], sheet: str | None = None) -> tuple[Journey, ImportReport]:
    """Return the journey in a text file and the report of its reading; errors are those of `read_workbook`."""
    file = Path(path)
    text = _text(file)
    kind = kind_of(file)
    if kind == MARKDOWN or kind == TEXT and has_markdown_table(text):
        books = [book_of(read_markdown(text), file.stem)]
    else:
        books = list(delimited_books(text, file.stem, SEPARATORS.get(kind or TEXT, "\t"), guarded=True))
    book = next((one for one in books if len(books) == 1 or journeys_in(one)), books[0])
    journey, report = journey_in(book, file.name, sheet)
    if report.layout == NATIVE:
        report.layout = NATIVE_TABLE
    return journey, report


def delimited_books(text: str, name: str, first: str, *, guarded: bool) -> Iterator[Book]:
    """Yield the text as a sheet for each separator that it may have, the likeliest first.

    That is `first` if the text is then just as it is written here, and `first` also comes if nothing speaks for any.
    """
    exact = book_of(TextSheet([TextTable(read_delimited(text, first, guarded=guarded))]), name)
    if exact.names:
        yield exact
        return
    for separator in likely_separators(text, first) or [first]:
        rows = read_delimited(text, separator, guarded=guarded)
        yield book_of(TextSheet([TextTable(rows)]), name)


def _text(file: Path) -> str:
    """Return what is in a text file; raise `JourneyError` if it cannot be read, is none, or is empty."""
    data = read_bytes(file, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise JourneyError(Sentence(
            "exchange", "“{name}” is too large to be read as a journey map.", name=file.name))
    text = None if data.startswith(b"PK\x03\x04") else decoded(data)
    if text is None:
        raise JourneyError(Sentence("exchange", "“{name}” is not a text file.", name=file.name))
    if not text.strip():
        raise JourneyError(Sentence("exchange", "“{name}” is empty.", name=file.name))
    return text


def write_text_file(journey: Journey, path: str | os.PathLike[str]) -> list[Sentence]:
    """Write the report's table of a journey; return what had to be altered, empty if nothing.

    The file is replaced as a whole or not at all. Raise `JourneyError` if it cannot be written.
    """
    remarks = Remarks()
    table = map_table(journey, remarks.tidy)
    rows = [table.header, *table.rows]
    kind = kind_of(path) or CSV
    if kind == MARKDOWN:
        text = write_markdown(table.title, rows)
    else:
        # All lines are equally long, as the format wants them.
        title = [[table.title, *[""] * (len(table.header) - 1)]] if table.title else []
        text = _MARK + write_delimited([*title, *rows], SEPARATORS[kind], guarded=True)
    # A lone surrogate cannot be here: no record holds one.
    atomic_write(path, text.encode())
    return remarks.sentences()
