"""Everything that one citizen has told the machine so far. It lives in memory only; dropping it is the wipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from uuid6 import uuid7

from kiosk.documents.naming import attachment_file_name
from kiosk.domain.dates import PartialDate
from kiosk.domain.identity import IdCard, IdentitySource
from kiosk.domain.page import Page
from kiosk.domain.procedure import AttachmentRow, Procedure, Requirement
from kiosk.domain.seal import Seal
from kiosk.domain.submission import JsonValue
from kiosk.forms.form import Form
from kiosk.forms.model import Evaluation, Question, QuestionKind
from kiosk.session.row_pages import RowPages
from kiosk.session.screens import PaperRow


class Section(StrEnum):
    """The three forms of a journey, in the order in which they are asked."""

    IDENTITY = "identity"
    FORM = "form"
    DELIVERY = "delivery"


class FormDraft:
    """One form that is being filled in; change answers by its methods only."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._filling = form.start()
        self._evaluation: Evaluation | None = None

    def evaluate(self) -> Evaluation:
        """Evaluate the form under the present answers; asked again without a change, the answer is the same value."""
        if self._evaluation is None:
            self._evaluation = self.form.report(self._filling)
        return self._evaluation

    def answer(self, name: str) -> JsonValue:
        """Return an answer as it stands, or None."""
        cell = self._filling.cell(name)
        return self._filling.data.get(name) if cell is None else cell.value

    def put(self, name: str, value: JsonValue) -> None:
        """Set an answer as it came from the screen or the card; None or an empty text takes it back."""
        self._evaluation = None
        self._filling.set(name, self.form.read_typed(name, value))

    def provide(self, name: str, values: Mapping[str, JsonValue]) -> None:
        """Provide values for the form's expressions: ``{applicant.full_name}``."""
        self._evaluation = None
        self._filling.provide(name, values)

    def items(self, name: str) -> int:
        """Return how many items a list has."""
        cell = self._filling.cell(name)
        return 0 if cell is None else len(cell.items)

    def item_limits(self, name: str) -> tuple[int, int]:
        """Return the fewest and the most items that a list may have."""
        cell = self._filling.cell(name)
        repetition = None if cell is None else cell.element.repetition
        return (0, 0) if repetition is None else (repetition.fewest, repetition.most)

    def add_item(self, name: str) -> None:
        """Add an item to a list."""
        self._evaluation = None
        self._filling.add_item(name)

    def remove_item(self, name: str, index: int) -> None:
        """Remove an item from a list."""
        self._evaluation = None
        self._filling.remove_item(name, index)


@dataclass(slots=True)
class PapersOfRow:
    """The pages that the citizen accepted for one attachment row, the PDF made of them, and its seal if there is one.

    Another PDF is another attachment: the identifier is made with it.
    """

    row: RowPages
    pdf: bytes
    seal: Seal | None = None
    attachment_id: UUID = field(default_factory=uuid7)


def card_values(card: IdCard) -> dict[str, JsonValue]:
    """Return what a card says, as expressions see it; dates are ISO."""
    return {
        "full_name": card.full_name,
        "id_number": card.id_number,
        "birth_date": _iso(card.birth_date),
        "birth_date_text": None if card.birth_date is None else str(card.birth_date),
        "sex": None if card.sex is None else str(card.sex),
        "residence": card.residence,
    }


def _iso(day: PartialDate | None) -> str | None:
    if day is None or day.month is None or day.day is None:
        return None
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


_NOT_ASKED = (QuestionKind.EXPRESSION, QuestionKind.FILE)


