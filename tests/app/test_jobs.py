import logging
import threading

import pytest
from hands import wait

from journey_editor.app.jobs import Jobs
from journey_editor.model import JourneyError, Sentence


@pytest.fixture
def jobs(qapp):
    return Jobs()


def test_work_is_done_beside_the_window_and_its_result_comes_back(jobs):
    told, busy = [], []
    jobs.busy_changed.connect(busy.append)
    assert jobs.run("Counting…", lambda tell: threading.current_thread(), told.append, told.append)
    assert jobs.busy and busy == ["Counting…"]
    wait(lambda: bool(told))
    assert told[0] is not threading.main_thread() and not jobs.busy and busy == ["Counting…", ""]


def test_the_result_is_handed_over_on_the_thread_of_the_window(jobs):
    told = []
    jobs.run("", lambda tell: 7, lambda result: told.append((result, threading.current_thread())), told.append)
    wait(lambda: bool(told))
    assert told == [(7, threading.main_thread())]


def test_one_job_at_a_time(jobs):
    told = []
    gate = threading.Event()
    jobs.run("", lambda tell: gate.wait(), told.append, told.append)
    assert not jobs.run("", lambda tell: 1, told.append, told.append)
    gate.set()
    wait(lambda: not jobs.busy)
    assert told == [True] and jobs.run("", lambda tell: 2, told.append, told.append)
    wait(lambda: len(told) == 2)


def test_a_job_may_start_the_next_one(jobs):
    told = []
    jobs.run("", lambda tell: 1,
             lambda result: jobs.run("", lambda tell: result + 1, told.append, told.append), told.append)
    wait(lambda: told == [2])


def test_a_known_error_comes_as_it_is(jobs):
    def work(tell):
        raise JourneyError(Sentence("app", "No."))

    told = []
    jobs.run("", work, told.append, lambda error: told.append(str(error)))
    wait(lambda: told == ["No."])


def test_a_fault_is_told_in_one_sentence_and_logged(jobs, caplog):
    told = []
    with caplog.at_level(logging.ERROR):
        jobs.run("", lambda tell: {}["missing"], told.append, lambda error: told.append(str(error)))
        wait(lambda: bool(told))
    assert told == ["This did not work because of an error in the program: KeyError 'missing'."] and caplog.records


def test_waiting_drops_what_would_have_come(jobs):
    told = []
    jobs.run("", lambda tell: 1, told.append, told.append)
    jobs.wait()
    assert not jobs.busy and told == []


def test_progress_is_told_and_a_job_that_is_cancelled_ends(jobs):
    shares, told, gate = [], [], threading.Event()

    def work(tell):
        tell(0.25)
        gate.wait()
        tell(0.5)

    jobs.progressed.connect(shares.append)
    jobs.cancelled.connect(lambda: told.append("cancelled"))
    jobs.run("", work, told.append, told.append)
    wait(lambda: shares == [0.25])
    jobs.cancel()
    gate.set()
    wait(lambda: not jobs.busy)
    assert told == ["cancelled"] and shares == [0.25]
