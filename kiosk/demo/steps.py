"""The steps of a journey at the kiosk, each as a citizen would tell it; journeys are made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kiosk.demo.walker import Walker
from kiosk.domain.outbox import DeliveryStatus
from kiosk.domain.submission import JsonValue
from kiosk.session import screens


def enter(walker: Walker, code: str) -> None:
    """Go from the attract screen to where the machine asks who is filing."""
    walker.arrive(screens.Attract)
    walker.press("start")
    walker.arrive(screens.Home)
    walker.press("tile:file")
    walker.choose(code)
    walker.arrive(screens.Guide)
    walker.leave(screens.Guide)
    walker.arrive(screens.Notice)
    walker.leave(screens.Notice)
    walker.arrive(screens.Identify)


def identify_by_card(walker: Walker) -> None:
    """Lay the card on the scanner and take what it says."""
    walker.press("card")
    walker.arrive(screens.CardReady)
    walker.dock.press("scanner/card")
    walker.press("scan")
    walker.arrive(screens.CardRead, patience=60)
    walker.leave(screens.CardRead)


def scan_row(walker: Walker, component: str, *, jam: bool = False, papers: str = "scanner/papers") -> None:
    """Scan one attachment row and keep its pages, through a jam when there is to be one."""
    walker.arrive(screens.Papers)
    walker.press(f"row:{component}")
    walker.arrive(screens.ScanReady)
    walker.dock.press(papers)
    if jam:
        walker.dock.press("scanner/jam")
    walker.press("scan")
    if jam:
        walker.arrive(screens.ScanFault, patience=60)
        walker.dock.press("scanner/clear")
        walker.press("resume")
    walker.arrive(screens.ReviewPages, patience=60)
    walker.press("keep-pages")
    walker.arrive(screens.Papers, patience=60)


def scan_required_rows(walker: Walker) -> None:
    """Scan one sheet for each row that the procedure cannot be filed without; pass over the others."""
    while isinstance(papers := walker.view().screen, screens.Papers):
        empty = next((row.row.component for row in papers.rows if row.required and not row.pages), None)
        if empty is None:
            walker.leave(screens.Papers)
        else:
            scan_row(walker, empty, papers="scanner/single")


def change_one(walker: Walker, name: str, value: JsonValue) -> None:
    """Change one answer from the check page and come straight back."""
    walker.arrive(screens.Check)
    walker.press(f"change:question:{name}")
    walker.hand.wait(lambda: isinstance(walker.view().screen, screens.AskQuestion), "the question to change")
    walker.press("key:delete")
    walker.type_digits(str(value))
    walker.look(f"change-{name}")
    walker.leave(screens.AskQuestion)
    walker.arrive(screens.Check)
    walker.leave(screens.Check)


def declare_and_send(walker: Walker) -> None:
    """Tick the declaration, send, and wait until the dossier is safe."""
    walker.arrive(screens.Declare)
    walker.press("tick")
    walker.press("send")
    walker.arrive(screens.SlipReady, patience=60)


def take_slip(walker: Walker, *, line_comes_back: bool = False) -> DeliveryStatus:
    """Take slip and originals, rate, and leave; returns what the slip says about the dossier."""
    walker.hand.wait(lambda: walker.slip().outcome is not None, "the printer's answer", 60)
    walker.look("SlipPrinted")
    delivery = walker.slip().delivery
    if line_comes_back:
        walker.dock.press("network/on")
        walker.hand.wait(lambda: walker.slip().filed, "the portal's receipt", 90)
        walker.look("Filed")
    walker.press("took-slip")
    if not isinstance(walker.view().screen, screens.Rate):
        walker.arrive(screens.TakeOriginals)
        walker.press("took-originals")
    walker.arrive(screens.Rate)
    walker.press("rate:3")
    walker.arrive(screens.Attract)
    return delivery


def come_back(walker: Walker) -> None:
    """Come back with the slip when the dossier is done, and have its result on paper where there is a printer."""
    walker.dock.press("portal/result")
    walker.press("start")
    walker.arrive(screens.Home)
    walker.press("tile:collect")
    walker.arrive(screens.ShowSlip)
    walker.dock.press("scanner/slip")
    walker.press("scan")
    walker.arrive(screens.DossierFound, patience=60)
    if walker.found().can_print:
        walker.press("result:0")
        walker.hand.wait(lambda: walker.hand.sees("print"), "the result from the portal", 60)
        walker.look("PrintResult")
        walker.press("print")
        walker.hand.wait(lambda: walker.hand.sees("took-paper"), "the printer's answer", 60)
        walker.look("ResultPrinted")
        walker.press("took-paper")
        walker.arrive(screens.DossierFound)
    walker.press("done")
    walker.press("sheet:wipe")  # after the reminder to take the slip along
    walker.arrive(screens.Attract)


def write_summary(folder: Path, delivery: DeliveryStatus, pictures: Sequence[str]) -> None:
    """Leave ``summary.json`` for the demo, which completes it."""
    walked = {
        "reference_code": delivery.reference_code,
        "submission_id": str(delivery.submission_id),
        "screens": pictures,
    }
    (folder / "summary.json").write_text(json.dumps(walked, ensure_ascii=False), encoding="utf-8")
