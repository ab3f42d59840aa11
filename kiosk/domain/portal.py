"""What the portal can answer: receipts, uploads, how a dossier stands, and every way in which a try can fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Receipt:
    """The portal's word that it has a submission. ``dossier_code`` (*mã hồ sơ*) may come later."""

    submission_id: UUID
    manifest_sha256: str
    received_at: datetime
    dossier_code: str | None


@dataclass(frozen=True, slots=True)
class NewUpload:
    """A sealed file that is to be sent: ``size`` in bytes, ``sha256`` (hex) of the sealed bytes."""

    submission_id: UUID
    attachment_id: UUID
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The portal's upload service answered."""


@dataclass(frozen=True, slots=True)
class UploadStarted:
    """The portal made room for an upload under its own id."""

    upload_id: str


@dataclass(frozen=True, slots=True)
class UploadOffset:
    """How many bytes of an upload the portal holds, and how many it expects (None where it did not say)."""

    offset: int
    size: int | None = None


@dataclass(frozen=True, slots=True)
class UploadGone:
    """The portal does not know the upload, or let it expire: start that upload again."""


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """Another offset than the portal's, or bytes that were damaged on the way: ask again where to go on."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The portal has the submission; the receipt is about this very submission (id and manifest were compared)."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class UploadsMissing:
    """These uploads are missing, expired or incomplete; an empty tuple means that the portal did not say which."""

    upload_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The portal knows no such thing, or the secret is wrong: it tells no difference."""


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """An attachment row that the portal asks for after filing, and the officer's reason as written."""

    component: str
    reason: str


@dataclass(frozen=True, slots=True)
class ElectronicResult:
    """A result that the portal holds as a PDF: ``size`` in bytes, ``sha256`` (hex) of what has to arrive."""

    document_id: str
    title: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ResultFetched:
    """A result as the portal gave it, every byte; its digests were compared."""

    pdf: bytes


@dataclass(frozen=True, slots=True)
class DossierStanding:
    """How a dossier stands; ``status`` is one of the portal's ten (DOMAIN 2.5), ``fee_due`` in dong.

    ``missing`` are the rows that a supplement may bring, and the only ones. ``results`` can be had as PDF.
    """

    code: str | None
    reference_code: str
    procedure_name: str
    status: int
    status_at: datetime | None
    due_at: datetime | None
    officer_message: str | None
    fee_due: int | None
    pickup: str | None
    missing: tuple[MissingPaper, ...] = ()
    results: tuple[ElectronicResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No answer came: refused, broken off or too late. Try again."""

    message: str


@dataclass(frozen=True, slots=True)
class Busy:
    """The portal answered that it cannot now (408, 425, 429, 5xx). ``retry_after`` in seconds, as it asked."""

    status: int
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Untrusted:
    """An answer that the contract does not know: a captive portal's page, a foreign receipt, a redirect. Try again."""

    message: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Refused for good (400, 409 of the filing, 413, 415, 422). ``detail`` is the portal's reason, for staff."""

    status: int
    detail: str


@dataclass(frozen=True, slots=True)
class Unauthorised:
    """The portal does not accept this kiosk (401, 403, no token): nothing can be sent until that is mended."""

    status: int
    message: str


@dataclass(frozen=True, slots=True)
class Unproven:
    """Whoever answered could not prove to be the portal: a certificate of another name, time or authority.

    Nothing of ours was sent. Nothing can be, until that is mended.
    """

    message: str


PortalFailure = Unreachable | Busy | Untrusted | Refused | Unauthorised | Unproven
