"""Finding what a name in an expression stands for: ``kids[0].name``, ``kids.length``, without minding case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.forms.expressions.values import Value

_INDEXED = re.compile(r"(?P<name>.*)\[(?P<index>-?\d+)\]", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a name, and perhaps the number of an item (negative counts from the end)."""

    name: str
    index: int | None = None


class Scope(Protocol):
    """What an expression can ask about the form that it stands in."""

    def look_up(self, path: tuple[Step, ...]) -> Found | None:
        """Return what a path stands for, or None when nothing has this name."""
        ...

    def now(self) -> datetime:
        """Return the present moment, naive and local."""
        ...

    def display(self, name: str) -> Value:
        """Return a question's answer in words."""
        ...

    def comment(self, name: str) -> Value:
        """Return the comment beside a question's answer."""
        ...

    def is_ready(self, name: str, index: int | None) -> bool:
        """Say whether nothing is missing or wrong in a page, a panel, or an item of a repeated panel."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a path stands for."""

    value: Value


def split_path(name: str) -> tuple[Step, ...]:
    """Split a name at its dots and brackets."""
    return tuple(_step(piece) for piece in name.split("."))


def _step(piece: str) -> Step:
    found = _INDEXED.fullmatch(piece)
    return Step(piece) if found is None else Step(found["name"], int(found["index"]))


def dig(value: Value | Mapping[str, Value], path: tuple[Step, ...]) -> Found | None:
    """Follow a path into a value; names may themselves contain dots, the longest that fits wins."""
    if not path:
        return Found(value)  # type: ignore[arg-type]  # only the outermost value is a mapping of values
    for length, name, index in prefixes(path):
        member = _member(value, name)
        if member is None:
            continue
        if index is not None:
            member = _item(member.value, index)
        return None if member is None else dig(member.value, path[length:])
    return None


def prefixes(path: tuple[Step, ...]) -> Iterator[tuple[int, str, int | None]]:
    """Yield the beginnings of a path that could be one dotted name, the longest first: length, name, index."""
    longest = next((at for at, step in enumerate(path, 1) if step.index is not None), len(path))
    for length in range(longest, 0, -1):
        yield length, ".".join(step.name for step in path[:length]), path[length - 1].index


def _member(value: Value | Mapping[str, Value], name: str) -> Found | None:
    if name.lower() == "length" and isinstance(value, list | str):
        return Found(len(value))
    if isinstance(value, Mapping):
        for key, member in value.items():
            if key.lower() == name.lower():
                return Found(member)
    return None


def _item(value: Value, index: int) -> Found | None:
    if not isinstance(value, list):
        return None
    position = index + len(value) if index < 0 else index
    return Found(value[position]) if 0 <= position < len(value) else None
