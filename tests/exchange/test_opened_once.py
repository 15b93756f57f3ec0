"""A workbook is opened once, and its formats and shared texts are parsed once, whatever is asked of it."""

from __future__ import annotations

import io
import os
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.styles import Font

from journey_editor.exchange import (
    fill_template, find_maps, read_edits, read_file, read_house_style, read_workbook, write_workbook)
from journey_editor.exchange.workbook.edits import find_edits
from journey_editor.model import Journey
from journey_editor.spreadsheet.package import Package
from journey_editor.spreadsheet.sheet_xml import MAIN

PARTS = ("styleSheet", "sst")


class Counts:
    """How often each file was opened as a zip file, and each content of the parts looked at was parsed."""

    def __init__(self) -> None:
        self.opened: Counter[str] = Counter()
        self.parsed: Counter[tuple[str, bytes]] = Counter()

    def parts(self) -> Counter[str]:
        """Return how often parts were parsed, by their kinds."""
        return Counter(tag for tag, _content in self.parsed.elements())


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """What Python's zip files and XML parser are asked for from now on."""
    found = Counts()
    opened, parsers = zipfile.ZipFile.__init__, {name: getattr(ElementTree, name) for name in ("parse", "iterparse")}

    def open_archive(archive: zipfile.ZipFile, file: Any, *rest: Any, **named: Any) -> None:
        name = file if isinstance(file, (str, os.PathLike)) else getattr(file, "name", "")
        found.opened[os.fspath(name)] += 1
        opened(archive, file, *rest, **named)

    def counted(parse: Callable[..., Any]) -> Callable[..., Any]:
        def parsed(source: Any, *rest: Any, **named: Any) -> Any:
            content = source.read()
            tag = next((tag for tag in PARTS if f"<{tag}".encode() in content[:400]), None)
            if tag:
                found.parsed[tag, content] += 1
            return parse(io.BytesIO(content), *rest, **named)
        return parsed

    monkeypatch.setattr(zipfile.ZipFile, "__init__", open_archive)
    for name, parse in parsers.items():
        monkeypatch.setattr(ElementTree, name, counted(parse))
    return found


@pytest.fixture
def workbook(journey: Journey, tmp_path: Path) -> Path:
    """A workbook of ours with a sheet that somebody added in a program that shares texts, with dates and fonts."""
    path = tmp_path / "map.xlsx"
    write_workbook(journey, path)
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Theirs")
    for row in (["Region", "Since", "Sales {{stage}}"], ["North", "x", 48], ["South", "y", 60]):
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(name="Georgia", bold=True)
    sheet["B2"].value, sheet["B2"].number_format = 45_000, "yyyy-mm-dd"
    book.save(path)
    share(path, "Region")
    return path


def share(path: Path, text: str) -> None:
    """Move a text of the last sheet to the part that cells refer to, as Excel has it."""
    package = Package.of(path.read_bytes())
    _node, sheet = package.worksheets()[-1]
    content, inline = package.read(sheet), f't="inlineStr"><is><t>{text}</t></is>'.encode()
    assert content.count(inline) == 1
    package.put(sheet, content.replace(inline, b't="s"><v>0</v>'))
    package.put("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'.encode(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml")
    package.link(package.main or "", "sharedStrings", "xl/sharedStrings.xml")
    path.write_bytes(package.content())


@pytest.mark.parametrize("read", [read_workbook, find_maps, read_edits, find_edits, read_file, read_house_style])
def test_what_is_read_is_opened_once(read: Callable[[Path], Any], workbook: Path, counts: Counts) -> None:
    assert read(workbook)
    assert counts.opened == {str(workbook): 1}
    assert max(counts.parts().values(), default=0) <= 1


def test_the_formats_are_parsed_once_where_dates_and_fonts_matter(workbook: Path, counts: Counts) -> None:
    read_workbook(workbook)
    assert counts.parts() == {"styleSheet": 1, "sst": 1}
    read_house_style(workbook)
    assert counts.parts()["styleSheet"] == 2 and counts.opened == {str(workbook): 2}


def test_a_workbook_that_is_exported_onto_is_opened_once(journey: Journey, workbook: Path, counts: Counts) -> None:
    assert write_workbook(journey, workbook) == []
    assert counts.opened[str(workbook)] == 1
    # The formats of the workbook that is there and of the sheets that go into it; the texts of the workbook that is
    # there, and of what was written, which is read back.
    assert counts.parts() == {"styleSheet": 2, "sst": 2}
    assert openpyxl.load_workbook(workbook)["Theirs"]["B2"].number_format == "yyyy-mm-dd"


def test_a_template_is_opened_once(journey: Journey, workbook: Path, counts: Counts, tmp_path: Path) -> None:
    fill_template(journey, workbook, tmp_path / "filled.xlsx")
    assert counts.opened[str(workbook)] == 1 and counts.parts() == {"styleSheet": 1, "sst": 1}
