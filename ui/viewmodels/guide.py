"""What a procedure needs: papers, money, time and place, before anything is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.guide import fee_words, is_always_needed, need_of, plain_of, where_done
from kiosk.domain.place import Place
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.procedure import AttachmentRow, ProcedureKind
from kiosk.domain.text import Language
from kiosk.session.screens import Guide
from ui.viewmodels.screen import ScreenModel


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
    of ``address``, where it is done online. ``can_print``: form and guide can be had on paper.
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
    can_print: bool = False


def _paper(row: AttachmentRow, language: Language) -> NeededPaper:
    return NeededPaper(
        name=row.name.of(language),
        plain=plain_of(row).of(language),
        need=need_of(row).of(language),
        required=is_always_needed(row),
    )


def derive_guide(screen: Guide, language: Language, place: Place, draw_code: Callable[[str], str]) -> GuideProps:
    """Derive the one-page guide of a procedure; ``draw_code`` gives the address of a QR code's picture."""
    procedure, handoff = screen.procedure, screen.procedure.handoff
    url = "" if handoff is None else handoff.url
    money, note = fee_words(procedure.fee)
    return GuideProps(
        name=procedure.name.of(language),
        plain=procedure.plain.of(language),
        papers=tuple(_paper(row, language) for row in procedure.rows),
        money=money.of(language),
        money_note=note.of(language),
        time=procedure.time_limit.of(language),
        where=where_done(procedure, place).of(language),
        in_person=tuple(text.of(language) for text in procedure.in_person),
        notes=tuple(text.of(language) for text in procedure.notes),
        filed_here=procedure.kind is ProcedureKind.FORM,
        address=url,
        code=draw_code(url),
        can_print=screen.can_print,
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

    @Slot()
    def printForm(self) -> None:  # noqa: N802 - QML's spelling
        """Have the blank form on paper."""
        self.actions.print_paper(PrintoutKind.FORM)

    @Slot()
    def printGuide(self) -> None:  # noqa: N802 - QML's spelling
        """Have this guide on paper."""
        self.actions.print_paper(PrintoutKind.GUIDE)
