"""The zip file that a workbook is, read, changed and written; and what is wrong with a file that is no workbook."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable
from functools import cached_property
from posixpath import basename, dirname, join, normpath, splitext
from typing import IO, TypeVar, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import SubElement
from xml.parsers.expat import ExpatError

from journey_editor.model import JourneyError, Sentence
from journey_editor.files.disk import open_for_reading
from journey_editor.files.progress import NO_PROGRESS, Progress
from .styles import Styles
from .xml_part import XmlPart, named

R = TypeVar("R")

MOST_STREAMED = 250_000_000
MOST_AT_ONCE = 30_000_000
"""How many bytes a part may unpack to. No map comes near it, and a file made to fill the memory goes far beyond."""

CONTENT_TYPES = "[Content_Types].xml"
"""The part that tells what the others hold."""
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""The namespace of ids of links, and what the kinds of links begin with."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
"""What the namespaces of the parts begin with that tell of others."""

BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
"""The elements of the workbook's part up to those with its names."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 8
_LONG = ("xl/worksheets/", "xl/sharedStrings")
"""The parts that take time to read."""

_LOOKED_THROUGH = 4_000_000


class TooLarge(Exception):
    """The file holds more than any map, or was made to fill the memory."""


def with_package(path: str | os.PathLike[str], read: Callable[[Package], R], progress: Progress = NO_PROGRESS) -> R:
    """Return what `read` makes of a workbook's package; raise `JourneyError` in plain words if it is no workbook.

    `progress` is told how much of the sheets has been read.
    """
    path = os.fspath(path)
    name = os.path.basename(path) or path
    try:
        with open_for_reading(path) as file:
            _refuse_other_kinds(file, name)
            with zipfile.ZipFile(file) as archive:
                package = Package(archive, progress)
                _refuse_other_packages(package, name)
                return read(package)
    except (TooLarge, MemoryError, RecursionError) as error:
        told = Sentence("exchange", "“{name}” is too large to be read as a journey map.", name=name)
        raise JourneyError(told) from error
    except RuntimeError as error:  # what zipfile raises for members with a password
        raise JourneyError(_encrypted(name)) from error
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, ExpatError, EOFError, KeyError, ValueError,
            IndexError, OverflowError, NotImplementedError, UnicodeError) as error:
        raise JourneyError(Sentence("exchange", "“{name}” is damaged and cannot be read.", name=name)) from error


def _encrypted(name: str) -> Sentence:
    return Sentence("exchange", "“{name}” is encrypted: remove its password in Excel, then open it again.", name=name)


def _refuse_other_kinds(file: IO[bytes], name: str) -> None:
    head = file.read(_HEAD)
    rest = file.read(_LOOKED_THROUGH) if head == _OLE else b""
    if not head:
        raise JourneyError(Sentence("exchange", "“{name}” is empty.", name=name))
    if head == _OLE:
        raise JourneyError(_ole_kind(rest, name))
    if not head.startswith(b"PK"):
        raise JourneyError(Sentence("exchange", "“{name}” is not an Excel workbook (.xlsx).", name=name))


def _ole_kind(content: bytes, name: str) -> Sentence:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return _encrypted(name)
    if has("Workbook") or has("Book"):
        return Sentence(
            "exchange", "“{name}” is in the old Excel format (.xls): save it as .xlsx, then open it again.", name=name)
    return Sentence("exchange", "“{name}” is not an Excel workbook (.xlsx).", name=name)


def _refuse_other_packages(package: Package, name: str) -> None:
    if package.main is None:
        if "xl/workbook.bin" in package:
            raise JourneyError(Sentence(
                "exchange", "“{name}” is a binary workbook (.xlsb): save it as .xlsx, then open it again.", name=name))
        if "[content_types].xml" not in package or "word/document.xml" in package or "ppt/presentation.xml" in package:
            raise JourneyError(Sentence("exchange", "“{name}” is not an Excel workbook (.xlsx).", name=name))
        raise KeyError("xl/workbook.xml")


class _ReportingReader(io.RawIOBase):
    """A part that is being read, which reports how many bytes were read of it."""

    def __init__(self, source: IO[bytes], report: Callable[[int], None]) -> None:
        self._source = source
        self._report = report

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        found = self._source.read(size)
        self._report(len(found))
        return found

    def close(self) -> None:
        self._source.close()
        super().close()


