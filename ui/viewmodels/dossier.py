"""How the dossier of a slip stands, and what to do when nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Slot

from kiosk.domain.money import Dong
from kiosk.domain.outbox import DeliveryStatus, ItemState
from kiosk.domain.place import Place
from kiosk.domain.portal import DossierStanding
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session.screens import DossierFound, NoAnswer, NoDossier
from ui.viewmodels.foreign import LONGEST_NAME, parts_of, shortened
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a state: its tint, its pictogram, a head, and what there is to do."""

    tone: str
    icon: str
    head: Text
    body: Text


_NOTHING_TO_DO = Text("Ông/Bà chưa cần làm gì thêm.", "There is nothing for you to do now.")
_ASK_WHY = Text("Chưa rõ lý do thì hỏi ở quầy.", "If the reason is not clear, ask at the desk.")
_STATUSES = {
    1: Told(
        "info",
        "clock",
        Text("Đã gửi, chờ cán bộ coi", "Sent, waiting for an officer", "Đã gửi, chờ cán bộ xem"),
        _NOTHING_TO_DO,
    ),
    2: Told("info", "check", Text("Cán bộ đã nhận hồ sơ", "An officer has accepted it"), _NOTHING_TO_DO),
    3: Told("bad", "close", Text("Hồ sơ không được nhận", "It was not accepted"), _ASK_WHY),
    4: Told("info", "pen", Text("Cán bộ đang làm", "It is being worked on"), _NOTHING_TO_DO),
    5: Told(
        "warn",
        "sheet",
        Text("Cần thêm giấy tờ", "More papers are needed"),
        Text("Ông/Bà mang giấy còn thiếu ra quầy.", "Please bring what is missing to the desk."),
    ),
    6: Told(
        "warn",
        "banknote",
        Text("Cần đóng tiền", "A fee is due"),
        Text("Ông/Bà đóng tiền ở quầy, xong cán bộ làm tiếp.", "Please pay at the desk; then work goes on."),
    ),
    7: Told(
        "teal",
        "leave",
        Text("Đã xin rút hồ sơ", "It was withdrawn"),
        Text("Muốn nộp lại thì hỏi ở quầy.", "To file it again, ask at the desk."),
    ),
    8: Told("bad", "close", Text("Hồ sơ đã dừng", "It was stopped"), _ASK_WHY),
    9: Told("ok", "certificate", Text("Có kết quả rồi", "The result is there"), NO_TEXT),
    10: Told("ok", "check", Text("Đã trả kết quả", "The result was handed out"), NO_TEXT),
}
"""The portal's ten (DOMAIN 2.5), in the words of DOMAIN 5.2."""

_DONE = 9
_LONGEST_LINE = 160
_UNDER_WAY = {1, 2, 4, 5, 6}

_WAITS = Told(
    "info",
    "save",
    Text("Đã lưu tại máy, chờ gửi", "Saved here, waiting to be sent"),
    Text(
        "Có mạng máy tự gửi. Ông/Bà không phải nộp lại.", "It is sent as soon as the line is up. Do not file it again."
    ),
)
_SET_ASIDE = Told(
    "warn",
    "warning",
    Text("Còn ở máy, chưa gửi được", "Still here, it could not be sent"),
    Text(
        "Hồ sơ không mất. Ông/Bà đưa phiếu này cho người ở quầy coi giúp.",
        "Nothing is lost. Please show this slip at the desk.",
        "Hồ sơ không mất. Ông/Bà đưa phiếu này cho người ở quầy xem giúp.",
    ),
)
_PRINT_HERE = Text(
    "Bấm vô tên kết quả để in ra giấy.", "Press a result to print it.", "Bấm vào tên kết quả để in ra giấy."
)
_AT_DESK = Text("Ông/Bà ra quầy nhận kết quả.", "Please collect it at the desk.")
_AT_PLACE = Text("Ông/Bà nhận kết quả ở nơi ghi bên dưới.", "Please collect it at the place below.")
_SINCE = Text("Từ ngày {:%d/%m/%Y}.", "Since {:%d/%m/%Y}.")
_CODE = Text("Mã hồ sơ", "Dossier code")
_TEMPORARY = Text("Mã tạm tại máy", "Temporary code of this machine")
_DUE = Text("Hẹn trả kết quả", "The result is due")
_FEE = Text("Tiền phải đóng", "To be paid")
_PICKUP = Text("Nhận kết quả ở", "Collect the result at")
_OFFICER = Text("Cán bộ nhắn", "The officer writes")
_MISSING = Text("Giấy còn thiếu", "What is missing")
_PRINT = Text("Bấm để in ra giấy", "Press to print it")
_PRINTED = Text("Đã in. Bấm để in lại", "Printed. Press to print it again")
_RESULT = Text("Kết quả điện tử, in ở quầy", "Electronic result, printed at the desk")


