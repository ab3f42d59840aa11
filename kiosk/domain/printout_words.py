"""What a printout came to, in plain words: what happened, what became of the data, what to do now, who can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
    PrintReason,
)
from kiosk.domain.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class PrintoutWords:
    """``now`` and ``who`` are empty where there is nothing to do."""

    happened: Text
    data: Text
    now: Text = NO_TEXT
    who: Text = NO_TEXT


def printout_words(outcome: PrintoutOutcome) -> PrintoutWords:
    """Say what a printout came to."""
    match outcome:
        case PrintoutPrinted(pages):
            return PrintoutWords(_printed(pages), _KEPT, _TAKE)
        case PrintoutCancelled():
            return PrintoutWords(_STOPPED, _NOTHING_FOLLOWS)
        case PrintoutRefused(JobTrouble.NOT_FETCHED as reason):
            return PrintoutWords(reason_words(reason), _WITH_PORTAL, _FETCH_AGAIN, _HELPER)
        case PrintoutRefused(reason):
            return PrintoutWords(reason_words(reason), _NOTHING_SENT, *_mend(reason))
        case PrintoutFailed(reason):
            return PrintoutWords(reason_words(reason), _NOTHING_FOLLOWS, *_mend(reason))
        case PrintoutUnconfirmed(reason):
            return PrintoutWords(reason_words(reason), _NOT_SURE, _LOOK, _HELPER)
        case _:
            assert_never(outcome)


def reason_words(reason: PrintReason) -> Text:
    """Say in one sentence how the printer is, or what happened to a job."""
    return _REASONS[reason]


def _printed(pages: int) -> Text:
    return Text(f"Đã in xong {pages} trang.", f"{pages} {'page has' if pages == 1 else 'pages have'} been printed.")


def _mend(reason: PrintReason) -> tuple[Text, Text]:
    """Return what to do now, and who can help."""
    if reason in _PASSES:
        return _WAIT, _HELPER
    return (_BY_HAND, _HELPER) if reason in _BY_HANDS else (_WITHOUT, _TECHNICIAN)


_PASSES = {PrinterCondition.BUSY, JobTrouble.LEFT_BEHIND, JobTrouble.TOO_LONG, JobTrouble.CANCELLED_ELSEWHERE}
_BY_HANDS = {
    PrinterCondition.COVER_OPEN,
    PrinterCondition.PAPER_JAM,
    PrinterCondition.PAPER_OUT,
    PrinterCondition.PAPER_NEEDED,
    PrinterCondition.TRAY_MISSING,
    PrinterCondition.TONER_OUT,
    PrinterCondition.OUTPUT_FULL,
    PrinterCondition.OFFLINE,
    PrinterCondition.UNREACHABLE,
    JobTrouble.BROKEN_OFF,
}

_KEPT = Text("Những gì Ông/Bà đã làm còn nguyên.", "What you have done is still here.")
_NOTHING_SENT = Text(
    "Chưa có gì được gửi tới máy in. Những gì Ông/Bà đã làm còn nguyên.",
    "Nothing was sent to the printer. What you have done is still here.",
)
_WITH_PORTAL = Text(
    "Chưa có gì được in. Bản trên Cổng không bị ảnh hưởng gì.",
    "Nothing was printed. What the portal holds is not touched by this.",
)
_FETCH_AGAIN = Text(
    "Chờ một chút rồi thử lại, hoặc nhận kết quả ở quầy.",
    "Wait a moment and try again, or get the result at the desk.",
)
_NOTHING_FOLLOWS = Text(
    "Máy in đã bỏ tờ này, không in thêm trang nào nữa. Những gì Ông/Bà đã làm còn nguyên.",
    "The printer has dropped this paper and prints no more of it. What you have done is still here.",
)
_NOT_SURE = Text(
    "Không chắc giấy đã ra đủ hay chưa. Những gì Ông/Bà đã làm còn nguyên.",
    "It is not certain that all pages came out. What you have done is still here.",
)
_STOPPED = Text("Đã ngừng in như Ông/Bà muốn.", "Printing was stopped as you wished.")
_TAKE = Text("Lấy giấy ở khay máy in.", "Take the paper from the printer's tray.")
_LOOK = Text(
    "Coi khay máy in. Giấy của mình thì lấy hết, đừng để lại cho người sau.",
    "Look into the printer's tray. Take all that is yours; leave nothing to the next person.",
    "Xem khay máy in. Giấy của mình thì lấy hết, đừng để lại cho người sau.",
)
_WAIT = Text("Chờ một chút rồi in lại.", "Wait a moment, then print again.")
_BY_HAND = Text(
    "Nhờ người trực giúp rồi in lại, hoặc làm tiếp không cần in.",
    "Have it put right and print again, or go on without the paper.",
)
_WITHOUT = Text(
    "Làm tiếp không cần in. Giấy này lấy ở quầy được.", "Go on without it. The desk can give you this paper."
)
_HELPER = Text("Người trực tại đây giúp được.", "The helper here can see to it.")
_TECHNICIAN = Text("Người trực báo kỹ thuật viên giúp.", "The helper calls the technician.")

_REASONS: Mapping[PrintReason, Text] = {
    PrinterCondition.READY: Text("Máy in A4 sẵn sàng.", "The A4 printer is ready."),
    PrinterCondition.PAPER_LOW: Text("Máy in A4 sắp hết giấy.", "The A4 printer is low on paper."),
    PrinterCondition.TONER_LOW: Text("Máy in A4 sắp hết mực.", "The A4 printer is low on toner."),
    PrinterCondition.BUSY: Text("Máy in A4 đang in tờ khác.", "The A4 printer is printing something else."),
    PrinterCondition.COVER_OPEN: Text("Nắp máy in A4 đang mở.", "A cover of the A4 printer is open."),
    PrinterCondition.PAPER_JAM: Text("Máy in A4 bị kẹt giấy.", "Paper is jammed in the A4 printer."),
    PrinterCondition.PAPER_OUT: Text("Máy in A4 hết giấy.", "The A4 printer is out of paper."),
    PrinterCondition.PAPER_NEEDED: Text("Khay máy in không có giấy A4.", "There is no A4 paper in the printer's tray."),
    PrinterCondition.TRAY_MISSING: Text("Khay giấy máy in bị rút ra.", "The printer's paper tray is missing."),
    PrinterCondition.TONER_OUT: Text("Máy in A4 hết mực.", "The A4 printer is out of toner."),
    PrinterCondition.OUTPUT_FULL: Text("Khay ra của máy in đã đầy.", "The printer's output tray is full."),
    PrinterCondition.PAUSED: Text("Máy in A4 đang tạm dừng.", "The A4 printer is paused."),
    PrinterCondition.OFFLINE: Text("Máy in A4 đang tắt kết nối.", "The A4 printer is offline."),
    PrinterCondition.FAULT: Text("Máy in A4 bị lỗi.", "The A4 printer has a fault."),
    PrinterCondition.UNREACHABLE: Text("Máy in A4 đang tắt hoặc đứt dây.", "The A4 printer is off or not connected."),
    PrinterCondition.NO_ANSWER: Text("Máy in A4 không trả lời.", "The A4 printer does not answer."),
    PrinterCondition.NOT_ALLOWED: Text("Máy in A4 không nhận lệnh của máy này.", "The A4 printer refuses this kiosk."),
    PrinterCondition.NOT_IPP: Text("Địa chỉ máy in A4 không đúng.", "The address of the A4 printer is wrong."),
    PrinterCondition.UNSUITABLE: Text("Máy in này không in được giấy này.", "This printer cannot print this paper."),
    PrinterCondition.NONE: Text("Nơi này không có máy in A4.", "There is no A4 printer here."),
    JobTrouble.NOT_MADE: Text("Máy chưa soạn được tờ này.", "This paper could not be made."),
    JobTrouble.NOT_FETCHED: Text(
        "Máy chưa lấy được kết quả từ Cổng.", "The result could not be fetched from the portal."
    ),
    JobTrouble.REJECTED: Text("Máy in A4 không nhận tờ này.", "The A4 printer did not take this paper."),
    JobTrouble.LEFT_BEHIND: Text(
        "Máy in A4 chưa bỏ hết tờ cũ.", "The A4 printer has not let go of an older paper yet."
    ),
    JobTrouble.CONNECTION_LOST: Text("Đứt kết nối tới máy in A4.", "The connection to the A4 printer broke."),
    JobTrouble.BROKEN_OFF: Text("Máy in A4 bỏ dở giữa chừng.", "The A4 printer gave up in the middle."),
    JobTrouble.CANCELLED_ELSEWHERE: Text("Có người bấm hủy ở máy in.", "Somebody cancelled it at the printer."),
    JobTrouble.TOO_LONG: Text("Máy in A4 in lâu quá nên đã ngừng.", "The A4 printer took too long; it was stopped."),
    JobTrouble.NOT_STOPPED: Text("Máy in A4 chưa chịu ngừng.", "The A4 printer has not stopped yet."),
    JobTrouble.FORGOTTEN: Text("Máy in A4 không nhớ tờ này nữa.", "The A4 printer no longer knows this paper."),
    JobTrouble.WITH_ERRORS: Text("Máy in A4 in xong nhưng báo có lỗi.", "The A4 printer finished and reports errors."),
    JobTrouble.TOO_FEW_PAGES: Text("Máy in A4 báo in chưa đủ trang.", "The A4 printer counted too few pages."),
    JobTrouble.NOT_TOLD: Text(
        "Đã gửi tới máy in, nhưng máy in này không báo lại.",
        "It was sent, but this printer does not tell whether it came out.",
    ),
}
