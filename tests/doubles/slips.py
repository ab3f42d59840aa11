"""A slip as a citizen of these tests would get it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kiosk.domain.slip import Slip, SlipPaper
from kiosk.domain.text import Language, Text

_SLIP = Slip(
    language=Language.VIETNAMESE,
    centre="Trung tâm Phục vụ hành chính công",
    commune="Xã Bình An",
    kiosk_id="AH-01",
    printed_at=datetime(2026, 10, 12, 8, 31),  # noqa: DTZ001 - local time, as the slip shows it
    reference_code="APS-AH01-261012-0007-K",
    dossier_code=None,
    filed=False,
    lookup_url="https://dichvucong.gov.vn/tra-cuu-ho-so?ma=APS-AH01-261012-0007-K&bm=K7M2QX",
    lookup_secret="K7M2QX",  # noqa: S106 - printed on the slip, as it is meant to be
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


def slip(**changes: Any) -> Slip:
    """Return the slip with some fields changed."""
    return replace(_SLIP, **changes)
