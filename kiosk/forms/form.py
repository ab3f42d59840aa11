"""A form that can be asked: what is visible, required, wrong, and complete under any set of answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import rfc8785

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.consistency import check_circles, check_names
from kiosk.forms.expressions import Expression, holds, parse_expression
from kiosk.forms.expressions.meaning import are_equal, is_empty
from kiosk.forms.model import Evaluation, Question, QuestionKind, VisiblePage
from kiosk.forms.nodes import Element, Page, Panel, walk
from kiosk.forms.problems import FormError, Problem
from kiosk.forms.reader import Reader
from kiosk.forms.validation import REQUIRED, clean, complaints, read_date

Today = Callable[[], date]


class Form:
    """One form document. ``sha256`` is the digest of its RFC 8785 canonical JSON, in hex. All methods are pure."""

    def __init__(self, pages: tuple[Page, ...], sha256: str, today: Today) -> None:
        self.pages = pages
        self.sha256 = sha256
        self._today = today
        self._elements = {element.question.name: element for page in pages for element in walk(page)}

    def evaluate(self, answers: Mapping[str, JsonValue]) -> Evaluation:
        """Evaluate answers. Hidden answers count in conditions, as in SurveyJS, but are not in ``values``."""
        given = self._given(answers)
        pages = tuple(page for page in (self._page(page, given) for page in self.pages) if page.questions)
        names = tuple(question.name for page in pages for question in page.questions)
        shown = [self._elements[name] for name in names]
        required = frozenset(element.question.name for element in shown if _is_required(element, given))
        known = {name: given[name] for name in given if name in names or name not in self._elements}
        errors = {
            element.question.name: texts for element in shown if (texts := self._errors(element, known, required))
        }
        return Evaluation(
            pages=pages,
            visible=names,
            required=required,
            read_only=frozenset(element.question.name for element in shown if element.read_only),
            values=known,
            errors=errors,
            complete=not errors,
        )

    @property
    def names(self) -> frozenset[str]:
        """The names of all questions, whatever the conditions."""
        return frozenset(self._elements)

    def holds(self, condition: str, answers: Mapping[str, JsonValue]) -> bool:
        """Say whether a condition in the form's language holds. Raises ExpressionError for what is none."""
        return holds(parse_expression(condition), answers)

    def describe(self, question: Question, value: JsonValue) -> Text:
        """Return an answer in words: the choice's text, a date as ``dd/mm/yyyy``, anything else as it stands."""
        for choice in question.choices:
            if are_equal(choice.value, value):
                return choice.text
        if question.kind is QuestionKind.DATE:
            written = str(read_date(question.kind, value) or value)
            return Text(written, written)
        return Text(str(value), str(value))

    def _given(self, answers: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
        defaults = {name: element.default for name, element in self._elements.items() if element.default is not None}
        cleaned = {
            name: clean(self._elements[name], value) if name in self._elements else value
            for name, value in {**defaults, **answers}.items()
        }
        return {name: value for name, value in cleaned.items() if not is_empty(value)}

    def _page(self, page: Page, given: Mapping[str, JsonValue]) -> VisiblePage:
        questions = tuple(_visible(page, given)) if _is_on(page.visible_if, given) else ()
        return VisiblePage(page.name, page.title, questions)

    def _errors(self, element: Element, given: Mapping[str, JsonValue], required: frozenset[str]) -> tuple[Text, ...]:
        name = element.question.name
        if name not in given:
            return (element.required_text or REQUIRED,) if name in required else ()
        return tuple(complaints(element, given[name], given, self._today()))


def _visible(container: Page | Panel, given: Mapping[str, JsonValue]) -> Iterator[Question]:
    for child in container.elements:
        if not _is_on(child.visible_if, given):
            continue
        if isinstance(child, Panel):
            yield from _visible(child, given)
        else:
            yield child.question


def _is_on(condition: Expression | None, given: Mapping[str, JsonValue]) -> bool:
    return condition is None or holds(condition, given)


def _is_required(element: Element, given: Mapping[str, JsonValue]) -> bool:
    return element.required or (element.required_if is not None and holds(element.required_if, given))


def parse_form(document: object, source: str, today: Today = date.today) -> Form:
    """Read a form document; ``source`` names it in errors. Raises FormError with everything that is wrong."""
    reader = Reader()
    pages = reader.read(document)
    problems = [*reader.problems, *check_names(pages), *check_circles(pages)]
    if problems:
        raise FormError(source, problems)
    return Form(pages, hashlib.sha256(rfc8785.dumps(document)).hexdigest(), today)  # type: ignore[arg-type]  # is JSON


def read_document(path: Path) -> object:
    """Read a JSON file. Raises FormError that names the file and the place."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FormError(
            str(path), [Problem("$", f"cannot be read ({error.strerror})", "give a readable file")]
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise FormError(str(path), [Problem("$", f"is not JSON ({error})", "correct the file there")]) from error


def load_form(path: Path, today: Today = date.today) -> Form:
    """Read a form file. Raises FormError."""
    return parse_form(read_document(path), str(path), today)
