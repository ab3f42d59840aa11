"""The scanner stopped: first what is safe, then what to do, then who helps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.place import Place
from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import Language, Text
from kiosk.session.screens import ScanFault
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class StepProps:
    """One thing to do, with its picture."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class ScanFaultProps:
    """``resume_text`` and ``give_up_text`` are the words on the two buttons."""

    title: str = ""
    hint: str = ""
    safe: str = ""
    steps_head: str = ""
    steps: tuple[StepProps, ...] = ()
    helper: str = ""
    resume_text: str = ""
    give_up_text: str = ""


@dataclass(frozen=True, slots=True)
class _Fault:
    title: Text
    hint: Text
    steps: tuple[tuple[str, Text], ...]
    resume: Text
    give_up: Text


_NOT_YOU = Text("Chuyện này hay gặp, không phải lỗi của Ông/Bà.", "This happens often. You did nothing wrong.")
_SCAN_ON = Text("Xong rồi, chụp tiếp", "Done, go on scanning")
_CANNOT = Text("Làm không được", "I cannot")
_OPEN = ("lid", Text("Mở nắp máy chụp bên phải màn hình", "Open the scanner's lid, right of the screen"))
_PULL = ("pull", Text("Kéo tờ giấy ra nhẹ tay, rồi đậy nắp lại", "Pull the sheet out gently, then close the lid"))
_ON_TOP = (
    "feed",
    Text(
        "Để tờ đó lại vô khe, nằm trên hết",
        "Put that sheet back in the slot, on top",
        "Để tờ đó lại vào khe, nằm trên cùng",
    ),
)
_ON_TOP_BACK_UP = (
    "feed",
    Text(
        "Để tờ đó nằm trên hết trong khe, mặt sau quay lên",
        "Put that sheet on top in the slot, its back facing up",
        "Để tờ đó nằm trên cùng trong khe, mặt sau quay lên",
    ),
)
_CLOSE = ("lid", Text("Đậy nắp máy chụp lại, nghe cái tách", "Close the lid until it clicks"))
_FAN = ("sheet", Text("Lấy giấy ra, tách rời từng tờ", "Take the sheets out and separate them"))
_FEED = (
    "feed",
    Text(
        "Để lại vô khe, mặt có chữ quay lên",
        "Put them back in the slot, text side up",
        "Để lại vào khe, mặt có chữ quay lên",
    ),
)
_FEED_REST = (
    "feed",
    Text("Để những tờ chưa chụp vô khe", "Put the sheets not scanned yet in the slot", "Để những tờ chưa chụp vào khe"),
)
_FEED_BACKS = (
    "feed",
    Text(
        "Để những tờ chưa chụp vô khe, mặt sau quay lên",
        "Put the sheets not scanned yet in the slot, backs facing up",
        "Để những tờ chưa chụp vào khe, mặt sau quay lên",
    ),
)
_STRAIGHT = ("sheet", Text("Vuốt giấy cho thẳng, xếp ngay ngắn", "Smooth the paper and align the edges"))
_OF_BACKS = {_FEED: _FEED_BACKS, _FEED_REST: _FEED_BACKS, _ON_TOP: _ON_TOP_BACK_UP}
_FAULTS = {
    ScanStatus.JAMMED: _Fault(
        Text("Giấy bị kẹt trong máy chụp", "The paper is stuck in the scanner"),
        _NOT_YOU,
        (_OPEN, _PULL, _ON_TOP),
        Text("Đã lấy ra, chụp tiếp", "It is out, go on"),
        Text("Lấy không được", "I cannot"),
    ),
    ScanStatus.EMPTY: _Fault(
        Text("Chưa thấy giấy trong khe", "No paper in the slot"),
        Text(
            "Giấy phải chạm tới đáy khe thì máy mới thấy.", "The machine sees the paper only when it touches the end."
        ),
        (
            _STRAIGHT,
            (
                "feed",
                Text(
                    "Đẩy giấy vô khe tới khi chạm",
                    "Push it into the slot until it stops",
                    "Đẩy giấy vào khe tới khi chạm",
                ),
            ),
        ),
        Text("Đã để giấy, chụp tiếp", "Paper is in, go on"),
        Text("Thôi, chưa chụp", "Not now"),
    ),
    ScanStatus.COVER_OPEN: _Fault(
        Text("Nắp máy chụp đang mở", "The scanner's lid is open"),
        Text("Đậy nắp lại là chụp tiếp được.", "Close it and scanning can go on."),
        (_CLOSE, _FEED_REST),
        Text("Đã đậy nắp, chụp tiếp", "Lid is closed, go on"),
        _CANNOT,
    ),
    ScanStatus.DOUBLE_FEED: _Fault(
        Text("Hai tờ giấy dính vào nhau", "Two sheets went in together"),
        Text("Máy dừng lại để không sót tờ nào.", "The machine stopped so that no sheet is missed."),
        (_FAN, _FEED),
        _SCAN_ON,
        _CANNOT,
    ),
    ScanStatus.INCOMPLETE: _Fault(
        Text("Có tờ chụp chưa trọn", "One sheet was not scanned fully"),
        Text("Máy không chắc đã chụp đủ, nên hỏi lại.", "The machine is not sure that all is there."),
        (_STRAIGHT, _FEED_REST),
        _SCAN_ON,
        _CANNOT,
    ),
    ScanStatus.TIMEOUT: _Fault(
        Text("Máy chụp trả lời chậm quá", "The scanner does not answer"),
        _NOT_YOU,
        (_STRAIGHT, _FEED_REST),
        Text("Chụp tiếp", "Go on scanning"),
        Text("Thôi, chưa chụp", "Not now"),
    ),
    ScanStatus.FAILED: _Fault(
        Text("Máy chụp đang trục trặc", "The scanner has a problem"),
        _NOT_YOU,
        (
            (
                "feed",
                Text(
                    "Để lại giấy vô khe rồi thử lần nữa",
                    "Put the paper back and try once more",
                    "Để lại giấy vào khe rồi thử lần nữa",
                ),
            ),
        ),
        Text("Thử lại", "Try again"),
        Text("Thôi, chưa chụp", "Not now"),
    ),
}


