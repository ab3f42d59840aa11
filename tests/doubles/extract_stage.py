"""A session on the copy of a civil-status record for one's mother (2.000635): questions, papers, sending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from doubles.stage import WHO, Stage
from kiosk.domain.page import Side
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens
from kiosk.session.screens import Errand

EXTRACT = "2.000635"
ANSWERS: dict[str, Any] = {
    "citizenQuanhe": "Mẹ đẻ",
    "citizenNDK_HoVaTen": "nguyễn văn phước",
    "citizenNDK_NgaySinh": "1978",
    "citizenField13": "1",
    "citizenField32": "01",
    "citizenLoaiViecYeuCau": "Giấy khai sinh",
    "citizenHoSo_CoQuanDangKy": "Xã Bình An",
    "citizenSoLuongBanSao": 2,
    **WHO,
}
ROW = "uy_quyen"
FRONT_AND_BACK = ((1, Side.FRONT), (1, Side.BACK))


@dataclass
class ExtractStage(Stage):
    """One session, watched for silence as in a window."""

    code: str = EXTRACT

    def __post_init__(self) -> None:
        super().__post_init__()
        self.session.watch()

    def guide(self, code: str = EXTRACT, errand: Errand = Errand.GUIDE) -> None:
        """Go to the guide of a procedure."""
        self.session.start()
        self.session.choose_errand(errand)
        self.session.choose_procedure(code)
        self.screen(screens.Guide)

    def lay_card(self) -> None:
        """Go to where the card is laid on the scanner; what it gives is loaded by the test."""
        self.identify()
        self.session.read_card()

    def type_identity(self) -> None:
        """Go to the first question, typed."""
        self.identify()
        self.session.type_identity()

    def answer_all(self, **changed: Any) -> None:
        """Answer what is asked until no question is asked any more."""
        while isinstance(asked := self.session.view.screen, screens.AskQuestion):
            name = asked.question.name
            self.session.answer({**ANSWERS, **changed}.get(name, asked.value))
            assert self.session.view.screen != asked, f"stuck at {name}: {self.session.view.screen}"

    def to_papers(self, **changed: Any) -> None:
        """Go to the rows of papers."""
        self.type_identity()
        self.answer_all(**changed)
        self.screen(screens.Papers)

    def scan(self, *sides: tuple[int, Side], status: ScanStatus = ScanStatus.OK) -> None:
        """Scan some sides into the row; what comes next is for the test to say."""
        self.session.open_row(ROW)
        self.scanner.load(*sides, status=status)
        self.session.start_scan()

    def to_check(self, **changed: Any) -> None:
        """Go to the check page without papers."""
        self.to_papers(**changed)
        self.from_papers_to_check(**changed)

    def from_papers_to_check(self, **changed: Any) -> None:
        """Go on from the rows of papers."""
        self.session.finish_papers()
        self.answer_all(**changed)
        self.screen(screens.Check)

    def to_declaration(self) -> None:
        """Go on from the rows of papers to the declaration."""
        self.from_papers_to_check()
        self.session.confirm_answers()
        self.screen(screens.Declare)

    def send(self) -> None:
        """Declare and send, from the check page."""
        self.session.confirm_answers()
        self.session.tick_declaration(True)
        self.session.send()

    def to_slip(self) -> None:
        """Send, and wait until the portal has had its moment."""
        self.to_check()
        self.send()
        self.jobs.pass_time(4)
        self.screen(screens.SlipReady)
