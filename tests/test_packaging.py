"""What is shipped: a wheel that works where there is no checkout."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from journey_editor.shipped import find

ROOT = Path(__file__).resolve().parent.parent
# One process, so that the wheel is built once.
pytestmark = pytest.mark.xdist_group("wheel")
DATA = {"resources", "examples"}
RESOURCES = ["fonts/*.otf", "fonts/OFL.txt", "icons/*.svg", "icons/*.png", "icons/LICENSE.txt", "translations/*.qm",
             "synonyms/*.json", "words/*.json", "workbook_styles/*.json"]


def settings() -> configparser.ConfigParser:
    """Return what stands in setup.cfg."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the sources, so that nothing left from an earlier build gets into it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("journey_editor", *DATA):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, source)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
                    "--disable-pip-version-check", "--wheel-dir", str(folder), str(source)], check=True)
    return next(folder.glob("*.whl"))


def names(wheel: Path) -> set[str]:
    """Return the names of all files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_setup_names_every_package() -> None:
    listed = set(settings()["options"]["packages"].split())
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "journey_editor").rglob("__init__.py")}
    assert listed == there | {f"journey_editor.{folder}" for folder in DATA}


def test_wheel_has_all_code_and_data(wheel: Path) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "journey_editor").rglob("*.py")}
    wanted |= {f"journey_editor/resources/{path.relative_to(ROOT / 'resources').as_posix()}"
               for kind in RESOURCES for path in (ROOT / "resources").glob(kind)}
    wanted |= {f"journey_editor/examples/{path.name}" for kind in ("*.journey", "*.xlsx")
               for path in (ROOT / "examples").glob(kind)}
    assert wanted <= names(wheel)


def test_wheel_has_nothing_else(wheel: Path) -> None:
    others = {name for name in names(wheel) if not name.startswith(("journey_editor/", "journey_editor-"))}
    data = {name for name in names(wheel) if name.startswith("journey_editor/resources/")}
    needless = {name for name in data if name.endswith((".py", ".ts")) or "screenshots" in name}
    assert not others | needless


def test_wheel_has_the_licences(wheel: Path) -> None:
    licences = {name.partition("/licenses/")[2] for name in names(wheel) if not name.endswith("/")} - {""}
    assert licences == {"LICENSE", "resources/fonts/OFL.txt", "resources/icons/LICENSE.txt"}


def test_data_is_found_in_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = ("import journey_editor, journey_editor.shipped as shipped; print(journey_editor.__file__);"
            "print(shipped.find('resources', 'fonts/JourneySans-Bold.otf')); print(shipped.find('examples'))")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, text=True, capture_output=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(tmp_path / "site")})
    assert [Path(line).is_relative_to(tmp_path / "site") for line in done.stdout.splitlines()] == [True] * 3


def test_data_is_found_in_a_checkout() -> None:
    assert find("resources", "fonts/OFL.txt").read_text(encoding="utf-8").startswith("Journey Sans")
    assert find("examples").is_dir()


def test_missing_data_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="resources/fonts/none.otf"):
        find("resources", "fonts/none.otf")


def test_version_is_the_packages_own(wheel: Path) -> None:
    import journey_editor

    assert wheel.name.split("-")[1] == journey_editor.__version__


def test_qt_releases_that_fail_are_kept_out() -> None:
    from packaging.requirements import Requirement

    lines = settings()["options"]["install_requires"].splitlines()
    qt = [Requirement(line) for line in lines if line.startswith("PySide6")]

    def allowed(python: str, version: str) -> bool:
        chosen = [one for one in qt if one.marker and one.marker.evaluate({"python_version": python})]
        assert len(chosen) == 1
        return chosen[0].specifier.contains(version)

    for python in ("3.11", "3.12", "3.13", "3.14"):
        assert allowed(python, "6.11.3") and not allowed(python, "6.11.0") and not allowed(python, "6.11.1")
    assert not allowed("3.11", "6.12.0") and allowed("3.12", "6.12.0") and allowed("3.14", "6.12.1")
