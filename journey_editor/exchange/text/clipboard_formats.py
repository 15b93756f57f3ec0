"""Journeys and lists on the clipboard: what other programs are given, and what they gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from ...model import Journey, Sentence
from ...spreadsheet.grid import is_blank
from ..map_table import map_table
from ...spreadsheet.texts import Remarks
from ..recogniser.items import split_items
from ..report import ImportReport
from ..workbooks import journeys_in
from .delimited import read_delimited, write_delimited
from .files import delimited_books
from .html import read_html, write_html
from .markdown import has_markdown_table, read_markdown
from .text_tables import TextSheet, TextTable, book_of


@dataclass(slots=True)
class Pasted:
    """What was on the clipboard: whole maps or else a list of texts; `remarks` tell what was guessed or left out."""

    journeys: list[Journey] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    remarks: list[Sentence] = field(default_factory=list)


def clipboard_map(journey: Journey) -> tuple[str, str]:
    """Return the report's table of a journey as HTML and as tab-separated text."""
    table = map_table(journey, Remarks().tidy)
    rows = [table.header, *table.rows]
    title = [[table.title]] if table.title else []
    return write_html(table.title, rows), write_delimited([*title, *rows], "\t", guarded=False)


def clipboard_list(texts: Sequence[str]) -> tuple[str, str]:
    """Return texts as a column of cells, in HTML and as text."""
    return clipboard_cells([[text] for text in texts])


def clipboard_cells(rows: Sequence[Sequence[str]]) -> tuple[str, str]:
    """Return a block of cells as HTML and as tab-separated text."""
    tidied = [[Remarks().tidy(text) for text in row] for row in rows]
    text = write_delimited(tidied, "\t", guarded=False)
    # One text alone is most often pasted into a line of some form.
    alone = len(rows) == 1 and len(rows[0]) == 1
    return write_html("", tidied, header=False), text.removesuffix("\r\n") if alone else text


def cells_from_clipboard(html: str, text: str) -> list[list[str]]:
    """Return the block of cells that the clipboard holds: an HTML table, else tab-separated text; no rows if none."""
    sheet = _sheet_of_html(html)
    if len(sheet.tables) == 1 and not sheet.below and not sheet.tables[0].above:
        return sheet.tables[0].rows
    return read_delimited(text, "\t", guarded=False)


def recognise_clipboard(html: str, text: str) -> Pasted:
    """Return what the clipboard holds, by the recogniser of workbooks: HTML tables, else text, else lines."""
    sheet = _sheet_of_html(html)
    if not sheet.tables or all(map(is_blank, sheet.texts())):
        sheet = _sheet_of_text(text)
    as_csv = delimited_books(text, "", ",", guarded=True) if not html.strip() and _may_be_csv(text, sheet) else ()
    found = next(filter(None, map(journeys_in, chain([book_of(sheet, "")], as_csv))), [])
    if found:
        return _pasted(found)
    return Pasted(lines=[item.text for cell in sheet.texts() for item in split_items(cell)])


def _pasted(found: list[tuple[Journey, ImportReport]]) -> Pasted:
    remarks = [line for _, report in found for line in (*report.guesses, *report.unread)]
    return Pasted([journey for journey, _ in found], remarks=remarks)


def _may_be_csv(text: str, sheet: TextSheet) -> bool:
    """Tell whether a text may come out of an editor as CSV; a single line with commas is just that."""
    return len(sheet.tables) == 1 and "\t" not in text and "\n" in text.strip()


def _sheet_of_html(html: str) -> TextSheet:
    return read_html(html) if "<table" in html.lower() else TextSheet()


def _sheet_of_text(text: str) -> TextSheet:
    if has_markdown_table(text):
        return read_markdown(text)
    if "\t" in text:
        return TextSheet([TextTable(read_delimited(text, "\t", guarded=False))])
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # A cell of several lines, alone: what a spreadsheet gives as text is in quotes.
    quoted = read_delimited(text, "\t", guarded=False) if text.startswith('"') else []
    if len(quoted) == 1 and len(quoted[0]) == 1:
        return TextSheet([TextTable(quoted)])
    return TextSheet([TextTable([[line] for line in lines])])
