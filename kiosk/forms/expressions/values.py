"""The values of expressions and their algebra, loose as JavaScript's, since forms are written against survey-core.

Nothing given is None (``null`` and ``undefined`` are not told apart), dates are naive local datetimes, and "no number"
is NaN. The operators follow what survey-core 3.1.1 does, found out by running it (docs/forms.md, "Agreement").
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from kiosk.domain.submission import JsonValue
from kiosk.forms.expressions.dates import read_moment

Value = JsonValue | datetime

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_LEADING_WHOLE = re.compile(r"\s*[+-]?\d+", re.ASCII)
_LONGEST_DIGITS = 15  # a longer row of digits is a name for something, not a number
_SAFE = 2**53
_PLAIN = 1e21  # JavaScript writes larger numbers with an exponent


# what a value is


def is_empty(value: Value) -> bool:
    """Say whether a value counts as not given; zero and false are answers, an object of empty members is not."""
    if isinstance(value, dict):
        return all(is_empty(member) for member in value.values())
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or value in ("", [])


def is_blank(value: Value) -> bool:
    """Say whether an answer counts as not given; a text of blanks does not answer a question."""
    return is_empty(value.strip() if isinstance(value, str) else value)


def is_true(value: Value) -> bool:
    """Say whether a value counts as true: everything but nothing, false, zero, NaN and the empty text."""
    if isinstance(value, list | dict | datetime):
        return True
    return bool(value) and not (isinstance(value, float) and math.isnan(value))


def read_number(value: Value) -> float:
    """Return the number that a number or a text of one stands for (``'5'``, ``' 5 '``, ``'1,5'``), or NaN."""
    if isinstance(value, list):
        text = write_text(value)
        return tidy(float(text)) if _NUMBER.fullmatch(text) else math.nan
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return math.nan
    if not isinstance(value, str):
        return tidy(value) if math.isfinite(value) else math.nan
    text = value.strip()
    if len(text) > _LONGEST_DIGITS and text.isascii() and text.isdigit():
        return math.nan
    if text.count(",") == 1:
        text = text.replace(",", ".")
    return tidy(float(text)) if _NUMBER.fullmatch(text) else math.nan


def is_number(value: Value) -> bool:
    """Say whether a value is a number or a text of one."""
    return not math.isnan(read_number(value))


def convert_answer(value: Value) -> Value:
    """Return an answer as expressions see it: texts of numbers and of true and false are numbers and booleans.

    A text with a leading zero (a phone number, an identity number) stays a text.
    """
    if not isinstance(value, str) or not value:
        return value
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    if len(value) > 1 and value[0] in "'\"" and value[-1] in "'\"":
        return value[1:-1]
    if not is_number(value) or (value[0] == "0" and len(value) > 1 and value[1] not in ".,"):
        return value
    return read_number(value)


def tidy(number: float) -> float:
    """Return a whole number as an int, as JSON has it."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < _SAFE else number


def write_text(value: Value) -> str:
    """Write a value as JavaScript's String does (numbers without a useless ``.0``, lists joined by commas)."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _write_number(value)
        case str():
            return value
        case datetime():
            return value.strftime("%a %b %d %Y %H:%M:%S")
        case list():
            return ",".join(write_text(item) for item in value)
        case _:
            return "[object Object]"


def _write_number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value.is_integer() and abs(value) < _PLAIN else repr(value)


def as_number(value: Value) -> float:
    """Convert a value for arithmetic as JavaScript's Number does."""
    match value:
        case None:
            return 0
        case bool() | int() | float():
            return value
        case str():
            text = value.strip()
            if not text:
                return 0
            return float(text) if _NUMBER.fullmatch(text) else math.nan
        case datetime():
            return value.timestamp() * 1000
        case list():
            return as_number(write_text(value))
        case _:
            return math.nan


# comparing


