"""Run by benches in a process of its own: many citizens one after another in the real window, with papers."""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from pathlib import Path

import psutil
from bench.processes import megabytes
from doubles.devices import MemoryOutbox, ScriptedPrinter, ScriptedReader, ScriptedScanner

import config
from drivers.receipt_printer.driver import EscposReceiptPrinter
from drivers.receipt_printer.profile import Profile
from drivers.scanner import papers
from kiosk.bootstrap.clock import SystemClock, local_time
from kiosk.bootstrap.memory import Housekeeping, Sweeper, give_large_memory_back, keep_what_is_loaded
from kiosk.catalogue import load_catalogue
from kiosk.domain.page import Side
from kiosk.domain.slip import Slip
from kiosk.session import screens
from kiosk.session.screens import Errand
from kiosk.session.services import Services, Timings
from kiosk.session.session import Session
from ui.app import KioskUi, Look
from ui.finger import Finger
from ui.samples import facts

ANSWERS = {
    "method": "counter",
    "citizenQuanhe": "Mẹ đẻ",
    "citizenNDK_HoVaTen": "NGUYỄN VĂN PHƯỚC",
    "citizenNDK_NgaySinh": "15/08/1978",
    "citizenField13": "1",
    "citizenField32": "01",
    "citizenLoaiViecYeuCau": "Giấy khai sinh",
    "citizenHoSo_CoQuanDangKy": "XÃ BÌNH AN",
    "citizenSoLuongBanSao": 2,
}
SHEETS = ((1, Side.FRONT), (1, Side.BACK), (2, Side.FRONT), (2, Side.BACK))


class DrawingPrinter(ScriptedPrinter):
    """Answers at once, but draws the slip as the driver does."""

    def preview(self, slip: Slip) -> bytes:
        """Return the raster as a PNG."""
        return EscposReceiptPrinter("tcp://127.0.0.1:9", Profile(), 1.0).preview(slip)


class Citizens:
    """Files dossier after dossier by the session's verbs; every screen is really shown."""

    def __init__(self, ui: KioskUi) -> None:
        self.scanner, self.printer, self.outbox = ScriptedScanner(), DrawingPrinter(), MemoryOutbox()
        self.session = Session(
            Services(
                clock=SystemClock(),
                jobs=ui.jobs,
                scanner=self.scanner,
                printer=self.printer,
                code_reader=ScriptedReader(),
                outbox=self.outbox,
                catalogue=load_catalogue(Path(config.__file__).parent, lambda: date(2026, 10, 12)),
                place=facts.PLACE,
                agency_code="H00.00",
                lookup_url="https://portal.example/look",
                timings=Timings(receipt_wait=0.0),
                randomness=random.Random(1),
                scan_dpi=150,
            )
        )
        ui.show(self.session, facts.PLACE, local_time)
        ui.prepare()
        self.hand = Finger(ui.view, brisk=True)

    def arrive(self, kind: type[screens.Screen]) -> None:
        """Let the window show what comes until it is a screen of this kind."""
        self.hand.wait(lambda: isinstance(self.session.view.screen, kind), kind.__name__)
        self.hand.rest(0)

    def file_one(self) -> None:
        """From the attract screen to the attract screen."""
        session = self.session
        session.start()
        session.choose_errand(Errand.FILE)
        session.choose_procedure("2.000635")
        session.accept_guide()
        session.accept_notice()
        session.read_card()
        self._scan(session.start_card_scan, screens.CardRead)
        session.use_card()
        self._answer()
        session.open_row("uy_quyen")
        self._scan(session.start_scan, screens.ReviewPages)
        session.keep_pages()
        self.arrive(screens.Papers)
        session.finish_papers()
        self._answer()
        session.confirm_answers()
        session.tick_declaration(True)
        session.send()
        self.arrive(screens.SlipReady)
        self.outbox.file()
        self.hand.wait(lambda: self._slip().outcome is not None, "the printer's answer")
        session.took_slip()
        session.took_originals()
        session.rate(3)
        self.arrive(screens.Attract)
        self.outbox.forget()
        for kept in (self.printer.slips, self.scanner.requests):
            kept.clear()

    def _slip(self) -> screens.SlipReady:
        screen = self.session.view.screen
        assert isinstance(screen, screens.SlipReady)
        return screen

    def _scan(self, start: object, kind: type[screens.Screen]) -> None:
        self.scanner.load(*SHEETS)
        self.hand.rest(0)
        assert callable(start)
        start()
        self.arrive(kind)

    def _answer(self) -> None:
        while isinstance(screen := self.session.view.screen, screens.AskQuestion):
            self.session.answer(ANSWERS.get(screen.question.name))
            self.hand.rest(0)


def draw_papers() -> None:
    """Draw what is scanned beforehand and put the drawings away: they are the simulator's memory, not the kiosk's."""
    for side in (0, 1):
        papers.side_jpeg("uy_quyen", side, 150, True)
    papers._sides.cache_clear()


def main(sessions: int, looks: int) -> None:
    """File ``sessions`` dossiers; print number, RSS and PSS in MB as a line of JSON, looked at ``looks`` times."""
    give_large_memory_back()
    draw_papers()
    ui = KioskUi(Look(windowed=True, motion=False))
    citizens = Citizens(ui)
    keep_what_is_loaded()
    Sweeper(ui.jobs).begin()
    housekeeping = Housekeeping(ui.jobs, ui.collect_garbage)
    try:
        for number in range(1, sessions + 1):
            citizens.file_one()
            housekeeping.tidy()
            if number % max(1, sessions // looks) == 0:
                print(json.dumps((number, *megabytes(psutil.Process()))), flush=True)
    finally:
        ui.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
