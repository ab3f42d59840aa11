"""The scan state machine: defined everywhere, ends are ends, the first cause stays, no wait is without a deadline."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.page import Side
from kiosk.domain.scan_machine import (
    STATUS_OF,
    UNDER_WAY,
    Batch,
    Begun,
    Event,
    Feeder,
    FeederTold,
    Limits,
    Opened,
    Phase,
    SaneEnd,
    SaneEnded,
    SideBegan,
    SideKept,
    SideMoved,
    StopWished,
    Ticked,
    Timeout,
    WorkerLost,
    follow,
)

EVENTS: tuple[Event, ...] = (
    Begun(),
    Opened(both_sides=True),
    Opened(both_sides=False),
    SideBegan(),
    SideMoved(),
    *(SideKept(side, whole) for side in Side for whole in (True, False)),
    *(SaneEnded(end) for end in SaneEnd),
    WorkerLost(),
    StopWished(),
    Ticked(),
    *(FeederTold(feeder) for feeder in Feeder),
)
LIVE = UNDER_WAY | {Phase.CHECKING}
stories = st.lists(st.tuples(st.sampled_from(EVENTS), st.floats(0, 40)), max_size=30)
good_starts = st.integers(0, 4)


def run(events: list[tuple[Event, float]], batch: Batch | None = None) -> list[Batch]:
    """Return the batch before the first and after each event; the numbers are seconds since the one before."""
    seen, now = [batch or Batch()], 0.0
    for event, later in events:
        now += later
        seen.append(follow(seen[-1], event, now))
    return seen


def scanned(*sides: Side, both: bool = True, whole: bool = True) -> Batch:
    """Return a batch in which these sides went well."""
    events: list[tuple[Event, float]] = [(Begun(), 0), (Opened(both), 0)]
    for side in sides:
        events += [(SideBegan(), 0), (SideMoved(), 0), (SideKept(side, whole), 0)]
    return run(events)[-1]


def ended(batch: Batch, end: SaneEnd, feeder: Feeder) -> Phase:
    return run([(SaneEnded(end), 0), (FeederTold(feeder), 0)], batch)[-1].phase


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("event", EVENTS, ids=repr)
def test_every_event_in_every_phase_is_defined(phase: Phase, event: Event) -> None:
    cause = Phase.LOST if phase is Phase.CHECKING else None
    batch = Batch(phase=phase, cause=cause, waits_for=Timeout.PAGE if phase in LIVE else None, due=1.0)
    after = follow(batch, event, 0.5)
    assert after.phase in Phase
    assert after.over == (after.phase in STATUS_OF)
    if phase in STATUS_OF:
        assert after == batch


def test_phases_are_ready_live_or_over() -> None:
    assert {Phase.READY, *LIVE, *STATUS_OF} == set(Phase)
    assert not LIVE & STATUS_OF.keys()


@given(stories)
def test_no_wait_is_without_a_deadline(events: list[tuple[Event, float]]) -> None:
    for batch in run(events):
        assert (batch.phase in LIVE) == (batch.waits_for is not None)


@given(stories, good_starts)
def test_whatever_happens_time_alone_ends_a_batch(events: list[tuple[Event, float]], sides: int) -> None:
    start = scanned(*itertools.islice(itertools.cycle(Side), sides))
    batch = run(events, start)[-1]
    for _ in range(2):  # what is under way is checked, and the check runs out too
        batch = follow(batch, Ticked(), batch.due + 1000)
    assert batch.over


@given(stories, good_starts)
def test_sides_that_are_kept_are_never_uncounted(events: list[tuple[Event, float]], sides: int) -> None:
    seen = run(events, scanned(*itertools.islice(itertools.cycle(Side), sides)))
    assert all(before.sides <= after.sides <= before.sides + 1 for before, after in itertools.pairwise(seen))
    assert seen[0].sides == sides


@given(stories, good_starts)
def test_a_wish_to_stop_is_the_cause_whatever_breaks_after_it(events: list[tuple[Event, float]], sides: int) -> None:
    start = scanned(*itertools.islice(itertools.cycle(Side), sides))
    for batch in run([(StopWished(), 0), *events], start)[1:]:
        assert batch.cause is Phase.CANCELLED
        assert batch.phase in {Phase.STOPPING, Phase.CANCELLED}


@given(stories, st.sampled_from([SaneEnd.COVER_OPEN, SaneEnd.DOUBLE_FEED, SaneEnd.JAMMED]))
def test_the_first_cause_stays(events: list[tuple[Event, float]], end: SaneEnd) -> None:
    named = {
        SaneEnd.COVER_OPEN: {Phase.COVER_OPEN},
        SaneEnd.DOUBLE_FEED: {Phase.DOUBLE_FEED},
        SaneEnd.JAMMED: {Phase.JAMMED, Phase.DOUBLE_FEED},
    }
    for batch in run([(SaneEnded(end), 0), *events], scanned(Side.FRONT))[1:]:
        assert batch.cause in named[end]


@given(stories)
def test_an_end_is_an_end(events: list[tuple[Event, float]]) -> None:
    seen = run(events)
    ends = [batch for batch in seen if batch.over]
    assert all(batch == ends[0] for batch in ends)


@given(stories)
def test_only_a_batch_that_sane_ended_in_order_is_finished(events: list[tuple[Event, float]]) -> None:
    last = run(events)[-1]
    if last.phase is Phase.FINISHED:
        assert any(event in {SaneEnded(SaneEnd.OUT_OF_PAPER), SaneEnded(SaneEnd.SINGLE_SIDE)} for event, _ in events)
        assert last.sides
        assert not last.damaged
        assert last.late in {None, Timeout.CHECK}


@pytest.mark.parametrize(
    ("sides", "feeder", "phase"),
    [
        ((), Feeder.EMPTY, Phase.EMPTY),
        ((), Feeder.UNKNOWN, Phase.EMPTY),
        ((), Feeder.LOADED, Phase.LOST),
        ((), Feeder.STOPPED, Phase.LOST),
        ((), Feeder.BUSY, Phase.LOST),
        ((Side.FRONT, Side.BACK), Feeder.BUSY, Phase.FINISHED),
        ((Side.FRONT, Side.BACK), Feeder.EMPTY, Phase.FINISHED),
        ((Side.FRONT, Side.BACK), Feeder.UNKNOWN, Phase.FINISHED),
        ((Side.FRONT, Side.BACK), Feeder.LOADED, Phase.INCOMPLETE),
        ((Side.FRONT, Side.BACK), Feeder.STOPPED, Phase.INCOMPLETE),
        ((Side.FRONT, Side.BACK), Feeder.JAMMED, Phase.JAMMED),
        ((Side.FRONT, Side.BACK), Feeder.COVER_OPEN, Phase.COVER_OPEN),
        ((Side.FRONT, Side.BACK), Feeder.DOUBLE_FEED, Phase.DOUBLE_FEED),
        ((Side.FRONT, Side.BACK, Side.FRONT), Feeder.EMPTY, Phase.INCOMPLETE),
    ],
)
def test_the_normal_end_of_sane_is_not_believed(sides: tuple[Side, ...], feeder: Feeder, phase: Phase) -> None:
    assert ended(scanned(*sides), SaneEnd.OUT_OF_PAPER, feeder) is phase


@pytest.mark.parametrize(
    ("sides", "images", "phase"),
    [((), 2, Phase.LOST), ((), 0, Phase.EMPTY), ((Side.FRONT, Side.BACK), 4, Phase.INCOMPLETE)]
    + [((Side.FRONT, Side.BACK), images, Phase.FINISHED) for images in (0, 2)],
)
def test_a_side_that_the_device_counts_and_nobody_has_is_missed(
    sides: tuple[Side, ...], images: int, phase: Phase
) -> None:
    told = FeederTold(Feeder.EMPTY, images)
    assert run([(SaneEnded(SaneEnd.OUT_OF_PAPER), 0), (told, 0)], scanned(*sides))[-1].phase is phase


def test_fronts_alone_are_enough_when_one_side_was_asked_for() -> None:
    assert ended(scanned(Side.FRONT, both=False), SaneEnd.OUT_OF_PAPER, Feeder.EMPTY) is Phase.FINISHED


def test_half_a_side_makes_a_batch_incomplete() -> None:
    half = scanned(Side.FRONT, Side.BACK, whole=False)
    assert ended(half, SaneEnd.OUT_OF_PAPER, Feeder.EMPTY) is Phase.INCOMPLETE


def test_the_glass_gives_one_side_whatever_lies_in_the_feeder() -> None:
    assert ended(scanned(Side.FRONT, both=False), SaneEnd.SINGLE_SIDE, Feeder.LOADED) is Phase.FINISHED


@pytest.mark.parametrize("feeder", [Feeder.JAMMED, Feeder.COVER_OPEN, Feeder.DOUBLE_FEED])
@pytest.mark.parametrize("sick", [SaneEnded(SaneEnd.FAILED), SaneEnded(SaneEnd.CANCELLED), WorkerLost()], ids=repr)
def test_the_device_explains_what_sane_could_not(sick: Event, feeder: Feeder) -> None:
    last = run([(sick, 0), (FeederTold(feeder), 0)], scanned(Side.FRONT))[-1]
    assert last.phase.value == feeder.value.replace(" ", "_")


@pytest.mark.parametrize(
    ("events", "timeout"),
    [
        ([], Timeout.OPEN),
        ([Opened(both_sides=True)], Timeout.FIRST_PAGE),
        ([Opened(both_sides=True), SideBegan()], Timeout.FIRST_PAGE),
        ([Opened(both_sides=True), SideBegan(), SideMoved()], Timeout.PAGE),
        ([Opened(both_sides=True), SideBegan(), SideMoved(), SideKept(Side.FRONT)], Timeout.PAGE),
    ],
)
def test_each_step_has_its_own_wait(events: list[Event], timeout: Timeout) -> None:
    limits = Limits(open=1, first_page=2, page=3)
    batch = run([(Begun(), 0), *((event, 0) for event in events)], Batch(limits))[-1]
    assert batch.waits_for is timeout
    assert follow(batch, Ticked(), getattr(limits, timeout.value)) == batch
    late = follow(batch, Ticked(), getattr(limits, timeout.value) + 0.1)
    assert (late.late, late.cause, late.phase) == (timeout, Phase.TIMEOUT, Phase.CHECKING)
    assert follow(late, FeederTold(Feeder.LOADED), 5).phase is Phase.TIMEOUT


def test_a_side_that_keeps_moving_is_not_late() -> None:
    batch = scanned()
    seen = run([(SideBegan(), 1), *((SideMoved(), 19) for _ in range(10))], batch)
    assert not any(follow(step, Ticked(), step.due).late for step in seen[1:])


def test_what_comes_out_of_order_is_not_believed() -> None:
    assert follow(scanned(), SideKept(Side.FRONT), 0).cause is Phase.LOST
    assert follow(scanned(), Opened(both_sides=True), 0).cause is Phase.LOST
