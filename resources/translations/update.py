"""Brings the translations in step with the texts in the source code: `make translations`.

    python resources/translations/update.py

The texts are read from the syntax tree and handed to lupdate, which would miss a `Sentence` with values and
a `tr()` called on another object. It merges them into the .ts files of this folder (to be edited with Qt Linguist or by
hand), and lrelease makes the .qm files that the program loads.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journey_editor.model.vocabulary import LANGUAGES, SOURCE

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "journey_editor"
# Whose texts they are where tr() is called on another object than self: that object's class, by the name it goes by.
SPEAKERS = {"view": "CanvasView"}
# Translates what the other files say, and says nothing itself.
TRANSLATION = SOURCES / "app/translation.py"
APPLICATIONS = {"QCoreApplication", "QGuiApplication", "QApplication"}


class Text(NamedTuple):
    """A text that a user can see: with its context, what tells it from its like, and whether it counts something."""

    context: str
    source: str
    comment: str
    counted: bool


class NotFound(Exception):
    """A text cannot be translated, because it, or whose it is, cannot be read from the source code."""


def texts(folder: Path = SOURCES) -> list[Text]:
    """Return all texts in the sources of a folder, once each, in their order; raise `NotFound` with file and line."""
    found: dict[Text, None] = {}
    for path in sorted(set(folder.rglob("*.py")) - {TRANSLATION}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found.update(dict.fromkeys(_texts_in(tree, None, str(path.relative_to(folder.parent)))))
    return list(found)


def _texts_in(node: ast.AST, owner: str | None, where: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            try:
                yield from _text_of(child, owner)
            except NotFound as problem:
                raise NotFound(f"{where}:{child.lineno}: {problem}") from None
        yield from _texts_in(child, child.name if isinstance(child, ast.ClassDef) else owner, where)


def _text_of(call: ast.Call, owner: str | None) -> Iterator[Text]:
    """Yield the text of a call, if it is one of the three kinds that have texts."""
    of, _, name = ast.unparse(call.func).rpartition(".")
    if name == "tr" and of:
        context = owner if of in ("self", "cls") else SPEAKERS.get(of.rpartition(".")[2])
        if context is None:
            raise NotFound(f"whose text is this? Call tr() on self, or name the class of {of!r} in update.py")
        source, *rest = _literals(call, 1)
        yield Text(context, source, _comment(call, 1), len(call.args) > 2)
    elif name == "translate" and (not of or of in APPLICATIONS):
        context, source = _literals(call, 2)
        yield Text(context, source, _comment(call, 2), len(call.args) > 3)
    elif name == "Sentence":
        context, source = _literals(call, 2)
        yield Text(context, source, "", False)


def _literals(call: ast.Call, count: int) -> list[str]:
    found = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if len(found) != count:
        raise NotFound(f"only plain text in quotes can be translated, not {ast.unparse(call)}")
    return found


def _comment(call: ast.Call, place: int) -> str:
    if len(call.args) <= place:
        return ""
    value = call.args[place].value if isinstance(call.args[place], ast.Constant) else 0
    if value is not None and not isinstance(value, str):
        raise NotFound(f"what tells a text from its like must be plain text in quotes: {ast.unparse(call)}")
    return value or ""


def update(folder: Path = HERE) -> None:
    """Bring the .ts files of a folder in step with the source code, and make their .qm files."""
    lines = []
    for text in texts():
        words = ", ".join(json.dumps(part, ensure_ascii=False) for part in text[:3])
        lines.append(f"QCoreApplication.translate({words}{', 1' if text.counted else ''})\n")
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch, "texts.py")
        listing.write_text("".join(lines), encoding="utf-8")
        for language in LANGUAGES:
            ts = folder / f"journey_editor_{language}.ts"
            # That language is written in the source code, all but the forms of what is counted.
            only = ["-pluralonly"] if language == SOURCE else []
            _run("lupdate", *only, "-locations", "none", "-no-obsolete", "-source-language", SOURCE,
                 "-target-language", language, str(listing), "-ts", str(ts))
            _run("lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(f"pyside6-{tool}")), *arguments], check=True)


if __name__ == "__main__":
    try:
        update()
    except NotFound as problem:
        sys.exit(str(problem))
