"""What citizens ask of the portal, from the window's process. The client is loaded with the first question."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import structlog

from config.settings import Settings
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    NotKnown,
    PortalFailure,
    Refused,
    ResultFetched,
    Unauthorised,
    Unproven,
    Unreachable,
    Untrusted,
)
from kiosk.ports.portal import Enquiries

T = TypeVar("T", DossierStanding, ResultFetched)
_AT_ONCE = 2
"""Questions under way: the window's other threads are for the queue and the printers, however the line hangs."""


def enquiries(settings: Settings) -> Enquiries | None:
    """Return who answers them, None where there is no portal."""
    return _LateEnquiries(settings) if settings.portal.url else None


class _LateEnquiries:
    """Implements the Enquiries port.

    A key that cannot be read stops nothing but the question, and is read again at the next. Why a question came to
    nothing is logged, in words that name nobody, when it is another reason than before.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._opening = threading.Lock()
        self._places = threading.Semaphore(_AT_ONCE)
        self._portal: Enquiries | None = None
        self._trouble: dict[str, str | int] | None = None

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        return self._ask("lookup", lambda portal: portal.lookup(code, secret))

    def result(
        self, code: str, secret: str | None, wanted: ElectronicResult
    ) -> ResultFetched | NotKnown | PortalFailure:
        return self._ask("result", lambda portal: portal.result(code, secret, wanted))

    def _ask(
        self, what: str, question: Callable[[Enquiries], T | NotKnown | PortalFailure]
    ) -> T | NotKnown | PortalFailure:
        if not self._places.acquire(blocking=False):
            return Unreachable("still asking")
        answer: T | NotKnown | PortalFailure
        try:
            answer = question(self._open())
        except CannotStartError as error:
            answer = Unauthorised(0, str(error))
        finally:
            self._places.release()
        trouble = None if isinstance(answer, DossierStanding | ResultFetched | NotKnown) else _told(answer)
        if trouble is not None and trouble != self._trouble:
            structlog.get_logger().warning("enquiry", asked=what, **trouble)
        self._trouble = trouble
        return answer

    def _open(self) -> Enquiries:
        from kiosk.bootstrap.portal import open_portal  # noqa: PLC0415 - httpx takes long to import

        with self._opening:
            if self._portal is None:
                self._portal = open_portal(self._settings, longest_s=self._settings.portal.enquiry_s)
            return self._portal


def _told(failure: PortalFailure) -> dict[str, str | int]:
    """Say what went wrong in this program's own words; the portal's may repeat a name, a code or a secret."""
    kind = type(failure).__name__
    match failure:
        case Unreachable(message) | Untrusted(message) | Unproven(message) | Unauthorised(0, message):
            return {"answer": kind, "reason": message}
        case Busy(status) | Refused(status) | Unauthorised(status):
            return {"answer": kind, "status": status}
