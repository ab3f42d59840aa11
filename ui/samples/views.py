"""One named view for every screen and sheet, and for the variants that look different."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from kiosk.domain.board import Hotline
from kiosk.domain.money import NO_MONEY, Dong
from kiosk.domain.outbox import ItemState, NotStored, NotStoredReason
from kiosk.domain.page import Side
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutKind,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
)
from kiosk.domain.scan import ScanStatus
from kiosk.domain.slip import Printed, PrintFault, Refused, Slip, Unconfirmed
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session import screens
from kiosk.session.enquiry import CODE, SECRET, WRONG_CODE
from kiosk.session.screens import ChangeKind, ChangeTarget, CheckRow, PaperRow, Progress, Screen, Sheet, View
from kiosk.vietnamese.methods import Method
from ui.samples import facts, way_in
from ui.samples.paper import draw_page, sample_pages

_PREPARE = Progress(1, 7, Text("Cần chuẩn bị gì", "What you need"))
_APPLICANT = Progress(2, 7, Text("Người đứng đơn", "The applicant"))
_FORM = Progress(3, 7, Text("Người được cấp giấy", "The person named"))
_PAPERS = Progress(5, 7, Text("Giấy tờ phải nộp", "Your papers"))
_CHECK = Progress(6, 7, Text("Coi lại trước khi gửi", "Check before sending", "Xem lại trước khi gửi"))
_HOTLINES = (Hotline(Text("Cổng dịch vụ công quốc gia", "National public-service portal"), "1800 1096"),)
_FAREWELL = Progress(7, 7, Text("Lấy phiếu và giấy tờ", "Take your slip and papers"))

_RELATION = screens.AskQuestion(_FORM, facts.RELATION, None, required=True)

Named = tuple[str, Screen]
DrawSlip = Callable[[Slip], bytes]


def _rows(*, scanned: int) -> tuple[PaperRow, ...]:
    pages = sample_pages()
    rows = facts.EXTRACT.rows[:3]
    held = (pages[:1], pages[:3], ())[:scanned] + ((),) * (3 - scanned)
    return tuple(
        PaperRow(row, row.component == "giay_khai_sinh", of_row) for row, of_row in zip(rows, held, strict=True)
    )


def _entry() -> Iterator[Named]:
    yield "attract", screens.Attract(way_in.BOARD)
    yield "home", screens.Home(way_in.BOARD, can_practise=True)
    yield "attract-announcement", screens.Attract(way_in.BUSY_BOARD)
    yield "home-announcement", screens.Home(way_in.BUSY_BOARD, can_practise=True)
    yield "attract-no-paper", screens.Attract(way_in.BOARD, PrintFault.PAPER_OUT)
    yield "home-no-paper", screens.Home(way_in.BOARD, can_practise=True, no_slips=PrintFault.PAPER_OUT)
    yield "qr-board", screens.QrBoard(way_in.BOARD)
    yield "qr-board-print", screens.QrBoard(way_in.BOARD, can_print=True)
    yield "qr-board-announcement", screens.QrBoard(way_in.BUSY_BOARD)
    yield "choose-event", screens.ChooseEvent(way_in.EVENTS)
    yield "choose-event-to-know", screens.ChooseEvent(way_in.EVENTS, screens.Errand.GUIDE)
    yield "choose-procedure-of-event", screens.ChooseProcedure((facts.EXTRACT, facts.LICENCE), way_in.EVENTS[3])
    yield "choose-procedure", screens.ChooseProcedure((facts.EXTRACT, facts.DEATH, facts.LICENCE))
    yield "search", screens.Search()
    yield "search-found", screens.Search("TRICH LUC", (facts.EXTRACT, facts.LICENCE, facts.DEATH))
    yield "search-nothing", screens.Search("XYZ")
    yield "guide", screens.Guide(_PREPARE, facts.EXTRACT)
    yield "guide-fee-unpublished", screens.Guide(_PREPARE, facts.DEATH)
    yield "guide-elsewhere", screens.Guide(None, facts.LICENCE)
    yield "guide-print", screens.Guide(_PREPARE, facts.EXTRACT, can_print=True)
    yield from _printing()
    yield from _slip_brought_back()
    yield "notice", screens.Notice(_PREPARE, facts.NOTICE)
    yield "notice-short", screens.Notice(_PREPARE, facts.NOTICE, facts.FULL_NOTICE)
    yield "identify", screens.Identify(_APPLICANT)
    reader = screens.Identify(_APPLICANT, reader=True)
    yield "identify-reader", reader
    for kind in screens.CodeKind:
        code = facts.REFERENCE if kind is screens.CodeKind.SLIP else ""
        yield f"identify-reader-{kind}", replace(reader, note=screens.CodeNote(kind, code))
    yield "card-ready", screens.CardReady(_APPLICANT)
    yield "card-ready-unreadable", screens.CardReady(_APPLICANT, unreadable=True)
    yield "card-ready-several", screens.CardReady(_APPLICANT, several=True)
    yield "card-scanning", screens.CardScanning(_APPLICANT)
    yield "card-read", screens.CardRead(_APPLICANT, facts.CARD)
    typed = replace(facts.CARD, full_name=None, sex=None, residence=None)
    yield "card-read-typed", screens.CardRead(_APPLICANT, typed)


def _printing() -> Iterator[Named]:
    form, stage = PrintoutKind.FORM, screens.PrintStage.READY
    ready = screens.PrintPaper(_PREPARE, form, facts.EXTRACT.name, stage, 3, Dong(6000))
    printing = replace(ready, stage=screens.PrintStage.PRINTING)
    ended = replace(ready, stage=screens.PrintStage.ENDED)
    yield "print-form", ready
    board = replace(ready, progress=None, kind=PrintoutKind.QR_BOARD, name=NO_TEXT)
    yield "print-board", replace(board, pages=1, price=NO_MONEY)
    yield "print-paper-making", replace(ready, stage=screens.PrintStage.MAKING, pages=0)
    yield "print-paper-stuck", replace(printing, out=1, condition=PrinterCondition.PAPER_OUT)
    yield "print-paper-printed", replace(ended, outcome=PrintoutPrinted(3))
    yield "print-paper-unconfirmed", replace(ended, outcome=PrintoutUnconfirmed(PrinterCondition.UNREACHABLE))


def _slip_brought_back() -> Iterator[Named]:
    show = screens.ShowSlip(screens.Errand.COLLECT)
    yield "show-slip", show
    yield "show-slip-other", replace(show, note=screens.CodeNote(screens.CodeKind.OTHER))
    nowhere = Progress(0, 0, NO_TEXT)
    yield "show-slip-no-reader", replace(show, reader=False)
    yield "show-slip-empty", replace(show, problem=ScanStatus.EMPTY)
    yield "show-slip-unreadable", replace(show, reader=False, unreadable=True)
    yield "slip-scanning", screens.SlipScanning()
    yield "slip-code", screens.AskQuestion(nowhere, CODE, facts.REFERENCE[:12], required=True, error=WRONG_CODE)
    yield "slip-secret", screens.AskQuestion(nowhere, SECRET, "K7M2", required=True)
    yield "looking-up", screens.LookingUp()
    for why in screens.NoAnswer:
        yield f"no-dossier-{why.replace('_', '-')}", screens.NoDossier(why)
    yield "no-dossier-slip-in-scanner", screens.NoDossier(screens.NoAnswer.NOT_THERE, slip=True)
    yield "dossier-waiting", screens.DossierFound(facts.WAITING)
    set_aside = replace(facts.WAITING, state=ItemState.SET_ASIDE)
    yield "dossier-set-aside", screens.DossierFound(set_aside)
    for status in range(1, 11):
        yield f"dossier-{status}", screens.DossierFound(facts.standing(status), can_print=True)
    done = facts.standing(9)
    printed = frozenset(one.document_id for one in done.results[:1])
    yield "dossier-printed", screens.DossierFound(done, can_print=True, printed=printed)
    yield "dossier-at-desk", screens.DossierFound(done)
    yield "dossier-slip-in-scanner", screens.DossierFound(done, can_print=True, slip=True)
    yield "dossier-long", screens.DossierFound(facts.long_standing(), can_print=True)
    result = screens.PrintPaper(
        None,
        PrintoutKind.RESULT,
        Text(done.results[0].title, done.results[0].title),
        screens.PrintStage.READY,
        2,
        Dong(4000),
    )
    yield "print-result", result
    yield "print-result-making", replace(result, stage=screens.PrintStage.MAKING, pages=0)
    not_fetched = PrintoutRefused(JobTrouble.NOT_FETCHED)
    yield "print-result-not-fetched", replace(result, stage=screens.PrintStage.ENDED, outcome=not_fetched)


def _questions() -> Iterator[Named]:
    yield "ask-choice", screens.AskQuestion(_FORM, facts.RELATION, None, required=True)
    yield "ask-choice-chosen", screens.AskQuestion(_FORM, facts.RELATION, "mother", required=True)
    yield "ask-text", screens.AskQuestion(_FORM, facts.FULL_NAME, "NGUYỄN THI", required=True)
    wrong = Text("Ghi đủ họ và tên, ít nhất hai chữ.", "Write the full name, at least two words.")
    begun = replace(facts.FULL_NAME, name="begun")
    yield "ask-text-begun", screens.AskQuestion(_FORM, begun, None, required=True)
    yield "ask-text-error", screens.AskQuestion(_FORM, facts.FULL_NAME, "HOA", required=True, error=wrong)
    yield "ask-date", screens.AskQuestion(_FORM, facts.BIRTH, None, required=False)
    for name, value in [("read-back", "02/09/1956"), ("impossible", "31/02/1956"), ("month", "09/1956")]:
        date = replace(facts.BIRTH, name=name)  # another question, or what was put into the last one would stay
        yield f"ask-date-{name}", screens.AskQuestion(_FORM, date, value, required=False)
    yield "ask-several", screens.AskQuestion(_FORM, facts.NEEDS, ["copy", "post"], required=False)
    yield "ask-yes-or-no", screens.AskQuestion(_FORM, facts.YES_OR_NO, True, required=True)
    yield "ask-looked-up", screens.AskQuestion(_FORM, facts.COMMUNE, None, required=True)
    yield "ask-looked-up-chosen", screens.AskQuestion(_FORM, facts.COMMUNE, "9", required=True)
    yield "ask-told", screens.AskQuestion(_FORM, facts.TOLD, None, required=False)
    yield "ask-time", screens.AskQuestion(_FORM, facts.TIME, "08:30", required=False)
    yield "ask-list-empty", screens.AskList(_FORM, facts.MEMBERS, (), may_add=True, may_remove=False, required=False)
    people = (screens.ListItem("VÕ VĂN PHƯỚC", complete=True), screens.ListItem("NGUYỄN THỊ SANH", complete=False))
    yield "ask-list", screens.AskList(_FORM, facts.MEMBERS, people, may_add=True, may_remove=True, required=False)
    money = Text("16.000 đồng (2 bản)", "16.000 dong (2 copies)")
    yield "ask-delivery", screens.AskQuestion(_FORM, facts.DELIVERY, None, required=True, fee=money)
    unknown = Text("Chưa rõ tiền, hỏi quầy", "Not published, ask the desk")
    yield "ask-delivery-unknown", screens.AskQuestion(_FORM, facts.DELIVERY, "counter", required=True, fee=unknown)
    yield "ask-unknown", screens.AskQuestion(_FORM, facts.PARENT_BIRTH, None, required=False)
    lacks = Text("Ngày sinh: Ghi đủ ngày, tháng, năm.", "Date of birth: Write day, month and year.")
    lacking = (people[0], *(screens.ListItem(name, complete=False, problem=lacks) for name in ("LÊ THỊ TƯ", "")))
    error = Text("Còn 2 mục chưa ghi đủ.", "2 entries are not complete.")
    yield (
        "ask-list-lacking",
        screens.AskList(_FORM, facts.MEMBERS, lacking, may_add=True, may_remove=True, required=False, error=error),
    )
    yield "ask-number", screens.AskQuestion(_FORM, facts.COPIES, 2, required=True)


def _typing() -> Iterator[tuple[str, Screen, Method | None]]:
    long = "Số 12/5A, đường Nguyễn Thị Minh Khai, ấp Tân Lợi, xã Bình An, tỉnh Đồng Tháp"
    address = screens.AskQuestion(_FORM, facts.ADDRESS, long, required=True)
    email = screens.AskQuestion(_FORM, facts.EMAIL, "nguyenvanphuoc1955@gmail", required=True)
    yield "ask-address", address, None
    yield "ask-address-vni", address, Method.VNI
    yield "ask-text-telex", screens.AskQuestion(_FORM, facts.FULL_NAME, "NGUYỄN THI", required=True), Method.TELEX
    yield "ask-looked-up-telex", screens.AskQuestion(_FORM, facts.COMMUNE, None, required=True), Method.TELEX
    yield "ask-email", email, None
    yield "ask-email-qwerty", email, Method.TELEX


def _papers() -> Iterator[Named]:
    pages, row = sample_pages(), facts.EXTRACT.rows[1]
    name = row.component
    yield "papers", screens.Papers(_PAPERS, _rows(scanned=1), name)
    yield "papers-missing", screens.Papers(_PAPERS, _rows(scanned=0), name, missing=True)
    yield "papers-done", screens.Papers(_PAPERS, _rows(scanned=2), "giay_to_khac")
    yield "scan-ready", screens.ScanReady(_PAPERS, _rows(scanned=1), name)
    yield "scan-ready-one-side", screens.ScanReady(_PAPERS, _rows(scanned=1), name, duplex=False)
    under_way = screens.SideUnderWay(2, Side.FRONT, 0.45)
    yield (
        "scanning-first",
        screens.Scanning(_PAPERS, _rows(scanned=1), name, (), screens.SideUnderWay(1, Side.FRONT, 0.2)),
    )
    yield "scanning", screens.Scanning(_PAPERS, _rows(scanned=1), name, pages[:2], under_way)
    yield "scanning-stopping", screens.Scanning(_PAPERS, _rows(scanned=1), name, pages[:2], under_way, stopping=True)
    for status in ScanStatus:
        if status not in {ScanStatus.OK, ScanStatus.CANCELLED}:
            yield f"scan-fault-{status}", screens.ScanFault(_PAPERS, _rows(scanned=1), name, status, pages[:2])
    yield "scanning-backs", screens.Scanning(_PAPERS, _rows(scanned=1), name, pages[:2], under_way, backs=True)
    jam = screens.ScanFault(_PAPERS, _rows(scanned=1), name, ScanStatus.DOUBLE_FEED, pages[:2], backs=True)
    yield "scan-fault-of-backs", jam
    turn = screens.TurnStack(_PAPERS, _rows(scanned=1), name, 3)
    yield "turn-stack", turn
    yield "turn-stack-sheet", replace(turn, fronts=1)
    yield "turn-stack-fewer", replace(turn, fronts=5, backs=4, ended=True)
    yield "turn-stack-more", replace(turn, backs=4, ended=True)
    yield "turn-stack-same", replace(turn, backs=3, ended=True, same=True)
    yield "turn-stack-stopped", replace(turn, fronts=5, backs=2)
    yield "review-pages-without-backs", screens.ReviewPages(_PAPERS, row, pages[:3], 3, may_turn=True)
    yield "review-pages", screens.ReviewPages(_PAPERS, row, pages[:2], 1)
    yield "review-pages-doubt", screens.ReviewPages(_PAPERS, row, pages, 2)
    yield "review-pages-many", screens.ReviewPages(_PAPERS, row, pages * 3, 6)
    removed = screens.ReviewPages(_PAPERS, row, pages[:3], 2, removed=1, may_undo=True)
    yield "review-pages-removed", removed
    turned = replace(pages[0], turn=1)
    yield "review-pages-turned", replace(removed, pages=(pages[1], turned, pages[2]))
    again = screens.ScanReady(_PAPERS, _rows(scanned=1), name, kept=3, again=2)
    yield "scan-ready-again", again
    yield "scan-ready-again-this-side-up", replace(again, this_side_up=True)
    yield "review-pages-too-large", screens.ReviewPages(_PAPERS, row, pages, 2, too_large=True)


def _check_rows() -> tuple[CheckRow, ...]:
    applicant, named = Text("Người đứng đơn", "The applicant"), Text("Người được cấp giấy", "The person named")
    papers, result = Text("Giấy tờ phải nộp", "Your papers"), Text("Nhận kết quả, đóng tiền", "The result and the fee")
    steps = {ChangeKind.IDENTITY: applicant, ChangeKind.QUESTION: named, ChangeKind.PAPERS: papers}

    def row(label: tuple[str, str], value: tuple[str, str], kind: ChangeKind, name: str = "") -> CheckRow:
        look = f"{kind}:{name}" if "number" in name else ""
        return CheckRow(Text(*label), Text(*value), ChangeTarget(kind, name), steps.get(kind, result), look)

    return (
        CheckRow(Text("Thủ tục", "Procedure"), facts.EXTRACT.name, None, Text("Hồ sơ này", "This dossier")),
        row(("Người đứng đơn", "Applicant"), ("NGUYỄN THỊ HOA", "NGUYỄN THỊ HOA"), ChangeKind.IDENTITY, "full_name"),
        row(("Số căn cước", "ID number"), ("••••••••4821", "••••••••4821"), ChangeKind.IDENTITY, "id_number"),
        row(("Người được cấp", "Person named"), ("NGUYỄN VĂN PHƯỚC", "NGUYỄN VĂN PHƯỚC"), ChangeKind.QUESTION, "name"),
        row(
            ("Số định danh của người được cấp", "Personal number"),
            ("••••••••6812", "••••••••6812"),
            ChangeKind.QUESTION,
            "number",
        ),
        row(("Số quyển", "Book"), ("Tôi không biết", "I do not know"), ChangeKind.QUESTION, "book"),
        row(
            ("Ngày đăng ký", "Registered on"),
            ("Chưa ghi (không bắt buộc)", "Not given (optional)"),
            ChangeKind.QUESTION,
            "registered",
        ),
        row(("Quan hệ", "Relation"), ("Mẹ đẻ", "Mother"), ChangeKind.QUESTION, "relation"),
        row(("Xin cấp", "Asked for"), ("Bản sao Giấy khai sinh", "Birth certificate"), ChangeKind.QUESTION, "kind"),
        row(("Số bản", "Copies"), ("2 bản", "2 copies"), ChangeKind.QUESTION, "copies"),
        row(("Giấy tờ đã chụp", "Papers scanned"), ("Giấy khai sinh cũ: 3 mặt", "3 sides"), ChangeKind.PAPERS),
        row(
            ("Nhận kết quả", "Result"),
            ("Tới lấy tại Trung tâm xã Bình An", "Collect at the centre"),
            ChangeKind.DELIVERY,
            "method",
        ),
        CheckRow(Text("Lệ phí", "Fee"), Text("16.000 đồng (2 bản)", "16.000 dong (2 copies)"), None, result),
    )


def _end(draw: DrawSlip) -> Iterator[Named]:
    rows = _check_rows()
    yield "check", screens.Check(_CHECK, rows[:2] + rows[3:4] + rows[-3:])
    yield "check-long", screens.Check(_CHECK, rows)
    yield "check-number", screens.Check(_CHECK, rows, "identity:id_number", "087155004821")
    yield "declare", screens.Declare(_CHECK, facts.EXTRACT.declaration, ticked=False)
    yield "declare-asked", screens.Declare(_CHECK, facts.EXTRACT.declaration, ticked=False, asked_to_tick=True)
    yield "declare-print", screens.Declare(_CHECK, facts.EXTRACT.declaration, ticked=False, can_print=True)
    yield "declare-ticked", screens.Declare(_CHECK, facts.EXTRACT.declaration, ticked=True)
    yield "sending", screens.Sending(_CHECK, screens.SendStage.SAVING)
    yield "sending-safe", screens.Sending(_CHECK, screens.SendStage.SAFE, facts.REFERENCE)
    yield "not-saved", screens.NotSaved(_CHECK, NotStored(NotStoredReason.NO_SPACE, ""))
    lookup = "https://dichvucong.gov.vn/tra-cuu-ho-so?ma=" + facts.REFERENCE
    slip = draw(facts.slip_of(facts.WAITING))
    waiting = screens.SlipReady(_FAREWELL, facts.WAITING, False, slip, lookup, None, "K7M2QX")
    filed = replace(waiting, delivery=facts.FILED, filed=True, preview=draw(facts.slip_of(facts.FILED)))
    yield "slip-printing", waiting
    yield "slip-waiting", replace(waiting, outcome=Printed(), uncovered=True)
    yield "slip-covered", replace(waiting, outcome=Printed())
    yield "slip-filed", replace(filed, outcome=Printed())
    yield "slip-no-paper", replace(waiting, outcome=Refused(PrintFault.PAPER_OUT))
    yield "slip-no-paper-a4", replace(waiting, outcome=Refused(PrintFault.PAPER_OUT), on_a4=True)
    yield "slip-unconfirmed", replace(filed, outcome=Unconfirmed(PrintFault.NO_ANSWER))
    yield "take-originals", screens.TakeOriginals(_FAREWELL, 3)
    yield "take-originals-empty", screens.TakeOriginals(_FAREWELL, 3, paper_left=False)
    yield "take-originals-left", screens.TakeOriginals(_FAREWELL, 3, paper_left=True)
    yield "rate", screens.Rate()
    yield "practised", screens.Practised()
    reason = Text(
        "Khóa niêm phong của máy không còn hiệu lực nên chưa nhận hồ sơ (mã K2). Ông/Bà làm ở quầy giúp.",
        "The machine's sealing key is not in force and it takes no dossiers (code K2). Please go to the desk.",
    )
    yield "out-of-order", screens.OutOfOrder(reason, _HOTLINES)


def _sheets() -> Iterator[tuple[str, Screen, Sheet]]:
    question = _RELATION
    yield "sheet-leave", question, screens.LeaveSheet()
    yield "sheet-leave-originals", question, screens.LeaveSheet(originals=True)
    yield "sheet-leave-slip", screens.NoDossier(screens.NoAnswer.NO_LINE), screens.LeaveSheet(told=False, slip=True)
    yield "sheet-leave-printed", question, screens.LeaveSheet(originals=True, printed=True)
    yield "sheet-idle", question, screens.IdleSheet(85, 90)
    yield "sheet-help", question, screens.HelpSheet()
    yield "sheet-help-long", question, screens.HelpSheet(4)
    yield "sheet-help-closed", question, screens.HelpSheet(None, facts.MOMENT + timedelta(hours=4.75), _HOTLINES)
    monday = facts.MOMENT + timedelta(days=3, hours=22, minutes=45)
    yield "sheet-help-weekend", question, screens.HelpSheet(None, monday, _HOTLINES)
    yield "sheet-help-nobody", question, screens.HelpSheet(None)
    yield "sheet-display", question, screens.DisplaySheet()
    yield "sheet-declined", screens.Notice(_PREPARE, facts.NOTICE), screens.DeclinedSheet()
    pages = sample_pages()
    review = screens.ReviewPages(_PAPERS, facts.EXTRACT.rows[1], pages, 2)
    yield "sheet-remove-page", review, screens.RemovePageSheet(2, pages[2], facts.EXTRACT.rows[1].name)
    yield "sheet-at-desk", screens.Home(way_in.BOARD), screens.AtDeskSheet(screens.Errand.TRACK)


def plain_slip(slip: Slip) -> bytes:
    """Stand in for the printer's own raster where no printer driver is at hand."""
    return draw_page(slip.reference_code, 8)


