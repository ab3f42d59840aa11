"""The slip (Phiếu xác nhận nộp hồ sơ, DOMAIN 2.6): its content, and whether it really came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.gift import Gift
from kiosk.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """One line of papers sent: the row's name and how many sides."""

    name: Text
    sides: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What the citizen takes home. Holds only masked personal data.

    ``dossier_code`` is None until the portal has given a receipt: the slip then says *đã lưu tại máy, chờ gửi* and
    shows ``reference_code`` as *Mã tạm tại máy*. ``printed_at`` is local time. ``zalo_url`` and ``rating_url`` become
    QR codes, None leaves them out. A ``large`` slip is for those who read the screen in larger letters; one of
    ``practice`` says so across it. One that is printed later says since when (local time) the dossier is kept; what
    the machine does not know any more then is empty.
    """

    language: Language
    centre: str
    commune: str
    kiosk_id: str
    printed_at: datetime
    reference_code: str
    dossier_code: str | None
    filed: bool
    lookup_url: str
    lookup_secret: str
    procedure_name: Text
    procedure_code: str
    masked_name: str
    masked_id: str
    papers: tuple[SlipPaper, ...]
    bring: tuple[Text, ...]
    fee: Text
    result: Text
    hotline: str
    zalo_url: str | None = None
    rating_url: str | None = None
    gift: Gift | None = None
    programme: Text | None = None
    kept_since: datetime | None = None
    large: bool = False
    practice: bool = False


class PrintFault(StrEnum):
    """Why a slip did not come out, or may not have."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_ERROR = "cutter_error"
    OVERHEATED = "overheated"
    OFFLINE = "offline"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    CONNECTION_LOST = "connection_lost"


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer itself confirmed the slip after the cut."""

    paper_low: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The printer was not able to print; nothing was sent."""

    fault: PrintFault


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Everything was sent and the printer never said that it is done."""

    fault: PrintFault


@dataclass(frozen=True, slots=True)
class PrintFailed:
    """The print broke off: half a slip may hang out."""

    fault: PrintFault


PrintOutcome = Printed | Refused | Unconfirmed | PrintFailed
