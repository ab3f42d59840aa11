"""Papers, row by row: the list of them and the scanner. What is safe stays safe through every fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from kiosk.documents import mark_duplicates, prepare
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.session.card_desk import CardDesk
from kiosk.session.draft import Section
from kiosk.session.position import AtRow, RowStop, Stop
from kiosk.session.route import missing_row, start_of
from kiosk.session.row_pages import RowPages
from kiosk.session.services import Services


class PaperDesk(CardDesk):
    """Scans the attachment rows. ``unconfirmed`` holds pages that the citizen has not accepted yet, by row.

    ``undoable`` holds what they were before each change, newest last. The next batch is joined to them unless the whole
    row is done ``over_again``, one side is ``redoing`` (its index), or it is the ``backs`` of a turned stack; these may
    be done over as well. ``one_sided`` is what the scanner has shown of itself.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.unconfirmed: dict[str, RowPages] = {}
        self.undoable: dict[str, tuple[RowPages, ...]] = {}
        self.over_again = False
        self.redoing: int | None = None
        self.backs = False
        self.backs_over = False
        self.one_sided = False
        self.duplex = True
        self.fault = ScanStatus.FAILED
        self.papers_missing = False
        self._broke_off = False

    def open_row(self, component: str) -> None:
        """Open a row: to scan it, or to look at the pages that it has already."""
        if not self.at(Stop.PAPERS) or self.draft is None:
            return
        row = next((row for row in self.draft.paper_rows() if row.row.component == component), None)
        if row is None:
            return
        if row.pages and component not in self.unconfirmed:
            self.put_row(component, self.draft.papers[component].row)
        self._scan_afresh()
        self.go(AtRow(RowStop.REVIEW if component in self.unconfirmed else RowStop.READY, component))

    def put_row(self, component: str, row: RowPages, *, undoable: bool = False) -> None:
        """Put pages under review; what they were before can be brought back where that is ``undoable``."""
        before = self.unconfirmed.get(component)
        kept = self.undoable.get(component, ()) if undoable else ()
        self.undoable[component] = (*kept, before) if undoable and before is not None else kept
        self.unconfirmed[component] = replace(row, pages=mark_duplicates(row.pages))

    def forget_row(self, component: str) -> None:
        """Drop what is under review of a row."""
        self.unconfirmed.pop(component, None)
        self.undoable.pop(component, None)

    def pages_that_stay(self, component: str) -> tuple[Page, ...]:
        """Return the sides of a row that the batch under way is joined to."""
        row = self.unconfirmed.get(component, RowPages())
        if self.over_again:
            return ()
        return row.without_backs().pages if self.backs_over else row.pages

    def _scan_afresh(self) -> None:
        self.over_again, self.redoing, self._broke_off = False, None, False
        self.backs, self.backs_over = False, False

    def choose_duplex(self, duplex: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Say whether the paper has writing on both sides."""
        self.duplex = duplex
        self.publish()

    def start_scan(self) -> None:
        """Scan what lies in the feeder for the row on the screen."""
        at = self.position
        if isinstance(at, AtRow) and at.stop in {RowStop.READY, RowStop.FAULT} and not self.scan.running:
            self.go(AtRow(RowStop.SCANNING, at.component))
            self._start(at.component)

    resume_scan = start_scan

    @property
    def _asks_for_both(self) -> bool:
        return self.duplex and not self.backs

    def _start(self, component: str) -> None:
        request = ScanRequest(self._asks_for_both, self.services.scan_dpi)
        self.scan.start(request, self._scanned, self._look_for(component))

    def _look_for(self, component: str) -> Callable[[Page], Page]:
        """Return how to look at the sides that come: each with the versions that it may need among those before it."""
        sides = count(1 + len(self.unconfirmed.get(component, RowPages()).pages))
        budget = self.draft.row(component).max_bytes if self.draft else 0
        return lambda page: prepare(page, budget / next(sides), whole=True)

    def scan_backs(self) -> None:
        """Scan the backs of the turned stack; those that did not match the fronts are done over."""
        at = self.position
        if isinstance(at, AtRow) and at.stop is RowStop.TURN and not self.scan.running:
            stack = self.unconfirmed[at.component].turning
            self._scan_afresh()
            self.backs, self.backs_over = True, stack is not None and stack.ended
            self.move(AtRow(RowStop.SCANNING, at.component))
            self._start(at.component)

    def leave_backs(self) -> None:
        """Go on with the backs that are here: none where they are empty, or what came."""
        at = self.position
        if isinstance(at, AtRow) and at.stop is RowStop.TURN:
            row = self.unconfirmed[at.component]
            self.put_row(at.component, replace(row, turning=None), undoable=True)
            self.move(AtRow(RowStop.REVIEW, at.component))

    def wants_backs(self, component: str) -> bool:
        """Say whether a row still asks for the backs of its stack."""
        return self.unconfirmed.get(component, RowPages()).wants_backs

    def stop_scan(self) -> None:
        """Ask the scanner to stop; the pages so far are kept."""
        if isinstance(self.position, AtRow) and self.position.stop is RowStop.SCANNING:
            self.scan.stop()

    def _scanned(self, outcome: ScanOutcome) -> None:
        at = self.position
        if not isinstance(at, AtRow):
            return
        one_side_done_again = self.redoing is not None
        if outcome.pages:
            self.one_sided = outcome.one_sided if self._asks_for_both else self.one_sided
            self._take_batch(at.component, outcome.pages, one_sided=outcome.one_sided)
        if outcome.status in {ScanStatus.OK, ScanStatus.CANCELLED}:
            if self.backs and outcome.status is ScanStatus.OK:
                self.unconfirmed[at.component] = self.unconfirmed[at.component].stack_ended()
            self._scan_afresh()
            if at.component not in self.unconfirmed:
                self.step_back()
            elif self.wants_backs(at.component) and not one_side_done_again:
                self.move(AtRow(RowStop.TURN, at.component))
            else:
                self.move(AtRow(RowStop.REVIEW, at.component))
        else:
            self._broke_off = bool(outcome.pages) or self._broke_off
            self.fault = outcome.status
            self.move(AtRow(RowStop.FAULT, at.component))

    def _take_batch(self, component: str, arrived: tuple[Page, ...], *, one_sided: bool) -> None:
        kept = self.unconfirmed.get(component, RowPages())
        if self.backs:
            before = kept.without_backs() if self.backs_over else kept
            row = before.backed(arrived, reversing=self.services.reverses_stack)
            self.put_row(component, row, undoable=self.backs_over)
        elif self.over_again:
            self.put_row(component, kept.over_again(arrived, one_sided=one_sided), undoable=True)
        elif self.redoing is not None and self.redoing < len(kept.pages):
            self.put_row(component, kept.redone(self.redoing, arrived), undoable=True)
        else:
            resumes = self.duplex and self._broke_off and not one_sided
            self.put_row(component, kept.joined(arrived, resumes=resumes, one_sided=one_sided))
        self.over_again, self.redoing, self.backs_over = False, None, False

    def leave_fault(self) -> None:
        """Leave a fault: look at what is safe, or go back to the list of papers."""
        at = self.position
        if isinstance(at, AtRow) and at.stop is RowStop.FAULT:
            self._scan_afresh()
            if at.component in self.unconfirmed:
                self.move(AtRow(RowStop.REVIEW, at.component))
            else:
                self.to_papers()

    def leave_row(self, at: AtRow) -> None:
        """Go back from the scanner to the pages that are there already, and from these to the list of papers."""
        if at.stop is RowStop.REVIEW:
            self.to_papers()
        elif at.stop in {RowStop.READY, RowStop.TURN} and at.component in self.unconfirmed:
            self._scan_afresh()
            self.move(AtRow(RowStop.REVIEW, at.component))
        elif at.stop is RowStop.FAULT:
            self.leave_fault()
        elif at.stop is RowStop.SCANNING:
            self.stop_scan()
        else:
            self.step_back()

    def to_papers(self) -> None:
        """Go back to the list of papers, which is where rows are opened from."""
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
        """Return how many sheets the citizen has fed in all, kept or not: these are to be taken home."""
        kept = {component: papers.row for component, papers in self.draft.papers.items()} if self.draft else {}
        return sum(row.to_take_home for row in {**kept, **self.unconfirmed}.values())

    def has_originals(self) -> bool:
        """Say whether the citizen has put anything into the scanner, or is just doing so."""
        return self.scan.running or self.card_was_scanned or self.sheets_fed() > 0

    def forget_papers(self) -> None:
        """Drop every page and stop the scanner."""
        self.scan.abandon()
        self.unconfirmed, self.undoable, self.duplex, self.papers_missing = {}, {}, True, False
        self._scan_afresh()
        self.forget_card()
