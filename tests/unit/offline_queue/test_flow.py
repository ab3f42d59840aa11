"""Bodies on their way out: whole, in order, and no faster than allowed."""

from __future__ import annotations

import pytest
from doubles.manual import ManualClock

from offline_queue.errors import StoppedError
from offline_queue.flow import Flow

DATA = bytes(range(256)) * 1000


def passing(clock: ManualClock) -> Flow:
    """Return a flow of 8 kB/s on the test's own clock."""

    def wait(seconds: float) -> bool:
        clock.seconds += seconds
        return False

    return Flow(clock, wait, 8000)


def test_every_byte_goes_out_once_and_in_order() -> None:
    assert b"".join(passing(ManualClock()).slices(DATA)) == DATA
    assert b"".join(Flow(ManualClock(), lambda _seconds: True).slices(DATA)) == DATA


def test_what_is_sent_never_runs_ahead_of_the_clock_by_more_than_a_slice() -> None:
    clock = ManualClock()
    flow, begun, sent = passing(clock), clock.seconds, 0
    for _ in range(3):
        for piece in flow.slices(DATA[:20_000]):
            sent += len(piece)
            assert sent <= (clock.seconds - begun) * 8000 + 1000
    assert clock.seconds - begun == pytest.approx(60_000 / 8000, abs=0.2)


def test_time_without_sending_is_not_saved_up() -> None:
    clock = ManualClock()
    flow = passing(clock)
    list(flow.slices(DATA[:1000]))
    clock.seconds += 3600
    begun = clock.seconds
    list(flow.slices(DATA[:16_000]))
    assert clock.seconds - begun == pytest.approx(2, abs=0.2)


def test_a_sender_that_is_to_stop_waits_for_no_token() -> None:
    flow = Flow(ManualClock(), lambda _seconds: True, 8000)
    with pytest.raises(StoppedError):
        list(flow.slices(DATA))


def test_each_slice_is_a_sign_of_life() -> None:
    signs: list[int] = []
    flow = Flow(ManualClock(), lambda _seconds: False, alive=lambda: signs.append(1))
    assert len(list(flow.slices(DATA))) == len(signs) == 4
