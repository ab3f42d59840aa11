"""A key for words that sound alike in the south, where *s* and *x*, *ch* and *tr*, *-n* and *-ng* are mixed up."""

from __future__ import annotations

import re

_BEGINNING = re.compile(r"^(ngh|gh|gi(?=[aeou])|tr|qu|x|v|k(?!h))")
_BEGINNINGS = {"ngh": "ng", "gh": "g", "gi": "d", "tr": "ch", "qu": "cu", "x": "s", "v": "d", "k": "c"}
_ENDING = re.compile(r"(?<=.)(ieu|uou|uoi|ng|nh|ch|c)$")
_ENDINGS = {"ieu": "iu", "uou": "uu", "uoi": "ui", "ng": "n", "nh": "n", "ch": "t", "c": "t"}


def sound(word: str) -> str:
    """Return the key of a folded word: ``chuong`` and ``truon`` share one, and so do ``ky`` and ``ki``."""
    word = _BEGINNING.sub(lambda match: _BEGINNINGS[match[0]], word)
    word = _ENDING.sub(lambda match: _ENDINGS[match[0]], word)
    return word.replace("y", "i")
