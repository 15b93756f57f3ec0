"""The texts of an SVG, so set that they keep their places where our own font is not installed."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFontMetricsF

from journey_editor.drawing.fonts import FAMILY, font

# Who reads the file may have another system than who wrote it. The first ones' Latin letters are as wide as ours.
_FAMILIES = (FAMILY, "Source Sans 3", "Source Sans Pro", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC",
             "Microsoft YaHei", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
_LATIN = ("Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
_TEXT = re.compile(r'<text (?P<before>[^>]*?)font-family="[^"]*" font-size="(?P<size>[\d.]+)" '
                   r'font-weight="(?P<weight>\d+)"(?P<after>[^>]*)>(?P<words>[^<]*)</text>')


def with_fallbacks(svg: str) -> str:
    """Return the SVG with other fonts named beside ours, and with every text's width, which readers then keep to."""
    return _TEXT.sub(_set, svg)


def _set(match: re.Match[str]) -> str:
    size, weight, words = match["size"], match["weight"], match["words"]
    metrics = QFontMetricsF(font(float(size), bold=int(weight) > 500))
    width = metrics.horizontalAdvance(unescape(words))
    keep = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width > 0 else ""
    # Chinese fonts have a middle dot as wide as a character.
    words = words.replace("·", f'<tspan font-family="{_list(_LATIN)}">·</tspan>')
    return (f'<text {match["before"]}font-family="{_list(_FAMILIES)}" font-size="{size}" font-weight="{weight}"'
            f'{match["after"]}{keep}>{words}</text>')


def _list(families: tuple[str, ...]) -> str:
    return ", ".join(f"'{family}'" for family in families) + ", sans-serif"
