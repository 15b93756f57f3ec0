"""What a cell says: the items that it lists, the path that it draws, a title without its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...spreadsheet.grid import is_blank

_EDGES = " \t\n\u00a0\u200b\u2003\u3000\ufeff"
_SIGNS = "•·●▪■◦○‣⁃∙◆◇►▶▸➢➤✓✔✦★☆❖※\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Bullets that stand for nothing else at the start of a line; the last ones are Word's, from symbol fonts."""

_SPACE = r"[ \t\u00a0\u3000]"
_BULLET = re.compile(rf"{_SPACE}*(?:(?P<sign>[{_SIGNS}]){_SPACE}*|(?P<spaced>[Ø*–—-]){_SPACE}+)")
_NUMBER = re.compile(rf"{_SPACE}*(?:[(（]?(\d{{1,2}})[)）]|(\d{{1,2}})[.．](?!\d)|(\d{{1,2}})、|([①-⑳])){_SPACE}*(?=\S)")
_LETTER = re.compile(r"[ \t]*([a-z])[).][ \t]+(?=\S)", re.I)
_INLINE_SIGN = re.compile(rf"\s*[{_SIGNS}]\s*")
_INLINE_NUMBER = re.compile(r"(?:^|[\s;；。])[(（]?(\d{1,2})(?:[)）]|[.．、](?!\d))\s*(?=\S)|([①-⑳])\s*(?=\S)")
_SEPARATING = re.compile(r"[;；.)）、]")
_QUOTES = ("“”", "「」", "«»", "『』")
_SEMICOLON = re.compile(r"[;；]")
_NOTHING = re.compile(r"[\s\u00a0\u2000-\u200f\u3000\ufeff]*(?:[-–—−―─－ー/／\\.…]+|n/a|无|無|暂无|暫無|なし)?"
                      r"[\s\u00a0\u2000-\u200f\u3000\ufeff]*", re.I)
_ARROW = re.compile(r"\s*(?:→|➔|➜|➝|➞|➡️?|⇒|⟶|»|=>|-+>|—>|＞＞|>>)\s*|\s+[>＞›]\s+")
_TIGHT_ARROW = re.compile(r"[>＞›]")
_GOTO = re.compile(
    r"\s*(?P<leads>(?:→|➔|➜|➝|➞|➡️?|⇒|⟶|»|=>|-+>|>|↳|↪)\s*)?"
    r"(?P<verb>(?:(?:back|go|goes|returns?|jumps?|skips?|loops?)\s+(?:back\s+)?to|返回|回到|跳转到?|转到|跳到)\s*)?"
    r"(?:step|stage|phase|no\.?|touch ?point|#|步骤|步驟|阶段|階段|触点|觸點|第)?\s*(?P<number>\d{1,3})\s*"
    r"(?:步|阶段|階段|个触点|環節|环节)?\s*", re.I)
_LEADS = re.compile(r"\s*(?:→|➔|➜|➝|➞|➡️?|⇒|⟶|»|=>|-+>|>|↳|↪)\s*")
_COUNTED = "一二三四五六七八九十"
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_STAGE_WORDS = ("life-?cycle stage|journey stage|journey phase|stage|phase|step|episode|section|chapter|part|moment|"
                "etapa|fase|etape|étape|этап|фаза|шаг|schritt|passo|paso|フェーズ|ステージ|ステップ|단계")
_HAN_STAGE = "阶段|階段|步骤|步驟|环节|環節|节点|節點|段階"
_TITLE_NUMBER = re.compile(
    rf"\s*(?:(?:{_STAGE_WORDS})(?:\s*#?\s*\d{{1,2}}(?:\.\d{{1,2}})*|\s+(?:[ivx]+|{_WORDS})\b)\s*"
    rf"(?:[.):：、|\-–—]+\s*|\n\s*|\s+(?=\S))"
    rf"|(?:{_STAGE_WORDS})\s+[a-z]\s*(?:[.):：、|]|\s[-–—]\s|\n)\s*"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})*\s*[.)、:：．]\s*(?!\d)|\d{{1,2}}\s*[-–—|]\s+"
    rf"|[(（\[【]\s*(?:\d{{1,2}}|[{_COUNTED}]+)\s*[)）\]】]\s*|[①-⑳❶-❿]\s*|#\s*\d{{1,2}}[.:]?\s+"
    rf"|第\s*(?:\d{{1,2}}|[{_COUNTED}]+)\s*(?:{_HAN_STAGE}|步|段|幕|期)\s*[:：、.\-–—\s]+"
    rf"|(?:{_HAN_STAGE})\s*(?:\d{{1,2}}|[{_COUNTED}]+)\s*(?:[:：、.．)）\-–—|]+\s*|\s+)|[{_COUNTED}]+\s*[、.．]\s*)", re.I)
