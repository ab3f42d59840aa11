"""Choices with long words: no card lies over another, and every word lies inside its card."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from doubles.stage import RESIDENCE, shipped

from kiosk.domain.text import Language, Text
from kiosk.forms.model import Question
from kiosk.session.screens import AskQuestion, Progress, View
from ui.items import rect_of, walk
from ui.samples import facts


def the_case() -> Question:
    pages = shipped().form(RESIDENCE).evaluate({}).pages
    return next(question for page in pages for question in page.questions if question.name == "citizenTruongHop")


@pytest.mark.parametrize("text_size", [1, 2, 3])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_every_word_lies_in_its_own_card(shown: Callable[..., Any], size: tuple[int, int], text_size: int) -> None:
    window = shown(size)
    screen = AskQuestion(Progress(6, 10, Text("Nơi đăng ký", "Where")), the_case(), None, required=True)
    window.show(View(screen, None, Language.VIETNAMESE, text_size, facts.ONLINE))
    met = set()
    while True:
        cards = [item for item in window.finger.items() if item.objectName().startswith("choice:")]
        for card in cards:
            met.add(card.objectName())
            texts = [item for item in walk(card) if item.inherits("QQuickText") and item.isVisible()]
            assert all(rect_of(card).contains(rect_of(text)) for text in texts), card.objectName()
        cards.sort(key=lambda card: rect_of(card).top())
        assert all(rect_of(one).bottom() <= rect_of(other).top() for one, other in pairwise(cards))
        if not window.finger.sees("more"):
            break
        window.finger.press("more")
        window.finger.settle()
    assert len(met) == len(the_case().choices)


def test_pages_of_choices_turn_back_to_where_they_began(shown: Callable[..., Any]) -> None:
    window = shown((1920, 1080))
    screen = AskQuestion(Progress(6, 10, Text("Nơi đăng ký", "Where")), the_case(), None, required=True)
    window.show(View(screen, None, Language.VIETNAMESE, 3, facts.ONLINE))

    def names() -> list[str]:
        return [item.objectName() for item in window.finger.items() if item.objectName().startswith("choice:")]

    first = names()
    window.finger.press("more")
    window.finger.settle()
    assert names()[0] not in first
    while window.finger.sees("less"):
        window.finger.press("less")
        window.finger.settle()
    assert names() == first
