"""The portal's own keys and the kiosks that it knows; all of it outlives the process."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat


class Keys:
    """Files under one folder: the age identity, the secret that signs tokens, a public key for each kiosk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "devices").mkdir(parents=True, exist_ok=True)
        self.identity = pyrage.x25519.Identity.from_str(
            self._kept("identity.txt", lambda: str(pyrage.x25519.Identity.generate()))
        )
        self.token_secret = self._kept("token-secret.txt", lambda: secrets.token_hex(32))

    def _kept(self, name: str, make: Callable[[], str]) -> str:
        path = self._folder / name
        if not path.exists():
            _write(path, make().encode("ascii"))
        return path.read_text("ascii")

    @property
    def recipient(self) -> str:
        """The age public key to seal to."""
        return str(self.identity.to_public())

    def register(self, kiosk_id: str, public_key_pem: str) -> None:
        """Accept a kiosk by its Ed25519 public key (PEM)."""
        _write(self._device(kiosk_id), public_key_pem.encode("ascii"))

    def device_key(self, kiosk_id: str) -> bytes | None:
        """Return the public key (PEM) of a kiosk, None for an unknown one."""
        path = self._device(kiosk_id)
        return path.read_bytes() if path.exists() else None

    def make_device_key(self, kiosk_id: str) -> Path:
        """Make a key pair for a kiosk once, accept it, and return the file of the private key."""
        path = self._folder / f"device-{_safe(kiosk_id)}.pem"
        if not path.exists():
            key = Ed25519PrivateKey.generate()
            public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            self.register(kiosk_id, public.decode("ascii"))
            _write(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return path

    def _device(self, kiosk_id: str) -> Path:
        return self._folder / "devices" / f"{_safe(kiosk_id)}.pem"


def _safe(kiosk_id: str) -> str:
    """Keep what a file name may hold: nothing from outside names a file of its own choice."""
    return "".join(character for character in kiosk_id if character.isalnum() or character == "-")[:40] or "-"


def _write(path: Path, data: bytes) -> None:
    """Write at once or not at all, for this user only."""
    draft = path.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_bytes(data)
    draft.replace(path)
