"""What each kind of sheet in our workbooks offers: a name, what tells it from others, its writing and its cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ...files.progress import Progress
from ...model import Journey
from ...spreadsheet.reader import Sheet, WorkbookReader
from ...spreadsheet.grid import Area
from .base import Base, WrittenMap
from .names import Names, names_of

if TYPE_CHECKING:
    from .sheet_writer import SheetWriter, WorkbookWriter

FORMAT = 2
"""The version of our workbooks, in the defined name `FORMAT_NAME`."""

MARK = "journey_sheet_"
"""How the hidden names begin that mark sheets which cannot be told by what they hold; the rest is their role."""


@dataclass
class Export:
    """A journey on its way into a workbook, and what some of its sheets leave for others that are written later."""

    journey: Journey
    writer: WorkbookWriter
    picture: bytes | None
    map: WrittenMap = field(default_factory=WrittenMap)
    map_range: Area | None = None
    details: list[int] = field(default_factory=list)
    """A mark of each row of the details."""
    lists: list[tuple[str | int, ...]] = field(default_factory=list)
    """What the drop-down lists of the data sheets offer."""

    @cached_property
    def names(self) -> Names:
        """What records are called in cells that refer to them."""
        return names_of(self.journey)

    @property
    def language(self) -> str:
        """The language of what is written."""
        return self.journey.info.language


@dataclass(slots=True)
class Region:
    """What of a sheet is ours: the cells that are in these rows and in these columns.

    `about` is what its rows are about: what somebody wrote beside one of them says something of that.
    """

    rows: Container[int] = ()
    columns: Collection[int] = ()
    about: dict[int, object] = field(default_factory=dict)
    not_texts: frozenset[int] = frozenset()
    """Those columns in which the row of a record that somebody added holds numbers and words of ours, not texts."""

    def has(self, row: int, column: int) -> bool:
        """Tell whether a cell is ours."""
        return row in self.rows and column in self.columns


def no_text(_book: WorkbookReader, _sheet: Sheet, _base: Base | None, _ours: Collection[str]) -> Region:
    """Return what of a sheet is ours that has only drawings."""
    return Region()


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet; a new one is a module that makes one of these, and a line in `registry.SHEET_KINDS`."""

    role: str
    """What it is called in the code, and in the name that marks it."""

    name: Callable[[str], str]
    """Its name in a language."""

    write: Callable[[Export, SheetWriter, Progress], None]
    is_wanted: Callable[[Export], bool] = lambda _export: True
    """Whether a workbook gets one."""

    work: Callable[[Journey], int] = lambda _journey: 0
    """About how many rows it is to write it."""

    is_marked: bool = False
    """Whether a hidden name marks it, since nothing in its cells tells what it is."""

    tests: tuple[Callable[[Sheet], bool], ...] = ()
    """What tells it by its name and its first rows, the surest test first."""

    table: str = ""
    """The name of the table on it, if it has one."""

    drawings: frozenset[str] = frozenset()
    """The elements of a drawing (`pic`, `graphicFrame`) that are ours on it."""

    region: Callable[[WorkbookReader, Sheet, Base | None, Collection[str]], Region | None] = lambda *_of_sheet: None
    """Returns what of a sheet is ours; None where all of it is, or where that cannot be told.

    It is given the workbook, the sheet, what was exported, and the names of all our sheets.
    """

    planned: Callable[[Journey], Region] = lambda _journey: Region()
    """Returns what of it will be ours when a journey is written."""
