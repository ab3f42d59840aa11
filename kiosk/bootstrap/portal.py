"""The portal as the settings name it: its address, who the kiosk is there, and the way to it."""

from __future__ import annotations

import os
from pathlib import Path

from config.settings import Settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.errors import CannotStartError
from offline_queue.device_token import DeviceIdentity, read_identity
from offline_queue.errors import RouteError
from offline_queue.flow import Flow
from offline_queue.portal_client import HttpPortal
from offline_queue.route import Route


def open_portal(settings: Settings, flow: Flow | None = None, longest_s: float | None = None) -> HttpPortal:
    """Return the gateway's client; nothing is connected yet. For ``flow`` and ``longest_s`` see Route.

    Raises CannotStartError for a key, a proxy or certificates that cannot be used.
    """
    portal = settings.portal
    route = Route(portal.timeout_s, portal.proxy, Path(portal.ca_file) if portal.ca_file else None, flow, longest_s)
    try:
        return HttpPortal(portal.url, _identity(settings), route, SystemClock())
    except RouteError as error:
        raise CannotStartError(str(error)) from error


def _identity(settings: Settings) -> DeviceIdentity | None:
    place = settings.portal.device_key
    if not place:
        return None
    try:
        return read_identity(settings.kiosk.id, place, os.environ)
    except (OSError, ValueError) as error:
        mend = "give a readable PEM file, or credential:NAME and the unit a LoadCredential="
        raise CannotStartError(f"[portal] device_key = {place}: {error}; {mend}") from error
