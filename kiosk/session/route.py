"""The way through a dossier: what comes next, derived from the answers; nothing here changes anything."""

from __future__ import annotations

from kiosk.session.draft import Draft, Section
from kiosk.session.position import AtQuestion, Position, Stop


def start_of(draft: Draft, section: Section) -> Position:
    """Return the first place of a section, passing over sections that ask nothing."""
    for question in draft.questions(section):
        if section is not Section.IDENTITY or _is_open(draft, section, question.name):
            return AtQuestion(section, question.name)
    return after(draft, section)


def after(draft: Draft, section: Section) -> Position:
    """Return the place that follows a whole section."""
    match section:
        case Section.IDENTITY:
            return start_of(draft, Section.FORM)
        case Section.FORM:
            return Stop.PAPERS if draft.paper_rows() else start_of(draft, Section.DELIVERY)
        case Section.DELIVERY:
            return Stop.CHECK


def after_question(draft: Draft, at: AtQuestion) -> Position:
    """Return the place after one question."""
    names = [question.name for question in draft.questions(at.section)]
    if at.name in names[:-1]:
        return AtQuestion(at.section, names[names.index(at.name) + 1])
    return after(draft, at.section)


def first_open(draft: Draft) -> Position | None:
    """Return the first place that still lacks something before the dossier may be checked; None when complete."""
    for section in (Section.IDENTITY, Section.FORM):
        open_question = _first_open_question(draft, section)
        if open_question is not None:
            return open_question
    if missing_row(draft) is not None:
        return Stop.PAPERS
    return _first_open_question(draft, Section.DELIVERY)


def missing_row(draft: Draft) -> str | None:
    """Return the component of the first required attachment row without pages."""
    return next((row.row.component for row in draft.paper_rows() if row.required and not row.pages), None)


def _first_open_question(draft: Draft, section: Section) -> AtQuestion | None:
    errors = draft.forms[section].evaluate().errors
    names = (question.name for question in draft.questions(section))
    return next((AtQuestion(section, name) for name in names if name in errors), None)


def _is_open(draft: Draft, section: Section, name: str) -> bool:
    evaluation = draft.forms[section].evaluate()
    return name in evaluation.errors or name not in evaluation.values
