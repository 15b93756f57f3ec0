"""The history of the file format, and the steps that bring older files up to the present version.

Version 1 (journey-editor 0.1)
    The first: a header (`format`, `version`, `written_by`) and `records`, a list of flat objects, each with `type`
    and `id`. Fields at their default are left out.

A change of the format raises `VERSION`, adds a paragraph here and a step to `STEPS`, and leaves a golden file of the
version before in `tests/storage/golden/`, which is never edited again. A step is a pure function from one version's
raw document (dicts, lists, texts and numbers, as JSON gave them) to the next one's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Document = dict[str, Any]
Step = Callable[[Document], Document]

VERSION = 1

STEPS: dict[int, Step] = {}
"""By version: what makes a document of the next version from one of this."""


def bring_up(document: Document, steps: Mapping[int, Step] = STEPS, version: int = VERSION) -> Document:
    """Return a document of `version`, made from an older one step by step; the same object if it is one already."""
    for number in range(document["version"], version):
        document = {**steps[number](document), "version": number + 1}
    return document
