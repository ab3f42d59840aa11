"""English for the texts of the QML files: Qt's own translator on ``translations/en.qm``, made from ``en.ts``.

Not a QTranslator written in Python: Qt also asks translators on its type-loader thread, while the GUI thread waits for
that thread and holds the interpreter (ADR 0061).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTranslator

ENGLISH = Path(__file__).with_name("translations") / "en.qm"


def load_english() -> QTranslator:
    """Return the English translator. Raises FileNotFoundError when its file is missing or spoilt."""
    translator = QTranslator()
    if not translator.load(str(ENGLISH)):
        raise FileNotFoundError(f"{ENGLISH}: no translation; run packaging/update-translations")
    return translator