@dataclass(slots=True)
class Draft:
    """A dossier in the making. ``card`` was read last; ``card_taken`` when the citizen took it as theirs.

    ``unknown`` names the questions that were answered by *Tôi không biết*: blank for the portal, not forgotten.
    """

    procedure: Procedure
    forms: dict[Section, FormDraft]
    submission_id: UUID
    lookup_secret: str
    notice_sha256: str | None = None
    notice_at: datetime | None = None
    card: IdCard | None = None
    card_taken: bool = False
    identity: IdentitySource = IdentitySource.TYPED
    papers: dict[str, PapersOfRow] = field(default_factory=dict)
    declared: bool = False
    unknown: set[tuple[Section, str]] = field(default_factory=set)

    def share_identity(self) -> None:
        """Let the e-form's expressions know who files, and what the card says that they took as theirs."""
        form = self.forms[Section.FORM]
        form.provide("applicant", self.forms[Section.IDENTITY].evaluate().values)
        form.provide("card", card_values(self.card) if self.card is not None and self.card_taken else {})

    def question(self, section: Section, name: str) -> Question | None:
        """Return a question when it is visible now."""
        return next((question for question in self.questions(section) if question.name == name), None)

    def questions(self, section: Section) -> tuple[Question, ...]:
        """Return the questions of a section that are visible now, in order."""
        return tuple(question for page in self.forms[section].evaluate().pages for question in page.questions)

    def asked(self, section: Section) -> tuple[Question, ...]:
        """Return what the citizen is asked: not what is worked out or locked, nor papers, which are rows."""
        locked = self.forms[section].evaluate().read_only
        return tuple(
            question
            for question in self.questions(section)
            if question.name not in locked and question.kind not in _NOT_ASKED
        )

    def holds(self, condition: str) -> bool:
        """Evaluate a condition of an attachment row over the e-form's answers."""
        form = self.forms[Section.FORM]
        return form.form.holds(condition, form.evaluate().values)

    def paper_rows(self) -> tuple[PaperRow, ...]:
        """Return the attachment rows that are to be scanned under the present answers."""
        return tuple(
            PaperRow(row, self._is_required(row), self._pages(row.component))
            for row in self._rows_in_question()
            if row.requirement is not Requirement.SHOW_ONLY
        )

    def to_bring(self) -> tuple[AttachmentRow, ...]:
        """Return the rows that are only shown at the desk."""
        return tuple(row for row in self._rows_in_question() if row.requirement is Requirement.SHOW_ONLY)

    def row(self, component: str) -> AttachmentRow:
        """Return an attachment row by its component. Raises StopIteration for one that is not asked for now."""
        return next(row for row in self._rows_in_question() if row.component == component)

    def keep_papers(self, component: str, papers: PapersOfRow | None) -> None:
        """Keep the accepted pages of a row, or None to give them up; a ``file`` question of the form learns of it."""
        if papers is None:
            self.papers.pop(component, None)
        else:
            self.papers[component] = papers
        if any(question.name == component for question in self._file_questions()):
            name = attachment_file_name(component, 1, component)
            file: JsonValue = None if papers is None else [{"name": name, "type": "application/pdf"}]
            self.forms[Section.FORM].put(component, file)

    def seals(self) -> tuple[Seal, ...]:
        """Return what was sealed of the papers so far."""
        return tuple(papers.seal for papers in self.papers.values() if papers.seal is not None)

    def _rows_in_question(self) -> Iterator[AttachmentRow]:
        yield from (row for row in self.procedure.rows if row.visible_if is None or self.holds(row.visible_if))
        described = {row.component for row in self.procedure.rows}
        required = self.forms[Section.FORM].evaluate().required
        for question in self._file_questions():
            if question.name not in described:
                requirement = Requirement.REQUIRED if question.name in required else Requirement.IF_ANY
                yield AttachmentRow(question.name, question.title, question.hint or question.title, requirement)

    def _file_questions(self) -> Iterator[Question]:
        return (question for question in self.questions(Section.FORM) if question.kind is QuestionKind.FILE)

    def _is_required(self, row: AttachmentRow) -> bool:
        if row.required_if is not None:
            return self.holds(row.required_if)
        return row.requirement is Requirement.REQUIRED

    def _pages(self, component: str) -> tuple[Page, ...]:
        papers = self.papers.get(component)
        return papers.row.pages if papers else ()
