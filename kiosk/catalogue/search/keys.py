"""Raw keys of the Telex and VNI input methods, when the method itself is off: ``giaays`` and ``giay61`` for *giấy*."""

from __future__ import annotations

import re

# A Vietnamese syllable never doubles these letters and never has s, f, r, x, j, z, w or d behind its vowel, nor a vowel
# behind its last consonant: there they can only be keys.
_DOUBLED = re.compile(r"(aa|ee|oo|dd)")
_BEHIND_THE_VOWEL = re.compile(r"(?<=[aeiouy])([a-z]*)")
_KEYS = re.compile(r"[sfrxjzwd]")
_LATE_CIRCUMFLEX = re.compile(r"(?<=[aeiouy])(ng|nh|ch|[cmnpt])[aeo]$")
_DIGITS = re.compile(r"(?<=[a-z])[0-9]+")


def without_keys(word: str) -> str:
    """Return a folded word without the keys for tones and marks; a word without such keys comes back as it is."""
    word = _DIGITS.sub("", word)
    if word.startswith("w"):
        word = "u" + word[1:]
    word = _DOUBLED.sub(lambda match: match[0][0], word)
    word = _BEHIND_THE_VOWEL.sub(lambda match: _KEYS.sub("", match[0]), word, count=1)
    word = word.replace("w", "")
    return _LATE_CIRCUMFLEX.sub(r"\1", word)
