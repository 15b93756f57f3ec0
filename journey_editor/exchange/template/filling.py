"""A user's workbook with placeholders, filled with a journey.

The parts of the file are changed here rather than through openpyxl, which would drop what it does not know: text boxes,
slicers, rich texts in cells, and more. What holds no placeholder is copied as it is.
"""

from __future__ import annotations

import os

from ...model import Journey, JourneyError, Sentence
from ...spreadsheet.package import CONTENT_TYPES, Package, with_package
from ...files.disk import atomic_write
from ...files.progress import Progress, ProgressCallback
from ...spreadsheet.sheet_parts import RUNNING
from ...spreadsheet.xml_part import XmlPart, named, tag_of
from ...spreadsheet.texts import Remarks
from .placeholders import Values
from .cell_texts import fill_texts
from .linked_parts import FOLLOWING
from .references import shifted
from .template_sheet import Book, TemplateSheet

_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_NOTES = ("placeholders", "占位符", "佔位符")
"""What a sheet may be called that is not filled, but hidden in the result: it explains the placeholders."""

_FEW = 5
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def fill_template(journey: Journey, template: str | os.PathLike[str], path: str | os.PathLike[str],
                  progress: ProgressCallback | None = None) -> list[Sentence]:
    """Fill a workbook's placeholders with a journey and write it as another; return what is to be told.

    Placeholders that mean nothing stay as they are and are told. Raise `JourneyError` if the template cannot be read or
    the other workbook cannot be written, which is then as it was before. `progress` is told how much is
    done, and may raise `Cancelled`, which leaves nothing behind.
    """
    remarks, done = Remarks(), Progress(progress)
    done(0)
    target = os.fspath(path)
    filling = with_package(template, lambda package: _Filling(package, Values(journey, remarks)),
                           done.part(0, 0.2))
    _refuse_macros(filling, os.fspath(template), target)
    filling.fill(done.part(0.2, 0.9))
    atomic_write(target, filling.content())
    done(1)
    return [*remarks.sentences(), *filling.sentences()]


def _refuse_macros(filling: _Filling, template: str, target: str) -> None:
    if filling.has_macros and not target.lower().endswith(".xlsm"):
        raise JourneyError(Sentence(
            "exchange", "“{name}” contains macros, so the name of the file made from it must end in .xlsm.",
            name=os.path.basename(template)))


