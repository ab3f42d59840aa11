"""Run by test_one_sided.py in a process of its own: scans two sheets by touch on a scanner that reads one side."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import EXTRACT
from kiosk.demo.steps import enter, identify_by_card
from kiosk.demo.walker import DockButtons, Walker
from kiosk.session import screens
from kiosk.session.screens import View
from ui.finger import Finger


def main(config: str, dock: str, out: str) -> None:
    """Save the pages under review below ``out``; print what the screens on the way have counted."""
    counted: list[tuple[int, int]] = []

    def script(hand: Finger, view: Callable[[], View]) -> None:
        walker = Walker(hand, view, DockButtons(dock), None, EXTRACT)

        def turn() -> None:
            walker.arrive(screens.TurnStack, patience=60)
            screen = view().screen
            assert isinstance(screen, screens.TurnStack)
            counted.append((screen.fronts, screen.backs))

        walker.dock.press("scanner/one-sided")
        enter(walker, "2.000635")
        identify_by_card(walker)
        walker.answer_all()
        walker.press("row:uy_quyen")
        walker.arrive(screens.ScanReady)
        walker.dock.press("scanner/papers")
        walker.press("scan")
        turn()
        walker.press("back")  # somebody wonders, looks at the pages, and comes back
        walker.arrive(screens.ReviewPages)
        walker.press("turn-stack")
        turn()
        walker.dock.press("scanner/turn")
        walker.dock.press("scanner/open")
        walker.press("scan")
        walker.arrive(screens.ScanFault, patience=60)
        walker.dock.press("scanner/clear")
        walker.press("resume")
        walker.arrive(screens.ReviewPages, patience=60)
        review = view().screen
        assert isinstance(review, screens.ReviewPages)
        for number, page in enumerate(review.pages, 1):
            (Path(out) / f"{number}.jpg").write_bytes(page.jpeg)
        walker.press("keep-pages")
        walker.arrive(screens.Papers, patience=60)
        walker.press("leave")
        walker.press("sheet:wipe")
        walker.arrive(screens.Attract)

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script, brisk=True)
    print(json.dumps(counted))


if __name__ == "__main__":
    main(*sys.argv[1:])
