"""Who you are: by card on the scanner or by typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.identity import IdCard, Sex
from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import Language, Text
from kiosk.session.screens import CardRead, CardReady, CodeKind, CodeNote, Identify
from ui.viewmodels.screen import ScreenModel

_UNREADABLE = Text("Máy chưa đọc được thẻ", "The card could not be read")
_UNREADABLE_HOW = Text(
    "Để lại cho ngay ngắn, mặt có hình vuông chấm đen quay lên, rồi chụp lại.",
    "Lay it straight with the black-and-white square facing up, and try again.",
)
_TWO_CARDS = Text("Máy thấy hai thẻ", "The machine sees two cards")
_TWO_CARDS_HOW = Text("Ông/Bà để một thẻ thôi, rồi chụp lại.", "Please leave one card only, and try again.")
_STOPPED = Text("Máy chụp bị dừng", "The scanner stopped")
_STOPPED_HOW = Text("Để lại thẻ rồi chụp lại, hoặc tự điền.", "Place the card again and retry, or type instead.")
LID_OPEN = (
    Text("Nắp máy chụp chưa đậy", "The scanner's lid is open"),
    Text("Đậy nắp lại rồi chụp lại.", "Close the lid and try again."),
)
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
    ScanStatus.COVER_OPEN: LID_OPEN,
}
_NOTES = {
    CodeKind.TWO_CARDS: (
        _TWO_CARDS,
        Text("Ông/Bà đưa một thẻ thôi, rồi đọc lại.", "Please hold one card only, and try again."),
    ),
    CodeKind.ADDRESS: (
        Text("Mã này dẫn tới một trang mạng", "This code leads to a web page"),
        Text(
            "Máy không mở, cũng không giữ lại. Ông/Bà đưa mã trên thẻ căn cước, hoặc tự điền.",
            "The machine neither opens nor keeps it. Please hold the code of your ID card, or type.",
        ),
    ),
    CodeKind.OTHER: (
        Text("Mã này không phải của thẻ căn cước", "This is not the code of an ID card"),
        Text(
            "Máy không giữ lại. Ông/Bà đưa thẻ căn cước, hoặc tự điền. Chưa rõ thì bấm Kêu người giúp.",
            "The machine keeps nothing of it. Please hold your ID card, or type. If unsure, press Call for help.",
            "Máy không giữ lại. Ông/Bà đưa thẻ căn cước, hoặc tự điền. Chưa rõ thì bấm Gọi người giúp.",
        ),
    ),
    CodeKind.UNCLEAR: (
        Text("Máy đọc chưa trọn mã", "The code was not read in full"),
        Text(
            "Đưa thẻ lại gần, giữ yên tới khi nghe tiếng bíp. Không được thì chụp thẻ hoặc tự điền.",
            "Hold the card close and still until it beeps. If that fails, scan the card or type.",
        ),
    ),
}


def _note(note: CodeNote) -> tuple[Text, Text]:
    """Say what was held to the reader, what becomes of it, and what to do."""
    if note.kind is not CodeKind.SLIP:
        return _NOTES[note.kind]
    head = Text("Đây là mã trên phiếu hồ sơ", "This is the code on a slip")
    code = note.code.replace("-", "-\u2060")  # a code is not broken into two lines
    body = Text(
        f"Phiếu {code} để theo dõi hồ sơ: quét bằng điện thoại, hoặc hỏi ở quầy. Giờ máy cần mã trên thẻ căn cước.",
        f"Slip {code} is for following a dossier: scan it with a phone, or ask at the desk. "
        "Now the machine needs the code of your ID card.",
    )
    return head, body


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
class IdentifyProps:
    """``problem`` and ``mend`` tell what the reader read last; a slip's code is ``personal``."""

    reader: bool = False
    problem: str = ""
    mend: str = ""
    personal: bool = False


@dataclass(frozen=True, slots=True)
class CardReadyProps:
    """How the last try ended; both are empty on the first. A slip's code is ``personal``."""

    problem: str = ""
    mend: str = ""
    personal: bool = False


@dataclass(frozen=True, slots=True)
class CardReadProps:
    """What the card says; the number shows its last four digits only. ``nameless``: the reader typed it."""

    lines: tuple[Line, ...] = ()
    nameless: bool = False


def derive_identify(screen: Identify, language: Language) -> IdentifyProps:
    """Say which ways there are, and what the reader read in the place of a card."""
    if screen.note is None:
        return IdentifyProps(screen.reader)
    problem, mend = _note(screen.note)
    return IdentifyProps(screen.reader, problem.of(language), mend.of(language), _is_personal(screen.note))


def _is_personal(note: CodeNote) -> bool:
    return note.kind is CodeKind.SLIP


def derive_card_ready(screen: CardReady, language: Language) -> CardReadyProps:
    """Say what went wrong the last time and what mends it."""
    if screen.note is not None:
        problem, mend = _note(screen.note)
        return CardReadyProps(problem.of(language), mend.of(language), _is_personal(screen.note))
    if screen.several:
        return CardReadyProps(_TWO_CARDS.of(language), _TWO_CARDS_HOW.of(language))
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
    lines = tuple(Line(_LABELS[name].of(language), value) for name, value in values.items() if value)
    return CardReadProps(lines, nameless=card.full_name is None)


class IdentifyModel(ScreenModel, props=IdentifyProps):
    """By card, by typing, or with the reader."""

    def derive(self, screen: Identify, language: Language) -> IdentifyProps:
        """Derive the ways and what the reader has read."""
        return derive_identify(screen, language)

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
