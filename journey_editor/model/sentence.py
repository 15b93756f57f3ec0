"""Texts for people from rooms that know no Qt: kept as template and values, so that the window can translate them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .vocabulary import SOURCE


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


class Word:
    """A word of the domain among the values of a sentence, in the language that the sentence is said in.

    `find(*args, language)` is what looks it up, a function of `vocabulary`. `str()` gives the English word.
    """

    __slots__ = ("args", "find")

    def __init__(self, find: Callable[..., str], *args: Any) -> None:
        self.find = find
        self.args = args

    def in_language(self, language: str) -> str:
        """Return the word in a language."""
        return self.find(*self.args, language)

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Word):
            return NotImplemented
        return (self.find, self.args) == (other.find, other.args)

    def __hash__(self) -> int:
        return hash((self.find, self.args))


class JourneyError(Exception):
    """Something the user asked for cannot be done; `sentence` says why in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
