"""What the keys of one word write.

The keys are read anew after each one, so that a word is always what its keys say, however the citizen came there. A
word that is no Vietnamese syllable stands as it was typed. Keys may also be letters with their signs and tone, as they
stand in a text that was there before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kiosk.vietnamese.methods import MEANINGS, Meaning, Method, Signs
from kiosk.vietnamese.syllables import can_become_syllable, is_syllable, rhyme_of, unsigned
from kiosk.vietnamese.tones import PLAIN, Placing, tone_of, with_tone, without_tone

_HALF_HORNED = re.compile(r"(?<!q)(?:ưo|uơ)(?=.)", re.IGNORECASE)
_HORNS = str.maketrans("uoUO", "ươƯƠ")


@dataclass(frozen=True, slots=True)
class _Syllable:
    """A syllable under way: its letters with their signs, and its tone.

    ``far`` says that a letter key has put a sign on a letter that does not stand beside it (*tienge*), ``lone`` that
    the last letter is the Ư of a W, ``done`` that a key was pressed twice to have the letter itself: nothing changes
    any more.
    """

    letters: str = ""
    tone: str = PLAIN
    far: bool = False
    lone: bool = False
    done: bool = False

    @property
    def word(self) -> str:
        return self.letters.lower()

    @property
    def possible(self) -> bool:
        return can_become_syllable(self.word, self.tone)

    @property
    def complete(self) -> bool:
        return is_syllable(self.word, self.tone)

    @property
    def shows(self) -> bool:
        """Say whether the syllable is shown before it is complete.

        A far sign on a syllable that was good without it waits for the tone: *data* is no *dât*, *dataj* is *dật*.
        """
        return self.complete or not self.far or not is_syllable(unsigned(self.word), "sắc")

    def text(self, placing: Placing) -> str:
        return with_tone(self.letters, self.tone, placing)


def compose(keys: str, method: Method, placing: Placing = Placing.OLD) -> str:
    """Return the word that these keys write: a syllable, syllables run together, or the keys themselves."""
    meaning = MEANINGS[method]
    syllable, used = _read(keys, meaning)
    if syllable.done:
        return syllable.text(placing) + keys[used:]
    if used == len(keys) and syllable.shows:
        return syllable.text(placing)
    return _compose_run(keys, meaning, placing) or keys


def is_spelt_out(keys: str, method: Method) -> bool:
    """Say whether a digit among the keys of a word is itself, and no sign or tone: the word is part of a code."""
    text = compose(keys, method)
    return any(letter.isdigit() for letter in text) and text == keys


def _compose_run(keys: str, meaning: Meaning, placing: Placing) -> str | None:
    """Compose syllables without a blank between: the first must have a sign, or *server* would be *sẻvẻ*."""
    text = ""
    while keys:
        syllable, used = _read(keys, meaning, near=True)
        if not syllable.complete or keys[used : used + 1].lower() in set("aeiouy"):
            return None
        if text == "" and unsigned(syllable.letters) == syllable.letters:
            return None
        text, keys = text + syllable.text(placing), keys[used:]
    return text


def _read(keys: str, meaning: Meaning, *, near: bool = False) -> tuple[_Syllable, int]:
    """Read keys as far as they make one syllable; return it with the number of keys.

    With ``near`` a letter key changes only the letter beside it.
    """
    syllable = _Syllable()
    for used, key in enumerate(keys):
        after = None if syllable.done else _press(syllable, key, meaning, near=near)
        if after is None:
            return syllable, used
        syllable = after
    return syllable, len(keys)


def _press(syllable: _Syllable, key: str, meaning: Meaning, *, near: bool) -> _Syllable | None:
    """Return the syllable after one more key; None where there can be no such syllable."""
    small = key.lower()
    if small in meaning.tones and rhyme_of(syllable.word):
        return _give_tone(syllable, key, meaning.tones[small])
    if small in meaning.signs:
        return _give_sign(syllable, key, meaning, near=near)
    return _append(syllable, key)


def _give_tone(syllable: _Syllable, key: str, tone: str) -> _Syllable | None:
    if tone == syllable.tone:
        return None if tone == PLAIN else _undo(replace(syllable, tone=PLAIN), key)
    return _possible(replace(syllable, tone=tone, lone=False))


def _give_sign(syllable: _Syllable, key: str, meaning: Meaning, *, near: bool) -> _Syllable | None:
    """Put the sign on the last letter that can have it; pressed once more, the key writes itself."""
    signs, last = meaning.signs[key.lower()], len(syllable.letters) - 1
    beside = key.isalpha() and key.lower() not in meaning.alone
    for at in range(last, last - 1 if near and beside else -1, -1):
        letter = syllable.letters[at : at + 1]
        sign = signs.get(unsigned(letter.lower()), "")
        if sign == "":
            continue
        if letter.lower() == sign:
            return _undo(_without(syllable, signs), key)
        signed = _with_letter(syllable, at, sign)
        if signed is not None:
            return replace(signed, far=signed.far or (beside and at < last))
    return _append(syllable, key) or _append_alone(syllable, key, meaning)


def _with_letter(syllable: _Syllable, at: int, sign: str) -> _Syllable | None:
    letter = sign.upper() if syllable.letters[at].isupper() else sign
    letters = syllable.letters[:at] + letter + syllable.letters[at + 1 :]
    return _possible(replace(syllable, letters=_horned(letters), lone=False))


def _without(syllable: _Syllable, signs: Signs) -> _Syllable:
    """Take the signs of a key off again; the Ư of a lone W goes altogether."""
    if syllable.lone:
        return replace(syllable, letters=syllable.letters[:-1])
    bare = (unsigned(letter) if letter.lower() in signs.values() else letter for letter in syllable.letters)
    return replace(syllable, letters="".join(bare))


def _undo(syllable: _Syllable, key: str) -> _Syllable:
    """Let a key write itself. *xooong* is the one way to a long O, which can still get a tone."""
    after = replace(syllable, letters=syllable.letters + key)
    return replace(after, done=not (after.word.endswith("oo") and after.possible))


def _append(syllable: _Syllable, key: str) -> _Syllable | None:
    """Add a letter, which may have its sign and tone already."""
    tone = tone_of(key)
    if PLAIN not in (tone, syllable.tone):
        return None
    letters = _horned(syllable.letters + without_tone(key))
    return _possible(replace(syllable, letters=letters, tone=syllable.tone if tone == PLAIN else tone, lone=False))


def _append_alone(syllable: _Syllable, key: str, meaning: Meaning) -> _Syllable | None:
    letter = meaning.alone.get(key.lower())
    if letter is None:
        return None
    after = _append(syllable, letter.upper() if key.isupper() else letter)
    return None if after is None else replace(after, lone=True)


def _possible(syllable: _Syllable) -> _Syllable | None:
    return syllable if syllable.possible else None


def _horned(letters: str) -> str:
    """Write ƯO and UƠ as ƯƠ as soon as something follows: *duwong* and *duowng* are both *dương*."""
    return _HALF_HORNED.sub(lambda found: found[0].translate(_HORNS), letters)
