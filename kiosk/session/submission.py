"""From a finished draft to the submission that is sealed and sent, and to the slip that the citizen takes home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from uuid6 import uuid7

from kiosk.documents import attachment_file_name
from kiosk.domain.board import Board
from kiosk.domain.gift import Gift
from kiosk.domain.identity import Applicant
from kiosk.domain.lookup import lookup_address
from kiosk.domain.money import FeeAmount
from kiosk.domain.outbox import DeliveryStatus, ItemState
from kiosk.domain.place import Place
from kiosk.domain.portal import DossierStanding
from kiosk.domain.procedure import DeliveryMethod
from kiosk.domain.slip import Slip, SlipPaper
from kiosk.domain.submission import Attachment, Consent, Delivery, JsonValue, Submission, SubmissionKind
from kiosk.domain.supplement import NotAskedFor, not_asked_for
from kiosk.domain.text import Language, Text
from kiosk.session.draft import Draft, Section
from kiosk.session.words import fee_line, masked_name, masked_number, result_line

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def message_of(kind: SubmissionKind, agency_code: str, now: datetime, **answers: JsonValue) -> Submission:
    """Return a short message that names nobody: a call for help, a rating. ``now`` is aware, UTC.

    A rating tells its day only, also in its identifier: the minute would say whose it is.
    """
    if kind is SubmissionKind.RATING:
        now = now.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return Submission(
        submission_id=_identifier(now) if kind is SubmissionKind.RATING else uuid7(),
        kind=kind,
        created_at=now,
        procedure_code=None,
        procedure_version=None,
        form_sha256="",
        agency_code=agency_code,
        lookup_secret="",
        answers=answers,
        applicant=None,
        delivery=None,
        consents=(),
        attachments=(),
    )


def supplement_of(
    standing: DossierStanding, secret: str, attachments: tuple[Attachment, ...], agency_code: str, now: datetime
) -> Submission | NotAskedFor:
    """Return a supplement to a filed dossier. ``secret`` is that of its slip; ``now`` is aware, UTC.

    Only rows that the portal has named are taken. It names nobody: the portal knows whose dossier it is.
    """
    refused = not_asked_for(standing, (attachment.component for attachment in attachments))
    if refused is not None:
        return refused
    return Submission(
        submission_id=uuid7(),
        kind=SubmissionKind.SUPPLEMENT,
        created_at=now,
        procedure_code=None,
        procedure_version=None,
        form_sha256="",
        agency_code=agency_code,
        lookup_secret=secret,
        answers={},
        applicant=None,
        delivery=None,
        consents=(),
        attachments=attachments,
        dossier_code=standing.code,
    )


def _identifier(moment: datetime) -> UUID:
    """Return a UUIDv7 (RFC 9562) of this very moment; the rest is chance."""
    stamp = int(moment.timestamp() * 1000)
    chance = uuid4().int & ((1 << 74) - 1)
    return UUID(int=stamp << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & ((1 << 62) - 1))


def applicant_of(draft: Draft) -> Applicant:
    """Return who files, as typed or as read from the card."""
    values = draft.forms[Section.IDENTITY].evaluate().values
    return Applicant(str(values["full_name"]), str(values["id_number"]), draft.identity)


def delivery_of(draft: Draft) -> Delivery:
    """Return how the result is to reach the citizen."""
    values = draft.forms[Section.DELIVERY].evaluate().values
    return Delivery(DeliveryMethod(str(values["method"])), _text(values.get("address")), _text(values.get("phone")))


def _text(value: JsonValue) -> str | None:
    return None if value is None else str(value)


def fee_of(draft: Draft) -> Text:
    """Return the fee under the present answers, in words."""
    fee = draft.procedure.fee
    counted = fee.count_answer if isinstance(fee, FeeAmount) else None
    return fee_line(fee, draft.forms[Section.FORM].evaluate().values.get(counted) if counted else None)


def build_submission(draft: Draft, agency_code: str, now: datetime) -> Submission:
    """Assemble the dossier. The draft must be complete; ``now`` is aware, UTC."""
    form = draft.forms[Section.FORM]
    consents: tuple[Consent, ...] = ()
    if draft.notice_at is not None and draft.notice_sha256 is not None:
        consents = (Consent("process_dossier", draft.notice_at, draft.notice_sha256),)
    return Submission(
        submission_id=draft.submission_id,
        kind=SubmissionKind.DOSSIER,
        created_at=now,
        procedure_code=draft.procedure.code,
        procedure_version=draft.procedure.version,
        form_sha256=form.form.sha256,
        agency_code=draft.procedure.agency_code or agency_code,
        lookup_secret=draft.lookup_secret,
        answers=form.evaluate().values,
        applicant=applicant_of(draft),
        delivery=delivery_of(draft),
        consents=consents,
        attachments=_attachments(draft),
    )


def _attachments(draft: Draft) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(
            attachment_id=draft.papers[row.row.component].attachment_id,
            component=row.row.component,
            file_name=attachment_file_name(row.row.component, number, row.row.name.vi),
            pages=len(row.pages),
            pdf=draft.papers[row.row.component].pdf,
        )
        for number, row in enumerate((row for row in draft.paper_rows() if row.pages), 1)
    )


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What the slip tells beside the draft: where, when, in which language and in how large letters."""

    place: Place
    board: Board
    lookup_url: str
    language: Language
    now: datetime
    large: bool = False
    gift: Gift | None = None
    practice: bool = False


def is_filed(delivery: DeliveryStatus) -> bool:
    """Say whether the portal has given a receipt; only then may the word *đã nộp* be used."""
    return delivery.state in {ItemState.FILED, ItemState.PURGED}


def make_slip(draft: Draft, delivery: DeliveryStatus, facts: SlipFacts) -> Slip:
    """Fill the slip of DOMAIN 2.6, true to the present state of the dossier."""
    applicant = applicant_of(draft)
    local = facts.now.astimezone(VIETNAM)
    return Slip(
        language=facts.language,
        centre=facts.place.centre.vi,
        commune=facts.place.commune.vi,
        kiosk_id=facts.place.kiosk_id,
        printed_at=local,
        reference_code=delivery.reference_code,
        dossier_code=delivery.dossier_code,
        filed=is_filed(delivery),
        lookup_url=lookup_address(
            facts.lookup_url, delivery.dossier_code or delivery.reference_code, draft.lookup_secret
        ),
        lookup_secret=draft.lookup_secret,
        procedure_name=draft.procedure.name,
        procedure_code=draft.procedure.code,
        masked_name=masked_name(applicant.full_name),
        masked_id=masked_number(applicant.id_number),
        papers=tuple(SlipPaper(row.row.name, len(row.pages)) for row in draft.paper_rows() if row.pages),
        bring=tuple(row.name for row in draft.to_bring()),
        fee=fee_of(draft),
        result=result_line(delivery_of(draft).method, facts.place),
        hotline=facts.place.hotline,
        zalo_url=facts.place.zalo_url,
        rating_url=facts.place.rating_url,
        gift=facts.gift,
        programme=_programme_of(draft, facts.board, local),
        large=facts.large,
        practice=facts.practice,
    )


def _programme_of(draft: Draft, board: Board, local: datetime) -> Text | None:
    for one in board.programmes:
        if draft.procedure.code in one.procedures and local.isoweekday() in one.weekdays:
            return one.sentence()
    return None
