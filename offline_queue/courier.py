"""Brings one submission to the portal, from wherever its rows say that it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import (
    Filed,
    NewUpload,
    OutOfStep,
    PortalFailure,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.ports.clock import Clock
from kiosk.ports.portal import Portal
from offline_queue.work_rows import Upload, Work, WorkRows

_ROUNDS = 3
"""How often one try begins anew where the portal has lost uploads."""

_STUMBLES = 5
"""How often one upload may be out of step or gone within one try."""


TURN = 30.0
"""Seconds after which a long upload lets others go first."""


@dataclass(frozen=True, slots=True)
class TurnOver:
    """More is to be sent, and others are due."""


class Courier:
    """Leaves a trace in the rows before each step that cannot be taken back, so that a kill at any moment is mended.

    ``moved`` says whether the last delivery brought the portal any bytes that it had not had before.
    """

    def __init__(self, rows: WorkRows, portal: Portal, clock: Clock) -> None:
        self._rows = rows
        self._portal = portal
        self._clock = clock
        self._turn_ends = float("inf")
        self.moved = False

    def deliver(self, work: Work, turn: float = TURN) -> Filed | TurnOver | PortalFailure:
        """Upload what is missing, then file. Raises DamagedError for content that is not what was stored.

        After ``turn`` seconds of uploading others that are due have theirs.
        """
        self._turn_ends = self._clock.monotonic() + turn
        self.moved = False
        for _ in range(_ROUNDS):
            trouble = self._upload_all(work)
            if trouble is not None:
                return trouble
            answer = self._portal.file(work.submission_id, self._rows.envelope(work).document())
            if not isinstance(answer, UploadsMissing):
                return answer
            self._begin_again(work, answer)
        return Untrusted("the portal loses every upload")

    def _upload_all(self, work: Work) -> TurnOver | PortalFailure | None:
        self._rows.move(work, ItemState.UPLOADING)
        for upload in self._rows.uploads(work.submission_id):
            if not upload.complete and (trouble := self._upload(work, upload)) is not None:
                return trouble
        self._rows.move(work, ItemState.UPLOADED)
        return None

    def _begin_again(self, work: Work, missing: UploadsMissing) -> None:
        """Start those uploads again that the portal named; all of them where it named none of ours."""
        uploads = self._rows.uploads(work.submission_id)
        named = [upload for upload in uploads if upload.upload_id in missing.upload_ids]
        for upload in named or uploads:
            self._rows.begin_upload(work, upload, None)

    def _upload(self, work: Work, upload: Upload) -> TurnOver | PortalFailure | None:
        """Send one file from where the portal has it; None when all of it is there."""
        stumbles, offset = 0, None
        while stumbles < _STUMBLES:
            if upload.upload_id is None:
                started = self._portal.start_upload(
                    NewUpload(work.submission_id, upload.attachment_id, upload.size, upload.sha256)
                )
                if not isinstance(started, UploadStarted):
                    return started
                self._rows.begin_upload(work, upload, started.upload_id)
                upload, offset = replace(upload, upload_id=started.upload_id), 0
            answer = self._advance(work, upload, offset)
            match answer:
                case UploadOffset(reached, size) if reached > upload.size or size not in {None, upload.size}:
                    stumbles, upload = stumbles + 1, replace(upload, upload_id=None)
                case UploadOffset(reached) if reached == upload.size:
                    self._rows.finish_upload(work, upload)
                    self.moved = True
                    return None
                case UploadOffset(reached):
                    stumbles += reached == offset
                    self.moved = self.moved or (offset is not None and reached > offset)
                    offset = reached
                    if self._clock.monotonic() >= self._turn_ends and self._rows.others_due(work, self._now()):
                        return TurnOver()
                case OutOfStep():
                    stumbles, offset = stumbles + 1, None
                case UploadGone():
                    stumbles, upload = stumbles + 1, replace(upload, upload_id=None)
                case _:
                    return answer
        return Untrusted("an upload does not get on")

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _advance(
        self, work: Work, upload: Upload, offset: int | None
    ) -> UploadOffset | OutOfStep | UploadGone | PortalFailure:
        """Send the next piece, or ask where to go on when that is not known."""
        if upload.upload_id is None:
            return UploadGone()
        if offset is None:
            return self._portal.upload_offset(upload.upload_id)
        piece = self._rows.piece(work.submission_id, upload.place, offset)
        return self._portal.append(upload.upload_id, offset, piece)
