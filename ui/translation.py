"""English and northern words for the texts of the QML files: Qt's own translators on the compiled ``translations``.

Not a QTranslator written in Python: Qt also asks translators on its type-loader thread, while the GUI thread waits for
that thread and holds the interpreter (ADR 0061).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTranslator

from kiosk.domain.text import Language

FOLDER = Path(__file__).with_name("translations")
TRANSLATED = (Language.ENGLISH, Language.NORTHERN)
"""What the texts of the QML files are translated into; they are written in southern Vietnamese."""


def compiled(language: Language) -> Path:
    """Return the compiled translation of one of ``TRANSLATED``."""
    return FOLDER / f"{language}.qm"


@cache
def _texts(language: Language) -> bytes:
    """Return the compiled texts, kept for good: Qt reads from this memory as long as the translator lives.

    Loaded by name, Qt would map the file: an update that rewrites it would then crash a kiosk that is running.
    """
    return compiled(language).read_bytes()


def load_translator(language: Language) -> QTranslator:
    """Return the translator of English or of the northern words. Raises FileNotFoundError when its file is unusable."""
    translator = QTranslator()
    if not translator.load(_texts(language)):
        raise FileNotFoundError(f"{compiled(language)}: no translation; run packaging/update-translations")
    return translator
