"""Switches between two bundles, to be killed on the way: forks one process for each number on standard input.

Run as a script with the store's folder and two bundles as arguments. A number says at which touch of the disk the
process kills itself; 0: it lives, but its files may not grow beyond 100 kB. Prints how each one ended.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.catalogue.bundle import digest
from kiosk.catalogue.store import CatalogueStore
from kiosk.catalogue.updating import update
from kiosk.domain.catalogue_update import Bundle, Found

TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.readlink", "os.listdir"}


class Alternating:
    """Gives the bundle that is not in service."""

    def __init__(self, *bundles: bytes) -> None:
        self._bundles = bundles

    def look(self, has: str) -> Found:
        return Bundle(next(one for one in self._bundles if digest(one) != has), datetime(2026, 11, 1, tzinfo=UTC))


def die_at(number: int) -> None:
    touched = 0

    def hook(event: str, _arguments: object) -> None:
        nonlocal touched
        if event not in TOUCHES:
            return
        touched += 1
        if touched == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main() -> None:
    store = CatalogueStore(Path(sys.argv[1]))
    source = Alternating(*(Path(file).read_bytes() for file in sys.argv[2:]))
    for line in sys.stdin:
        number = int(line)
        pid = os.fork()
        if pid == 0:
            if number:
                die_at(number)
            else:
                resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
            outcome = update(source, store, lambda: date(2026, 10, 12), lambda: datetime.now(UTC))
            print(type(outcome).__name__, flush=True)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        if os.WIFSIGNALED(status):
            print("killed", flush=True)


if __name__ == "__main__":
    main()
