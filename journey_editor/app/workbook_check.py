"""Whether a workbook can serve as a house style or a template, found out while its choice can still be changed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from journey_editor.model import Sentence
from journey_editor.files.errors import not_read
from journey_editor.model.operations import new_journey

from .files import Stamp, stamp_of
from .jobs import Jobs

HOUSE, TEMPLATE = "house", "template"


class Finding(NamedTuple):
    """Whether a workbook can be used, and what the user should know of it, if anything."""

    usable: bool
    remark: Sentence | None = None


Question = tuple[str, Path, Stamp | None]


class WorkbookCheck(QObject):
    """Looks at workbooks beside the window, one at a time; `found()` comes when one was looked at."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._findings: dict[Question, Finding] = {}
        self._asked: Question | None = None

    def finding(self, kind: str, path: Path) -> Finding | None:
        """Return what is known of a workbook; where that is None, it is looked at now, and `found` will come."""
        if not path.is_file():
            return Finding(False, not_read(IsADirectoryError() if path.is_dir() else FileNotFoundError(), path))
        question = kind, path, stamp_of(path)
        if question in self._findings:
            return self._findings[question]
        self._asked = question
        self._look()
        return None

    def _look(self) -> None:
        question = self._asked
        if question is None or self._jobs.busy:
            return
        self._asked = None
        kind, path, _ = question
        look = _try_house if kind == HOUSE else _try_template
        self._jobs.run("", lambda _progress: look(path), lambda remark: self._keep(question, Finding(True, remark)),
                       lambda error: self._keep(question, Finding(False, error.sentence)))

    def _keep(self, question: Question, finding: Finding) -> None:
        self._findings[question] = finding
        self.found.emit()
        self._look()

    def stop(self) -> None:
        """Wait for what is under way; nothing comes any more."""
        self._asked = None
        self._jobs.wait()


def _try_house(path: Path) -> None:
    from journey_editor.exchange import read_house_style

    read_house_style(path)


def _try_template(path: Path) -> Sentence | None:
    """Fill a template with nothing; return the first remark on it. Raise `JourneyError`."""
    from journey_editor.exchange import fill_template

    with tempfile.TemporaryDirectory() as folder:
        remarks = fill_template(new_journey(), path, Path(folder, "filled.xlsm"))
    return remarks[0] if remarks else None
