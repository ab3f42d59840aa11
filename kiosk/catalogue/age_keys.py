"""Whether a text is an age public key (X25519), by its check characters: Bech32 (BIP 173) over 32 bytes."""

from __future__ import annotations

from collections.abc import Iterable

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX = "age"
_LENGTH = 52 + 6
"""Characters after ``age1``: 256 bits, five to a character, and six to check."""


def is_age_key(text: str) -> bool:
    """Say whether every character is right; one wrong letter, or two that changed places, are found."""
    prefix, one, rest = text.partition("1")
    if (prefix, one, len(rest)) != (_PREFIX, "1", _LENGTH) or not set(rest) <= set(_ALPHABET):
        return False
    values = [_ALPHABET.index(character) for character in rest]
    high, low = [ord(character) >> 5 for character in prefix], [ord(character) & 31 for character in prefix]
    return _remainder([*high, 0, *low, *values]) == 1


def _remainder(values: Iterable[int]) -> int:
    remainder = 1
    for value in values:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            remainder ^= generator if top >> bit & 1 else 0
    return remainder
