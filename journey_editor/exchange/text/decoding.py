"""The text in a file whose encoding nobody told: found by its marks and by what its bytes can be."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    # UTF-32's mark begins with that of UTF-16, so it comes first.
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_PAIR = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
"""A character of GB 2312, which nearly all characters of Chinese texts are."""

_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BROKEN = 0.02
_MOST_CONTROLS = 0.01


def decoded(data: bytes) -> str | None:
    """Return the text that the bytes are, its byte order mark left out; None if they are no text.

    A mark decides; without one it is UTF-16 if every other byte of line ends and separators is zero, else UTF-8 if it
    can be (some broken bytes allowed), else GB18030 (with GBK and GB 2312 in it) if most bytes beyond ASCII come in
    pairs as they do there, else Windows' Western code page.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace")
    encoding = _utf_16(data[:_SAMPLE])
    text = data.decode(encoding, "replace") if encoding else _bytewise(data)
    return None if len(_CONTROL.findall(text[:_SAMPLE])) > _MOST_CONTROLS * min(len(text), _SAMPLE) else text


def _utf_16(data: bytes) -> str:
    """Return which UTF-16 this is: its line ends, tabs, spaces and commas have a zero byte before or after them."""
    if b"\0" not in data:
        return ""
    even, odd = data[::2], data[1::2]
    low_first = sum(second == 0 and first in b"\n\t ,;|\"" for first, second in zip(even, odd))
    high_first = sum(first == 0 and second in b"\n\t ,;|\"" for first, second in zip(even, odd))
    if low_first == high_first:
        return ""
    return "utf-16-le" if low_first > high_first else "utf-16-be"


def _bytewise(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "replace")
    beyond_ascii = sum(char > "\x7f" for char in loose)
    if loose.count("\ufffd") <= _MOST_BROKEN * beyond_ascii:
        return loose
    if 4 * len(_PAIR.findall(data)) >= len(_HIGH.findall(data)):
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            # A file that was cut inside a character is still Chinese.
            if len(_PAIR.findall(data)) > 20:
                return data.decode("gb18030", "replace")
    return data.decode("cp1252", "replace")
