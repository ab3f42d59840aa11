"""The portal: what citizens ask of it, and what the sender does with it: uploads, one idempotent filing, receipts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from kiosk.domain.portal import (
    DossierStanding,
    ElectronicResult,
    Filed,
    NewUpload,
    NotKnown,
    OutOfStep,
    PortalFailure,
    Reached,
    ResultFetched,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue


class Enquiries(Protocol):
    """What citizens ask of the gateway; ``secret`` is that of their slip. Calls block and never raise for it."""

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        """Ask how a dossier stands, by dossier code or reference code."""
        ...

    def result(
        self, code: str, secret: str | None, wanted: ElectronicResult
    ) -> ResultFetched | NotKnown | PortalFailure:
        """Fetch one result. Bytes that are not exactly those that the look-up told of are Untrusted."""
        ...


class Portal(Protocol):
    """One gateway (the contract is portal-api.yaml). All calls block on the network and never raise for it."""

    def reach(self) -> Reached | PortalFailure:
        """Ask whether the portal answers at all; changes nothing there."""
        ...

    def start_upload(self, upload: NewUpload) -> UploadStarted | PortalFailure:
        """Announce a sealed file."""
        ...

    def upload_offset(self, upload_id: str) -> UploadOffset | UploadGone | PortalFailure:
        """Ask where to go on."""
        ...

    def append(
        self, upload_id: str, offset: int, piece: bytes
    ) -> UploadOffset | OutOfStep | UploadGone | PortalFailure:
        """Send one piece that begins at ``offset``. After a failure some of it may have arrived: ask."""
        ...

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        """File a submission (the contract's Submission, with its manifest digest). Doing it again is safe."""
        ...

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed | NotKnown | PortalFailure:
        """Ask for the receipt again; by now it may hold the dossier code."""
        ...
