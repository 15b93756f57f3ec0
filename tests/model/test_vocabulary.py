"""The words of the domain, in each language."""

from __future__ import annotations

import json
from datetime import date

import pytest

from journey_editor.model import RECORD_TYPES, Sentence, Word, fields, vocabulary
from journey_editor.model.vocabulary import LANGUAGES, SOURCE
from journey_editor.shipped import find


def words_of(language: str) -> dict:
    return json.loads(find("resources", f"words/{language}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_fields_and_choices_have_words(language: str) -> None:
    for type_, cls in RECORD_TYPES.items():
        assert vocabulary.type_label(type_, language) and vocabulary.plural_label(type_, language)
        assert vocabulary.with_article(type_, language) and vocabulary.counted(type_, 2, language)
        for spec in cls.specs:
            assert spec.kind == fields.ID or vocabulary.field_label(type_, spec.name, language)
            for value in spec.choices if spec.name not in ("bullet", "language") else ():
                assert vocabulary.choice_label(spec.name, value, language) != value


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_languages_have_every_word(language: str) -> None:
    source, said = words_of(SOURCE), words_of(language)
    for part in ("kinds", "words", "hints"):
        assert said[part].keys() == source[part].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_stands_once_in_its_file(language: str) -> None:
    said = words_of(language)
    kinds = {vocabulary.plural_key(type_): kind["many"] for type_, kind in said["kinds"].items()}
    twice = [key for key, word in said["words"].items() if kinds.get(key) == word]
    assert not twice


def test_words_of_fields_may_differ_by_type() -> None:
    assert vocabulary.field_label("flow", "target") == "To" and vocabulary.field_label("metric", "target") == "Target"
    assert vocabulary.field_label("stage", "title", "zh_CN") == "标题"
    with pytest.raises(KeyError):
        vocabulary.field_label("stage", "nothing")


def test_a_note_is_no_field() -> None:
    for language, note, notes in ("zh_CN", "便签", "备注"), ("zh_TW", "便籤", "備註"):
        assert vocabulary.type_label("note", language) == vocabulary.plural_label("note", language) == note
        assert vocabulary.field_label("touchpoint", "notes", language) == notes


def test_things_are_counted() -> None:
    assert [vocabulary.counted("opportunity", count) for count in (0, 1, 2)] == [
        "0 opportunities", "1 opportunity", "2 opportunities"]
    assert vocabulary.counted("", 3) == "3 items" and vocabulary.counted("flow", 1, "zh_TW") == "1 條流轉"


def test_words_in_sentences() -> None:
    assert vocabulary.with_article("opportunity") == "an opportunity"
    assert vocabulary.inside("Touch point") == "touch point" and vocabulary.inside("触点", "zh_CN") == "触点"
    assert vocabulary.headings("duration_hours", "zh_CN") == ["时长（小时）"]
    assert vocabulary.headings("share", "en", "%") == ["Share of clients (%)", "Share (%)"]
    assert [vocabulary.day_label(date(2024, 5, 1), language) for language in LANGUAGES] == [
        "1 May 2024", "2024年5月1日", "2024年5月1日"]


def test_a_word_in_a_sentence_is_said_in_its_language() -> None:
    word = Word(vocabulary.type_label, "opportunity")
    assert str(Sentence("model", "A new {kind}", kind=word)) == "A new Opportunity"
    assert word.in_language("zh_TW") == "機會點"
    assert word == Word(vocabulary.type_label, "opportunity") != Word(vocabulary.type_label, "stage")
