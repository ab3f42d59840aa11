"""Whatever a citizen does on the residence form there is a screen, and nothing is lost on the way back."""

from __future__ import annotations

import random
from typing import get_args

from doubles.stage import RESIDENCE, Stage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.submission import JsonValue
from kiosk.forms.model import Question, QuestionKind
from kiosk.session import screens
from kiosk.session.position import Stop
from kiosk.session.screens import Screen

_TYPED: dict[QuestionKind, list[JsonValue]] = {
    QuestionKind.PARTIAL_DATE: ["1979", "02/03/2015", "14/08/1979", "31/02/1999"],
    QuestionKind.TEL: ["087179003579", "087215006812", "0900123456", "12"],
    QuestionKind.EMAIL: ["a@b.vn", "a"],
}
_WORDS: list[JsonValue] = ["lê văn an", "ấp ba", "x" * 300, "  "]


def some_answer(question: Question, chance: random.Random) -> JsonValue:
    """Return an answer that a hand could give on the screen, right or wrong, or none."""
    if question.choices:
        return chance.choice(question.choices).value
    return chance.choice([None, *_TYPED.get(question.kind, _WORDS)])


def act(stage: Stage, chance: random.Random) -> None:
    """Do one thing that the present screen offers."""
    session, shown = stage.session, stage.session.view.screen
    if chance.random() < 0.15:
        session.go_back()
        return
    match shown:
        case screens.AskQuestion():
            keep = shown.value is not None and chance.random() < 0.3
            session.answer(shown.value if keep else some_answer(shown.question, chance))
        case screens.AskList():
            at = chance.randrange(max(1, len(shown.items)))
            chance.choice(
                [session.add_item, lambda: session.open_item(at), lambda: session.remove_item(at), session.finish_list]
            )()
        case screens.Check():
            changes = [row.change for row in shown.rows if row.change is not None]
            chance.choice([session.confirm_answers, lambda: session.change(chance.choice(changes))])()
        case screens.Papers():
            session.finish_papers()
        case screens.Identify():
            session.type_identity()
        case screens.Declare():
            session.go_back()
        case _:
            walk_in(stage)


def walk_in(stage: Stage) -> None:
    """Go on from before the form to where the citizen says who they are."""
    session = stage.session
    session.start()
    session.choose_errand(screens.Errand.FILE)
    session.choose_procedure(RESIDENCE)
    session.accept_guide()
    session.accept_notice()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_no_order_of_answers_and_steps_leaves_the_citizen_without_a_screen(seed: int) -> None:
    chance, stage = random.Random(seed), Stage()
    stage.begin()
    for _ in range(60):
        act(stage, chance)
        view = stage.session.view
        assert isinstance(view.screen, get_args(Screen))
        assert view.sheet is None
        assert isinstance(view.screen, screens.Check) == (stage.session.position is Stop.CHECK)
        draft = stage.session.draft
        if isinstance(view.screen, screens.AskQuestion) and draft is not None:
            visible = {question.name for section in draft.forms for question in draft.questions(section)}
            assert view.screen.question.name in visible


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_going_back_to_the_beginning_keeps_every_answer(seed: int) -> None:
    chance, stage = random.Random(seed), Stage()
    stage.begin()
    for _ in range(40):
        act(stage, chance)
    before = stage.session.draft
    answers = None if before is None else {section: form.evaluate().values for section, form in before.forms.items()}
    while not isinstance(
        stage.session.view.screen, screens.Identify | screens.Notice | screens.Guide | screens.Attract
    ):
        stage.session.go_back()
    assert stage.session.draft is before
    if before is not None:
        assert {section: form.evaluate().values for section, form in before.forms.items()} == answers
