"""How far a submission has come, in words for staff, and what there is to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.outbox import DAMAGED, ItemState
from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class DeliveryWords:
    """``now`` says where it is; ``to_do`` is None where there is nothing to do."""

    now: Text
    to_do: Text | None = None


def words_of(state: ItemState, attempts: int, reason: str | None, dossier_code: str | None) -> DeliveryWords:
    """Say it; ``reason`` is why the last try failed, or why it was set aside."""
    match state:
        case ItemState.STORED | ItemState.UPLOADING | ItemState.UPLOADED if attempts:
            return _AGAIN
        case ItemState.STORED:
            return _STORED
        case ItemState.UPLOADING:
            return _UPLOADING
        case ItemState.UPLOADED:
            return _UPLOADED
        case ItemState.FILED | ItemState.PURGED:
            return _RECEIVED if dossier_code else _WITHOUT_CODE
        case ItemState.SET_ASIDE:
            return _DAMAGED if (reason or "").startswith(DAMAGED) else _REFUSED
        case _:
            assert_never(state)


_STORED = DeliveryWords(
    Text("Đã lưu an toàn tại máy, đang chờ gửi.", "Safe on this machine, waiting to be sent."),
)
_AGAIN = DeliveryWords(
    Text(
        "Đã lưu an toàn tại máy. Lần gửi trước chưa được, máy tự gửi lại.",
        "Safe on this machine. The last try failed; the machine tries again by itself.",
    ),
    Text(
        "Chưa phải làm gì. Nếu chờ quá một ngày thì coi dây mạng, rồi chạy: aps-kiosk doctor",
        "Nothing yet. When it has waited for more than a day, look at the network cable, then run: aps-kiosk doctor",
    ),
)
_UPLOADING = DeliveryWords(Text("Đang gửi giấy tờ lên cổng.", "Its papers are on their way to the portal."))
_UPLOADED = DeliveryWords(
    Text("Giấy tờ đã lên cổng, đang chờ cổng xác nhận.", "Its papers are at the portal; the receipt is awaited."),
)
_RECEIVED = DeliveryWords(Text("Cổng đã nhận và cho mã hồ sơ.", "The portal has it and has given its code."))
_WITHOUT_CODE = DeliveryWords(
    Text(
        "Cổng đã nhận, chưa cho mã hồ sơ. Máy tự hỏi lại.",
        "The portal has it; the machine goes on asking for its code.",
    ),
)
_REFUSED = DeliveryWords(
    Text(
        "Cổng không nhận. Hồ sơ còn nguyên trong máy, để riêng ra.",
        "The portal refused it. It is kept whole, set aside.",
    ),
    Text(
        "Đọc lý do, nhờ kỹ thuật sửa, rồi gửi lại: aps-kiosk queue retry MÃ. Báo người nộp biết hồ sơ chưa tới.",
        "Read the reason, have it mended, then send it again: aps-kiosk queue retry CODE. Tell the citizen that it"
        " has not arrived.",
    ),
)
_DAMAGED = DeliveryWords(
    Text(
        "Ổ đĩa làm hỏng hồ sơ này nên máy không gửi, để riêng ra.",
        "The disk has damaged it, so it is not sent, and set aside.",
    ),
    Text(
        "Có bản sao ở ổ thứ hai thì chạy: aps-kiosk queue import THƯ_MỤC. Không có thì mời người nộp làm lại."
        " Báo kỹ thuật coi ổ đĩa.",
        "Where there is a copy on the second medium, run: aps-kiosk queue import DIR. Else ask the citizen to file"
        " again. Have the disk looked at.",
    ),
)
