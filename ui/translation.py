"""English for the texts of the QML files, read straight from Qt Linguist's .ts file: no build step, no .qm."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # the file is our own
from pathlib import Path

from PySide6.QtCore import QTranslator

ENGLISH = Path(__file__).with_name("translations") / "en.ts"


def read_ts(file: Path) -> dict[tuple[str, str], str]:
    """Return translations by context and source text; unfinished and vanished ones are left out."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None:
                found[name, message.findtext("source", "")] = translation.text or ""
    return found


class TsTranslator(QTranslator):
    """Translates from a .ts file; a text that is not in it stays as it is written."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._texts = read_ts(file)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether there is nothing to translate with."""
        return not self._texts

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the English of a text in a context (a QML file's name without its ending)."""
        del disambiguation, n
        return self._texts.get((context, sourceText), sourceText)
