"""The pages of one row under review: turned, moved, taken out, done again, and kept. Each change can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.documents import bind
from kiosk.session.draft import Draft, PapersOfRow
from kiosk.session.paper_desk import PaperDesk
from kiosk.session.position import AtRow, RowStop
from kiosk.session.row_pages import RowPages
from kiosk.session.screens import RemovePageSheet
from kiosk.session.services import Services


class ReviewDesk(PaperDesk):
    """Changes what was scanned, one step at a time; nothing of it is sent before ``keep_pages``."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.too_large = False
        self.binds = False

    def scan_more(self) -> None:
        """Add sheets to the pages under review."""
        at = self._reviewed()
        if at is not None:
            self.move(AtRow(RowStop.READY, at.component))

    def rescan(self) -> None:
        """Do this row again from the first sheet; the pages that are here stay until new ones have come."""
        at = self._reviewed()
        if at is not None:
            self.over_again = True
            self.move(AtRow(RowStop.READY, at.component))

    def rescan_page(self, index: int) -> None:
        """Feed the sheet of one side once more, to take that side's place."""
        at = self._reviewed(index)
        if at is not None:
            self.redoing = index
            self.move(AtRow(RowStop.READY, at.component))

    def turn_stack(self) -> None:
        """Show how to turn the stack over, when the pages were looked at without its backs."""
        at = self._reviewed()
        if at is not None and self.wants_backs(at.component):
            self.move(AtRow(RowStop.TURN, at.component))

    def turn_page(self, index: int) -> None:
        """Turn one side by a quarter, clockwise."""
        self._change(index, lambda row: row.turned(index))

    def move_page(self, index: int, places: int) -> None:
        """Move one side: less than 0 leads to the front."""
        self._change(index, lambda row: row.moved(index, places))

    def ask_remove_page(self, index: int) -> None:
        """Ask whether a side is to be taken out, and show which one it is."""
        at = self._reviewed(index)
        if at is not None and self.draft is not None:
            page = self.unconfirmed[at.component].pages[index]
            self.sheet = RemovePageSheet(index, page, self.draft.row(at.component).name)
            self.publish()

    def remove_page(self, index: int) -> None:
        """Take one side out; ``index`` counts from 0. With the last side the paper counts as not scanned."""
        self.sheet = None
        at = self._reviewed(index)
        if at is None or self.draft is None:
            return
        self._change(index, lambda row: row.without(index))
        if not self.unconfirmed[at.component].pages:
            self.forget_row(at.component)
            self.draft.keep_papers(at.component, None)
            self.move(AtRow(RowStop.READY, at.component))

    def undo_pages(self) -> None:
        """Take the last change of these pages back."""
        at = self._reviewed()
        if at is not None and self.undoable.get(at.component):
            *rest, before = self.undoable[at.component]
            self.undoable[at.component], self.unconfirmed[at.component] = tuple(rest), before
            self.too_large = False
            self.publish()

    def _reviewed(self, index: int = 0) -> AtRow | None:
        at = self.position
        if not isinstance(at, AtRow) or at.stop is not RowStop.REVIEW or self.binds:
            return None
        return at if 0 <= index < len(self.unconfirmed.get(at.component, RowPages()).pages) else None

    def _change(self, index: int, change: Callable[[RowPages], RowPages]) -> None:
        at = self._reviewed(index)
        if at is not None:
            self.too_large = False
            self.put_row(at.component, change(self.unconfirmed[at.component]), undoable=True)
            self.publish()

    def keep_pages(self) -> None:
        """Accept the pages: bind and seal them in the background, then go on to the list of papers."""
        at, draft = self._reviewed(), self.draft
        if at is None or draft is None:
            return
        row = replace(self.unconfirmed[at.component], turning=None)
        budget = draft.row(at.component).max_bytes
        outbox = self.services.outbox
        self.binds = True

        def work() -> PapersOfRow | None:
            pdf = bind(row.pages, budget)
            return None if pdf is None else PapersOfRow(row, pdf, outbox.seal_paper(pdf))

        self.services.jobs.run(
            work,
            lambda papers: self._bound(draft, at.component, papers),
            lambda _error: self._bound(draft, at.component, None),
        )

    def _bound(self, draft: Draft, component: str, papers: PapersOfRow | None) -> None:
        self.binds = False
        if self.draft is not draft or not self.at(AtRow(RowStop.REVIEW, component)):
            return
        if papers is None:
            self.too_large = True
            self.publish()
            return
        draft.keep_papers(component, papers)
        self.forget_row(component)
        self.to_papers()

    def forget_papers(self) -> None:
        """Drop every page and stop the scanner."""
        super().forget_papers()
        self.too_large, self.binds = False, False