@dataclass(frozen=True, slots=True)
class DossierFact:
    """One line to read."""

    icon: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ResultKey:
    """A result that can be printed. The first that has not come out yet is the thing to press."""

    document_id: str
    title: str
    line: str
    printed: bool
    next: bool


@dataclass(frozen=True, slots=True)
class DossierFoundProps:
    """``tone icon head body`` say how it stands, ``waiting`` that it has yet to be sent; ``results`` can be pressed."""

    name: str = ""
    tone: str = "info"
    icon: str = "clock"
    head: str = ""
    body: str = ""
    results: tuple[ResultKey, ...] = ()
    facts: tuple[DossierFact, ...] = ()
    waiting: bool = False
    slip: bool = False


def derive_dossier(screen: DossierFound, language: Language, now: datetime) -> DossierFoundProps:
    """Derive the page; moments are told in the time zone of ``now``."""
    dossier = screen.dossier
    if isinstance(dossier, DeliveryStatus):
        told = _SET_ASIDE if dossier.state is ItemState.SET_ASIDE else _WAITS
        facts = (DossierFact("slip", _TEMPORARY.of(language), dossier.reference_code),)
        head, body, waiting = told.head.of(language), told.body.of(language), told is _WAITS
        return DossierFoundProps("", told.tone, told.icon, head, body, (), facts, waiting, screen.slip)
    told = _STATUSES[dossier.status]
    return DossierFoundProps(
        name=shortened(dossier.procedure_name, LONGEST_NAME),
        slip=screen.slip,
        tone=told.tone,
        icon=told.icon,
        head=told.head.of(language),
        body=_body(dossier, told, screen, language, now),
        results=tuple(_results(dossier, screen, language)) if screen.can_print else (),
        facts=tuple(_facts(dossier, screen, language, now)),
    )


def _body(dossier: DossierStanding, told: Told, screen: DossierFound, language: Language, now: datetime) -> str:
    since = "" if dossier.status_at is None else _SINCE.of(language).format(dossier.status_at.astimezone(now.tzinfo))
    to_do = told.body
    if dossier.status == _DONE:
        to_do = _PRINT_HERE if dossier.results and screen.can_print else _AT_PLACE if dossier.pickup else _AT_DESK
    return "\n".join(part for part in (to_do.of(language), since) if part)


def _results(dossier: DossierStanding, screen: DossierFound, language: Language) -> list[ResultKey]:
    left = [one.document_id for one in dossier.results if one.document_id not in screen.printed]
    return [
        ResultKey(
            one.document_id,
            shortened(one.title, LONGEST_NAME),
            (_PRINTED if one.document_id in screen.printed else _PRINT).of(language),
            printed=one.document_id in screen.printed,
            next=one.document_id in left[:1],
        )
        for one in dossier.results
    ]


def _facts(dossier: DossierStanding, screen: DossierFound, language: Language, now: datetime) -> list[DossierFact]:
    facts: list[DossierFact] = []
    facts += _written("person", _OFFICER.of(language), [dossier.officer_message or ""])
    facts += _written("sheet", _MISSING.of(language), [one.reason or one.component for one in dossier.missing])
    if dossier.fee_due:
        fee = Text(f"{Dong(dossier.fee_due)} đồng", f"{Dong(dossier.fee_due)} dong")
        facts.append(DossierFact("banknote", _FEE.of(language), fee.of(language)))
    if not screen.can_print:
        facts += _written("certificate", _RESULT.of(language), [one.title for one in dossier.results])
    facts += _written("desk", _PICKUP.of(language), [dossier.pickup or ""])
    if dossier.due_at is not None and dossier.status in _UNDER_WAY:
        facts.append(DossierFact("clock", _DUE.of(language), f"{dossier.due_at.astimezone(now.tzinfo):%d/%m/%Y}"))
    label, code = (_TEMPORARY, dossier.reference_code) if dossier.code is None else (_CODE, dossier.code)
    facts.append(DossierFact("slip", label.of(language), code))
    return facts


