"""A text that is being typed: each key gives the next value. What it holds is composed (NFC) at any time."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.tones import Placing
from kiosk.vietnamese.words import compose, is_spelt_out

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"@|://|^www\.|\.(?:com|net|org|gov|edu|vn)(?![^\W\d_])", re.IGNORECASE)
"""What tells an address of the net from words: its letters are never changed."""


@dataclass(frozen=True, slots=True)
class Typed:
    """``before`` is the text up to the last blank, ``keys`` the keys that were pressed after it.

    ``literal`` says that these keys stand as they are, since something of what they wrote was deleted.
    """

    method: Method
    placing: Placing = Placing.OLD
    before: str = ""
    keys: str = ""
    literal: bool = False

    @property
    def text(self) -> str:
        """Everything that has been written."""
        last = self.keys if self.literal else _compose_all(self.keys, self.method, self.placing)
        return unicodedata.normalize("NFC", self.before + last)

    def press(self, key: str) -> Typed:
        """Press one key."""
        if key.isspace():
            return replace(self, before=self.text + key, keys="", literal=False)
        return replace(self, keys=self.keys + key)

    def delete(self) -> Typed:
        """Take the last letter away, with its signs and its tone; nothing else changes."""
        return begin(self.text[:-1], self.method, self.placing)


def begin(text: str, method: Method, placing: Placing = Placing.OLD) -> Typed:
    """Go on behind a text that is there already; its spelling stays as it is."""
    written = unicodedata.normalize("NFC", text)
    start = next((at + 1 for at in reversed(range(len(written))) if written[at].isspace()), 0)
    last = written[start:]
    return Typed(method, placing, written[:start], last, literal=_compose_all(last, method, placing) != last)


def type_keys(keys: str, method: Method, placing: Placing = Placing.OLD) -> str:
    """Return what a row of keys writes into an empty field."""
    typed = Typed(method, placing)
    for key in unicodedata.normalize("NFC", keys):
        typed = typed.press(key)
    return typed.text


def _compose_all(keys: str, method: Method, placing: Placing) -> str:
    """Compose the words between two blanks: *Nguyeenx-DDoongf*; codes and addresses of the net stand as typed."""
    words = _WORD.findall(keys)
    if _ADDRESS.search(keys) or any(is_spelt_out(word, method) for word in words):
        return keys
    return _WORD.sub(lambda found: compose(found[0], method, placing), keys)
