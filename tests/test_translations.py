"""The translations keep step with the texts in the source code."""

from __future__ import annotations

import importlib.util
import re
import string
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

FOLDER = Path(__file__).resolve().parent.parent / "resources/translations"


def load_update() -> ModuleType:
    """Return the module that reads the texts: it lies beside the translations, outside the package."""
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


update = load_update()
# Languages in which nothing may be left in English.
COMPLETE = tuple(language for language in update.LANGUAGES if language != update.SOURCE)


def messages(language: str) -> dict[tuple[str, str, str, bool], list[str]]:
    """Return what a .ts file holds: its translations by text, an empty list where there are none yet."""
    found = {}
    root = ElementTree.parse(FOLDER / f"journey_editor_{language}.ts").getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or "",
                   message.get("numerus") == "yes")
            found[key] = forms if translation.get("type") is None and all(forms) else []
    return found


def fields(text: str) -> set[str]:
    """Return the named places of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_texts_are_found() -> None:
    texts = update.texts()
    assert len(texts) > 200
    assert update.Text("model", "A flow cannot lead back to where it starts.", "", False) in texts
    assert {"model", "storage", "exchange", "Words", "CanvasView"} <= {text.context for text in texts}
    assert any(text.counted for text in texts) and any("{" in text.source for text in texts)


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_every_text_is_in_the_file(language: str) -> None:
    wanted = {tuple(text) for text in update.texts() if language != update.SOURCE or text.counted}
    missing = wanted - set(messages(language))
    assert not missing, f"run `make translations`: the {language} file lacks {sorted(missing)}"


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_translations_keep_the_places_of_the_text(language: str) -> None:
    for (_, source, _, counted), forms in messages(language).items():
        for form in forms:
            assert fields(form) == fields(source), f"{form!r} for {source!r}"
            assert not counted or "%n" in form or language == update.SOURCE, f"{form!r} for {source!r}"


@pytest.mark.parametrize("language", update.LANGUAGES)
def test_loaded_file_is_made_from_the_edited_one(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"journey_editor_{language}.qm"))
    for (context, source, comment, counted), forms in messages(language).items():
        if forms and not counted:
            assert translator.translate(context, source, comment) == forms[0], "run `make translations`"
        elif forms:
            assert translator.translate(context, source, comment, 1) == forms[0], "run `make translations`"
            assert translator.translate(context, source, comment, 7) == forms[-1], "run `make translations`"


def test_complete_languages_leave_nothing_in_english() -> None:
    for language in COMPLETE:
        left = [key[1] for key, forms in messages(language).items() if not forms]
        assert not left, f"{language} lacks {left}"


def test_sources_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    def problem(source: str) -> str:
        (tmp_path / "window.py").write_text(source, encoding="utf-8")
        with pytest.raises(update.NotFound) as caught:
            update.texts(tmp_path)
        return str(caught.value)

    assert re.search(r"window\.py:2: only plain text", problem("n = 3\nSentence('app', f'{n} cards')"))
    assert re.search(r"window\.py:1: only plain text", problem("translate('app', text)"))
    assert re.search(r"window\.py:1: whose text", problem("other.tr('Save')"))


def test_kinds_of_texts(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text('''
class Window(QMainWindow):
    def name(self):
        return self.tr("Save")

    def count(self, n):
        painter.translate(1, 2)
        return self.tr("%n cards", "in the map", n)

def problem(name):
    raise JourneyError(Sentence("app", "“{name}” is gone, "
                                       "so it cannot be saved.", name=Sentence("app", "it")))

def word():
    return QCoreApplication.translate("Words", "Card")
''', encoding="utf-8")
    assert update.texts(tmp_path) == [
        ("Window", "Save", "", False), ("Window", "%n cards", "in the map", True),
        ("app", "“{name}” is gone, so it cannot be saved.", "", False), ("app", "it", "", False),
        ("Words", "Card", "", False)]
