"""The retry policy: bounded, jittered, obedient to the portal, and spread after an outage."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from offline_queue.retry import RetryPolicy

POLICY = RetryPolicy(first=1.0, longest=600.0, probe=30.0, spread=300.0)
SEEDS = st.integers(0, 2**32).map(random.Random)
ASKED = st.none() | st.floats(-10, 1e9)


@given(st.integers(0, 10_000), ASKED, SEEDS)
def test_a_pause_is_never_negative_and_never_longer_than_the_cap(
    failures: int, asked: float | None, dice: random.Random
) -> None:
    assert 0.0 <= POLICY.pause(failures, asked, dice) <= POLICY.longest


@given(st.integers(1, 50), st.floats(0, 600), SEEDS)
def test_the_portal_is_never_asked_before_it_said(failures: int, asked: float, dice: random.Random) -> None:
    assert POLICY.pause(failures, asked, dice) >= asked


@given(st.integers(1, 9), SEEDS)
def test_the_ceiling_doubles_with_each_failure(failures: int, dice: random.Random) -> None:
    assert POLICY.pause(failures, None, dice) <= 2.0 ** (failures - 1)


def test_the_jitter_is_full_and_even() -> None:
    dice = random.Random(1)
    pauses = sorted(POLICY.pause(5, None, dice) for _ in range(4000))
    tenths = [pauses[len(pauses) * tenth // 10] / 16.0 for tenth in range(1, 10)]
    assert all(abs(found - tenth / 10) < 0.03 for tenth, found in enumerate(tenths, 1))


def test_kiosks_that_were_told_the_same_second_do_not_come_back_in_it() -> None:
    dice = random.Random(1)
    assert len({round(POLICY.pause(3, 60, dice), 3) for _ in range(100)}) > 90


@given(st.integers(0, 10_000), SEEDS)
def test_a_dead_line_is_probed_at_least_twice_a_minute(failures: int, dice: random.Random) -> None:
    assert 0.0 <= POLICY.probe_pause(failures, dice) <= POLICY.probe


@given(st.floats(-100, 1e6), SEEDS)
def test_the_return_is_spread_over_the_outage_but_no_longer_than_the_spread(outage: float, dice: random.Random) -> None:
    assert 0.0 <= POLICY.reconnect(outage, dice) <= min(300.0, max(outage, 0.0))
