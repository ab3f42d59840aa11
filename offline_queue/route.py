"""The way to the gateway: connections that are kept, HTTP/2 where it is offered, a proxy, whose certificates count."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx

from offline_queue.errors import RouteError
from offline_queue.flow import Flow

SYSTEM_PROXY = "system"
_KEPT_SECONDS = 30.0
"""How long a connection without a question on it is kept: longer than the sender looks away between two items."""
_ONE_BY_ONE = httpx.Limits(max_keepalive_connections=0)


@dataclass(frozen=True, slots=True)
class Route:
    """``proxy`` is the address of a proxy, ``system`` for those of the environment, empty for none.

    ``ca_file`` holds the certificates (PEM) of the authorities that are believed instead of the system's. ``flow`` is
    what all bodies go through, None where nobody counts. ``timeout_s`` is the longest wait for a sign of life,
    ``longest_s`` for a question as a whole, on a connection of its own; None as long as there are signs.
    """

    timeout_s: float
    proxy: str = ""
    ca_file: Path | None = None
    flow: Flow | None = None
    longest_s: float | None = None


def open_client(url: str, route: Route, transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """Return a client for one gateway; nothing is connected yet. Raises RouteError."""
    try:
        return httpx.Client(
            timeout=route.timeout_s,
            follow_redirects=False,
            http2=True,  # by ALPN, so only over TLS and only where the gateway offers it
            verify=_authorities(route.ca_file) if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=route.proxy == SYSTEM_PROXY,
            proxy=None if route.proxy in {"", SYSTEM_PROXY} else route.proxy,
            limits=_ONE_BY_ONE if route.longest_s is not None else httpx.Limits(keepalive_expiry=_KEPT_SECONDS),
            event_hooks={} if route.flow is None else {"request": [route.flow.send], "response": [route.flow.hear]},
            transport=transport,
        )
    except (httpx.InvalidURL, ImportError, ValueError) as error:
        proxy = re.sub(r"//[^/]*@", "//…@", route.proxy)  # a name and its password are for no log
        raise RouteError(f"[portal] proxy = {proxy}: {error}; give http://host:port, or system") from error


def _authorities(ca_file: Path | None) -> ssl.SSLContext:
    if ca_file is None:
        return ssl.create_default_context()
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # ssl.SSLError is one
        raise RouteError(f"[portal] ca_file = {ca_file}: {error}; give a readable PEM file of certificates") from error


def unproven(error: BaseException) -> str | None:
    """Return what was wrong with the certificate of whoever answered, None when something else failed."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return str(cause.verify_message)
        cause = cause.__cause__ or cause.__context__
    return None
