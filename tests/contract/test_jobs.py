"""The contract of the Jobs port, held by the real runner on Qt's event loop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import QtJobs

_PATIENCE_MS = 20_000


@pytest.fixture
def jobs(qapp: object) -> Iterator[QtJobs]:
    runner = QtJobs()
    yield runner
    runner.close()


def _never(error: Exception) -> None:
    raise error


def test_a_result_comes_back_on_the_thread_that_asked(jobs: QtJobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    results: list[tuple[int, int]] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    jobs.run(work, lambda result: results.append((result, threading.get_ident())), _never)
    qtbot.waitUntil(lambda: bool(results), timeout=_PATIENCE_MS)
    assert results == [(42, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_nothing_comes_back_before_the_caller_has_returned_to_its_loop(jobs: QtJobs, qtbot: QtBot) -> None:
    worked = threading.Event()
    results: list[None] = []
    jobs.run(worked.set, results.append, _never)
    assert worked.wait(20)
    assert results == []
    qtbot.waitUntil(lambda: results == [None], timeout=_PATIENCE_MS)


def test_an_exception_reaches_failed_and_not_done(jobs: QtJobs, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    results: list[int] = []
    jobs.run(lambda: 1 // 0, results.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures), timeout=_PATIENCE_MS)
    assert isinstance(failures[0], ZeroDivisionError)
    assert results == []


def test_events_come_in_order_and_before_the_end(jobs: QtJobs, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(tell: Callable[[int], None]) -> str:
        for number in range(200):
            tell(number)
        return "end"

    jobs.stream(work, heard.append, heard.append, _never)
    qtbot.waitUntil(lambda: "end" in heard, timeout=_PATIENCE_MS)
    assert heard == [*range(200), "end"]


def test_events_told_before_a_failure_still_arrive_first(jobs: QtJobs, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(tell: Callable[[int], None]) -> None:
        tell(1)
        raise OSError

    jobs.stream(work, heard.append, heard.append, lambda error: heard.append(type(error)))
    qtbot.waitUntil(lambda: OSError in heard, timeout=_PATIENCE_MS)
    assert heard == [1, OSError]


def test_later_calls_once(jobs: QtJobs, qtbot: QtBot) -> None:
    calls: list[int] = []
    jobs.later(0.01, lambda: calls.append(1))
    qtbot.waitUntil(lambda: bool(calls), timeout=_PATIENCE_MS)
    qtbot.wait(50)
    assert calls == [1]


def test_later_can_be_taken_back_and_taking_back_twice_is_harmless(jobs: QtJobs, qtbot: QtBot) -> None:
    calls: list[str] = []
    take_back = jobs.later(0.01, lambda: calls.append("taken back"))
    take_back()
    take_back()
    jobs.later(0.05, lambda: calls.append("kept"))
    qtbot.waitUntil(lambda: bool(calls), timeout=_PATIENCE_MS)
    assert calls == ["kept"]


def test_a_callback_may_start_new_work(jobs: QtJobs, qtbot: QtBot) -> None:
    results: list[int] = []
    jobs.run(lambda: 1, lambda one: jobs.run(lambda: one + 1, results.append, _never), _never)
    qtbot.waitUntil(lambda: results == [2], timeout=_PATIENCE_MS)


def test_after_close_no_callback_comes(qapp: object, qtbot: QtBot) -> None:
    runner = QtJobs()
    heard: list[object] = []
    runner.run(lambda: "late", heard.append, _never)
    runner.later(0, lambda: heard.append("later"))
    runner.close()
    qtbot.wait(50)
    assert heard == []
