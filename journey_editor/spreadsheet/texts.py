"""Texts on their way into cells: what Excel cannot hold is altered, and what was altered is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journey_editor.model import Sentence

LONGEST_CELL = 32_767
"""The most that a cell holds, in UTF-16 code units, which is how Excel counts characters."""

REPLACEMENT = "\ufffd"
CONTINUATION = "  "
"""What a line begins with that goes on with the item above it."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FEW = 6


class Remarks:
    """What had to be altered while a workbook was written."""

    def __init__(self) -> None:
        self._replaced: dict[str, None] = {}
        self._cut: dict[str, list[str]] = {}
        self._hidden: dict[str, list[str]] = {}

    def tidy(self, text: str) -> str:
        """Return the text with `\\n` as its only line break and no character that XML forbids."""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if _FORBIDDEN.search(text):
            text = _FORBIDDEN.sub(REPLACEMENT, text)
            self._replaced[text] = None
        return text

    def shortened(self, text: str, sheet: str, cell: str) -> str:
        """Return the text as far as a cell holds it, ending in `…` if that is not all."""
        if 2 * len(text) <= LONGEST_CELL or len(units := text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
            return text
        self._cut.setdefault(sheet, []).append(cell)
        return units[:2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"

    def hidden(self, sheet: str, cell: str) -> None:
        """Remember a cell whose text needs a taller row than Excel has."""
        self._hidden.setdefault(sheet, []).append(cell)

    def sentences(self) -> list[Sentence]:
        """Return what is to be told to the user; empty if nothing was altered."""
        told = []
        if self._replaced:
            told.append(Sentence(
                "exchange", "Characters that an Excel file cannot hold were replaced by {mark}; texts altered: "
                "{count}, the first being “{text}”.", mark=REPLACEMENT, count=len(self._replaced),
                text=brief(next(iter(self._replaced)))))
        for sheet, cells in self._cut.items():
            told.append(Sentence(
                "exchange", "Text was cut after {limit} characters, the most that a cell of Excel holds; sheet "
                "“{sheet}”, cells: {cells}.", limit=f"{LONGEST_CELL:,}", sheet=sheet, cells=listed(cells)))
        for sheet, cells in self._hidden.items():
            told.append(Sentence(
                "exchange", "Some cells need a taller row than Excel allows, so their last lines are in the file but "
                            "cannot be seen; sheet “{sheet}”, cells: {cells}.", sheet=sheet, cells=listed(cells)))
        return told


def brief(text: str) -> str:
    """Return a text as one short line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def listed(cells: list[str]) -> str:
    """Return the names of the first cells of some, and how many there are if these are not all."""
    return ", ".join(cells[:_FEW]) + (f", … ({len(cells)})" if len(cells) > _FEW else "")


def bulleted(items: Iterable[str], bullet: str) -> str:
    """Return one text with an item a bullet; the further lines of an item are indented: no bullet begins them."""
    return "\n".join(f"{bullet} " + item.replace("\n", "\n" + CONTINUATION) for item in items)


def escaped(text: str) -> str:
    """Return the text with what would be read as a character's code, such as `_x000D_`, marked as plain text."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def looks_like_formula(text: str) -> bool:
    """Tell whether Excel would take the text for a formula if it were typed in."""
    return text.startswith(("=", "+", "-", "@"))
