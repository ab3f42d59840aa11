"""The built-in functions of the expression language, as survey-core 3.1.1 has them."""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.forms.expressions.dates import read_moment
from kiosk.forms.expressions.lookup import Found, Scope, Step, dig
from kiosk.forms.expressions.parser import ExpressionError, parse_expression
from kiosk.forms.expressions.tree import Constant, Expression
from kiosk.forms.expressions.values import (
    Value,
    is_empty,
    is_number,
    is_ordered,
    is_true,
    read_number,
    tidy,
    to_fixed,
    write_text,
)

Evaluate = Callable[[Expression, Scope], Value]
Arguments = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A call of a function: the values of its arguments, the arguments themselves, and where it stands."""

    values: Arguments
    trees: tuple[Expression, ...]
    scope: Scope
    evaluate: Evaluate

    def value(self, position: int) -> Value:
        """Return an argument's value, or None when it was not given."""
        return self.values[position] if position < len(self.values) else None


Function = Callable[[Asked], Value]


def call(function: Function, trees: tuple[Expression, ...], scope: Scope, evaluate: Evaluate) -> Value:
    """Evaluate the arguments and call a function."""
    return function(Asked(tuple(evaluate(tree, scope) for tree in trees), trees, scope, evaluate))


# numbers


def _flat(values: Iterable[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield read_number(value) if is_number(value) else value


def _sum(asked: Asked) -> Value:
    return _total(_flat(asked.values))


def _total(items: Iterable[Value]) -> Value:
    total: Value = 0
    for item in items:
        if isinstance(total, int | float) and isinstance(item, int | float):
            digits = max(_decimals(total), _decimals(item))
            total = to_fixed(total + item, digits) if digits else tidy(total + item)
        else:
            total = write_text(total) + write_text(item)
    return total


def _decimals(number: float) -> int:
    return 0 if not math.isfinite(number) or float(number).is_integer() else len(write_text(number).partition(".")[2])


def _least(asked: Asked) -> Value:
    return _outermost(_flat(asked.values), lambda sign: sign > 0)


def _most(asked: Asked) -> Value:
    return _outermost(_flat(asked.values), lambda sign: sign < 0)


def _outermost(items: Iterable[Value], gives_way: Callable[[float], bool]) -> Value:
    best: Value = None
    for number, item in enumerate(items):
        if number == 0 or is_ordered(best, item, gives_way):
            best = item
    return best


def _count(asked: Asked) -> Value:
    return len(list(_flat(asked.values)))


def _average(asked: Asked) -> Value:
    items = list(_flat(asked.values))
    total = _total(items)
    return tidy(total / len(items)) if items and isinstance(total, int | float) else 0


def _round(asked: Asked) -> Value:
    items = list(_flat(asked.values))
    precision = items[1] if len(items) > 1 and is_true(items[1]) else 0
    if not items or not is_number(items[0]) or not is_number(precision):
        return math.nan
    scale = 10.0 ** read_number(precision)
    return tidy(math.floor(read_number(items[0]) * scale * (1 + 2.0**-52) + 0.5) / scale)


def _truncate(asked: Asked) -> Value:
    items = list(_flat(asked.values))
    if not items or not is_number(items[0]):
        return math.nan
    whole, point, digits = write_text(items[0]).partition(".")
    precision = int(read_number(items[1])) if len(items) > 1 and is_true(items[1]) and is_number(items[1]) else 0
    return tidy(float(whole + point + digits[:precision] if precision > 0 else whole))


# lists of objects


class _ItemScope:
    """The members of one item first, then the form around."""

    def __init__(self, item: Mapping[str, Value], around: Scope) -> None:
        self._item = dict(item)
        self._around = around
        self.now, self.display, self.comment, self.is_ready = (
            around.now,
            around.display,
            around.comment,
            around.is_ready,
        )

    def look_up(self, path: tuple[Step, ...]) -> Found | None:
        return dig(self._item, path) or self._around.look_up(path)


def _picked(asked: Asked) -> Iterator[tuple[Mapping[str, Value], Value, str]]:
    """Yield the items of a list that have the asked member and meet the condition: item, member, column to return."""
    items, column = asked.value(0), asked.value(1)
    if not is_true(items) or not isinstance(column, str):
        return
    given_back, condition = _column_and_condition(asked, column)
    for item in items.values() if isinstance(items, dict) else items if isinstance(items, list) else ():
        if not isinstance(item, dict) or is_empty(item.get(column)):
            continue
        if condition is not None and asked.evaluate(condition, _ItemScope(item, asked.scope)) is not True:
            continue
        member = item[column]
        if isinstance(member, str):
            member = read_number(member) if is_number(member) else None
        yield item, member, given_back


def _column_and_condition(asked: Asked, column: str) -> tuple[str, Expression | None]:
    rest = asked.trees[2:]
    if rest and isinstance(rest[0], Constant) and isinstance(rest[0].value, str):
        text = rest[0].value
        if not any(sign in text for sign in "{}><=!"):
            return text, rest[1] if len(rest) > 1 else None
        try:
            return column, parse_expression(text)
        except ExpressionError:
            return column, None
    return column, rest[0] if rest else None


def _sum_in(asked: Asked) -> Value:
    return _total(member for _, member, _ in _picked(asked) if member is not None)


def _least_in(asked: Asked) -> Value:
    return _outermost_in(asked, lambda sign: sign < 0)


def _most_in(asked: Asked) -> Value:
    return _outermost_in(asked, lambda sign: sign > 0)


def _outermost_in(asked: Asked, wins: Callable[[float], bool]) -> Value:
    best: Value = None
    returned: Value = None
    for item, member, given_back in _picked(asked):
        if member is not None and (best is None or is_ordered(member, best, wins)):
            best = member
            returned = member if given_back == asked.value(1) else item.get(given_back)
    return returned


def _count_in(asked: Asked) -> Value:
    return sum(1 for _ in _picked(asked))


def _average_in(asked: Asked) -> Value:
    number = sum(1 for _ in _picked(asked))
    total = _sum_in(asked)
    return tidy(total / number) if number and isinstance(total, int | float) else 0


# choice and text


def _if(asked: Asked) -> Value:
    return asked.value(1) if is_true(asked.value(0)) else asked.value(2)


def _substring(asked: Asked) -> Value:
    text, start = asked.value(0), asked.value(1)
    if not isinstance(text, str) or not is_number(start):
        return ""
    end = read_number(asked.value(2))
    first = max(0, int(read_number(start)))
    last = len(text) if math.isnan(end) else max(0, int(end))
    return text[min(first, last) : max(first, last)]


# dates


def _today(asked: Asked) -> Value:
    midnight = asked.scope.now().replace(hour=0, minute=0, second=0, microsecond=0)
    shift = asked.value(0)
    return midnight + timedelta(days=int(shift)) if isinstance(shift, int | float) else midnight


def _now(asked: Asked) -> Value:
    return asked.scope.now()


def _this_year(asked: Asked) -> Value:
    return asked.scope.now().year


def _date(asked: Asked) -> Value:
    return read_moment(asked.value(0)) if is_true(asked.value(0)) else None


def _year_of(asked: Asked) -> Value:
    moment = read_moment(asked.value(0))
    return moment.year if moment and is_true(asked.value(0)) else None


def _part(read: Callable[[datetime], int]) -> Function:
    def function(asked: Asked) -> Value:
        moment = read_moment(asked.value(0)) if is_true(asked.value(0)) else asked.scope.now()
        return math.nan if moment is None else read(moment)

    return function


def _age(asked: Asked) -> Value:
    if not is_true(asked.value(0)):
        return None
    unit = asked.value(1) if is_true(asked.value(1)) else "years"
    return _difference(read_moment(asked.value(0)), asked.scope.now(), unit)


def _date_difference(asked: Asked) -> Value:
    one, other = asked.value(0), asked.value(1)
    if not is_true(one) or not is_true(other):
        return None
    return _difference(read_moment(one), read_moment(other), asked.value(2) if is_true(asked.value(2)) else "days")


def _difference(one: datetime | None, other: datetime | None, unit: Value) -> Value:
    if one is None or other is None:
        return 0 if unit not in ("days", "months", *_SECONDS) else math.nan
    if unit in _SECONDS:
        return math.ceil(abs((other - one).total_seconds()) / _SECONDS[str(unit)])
    if unit == "days":
        return abs((other.date() - one.date()).days)
    months = (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day)
    return months if unit == "months" else int(months / 12)


_SECONDS = {"hours": 3600, "minutes": 60, "seconds": 1}


def _days_between(asked: Asked) -> Value:
    one, other = asked.value(0), asked.value(1)
    return _difference(read_moment(one), read_moment(other), "days") if is_true(one) and is_true(other) else 0


def _later(asked: Asked) -> Value:
    moment, shift = read_moment(asked.value(0)), asked.value(1)
    if moment is None or not is_true(asked.value(0)) or not isinstance(shift, int | float) or not shift:
        return None
    unit = asked.value(2) if is_true(asked.value(2)) else "days"
    if unit in ("months", "years"):
        return _add_months(moment, int(shift) * (12 if unit == "years" else 1))
    return moment + timedelta(**{str(unit): int(shift)}) if unit in ("days", *_SECONDS) else moment


def _add_months(moment: datetime, months: int) -> datetime:
    """Add months as JavaScript does: a day that the month does not have runs over into the next one."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    days = monthrange(year, month + 1)[1]
    first = datetime.combine(date(year, month + 1, min(moment.day, days)), moment.time())
    return first + timedelta(days=max(0, moment.day - days))


# the form around


def _displayed(asked: Asked) -> Value:
    return asked.scope.display(write_text(asked.value(0)))


def _comment(asked: Asked) -> Value:
    return asked.scope.comment(write_text(asked.value(0)))


def _is_ready(asked: Asked) -> Value:
    index = asked.value(1)
    return asked.scope.is_ready(write_text(asked.value(0)), index if isinstance(index, int) else None)


def _is_display_mode(_: Asked) -> Value:
    return False


FUNCTIONS: Mapping[str, Function] = {
    "sum": _sum,
    "min": _least,
    "max": _most,
    "count": _count,
    "avg": _average,
    "round": _round,
    "trunc": _truncate,
    "sumInArray": _sum_in,
    "minInArray": _least_in,
    "maxInArray": _most_in,
    "countInArray": _count_in,
    "avgInArray": _average_in,
    "iif": _if,
    "substring": _substring,
    "today": _today,
    "currentDate": _now,
    "currentYear": _this_year,
    "getDate": _date,
    "getYear": _year_of,
    "year": _part(lambda moment: moment.year),
    "month": _part(lambda moment: moment.month),
    "day": _part(lambda moment: moment.day),
    "weekday": _part(lambda moment: moment.isoweekday() % 7),
    "age": _age,
    "dateDiff": _date_difference,
    "diffDays": _days_between,
    "dateAdd": _later,
    "displayValue": _displayed,
    "getComment": _comment,
    "isContainerReady": _is_ready,
    "isDisplayMode": _is_display_mode,
}
"""The functions by name. ``propertyValue`` is left out: a form has answers here, no objects with properties."""

UNSTEADY = frozenset(
    {
        "today",
        "currentDate",
        "currentYear",
        "year",
        "month",
        "day",
        "weekday",
        "age",
        "isContainerReady",
        "displayValue",
        "getComment",
    }
)
"""Functions whose value can change although no argument did."""
