"""Long work beside the window: one job at a time on a thread of its own, its result back on the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from journey_editor.model import JourneyError, Sentence


class _Job(QThread):
    """Runs `work` and keeps what it returned or raised."""

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.result: Any = None
        self.error: JourneyError | None = None

    def run(self) -> None:
        """Do the work."""
        try:
            self.result = self._work()
        except JourneyError as error:
            self.error = error
        except Exception as error:
            import logging

            logging.getLogger(__name__).exception("a job failed")
            self.error = unexpected(error)


def unexpected(error: Exception) -> JourneyError:
    """Return what to tell the user of an error that nobody foresaw."""
    return JourneyError(Sentence("app", "This did not work, because of a fault in the program: {reason}.",
                                 reason=f"{type(error).__name__} {error}".strip().rstrip(".")))


class Jobs(QObject):
    """Runs one job at a time. `busy_changed(str)` carries what is being done, "" when it is over."""

    busy_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: _Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def run(self, words: str, work: Callable[[], Any], done: Callable[[Any], None],
            failed: Callable[[JourneyError], None]) -> bool:
        """Start `work`, later call `done(result)` or `failed(error)` on this thread. Return False if another is busy.

        `work` must not touch what this thread changes meanwhile: hand it a copy of the journey.
        """
        if self.busy:
            return False
        job = self._job = _Job(work, self)
        job.finished.connect(lambda: self._finish(job, done, failed))
        self.busy_changed.emit(words)
        job.start()
        return True

    def _finish(self, job: _Job, done: Callable[[Any], None], failed: Callable[[JourneyError], None]) -> None:
        self._job = None
        self.busy_changed.emit("")
        job.deleteLater()
        if job.error is not None:
            failed(job.error)
        else:
            done(job.result)

    def wait(self) -> None:
        """Let a job that is under way end; what it would have called is dropped."""
        if self._job is not None:
            job, self._job = self._job, None
            job.finished.disconnect()
            job.wait()
