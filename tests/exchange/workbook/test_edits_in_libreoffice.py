"""Exported workbooks that LibreOffice saved, or that were edited in it, through its own programming interface."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journey_editor import shipped
from journey_editor.exchange import write_workbook
from journey_editor.exchange.workbook.edits import Edits, read_edits
from journey_editor.model import (
    Cell, Challenge, Flow, Journey, JourneyInfo, Lane, Metric, Role, Stage, Touchpoint, new_id)
from journey_editor.storage import load

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def _python_with_uno() -> str | None:
    """The Python that can talk to LibreOffice: the system's, as a rule."""
    beside = str(Path(SOFFICE).resolve().parent / "python") if SOFFICE else ""
    for program in (beside, "/usr/bin/python3", shutil.which("python3"), sys.executable):
        if program and Path(program).exists() and subprocess.run([program, "-c", "import uno"],
                                                                 capture_output=True).returncode == 0:
            return program
    return None


PYTHON = _python_with_uno() if SOFFICE else None

# One process, so that LibreOffice sets up its profile once.
pytestmark = [pytest.mark.skipif(SOFFICE is None or PYTHON is None, reason="LibreOffice is not installed"),
              pytest.mark.xdist_group("edits_in_libreoffice")]

DRIVER = '''
import subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

soffice, profile, pipe, source, target, code = sys.argv[1:]
office = subprocess.Popen([soffice, "-env:UserInstallation=" + profile, "--headless", "--norestore", "--invisible",
                           "--accept=pipe,name=" + pipe + ";urp;"])
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
for _ in range(600):
    try:
        remote = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.1)
desktop = remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")
book = desktop.loadComponentFromURL(source, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
sheets = book.Sheets


def sheet(name):
    return sheets.getByName(name)


def text(name, cell, value):
    sheet(name).getCellRangeByName(cell).String = value


def number(name, cell, value):
    sheet(name).getCellRangeByName(cell).Value = value


def row_of(name, column, value):
    for row in range(0, 200):
        if sheet(name).getCellByPosition(column, row).String == value:
            return row
    raise SystemExit("no row " + value)


exec(code)
book.storeToURL(target, (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),))
book.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
'''


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile")


