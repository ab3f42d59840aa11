"""A form that can be asked: what is visible, required, wrong, and complete under any set of answers."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path

import rfc8785

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.cells import Cell
from kiosk.forms.consistency import check_circles, check_names
from kiosk.forms.documents import JsonError, read_json
from kiosk.forms.expressions import evaluate, parse_expression, variables
from kiosk.forms.expressions.lookup import split_path
from kiosk.forms.expressions.values import Value, are_equal, is_empty, is_number, read_number, write_text
from kiosk.forms.filling import Filling
from kiosk.forms.model import Evaluation, Question, QuestionKind
from kiosk.forms.nodes import Document, Element, walk
from kiosk.forms.problems import FormError, Problem
from kiosk.forms.reader import Reader
from kiosk.forms.references import NO_REFERENCES, References
from kiosk.forms.report import is_ready, report
from kiosk.forms.scopes import AnswersScope
from kiosk.forms.validation import read_date

Today = Callable[[], date]


class Form:
    """One form document. ``sha256`` is the digest of its RFC 8785 canonical JSON, in hex."""

    def __init__(self, document: Document, sha256: str, today: Today) -> None:
        self.document = document
        self.sha256 = sha256
        self._today = today
        elements = [element for page in document.pages for element in walk(page.elements)]
        self._elements: dict[str, Element] = {element.question.name: element for element in elements}

    def evaluate(self, answers: Mapping[str, JsonValue]) -> Evaluation:
        """Evaluate answers: given in their order over the defaults, everything running as it would on the screen."""
        filling = self.start()
        for name, value in answers.items():
            filling.set(name, clean(self._elements.get(name), value))
        return self.report(filling)

    def start(self) -> Filling:
        """Begin to fill the form in: its defaults are there, nothing is answered."""
        return Filling(
            self.document,
            self._now,
            self._display,
            lambda sheet, name, index: is_ready(sheet, name, index, self._today()),
        )

    def report(self, filling: Filling) -> Evaluation:
        """Evaluate a form that is being filled in as it stands."""
        return report(filling, self._today())

    @property
    def names(self) -> frozenset[str]:
        """The names of all questions, whatever the conditions; not those of a list's items."""
        return frozenset(self._elements)

    def holds(self, condition: str, answers: Mapping[str, JsonValue]) -> bool:
        """Say whether a condition in the form's language holds. Raises ExpressionError for what is none."""
        return evaluate(parse_expression(condition), AnswersScope(answers, self._now)) is True

    def names_asked(self, condition: str) -> frozenset[str]:
        """Return the names that a condition asks for. Raises ExpressionError for what is none."""
        return frozenset(split_path(name)[0].name for name in variables(parse_expression(condition)))

    def describe(self, question: Question, value: JsonValue) -> Text:
        """Return an answer in words: the choice's text, a date as ``dd/mm/yyyy``, anything else as it stands."""
        if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
            texts = [self.describe(question, one) for one in value]
            return Text.made(lambda language: ", ".join(text.of(language) for text in texts))
        for choice in question.choices:
            if are_equal(choice.value, value):
                return choice.text
        if question.kind is QuestionKind.DATE:
            written = str(read_date(question.kind, value) or value)
            return Text(written, written)
        return Text(write_text(value), write_text(value))

    def read_typed(self, name: str, value: JsonValue) -> JsonValue:
        """Return what a person has typed as an answer: outer blanks gone, and the text of a number as the number."""
        if not isinstance(value, str):
            return value
        element = self._element(name)
        number = element is not None and element.question.kind is QuestionKind.NUMBER and is_number(value)
        return read_number(value) if number else clean(element, value.strip())

    def _element(self, name: str) -> Element | None:
        """Return the element with a name; ``kids[0].name`` is the one that every item has."""
        elements: Mapping[str, Element] = self._elements
        found: Element | None = None
        for step in split_path(name):
            found = elements.get(step.name)
            inner = () if found is None or found.repetition is None else walk(found.repetition.elements)
            elements = {element.question.name: element for element in inner}
        return found

    def _display(self, cell: Cell) -> Value:
        return None if is_empty(cell.value) else self.describe(cell.element.question, cell.value).vi

    def _now(self) -> datetime:
        return datetime.combine(self._today(), time(12))


def clean(element: Element | None, value: JsonValue) -> JsonValue:
    """Return an answer as it is kept: NFC, and names in capitals with single blanks."""
    if isinstance(value, list):
        return [clean(element, one) for one in value]
    if isinstance(value, dict):
        inner = () if element is None or element.repetition is None else walk(element.repetition.elements)
        elements = {one.question.name: one for one in inner}
        return {key: clean(elements.get(key), one) for key, one in value.items()}
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    return " ".join(text.split()).upper() if element is not None and element.question.names else text


def parse_form(
    document: object, source: str, today: Today = date.today, references: References = NO_REFERENCES
) -> Form:
    """Read a form document; ``source`` names it in errors. Raises FormError with everything that is wrong."""
    reader = Reader(references)
    read = reader.read(document)
    problems = [*reader.notes.problems, *check_names(read), *check_circles(read)]
    if problems:
        raise FormError(source, problems)
    return Form(read, hashlib.sha256(rfc8785.dumps(document)).hexdigest(), today)  # type: ignore[arg-type]  # is JSON


def read_document(path: Path) -> object:
    """Read a JSON file. Raises FormError that names the file and the place."""
    try:
        return read_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FormError(
            str(path), [Problem("$", f"cannot be read ({error.strerror})", "give a readable file")]
        ) from error
    except UnicodeDecodeError as error:
        raise FormError(str(path), [Problem("$", f"is not UTF-8 ({error})", "save it as UTF-8")]) from error
    except JsonError as error:
        raise FormError(str(path), [Problem(error.path, str(error), "correct the file there")]) from error


def load_form(path: Path, today: Today = date.today, references: References = NO_REFERENCES) -> Form:
    """Read a form file. Raises FormError."""
    return parse_form(read_document(path), str(path), today, references)
