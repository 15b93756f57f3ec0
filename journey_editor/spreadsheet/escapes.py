"""Any text in a cell, and back: what a cell or XML cannot hold goes in as Excel's own escapes, `_xHHHH_`.

The escapes are those of ECMA-376 (part 1, 22.9.2.19, ST_Xstring): Excel and LibreOffice read them as the characters
they stand for. Only a text longer than a cell is cut here; its rest is in the workbook's base.
"""

from __future__ import annotations

import re

from .texts import LONGEST_CELL

_TO_ESCAPE = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_VERY_LONG = 16_000
"""From how many characters on LibreOffice breaks a line of its own accord, and drops as much at the end."""

_SLACK = 16
_UNSURE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd-\uffff]")


def encoded(text: str) -> str:
    """Return the text as the XML of a cell has it."""
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def decoded(text: str) -> str:
    """Return the text that the XML of a cell means."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def split_for_cell(text: str) -> tuple[str, str]:
    """Return as much of a text as a cell holds, and the rest."""
    if 2 * len(text) <= LONGEST_CELL:
        return text, ""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST_CELL:
        return text, ""
    first = units[:2 * LONGEST_CELL].decode("utf-16-le", "ignore")
    return first, text[len(first):]


def canonical(text: str) -> str:
    """Return what stays of a text however often programs save it: two texts with the same form are taken for one.

    Some programs drop or replace characters without a shape, write line breaks in their own way, or resolve an
    escape that was meant literally.
    """
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text
    while "_x" in text and (plain := decoded(text)) != text:
        text = plain
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSURE.sub("", text)


def is_same_text(one: str, other: str) -> bool:
    """Tell whether two texts of cells are one, as far as programs that save a workbook keep it."""
    if one == other:
        return True
    first, second = canonical(one), canonical(other)
    if first == second:
        return True
    if len(first) < _VERY_LONG:
        return False
    first, second = first.replace("\n", ""), second.replace("\n", "")
    least = min(len(first), len(second)) - _SLACK
    return abs(len(first) - len(second)) < _SLACK and first[:least] == second[:least]
