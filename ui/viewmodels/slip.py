"""The slip: waiting to be sent or filed, and whether the paper really came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import Slot

from kiosk.domain.outbox import ItemState
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, PrintOutcome, Refused, Unconfirmed
from kiosk.domain.text import Language, Text
from kiosk.session.screens import SLIP, SlipReady
from ui.images import Images
from ui.viewmodels.screen import ScreenModel

_FAULTS = {
    PrintFault.PAPER_OUT: Text("Máy in hết giấy.", "The printer is out of paper."),
    PrintFault.COVER_OPEN: Text("Nắp máy in đang mở.", "The printer's lid is open."),
}
_TROUBLE = Text("Máy in đang trục trặc.", "The printer has a problem.")
_MAYBE = Text(
    "Máy không chắc phiếu đã ra. Coi thử ở khe bên dưới.",
    "The slip may not have come out. Look in the slot.",
    "Máy không chắc phiếu đã ra. Xem thử ở khe bên dưới.",
)
_HALF = Text("Phiếu in bị dở dang.", "The slip was only partly printed.")


class Paper(StrEnum):
    """What is known of the paper slip."""

    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SlipProps:
    """``preview`` is empty while the slip is covered. ``code`` is the portal's code once there is one.

    Before that it is the machine's own (``temporary``).
    """

    filed: bool = False
    sending: bool = False
    temporary: bool = True
    code: str = ""
    preview: str = ""
    can_be_seen: bool = False
    lookup: str = ""
    secret: str = ""
    paper: Paper = Paper.PRINTING
    trouble: str = ""
    on_a4: bool = False


def derive_paper(outcome: PrintOutcome | None) -> tuple[Paper, Text | None]:
    """Say whether the slip came out; only the printer's own word counts."""
    match outcome:
        case None:
            return Paper.PRINTING, None
        case Printed():
            return Paper.PRINTED, None
        case Refused(fault):
            return Paper.FAILED, _FAULTS.get(fault, _TROUBLE)
        case PrintFailed():
            return Paper.FAILED, _HALF
        case Unconfirmed():
            return Paper.FAILED, _MAYBE
        case _:
            assert_never(outcome)


def derive_slip(screen: SlipReady, language: Language, images: Images) -> SlipProps:
    """Derive the slip page. *Đã nộp* is only said when ``filed``."""
    paper, trouble = derive_paper(screen.outcome)
    code = screen.delivery.dossier_code
    return SlipProps(
        filed=screen.filed,
        sending=screen.delivery.state in {ItemState.UPLOADING, ItemState.UPLOADED},
        temporary=code is None,
        code=code or screen.delivery.reference_code,
        preview=images.png(screen.preview) if screen.preview and screen.uncovered else "",
        can_be_seen=bool(screen.preview) and not screen.uncovered,
        lookup=images.code(screen.lookup),
        secret=screen.secret,
        paper=paper,
        trouble=trouble.of(language) if trouble else "",
        on_a4=screen.on_a4 and paper is Paper.FAILED,
    )


class SlipReadyModel(ScreenModel, props=SlipProps):
    """The slip."""

    def derive(self, screen: SlipReady, language: Language) -> SlipProps:
        """Derive the page."""
        return derive_slip(screen, language, self.around.images)

    @Slot()
    def look(self) -> None:
        """Show the slip for a moment."""
        self.actions.look_at(SLIP)

    @Slot()
    def printAgain(self) -> None:  # noqa: N802 - QML's spelling
        """Print once more."""
        self.actions.print_again()

    @Slot()
    def printOnA4(self) -> None:  # noqa: N802 - QML's spelling
        """Have the slip on A4."""
        self.actions.print_paper(PrintoutKind.RECEIPT)

    @Slot()
    def tookSlip(self) -> None:  # noqa: N802 - QML's spelling
        """Go on: the slip is in the hand, or its code was photographed."""
        self.actions.took_slip()
