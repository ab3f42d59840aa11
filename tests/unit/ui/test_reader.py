"""The screen is read from its accessible tree: all of it when it comes, then only what is new, and never unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.text import Language, Text
from kiosk.ports.speech import Ending
from kiosk.session.screens import View
from ui.reader import to_say, what_is_new
from ui.samples import facts
from ui.samples.views import sample_views
from ui.written import Kind, Line, written_on

VI = Language.VIETNAMESE
HEADING, TEXT, CONTROL, FIELD = Kind.HEADING, Kind.TEXT, Kind.CONTROL, Kind.FIELD
ASK = (Line("Tên gì?", HEADING), Line("Ghi đủ họ tên.", TEXT), Line("Tiếp theo", CONTROL))


PERSONAL = {
    "check": "NGUYỄN VĂN PHƯỚC",
    "card-read": "NGUYỄN THỊ HOA",
    "ask-list": "VÕ VĂN PHƯỚC",
    "slip-no-paper": "K 7 M 2 Q X",
    "ask-choice-chosen": "Tôi là",
    "dossier-5": "bổ sung bản chụp hai mặt",
    "print-result": "Bản sao Trích lục khai sinh",
}


def sample(name: str, *, speaking: bool = True) -> View:
    view = next(view for key, view in sample_views(VI, 1) if key == name)
    return replace(view, speaking=speaking)


def heard(window: Any, times: int) -> str:
    """Wait until something was said so many times; return the last."""
    window.finger.wait(lambda: len(window.voice.said) >= times, f"the voice, {times} times")
    assert len(window.voice.said) == times, window.voice.said
    return str(window.voice.said[-1][0])


# what is read


def test_a_screen_with_another_question_is_read_from_the_top() -> None:
    other = (Line("Sanh ngày nào?", HEADING), *ASK[1:])
    assert what_is_new(ASK, other) == other
    assert what_is_new((), ASK) == ASK


def test_on_the_same_screen_only_new_texts_are_read() -> None:
    error = Line("Ghi ít nhất hai chữ.", TEXT)
    assert what_is_new(ASK, (*ASK, error, Line("Bỏ qua", CONTROL))) == (error,)
    assert what_is_new(ASK, ASK[:1]) == ()


def test_a_number_that_changes_is_not_news() -> None:
    before, after = ((*ASK, Line(f"Còn {left} giây", TEXT)) for left in (88, 87))
    assert what_is_new(before, after) == ()


def test_a_number_that_was_covered_is_not_said_when_it_is_uncovered() -> None:
    before, after = (
        (*ASK, Line("Số căn cước", TEXT, personal=True), Line(n, TEXT, personal=True))
        for n in ("••••4821", "087155004821")
    )
    assert what_is_new(before, after) == ()
    turned = (*ASK, Line("Điện thoại", TEXT, personal=True), Line("0912345678", TEXT, personal=True))
    assert what_is_new(before, turned) == turned[3:]


def test_what_can_be_pressed_is_named_after_what_is_to_be_known() -> None:
    lines = (ASK[0], ASK[2], ASK[1], Line("Tên gì?", FIELD))
    assert to_say(lines, VI, personal=True) == "Tên gì? Ghi đủ họ tên. Có các ô để bấm: Tiếp theo."


def test_what_is_personal_is_kept_back_and_the_voice_says_so() -> None:
    lines = (*ASK[:2], Line("NGUYỄN THỊ HOA", TEXT, personal=True))
    assert "HOA" in to_say(lines, VI, personal=True)
    kept = to_say(lines, VI, personal=False)
    assert "HOA" not in kept
    assert "Muốn nghe thì bấm" in kept


# the tree of the real window


def test_a_choice_is_read_in_the_order_of_the_screen(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    words = heard(window, 1)
    order = ["Bước 3 trên 7", "Ông Bà là gì của", "Có các ô để bấm", "Bản thân", "Khác", "Quay lại", "Tiếp theo"]
    places = [words.find(part) for part in order]
    assert places == sorted(places), words
    assert min(places) >= 0, words


def test_neither_keys_nor_furniture_are_read(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-text"))
    words = heard(window, 1)
    assert "Tiếp theo" in words
    assert not {"huyền", "Cách chữ", "Kêu người giúp", "Chữ to", "Xã Bình An"} & set(words.split(". "))
    assert "sắc" not in words
    assert "NGUYỄN THI" not in words, "what was typed is nobody else's business"


def test_on_home_the_helper_bar_is_named_once(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("home"))
    assert "Kêu người giúp" in heard(window, 1)


def test_a_sheet_is_read_instead_of_the_screen_below(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    window.show(sample("sheet-leave"))
    words = heard(window, 2)
    assert words.startswith("Ông Bà thôi, không làm nữa?")
    assert "Bước" not in words


def test_each_screen_has_something_to_read(shown: Callable[..., Any]) -> None:
    window = shown()
    silent = []
    for name, view in sample_views(VI, 1):
        window.show(view)
        lines = written_on(window.ui.view)
        if not any(line.kind in {HEADING, TEXT} for line in lines):
            silent.append(name)
        assert all(line.words.strip() for line in lines), name
    assert silent == []


def test_what_the_person_told_is_read_only_where_it_was_asked_for(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-text"))
    heard(window, 1)
    for number, (name, told) in enumerate(PERSONAL.items()):
        window.show(sample(name))
        discreet = heard(window, 2 * number + 2)
        assert told not in discreet
        assert "Muốn nghe thì bấm Tắt tiếng" in discreet, name
        window.show(sample(name, speaking=False))
        window.show(sample(name))
        whole = heard(window, 2 * number + 3)
        assert told in whole, name
        assert "Muốn nghe thì bấm" not in whole


def test_an_identity_number_is_said_as_it_is_shown(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("check-long"))
    assert "số có đuôi là 4 8 2 1" in heard(window, 1)


def test_what_a_form_wants_said_takes_the_place_of_the_question(shown: Callable[..., Any]) -> None:
    window = shown()
    told = replace(facts.RELATION, spoken=Text("Dạ, Ông Bà là gì của người đó?", "How are you related?"))
    view = sample("ask-choice")
    window.show(replace(view, screen=replace(view.screen, question=told)))
    words = heard(window, 1)
    assert "Dạ, Ông Bà là gì của người đó?" in words


# when it is read


def test_nothing_is_said_unasked(shown: Callable[..., Any]) -> None:
    window = shown()
    for name in ("attract", "home", "sheet-idle", "check"):
        window.show(sample(name, speaking=False))
    window.finger.rest(0.6)
    assert window.voice.said == []


def test_the_key_switches_reading_on_and_off(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("home", speaking=False))
    window.finger.press("read-aloud")
    window.show(sample("home"))
    window.finger.press("read-aloud")
    assert window.still.asked == [("read_aloud", True), ("read_aloud", False)]


def test_without_a_voice_no_key_promises_one(shown: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    window = shown()
    monkeypatch.setattr(window.voice, "available", False)
    window.show(sample("home", speaking=False))
    assert not window.finger.sees("read-aloud")


def test_a_touch_of_an_answer_breaks_off(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    before = window.voice.stops
    window.finger.press("back")
    assert window.voice.stops > before


def test_larger_letters_do_not_break_off(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    before = window.voice.stops
    window.finger.press("text-size")
    window.show(replace(sample("ask-choice"), text_size=2))
    window.finger.rest(0.6)
    assert window.voice.stops == before
    assert len(window.voice.said) == 1


def test_switched_off_it_is_silent_at_once_and_the_next_screen_too(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    before = window.voice.stops
    window.show(sample("home", speaking=False))
    assert window.voice.stops > before
    window.finger.rest(0.6)
    assert len(window.voice.said) == 1


def test_the_next_page_of_a_screen_is_read_when_it_is_turned(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(replace(sample("notice"), text_size=3))
    first = heard(window, 1)
    window.finger.press("next")
    second = heard(window, 2)
    assert second
    assert second.split(". ")[0] not in first


def test_whoever_listens_is_there(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    before = window.still.touches
    window.finger.wait(lambda: window.still.touches > before, "a second of listening")


def test_the_warning_does_not_keep_itself_away_by_being_read(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("sheet-idle"))
    assert "Ông Bà còn làm nữa không?" in heard(window, 1)
    before = window.still.touches
    window.finger.rest(1.3)
    assert window.still.touches == before


def test_a_voice_that_fails_is_switched_off(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    window.voice.end(Ending.FAILED)
    window.finger.wait(lambda: ("read_aloud", False) in window.still.asked, "the switch")


@pytest.mark.parametrize("ending", [Ending.SAID, Ending.STOPPED])
def test_the_end_of_a_text_is_not_the_end_of_reading(shown: Callable[..., Any], ending: Ending) -> None:
    window = shown()
    window.show(sample("ask-choice"))
    heard(window, 1)
    window.voice.end(ending)
    window.show(sample("ask-date"))
    heard(window, 2)
    assert window.still.asked == []


def test_english_is_read_in_english(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(replace(sample("home"), language=Language.ENGLISH))
    heard(window, 1)
    assert window.voice.said[-1][1] is Language.ENGLISH
    assert "You can press:" in window.voice.said[-1][0]
