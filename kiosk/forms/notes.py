"""Reading the small pieces of a document, and noting what is wrong with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.forms import shapes
from kiosk.forms.expressions import FUNCTIONS, Expression, ExpressionError, functions, parse_expression
from kiosk.forms.problems import Problem

Json = Mapping[str, Any]


class Notes:
    """Collects problems; the methods read one property each, note what is wrong with it, and never raise."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, path: str, message: str, mend: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(path, message, mend))

    def object(self, raw: object, path: str, allowed: frozenset[str]) -> Json:
        """Read an object; every property that is not allowed is a problem."""
        if not isinstance(raw, dict):
            self.refuse(path, f"must be an object, not {type(raw).__name__}", "write {…}")
            return {}
        for key in raw:
            if key not in allowed:
                self.refuse(f"{path}.{key}", f"property {key!r} is not supported here", shapes.MEND)
        return raw

    def aps(self, raw: Json, path: str, allowed: frozenset[str]) -> Json:
        """Read our own additions."""
        return self.object(raw["aps"], f"{path}.aps", allowed) if "aps" in raw else {}

    def list(self, raw: Json, key: str, path: str) -> list[Any]:
        """Read a list; none is an empty one."""
        value = raw.get(key, [])
        if not isinstance(value, list):
            self.refuse(f"{path}.{key}", "must be a list", f'write "{key}": […]')
            return []
        return value

    def expression(self, raw: Json, key: str, path: str) -> Expression | None:
        """Read an expression; an empty one is none."""
        value = raw.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self.refuse(f"{path}.{key}", f"must be an expression, not {value!r}", 'write it as text, "{name} = 1"')
            return None
        return self.parse(value, f"{path}.{key}")

    def parse(self, text: str, path: str) -> Expression | None:
        """Parse an expression and check that its functions exist."""
        try:
            expression = parse_expression(unicodedata.normalize("NFC", text))
        except ExpressionError as error:
            self.refuse(path, str(error), "see the expressions in docs/forms.md")
            return None
        unknown = sorted({name for name in functions(expression) if name not in FUNCTIONS})
        for name in unknown:
            self.refuse(path, f"function {name!r} is not there", "see the functions in docs/forms.md")
        return None if unknown else expression

    def text(self, raw: Json, key: str, path: str) -> Text | None:
        """Read a text: one for both languages, or ``{default | vi, vi-north, en}``; a missing one is the Vietnamese."""
        value = raw.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return Text(nfc(value), nfc(value))
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self.refuse(f"{path}.{key}", "must be a text or texts by language", 'write {"vi": "…", "en": "…"}')
            return NO_TEXT
        self.object(value, f"{path}.{key}", shapes.LANGUAGES)
        vietnamese = str(value.get("vi", value.get("default", "")))
        north = str(value.get(Language.NORTHERN, ""))
        return Text(nfc(vietnamese), nfc(str(value.get("en", vietnamese))), nfc(north))

    def flag(self, raw: Json, key: str, path: str, *, default: bool = False) -> bool:
        """Read true or false."""
        value = raw.get(key, default)
        if not isinstance(value, bool):
            self.refuse(f"{path}.{key}", f"must be true or false, not {value!r}", "write true or false")
            return default
        return value

    def number(self, raw: Json, key: str, path: str) -> float | None:
        """Read a number."""
        value = raw.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            self.refuse(f"{path}.{key}", f"must be a number, not {value!r}", "write a number without quotes")
            return None
        return value

    def whole(self, raw: Json, key: str, path: str) -> int | None:
        """Read a whole number."""
        value = self.number(raw, key, path)
        return None if value is None else int(value)

    def one_of(self, raw: Json, key: str, path: str, allowed: frozenset[str], default: str) -> str:
        """Read one of a few words."""
        value = raw.get(key, default)
        if not isinstance(value, str) or value not in allowed:
            self.refuse(f"{path}.{key}", f"{value!r} is not supported", f"write one of {', '.join(sorted(allowed))}")
            return default
        return value

    def word(self, raw: Json, key: str, path: str) -> str | None:
        """Read a text that is for no person's eyes, or None."""
        value = raw.get(key)
        if value is not None and not isinstance(value, str):
            self.refuse(f"{path}.{key}", f"must be a text, not {value!r}", f'write "{key}": "…"')
            return None
        return value

    def name(self, raw: Json, path: str) -> str:
        """Read the name that every element needs."""
        value = raw.get("name")
        if not isinstance(value, str) or not value:
            self.refuse(f"{path}.name", "an element needs a name", 'write "name": "…"')
            return ""
        return nfc(value)


def nfc(text: str) -> str:
    """Return a text in NFC."""
    return unicodedata.normalize("NFC", text)
