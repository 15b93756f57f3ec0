"""The language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from journey_editor.app.translation import install, language_of, translated
from journey_editor.model import Sentence
from journey_editor.panels.words import count_of

NO_LOOP = Sentence("model", "A flow cannot lead back to where it starts.")


@pytest.fixture
def app(qapp: QCoreApplication) -> Iterator[QCoreApplication]:
    """The application, in English again after the test."""
    yield qapp
    install(qapp, "en")


@pytest.mark.parametrize(("locale", "language"), [
    ("zh_CN", "zh_CN"), ("zh-Hans-SG", "zh_CN"), ("zh", "zh_CN"), ("zh_TW", "zh_TW"), ("zh-Hant-HK", "zh_TW"),
    ("zh_HK", "zh_TW"), ("en_GB", "en"), ("de-DE", "en"), ("C", "en")])
def test_language_of_a_locale(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_sentences_are_said_in_the_language_of_the_window(app: QCoreApplication) -> None:
    assert install(app, "zh_CN") == "zh_CN"
    simplified = translated(NO_LOOP)
    assert "流转" in simplified
    assert install(app, "zh-Hant-HK") == "zh_TW"
    assert "流轉" in translated(NO_LOOP) != simplified
    assert install(app, "en") == "en"
    assert translated(NO_LOOP) == str(NO_LOOP)


def test_values_and_sentences_among_them(app: QCoreApplication) -> None:
    install(app, "zh_CN")
    sentence = Sentence("storage", "“{name}”, line {line}: {reason}", name="a.journey", line=7, reason=NO_LOOP)
    assert translated(sentence) == f"“a.journey”第 7 行：{translated(NO_LOOP)}"
    assert str(sentence) == f"“a.journey”, line 7: {NO_LOOP}"


def test_text_without_translation_stays(app: QCoreApplication) -> None:
    install(app, "zh_CN")
    assert translated(Sentence("nobody", "Nobody says {this}.", this=7)) == "Nobody says 7."


def test_english_counts_one_thing_as_one(app: QCoreApplication) -> None:
    install(app, "en")
    assert QCoreApplication.translate("Words", "and %n more", None, 1) == "and 1 more"
    assert (count_of("opportunity", 1), count_of("opportunity", 2)) == ("1 opportunity", "2 opportunities")


def test_buttons_of_qt_itself_are_translated(app: QCoreApplication) -> None:
    install(app, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_language_of_the_user_is_taken_when_none_is_named(app: QCoreApplication) -> None:
    assert install(app) in ("en", "zh_CN", "zh_TW")
