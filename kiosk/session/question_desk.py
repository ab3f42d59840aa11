"""Questions, one at a time, and the check page from which each answer can be changed."""

from __future__ import annotations

from kiosk.domain.identity import IdentitySource
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.model import QuestionKind
from kiosk.session.core import Core
from kiosk.session.draft import Draft, FormDraft, Section
from kiosk.session.items import Place, place_of
from kiosk.session.position import AtQuestion, Stop
from kiosk.session.route import after_question, first_open, first_questions, is_before, last_skipped
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
        if isinstance(at, AtQuestion) and draft is not None and self._list()[0] is None:
            draft.unknown.discard((at.section, at.name))
            self._take(at, draft, value)

    def say_unknown(self) -> None:
        """Leave the question on the screen blank where the law allows it, and remember that it was not forgotten."""
        at, draft = self.position, self.draft
        if not isinstance(at, AtQuestion) or draft is None:
            return
        question = draft.question(at.section, at.name)
        if question is not None and question.unknown_allowed:
            draft.unknown.add((at.section, at.name))
            self._take(at, draft, None)

    def skip(self) -> None:
        """Leave the optional question on the screen blank, and pass over those that are skipped together with it."""
        at, draft = self.position, self.draft
        question = draft.question(at.section, at.name) if isinstance(at, AtQuestion) and draft is not None else None
        if not isinstance(at, AtQuestion) or draft is None or question is None:
            return
        if at.name not in draft.forms[at.section].evaluate().required:
            draft.unknown.discard((at.section, at.name))
            together = None if self.changing_through else question.skip
            self._take(at, draft, None, last_skipped(draft, at, together))

    def _take(self, at: AtQuestion, draft: Draft, value: JsonValue, last: AtQuestion | None = None) -> None:
        form = draft.forms[at.section]
        before = form.answer(at.name)
        form.put(at.name, value)
        errors = form.evaluate().errors.get(at.name)
        if errors:
            self.error = errors[0]
            self.publish()
            return
        if at.section is Section.IDENTITY:
            draft.share_identity()
            if form.answer(at.name) != before:
                draft.identity = IdentitySource.TYPED
        at = last or at
        following = after_question(draft, at)
        if place_of(at.name) is not None or self.changes_more(at):
            self.go(following)
        else:
            self.go_on(following)

    def add_item(self) -> None:
        """Add an item to the list on the screen, and ask about it."""
        at, form = self._list()
        if at is None or form is None:
            return
        before = form.items(at.name)
        form.add_item(at.name)
        if form.items(at.name) > before:
            self.open_item(before)

    def open_item(self, index: int) -> None:
        """Ask about one item of the list on the screen."""
        at, form = self._list()
        if at is None or form is None or self.draft is None or not 0 <= index < form.items(at.name):
            return
        names = first_questions(self.draft, at.section, Place(at.name, index))
        lacking = next((name for name in names if name in form.evaluate().errors), None)
        if self.error is not None and lacking is not None:
            self._mend(AtQuestion(at.section, lacking))
        elif names:
            self.go(AtQuestion(at.section, names[0]))

    def remove_item(self, index: int) -> None:
        """Take one item off the list on the screen."""
        at, form = self._list()
        if at is not None and form is not None:
            form.remove_item(at.name, index)
            self.error = None
            self.publish()

    def finish_list(self) -> None:
        """Go on when the list is complete; else open the item that lacks something, or say which ones do."""
        at, form = self._list()
        if at is None or form is None or self.draft is None:
            return
        errors = form.evaluate().errors
        if at.name in errors:
            self.error = errors[at.name][0]
            self.publish()
            return
        lacking = [name for name in errors if name.startswith(f"{at.name}[")]
        incomplete = len({name[len(at.name) :].partition("]")[0] for name in lacking})
        if incomplete > 1:
            self.error = Text(f"Còn {incomplete} mục chưa ghi đủ.", f"{incomplete} entries are not complete.")
            self.publish()
        elif lacking:
            self._mend(AtQuestion(at.section, lacking[0]))
        else:
            self.go_on(after_question(self.draft, at))

    def _mend(self, at: AtQuestion) -> None:
        """Open a question that lacks an answer, and say what it lacks beside it."""
        self.go(at)
        if self.draft is not None:
            self.error = next(iter(self.draft.forms[at.section].evaluate().errors.get(at.name, ())), None)
            self.publish()

    def _list(self) -> tuple[AtQuestion | None, FormDraft | None]:
        at, draft = self.position, self.draft
        if not isinstance(at, AtQuestion) or draft is None:
            return None, None
        question = draft.question(at.section, at.name)
        is_list = question is not None and question.kind in (QuestionKind.LIST, QuestionKind.TABLE)
        return (at, draft.forms[at.section]) if is_list else (None, None)

    def change(self, target: ChangeTarget) -> None:
        """Open one answer from the check page; the citizen comes straight back."""
        if not self.at(Stop.CHECK) or self.draft is None:
            return
        self.changing, self.changing_through = True, target.through
        if target.kind is ChangeKind.PAPERS:
            self.go(Stop.PAPERS)
        else:
            self.go(AtQuestion(_SECTIONS[target.kind], target.name))

    def changes_more(self, at: AtQuestion) -> bool:
        """Say whether the check page has opened questions after this one as well."""
        return self.draft is not None and is_before(self.draft, at, self.changing_through)

    def confirm_answers(self) -> None:
        """Go on to the declaration, or to what is still missing."""
        if not self.at(Stop.CHECK) or self.draft is None:
            return
        still_open = first_open(self.draft)
        if still_open is None:
            self.go(Stop.DECLARE)
        else:
            self.changing = True
            if isinstance(still_open, AtQuestion):
                self._mend(still_open)
            else:
                self.go(still_open)
