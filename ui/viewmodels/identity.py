"""Who you are: by card on the scanner or by typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.identity import IdCard, Sex
from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import Language, Text
from kiosk.session.screens import CardRead, CardReady
from ui.viewmodels.screen import ScreenModel

_UNREADABLE = Text("Máy chưa đọc được thẻ", "The card could not be read")
_UNREADABLE_HOW = Text(
    "Để lại cho ngay ngắn, mặt có hình vuông chấm đen quay lên, rồi chụp lại.",
    "Lay it straight with the black-and-white square facing up, and try again.",
)
_STOPPED = Text("Máy chụp bị dừng", "The scanner stopped")
_STOPPED_HOW = Text("Để lại thẻ rồi chụp lại, hoặc tự điền.", "Place the card again and retry, or type instead.")
_PROBLEMS = {
    ScanStatus.EMPTY: (
        Text("Chưa thấy thẻ trong máy chụp", "No card in the scanner"),
        Text(
            "Đẩy nhẹ thẻ vô khe tới khi chạm, rồi chụp lại.",
            "Push the card gently into the slot, then try again.",
            "Đẩy nhẹ thẻ vào khe tới khi chạm, rồi chụp lại.",
        ),
    ),
    ScanStatus.JAMMED: (
        Text("Thẻ bị kẹt trong máy chụp", "The card is stuck"),
        Text("Mở nắp, lấy thẻ ra nhẹ tay, đậy nắp rồi chụp lại.", "Open the lid, take it out gently, close and retry."),
    ),
    ScanStatus.COVER_OPEN: (
        Text("Nắp máy chụp chưa đậy", "The scanner's lid is open"),
        Text("Đậy nắp lại rồi chụp lại.", "Close the lid and try again."),
    ),
}
_LABELS = {
    "full_name": Text("Họ, chữ đệm, tên", "Full name"),
    "id_number": Text("Số căn cước", "ID number"),
    "birth_date": Text("Ngày sinh", "Date of birth"),
    "sex": Text("Giới tính", "Sex"),
    "residence": Text("Nơi thường trú", "Permanent residence"),
}
_SEXES = {Sex.MALE: Text("Nam", "Male"), Sex.FEMALE: Text("Nữ", "Female")}
_SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what the card says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CardReadyProps:
    """How the last try ended; both are empty on the first."""

    problem: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class CardReadProps:
    """What the card says; the number shows its last four digits only."""

    lines: tuple[Line, ...] = ()


def derive_card_ready(screen: CardReady, language: Language) -> CardReadyProps:
    """Say what went wrong the last time and what mends it."""
    if screen.unreadable:
        return CardReadyProps(_UNREADABLE.of(language), _UNREADABLE_HOW.of(language))
    if screen.problem is None:
        return CardReadyProps()
    problem, mend = _PROBLEMS.get(screen.problem, (_STOPPED, _STOPPED_HOW))
    return CardReadyProps(problem.of(language), mend.of(language))


def mask(number: str) -> str:
    """Hide all but the last four digits."""
    return "•" * (len(number) - _SHOWN_DIGITS) + number[-_SHOWN_DIGITS:]


def derive_card_read(card: IdCard, language: Language) -> CardReadProps:
    """List what the card says, leaving out what it does not."""
    values = {
        "full_name": card.full_name,
        "id_number": mask(card.id_number) if card.id_number else None,
        "birth_date": str(card.birth_date) if card.birth_date else None,
        "sex": _SEXES[card.sex].of(language) if card.sex else None,
        "residence": card.residence,
    }
    return CardReadProps(tuple(Line(_LABELS[name].of(language), value) for name, value in values.items() if value))


class IdentifyModel(ScreenModel):
    """By card or by typing."""

    @Slot()
    def readCard(self) -> None:  # noqa: N802 - QML's spelling
        """Go on with the card."""
        self.actions.read_card()

    @Slot()
    def typeIdentity(self) -> None:  # noqa: N802 - QML's spelling
        """Go on with the keyboard."""
        self.actions.type_identity()


class CardReadyModel(ScreenModel, props=CardReadyProps):
    """How to lay the card."""

    def derive(self, screen: CardReady, language: Language) -> CardReadyProps:
        """Derive what the last try has left to say."""
        return derive_card_ready(screen, language)

    @Slot()
    def scan(self) -> None:
        """Read the card now."""
        self.actions.start_card_scan()

    @Slot()
    def typeIdentity(self) -> None:  # noqa: N802 - QML's spelling
        """Give up the card and type."""
        self.actions.type_identity()


class CardScanningModel(ScreenModel):
    """The card is being read."""

    @Slot()
    def stop(self) -> None:
        """Stop reading."""
        self.actions.stop_card_scan()


class CardReadModel(ScreenModel, props=CardReadProps):
    """What the card says, to be confirmed."""

    def derive(self, screen: CardRead, language: Language) -> CardReadProps:
        """Derive the lines."""
        return derive_card_read(screen.card, language)

    @Slot()
    def use(self) -> None:
        """Take these as the applicant's."""
        self.actions.use_card()

    @Slot()
    def typeIdentity(self) -> None:  # noqa: N802 - QML's spelling
        """Do not take them; type."""
        self.actions.type_identity()
