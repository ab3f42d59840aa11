"""The sender: what brings sealed dossiers to the portal."""

from __future__ import annotations

import os
import random
import threading
from contextlib import ExitStack, closing
from datetime import time
from pathlib import Path

from config.settings import Settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.log import log_as_json
from kiosk.bootstrap.portal import open_portal
from kiosk.bootstrap.queue import room_of, second_medium
from kiosk.bootstrap.secrecy import forbid_core_dumps
from offline_queue.errors import AlreadyRunningError, StorageError
from offline_queue.flow import Flow
from offline_queue.household import Household, Rules
from offline_queue.ledger import Ledger
from offline_queue.lock import only_sender
from offline_queue.portal_client import HttpPortal
from offline_queue.retry import RetryPolicy
from offline_queue.self_check import SelfCheck
from offline_queue.sender import Pace, Sender
from offline_queue.supervision import Supervisor
from offline_queue.watch import Watch
from offline_queue.work_rows import WorkRows

_BYTES_A_KILOBIT = 125


def run_sender(settings: Settings, stop: threading.Event, *, once: bool) -> bool:
    """Send until told to stop, or once; False when another sender is at work or something is left after ``once``.

    Raises CannotStartError.
    """
    log_as_json()
    forbid_core_dumps()
    data_dir = Path(settings.paths.data_dir)
    with ExitStack() as parts:
        try:
            parts.enter_context(only_sender(data_dir))
            rows = parts.enter_context(closing(WorkRows(data_dir)))
        except AlreadyRunningError:
            return False
        except (OSError, StorageError) as error:
            raise CannotStartError(f"[paths] data_dir = {data_dir}: {error}; give this user the folder") from error
        clock = SystemClock()
        house = Household(rows, room_of(settings), Ledger(data_dir), _rules(settings), clock)
        supervisor = Supervisor.of(os.environ, clock)
        try:
            portal = parts.enter_context(closing(_portal(settings, _flow(settings, stop, supervisor, rows))))
        except CannotStartError as error:
            rows.line(online=False, alarm=str(error))
            house.tell()
            raise
        pace, chance = _pace(settings), random.SystemRandom()
        sender = Sender(rows, portal, pace, house, clock, randomness=chance, supervisor=supervisor)
        watch = _watch(settings, clock)
        if not once:
            parts.enter_context(watch)
            parts.callback(supervisor.stopping)
            supervisor.ready()
            sender.run(stop)
            return True
        try:
            sender.drain()
        except StorageError as error:
            raise CannotStartError(f"[paths] data_dir = {data_dir}: {error}; make room and send again") from error
        watch.tend()
        return not rows.waiting()


def _watch(settings: Settings, clock: SystemClock) -> Watch:
    data_dir, quiet = Path(settings.paths.data_dir), settings.queue.self_check_at
    return Watch(SelfCheck(data_dir, time.fromisoformat(quiet) if quiet else None, clock), second_medium(settings))


def _rules(settings: Settings) -> Rules:
    queue = settings.queue
    return Rules(queue.keep_days, Path(queue.metrics_file) if queue.metrics_file else None)


def _portal(settings: Settings, flow: Flow) -> HttpPortal:
    if not settings.portal.url:
        raise CannotStartError("[portal] url is empty: there is no gateway to send to; set it")
    return open_portal(settings, flow)


def _flow(settings: Settings, stop: threading.Event, supervisor: Supervisor, rows: WorkRows) -> Flow:
    rate = settings.queue.bandwidth_kbit_s * _BYTES_A_KILOBIT
    return Flow(SystemClock(), stop.wait, rate, supervisor.alive, rows.meanwhile)


def _pace(settings: Settings) -> Pace:
    portal = settings.portal
    policy = RetryPolicy(first=portal.poll_s, longest=portal.retry_longest_s, spread=portal.reconnect_spread_s)
    return Pace(portal.poll_s, policy)
