"""The end of a visit: take your originals, rate; and the machine that takes nothing now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text
from kiosk.session.screens import OutOfOrder, TakeOriginals
from ui.images import Images
from ui.viewmodels.help import HelpLine, help_lines
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class TakeOriginalsProps:
    """How many sheets the citizen fed in, in words; empty when it was a card alone.

    The slot of the scanner is ``empty``, or some paper is ``left`` in it; neither where the scanner cannot tell.
    """

    count: str = ""
    empty: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class OutOfOrderProps:
    """Why, and who helps: at the desk, and by telephone."""

    reason: str = ""
    helper: str = ""
    lines: tuple[HelpLine, ...] = ()


def derive_originals(screen: TakeOriginals, language: Language) -> TakeOriginalsProps:
    """Derive the count, and what the scanner says of its slot."""
    sheets = screen.sheets
    count = Text(f"{sheets} tờ giấy", f"{sheets} sheet" if sheets == 1 else f"{sheets} sheets")
    return TakeOriginalsProps(
        count=count.of(language) if sheets else "", empty=screen.paper_left is False, left=screen.paper_left is True
    )


def derive_out_of_order(screen: OutOfOrder, language: Language, place: Place, images: Images) -> OutOfOrderProps:
    """Derive the reason, the helper and the ways to reach somebody."""
    lines = help_lines(place, screen.hotlines, language, images)
    return OutOfOrderProps(screen.reason.of(language), place.helper.of(language), lines)


class TakeOriginalsModel(ScreenModel, props=TakeOriginalsProps):
    """Take your originals."""

    def derive(self, screen: TakeOriginals, language: Language) -> TakeOriginalsProps:
        """Derive the count."""
        return derive_originals(screen, language)

    @Slot()
    def took(self) -> None:
        """They are taken."""
        self.actions.took_originals()


class RateModel(ScreenModel):
    """Three faces."""

    @Slot(int)
    def rate(self, score: int) -> None:
        """Rate 1 to 3; 0 goes without."""
        self.actions.rate(score)


class PractisedModel(ScreenModel):
    """The end of practice."""

    @Slot()
    def doForReal(self) -> None:  # noqa: N802 - QML's spelling
        """Go home, for real."""
        self.actions.do_for_real()

    @Slot()
    def stop(self) -> None:
        """Leave the machine to the next one."""
        self.actions.wipe()


class OutOfOrderModel(ScreenModel, props=OutOfOrderProps):
    """The machine takes nothing now."""

    def derive(self, screen: OutOfOrder, language: Language) -> OutOfOrderProps:
        """Derive the reason, and who helps."""
        return derive_out_of_order(screen, language, self.place, self.around.images)
