"""A field is told once: one that is invented is found by all who show or read fields."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor.exchange.template.placeholders import JOURNEY_NAMES, LINE_NAMES
from journey_editor.model import RECORD_TYPES, Touchpoint, fields
from journey_editor.model.vocabulary import LANGUAGES, field_label

ROOT = Path(__file__).parents[1]
SPECS = [spec for cls in RECORD_TYPES.values() for spec in cls.specs]


def test_an_invented_field_is_found_by_all_who_show_or_read_fields() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.invented_field", "tests/consumers_of_fields.py",
         "tests/model/test_model_records.py",
         "tests/panels/test_inspector.py::test_every_field_of_every_type_has_its_place"],
        cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.key)
def test_a_field_has_a_word_in_every_language_and_a_default_that_it_takes(spec: fields.FieldSpec) -> None:
    assert all(field_label(spec.type, spec.name, language) for language in LANGUAGES)
    assert spec.needed or spec.rule()(spec.default)


def test_importers_know_touch_points_by_concepts_of_their_own() -> None:
    concepts = [spec.concept for spec in Touchpoint.specs if spec.concept]
    assert len(set(concepts)) == len(concepts)


def test_the_readme_names_every_placeholder_and_no_other() -> None:
    named = set(re.findall(r"`\{\{([^}]+)\}\}`", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named == {*JOURNEY_NAMES, *LINE_NAMES, "lane:NAME"}
