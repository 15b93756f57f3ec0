"""What a cell measures: emotions on the scale of their row or column, durations, grades of automation, yes and no."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = r"[+\-−–]?\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|−|~|～|…|\.\.+|/|to|bis|until|至|到|a)\s*({_NUMBER})", re.I)
_NAMED = re.compile(rf"({_NUMBER})\s*[=＝:：]")
_OUT_OF = re.compile(r"(?:/|out of|max\.?|von|sur|de|of|满分)\s*(\d+)", re.I)
_VALUE = re.compile(rf"(?P<number>{_NUMBER})\s*(?:/\s*(?P<most>\d+)|(?:out )?of\s*(?P<of>\d+))?\s*(?P<unit>%|分|points?|pts?|stars?|星)?", re.I)

_FACES = {
    2: "😀😃😄😁😆😍🤩🥳😻❤♥💖🎉😎🥰🤗💯",
    1: "🙂😊😌☺👍😉😋😏🤓💚🟢✅👌",
    0: "😐😑😶🤔🟡⚪➖",
    -1: "🙁☹😕😟👎😰😥😓😒😞😔😬🟠😩😣😖😯😮",
    -2: "😡😠🤬😭😢😤😱😫💔🔴🤮❌💢",
}
_FACE = {face: value for value, faces in _FACES.items() for face in faces}
_TYPED = {":)": 1, ":-)": 1, ":d": 2, ":-d": 2, ":(": -1, ":-(": -1, ":|": 0, ":-|": 0, ":/": -1, ":-/": -1, "++": 2, "+": 1,
          "+/-": 0, "±": 0, "0": 0, "--": -2, "−−": -2, "o": 0}
_GRADES: tuple[tuple[float, str], ...] = (
    (2, "very positive|very high|very happy|very satisfied|very good|delighted|delight|excellent|ecstatic|love|loves it|great|thrilled|非常满意|"
     "非常开心|很满意|很高|非常好|极好|惊喜|非常高兴|兴奋|非常愉快|очень хорошо|muito positivo|muy positivo|tres positif|sehr positiv|sehr gut"),
    (1, "positive|happy|satisfied|good|pleased|content|glad|fine|满意|开心|愉快|高兴|积极|正面|好|较高|比较满意|正向|хорошо|положительно|позитив|"
     "positivo|positivas|positif|positiv|gut|feliz|content|良い|満足|ポジティブ"),
    (0, "neutral|ok|okay|average|indifferent|mixed|so-so|一般|中性|平静|普通|还行|平稳|中立|нейтрально|нейтрально|neutro|neutre|normal|普通|ニュートラル"),
    (-1, "negative|unhappy|dissatisfied|bad|sad|poor|annoyed|disappointed|不满意|不满|负面|消极|较低|不开心|失望|比较不满意|负向|差|плохо|негатив|"
     "отрицательно|negativo|negativas|negatif|negativ|schlecht|triste|悪い|不満|ネガティブ"),
    (-2, "very negative|very low|very unhappy|very dissatisfied|very bad|awful|terrible|angry|furious|hate|hates it|非常不满意|非常不满|很差|很低|"
     "愤怒|生气|极差|非常差|очень плохо|muito negativo|muy negativo|tres negatif|sehr negativ|sehr schlecht"),
)
_WORDS = {word: value for value, words in _GRADES for word in words.split("|")}
_THREE = {"high": 1, "medium": 0, "med": 0, "mid": 0, "middle": 0, "moderate": 0, "low": -1, "高": 1, "中": 0, "低": -1, "中等": 0,
          "высокий": 1, "средний": 0, "низкий": -1, "alto": 1, "medio": 0, "médio": 0, "baixo": -1, "bajo": -1, "hoch": 1, "mittel": 0,
          "niedrig": -1, "élevé": 1, "moyen": 0, "faible": -1, "h": 1, "m": 0, "l": -1, "alta": 1, "média": 0, "media": 0,
          "baixa": -1, "baja": -1}

_UNITS = {
    "s": 1 / 3600, "sec": 1 / 3600, "second": 1 / 3600, "秒": 1 / 3600, "min": 1 / 60, "minute": 1 / 60, "mins": 1 / 60, "分钟": 1 / 60,
    "分": 1 / 60, "分鐘": 1 / 60, "h": 1, "hr": 1, "hour": 1, "小时": 1, "小時": 1, "时": 1, "d": 24, "day": 24, "天": 24, "日": 24, "w": 168,
    "wk": 168, "week": 168, "周": 168, "星期": 168, "週": 168, "month": 730, "个月": 730, "月": 730, "個月": 730, "year": 8760, "年": 8760,
    "stunde": 1, "tag": 24, "woche": 168, "jour": 24, "heure": 1, "день": 24, "час": 1, "hora": 1, "dia": 24, "día": 24, "分間": 1 / 60, "時間": 1}
_TIME = re.compile(r"(?:ca\.?|~|≈|about|approx\.?|约)?\s*(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?", re.I)
_AUTOMATION = {
    "manual": "manual|by hand|human|person|人工|手动|手動|none|no",
    "assisted": "assisted|half automatic|half-automatic|semi-automatic|semi automatic|semi-automated|semi automated|partly automatic|"
                "partially automated|partial|half automated|half|半自动|半自動|半自动化|部分自动",
    "automatic": "automatic|automated|fully automatic|fully automated|full|yes|auto|自动|自動|全自动|全自動|自动化|全自动化",
}
_GRADE = {word: grade for grade, words in _AUTOMATION.items() for word in words.split("|")}
_YES = frozenset("yes y true x ✓ ✔ ✗ 1 是 有 √ ja oui si sí да backstage 后台 後台".split())
_NO = frozenset("no n false 0 否 无 无 nein non não нет frontstage onstage 前台".split())


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
    """An emotion as it was written: a number of its scale, or a grade from −2 to +2; and what else stood in the cell."""

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
    """Return the emotion that a cell tells: a number, a word of a scale, an emoji, stars; None if there is none in it."""
    text = text.strip(" \t\n\u00a0\u200b")
    value = _VALUE.fullmatch(text)
    if value:
        most = value["most"] or value["of"] or ("100" if value["unit"] == "%" else None)
        return Feeling(number=_float(value["number"]), most=float(most) if most else None)
    stars = text.count("★") + text.count("⭐")
    if stars and not text.strip("★☆⭐\ufe0f "):
        return Feeling(number=stars, most=5)
    word = _word(text)
    if word in _TYPED:
        return Feeling(grade=_TYPED[word])
    if word in _WORDS:
        return Feeling(grade=_WORDS[word])
    if word in _THREE:
        return Feeling(grade=2 * _THREE[word])
    return _mixed(text)


def _mixed(text: str) -> Feeling | None:
    """Return the emotion of a cell that says more than it: "😀 4", "Happy (4)", "😟 waits too long"."""
    faces = [char for char in text if char in _FACE]
    rest = "".join(char for char in text if char not in _FACE and unicodedata.category(char) not in ("Mn", "Cf", "Sk"))
    rest = rest.strip(" \t\n\u00a0-–—:：,，()（）")
    inner = feeling_of(rest) if faces and rest and len(rest) < len(text) else None
    if inner and not inner.rest:
        return inner
    if faces:
        return Feeling(grade=_tidy(sum(_FACE[face] for face in faces) / len(faces)), rest=text if rest else "")
    number = re.search(rf"(?:^|[\s(（])({_NUMBER})(?:\s*/\s*(\d+))?[)）]?$|^({_NUMBER})(?=\s*[\s:：\-–—(（])", text)
    if number:
        most = float(number[2]) if number[2] else None
        return Feeling(number=_float(number[1] or number[3]), most=most, rest=text)
    return None


def _word(text: str) -> str:
    return " ".join(text.casefold().strip(" .!").split())


def scale_of(hints: Iterable[str], feelings: Iterable[Feeling]) -> Scale | None:
    """Return the scale that a label tells, "Emotion (1-5)", or else the one that its numbers fit; None if there are none."""
    for hint in hints:
        found = _RANGE.search(hint)
        if found and _float(found[1]) < _float(found[2]):
            return Scale(_float(found[1]), _float(found[2]))
        named = [_float(number) for number in _NAMED.findall(hint)]
        if len(named) > 1:
            return Scale(min(named), max(named))
        most = _OUT_OF.search(hint)
        if most and float(most[1]) >= 2:
            return Scale(1 if float(most[1]) <= 10 else 0, float(most[1]))
        if "%" in hint:
            return Scale(0, 100)
    feelings = list(feelings)
    numbers = [feeling.number for feeling in feelings if feeling.number is not None]
    told = {feeling.most for feeling in feelings if feeling.most}
    if told:
        most = max(told)
        return Scale(0 if most > 10 or 0 in numbers else 1, most)
    return _fitting(numbers) if numbers else None


def _fitting(numbers: list[float]) -> Scale | None:
    low, high = min(numbers), max(numbers)
    reach = max(-low, high)
    if low < 0:
        for limit in (2, 5, 10, 100):
            if reach <= limit:
                return Scale(-limit, limit, guessed=True)
        return None
    if 0 in numbers and high <= 2:
        return Scale(-2, 2, guessed=True)
    for limit in (5, 10, 100):
        if high <= limit:
            return Scale(0 if low < 1 or limit == 100 else 1, limit, guessed=True)
    return None


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
        unit = _unit(hint)
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
    return _UNITS.get(word) or _UNITS.get(word.rstrip("sn")) or _UNITS.get(word.removesuffix("en"))


def automation_of(text: str) -> str | None:
    """Return the grade of automation that a cell names, or None."""
    return _GRADE.get(_word(text))


def flag_of(text: str) -> bool | None:
    """Return what a cell of a yes-and-no column says, or None."""
    word = _word(text)
    return True if word in _YES else False if word in _NO else None
