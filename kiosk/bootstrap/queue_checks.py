"""The doctor's checks of the queue: what waits and since when, room, line, keys, ledger, self-check, second medium."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.settings import Settings
from kiosk.bootstrap.clock import local_day
from kiosk.bootstrap.keys import SealingKeys
from kiosk.bootstrap.queue import room_of, second_medium
from kiosk.domain.check import Verdict, failed, unknown, warning, well
from offline_queue.device_token import read_identity
from offline_queue.errors import AlreadyRunningError, StorageError
from offline_queue.lock import only_sender
from offline_queue.metrics import Depth
from offline_queue.schema import FILE
from offline_queue.self_check import last_check
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

_LATE, _TOO_LATE = timedelta(days=1), timedelta(days=7)
_SILENT, _TOO_SILENT = timedelta(hours=1), timedelta(days=1)
_CHECK_IS_OLD = timedelta(days=3)
_MEGABYTE = 1_000_000
_START = "start the sender: systemctl start aps-kiosk-sync"


class _NoQueueError(Exception):
    """There is no queue yet; looking must not make one."""


@contextmanager
def _rows(settings: Settings) -> Iterator[WorkRows]:
    folder = Path(settings.paths.data_dir)
    if not (folder / FILE).exists():
        raise _NoQueueError
    with closing(WorkRows(folder)) as rows:
        yield rows


def _depth(settings: Settings) -> Depth:
    with _rows(settings) as rows:
        return rows.depth()


def _with_a_queue(look: Callable[[Settings], Verdict]) -> Callable[[Settings], Verdict]:
    def guarded(settings: Settings) -> Verdict:
        try:
            return look(settings)
        except _NoQueueError:
            return unknown("there is no queue yet", "nothing to do: it is made with the first dossier or by the sender")
        except StorageError as error:
            return failed(f"the queue cannot be read: {error}", "see that disk and rights of [paths] data_dir are well")

    return guarded


def _waiting(settings: Settings) -> Verdict:
    depth = _depth(settings)
    if depth.oldest is None:
        return well("nothing waits: the portal has everything")
    age = datetime.now(UTC) - depth.oldest
    words = f"{depth.waiting} wait for the portal, the oldest for {_span(age)}"
    mend = "look at queue.contact and queue.alarm below; queue export carries what waits to the portal by hand"
    if age > _TOO_LATE:
        return failed(words, mend)
    return warning(words, mend) if age > _LATE else well(words)


def _set_aside(settings: Settings) -> Verdict:
    depth = _depth(settings)
    if depth.set_aside == 0:
        return well("none was set aside")
    mend = "aps-kiosk queue list tells why; after the mend send it again with queue retry"
    return warning(f"{depth.set_aside} set aside: the portal refuses them, or they are damaged", mend)


def _sender(settings: Settings) -> Verdict:
    folder = Path(settings.paths.data_dir)
    if not (folder / "sender.lock").exists():
        return failed("no sender has ever run here", _START)
    try:
        with only_sender(folder):
            return failed("no sender is at work: nothing is sent", _START)
    except AlreadyRunningError:
        return well("the sender is at work")


def _contact(settings: Settings) -> Verdict:
    if not settings.portal.url:
        return failed("no portal is set", "write [portal] url into the settings file")
    depth = _depth(settings)
    if depth.last_contact is None:
        return unknown("the portal has never answered", "see that the sender runs, and the line of the house")
    silence = datetime.now(UTC) - depth.last_contact
    words = f"the portal answered last {_span(silence)} ago"
    mend = "look at the network cable, the router and [portal] url; what is stored stays safe meanwhile"
    if silence > _TOO_SILENT:
        return failed(words, mend)
    return warning(words, mend) if silence > _SILENT or not depth.online else well(words)


def _alarm(settings: Settings) -> Verdict:
    folder = Path(settings.paths.data_dir)
    if not (folder / FILE).exists():
        raise _NoQueueError
    with closing(StaffQueue(folder)) as queue:
        alarm = queue.alarm()
    if alarm is None:
        return well("no alarm")
    return failed(alarm, "have the portal accept this kiosk's key, or correct [portal]; all is kept meanwhile")


def _room(settings: Settings) -> Verdict:
    room = room_of(settings)
    try:
        free = room.free()
    except OSError as error:
        return failed(f"the disk cannot be looked at: {error}", "make [paths] data_dir, and give it to this user")
    words = f"{free // _MEGABYTE} MB free; below {room.watermark // _MEGABYTE} MB no new dossier is begun"
    mend = "make room on the disk of [paths] data_dir"
    if free < room.watermark:
        return failed(words, mend)
    return warning(words, mend) if free < 2 * room.watermark else well(words)


def _ballast(settings: Settings) -> Verdict:
    if settings.queue.ballast_mb == 0:
        return well("no ballast is wanted")
    file = Path(settings.paths.data_dir) / "ballast"
    if file.exists() and file.stat().st_size == settings.queue.ballast_mb * _MEGABYTE:
        return well(f"{settings.queue.ballast_mb} MB are kept for a full disk")
    mend = "make room: the sender lays the ballast as soon as there is some beside the watermark"
    return warning("the room that is kept for a full disk is used up, or was not laid yet", mend)


def _recipients(settings: Settings) -> Verdict:
    state = SealingKeys(settings).state()
    if state.trouble is not None:
        return failed(state.trouble.message, "until then the kiosk takes no dossier")
    notices = state.notices(local_day())
    if notices:
        return warning(" ".join(notices), "see docs/catalogue.md, keys to seal to")
    return well(f"dossiers are sealed to {len(state.keys)} key{'' if len(state.keys) == 1 else 's'}")


def _device_key(settings: Settings) -> Verdict:
    place = settings.portal.device_key
    if not place:
        return unknown("no device key is set", "right where the portal knows its kiosks by mutual TLS; else set it")
    if place.startswith("credential:") and not os.environ.get("CREDENTIALS_DIRECTORY"):
        return unknown("the device key is a credential of the services", "only the sender and the window can read it")
    try:
        read_identity(settings.kiosk.id, place, os.environ)
    except (OSError, ValueError) as error:
        return failed(f"the device key cannot be used: {error}", "give [portal] device_key a readable Ed25519 PEM file")
    return well("the device key can be read")


def _ledger(settings: Settings) -> Verdict:
    folder = Path(settings.paths.data_dir)
    if not (folder / FILE).exists():
        raise _NoQueueError
    with closing(StaffQueue(folder)) as queue:
        lost = queue.losses()
    if not lost:
        return well("all that was ever called safe is there")
    mend = "aps-kiosk queue verify names them; put them back from the second medium with queue import"
    return failed(f"{len(lost)} lines of the ledger have no submission, or are damaged", mend)


def _self_check(settings: Settings) -> Verdict:
    last = last_check(Path(settings.paths.data_dir))
    if last is None:
        mend = "the sender does it at night; aps-kiosk queue verify does it now"
        return unknown("the queue has not verified itself yet", mend)
    words = f"{last.checked} submissions were verified {_span(datetime.now(UTC) - last.at)} ago"
    if last.damage:
        mend = "aps-kiosk queue verify names the damage; copy what is whole with queue export and change the disk"
        return failed(f"{words}: {len(last.damage)} damaged", mend)
    if datetime.now(UTC) - last.at > _CHECK_IS_OLD:
        return warning(words, f"set [queue] self_check_at, and {_START}")
    return well(f"{words}: all good")


def _second_medium(settings: Settings) -> Verdict:
    medium = second_medium(settings)
    if medium is None:
        return well("no second medium is set")
    standing = medium.look()
    if standing.trouble:
        return warning(f"the second medium cannot be used: {standing.trouble}", "put it back, or change it")
    if standing.missing:
        return warning(f"{standing.missing} that wait have no copy yet", f"see that the medium has room, and {_START}")
    if standing.unknown:
        mend = f"aps-kiosk queue import {settings.queue.second_copy_dir} puts them back; twice is not possible"
        return warning(f"{standing.unknown} copies are not in the queue: it may have lost them", mend)
    return well("everything that waits has its copy")


def _span(span: timedelta) -> str:
    """Say a span in its largest unit."""
    seconds = max(0, int(span.total_seconds()))
    for unit, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} seconds"


QUEUE_CHECKS: Mapping[str, Callable[[Settings], Verdict]] = {
    "queue.waiting": _with_a_queue(_waiting),
    "queue.set_aside": _with_a_queue(_set_aside),
    "queue.sender": _sender,
    "queue.contact": _with_a_queue(_contact),
    "queue.alarm": _with_a_queue(_alarm),
    "queue.recipients": _recipients,
    "queue.device_key": _device_key,
    "queue.room": _room,
    "queue.ballast": _ballast,
    "queue.ledger": _with_a_queue(_ledger),
    "queue.self_check": _self_check,
    "queue.second_medium": _with_a_queue(_second_medium),
}