_PRACTISED = (
    "choose-event",
    "guide",
    "search-found",
    "card-ready",
    "scan-ready",
    "scanning",
    "review-pages-doubt",
    "check-long",
    "slip-waiting",
    "take-originals",
    "practised",
)
"""Screens that are shown as they look in practice as well: those with most on them, and those that speak of it."""


def sample_views(language: Language, text_size: int, draw: DrawSlip = plain_slip) -> Iterator[tuple[str, View]]:
    """Yield a name and a view for everything that can be seen; ``draw`` gives a slip's raster."""
    for name, screen in (*_entry(), *_questions(), *_papers(), *_end(draw)):
        waiting = isinstance(screen, screens.SlipReady) and not screen.filed
        yield name, View(screen, None, language, text_size, facts.OFFLINE if waiting else facts.ONLINE)
    practised = dict((*_entry(), *_papers(), *_end(draw)))
    for name in _PRACTISED:
        yield f"{name}-in-practice", View(practised[name], None, language, text_size, facts.ONLINE, practice=True)
    yield "ask-choice-read-aloud", View(_RELATION, None, language, text_size, facts.ONLINE, speaking=True)
    for name, screen, typing in _typing():
        yield name, View(screen, None, language, text_size, facts.ONLINE, typing=typing)
    for name, screen, sheet in _sheets():
        yield name, View(screen, sheet, language, text_size, facts.ONLINE)
