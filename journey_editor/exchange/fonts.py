"""The fonts that the languages of journeys are written in."""

from __future__ import annotations

from ..model.vocabulary import LANGUAGES, language
from ..spreadsheet.fonts import SCRIPTS, has_script


def font_for(wanted: str, code: str) -> tuple[str, float]:
    """Return the font to write a language in, and its lines' height as a multiple of its size.

    A font without the language's script gives way to one with it. The lines are as high as the font's highest script.
    """
    wanted_language = language(code)
    name = wanted if wanted and has_script(wanted, wanted_language.script) else wanted_language.font
    known = (one for one in map(language, LANGUAGES) if one.script in SCRIPTS and has_script(name, one.script))
    return name, max(one.leading for one in (wanted_language, *known))
