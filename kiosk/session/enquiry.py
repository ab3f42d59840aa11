"""How a dossier stands: on this machine while it waits to be sent, else as the portal tells."""

from __future__ import annotations

from http import HTTPStatus

from kiosk.domain.lookup import SlipCode, is_ours
from kiosk.domain.outbox import DeliveryStatus, ItemState
from kiosk.domain.portal import Busy, DossierStanding, NotKnown, Refused, Unreachable, Untrusted
from kiosk.domain.text import Text
from kiosk.forms.model import Question, QuestionKind
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal import Enquiries
from kiosk.session.screens import NoAnswer

_WITH_PORTAL = {ItemState.FILED, ItemState.PURGED}

CODE = Question(
    "code",
    QuestionKind.CODE,
    Text("Mã trên phiếu", "Code on the slip"),
    ask=Text("Mã hồ sơ trên phiếu là gì?", "What is the code on your slip?"),
    hint=Text(
        "Hàng chữ lớn nhất trên phiếu. Gõ không cần dấu gạch.", "The largest line on the slip. Dashes may be left out."
    ),
    max_length=40,
)
SECRET = Question(
    "secret",
    QuestionKind.CODE,
    Text("Mã bí mật", "Secret"),
    ask=Text("Mã bí mật trên phiếu là gì?", "What is the secret on your slip?"),
    hint=Text(
        "Sáu chữ và số sau hàng “Mã\u00a0bí\u00a0mật”. Phiếu không có thì hỏi ở quầy.",
        "Six letters and digits behind “Secret”. If your slip has none, ask at the desk.",
    ),
    max_length=12,
)
WRONG_CODE = Text(
    "Mã này gõ chưa đúng. Ông/Bà coi lại từng chữ trên phiếu.",
    "This code is not right. Please compare it with your slip.",
    "Mã này gõ chưa đúng. Ông/Bà xem lại từng chữ trên phiếu.",
)
NO_SECRET = Text("Ông/Bà gõ mã bí mật trên phiếu.", "Please type the secret on your slip.")


def look_up(enquiries: Enquiries, outbox: Outbox, slip: SlipCode) -> DossierStanding | DeliveryStatus | NoAnswer:
    """Ask, in the background. What still waits here the portal cannot know: nobody is told that there is none."""
    kept = outbox.kept(slip.code) if is_ours(slip.code) else None
    if kept is not None and kept.state not in _WITH_PORTAL:
        return kept
    match enquiries.lookup(slip.code, slip.secret or None):
        case DossierStanding() as standing:
            return standing
        case NotKnown() | Refused():
            return NoAnswer.NOT_THERE if is_ours(slip.code) and kept is None else NoAnswer.NOT_KNOWN
        case Busy(HTTPStatus.TOO_MANY_REQUESTS):
            return NoAnswer.TOO_OFTEN
        case Unreachable() | Busy() | Untrusted():
            return NoAnswer.NO_LINE
        case _:
            return NoAnswer.TROUBLE