class _Filling:
    """A template's parts while they are filled; all of them are in memory, so that the file is closed by then."""

    def __init__(self, package: Package, values: Values) -> None:
        package.load()
        self._package = package
        self._values = values
        self.has_macros = bool(package.linked("vbaProject"))
        strings = package.linked("sharedStrings")
        self._book = Book(
            [node for node in package.root(strings) if tag_of(node.tag) == "si"] if strings else [],
            package.styles, values)
        self._sheets = {
            part: TemplateSheet(node.get("name", ""), XmlPart(package.read(part)), self._book)
            for node, part in package.worksheets() if node.get("name", "").casefold() not in _NOTES}

    def _linked_parts(self, part: str) -> list[tuple[str, str]]:
        """Return the kinds and names of what a part links to, as far as the file has it."""
        links = self._package.links(part).values()
        return [(kind, name) for kind, target in links if (name := self._package.name_of(target))]

    # -- filling -------------------------------------------------------------------------------------------------------

    def fill(self, progress: Progress) -> None:
        """Fill the sheets, and let everything that refers to their cells follow."""
        sheets = self._sheets.values()
        self._book.growths = {sheet.name.casefold(): sheet.plan.growth for sheet in sheets}
        self._refuse_too_large()
        grown = any(sheet.names for sheet in sheets)
        for number, (part, sheet) in enumerate(self._sheets.items()):
            progress(number / len(self._sheets))
            filled = bool(sheet.names or grown and sheet.has_formulas)
            if filled:
                sheet.fill()
            if fill_texts(sheet.part.root, RUNNING, self._values, ampersand="&&") or filled:
                self._package.put(part, sheet.part)
        for part, sheet in self._sheets.items():
            self._fill_linked(part, sheet)
        if grown:
            self._update_workbook()
            self._hide_notes()
            self._package.put_styles()

    def _refuse_too_large(self) -> None:
        for sheet in self._sheets.values():
            last = sheet.plan.growth.area(sheet.used())
            if last.bottom > _MOST_ROWS or last.right > _MOST_COLUMNS:
                raise JourneyError(Sentence(
                    "exchange", "The journey is too large for Excel, which has {columns} columns and {rows} rows.",
                    columns=f"{_MOST_COLUMNS:,}", rows=f"{_MOST_ROWS:,}"))

    def _fill_linked(self, part: str, sheet: TemplateSheet) -> None:
        """Fill the texts of a sheet's drawing and charts; where its cells moved, let all that is bound to them follow.
        """
        for kind, name in self._linked_parts(part):
            if kind == "drawing":
                charts = [chart for kind, chart in self._linked_parts(name) if kind == "chart"]
                for drawn in (name, *charts):
                    self._fill_drawn(drawn)
            if sheet.names and (follow := FOLLOWING.get(kind)):
                self._package.put(name, follow(self._package.read(name), sheet))

    def _fill_drawn(self, part: str) -> None:
        """Fill the texts of a drawing or chart, and let a chart's ranges follow their cells."""
        xml = XmlPart(self._package.read(part))
        changed = fill_texts(xml.root, ("t",), self._values)
        for node in named(xml.root, "f"):
            new = shifted(node.text or "", "", self._book.growths, widen=True)
            changed = changed or new != node.text
            node.text = new
        if changed:
            self._package.put(part, xml.content())

    def _update_workbook(self) -> None:
        """Let names follow their cells, and have Excel compute all formulas when it opens the file."""
        part = self._package.edit(self._package.main or "")
        for node in named(part.root, "definedName"):
            node.text = shifted(node.text or "", "", self._book.growths, widen=False)
        self._package.recalculate()

    def _hide_notes(self) -> None:
        """Hide the sheets that are for who makes the template."""
        root = self._package.root(self._package.main or "")
        sheets = list(named(root, "sheet"))
        notes = [place for place, node in enumerate(sheets) if node.get("name", "").casefold() in _NOTES]
        shown = [place for place, node in enumerate(sheets)
                 if place not in notes and node.get("state", "visible") == "visible"]
        for place in notes if shown else ():
            sheets[place].set("state", "hidden")
            for view in named(root, "workbookView"):
                if view.get("activeTab", "0") == str(place):
                    view.set("activeTab", str(shown[0]))

    # -- the result ----------------------------------------------------------------------------------------------------

    def content(self) -> bytes:
        """Return the filled workbook's bytes."""
        for node in self._package.edit(CONTENT_TYPES).root:
            kind = node.get("ContentType", "")
            if kind.endswith("template.main+xml"):
                node.set("ContentType", _WORKBOOK_TYPE)
            elif kind.endswith("template.macroEnabled.main+xml"):
                node.set("ContentType", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        return self._package.content()

    def sentences(self) -> list[Sentence]:
        """Return what is to be told: unknown placeholders, texts out of sight, nothing filled at all."""
        told = []
        sheets = list(self._sheets.values())
        unknown: dict[str, list[str]] = {}
        for sheet in sheets:
            for text, cell in sheet.unknown:
                unknown.setdefault(text, []).append(f"{sheet.name}!{cell}")
        for text, cells in unknown.items():
            told.append(Sentence(
                "exchange", "The placeholder {placeholder} is unknown and was left as it is: {cells}.",
                placeholder=text, cells=_brief(cells)))
        hidden = [f"{name}!{cell}" for name, cell in self._book.hidden]
        if hidden:
            told.append(Sentence(
                "exchange", "Some cells need a taller row than Excel allows, so their last lines are in the file but "
                            "cannot be seen: {cells}.", cells=_brief(hidden)))
        if not any(sheet.names for sheet in sheets):
            told.append(Sentence("exchange", "The template has no placeholders such as {example} in its cells.",
                                 example="{{stage}}"))
        return told


def _brief(cells: list[str]) -> str:
    return ", ".join(cells[:_FEW]) + (", …" if len(cells) > _FEW else "")
