"""The list of papers, and one of them on its way through the scanner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Slot

from kiosk.domain.page import Page
from kiosk.domain.procedure import Requirement
from kiosk.domain.text import Language, Text
from kiosk.session.screens import PaperRow, Papers, Scanning, ScanReady
from ui.images import Images
from ui.viewmodels.pages import PageProps, counted_sides, derive_page, side_name
from ui.viewmodels.screen import ScreenModel

_OPTIONAL = Text("Không bắt buộc, có thì chụp", "Optional: scan it if you have it")
_REQUIRED = Text("Bắt buộc", "Required")
_LIVE_PAGES = 3


class RowState(StrEnum):
    """How far a row has come."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class RowProps:
    """One attachment row as the list shows it; ``number`` counts from 1."""

    component: str
    number: int
    name: str
    gloss: str
    state: RowState
    required: bool


@dataclass(frozen=True, slots=True)
class PapersProps:
    """``wanted`` is the required row that must be scanned before the citizen may go on, empty when there is none.

    ``lacking`` names all such rows, as they stand in the list below.
    """

    rows: tuple[RowProps, ...] = ()
    wanted: str = ""
    missing: bool = False
    changing: bool = False
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class ScanReadyProps:
    """``kept`` is how many sides of this row are safe already; ``again`` names the one that is to be done again.

    ``this_side_up``: that very side must face up.
    """

    name: str = ""
    duplex: bool = True
    kept: int = 0
    again: str = ""
    this_side_up: bool = False


@dataclass(frozen=True, slots=True)
class ScanningProps:
    """The last sides of the row, and the one that the scanner is reading (``fraction`` of it has been read).

    ``backs`` while these are the backs of a turned stack.
    """

    name: str = ""
    rows: tuple[RowProps, ...] = ()
    pages: tuple[PageProps, ...] = ()
    under_way: int = 0
    fraction: float = 0.0
    sentence: str = ""
    stopping: bool = False
    backs: bool = False


def _gloss(row: PaperRow, language: Language) -> str:
    if row.pages:
        return counted_sides(len(row.pages)).of(language)
    name, plain = row.row.name.of(language), row.row.plain.of(language)
    need = _REQUIRED if row.required or row.row.requirement is Requirement.REQUIRED else _OPTIONAL
    return need.of(language) if plain in {"", name} else f"{need.of(language)}\u00a0· {plain}"


def derive_rows(rows: tuple[PaperRow, ...], now: str | None, language: Language) -> tuple[RowProps, ...]:
    """Derive the list; ``now`` is the component that is being done."""
    return tuple(
        RowProps(
            component=row.row.component,
            number=number,
            name=row.row.name.of(language),
            gloss=_gloss(row, language),
            state=RowState.NOW if row.row.component == now else RowState.DONE if row.pages else RowState.LATER,
            required=row.required,
        )
        for number, row in enumerate(rows, 1)
    )


def derive_papers(screen: Papers, language: Language) -> PapersProps:
    """Derive the list of papers; the row to do next is marked."""
    wanted = next((row.row.component for row in screen.rows if row.required and not row.pages), "")
    lacking = "; ".join(row.row.name.of(language) for row in screen.rows if row.required and not row.pages)
    rows = derive_rows(screen.rows, screen.next_row, language)
    return PapersProps(rows, wanted, screen.missing, screen.changing, lacking)


def derive_scan_ready(screen: ScanReady, language: Language) -> ScanReadyProps:
    """Derive how to lay the paper of one row."""
    row = next(row for row in screen.rows if row.row.component == screen.component)
    again = "" if screen.again is None else side_name(screen.again).of(language)
    return ScanReadyProps(row.row.name.of(language), screen.duplex, screen.kept, again, screen.this_side_up)


def progress_sentence(done: int, *, under_way: bool) -> Text:
    """Say in one sentence how many sides are done and which one is being read."""
    if not done:
        if not under_way:
            return Text("Máy đang kéo giấy vô.", "The machine is pulling the paper in.", "Máy đang kéo giấy vào.")
        return Text("Máy đang chụp <b>mặt 1</b>.", "Scanning <b>side 1</b>.")
    sides = "side" if done == 1 else "sides"
    if not under_way:
        return Text(f"Máy đã chụp <b>{done} mặt</b>.", f"<b>{done} {sides}</b> scanned.")
    return Text(
        f"Máy đã chụp <b>{done} mặt</b>, đang chụp mặt {done + 1}.",
        f"<b>{done} {sides}</b> scanned, now side {done + 1}.",
    )


def derive_scanning(screen: Scanning, language: Language, images: Images) -> ScanningProps:
    """Derive the live view: the newest sides and the sentence that follows the scanner."""
    name = next(row.row.name for row in screen.rows if row.row.component == screen.component)
    live = screen.under_way is not None
    first = max(0, len(screen.pages) - (_LIVE_PAGES - live))
    shown: tuple[Page, ...] = screen.pages[first:]
    return ScanningProps(
        name=name.of(language),
        rows=derive_rows(screen.rows, screen.component, language),
        pages=tuple(derive_page(page, first + index, language, images) for index, page in enumerate(shown)),
        under_way=len(screen.pages) + 1 if live else 0,
        fraction=screen.under_way.fraction if screen.under_way else 0.0,
        sentence=progress_sentence(len(screen.pages), under_way=live).of(language),
        stopping=screen.stopping,
        backs=screen.backs,
    )


class PapersModel(ScreenModel, props=PapersProps):
    """All rows."""

    def derive(self, screen: Papers, language: Language) -> PapersProps:
        """Derive the list."""
        return derive_papers(screen, language)

    @Slot(str)
    def openRow(self, component: str) -> None:  # noqa: N802 - QML's spelling
        """Scan a row, or look at its pages."""
        self.actions.open_row(component)

    @Slot()
    def finish(self) -> None:
        """Go on from the papers."""
        self.actions.finish_papers()


class ScanReadyModel(ScreenModel, props=ScanReadyProps):
    """How to lay the paper."""

    def derive(self, screen: ScanReady, language: Language) -> ScanReadyProps:
        """Derive the row and the choice of sides."""
        return derive_scan_ready(screen, language)

    @Slot(bool)
    def chooseDuplex(self, duplex: bool) -> None:  # noqa: FBT001, N802 - QML's spelling; the one thing that is said
        """Say whether the paper has writing on both sides."""
        self.actions.choose_duplex(duplex)

    @Slot()
    def start(self) -> None:
        """Scan now."""
        self.actions.start_scan()


class ScanningModel(ScreenModel, props=ScanningProps):
    """Pages come in."""

    def derive(self, screen: Scanning, language: Language) -> ScanningProps:
        """Derive the live view."""
        return derive_scanning(screen, language, self.around.images)

    @Slot()
    def stop(self) -> None:
        """Ask the scanner to stop."""
        self.actions.stop_scan()
