"""Conditions mean what survey-core 3.1.1 means; each expectation below was answered by it."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.submission import JsonValue
from kiosk.forms.expressions import ExpressionError, evaluate, parse_expression, variables
from kiosk.forms.expressions.tree import write
from kiosk.forms.scopes import AnswersScope

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


SCOPE = AnswersScope(ANSWERS, lambda: datetime(2026, 11, 25, 12))  # noqa: DTZ001 - forms speak of the wall's clock


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
    assert bool(evaluate(parse_expression(expression), SCOPE)) is answer


@pytest.mark.parametrize(
    "text", ["", "{a", "{a} =", "= 1", "not ({n} = 5)", "{n} in [5,6]", "{a} = 1 and", "alert(1", "(((("]
)
def test_what_is_no_expression_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ExpressionError, match="not an expression at"):
        parse_expression(text)


def test_the_questions_of_a_condition_are_known() -> None:
    assert set(variables(parse_expression("!({a} = 1) and ({b} empty or {c} anyof [{d}])"))) == {"a", "b", "c", "d"}


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        parse_expression(text)
    except ExpressionError:
        pass


operands = st.one_of(
    st.sampled_from(
        ["{s}", "{n}", "{t}", "{arr}", "{missing}", "{d}", "'x'", "''", "null", "true", "['a', 'b']", "[]"]
    ),
    st.integers(-5, 5).map(str),
    st.decimals(-5, 5, places=1, allow_nan=False).map(str),
)
operators = st.sampled_from(
    ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "^", "and", "or", "contains", "anyof", "allof", "noneof"]
)
expressions = st.recursive(
    operands,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, operators, inner),
        st.builds("!({})".format, inner),
        st.builds("iif({}, {}, {})".format, inner, inner, inner),
        st.builds("sum({}, {})".format, inner, inner),
        st.builds("round({}, 1)".format, inner),
    ),
    max_leaves=8,
)


@given(expressions)
def test_whatever_is_written_has_a_value(text: str) -> None:
    evaluate(parse_expression(text), SCOPE)


@given(expressions)
def test_an_expression_that_is_written_again_is_the_same(text: str) -> None:
    expression = parse_expression(text)
    assert parse_expression(write(expression)) == expression


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1 + 0.2", 0.3),
        ("7 / 0", None),
        ("-7 % 3", -1),
        ("2 ^ 3 ^ 2", 64),
        ("{t} + 1", 6),
        ("'a' + 1", "a1"),
        ("{#t} + 1", "51"),
        ("substring('086053000123', 3, 4)", "0"),
        ("dateDiff('2000-02-29', '2026-02-28', 'years')", 25),
        ("age('2008-11-26')", 17),
        ("year(today())", 2026),
        ("countInArray({list}, 'n', {n} > 1)", 2),
        ("maxInArray({list}, 'n', 't')", "c"),
        ("{list[-1].n}", 3),
        ("{list.length}", 3),
        ("{nowhere.length}", 0),
    ],
)
def test_values_are_those_of_survey_core(text: str, value: JsonValue) -> None:
    items: JsonValue = [{"n": 1, "t": "a"}, {"n": 2, "t": "b"}, {"n": 3, "t": "c"}]
    scope = AnswersScope({"t": "5", "list": items}, SCOPE.now)
    assert evaluate(parse_expression(text), scope) == value
