"""What the citizen has put into a question but not sent on yet, and how each touch changes it. Pure values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.submission import JsonValue
from kiosk.forms.model import Question, QuestionKind
from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.tones import with_tone
from kiosk.vietnamese.typed import Typed, begin
from ui.keyboard import names
from ui.keyboard.layouts import Page, Way
from ui.viewmodels.lookup import LONG

_CLOCK = 4
LONGEST = 200
"""Characters, where the form itself sets no limit."""


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


DIGITS = {Precision.DAY: 8, Precision.MONTH: 6, Precision.YEAR: 4}
"""How many digits a date of each precision has."""

ASKED = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
"""How many of day, month and year are asked for, from the year on."""

_FIRST_DIGITS = {(Precision.DAY, 0): "3", (Precision.DAY, 2): "1", (Precision.MONTH, 0): "1"}
"""The highest digit that a day or a month can begin with, by precision and digits before it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` is typed text or, for dates, digits in the order day, month, year; ``chosen`` a choice's value.

    ``several`` are the chosen ones where more than one may be. ``page`` and ``small`` say which letters the keyboard
    shows; ``typed`` are the keys of Telex or VNI behind the text, as long as the text is theirs.
    """

    text: str = ""
    chosen: str | float | None = None
    several: tuple[str | float, ...] = ()
    precision: Precision = Precision.DAY
    page: Page = Page.LETTERS
    small: bool = False
    typed: Typed | None = None


def draft_of(question: Question, value: JsonValue) -> Draft:
    """Begin with the answer that is there already."""
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.DROPDOWN | QuestionKind.BOOLEAN:
            chosen = (choice.value for choice in question.choices if str(choice.value) == str(value))
            return Draft(chosen=next(chosen, None))
        case QuestionKind.CHECKBOX:
            given = value if isinstance(value, list) else []
            return Draft(several=tuple(choice.value for choice in question.choices if choice.value in given))
        case QuestionKind.MONTH:
            year, month = (str(value).split("-") if value else ["", ""])[:2]
            return Draft(month + year, precision=Precision.MONTH)
        case QuestionKind.TIME:
            return Draft(str(value or "").replace(":", ""))
        case QuestionKind.DATE:
            year, month, day = (str(value).split("-") if value else ["", "", ""])[:3]
            return Draft(day + month + year)
        case QuestionKind.PARTIAL_DATE:
            parts = str(value).split("/") if value else []
            precision = {1: Precision.YEAR, 2: Precision.MONTH}.get(len(parts), Precision.DAY)
            return Draft("".join(parts), precision=precision)
        case _:
            return Draft("" if value is None else str(value))


def answer_of(question: Question, draft: Draft) -> JsonValue:
    """Return what the form is to judge; None for nothing."""
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.DROPDOWN | QuestionKind.BOOLEAN:
            return draft.chosen
        case QuestionKind.CHECKBOX:
            return list(draft.several) or None
        case QuestionKind.MONTH:
            _, month, year = date_parts(draft)
            return f"{year}-{month}" if draft.text else None
        case QuestionKind.TIME:
            return f"{draft.text[:2]}:{draft.text[2:]}" if draft.text else None
        case QuestionKind.HTML:
            return None
        case QuestionKind.DATE:
            day, month, year = date_parts(draft)
            return f"{year}-{month}-{day}" if draft.text else None
        case QuestionKind.PARTIAL_DATE:
            return "/".join(part for part in date_parts(draft) if part) or None
        case _:
            return draft.text.strip() or None


def date_parts(draft: Draft) -> tuple[str, str, str]:
    """Return day, month and year as far as they are typed; what is not asked for is empty."""
    digits = draft.text
    match draft.precision:
        case Precision.DAY:
            return digits[:2], digits[2:4], digits[4:]
        case Precision.MONTH:
            return "", digits[:2], digits[2:]
        case Precision.YEAR:
            return "", "", digits


def last_word(text: str) -> str:
    """Return the word that the tone keys act on."""
    return text.rsplit(" ", 1)[-1] if text else ""


def write(draft: Draft, question: Question, letters: str, way: Way = None) -> Draft:
    """Write what a key says, as far as there is room; in Telex and VNI it may change what stands there."""
    room = DIGITS[draft.precision] if is_date(question) else question.max_length or LONGEST
    room = _CLOCK if question.kind is QuestionKind.TIME else room
    letters = _fitting(draft, question, letters)
    if is_date(question):
        return _write_date(draft, letters, room)
    if way is None or is_numeric(question) or is_address(question) or is_code(question):
        return replace(draft, text=(draft.text + letters)[:room])
    typed = _typed(draft, way)
    for letter in letters:
        after = typed.press(letter)
        typed = after if len(after.text) <= room else typed
    return replace(draft, text=typed.text, typed=typed)


def _write_date(draft: Draft, digits: str, room: int) -> Draft:
    """Write digits of a date. No day begins with 4, no month with 2: such a digit is the whole day or month."""
    text = draft.text
    for digit in digits:
        highest = _FIRST_DIGITS.get((draft.precision, len(text)), "9")
        text += digit if digit <= highest else f"0{digit}"
    return replace(draft, text=text[:room])


def go_to(draft: Draft, part: Precision) -> Draft:
    """Write a part of a date again, with what comes after it. *Tháng* after a 2 makes the day 02."""
    asked = tuple(Precision)[-ASKED[draft.precision] :]
    parts = dict(zip(Precision, date_parts(draft), strict=True))
    before = [parts[one] for one in asked[: asked.index(part)]] if part in asked else [""]
    if "" in before:
        return draft
    return replace(draft, text="".join(one.zfill(2) for one in before))


def _fitting(draft: Draft, question: Question, letters: str) -> str:
    """Leave out what the question cannot have: letters in numbers, blanks in codes, capitals in addresses."""
    if is_numeric(question):
        return "".join(letter for letter in letters if letter.isdecimal() and letter.isascii())
    letters = "".join(letter for letter in letters if letter.isprintable())
    if is_address(question):
        return letters.lower().replace(" ", "")
    if is_code(question):
        return "".join(letter for letter in letters.upper() if letter.isascii() and letter != " ")
    if not draft.text or draft.text.endswith(" "):
        letters = letters.lstrip(" ")
    return letters if is_cased(question) else letters.upper()


def _typed(draft: Draft, way: Method) -> Typed:
    """Return the keys behind the text; a text that came otherwise is gone on with as it is."""
    typed = draft.typed
    return typed if typed and typed.method is way and typed.text == draft.text else begin(draft.text, way)


def erase(draft: Draft) -> Draft:
    """Take the last character back."""
    typed = draft.typed
    if typed is not None and typed.text == draft.text:
        typed = typed.delete()
    return replace(draft, text=draft.text[:-1], typed=typed)


def put_name(draft: Draft, question: Question, name: str) -> Draft:
    """Complete the word that is being typed to a name, if there is room."""
    text = names.complete(draft.text, name)
    return replace(draft, text=text) if len(text) <= (question.max_length or LONGEST) else draft


def put_tone(draft: Draft, tone: str) -> Draft:
    """Give the last word a tone."""
    word = last_word(draft.text)
    return replace(draft, text=draft.text[: len(draft.text) - len(word)] + with_tone(word, tone))


def know(draft: Draft, precision: Precision) -> Draft:
    """Change how much of the date is known; what was typed for another precision is given up."""
    return draft if draft.precision is precision else Draft(precision=precision)


def is_date(question: Question) -> bool:
    """Say whether the question is answered in three boxes."""
    return question.kind in {QuestionKind.DATE, QuestionKind.PARTIAL_DATE, QuestionKind.MONTH}


def is_choice(question: Question) -> bool:
    """Say whether the question is answered by choosing."""
    return bool(question.choices)


def is_looked_up(question: Question) -> bool:
    """Say whether there are so many choices that they are looked up by their letters."""
    return question.kind is QuestionKind.DROPDOWN and len(question.choices) > LONG


def choose(draft: Draft, question: Question, value: str) -> Draft:
    """Take a choice; where several may be chosen, take it or let it go."""
    chosen = next((one.value for one in question.choices if str(one.value) == value and not one.disabled), None)
    if chosen is None:
        return draft
    if question.kind is not QuestionKind.CHECKBOX:
        return replace(draft, chosen=chosen)
    if chosen in draft.several:
        return replace(draft, several=tuple(one for one in draft.several if one != chosen))
    alone = {"none"} & {chosen, *draft.several}
    return replace(draft, several=(chosen,) if alone else (*draft.several, chosen))


def is_address(question: Question) -> bool:
    """Say whether an address of the net is asked for: plain small letters, no blanks."""
    return question.kind is QuestionKind.EMAIL


def is_code(question: Question) -> bool:
    """Say whether a code is copied from a paper: capitals, digits, no blanks."""
    return question.kind is QuestionKind.CODE


def is_naming(question: Question) -> bool:
    """Say whether the name of a person is typed."""
    return question.kind is QuestionKind.TEXT and question.names


def is_cased(question: Question) -> bool:
    """Say whether small letters may be written: in texts, not in names of people, nor where choices are looked up."""
    return question.kind in {QuestionKind.TEXT, QuestionKind.COMMENT} and not question.names


def is_numeric(question: Question) -> bool:
    """Say whether digits are all that can be typed."""
    return is_date(question) or question.kind in {QuestionKind.NUMBER, QuestionKind.TEL, QuestionKind.TIME}
