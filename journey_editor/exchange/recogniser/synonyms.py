"""What journey maps in the wild call things: the data in `resources/synonyms`.

- `labels.json`: the rows and columns. An entry has a concept, a weight (how much meeting one of the words speaks for a
  journey map, below zero: against one), a language, and the words. What comes first wins.
- `names.json`: what a title over a map says (`journey`); what stages are commonly called (`stages`); whoever before a
  weak word such as "actions" makes it the touchpoints (`people`); what is spelt almost like a label and means something
  else (`false_friends`); the keys of the lines above a map, by the journey's field that they fill (`front_matter`).
- `cells.json`: the words and signs in which cells tell emotions from −2 to +2 (`faces`; `typed`, made of plain
  characters; `grades`; `three` for scales such as high, medium, low; `moods`, which are kept as text as well),
  durations (`units`, in seconds), grades of automation, yes and no.
- `chinese.json`: traditional characters and the simplified ones in their places.

Latin words stand in the singular, without accents where that does not matter, in small letters; Chinese ones in
simplified characters: `labels.bare` brings what it meets into the same form.
"""

from __future__ import annotations

import json
from typing import Any

from ...shipped import find


def read(name: str) -> Any:
    """Return what one of the files holds; `name` is without its ending."""
    return json.loads(find("resources", f"synonyms/{name}.json").read_text(encoding="utf-8"))


NAMES: dict[str, Any] = read("names")
