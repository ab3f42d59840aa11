"""Keeps ``translations/*.ts`` in step with the texts of the QML files (the lupdate of PySide6 knows no QML).

``python -m ui.translation_sources`` adds new texts as unfinished, drops those that are gone, and takes over the words
that the same text has in another file. English needs every text, the northern words only those with southern ones.
"""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET  # the file is our own
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from kiosk.domain.text import Language
from kiosk.domain.wording import southern_words
from ui.translation import FOLDER, TRANSLATED

QML = FOLDER.with_name("qml")

Key = tuple[str, str]
"""A context (a QML file's name without its ending) and a text in Vietnamese."""

_CALL = re.compile(r'\bqsTr\(\s*("(?:[^"\\]|\\.)*")\s*\)')
_ANY_CALL = re.compile(r"\bqsTr\(")


class UnreadableCallError(Exception):
    """A ``qsTr`` whose argument is not one literal text cannot be translated."""


def texts_of(folder: Path) -> set[Key]:
    """Return every text of the QML files below a folder. Raises UnreadableCallError."""
    found: set[Key] = set()
    for file in folder.rglob("*.qml"):
        source = file.read_text(encoding="utf-8")
        literals = _CALL.findall(source)
        if len(literals) != len(_ANY_CALL.findall(source)):
            raise UnreadableCallError(f"{file}: qsTr takes one text in double quotes")
        found |= {(file.stem, ast.literal_eval(literal)) for literal in literals}
    return found


def written(language: Language) -> Path:
    """Return the translation of one of ``TRANSLATED`` as people write it."""
    return FOLDER / f"{language}.ts"


def needed(texts: set[Key], language: Language) -> set[Key]:
    """Return the texts that are said in other words in this language."""
    return {key for key in texts if language is Language.ENGLISH or southern_words(key[1])}


def read_ts(file: Path) -> dict[Key, str]:
    """Return the translations by key; an unfinished one is an empty text, and so is everything without a file."""
    if not file.exists():
        return {}
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "")
    return found


def write_ts(file: Path, translations: Mapping[Key, str]) -> None:
    """Write the texts in the order of context and text."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{file.stem}" sourcelanguage="vi">')
    for context in sorted({context for context, _ in translations}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in sorted(text for name, text in translations if name == context):
            words = translations[context, text]
            finished = f"<translation>{escape(words)}</translation>" if words else '<translation type="unfinished"/>'
            lines += [
                "    <message>",
                f"        <source>{escape(text)}</source>",
                f"        {finished}",
                "    </message>",
            ]
        lines.append("</context>")
    file.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def bring_up_to_date(texts: set[Key], translations: Mapping[Key, str]) -> dict[Key, str]:
    """Keep what is still used, and let a new text take over what the same text has elsewhere."""
    elsewhere = {text: words for (_, text), words in translations.items() if words}
    return {key: translations.get(key) or elsewhere.get(key[1], "") for key in texts}


if __name__ == "__main__":
    for language in TRANSLATED:
        file = written(language)
        write_ts(file, bring_up_to_date(needed(texts_of(QML), language), read_ts(file)))