_TITLE_LETTER = re.compile(r"\s*([A-Z]|[IVX]+)\s*(?:[.):：、]|\s[-–—])\s*(?=\S)")
_TITLE_PLAIN = re.compile(r"\s*(\d{1,2})\s+(?=\S)")
_TITLE_LEVELS = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\s+(?=\S)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a cell, with the number that stood before it."""

    text: str
    number: int | None = None


def is_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing: blank, dashes, "n/a", 无."""
    if len(text) > 4 and text[0].isalnum():
        return False
    return _NOTHING.fullmatch(text) is not None


def digits_of(text: str) -> str:
    """Return the digits of a text that only counts, such as `3`, `3.` or `3)`; empty for any other text."""
    number = text.strip(" .)")
    return number if number.isdecimal() else ""


def split_items(text: str) -> list[Item]:
    """Return the entries of a cell: split at line breaks, bullets, numbers that count up, semicolons; never at commas.

    Semicolons inside an entry that has a bullet or number of its own belong to it. An indented line goes on with the
    entry above if that has a bullet.
    """
    if is_nothing(text):
        return []
    if _is_one_entry(text):
        return [Item(text.strip(_EDGES))]
    found: list[Item] = []
    marked = False  # whether an indented line goes on with the entry above it
    for line in text.split("\n"):
        pieces = _marked_pieces(line)
        if marked and not pieces and _is_indented(line):
            found[-1] = Item(f"{found[-1].text}\n{line.strip(_EDGES)}", found[-1].number)
            continue
        found += pieces or [Item(piece.strip(_EDGES)) for piece in _at_semicolons(line)]
        marked = bool(pieces)
    return [Item(tidy, item.number) for item in found if not is_nothing(tidy := _without_end(item.text))]


def _is_one_entry(text: str) -> bool:
    """Tell, without looking closely, whether a text has nothing to be split at, as most cells have not."""
    return text[:2].isalpha() and text.isprintable() and not _SEPARATING.search(text)


def _is_indented(line: str) -> bool:
    return len(line) > 2 and not line[:2].strip(" \t\u00a0\u3000") and not is_blank(line)


def _at_semicolons(line: str) -> list[str]:
    """Return a line split at its semicolons, but for those within quotation marks; an empty list if it is blank."""
    if is_blank(line):
        return []
    pieces = _SEMICOLON.split(line)
    broken = any(piece.count(mark[0]) != piece.count(mark[1]) for piece in pieces for mark in _QUOTES)
    return [line] if broken or any(piece.count('"') % 2 for piece in pieces) else pieces


def _without_end(text: str) -> str:
    return text.strip(_EDGES).rstrip(";；").rstrip(_EDGES)


def _marked_pieces(line: str) -> list[Item]:
    """Return the entries of a line that begins with a bullet or number; an empty list if it does not."""
    bullet = _BULLET.match(line)
    if bullet:
        if is_nothing(line):
            return []
        rest = line[bullet.end():]
        pieces = _INLINE_SIGN.split(rest) if bullet["sign"] else [rest]
        return [Item(piece) for piece in pieces if not is_blank(piece)]
    number = _NUMBER.match(line)
    if number is None:
        letter = _LETTER.match(line)
        return [Item(line[letter.end():])] if letter else []
    counted = _counted_pieces(line)
    return counted or [Item(line[number.end():], _value(number))]


