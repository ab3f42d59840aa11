"""What a procedure needs: papers, money, time and place, before anything is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.money import Fee, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.place import Place
from kiosk.domain.procedure import AttachmentRow, ProcedureKind, Requirement
from kiosk.domain.text import Language, Text
from kiosk.session.screens import Guide
from ui.viewmodels.screen import ScreenModel

_NEED = {
    Requirement.REQUIRED: Text("bắt buộc", "required"),
    Requirement.IF_ANY: Text("nếu có", "if you have it"),
    Requirement.SHOW_ONLY: Text(
        "mang theo, chỉ cho cán bộ coi", "bring it, only to be shown", "mang theo, chỉ cho cán bộ xem"
    ),
}
_DEPENDS = Text("có trường hợp mới cần", "needed in some cases")
_ASK_DESK = Text("Chưa rõ tiền, hỏi quầy", "Not published: ask the desk")
_HERE = Text("Trung tâm này", "This centre")
_NOT_FREE = Text("Chưa công bố không có nghĩa là miễn phí.", "Not published does not mean free.")


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """One paper: its official name, what people call it, and whether it must be there."""

    name: str
    plain: str
    need: str
    required: bool


@dataclass(frozen=True, slots=True)
class GuideProps:
    """What the guide tells; texts are empty where there is nothing to add.

    ``filed_here`` is False for a procedure that the kiosk only explains; ``code`` is then the picture of the QR code
    of ``address``, where it is done online.
    """

    name: str = ""
    plain: str = ""
    papers: tuple[NeededPaper, ...] = ()
    money: str = ""
    money_note: str = ""
    time: str = ""
    where: str = ""
    in_person: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    filed_here: bool = True
    address: str = ""
    code: str = ""


def describe_fee(fee: Fee, language: Language) -> tuple[str, str]:
    """Return the fee in one of its three states (DOMAIN 0.7), and a note."""
    match fee:
        case FeeAmount(unit, count_answer, note):
            each = Text(f"{unit} đồng một bản", f"{unit} dong a copy") if count_answer else None
            amount = each or Text(f"{unit} đồng", f"{unit} dong")
            return amount.of(language), note.of(language) if note else ""
        case FeeText(text):
            return text.of(language), ""
        case FeeUnpublished():
            return _ASK_DESK.of(language), _NOT_FREE.of(language)


def _paper(row: AttachmentRow, language: Language) -> NeededPaper:
    plain = row.plain.of(language)
    name = row.name.of(language)
    depends = row.requirement is Requirement.REQUIRED and (row.visible_if is not None or row.required_if is not None)
    return NeededPaper(
        name=name,
        plain="" if plain == name else plain,
        need=(_DEPENDS if depends else _NEED[row.requirement]).of(language),
        required=row.requirement is Requirement.REQUIRED and not depends,
    )


def derive_guide(screen: Guide, language: Language, place: Place, draw_code: Callable[[str], str]) -> GuideProps:
    """Derive the one-page guide of a procedure; ``draw_code`` gives the address of a QR code's picture."""
    procedure, handoff = screen.procedure, screen.procedure.handoff
    here = f"{_HERE.of(language)}, {place.commune.of(language)}"
    url = "" if handoff is None else handoff.url
    money, note = describe_fee(procedure.fee, language)
    return GuideProps(
        name=procedure.name.of(language),
        plain=procedure.plain.of(language),
        papers=tuple(_paper(row, language) for row in procedure.rows),
        money=money,
        money_note=note,
        time=procedure.time_limit.of(language),
        where=here if handoff is None else handoff.text.of(language),
        in_person=tuple(text.of(language) for text in procedure.in_person),
        notes=tuple(text.of(language) for text in procedure.notes),
        filed_here=procedure.kind is ProcedureKind.FORM,
        address=url,
        code=draw_code(url),
    )


class GuideModel(ScreenModel, props=GuideProps):
    """The guide of one procedure."""

    def derive(self, screen: Guide, language: Language) -> GuideProps:
        """Derive the guide."""
        return derive_guide(screen, language, self.place, self.around.images.code)

    @Slot()
    def accept(self) -> None:
        """Go on to the notice, or back to the errands when the procedure is not filed here."""
        self.actions.accept_guide()
