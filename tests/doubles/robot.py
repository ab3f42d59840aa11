"""A robot that files dossiers by touch, one after another in one window, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.bootstrap.world import open_world
from kiosk.cli.configuration import read_settings
from kiosk.demo.dock import Dock
from kiosk.demo.journeys import file_example
from kiosk.demo.supervisor import sender_of
from kiosk.demo.tally import Tally
from kiosk.demo.walker import DockButtons, Hand, Walker
from kiosk.domain.submission import JsonValue
from kiosk.session.screens import View

_PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be filed: the procedure's ``code``, the answers by question, and whether a card says who files.

    What the card fills in is then left as it is.
    """

    code: str
    answers: Mapping[str, JsonValue]
    by_card: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of an errand: the touches that it took, and the ``payload`` that the portal has unsealed."""

    touches: int
    until_sent: int
    keys: int
    screens: int
    payload: Mapping[str, Any]


def file_by_touch(folder: Path, errands: Sequence[Errand]) -> list[Filed]:
    """File everything in one simulated world below ``folder``."""
    with open_world(folder) as world, Dock(world) as dock, sender_of(world):
        answer = subprocess.run(
            [sys.executable, __file__, str(world.settings), dock.url],
            input=json.dumps([asdict(errand) for errand in errands]),
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=500,
        )
        return [
            Filed(*counts, _payload(folder / "portal" / "filed" / name / "payload.json"))
            for name, *counts in json.loads(answer.stdout.splitlines()[-1])
        ]


def _payload(file: Path) -> dict[str, Any]:
    end = time.monotonic() + _PATIENCE_S
    while not file.exists():
        assert time.monotonic() < end, f"the portal did not get {file.parent.name}"
        time.sleep(0.1)
    payload: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return payload


def main(settings: str, dock: str) -> None:
    """File what standard input says; print each id with what the tally says as JSON."""
    done: list[tuple[str, int, int, int, int]] = []

    def script(hand: Hand, view: Callable[[], View]) -> None:
        for errand in json.loads(sys.stdin.read()):
            tally = Tally(hand, view)
            walker = Walker(tally, view, DockButtons(dock), None, errand["answers"], trusting=errand["by_card"])
            delivery = file_example(walker, errand["code"], by_card=errand["by_card"])
            counts = (tally.touches, tally.until_sent, tally.keys, tally.screens)
            done.append((str(delivery.submission_id), *counts))

    drive_kiosk(read_settings(Path(settings)), (1080, 1920), script, brisk=True)
    print(json.dumps(done))


if __name__ == "__main__":
    main(*sys.argv[1:])
