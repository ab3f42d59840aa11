"""The queue verifies itself once a night, a piece at a time, beside the sending.

What it found is kept in a file of its own: a word on the database does not lie in the database.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from kiosk.ports.clock import Clock
from offline_queue.errors import StorageError
from offline_queue.payload import timestamp
from offline_queue.schema import sync_folder
from offline_queue.staff import StaffQueue

RESULT = "self-check.json"

_log = structlog.get_logger()

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_NIGHT = timedelta(hours=3)
_OVERDUE = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """When a self-check ended, how many submissions it read, and a line for each damage."""

    at: datetime
    checked: int
    damage: tuple[str, ...]


def last_check(data_dir: Path) -> CheckResult | None:
    """Return what the last self-check found; None where there was none, or its file cannot be read."""
    try:
        told = json.loads((data_dir / RESULT).read_bytes())
        return CheckResult(datetime.fromisoformat(told["at"]), int(told["checked"]), tuple(map(str, told["damage"])))
    except (OSError, KeyError, TypeError, ValueError):
        return None


class SelfCheck:
    """Verifies one outbox. It begins within three hours after ``quiet`` (local time), None for never.

    A kiosk that is switched off at night is checked by day once its last check is a day and a half old.
    """

    def __init__(self, data_dir: Path, quiet: time | None, clock: Clock) -> None:
        self._data_dir = data_dir
        self._quiet = quiet
        self._clock = clock
        self._under_way: Iterator[int] | None = None

    def advance(self) -> bool:
        """Do the next piece, if it is time; True while there is more to do."""
        if self._under_way is None:
            if not self._is_due():
                return False
            self._under_way = self._pieces()
        if next(self._under_way, None) is None:
            self._under_way = None
        return self._under_way is not None

    def _is_due(self) -> bool:
        if self._quiet is None:
            return False
        last, now = last_check(self._data_dir), self._clock.now().astimezone(_VIETNAM)
        since = None if last is None else now - last.at
        if since is None or since < -_OVERDUE or since > _OVERDUE:  # never, by a clock that was wrong, or long ago
            return True
        tonight = datetime.combine(now, self._quiet, _VIETNAM)
        if now < tonight:
            tonight -= timedelta(days=1)
        return now - tonight < _NIGHT and now - since < tonight

    def _pieces(self) -> Iterator[int]:
        checked = 0
        damage: list[str] = []
        try:
            with closing(StaffQueue(self._data_dir)) as queue:
                for found in queue.verifying():
                    checked += found.read
                    damage += found.damage
                    for line in found.damage:
                        _log.error("self-check", damage=line)
                    yield checked
        except StorageError as error:
            damage.append(str(error))
            _log.error("self-check", damage=str(error))
        _log.info("self-check done", checked=checked, damaged=len(damage))
        with suppress(OSError):  # then it is done again tomorrow, or in a day and a half
            self._keep(CheckResult(self._clock.now(), checked, tuple(damage)))

    def _keep(self, result: CheckResult) -> None:
        file = self._data_dir / RESULT
        draft = file.with_suffix(".new")
        words = {"at": timestamp(result.at), "checked": result.checked, "damage": result.damage}
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as handle:
            json.dump(words, handle)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(file)
        sync_folder(self._data_dir)
