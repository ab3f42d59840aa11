"""A slip that is brought back: on the scanner, at the reader, or typed; and what went wrong the last time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session.screens import CodeKind, Errand, ShowSlip
from ui.viewmodels.identity import LID_OPEN
from ui.viewmodels.screen import ScreenModel

_FOLLOW = Text("Coi hồ sơ của tôi", "My dossier", "Xem hồ sơ của tôi")
_COLLECT = Text("Nhận kết quả", "Get a result")
_SPOILT = (
    Text("Máy đọc chưa trọn mã", "The code was not read in full"),
    Text(
        "Đưa phiếu lại gần, giữ yên tới khi nghe tiếng bíp. Không được thì gõ mã.",
        "Hold the slip close and still until it beeps. If that fails, type the code.",
    ),
)
_UNREADABLE = (
    Text("Máy chưa thấy mã trên phiếu", "No code was found on the slip"),
    Text(
        "Để phiếu cho ngay ngắn rồi chụp lại. Không được thì gõ mã.",
        "Lay the slip straight and try again. If that fails, type the code.",
    ),
)
_STOPPED = (
    Text("Máy chụp bị dừng", "The scanner stopped"),
    Text("Để lại phiếu rồi chụp lại, hoặc gõ mã.", "Place the slip again and retry, or type the code."),
)
_PROBLEMS = {
    ScanStatus.EMPTY: (
        Text("Chưa thấy phiếu trong máy chụp", "No slip in the scanner"),
        Text(
            "Đẩy nhẹ phiếu vô khe tới khi chạm, rồi chụp lại.",
            "Push the slip gently into the slot, then try again.",
            "Đẩy nhẹ phiếu vào khe tới khi chạm, rồi chụp lại.",
        ),
    ),
    ScanStatus.JAMMED: (
        Text("Phiếu bị kẹt trong máy chụp", "The slip is stuck"),
        Text(
            "Mở nắp, lấy phiếu ra nhẹ tay, đậy nắp rồi chụp lại.", "Open the lid, take it out gently, close and retry."
        ),
    ),
    ScanStatus.COVER_OPEN: LID_OPEN,
}
_NO_SLIP = (
    Text("Mã này không phải trên phiếu hồ sơ", "This is not the code of a slip"),
    Text(
        "Máy không mở, cũng không giữ lại. Ông/Bà đưa mã vuông trên phiếu, hoặc chụp phiếu.",
        "The machine neither opens nor keeps it. Please hold the square code of your slip, or scan the slip.",
    ),
)


@dataclass(frozen=True, slots=True)
class ShowSlipProps:
    """``reader``: the slip can be held to it; ``problem`` and ``mend`` tell how it went the last time."""

    question: str = ""
    reader: bool = True
    problem: str = ""
    mend: str = ""


def derive_show_slip(screen: ShowSlip, language: Language) -> ShowSlipProps:
    """Derive what is asked for, and what went wrong the last time."""
    question = (_COLLECT if screen.errand is Errand.COLLECT else _FOLLOW).of(language)
    problem, mend = _trouble(screen)
    return ShowSlipProps(question, screen.reader, problem.of(language), mend.of(language))


def _trouble(screen: ShowSlip) -> tuple[Text, Text]:
    if screen.note is not None:
        return _SPOILT if screen.note.kind is CodeKind.UNCLEAR else _NO_SLIP
    if screen.unreadable:
        return _UNREADABLE
    if screen.problem is not None:
        return _PROBLEMS.get(screen.problem, _STOPPED)
    return NO_TEXT, NO_TEXT


class ShowSlipModel(ScreenModel, props=ShowSlipProps):
    """Scan the slip, hold it to the reader, or type its code."""

    def derive(self, screen: ShowSlip, language: Language) -> ShowSlipProps:
        """Derive what is asked for."""
        return derive_show_slip(screen, language)

    @Slot()
    def scan(self) -> None:
        """Read the slip on the scanner now."""
        self.actions.scan_slip()

    @Slot()
    def typeCode(self) -> None:  # noqa: N802 - QML's spelling
        """Type the code instead."""
        self.actions.type_slip()


class SlipScanningModel(ScreenModel):
    """The slip is being read."""
