"""Conditions mean what survey-core 3.1.1 means; each expectation below was answered by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.submission import JsonValue
from kiosk.forms.expressions import ExpressionError, holds, parse_expression, variables

ANSWERS: dict[str, JsonValue] = {
    "s": "Nam",
    "n": 5,
    "t": "5",
    "z": 0,
    "e": "",
    "b": True,
    "arr": ["a", "b"],
    "d": "2020-02-03",
    "f": False,
    "sp": " nam ",
}


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("{s} = 'nam'", True),
        ("{s} == 'Nam'", True),
        ("{sp} = 'nam'", True),
        ("{n} = '5'", True),
        ("{t} = 5", True),
        ("{t} > 4", True),
        ("{t} > '10'", False),
        ("{n} > '10'", False),
        ("{s} > 5", False),
        ("{missing} > 1", False),
        ("{missing} < 1", False),
        ("{missing} = ''", True),
        ("{missing} <> 'x'", True),
        ("{missing} = 'x'", False),
        ("{e} empty", True),
        ("{z} empty", False),
        ("{f} empty", False),
        ("{b} = true", True),
        ("{b} = 'true'", True),
        ("{arr} contains 'a'", True),
        ("{s} contains 'AM'", True),
        ("{arr} anyof ['a','z']", True),
        ("{s} noneof ['x']", True),
        ("{arr} allof ['a','b']", True),
        ("{arr} = ['b','a']", True),
        ("{d} < '2021-01-01'", True),
        ("!({n} = 5)", False),
        ("{n} = 5 and {t} = 5 or {s} = 'x'", True),
        ("{n} = 5 && {t} = 5", True),
        ("{n} = 4 || {z} = 0", True),
        ("{n} notempty", True),
        ("{s} notcontains 'zz'", True),
        ("{z} = 0", True),
        ("{z}", False),
        ("{missing} >= 0", False),
        ("{n} != 4", True),
        ("'a' < 'b'", True),
        ("{missing} = false", False),
        ("{missing} = 0", False),
        ("{z} = ''", False),
        ("{e} = 0", False),
        ("{n} = 5.0", True),
        ('{s} = "Nam"', True),
    ],
)
def test_a_condition_means_what_survey_core_means(expression: str, answer: bool) -> None:
    assert holds(parse_expression(expression), ANSWERS) is answer


@pytest.mark.parametrize(
    "text", ["", "{a", "{a} =", "= 1", "not ({n} = 5)", "{n} in [5,6]", "{a} = 1 and", "alert(1)", "(((("]
)
def test_what_is_no_expression_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ExpressionError, match="not an expression at"):
        parse_expression(text)


def test_the_questions_of_a_condition_are_known() -> None:
    assert set(variables(parse_expression("!({a} = 1) and ({b} empty or {c} anyof [{d}])"))) == {"a", "b", "c", "d"}


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        holds(parse_expression(text), ANSWERS)
    except ExpressionError:
        pass
