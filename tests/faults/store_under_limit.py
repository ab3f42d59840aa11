"""Stores dossiers in a process whose files may not grow, then in the same process with the limit lifted.

Prints the names of the three outcomes and whether the reference codes are as they should be.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import pyrage
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import NotStored, Stored
from offline_queue.outbox import SqliteOutbox


def told(answer: Stored | NotStored) -> str:
    return answer.reference_code if isinstance(answer, Stored) else answer.reason.value


def main() -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    outbox = SqliteOutbox(Path(sys.argv[1]), "AH-01", (recipient,), ManualClock())
    small, large = submission(10_000), submission(1_500_000)
    answers = [told(outbox.store(small))]
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, hard))
    answers.append(told(outbox.store(large)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    answers += [told(outbox.store(large)), told(outbox.store(small)), told(outbox.store(large))]
    outbox.close()
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
