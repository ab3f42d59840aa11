"""Submissions sealed to a simulated portal, sent and filed by the real client, one step at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from doubles.submissions import submission
from kiosk.domain.portal import Filed, NewUpload, UploadOffset, UploadStarted
from kiosk.domain.submission import Submission
from kiosk.ports.portal import Portal
from offline_queue.envelope import Envelope, SealedAttachment
from offline_queue.payload import timestamp
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.sealing import SealedSubmission, Sealer, seal_submission


@dataclass(frozen=True, slots=True)
class Sealed:
    """A submission that is ready to be sent."""

    inside: Submission
    files: SealedSubmission
    envelope: Envelope

    @property
    def manifest(self) -> str:
        return str(self.envelope.document()["manifest_sha256"])


def sealed(simulator: PortalSimulator, *sizes: int, **changes: object) -> Sealed:
    inside = submission(*sizes, **changes)
    files = seal_submission(inside, Sealer((simulator.recipient,)))
    envelope = Envelope(
        submission_id=inside.submission_id,
        kind=inside.kind.value,
        created_at=timestamp(inside.created_at),
        kiosk_id="AH-01",
        reference_code=f"APS-AH01-261012-{inside.submission_id.int % 10_000:04d}-K",
        procedure=("2.000635", "2026-09"),
        payload=files.payload.data,
        attachments=tuple(
            SealedAttachment(file.attachment_id, len(file.data), file.sha256)
            for file in files.attachments
            if file.attachment_id
        ),
    )
    return Sealed(inside, files, envelope)


def start(portal: Portal, dossier: Sealed, number: int = 0) -> str:
    described = dossier.envelope.attachments[number]
    answer = portal.start_upload(
        NewUpload(dossier.inside.submission_id, described.attachment_id, described.size, described.sha256)
    )
    assert isinstance(answer, UploadStarted)
    return answer.upload_id


def upload(portal: Portal, dossier: Sealed) -> Envelope:
    """Send all files and return the envelope with their upload ids."""
    attachments = []
    for number, (file, described) in enumerate(
        zip(dossier.files.attachments, dossier.envelope.attachments, strict=True)
    ):
        upload_id = start(portal, dossier, number)
        assert portal.append(upload_id, 0, file.data) == UploadOffset(len(file.data))
        attachments.append(replace(described, upload_id=upload_id))
    return replace(dossier.envelope, attachments=tuple(attachments))


def filed(portal: Portal, dossier: Sealed) -> Filed:
    answer = portal.file(dossier.inside.submission_id, upload(portal, dossier).document())
    assert isinstance(answer, Filed)
    return answer
