"""Slips of nobody, to look at and to try a printer with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.domain.gift import Gift
from kiosk.domain.lookup import lookup_address
from kiosk.domain.place import Place
from kiosk.domain.slip import Slip, SlipPaper
from kiosk.domain.text import Language, Text

_LOOKUP = "https://dichvucong.gov.vn/tra-cuu-ho-so"
_REFERENCE, _DOSSIER, _SECRET = "APS-AH01-261012-0007-K", "H00.00-261012-0001", "K7M2QX"

_WAITING = Slip(
    language=Language.VIETNAMESE,
    centre="Trung tâm Phục vụ hành chính công",
    commune="Xã Bình An",
    kiosk_id="AH-01",
    printed_at=datetime(2026, 10, 12, 8, 31),  # noqa: DTZ001 - local time, as the slip shows it
    reference_code=_REFERENCE,
    dossier_code=None,
    filed=False,
    lookup_url=lookup_address(_LOOKUP, _REFERENCE, _SECRET),
    lookup_secret=_SECRET,
    procedure_name=Text("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "Copy of a civil-status record"),
    procedure_code="2.000635",
    masked_name="NGUYEN T*** H***",
    masked_id="********4821",
    papers=(SlipPaper(Text("Văn bản ủy quyền (được chứng thực) theo quy định", "Certified authorisation"), 4),),
    bring=(Text("Giấy tờ tùy thân của người yêu cầu", "The applicant's identity paper"),),
    fee=Text("16.000 đồng (2 bản)", "16.000 dong (2 copies)"),
    result=Text("Tới lấy tại Trung tâm Phục vụ hành chính công, Xã Bình An", "Collect at the centre"),
    hotline="0277 3 800 800",
)
_FILED = replace(_WAITING, dossier_code=_DOSSIER, filed=True, lookup_url=lookup_address(_LOOKUP, _DOSSIER, _SECRET))
_LONG = Text(
    "Giấy tờ, tài liệu, chứng cứ do cơ quan, tổ chức có thẩm quyền cấp hoặc xác nhận hợp lệ",
    "Papers, documents and evidence that a competent authority or organisation has issued or confirmed",
)
_LETTERS = (
    "A À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ Â Ầ Ấ Ẩ Ẫ Ậ B C D Đ E È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ G H I Ì Í Ỉ Ĩ Ị K L M N "
    "O Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ Ơ Ờ Ớ Ở Ỡ Ợ P Q R S T U Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự V X Y Ỳ Ý Ỷ Ỹ Ỵ"
)

SAMPLES: Mapping[str, Slip] = {
    "waiting": _WAITING,
    "filed": _FILED,
    "english": replace(_FILED, language=Language.ENGLISH),
    "large": replace(_FILED, large=True),
    "codes": replace(
        _FILED,
        zalo_url="https://zalo.me/0277380080",
        rating_url="https://dichvucong.gov.vn/danh-gia",
        gift=Gift(
            "QUA-7F3K-92MD", Text("Đưa phiếu này ở quầy để nhận quà.", "Show this slip at the counter for a gift.")
        ),
    ),
    "long": replace(_WAITING, papers=tuple(SlipPaper(_LONG, number) for number in range(1, 21))),
    "letters": replace(_WAITING, procedure_name=Text(f"{_LETTERS} {_LETTERS.lower()}", _LETTERS)),
    "practice": replace(_WAITING, practice=True),
}
"""By the names that ``aps-kiosk receipt render`` takes."""


def trial_slip(code: str, lookup_url: str, place: Place, now: datetime) -> Slip:
    """Return the slip that tries a printer: no dossier's, as stands across it. ``now`` is local time."""
    return replace(
        SAMPLES["letters"],
        centre=place.centre.vi,
        commune=place.commune.vi,
        kiosk_id=place.kiosk_id,
        printed_at=now,
        reference_code=code,
        lookup_url=lookup_address(lookup_url, code),
        hotline=place.hotline,
        practice=True,
    )
