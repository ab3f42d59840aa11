"""The publisher's private keys: ``offline/`` for root and targets, ``online/`` for snapshot and timestamp."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner

from drivers.catalogue_source.errors import PublishError

ROLES = ("root", "targets", "snapshot", "timestamp")
"""The roles of a TUF repository, in the order in which trust is handed on."""

_PLACES = {"root": "offline", "targets": "offline", "snapshot": "online", "timestamp": "online"}


class Keyring:
    """Ed25519 keys as PEM files (PKCS #8, 0600). A key is found by what it is, not by the name of its file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, role: str) -> CryptoSigner:
        """Make one more key for a role. Raises PublishError."""
        signer = CryptoSigner.generate_ed25519()
        place = self._folder / _PLACES[role]
        file = place / f"{role}-{signer.public_key.keyid[:8]}.pem"
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as target:
                target.write(signer.private_bytes)
                target.flush()
                os.fsync(target.fileno())
        except OSError as error:
            raise PublishError(
                f"{file}: cannot be written ({error.strerror}); name another folder in --keys"
            ) from error
        return signer

    def find(self, role: str, identifiers: list[str]) -> CryptoSigner:
        """Return the key of a role that the root names by one of these identifiers. Raises PublishError."""
        found = self.search(role, identifiers)
        if found is not None:
            return found
        names = ", ".join(name[:8] for name in identifiers)
        raise PublishError(
            f"{self._folder / _PLACES[role]}: the {role} key of this repository ({names}) is not there;"
            " bring the folder with the keys, nothing was published"
        )

    def search(self, role: str, identifiers: list[str]) -> CryptoSigner | None:
        """Return the key that ``find`` would find, or None. Raises PublishError for a file that is no key."""
        signers = (_read(file) for file in sorted((self._folder / _PLACES[role]).glob("*.pem")))
        return next((signer for signer in signers if signer.public_key.keyid in identifiers), None)


def _read(file: Path) -> CryptoSigner:
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as error:
        raise PublishError(f"{file}: cannot be read ({error.strerror}); give this user the key") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise PublishError(
            f"{file}: is no private key ({error}); take the file away, or bring the right one"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise PublishError(f"{file}: is no Ed25519 key; take the file away, or bring the right one")
    return CryptoSigner(key)
