"""A scanner that reads one side: how to turn the stack over for its backs, and what to do when their number is odd."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session.screens import TurnStack
from ui.viewmodels.scan_fault import StepProps
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class TurnStackProps:
    """``doubt`` and ``why`` are empty unless the number of backs is odd; the last two are the words on the buttons."""

    question: str = ""
    hint: str = ""
    doubt: str = ""
    why: str = ""
    steps: tuple[StepProps, ...] = ()
    backs: int = 0
    next_text: str = ""
    leave_text: str = ""


Step = tuple[str, Text]


@dataclass(frozen=True, slots=True)
class _Case:
    question: Text
    hint: Text
    steps: tuple[Step, ...]
    next: Text
    leave: Text
    doubt: Text = NO_TEXT
    why: Text = NO_TEXT


_STACK: tuple[Step, ...] = (
    (
        "stack",
        Text("Cầm hết xấp giấy vừa chạy ra, giữ nguyên thứ tự", "Take the whole stack that came out, in its order"),
    ),
    ("turn-over", Text("Lật cả xấp, cho mặt sau quay lên", "Turn the stack, so that the backs face up")),
)
_SHEET: tuple[Step, ...] = (
    ("one-side", Text("Cầm tờ giấy vừa chạy ra", "Take the sheet that came out")),
    ("turn-over", Text("Lật lại, cho mặt sau quay lên", "Turn it, so that the back faces up")),
)
_FEED: Step = (
    "feed",
    Text(
        "Để lại vô khe, rồi bấm nút vàng",
        "Put it in the slot, then press the gold button",
        "Để lại vào khe, rồi bấm nút vàng",
    ),
)
_FAN: Step = (
    "sheet",
    Text("Lấy giấy ra, tách rời từng tờ, giữ nguyên thứ tự", "Take the sheets out, separate them, keep their order"),
)
_BACKS_UP: Step = (
    "feed",
    Text(
        "Để lại vô khe, mặt sau quay lên",
        "Put them back in the slot, backs facing up",
        "Để lại vào khe, mặt sau quay lên",
    ),
)
_REST: Step = (
    "feed",
    Text(
        "Để những tờ chưa chụp vô khe, mặt sau quay lên",
        "Put the sheets not scanned yet in the slot, backs facing up",
        "Để những tờ chưa chụp vào khe, mặt sau quay lên",
    ),
)

_BACKS = Text("Chụp mặt sau", "Scan the backs")
_BACK = Text("Chụp mặt sau", "Scan the back")
_AGAIN = Text("Chụp lại mặt sau", "Scan the backs again")
_ON = Text("Chụp tiếp mặt sau", "Go on with the backs")
_KEEP = Text("Giữ như vầy, coi lại", "Keep these, have a look", "Giữ như thế này, xem lại")
_ALL_EMPTY = Text("Mặt sau để trống hết", "All backs are blank")
_EMPTY = Text("Mặt sau để trống", "The back is blank")
_SAFE = Text("Mấy mặt đã chụp còn nguyên trong máy.", "All sides that were scanned are still here.")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _count(screen: TurnStack, but: str) -> Text:
    fronts, backs = screen.fronts, screen.backs
    return Text(
        f"{fronts} mặt trước, {but} {backs} mặt sau",
        f"{_counted(fronts, 'front')}, but {_counted(backs, 'back')}",
    )


def _first_time(fronts: int) -> _Case:
    hint = Text(
        f"Máy này chụp từng mặt. Đã giữ {fronts} mặt trước.",
        f"It scans one side at a time. {_counted(fronts, 'front')} kept.",
    )
    if fronts == 1:
        question = Text("Lật tờ giấy lại, chụp mặt sau", "Turn the sheet over to scan its back")
        return _Case(question, hint, (*_SHEET, _FEED), _BACK, _EMPTY)
    question = Text("Lật xấp giấy lại, chụp mặt sau", "Turn the stack over to scan the backs")
    return _Case(question, hint, (*_STACK, _FEED), _BACKS, _ALL_EMPTY)


def _not_turned(screen: TurnStack) -> _Case:
    return _Case(
        question=Text("Hình như giấy chưa lật", "The paper does not seem to be turned"),
        hint=Text(
            "Mặt sau giống hệt mặt trước. Mấy mặt đã chụp còn nguyên.",
            "The backs look just like the fronts. All sides are still here.",
        ),
        steps=(*(_SHEET if screen.fronts == 1 else _STACK), _FEED),
        next=_AGAIN,
        leave=_KEEP,
    )


def _fewer(screen: TurnStack) -> _Case:
    return _Case(
        question=Text("Còn thiếu mặt sau", "Some backs are missing"),
        hint=_SAFE,
        steps=(_FAN, _BACKS_UP),
        next=_AGAIN,
        leave=_KEEP,
        doubt=_count(screen, "mới có"),
        why=Text(
            "Có khi hai tờ dính nhau chạy chung. Chụp lại mặt sau cho chắc.",
            "Two sheets may have gone in together. Better scan the backs again.",
        ),
    )


def _more(screen: TurnStack) -> _Case:
    return _Case(
        question=Text("Mặt sau bị dư", "There are too many backs", "Mặt sau bị thừa"),
        hint=_SAFE,
        steps=(_FAN, _BACKS_UP),
        next=_AGAIN,
        leave=_KEEP,
        doubt=_count(screen, "mà tới"),
        why=Text(
            "Có khi lẫn tờ khác, hay một tờ chạy hai lần. Chụp lại mặt sau cho chắc.",
            "Another sheet may be among them, or one went through twice. Better scan the backs again.",
        ),
    )


def _stopped(screen: TurnStack) -> _Case:
    return _Case(
        question=Text("Mặt sau chưa chụp hết", "Some backs are still to come"),
        hint=_SAFE,
        steps=(_REST,),
        next=_ON,
        leave=_KEEP,
        doubt=_count(screen, "mới có"),
        why=Text("Chụp tiếp những tờ còn lại.", "Go on with the sheets that are left."),
    )


def _case_of(screen: TurnStack) -> _Case:
    if screen.same:
        return _not_turned(screen)
    if screen.backs > screen.fronts:
        return _more(screen)
    if screen.backs == 0:
        return _first_time(screen.fronts)
    return _fewer(screen) if screen.ended else _stopped(screen)


def derive_turn_stack(screen: TurnStack, language: Language) -> TurnStackProps:
    """Derive what to do with the stack, and what is odd about its backs."""
    case = _case_of(screen)
    return TurnStackProps(
        question=case.question.of(language),
        hint=case.hint.of(language),
        doubt=case.doubt.of(language),
        why=case.why.of(language),
        steps=tuple(StepProps(icon, text.of(language)) for icon, text in case.steps),
        backs=screen.backs,
        next_text=case.next.of(language),
        leave_text=case.leave.of(language),
    )


class TurnStackModel(ScreenModel, props=TurnStackProps):
    """The stack is to be turned over."""

    def derive(self, screen: TurnStack, language: Language) -> TurnStackProps:
        """Derive the page."""
        return derive_turn_stack(screen, language)

    @Slot()
    def scan(self) -> None:
        """Scan the backs."""
        self.actions.scan_backs()

    @Slot()
    def leaveBacks(self) -> None:  # noqa: N802 - QML's spelling
        """Go on without backs, or with those that came."""
        self.actions.leave_backs()
