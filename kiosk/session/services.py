"""What a session needs from outside; the composition root hands it in as one value."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.catalogue import Catalogue
from kiosk.domain.money import NO_MONEY, Dong
from kiosk.domain.place import Place
from kiosk.domain.slip import PrintFault
from kiosk.domain.text import Text
from kiosk.ports.clock import Clock
from kiosk.ports.code_reader import CodeReader, HandheldReader
from kiosk.ports.document_printer import DocumentPrinter
from kiosk.ports.gifts import Gifts
from kiosk.ports.jobs import Jobs
from kiosk.ports.outbox import Outbox
from kiosk.ports.portal import Enquiries
from kiosk.ports.receipt_printer import ReceiptPrinter
from kiosk.ports.scanner import Scanner
from kiosk.session.display import USUAL, Display


@dataclass(frozen=True, slots=True)
class Timings:
    """All in seconds: silence before the warning, length of the warning, wait for the portal's receipt."""

    idle: float = 180.0
    idle_warning: float = 90.0
    receipt_wait: float = 6.0


@dataclass(frozen=True, slots=True)
class Aloud:
    """Whether screens are read aloud unasked: from the first touch on, and then also while nobody is at the desk."""

    at_start: bool = False
    after_hours: bool = False


@dataclass(frozen=True, slots=True)
class Practice:
    """Stand-ins for everything that takes paper in, gives paper out or keeps a dossier; nothing real is behind them."""

    scanner: Scanner
    printer: ReceiptPrinter
    code_reader: CodeReader
    outbox: Outbox


@dataclass(frozen=True, slots=True)
class Services:
    """Ports, data and settings of one kiosk. ``out_of_order`` says why no dossier can be taken, None when all is well.

    ``lookup_url`` is the page where a slip's code is looked up; ``scan_dpi`` the resolution in dots an inch;
    ``reverses_stack`` says that a stack comes out of the scanner in the opposite order;
    ``randomness`` must be a ``random.SystemRandom`` outside tests: look-up secrets come from it. ``renew`` gives these
    services with the newest catalogue, or the very same ones; it may take long and is called between two citizens.
    ``handheld`` is the reader that cards are held to, where there is one; in practice nothing is held to it.
    ``gifts`` are the vouchers that the slips of filed dossiers carry, where there are any.
    ``rests_without_slips`` puts the machine out of order while no slip can be printed; whoever looks after it is told
    by ``printer_stands``, None for a printer that works again.
    ``enquiries`` is whom to ask how dossiers stand, where there is a portal.
    ``documents`` is the A4 printer, where there is one, and ``page_price`` what a page of it costs.
    ``display`` is how every citizen finds the screen. With ``practice`` a journey can be practised: on services that
    have these parts in the place of the real ones, and ``practising`` set.
    """

    clock: Clock
    jobs: Jobs
    scanner: Scanner
    printer: ReceiptPrinter
    code_reader: CodeReader
    outbox: Outbox
    catalogue: Catalogue
    place: Place
    agency_code: str
    lookup_url: str
    timings: Timings
    randomness: random.Random
    scan_dpi: int = 300
    reverses_stack: bool = False
    aloud: Aloud = Aloud()
    handheld: HandheldReader | None = None
    gifts: Gifts | None = None
    out_of_order: Text | None = None
    display: Display = USUAL
    rests_without_slips: bool = False
    printer_stands: Callable[[PrintFault | None], None] = lambda _fault: None
    enquiries: Enquiries | None = None
    documents: DocumentPrinter | None = None
    page_price: Dong = NO_MONEY
    practice: Practice | None = None
    practising: bool = False
    renew: Callable[[Services], Services] = lambda services: services

    def to_practise(self, parts: Practice) -> Services:
        """Return services on which nothing is kept, sent or printed; only what can be filed here can be practised."""
        return replace(
            self,
            scanner=parts.scanner,
            printer=parts.printer,
            code_reader=parts.code_reader,
            handheld=None,
            gifts=None,
            outbox=parts.outbox,
            enquiries=None,
            documents=None,
            catalogue=self.catalogue.filed_here(),
            practice=None,
            practising=True,
        )
