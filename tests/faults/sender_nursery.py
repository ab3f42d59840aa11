"""Starts senders that are to be killed: imports everything once, then forks one for each line on standard input.

Run as a script with the settings file as its argument; prints the pid of each sender, and ``gone`` after its death.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from config.settings import load_settings
from kiosk.bootstrap.sender import run_sender


def main() -> None:
    settings = load_settings(Path(sys.argv[1]))
    for order in sys.stdin:
        pid = os.fork()
        if pid == 0:
            done = run_sender(settings, threading.Event(), once=order.strip() == "once")
            os._exit(0 if done else 1)
        print(pid, flush=True)
        os.waitpid(pid, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main()
