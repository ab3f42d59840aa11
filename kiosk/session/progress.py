"""The line "Bước 3/7": which steps a journey has, and which one a position belongs to."""

from __future__ import annotations

from kiosk.domain.text import Text
from kiosk.session.draft import Draft, Section
from kiosk.session.items import place_of
from kiosk.session.position import AtQuestion, AtRow, Position, Stop
from kiosk.session.screens import Progress

_PREPARE = Text("Cần chuẩn bị gì", "What you need")
_APPLICANT = Text("Người đứng đơn", "The applicant")
_PAPERS = Text("Giấy tờ phải nộp", "Your papers")
_DELIVERY = Text("Nhận kết quả", "Getting the result")
_CHECK = Text("Coi lại trước khi gửi", "Check before sending", "Xem lại trước khi gửi")
_FAREWELL = Text("Lấy phiếu và giấy tờ", "Take your slip and papers")

_EARLY = {Stop.GUIDE: _PREPARE, Stop.NOTICE: _PREPARE}
_CHECKING = {Stop.CHECK, Stop.DECLARE, Stop.SENDING, Stop.NOT_SAVED}


def progress_of(draft: Draft, position: Position) -> Progress:
    """Derive the step line. The form's visible pages are steps of their own between the applicant and the papers."""
    pages = draft.forms[Section.FORM].evaluate().pages
    papers = 1 if draft.paper_rows() else 0
    steps = 2 + len(pages) + papers + 2
    if isinstance(position, AtRow) or position is Stop.PAPERS:
        return Progress(2 + len(pages) + papers, steps, _PAPERS)
    if isinstance(position, AtQuestion):
        return _at_question(draft, position, steps)
    if position in _EARLY:
        return Progress(1, steps, _EARLY[position])
    if position in _CHECKING:
        return Progress(steps - 1, steps, _CHECK)
    if position in {Stop.SLIP, Stop.ORIGINALS}:
        return Progress(steps, steps, _FAREWELL)
    return Progress(2, steps, _APPLICANT)


def _at_question(draft: Draft, position: AtQuestion, steps: int) -> Progress:
    if position.section is Section.IDENTITY:
        return Progress(2, steps, _APPLICANT)
    if position.section is Section.DELIVERY:
        return Progress(steps - 1, steps, _DELIVERY)
    pages = draft.forms[Section.FORM].evaluate().pages
    for number, page in enumerate(pages, 3):
        if any(question.name == position.name for question in page.questions):
            return Progress(number, steps, _name_of(draft, position, page.title))
    return Progress(3, steps, _APPLICANT)


def _name_of(draft: Draft, position: AtQuestion, title: Text) -> Text:
    """Name the step; inside a list, the item that is asked about."""
    place = place_of(position.name)
    question = None if place is None else draft.question(position.section, place.list_name)
    return title if place is None or question is None else question.item_name(place.index + 1)
