"""The keyboard under a question: which keys are up, and the tone keys with the syllables that they would write."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.text import Language
from kiosk.forms.model import Question
from kiosk.vietnamese.tones import PLAIN, forms
from ui.keyboard.layouts import Page, Row, Way, address_rows, code_rows, rows_of
from ui.viewmodels import question_draft as drafting
from ui.viewmodels.question_draft import Draft

_TONES_IN_ENGLISH = {
    PLAIN: "no mark",
    "sắc": "rising",
    "huyền": "falling",
    "hỏi": "dipping",
    "ngã": "broken",
    "nặng": "heavy",
}


@dataclass(frozen=True, slots=True)
class ToneCap:
    """One tone key: the syllable as it would be, and the tone's name."""

    syllable: str
    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class Cap:
    """One key of the keyboard."""

    name: str
    text: str
    act: str
    span: int


@dataclass(frozen=True, slots=True)
class Keys:
    """What the keyboard shows: ``way`` is ``abc telex vni address`` or ``code``; the tone keys act on ``word``."""

    way: str
    rows: tuple[tuple[Cap, ...], ...]
    word: str = ""
    tones: tuple[ToneCap, ...] = ()


def letters() -> tuple[tuple[Cap, ...], ...]:
    """Return the letters in Vietnamese order, as they stand under most texts."""
    return _caps(rows_of(None, Page.LETTERS, cased=False, small=False))


def derive_keys(question: Question, draft: Draft, way: Way, language: Language) -> Keys:
    """Derive the keyboard for what has been typed so far."""
    if drafting.is_address(question):
        return Keys("address", _caps(address_rows(way)))
    if drafting.is_code(question):
        return Keys("code", _caps(code_rows()))
    rows = _caps(rows_of(way, draft.page, cased=drafting.is_cased(question), small=draft.small))
    if way is not None:
        return Keys(way.value, rows)
    word = "" if drafting.is_numeric(question) else drafting.last_word(draft.text)
    return Keys("abc", rows, word, _tones(word, language))


def _caps(rows: tuple[Row, ...]) -> tuple[tuple[Cap, ...], ...]:
    return tuple(tuple(Cap(key.name, key.text, key.act, key.span) for key in row) for row in rows)


def _tones(word: str, language: Language) -> tuple[ToneCap, ...]:
    def named(tone: str) -> str:
        return _TONES_IN_ENGLISH[tone] if language is Language.ENGLISH else tone

    return tuple(ToneCap(form.syllable, form.name, named(form.name)) for form in forms(word))
