"""Tables in HTML: what spreadsheets, word processors and browsers put on the clipboard, and what they take from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from ...spreadsheet.grid import Area, is_blank
from .text_tables import TextSheet, TextTable

# -- writing ----------------------------------------------------------------------------------------------------------

_TYPED_AS_TEXT = """style='mso-number-format:"\\@";{style}' sdnum="1033;0;@\""""
"""Excel reads the number format, LibreOffice the attribute: without them `0012` becomes 12, and `=1+2` is run."""

_BREAK = '<br style="mso-data-placement:same-cell">'
_SPACES = re.compile(r"(?m)^ +| {2,}| +$")
_BORDER = "border:.5pt solid #c4c9d4;padding:3px 6px;white-space:normal;text-align:left;"
_STYLES = {
    "title": _BORDER + "font-weight:700;font-size:14pt;",
    "header": _BORDER + "font-weight:700;background:#e8ecf4;vertical-align:middle;",
    "cell": _BORDER + "vertical-align:top;",
}
_ATTRIBUTES = {
    # The same again for LibreOffice, which does not read them from a cell's style.
    "title": 'align="left"', "header": 'align="left" valign="middle" bgcolor="#e8ecf4"',
    "cell": 'align="left" valign="top"',
}


def write_html(title: str, rows: Sequence[Sequence[str]], header: bool = True) -> str:
    """Return a table as an HTML document, its title over all columns; every cell is typed as text.

    With `header` the first row and the first column stand out as what they are.
    """
    lines = ['<html><head><meta charset="utf-8"></head><body><table border="1" style="border-collapse:collapse">']
    if title:
        lines.append(f"<tr>{_cell(title, 'title', len(rows[0]) if rows else 1)}</tr>")
    for number, row in enumerate(rows):
        kinds = ["header" if header and not (number and place) else "cell" for place in range(len(row))]
        lines.append(f"<tr>{''.join(map(_cell, row, kinds))}</tr>")
    lines.append("</table></body></html>")
    return "\n".join(lines)


def _cell(text: str, kind: str, span: int = 1) -> str:
    tag = "td" if kind == "cell" else "th"
    over = f' colspan="{span}"' if span > 1 else ""
    shown = _SPACES.sub(_kept_spaces, escape(text.replace("\t", " "), quote=False)).replace("\n", _BREAK)
    return f"<{tag}{over} {_ATTRIBUTES[kind]} {_TYPED_AS_TEXT.format(style=_STYLES[kind])}>{shown}</{tag}>"


def _kept_spaces(found: re.Match[str]) -> str:
    """Return spaces as Excel marks those that are not to become one: it makes plain spaces of them again."""
    return f'<span style="mso-spacerun:yes">{"&nbsp;" * len(found[0])}</span>'


# -- reading ----------------------------------------------------------------------------------------------------------

_CONDITION = re.compile(r"<!\[(?:if|else|endif)[^\]>]*\]>", re.I)
"""What Office wraps around parts for some programs; inside comments it looks otherwise and goes with them."""

