"""The kinds of files that journeys come from and go to: their suffixes, and what can be done with them.

A further kind is one line here and a module that reads or writes it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple


class FileKind(NamedTuple):
    """A kind of file; the window has words for `name`, and new files get the first of the `suffixes`."""

    name: str
    group: str
    suffixes: tuple[str, ...]
    read: bool = False
    """Whether a journey is read from such a file."""
    written: bool = False
    """Whether a journey is written to such a file."""

    @property
    def suffix(self) -> str:
        """The suffix of new files."""
        return self.suffixes[0]


JOURNEY = FileKind("journey", "journey", (".journey",), read=True, written=True)
WORKBOOK = FileKind("workbook", "workbook", (".xlsx",), read=True, written=True)
MACRO_WORKBOOK = FileKind("macro_workbook", "workbook", (".xlsm",))
WORKBOOK_TEMPLATE = FileKind("workbook_template", "workbook", (".xltx",))
MACRO_TEMPLATE = FileKind("macro_template", "workbook", (".xltm",))
CSV = FileKind("csv", "table", (".csv",), read=True, written=True)
TSV = FileKind("tsv", "table", (".tsv",), read=True, written=True)
TEXT = FileKind("text", "table", (".txt",), read=True)
MARKDOWN = FileKind("markdown", "table", (".md", ".markdown"), read=True, written=True)
SVG = FileKind("svg", "picture", (".svg",), written=True)
PNG = FileKind("png", "picture", (".png",), written=True)
PDF = FileKind("pdf", "picture", (".pdf",), written=True)

KINDS = (JOURNEY, WORKBOOK, MACRO_WORKBOOK, WORKBOOK_TEMPLATE, MACRO_TEMPLATE, CSV, TSV, TEXT, MARKDOWN, SVG, PNG, PDF)

WITH_MACROS = (MACRO_WORKBOOK, MACRO_TEMPLATE)


def kind_of(path: str | os.PathLike[str]) -> FileKind | None:
    """Return the kind that a file's suffix says, None for any other suffix."""
    suffix = os.path.splitext(path)[1].lower()
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def readable(*groups: str) -> tuple[FileKind, ...]:
    """Return the kinds of these groups that a journey is read from, of all groups if none is named."""
    return tuple(kind for kind in KINDS if kind.read and (not groups or kind.group in groups))


def writable(*groups: str) -> tuple[FileKind, ...]:
    """Return the kinds of these groups that a journey is written to, of all groups if none is named."""
    return tuple(kind for kind in KINDS if kind.written and (not groups or kind.group in groups))


def suffixes_of(kinds: Iterable[FileKind]) -> tuple[str, ...]:
    """Return all the suffixes of some kinds."""
    return tuple(suffix for kind in kinds for suffix in kind.suffixes)
