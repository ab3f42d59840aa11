"""Typing in the real window by finger and by a keyboard that is plugged in: tone keys, Telex, VNI, plain letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtTest import QTest

from kiosk.domain.text import Language
from kiosk.forms.model import Question
from kiosk.session import screens
from kiosk.session.enquiry import CODE
from kiosk.session.screens import View
from kiosk.vietnamese.methods import Method
from ui.samples import facts
from ui.viewmodels.question import AskQuestionModel

PROGRESS = screens.Progress(3, 7, facts.FULL_NAME.title)


def view(question: Question, typing: Method | None = None, value: str | None = None) -> View:
    screen = screens.AskQuestion(PROGRESS, question, value, required=True)
    return View(screen, None, Language.VIETNAMESE, 1, facts.ONLINE, typing=typing)


class Desk:
    """A question on the screen, with what can be done to it and what stands in its field."""

    def __init__(self, window: Any, question: Question, typing: Method | None = None) -> None:
        self._window, self._question = window, question
        window.show(view(question, typing))

    @property
    def model(self) -> AskQuestionModel:
        model = self._window.ui.router.screen
        assert isinstance(model, AskQuestionModel)
        return model

    def touch(self, *names: str) -> None:
        for name in names:
            self._window.finger.press(name)

    def keys(self, keys: str) -> None:
        for key in keys:
            QTest.keyClick(self._window.ui.view, key)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._window.ui.view, key)

    def change(self, typing: Method | None) -> None:
        self._window.show(view(self._question, typing))

    @property
    def text(self) -> str:
        return str(self.model.props.text)

    @property
    def asked(self) -> list[tuple[object, ...]]:
        return list(self._window.still.asked)


@pytest.fixture
def desk(shown: Callable[..., Any]) -> Callable[..., Desk]:
    return lambda question, typing=None: Desk(shown(), question, typing)


def test_a_finger_types_telex_and_vni_and_deletes(desk: Callable[..., Desk]) -> None:
    name = desk(facts.FULL_NAME, Method.TELEX)
    name.touch(*(f"key:{letter}" for letter in "NGUYEENX"), "key:space", *(f"key:{letter}" for letter in "THIJ"))
    assert name.text == "NGUYỄN THỊ"
    name.touch("key:delete")
    assert name.text == "NGUYỄN TH"
    name.change(Method.VNI)
    name.touch("key:U", "key:2")
    assert name.text == "NGUYỄN THÙ"
    name.change(None)
    name.touch("key:Y", "tone:sắc")
    assert name.text == "NGUYỄN THÚY"


def test_a_code_off_a_paper_is_typed_on_one_page_of_keys(desk: Callable[..., Desk]) -> None:
    code = desk(CODE, Method.TELEX)
    code.touch(*(f"key:{letter}" for letter in "APS-AH01"), "key:delete", "key:delete")
    assert code.text == "APS-AH"
    code.keys("aw s01")
    assert code.text == "APS-AHAWS01", "neither Telex nor blanks"


def test_the_key_for_it_asks_for_the_next_way_of_typing(desk: Callable[..., Desk]) -> None:
    name = desk(facts.FULL_NAME)
    name.touch("key:way")
    name.change(Method.TELEX)
    name.touch("key:way")
    name.change(Method.VNI)
    name.touch("key:signs", "key:letters", "key:way")
    assert name.asked == [("type_with", Method.TELEX), ("type_with", Method.VNI), ("type_with", None)]


def test_a_plugged_in_keyboard_types_deletes_and_goes_on(desk: Callable[..., Desk]) -> None:
    name = desk(facts.FULL_NAME, Method.TELEX)
    name.keys("huynhf thij hoaf")
    assert name.text == "HUỲNH THỊ HÒA"
    name.key(Qt.Key.Key_Backspace)
    assert name.text == "HUỲNH THỊ HÒ"
    name.key(Qt.Key.Key_Return)
    assert name.asked == [("answer", "HUỲNH THỊ HÒ")]


def test_texts_may_have_small_letters_and_names_may_not(desk: Callable[..., Desk]) -> None:
    address = desk(facts.ADDRESS)
    address.touch("key:Â", "key:case", "key:P", "tone:sắc", "key:space", "key:case", "key:signs", "key:3")
    assert address.text == "Ấp 3"
    assert not desk(facts.FULL_NAME)._window.finger.sees("key:case")


def test_signs_that_mean_something_in_a_picture_of_text_are_signs_like_others(desk: Callable[..., Desk]) -> None:
    warnings: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, text: warnings.append(text))
    try:
        address = desk(facts.ADDRESS)
        address.keys("A&1;<B>")
    finally:
        qInstallMessageHandler(before)
    assert address.text == "A&1;<B>"
    assert warnings == []


def test_an_email_address_is_plain_small_letters_whatever_the_way(desk: Callable[..., Desk]) -> None:
    email = desk(facts.EMAIL, Method.TELEX)
    email.touch(*(f"key:{letter}" for letter in "HOAS.55_"), "key:gmail")
    assert email.text == "hoas.55_@gmail.com"
    email.touch(*["key:delete"] * len(email.text))
    email.keys("AN LE@x")
    email.touch("key:com")
    assert email.text == "anle@x.com"


def test_what_was_typed_stands_until_there_is_no_more_room(desk: Callable[..., Desk]) -> None:
    short = desk(replace(facts.FULL_NAME, max_length=5), Method.TELEX)
    short.keys("nguyeenx van")
    assert short.text == "NGUYỄ"


def test_a_name_completes_the_word_under_way(desk: Callable[..., Desk]) -> None:
    name = desk(facts.FULL_NAME)
    name.touch("key:H", "key:U", "name:HUỲNH", "name:THỊ", "key:S", "key:A", "key:N", "key:H")
    assert name.text == "HUỲNH THỊ SANH"
    name.touch("key:space", "key:L", "key:Ê", "tone:nặng")
    assert name.text == "HUỲNH THỊ SANH LỆ"
