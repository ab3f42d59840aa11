"""One scan under way: events become pages, a wish to stop reaches the scanner, late news are dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from kiosk.documents import inspect
from kiosk.domain.page import Page
from kiosk.domain.scan import (
    ScanEvent,
    ScanOutcome,
    ScanRequest,
    ScanStatus,
    SideProgress,
    SideScanned,
    SideStarted,
)
from kiosk.ports.jobs import Jobs
from kiosk.ports.scanner import Scanner
from kiosk.session.screens import SideUnderWay


class ScanFlow:
    """Runs one batch at a time in the background. ``changed`` is called after every event, on the caller's thread."""

    def __init__(self, scanner: Scanner, jobs: Jobs, changed: Callable[[], None]) -> None:
        self._scanner = scanner
        self._jobs = jobs
        self._changed = changed
        self._cancel: threading.Event | None = None
        self.pages: tuple[Page, ...] = ()
        self.under_way: SideUnderWay | None = None

    @property
    def running(self) -> bool:
        """Whether a batch is under way."""
        return self._cancel is not None

    @property
    def stopping(self) -> bool:
        """Whether the citizen asked to stop and the scanner has not ended yet."""
        return self._cancel is not None and self._cancel.is_set()

    def start(
        self,
        request: ScanRequest,
        finished: Callable[[ScanOutcome], None],
        look: Callable[[Page], Page] = inspect,
    ) -> None:
        """Begin a batch; ``finished`` gets the outcome with the pages that were told on the way, each looked at."""
        cancel = self._cancel = threading.Event()
        self.pages, self.under_way = (), None

        def work(emit: Callable[[ScanEvent], None]) -> ScanOutcome:
            def tell(event: ScanEvent) -> None:
                emit(SideScanned(look(event.page)) if isinstance(event, SideScanned) else event)

            return self._scanner.scan(request, tell, cancel)

        def event(news: ScanEvent) -> None:
            if self._cancel is cancel:
                self._take(news)

        def done(outcome: ScanOutcome) -> None:
            if self._cancel is cancel:
                self._cancel, self.under_way = None, None
                finished(replace(outcome, pages=self.pages))

        def failed(error: Exception) -> None:
            done(ScanOutcome(ScanStatus.FAILED, (), 0, type(error).__name__))

        self._jobs.stream(work, event, done, failed)

    def stop(self) -> None:
        """Ask the scanner to stop after what it is doing; the outcome still comes."""
        if self._cancel is not None:
            self._cancel.set()
            self._changed()

    def abandon(self) -> None:
        """Stop and forget: no news of this batch will be heard any more."""
        if self._cancel is not None:
            self._cancel.set()
        self._cancel, self.pages, self.under_way = None, (), None

    def _take(self, event: ScanEvent) -> None:
        match event:
            case SideStarted(sheet, side):
                self.under_way = SideUnderWay(sheet, side, 0.0)
            case SideProgress(sheet, side, fraction):
                self.under_way = SideUnderWay(sheet, side, fraction)
            case SideScanned(page):
                self.pages = (*self.pages, page)
                self.under_way = None
        self._changed()
