"""The sheet of *Kêu người giúp*: a sign while somebody is on the way, telephone numbers while nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from doubles.codes import Codes
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.board import Hotline
from kiosk.domain.text import Language, Text
from kiosk.session.screens import HelpSheet
from ui.items import rect_of
from ui.samples import facts
from ui.samples.views import sample_views
from ui.viewmodels.help import derive_help, opening

VI, EN = Language.VIETNAMESE, Language.ENGLISH
NUMBERS = (Hotline(Text("Cổng", "Portal"), "1800 1096"),)
SAMPLES = dict(sample_views(VI, 1))


def props(sheet: HelpSheet, language: Language = VI) -> Any:
    return derive_help(sheet, facts.PLACE, language, facts.MOMENT, Codes())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (0, "Máy vừa kêu xong.", "The call has just gone out."),
        (1, "Đã chờ 1 phút.", "You have waited 1 minute."),
        (5, "Đã chờ 5 phút.", "You have waited 5 minutes."),
    ],
)
def test_it_says_for_how_long_the_citizen_has_waited(minutes: int, vi: str, en: str) -> None:
    assert props(HelpSheet(minutes)).waited == vi
    assert props(HelpSheet(minutes), EN).waited == en


def test_the_telephone_is_offered_when_the_wait_is_long() -> None:
    assert [props(HelpSheet(minutes)).long_wait for minutes in (0, 2, 3)] == [False, False, True]


@pytest.mark.parametrize(
    ("ahead", "vi", "en"),
    [
        (timedelta(hours=4, minutes=45), "Hôm nay lúc 13:00 có người lại.", "Somebody is back today at 13:00."),
        (timedelta(hours=22, minutes=45), "Ngày mai lúc 07:00 có người lại.", "Somebody is back tomorrow at 07:00."),
        (
            timedelta(days=3, hours=22, minutes=45),
            "Thứ Hai ngày 19 tháng 10, lúc 07:00 có người lại.",
            "Somebody is back on Monday 19 October at 07:00.",
        ),
    ],
)
def test_it_says_when_somebody_comes(ahead: timedelta, vi: str, en: str) -> None:
    told = opening(facts.MOMENT + ahead, facts.MOMENT)
    assert (told.vi, told.en) == (vi, en)


def test_where_nobody_ever_comes_no_time_is_promised() -> None:
    assert opening(None, facts.MOMENT).vi == ""
    assert opening(datetime.min, datetime.min).vi != ""  # noqa: DTZ901 - any moment


def test_out_of_hours_every_way_has_its_code() -> None:
    lines = props(HelpSheet(None, None, NUMBERS)).lines
    assert [(line.number, line.code) for line in lines] == [
        ("0277 3 800 800", "tel:02773800800"),
        ("", "https://zalo.me/0854541122"),
        ("1800 1096", "tel:18001096"),
    ]


def test_without_a_page_on_zalo_none_is_offered() -> None:
    place = replace(facts.PLACE, zalo_url=None)
    lines = derive_help(HelpSheet(None), place, VI, facts.MOMENT, Codes()).lines  # type: ignore[arg-type]
    assert [line.number for line in lines] == ["0277 3 800 800"]


def test_the_sign_names_the_machine_and_hides_the_screen_below(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(SAMPLES["sheet-help"])
    words = {item.property("text") for item in window.finger.items() if item.inherits("QQuickText")}
    assert any("AH-01" in str(text) for text in words)
    curtain = window.ui.view.grabWindow().pixelColor(200, 60)
    assert curtain.name().upper() == "#0B3F45", "the header of the screen below shines through"


def test_a_touch_of_the_sign_does_not_end_the_call(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(SAMPLES["sheet-help"])
    QTest.mouseClick(window.ui.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(540, 300))
    window.finger.rest(0.05)
    assert window.still.asked == []
    window.finger.press("sheet:stay")
    assert window.still.asked == [("close_sheet",)]


def test_codes_are_large_enough_to_scan(shown: Callable[..., Any]) -> None:
    for size in ((1080, 1920), (1920, 1080)):
        window = shown(size)
        for text_size in (1, 2, 3):
            window.show(replace(SAMPLES["sheet-help-closed"], text_size=text_size))
            codes = [
                item for item in window.finger.items() if item.inherits("QQuickImage") and item.width() > 72
            ]  # but the tile
            assert len(codes) >= 2
            assert [rect_of(code).width() for code in codes if rect_of(code).width() < 150] == [], (size, text_size)
