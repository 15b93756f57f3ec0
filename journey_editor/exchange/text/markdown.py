"""Tables in Markdown as GitHub writes them: pipes between the cells, `<br>` for a line break, a heading above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from ...spreadsheet.grid import is_blank
from .text_tables import TextSheet, TextTable

_SPECIAL = re.compile(r"([\\`*\[\]<~$|]|(?<![^\W_])_|_(?![^\W_]))")
_EDGE = re.compile(r"^[ \t]+|[ \t]+$")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(?:```|~~~).*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = 0x10F000
"""Where escaped characters are put out of sight while marks are taken away: the end of the last private plane."""

_HELD_CHARACTER = re.compile(f"[{chr(_HELD + 0x21)}-{chr(_HELD + 0x7e)}]")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--.*?-->", re.I)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = tuple(re.compile(pattern) for pattern in (
    r"`+([^`]+)`+", r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"__(?=\S)(.+?)(?<=\S)__", r"~~(?=\S)(.+?)(?<=\S)~~",
    r"\*(?=\S)([^*]+?)(?<=\S)\*", r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"))


def write_markdown(title: str, rows: Iterable[Sequence[str]]) -> str:
    """Return a table, its first row being the header, under a heading if there is a title."""
    lines = [f"# {_written(title, also='#')}", ""] if title else []
    for number, row in enumerate(rows):
        lines.append("| " + " | ".join(map(_written, row)) + " |")
        if not number:
            lines.append("|" + " --- |" * len(row))
    return "\n".join(lines) + "\n"


def _written(text: str, also: str = "") -> str:
    """Return a text as Markdown that shows just this text; `also` is one more character to escape."""
    if unescape(text) != text:
        text = text.replace("&", "&amp;")
    text = _SPECIAL.sub(r"\\\1", text)
    text = text.replace(also, "\\" + also) if also else text
    text = _EDGE.sub(lambda found: "".join(f"&#{ord(char)};" for char in found[0]), text)
    return text.replace("\n", "<br>")


def has_markdown_table(text: str) -> bool:
    """Tell whether a text has the line of dashes under a row of cells that makes a table."""
    lines = text.split("\n")
    return any(_is_rule(lines, place) for place in range(1, len(lines)))


def _is_rule(lines: Sequence[str], place: int) -> bool:
    line = lines[place].rstrip("\r")
    return "|" in lines[place - 1] and "-" in line and _RULE.fullmatch(line) is not None


def read_markdown(text: str) -> TextSheet:
    """Return the tables of a text with the lines that stand around them; marks such as `**` are taken away."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    sheet = TextSheet()
    above: list[str] = []
    place = 0
    while place < len(lines):
        if place + 1 < len(lines) and _is_rule(lines, place + 1):
            end = next((at for at in range(place + 2, len(lines)) if "|" not in lines[at]), len(lines))
            rows = [_cells(line) for line in (lines[place], *lines[place + 2:end])]
            sheet.tables.append(TextTable(rows, above=above))
            above, place = [], end
        else:
            above += _around_tables(lines[place])
            place += 1
    sheet.below = above
    return sheet


def _around_tables(line: str) -> list[str]:
    """Return what a reader sees of a line that is no table's: nothing of a blank one or a fence of code."""
    heading = _HEADING.fullmatch(line)
    if not heading and (is_blank(line) or _FENCE.fullmatch(line)):
        return []
    return [_shown(_held(heading[1] if heading else line))]


def _cells(line: str) -> list[str]:
    line = _held(line).strip(" \t")
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") else line
    return [_shown(cell.strip(" \t")) for cell in line.split("|")]


def _held(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(_HELD + ord(found[1])), text) if "\\" in text else text


def _shown(text: str) -> str:
    """Return what a reader sees of a text whose escaped characters are out of sight."""
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _LINK.sub(r"\1", text)
    for pattern in _MARKS:
        text = pattern.sub(r"\1", text)
    return _HELD_CHARACTER.sub(lambda found: chr(ord(found[0]) - _HELD), unescape(text))
