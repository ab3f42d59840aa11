"""The rows of the check page, made from the forms themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kiosk.domain.text import Text
from kiosk.forms.model import Question, QuestionKind
from kiosk.session.draft import Draft, Section
from kiosk.session.items import Place, place_of
from kiosk.session.screens import ChangeKind, ChangeTarget, CheckRow, PaperRow
from kiosk.session.submission import fee_of
from kiosk.session.words import masked_number

_KINDS = {
    Section.IDENTITY: ChangeKind.IDENTITY,
    Section.FORM: ChangeKind.QUESTION,
    Section.DELIVERY: ChangeKind.DELIVERY,
}
_NUMBERS = {"id_number", "paper_number"}
_NOT_GIVEN = Text("Chưa ghi", "Not given")
_LEFT_OPEN = Text("Chưa ghi (không bắt buộc)", "Not given (optional)")
_UNKNOWN = Text("Tôi không biết", "I do not know")
_NO_PAPERS = Text("Không nộp (không bắt buộc)", "None (optional)")
_MISSING_PAPERS = Text("Chưa chụp", "Not scanned yet")

_DOSSIER = Text("Hồ sơ này", "This dossier")
_APPLICANT = Text("Người đứng đơn", "The applicant")
_PAPERS = Text("Giấy tờ phải nộp", "Your papers")
_RESULT = Text("Nhận kết quả, đóng tiền", "The result and the fee")


def check_rows(draft: Draft) -> tuple[CheckRow, ...]:
    """Return procedure, applicant, answers, papers, delivery and fee, each with what *Sửa* opens."""
    return (
        CheckRow(Text("Thủ tục", "Procedure"), draft.procedure.name, None, _DOSSIER),
        *_answers(draft, Section.IDENTITY, _APPLICANT),
        *_answers(draft, Section.FORM),
        *_papers(draft),
        *_answers(draft, Section.DELIVERY, _RESULT),
        CheckRow(Text("Lệ phí", "Fee"), fee_of(draft), None, _RESULT),
    )


def number_at(draft: Draft, look: str) -> str:
    """Return the whole number behind a row's ``look``, empty where there is none."""
    for section in Section:
        for question in draft.questions(section):
            if look == _look(section, question):
                return str(draft.forms[section].answer(question.name) or "")
    return ""


def _look(section: Section, question: Question) -> str:
    is_number = question.person_field in _NUMBERS or question.name in _NUMBERS
    return f"{section}:{question.name}" if is_number else ""


def _answers(draft: Draft, section: Section, step: Text | None = None) -> tuple[CheckRow, ...]:
    return tuple(_together(_each_answer(draft, section, step)))


def _together(rows: Iterable[CheckRow]) -> Iterator[CheckRow]:
    """Put optional answers that were left open one after another into one row, which opens the first of them."""
    for (value, *_), group in groupby(rows, key=lambda row: (row.value, row.step, row.change is None)):
        alike = tuple(group)
        if value is _LEFT_OPEN and len(alike) > 1:
            first, last = alike[0], alike[-1]
            change = first.change and last.change and replace(first.change, through=last.change.name)
            yield replace(first, label=_listing([row.label for row in alike]), change=change)
        else:
            yield from alike


def _listing(texts: Sequence[Text]) -> Text:
    return Text.made(lambda language: ", ".join(text.of(language) for text in texts))


def _each_answer(draft: Draft, section: Section, step: Text | None) -> tuple[CheckRow, ...]:
    asked = {question.name for question in draft.asked(section)}
    return tuple(
        _answer(draft, section, question, step or page.title, asked)
        for page in draft.forms[section].evaluate().pages
        for question in page.questions
        if question.kind not in (QuestionKind.HTML, QuestionKind.FILE) and place_of(question.name) is None
    )


def _answer(draft: Draft, section: Section, question: Question, step: Text, asked: set[str]) -> CheckRow:
    change = ChangeTarget(_KINDS[section], question.name) if question.name in asked else None
    if question.kind in (QuestionKind.LIST, QuestionKind.TABLE):
        return CheckRow(question.title, _listed(draft, section, question), change, step)
    form = draft.forms[section]
    value = form.evaluate().values.get(question.name)
    if value in (None, ""):
        return CheckRow(question.title, _blank(draft, section, question), change, step)
    look = _look(section, question)
    shown = _masked(str(value)) if look else form.form.describe(question, value)
    return CheckRow(question.title, shown, change, step, look)


def _blank(draft: Draft, section: Section, question: Question) -> Text:
    if (section, question.name) in draft.unknown:
        return _UNKNOWN
    return _NOT_GIVEN if question.name in draft.forms[section].evaluate().required else _LEFT_OPEN


def _listed(draft: Draft, section: Section, question: Question) -> Text:
    """Name the items of a list, by the first answer of each."""
    number = draft.forms[section].items(question.name)
    names = [name_of_item(draft, section, Place(question.name, index)) for index in range(number)]
    joined = ", ".join(name for name in names if name)
    return Text(joined, joined) if joined else _blank(draft, section, question)


def name_of_item(draft: Draft, section: Section, place: Place) -> str:
    """Return the first answer of an item in words, empty while there is none."""
    form = draft.forms[section]
    for question in draft.questions(section):
        value = form.answer(question.name) if question.name.startswith(place.prefix) else None
        if value not in (None, "") and place_of(question.name) == place:
            return form.form.describe(question, value).vi
    return ""


def _masked(number: str) -> Text:
    masked = masked_number(number).replace("*", "•")
    return Text(masked, masked)


def _papers(draft: Draft) -> tuple[CheckRow, ...]:
    return tuple(
        CheckRow(row.row.name, _sides(row), ChangeTarget(ChangeKind.PAPERS, row.row.component), _PAPERS)
        for row in draft.paper_rows()
    )


def _sides(row: PaperRow) -> Text:
    count = len(row.pages)
    if count == 0:
        return _MISSING_PAPERS if row.required else _NO_PAPERS
    return Text(f"{count} mặt giấy", f"{count} side" if count == 1 else f"{count} sides")
