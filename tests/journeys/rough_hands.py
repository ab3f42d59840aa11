"""Run by test_rough_hands.py in its own process: somebody at the scanner does everything that one should not do."""

from __future__ import annotations

import json
import re
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.settings import Settings
from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import EXTRACT
from kiosk.demo.steps import enter
from kiosk.demo.walker import DockButtons, Walker
from kiosk.session import screens
from kiosk.session.screens import View
from ui.finger import Finger

_ANSWERS = {**EXTRACT, "full_name": "TRẦN THỊ MƯỜI", "id_number": "087165001234"}
_CALM = {"seconds_per_side": 0.8}


def change_scanner(settings: Settings, **changes: Any) -> None:
    """Tell the simulated scanner what goes on at it."""
    written = (Path(settings.scanner.sane_config_dir) / "airscan.conf").read_text(encoding="ascii")
    (root,) = re.findall(r"(http://\S+)/eSCL", written)
    body = json.dumps(changes).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{root}/control", body), timeout=10):  # noqa: S310 - loopback
        pass


@dataclass
class RoughHands:
    """``told`` is what each deed led to."""

    walker: Walker
    settings: Settings
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def sides(self) -> int:
        """How many sides are on the screen."""
        return len(getattr(self.walker.view().screen, "pages", ()))

    def scan(self, *papers: str) -> None:
        """Lay papers into a scanner that is well again, and scan them."""
        change_scanner(self.settings, clear=True, take_out=True, load=papers)
        change_scanner(self.settings, **_CALM)
        self.walker.press("scan")

    def scan_one_side_of(self, *papers: str) -> None:
        """Come to the moment after the first side."""
        self.walker.arrive(screens.ScanReady)
        self.scan(*papers)
        self.walker.hand.wait(lambda: self.sides >= 1, "the first side", 60)

    def to_the_papers(self) -> None:
        """Type who files and open the row."""
        self.walker.press("type")
        self.walker.answer_all()
        self.walker.press("row:uy_quyen")

    def read_a_card_that_is_not_there(self) -> None:
        """Press without a card."""
        enter(self.walker, "2.000635")
        self.walker.press("card")
        self.walker.arrive(screens.CardReady)
        self.scan()
        self.walker.hand.wait(lambda: getattr(self.walker.view().screen, "problem", None) is not None, "a word", 60)
        self.told["no card"] = str(getattr(self.walker.view().screen, "problem", None))

    def open_the_lid(self) -> None:
        """Open the lid in the middle, and give up."""
        self.scan_one_side_of("uy_quyen", "khai_sinh")
        change_scanner(self.settings, cover_open=True)
        self.walker.arrive(screens.ScanFault, 60)
        kept = self.sides
        self.told["lid opened"] = [str(getattr(self.walker.view().screen, "status", None)), kept >= 1]
        self.walker.press("leave-fault")
        self.walker.arrive(screens.ReviewPages)
        self.told["nothing lost by giving up"] = self.sides == kept

    def stop_twice(self) -> None:
        """Nearly leave in the middle, then press stop, and again."""
        self.walker.press("rescan")
        self.scan_one_side_of("uy_quyen", "khai_sinh", "bao_tu")
        self.walker.press("leave")
        self.walker.press("sheet:stay")
        for _ in range(2):
            if self.walker.hand.sees("stop"):
                self.walker.press("stop")
        self.walker.arrive(screens.ReviewPages, 60)
        self.told["stopped twice"] = 1 <= self.sides < 6

    def leave_in_the_middle(self) -> None:
        """Walk away while the machine pulls paper in."""
        self.walker.press("rescan")
        self.scan_one_side_of("uy_quyen", "khai_sinh", "bao_tu")
        self.walker.press("leave")
        self.told["leaves in the middle"] = repr(self.walker.view().sheet)
        self.walker.press("sheet:wipe")
        self.walker.arrive(screens.Attract)

    def come_next(self) -> None:
        """Be the next one, at once."""
        enter(self.walker, "2.000635")
        self.to_the_papers()
        self.walker.arrive(screens.ScanReady)
        self.scan("one_sided")
        self.walker.arrive(screens.ReviewPages, 60)
        self.told["the next one sees"] = self.sides


def main(config: str, dock: str) -> None:
    """Print what each deed led to."""
    settings = read_settings(Path(config))
    told: dict[str, Any] = {}

    def script(hand: Finger, view: Callable[[], View]) -> None:
        hands = RoughHands(Walker(hand, view, DockButtons(dock), None, _ANSWERS), settings, told)
        hands.read_a_card_that_is_not_there()
        hands.to_the_papers()
        hands.open_the_lid()
        hands.stop_twice()
        hands.leave_in_the_middle()
        hands.come_next()

    drive_kiosk(settings, (1080, 1920), script, brisk=True)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
