"""Reading JSON that people or other systems wrote, strictly: what could mean two things or nothing is refused."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Final

DEEPEST: Final = 100
"""Levels of lists and objects; the deepest form that ships has 13."""

_GREATEST: Final = 2**53
"""From here on JavaScript, and so the portal, cannot tell whole numbers apart."""


class JsonError(ValueError):
    """A text that is no JSON, or JSON that other readers would understand otherwise; ``path`` is its JSON path."""

    def __init__(self, message: str, path: str = "$") -> None:
        self.path = path
        super().__init__(message)


def read_json(text: str) -> object:
    """Read a JSON document. Raises JsonError.

    Refused beside what is no JSON: a key that stands twice, NaN and infinite numbers, whole numbers of more than 53
    bits, half surrogate pairs, and more than ``DEEPEST`` levels.
    """
    try:
        document = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_constant)
    except RecursionError:
        raise JsonError(f"has more than {DEEPEST} levels") from None
    except JsonError:
        raise
    except ValueError as error:
        raise JsonError(f"is not JSON ({error})") from error
    for path, value, depth in _everything(document):
        if (fault := _fault(value, depth)) is not None:
            raise JsonError(fault, path)
    return document


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise JsonError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _constant(name: str) -> object:
    raise JsonError(f"{name} is no number of JSON")


def _everything(document: object) -> Iterator[tuple[str, object, int]]:
    """Yield every value and key with its path and depth, without recursion."""
    waiting: list[tuple[str, object, int]] = [("$", document, 1)]
    while waiting:
        path, value, depth = waiting.pop()
        yield path, value, depth
        if depth > DEEPEST:
            continue
        if isinstance(value, dict):
            waiting += [(path, key, depth) for key in value]
            waiting += [(f"{path}.{key}", one, depth + 1) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{number}]", one, depth + 1) for number, one in enumerate(value)]


def _fault(value: object, depth: int) -> str | None:
    if depth > DEEPEST:
        return f"has more than {DEEPEST} levels"
    if isinstance(value, float) and not math.isfinite(value):
        return "is too large a number"
    if isinstance(value, int) and abs(value) > _GREATEST:
        return "is too large a whole number"
    if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        return "holds half a surrogate pair"
    return None
