"""Any question: what is asked, what has been put in so far, and the keys that write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape, unescape

from PySide6.QtCore import Slot

from kiosk.domain.place import Place
from kiosk.domain.text import NO_TEXT, Language
from kiosk.forms.model import Choice, Question, QuestionKind
from kiosk.session.screens import AskQuestion, View
from ui.keyboard.layouts import Act, Page, Way, next_way
from ui.keyboard.names import suggest
from ui.viewmodels import question_date as dating
from ui.viewmodels import question_draft as drafting
from ui.viewmodels.hint import hint_of
from ui.viewmodels.lookup import find_choices
from ui.viewmodels.question_draft import Draft, Precision
from ui.viewmodels.question_keys import Cap, ToneCap, derive_keys, letters
from ui.viewmodels.screen import ScreenModel

_TAG = re.compile(r"<[^>]*>")

_HALF_ROW = 300
"""Pixels that an answer may take so that two stand side by side on a row."""

_LETTER, _GLOSS_LETTER = 23, 17
"""Mean width in pixels of a letter of an answer, and of the small word beside it."""

_HOURS = 2

_FOUND = 3
"""How many matches of a look-up fit above the keyboard."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One choice; ``value`` as text, since QML compares texts."""

    value: str
    text: str
    gloss: str
    chosen: bool
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class QuestionProps:
    """``head`` is the text before the word that the tone keys act on; ``way`` says how it is typed.

    ``hint`` is rich text and says of an optional question that it is; ``unknown`` offers *Tôi không biết*;
    ``skip_words`` pass over several questions at once.
    ``naming`` offers ``names`` that complete what is typed. ``said`` is a date in words. ``looking`` is true where
    choices are looked up by letters; ``looked_up`` is then the one that is chosen.
    """

    name: str = ""
    kind: str = ""
    ask: str = ""
    spoken: str = ""
    hint: str = ""
    error: str = ""
    required: bool = True
    unknown: bool = False
    skip_words: str = ""
    changing: bool = False
    answered: bool = False
    rows: tuple[tuple[Answer, ...], ...] = ()
    read_back: str = ""
    text: str = ""
    head: str = ""
    syllable: str = ""
    tones: tuple[ToneCap, ...] = ()
    way: str = "abc"
    keys: tuple[tuple[Cap, ...], ...] = letters()
    small: bool = False
    naming: bool = False
    names: tuple[str, ...] = ()
    day: str = ""
    month: str = ""
    year: str = ""
    said: str = ""
    precision: str = Precision.DAY
    partial: bool = False
    looking: bool = False
    looked_up: str = ""
    told: str = ""
    fee: str = ""


def derive_question(
    screen: AskQuestion, draft: Draft, language: Language, place: Place, way: Way = None
) -> QuestionProps:
    """Derive everything that the screen shows."""
    question = screen.question
    keys = derive_keys(question, draft, way, language)
    parts = dating.Parts(*drafting.date_parts(draft)) if drafting.is_date(question) else dating.Parts()
    error, said = screen.error or dating.say_doubt(parts), dating.read_back(parts)
    chosen = next((choice for choice in question.choices if choice.value == draft.chosen), None)
    return QuestionProps(
        name=question.name,
        kind=question.kind,
        ask=(question.ask or question.title).of(language),
        spoken=(question.spoken or NO_TEXT).of(language),
        hint=hint_of(question, required=screen.required).of(language),
        error=error.of(language) if error else "",
        required=screen.required,
        unknown=question.unknown_allowed and not screen.required,
        skip_words=question.skip.words.of(language) if question.skip else "",
        changing=screen.changing,
        answered=drafting.answer_of(question, draft) is not None,
        rows=_rows(question, draft, language, place.home(question.reference)),
        read_back=_read_back(question, draft, language),
        text=_clock(draft.text) if question.kind is QuestionKind.TIME else draft.text,
        head=draft.text[: len(draft.text) - len(keys.word)],
        syllable=keys.word,
        tones=keys.tones,
        way=keys.way,
        keys=keys.rows,
        small=draft.small,
        naming=drafting.is_naming(question),
        names=suggest(draft.text) if drafting.is_naming(question) else (),
        day=parts.day,
        month=parts.month,
        year=parts.year,
        said=said.of(language) if said else "",
        precision=draft.precision,
        partial=question.kind is QuestionKind.PARTIAL_DATE,
        looking=drafting.is_looked_up(question),
        told=_plain(question.html.of(language)) if question.html else "",
        fee=screen.fee.of(language) if screen.fee else "",
        looked_up=chosen.text.of(language) if chosen and drafting.is_looked_up(question) else "",
    )


def _clock(digits: str) -> str:
    """Write digits as they stand on a clock: ``08:30``."""
    return digits if len(digits) <= _HOURS else f"{digits[:_HOURS]}:{digits[_HOURS:]}"


def _plain(html: str) -> str:
    """Return the words of an HTML text; tags are not shown."""
    return unescape(_TAG.sub(" ", html)).strip()


