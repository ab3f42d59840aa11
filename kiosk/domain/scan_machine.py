"""One batch as a state machine: what SANE, the device and the citizen say goes in, how the batch stands comes out.

Nothing here knows Qt, SANE or a clock: every event comes with the time at which it happened. SANE can end a batch
normally after a page was lost (DESIGN 6), so its end is a symptom, and the device's own word is asked before the batch
is over. The first *cause* is sticky: whatever breaks later because of it does not hide it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.page import Side
from kiosk.domain.scan import ScanStatus


class Phase(StrEnum):
    """How a batch stands. The last nine are its ends."""

    READY = "ready"
    OPENING = "opening"
    FEEDING = "feeding"
    PAGE = "page"
    STOPPING = "stopping"
    CHECKING = "checking"

    FINISHED = "finished"
    EMPTY = "empty"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    DOUBLE_FEED = "double_feed"
    LOST = "lost"
    CANCELLED = "cancelled"
    TIMEOUT = "timeout"
    INCOMPLETE = "incomplete"


UNDER_WAY = frozenset({Phase.OPENING, Phase.FEEDING, Phase.PAGE, Phase.STOPPING})
"""The worker is at work and may bring sides."""

STATUS_OF = {
    Phase.FINISHED: ScanStatus.OK,
    Phase.EMPTY: ScanStatus.EMPTY,
    Phase.JAMMED: ScanStatus.JAMMED,
    Phase.COVER_OPEN: ScanStatus.COVER_OPEN,
    Phase.DOUBLE_FEED: ScanStatus.DOUBLE_FEED,
    Phase.LOST: ScanStatus.FAILED,
    Phase.CANCELLED: ScanStatus.CANCELLED,
    Phase.TIMEOUT: ScanStatus.TIMEOUT,
    Phase.INCOMPLETE: ScanStatus.INCOMPLETE,
}
"""What the end of a batch is called outside."""


class Timeout(StrEnum):
    """The waits that can run out."""

    OPEN = "open"
    FIRST_PAGE = "first_page"
    PAGE = "page"
    STOP = "stop"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for each wait: to open the device, for the first side, for each further one, to stop, to be asked."""

    open: float = 10.0
    first_page: float = 30.0
    page: float = 20.0
    stop: float = 3.0
    check: float = 5.0


class SaneEnd(StrEnum):
    """How SANE says that a batch ended."""

    OUT_OF_PAPER = "out of paper"
    SINGLE_SIDE = "the one side on the glass is done"
    JAMMED = "jammed"
    COVER_OPEN = "cover open"
    DOUBLE_FEED = "double feed"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Feeder(StrEnum):
    """What the device itself says of its feeder; ``STOPPED`` is any other reason not to feed."""

    UNKNOWN = "unknown"
    BUSY = "busy"
    LOADED = "loaded"
    EMPTY = "empty"
    JAMMED = "jammed"
    COVER_OPEN = "cover open"
    DOUBLE_FEED = "double feed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Begun:
    """A batch was asked for."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The device is open; ``both_sides`` says whether it will read both."""

    both_sides: bool


@dataclass(frozen=True, slots=True)
class SideBegan:
    """A side is being read."""


@dataclass(frozen=True, slots=True)
class SideMoved:
    """Some more of the side has been read."""


@dataclass(frozen=True, slots=True)
class SideKept:
    """A side is safe in memory, ``whole`` or not."""

    side: Side
    whole: bool = True


@dataclass(frozen=True, slots=True)
class SaneEnded:
    """SANE ended the batch."""

    end: SaneEnd


@dataclass(frozen=True, slots=True)
class WorkerLost:
    """The worker died, or sent what is no message."""


@dataclass(frozen=True, slots=True)
class StopWished:
    """The citizen wants to stop."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time has passed."""


@dataclass(frozen=True, slots=True)
class FeederTold:
    """The device was asked and said this; ``images`` is how many sides of this batch it counts, where it counts."""

    feeder: Feeder
    images: int | None = None


