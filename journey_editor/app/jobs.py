"""Long work beside the window: one job at a time on a thread of its own, its result back on the window's.

Work is a function of a `ProgressCallback`. Where the user cancelled the work, that callback raises `Cancelled`, and the
work is to leave nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from journey_editor.files.progress import Cancelled, ProgressCallback
from journey_editor.model import JourneyError, Sentence

Work = Callable[[ProgressCallback], Any]


class _Job(QThread):
    """Runs `work` and keeps what it returned or raised. `progressed(float)` tells how far it is."""

    progressed = Signal(float)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.stopped = False
        self.cancelled = False
        self.result: Any = None
        self.error: JourneyError | None = None

    def _report(self, done: float) -> None:
        if self.stopped:
            raise Cancelled
        self.progressed.emit(done)

    def run(self) -> None:
        """Do the work."""
        try:
            self.result = self._work(self._report)
        except JourneyError as error:
            self.error = error
        except Cancelled:
            self.cancelled = True
        except Exception as error:
            import logging  # Not for start-up, which does without it.

            logging.getLogger(__name__).exception("a job failed")
            self.error = unexpected(error)


def unexpected(error: Exception) -> JourneyError:
    """Return what to tell the user of an error that nobody foresaw."""
    return JourneyError(Sentence("app", "This did not work because of an error in the program: {reason}.",
                                 reason=f"{type(error).__name__} {error}".strip().rstrip(".")))


class Jobs(QObject):
    """Runs one job at a time.

    `busy_changed(str)` carries what is being done, "" when it is over; `progressed(float)` how much of it is done, from
    0 to 1, for work that can be cancelled; `cancelled()` comes when it was.
    """

    busy_changed = Signal(str)
    progressed = Signal(float)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._done: Callable[[Any], None] = lambda result: None
        self._failed: Callable[[JourneyError], None] = lambda error: None

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def run(self, words: str, work: Work, done: Callable[[Any], None],
            failed: Callable[[JourneyError], None]) -> bool:
        """Start `work`, later call `done(result)` or `failed(error)` on this thread. Return False if another is busy.

        `work` must not touch what this thread changes meanwhile: hand it a copy of the journey.
        """
        if self.busy:
            return False
        self._job, self._done, self._failed = _Job(work, self), done, failed
        # To a method of an object of this thread, so that it is called there and not on the job's.
        self._job.finished.connect(self._finish)
        self._job.progressed.connect(self.progressed)
        self.busy_changed.emit(words)
        self._job.start()
        return True

    def cancel(self) -> None:
        """Ask the job that is under way to end with nothing done."""
        if self._job is not None:
            self._job.stopped = True

    def _finish(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self.busy_changed.emit("")
        job.deleteLater()
        if job.cancelled:
            self.cancelled.emit()
        elif job.error is not None:
            self._failed(job.error)
        else:
            self._done(job.result)

    def wait(self) -> None:
        """Let a job that is under way end; what it would have called is dropped."""
        if self._job is not None:
            job, self._job = self._job, None
            job.wait()