def _counted_pieces(line: str) -> list[Item]:
    """Return the entries of "1) one 2) two 3) three"; an empty list if the numbers do not count up from the first."""
    marks = list(_INLINE_NUMBER.finditer(line))
    first = _value(marks[0]) if marks else None
    wanted: list[re.Match[str]] = []
    for mark in marks:
        if first is not None and _value(mark) == first + len(wanted):
            wanted.append(mark)
    if len(wanted) < 2:
        return []
    ends = [mark.start() for mark in wanted[1:]] + [len(line)]
    return [Item(line[mark.end():end].rstrip(" ;；,，、"), _value(mark)) for mark, end in zip(wanted, ends)]


def _value(mark: re.Match[str]) -> int | None:
    text = next((group for group in mark.groups() if group), "")
    if text.isdecimal():
        return int(text)
    return ord(text) - ord("①") + 1 if text else None


def seen_bullet(text: str) -> str:
    """Return the bullet (`Ø`, `•` or `-`) that a cell's first bullet is most like; empty if it has none."""
    for line in text.split("\n"):
        found = _BULLET.match(line)
        if found and not is_nothing(line):
            sign = found["sign"] or found["spaced"]
            return "Ø" if sign in "Ø\uf0d8➢➤" else "-" if sign in "-–—" else "•"
    return ""


def split_path(text: str) -> list[str]:
    """Return the steps of a path drawn in one text, "Homepage > Log in > Checkout"; the text alone if there is none."""
    steps = _pieces(_ARROW, text)
    if len(steps) < 2:
        tight = _pieces(_TIGHT_ARROW, text)
        steps = tight if len(tight) > 2 and all(len(step) > 1 for step in tight) else steps
    if not steps[0]:
        return [text]
    steps = [step for step in steps if step]
    return steps if len(steps) > 1 and not _is_comparison(steps) else [text]


def _pieces(arrow: re.Pattern[str], text: str) -> list[str]:
    return [step.strip(_EDGES) for step in arrow.split(text)]


def _is_comparison(steps: Sequence[str]) -> bool:
    """Tell whether the arrow between two texts is rather a sign of more: "Income > 50k"."""
    return len(steps) == 2 and re.match(r"[\d$€£¥%]", steps[1]) is not None


def goto_number(text: str, bare: bool = False) -> int | None:
    """Return where a text such as "→ step 4" or "back to 2" leads (with `bare` also "4"); None for any other text."""
    found = _GOTO.fullmatch(text)
    return int(found["number"]) if found and (bare or found["leads"] or found["verb"]) else None


def goto_title(text: str) -> str:
    """Return what stands after an arrow at the start of a text; empty if there is none."""
    found = _LEADS.match(text)
    return text[found.end():].strip(_EDGES) if found else ""


def without_numbers(titles: Sequence[str]) -> list[str]:
    """Return stage titles without their numbering: "1. …", "Step 1: …", "A. …", "阶段 1:…", "第一阶段：…".

    Letters, Roman and bare numbers count as numbering only if they count up through the titles. A title that is
    nothing but its number keeps it.
    """
    patterns = _numberings(list(dict.fromkeys(title for title in titles if not is_blank(title))))
    return [_without_number(title.strip(_EDGES), patterns) for title in titles]


def _numberings(titles: Sequence[str]) -> list[re.Pattern[str]]:
    patterns = [_TITLE_NUMBER, *(pattern for pattern in (_TITLE_LETTER, _TITLE_PLAIN) if _counts_up(titles, pattern))]
    return [*patterns, _TITLE_LEVELS] if titles and all(map(_TITLE_LEVELS.match, titles)) else patterns


def _without_number(title: str, patterns: Sequence[re.Pattern[str]]) -> str:
    found = next((match for pattern in patterns if (match := pattern.match(title))), None)
    return (title[found.end():].strip(_EDGES) if found else "") or title


def _counts_up(titles: Sequence[str], pattern: re.Pattern[str]) -> bool:
    marks = [found[1] for title in titles if (found := pattern.match(title))]
    if not marks or len(marks) < len(titles):
        return False
    if marks[0].isdecimal():
        numbers = list(map(int, marks))
        return numbers[0] in (0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return marks in (list(_ROMAN[:len(marks)]), [chr(65 + place) for place in range(len(marks))])
