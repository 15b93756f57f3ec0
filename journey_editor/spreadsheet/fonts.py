"""Which fonts have the characters of a script that others lack."""

from __future__ import annotations

import re

SCRIPTS: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {
    "Han": (re.compile("[\u2e80-\u9fff]"), (
        "microsoft yahei", "microsoft jhenghei", "simsun", "nsimsun", "simhei", "dengxian", "kaiti", "fangsong",
        "mingliu", "pmingliu", "dfkai", "youyuan", "lisu", "stsong", "stheiti", "stkaiti", "stfangsong", "stxihei",
        "stzhongsong", "pingfang", "heiti", "songti", "hiragino sans gb", "noto sans cjk", "noto serif cjk",
        "noto sans sc", "noto sans tc", "noto serif sc", "noto serif tc", "source han", "wenquanyi", "harmonyos sans",
        "alibaba puhuiti", "arial unicode")),
}
"""How the names of fonts look, or begin, that have a script which others lack."""


def has_script(font: str, script: str) -> bool:
    """Tell whether a font of this name is known to have a script; of scripts that common fonts have, all are."""
    if script not in SCRIPTS:
        return True
    look, beginnings = SCRIPTS[script]
    return bool(look.search(font)) or font.casefold().startswith(beginnings)
