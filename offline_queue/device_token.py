"""The kiosk's own identity: OAuth 2.0 client credentials with ``private_key_jwt`` (RFC 7523), EdDSA."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import jwt
from uuid6 import uuid7

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
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


def read_identity(kiosk_id: str, key_file: Path) -> DeviceIdentity:
    """Read the kiosk's key. Raises OSError, UnicodeDecodeError."""
    return DeviceIdentity(kiosk_id, key_file.read_text(encoding="ascii"))
