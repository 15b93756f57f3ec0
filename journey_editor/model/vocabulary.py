"""The words of the domain in every language: what maps, their deliverables and the program itself call things.

A language is a file of words, `resources/words/CODE.json`; the files of that folder are the languages. A file holds

- `name`: what its speakers call the language; `locales`: how the names of the locales that it serves begin;
- `font`, `leading`: what workbooks are written in, and the height of a line as a multiple of the font's size; `script`:
  the script, if common fonts lack it; `shipped_fonts`: whether the window needs the program's own fonts;
- `lowercase`: whether words begin in lower case inside a sentence; `hint`: a word with something in brackets; `date`,
  `months`: how a day is written; `plural`: which form of `counted` is for n things, as gettext writes it, if the rule
  is not "the first for one, the last for all others";
- `kinds`: by record type the word for `one` and for `many`, with an article (`a`), and `counted`; `counted`: the forms
  for things of several types;
- `words`: all others: the fields of records, those of one type under "type.field", their values, the names of sheets;
- `hints`: what stands in brackets behind the word for a field in headings, such as its unit;
- `former`: what earlier versions wrote into workbooks in place of a word, which is still read.

Whatever a file lacks is as in English, the language that the program itself is written in.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from functools import cache
from typing import Any

from ..shipped import find

SOURCE = "en"
"""The language of the texts in the source code, which serves all whose own there is not."""

LANGUAGES = tuple(sorted(name.removesuffix(".json") for name in os.listdir(find("resources", "words"))
                         if name.endswith(".json")))
"""The languages there are words in, by code."""

_JOINTS = re.compile(r"[^0-9a-z]+")


class Language:
    """One language: what its file of words says."""

    def __init__(self, code: str) -> None:
        file: dict[str, Any] = json.loads(find("resources", f"words/{code}.json").read_text(encoding="utf-8"))
        said = file
        if code != SOURCE:
            source = language(SOURCE).said
            said = source | file | {part: source[part] | file.get(part, {}) for part in ("kinds", "words", "hints")}
        self.said: dict[str, Any] = said
        self.name: str = said["name"]
        self.locales: list[str] = said["locales"]
        self.font: str = said["font"]
        self.leading: float = said["leading"]
        self.script: str = said.get("script", "")
        self.shipped_fonts: bool = said.get("shipped_fonts", False)
        self.kinds: dict[str, dict[str, Any]] = said["kinds"]
        self.former: dict[str, list[str]] = file.get("former", {})
        words = {type_: kind["one"] for type_, kind in self.kinds.items()}
        words |= {plural_key(type_): kind["many"] for type_, kind in self.kinds.items()}
        self.words: dict[str, str] = words | said["words"]


@cache
def language(code: str) -> Language:
    """Return a language by its code; `FileNotFoundError` if there are no words in it."""
    return Language(code)


def language_of(locale: str) -> str:
    """Return which of `LANGUAGES` serves a locale such as "zh-Hant-HK", "de_DE.UTF-8" or "Chinese (Traditional)_Taiwan"
    best: the one that names most of its beginning; `SOURCE` if none does.
    """
    if locale in LANGUAGES:
        return locale
    wanted = _parts(locale)
    fitting = [(len(parts), code) for code in LANGUAGES for parts in map(_parts, language(code).locales)
               if wanted[:len(parts)] == parts]
    return max(fitting)[1] if fitting else SOURCE


def _parts(locale: str) -> list[str]:
    return list(filter(None, _JOINTS.split(locale.lower())))


def plural_key(type_: str) -> str:
    """Return the key of the word for many records of a type."""
    if type_ == "note":
        return "note_cards"  # "notes" are a field
    return f"{type_[:-1]}ies" if type_.endswith("y") and type_ != "journey" else f"{type_}s"


def field_key(type_: str, field: str) -> str:
    """Return the key of the word for a field of a record type: what the type calls it, or else what all types do."""
    key = f"{type_}.{field}"
    return key if key in language(SOURCE).words else field


def label(key: str, code: str = SOURCE) -> str:
    """Return the word for a concept (a key such as `"challenges"`) in a language; `KeyError` if unknown."""
    return language(code).words[key]


def type_label(type_: str, code: str = SOURCE) -> str:
    """Return the word for one record of a type."""
    return language(code).kinds[type_]["one"]


def plural_label(type_: str, code: str = SOURCE) -> str:
    """Return the word for many records of a type."""
    return language(code).kinds[type_]["many"]


def field_label(type_: str, field: str, code: str = SOURCE) -> str:
    """Return the word for a field of a record type."""
    return label(field_key(type_, field), code)


def choice_label(field: str, value: str, code: str = SOURCE) -> str:
    """Return the word for a value of a closed set: for a language what its speakers call it, for a sign the sign."""
    if field == "language":
        return language(value).name
    words = language(code).words
    return words.get(f"{field}.{value}", words.get(value, value))


def choice_spellings(field: str, value: str) -> set[str]:
    """Return all that a value of a closed set is called, case-folded: in files, in every language, and formerly."""
    former = (language(code).former.get(value, ()) for code in LANGUAGES)
    words = {value, *(choice_label(field, value, code) for code in LANGUAGES)}.union(*former)
    return {word.casefold() for word in words}


def spellings(key: str) -> frozenset[str]:
    """Return all that a concept is called: in every language, and in workbooks of earlier versions."""
    return frozenset(word for code in LANGUAGES for word in spellings_in(key, code))


def spellings_in(key: str, code: str) -> list[str]:
    """Return what a concept is called in one language, and what it was called in workbooks of earlier versions."""
    return [label(key, code), *language(code).former.get(key, ())]


def counted(type_: str, count: int, code: str = SOURCE) -> str:
    """Return a number of records in words: "3 touch points"; the type "" is for things of several types."""
    said = language(code).said
    forms = said["kinds"][type_]["counted"] if type_ else said["counted"]
    place = 0 if count == 1 else -1
    if "plural" in said:
        from gettext import c2py  # here for start-up time: only some languages need it

        place = c2py(said["plural"])(count)
    return forms[place].format(count=count)


def with_article(type_: str, code: str = SOURCE) -> str:
    """Return one record of a type in a sentence: "an opportunity"."""
    return language(code).kinds[type_]["a"]


def at_start(type_: str, code: str = SOURCE) -> str:
    """Return one record of a type as a sentence begins with it: "An opportunity"."""
    words = with_article(type_, code)
    return words[:1].upper() + words[1:]


def field_inside(type_: str, field: str, code: str = SOURCE) -> str:
    """Return the word for a field as it stands inside a sentence; the name of one that has none, such as the id."""
    key = field_key(type_, field)
    return inside(label(key, code), code) if key in language(SOURCE).words else field


def inside(word: str, code: str = SOURCE) -> str:
    """Return a word as it stands inside a sentence: "touch point"."""
    lowers = language(code).said.get("lowercase") and not word[1:2].isupper()
    return word[:1].lower() + word[1:] if lowers else word


def headings(key: str, code: str, hint: str = "") -> list[str]:
    """Return what stands over a field, and what stood there in workbooks of earlier versions: "Duration (hours)".

    `hint` is what to say of the field in brackets, if the vocabulary itself says nothing.
    """
    told = language(code).said["hints"].get(key, hint)
    return [with_hint(word, told, code) for word in spellings_in(key, code)]


def with_hint(word: str, hint: str, code: str = SOURCE) -> str:
    """Return a word with a remark in brackets: "Duration (hours)"; the word alone if there is no remark."""
    return language(code).said["hint"].format(word=word, hint=hint) if hint else word


def day_label(day: date, code: str = SOURCE) -> str:
    """Return a day as it is written in a text."""
    said = language(code).said
    return said["date"].format(day=day.day, month=day.month, year=day.year,
                               month_name=said["months"][day.month - 1])
