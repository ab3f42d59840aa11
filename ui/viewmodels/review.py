"""Look at the pages of one row and confirm the number of sheets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.page import PageProblem
from kiosk.domain.text import Language, Text
from kiosk.session.screens import RemovePageSheet, ReviewPages
from ui.images import LARGE_WIDTH, Images
from ui.viewmodels.pages import PageProps, derive_page, side_name
from ui.viewmodels.screen import ScreenModel
from ui.viewmodels.sheets import SheetModel

_TOO_LARGE = Text(
    "Giấy này nhiều quá, máy không gửi gọn được. Bỏ bớt mặt giấy trắng hoặc kêu người giúp.",
    "These pages are too large to send. Remove blank sides, or call for help.",
    "Giấy này nhiều quá, máy không gửi gọn được. Bỏ bớt mặt giấy trắng hoặc gọi người giúp.",
)
_ODD = Text(
    "Có tờ chỉ thấy một mặt. Coi lại có thiếu mặt nào không.",
    "One sheet shows one side only. Please check the pages.",
    "Có tờ chỉ thấy một mặt. Xem lại có thiếu mặt nào không.",
)
_NO_BACKS = Text(
    "Mặt sau chưa chụp đủ. Giấy có chữ hai mặt thì bấm Chụp mặt sau.",
    "Not all backs were scanned. If there is writing on them, press Scan the backs.",
)
_UNCLEAR = Text("Có mặt chụp chưa rõ. Chụp lại cho chắc.", "Some pages are not clear. Better scan them again.")


@dataclass(frozen=True, slots=True)
class ReviewProps:
    """``doubt`` is a sentence that asks for a second look; ``enlarged`` is the address of the side shown large.

    ``enlarged_index`` is -1 while all are shown small. ``may_turn``: a stack can be turned over for its backs.
    """

    name: str = ""
    question: str = ""
    pages: tuple[PageProps, ...] = ()
    doubt: str = ""
    may_undo: bool = False
    may_turn: bool = False
    enlarged_index: int = -1
    enlarged_name: str = ""
    enlarged: str = ""


@dataclass(frozen=True, slots=True)
class RemoveProps:
    """The side that is to be taken out, with its picture."""

    title: str = ""
    body: str = ""
    remove_text: str = ""
    source: str = ""


def count_question(sheets: int, sides: int, removed: int = 0) -> Text:
    """Ask whether the machine has counted as the citizen does; what was taken out is counted too."""
    in_sheets = "sheet" if sheets == 1 else "sheets"
    in_sides = "side" if sides == 1 else "sides"
    if removed:
        return Text(
            f"Máy chụp {sheets}\u00a0tờ: giữ {sides}\u00a0mặt, bỏ {removed}\u00a0mặt. Đúng không?",
            f"{sheets}\u00a0{in_sheets} scanned: {sides}\u00a0{in_sides} kept, {removed}\u00a0removed. Is that right?",
        )
    return Text(
        f"Máy chụp được {sheets}\u00a0tờ, {sides}\u00a0mặt. Đúng không?",
        f"The machine has {sheets}\u00a0{in_sheets}, {sides}\u00a0{in_sides}. Is that right?",
    )


def _doubt(screen: ReviewPages) -> Text | None:
    if screen.too_large:
        return _TOO_LARGE
    if screen.may_turn:
        return _NO_BACKS
    if screen.odd_sides:
        return _ODD
    if any(page.problems - {PageProblem.BLANK} for page in screen.pages):
        return _UNCLEAR
    return None


def derive_review(screen: ReviewPages, enlarged: int, language: Language, images: Images) -> ReviewProps:
    """Derive the thumbnails and the question; ``enlarged`` is the index of the side shown large, or -1."""
    pages = tuple(derive_page(page, index, language, images) for index, page in enumerate(screen.pages))
    doubt = _doubt(screen)
    large = 0 <= enlarged < len(pages)
    return ReviewProps(
        name=screen.row.name.of(language),
        question=count_question(screen.sheets, len(screen.pages), screen.removed).of(language),
        pages=pages,
        doubt=doubt.of(language) if doubt else "",
        may_undo=screen.may_undo,
        may_turn=screen.may_turn,
        enlarged_index=enlarged if large else -1,
        enlarged_name=pages[enlarged].name if large else "",
        enlarged=images.page(screen.pages[enlarged], LARGE_WIDTH) if large else "",
    )


class ReviewPagesModel(ScreenModel, props=ReviewProps):
    """The pages of one row."""

    _enlarged = -1
    _shown: tuple[ReviewPages, Language] | None = None

    def derive(self, screen: ReviewPages, language: Language) -> ReviewProps:
        """Derive the thumbnails; when a side was taken out or brought back, all are shown again."""
        if self._shown is not None and len(self._shown[0].pages) != len(screen.pages):
            self._enlarged = -1
        self._shown = (screen, language)
        return derive_review(screen, self._enlarged, language, self.around.images)

    @Slot(int)
    def enlarge(self, index: int) -> None:
        """Show one side large."""
        self._enlarged = index
        if self._shown is not None:
            self.update(self.derive(*self._shown))

    @Slot()
    def reduce(self) -> None:
        """Back to the thumbnails."""
        self.enlarge(-1)

    @Slot(int)
    def turn(self, index: int) -> None:
        """Turn one side by a quarter."""
        self.actions.turn_page(index)

    @Slot(int, int)
    def move(self, index: int, places: int) -> None:
        """Move one side, and go on looking at it."""
        self._enlarged = index + places
        self.actions.move_page(index, places)

    @Slot(int)
    def remove(self, index: int) -> None:
        """Ask before one side is taken out."""
        self.actions.ask_remove_page(index)

    @Slot(int)
    def redo(self, index: int) -> None:
        """Scan one side again."""
        self.actions.rescan_page(index)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self.actions.undo_pages()

    @Slot()
    def turnStack(self) -> None:  # noqa: N802 - QML's spelling
        """Turn the stack over for its backs after all."""
        self.actions.turn_stack()

    @Slot()
    def keep(self) -> None:
        """Accept the pages."""
        self.actions.keep_pages()

    @Slot()
    def rescan(self) -> None:
        """Do the row again."""
        self.actions.rescan()

    @Slot()
    def scanMore(self) -> None:  # noqa: N802 - QML's spelling
        """Add sheets."""
        self.actions.scan_more()


def derive_remove(sheet: RemovePageSheet, language: Language, images: Images) -> RemoveProps:
    """Derive which side it is, and that the paper itself stays with the citizen."""
    vi, en = side_name(sheet.index + 1).vi, side_name(sheet.index + 1).en
    row = sheet.row
    body = Text(
        f"Mặt này của {row.vi} sẽ không gửi đi. Tờ giấy Ông/Bà vẫn giữ.",
        f"This side of {row.en} will not be sent. The sheet itself stays yours.",
    )
    return RemoveProps(
        title=Text(f"Bỏ {vi.lower()} ra?", f"Remove {en.lower()}?").of(language),
        body=body.of(language),
        remove_text=Text(f"Bỏ {vi.lower()} ra", f"Remove {en.lower()}").of(language),
        source=images.page(sheet.page),
    )


class RemovePageSheetModel(SheetModel, props=RemoveProps):
    """Really take this side out?"""  # noqa: D400 - it is a question

    _index = -1

    def derive(self, screen: RemovePageSheet, language: Language) -> RemoveProps:
        """Derive which side it is."""
        self._index = screen.index
        return derive_remove(screen, language, self.around.images)

    @Slot()
    def remove(self) -> None:
        """Take it out."""
        self.actions.remove_page(self._index)
