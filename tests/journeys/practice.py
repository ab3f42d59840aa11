"""Run by test_practice.py in a process of its own: practises a whole journey by touch, then goes home for real."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import EXTRACT
from kiosk.demo.steps import declare_and_send
from kiosk.demo.walker import DockButtons, Walker
from kiosk.session import screens
from kiosk.session.screens import View
from ui.finger import Finger


def main(config: str, dock: str, out: str) -> None:
    """Print which screens came, and which of them did not say that this is practice."""
    seen: set[str] = set()
    unmarked: set[str] = set()

    def script(hand: Finger, view: Callable[[], View]) -> None:
        def look() -> View:
            now = view()
            seen.add(type(now.screen).__name__)
            if not now.practice:
                unmarked.add(type(now.screen).__name__)
            return now

        walker = Walker(hand, look, DockButtons(dock), Path(out), EXTRACT)
        walker.arrive(screens.Attract)
        walker.press("start")
        walker.arrive(screens.Home)
        walker.press("tile:practise")
        walker.choose("2.000635")
        for kind in (screens.Guide, screens.Notice):
            walker.arrive(kind)
            walker.leave(kind)
        walker.arrive(screens.Identify)
        walker.press("card")
        walker.arrive(screens.CardReady)
        walker.press("scan")
        walker.arrive(screens.CardRead, patience=60)
        walker.leave(screens.CardRead)
        walker.answer_all()
        walker.press("row:uy_quyen")
        walker.arrive(screens.ScanReady)
        walker.press("scan")
        walker.arrive(screens.ReviewPages, patience=60)
        walker.press("keep-pages")
        walker.arrive(screens.Papers, patience=60)
        walker.leave(screens.Papers)
        walker.answer_all()
        walker.arrive(screens.Check)
        walker.leave(screens.Check)
        declare_and_send(walker)
        hand.wait(lambda: walker.slip().outcome is not None, "the end of printing", 60)
        walker.press("took-slip")
        walker.arrive(screens.TakeOriginals)
        walker.press("took-originals")
        walker.arrive(screens.Practised)
        walker.leave(screens.Practised)
        walker.arrive(screens.Home)

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script)
    print(json.dumps({"seen": sorted(seen), "unmarked": sorted(unmarked)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
