"""The sheets above a screen: leave, still there?, at the desk, easy to see and press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text
from kiosk.session.display import Contrast
from kiosk.session.screens import AtDeskSheet, Errand, IdleSheet, LeaveSheet, View
from ui.viewmodels.screen import ScreenModel

_AT_DESK = {
    Errand.FILE: Text("Nộp hồ sơ ở quầy", "Filing is done at the desk"),
    Errand.TRACK: Text("Theo dõi hồ sơ ở quầy", "Following a dossier is done at the desk"),
    Errand.PAY: Text("Đóng tiền ở quầy", "Paying is done at the desk"),
    Errand.COLLECT: Text("Nhận kết quả ở quầy", "Results are handed out at the desk"),
    Errand.GUIDE: Text("Hỏi thủ tục ở quầy", "Ask about procedures at the desk"),
}


@dataclass(frozen=True, slots=True)
class LeaveProps:
    """``told``: there is something to lose; ``body`` says what becomes of it, and what is to be taken along."""

    told: bool = True
    body: str = ""


@dataclass(frozen=True, slots=True)
class IdleProps:
    """Seconds that are left before everything is wiped, and out of how many."""

    seconds_left: int = 90
    seconds: int = 90


@dataclass(frozen=True, slots=True)
class AtDeskProps:
    """What is done at the desk, and where that is."""

    title: str = ""
    helper: str = ""
    hotline: str = ""


def derive_at_desk(sheet: AtDeskSheet, place: Place, language: Language) -> AtDeskProps:
    """Derive where an errand is done that the machine does not do yet."""
    return AtDeskProps(_AT_DESK[sheet.errand].of(language), place.helper.of(language), place.hotline)


_WIPES = Text("Máy sẽ xóa hết câu trả lời và giấy tờ đã chụp.", "Your answers and scanned papers will be erased.")
_TAKE_ORIGINALS = Text("Nhớ lấy lại giấy tờ ở máy chụp.", "Remember to take your papers from the scanner.")
_TAKE_SLIP = Text("Nhớ cầm lại phiếu ở máy chụp.", "Remember to take your slip from the scanner.")
_TAKE_PRINTED = Text("Nhớ lấy giấy ở máy in A4 kế bên.", "Remember to take your paper from the A4 printer.")


def derive_leave(sheet: LeaveSheet, language: Language) -> LeaveProps:
    """Derive what is lost, and what is to be taken along."""
    said = {
        _WIPES: sheet.told,
        _TAKE_ORIGINALS: sheet.originals,
        _TAKE_SLIP: sheet.slip,
        _TAKE_PRINTED: sheet.printed,
    }
    return LeaveProps(sheet.told, " ".join(text.of(language) for text, wanted in said.items() if wanted))


class SheetModel(ScreenModel):
    """The base of all sheets: they derive from the view's sheet."""

    def show(self, view: View) -> None:
        """Take a new view whose sheet is of this model's kind."""
        self.update(self.derive(view.sheet, view.language))

    @Slot()
    def stay(self) -> None:
        """Close the sheet."""
        self.actions.close_sheet()

    @Slot()
    def wipe(self) -> None:
        """Erase everything and go to the first screen."""
        self.actions.wipe()


class LeaveSheetModel(SheetModel, props=LeaveProps):
    """Really leave?"""  # noqa: D400 - it is a question

    def derive(self, screen: LeaveSheet, language: Language) -> LeaveProps:
        """Derive what is lost, and what is to be taken along."""
        return derive_leave(screen, language)


class IdleSheetModel(SheetModel, props=IdleProps):
    """Are you still there?"""  # noqa: D400 - it is a question

    def derive(self, screen: IdleSheet, language: Language) -> IdleProps:
        """Derive the countdown."""
        del language
        return IdleProps(screen.seconds_left, screen.seconds)

    @Slot()
    def moreTime(self) -> None:  # noqa: N802 - QML's spelling
        """Stay, with the whole time again."""
        self.actions.more_time()


class AtDeskSheetModel(SheetModel, props=AtDeskProps):
    """Done at the desk."""

    def derive(self, screen: AtDeskSheet, language: Language) -> AtDeskProps:
        """Derive where."""
        return derive_at_desk(screen, self.place, language)


class DisplaySheetModel(SheetModel):
    """Easy to see, easy to press. What is chosen now is in the frame."""

    @Slot(int)
    def setTextSize(self, size: int) -> None:  # noqa: N802 - QML's spelling
        """Change the size of all letters: 1 normal, 2 large, 3 largest."""
        self.actions.set_text_size(size)

    @Slot(str)
    def setContrast(self, contrast: str) -> None:  # noqa: N802 - QML's spelling
        """Change the colours."""
        self.actions.set_contrast(Contrast(contrast))

    @Slot(bool)
    def setLowered(self, lowered: bool) -> None:  # noqa: FBT001, N802 - QML's spelling; the one thing that is said
        """Bring all that is pressed into the lower part, or put it back."""
        self.actions.set_lowered(lowered)

    @Slot(bool)
    def setMotion(self, motion: bool) -> None:  # noqa: FBT001, N802 - QML's spelling; the one thing that is said
        """Let screens slide and fade, or not."""
        self.actions.set_motion(motion)
