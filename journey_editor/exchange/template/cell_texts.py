"""Texts with placeholders, in cells and elsewhere: the runs that they consist of, and what they become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date
from xml.etree.ElementTree import Element

from ...model.vocabulary import day_label
from ...spreadsheet.reader import text_nodes
from ...spreadsheet.texts import escaped
from ...spreadsheet.xml_part import XmlPart, named, tag_of
from .placeholders import PLACEHOLDER, Value, Values, is_of_a_line, known_name
from .references import Spot

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def text_of_value(value: Value, name: str, language: str) -> str:
    """Return a placeholder's value inside a text."""
    if value is None:
        return ""
    if isinstance(value, date):
        return day_label(value, language)
    if isinstance(value, (int, float)):
        return f"{value:+g}" if name == "emotion" and value else f"{value:g}"
    return value


def with_texts(item: Element, change: Callable[[str], str], part: XmlPart) -> Element:
    """Return a cell's inline text made of another, changed run by run, so that each keeps its font."""
    new = deepcopy(item)
    new.tag = part.name("is")
    for child in [child for child in new if tag_of(child.tag) in ("rPh", "phoneticPr")]:
        new.remove(child)
    for node in _whole_texts(new):
        node.text = escaped(change(node.text or ""))
        node.set(_SPACE, "preserve")
    return new


def _whole_texts(item: Element) -> list[Element]:
    """Return the elements that hold an item's text, joined into one if a placeholder goes over several runs."""
    texts = text_nodes(item)
    whole = "".join(node.text or "" for node in texts)
    if sum(len(PLACEHOLDER.findall(node.text or "")) for node in texts) != len(PLACEHOLDER.findall(whole)):
        # The first run's font is everything's.
        for child in list(item)[1:]:
            item.remove(child)
        texts = texts[:1]
        texts[0].text = whole
    return texts


def fill_texts(root: Element, tags: Iterable[str], values: Values, ampersand: str = "&") -> bool:
    """Replace the placeholders that mean the whole journey in texts outside of cells; return whether there were any.

    `ampersand` is what a plain `&` is written as: doubled in headers and footers.
    """
    def put(found: re.Match[str]) -> str:
        name = known_name(found[1], values.journey)
        if name is None or is_of_a_line(name):
            return found[0]
        return text_of_value(values.of(name, Spot()), name, values.journey.info.language).replace("&", ampersand)

    changed = False
    for tag in tags:
        for node in named(root, tag):
            old = node.text or ""
            if "{{" in old:
                node.text = PLACEHOLDER.sub(put, old)
                changed = changed or node.text != old
    return changed