Event = Begun | Opened | SideBegan | SideMoved | SideKept | SaneEnded | WorkerLost | StopWished | Ticked | FeederTold


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch. ``due`` is when the wait ``waits_for`` runs out; ``late`` is the first one that did.

    ``cause`` is what ended the batch as far as is known: a symptom until the device has been asked.
    """

    limits: Limits = Limits()
    phase: Phase = Phase.READY
    waits_for: Timeout | None = None
    due: float = 0.0
    both_sides: bool = False
    fronts: int = 0
    backs: int = 0
    damaged: int = 0
    cause: Phase | None = None
    single_side: bool = False
    late: Timeout | None = None

    @property
    def sides(self) -> int:
        """How many sides are safe."""
        return self.fronts + self.backs

    @property
    def over(self) -> bool:
        """Whether the batch has come to one of its ends."""
        return self.phase in STATUS_OF


def follow(batch: Batch, event: Event, now: float) -> Batch:
    """Return the batch after an event. Defined for every event in every phase; an end stays as it is."""
    match batch.phase:
        case Phase.READY:
            return _from_ready(batch, event, now)
        case Phase.OPENING | Phase.FEEDING | Phase.PAGE:
            return _under_way(batch, event, now)
        case Phase.STOPPING:
            return _stopping(batch, event, now)
        case Phase.CHECKING:
            return _checking(batch, event, now)
        case _:
            return batch


def _from_ready(batch: Batch, event: Event, now: float) -> Batch:
    if isinstance(event, Begun):
        return _wait(batch, Phase.OPENING, Timeout.OPEN, now)
    return _end(batch, Phase.CANCELLED) if isinstance(event, StopWished) else batch


def _under_way(batch: Batch, event: Event, now: float) -> Batch:
    match event:
        case StopWished():
            stopping = replace(batch, cause=Phase.CANCELLED)
            return _wait(stopping, Phase.STOPPING, Timeout.STOP, now)
        case Ticked():
            late = replace(batch, late=batch.waits_for)
            return _check(late, Phase.TIMEOUT, now) if now > batch.due else batch
        case SaneEnded(end):
            return _check(replace(batch, single_side=end is SaneEnd.SINGLE_SIDE), _SYMPTOMS[end], now)
        case Opened(both_sides) if batch.phase is Phase.OPENING:
            return _wait(replace(batch, both_sides=both_sides), Phase.FEEDING, Timeout.FIRST_PAGE, now)
        case SideBegan() if batch.phase is Phase.FEEDING:  # SANE says so before paper moves: the same wait goes on
            return replace(batch, phase=Phase.PAGE)
        case SideMoved() if batch.phase is Phase.PAGE:
            return _wait(batch, Phase.PAGE, Timeout.PAGE, now)
        case SideKept() if batch.phase is Phase.PAGE:
            return _wait(_counted(batch, event), Phase.FEEDING, Timeout.PAGE, now)
        case FeederTold():
            return batch
        case _:  # the worker is gone, or says things out of order: nothing more can be believed
            return _check(batch, Phase.LOST, now)


def _stopping(batch: Batch, event: Event, now: float) -> Batch:
    match event:
        case SideKept():
            return _counted(batch, event)
        case SaneEnded() | WorkerLost():
            return _end(batch, Phase.CANCELLED)
        case Ticked() if now > batch.due:
            return _end(replace(batch, late=Timeout.STOP), Phase.CANCELLED)
        case _:
            return batch


def _checking(batch: Batch, event: Event, now: float) -> Batch:
    match event:
        case FeederTold(feeder, images):
            missing = images is not None and images > batch.sides
            return _end(batch, _explained(batch, feeder, missing=missing))
        case Ticked() if now > batch.due:
            late = replace(batch, late=batch.late or Timeout.CHECK)
            return _end(late, _explained(batch, Feeder.UNKNOWN, missing=False))
        case _:
            return batch


_SYMPTOMS = {
    SaneEnd.OUT_OF_PAPER: Phase.FINISHED,
    SaneEnd.SINGLE_SIDE: Phase.FINISHED,
    SaneEnd.JAMMED: Phase.JAMMED,
    SaneEnd.COVER_OPEN: Phase.COVER_OPEN,
    SaneEnd.DOUBLE_FEED: Phase.DOUBLE_FEED,
    SaneEnd.CANCELLED: Phase.CANCELLED,
    SaneEnd.FAILED: Phase.LOST,
}

_WORD_OF_THE_DEVICE = {
    Feeder.JAMMED: Phase.JAMMED,
    Feeder.COVER_OPEN: Phase.COVER_OPEN,
    Feeder.DOUBLE_FEED: Phase.DOUBLE_FEED,
}


def _explained(batch: Batch, feeder: Feeder, *, missing: bool) -> Phase:
    """Say how the batch ended, from how it looked and what the device says of its paper.

    A jam or an open cover that SANE named first stays; only a double feed is named by the device alone (SANE calls it a
    jam). Everything else that SANE says is explained by the device's word about its paper, when it has one.
    """
    match batch.cause:
        case Phase.COVER_OPEN | Phase.DOUBLE_FEED as cause:
            return cause
        case Phase.JAMMED:
            return Phase.DOUBLE_FEED if feeder is Feeder.DOUBLE_FEED else Phase.JAMMED
        case cause:
            return (
                _WORD_OF_THE_DEVICE.get(feeder)
                or (_normal_end(batch, feeder, missing=missing) if cause is Phase.FINISHED else cause)
                or Phase.LOST
            )


def _normal_end(batch: Batch, feeder: Feeder, *, missing: bool) -> Phase:
    """Judge a batch that SANE ended normally: paper that is left, half, odd and missing sides are questioned."""
    more = missing or (feeder in {Feeder.LOADED, Feeder.STOPPED} and not batch.single_side)
    if not batch.sides:
        return Phase.LOST if more or batch.single_side or feeder is Feeder.BUSY else Phase.EMPTY
    odd = batch.both_sides and batch.fronts != batch.backs
    return Phase.INCOMPLETE if more or odd or batch.damaged else Phase.FINISHED


def _counted(batch: Batch, event: SideKept) -> Batch:
    front = event.side is Side.FRONT
    return replace(
        batch,
        fronts=batch.fronts + front,
        backs=batch.backs + (not front),
        damaged=batch.damaged + (not event.whole),
    )


def _check(batch: Batch, symptom: Phase, now: float) -> Batch:
    return _wait(replace(batch, cause=symptom), Phase.CHECKING, Timeout.CHECK, now)


def _end(batch: Batch, end: Phase) -> Batch:
    return replace(batch, phase=end, cause=end, waits_for=None)


def _wait(batch: Batch, phase: Phase, timeout: Timeout, now: float) -> Batch:
    seconds: float = getattr(batch.limits, timeout.value)
    return replace(batch, phase=phase, waits_for=timeout, due=now + seconds)
