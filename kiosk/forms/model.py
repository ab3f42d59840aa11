"""What a form asks, and what evaluating answers against it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text

_NUMBER = "{panelIndex}"
"""What stands for an item's number in its title."""


def comment_on(name: str) -> str:
    """Return the name of the words beside a choice of *other*, as SurveyJS calls them."""
    return f"{name}-Comment"


class QuestionKind(StrEnum):
    """How a question is asked and answered."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    MONTH = "month"
    TIME = "time"
    TEL = "tel"
    EMAIL = "email"
    CODE = "code"
    """Letters and digits off a paper; asked by the kiosk itself, not by forms."""
    COMMENT = "comment"
    CHOICE = "choice"
    DROPDOWN = "dropdown"
    CHECKBOX = "checkbox"
    BOOLEAN = "boolean"
    EXPRESSION = "expression"
    HTML = "html"
    FILE = "file"
    LIST = "list"
    """Items that are asked one after the other (``paneldynamic``)."""
    TABLE = "table"
    """Rows of the same few questions (``matrixdynamic``)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer; ``gloss`` explains it in everyday words; a disabled one can be seen, not taken."""

    value: str | int | float | bool
    text: Text
    gloss: Text | None = None
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """How to pass over several optional questions in a row: what the button says, and the last that it passes over."""

    words: Text
    through: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question, without its conditions (these are in the Evaluation).

    ``title`` is the official label, ``ask`` the question in plain words for the screen's heading, ``hint`` one line
    below it, ``spoken`` what the voice says in place of the question, ``read_back`` a sentence with ``{}`` for the
    chosen answer ("Tôi là {} của người được cấp."). ``names`` asks the keyboard for the spelling of names (capitals
    with diacritics), ``unknown_allowed`` offers *Tôi không biết* where the law allows a blank, ``skip`` passes over
    more optional questions than this one, ``address`` is the part of an address that it asks for (``province commune
    detail``), ``person_field`` the part of a person, ``reference`` the local list that the choices come from.
    """

    name: str
    kind: QuestionKind
    title: Text
    ask: Text | None = None
    hint: Text | None = None
    spoken: Text | None = None
    choices: tuple[Choice, ...] = ()
    max_length: int | None = None
    names: bool = False
    sensitive: bool = False
    unknown_allowed: bool = False
    skip: Skip | None = None
    read_back: Text | None = None
    address: str | None = None
    person_field: str | None = None
    reference: str | None = None
    html: Text | None = None
    add_text: Text | None = None
    item_title: Text | None = None

    def item_name(self, number: int) -> Text:
        """Name an item of a list: its title with the number, from 1, where the form wants it, else at the end."""
        title = self.item_title or self.title
        if _NUMBER in title.vi or _NUMBER in title.en:
            return Text.made(lambda language: title.of(language).replace(_NUMBER, str(number)))
        return Text(f"{title.vi} thứ {number}", f"{title.en} {number}")


@dataclass(frozen=True, slots=True)
class VisiblePage:
    """A step of the form with the questions that are visible in it now; those of a list's items stand after it.

    A page is a step; a panel with a title on a page is one of its own. ``person`` says whose block it is.
    """

    name: str
    title: Text
    questions: tuple[Question, ...]
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A form under one set of answers. ``values`` is the data as it would be submitted; texts are NFC.

    Questions of a list's items are named ``kids[0].name`` everywhere but in ``values``, which is nested.
    """

    pages: tuple[VisiblePage, ...]
    visible: tuple[str, ...]
    required: frozenset[str]
    read_only: frozenset[str]
    values: Mapping[str, JsonValue]
    errors: Mapping[str, tuple[Text, ...]]
    complete: bool
