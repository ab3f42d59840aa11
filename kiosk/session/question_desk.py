"""Questions, one at a time, and the check page from which each answer can be changed."""

from __future__ import annotations

from kiosk.domain.identity import IdentitySource
from kiosk.domain.submission import JsonValue
from kiosk.session.core import Core
from kiosk.session.draft import Section
from kiosk.session.position import AtQuestion, Stop
from kiosk.session.route import after_question, first_open
from kiosk.session.screens import ChangeKind, ChangeTarget

_SECTIONS = {
    ChangeKind.IDENTITY: Section.IDENTITY,
    ChangeKind.QUESTION: Section.FORM,
    ChangeKind.DELIVERY: Section.DELIVERY,
}


class QuestionDesk(Core):
    """Takes answers and decides nothing about them: the form says what is missing or wrong."""

    def answer(self, value: JsonValue) -> None:
        """Take the answer to the question on the screen; stay and say why when the form does not accept it."""
        at, draft = self.position, self.draft
        if not isinstance(at, AtQuestion) or draft is None:
            return
        form = draft.forms[at.section]
        before = form.answer(at.name)
        form.put(at.name, value)
        errors = form.evaluate().errors.get(at.name)
        if errors:
            self.error = errors[0]
            self.publish()
            return
        if at.section is Section.IDENTITY and form.answer(at.name) != before:
            draft.identity = IdentitySource.TYPED
        self.go_on(after_question(draft, at))

    def change(self, target: ChangeTarget) -> None:
        """Open one answer from the check page; the citizen comes straight back."""
        if not self.at(Stop.CHECK) or self.draft is None:
            return
        self.changing = True
        if target.kind is ChangeKind.PAPERS:
            self.go(Stop.PAPERS)
        else:
            self.go(AtQuestion(_SECTIONS[target.kind], target.name))

    def confirm_answers(self) -> None:
        """Go on to the declaration, or to what is still missing."""
        if not self.at(Stop.CHECK) or self.draft is None:
            return
        still_open = first_open(self.draft)
        if still_open is None:
            self.go(Stop.DECLARE)
        else:
            self.changing = True
            self.go(still_open)