def are_same(left: Value, right: Value) -> bool:
    """Say whether two answers are the same: a text is no number, case and blanks count, empties are the same."""
    if is_empty(left) or is_empty(right):
        return is_empty(left) and is_empty(right)
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right or (
            isinstance(left, str | bool) and isinstance(right, str | bool) and _is_word(left, right)
        )
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(are_same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(are_same(left[key], right[key]) for key in left)
    return left == right


def is_choice(choice: Value, value: Value) -> bool:
    """Say whether an answer is a choice: texts as they are written, ``'1'`` for 1."""
    if isinstance(choice, str) and isinstance(value, str):
        return choice == value
    return are_equal(choice, value, ignore_order=False)


def _is_word(left: str | bool, right: str | bool) -> bool:  # noqa: FBT001 - answers
    return write_text(left).lower() == write_text(right).lower()


def are_equal(left: Value, right: Value, *, ignore_order: bool = True) -> bool:
    """Compare two values: empties are equal, ``'5'`` equals ``5``, case and outer blanks of texts do not count.

    Lists are compared in order unless ``ignore_order``.
    """
    if isinstance(left, str) and isinstance(right, str):
        return left.strip().lower() == right.strip().lower()
    if isinstance(left, datetime) and isinstance(right, datetime):
        return left == right
    if _same_number(left, right):
        return True
    if is_empty(left) or is_empty(right):
        both = is_empty(left) and is_empty(right)
        return both and isinstance(left, list | dict) is isinstance(right, list | dict)
    if isinstance(left, bool) and isinstance(right, str):
        return write_text(left) == right.lower()
    if isinstance(right, bool) and isinstance(left, str):
        return write_text(right) == left.lower()
    return _same_things(left, right, ignore_order=ignore_order)


def _same_things(left: Value, right: Value, *, ignore_order: bool) -> bool:
    if isinstance(left, list) and isinstance(right, list):
        pair = (sorted(left, key=write_text), sorted(right, key=write_text)) if ignore_order else (left, right)
        return len(left) == len(right) and all(
            are_equal(one, other, ignore_order=ignore_order) for one, other in zip(*pair, strict=True)
        )
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(
            are_equal(left[key], right[key], ignore_order=ignore_order) for key in left
        )
    if isinstance(left, list | dict) or isinstance(right, list | dict):
        return False
    return as_number(left) == as_number(right)


def _same_number(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if not isinstance(left, int | float | str) or not isinstance(right, int | float | str):
        return False
    if math.isnan(as_number(left)) or math.isnan(as_number(right)):
        return False
    whole = _LEADING_WHOLE.match(write_text(left)), _LEADING_WHOLE.match(write_text(right))
    full = _LEADING_NUMBER.match(write_text(left)), _LEADING_NUMBER.match(write_text(right))
    if None in whole or None in full:
        return False
    return int(whole[0].group()) == int(whole[1].group()) and float(full[0].group()) == float(full[1].group())  # type: ignore[union-attr]  # neither is None


def is_ordered(left: Value, right: Value, holds: Callable[[float], bool]) -> bool:
    """Compare two values; ``holds`` judges the sign of their difference. Nothing is less or more than anything."""
    if left is None or right is None:
        return False
    left, right = align_dates(*(_primitive(value) for value in (left, right)))
    if isinstance(left, str) and isinstance(right, str):
        return holds((left > right) - (left < right))
    one, other = as_number(left), as_number(right)
    if math.isnan(one) or math.isnan(other):
        return False
    return holds((one > other) - (one < other))


def _primitive(value: Value) -> Value:
    return write_text(value) if isinstance(value, list | dict) else value


def align_dates(left: Value, right: Value) -> tuple[Value, Value]:
    """Make two values comparable when one is a date and the other a text of one, at the text's precision."""
    if isinstance(left, str) and isinstance(right, datetime):
        text, moment = _align(left, right)
        return text, moment
    if isinstance(right, str) and isinstance(left, datetime):
        text, moment = _align(right, left)
        return moment, text
    return left, right


def _align(text: str, moment: datetime) -> tuple[Value, Value]:
    moment = moment.replace(microsecond=0)
    if len(text) < len("2026-01-02T03:04:"):
        moment = moment.replace(second=0)
    if len(text) < len("2026-01-02T03:"):
        moment = moment.replace(minute=0)
    if len(text) < len("2026-01-02T"):
        moment = moment.replace(hour=0)
    return read_moment(text) or math.nan, moment


# holding


def contains(whole: Value, part: Value) -> bool:
    """Say whether a list has an item (or all items of a list), or a text has a piece."""
    return _contains(whole, part, wanted=True)


def contains_not(whole: Value, part: Value) -> bool:
    """Say the opposite of ``contains``, with survey-core's answers for what is empty."""
    if not is_true(whole) and not is_empty(part):
        return True
    return _contains(whole, part, wanted=False)


def _contains(whole: Value, part: Value, *, wanted: bool) -> bool:
    if whole == [] and isinstance(whole, list):
        return not wanted
    if whole is None or whole == "" or (isinstance(whole, float) and math.isnan(whole)):
        return False
    if not isinstance(whole, list):
        if not is_true(part):
            return False
        return (write_text(part).lower() in write_text(whole).lower()) is wanted
    wished = part if isinstance(part, list) else [part]
    return all(any(are_equal(item, one) for item in whole) for one in wished) is wanted


def has_any_of(whole: Value, wished: Value) -> bool:
    """Say whether a value has one of the wished items."""
    if is_empty(whole) or is_empty(wished):
        return is_empty(wished)
    if not isinstance(whole, list):
        return contains(wished, whole)
    return any(contains(whole, one) for one in wished) if isinstance(wished, list) else contains(whole, wished)


def has_all_of(whole: Value, wished: Value) -> bool:
    """Say whether a value has all of the wished items."""
    if not is_true(whole) and not is_empty(wished):
        return False
    return all(contains(whole, one) for one in wished) if isinstance(wished, list) else contains(whole, wished)


# arithmetic


def add(left: Value, right: Value) -> Value:
    """Add numbers, join texts and lists."""
    if is_number(left) and is_number(right):
        if isinstance(left, str | list) or isinstance(right, str | list):
            return write_text(left) + write_text(right)
        return _rounded(as_number(left) + as_number(right), max(_decimals(left), _decimals(right)))
    if isinstance(left, list) and isinstance(right, list):
        return [*left, *right]
    for items, other, after in ((left, right, True), (right, left, False)):
        if isinstance(items, list) and isinstance(other, str):
            joined = ", ".join(write_text(item) for item in items)
            return joined + other if after else other + joined
        if isinstance(items, list) and isinstance(other, int | float) and not isinstance(other, bool):
            numbers = [item for item in items if isinstance(item, int | float) and not isinstance(item, bool)]
            return _rounded(math.fsum([*numbers, other]), max(map(_decimals, [*numbers, other])))
    if any(isinstance(value, str | list | dict | datetime) for value in (left, right)):
        return write_text(left) + write_text(right)
    return tidy(as_number(left) + as_number(right))


def subtract(left: Value, right: Value) -> Value:
    """Subtract numbers; NaN for what is none."""
    return _rounded(as_number(left) - as_number(right), max(_decimals(left), _decimals(right)))


def multiply(left: Value, right: Value) -> Value:
    """Multiply numbers; NaN for what is none."""
    return _rounded(as_number(left) * as_number(right), _decimals(left) + _decimals(right))


def divide(left: Value, right: Value) -> Value:
    """Divide numbers; nothing for a division by zero."""
    if not is_true(right):
        return None
    dividend, divisor = as_number(left), as_number(right)
    if divisor == 0:
        return math.nan if dividend == 0 or math.isnan(dividend) else math.copysign(math.inf, dividend)
    return tidy(dividend / divisor)


def remainder(left: Value, right: Value) -> Value:
    """Return the remainder with the dividend's sign; nothing for a division by zero."""
    if not is_true(right):
        return None
    dividend, divisor = as_number(left), as_number(right)
    if divisor == 0 or math.isinf(dividend) or math.isnan(dividend) or math.isnan(divisor):
        return math.nan
    return tidy(math.fmod(dividend, divisor))


def raise_to(left: Value, right: Value) -> Value:
    """Raise a number to a power; NaN or infinity where JavaScript has them."""
    base, exponent = as_number(left), as_number(right)
    if math.isnan(exponent):
        return math.nan
    try:
        power = float(base) ** float(exponent)
    except ZeroDivisionError:
        return math.inf
    except OverflowError:
        return math.inf
    return math.nan if isinstance(power, complex) else tidy(power)


def _decimals(value: Value) -> int:
    if not is_number(value) or float(as_number(value)).is_integer():
        return 0
    _, _, digits = write_text(value).partition(".")
    return len(digits)


def _rounded(number: float, digits: int) -> float:
    """Take the dust of binary fractions away: 0.1 + 0.2 is 0.3."""
    if digits == 0 or not math.isfinite(number):
        return tidy(number)
    return tidy(to_fixed(number, digits))


def to_fixed(number: float, digits: int) -> float:
    """Round to a number of decimals, halves away from zero on the exact binary value, as JavaScript's toFixed."""
    quantum = Decimal(1).scaleb(-digits)
    return float(Decimal(number).quantize(quantum, rounding=ROUND_HALF_UP))
