"""*Kêu người giúp*: whom the citizen waits for, and the message that tells the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.submission import SubmissionKind
from kiosk.domain.text import Language
from kiosk.session.screens import HelpSheet, Screen
from kiosk.session.services import Services
from kiosk.session.submission import VIETNAM, message_of

WAIT_FOR_HELPER = 600.0
"""Seconds during which somebody who waits for a helper is not asked whether they are still there."""

_BETWEEN_MESSAGES = 60.0


@dataclass(slots=True)
class HelpDesk:
    """The present call, and when the last message was sent; both in seconds of the monotonic clock, None for none."""

    called_at: float | None = None
    told_at: float | None = None

    def call(self, services: Services, screen: Screen, language: Language) -> None:
        """Call whoever is at the desk; while nobody is there the sheet says so and nothing is sent."""
        now = services.clock.monotonic()
        if not is_open(services):
            self.called_at = None
            return
        self.called_at = now
        if self.told_at is not None and now - self.told_at < _BETWEEN_MESSAGES:
            return
        self.told_at = now
        words = {"screen": type(screen).__name__, "language": language.value}
        message = message_of(SubmissionKind.HELP_REQUEST, services.agency_code, services.clock.now(), **words)
        services.jobs.run(lambda: services.outbox.store(message), lambda _: None, lambda _: None)

    def sheet(self, services: Services) -> HelpSheet:
        """Return the sheet as it is now."""
        waited, opens = self.waited(services), None
        if waited is None:
            opens = services.place.hours.opens_next(local_now(services))
        board = services.catalogue.board.at(services.place.commune_code)
        return HelpSheet(None if waited is None else int(waited // 60), opens, board.hotlines)

    def waited(self, services: Services) -> float | None:
        """Return for how many seconds the citizen has waited for a helper, None when nobody was called."""
        return None if self.called_at is None else services.clock.monotonic() - self.called_at


def is_open(services: Services) -> bool:
    """Say whether somebody is at the desk now."""
    return services.place.hours.is_open(local_now(services))


def local_now(services: Services) -> datetime:
    """Return the present moment as clocks in Viet Nam show it."""
    return services.clock.now().astimezone(VIETNAM)
