"""Starts processes that are to be killed: imports everything once, then forks one for each line on standard input.

Run as a script with the settings file as its argument. An order is ``sender``, ``once``, ``portal FOLDER PORT`` or
``window FILE SEED``, answered by a pid; ``gone PID`` is answered once that process is dead.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import threading
import time
from pathlib import Path

from config.settings import Settings, load_settings
from doubles.submissions import submission
from kiosk.bootstrap.queue import open_outbox
from kiosk.bootstrap.sender import run_sender
from kiosk.domain.outbox import Stored
from offline_queue.portal_simulator import PortalSimulator

_ENOUGH = 5


def main() -> None:
    settings = load_settings(Path(sys.argv[1]))
    for order in sys.stdin:
        match order.split():
            case ["gone", pid]:
                os.waitpid(int(pid), 0)
                print("gone", flush=True)
            case words:
                print(_fork(settings, words), flush=True)


def _fork(settings: Settings, words: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    done = True
    match words:
        case ["sender"]:
            run_sender(settings, threading.Event(), once=False)
        case ["once"]:
            done = run_sender(settings, threading.Event(), once=True)
        case ["portal", folder, port]:
            with PortalSimulator(Path(folder), int(port)):
                threading.Event().wait()
        case ["window", file, seed]:
            _store(settings, Path(file), random.Random(int(seed)))
    os._exit(0 if done else 1)


def _store(settings: Settings, file: Path, dice: random.Random) -> None:
    """Store dossiers while few wait; say of each what is in it before, and its code once it is safe."""
    told = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with open_outbox(settings, settings.portal.recipients) as outbox:
        while True:
            if outbox.summary().waiting >= _ENOUGH:
                time.sleep(0.002)
                continue
            dossier = submission(*dice.choice([(), (2_000,), (30_000, 1_000), (300_000,)]))
            papers = {one.file_name: hashlib.sha256(one.pdf).hexdigest() for one in dossier.attachments}
            os.write(told, _line(id=str(dossier.submission_id), papers=papers))
            stored = outbox.store(dossier)
            if isinstance(stored, Stored):
                os.write(told, _line(id=str(stored.submission_id), code=stored.reference_code))


def _line(**facts: object) -> bytes:
    return json.dumps(facts).encode() + b"\n"


if __name__ == "__main__":
    main()
