"""The language of the window: which translations are loaded, and sentences of the rooms without Qt put into it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from journey_editor.model import Sentence, Word
from journey_editor.model.vocabulary import language_of
from journey_editor.panels import words
from journey_editor.shipped import find

_installed: list[QTranslator] = []


def install(app: QCoreApplication, locale_name: str | None = None) -> str:
    """Load the translations for a locale, or for the user's own, in place of those loaded before; return the language.

    English has a file too, for its plurals. Texts that a file lacks, or a language without one, stay as they are in the
    source code.
    """
    language = language_of(locale_name or QLocale.system().uiLanguages()[0])
    # Kept here and not looked for among the application's children, for which PySide would look through all of Qt.
    while _installed:
        app.removeTranslator(_installed.pop())
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", of_qt), ("journey_editor", str(find("resources", "translations")))):
        translator = QTranslator()
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            _installed.append(translator)
    words.set_language(language)
    return language


def translated(sentence: Sentence) -> str:
    """Return a sentence in the language of the window; sentences among its values are translated too."""
    text = QCoreApplication.translate(sentence.context, sentence.text)
    return text.format(**{name: _translated_value(value) for name, value in sentence.values.items()})


def _translated_value(value: Any) -> Any:
    if isinstance(value, Word):
        return value.in_language(words.language())
    return translated(value) if isinstance(value, Sentence) else value
