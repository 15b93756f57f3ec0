"""Texts for people from rooms that know no Qt: kept as template and values, so that the window can translate them."""

from __future__ import annotations

from typing import Any


class Sentence:
    """One sentence for the user: an English template with named places, and what stands in them.

    `context` is the room that speaks. The translation tool collects the templates from calls of this class, so
    both `context` and `text` must be literals. `str()` gives the English sentence.
    """

    __slots__ = ("context", "text", "values")

    def __init__(self, context: str, text: str, /, **values: Any) -> None:
        self.context = context
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return self.text.format(**self.values)

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentence):
            return NotImplemented
        return (self.context, self.text, self.values) == (other.context, other.text, other.values)

    def __hash__(self) -> int:
        return hash((self.context, self.text))


class JourneyError(Exception):
    """Something the user asked for cannot be done; `sentence` says why in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
