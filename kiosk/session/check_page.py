"""The rows of the check page, made from the forms themselves."""

from __future__ import annotations

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms import Form
from kiosk.forms.model import Question, QuestionKind
from kiosk.session.draft import Draft, Section
from kiosk.session.items import Place, place_of
from kiosk.session.screens import ChangeKind, ChangeTarget, CheckRow
from kiosk.session.submission import fee_of
from kiosk.session.words import masked_number

_KINDS = {
    Section.IDENTITY: ChangeKind.IDENTITY,
    Section.FORM: ChangeKind.QUESTION,
    Section.DELIVERY: ChangeKind.DELIVERY,
}
_ID_NUMBER = "id_number"
_NOT_GIVEN = Text("Không ghi", "Not given")
_NO_PAPERS = Text("Không nộp", "None")


def check_rows(draft: Draft) -> tuple[CheckRow, ...]:
    """Return procedure, applicant, answers, papers, delivery and fee, each with what *Sửa* opens."""
    return (
        CheckRow(Text("Thủ tục", "Procedure"), draft.procedure.name, None),
        *_answers(draft, Section.IDENTITY),
        *_answers(draft, Section.FORM),
        *_papers(draft),
        *_answers(draft, Section.DELIVERY),
        CheckRow(Text("Lệ phí", "Fee"), fee_of(draft), None),
    )


def _answers(draft: Draft, section: Section) -> tuple[CheckRow, ...]:
    values = draft.forms[section].evaluate().values
    form = draft.forms[section].form
    asked = {question.name for question in draft.asked(section)}
    return tuple(
        CheckRow(
            question.title,
            _listed(draft, section, question)
            if question.kind in (QuestionKind.LIST, QuestionKind.TABLE)
            else _shown(form, question, values.get(question.name)),
            ChangeTarget(_KINDS[section], question.name) if question.name in asked else None,
        )
        for question in draft.questions(section)
        if question.kind not in (QuestionKind.HTML, QuestionKind.FILE) and place_of(question.name) is None
    )


def _listed(draft: Draft, section: Section, question: Question) -> Text:
    """Name the items of a list, by the first answer of each."""
    number = draft.forms[section].items(question.name)
    names = [name_of_item(draft, section, Place(question.name, index)) for index in range(number)]
    joined = ", ".join(name for name in names if name)
    return Text(joined, joined) if joined else _NOT_GIVEN


def name_of_item(draft: Draft, section: Section, place: Place) -> str:
    """Return the first answer of an item in words, empty while there is none."""
    form = draft.forms[section]
    for question in draft.questions(section):
        value = form.answer(question.name) if question.name.startswith(place.prefix) else None
        if value not in (None, "") and place_of(question.name) == place:
            return form.form.describe(question, value).vi
    return ""


def _shown(form: Form, question: Question, value: JsonValue) -> Text:
    if value is None or value == "":
        return _NOT_GIVEN
    if question.name == _ID_NUMBER:
        masked = masked_number(str(value)).replace("*", "•")
        return Text(masked, masked)
    return form.describe(question, value)


def _papers(draft: Draft) -> tuple[CheckRow, ...]:
    return tuple(
        CheckRow(row.row.name, _sides(len(row.pages)), ChangeTarget(ChangeKind.PAPERS, row.row.component))
        for row in draft.paper_rows()
    )


def _sides(count: int) -> Text:
    if count == 0:
        return _NO_PAPERS
    return Text(f"{count} mặt giấy", f"{count} side" if count == 1 else f"{count} sides")
