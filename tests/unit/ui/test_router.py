"""The router shows what the session says, and keeps nothing of a screen that is gone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain.text import Language
from kiosk.session import screens
from kiosk.session.display import Contrast
from kiosk.session.screens import View
from ui.inspector import find_faults, texts_of
from ui.router import Router
from ui.routes import likely_after, model_of_screen
from ui.samples import facts, way_in
from ui.samples.paper import sample_pages
from ui.samples.still import Still
from ui.samples.views import sample_views
from ui.viewmodels.model import Model
from ui.written import written_on


def _view(screen: screens.Screen, sheet: screens.Sheet | None = None, language: Language = Language.VIETNAMESE) -> View:
    return View(screen, sheet, language, 1, facts.ONLINE)


def _review(pages: int) -> screens.ReviewPages:
    name = next(view.screen for key, view in sample_views(Language.VIETNAMESE, 1) if key == "review-pages")
    return screens.ReviewPages(name.progress, name.row, sample_pages()[:pages], 1)


def test_a_touch_reaches_the_session(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Attract()))
    window.finger.press("start")
    window.show(_view(screens.Home()))
    window.finger.press("help")
    assert window.still.asked == [("start",), ("call_help",)]


def test_every_touch_says_that_somebody_is_there(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Attract()))
    before = window.still.touches
    window.finger.press("start")
    assert window.still.touches > before


@pytest.mark.parametrize(("size", "then"), [(1, [("set_text_size", 2)]), (2, [("set_text_size", 3)]), (3, [])])
def test_one_touch_makes_the_letters_larger_and_shows_what_else_can_be_changed(
    shown: Callable[..., Any], size: int, then: list[tuple[str, int]]
) -> None:
    window = shown()
    window.show(View(screens.Home(), None, Language.VIETNAMESE, size, facts.ONLINE))
    window.finger.press("text-size")
    assert window.still.asked == [("adjust_display",), *then]


def test_what_is_chosen_on_the_sheet_reaches_the_session(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Home(), screens.DisplaySheet()))
    for name in ("letters:3", "colours:dark", "lowered", "calm", "sheet:stay"):
        window.finger.press(name)
    assert window.still.asked == [
        ("set_text_size", 3),
        ("set_contrast", Contrast.DARK),
        ("set_lowered", True),
        ("set_motion", False),
        ("close_sheet",),
    ]


def test_on_a_new_day_the_local_programmes_are_derived_again(shown: Callable[..., Any]) -> None:
    moments = [facts.MOMENT]
    still = Still(_view(screens.Home(way_in.BOARD)))
    router = Router(still.actions, facts.PLACE, lambda: moments[-1], shown().ui.images, lambda _language: None)
    router.show(still.view)
    assert router.property("screen").props.today
    moments.append(facts.MOMENT + timedelta(days=1))
    router.tick()
    assert not router.property("screen").props.today


def test_a_new_value_of_the_same_screen_keeps_its_model(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(_review(1)))
    before = window.ui.router.property("screen")
    window.show(_view(_review(2)))
    assert window.ui.router.property("screen") is before
    assert len(before.props.pages) == 2


def test_a_screen_that_is_gone_leaves_no_model_and_no_picture(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(_review(2)))
    model = weakref.ref(window.ui.router.property("screen"))
    assert len(window.ui.images) == 2
    window.show(_view(screens.Attract()))
    window.finger.rest(0.05)
    gc.collect()
    assert model() is None
    assert len(window.ui.images) == 0


def _made_ahead(window: Any) -> Any:
    window.finger.rest(0.5)
    return window.ui.router.property("ahead")


def test_the_screen_that_is_likely_next_is_made_ahead_and_found_by_nobody(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Attract()))
    before = texts_of(window.ui.view), written_on(window.ui.view), find_faults(window.ui.view)
    window.ui.prepare()
    ahead = _made_ahead(window)
    assert type(ahead).__name__ == "HomeModel"
    assert any(item.objectName() == "tile:file" for item in window.finger.items()), "it was not made"
    assert (texts_of(window.ui.view), written_on(window.ui.view), find_faults(window.ui.view)) == before
    assert not window.finger.sees("tile:file")
    window.show(_view(screens.Home(can_practise=True)))
    assert window.ui.router.property("screen") is ahead
    assert window.finger.sees("tile:practise")
    window.finger.press("tile:file")
    assert window.still.asked == [("choose_errand", screens.Errand.FILE)]


def test_what_was_made_ahead_in_vain_goes(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Attract()))
    window.ui.prepare()
    ahead = weakref.ref(_made_ahead(window))
    window.show(_view(screens.Rate()))
    window.finger.rest(0.5)
    gc.collect()
    assert ahead() is None
    assert type(_made_ahead(window)).__name__ == "AttractModel"


def test_what_is_made_ahead_knows_nothing_of_anybody(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(_review(2)))
    window.ui.prepare()
    ahead = _made_ahead(window)
    assert type(ahead).__name__ == "PapersModel"
    assert ahead.props == ahead.initial_props


def test_every_screen_that_comes_next_can_be_made_ahead(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Attract()))
    window.ui.prepare()
    samples = {type(view.screen): view for _, view in sample_views(Language.VIETNAMESE, 1)}
    for kind, model in ((kind, likely_after(view.screen)) for kind, view in samples.items()):
        if model is not None:
            window.show(samples[kind])
            assert type(_made_ahead(window)) is model
            window.show(next(view for view in samples.values() if model_of_screen(view.screen) is model))
            assert find_faults(window.ui.view) == [], f"{model.__name__} after {kind.__name__}"


def test_screens_may_change_faster_than_they_slide(shown: Callable[..., Any]) -> None:
    window = shown()
    for _ in range(3):
        for screen in (screens.Attract(), screens.Home(), screens.Rate()):
            if window.still is None:
                window.show(_view(screen))
            else:
                window.still.show(_view(screen))
    window.finger.settle()
    assert type(window.ui.router.property("screen")).__name__ == "RateModel"
    assert window.finger.sees("rate:3")
    assert not window.finger.sees("start")


def test_a_sheet_comes_and_goes_above_the_screen(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Home(), screens.HelpSheet()))
    window.finger.press("sheet:stay")
    assert window.still.asked == [("close_sheet",)]
    window.show(_view(screens.Home()))
    assert not window.finger.sees("sheet:stay")


def test_one_sheet_may_follow_another(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Home(), screens.HelpSheet()))
    window.show(_view(screens.Home(), screens.IdleSheet(80, 90)))
    window.finger.press("sheet:wipe")
    assert window.still.asked == [("wipe",)]


def test_the_language_changes_while_a_screen_is_shown(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Rate()))
    texts = {item.property("text") for item in window.finger.items() if item.inherits("QQuickText")}
    assert any("Tạm được" in str(text) for text in texts)
    window.show(_view(screens.Rate(), language=Language.ENGLISH))
    texts = {item.property("text") for item in window.finger.items() if item.inherits("QQuickText")}
    assert any("All right" in str(text) for text in texts)


def test_a_double_touch_asks_twice_and_breaks_nothing(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(_view(screens.Rate()))
    window.finger.press("rate:3")
    window.finger.press("rate:3")
    assert window.still.asked == [("rate", 3), ("rate", 3)]


def test_every_model_has_props_that_qml_can_read() -> None:
    from ui.qmltypes import all_models  # noqa: PLC0415 - after the router has brought all models

    models = list(all_models())
    assert len(models) > len(screens.__dict__["Screen"].__args__)
    assert all(issubclass(model, Model) for model in models)
