"""English for the texts of the QML files: Qt's own translator on ``translations/en.qm``, made from ``en.ts``.

Not a QTranslator written in Python: Qt also asks translators on its type-loader thread, while the GUI thread waits for
that thread and holds the interpreter (ADR 0061).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTranslator

ENGLISH = Path(__file__).with_name("translations") / "en.qm"


@cache
def _english() -> bytes:
    """Return the compiled texts, kept for good: Qt reads from this memory as long as the translator lives.

    Loaded by name, Qt would map the file: an update that rewrites it would then crash a kiosk that is running.
    """
    return ENGLISH.read_bytes()


def load_english() -> QTranslator:
    """Return the English translator. Raises FileNotFoundError when its file is missing or spoilt."""
    translator = QTranslator()
    if not translator.load(_english()):
        raise FileNotFoundError(f"{ENGLISH}: no translation; run packaging/update-translations")
    return translator
