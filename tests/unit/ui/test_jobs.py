"""A kiosk calls itself back twice a second for months: what was called, or taken back, must leave nothing behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from ui.jobs import QtJobs


class Thing:
    called = 0

    def call(self) -> None:
        self.called += 1


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_later_call_leaves_nothing_behind(qapp: object, taken_back: bool) -> None:
    jobs, thing = QtJobs(), Thing()
    take_back: Callable[[], None] = jobs.later(0, thing.call)
    if taken_back:
        take_back()
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    assert thing.called == (0 if taken_back else 1)
    take_back()
    gone = weakref.ref(thing)
    del thing, take_back
    gc.collect()
    assert gone() is None
    jobs.close()
