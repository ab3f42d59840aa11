"""Device tokens: a signed assertion in, a bearer token out (RFC 7523, EdDSA)."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Mapping
from typing import Any

import jwt

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_LIFETIME = 3600


class TokenDesk:
    """Knows the kiosks by their public keys (PEM) and the tokens that are good."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._seen: set[str] = set()
        self._tokens: dict[str, float] = {}
        self._lock = threading.Lock()

    def register(self, kiosk_id: str, public_key: str) -> None:
        """Accept a kiosk."""
        self._keys[kiosk_id] = public_key

    @property
    def is_open(self) -> bool:
        """Whether no kiosk is registered: then none needs a token."""
        return not self._keys

    def forget(self) -> None:
        """Make every token worthless."""
        self._tokens.clear()

    def grant(self, form: Mapping[str, str], audience: str) -> dict[str, Any] | str:
        """Return a token answer, or the reason of a refusal."""
        if form.get("grant_type") != "client_credentials" or form.get("client_assertion_type") != ASSERTION_TYPE:
            return "unsupported_grant_type"
        assertion = form.get("client_assertion", "")
        try:
            kiosk_id = jwt.decode(assertion, options={"verify_signature": False})["sub"]
            claims = jwt.decode(
                assertion,
                self._keys[kiosk_id],
                algorithms=["EdDSA"],
                audience=audience,
                issuer=kiosk_id,
                options={"require": ["exp", "aud", "iss", "sub", "jti"]},
            )
        except (jwt.InvalidTokenError, KeyError) as error:
            return f"invalid_client: {error}"
        with self._lock:
            if claims["jti"] in self._seen:
                return "invalid_client: this assertion was used before"
            self._seen.add(claims["jti"])
            token = secrets.token_urlsafe(24)
            self._tokens[token] = time.monotonic() + _LIFETIME
        return {"access_token": token, "token_type": "Bearer", "expires_in": _LIFETIME}

    def accepts(self, authorization: str | None) -> bool:
        """Say whether a request's ``Authorization`` is good."""
        if self.is_open:
            return True
        scheme, _, token = (authorization or "").partition(" ")
        return scheme == "Bearer" and self._tokens.get(token, 0.0) > time.monotonic()
