"""What a cell measures: emotions on the scale of their row or column, durations, grades of automation, yes and no."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .synonyms import read

_NUMBER = r"[+\-−–]?\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|−|~|～|…|\.\.+|/|to|bis|until|至|到|a)\s*({_NUMBER})", re.I)
_NAMED = re.compile(rf"({_NUMBER})\s*[=＝:：]")
_OUT_OF = re.compile(r"(?:/|out of|max\.?|von|sur|de|of|满分)\s*(\d+)", re.I)
_VALUE = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?:/\s*(?P<most>\d+)|(?:out )?of\s*(?P<of>\d+))?\s*(?P<unit>%|分|points?|pts?|stars?|星)?",
    re.I)
_NUMBER_BESIDE = re.compile(
    rf"(?:^|[\s(（])({_NUMBER})(?:\s*/\s*(\d+))?[)）]?$|^({_NUMBER})(?=\s*[\s:：\-–—(（])")

_TIME = re.compile(r"(?:ca\.?|~|≈|about|approx\.?|约)?\s*(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?", re.I)


def _by_word(pairs: Iterable[tuple[Any, Iterable[str]]]) -> dict[str, Any]:
    return {word: value for value, words in pairs for word in words}


_CELLS = read("cells")
_FACE = _by_word(_CELLS["faces"])
_GRADED = _by_word([*_CELLS["grades"], *_CELLS["three"], *_CELLS["typed"]])
_MOOD = _by_word(_CELLS["moods"])
_HOURS = {word: seconds / 3600 for word, seconds in _by_word(_CELLS["units"]).items()}
_GRADE = _by_word(_CELLS["automation"].items())
_FLAGS = _by_word([(True, _CELLS["yes"]), (False, _CELLS["no"])])


@dataclass(frozen=True, slots=True)
class Scale:
    """From the worst to the best emotion that a row or column can tell."""

    low: float
    high: float
    guessed: bool = False

    def mapped(self, number: float) -> float | None:
        """Return a number of this scale on −2…+2; None if it lies outside."""
        if not self.low <= number <= self.high:
            return None
        return _tidy((number - self.low) / (self.high - self.low) * 4 - 2)


@dataclass(frozen=True, slots=True)
class Feeling:
    """An emotion as written: a number of its scale, or a grade from −2 to +2; `rest` is what says more than that."""

    number: float | None = None
    most: float | None = None
    grade: float | None = None
    rest: str = ""


def _tidy(number: float) -> float:
    number = round(number, 4)
    return int(number) if number == int(number) else number


def _float(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-").replace("–", "-"))


def feeling_of(text: str) -> Feeling | None:
    """Return the emotion that a cell tells: a number, a word of a scale, an emoji, stars; None if it tells none."""
    text = text.strip(" \t\n\u00a0\u200b")
    return _number(text) or _stars(text) or _word_of_scale(text) or _mixed(text)


def _number(text: str) -> Feeling | None:
    value = _VALUE.fullmatch(text)
    if value is None:
        return None
    most = value["most"] or value["of"] or ("100" if value["unit"] == "%" else None)
    return Feeling(number=_float(value["number"]), most=float(most) if most else None)


def _stars(text: str) -> Feeling | None:
    stars = text.count("★") + text.count("⭐")
    return Feeling(number=stars, most=5) if stars and not text.strip("★☆⭐\ufe0f ") else None


def _word_of_scale(text: str) -> Feeling | None:
    word = _word(text)
    if word in _GRADED:
        return Feeling(grade=_GRADED[word])
    return Feeling(grade=_MOOD[word], rest=text) if word in _MOOD else None


def _mixed(text: str) -> Feeling | None:
    """Return the emotion of a cell that says more than it: "😀 4", "Happy (4)", "😟 waits too long"."""
    faces = [_FACE[char] for char in text if char in _FACE]
    if not faces:
        return _number_beside(text)
    rest = _without_faces(text)
    inner = feeling_of(rest) if rest else None
    if inner and not inner.rest:
        return inner
    return Feeling(grade=_tidy(sum(faces) / len(faces)), rest=text if rest else "")


def _without_faces(text: str) -> str:
    rest = "".join(char for char in text if char not in _FACE and unicodedata.category(char) not in ("Mn", "Cf", "Sk"))
    return rest.strip(" \t\n\u00a0-–—:：,，()（）")


def _number_beside(text: str) -> Feeling | None:
    """Return the number that a text begins or ends with, the text being kept as well; None if there is none."""
    found = _NUMBER_BESIDE.search(text)
    if found is None:
        return None
    return Feeling(number=_float(found[1] or found[3]), most=float(found[2]) if found[2] else None, rest=text)


def _word(text: str) -> str:
    return " ".join(text.casefold().strip(" .!").split())


def scale_of(hints: Iterable[str], feelings: Iterable[Feeling]) -> Scale | None:
    """Return the scale that a label tells, "Emotion (1-5)", or else the one that the numbers fit; None without any."""
    scale = next(filter(None, map(_scale_in, hints)), None)
    if scale:
        return scale
    feelings = list(feelings)
    numbers = [feeling.number for feeling in feelings if feeling.number is not None]
    most = max((feeling.most for feeling in feelings if feeling.most), default=None)
    if most is not None:
        return Scale(0 if most > 10 or 0 in numbers else 1, most)
    return _fitting(numbers) if numbers else None


def _scale_in(hint: str) -> Scale | None:
    """Return the scale that a text names: "1-5", "1 = bad, 5 = good", "out of 10", "%"; None if it names none."""
    found = _RANGE.search(hint)
    if found and _float(found[1]) < _float(found[2]):
        return Scale(_float(found[1]), _float(found[2]))
    named = [_float(number) for number in _NAMED.findall(hint)]
    if len(named) > 1:
        return Scale(min(named), max(named))
    out_of = _OUT_OF.search(hint)
    if out_of and float(out_of[1]) >= 2:
        return Scale(1 if float(out_of[1]) <= 10 else 0, float(out_of[1]))
    return Scale(0, 100) if "%" in hint else None


def _fitting(numbers: list[float]) -> Scale | None:
    """Return the narrowest usual scale on which the numbers lie; None if there is none."""
    low, high = min(numbers), max(numbers)
    if low < 0:
        limit = _limit(max(-low, high), (2, 5, 10, 100))
        return Scale(-limit, limit, guessed=True) if limit else None
    if high <= 1 and any(number != int(number) for number in numbers):
        return Scale(0, 1, guessed=True)
    if 0 in numbers and high <= 2:
        return Scale(-2, 2, guessed=True)
    limit = _limit(high, (5, 10, 100))
    return Scale(0 if low < 1 or limit == 100 else 1, limit, guessed=True) if limit else None


def _limit(reach: float, limits: Iterable[float]) -> float | None:
    return next((limit for limit in limits if reach <= limit), None)


def emotion_of(feeling: Feeling, scale: Scale | None) -> float | None:
    """Return an emotion on −2…+2; None where its number does not lie on the scale."""
    if feeling.grade is not None:
        return feeling.grade
    if feeling.number is None or scale is None:
        return None
    return scale.mapped(feeling.number)


def hours_of(text: str, hint: str = "") -> float | None:
    """Return a duration in hours: "2 h", "3 days", "1 h 30 min", or a number with the unit in the label's `hint`."""
    text = " ".join(text.casefold().split())
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        unit = next(filter(None, map(_unit, reversed(re.split(r"[\s()（）/,]+", hint)))), None)
        return _tidy(_float(text) * unit) if unit else None
    found = list(_TIME.finditer(text))
    if not found or re.sub(r"[\s,]|and|und|et|y", "", _TIME.sub("", text)):
        return None
    units = [_unit(match[2]) for match in found]
    if not all(units):
        return None
    return _tidy(sum(_float(match[1]) * unit for match, unit in zip(found, units) if unit))


def _unit(word: str) -> float | None:
    word = word.casefold().strip(" .()（）")
    return _HOURS.get(word) or _HOURS.get(word.rstrip("sn")) or _HOURS.get(word.removesuffix("en"))


def automation_of(text: str) -> str | None:
    """Return the grade of automation that a cell names, or None."""
    return _GRADE.get(_word(text))


def flag_of(text: str) -> bool | None:
    """Return what a cell of a yes-and-no column says, or None."""
    return _FLAGS.get(_word(text))
