"""What a row's or column's label means: the synonym table, in exact and fuzzy matching, and the language of a label."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz, process

from ...spreadsheet.grid import is_blank
from ...model import vocabulary
from ...model.vocabulary import LANGUAGES, SOURCE
from ..concepts import (
    CHALLENGE, EMOTION, METRIC, OPPORTUNITY, OTHER, PERSONA, STAGE, TOUCHPOINT, TOUCHPOINT_FIELDS,
)
from .synonyms import NAMES, read

LONGEST = 60
"""No label is longer than this, hints in brackets included twice over."""

_CLOSE_ENOUGH = 88
"""How alike (0 to 100, by rapidfuzz's ratio) a misspelt label must be to a known one."""

_SHORTEST_FUZZY = 6
_LINKS = frozenset("for of per by with to in behind about from".split())
_BY_TAIL, _BY_PART, _WITH_ACTOR = 0.8, 0.9, 0.85
_BY_KIND, _BY_FIELD = 2.5, 0.5
"""What the words of the vocabulary tell for a kind of record, and for a field of the touch points."""

_TRADITIONAL, _SIMPLIFIED = map("".join, zip(*read("chinese")))
_FOLD = {ord(old): new for old, new in zip(_TRADITIONAL, _SIMPLIFIED) if old != new}
_ONLY_TRADITIONAL = frozenset(map(chr, _FOLD))
_ONLY_SIMPLIFIED = frozenset(_FOLD.values()) - frozenset(_TRADITIONAL)
_PEOPLE = frozenset(NAMES["people"])

_HINT = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_RANGE_AT_END = re.compile(r"[\s:：,]*([+\-−]?\d+\s*(?:-|–|—|−|~|…|/|to|至|到)\s*[+\-−]?\d+)\s*(?:分|points?)?$", re.I)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\s*[.)、:：]\s*(?=\S)|^[(（]\d+[)）]\s*|^[①-⑳]\s*", re.I)
_PARTS = re.compile(r"\s*(?:[/／|\\、&＆+＋\n]|\s(?:and|und|et|y|и|or)\s|[与和及、])\s*", re.I)
_ACTOR = re.compile(r"\s*[:：]\s*|\s+[-–—]\s+")
_TWO_SCRIPTS = re.compile(r"(?<=[\u3400-\u9fff])\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Match:
    """What a label means: the concept, how much that tells (see `synonyms`), how sure it is (0 to 1), its language.

    `actor` is whom the row is about in labels such as "Pain points: resident"; `also` are the further concepts of a
    combined label; `hint` is what stood in brackets.
    """

    concept: str
    weight: float
    score: float
    language: str
    actor: str = ""
    also: tuple[str, ...] = ()
    hint: str = ""

    @property
    def worth(self) -> float:
        """How much the label speaks for a journey map, as far as its meaning is sure."""
        return self.weight * self.score

    def means(self, *concepts: str) -> bool:
        """Tell whether one of these is what the label means, alone or with others."""
        return self.concept in concepts or not set(concepts).isdisjoint(self.also)


def bare(text: str) -> str:
    """Return a text as the synonym table spells it: small letters, no accent, icon or plural, simplified characters."""
    text = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).casefold()
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if kind[0] in "LN" or char in "-/%#&":
            kept.append(char)
        elif kind != "Mn" or char in "\u3099\u309a":
            kept.append(" ")
    text = unicodedata.normalize("NFC", "".join(kept)).translate(_FOLD)
    return " ".join(_singular(word) for word in text.split())


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") else word


def _entries() -> dict[str, Match]:
    """Return the meanings of the synonyms, and of the words that the vocabulary has for kinds and fields."""
    known: dict[str, Match] = {}
    for entry in read("labels"):
        for word in entry["words"]:
            known.setdefault(bare(word), Match(entry["concept"], entry["weight"], 1.0, entry["language"]))
    for concept, code in product((STAGE, TOUCHPOINT, CHALLENGE, METRIC, OPPORTUNITY), LANGUAGES):
        for word in (vocabulary.type_label(concept, code), vocabulary.plural_label(concept, code),
                     vocabulary.label(vocabulary.plural_key(concept), code)):
            known.setdefault(bare(word), Match(concept, _BY_KIND, 1.0, code))
    for (concept, spec), code in product(TOUCHPOINT_FIELDS.items(), LANGUAGES):
        word = bare(vocabulary.field_label(TOUCHPOINT, spec.name, code))
        if word not in known or known[word].concept == OTHER:
            known[word] = Match(concept, _BY_FIELD, 1.0, code)
    return known


_KNOWN = _entries()
_FUZZY = [word for word, match in _KNOWN.items()
          if len(word) >= _SHORTEST_FUZZY and match.weight >= 1 and not _HAN.search(word)]
_TAILS = [word for word, match in _KNOWN.items() if match.weight >= 1.2 and _HAN.search(word) and len(word) >= 2]


@lru_cache(maxsize=8192)
def match_label(text: str, fuzzy: bool = True) -> Match | None:
    """Return what a label means, or None if it is not known; `fuzzy` also finds misspelt ones, more slowly."""
    text = text.strip()
    if is_blank(text) or len(text) > 2 * LONGEST:
        return None
    hints = _HINT.findall(text)
    plain = _HINT.sub(" ", text).strip() or text
    if len(plain) > LONGEST:
        return None
    plain = _NUMBERING.sub("", plain)
    found = _meaning(plain) or (_nearly(plain) if fuzzy else None) or _by_hint(hints)
    if found is None:
        return None
    language = found.language if found.language != "zh" else chinese_kind(text) or "zh"
    return replace(found, language=language, hint=found.hint or "".join(hints[-1:]).strip())


