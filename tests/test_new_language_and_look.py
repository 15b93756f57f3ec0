"""A language is one file of words, a look one line in the list of looks: both are then everywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Esperanto, as far as it is looked at; whatever it lacks is English.
WORDS = {
    "name": "Esperanto", "locales": ["eo"], "font": "Georgia", "leading": 1.4,
    "months": ["januaro", "februaro", "marto", "aprilo", "majo", "junio", "julio", "aŭgusto", "septembro", "oktobro",
               "novembro", "decembro"],
    "kinds": {
        "stage": {"one": "Etapo", "many": "Etapoj", "a": "etapo", "counted": ["{count} etapo", "{count} etapoj"]},
        "touchpoint": {"one": "Kontakto", "many": "Kontaktoj", "a": "kontakto",
                       "counted": ["{count} kontakto", "{count} kontaktoj"]}},
    "words": {"map": "Mapo", "manual": "Mane", "stages": "Vivciklaj etapoj", "owner": "Posedanto"}}

LOOK = """

from dataclasses import replace
LOOKS["sepia"] = replace(LIGHT, name="sepia", title=Sentence("Looks", "&Sepia"), window="#f4ecd8")
"""

SEEN = """
import json, sys
from journey_editor.app.start import show
from journey_editor.app.settings import Settings
from journey_editor.drawing.looks import window_look
from journey_editor.panels.form import choices_of

settings = Settings()
settings.language, settings.look = "eo", "sepia"
app, window = show()
menus = [action.menu() for action in window.menu_actions.menus["view"].actions() if action.menu()]
words = {menu.title().replace("&", ""): [action.text().replace("&", "") for action in menu.actions()] for menu in menus}
print(json.dumps({
    "languages": words["Language"], "looks": words["Look"], "look": Settings().look, "language": window.language,
    "window": window.palette().window().color().name(), "painted": window_look().name,
    "form": choices_of(("journey",), "language"), "choices": choices_of(("touchpoint",), "automation"),
}))
window.close()
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one language and one look more."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "journey_editor", root / "journey_editor", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", root / "resources", ignore=shutil.ignore_patterns("screenshots"))
    (root / "resources/words/eo.json").write_text(json.dumps(WORDS), encoding="utf-8")
    with (root / "journey_editor/drawing/looks.py").open("a", encoding="utf-8") as looks:
        looks.write(LOOK)
    return root


def run(root: Path, *arguments: str) -> str:
    """Return what Python prints, with that copy of the program and settings of its own."""
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(root))
    done = subprocess.run([sys.executable, *arguments], cwd=root, text=True, capture_output=True, timeout=120, env={
        **os.environ, **homes, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_window_offers_the_language_and_the_look(copy: Path) -> None:
    seen = json.loads(run(copy, "-c", SEEN))
    assert "Esperanto" in seen["languages"] and "Sepia" in seen["looks"]
    assert (seen["language"], seen["look"], seen["painted"], seen["window"]) == ("eo", "sepia", "sepia", "#f4ecd8")
    assert ["eo", "Esperanto"] in seen["form"] and ["manual", "Mane"] in seen["choices"]


def test_command_line_and_workbook_have_the_language(copy: Path) -> None:
    assert "eo" in run(copy, "-m", "journey_editor", "convert", "--help")
    example = str(ROOT / "examples/alibaba-b2b.journey")
    run(copy, "-m", "journey_editor", "convert", example, "map.xlsx", "--lang", "eo")
    seen = json.loads(run(copy, "-c", """
import json, openpyxl
from journey_editor.exchange import read_workbook
from journey_editor.model.vocabulary import day_label
from datetime import date
book = openpyxl.load_workbook("map.xlsx")
journey, _report = read_workbook("map.xlsx")
print(json.dumps({"sheets": book.sheetnames, "font": book["Mapo"]["B3"].font.name, "language": journey.info.language,
                  "corner": book["Mapo"]["A2"].value, "day": day_label(date(2024, 5, 1), "eo")}))
"""))
    assert seen["sheets"][0] == "Mapo" and {"Etapoj", "Kontaktoj", "Challenges"} <= set(seen["sheets"])
    assert (seen["font"], seen["language"], seen["corner"]) == ("Georgia", "eo", "Vivciklaj etapoj")
    assert seen["day"] == "1 majo 2024"


def test_tables_with_its_words_are_recognised(copy: Path) -> None:
    (copy / "table.csv").write_text("Etapo,Serĉi,Aĉeti\nKontaktoj,Retejo,Butiko\nPosedanto,A,B\n", encoding="utf-8")
    seen = json.loads(run(copy, "-c", """
import json
from journey_editor.exchange import read_file
journey, _report = read_file("table.csv")
print(json.dumps([[stage.title for stage in journey.stages], journey.info.language]))
"""))
    assert seen == [["Serĉi", "Aĉeti"], "eo"]
