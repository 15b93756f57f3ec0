"""A user's workbook with placeholders, filled with a journey.

The parts of the file are changed here rather than through openpyxl, which would drop what it does not know: text boxes,
slicers, rich texts in cells, and more. What holds no placeholder is copied as it is.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable
from posixpath import basename, dirname
from xml.etree.ElementTree import Element

from ...model import Journey, JourneyError, Sentence
from ...spreadsheet.package import Package, named, tag_of, with_package
from ...files.disk import atomic_write
from ...files.progress import Progress, ProgressCallback
from ...spreadsheet.xml_part import XmlPart
from ...spreadsheet.grid import area_of
from ...spreadsheet.texts import Remarks
from .placeholders import Values
from .references import Growth, shifted
from .sheet import Book, TemplateSheet, is_filled, journey_texts, moved_areas
from .styles import TemplateStyles

_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_NOTES = ("placeholders", "占位符", "佔位符")
"""What a sheet may be called that is not filled, but hidden in the result: it explains the placeholders."""

_FEW = 5
_RUNNING = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
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
            "exchange", "“{name}” has macros, so what is made of it must be called .xlsm.",
            name=os.path.basename(template)))


class _Filling:
    """A template's parts while they are filled."""

    def __init__(self, package: Package, values: Values) -> None:
        self._parts = {name: package.open(name).read() for name in package.names()}
        self._main = self._key(package.main or "")
        self._changed: dict[str, XmlPart] = {self._main: XmlPart(self._parts[self._main])}
        self._values = values
        links = {id_: (kind, part) for id_, (kind, part) in package.links(self._main).items()}
        kinds = {kind: self._key(part) for kind, part in links.values() if self._key(part)}
        self.has_macros = "vbaProject" in kinds
        self._styles_key = kinds.get("styles", "")
        styles = TemplateStyles(XmlPart(self._parts[self._styles_key]) if self._styles_key else None,
                                values.journey.info.language)
        strings = XmlPart(self._parts[kinds["sharedStrings"]]).root if "sharedStrings" in kinds else ()
        self._book = Book([node for node in strings if tag_of(node.tag) == "si"], styles, values)
        self._sheets: dict[str, TemplateSheet] = {}
        for node in named(self._changed[self._main].root, "sheet"):
            link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
            kind, part = links.get(link, ("", ""))
            if kind == "worksheet" and node.get("name", "").casefold() not in _NOTES:
                key = self._key(part)
                self._sheets[key] = TemplateSheet(node.get("name", ""), XmlPart(self._parts[key]), self._book)
        self._relations = {key: package.links(key) for key in self._sheets}
        self._drawn: dict[str, list[str]] = {}
        for kind, part in (link for links in self._relations.values() for link in links.values()):
            if kind == "drawing":
                self._drawn[self._key(part)] = [
                    self._key(chart) for kind, chart in package.links(part).values() if kind == "chart"]

    def _key(self, part: str) -> str:
        """Return a part's name as the file spells it; empty if the file lacks it."""
        if part in self._parts:
            return part
        return next((name for name in self._parts if name.lower() == part.lower()), "")

    # -- filling -------------------------------------------------------------------------------------------------------

    def fill(self, progress: Progress) -> None:
        """Fill the sheets, and let everything that refers to their cells follow."""
        sheets = self._sheets.values()
        self._book.growths = {sheet.name.casefold(): sheet.plan.growth for sheet in sheets}
        self._refuse_too_large()
        grown = any(sheet.names for sheet in sheets)
        for number, (key, sheet) in enumerate(self._sheets.items()):
            progress(number / len(self._sheets))
            if sheet.names or grown and sheet.has_formulas:
                sheet.fill()
                self._changed[key] = sheet.part
        for key, sheet in self._sheets.items():
            if self._texts(sheet.part.root, _RUNNING, ampersands=True):
                self._changed[key] = sheet.part
            if sheet.names:
                self._move_neighbours(key, sheet)
        for drawing, charts in self._drawn.items():
            for part in (drawing, *charts):
                self._fill_drawn(part)
        if grown:
            self._update_workbook()
            self._hide_notes()
            if self._book.styles.part is not None:
                self._changed[self._styles_key] = self._book.styles.part

    def _refuse_too_large(self) -> None:
        for sheet in self._sheets.values():
            last = sheet.plan.growth.area(sheet.used())
            if last.bottom > _MOST_ROWS or last.right > _MOST_COLUMNS:
                raise JourneyError(Sentence(
                    "exchange", "The journey is too large for Excel, which has {columns} columns and {rows} rows.",
                    columns=f"{_MOST_COLUMNS:,}", rows=f"{_MOST_ROWS:,}"))

    def _texts(self, root: Element, tags: Iterable[str], ampersands: bool = False) -> bool:
        """Replace the journey's placeholders in texts outside of cells; return whether there were any."""
        found = False
        for tag in tags:
            for node in named(root, tag):
                old = node.text or ""
                if "{{" in old:
                    new = journey_texts(old, self._values, "&&" if ampersands else "&")
                    found = found or new != old
                    node.text = new
        return found

    def _fill_drawn(self, part: str) -> None:
        """Fill the texts of a drawing or chart, and let a chart's ranges follow their cells."""
        if not part or part in self._changed:
            return
        xml = XmlPart(self._parts[part])
        changed = self._texts(xml.root, ("t",))
        for node in named(xml.root, "f"):
            new = shifted(node.text or "", "", self._book.growths, widen=True)
            changed = changed or new != node.text
            node.text = new
        if changed:
            self._changed[part] = xml

    def _move_neighbours(self, key: str, sheet: TemplateSheet) -> None:
        """Let pictures, tables and comments follow the cells of a sheet."""
        growth = sheet.plan.growth
        for kind, target in self._relations[key].values():
            part = self._key(target)
            if not part:
                continue
            if kind == "drawing":
                self._changed[part] = xml = XmlPart(self._parts[part])
                self._texts(xml.root, ("t",))
                for anchor in xml.root:
                    _move_anchor(anchor, growth)
            elif kind in ("comments", "threadedComment"):
                self._changed[part] = xml = XmlPart(self._parts[part])
                for node in (*named(xml.root, "comment"), *named(xml.root, "threadedComment")):
                    node.set("ref", moved_areas(node.get("ref", ""), growth).split(":")[0])
            elif kind == "vmlDrawing":
                self._parts[part] = _moved_boxes(self._parts[part], growth)
            elif kind == "table":
                self._changed[part] = xml = XmlPart(self._parts[part])
                _move_table(xml, sheet)

    def _update_workbook(self) -> None:
        """Let names follow their cells, and have Excel reckon all formulas when it opens the file."""
        part = self._changed[self._main]
        for node in named(part.root, "definedName"):
            node.text = shifted(node.text or "", "", self._book.growths, widen=False)
        calculation = next(named(part.root, "calcPr"), None)
        if calculation is None:
            after = ("sheets", "functionGroups", "externalReferences", "definedNames")
            place = 1 + max(at for at, node in enumerate(part.root) if tag_of(node.tag) in after)
            calculation = Element(part.name("calcPr"))
            part.root.insert(place, calculation)
        calculation.set("fullCalcOnLoad", "1")
        self._drop_chain()

    def _hide_notes(self) -> None:
        """Hide the sheets that are for who makes the template."""
        part = self._changed[self._main]
        sheets = list(named(part.root, "sheet"))
        notes = [place for place, node in enumerate(sheets) if node.get("name", "").casefold() in _NOTES]
        shown = [place for place, node in enumerate(sheets)
                 if place not in notes and node.get("state", "visible") == "visible"]
        for place in notes if shown else ():
            sheets[place].set("state", "hidden")
            for view in named(part.root, "workbookView"):
                if view.get("activeTab", "0") == str(place):
                    view.set("activeTab", str(shown[0]))

    def _drop_chain(self) -> None:
        """Leave out the order in which formulas were reckoned: it names cells that are now elsewhere."""
        chain = next((name for name in self._parts if basename(name).lower() == "calcchain.xml"), None)
        if chain is None:
            return
        del self._parts[chain]
        rels = self._key(f"{dirname(self._main)}/_rels/{basename(self._main)}.rels")
        types = self._key("[Content_Types].xml")
        for key, tag, attribute in ((rels, "Relationship", "Target"), (types, "Override", "PartName")):
            xml = self._changed[key] = XmlPart(self._parts[key])
            for node in [node for node in xml.root if tag_of(node.tag) == tag]:
                if node.get(attribute, "").lower().endswith("calcchain.xml"):
                    xml.root.remove(node)

    # -- the result ----------------------------------------------------------------------------------------------------

    def content(self) -> bytes:
        """Return the filled workbook's bytes."""
        types = self._key("[Content_Types].xml")
        xml = self._changed.setdefault(types, XmlPart(self._parts[types]))
        for node in xml.root:
            kind = node.get("ContentType", "")
            if kind.endswith("template.main+xml"):
                node.set("ContentType", _WORKBOOK_TYPE)
            elif kind.endswith("template.macroEnabled.main+xml"):
                node.set("ContentType", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts.items():
                archive.writestr(name, self._changed[name].content() if name in self._changed else content)
        return result.getvalue()

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
                "exchange", "The placeholder {placeholder} means nothing and was left as it is: {cells}.",
                placeholder=text, cells=_brief(cells)))
        hidden = [f"{name}!{cell}" for name, cell in self._book.hidden]
        if hidden:
            told.append(Sentence(
                "exchange", "Some cells need a taller row than Excel can show, so that their last lines are out of "
                "sight, though in the file: {cells}.", cells=_brief(hidden)))
        if not is_filled(sheets):
            told.append(Sentence("exchange", "The template has no placeholders such as {example} in its cells.",
                                 example="{{stage}}"))
        return told


