"""Papers, row by row: scan, look, keep or do it again. What is safe stays safe through every fault."""

from __future__ import annotations

from kiosk.documents import bind
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.session.card_desk import CardDesk
from kiosk.session.draft import Draft, PapersOfRow, Section
from kiosk.session.position import AtRow, RowStop, Stop
from kiosk.session.route import missing_row, start_of
from kiosk.session.services import Services
from kiosk.session.sheets import go_on, sheet_count


class PaperDesk(CardDesk):
    """Scans the attachment rows. ``unconfirmed`` holds pages that the citizen has not accepted yet, by row."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.unconfirmed: dict[str, tuple[Page, ...]] = {}
        self.duplex = True
        self.fault = ScanStatus.FAILED
        self.too_large = False
        self.papers_missing = False
        self._binding = False

    def open_row(self, component: str) -> None:
        """Open a row: to scan it, or to look at the pages that it has already."""
        if not self.at(Stop.PAPERS) or self.draft is None:
            return
        row = next((row for row in self.draft.paper_rows() if row.row.component == component), None)
        if row is None:
            return
        if row.pages and component not in self.unconfirmed:
            self.unconfirmed[component] = row.pages
        self.too_large = False
        self.go(AtRow(RowStop.REVIEW if self.unconfirmed.get(component) else RowStop.READY, component))

    def choose_duplex(self, duplex: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Say whether the paper has writing on both sides."""
        self.duplex = duplex
        self.publish()

    def start_scan(self) -> None:
        """Scan what lies in the feeder for the row on the screen."""
        at = self.position
        if isinstance(at, AtRow) and at.stop in {RowStop.READY, RowStop.FAULT} and not self.scan.running:
            self.go(AtRow(RowStop.SCANNING, at.component))
            self.scan.start(ScanRequest(self.duplex, self.services.scan_dpi), self._scanned)

    resume_scan = start_scan

    def stop_scan(self) -> None:
        """Ask the scanner to stop; the pages so far are kept."""
        if isinstance(self.position, AtRow) and self.position.stop is RowStop.SCANNING:
            self.scan.stop()

    def _scanned(self, outcome: ScanOutcome) -> None:
        at = self.position
        if not isinstance(at, AtRow):
            return
        kept = self.unconfirmed.get(at.component, ())
        pages = self.unconfirmed[at.component] = go_on(kept, outcome.pages, duplex=self.duplex)
        if outcome.status is ScanStatus.OK or (outcome.status is ScanStatus.CANCELLED and pages):
            self.move(AtRow(RowStop.REVIEW, at.component))
        elif outcome.status is ScanStatus.CANCELLED:
            self.step_back()
        else:
            self.fault = outcome.status
            self.move(AtRow(RowStop.FAULT, at.component))

    def leave_fault(self) -> None:
        """Leave a fault: look at what is safe, or go back to the list of papers."""
        at = self.position
        if isinstance(at, AtRow) and at.stop is RowStop.FAULT:
            if self.unconfirmed.get(at.component):
                self.move(AtRow(RowStop.REVIEW, at.component))
            else:
                self._to_papers()

    def scan_more(self) -> None:
        """Add sheets to the pages under review."""
        if isinstance(self.position, AtRow) and self.position.stop is RowStop.REVIEW:
            self.move(AtRow(RowStop.READY, self.position.component))

    def rescan(self) -> None:
        """Do this row again from the first sheet; the pages under review are given up."""
        if isinstance(self.position, AtRow) and self.position.stop is RowStop.REVIEW:
            component = self.position.component
            self.unconfirmed.pop(component, None)
            self._drop(component)
            self.move(AtRow(RowStop.READY, component))

    def remove_page(self, index: int) -> None:
        """Take one side out of the pages under review; ``index`` counts from 0."""
        at = self.position
        if not isinstance(at, AtRow) or at.stop is not RowStop.REVIEW:
            return
        pages = self.unconfirmed.get(at.component, ())
        self.too_large = False
        rest = self.unconfirmed[at.component] = pages[:index] + pages[index + 1 :]
        if rest:
            self.publish()
        else:
            self._drop(at.component)
            self.move(AtRow(RowStop.READY, at.component))

    def _drop(self, component: str) -> None:
        if self.draft is not None:
            self.draft.keep_papers(component, None)

    def keep_pages(self) -> None:
        """Accept the pages: bind them in the background, then go on to the list of papers."""
        at, draft = self.position, self.draft
        if not isinstance(at, AtRow) or at.stop is not RowStop.REVIEW or draft is None or self._binding:
            return
        pages = self.unconfirmed.get(at.component, ())
        budget = draft.row(at.component).max_bytes
        self._binding = True
        self.services.jobs.run(
            lambda: bind(pages, budget),
            lambda pdf: self._bound(draft, at.component, pages, pdf),
            lambda _error: self._bound(draft, at.component, pages, None),
        )

    def _bound(self, draft: Draft, component: str, pages: tuple[Page, ...], pdf: bytes | None) -> None:
        self._binding = False
        if self.draft is not draft or not self.at(AtRow(RowStop.REVIEW, component)):
            return
        if pdf is None:
            self.too_large = True
            self.publish()
            return
        draft.keep_papers(component, PapersOfRow(pages, pdf))
        self.unconfirmed.pop(component, None)
        self._to_papers()

    def _to_papers(self) -> None:
        while self.history and isinstance(self.history[-1], AtRow):
            self.history.pop()
        if self.history and self.history[-1] is Stop.PAPERS:
            self.history.pop()
        self.papers_missing = False
        self.move(Stop.PAPERS)

    def finish_papers(self) -> None:
        """Go on from the list of papers, unless a required row is still empty."""
        if not self.at(Stop.PAPERS) or self.draft is None:
            return
        self.papers_missing = missing_row(self.draft) is not None
        if self.papers_missing:
            self.publish()
        else:
            self.go_on(start_of(self.draft, Section.DELIVERY))

    def sheets_fed(self) -> int:
        """Return how many sheets the citizen has fed in all: these are to be taken home."""
        papers = self.draft.papers.values() if self.draft else ()
        return sum(sheet_count(row.pages) for row in papers)

    def forget_papers(self) -> None:
        """Drop every page and stop the scanner."""
        self.scan.abandon()
        self.unconfirmed, self.duplex, self.too_large, self.papers_missing = {}, True, False, False
        self.card_problem, self.card_unreadable, self.card_was_scanned = None, False, False
        self._binding = False
