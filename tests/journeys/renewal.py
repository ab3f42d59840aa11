"""Run by test_renewal.py in a process of its own: looks at the fee on the real window before and after an update."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.supervisor import kiosk_command
from kiosk.domain.money import FeeAmount
from kiosk.session.screens import Attract, ChooseEvent, ChooseProcedure, Home, View
from ui.finger import Finger

_LONGER_THAN_A_LOOK = 12.0


def main(config: str) -> None:
    """Print the fee that is offered: at first, to the same citizen after an update, and to the next one."""
    fees: list[int] = []

    def script(hand: Finger, view: Callable[[], View]) -> None:
        def arrive(kind: type) -> None:
            hand.wait(lambda: isinstance(view().screen, kind), kind.__name__)

        def choose() -> None:
            arrive(Attract)
            hand.press("start")
            arrive(Home)
            hand.press("tile:file")
            hand.wait(lambda: isinstance(view().screen, ChooseEvent | ChooseProcedure), "the choice")
            if isinstance(view().screen, ChooseEvent):  # not where a catalogue has a few procedures only
                hand.press("event:copies")
            arrive(ChooseProcedure)

        def look() -> None:
            screen = view().screen
            assert isinstance(screen, ChooseProcedure)
            fee = next(one.fee for one in screen.procedures if one.code == "2.000635")
            assert isinstance(fee, FeeAmount)
            fees.append(fee.unit.amount)

        choose()
        look()
        subprocess.run(kiosk_command("catalogue", "update", "--config", config), check=True, stdout=subprocess.DEVNULL)
        hand.rest(_LONGER_THAN_A_LOOK)
        look()
        hand.press("leave")
        arrive(Attract)
        hand.rest(_LONGER_THAN_A_LOOK)
        choose()
        look()

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script)
    print(json.dumps(fees))


if __name__ == "__main__":
    main(sys.argv[1])