def _safe(pages: int) -> Text:
    if pages == 0:
        return Text("Câu trả lời của Ông/Bà còn nguyên.", "Your answers are all still here.")
    sides = "side" if pages == 1 else "sides"
    return Text(
        f"Câu trả lời và {pages} mặt giấy đã chụp còn nguyên.", f"Your answers and {pages} scanned {sides} are safe."
    )


def _steps(fault: _Fault, *, backs: bool) -> tuple[tuple[str, Text], ...]:
    """Return what to do; of a stack that was turned over it is the backs that face up."""
    return tuple(_OF_BACKS.get(step, step) if backs else step for step in fault.steps)


def derive_scan_fault(screen: ScanFault, language: Language, place: Place) -> ScanFaultProps:
    """Derive the page for one way in which a scan can stop; what has no page of its own is a failure."""
    fault = _FAULTS.get(screen.status, _FAULTS[ScanStatus.FAILED])
    steps = _steps(fault, backs=screen.backs)
    count = len(steps)
    head = Text(f"Ông/Bà làm {count} việc này", "Please do this" if count == 1 else f"Please do these {count} things")
    return ScanFaultProps(
        title=fault.title.of(language),
        hint=fault.hint.of(language),
        safe=_safe(len(screen.pages)).of(language),
        steps_head=head.of(language),
        steps=tuple(StepProps(icon, text.of(language)) for icon, text in steps),
        helper=Text(f"{place.helper.vi}, hoặc gọi {place.hotline}.", f"{place.helper.en}, or call {place.hotline}.").of(
            language
        ),
        resume_text=fault.resume.of(language),
        give_up_text=fault.give_up.of(language),
    )


class ScanFaultModel(ScreenModel, props=ScanFaultProps):
    """One fault."""

    def derive(self, screen: ScanFault, language: Language) -> ScanFaultProps:
        """Derive the page."""
        return derive_scan_fault(screen, language, self.place)

    @Slot()
    def resume(self) -> None:
        """Go on scanning."""
        self.actions.resume_scan()

    @Slot()
    def giveUp(self) -> None:  # noqa: N802 - QML's spelling
        """Leave the scanner alone."""
        self.actions.leave_fault()
