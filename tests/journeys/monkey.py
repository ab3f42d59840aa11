"""Run by test_monkey.py in a process of its own: presses whatever can be pressed, then finds its way home."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.walker import DockButtons
from kiosk.ports.world import ACTIONS
from kiosk.session.screens import Attract, Home, View
from ui.finger import Finger, FingerError

_FURNITURE = {"help", "text-size", "language", "read-aloud", "leave", "back"}
_TURNS = ("text-size", "language", "letters:", "colours:", "lowered", "calm", "read-aloud", "practice")
"""What changes how everything looks and sounds; among so many keys chance alone would seldom find it."""

_WAYS_HOME = ("sheet:wipe", "sheet:stay", "leave", "took-slip", "took-originals", "rate:0", "next", "give-up")


def main(config: str, dock: str, events: int, seed: int) -> None:
    """Press ``events`` times and print what was seen as JSON."""
    chance, warnings, seen, looks = random.Random(seed), [], set(), set()
    qInstallMessageHandler(lambda kind, _context, text: kind == QtMsgType.QtDebugMsg or warnings.append(text))
    world = DockButtons(dock)

    def script(hand: Finger, view: Callable[[], View]) -> None:
        hand._patience = 1.0  # a child does not wait
        for _ in range(events):
            now = view()
            seen.add(type(now.screen).__name__)
            looks.add(f"{now.language} {now.text_size} {now.display}")
            if chance.random() < 0.05:
                world.press(chance.choice(list(ACTIONS)))
            names = [name for name in hand.targets() if name != "in-motion" and not name.startswith("sheet:wipe")]
            errands = [name for name in names if name not in _FURNITURE]
            turns = [name for name in names if name.startswith(_TURNS)]
            if turns and chance.random() < 0.1:
                names = turns
            elif errands and chance.random() < 0.85:
                names = errands
            if names:
                press_if_possible(hand, chance.choice(names))
        go_home(hand, view)

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script, brisk=seed % 2 == 1)
    print(json.dumps({"screens": sorted(seen), "looks": sorted(looks), "warnings": warnings[:5]}))


def press_if_possible(hand: Finger, name: str) -> None:
    """Press, or do not when a hand could not: something lies over it, or it has just gone."""
    try:
        hand.press(name)
    except FingerError:
        hand.rest(0.02)


def go_home(hand: Finger, view: Callable[[], View]) -> None:
    """Take the visible ways out until nobody's data is on the screen any more."""
    for _ in range(200):
        if isinstance(view().screen, Attract | Home) and view().sheet is None:
            return
        way = next((name for name in _WAYS_HOME if hand.sees(name)), None)
        if way is None:
            hand.rest(0.1)
        else:
            press_if_possible(hand, way)
    raise AssertionError(f"no way home from {view().screen}, {view().sheet}: {hand.targets()}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
