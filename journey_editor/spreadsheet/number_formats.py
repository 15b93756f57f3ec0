"""What a reader sees in a cell that holds a number: dates, percentages, decimals as the cell's format shows them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    # As Excel shows them in Chinese; in other East Asian languages the same numbers are dates as well.
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"',
    56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}
"""The number formats that a workbook uses by number alone. Dates without a form of their own are shown as ISO days."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_DAY = 2_958_466
_UNITS = {"h": 24, "m": 1440, "s": 86_400}
"""How many hours, minutes and seconds a day has."""

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM/PM|A/P|上午/下午)|(y+|m+|d+|h+|s+)|(\.0+)|(.)', re.I | re.S)
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?|\.[#0?]+")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)', re.S)


def shown(number: float, code: str = "General", epoch_1904: bool = False) -> str:
    """Return the text that a cell with this number format shows; as plain as possible where the format is too odd."""
    section = _section(code, number)
    if section is None:
        return plain(number)
    try:
        return _date(number, section, epoch_1904) if _is_date(section) else _decimal(number, section)
    except (ValueError, OverflowError):  # a day beyond the calendar, more decimals than there can be
        return plain(number)


def kind_of(code: str) -> str:
    """Return what a number format makes of a number: `date`, `time` (of a day, or hours), `percent`, or nothing."""
    section = _section(code, 1.0)
    if section is None:
        return ""
    if _is_date(section):
        return "date" if re.search("[yd]", _bare(section)) or "h" not in _bare(section) else "time"
    return "percent" if "%" in _bare(section) else ""


def plain(number: float) -> str:
    """Return a number as it stands without a format: 4.0 is `4`, 0.1 + 0.2 is `0.3`."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}"


def _section(code: str, number: float) -> str | None:
    """Return the part of the format that is for this number, or None where it shows the plain number."""
    if code.strip().lower() in ("", "general", "@"):
        return None
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if number < 0 and len(sections) > 1:
        return sections[1] or None
    if number == 0 and len(sections) > 2:
        return sections[2] or None
    # The sign, which is the number's own where the format has no part for negative ones.
    return ("-" if number < 0 and not _is_date(sections[0]) else "") + sections[0]


def _bare(section: str) -> str:
    """Return a format in small letters without what it shows literally."""
    return re.sub(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', "", section, flags=re.I).lower()


@lru_cache(maxsize=256)
def _is_date(section: str) -> bool:
    bare = _bare(section)
    return bool(re.search(r"[ymdhs]", bare)) and "general" not in bare and not re.search(r"[#?]", bare)


def _date(number: float, section: str, epoch_1904: bool) -> str:
    if not 0 <= number < _LAST_DAY:
        return plain(number)
    days = number + (1462 if epoch_1904 else 0)
    # Excel's calendar has a 29 February 1900, so its days before that are one off.
    moment = datetime(1899, 12, 30 if days >= 60 else 31) + timedelta(seconds=round(days * 86_400))
    tokens = list(_TOKEN.finditer(section))
    noon = any(token[4] for token in tokens)

    def text_of(place: int, token: re.Match[str]) -> str:
        if token[3]:
            return str(int(days * _UNITS[token[3][0].lower()] + 1e-6))
        if token[4]:
            return token[4].split("/")[moment.hour >= 12]
        if token[5]:
            return _date_part(token[5].lower(), moment, noon, _beside_hours(tokens, place))
        return token[1] or token[2] or token[7] or ""

    return "".join(text_of(place, token) for place, token in enumerate(tokens)).split(";")[0].strip()


def _beside_hours(tokens: list[re.Match[str]], place: int) -> bool:
    """Tell whether an `m` means minutes: after hours or before seconds."""
    before = next((t[5] or t[3] for t in reversed(tokens[:place]) if t[5] or t[3]), "")
    after = next((t[5] or t[3] for t in tokens[place + 1:] if t[5] or t[3]), "")
    return before[:1].lower() == "h" or after[:1].lower() == "s"


def _date_part(letters: str, moment: datetime, noon: bool, minutes: bool) -> str:
    kind, length = letters[0], len(letters)
    if kind == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    if kind == "m" and not minutes:
        if length > 2:
            name = _MONTHS[moment.month - 1]
            return name if length == 4 else name[:1] if length == 5 else name[:3]
        return f"{moment.month:0{length}d}"
    if kind == "d" and length > 2:
        return _DAYS[moment.weekday()][:3 if length == 3 else None]
    number = {"m": moment.minute, "d": moment.day, "s": moment.second,
              "h": ((moment.hour + 11) % 12 + 1) if noon else moment.hour}[kind]
    return f"{number:0{min(length, 2)}d}"


def _decimal(number: float, section: str) -> str:
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', lambda found: "\0" * len(found[0]), section)
    general = re.search("general", bare, re.I)
    if general:
        return f"{_literal(section[:general.start()])}{plain(abs(number))}{_literal(section[general.end():])}".strip()
    place = _NUMBER.search(bare)
    if place is None:
        return _literal(section).strip() or plain(number)
    if re.search(r"[/]|[Ee][+-]", bare):
        return plain(number)
    text = _digits(abs(number) * 100 ** bare.count("%"), place[0])
    return f"{_literal(section[:place.start()])}{text}{_literal(section[place.end():])}".strip()


def _digits(value: float, picture: str) -> str:
    """Return a number as a picture such as `#,##0.0#` has it."""
    left, _, right = picture.partition(".")
    text = f"{value:,.{len(right)}f}" if "," in picture.rstrip(",") else f"{value:.{len(right)}f}"
    for _optional in right.replace("0", ""):
        text = text.removesuffix("0")
    whole, dot, rest = text.partition(".")
    if "," not in picture:
        whole = whole.zfill(left.count("0"))
    return f"{whole}{dot}{rest}".rstrip(".")


def _literal(part: str) -> str:
    return "".join(found[1] or found[2] or found[3] or found[4] or "" for found in _LITERAL.finditer(part))