class Package:
    """The parts of a workbook's file by name, small and capital letters alike, and what links to what.

    Parts are read from the file as they are asked for. What is put in, dropped and linked is in `content()`, with all
    other parts as they were, byte for byte.
    """

    def __init__(self, archive: zipfile.ZipFile, progress: Progress = NO_PROGRESS) -> None:
        self._archive = archive
        self._progress = progress
        self._whole = max(sum(info.file_size for info in archive.infolist() if info.filename.startswith(_LONG)), 1)
        self._read = 0
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
        self._names = {key: info.filename for key, info in self._infos.items() if not info.is_dir()}
        self._held: dict[str, bytes | XmlPart] = {}
        """Parts that are in memory, changed or not, by name in small letters."""
        main = next((part for kind, part in self.links("").values() if kind == "officeDocument"), "xl/workbook.xml")
        other = not main.lower().endswith(".xml") or main.startswith(("word/", "ppt/"))
        self.main = None if other or main not in self else self.name_of(main)

    @classmethod
    def of(cls, content: bytes) -> Package:
        """Return the package of a workbook's bytes."""
        return cls(zipfile.ZipFile(io.BytesIO(content)))

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def names(self) -> list[str]:
        """Return the names of all parts as the file spells them."""
        return list(self._names.values())

    def name_of(self, part: str) -> str:
        """Return a part's name as the file spells it; empty if the file lacks it."""
        return self._names.get(part.lstrip("/").lower(), "")

    # -- reading -----------------------------------------------------------------------------------------------------

    def open(self, part: str, most: int = MOST_STREAMED) -> IO[bytes]:
        """Return a part opened for reading; raise `KeyError` if there is none, `TooLarge` if it is beyond reason."""
        key = part.lower()
        if key in self._held:
            return io.BytesIO(self.read(part))
        info = self._infos[key]
        if info.file_size > most:
            raise TooLarge
        return cast(IO[bytes], _ReportingReader(self._archive.open(info), self._report))

    def _report(self, count: int) -> None:
        self._read += count
        self._progress(self._read / self._whole)

    def size(self, part: str) -> int:
        """Return how many bytes a part of the file unpacks to; raise `KeyError` if there is none."""
        return self._infos[part.lower()].file_size

    def read(self, part: str) -> bytes:
        """Return a part's bytes; raise as `open` does."""
        held = self._held.get(part.lower())
        if held is not None:
            return held.content() if isinstance(held, XmlPart) else held
        with self.open(part) as source:
            return source.read()

    def root(self, part: str) -> ElementTree.Element:
        """Return a part's XML to be read; raise as `open` does, and what the parser raises."""
        held = self._held.get(part.lower())
        if isinstance(held, XmlPart):
            return held.root
        with self.open(part, MOST_AT_ONCE) as source:
            return ElementTree.parse(source).getroot()

    @cached_property
    def styles(self) -> Styles:
        """The formats of the workbook's cells; raise as `root` does. Those added are in the file after `put_styles`."""
        part = self.linked("styles")
        if not part:
            return Styles(None)
        with self.open(part, MOST_AT_ONCE) as source:
            return Styles(XmlPart(source.read()))

    def put_styles(self) -> None:
        """Put the formats that were added into the file, if it has any."""
        if self.styles.part is not None:
            self.put(self.linked("styles"), self.styles.part)

    def load(self) -> None:
        """Read all parts that are not in memory, so that the file may be closed."""
        for key in self._names:
            self._held[key] = self._held.get(key) or self.read(key)

    # -- links -------------------------------------------------------------------------------------------------------

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part (the whole file if empty) links to within the file: id -> (kind, part)."""
        found = {}
        for node in self._relations(part):
            if node.get("TargetMode") != "External":
                target = node.get("Target", "").replace("\\", "/")
                target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
                found[node.get("Id", "")] = (node.get("Type", "").rpartition("/")[2], target)
        return found

    def links_out(self, part: str) -> dict[str, ElementTree.Element]:
        """Return the links that a part has out of the file, by id."""
        return {node.get("Id", ""): node for node in self._relations(part) if node.get("TargetMode") == "External"}

    def _relations(self, part: str) -> list[ElementTree.Element]:
        rels = rels_of(part)
        return list(self.root(rels)) if rels in self else []

    def linked(self, kind: str) -> str:
        """Return the part of a kind that the workbook links to, as the file spells it; empty if there is none."""
        links = self.links(self.main or "").values()
        return next((name for one, part in links if one == kind and (name := self.name_of(part))), "")

    def worksheets(self) -> list[tuple[ElementTree.Element, str]]:
        """Return the workbook's elements of its worksheets, with their parts, in order."""
        links = self.links(self.main or "")
        found = []
        for node in named(self.root(self.main or ""), "sheet"):
            link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
            kind, part = links.get(link, ("", ""))
            if kind == "worksheet":
                found.append((node, self.name_of(part) or part))
        return found

    def reach(self, starts: Iterable[str]) -> set[str]:
        """Return all parts that can be come to from some, these included; the file itself is the empty name."""
        found: set[str] = set()
        todo = list(starts)
        while todo:
            part = todo.pop()
            name = self.name_of(part)
            if (name or not part) and name not in found:
                found.add(name)
                todo += [target for _kind, target in self.links(name).values()]
        return found - {""}

    # -- changing ----------------------------------------------------------------------------------------------------

    def edit(self, part: str) -> XmlPart:
        """Return a part's XML to be changed; raise `KeyError` if there is none."""
        key = part.lower()
        held = self._held.get(key)
        if not isinstance(held, XmlPart):
            held = self._held[key] = XmlPart(self.read(part))
        return held

    def put(self, part: str, content: bytes | XmlPart, content_type: str = "") -> None:
        """Put a part in, in the place of one of that name; a new one needs a type of content."""
        key = part.lower()
        self._names.setdefault(key, part)
        self._held[key] = content
        if content_type:
            types = self._undeclare(part)
            SubElement(types.root, types.name("Override"), {"PartName": f"/{part}", "ContentType": content_type})

    def drop(self, part: str) -> None:
        """Take a part out, with its links; what links to it stays."""
        for key in (part.lower(), rels_of(part).lower()):
            self._names.pop(key, None)
            self._held.pop(key, None)
        self._undeclare(part)

    def link(self, part: str, kind: str, target: str, id_: str = "") -> str:
        """Link a part to another; return the link's id, a free one unless it is given."""
        rels = self._edited_links(part)
        taken = {node.get("Id") for node in rels.root}
        id_ = id_ or next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        SubElement(rels.root, rels.name("Relationship"), {
            "Id": id_, "Type": f"{RELATIONS}/{kind}", "Target": f"/{target}"})
        return id_

    def link_out(self, part: str, link: ElementTree.Element, id_: str) -> None:
        """Give a part a link out of the file that another part has, by an id of its own."""
        rels = self._edited_links(part)
        SubElement(rels.root, rels.name("Relationship"), {**link.attrib, "Id": id_})

    def unlink(self, part: str, id_: str) -> None:
        """Take a link of a part away."""
        rels = self.edit(rels_of(part))
        for node in [node for node in rels.root if node.get("Id") == id_]:
            rels.root.remove(node)

    def recalculate(self) -> None:
        """Have Excel compute all formulas when it opens the file.

        The order in which they were computed is left out: it names cells that are gone or elsewhere.
        """
        main = self.main or ""
        self.edit(main).group("calcPr", (*BEFORE_NAMES, "definedNames")).set("fullCalcOnLoad", "1")
        for id_, (kind, part) in self.links(main).items():
            if kind == "calcChain":
                self.unlink(main, id_)
                self.drop(part)

    def _edited_links(self, part: str) -> XmlPart:
        rels = rels_of(part)
        if rels not in self:
            self.put(rels, f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode())
        return self.edit(rels)

    def content_type(self, part: str) -> str:
        """Return the type of a part's content."""
        root = self.root(CONTENT_TYPES)
        declared = next((node for node in root if _is_about(node, part)), None)
        if declared is None:
            suffix = splitext(part)[1][1:].lower()
            declared = next(node for node in root if node.get("Extension", "").lower() == suffix)
        return declared.get("ContentType", "")

    def _undeclare(self, part: str) -> XmlPart:
        types = self.edit(CONTENT_TYPES)
        for node in [node for node in types.root if _is_about(node, part)]:
            types.root.remove(node)
        return types

    def free_name(self, part: str) -> str:
        """Return a name like this, with a number, that no part has."""
        stem, suffix = splitext(part)
        stem, number = stem.rstrip("0123456789"), 1
        while f"{stem}{number}{suffix}" in self:
            number += 1
        return f"{stem}{number}{suffix}"

    def content(self) -> bytes:
        """Return the whole file's bytes."""
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
            for key, name in self._names.items():
                archive.writestr(name, self.read(key))
        return result.getvalue()


def rels_of(part: str) -> str:
    """Return the name of the part that holds a part's links, or the whole file's if that is empty."""
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _is_about(declaration: ElementTree.Element, part: str) -> bool:
    return declaration.get("PartName", "").lower() == f"/{part}".lower()