def edit(journey: Journey, code: str, folder: Path, profile: Path) -> Edits:
    """Export a journey, run code on it within LibreOffice, save it there, and read what came of it."""
    source, target = folder / "map.xlsx", folder / "edited.xlsx"
    write_workbook(journey, source)
    done = subprocess.run([str(PYTHON), "-c", DRIVER, str(SOFFICE), profile.as_uri(), f"journey{new_id()[:8]}",
                           source.as_uri(), target.as_uri(), code], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return read_edits(target)


@pytest.fixture
def source() -> Journey:
    stages = [Stage(title=title, order=i) for i, title in enumerate(("Visit", "Register", "Convert"), 1)]
    cards = [Touchpoint(title=f"{stage.title} {letter}", stage=stage.id, order=i, emotion=-1.5)
             for stage in stages for i, letter in enumerate("abc", 1)]
    lane = Lane(title="Thoughts", order=1)
    return Journey([
        JourneyInfo(title="Edited"), *stages, *cards, Role(title="Buyer", order=1, influence=0.1 + 0.2), lane,
        Challenge(title="Slow", about=cards[0].id), Cell(title="Safe?", lane=lane.id, about=stages[0].id),
        Metric(title="Rate", about=stages[1].id, baseline=1 / 3, observations=(("2026-01-31", 12.5),)),
        Flow(source=cards[0].id, target=cards[3].id)])


def titles(journey: Journey) -> list[list[str]]:
    return [[stage.title, *(card.title for card in journey.children(stage.id, Touchpoint))] for stage in journey.stages]


def named(journey: Journey, title: str) -> Any:
    return next(record for record in journey if getattr(record, "title", None) == title)


@pytest.mark.parametrize("name", ("alibaba-b2b", "industrial-purchase-zh", "loan-approval"))
def test_saving_changes_nothing(name: str, tmp_path: Path, profile: Path) -> None:
    journey = load(shipped.find("examples", f"{name}.journey"))
    edits = edit(journey, "", tmp_path, profile)
    assert edits.base == journey and edits.theirs == journey
    assert not edits.report.guesses


def test_saving_keeps_odd_texts(tmp_path: Path, profile: Path) -> None:
    odd = ("=1+2", "+3", "-4", "@x", "0012", "1e5", "TRUE", "#N/A", " both ends ", "\n\nlines\r\nand\rmore\n",
           "_x0041_", "_x005F_x0041_", "a\x00b\x1f", "\ufffe\uffff\ufffd", "\t", "👩🏽‍💻", "\u2028\u2029\x85", "'",
           "<&>\"", "x" * 40_000,
           "中" * 32_767, "a\n" * 20_000)
    stages = [Stage(title=text, goal=text, order=i) for i, text in enumerate(odd)]
    cards = [Touchpoint(title=text, stage=stages[0].id, order=i, need=text) for i, text in enumerate(odd)]
    journey = Journey([JourneyInfo(title=odd[0], vision=odd[-1]), *stages, *cards])
    edits = edit(journey, "", tmp_path, profile)
    assert edits.theirs == journey and not edits.report.guesses


def test_edits_of_the_tables(source: Journey, tmp_path: Path, profile: Path) -> None:
    edits = edit(source, """
row = row_of("Touch points", 1, "Visit b") + 1
text("Touch points", "B%d" % row, "Visit b, renamed")
text("Touch points", "C%d" % row, "Convert")
last = row_of("Touch points", 1, "Convert c") + 2
text("Touch points", "B%d" % last, "Call")
text("Touch points", "C%d" % last, "Register")
row = row_of("Touch points", 1, "Convert a")
sheet("Touch points").Rows.removeByIndex(row, 1)
row = row_of("Stages", 1, "Convert")
sheet("Stages").Rows.insertByIndex(2, 1)
span = sheet("Stages").getCellRangeByPosition(0, row + 1, 6, row + 1).RangeAddress
sheet("Stages").moveRange(sheet("Stages").getCellByPosition(0, 2).CellAddress, span)
number("Roles", "E3", 0.4)
""", tmp_path, profile)
    assert titles(edits.theirs) == [
        ["Convert", "Convert b", "Convert c", "Visit b, renamed"], ["Visit", "Visit a", "Visit c"],
        ["Register", "Register a", "Register b", "Register c", "Call"]]
    assert named(edits.theirs, "Buyer").influence == 0.4
    assert named(edits.theirs, "Rate") == named(source, "Rate")
    assert not edits.report.guesses


def test_edits_of_the_map(source: Journey, tmp_path: Path, profile: Path) -> None:
    edits = edit(source, """
map = "Journey map"
text(map, "B3", "Ø Visit c\\nØ Visit a\\nØ Visit b!\\nØ Visit d")
text(map, "A1", "A better title")
sheet(map).Columns.insertByIndex(2, 1)
text(map, "C2", "Compare")
text(map, "C3", "Ø Price list\\nØ Reviews")
sheet(map).Columns.removeByIndex(4, 1)
sheet(map).Rows.insertByIndex(5, 1)
text(map, "A6", "Evidence")
text(map, "D6", "Ø Interview 3")
""", tmp_path, profile)
    assert titles(edits.theirs) == [
        ["Visit", "Visit c", "Visit a", "Visit b!", "Visit d"], ["Compare", "Price list", "Reviews"],
        ["Register", "Register a", "Register b", "Register c"]]
    assert edits.theirs.info.title == "A better title"
    assert [lane.title for lane in edits.theirs.all(Lane)] == ["Evidence", "Thoughts"]
    assert named(edits.theirs, "Interview 3").about == named(source, "Register").id
    assert named(edits.theirs, "Visit b!").id == named(source, "Visit b").id
    assert not edits.report.guesses
