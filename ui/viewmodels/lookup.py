"""Looking an answer up in a long list by its first letters: communes, provinces, peoples."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.folding import fold, typed_words
from kiosk.domain.text import Language
from kiosk.forms.model import Choice

LONG = 12
"""Beyond so many choices a list is looked up, not turned over page by page."""


def find_choices(
    choices: Sequence[Choice], typed: str, language: Language, limit: int, home: str = ""
) -> tuple[Choice, ...]:
    """Return the choices with words that begin as typed, best first; the first of the list while nothing is typed.

    ``home`` is the value of the place where the kiosk stands, if it is a list of places: among equals it and its
    neighbours come first. Official codes go through the country district by district, so neighbours have near codes.
    """
    wanted = typed_words(typed)
    near = sorted(choices, key=lambda choice: _distance(choice, home)) if home else choices
    if not wanted:
        return tuple(near[:limit])
    ranked = [(rank, choice) for choice in near if (rank := _rank(choice, wanted, language)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(choice for _, choice in ranked[:limit])


def _distance(choice: Choice, home: str) -> int:
    code = str(choice.value)
    return abs(int(code) - int(home)) if code.isdecimal() and home.isdecimal() else 0


def _rank(choice: Choice, wanted: Sequence[str], language: Language) -> tuple[int, int, int] | None:
    """Say how well a choice fits: where in the name the typed words begin, whose marks differ, how much is left."""
    words = typed_words(choice.text.of(language)) + (typed_words(choice.gloss.of(language)) if choice.gloss else ())
    folded = tuple(map(fold, words))
    places, unlike = [], 0
    for one in wanted:
        plain = fold(one)
        place = next((at for at, word in enumerate(folded) if word.startswith(plain)), None)
        if place is None:
            return None
        places.append(place)
        unlike += not words[place].startswith(one)
    return (min(places) if places == sorted(places) else len(words), unlike, len(words))
