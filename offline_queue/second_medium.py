"""A copy of every undelivered submission on a second medium: sealed as it is, and gone once the portal's receipt is in.

Whatever is wrong with the medium – pulled out, full, read-only, worn out – is a warning and hinders nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import structlog

from kiosk.domain.outbox import ItemState
from offline_queue.carrying import is_whole, remove_item
from offline_queue.errors import DamagedError, StorageError
from offline_queue.staff import StaffQueue
from offline_queue.verifying import HELD

_log = structlog.get_logger()

_DELIVERED = (ItemState.FILED, ItemState.PURGED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the medium stands: undelivered submissions without a copy, copies of which the queue knows nothing.

    ``trouble`` in plain words, empty when it can be used.
    """

    missing: int = 0
    unknown: int = 0
    trouble: str = ""


class SecondMedium:
    """One folder on the medium. It is never made: where it is missing the medium is not there."""

    def __init__(self, folder: Path, data_dir: Path) -> None:
        self._folder = folder
        self._data_dir = data_dir
        self._told = ""

    def tend(self) -> Standing:
        """Take away what was delivered, then copy what is missing, oldest first. Raises nothing for the medium."""
        try:
            standing = self._tend()
        except (OSError, StorageError) as error:
            standing = Standing(trouble=f"{type(error).__name__}: {error}")
        if standing.trouble != self._told:
            self._told = standing.trouble
            if standing.trouble:
                _log.warning("second medium", trouble=standing.trouble)
            else:
                _log.info("second medium back")
        return standing

    def _tend(self) -> Standing:
        if not self._folder.is_dir():
            return Standing(trouble=f"{self._folder} is not there")
        with closing(StaffQueue(self._data_dir)) as queue:
            states = queue.states()
            for name, folder in self._folders().items():
                if states.get(name) in _DELIVERED:
                    remove_item(folder)
            trouble = ""
            for name, state in states.items():
                if state in HELD and not is_whole(self._folder / str(name)):
                    trouble = self._copy(queue, name) or trouble
        return self._standing(states, trouble)

    def _copy(self, queue: StaffQueue, submission_id: UUID) -> str:
        """Copy one; a damaged one is told of and stops no other. Raises OSError."""
        folder = self._folder / str(submission_id)
        try:
            queue.copy(submission_id, folder)
        except DamagedError as error:
            return f"{submission_id} cannot be copied: {error}"
        except OSError:
            with suppress(OSError):
                remove_item(folder)
            raise
        return ""

    def look(self) -> Standing:
        """Compare without changing anything. Raises StorageError where the queue cannot be read."""
        with closing(StaffQueue(self._data_dir)) as queue:
            states = queue.states()
        try:
            return self._standing(states, "" if self._folder.is_dir() else f"{self._folder} is not there")
        except OSError as error:
            return Standing(trouble=f"{type(error).__name__}: {error}")

    def _standing(self, states: Mapping[UUID, ItemState], trouble: str) -> Standing:
        there = {name for name, folder in self._folders().items() if is_whole(folder)} if not trouble else set()
        held = {name for name, state in states.items() if state in HELD}
        return Standing(len(held - there), len(there - set(states)), trouble)

    def _folders(self) -> dict[UUID, Path]:
        """Return the folders that are named like a submission; nothing else on the medium is ours."""
        found = {}
        for folder in self._folder.iterdir():
            with suppress(ValueError):
                found[UUID(folder.name)] = folder
        return found
