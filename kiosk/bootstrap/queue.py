"""The outbox for the window and for staff. The sender is beside it: a window need not load what sends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from config.settings import Settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.homecoming import Homecoming
from kiosk.domain.outbox import NotStored, NotStoredReason, Stored
from offline_queue.ballast import Room
from offline_queue.errors import StorageError
from offline_queue.homecoming import put_back
from offline_queue.outbox import Recipients, SqliteOutbox
from offline_queue.second_medium import SecondMedium
from offline_queue.specimen import specimen
from offline_queue.staff import StaffQueue

_MEGABYTE = 1_000_000


def open_outbox(settings: Settings, recipients: Recipients) -> AbstractContextManager[SqliteOutbox]:
    """Return the outbox that seals to these; it is closed at the end of the ``with``."""
    folder, room = Path(settings.paths.data_dir), room_of(settings)
    return closing(SqliteOutbox(folder, settings.kiosk.id, recipients, SystemClock(), room))


def room_of(settings: Settings) -> Room:
    """Return how much room the outbox is to have."""
    queue = settings.queue
    return Room(Path(settings.paths.data_dir), queue.watermark_mb * _MEGABYTE, queue.ballast_mb * _MEGABYTE)


def second_medium(settings: Settings) -> SecondMedium | None:
    """Return where copies of what waits are kept, None where nothing is configured."""
    folder = settings.queue.second_copy_dir
    return SecondMedium(Path(folder), Path(settings.paths.data_dir)) if folder else None


@contextmanager
def open_queue(settings: Settings) -> Iterator[StaffQueue]:
    """Open the outbox for staff. Raises CannotStartError where disk or database cannot be used, also on the way."""
    try:
        with closing(StaffQueue(Path(settings.paths.data_dir))) as queue:
            yield queue
    except (OSError, StorageError) as error:
        raise CannotStartError(f"[paths] data_dir = {settings.paths.data_dir}: {error}") from error


def put_back_from(settings: Settings, folder: Path) -> list[Homecoming]:
    """Put back what was exported, or copied to a second medium. Raises CannotStartError."""
    try:
        return list(put_back(Path(settings.paths.data_dir), settings.kiosk.id, folder))
    except (OSError, StorageError) as error:
        raise CannotStartError(f"{folder}: {error}") from error


def add_test_dossiers(settings: Settings, count: int, size: int) -> Iterator[Stored | NotStored]:
    """Store marked test dossiers of about ``size`` bytes one by one; each answer comes once it is durable."""
    from kiosk.bootstrap.keys import SealingKeys  # noqa: PLC0415 - the other commands of the queue need no catalogue

    clock, keys = SystemClock(), SealingKeys(settings)
    trouble = keys.state().trouble
    if trouble is not None:
        yield NotStored(NotStoredReason.NO_RECIPIENTS, trouble.message)
        return
    with open_outbox(settings, keys) as outbox:
        for _ in range(count):
            yield outbox.store(specimen(settings.place.agency_code, size, clock))
