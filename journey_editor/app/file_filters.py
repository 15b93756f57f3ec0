"""What file dialogs offer to choose among: the words for each kind of file, and its suffixes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from journey_editor.files.kinds import KINDS, WORKBOOK, FileKind, suffixes_of

translate = QCoreApplication.translate


def name_filter(words: str, kinds: Iterable[FileKind]) -> str:
    """Return a filter for files of some kinds, as Qt takes it."""
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes_of(kinds))})"


def filter_of(kind: FileKind) -> str:
    """Return the filter for files of one kind."""
    return name_filter({
        "journey": translate("FileKinds", "Journeys"),
        "workbook": translate("FileKinds", "Excel workbooks"),
        "macro_workbook": translate("FileKinds", "Excel workbooks with macros"),
        "csv": translate("FileKinds", "Comma-separated tables"),
        "tsv": translate("FileKinds", "Tab-separated tables"),
        "markdown": translate("FileKinds", "Markdown tables"),
        "svg": translate("FileKinds", "SVG pictures"),
        "png": translate("FileKinds", "PNG pictures"),
        "pdf": translate("FileKinds", "PDF documents"),
    }[kind.name], [kind])


def workbook_filter() -> str:
    """Return the filter for workbooks of every kind, templates included."""
    return name_filter(translate("FileKinds", "Excel workbooks"),
                       (kind for kind in KINDS if kind.group == WORKBOOK.group))


def all_files() -> str:
    """Return the filter that lets every file through."""
    return translate("FileKinds", "All files (*)")
