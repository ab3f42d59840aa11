"""The sender: dossiers before messages, oldest first; nothing is given up before the portal's receipt is committed."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass
from typing import assert_never

import apsw
import structlog

from kiosk.domain.outbox import DAMAGED
from kiosk.domain.portal import (
    Busy,
    Filed,
    NotKnown,
    PortalFailure,
    Reached,
    Refused,
    Unauthorised,
    Unproven,
    Unreachable,
    Untrusted,
)
from kiosk.ports.clock import Clock
from kiosk.ports.portal import Portal
from offline_queue.courier import TURN, Courier, TurnOver
from offline_queue.errors import DamagedError, NoSpaceError, StoppedError
from offline_queue.household import Household
from offline_queue.retry import RetryPolicy
from offline_queue.supervision import Supervisor
from offline_queue.work_rows import Work, WorkRows

_log = structlog.get_logger()

_LOOK_SECONDS = 60.0
"""How often an idle sender asks whether the portal answers, so that the header of the screen is true."""

_IN_A_ROW = 10
"""Dossiers before a message goes first: messages wait for dossiers, but not for ever."""

_OVERLOADED = frozenset({429, 502, 503, 504})
"""Answers that speak of the portal as a whole, not of one submission."""

_NOBODY = Unreachable | Unauthorised | Unproven
"""What says that no submission would fare better just now."""


@dataclass(frozen=True, slots=True)
class Pace:
    """``poll`` in seconds between looks at an empty queue; ``policy`` says how long to wait after failures."""

    poll: float
    policy: RetryPolicy


class Sender:
    """Delivers what is in the outbox. One instance at a time an outbox (see ``lock``).

    Each item has its own back-off in its row, so that one that fails again and again never blocks the rest. A lost
    line, an overloaded portal, a kiosk that is not accepted and a portal that cannot prove to be the portal make
    everything rest.
    """

    def __init__(
        self,
        rows: WorkRows,
        portal: Portal,
        pace: Pace,
        house: Household,
        clock: Clock,
        *,
        randomness: random.Random,
        supervisor: Supervisor | None = None,
    ) -> None:
        self._rows = rows
        self._house = house
        self._portal = portal
        self._courier = Courier(rows, portal, clock)
        self._pace = pace
        self._clock = clock
        self._randomness = randomness
        self._supervisor = supervisor or Supervisor(clock)
        self._failures = 0
        self._in_a_row = 0
        self._refusal: str | None = None
        self._rest_until = float("-inf")
        self._heard_at = float("-inf")

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop."""
        try:
            while not stop.is_set():
                self._wait(stop, self._step_on_any_disk())
        except StoppedError:
            return

    def _wait(self, stop: threading.Event, seconds: float) -> None:
        """Wait, and let the service manager know meanwhile that this is a rest and no standstill."""
        until = self._clock.monotonic() + seconds
        self._supervisor.alive()
        while not stop.is_set() and (left := until - self._clock.monotonic()) > 0:
            stop.wait(min(left, self._supervisor.beat))
            self._supervisor.alive()

    def _step_on_any_disk(self) -> float:
        """Step; on a full disk throw the ballast overboard, so that what can be sent can also be let go."""
        try:
            self._house.tell()
            self._supervisor.status(self._rows.depth)
            return self.step()
        except apsw.FullError:
            self._make_room()
            return self._pace.poll

    def _make_room(self) -> bool:
        """Throw the ballast overboard; False when there was none."""
        dropped = self._house.make_room()
        _log.error("disk full", ballast_dropped=dropped)
        self._rows.reopen()
        return dropped

    def drain(self) -> None:
        """Try everything that waits once, now, whatever its back-off; end early when there is no use in going on.

        Raises NoSpaceError where the disk is full and there is no ballast to throw away.
        """
        try:
            self._drain()
            self._rows.settle()
        except StoppedError:
            return
        except apsw.FullError as error:
            if not self._make_room():
                raise NoSpaceError(f"the disk is full: {error}") from error
            self._drain()
            self._rows.settle()

    def _drain(self) -> None:
        for work in self._rows.waiting():
            if isinstance(self._try(work, turn=float("inf")), _NOBODY):
                return
        for work in self._rows.unnamed():
            if isinstance(self._ask_for_the_code(work), _NOBODY):
                return

    def step(self) -> float:
        """Do the next thing that is due; returns the seconds until there may be another."""
        rest = self._rest_until - self._clock.monotonic()
        if rest > 0:
            self._rows.settle()
            return rest
        lost_at = self._rows.lost_at()
        if lost_at is not None:
            self._probe(lost_at)
            return 0.0
        work = self._rows.next_due(self._now(), messages_first=self._in_a_row >= _IN_A_ROW)
        if work is not None:
            self._in_a_row = 0 if work.is_message else self._in_a_row + 1
            self._try(work)
            return 0.0
        self._rows.settle()
        filed = self._rows.next_unnamed(self._now())
        if filed is not None:
            self._ask_for_the_code(filed)
            return 0.0
        if self._clock.monotonic() - self._heard_at >= _LOOK_SECONDS:
            self._look()
        self._house.tidy()
        return self._pace.poll

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _rest(self, seconds: float) -> None:
        self._rest_until = self._clock.monotonic() + seconds

    def _look(self) -> None:
        """Ask whether the portal is there, when there is nothing else to say."""
        self._heard_at = self._clock.monotonic()
        answer = self._portal.reach()
        match answer:
            case Unreachable():
                self._lose()
            case Unproven(message):
                self._doubt(message)
            case _:
                self._see(answer)

    def _see(self, answer: Reached | PortalFailure) -> None:
        """Something answered a question that needs no token: that does not end the alarm of a kiosk that is refused."""
        self._rows.line(online=isinstance(answer, Reached), alarm=self._refusal)

    def _lose(self) -> None:
        self._failures = 1
        self._rows.line_lost(self._now())
        self._rest(self._pace.policy.probe_pause(1, self._randomness))
        _log.warning("line lost")

    def _probe(self, lost_at: float) -> None:
        """Ask for nothing until something answers; then come back at a moment of one's own."""
        answer = self._portal.reach()
        if isinstance(answer, Unreachable):
            self._failures += 1
            self._rest(self._pace.policy.probe_pause(self._failures, self._randomness))
            return
        if isinstance(answer, Unproven):
            self._doubt(answer.message)
            return
        self._failures = 0
        self._see(answer)
        pause = self._pace.policy.reconnect(self._now() - lost_at, self._randomness)
        self._rest(pause)
        _log.info("line back", seconds=round(pause, 1))

    def _try(self, work: Work, turn: float = TURN) -> Filed | TurnOver | PortalFailure | None:
        """Deliver one item and keep what came of it; None for damage or an error of our own."""
        log = _log.bind(submission_id=str(work.submission_id), attempt=work.attempts + 1)
        try:
            answer = self._courier.deliver(work, turn)
        except DamagedError as error:
            log.error(DAMAGED, reason=str(error))  # noqa: TRY400 - the reason says all
            self._rows.set_aside(work, f"{DAMAGED}: {error}")
            return None
        except Exception as error:  # one item must not stop the others
            if isinstance(error, apsw.FullError | StoppedError):
                raise
            log.exception("failed")
            if isinstance(error, apsw.Error):
                self._rows.reopen()
            self._put_off(work, f"{type(error).__name__}", None)
            return None
        self._settle(work, answer)
        return answer

    def _settle(self, work: Work, answer: Filed | TurnOver | PortalFailure) -> None:
        log = _log.bind(submission_id=str(work.submission_id), attempt=work.attempts + 1)
        match answer:
            case Filed(receipt):
                self._rows.filed(work, receipt)
                self._hear()
                log.info("filed")
            case TurnOver():
                self._rows.let_others_go_first(work, self._now() + TURN)
                self._hear()
            case Refused(status, detail):
                self._rows.set_aside(work, f"{status}: {detail}")
                self._hear()
                log.warning("set aside", status=status)
            case Busy(status, retry_after):
                self._put_off(work, f"the portal is busy ({status})", retry_after)
                self._hear(well=False)
                if status in _OVERLOADED:
                    self._back_off(retry_after)
            case Untrusted(message):
                self._put_off(work, message, None)
                self._see(answer)
            case Unreachable(message):
                self._put_off(work, message, None)
                self._lose()
            case Unauthorised(status, message):
                self._put_off(work, f"the portal does not accept this kiosk ({status})", None)
                self._refused_entry(status, message)
            case Unproven(message):
                self._put_off(work, f"whoever answers is not the portal ({message})", None)
                self._doubt(message)
            case _:
                assert_never(answer)

    def _hear(self, *, well: bool = True) -> None:
        """The portal itself answered; ``well`` when it did what was asked."""  # noqa: D401 - a fact, not an order
        self._heard_at = self._clock.monotonic()
        self._refusal = None
        self._rows.line(online=True)
        if well:
            self._failures = 0

    def _back_off(self, retry_after: float | None) -> None:
        self._failures += 1
        self._rest(self._pace.policy.pause(self._failures, retry_after, self._randomness))

    def _refused_entry(self, status: int, message: str) -> None:
        """Stop everything and raise the alarm; a new token is asked for at the next try."""
        self._refusal = f"the portal does not accept this kiosk ({status}: {message})"
        self._rows.line(online=status != 0, alarm=self._refusal)
        self._back_off(None)
        _log.error("not accepted", status=status)

    def _doubt(self, message: str) -> None:
        """Stop everything and raise the alarm; ask ever more seldom whether the portal can prove itself by now."""
        alarm = f"whoever answers does not prove to be the portal ({message}): look at its certificate, ca_file, clock"
        self._rows.line_lost(self._now(), alarm)
        self._back_off(None)
        _log.error("not proven", reason=message)

    def _put_off(self, work: Work, reason: str, retry_after: float | None) -> None:
        """Deliver it later: the later, the more often it was tried without bringing anything across."""
        self._wait_with(work, reason, retry_after, afresh=self._courier.moved)

    def _wait_with(self, work: Work, reason: str, retry_after: float | None, *, afresh: bool) -> None:
        pause = self._pace.policy.pause(1 if afresh else work.attempts + 1, retry_after, self._randomness)
        self._rows.put_off(work, self._now() + pause, reason, afresh=afresh)
        _log.info("put off", submission_id=str(work.submission_id), reason=reason, seconds=round(pause, 1))

    def _ask_for_the_code(self, work: Work) -> Filed | NotKnown | PortalFailure:
        """Ask once for a dossier code that the receipt did not hold."""
        answer = self._portal.receipt(work.submission_id, work.manifest_sha256)
        match answer:
            case Unreachable():
                self._lose()
            case Unproven(message):
                self._doubt(message)
            case Unauthorised(status, message):
                self._refused_entry(status, message)
            case Filed() | NotKnown():
                self._hear()
            case _:
                pass
        if isinstance(answer, Filed) and answer.receipt.dossier_code is not None:
            self._rows.name(work.submission_id, answer.receipt.dossier_code)
        else:
            self._wait_with(work, "the dossier code is not there yet", None, afresh=False)
        return answer
