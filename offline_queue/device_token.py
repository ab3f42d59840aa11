"""The kiosk's own identity: OAuth 2.0 client credentials with ``private_key_jwt`` (RFC 7523), EdDSA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import jwt
from uuid6 import uuid7

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_CREDENTIAL = "credential:"
_LIFETIME = 60
"""Seconds that an assertion is good for."""


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """Who the kiosk is to the gateway: its id and its Ed25519 private key (PEM)."""

    kiosk_id: str
    private_key: str

    def assertion(self, token_url: str, now: datetime) -> str:
        """Return a signed assertion for one token request. Raises ValueError, jwt.PyJWTError for an unusable key."""
        issued = int(now.timestamp())
        claims = {
            "iss": self.kiosk_id,
            "sub": self.kiosk_id,
            "aud": token_url,
            "iat": issued,
            "exp": issued + _LIFETIME,
        }
        return jwt.encode({**claims, "jti": str(uuid7())}, self.private_key, algorithm="EdDSA")


def read_identity(kiosk_id: str, place: str, environment: Mapping[str, str]) -> DeviceIdentity:
    """Read the kiosk's key from a path, or as ``credential:NAME`` from what systemd keeps for this service.

    Raises OSError for a key that cannot be read, ValueError for one that is none.
    """
    identity = DeviceIdentity(kiosk_id, _file(place, environment).read_text(encoding="ascii", errors="replace"))
    try:
        identity.assertion("", datetime.fromtimestamp(0, UTC))
    except (ValueError, TypeError, jwt.PyJWTError) as error:
        raise ValueError("not an Ed25519 private key in PEM") from error
    return identity


def _file(place: str, environment: Mapping[str, str]) -> Path:
    if not place.startswith(_CREDENTIAL):
        return Path(place)
    folder = environment.get("CREDENTIALS_DIRECTORY", "")
    if not folder:
        raise FileNotFoundError("no service with credentials runs this ($CREDENTIALS_DIRECTORY is empty)")
    return Path(folder) / Path(place.removeprefix(_CREDENTIAL)).name