def _brief(cells: list[str]) -> str:
    return ", ".join(cells[:_FEW]) + (", …" if len(cells) > _FEW else "")


def _move_anchor(anchor: Element, growth: Growth) -> None:
    """Let a picture, a chart or a text box follow the cell that it begins in; its size changes only if it is to."""
    ends = {tag_of(node.tag): {tag_of(child.tag): child for child in node} for node in anchor}
    for tag, axis in (("col", growth.columns), ("row", growth.rows)):
        start, end = ends.get("from", {}).get(tag), ends.get("to", {}).get(tag)
        if start is None:
            continue
        old = int(start.text or 0)
        new = axis.span(old + 1)[0] - 1
        start.text = str(new)
        if end is not None:
            last = int(end.text or 0)
            stretched = anchor.get("editAs", "twoCell") == "twoCell" and axis.unit(last + 1) is None
            end.text = str(axis.span(last + 1)[0] - 1 if stretched else last + new - old)


def _moved_boxes(content: bytes, growth: Growth) -> bytes:
    """Return a drawing of comments with their boxes bound to the cells' new places."""
    for tag, axis in ((b"Row", growth.rows), (b"Column", growth.columns)):
        pieces = re.split(rb"(?<=<x:%s>)(\d+)(?=</x:%s>)" % (tag, tag), content)
        pieces[1::2] = [b"%d" % (axis.span(int(number) + 1)[0] - 1) for number in pieces[1::2]]
        content = b"".join(pieces)
    return content


def _move_table(xml: XmlPart, sheet: TemplateSheet) -> None:
    """Let an Excel table grow with its cells, its columns called what now stands in its header."""
    growth = sheet.plan.growth
    area = area_of(xml.root.get("ref", ""))
    for node in (xml.root, *named(xml.root, "autoFilter")):
        node.set("ref", moved_areas(node.get("ref", ""), growth))
    columns = next(named(xml.root, "tableColumns"), None)
    if area is None or columns is None:
        return
    old = dict(zip(range(area.left, area.right + 1), columns))
    headed = xml.root.get("headerRowCount") != "0"
    places = sorted((new, column) for column in old for new, _ in growth.columns.lines(column))
    row = growth.rows.span(area.top)[0]
    heads = sheet.distinct_heads(row, [new for new, _ in places]) if headed else []
    columns[:] = []
    for number, (new, column) in enumerate(places):
        first = new == growth.columns.span(column)[0]
        node = old[column] if first else Element(old[column].tag, {"name": old[column].get("name", "")})
        node.set("name", heads[number] if headed else f"{node.get('name')}{number if not first else ''}")
        if len(places) > len(old):
            node.set("id", str(number + 1))
        columns.append(node)
    columns.set("count", str(len(places)))
