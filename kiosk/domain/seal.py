"""What was sealed ahead of the store: in memory only, and good for nothing but what it was made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seal:
    """Bytes sealed to ``recipients`` (public keys), and what they were made ``of``.

    ``sha256`` (hex) is the digest of the sealed ``data``, ``piece_sha256`` those of the pieces in which it will lie on
    the disk, ``of_sha256`` that of what is inside.
    """

    of: bytes = field(repr=False)
    of_sha256: str = field(repr=False)
    recipients: tuple[str, ...]
    data: bytes = field(repr=False)
    sha256: str
    piece_sha256: tuple[str, ...]

    def stands_for(self, content: bytes, recipients: tuple[str, ...]) -> bool:
        """Say whether this is these very bytes, sealed to these very keys."""
        return self.recipients == recipients and self.of == content


def seal_of(content: bytes, recipients: tuple[str, ...], seals: Iterable[Seal]) -> Seal | None:
    """Return the seal that stands for these bytes and keys, None when there is none."""
    return next((seal for seal in seals if seal.stands_for(content, recipients)), None)