def _rows(question: Question, draft: Draft, language: Language, home: str) -> tuple[tuple[Answer, ...], ...]:
    """Lay the choices out: two that are both short stand side by side, as natural pairs do (Vợ | Chồng)."""
    if drafting.is_looked_up(question):
        chosen = [one for one in question.choices if one.value == draft.chosen and not draft.text]
        others = [one for one in question.choices if one not in chosen]
        found = (*chosen, *find_choices(others, draft.text, language, _FOUND - len(chosen), home))
        return tuple((_answer(choice, draft, language),) for choice in found)
    rows: list[tuple[Answer, ...]] = []
    for choice in question.choices:
        answer = _answer(choice, draft, language)
        if rows and len(rows[-1]) == 1 and _is_short(rows[-1][0]) and _is_short(answer):
            rows[-1] = (*rows[-1], answer)
        else:
            rows.append((answer,))
    return tuple(rows)


def _answer(choice: Choice, draft: Draft, language: Language) -> Answer:
    gloss = choice.gloss.of(language) if choice.gloss else ""
    chosen = choice.value == draft.chosen or choice.value in draft.several
    return Answer(str(choice.value), choice.text.of(language), gloss, chosen, choice.disabled)


def _is_short(answer: Answer) -> bool:
    gloss = len(answer.gloss) * _GLOSS_LETTER + 20 if answer.gloss else 0
    return len(answer.text) * _LETTER + gloss <= _HALF_ROW


def _read_back(question: Question, draft: Draft, language: Language) -> str:
    """Say back what was understood: "Tôi là **mẹ đẻ** của người được cấp."."""
    chosen = next((choice for choice in question.choices if choice.value == draft.chosen), None)
    if question.read_back is None or chosen is None:
        return ""
    words = chosen.text.of(language)
    return question.read_back.of(language).format(f"<b>{escape(words[:1].lower() + words[1:])}</b>")


class AskQuestionModel(ScreenModel, props=QuestionProps):
    """Keeps what was put in until the citizen goes on; the form judges it then."""

    def __init__(self, *around: object) -> None:
        super().__init__(*around)  # type: ignore[arg-type]  # whatever every screen's model is made with
        self._screen: AskQuestion | None = None
        self._language = Language.VIETNAMESE
        self._draft = Draft()
        self._way: Way = None

    def show(self, view: View) -> None:
        """Take a new view, and how the citizen types."""
        self._way = view.typing
        super().show(view)

    def derive(self, screen: AskQuestion, language: Language) -> QuestionProps:
        """Begin a new draft with each question; keep it while the same question is up."""
        if self._screen is None or self._screen.question.name != screen.question.name:
            self._draft = drafting.draft_of(screen.question, screen.value)
        self._screen, self._language = screen, language
        return derive_question(screen, self._draft, language, self.place, self._way)

    def _put(self, draft: Draft) -> None:
        if self._screen is not None:
            self._draft = draft
            self._screen = replace(self._screen, error=None)
            self.update(derive_question(self._screen, draft, self._language, self.place, self._way))

    @Slot(str)
    def choose(self, value: str) -> None:
        """Take one of the choices."""
        if self._screen is not None:
            self._put(drafting.choose(self._draft, self._screen.question, value))

    @Slot(str, str)
    def press(self, act: str, text: str) -> None:
        """Press a key of the keyboard."""
        match Act(act):
            case Act.WRITE:
                self.type(text)
            case Act.SPACE:
                self.type(" ")
            case Act.DELETE:
                self._put(drafting.erase(self._draft))
            case Act.SIGNS:
                self._put(replace(self._draft, page=Page.SIGNS))
            case Act.LETTERS:
                self._put(replace(self._draft, page=Page.LETTERS))
            case Act.CASE:
                self._put(replace(self._draft, small=not self._draft.small))
            case Act.WAY:
                self.actions.type_with(next_way(self._way))

    @Slot(str)
    def type(self, text: str) -> None:
        """Write a text, from the screen's keys or from a keyboard that is plugged in."""
        if self._screen is not None:
            self._put(drafting.write(self._draft, self._screen.question, text, self._way))

    @Slot(str)
    def tone(self, name: str) -> None:
        """Give the last word a tone."""
        self._put(drafting.put_tone(self._draft, name))

    @Slot(str)
    def takeName(self, name: str) -> None:  # noqa: N802 - QML's spelling
        """Complete the word that is being typed."""
        if self._screen is not None:
            self._put(drafting.put_name(self._draft, self._screen.question, name))

    @Slot(str)
    def know(self, precision: str) -> None:
        """Say how much of the date is known."""
        self._put(drafting.know(self._draft, Precision(precision)))

    @Slot(str)
    def goTo(self, part: str) -> None:  # noqa: N802 - QML's spelling
        """Write the day, the month or the year again."""
        self._put(drafting.go_to(self._draft, Precision(part)))

    @Slot()
    def next(self) -> None:
        """Hand the answer to the form."""
        if self._screen is not None:
            self.actions.answer(drafting.answer_of(self._screen.question, self._draft))

    @Slot()
    def sayUnknown(self) -> None:  # noqa: N802 - QML's spelling
        """Leave the question blank, where the law allows it."""
        self.actions.say_unknown()

    @Slot()
    def skip(self) -> None:
        """Pass over an optional question."""
        if self._screen is not None and not self._screen.required:
            self.actions.skip()