def _meaning(text: str) -> Match | None:
    return _emotion_with_scale(text) or _exact(text) or _parts(text) or _actor(text) or _by_tail(text)


def _emotion_with_scale(text: str) -> Match | None:
    """Return the meaning of a label of emotions that ends in their scale without brackets: "Emotion 1-10"."""
    scale = _RANGE_AT_END.search(text)
    found = _exact(text[:scale.start()]) if scale else None
    return replace(found, hint=scale[1].strip()) if scale and found and found.concept == EMOTION else None


def _by_hint(hints: Iterable[str]) -> Match | None:
    """Return the meaning of what stands in brackets beside a label that is not known."""
    return next((replace(match, score=_BY_PART) for hint in hints if (match := _exact(hint))), None)


def _exact(text: str) -> Match | None:
    word = bare(text)
    return _KNOWN.get(word.strip(" -#/&%")) or _KNOWN.get(word)


def _by_tail(text: str) -> Match | None:
    """Return the meaning of a label with something before it: "key metrics", "resident pain points", "主要痛点"."""
    word = bare(text)
    words = word.split()
    if not _LINKS.isdisjoint(words):
        return None  # "reason for the emotion" is about reasons
    return _by_last_words(words) or _by_last_characters(word)


def _by_last_words(words: list[str]) -> Match | None:
    for count in range(1, min(len(words), 4)):
        found = _KNOWN.get(" ".join(words[count:]))
        telling = found and (found.weight >= 1.2 or _PEOPLE.intersection(words[:count]))
        if found and telling and found.concept not in (OTHER, PERSONA):
            return replace(found, score=_BY_TAIL)
    return None


def _by_last_characters(word: str) -> Match | None:
    if len(word) > 8 or not _HAN.search(word):
        return None
    tail = max((known for known in _TAILS if word.endswith(known)), key=len, default="")
    return replace(_KNOWN[tail], score=_BY_TAIL) if tail else None


def _parts(text: str) -> Match | None:
    """Return the meaning of a label of several: the most telling part's, the others told beside it."""
    parts = _split_at(_PARTS, text) or _split_at(_TWO_SCRIPTS, text)
    found = [match for part in parts if (match := _exact(part) or _by_tail(part))]
    if not found or len(found) * 2 < len(parts):
        return None
    best = max(found, key=lambda match: match.weight)
    also = tuple(dict.fromkeys(match.concept for match in found if match.concept != best.concept))
    return replace(best, score=best.score * _BY_PART, also=also)


def _split_at(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the parts of a label, an empty list if there is one alone."""
    parts = [part for part in pattern.split(text) if part.strip()]
    return parts if len(parts) > 1 else []


def _actor(text: str) -> Match | None:
    """Return the meaning of a label with whom it is about before or after it: "Pain points: resident"."""
    parts = [part.strip() for part in _ACTOR.split(text, maxsplit=1)]
    if len(parts) < 2 or not all(parts):
        return None
    for label, actor in (parts, reversed(parts)):
        found = _exact(label) or _by_tail(label)
        if found and found.concept != OTHER and not re.search(r"\d\s*$", label):
            without_icon = re.sub(r"^[^\w(（]+", "", actor).strip()
            return replace(found, score=found.score * _WITH_ACTOR, actor=without_icon or actor)
    return None


def _nearly(text: str) -> Match | None:
    word = bare(text)
    if len(word) < _SHORTEST_FUZZY or word in NAMES["false_friends"] or _HAN.search(word) or re.search(r"\d", word):
        return None
    best = process.extractOne(word, _FUZZY, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return replace(_KNOWN[best[0]], score=best[1] / 100) if best else None


def chinese_kind(text: str) -> str:
    """Return zh_TW or zh_CN by the characters that only one of them has; empty if there are none."""
    traditional = sum(char in _ONLY_TRADITIONAL for char in text)
    simplified = sum(char in _ONLY_SIMPLIFIED for char in text)
    return "zh_TW" if traditional > simplified else "zh_CN" if simplified else ""


def language_of(matches: Iterable[Match], texts: Iterable[str]) -> str:
    """Return the journey's language by its labels or, where these leave it open, by all its texts."""
    counts = Counter(match.language for match in matches)
    chinese = counts["zh"] + counts["zh_CN"] + counts["zh_TW"]
    others = [code for code in LANGUAGES if vocabulary.language(code).script != "Han"]
    together = "".join(texts)[:100_000]
    if not counts:
        chinese = int(len(_HAN.findall(together)) * 3 > len(together) and not _KANA.search(together))
    if chinese <= counts["other"] + sum(counts[code] for code in others):
        return max(others, key=lambda code: (counts[code], code == SOURCE))
    if counts["zh_TW"] != counts["zh_CN"]:
        return "zh_TW" if counts["zh_TW"] > counts["zh_CN"] else "zh_CN"
    return chinese_kind(together) or "zh_CN"


def says_journey(text: str) -> bool:
    """Tell whether a title is one of a journey map."""
    word = bare(text)
    return any(known in word for known in _JOURNEY_WORDS)


_JOURNEY_WORDS = tuple(map(bare, NAMES["journey"]))
