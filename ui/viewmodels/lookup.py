"""Looking an answer up in a long list by its first letters: communes, provinces, peoples."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.folding import folded_words
from kiosk.domain.text import Language
from kiosk.forms.model import Choice

LONG = 12
"""Beyond so many choices a list is looked up, not turned over page by page."""


def find_choices(choices: Sequence[Choice], typed: str, language: Language, limit: int) -> tuple[Choice, ...]:
    """Return the choices with words that begin as typed, best first; the first of the list while nothing is typed."""
    wanted = folded_words(typed)
    if not wanted:
        return tuple(choices[:limit])
    ranked = [(rank, choice) for choice in choices if (rank := _rank(choice, wanted, language)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(choice for _, choice in ranked[:limit])


def _rank(choice: Choice, wanted: Sequence[str], language: Language) -> tuple[int, int] | None:
    """Say how well a choice fits: where in the name the typed words begin, and how much is left over."""
    words = folded_words(choice.text.of(language)) + (folded_words(choice.gloss.of(language)) if choice.gloss else ())
    places = []
    for one in wanted:
        place = next((at for at, word in enumerate(words) if word.startswith(one)), None)
        if place is None:
            return None
        places.append(place)
    return (min(places) if places == sorted(places) else len(words), len(words))
