"""Southern words are found where the north says something else, and only there; all that ships has both."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import config
from kiosk.catalogue import load_catalogue
from kiosk.domain.text import Language, Text
from kiosk.domain.wording import southern_words
from kiosk.forms.model import Question


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bấm vô đây", ["vô"]),
        ("Bấm lộn không sao, quay lại được liền.", ["lộn", "liền"]),
        ("Kêu người giúp", ["Kêu"]),
        ("con, cháu, ba má…", ["ba", "má"]),
        ("chỉ ghi ba", ["ghi ba"]),
        ("Tới lấy tại quầy", ["Tới lấy"]),
    ],
)
def test_southern_words_are_found(text: str, found: list[str]) -> None:
    assert southern_words(text) == found


@pytest.mark.parametrize(
    "text",
    ["Số định danh có đủ 12 số, ghi liền nhau.", "Ngày thứ Ba", "Ba na", "Tuyên bố vô hiệu", "Ghi số từ 0 tới 20."],
)
def test_words_that_everybody_says_are_none(text: str) -> None:
    assert southern_words(text) == []


def test_a_text_without_northern_words_reads_alike_in_the_north() -> None:
    assert Text("Sửa", "Change").of(Language.NORTHERN) == "Sửa"
    assert Text("Coi lại", "Look again", "Xem lại").of(Language.NORTHERN) == "Xem lại"
    assert Text("Coi lại", "Look again", "Xem lại").of(Language.VIETNAMESE) == "Coi lại"


def _texts(value: object) -> Iterator[Text]:
    """Yield every text within a value but the official names of the shared lists: *Xã Bản Liền* is said everywhere."""
    if isinstance(value, Question) and value.reference:
        value = dataclasses.replace(value, choices=())
    if isinstance(value, Text):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)


def test_everything_that_ships_can_be_said_in_the_north() -> None:
    catalogue = load_catalogue(Path(config.__file__).parent, lambda: date(2026, 11, 25))
    values: list[object] = [catalogue.procedures, catalogue.board, catalogue.notice]
    values += [form.document for form in catalogue.forms.values()] + [catalogue.applicant_form.document]
    texts = list(_texts(values))
    assert len(texts) > 1000
    assert [text for text in texts if southern_words(text.of(Language.NORTHERN))] == []
