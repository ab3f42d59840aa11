"""The sender: empties the outbox, oldest first, and gives nothing up before a receipt of the portal is committed."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, replace
from uuid import UUID

import structlog

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import (
    Busy,
    Filed,
    NewUpload,
    OutOfStep,
    PortalFailure,
    Reached,
    Refused,
    Unauthorised,
    Unreachable,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.ports.portal import Portal
from offline_queue.errors import DamagedError
from offline_queue.retry import RetryPolicy
from offline_queue.work_rows import Upload, Work, WorkRows

_log = structlog.get_logger()

_LOOK_SECONDS = 10.0
"""How often an idle sender asks whether the portal answers, so that the header of the screen is true."""

_STEPS_PER_UPLOAD = 10_000
"""Pieces and questions for one upload in one go: 2.5 GB, a guard against a portal that never moves on."""


@dataclass(frozen=True, slots=True)
class Pace:
    """``poll`` in seconds between looks at an empty queue; ``policy`` says how long to wait after failures."""

    poll: float
    policy: RetryPolicy


class Sender:
    """Delivers what is in the outbox. One instance at a time an outbox (see ``lock``)."""

    def __init__(self, rows: WorkRows, portal: Portal, pace: Pace, randomness: random.Random) -> None:
        self._rows = rows
        self._portal = portal
        self._pace = pace
        self._randomness = randomness
        self._failures = 0
        self._looked_at = float("-inf")

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop."""
        while not stop.is_set():
            pause = self.step()
            stop.wait(pause)

    def drain(self) -> None:
        """Try every item that is due once."""
        tried: set[UUID] = set()
        while (work := self._rows.next_due(time.time(), tried)) is not None:
            tried.add(work.submission_id)
            self._try(work)

    def step(self) -> float:
        """Try the next item that is due, or look whether the portal is there; returns the seconds to rest."""
        work = self._rows.next_due(time.time())
        if work is not None:
            return self._try(work)
        if time.monotonic() - self._looked_at >= _LOOK_SECONDS:
            self._look()
        return self._pace.poll

    def _look(self) -> None:
        self._looked_at = time.monotonic()
        answer = self._portal.reach()
        self._note(answer)
        if isinstance(answer, Reached):
            self._ask_for_codes()

    def _ask_for_codes(self) -> None:
        for submission_id, manifest in self._rows.unnamed():
            answer = self._portal.receipt(submission_id, manifest)
            if isinstance(answer, Filed) and answer.receipt.dossier_code is not None:
                self._rows.name(submission_id, answer.receipt.dossier_code)

    def _try(self, work: Work) -> float:
        log = _log.bind(submission_id=str(work.submission_id), attempt=work.attempts + 1)
        try:
            answer = self._deliver(work)
        except DamagedError as error:
            log.warning("damaged on disk", reason=str(error))
            self._rows.set_aside(work, str(error))
            return 0.0
        self._note(answer)
        match answer:
            case Filed(receipt):
                self._failures = 0
                self._rows.filed(work, receipt)
                log.info("filed")
                return 0.0
            case Refused(status, detail):
                log.warning("refused for good", status=status)
                self._rows.set_aside(work, f"{status}: {detail}")
                return 0.0
            case _:
                return self._put_off(work, answer)

    def _put_off(self, work: Work, answer: PortalFailure | UploadsMissing | OutOfStep | UploadGone) -> float:
        """Wait before the next try: with this item, and with all when the line itself is the trouble."""
        retry_after = answer.retry_after if isinstance(answer, Busy) else None
        pause = self._pace.policy.pause(work.attempts + 1, retry_after, self._randomness)
        self._rows.put_off(work, time.time() + pause, _reason(answer))
        _log.info("put off", submission_id=str(work.submission_id), reason=_reason(answer), seconds=round(pause, 1))
        if isinstance(answer, Unreachable | Untrusted | Unauthorised):
            self._failures += 1
            return self._pace.policy.pause(self._failures, None, self._randomness)
        return 0.0

    def _note(self, answer: object) -> None:
        """Remember whether the line is up: the portal answered, even if only with a refusal."""
        alarm = _reason(answer) if isinstance(answer, Unauthorised) else None
        self._rows.line(online=not isinstance(answer, Unreachable | Untrusted), alarm=alarm)

    def _deliver(self, work: Work) -> Filed | PortalFailure | UploadsMissing | OutOfStep | UploadGone:
        if work.uploads and not all(upload.complete for upload in work.uploads):
            if work.state is not ItemState.UPLOADING:
                self._rows.move(work, ItemState.UPLOADING)
            for upload in work.uploads:
                if not upload.complete and (trouble := self._upload(work, upload)) is not None:
                    return trouble
        elif work.state is ItemState.STORED:
            self._rows.move(work, ItemState.UPLOADING)
        self._rows.move(work, ItemState.UPLOADED)
        answer = self._portal.file(work.submission_id, self._rows.envelope(work).document())
        if isinstance(answer, UploadsMissing):
            self._begin_again(work, answer)
        return answer

    def _begin_again(self, work: Work, missing: UploadsMissing) -> None:
        self._rows.move(work, ItemState.UPLOADING)
        for upload in self._rows.uploads(work.submission_id):
            if not missing.upload_ids or upload.upload_id in missing.upload_ids:
                self._rows.begin_upload(work, upload, None)

    def _upload(self, work: Work, upload: Upload) -> PortalFailure | OutOfStep | UploadGone | None:
        """Send one file from where the portal has it; None when all of it is there."""
        offset: int | None = None
        for _ in range(_STEPS_PER_UPLOAD):
            if upload.upload_id is None:
                started = self._portal.start_upload(
                    NewUpload(work.submission_id, upload.attachment_id, upload.size, upload.sha256)
                )
                if not isinstance(started, UploadStarted):
                    return started
                upload, offset = replace(upload, upload_id=started.upload_id), 0
                self._rows.begin_upload(work, upload, started.upload_id)
            answer = self._advance(work, upload, offset)
            match answer:
                case UploadOffset(reached):
                    offset = reached
                    if offset >= upload.size:
                        self._rows.finish_upload(work, upload)
                        return None
                case OutOfStep():
                    offset = None
                case UploadGone():
                    self._rows.begin_upload(work, upload, None)
                    return answer
                case _:
                    return answer
        return OutOfStep()

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


def _reason(answer: object) -> str:
    """Return one line for staff; never anything about a person, for the portal's refusals say none."""
    match answer:
        case Unreachable(message) | Untrusted(message):
            return message
        case Busy(status):
            return f"the portal is busy ({status})"
        case Unauthorised(status, message):
            return f"the portal does not accept this kiosk ({status}: {message})"
        case UploadsMissing() | UploadGone():
            return "the portal lost an upload; it is sent again"
        case OutOfStep():
            return "the portal is at another place of the upload"
        case _:
            return type(answer).__name__
