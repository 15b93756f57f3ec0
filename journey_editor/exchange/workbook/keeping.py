"""A person's workbook that is exported onto: what of it stays, and whether our sheets can go into it at all."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from xml.etree.ElementTree import Element

from ...files.disk import read_bytes
from ...model import Journey, JourneyError, Sentence
from ...spreadsheet.grid import Place
from ...spreadsheet.package import Package
from ...spreadsheet.reader import WorkbookReader, with_workbook
from ...spreadsheet.xml_part import named, tag_of
from .additions import additions_in
from .base_sheet import BASE, read_base
from .registry import BY_ROLE, COPY, our_sheets

_TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_BESIDE, _LONGEST_NAME = 2, 31
_COMMENTS = {"comments", "threadedComment"}
_PIVOTS = {"pivotTable", "slicer", "timeline"}
_SHAPES = {"sp", "cxnSp", "grpSp"}
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"


@dataclass(slots=True)
class Existing:
    """A workbook that is there: our sheets by role, all sheets' names, and what speaks against changing it.

    `kept` are the cells on our sheets, by name, that somebody wrote and that stay. `package` has all parts of the file,
    to be changed, if it has anything that is not ours and nothing speaks against changing it.
    """

    roles: dict[str, str]
    sheets: list[str]
    obstacles: list[Sentence]
    kept: dict[str, set[Place]] = field(default_factory=dict)
    package: Package | None = None

    @property
    def has_others(self) -> bool:
        """Whether it has anything that is not ours."""
        return bool(self.kept or set(self.sheets) - set(self.roles.values()))


def what_would_be_lost(path: str | os.PathLike[str], journey: Journey) -> list[Sentence]:
    """Return why exporting a journey onto a file would harm it, so that it will be written beside it, or nothing.

    Sheets of others, with their formulas, charts, macros and all else, stay as they are and are no reason; nor is what
    somebody wrote on our sheets, as long as there is room for it.
    """
    there = existing(path, journey)
    return there.obstacles if there else []


def existing(path: str | os.PathLike[str], journey: Journey) -> Existing | None:
    """Return what is known of a workbook that a journey is to be exported onto.

    None if there is no file, or one that is no workbook and nothing to keep.
    """
    try:
        head = read_bytes(path, 4)
    except JourneyError:
        return None
    if not head.startswith((_ZIP, _OLE)):
        return None
    try:
        return with_workbook(path, lambda book: _look(book, journey))
    except JourneyError as error:
        return Existing({}, [""], [error.sentence])


def _look(book: WorkbookReader, journey: Journey) -> Existing:
    # A copy that somebody made of a sheet of ours is not ours.
    roles = {role: name for role, name in our_sheets(book).items() if not role.startswith(COPY)}
    obstacles = _obstacles(book.package, book.root)
    for role, name in roles.items():
        obstacles += _obstacles_on(book, role, name)
    base = read_base(book.sheet(roles[BASE])) if BASE in roles else None
    additions = additions_in(book, roles, base, journey)
    sheets = [node.get("name", "") for node in named(book.root, "sheet")]
    there = Existing(roles, sheets, obstacles + additions.lost, additions.kept)
    if there.has_others and not there.obstacles:
        book.package.load()
        there.package = book.package
    return there


def _obstacles(package: Package, root: Element) -> list[Sentence]:
    """Return why no sheets can be put into a workbook as it was saved, or nothing."""
    found = []
    if not root.tag.startswith(f"{{{_TRANSITIONAL}}}"):
        found.append(Sentence("exchange", "It is saved as “Strict Open XML”, to which no sheets can be added."))
    if any(node.get("lockStructure") in ("1", "true") for node in named(root, "workbookProtection")):
        found.append(Sentence("exchange", "Its structure is protected, so no sheets can be added to it."))
    if "_xmlsignatures/origin.sigs" in package:
        found.append(Sentence("exchange", "It is digitally signed, and any change would invalidate the signature."))
    if "xl/revisions/revisionheaders.xml" in package:
        found.append(Sentence("exchange", "It is shared with its changes tracked, so no sheets can be added to it."))
    return found


def _obstacles_on(book: WorkbookReader, role: str, name: str) -> list[Sentence]:
    """Return what somebody put on a sheet of ours that would be lost if it were replaced."""
    found = []
    kinds = {kind for kind, _part in book.links(name)}
    if kinds & _COMMENTS:
        found.append(Sentence("exchange", "The sheet “{sheet}”, which would be replaced, contains comments.",
                              sheet=name))
    if kinds & _PIVOTS or _has_foreign_drawings(book, role, name):
        found.append(Sentence("exchange", "The sheet “{sheet}”, which would be replaced, contains charts, pictures or "
                                          "pivot tables that were added to it.", sheet=name))
    return found


def _has_foreign_drawings(book: WorkbookReader, role: str, name: str) -> bool:
    """Tell whether a sheet of ours has more drawings than we put there: all charts, but one picture at most."""
    drawn = [tag_of(node.tag) for kind, part in book.links(name) if kind == "drawing" and part in book.package
             for node in book.package.root(part).iter()]
    ours = BY_ROLE[role].drawings if role in BY_ROLE else frozenset()
    return (any(tag in _SHAPES or tag == "graphicFrame" and tag not in ours for tag in drawn)
            or drawn.count("pic") > ("pic" in ours))


def names_in(there: Existing, ours: dict[str, str]) -> dict[str, str]:
    """Return what our sheets, given by role, are to be called there: as before, or so that no other has the name."""
    taken = {name.casefold() for name in there.sheets if name not in there.roles.values()}
    found: dict[str, str] = {}
    for role, name in ours.items():
        wanted = there.roles.get(role, name)
        found[name] = _free(wanted, taken)
        taken.add(found[name].casefold())
    return found


def _free(name: str, taken: set[str]) -> str:
    names = chain([name], (f"{name[:_LONGEST_NAME - 5]} ({number})" for number in count(2)))
    return next(free for free in names if free.casefold() not in taken)


def beside(path: str | os.PathLike[str], journey: Journey) -> tuple[Path, Existing | None]:
    """Return a path beside a workbook that a journey may be written to, and what is known of the file there.

    It is `NAME (journey).xlsx`, or has a number if that cannot be written to.
    """
    path = Path(path)
    for name in chain(["journey"], (f"journey {number}" for number in count(2))):
        found = path.with_name(f"{path.stem} ({name}).xlsx")
        there = existing(found, journey)
        if there is None or not there.obstacles:
            break
    return found, there
