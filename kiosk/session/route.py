"""The way through a dossier: what comes next, derived from the answers; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kiosk.forms.model import Skip
from kiosk.session.draft import Draft, Section
from kiosk.session.items import Place, place_of
from kiosk.session.position import AtQuestion, Position, Stop


def start_of(draft: Draft, section: Section) -> Position:
    """Return the first place of a section, passing over sections that ask nothing."""
    for name in _top(draft, section):
        if section is not Section.IDENTITY or _is_open(draft, section, name):
            return AtQuestion(section, name)
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
    """Return the place after one question; after the last one of a list's item it is the list again."""
    place = place_of(at.name)
    if place is not None:
        names = first_questions(draft, at.section, place)
        return AtQuestion(at.section, next(_following(names, at.name), place.list_name))
    following = next(_following(_top(draft, at.section), at.name), None)
    return after(draft, at.section) if following is None else AtQuestion(at.section, following)


def last_skipped(draft: Draft, at: AtQuestion, skip: Skip | None) -> AtQuestion:
    """Return the last question that is passed over together with this one; a required one ends the row."""
    place = place_of(at.name)
    names = _top(draft, at.section) if place is None else first_questions(draft, at.section, place)
    end = "" if skip is None else f"{place.prefix if place else ''}{skip.through}"
    if end not in names:
        return at
    required = draft.forms[at.section].evaluate().required
    row = takewhile(lambda name: name not in required, names[names.index(at.name) : names.index(end) + 1])
    return AtQuestion(at.section, [at.name, *row][-1])


def is_before(draft: Draft, at: AtQuestion, name: str) -> bool:
    """Say whether a question is asked before the one of this name."""
    names = _top(draft, at.section)
    return name in names and at.name in names and names.index(at.name) < names.index(name)


def first_questions(draft: Draft, section: Section, place: Place) -> list[str]:
    """Return the names of the questions of one item, in order; a list inside it counts as one."""
    names = (question.name for question in draft.asked(section))
    return [name for name in names if name.startswith(place.prefix) and place_of(name) == place]


def _top(draft: Draft, section: Section) -> list[str]:
    return [question.name for question in draft.asked(section) if place_of(question.name) is None]


def _following(names: list[str], name: str) -> Iterator[str]:
    return iter(names[names.index(name) + 1 :] if name in names else [])


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
    names = (question.name for question in draft.asked(section))
    return next((AtQuestion(section, name) for name in names if name in errors), None)


def _is_open(draft: Draft, section: Section, name: str) -> bool:
    evaluation = draft.forms[section].evaluate()
    return name in evaluation.errors or name not in evaluation.values