def _written(icon: str, label: str, texts: Iterable[str]) -> list[DossierFact]:
    """Return what others wrote, line by line under one pictogram, so that a long text can go on over the page."""
    lines = [part for text in texts for part in parts_of(text, _LONGEST_LINE)]
    return [DossierFact("" if number else icon, "" if number else label, line) for number, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class NoDossierProps:
    """What happened, what became of the dossier, what to do now, who can help. ``again``: asking again may help."""

    question: str = ""
    icon: str = "warning"
    head: str = ""
    body: str = ""
    again: bool = False
    helper: str = ""
    slip: bool = False


_NO_ANSWERS = {
    NoAnswer.NOT_KNOWN: (
        Text("Chưa tìm thấy hồ sơ này", "This dossier was not found"),
        "look-up",
        Text("Mã hồ sơ hoặc mã bí mật chưa khớp", "The code or the secret does not match"),
        Text("So lại với phiếu rồi gõ lại từng chữ.", "Compare it with your slip and type it again."),
    ),
    NoAnswer.NOT_THERE: (
        Text("Cổng chưa có hồ sơ này", "The portal does not have this dossier"),
        "look-up",
        Text("Mã bí mật chưa khớp, hoặc hồ sơ chưa tới Cổng", "Another secret, or it has not reached the portal yet"),
        Text(
            "So lại mã bí mật với phiếu. Phiếu ghi “chờ gửi” thì hồ sơ còn ở máy đã nộp: hỏi ở quầy đó.",
            "Compare the secret with your slip. If it says “waiting”, the dossier is still where you filed it: "
            "ask at that desk.",
        ),
    ),
    NoAnswer.NO_LINE: (
        Text("Máy chưa hỏi được Cổng", "The portal could not be asked"),
        "wifi-off",
        Text("Mạng đang yếu, hoặc Cổng đang bận", "The line is weak, or the portal is busy"),
        Text("Bấm “Thử lại”, hoặc lát nữa Ông/Bà quay lại.", "Press “Try again”, or come back later."),
    ),
    NoAnswer.TOO_OFTEN: (
        Text("Cổng yêu cầu chờ một chút", "The portal asks you to wait"),
        "clock",
        Text("Cổng đang nhận nhiều câu hỏi quá", "The portal is asked too much"),
        Text("Chờ vài phút rồi bấm “Thử lại”.", "Wait a few minutes, then press “Try again”."),
    ),
    NoAnswer.TROUBLE: (
        Text("Máy này chưa hỏi được Cổng", "This machine cannot ask the portal"),
        "warning",
        Text("Máy cần người coi lại", "The machine needs somebody to see to it", "Máy cần người xem lại"),
        Text("Ông/Bà hỏi hồ sơ ở quầy giúp.", "Please ask about your dossier at the desk."),
    ),
}


def derive_no_dossier(screen: NoDossier, language: Language, place: Place) -> NoDossierProps:
    """Derive the reason in plain words."""
    question, icon, head, body = _NO_ANSWERS[screen.why]
    helper = Text(f"{place.helper.vi}, hoặc gọi {place.hotline}.", f"{place.helper.en}, or call {place.hotline}.")
    return NoDossierProps(
        question.of(language),
        icon,
        head.of(language),
        body.of(language),
        again=screen.why not in {NoAnswer.NOT_KNOWN, NoAnswer.NOT_THERE},
        helper=helper.of(language),
        slip=screen.slip,
    )


class LookingUpModel(ScreenModel):
    """The portal is being asked."""


class DossierFoundModel(ScreenModel, props=DossierFoundProps):
    """How a dossier stands."""

    def derive(self, screen: DossierFound, language: Language) -> DossierFoundProps:
        """Derive the page."""
        return derive_dossier(screen, language, self.around.now())

    @Slot(str)
    def printResult(self, document_id: str) -> None:  # noqa: N802 - QML's spelling
        """Have one of the results on paper."""
        self.actions.print_result(document_id)


class NoDossierModel(ScreenModel, props=NoDossierProps):
    """Nothing can be told of it now."""

    def derive(self, screen: NoDossier, language: Language) -> NoDossierProps:
        """Derive the reason."""
        return derive_no_dossier(screen, language, self.place)

    @Slot()
    def askAgain(self) -> None:  # noqa: N802 - QML's spelling
        """Ask once more."""
        self.actions.look_up_again()

    @Slot()
    def typeCode(self) -> None:  # noqa: N802 - QML's spelling
        """Type the code once more."""
        self.actions.type_slip()
