"""The durable queue of submissions, as the journey sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kiosk.domain.outbox import DeliveryStatus, NotStored, QueueSummary, Stored
from kiosk.domain.seal import Seal
from kiosk.domain.submission import Submission


class Outbox(Protocol):
    """Keeps sealed submissions until the portal has them. All calls take their time: background jobs only.

    Sealing needs no disk and leaves nothing on it, so it is done while the citizen still looks: ``store`` is then one
    transaction. A seal is only ever used for the very bytes and keys that it was made of; whatever else it is given,
    ``store`` seals anew.
    """

    def seal_paper(self, pdf: bytes) -> Seal | None:
        """Seal one PDF in memory; None when there is no key to seal to now."""
        ...

    def seal(self, submission: Submission, papers: Sequence[Seal]) -> tuple[Seal, ...]:
        """Seal what is inside, and each PDF that none of ``papers`` stands for; nothing when there is no key."""
        ...

    def store(self, submission: Submission, seals: Sequence[Seal] = ()) -> Stored | NotStored:
        """Commit in one transaction what was sealed; Stored is answered only after the commit returned.

        Storing the same ``submission_id`` again answers the first Stored: an unknown outcome is mended by a retry.
        """
        ...

    def delivery(self, submission_id: UUID) -> DeliveryStatus | None:
        """Return how far a submission has come, or None for an unknown id."""
        ...

    def kept(self, reference_code: str) -> DeliveryStatus | None:
        """Return how far the dossier of this reference code has come, or None for one that never was here."""
        ...

    def summary(self) -> QueueSummary:
        """Return the state of the queue and of the line to the portal."""
        ...
