"""The zip file that a workbook is: its parts, their links, and what is wrong with a file that is no workbook."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import IO, TypeVar, cast
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from journey_editor.model import JourneyError, Sentence
from journey_editor.files.disk import open_for_reading
from journey_editor.files.progress import NO_PROGRESS, Progress

R = TypeVar("R")

MOST_STREAMED = 250_000_000
MOST_AT_ONCE = 30_000_000
"""How many bytes a part may unpack to. No map comes near it, and a file made to fill the memory goes far beyond."""

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


@lru_cache(maxsize=1024)
def tag_of(name: str) -> str:
    """Return a tag or attribute without its namespace, which "Strict" workbooks have another of."""
    return name.rpartition("}")[2]


def named(root: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield the elements with a tag, whatever its namespace."""
    return (node for node in root.iter() if tag_of(node.tag) == tag)


class _Told(io.RawIOBase):
    """A part that is being read, and tells how many bytes were read of it."""

    def __init__(self, source: IO[bytes], tell: Callable[[int], None]) -> None:
        self._source = source
        self._tell = tell

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        found = self._source.read(size)
        self._tell(len(found))
        return found

    def close(self) -> None:
        self._source.close()
        super().close()


class Package:
    """The parts of a workbook's file by name, small and capital letters alike, and what links to what."""

    def __init__(self, archive: zipfile.ZipFile, progress: Progress = NO_PROGRESS) -> None:
        self._archive = archive
        self._progress = progress
        self._whole = max(sum(info.file_size for info in archive.infolist() if info.filename.startswith(_LONG)), 1)
        self._read = 0
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
        main = next((part for kind, part in self.links("").values() if kind == "officeDocument"), "xl/workbook.xml")
        other = not main.lower().endswith(".xml") or main.startswith(("word/", "ppt/"))
        self.main = None if other or main not in self else main

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._infos

    def names(self) -> list[str]:
        """Return the names of all parts as the file spells them."""
        return [info.filename for info in self._infos.values() if not info.is_dir()]

    def open(self, part: str, most: int = MOST_STREAMED) -> IO[bytes]:
        """Return a part opened for reading; raise `KeyError` if there is none, `TooLarge` if it is beyond reason."""
        info = self._infos[part.lower()]
        if info.file_size > most:
            raise TooLarge
        return cast(IO[bytes], _Told(self._archive.open(info), self._tell))

    def _tell(self, count: int) -> None:
        self._read += count
        self._progress(self._read / self._whole)

    def size(self, part: str) -> int:
        """Return how many bytes a part unpacks to; raise `KeyError` if there is none."""
        return self._infos[part.lower()].file_size

    def root(self, part: str) -> ElementTree.Element:
        """Return a part's XML; raise as `open` does, and what the parser raises."""
        with self.open(part, MOST_AT_ONCE) as source:
            return ElementTree.parse(source).getroot()

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part (the whole file if empty) links to: id -> (kind, part)."""
        folder, _, name = part.rpartition("/")
        rels = join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return {}
        found = {}
        for node in named(self.root(rels), "Relationship"):
            target = node.get("Target", "").replace("\\", "/")
            target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            found[node.get("Id", "")] = (node.get("Type", "").rpartition("/")[2], target)
        return found
