"""Views made of the procedures that really ship: what a commune has written must fit the screens too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kiosk.catalogue import Catalogue
from kiosk.domain.procedure import Procedure, ProcedureKind, Requirement
from kiosk.domain.text import Language, Text
from kiosk.forms.form import Form
from kiosk.forms.model import Question, QuestionKind
from kiosk.session import screens
from kiosk.session.screens import PaperRow, Progress, Screen, View
from ui.samples import facts
from ui.samples.paper import sample_pages
from ui.viewmodels.lookup import LONG

_STEP = Progress(3, 7, Text("Người được cấp giấy", "The person named"))

Named = tuple[str, Screen]


@cache
def _questions(form: Form) -> tuple[Question, ...]:
    """Return every question that is asked at first, and those that one choice brings up.

    It takes a second or more: each choice is tried. A form is the same in every language and on every screen.
    """

    def visible(answers: dict[str, str | float]) -> dict[str, Question]:
        pages = form.evaluate(dict(answers)).pages
        return {question.name: question for page in pages for question in page.questions}

    found = visible({})
    for question in tuple(found.values()):
        for choice in question.choices[:LONG]:
            found |= visible({question.name: choice.value})
    return tuple(found.values())


def _asked(prefix: str, form: Form) -> Iterator[Named]:
    for question in _questions(form):
        name = question.name
        if question.kind in (QuestionKind.LIST, QuestionKind.TABLE):
            yield (
                f"{prefix}-{name}",
                screens.AskList(_STEP, question, (), may_add=True, may_remove=False, required=True),
            )
            continue
        if question.kind in (QuestionKind.EXPRESSION, QuestionKind.FILE):
            continue
        yield f"{prefix}-{name}", screens.AskQuestion(_STEP, question, None, required=True)
        if question.choices:
            value = question.choices[-1].value
            yield f"{prefix}-{name}-chosen", screens.AskQuestion(_STEP, question, value, required=True)


def _procedure(procedure: Procedure) -> Iterator[Named]:
    code = procedure.code
    rows = tuple(
        PaperRow(row, row.requirement is Requirement.REQUIRED)
        for row in procedure.rows
        if row.requirement is not Requirement.SHOW_ONLY
    )
    yield f"{code}-guide", screens.Guide(_STEP if procedure.kind is ProcedureKind.FORM else None, procedure)
    if procedure.kind is not ProcedureKind.FORM:
        return
    yield f"{code}-declare", screens.Declare(_STEP, procedure.declaration, ticked=False)
    if not rows:
        return
    yield f"{code}-papers", screens.Papers(_STEP, rows, rows[0].row.component)
    for row in rows:
        name, pages = row.row.component, sample_pages()[:2]
        yield f"{code}-scan-{name}", screens.ScanReady(_STEP, rows, name)
        yield f"{code}-review-{name}", screens.ReviewPages(_STEP, row.row, pages, 1)


def shipped_views(
    catalogue: Catalogue, language: Language, text_size: int, only: str = ""
) -> Iterator[tuple[str, View]]:
    """Yield a name and a view for the choice of procedures, who files, and everything of each procedure.

    With ``only`` the procedures that it does not name by their code are left out: their views take long to make.
    """
    named: list[Named] = [
        ("choose-event-shipped", screens.ChooseEvent(catalogue.events)),
        ("choose-procedure-shipped", screens.ChooseProcedure(catalogue.procedures)),
    ]
    named += [
        (f"choose-procedure-{event.key}", screens.ChooseProcedure(catalogue.of_event(event), event))
        for event in catalogue.events
    ]
    named += _asked("identity", catalogue.applicant_form)
    for name, screen in named:
        yield name, View(screen, None, language, text_size, facts.ONLINE)
    for procedure in catalogue.procedures:
        if only and procedure.code not in only:
            continue
        yield from views_of(catalogue, procedure, language, text_size)


def views_of(
    catalogue: Catalogue, procedure: Procedure, language: Language, text_size: int
) -> Iterator[tuple[str, View]]:
    """Yield a name and a view for a procedure's guide, papers, declaration and questions."""
    named = list(_procedure(procedure))
    if procedure.kind is ProcedureKind.FORM:
        named += _asked(procedure.code, catalogue.form(procedure.code))
        named += _asked(f"{procedure.code}-delivery", catalogue.delivery_form(procedure.delivery_methods))
    for name, screen in named:
        yield name, View(screen, None, language, text_size, facts.ONLINE)
