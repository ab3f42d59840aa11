"""The durable queue of submissions, as the journey sees it."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from kiosk.domain.outbox import DeliveryStatus, NotStored, QueueSummary, Stored
from kiosk.domain.submission import Submission


class Outbox(Protocol):
    """Keeps sealed submissions until the portal has them. All calls touch the disk: background jobs only."""

    def store(self, submission: Submission) -> Stored | NotStored:
        """Seal and commit in one transaction. Stored is answered only after the commit returned.

        Storing the same ``submission_id`` again answers the first Stored: an unknown outcome is mended by a retry.
        """
        ...

    def delivery(self, submission_id: UUID) -> DeliveryStatus | None:
        """Return how far a submission has come, or None for an unknown id."""
        ...

    def summary(self) -> QueueSummary:
        """Return the state of the queue and of the line to the portal."""
        ...
