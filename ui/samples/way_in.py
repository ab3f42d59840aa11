"""What the samples show before anything is asked: the board of the commune, and the events of life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.board import Announcement, Board, BoardCode, Hotline, Programme
from kiosk.domain.life_event import EventPicture, LifeEvent
from kiosk.domain.text import Text

BOARD = Board(
    programmes=(
        Programme(
            Text("Thứ Năm không hẹn", "No appointment on Thursdays"),
            Text("Kết hôn, khai tử, trích lục, chứng thực: nhận kết quả ngay.", "Get your result at once."),
            (4,),
            ("2.000635", "1.000656"),
        ),
    ),
    codes=(
        BoardCode(
            Text("Cổng dịch vụ công quốc gia", "National public-service portal"),
            Text("Nộp và tra cứu hồ sơ trên mạng", "File and look up dossiers online"),
            "https://dichvucong.gov.vn",
        ),
        BoardCode(Text("VNeID", "VNeID"), Text("Tải ứng dụng định danh", "Get the app"), "https://vneid.gov.vn"),
        BoardCode(Text("VssID", "VssID"), Text("Tải ứng dụng bảo hiểm", "Get the app"), "https://vssid.gov.vn"),
    ),
    hotlines=(Hotline(Text("Cổng dịch vụ công quốc gia", "National public-service portal"), "1800 1096"),),
)
_CLOSED = Text(
    "Thứ Sáu 16/10 Trung tâm nghỉ buổi chiều. Máy này vẫn nhận hồ sơ.",
    "On Friday 16/10 the centre is closed in the afternoon. This machine still takes dossiers.",
)
BUSY_BOARD = replace(BOARD, announcements=(Announcement(_CLOSED, date(2026, 10, 12), date(2026, 10, 16)),))
"""A board with something to announce."""


def _event(picture: EventPicture, name: tuple[str, str], line: tuple[str, str]) -> LifeEvent:
    return LifeEvent(picture.value, Text(*name), Text(*line), picture, ("2.000635",))


EVENTS = (
    _event(EventPicture.BABY, ("Sinh con", "A child is born"), ("Khai sinh, thẻ bảo hiểm cho bé", "Birth, insurance")),
    _event(EventPicture.RINGS, ("Kết hôn", "Getting married"), ("Giấy kết hôn, giấy độc thân", "Marital status")),
    _event(EventPicture.CANDLE, ("Người thân mất", "Somebody has died"), ("Khai tử, trích lục khai tử", "Record it")),
    _event(EventPicture.COPIES, ("Cần bản sao giấy tờ", "Copies of papers"), ("Trích lục, sao y, chữ ký", "Copies")),
    _event(EventPicture.HOUSE, ("Chuyển chỗ ở, tạm trú", "Moving home"), ("Nhập hộ khẩu, ở đỡ nơi khác", "Residence")),
    _event(EventPicture.PEN, ("Giấy ghi sai, mất giấy gốc", "Wrong or lost papers"), ("Sửa giấy, làm lại", "Correct")),
    _event(EventPicture.HEART, ("Bảo hiểm y tế", "Health insurance"), ("Mất thẻ, đổi thẻ, thẻ cho bé", "The card")),
    _event(EventPicture.SHOP, ("Buôn bán, đi làm, lái xe", "Business, driving"), ("Bằng lái, lý lịch", "Licence")),
)
