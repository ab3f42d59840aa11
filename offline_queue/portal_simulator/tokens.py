"""The token endpoint (RFC 7523, private_key_jwt with EdDSA) and the bearer check."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

import jwt

from offline_queue.portal_simulator.answer import Answer, Problem, json_answer
from offline_queue.portal_simulator.keys import Keys

_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_CLAIMS = ["iss", "sub", "aud", "exp", "iat", "jti"]
_LONGEST_ASSERTION = 300
_LIFETIME = 600


class Tokens:
    """Gives tokens for signed assertions, each assertion once, and knows its own tokens again."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._lock = threading.Lock()
        self._seen: dict[str, float] = {}
        self._generation = ""

    def revoke(self) -> None:
        """Accept none of the tokens that were given so far."""
        self._generation = secrets.token_hex(8)

    def issue(self, form: bytes, token_url: str) -> Answer:
        """Answer a token request (RFC 6749, 4.4 and 5): a token, or ``invalid_client`` and its kin."""
        fields = {name: values[0] for name, values in parse_qs(form.decode("latin-1")).items() if len(values) == 1}
        if fields.get("grant_type") != "client_credentials":
            return _oauth_error(HTTPStatus.BAD_REQUEST, "unsupported_grant_type")
        if fields.get("client_assertion_type") != _ASSERTION or "client_assertion" not in fields:
            return _oauth_error(HTTPStatus.BAD_REQUEST, "invalid_request")
        kiosk_id = self._who(fields["client_assertion"], token_url)
        if kiosk_id is None:
            return _oauth_error(HTTPStatus.UNAUTHORIZED, "invalid_client")
        now = time.time()
        claims = {"sub": kiosk_id, "iat": now, "exp": now + _LIFETIME, "generation": self._generation}
        token = jwt.encode(claims, self._keys.token_secret, algorithm="HS256")
        document = {"access_token": token, "token_type": "Bearer", "expires_in": _LIFETIME}
        return json_answer(HTTPStatus.OK, document, {"Cache-Control": "no-store"})

    def _who(self, assertion: str, token_url: str) -> str | None:
        try:
            kiosk_id = str(jwt.decode(assertion, options={"verify_signature": False}).get("iss"))
            key = self._keys.device_key(kiosk_id)
            if key is None:
                return None
            claims = jwt.decode(
                assertion, key, algorithms=["EdDSA"], audience=token_url, leeway=5, options={"require": _CLAIMS}
            )
        except jwt.PyJWTError:
            return None
        return kiosk_id if claims["sub"] == kiosk_id and self._is_new(claims) else None

    def _is_new(self, claims: Mapping[str, Any]) -> bool:
        """Say whether this assertion is short-lived and was never used."""
        now, expires, once = time.time(), float(claims["exp"]), str(claims["jti"])
        if expires - now > _LONGEST_ASSERTION:
            return False
        with self._lock:
            self._seen = {jti: until for jti, until in self._seen.items() if until > now}
            if once in self._seen:
                return False
            self._seen[once] = expires + 10
        return True

    def kiosk(self, authorization: str | None) -> str:
        """Return whose token this is. Raises Problem (401)."""
        kind, _, token = (authorization or "").partition(" ")
        try:
            claims = jwt.decode(
                token, self._keys.token_secret, algorithms=["HS256"], options={"require": ["sub", "iat", "exp"]}
            )
        except jwt.PyJWTError:
            claims = {}
        if kind.lower() != "bearer" or not claims or claims.get("generation") != self._generation:
            raise Problem(HTTPStatus.UNAUTHORIZED, "a bearer token is needed", {"WWW-Authenticate": "Bearer"})
        return str(claims["sub"])


def _oauth_error(status: int, error: str) -> Answer:
    return json_answer(status, {"error": error}, {"Cache-Control": "no-store"})
