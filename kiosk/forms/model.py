"""What a form is once it has been read, and what evaluating answers against it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text


class QuestionKind(StrEnum):
    """How a question is asked and answered."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TEL = "tel"
    CHOICE = "choice"
    DROPDOWN = "dropdown"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer; ``gloss`` explains it in everyday words."""

    value: str | int
    text: Text
    gloss: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, without its conditions (these are in the Evaluation).

    ``title`` is the official label, ``ask`` the question in plain words for the screen's heading, ``hint`` one line
    below it, ``read_back`` a sentence with ``{}`` for the chosen answer ("Tôi là {} của người được cấp.").
    ``names`` asks the keyboard for the spelling of names (capitals with diacritics).
    """

    name: str
    kind: QuestionKind
    title: Text
    ask: Text | None = None
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    max_length: int | None = None
    names: bool = False
    sensitive: bool = False
    read_back: Text | None = None


@dataclass(frozen=True, slots=True)
class VisiblePage:
    """A page of the form with the questions that are visible on it now."""

    name: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A form under one set of answers. ``values`` is the data as it would be submitted; texts are NFC."""

    pages: tuple[VisiblePage, ...]
    visible: tuple[str, ...]
    required: frozenset[str]
    read_only: frozenset[str]
    values: Mapping[str, JsonValue]
    errors: Mapping[str, tuple[Text, ...]]
    complete: bool
