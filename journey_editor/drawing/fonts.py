"""The fonts that every picture is drawn in: our own first, so that a map looks and measures alike on every machine."""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from journey_editor.shipped import find

FAMILY = "Journey Sans"

# What our own family lacks (rare characters, emoji) comes from the system's; a name unknown there would cost a search.
_OF_SYSTEM = {
    "win32": ["Microsoft YaHei", "Microsoft JhengHei", "Segoe UI", "Segoe UI Emoji"],
    "darwin": ["PingFang SC", "PingFang TC", "Helvetica Neue", "Apple Color Emoji"],
}
FAMILIES = [FAMILY, *_OF_SYSTEM.get(sys.platform, ["Noto Sans CJK SC", "Noto Sans", "DejaVu Sans", "Noto Color Emoji"])]


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt, once; needs a QGuiApplication."""
    for name in ("JourneySans-Regular.otf", "JourneySans-Bold.otf"):
        if QFontDatabase.addApplicationFont(str(find("resources", f"fonts/{name}"))) < 0:
            raise RuntimeError(f"The font {name} cannot be read.")


def font(size_px: float, *, bold: bool = False) -> QFont:
    """Return the font of a size in whole pixels at 100 %, unhinted, so that its measures scale with the zoom."""
    load_fonts()
    made = QFont(FAMILIES)
    made.setPixelSize(max(1, round(size_px)))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(True)
    return made
