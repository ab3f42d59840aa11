"""Every Vietnamese syllable can be typed in every usual order of keys; what is none stands as it was typed."""

from __future__ import annotations

import pytest
from doubles.key_orders import key_orders
from hypothesis import given
from hypothesis import strategies as st

from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.syllables import syllables
from kiosk.vietnamese.tones import Placing, with_tone
from kiosk.vietnamese.words import compose


@pytest.mark.parametrize("method", Method)
def test_every_syllable_comes_out_of_every_usual_order_of_keys(method: Method) -> None:
    wrong = [
        (keys, written, expected)
        for word, tone in syllables()
        for expected in [with_tone(word, tone)]
        for keys in set(key_orders(word, tone, method))  # several orders may come to the same keys
        if (written := compose(keys, method)) != expected
    ]
    assert wrong == []


@given(st.sampled_from(list(syllables())), st.sampled_from(Method), st.sampled_from(Placing), st.data())
def test_capitals_and_placing_change_nothing_else(
    syllable: tuple[str, str], method: Method, placing: Placing, data: st.DataObject
) -> None:
    word, tone = syllable
    keys = data.draw(st.sampled_from(list(key_orders(word, tone, method))))
    written = with_tone(word, tone, placing)
    assert compose(keys, method, placing) == written
    assert compose(keys.upper(), method, placing) == written.upper()
    assert compose(keys.capitalize(), method, placing) == written.capitalize()


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("aaa", "aa"),
        ("aww", "aw"),
        ("eee", "ee"),
        ("ddd", "dd"),
        ("uww", "uw"),
        ("uoww", "uow"),
        ("ww", "w"),
        ("tww", "tw"),
        ("ass", "as"),
        ("tanss", "tans"),
        ("tiengee", "tienge"),
        ("tieengss", "tiêngs"),
        ("passs", "pass"),
        ("cooo", "coo"),
        ("DDD", "DD"),
    ],
)
def test_a_telex_key_pressed_twice_writes_itself(keys: str, written: str) -> None:
    assert compose(keys, Method.TELEX) == written


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("a11", "a1"),
        ("a66", "a6"),
        ("a88", "a8"),
        ("u77", "u7"),
        ("d99", "d9"),
        ("tie6ng11", "tiêng1"),
        ("a112", "a12"),
    ],
)
def test_a_vni_key_pressed_twice_writes_itself(keys: str, written: str) -> None:
    assert compose(keys, Method.VNI) == written


@pytest.mark.parametrize(
    ("keys", "method", "written"),
    [
        ("hoafz", Method.TELEX, "hoa"),
        ("tieengsz", Method.TELEX, "tiêng"),
        ("hoa20", Method.VNI, "hoa"),
        ("tie61ng0", Method.VNI, "tiêng"),
        ("hoafs", Method.TELEX, "hóa"),
        ("hoa21", Method.VNI, "hóa"),
        ("awa", Method.TELEX, "â"),
        ("oow", Method.TELEX, "ơ"),
    ],
)
def test_tones_and_signs_are_taken_away_or_replaced(keys: str, method: Method, written: str) -> None:
    assert compose(keys, method) == written


ENGLISH = """
    windows facebook google github samsung server computer internet email gmail zalo viber word book look school data
    text next soft left gift part task report service order market window web wifi with add odd file photoshop
    laptop feedback keyboard vietcombank banana
"""


@pytest.mark.parametrize("word", ENGLISH.split())
def test_words_of_other_languages_stand_as_typed(word: str) -> None:
    assert compose(word, Method.TELEX) == word
    assert compose(word.upper(), Method.TELEX) == word.upper()
    assert compose(word, Method.VNI) == word


@pytest.mark.parametrize(
    "word", ["dangkyketdon", "xinchao", "chungminhnhandan", "khaisinh", "thuongtru", "ketthuc", "giaykhaisanh"]
)
def test_words_without_signs_that_run_together_stand_as_typed(word: str) -> None:
    assert compose(word, Method.TELEX) == word


@pytest.mark.parametrize(
    ("keys", "method", "written"),
    [
        ("tieengsvieetj", Method.TELEX, "tiếngviệt"),
        ("NGUYEENXVAWN", Method.TELEX, "NGUYỄNVĂN"),
        ("ddoongfthaps", Method.TELEX, "đồngtháp"),
        ("tie61ngvie65t", Method.VNI, "tiếngviệt"),
    ],
)
def test_signs_of_words_that_run_together_do_not_get_lost(keys: str, method: Method, written: str) -> None:
    assert compose(keys, method) == written


@given(st.text(max_size=12), st.sampled_from(Method), st.sampled_from(Placing))
def test_any_keys_write_something(keys: str, method: Method, placing: Placing) -> None:
    assert (compose(keys, method, placing) == "") == (keys == "")
