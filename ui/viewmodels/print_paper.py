"""A paper on A4: pages and price before, then how the printing stands, and what to do when it stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import Slot

from kiosk.domain.printout import (
    JobTrouble,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutKind,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
)
from kiosk.domain.printout_words import printout_words, reason_words
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session.screens import PrintPaper, PrintStage
from ui.viewmodels.foreign import LONGEST_NAME, shortened
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class NoteProps:
    """Something to read: its tint and pictogram, a bold head, and a sentence."""

    tone: str
    icon: str
    head: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class PrintPaperProps:
    """``head`` is the one thing to read, large under its pictogram; ``price`` stands below before it is printed.

    In trouble there are ``notes`` above it.
    ``next_text`` is on the gold button, empty for none; ``note`` stands in its place. ``personal``: the hint tells
    something of the citizen.
    """

    question: str = ""
    hint: str = ""
    trouble: bool = False
    icon: str = "printer"
    head: str = ""
    body: str = ""
    price: str = ""
    price_note: str = ""
    notes: tuple[NoteProps, ...] = ()
    back_text: str = ""
    back_icon: str = "arrow-left"
    next_text: str = ""
    next_icon: str = "printer"
    note: str = ""
    printed: bool = False
    personal: bool = False


_MAKING = Text("Đang soạn giấy để in", "Making the paper")
_FETCHING = Text("Đang lấy kết quả từ Cổng", "Fetching the result from the portal")
_READY = {
    PrintoutKind.FORM: Text("In tờ khai trống ra giấy", "Print the blank form"),
    PrintoutKind.FILLED_FORM: Text("In tờ khai đã điền ra giấy", "Print the filled form"),
    PrintoutKind.GUIDE: Text("In hướng dẫn ra giấy", "Print the guide"),
    PrintoutKind.QR_BOARD: Text("In bảng mã QR ra giấy", "Print the QR codes"),
    PrintoutKind.RECEIPT: Text("In phiếu ra giấy A4", "Print the slip on A4"),
    PrintoutKind.RESULT: Text("In kết quả ra giấy", "Print the result"),
}
_USE = {
    PrintoutKind.FORM: Text("Đem về viết tay, rồi nộp ở quầy.", "Fill it in by hand, then hand it in at the desk."),
    PrintoutKind.FILLED_FORM: Text("Để đọc lại, hoặc ký tay.", "To read it again, or to sign it by hand."),
    PrintoutKind.GUIDE: Text("Có ô để đánh dấu giấy tờ đã có.", "With boxes to tick off what you have."),
    PrintoutKind.QR_BOARD: Text("Ở nhà chụp mã lúc nào cũng được.", "To scan at home at any time."),
    PrintoutKind.RECEIPT: Text(
        "Giữ phiếu để coi hồ sơ.", "Keep it to look your dossier up.", "Giữ phiếu để xem hồ sơ."
    ),
    PrintoutKind.RESULT: Text("Bản điện tử vẫn nằm trên Cổng.", "The electronic one stays with the portal."),
}
_PRINTING = Text("Đang in", "It is being printed")
_STOPPING = Text("Đang ngừng in", "The printer is stopping")
_PRINTED = Text("Đã in xong", "It has been printed")
_CANCELLED = Text("Đã ngừng in", "Printing was stopped")
_REFUSED = Text("Chưa in được", "It cannot be printed now")
_FAILED = Text("In dở dang", "It was only partly printed")
_UNSURE = Text("Không chắc đã in đủ", "It may not have come out whole")

_FREE = Text("Không tốn tiền", "Nothing")
_AT_DESK = Text("Đóng ở quầy.", "Pay at the desk.")
_WAIT = Text("Đang in, xin chờ.", "Printing, please wait.")
_MAKES = Text("Máy đang soạn, xin chờ.", "The machine is making it.")
_FETCHES = Text("Máy đang lấy, xin chờ.", "The machine is fetching it.")
_SHORTLY = Text("Ông/Bà chờ chút", "Please wait a moment")
_STOPS = Text("Đang ngừng, xin chờ.", "Stopping, please wait.")
_BESIDE = Text("Giấy ra ở máy in A4 kế bên.", "The paper comes out of the A4 printer beside this machine.")
_ITSELF = Text(
    "Sửa được thì máy in tiếp. Lâu quá thì máy tự ngừng.",
    "It goes on once this is put right. If that takes too long, it stops by itself.",
)

_BACK = Text("Quay lại", "Back")
_PRINT = Text("In ra giấy", "Print it")
_STOP = Text("Thôi, đừng in", "Stop printing")
_LEAVE = Text("Thôi, không in", "Do not print")
_AGAIN = Text("In lại", "Print again")
_TRY = Text("Thử lại", "Try again")
_TAKEN = Text("Tôi đã lấy giấy", "I have taken it")


def _pages(pages: int) -> Text:
    return Text(f"{pages} trang A4", f"{pages} {'page' if pages == 1 else 'pages'} on A4")


def _out(screen: PrintPaper) -> Text:
    if screen.out == 0:
        return _pages(screen.pages)
    return Text(f"Đã ra {screen.out}/{screen.pages} trang", f"{screen.out} of {screen.pages} pages are out")


def derive_print_paper(screen: PrintPaper, language: Language) -> PrintPaperProps:
    """Derive the page of each stage."""
    props = _derive_stage(screen, language)
    return replace(props, personal=True) if screen.kind is PrintoutKind.RESULT else props


def _derive_stage(screen: PrintPaper, language: Language) -> PrintPaperProps:
    name = shortened(screen.name.of(language), LONGEST_NAME)
    match screen.stage:
        case PrintStage.MAKING:
            fetches = screen.kind is PrintoutKind.RESULT
            return PrintPaperProps(
                question=(_FETCHING if fetches else _MAKING).of(language),
                hint=name,
                icon="portal" if fetches else "pen",
                head=_SHORTLY.of(language),
                back_text=_BACK.of(language),
                note=(_FETCHES if fetches else _MAKES).of(language),
            )
        case PrintStage.READY:
            return _ready(screen, language)
        case PrintStage.PRINTING | PrintStage.STOPPING:
            return _under_way(screen, language)
        case PrintStage.ENDED:
            return _ended(screen.outcome, name, language)
        case _:
            assert_never(screen.stage)


def _ready(screen: PrintPaper, language: Language) -> PrintPaperProps:
    price = Text(f"{screen.price} đồng", f"{screen.price} dong") if screen.price.amount else _FREE
    return PrintPaperProps(
        question=_READY.get(screen.kind, _PRINT).of(language),
        hint=shortened(screen.name.of(language), LONGEST_NAME),
        icon="qr" if screen.kind is PrintoutKind.QR_BOARD else "sheet",
        head=_pages(screen.pages).of(language),
        body=_USE.get(screen.kind, NO_TEXT).of(language),
        price=price.of(language),
        price_note=_AT_DESK.of(language) if screen.price.amount else "",
        back_text=_BACK.of(language),
        next_text=_PRINT.of(language),
    )


def _under_way(screen: PrintPaper, language: Language) -> PrintPaperProps:
    stopping = screen.stage is PrintStage.STOPPING
    trouble = not screen.condition.prints
    words = NoteProps("warn", "warning", reason_words(screen.condition).of(language), _ITSELF.of(language))
    return PrintPaperProps(
        question=(_STOPPING if stopping else _PRINTING).of(language),
        hint=screen.name.of(language),
        trouble=trouble,
        head=_out(screen).of(language),
        body=_BESIDE.of(language),
        notes=(words,) if trouble else (),
        back_text="" if stopping else _STOP.of(language),
        back_icon="close",
        note=(_STOPS if stopping else _WAIT).of(language),
    )


def _ended(outcome: PrintoutOutcome | None, name: str, language: Language) -> PrintPaperProps:
    if outcome is None:
        return PrintPaperProps()
    words = printout_words(outcome)
    happened, now = words.happened.of(language), words.now.of(language)
    if isinstance(outcome, PrintoutPrinted):
        return PrintPaperProps(
            question=_PRINTED.of(language),
            hint=name,
            head=now,
            body=happened,
            next_text=_TAKEN.of(language),
            next_icon="check",
            printed=True,
        )
    fetched = outcome != PrintoutRefused(JobTrouble.NOT_FETCHED)
    notes = [
        NoteProps("warn", "printer" if fetched else "portal", happened, now),
        NoteProps("ok", "shield", words.data.of(language)),
    ]
    if words.who is not NO_TEXT:
        notes.append(NoteProps("info", "person", words.who.of(language)))
    return PrintPaperProps(
        question=_question(outcome).of(language),
        trouble=True,
        notes=tuple(notes),
        back_text=_LEAVE.of(language),
        next_text=(_AGAIN if fetched else _TRY).of(language),
        next_icon="again",
    )


def _question(outcome: PrintoutCancelled | PrintoutRefused | PrintoutFailed | PrintoutUnconfirmed) -> Text:
    match outcome:
        case PrintoutCancelled():
            return _CANCELLED
        case PrintoutRefused():
            return _REFUSED
        case PrintoutFailed():
            return _FAILED
        case PrintoutUnconfirmed():
            return _UNSURE


class PrintPaperModel(ScreenModel, props=PrintPaperProps):
    """A paper on A4."""

    def derive(self, screen: PrintPaper, language: Language) -> PrintPaperProps:
        """Derive the page."""
        return derive_print_paper(screen, language)

    @Slot()
    def print(self) -> None:
        """Print it, or print it again."""
        self.actions.start_printing()
