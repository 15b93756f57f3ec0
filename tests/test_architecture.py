"""Who may import whom: the rooms of the program, read from their imports."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "journey_editor"
FILES = sorted(PACKAGE.rglob("*.py"))
QT = {"PySide6", "shiboken6"}

# The rooms from the ground: each may import what is in the rows below it, nothing of its own row. `app` and `cli`,
# which wire the rest, may import anything.
ROWS = [
    ["model"],
    ["files"],
    ["analysis", "spreadsheet"],
    ["layout", "exchange", "storage"],
    ["document", "drawing"],
    ["canvas", "panels", "charts", "publish"],
]
ROOMS = {room: {below for row in ROWS[:level] for below in row} for level, row in enumerate(ROWS) for room in row}
WIRING = {"app", "cli", "__main__"}
# `shipped` finds data files, and the program's name and version are in `__init__`.
FOR_ALL = {"shipped", ""}
# These rooms know no journeys: of the model they have only what errors are told in.
WITHOUT_JOURNEYS = {"files", "spreadsheet"}
OF_ERRORS = {"JourneyError", "Sentence"}

# What each room may import of other people's packages.
PACKAGES = {
    "model": set(),
    "files": set(),
    "analysis": {"numpy", "networkx"},
    "spreadsheet": {"openpyxl"},
    "layout": {"numpy", "networkx"},
    "exchange": {"openpyxl", "rapidfuzz"},
    "storage": set(),
    "document": QT,
    "drawing": QT | {"numpy"},
    "canvas": QT | {"numpy"},
    "panels": QT,
    "charts": QT | {"numpy", "pyqtgraph"},
    "publish": QT,
    "shipped": set(),
}
# What each part of `exchange` may import of the others, which makes no circles. The modules that stand beside the parts
# are of two kinds: those that the parts build on, and those that bring parts together and are imported by none of them.
# Not the room's own names: with these, every part could get at any.
BESIDE = {"concepts", "fonts", "map_table", "report"}
EXCHANGE = {
    "recogniser": set(),
    "workbook": {"recogniser"},
    "template": set(),
    "text": {"recogniser", "workbooks"},
}
# What of them may import other people's packages.
EXCHANGE_PACKAGES = {"recogniser": {"rapidfuzz"}, "workbook": {"openpyxl"}, "template": {"openpyxl"}}
QT_FREE = [room for row in ROWS[:4] for room in row]
# Each costs about as much as Qt itself, so a window is painted before they are asked for.
HEAVY = ["openpyxl", "pyqtgraph", "networkx", "numpy"]
NAMELESS = {"utils", "util", "common", "misc", "helpers", "helper", "shared", "tools"}


def room_of(path: Path) -> str:
    """Return the room that a file is in: its folder, or its own name at the top."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py") if first.endswith(".py") else first


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of all that a file imports, wherever in the file."""
    package = ["journey_editor", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            start = package[:len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def run_python(code: str, tmp_path: Path) -> str:
    """Return what a fresh interpreter prints, with settings and data of its own."""
    homes = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME",
                                              "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **homes}, cwd=tmp_path, text=True,
                          capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def loaded_after(code: str, names: list[str], tmp_path: Path) -> list[str]:
    """Return which of the packages a fresh interpreter has loaded after running `code`."""
    asked = f"\nimport sys\nprint(*[name for name in {names!r} if name in sys.modules])"
    return run_python(code + asked, tmp_path).split()


def test_every_room_has_rules() -> None:
    rooms = {room_of(path) for path in FILES} - {"__init__"}
    assert rooms <= set(ROOMS) | WIRING | FOR_ALL, "say in ROWS and PACKAGES what the new room may import"
    assert set(ROOMS) | FOR_ALL - {""} == set(PACKAGES)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_room_imports_only_what_it_may(room: str) -> None:
    wrong = []
    allowed_packages = PACKAGES[room] | set(sys.stdlib_module_names)
    for path in (path for path in FILES if room_of(path) == room):
        for line, name in imported(path):
            top, *rest = name.split(".")
            if top != "journey_editor":
                fine = top in allowed_packages
            else:
                # What is no room is a name of journey_editor itself, such as its version.
                other = rest[0] if rest and rest[0] in set(ROOMS) | WIRING else ""
                fine = other in ROOMS[room] | FOR_ALL | {room}
                if other == "model" and room in WITHOUT_JOURNEYS:
                    fine = rest[-1] in OF_ERRORS
            if not fine:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}")
    assert not wrong


def test_every_part_of_exchange_has_rules() -> None:
    parts = {path.name for path in (PACKAGE / "exchange").iterdir() if (path / "__init__.py").exists()}
    assert parts == set(EXCHANGE)


@pytest.mark.parametrize("part", sorted(EXCHANGE))
def test_part_of_exchange_imports_only_what_it_may(part: str) -> None:
    wrong = []
    for path in (PACKAGE / "exchange" / part).rglob("*.py"):
        for line, name in imported(path):
            top, *rest = name.split(".")
            if rest[:1] == ["exchange"]:
                fine = rest[1] in EXCHANGE[part] | BESIDE | {part}
            else:
                fine = top not in PACKAGES["exchange"] or top in EXCHANGE_PACKAGES.get(part, set())
            if not fine:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line} imports {name}")
    assert not wrong


def test_drawing_needs_no_widgets() -> None:
    wrong = [f"{path.name}:{line}" for path in FILES if room_of(path) == "drawing"
             for line, name in imported(path) if name.startswith("PySide6.QtWidgets")]
    assert not wrong, "pictures are also drawn where there is no window"


def test_nothing_imports_every_name_of_a_package() -> None:
    wrong = [f"{path.relative_to(PACKAGE)}:{line}" for path in FILES for line, name in imported(path)
             if name.endswith(".*")]
    assert not wrong


def test_rooms_without_qt_do_not_load_it(tmp_path: Path) -> None:
    rooms = [room for room in QT_FREE if (PACKAGE / room).is_dir()]
    modules = [".".join(["journey_editor", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")
               for room in rooms for path in FILES if room_of(path) == room]
    code = f"import importlib\nfor name in {modules!r}:\n    importlib.import_module(name)"
    assert loaded_after(code, sorted(QT), tmp_path) == []


def test_model_and_storage_load_nothing_heavy(tmp_path: Path) -> None:
    assert loaded_after("import journey_editor.model.operations, journey_editor.storage", HEAVY, tmp_path) == []


@pytest.mark.parametrize("module", ["cli", "__main__", "app"])
def test_start_imports_nothing_heavy(module: str, tmp_path: Path) -> None:
    there = (PACKAGE / module).is_dir() or (PACKAGE / f"{module}.py").exists()
    if there:
        assert loaded_after(f"import journey_editor.{module}", HEAVY, tmp_path) == []


def test_command_line_loads_no_qt_before_it_is_needed(tmp_path: Path) -> None:
    if (PACKAGE / "cli").exists():
        assert loaded_after("import journey_editor.cli", sorted(QT), tmp_path) == []


def test_empty_window_is_up_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    code = """
import sys
import journey_editor.app
from PySide6.QtWidgets import QApplication
QApplication.exec = staticmethod(lambda: 0)   # where the program would begin to wait for the user
if hasattr(journey_editor.app, "run"):
    journey_editor.app.run(None)
"""
    assert loaded_after(code, HEAVY, tmp_path) == []


def test_modules_are_named_after_what_they_hold() -> None:
    assert not [path for path in FILES if path.stem in NAMELESS or path.parent.name in NAMELESS]


def test_packages_say_what_they_are_for() -> None:
    silent = [path.relative_to(PACKAGE) for path in FILES
              if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent
