"""One question to the gateway and its answer: our token on it, no redirect to another host, no endless page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import jwt

from kiosk.domain.portal import PortalFailure, Unauthorised, Unproven, Unreachable, Untrusted
from kiosk.ports.clock import Clock
from offline_queue.answers import NO_ENTRY, detail_of, failure_of, json_of
from offline_queue.deadline import Deadline
from offline_queue.device_token import ASSERTION_TYPE, DeviceIdentity
from offline_queue.route import Route, open_client, unproven

_LONGEST_ANSWER = 1_000_000
_REDIRECTS = 3
_NEVER = Deadline(None)


class Exchange:
    """Talks to one gateway. ``identity`` None sends no token (a gateway that knows its kiosks by mutual TLS).

    Raises RouteError where the route cannot be taken.
    """

    def __init__(
        self,
        url: str,
        identity: DeviceIdentity | None,
        route: Route,
        clock: Clock,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.base = url.rstrip("/") + "/"
        self._identity = identity
        self._clock = clock
        self._token: str | None = None
        self._longest_s = route.longest_s
        self._http = open_client(self.base, route, transport)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        longest: int | None = None,
        **body: Any,
    ) -> httpx.Response | PortalFailure:
        """Send with a token; once more with a new token when the portal did not accept the first (401).

        ``longest`` is for a file instead of a page: how many bytes it may have, and it must come as it is.
        """
        answer: httpx.Response | PortalFailure = Unreachable("not tried")
        with Deadline(self._longest_s) as deadline:
            for _ in range(2):
                token = self._bearer(deadline)
                if not isinstance(token, dict):
                    return token
                told = {**token, **(headers or {})}
                answer = self.send(method, path, deadline=deadline, longest=longest, headers=told, **body)
                if not isinstance(answer, httpx.Response) or answer.status_code not in NO_ENTRY:
                    return answer
                self._token = None
                if answer.status_code != httpx.codes.UNAUTHORIZED:
                    return answer
        return answer

    def send(
        self, method: str, path: str, *, deadline: Deadline = _NEVER, longest: int | None = None, **parts: Any
    ) -> httpx.Response | PortalFailure:
        """Send as it is, following redirects only within the gateway's own origin."""
        url = urljoin(self.base, path)
        answer: httpx.Response | PortalFailure
        for _ in range(_REDIRECTS):
            try:
                answer = self._read(method, url, longest, {**parts, "extensions": deadline.extensions})
            except httpx.HTTPError as error:
                reason = unproven(error)
                answer = Unreachable(_told(error)) if reason is None else Unproven(reason)
            if deadline.is_over:  # what seems to be the end of an answer may be the end that was put to it
                return Unreachable("too late")
            if not isinstance(answer, httpx.Response) or not answer.has_redirect_location:
                return answer
            url = joined(url, answer.headers["Location"])
            if answer.status_code not in {307, 308} or not self.is_own(url):
                return Untrusted(f"a redirect ({answer.status_code})")
        return Untrusted("a redirect in a circle")

    def is_own(self, url: str) -> bool:
        """Say whether an address is the gateway's own: scheme, host and port."""
        ours, theirs = urlsplit(self.base), urlsplit(url)
        return (ours.scheme, ours.netloc.lower()) == (theirs.scheme, theirs.netloc.lower())

    def _read(self, method: str, url: str, longest: int | None, parts: dict[str, Any]) -> httpx.Response | Untrusted:
        with self._http.stream(method, url, **parts) as answer:
            is_file = longest is not None and answer.status_code == httpx.codes.OK
            if is_file and answer.headers.get("Content-Encoding", "identity").lower() != "identity":
                return Untrusted("a file that was packed on the way, though Accept-Encoding asked for it as it is")
            room = longest if is_file and longest is not None else _LONGEST_ANSWER
            pieces = []
            for piece in answer.iter_bytes():
                pieces.append(piece)
                room -= len(piece)
                if room < 0:
                    return Untrusted("an endless page")
            headers = _without_encoding(answer.headers)
            return httpx.Response(answer.status_code, headers=headers, content=b"".join(pieces), request=answer.request)

    def _bearer(self, deadline: Deadline) -> dict[str, str] | PortalFailure:
        if self._identity is None:
            return {}
        if self._token is None:
            token = self._new_token(self._identity, deadline)
            if not isinstance(token, str):
                return token
            self._token = token
        return {"Authorization": f"Bearer {self._token}"}

    def _new_token(self, identity: DeviceIdentity, deadline: Deadline) -> str | PortalFailure:
        try:
            assertion = identity.assertion(urljoin(self.base, "oauth2/token"), self._clock.now())
        except (ValueError, TypeError, jwt.PyJWTError) as error:
            return Unauthorised(0, f"the device key cannot be used ({type(error).__name__})")
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": assertion,
        }
        answer = self.send("POST", "oauth2/token", deadline=deadline, data=form)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in {400, 401, 403}:
            return Unauthorised(answer.status_code, detail_of(answer))
        token = json_of(answer).get("access_token")
        if answer.status_code != httpx.codes.OK or not isinstance(token, str) or not token.isascii():
            return failure_of(answer, self._clock.now())
        return token


def joined(url: str, place: str) -> str:
    """Return where an address leads that the gateway gave, nowhere for one that is none."""
    try:
        return urljoin(url, place)
    except ValueError:
        return ""


def _told(error: httpx.HTTPError) -> str:
    """Name what broke; a proxy's own words are for whoever looks after it."""
    return f"{type(error).__name__}: {error}" if isinstance(error, httpx.ProxyError) else type(error).__name__


def _without_encoding(headers: httpx.Headers) -> httpx.Headers:
    """Return the headers of a body that was decoded already."""
    kept = headers.copy()
    kept.pop("Content-Encoding", None)
    return kept
