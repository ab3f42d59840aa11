"""The room of what a citizen left is given back between two of them, and not while somebody stands there."""

from __future__ import annotations

import pytest
from doubles.manual import ManualClock, ManualJobs

from kiosk.bootstrap.memory import Housekeeping
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
