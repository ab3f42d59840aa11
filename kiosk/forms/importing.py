"""Taking over a document of the portal: names stay as they are, what this kiosk cannot use is taken out and told."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.forms.consistency import check_circles, check_names
from kiosk.forms.documents import JsonError, read_json
from kiosk.forms.problems import Problem
from kiosk.forms.reader import Reader
from kiosk.forms.references import NO_REFERENCES, References

_UNSUPPORTED = "is not supported here"
_NAME_LABEL = re.compile(r"họ, (chữ đệm|đệm)[, ].*tên", re.IGNORECASE)
_WRAPPERS = ("data", "formJson", "form", "json")


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as this kiosk takes it: ``removed`` names each property that went, ``problems`` what is wrong."""

    document: dict[str, Any]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


def import_form(raw: object, references: References = NO_REFERENCES) -> Imported:
    """Take a SurveyJS document over, also out of the portal's envelope. Raises ValueError for what holds none."""
    document = copy.deepcopy(_unwrap(raw))
    removed: list[str] = []
    while gone := [path for path in _unsupported(document, references) if _remove(document, path.removeprefix("$"))]:
        removed += gone
    for element in _elements(document):
        _note_names(element)
    return Imported(document, tuple(sorted(removed)), tuple(_problems(document, references)))


def _unwrap(raw: object) -> dict[str, Any]:
    """Find the document in what the portal answers: ``{data: {formJson: "…"}}``, or the document itself."""
    if isinstance(raw, str):
        try:
            return _unwrap(read_json(raw))
        except JsonError as error:
            raise ValueError(f"holds a text that {error}") from error
    if isinstance(raw, dict):
        if "pages" in raw or "elements" in raw:
            return raw
        for key in _WRAPPERS:
            if key in raw:
                return _unwrap(raw[key])
    raise ValueError("holds no SurveyJS document: neither pages nor formJson were found")


def _problems(document: dict[str, Any], references: References) -> Iterator[Problem]:
    reader = Reader(references)
    read = reader.read(document)
    yield from reader.notes.problems
    yield from check_names(read)
    yield from check_circles(read)


def _unsupported(document: dict[str, Any], references: References) -> list[str]:
    reader = Reader(references)
    reader.read(document)
    return [problem.path for problem in reader.notes.problems if problem.message.endswith(_UNSUPPORTED)]


def _remove(node: Any, path: str) -> bool:
    """Take out the property at a path, whose names may have dots and brackets in them; say whether it was there."""
    if isinstance(node, dict):
        if path[:1] == "." and path[1:] in node:
            del node[path[1:]]
            return True
        steps = ((f".{key}", value) for key, value in node.items())
    elif isinstance(node, list):
        steps = ((f"[{number}]", value) for number, value in enumerate(node))
    else:
        return False
    return any(path.startswith(step) and _remove(value, path.removeprefix(step)) for step, value in steps)


def _elements(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("type"), str) and "name" in node:
            yield node
        for value in node.values():
            yield from _elements(value)
    elif isinstance(node, list):
        for value in node:
            yield from _elements(value)


def _note_names(element: dict[str, Any]) -> None:
    """Ask the keyboard for the spelling of names where the label says that a name is asked for."""
    title = element.get("title")
    words = title if isinstance(title, str) else " ".join(map(str, title.values())) if isinstance(title, dict) else ""
    if element["type"] == "text" and element.get("inputType", "text") == "text" and _NAME_LABEL.search(words):
        element.setdefault("aps", {}).setdefault("names", True)
