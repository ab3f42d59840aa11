"""The room of what a citizen left is given back between two of them; garbage is looked for on one thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from doubles.manual import ManualClock, ManualJobs

from kiosk.bootstrap.memory import Housekeeping, Sweeper
from kiosk.domain.text import Language
from kiosk.session.screens import Attract, Home, Screen, View


def _view(screen: Screen) -> View:
    return View(screen, None, Language.VIETNAMESE, 1, None)


@pytest.mark.parametrize(
    ("seen", "tidied"),
    [
        ([Attract(), Attract()], 0),
        ([Home()], 0),
        ([Home(), Attract(), Attract()], 1),
        ([Home(), Attract(), Home()], 0),
    ],
)
def test_it_is_given_back_once_after_each_citizen(seen: list[Screen], tidied: int) -> None:
    clock = ManualClock()
    jobs, done = ManualJobs(clock), list[bool]()
    housekeeping = Housekeeping(jobs, lambda: done.append(True))
    for screen in seen:
        housekeeping.follow(_view(screen))
    assert done == []
    jobs.pass_time(10)
    assert len(done) == tidied


class Ring:
    """Holds itself: only the garbage collector takes it away, and ``met`` is the thread on which it does."""

    def __init__(self, met: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: met.append(threading.current_thread()))


@pytest.fixture
def jobs() -> Iterator[ManualJobs]:
    jobs = ManualJobs(ManualClock())
    sweeper = Sweeper(jobs)
    gc.collect()
    sweeper.begin()
    yield jobs
    sweeper.end()


def make_much(met: list[threading.Thread]) -> None:
    """Make so much that Python would look for garbage by itself."""
    rings = [Ring(met) for _ in range(3000)]
    rings.clear()


def test_no_other_thread_meets_garbage_and_the_windows_own_does(jobs: ManualJobs) -> None:
    met: list[threading.Thread] = []
    worker = threading.Thread(target=make_much, args=(met,))
    worker.start()
    worker.join(60)
    assert met == []
    jobs.pass_time(1.5)
    assert len(met) == 3000
    assert set(met) == {threading.current_thread()}


def test_it_looks_again_and_again_and_leaves_it_to_python_at_the_end(jobs: ManualJobs) -> None:
    for _ in range(3):
        met: list[threading.Thread] = []
        make_much(met)
        jobs.pass_time(1.0)
        assert len(met) == 3000
    Sweeper(jobs).end()
    assert gc.isenabled()