_SECTION = re.compile(r"<!\[(?!endif\]--)", re.I)
_SKIPPED = {"script", "style", "title", "template", "noscript", "comment", "svg", "math", "object", "select"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_BLOCKS = {"address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
           "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
           "section", "ul"}
_TABLE_PARTS = {"tr", "td", "th", "caption"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_COUNTED = re.compile(r"[(（]?\w{1,4}[.)、．）]")
_MOST_COLUMNS, _MOST_ROWS = 1000, 65_534
"""How far a browser lets a cell go."""

_NBSP = "\u00a0"
_HIDDEN, _BULLET, _KEPT = "hidden", "bullet", "kept"


@dataclass(slots=True)
class _Text:
    """A text as it is put together: lines of pieces, in which runs of white space count as one space."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    marked: bool = False
    """Whether the last line holds a bullet alone, to which the next block belongs."""

    def add(self, piece: str) -> None:
        self.lines[-1].append(piece)
        self.marked &= not piece.strip(" \t\r\n\f")

    def line(self) -> None:
        self.lines.append([])
        self.marked = False

    def block(self) -> None:
        if not self.marked and "".join(self.lines[-1]).strip(" \t\r\n\f"):
            self.line()

    def bullet(self, sign: str = "•") -> None:
        self.block()
        self.lines[-1].append(f"{sign} ")
        self.marked = True

    def shown(self) -> list[str]:
        """Return the lines without empty ones at the edges. Spaces that do not break are those that somebody meant."""
        lines = [_SPACE.sub(" ", "".join(pieces)).strip(" ").replace(_NBSP, " ") for pieces in self.lines]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            del lines[0]
        return lines


class _Table:
    """A table while it is read."""

    def __init__(self, above: list[str]) -> None:
        self.table = TextTable([], above=above)
        self.text: _Text | None = None
        self.caption: _Text | None = None
        self.hidden_rows: set[int] = set()
        self._place = (0, 0)
        self._busy: dict[int, int] = {}
        self._column = 0

    def start_row(self, hidden: bool) -> None:
        self.end_cell()
        self.table.rows.append([])
        self._column = 0
        if hidden:
            self.hidden_rows.add(len(self.table.rows))

    def start_cell(self, across: int, down: int, merged: bool) -> None:
        self.end_cell()
        if not self.table.rows:
            self.start_row(False)
        row = len(self.table.rows)
        while self._busy.get(self._column + 1, 0) >= row:
            self._column += 1
        first = self._column + 1
        self._column += across
        for column in range(first, first + across):
            self._busy[column] = row + down - 1
        if merged and (across > 1 or down > 1):
            self.table.merges[row, first] = Area(row, first, row + down - 1, first + across - 1)
        self._place = (row, first)
        self.text = _Text()

    def end_cell(self) -> None:
        if self.text is not None:
            row = self.table.rows[-1]
            row += [""] * (self._place[1] - len(row))
            row[self._place[1] - 1] = "\n".join(self.text.shown())
            self.text = None

    def end(self) -> TextTable:
        """Return the table: all rows equally long, merged ranges no longer than it, hidden rows at the end left out."""
        self.end_cell()
        if self.caption is not None:
            self.table.above += self.caption.shown()
        rows = self.table.rows
        while rows and len(rows) in self.hidden_rows and not any(rows[-1]):
            rows.pop()
        width = max([*map(len, rows), *(area.right for area in self.table.merges.values())], default=0)
        for row in rows:
            row += [""] * (width - len(row))
        self.table.merges = {place: Area(area.top, area.left, min(area.bottom, len(rows)), area.right)
                             for place, area in self.table.merges.items() if area.top <= len(rows)}
        return self.table


class _Reader(HTMLParser):
    """Collects tables and the text around them, from HTML of any quality."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = TextSheet()
        self._tables: list[tuple[_Table, list[tuple[str, str]]]] = []
        self._outside = _Text()
        self._open: list[tuple[str, str]] = []
        self._sign: list[str] = []

    @property
    def _text(self) -> _Text:
        """Where text belongs at this place."""
        if self._tables:
            table = self._tables[-1][0]
            return table.text or table.caption or self._outside
        return self._outside

    def _has(self, effect: str) -> bool:
        return any(known == effect for _, known in self._open)

    # -- tags ---------------------------------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        style = attributes.get("style", "").lower().replace(" ", "")
        if not self._has(_HIDDEN):
            if tag == "table":
                self._start_table()
                return
            if tag in _TABLE_PARTS and self._tables:
                self._start_part(tag, attributes, style)
                return
            self._start_text(tag, attributes)
        if tag not in _VOID:
            self._open.append((tag, _effect(tag, style)))

    def _start_text(self, tag: str, attributes: dict[str, str]) -> None:
        """Let a tag outside or inside a cell do to the text what it does in a browser."""
        if tag == "br":
            self._text.line()
        elif tag == "li":
            self._text.bullet()
        elif tag in _BLOCKS:
            self._text.block()
        elif tag == "img" and not attributes.get("alt", "").isascii():
            self._text.add(attributes["alt"])  # an emoji that the page shows as a picture

    def handle_endtag(self, tag: str) -> None:
        place = next((place for place in range(len(self._open) - 1, -1, -1) if self._open[place][0] == tag), None)
        shown = place is None or not self._has(_HIDDEN)
        if tag == "table" and shown:
            self._end_table()
        elif tag in _TABLE_PARTS and shown:
            self._end_part(tag)
        elif place is not None:
            self._end_text(tag, place)

    def _end_text(self, tag: str, place: int) -> None:
        """Close a tag that was opened at a place, with all that were opened in it."""
        closed = self._open[place:]
        del self._open[place:]
        if any(effect == _BULLET for _, effect in closed) and not self._has(_BULLET):
            self._put_sign()
        if tag in _BLOCKS and not self._has(_HIDDEN):
            self._text.block()

    def handle_data(self, data: str) -> None:
        if self._has(_HIDDEN):
            return
        if self._has(_BULLET):
            self._sign.append(data)
        elif not self._has(_KEPT):
            self._text.add(data)
        else:
            first, *rest = data.replace("\r\n", "\n").split("\n")
            self._text.add(_kept(first))
            for line in rest:
                self._text.line()
                self._text.add(_kept(line))

    def _put_sign(self) -> None:
        """Enter the mark that Word shows before an entry of a list: a number as it is, any other as a bullet."""
        sign = "".join(self._sign).replace(_NBSP, " ").strip()
        self._sign = []
        self._text.bullet(sign if _COUNTED.fullmatch(sign) or sign == "Ø" else "•")

    # -- tables -------------------------------------------------------------------------------------------------------

    def _start_table(self) -> None:
        above: list[str] = []
        if not self._tables:
            above = [line for line in self._outside.shown() if not is_blank(line)]
            self._outside = _Text()
        self._tables.append((_Table(above), self._open))
        self._open = []

    def _start_part(self, tag: str, attributes: dict[str, str], style: str) -> None:
        table = self._tables[-1][0]
        self._open, self._sign = [], []
        if tag == "caption":
            table.caption = table.caption or _Text()
        elif tag == "tr":
            table.start_row("display:none" in style)
        else:
            across = min(max(_number(attributes.get("colspan", ""), 1), 1), _MOST_COLUMNS)
            down = min(_number(attributes.get("rowspan", ""), 1) or _MOST_ROWS, _MOST_ROWS)
            # Excel lets long text run on over empty cells, and calls that a span which is to be ignored.
            table.start_cell(across, down, "mso-ignore:colspan" not in style)
            if "white-space:pre" in style:
                self._open.append((tag, _KEPT))

    def _end_part(self, tag: str) -> None:
        if not self._tables:
            return
        table = self._tables[-1][0]
        self._open = []
        if tag != "caption":
            table.end_cell()

    def _end_table(self) -> None:
        if not self._tables:
            return
        table, self._open = self._tables.pop()
        done = table.end()
        texts = [text for row in done.rows for text in row if text]
        if self._tables and _only_arranges(done, texts):
            for text in [*done.above, *texts]:
                for line in text.split("\n"):
                    self._text.block()
                    self._text.add(line.replace(" ", _NBSP))
            self._text.block()
        elif texts:
            self.sheet.tables.append(done)

    def finish(self) -> TextSheet:
        """Return what was read; what was left open ends here."""
        self.close()
        while self._tables:
            self._end_table()
        self.sheet.below = [line for line in self._outside.shown() if not is_blank(line)]
        return self.sheet


def _only_arranges(table: TextTable, texts: Sequence[str]) -> bool:
    """Tell whether a table in a cell, being one line, is no table but how somebody arranged the text of that cell."""
    return len(texts) < 2 or len(table.rows) == 1 or all(len(row) == 1 for row in table.rows)


def _effect(tag: str, style: str) -> str:
    if tag in _SKIPPED or "display:none" in style or "mso-hide:all" in style:
        return _HIDDEN
    if "mso-list:ignore" in style:
        return _BULLET
    return _KEPT if tag == "pre" or "white-space:pre" in style else ""


def _kept(text: str) -> str:
    return text.replace(" ", _NBSP).replace("\t", _NBSP)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.strip().isdecimal() else otherwise


def read_html(html: str) -> TextSheet:
    """Return the tables of a page or of a part of one, with the lines of text around them; none if it has no table."""
    reader = _Reader()
    reader.feed(_SECTION.sub("&lt;![", _CONDITION.sub("", html)))
    return reader.finish()
