"""From home to a procedure: by life event, from the list, or by its name as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kiosk.domain.text import Language
from kiosk.session import screens
from kiosk.session.screens import Errand, View
from ui.inspector import find_faults, texts_of
from ui.samples import facts, way_in
from ui.viewmodels.board import WhereAndWhen, derive_board
from ui.viewmodels.choosing import derive_choose_event, derive_choose_procedure
from ui.viewmodels.search import derive_found

VI, EN = Language.VIETNAMESE, Language.ENGLISH


def _view(screen: screens.Screen) -> View:
    return View(screen, None, VI, 1, facts.ONLINE)


def test_the_events_say_whether_something_is_to_be_filed() -> None:
    props = derive_choose_event(screens.ChooseEvent(way_in.EVENTS[:1], Errand.GUIDE), EN)
    assert [(tile.key, tile.icon, tile.name) for tile in props.events] == [("baby", "baby", "A child is born")]
    assert not props.filing


def test_the_procedures_of_an_event_keep_its_order_and_bear_its_name() -> None:
    chosen = screens.ChooseProcedure((facts.LICENCE, facts.EXTRACT), way_in.EVENTS[3])
    props = derive_choose_procedure(chosen, EN)
    assert [line.code for line in props.procedures] == ["GPLX", "2.000635"]
    assert props.event == "Copies of papers"


def test_a_match_says_whether_it_is_done_or_explained_here() -> None:
    done, explained = derive_found((facts.EXTRACT, facts.LICENCE), EN)
    assert (done.code, done.line) == ("2.000635", "Can be done at this machine")
    assert explained.line == "See what you need and where to go"


def test_events_and_list_lead_to_each_other_and_to_the_search(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.ChooseEvent(way_in.EVENTS)))
    for name in ("event:house", "all", "search"):
        window.finger.press(name)
    window.show(_view(screens.ChooseProcedure((facts.EXTRACT,))))
    window.finger.press("search")
    window.finger.press("procedure:2.000635")
    assert window.still.asked == [
        ("choose_event", "house"),
        ("show_all_procedures",),
        ("open_search",),
        ("open_search",),
        ("choose_procedure", "2.000635"),
    ]


def test_each_key_searches_and_a_match_opens_its_guide(shown: Callable[..., Any]) -> None:
    window = shown((1920, 1080))
    window.show(_view(screens.Search()))
    window.finger.press("key:K")
    window.finger.press("key:H")
    window.show(_view(screens.Search("KH", (facts.EXTRACT,))))
    window.finger.press("procedure:2.000635")
    window.finger.press("key:delete")
    typed = [words for verb, *words in window.still.asked if verb == "search"]
    assert [words for number, words in enumerate(typed) if words not in typed[:number]] == [[""], ["K"], ["KH"]]
    assert typed[-1] == ["K"]
    assert ("choose_procedure", "2.000635") in window.still.asked


@pytest.mark.parametrize(("size", "text_size"), [((1080, 1920), 1), ((1080, 1920), 3), ((1920, 1080), 3)])
def test_a_code_of_the_board_is_shown_large_and_put_back(
    shown: Callable[..., Any], size: tuple[int, int], text_size: int
) -> None:
    window = shown(size)
    window.show(View(screens.QrBoard(way_in.BOARD), None, VI, text_size, facts.ONLINE))
    window.finger.press("code:1")
    window.finger.settle()
    assert "https://dichvucong.gov.vn" in texts_of(window.ui.view)
    assert not window.finger.sees("code:0")
    assert find_faults(window.ui.view) == []
    window.finger.press("back")
    window.finger.settle()
    assert window.finger.sees("code:0")
    assert window.still.asked == []


def test_the_board_begins_with_the_centre_and_tells_what_is_announced_today() -> None:
    at = WhereAndWhen(facts.PLACE, date(2026, 10, 16))
    props = derive_board(way_in.BUSY_BOARD, at, 7, EN, lambda url: f"code {url}")
    assert [code.name for code in props.codes][:2] == ["The centre on Zalo", "National public-service portal"]
    assert props.codes[0].source == f"code {facts.PLACE.zalo_url}"
    assert [line.number for line in props.numbers] == [facts.PLACE.hotline, "1800 1096"]
    assert (len(props.announcements), props.enlarged) == (1, -1)
    tomorrow = WhereAndWhen(facts.PLACE, date(2026, 10, 17))
    assert derive_board(way_in.BUSY_BOARD, tomorrow, -1, EN, str).announcements == ()
